"""``detente article``: a report as text, with its title, date and furniture."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.views.cli.guard import shows
from detente.views.cli.options import Json
from detente.views.cli.printing import json_lines, sections
from detente.views.cli.room import room_in_memory


@shows(
    "detente article examples/2-meridian-wire.txt",
    "detente article page.html --json",
)
def article(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A report, or - for standard input.")],
    json: Json = False,
) -> None:
    """Print a report as the reader gets it.

    Its text, title, publisher, date and headings, and what in it is furniture or boilerplate.
    """
    from detente.views.dossier.texts import of_article

    with room_in_memory() as workspace:
        found = workspace.article(path)
    if json:
        json_lines([found])
    else:
        sections(list(of_article(found)))
