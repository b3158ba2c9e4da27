"""``detente ledger …``: how much is in it, copies, backups, roles."""

from __future__ import annotations

import sys
from importlib import resources
from typing import Annotated

import typer

from detente.views.cli.guard import FAILED, shows
from detente.views.cli.options import Json, Ledger
from detente.views.cli.printing import json_lines, lines
from detente.views.cli.room import counting, named, room


@shows(
    "detente ledger stats --ledger news.detente",
    "detente ledger stats --ledger postgresql://desk@db.example/news --json",
)
def stats(ledger: Ledger = None, json: Json = False) -> None:
    """How much a ledger holds: entries by kind, documents and their bytes, both clocks."""
    with room(ledger) as workspace:
        found = workspace.stats()
    if json:
        json_lines([found])
        return
    rows = [(kind, f"{number:,}") for kind, number in found.kinds.items()]
    rows += [
        ("entries", f"{found.entries:,}"), ("appends", f"{found.seals:,}"),
        ("documents", f"{found.documents:,} ({found.document_bytes:,} bytes)"),
        ("recorded", f"{found.first_recorded or '-'} to {found.last_recorded or '-'}"),
        ("known", f"{found.first_known or '-'} to {found.last_known or '-'}"),
    ]  # fmt: skip
    lines(f"{what:10} {told}\n" for what, told in rows)


@shows(
    "detente ledger copy news.detente postgresql://desk@db.example/news      to a server",
    "detente ledger copy postgresql://desk@db.example/news news.detente      and back",
)
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="The ledger that is copied.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="An empty ledger, or an earlier copy of it.")],
    json: Json = False,
) -> None:
    """Bring one ledger to where another is, with the same entries, hashes and seals.

    A copy that was cut short goes on where it stopped. The source may be written to meanwhile.
    """
    with room(source) as workspace, counting("entries") as tick:
        head = workspace.copy_to(target, tick=tick)
    json_lines([head]) if json else typer.echo(f"copied: {head.seq} entries, up to {head.hash}")


@shows("detente ledger backup news-2026-11-28.detente --ledger news.detente")
def backup(
    path: Annotated[str, typer.Argument(metavar="FILE", help="A new file.")],
    ledger: Ledger = None,
    json: Json = False,
) -> None:
    """Copy a ledger into one new file, verified, while others may write to it.

    To restore: detente ledger copy FILE LEDGER.
    """
    with room(ledger) as workspace, counting("entries") as tick:
        told = workspace.backup(path, tick=tick)
    json_lines([told]) if json else typer.echo(f"{'kept' if told.ok else 'BROKEN'}: {told.message}")
    if not told.ok:
        raise typer.Exit(FAILED)


@shows("detente ledger roles > roles.sql", "psql postgresql://owner@db.example/news -f roles.sql")
def roles() -> None:
    """Print the SQL that gives a shared ledger its two roles: detente_writer and detente_reader."""
    typer.echo(resources.files("detente.ledger.postgres").joinpath("roles.sql").read_text("utf-8"), nl=False)


@shows(
    "detente ledger follow --ledger postgresql://desk@db.example/news",
    "detente ledger follow --ledger news.detente --after 1200 --json       what came since, then what comes",
)
def follow(
    ledger: Ledger = None,
    after: Annotated[
        int | None, typer.Option("--after", min=0, help="Begin after this entry.", show_default=False)
    ] = None,
    json: Json = False,
) -> None:
    """Print each append as it comes, until Ctrl-C: its number, time and what it brought.

    A shared ledger tells at once; a file is looked at four times a second.
    """
    from detente.workspace.following import follow as appends

    for come in appends(named(ledger), after=after):
        if come is not None and json:
            json_lines([come])
        elif come is not None:
            kinds = ", ".join(f"{number} {kind}" for kind, number in come.kinds.items())
            lines([f"{come.seq:>10}  {come.recorded}  {kinds}\n"])
        sys.stdout.flush()


COMMANDS = (stats, copy, backup, roles, follow)
