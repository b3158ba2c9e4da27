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
from detente.views.dossier.answers import said
from detente.views.serving import Gate, Team, View
from detente.views.web import asking, assets, exporting, finding, signing
from detente.views.web.deals import deal_page
from detente.views.web.maps import the_map
from detente.views.web.measures import grid
from detente.views.web.networks import network
from detente.views.web.opening import Day, opened
from detente.views.web.overview import overview
from detente.views.web.people import person_page
from detente.views.web.reports import report_page
from detente.views.web.setting import SHOWN, Clocks, is_part, render
from detente.views.web.timelines import timeline

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


def add_to(app: FastAPI, gate: Gate, *, secure: bool) -> None:
    """Give the application its pages."""
    router = APIRouter(route_class=PageRoute, include_in_schema=False)
    for path, template, made in WHOLE:
        _whole(router, gate, path, template, made)
    for path, template, found in NAMED:
        _named(router, gate, path, template, found)
    _measures(router, gate)
    _evidence(router, gate)
    asking.add_to(router, gate)
    finding.add_search(router, gate)
    finding.add_review(router, gate)
    exporting.add_export(router, gate)
    if isinstance(gate, Team):
        signing.add_to(router, gate, secure=secure)
    app.include_router(router)
    app.include_router(assets.router)


def _whole(router: APIRouter, gate: Gate, path: str, template: str, made: Callable[[View], object]) -> None:
    @router.get(path, response_model=None)
    def whole(request: Request, as_of: Day = None, known_by: Day = None) -> Response:
        return opened(gate, request, as_of, known_by).shown(template, lambda view: {"found": made(view)})


def _named(
    router: APIRouter, gate: Gate, path: str, template: str, made: Callable[[View, str], object | None]
) -> None:
    @router.get(path, response_model=None)
    def named(request: Request, name: str, as_of: Day = None, known_by: Day = None) -> Response:
        def given(view: View) -> dict[str, object]:
            found = made(view, name)
            if found is None:
                raise UnknownNameError(MISSING)
            return {"found": found}

        return opened(gate, request, as_of, known_by).shown(template, given)


def _deal(view: View, name: str) -> object | None:
    found = view.deals.get(name)
    return None if found is None else deal_page(found, view)


def _person(view: View, name: str) -> object | None:
    found = view.people.get(name)
    return None if found is None else person_page(found, view)


def _report(view: View, name: str) -> object | None:
    found = view.report(name)
    return None if found is None else report_page(found, view)


WHOLE: tuple[tuple[str, str, Callable[[View], object]], ...] = (
    ("/", "overview.html", overview),
    ("/desk/people", "people.html", lambda view: view.state.people),
    ("/desk/reports", "reports.html", lambda view: view.reports),
    ("/desk/conflicts", "conflicts.html", lambda view: tuple(of_conflicts(view.state.conflicts, view.book))),
    ("/desk/map", "map.html", the_map),
    ("/desk/network", "network.html", network),
    ("/desk/timeline", "timeline.html", timeline),
)
"""Pages of all that is held: address, template, what is set."""
NAMED: tuple[tuple[str, str, Callable[[View, str], object | None]], ...] = (
    ("/desk/deal/{name}", "deal.html", _deal),
    ("/desk/person/{name}", "person.html", _person),
    ("/desk/report/{name}", "report.html", _report),
)
"""Pages of one record; None: nothing is held under that name."""


def _measures(router: APIRouter, gate: Gate) -> None:
    @router.get("/desk/measures", response_model=None)
    def measures(request: Request, since: Day = None, as_of: Day = None, known_by: Day = None) -> Response:
        page = opened(gate, request, as_of, known_by)
        days = gate.desk(request).view().days
        before = gate.desk(request).view(since, known_by or None) if since else None
        return page.render("measures.html", found=grid(page.view, days, before), since=since or "")


def _evidence(router: APIRouter, gate: Gate) -> None:
    @router.get("/desk/evidence", response_model=None)
    def evidence(
        request: Request,
        ids: Annotated[str, Query(max_length=2000)] = "",
        as_of: Day = None,
        known_by: Day = None,
    ) -> Response:
        def given(view: View) -> dict[str, object]:
            quotes = view.quotes(ids.split(",")[:SHOWN])
            if not quotes:
                raise UnknownNameError(MISSING)
            return {"quotes": quotes}

        template = "evidence_part.html" if is_part(request) else "evidence.html"
        return opened(gate, request, as_of, known_by).shown(template, given)

    @router.get("/desk/changes", response_model=None)
    def changes(request: Request, since: Day = None, as_of: Day = None, known_by: Day = None) -> Response:
        page = opened(gate, request, as_of, known_by)
        first = since or (page.view.days[0] if page.view.days else None)
        answer = gate.desk(request).ask("diff", *page.clocks, {"from": first} if first else {})
        return page.render("changes.html", answer=answer, since=first, cell=said)
