"""``detente retract``: take something back."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.views.cli.guard import shows
from detente.views.cli.options import Json, Ledger
from detente.views.cli.printing import json_lines
from detente.views.cli.room import room


@shows(
    "detente retract cod_0c1f22ab90d3e4f5 --reason 'misheard' --ledger news.detente",
    "detente retract doc_7fd89d1628094408 --since 2026-03-20 --reason 'withdrawn by the paper'",
)
def retract(
    target: Annotated[str, typer.Argument(metavar="ID", help="Of a correction, claim of yours, report …")],
    ledger: Ledger = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Known as withdrawn from this day; before it stands."),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why.")] = "",
    author: Annotated[
        str | None, typer.Option("--author", metavar="NAME", help="Instead of the settings'.")
    ] = None,
    json: Json = False,
) -> None:
    """Take back a coding, a judgement, a report, or a retraction.

    Nothing is removed: it stays in the ledger and no longer counts. Retract the retraction to undo it.
    """
    with room(ledger) as workspace:
        found = workspace.retract(target, since=since, author=author, reason=reason)
        if json:
            json_lines([found])
        else:
            typer.echo(f"retracted {found.target} ({found.id})")
