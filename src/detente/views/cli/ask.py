"""``detente ask``: the forty questions, each under a name."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.views.cli.guard import shows
from detente.views.cli.options import AsOf, Json, KnownBy, Ledger, PathsInstead
from detente.views.cli.printing import json_lines, sections
from detente.views.cli.room import end, room_in_memory, room_over

Name = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="The question. Without it: the list.", show_default=False),
]
Country = Annotated[
    str | None, typer.Option("--country", metavar="NAME", help="Whose act or measure.", show_default=False)
]
Sector = Annotated[
    str | None, typer.Option("--sector", metavar="WORD", help="Of sanctions: on what.", show_default=False)
]
Person = Annotated[
    str | None, typer.Option("--person", metavar="NAME", help="In any spelling.", show_default=False)
]
RecordId = Annotated[
    str | None, typer.Option("--record", metavar="ID", help="Of path: a claim.", show_default=False)
]
From = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="DATE", help="From this day on; of a diff: as known then.", show_default=False
    ),
]
To = Annotated[
    str | None,
    typer.Option("--to", metavar="DATE", help="Until this day; of a diff: known then.", show_default=False),
]


@shows(
    "detente ask                                                every question with its name",
    "detente ask released --ledger news.detente --from 2026-03-01",
    "detente ask measures --ledger news.detente --sector cotton --as-of 2026-03-20",
    "detente ask diff --ledger news.detente --from 2026-03-06 --to 2026-03-26",
    "detente ask adds-up examples/*.txt --json                  no ledger needed",
)
def ask(
    name: Name = None,
    paths: PathsInstead = None,
    ledger: Ledger = None,
    country: Country = None,
    sector: Sector = None,
    person: Person = None,
    record: RecordId = None,
    from_: From = None,
    to: To = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    json: Json = False,
) -> None:
    """Ask one of forty questions.

    The answer is rows, a verdict, and what they rest on. Where nothing is held it is `unknown`, and
    says which track is missing and what was looked at.
    """
    from detente.views.dossier.answers import of_answer, of_questions

    if name is None:
        with room_in_memory() as workspace:
            sections([of_questions(workspace.questions())])
        return
    where = {"country": country, "sector": sector, "from_": from_, "to": to}
    with room_over(paths, ledger) as (workspace, report):
        answer = workspace.ask(name, as_of=as_of, known_by=known_by, person=person, record=record, **where)
        if json:
            json_lines([answer])
        else:
            sections(of_answer(answer, quote=workspace.settings.quote))
        end(report)
