"""``detente names``: two names, a sheet of pairs, or a file of names against a list."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from detente.errors import InputError
from detente.views.cli.guard import FAILED, INTERRUPTED, shows
from detente.views.cli.options import Json
from detente.views.cli.printing import json_lines, lines

if TYPE_CHECKING:
    from detente.language.names import Comparison, Reason
    from detente.workspace.names import JudgedPair, Screened
    from detente.workspace.sheets import Sheet

Record = dict[str, Any]
Table = tuple[Sequence[str], Callable[[Any], Iterable[Sequence[object]]]]
"""The columns that are written, and the lines that are made of one result."""
_STEP = 200  # results between two movements of the bar


@shows(
    'detente names "Mikoła Dornow" "Николай Дорнов"        score, verdict, what speaks for and against',
    "detente names --pairs pairs.csv -o judged.csv         columns name1 and name2; adds score, verdict",
    "detente names guests.csv --against listed.txt         whom on the list each may be",
)
def names(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="[A B | FILE]", help="Two names; or with --against, a file of names."),
    ] = None,
    pairs: Annotated[
        str | None, typer.Option("--pairs", metavar="FILE", help="Judge the pairs of this CSV.")
    ] = None,
    against: Annotated[
        str | None, typer.Option("--against", metavar="LIST", help="Look FILE's names up in this list.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="OUT", help="Write here, not to standard output.")
    ] = None,
    top: Annotated[int, typer.Option("--top", metavar="N", min=1, help="So many matches a name.")] = 5,
    json: Json = False,
) -> None:
    """Say how far names agree, across scripts and romanisations, and why.

    same: nothing speaks against one name; different; unsure. Whether it is one person, a name alone
    never says. Names stand one a line, or in a CSV's column name; - is standard input. CSV comes out,
    other columns kept; with --json, one object a line with every reason. Ctrl-C keeps what is done.
    """
    given = what or []
    if pairs is not None and against is None and not given:
        _pairs(pairs, output, json=json)
    elif against is not None and pairs is None and len(given) == 1:
        _screen(given[0], against, output, top, json=json)
    elif pairs is None and against is None and len(given) == 2:
        _two(*given, output=output, json=json)
    else:
        raise InputError(
            "expected two names, --pairs FILE, or FILE --against LIST; "
            f"found {len(given)} argument{'s' * (len(given) != 1)}"
            f"{' and both options' * (pairs is not None and against is not None)}; "
            "put a name of several words in quotation marks"
        )


# Two names


def _two(a: str, b: str, *, output: str | None, json: bool) -> None:
    from detente.language.names import compare

    if output is not None:
        raise InputError(
            "expected -o with --pairs or --against; found two names; redirect the output instead"
        )
    for name in (a, b):
        if not name.strip():
            raise InputError("expected two names; found an empty one; give both")
    found = compare(a, b)
    if json:
        json_lines([{"name1": a, "name2": b, **_judgement(found)}])
    else:
        lines(f"{line}\n" for line in _explained(a, b, found))


def _explained(a: str, b: str, found: Comparison) -> Iterator[str]:
    from detente.language.names import START

    yield f"{a} | {b}"
    yield f"{found.verdict}, score {found.score:.3f}"
    for reason in found.reasons:
        side = "for" if reason.weight > 0 else "against"
        yield f"  {side:8}{reason.weight:+5.1f}  {reason.rule:20}{reason.what}"
    yield f"  {'start':8}{START:+5.1f}  what has to be outweighed"
    yield f"  {'sum':8}{START + sum(reason.weight for reason in found.reasons):+5.1f}"


def _judgement(found: Comparison) -> Record:
    return {"score": found.score, "verdict": found.verdict, "reasons": found.reasons}


# A sheet of pairs


def _pairs(path: str, output: str | None, *, json: bool) -> None:
    from detente.workspace.names import judge_pairs, read_table

    sheet = read_table(path, ("name1", "name2"), stdin=sys.stdin.buffer)
    _note(sheet)
    added = _free(sheet.columns, ("score", "verdict", "reasons") if json else ("score", "verdict"))
    unread: list[int] = []

    def judged(pair: JudgedPair) -> Sequence[object]:
        if pair.comparison is None:
            unread.append(pair.row.number)
            return (*pair.row.cells, *(None for _ in added))
        return (*pair.row.cells, *list(_judgement(pair.comparison).values())[: len(added)])

    def record(pair: JudgedPair) -> Record:
        return dict(zip((*sheet.columns, *added), judged(pair), strict=True))

    table = ((*sheet.columns, *added), lambda pair: [judged(pair)])
    stopped = _write(judge_pairs(sheet), len(sheet.rows), table, record if json else None, output, (path,))
    _end(stopped, len(sheet.rows), "pairs", _unread(path, unread))


def _unread(path: str, numbers: list[int]) -> str:
    if not numbers:
        return ""
    shown = ", ".join(map(str, numbers[:5])) + (", …" if len(numbers) > 5 else "")
    return (
        f"{path}: expected two names a row and as many cells as the header; found otherwise in "
        f"{len(numbers)} (line {shown}); kept without a verdict"
    )


# A file against a list


def _screen(path: str, against: str, output: str | None, top: int, *, json: bool) -> None:
    from detente.workspace.names import read_names, screen

    if path == against == "-":
        raise InputError("expected one of FILE and LIST on standard input; found both; save one as a file")
    sheet, listed = (read_names(each, stdin=sys.stdin.buffer) for each in (path, against))
    _note(sheet, listed)
    names = ["match", "score", "verdict", "reasons", "match_line"]
    others = [i for i, column in enumerate(listed.columns) if i != listed.at("name")]
    added = _free(sheet.columns, [*names, *(f"match_{listed.columns[i]}" for i in others)])

    def rows(found: Screened) -> Iterator[Sequence[object]]:
        for match, row in found.matches:
            reasons = "; ".join(_short(reason) for reason in match.reasons)
            more = (row.cells[i] for i in others)
            yield (*found.row.cells, match.name, match.score, match.verdict, reasons, row.number, *more)
        if not found.matches:
            yield (*found.row.cells, "", "", "different", "", "", *("" for _ in others))

    def record(found: Screened) -> Record:
        matches = [
            {
                "line": row.number, "score": match.score, "verdict": match.verdict, "reasons": match.reasons,
                "listed": dict(zip(listed.columns, row.cells, strict=True)),
            }
            for match, row in found.matches
        ]  # fmt: skip
        asked = dict(zip(sheet.columns, found.row.cells, strict=True))
        return {"line": found.row.number, "asked": asked, "matches": matches}

    table = ((*sheet.columns, *added), rows)
    results = screen(sheet, listed, top=top)
    stopped = _write(results, len(sheet.rows), table, record if json else None, output, (path, against))
    _end(stopped, len(sheet.rows), "names", "")


def _short(reason: Reason) -> str:
    return f"{reason.weight:+.1f} {reason.what}"


# What both have in common


def _note(*sheets: Sheet) -> None:
    for note in (note for sheet in sheets for note in sheet.notes):
        typer.echo(f"detente: {note}", err=True)


def _free(taken: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """The wanted column names; one that the sheet has already gets our own before it."""
    found = [f"detente_{name}" if name in taken else name for name in wanted]
    for name, ours in zip(wanted, found, strict=True):
        if name != ours:
            typer.echo(f"detente: the sheet has a column {name!r}; ours is {ours!r}", err=True)
    return found


def _write(
    results: Iterator[Any],
    total: int,
    table: Table,
    record: Callable[[Any], Record] | None,
    output: str | None,
    sources: Sequence[str],
) -> int | None:
    """Write each result as it is done; how many there were when Ctrl-C came, else None."""
    done = 0
    with _sink(output, sources) as sink, _bar(total) as advance:
        try:
            for text in _texts(results, table, record):
                sink.write(text)
                done += 1
                advance(done)
        except KeyboardInterrupt:
            return max(0, done - (record is None))
    return None


def _texts(results: Iterator[Any], table: Table, record: Callable[[Any], Record] | None) -> Iterator[str]:
    """A text for each result, the header first where it is CSV."""
    from detente.records import to_json

    columns, rows = table
    if record is None:
        yield _csv([columns])
    for result in results:
        yield to_json(record(result)).decode() + "\n" if record is not None else _csv(rows(result))


def _csv(rows: Iterable[Sequence[object]]) -> str:
    page = io.StringIO()
    csv.writer(page, lineterminator="\n").writerows(rows)
    return page.getvalue()


@contextmanager
def _sink(output: str | None, sources: Sequence[str]) -> Iterator[io.TextIOBase]:
    """Standard output or a file, in UTF-8; never one of the files that are read."""
    if output is None:
        text = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
        try:
            yield text
        finally:
            text.flush()
            text.detach()
        return
    if any(Path(output).exists() and Path(s).exists() and Path(output).samefile(s) for s in sources):
        raise InputError(f"expected another file to write to; found {output} on both sides; name a new one")
    with Path(output).open("w", encoding="utf-8", newline="") as file:
        yield file


@contextmanager
def _bar(total: int) -> Iterator[Callable[[int], None]]:
    """A bar on standard error; nothing where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda done: None if done % _STEP else bar.update(task, completed=done)


def _end(stopped: int | None, total: int, things: str, unread: str) -> None:
    """The exit code: 130 after Ctrl-C, 1 where rows could not be judged."""
    if unread:
        typer.echo(f"detente: {unread}", err=True)
    if stopped is not None:
        _stopped(stopped, total, things)
    if unread:
        raise typer.Exit(FAILED)


def _stopped(done: int, total: int, things: str) -> NoReturn:
    typer.echo(f"detente: stopped by Ctrl-C; {done} of {total} {things} done before it, and kept", err=True)
    raise typer.Exit(INTERRUPTED)
