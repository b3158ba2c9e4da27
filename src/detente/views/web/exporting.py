"""Exports from any page: its claims as a file for a program or a page to print, for whom they are meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from msgspec.structs import replace
from starlette.responses import Response

from detente.errors import UnknownNameError
from detente.records import State
from detente.views.exports import EXPORTERS
from detente.views.exports.profiles import Profile, Withheld, profiled
from detente.views.serving import Gate, View
from detente.views.web.opening import Day, opened
from detente.views.web.people import speaks_of

Format = Literal["csv", "jsonl", "ftm", "plover", "uwazi", "html"]
SHEET, LINES = "text/csv; charset=utf-8", "application/x-ndjson"
FILES = {
    "csv": ("csv", SHEET), "jsonl": ("jsonl", LINES),
    "ftm": ("ftm.json", LINES), "plover": ("plover.jsonl", LINES),
    "uwazi": ("uwazi.csv", SHEET),
}  # fmt: skip
"""Format → what the file's name ends in, and its media type."""


def add_export(router: APIRouter, gate: Gate) -> None:
    """The page that asks for whom, and what it gives."""

    @router.get("/desk/export", response_model=None)
    def export(
        request: Request,
        of: Annotated[str | None, Query(max_length=200)] = None,
        to: Format | None = None,
        profile: Profile = "public",
        links: bool = False,
        as_of: Day = None,
        known_by: Day = None,
    ) -> Response:
        page = opened(gate, request, as_of, known_by)
        state = narrowed(page.view, of or None)
        if to is None:
            return page.render("export.html", of=of or "", claims=len(state.claims))
        shown, note = profiled(state, profile, links=links)
        if to == "html":
            return page.render("sheet.html", claims=shown.claims, note=note, links=links)
        return _file(EXPORTERS.get(to)()(shown), to, note)


def narrowed(view: View, of: str | None) -> State:
    """The state with the claims of one record alone; of all, where none is named.

    Raises:
        UnknownNameError: no such record.
    """
    if of is None:
        return view.state
    deal, person, report = view.deals.get(of), view.people.get(of), view.report(of)
    if deal is not None:
        claims = view.book.of(deal.claims)
    elif person is not None:
        claims = tuple(c for c in view.state.claims if speaks_of(c, of))
    elif report is not None:
        claims = report.claims
    else:
        raise UnknownNameError("expected the id of a deal, a person or a report; found another; leave it out")
    return replace(view.state, claims=claims)


def _file(lines: Iterable[str], to: str, note: Withheld) -> Response:
    ending, kind = FILES[to]
    name = f"detente-{note.profile}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Detente-Withheld": note.sentence}
    return Response("".join(lines), headers=headers, media_type=kind)
