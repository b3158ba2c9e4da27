"""``detente trace``: from an id to the words, the bytes and the rule."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.views.cli.guard import shows
from detente.views.cli.options import Json, Ledger, PathsInstead
from detente.views.cli.printing import json_lines, sections
from detente.views.cli.room import end, room_over


@shows(
    "detente trace clm_4f1c22 --ledger news.detente             a claim, by the first characters of its id",
    "detente trace deal_90ab --ledger news.detente --json       everything a deal rests on",
    "detente trace clm_4f1c22 examples/*.txt                    no ledger needed",
)
def trace(
    wanted: Annotated[
        str, typer.Argument(metavar="ID", help="Of a claim or record; its first characters will do.")
    ],
    paths: PathsInstead = None,
    ledger: Ledger = None,
    json: Json = False,
) -> None:
    """Show what a claim or record rests on.

    Each value with the voices behind and against it, their weights and the rule of its verdict; then each
    claim with its words in context, the rule that fired, the document and its hash.
    """
    from detente.views.cli.traces import of_trace

    with room_over(paths, ledger) as (workspace, report):
        found = workspace.trace(wanted)
        if json:
            json_lines([found])
        else:
            sections(list(of_trace(found)))
        end(report)
