"""``detente inspect``: what the reader saw in each sentence."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.views.cli.guard import shows
from detente.views.cli.options import Json, Reader
from detente.views.cli.printing import json_lines, sections
from detente.views.cli.room import room_in_memory


@shows(
    "detente inspect examples/2-meridian-wire.txt",
    'detente inspect "Varland freed two men on Friday."',
)
def inspect(
    what: Annotated[str, typer.Argument(metavar="PATH|TEXT", help="A report, or a text as it is.")],
    reader: Reader = None,
    json: Json = False,
) -> None:
    """Show what the reader saw in each sentence.

    Triggers, parse, mentions, the rules that fired or nearly did, and why nothing came of it.
    """
    from detente.views.dossier.texts import of_sentences

    with room_in_memory() as workspace:
        found = workspace.inspect(what, reader=reader)
    if json:
        json_lines(found)
    else:
        sections(list(of_sentences(found)))
