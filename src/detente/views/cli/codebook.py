"""``detente codebook``: what the types mean."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.views.cli.guard import shows
from detente.views.cli.options import Json
from detente.views.cli.printing import json_lines, sections
from detente.views.cli.room import room_in_memory


@shows(
    "detente codebook                   all types, a line each",
    "detente codebook RELEASE           definition, limits, roles, examples",
    "detente codebook S2 --json",
)
def codebook(
    type: Annotated[  # noqa: A002
        str | None,
        typer.Argument(metavar="[TYPE]", help="A type's name or number.", show_default=False),
    ] = None,
    json: Json = False,
) -> None:
    """Say what the types of the codebook mean.

    All of them a line each, or one with what counts, what does not, its roles and examples.
    """
    from detente.views.dossier.texts import of_type, of_types

    with room_in_memory() as workspace:
        found = workspace.codebook(type)
    if json:
        json_lines(found)
    else:
        sections([of_types(found)] if type is None else list(of_type(found[0])))
