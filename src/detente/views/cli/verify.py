"""``detente verify``: does the ledger's chain hold."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.views.cli.guard import FAILED, shows
from detente.views.cli.options import Json, Ledger
from detente.views.cli.printing import json_lines, lines
from detente.views.cli.room import room


@shows(
    "detente verify --ledger news.detente",
    "detente verify --ledger news.detente --noted 3fb1c0…       and that it grew from a head noted earlier",
)
def verify(
    ledger: Ledger = None,
    noted: Annotated[
        str | None,
        typer.Option("--noted", metavar="HASH", help="A head noted earlier, elsewhere.", show_default=False),
    ] = None,
    fast: Annotated[
        bool, typer.Option("--fast", help="Only the end and the numbers, not every hash.")
    ] = False,
    content: Annotated[
        bool, typer.Option("--content", help="And that what is kept makes sense: keys, spans, clocks.")
    ] = False,
    json: Json = False,
) -> None:
    """Check that the ledger was not tampered with.

    Every hash is computed again; where the chain breaks, it says so and the exit code is 1. With
    --content the exit code is 1, too, where what is kept contradicts itself.
    """
    with room(ledger) as workspace:
        found = workspace.verify(noted=noted, fast=fast)
        issues = workspace.check() if content and found.ok else ()
    if json:
        json_lines([found, *issues])
    else:
        typer.echo(f"{'holds' if found.ok else 'BROKEN'}: {found.message}")
        lines(f"- {issue.message}\n" for issue in issues)
    if issues or not found.ok:
        raise typer.Exit(FAILED)
