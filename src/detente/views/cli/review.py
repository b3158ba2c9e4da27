"""``detente review``: the queue of doubts, one after the other, or as a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.errors import InputError
from detente.views.cli.guard import shows
from detente.views.cli.options import Json, Ledger
from detente.views.cli.printing import json_lines, lines
from detente.views.cli.room import room

if TYPE_CHECKING:
    from detente.workspace import Workspace
    from detente.workspace.judging import Candidate, Side

KEYS = {"s": "same", "d": "different", "u": "unsure"}
_ASK = "[s]ame  [d]ifferent  [u]nsure  [k] skip  [q]uit; a reason may follow: s both are editors of the Post"


@shows(
    "detente review --ledger news.detente                       decide one after the other",
    "detente review --ledger news.detente --export doubts.csv   for a spreadsheet",
    "detente review --ledger news.detente --import doubts.csv   with verdicts and reasons filled in",
    "detente review --ledger news.detente --json                the queue, one candidate a line",
)
def review(
    ledger: Ledger = None,
    author: Annotated[
        str | None, typer.Option("--author", metavar="NAME", help="Instead of the settings'.")
    ] = None,
    export: Annotated[
        str | None,
        typer.Option("--export", metavar="FILE", help="Write the queue as CSV.", show_default=False),
    ] = None,
    import_: Annotated[
        str | None,
        typer.Option("--import", metavar="FILE", help="Keep the verdicts of a CSV.", show_default=False),
    ] = None,
    json: Json = False,
) -> None:
    """Say of two names, or of two tellings of a happening, whether they are one.

    Each word is kept at once, with who said it, when and why; what was decided does not come again, so a
    review that was left goes on where it stopped. `detente retract` takes a word back.
    """
    with room(ledger) as workspace:
        if import_ is not None:
            kept = workspace.judge_rows(_rows(import_), author=author)
            json_lines(kept) if json else typer.echo(f"{len(kept)} judgements kept")
            return
        queue = workspace.candidates()
        if export is not None:
            _write(export, queue)
            typer.echo(f"{len(queue)} candidates written to {export}", err=json)
        elif json:
            json_lines(queue)
        else:
            _walk(workspace, queue, author)


def _walk(workspace: Workspace, queue: tuple[Candidate, ...], author: str | None) -> None:
    if not queue:
        typer.echo("nothing to review: no two names or happenings are in doubt")
        return
    kept = 0
    for number, candidate in enumerate(queue, 1):
        lines(_told(candidate, number, len(queue)))
        answer = _answer()
        if answer is None:
            break
        verdict, reason = answer
        if verdict is not None:
            pair = candidate.about, candidate.left.key, candidate.right.key
            workspace.judge_pair(*pair, verdict, reason=reason, author=author)
            kept += 1
    typer.echo(f"{kept} judgements kept")


def _answer() -> tuple[str | None, str] | None:
    """Verdict and reason; no verdict for a skip; None to leave."""
    while True:
        try:
            said = typer.prompt(_ASK, default="k", show_default=False).strip()
        except typer.Abort:
            typer.echo()
            return None
        key, _, reason = said.partition(" ")
        key = key.lower()[:1]
        if key == "q":
            return None
        if key == "k":
            return None, ""
        if key in KEYS:
            return KEYS[key], reason.strip()
        typer.echo(f"expected s, d, u, k or q; found {said!r}")


def _told(candidate: Candidate, number: int, many: int) -> Iterator[str]:
    score = "" if candidate.score is None else f", score {candidate.score:.2f}"
    yield f"\n{number} of {many}: one {'person' if candidate.about == 'entity' else 'happening'}?{score}\n"
    for side in (candidate.left, candidate.right):
        yield from _side(side)
    for reason in candidate.reasons:
        yield f"  - {reason}\n"


def _side(side: Side) -> Iterator[str]:
    yield f"  {side.name}   ({side.source})\n"
    for words in side.words:
        yield f"    “{words}”\n"


def _write(path: str, queue: tuple[Candidate, ...]) -> None:
    from detente.workspace.judging import COLUMNS, row_of

    with Path(path).open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, COLUMNS)
        table.writeheader()
        table.writerows(row_of(candidate) for candidate in queue)


def _rows(path: str) -> list[dict[str, str]]:
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: expected a CSV in UTF-8 as --export writes it; found: {error}") from error
