"""``detente export``: claims for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.records import to_json
from detente.views.cli.guard import shows
from detente.views.cli.options import AsOf, Json, KnownBy, Ledger, PathsInstead
from detente.views.cli.printing import rows
from detente.views.cli.room import end, room_over

SHEETS = ("csv", "uwazi")
"""Formats that are no JSON."""


@shows(
    "detente export --ledger news.detente > claims.csv",
    "detente export --to jsonl examples/*.txt",
    "detente export --to ftm --ledger news.detente > entities.ftm.json",
    "detente export --profile public --no-links --note left-out.json --ledger news.detente > public.csv",
)
def export(
    paths: PathsInstead = None,
    to: Annotated[
        str, typer.Option("--to", metavar="FORMAT", help="csv, jsonl, ftm, plover or uwazi.")
    ] = "csv",
    profile: Annotated[
        str, typer.Option("--profile", metavar="NAME", help="internal, partner or public.")
    ] = "internal",
    links: Annotated[bool, typer.Option("--links/--no-links", help="With the reports' addresses.")] = True,
    note: Annotated[
        str | None,
        typer.Option("--note", metavar="FILE", help="Write down what was withheld.", show_default=False),
    ] = None,
    ledger: Ledger = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    json: Json = False,
) -> None:
    """Write every claim for a spreadsheet or a program.

    The profile says for whom: internal withholds nothing; partner leaves out what is sealed; public leaves
    out relatives and minors too, and of people at risk gives the country and the month, and no words. What
    was withheld is said on standard error. ftm (FollowTheMoney entities) and plover (PLOVER events) hold
    what is told as done or as coming, as JSON lines; uwazi is CSV for its import. --json is --to jsonl for
    both kinds of CSV.
    """
    from detente.views.exports import EXPORTERS
    from detente.views.exports.profiles import profiled

    write = EXPORTERS.get("jsonl" if json and to in SHEETS else to)()
    with room_over(paths, ledger) as (workspace, report):
        shown, withheld = profiled(workspace.state(as_of=as_of, known_by=known_by), profile, links=links)
        rows(write(shown))
        if profile != "internal" or not links:
            typer.echo(f"detente: {withheld.sentence}", err=True)
        if note is not None:
            Path(note).write_bytes(to_json(withheld) + b"\n")
        end(report)
