"""``detente claims``: what each report says, without a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.views.cli.guard import shows
from detente.views.cli.options import Json, Paths, Reader
from detente.views.cli.printing import json_lines, lines
from detente.views.cli.room import complain, end, progress, room_in_memory

if TYPE_CHECKING:
    from detente.records import Claim


@shows(
    "detente claims examples/1-great-lakes-courier.txt",
    "detente claims news/ --json > claims.jsonl",
)
def claims(paths: Paths, reader: Reader = None, json: Json = False) -> None:
    """Print what each report says, claim by claim.

    One claim a line, with the words it rests on. Nothing is kept.
    """
    from detente.workspace import ReadReport, outcome_of

    outcomes = []
    with room_in_memory() as workspace, progress(workspace, paths) as tick:
        for result in workspace.look(paths, reader=reader, tick=tick):
            complain(result.issues, aside=result.document is None)
            found = () if result.reading is None else result.reading.claims
            if json:
                json_lines(found)
            else:
                lines(map(_line, found))
            outcomes.append(outcome_of(result))
    end(ReadReport(outcomes=tuple(outcomes)))


def _line(claim: Claim) -> str:
    from detente.views.dossier import words

    return f"{claim.id}  {claim.type:<15} {words.how(claim)}{words.telling([claim], 100)}\n"
