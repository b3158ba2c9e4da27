"""A score as Markdown, and its place in a page: only what stands between two markers is replaced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from detente.errors import InputError
from detente.evaluation.agreement import Agreement
from detente.evaluation.calibration import Calibration
from detente.evaluation.score import Fault, Score
from detente.evaluation.tallies import Tally, cut

BEGIN = "<!-- begin eval {name}: written by `detente eval --report`; do not edit -->"
END = "<!-- end eval {name} -->"


def tables(score: Score, *, name: str | None = None) -> str:
    """The score as Markdown. Shares are cut, not rounded: .8499 is told as .849.

    Args:
        score: what to tell.
        name: the heading; None: the name of the gold.
    """
    parts = [_head(score, name or score.gold), _events(score), _fields(score), _roles(score), _faults(score)]
    parts += [_factuality(score), _reliability(score.calibration), _calibrations(score)]
    parts += [_phenomena(score), _agreement(score.agreement)]
    return "\n".join(part for part in parts if part)


def _head(score: Score, name: str) -> str:
    language = f", language {score.language}" if score.language else ""
    gold = f"gold {score.sha256[:12]}"
    return f"### {name}\n\n{score.texts} texts{language}; {score.claims} claims of scored types; {gold}.\n"


def _table(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    body = [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    if not body:
        return ""
    ruled = "|".join(["---"] + ["---:"] * (len(head) - 1))
    return "\n".join([f"**{title}**\n", f"| {' | '.join(head)} |", f"|{ruled}|", *body, ""])


def _cell(value: object) -> str:
    """Numbers between 0 and 1 with three decimals; what does not exist as a dash."""
    if value is None:
        return "–"
    return f"{cut(value, 3):.3f}" if isinstance(value, float) else str(value)


def _row(name: str, tally: Tally) -> tuple[object, ...]:
    figures = (tally.precision, tally.precision_low, tally.recall, tally.recall_low, tally.f1)
    return (name, *figures, tally.found, tally.false, tally.missed)


_COLUMNS = ("P", "P at least", "R", "R at least", "F1", "found", "false", "missed")


def _events(score: Score) -> str:
    rows = [_row(name, tally) for name, tally in score.types.items()]
    return _table("Events", ("type", *_COLUMNS), [*rows, _row("all", score.events)])


def _fields(score: Score) -> str:
    rows = [(name, s.right, s.of, s.share, s.low) for name, s in score.fields.items()]
    return _table("Fields of found events", ("field", "right", "of", "share", "at least"), rows)


def _roles(score: Score) -> str:
    rows = [_row(name, tally) for name, tally in score.roles.items()]
    return _table("Roles and sources of found events", ("role", *_COLUMNS), rows)


def _faults(score: Score) -> str:
    rows = [
        _fault("not done, told as done (of such events)", score.told_as_done),
        _fault("held, told as freed (of such people)", score.held_as_freed),
        _fault("false alarms (in quiet texts)", score.false_alarms),
        ("spans not in the text", score.spans_not_in_text, None),
    ]
    return _table("What must not be told", ("fault", "times", "of"), rows)


def _fault(name: str, fault: Fault) -> tuple[object, ...]:
    return (name, fault.n, fault.of)


def _factuality(score: Score) -> str:
    rows = [_row(name, tally) for name, tally in score.factuality.classes.items()]
    title = f"Factuality of found events, macro-F1 {_cell(score.factuality.macro_f1)}"
    return _table(title, ("told as", *_COLUMNS), rows)


def _reliability(found: Calibration) -> str:
    rows = [(f"{b.lo:.1f}–{b.hi:.1f}", b.claims, b.confidence, b.right) for b in found.bins]
    title = f"Reliability, expected calibration error {found.error:.3f}"
    return _table(title, ("confidence", "claims", "mean confidence", "right"), rows)


def _calibrations(score: Score) -> str:
    rows = [
        (name, c.claims, c.right, c.right / c.claims, c.low, c.confidence, c.error)
        for name, c in score.calibration_by_type.items()
    ]
    head = ("type", "claims", "right", "share", "at least", "mean confidence", "calibration error")
    return _table("Calibration by type", head, rows)


def _phenomena(score: Score) -> str:
    rows = [_row(str(number), tally) for number, tally in score.phenomena.items()]
    return _table(
        "Events, over the texts that show each phenomenon (`gold/README.md`)", ("no.", *_COLUMNS), rows
    )


def _agreement(found: Agreement | None) -> str:
    if found is None:
        return ""
    rows = [(name, f.alpha, f.units, f.word) for name, f in found.fields.items()]
    title = f"Agreement of two claim sets, F1 of claims {_cell(found.spans.f1)}"
    return _table(title, ("field", "Krippendorff α", "units", ""), rows)


def put_into(page: str, name: str, block: str) -> str:
    """The page with this block between the markers of this name; added at its end where it has none.

    >>> page = put_into("# Scores" + chr(10), "a", "one")
    >>> put_into(page, "a", "two") == put_into("# Scores" + chr(10), "a", "two")
    True
    """
    begin, end = BEGIN.format(name=name), END.format(name=name)
    new = f"{begin}\n\n{block.strip()}\n\n{end}"
    pattern = re.compile(rf"<!-- begin eval {re.escape(name)}:.*?-->.*?{re.escape(end)}", re.DOTALL)
    if pattern.search(page):
        return pattern.sub(lambda _: new, page, count=1)
    return f"{page.rstrip()}\n\n{new}\n" if page.strip() else f"{new}\n"


def write_into(path: str | Path, name: str, block: str) -> None:
    """Put a block into a page on disk; a page that is not there is made.

    Raises:
        InputError: the page cannot be read or written.
    """
    page = Path(path)
    try:
        old = page.read_text(encoding="utf-8") if page.exists() else ""
        page.write_text(put_into(old, name, block), encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"expected to write the report {path}; found: {error}; give another path") from error


def misses(score: Score) -> Iterator[str]:
    """What a person should look at, a line each."""
    for miss in score.misses:
        yield f"{miss.kind:<16} {miss.text} {miss.type}/{miss.mode}: {' '.join(miss.words.split())[:100]}"
