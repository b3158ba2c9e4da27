"""``detente dossier``: a deal, a country or a time as a page to read, print or hand on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from detente.views.cli.guard import shows
from detente.views.cli.options import AsOf, Json, KnownBy, Ledger
from detente.views.cli.printing import json_lines, rows, sections
from detente.views.cli.room import room

Form = Literal["terminal", "markdown", "html"]


@shows(
    "detente dossier deal_04bcbd --ledger news.detente",
    "detente dossier --country Burundi --to markdown -o burundi.md",
    "detente dossier --since 2026-01-01 --to html -o deals.html   one page that stands alone",
)
def dossier(
    deal: Annotated[
        str | None,
        typer.Argument(metavar="[DEAL]", help="Id of a deal, or its beginning.", show_default=False),
    ] = None,
    ledger: Ledger = None,
    country: Annotated[
        str | None,
        typer.Option("--country", metavar="NAME", help="The deals of a party.", show_default=False),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Deals from this day on.", show_default=False),
    ] = None,
    to: Annotated[
        Form, typer.Option("--to", help="For the terminal, as Markdown, or one HTML page.")
    ] = "terminal",
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write it here.", show_default=False)
    ] = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    json: Json = False,
) -> None:
    """Write the dossier of a deal, of a country's deals, or of the deals since a day.

    The page carries its style and figures (where they went, what happened when) in itself, prints well and
    asks nothing of any network; every line leads to the words it rests on. --json gives the deals as records.
    """
    from detente.views.dossier.chosen import of_deals

    with room(ledger) as workspace:
        deals = workspace.deals(deal, country=country, since=since, as_of=as_of, known_by=known_by)
        state, quote = workspace.state(as_of=as_of, known_by=known_by), workspace.settings.quote
        found = of_deals(state, deals, quote=quote, title=_title(deal, country, since))
        if json:
            json_lines(deals)
        elif output is not None:
            Path(output).write_text("".join(found.written(to)), encoding="utf-8")
        elif to == "terminal":
            sections(found.sections)
        else:
            rows(found.written(to))


def _title(deal: str | None, country: str | None, since: str | None) -> str | None:
    if deal is not None:
        return None
    whose = f"Deals of {country}" if country else "Deals"
    return f"{whose} since {since}" if since else whose
