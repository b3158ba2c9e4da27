"""The routes that keep nothing: a report that is only looked at, the codebook, whether the ledger holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from detente.codebook import EventType
from detente.records import Article, Claim, Issue, SentenceTrace
from detente.views.api import formats
from detente.views.api.problems import Problem
from detente.views.api.routes import Id
from detente.views.api.schema import answers, listed, ref
from detente.views.api.uploads import BODY, ReaderName, report_in
from detente.views.serving import Gate, Jobs
from detente.views.serving.reader import ReaderProcess
from detente.workspace import Verification, Workspace
from detente.workspace.collecting import Result

NO_LEDGER = "expected a ledger to look at; found a desk that keeps nothing; serve one with --ledger"


def looking(gate: Gate, jobs: Jobs) -> APIRouter:
    """Every route that keeps nothing."""
    router = APIRouter()
    for path, made, schema, what in (
        ("/look/claims", _claims, listed(Claim), "The claims of a report that is not kept."),
        ("/look/article", _article, ref(Article), "A report that is not kept, as text."),
        ("/look/sentences", _sentences, listed(SentenceTrace), "What the reader sees in each sentence."),
    ):
        _look(router, jobs.looks, path, made, schema, what)
    _codebook(router, gate)
    _holds(router, gate)
    return router


def _look(
    router: APIRouter,
    process: ReaderProcess,
    path: str,
    made: Callable[..., object],
    schema: dict[str, Any],
    what: str,
) -> None:
    async def endpoint(request: Request, reader: ReaderName = None) -> Response:
        raw = await report_in(request)
        found = await run_in_threadpool(made, process, raw, reader)
        return Response(msgspec.json.encode(found), 200, None, formats.JSON)

    router.add_api_route(
        path, endpoint, methods=["POST"], summary=what, response_model=None, tags=["looking"],
        operation_id=f"post-{path.strip('/').replace('/', '-')}", openapi_extra=BODY,
        responses=answers(schema, 404, 413, 422, 503),
    )  # fmt: skip


def _claims(reader: ReaderProcess, raw: bytes, name: str | None) -> tuple[Claim, ...]:
    found = tuple(reader.read(raw, reader=name))
    _told(found)
    return tuple(c for result in found if result.reading is not None for c in result.reading.claims)


def _article(reader: ReaderProcess, raw: bytes, name: str | None) -> Article:
    found = tuple(reader.read(raw, reader=name))
    _told(found)
    return next(result.article for result in found if result.article is not None)


def _sentences(reader: ReaderProcess, raw: bytes, name: str | None) -> tuple[SentenceTrace, ...]:
    return reader.inspect(raw, reader=name)


def _told(found: tuple[Result, ...]) -> None:
    """Raises: Problem: no report is in what was sent."""
    if not any(result.article is not None for result in found):
        said = "; ".join(issue.message for result in found for issue in result.issues)
        raise Problem(422, said or "expected a report as the body; found none; send a text or a page")


def _codebook(router: APIRouter, gate: Gate) -> None:
    def types(request: Request) -> Response:
        return formats.one(request, gate.desk(request).writers.call(lambda w: w.codebook()))

    def type_(request: Request, id: Id) -> Response:  # noqa: A002
        return formats.one(request, gate.desk(request).writers.call(lambda w: w.codebook(id))[0])

    for path, endpoint, schema, codes in (
        ("/codebook", types, listed(EventType), (304, 406)),
        ("/codebook/{id}", type_, ref(EventType), (304, 404, 406, 422)),
    ):
        router.add_api_route(
            path, endpoint, summary="Types of the codebook, with their roles, limits and examples.",
            response_model=None, operation_id=f"get-{path.strip('/').replace('/{id}', '-id')}",
            responses=answers(schema, *codes), tags=["looking"],
        )  # fmt: skip


def _holds(router: APIRouter, gate: Gate) -> None:
    def verify(
        request: Request, noted: Annotated[str | None, Query(max_length=80)] = None, fast: bool = False
    ) -> Response:
        return formats.one(request, _of(request, lambda w: w.verify(noted=noted, fast=fast)))

    def check(request: Request) -> Response:
        return formats.one(request, _of(request, lambda w: w.check()))

    def _of(request: Request, look: Callable[[Workspace], object]) -> object:
        desk = gate.desk(request)
        if desk.ledger is None:
            raise Problem(409, NO_LEDGER)
        return desk.writers.call(look)

    for path, endpoint, schema, what in (
        ("/verify", verify, ref(Verification), "Whether the ledger's chain holds, and where it breaks."),
        ("/check", check, listed(Issue), "Whether what the ledger keeps makes sense."),
    ):
        router.add_api_route(
            path, endpoint, summary=what, response_model=None, operation_id=f"get-{path[1:]}",
            responses=answers(schema, 304, 406, 409, 422, 503), tags=["health"],
        )  # fmt: skip
