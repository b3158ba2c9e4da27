"""The pages' addresses: each takes both clocks, asks the desk, and sets what it was given."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from detente.errors import DetenteError, UnknownNameError
from detente.views.dossier import of_conflicts
from detente.views.serving import Gate, Team
from detente.views.web import assets, exporting, finding, signing
from detente.views.web.deals import deal_page
from detente.views.web.maps import the_map
from detente.views.web.measures import grid
from detente.views.web.networks import network
from detente.views.web.overview import overview
from detente.views.web.people import person_page
from detente.views.web.reports import report_page
from detente.views.web.setting import SHOWN, Clocks, is_part, render
from detente.views.web.timelines import timeline

Day = Annotated[str | None, Query(max_length=10)]
MISSING = "Nothing is held under this address. It may never have been read, or not by the day you ask about."


class PageRoute(APIRoute):
    """A route whose errors are pages, too."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, with what goes wrong told in words."""
        handler = super().get_route_handler()

        async def told(request: Request) -> Response:
            try:
                return await handler(request)
            except DetenteError as error:
                return _sorry(request, 404 if isinstance(error, UnknownNameError) else 422, str(error))
            except HTTPException as error:
                return _refused(request, error)
            except RequestValidationError:
                return _sorry(request, 422, "The address holds a value that is not what was expected.")

        return told


def _refused(request: Request, error: HTTPException) -> Response:
    """Who is not signed in is led to where they can; nowhere else."""
    if error.status_code == 401 and request.method == "GET":
        return RedirectResponse("/desk/login", 303)
    return _sorry(request, error.status_code, str(error.detail))


def _sorry(request: Request, status: int, text: str) -> Response:
    return render(request, "sorry.html", None, Clocks(), status, text=text)


def clocks_of(as_of: Day = None, known_by: Day = None) -> Clocks:
    """Both clocks; an empty field of a form is none."""
    return Clocks(as_of or None, known_by or None)


def add_to(app: FastAPI, gate: Gate, *, secure: bool) -> None:
    """Give the application its pages."""
    router = APIRouter(route_class=PageRoute, include_in_schema=False)
    _records(router, gate)
    _drawings(router, gate)
    _evidence(router, gate)
    finding.add_search(router, gate)
    finding.add_review(router, gate)
    exporting.add_export(router, gate)
    if isinstance(gate, Team):
        signing.add_to(router, gate, secure=secure)
    app.include_router(router)
    app.include_router(assets.router)


def _page(router: APIRouter, path: str) -> Callable[[Callable[..., Response]], Callable[..., Response]]:
    return router.get(path, response_model=None)


def _records(router: APIRouter, gate: Gate) -> None:
    @_page(router, "/")
    def first(request: Request, as_of: Day = None, known_by: Day = None) -> Response:
        clocks = clocks_of(as_of, known_by)
        view = gate.desk(request).view(*clocks)
        return render(request, "overview.html", view, clocks, found=overview(view))

    @_page(router, "/desk/deal/{name}")
    def deal(request: Request, name: str, as_of: Day = None, known_by: Day = None) -> Response:
        clocks = clocks_of(as_of, known_by)
        view = gate.desk(request).view(*clocks)
        found = view.deals.get(name)
        if found is None:
            return _sorry(request, 404, MISSING)
        return render(request, "deal.html", view, clocks, found=deal_page(found, view))

    @_page(router, "/desk/people")
    def people(request: Request, as_of: Day = None, known_by: Day = None) -> Response:
        clocks = clocks_of(as_of, known_by)
        return render(request, "people.html", gate.desk(request).view(*clocks), clocks)

    @_page(router, "/desk/person/{name}")
    def person(request: Request, name: str, as_of: Day = None, known_by: Day = None) -> Response:
        clocks = clocks_of(as_of, known_by)
        view = gate.desk(request).view(*clocks)
        found = view.people.get(name)
        if found is None:
            return _sorry(request, 404, MISSING)
        return render(request, "person.html", view, clocks, found=person_page(found, view))

    @_page(router, "/desk/measures")
    def measures(request: Request, as_of: Day = None, known_by: Day = None) -> Response:
        clocks = clocks_of(as_of, known_by)
        view = gate.desk(request).view(*clocks)
        return render(
            request, "measures.html", view, clocks, found=grid(view, gate.desk(request).view().days)
        )

    @_page(router, "/desk/reports")
    def reports(request: Request, as_of: Day = None, known_by: Day = None) -> Response:
        clocks = clocks_of(as_of, known_by)
        return render(request, "reports.html", gate.desk(request).view(*clocks), clocks)

    @_page(router, "/desk/report/{name}")
    def report(request: Request, name: str, as_of: Day = None, known_by: Day = None) -> Response:
        clocks = clocks_of(as_of, known_by)
        view = gate.desk(request).view(*clocks)
        found = view.report(name)
        if found is None:
            return _sorry(request, 404, MISSING)
        return render(request, "report.html", view, clocks, found=report_page(found, view))

    @_page(router, "/desk/conflicts")
    def conflicts(request: Request, as_of: Day = None, known_by: Day = None) -> Response:
        clocks = clocks_of(as_of, known_by)
        view = gate.desk(request).view(*clocks)
        sections = tuple(of_conflicts(view.state.conflicts, view.book))
        return render(request, "conflicts.html", view, clocks, sections=sections)


def _drawings(router: APIRouter, gate: Gate) -> None:
    for path, template, made in (
        ("/desk/map", "map.html", the_map),
        ("/desk/network", "network.html", network),
        ("/desk/timeline", "timeline.html", timeline),
    ):
        _drawing(router, gate, path, template, made)


def _drawing(router: APIRouter, gate: Gate, path: str, template: str, made: Callable[..., object]) -> None:
    @_page(router, path)
    def drawing(request: Request, as_of: Day = None, known_by: Day = None) -> Response:
        clocks = clocks_of(as_of, known_by)
        view = gate.desk(request).view(*clocks)
        return render(request, template, view, clocks, found=made(view))


def _evidence(router: APIRouter, gate: Gate) -> None:
    @_page(router, "/desk/evidence")
    def evidence(
        request: Request,
        ids: Annotated[str, Query(max_length=2000)] = "",
        as_of: Day = None,
        known_by: Day = None,
    ) -> Response:
        clocks = clocks_of(as_of, known_by)
        view = gate.desk(request).view(*clocks)
        quotes = view.quotes(ids.split(",")[:SHOWN])
        if not quotes:
            return _sorry(request, 404, MISSING)
        template = "evidence_part.html" if is_part(request) else "evidence.html"
        return render(request, template, view, clocks, quotes=quotes)

    @_page(router, "/desk/changes")
    def changes(request: Request, since: Day = None, as_of: Day = None, known_by: Day = None) -> Response:
        clocks = clocks_of(as_of, known_by)
        view = gate.desk(request).view(*clocks)
        first = since or (view.days[0] if view.days else None)
        answer = gate.desk(request).ask(
            "diff", clocks.as_of, clocks.known_by, {"from": first} if first else {}
        )
        return render(request, "changes.html", view, clocks, answer=answer, since=first)
