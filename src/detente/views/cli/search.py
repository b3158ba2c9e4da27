"""``detente search``: reports by their words."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from detente.errors import InputError
from detente.views.cli.guard import shows
from detente.views.cli.options import Json, KnownBy, Ledger
from detente.views.cli.printing import json_lines, lines
from detente.views.cli.room import room_over

if TYPE_CHECKING:
    from detente.workspace import FoundReport


@shows(
    "detente search Dorn penal colony --ledger news.detente",
    'detente search "prisoner swap" Varland --known-by 2026-03-31',
    "detente search Лукин --limit 100 --json",
)
def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORD...", help="All must be there; quoted ones in a row.")
    ],
    ledger: Ledger = None,
    known_by: KnownBy = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many reports.")] = 20,
    json: Json = False,
) -> None:
    """Find the reports of a ledger that have all these words, the latest to come first.

    Capitals, accents and the kind of quotation marks play no part. Nothing is settled, so it is quick.
    """
    asked = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    if not any(letter.isalnum() for letter in asked):
        raise InputError(f"expected a word to search for; found {asked!r}")
    with room_over(None, ledger) as (workspace, _):
        found = list(islice(workspace.find(asked, known_by=known_by), limit))
    json_lines(found) if json else lines(map(_told, found))
    if not found and not json:
        typer.echo("no report has all of it")


def _told(report: FoundReport) -> str:
    """Title, where from and when; below it the words in their surroundings."""
    head = (report.published or "undated", report.publisher, report.title or "Untitled", report.document[:12])
    places = (" ".join(place.exact.split()) for place in report.places)
    return "".join([f"{'  '.join(filter(None, head))}\n", *(f"    … {place} …\n" for place in places)])
