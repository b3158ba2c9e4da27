"""OpenAPI 3.1 from the records themselves: their JSON Schema, and what every route can answer."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from detente import __version__
from detente.codebook import EventType
from detente.records import Answer, Article, Coding, Issue, Placed, SentenceTrace, State
from detente.views.api.collections import COLLECTIONS
from detente.views.api.formats import CSV, JSON, LINES
from detente.views.api.problems import TYPE
from detente.views.serving import Job
from detente.workspace import Trace, Verification
from detente.workspace.judging import Candidate
from detente.workspace.searching import Hit

RECORDS: tuple[type, ...] = (
    *(c.record for c in COLLECTIONS), Answer, Article, Candidate, Coding, EventType, Hit, Issue, Job, Placed,
    SentenceTrace, State, Trace, Verification,
)  # fmt: skip
REF = "#/components/schemas/{name}"
PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What was expected, what was found, what to do."},
    },
}
WHY = {
    304: "You have this already.",
    400: "No request of HTTP.",
    401: "Nobody is signed in.",
    403: "Your role may not do this.",
    404: "Nothing is held under this address.",
    406: "None of the formats you accept is offered.",
    409: "There is no ledger to look at.",
    410: "The ledger has grown since the cursor was given.",
    413: "The body is too large.",
    415: "The body is of a type that is not read.",
    422: "A value is not what was expected.",
    429: "Too many tries.",
    503: "The ledger is busy.",
}


def answers(
    schema: dict[str, Any], *codes: int, many: bool = False, ok: int = 200
) -> dict[int | str, dict[str, Any]]:
    """What a route can answer: a record (or many, in three formats), and these problems."""
    content: dict[str, Any] = {JSON: {"schema": schema}}
    if many:
        content |= {CSV: {"schema": {"type": "string"}}, LINES: {"schema": {"type": "string"}}}
    found: dict[int | str, dict[str, Any]] = {ok: {"description": "What was asked for.", "content": content}}
    for code in codes:
        found[code] = {"description": WHY[code]}
        if code != 304:
            found[code]["content"] = {TYPE: {"schema": {"$ref": REF.format(name="Problem")}}}
    return found


def ref(record: type) -> dict[str, Any]:
    """A reference to a record's schema."""
    return {"$ref": REF.format(name=record.__name__)}


def listed(record: type) -> dict[str, Any]:
    """The schema of a list of these records."""
    return {"type": "array", "items": ref(record)}


def describe(app: FastAPI) -> None:
    """Give the application its document: routes from FastAPI, schemas from the records."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]


def _document(app: FastAPI) -> dict[str, Any]:
    found = get_openapi(title=app.title, version=__version__, description=app.description, routes=app.routes)
    schemas = found.setdefault("components", {}).setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    _, components = msgspec.json.schema_components(RECORDS, ref_template=REF)
    schemas |= {**components, "Problem": PROBLEM}
    return found
