"""``detente export``: claims for other programs."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.views.cli.guard import shows
from detente.views.cli.options import AsOf, Json, KnownBy, Ledger, PathsInstead
from detente.views.cli.printing import rows
from detente.views.cli.room import end, room_over


@shows(
    "detente export --ledger news.detente > claims.csv",
    "detente export --to jsonl examples/*.txt",
)
def export(
    paths: PathsInstead = None,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="csv or jsonl.")] = "csv",
    ledger: Ledger = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    json: Json = False,
) -> None:
    """Write every claim for a spreadsheet or a program.

    Meant for your own desk: nothing is withheld. --json is --to jsonl.
    """
    from detente.views.exports import EXPORTERS

    write = EXPORTERS.get("jsonl" if json else to)()
    with room_over(paths, ledger) as (workspace, report):
        rows(write(workspace.state(as_of=as_of, known_by=known_by)))
        end(report)
