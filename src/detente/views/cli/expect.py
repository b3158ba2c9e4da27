"""``detente expect``: what the record should hold, checked on every settle."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from detente.views.cli.guard import shows
from detente.views.cli.options import Json, KnownBy, Ledger
from detente.views.cli.printing import json_lines
from detente.views.cli.room import room

What = Literal["released", "pardoned", "held"]


@shows(
    'detente expect released 24 --by 2026-08-01 --per "justice ministry" --ledger news.detente',
    "detente expect held 'at least 240' --country Burundi --ledger news.detente",
    "detente expect --ledger news.detente                    all that is expected, and whether it is so",
)
def expect(
    what: Annotated[What | None, typer.Argument(help="What is counted.", show_default=False)] = None,
    count: Annotated[
        str | None, typer.Argument(metavar="[COUNT]", help="In words: 24, 'at least 24'.", show_default=False)
    ] = None,
    ledger: Ledger = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="NAME", help="Who frees or holds.", show_default=False)
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="From this day on.", show_default=False)
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="DATE", help="Up to this day.", show_default=False)
    ] = None,
    per: Annotated[
        str | None, typer.Option("--per", metavar="SOURCE", help="By whose count.", show_default=False)
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why.")] = "",
    known_by: KnownBy = None,
    json: Json = False,
) -> None:
    """Keep what the record is expected to hold, or list all that is expected.

    Every settle checks it. A miss records the difference among the conflicts, hides nothing and mends
    nothing; `detente retract` takes an expectation back.
    """
    with room(ledger) as workspace:
        if what is None or count is None:
            found = workspace.state(known_by=known_by).assertions
        else:
            given = {"country": country, "since": since, "by": by, "per": per}
            found = (workspace.expect(what, count, reason=reason, **given),)
        if json:
            json_lines(found)
        else:
            for one in found:
                typer.echo(f"{one.sentence} ({one.assertion.id})")
