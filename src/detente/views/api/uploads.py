"""The routes that write and those that watch: uploads, their jobs, health, metrics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from detente.records import to_json
from detente.views.api import formats
from detente.views.api.problems import TYPE, Problem
from detente.views.api.routes import Id
from detente.views.api.schema import PROBLEM, answers, ref
from detente.views.serving import Gate, Job, Jobs
from detente.views.serving.metrics import Metrics

HEARTBEAT = 15.0
"""Seconds of silence after which a watcher is told that we are still here."""
NO_JOB = "expected the id of an upload of this process; found none such; upload again: it is read once"
BODY = {
    "requestBody": {
        "required": True,
        "description": "A report (text or HTML), or reports one a line as JSON with a `text`.",
        "content": {name: {"schema": {"type": "string"}} for name in
                    ("text/plain", "text/html", "application/x-ndjson", "application/octet-stream")},
    }
}  # fmt: skip


ReaderName = Annotated[str | None, Query(min_length=1, max_length=80, description="Which reads it.")]


async def report_in(request: Request) -> bytes:
    """The body, which is a report.

    Raises:
        Problem: it is empty.
    """
    raw = await request.body()
    if not raw.strip():
        raise Problem(422, "expected a report as the body; found an empty one; send its bytes")
    return raw


def writing(jobs: Jobs) -> APIRouter:
    """Uploads and the jobs that read them."""
    router = APIRouter(tags=["documents"])

    async def upload(request: Request, reader: ReaderName = None) -> Response:
        job = jobs.upload(await report_in(request), reader)
        return Response(to_json(job), 202, {"Location": f"/jobs/{job.id}"}, formats.JSON)

    def job(request: Request, id: Id) -> Response:  # noqa: A002
        found = jobs.get(id)
        if found is None:
            raise Problem(404, NO_JOB)
        return formats.one(request, found)

    def events(id: Id) -> Response:  # noqa: A002
        if jobs.get(id) is None:
            raise Problem(404, NO_JOB)
        headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
        return StreamingResponse(_events(jobs, id), headers=headers, media_type="text/event-stream")

    router.add_api_route(
        "/documents", upload, methods=["POST"], status_code=202, response_model=None,
        summary="Upload a report, or reports one a line. The same bytes are read once.",
        operation_id="post-documents", openapi_extra=BODY,
        responses=answers(ref(Job), 413, 422, 503, ok=202),
    )  # fmt: skip
    router.add_api_route(
        "/jobs/{id}", job, summary="What became of an upload.", response_model=None,
        operation_id="get-jobs-id", responses=answers(ref(Job), 304, 404, 406, 422),
    )  # fmt: skip
    streamed = {"text/event-stream": {"schema": {"type": "string"}}}
    problem = {"description": "No such upload.", "content": {TYPE: {"schema": PROBLEM}}}
    router.add_api_route(
        "/jobs/{id}/events", events, summary="The job whenever it moves, to its end (server-sent events).",
        operation_id="get-jobs-id-events", response_model=None,
        responses={
            200: {"description": "A job in each event.", "content": streamed}, 404: problem, 422: problem,
        },
    )  # fmt: skip
    return router


def _events(jobs: Jobs, name: str) -> Iterator[bytes]:
    for job in jobs.watch(name, patience=HEARTBEAT):
        yield b": waiting\n\n" if job is None else b"event: job\ndata: " + to_json(job) + b"\n\n"


def watching(gate: Gate, metrics: Metrics) -> APIRouter:
    """Whether all is well, and in figures."""
    router = APIRouter(tags=["health"])

    def health(request: Request) -> Response:
        return formats.one(request, {"status": "ok", "head": gate.desk(request).view().head})

    def figures() -> Response:
        return PlainTextResponse(metrics.text(), media_type="text/plain; version=0.0.4")

    well = {"type": "object", "required": ["status", "head"], "properties": {"status": {"const": "ok"}}}
    router.add_api_route(
        "/health", health, summary="Whether the ledger can be read.", operation_id="get-health",
        response_model=None, responses=answers(well, 304, 406, 503),
    )  # fmt: skip
    text = {"text/plain": {"schema": {"type": "string"}}}
    router.add_api_route(
        "/metrics", figures, summary="Figures for Prometheus.", operation_id="get-metrics",
        response_model=None, responses={200: {"description": "Text format 0.0.4.", "content": text}},
    )  # fmt: skip
    return router
