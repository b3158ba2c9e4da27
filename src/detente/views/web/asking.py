"""The forty questions as pages: the same names and filters as ``detente ask`` and the API."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from msgspec.structs import replace
from starlette.responses import Response

from detente.records import Answer
from detente.views.dossier import Section
from detente.views.dossier.answers import Listed, beside, said
from detente.views.serving import Gate, View
from detente.views.web.opening import Day, opened

NAMES = {"country": "Whose act or measure", "sector": "On what", "person": "Person, in any spelling",
         "record": "Id of a claim", "from": "From", "to": "Until"}  # fmt: skip
"""What stands beside the field of each filter."""
Text = Annotated[str | None, Query(max_length=200)]


def add_to(router: APIRouter, gate: Gate) -> None:
    """The list of the questions, and a page for each."""

    @router.get("/desk/ask", response_model=None)
    def questions(request: Request, as_of: Day = None, known_by: Day = None) -> Response:
        return opened(gate, request, as_of, known_by).render(
            "questions.html", found=_questions(gate, request)
        )

    @router.get("/desk/ask/{name}", response_model=None)
    def ask(
        request: Request, name: str, country: Text = None, sector: Text = None, person: Text = None,
        record: Text = None, from_: Annotated[Day, Query(alias="from")] = None, to: Day = None,
        as_of: Day = None, known_by: Day = None,
    ) -> Response:  # fmt: skip
        asked = {"country": country, "sector": sector, "person": person, "record": record}
        given = {key: value for key, value in {**asked, "from": from_, "to": to}.items() if value}
        page, desk = opened(gate, request, as_of, known_by), gate.desk(request)
        answer = desk.ask(name, *page.clocks, given)
        question = next(q for q in _questions(gate, request) if q.name == name)
        return page.render(
            "question.html", question=question, answer=answer, given=given, names=NAMES, cell=said,
            beside=_beside(answer, page.view, desk.settings.quote),
            json=page.clocks.to(f"/ask/{name}", **given),
        )  # fmt: skip


def _beside(answer: Answer, view: View, quote: int) -> tuple[Section, ...]:
    """With reports called by their outlet, not by an id."""
    found = beside(answer, quote=quote, rest="the JSON has them")
    return tuple(
        replace(one, lines=tuple(replace(line, text=view.book.plain(line.text)) for line in one.lines))
        for one in found
    )


def _questions(gate: Gate, request: Request) -> tuple[Listed, ...]:
    return gate.desk(request).writers.call(lambda workspace: workspace.questions())
