"""The routes that read: records, questions, traces, texts; each parses, asks the desk, renders."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from detente.records import Answer, Article, Issue, State
from detente.views.api import formats
from detente.views.api.collections import COLLECTIONS, Collection, one
from detente.views.api.paging import page
from detente.views.api.problems import Problem
from detente.views.api.schema import answers, listed, ref
from detente.views.serving import Gate
from detente.workspace import Trace

DAY = r"^\d{4}-\d{2}-\d{2}$"
AsOf = Annotated[str | None, Query(pattern=DAY, description="What held on this day; else what holds last.")]
KnownBy = Annotated[
    str | None, Query(pattern=DAY, description="Only what could be known by the end of this day.")
]
Limit = Annotated[int, Query(ge=1, le=1000, description="How many at most.")]
Cursor = Annotated[str | None, Query(max_length=200, description="From the header Detente-Next.")]
Id = Annotated[str, Path(min_length=1, max_length=200)]
MISSING = "expected the id of something that was read; found none such; list the collection for its ids"


def reading(gate: Gate) -> APIRouter:
    """Every route that only reads."""
    router = APIRouter(tags=["records"])
    for collection in COLLECTIONS:
        _list(router, gate, collection)
        if collection.key is not None:
            _get(router, gate, collection)
    _whole(router, gate)
    _questions(router, gate)
    _behind(router, gate)
    return router


def _add(router: APIRouter, path: str, function: Callable[..., Response], summary: str, **more: Any) -> None:
    """A route that answers with what it was given."""
    name = path.strip("/").replace("/", "-").replace("{", "").replace("}", "")
    router.add_api_route(
        path, function, summary=summary, operation_id=f"get-{name}", response_model=None, **more
    )


def _list(router: APIRouter, gate: Gate, collection: Collection) -> None:
    columns = collection.record.__struct_fields__

    def endpoint(
        request: Request,
        as_of: AsOf = None,
        known_by: KnownBy = None,
        limit: Limit = 100,
        cursor: Cursor = None,
    ) -> Response:
        view = gate.desk(request).view(as_of, known_by)
        found = page(request, collection.found(view), limit=limit, cursor=cursor, head=view.head)
        return formats.many(request, found.items, found.headers, columns)

    said = answers(listed(collection.record), 304, 406, 410, 422, 503, many=True)
    _add(router, f"/{collection.name}", endpoint, f"List: {collection.what}.", responses=said)


def _get(router: APIRouter, gate: Gate, collection: Collection) -> None:
    def endpoint(request: Request, id: Id, as_of: AsOf = None, known_by: KnownBy = None) -> Response:  # noqa: A002
        found = one(collection, gate.desk(request).view(as_of, known_by), id)
        if found is None:
            raise Problem(404, MISSING)
        return formats.one(request, found)

    said = answers(ref(collection.record), 304, 404, 406, 422, 503)
    _add(router, f"/{collection.name}/{{id}}", endpoint, f"One of: {collection.what}.", responses=said)


def _whole(router: APIRouter, gate: Gate) -> None:
    def state(request: Request, as_of: AsOf = None, known_by: KnownBy = None) -> Response:
        return formats.one(request, gate.desk(request).view(as_of, known_by).state)

    def issues(request: Request, limit: Limit = 100, cursor: Cursor = None) -> Response:
        head, found = gate.desk(request).room.call(lambda w: (w.head(), w.issues()))
        part = page(request, found, limit=limit, cursor=cursor, head=head)
        return formats.many(request, part.items, part.headers, Issue.__struct_fields__)

    _add(router, "/state", state, "Everything the reports support, in one piece.",
         responses=answers(ref(State), 304, 406, 422, 503))  # fmt: skip
    _add(router, "/issues", issues, "What a person should know about the data.",
         responses=answers(listed(Issue), 304, 406, 410, 422, 503, many=True))  # fmt: skip


def _questions(router: APIRouter, gate: Gate) -> None:
    def questions(request: Request) -> Response:
        found = gate.desk(request).room.call(lambda w: w.questions())
        return formats.one(request, [
            {"name": q.name, "numbers": q.numbers, "asks": q.asks, "filters": q.filters} for q in found
        ])  # fmt: skip

    def ask(
        request: Request, name: Id, as_of: AsOf = None, known_by: KnownBy = None,
        country: Text = None, sector: Text = None, person: Text = None, record: Text = None,
        from_: Annotated[str | None, Query(alias="from", pattern=DAY)] = None,
        to: Annotated[str | None, Query(pattern=DAY)] = None,
    ) -> Response:  # fmt: skip
        asked = {"country": country, "sector": sector, "person": person, "record": record}
        given = {k: v for k, v in {**asked, "from": from_, "to": to}.items() if v is not None}
        return formats.one(request, gate.desk(request).ask(name, as_of, known_by, given))

    question = {"type": "object", "required": ["name", "numbers", "asks", "filters"]}
    _add(router, "/questions", questions, "The forty questions, with their filters.", tags=["questions"],
         responses=answers({"type": "array", "items": question}, 304, 406, 503))  # fmt: skip
    _add(router, "/ask/{name}", ask, "Ask one of the forty questions.", tags=["questions"],
         responses=answers(ref(Answer), 304, 404, 406, 422, 503))  # fmt: skip


Text = Annotated[str | None, Query(min_length=1, max_length=200)]


def _behind(router: APIRouter, gate: Gate) -> None:
    def trace(request: Request, id: Id) -> Response:  # noqa: A002
        return formats.one(request, gate.desk(request).room.call(lambda w: w.trace(id)))

    def article(request: Request, id: Id, known_by: KnownBy = None) -> Response:  # noqa: A002
        report = gate.desk(request).view(None, known_by).report(id)
        if report is None or report.article is None:
            raise Problem(404, MISSING)
        return formats.one(request, report.article)

    _add(router, "/trace/{id}", trace, "From a record to words and bytes.", tags=["evidence"],
         responses=answers(ref(Trace), 304, 404, 406, 422, 503))  # fmt: skip
    _add(router, "/articles/{id}", article, "A report as text.", tags=["evidence"],
         responses=answers(ref(Article), 304, 404, 406, 422, 503))  # fmt: skip
