"""Records as JSON, CSV or JSON lines: whichever is accepted; with an ETag that changes with them."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from fastapi import Request
from starlette.datastructures import Headers
from starlette.responses import Response

from detente.records import to_builtins
from detente.views.api.problems import Problem

JSON, CSV, LINES = "application/json", "text/csv", "application/x-ndjson"
FORMATS = (JSON, CSV, LINES)
_ANY = {"*/*": JSON, "application/*": JSON, "text/*": CSV}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def accepted(headers: Headers, offered: Sequence[str] = FORMATS) -> str:
    """The format that is asked for most.

    Raises:
        Problem: none that is offered.

    >>> accepted(Headers({"accept": "text/csv;q=0.5, application/x-ndjson"}))
    'application/x-ndjson'
    """
    wanted = sorted(map(_weighed, headers.get("accept", "*/*").split(",")), key=lambda one: -one[1])
    for name, weight in wanted:
        kind = _ANY.get(name, name)
        if weight > 0 and kind in offered:
            return kind
        if weight > 0 and name in _ANY:
            return offered[0]
    raise Problem(406, f"expected to be asked for {', '.join(offered)}; found other types; change Accept")


def _weighed(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    given = next((p[2:] for p in parameters if p.startswith("q=")), "1")
    try:
        return name or "*/*", float(given)
    except ValueError:
        return name, 0.0


def respond(
    request: Request,
    body: bytes,
    media_type: str,
    *,
    headers: dict[str, str] | None = None,
    public: bool = False,
) -> Response:
    """The body with its ETag; nothing but that, where the asker has it already."""
    tag = f'"{hashlib.sha256(body + media_type.encode()).hexdigest()[:32]}"'
    sent = {
        "ETag": tag,
        "Cache-Control": "public, max-age=3600" if public else "private, no-cache",
        "Vary": "Accept, Cookie, Authorization",
        **(headers or {}),
    }
    known = {one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")}
    if tag in known or "*" in known:
        return Response(status_code=304, headers=sent)
    return Response(body, headers=sent, media_type=media_type)


def one(request: Request, record: object) -> Response:
    """One record as JSON."""
    accepted(request.headers, (JSON,))
    return respond(request, msgspec.json.encode(record), JSON)


def many(
    request: Request, records: Sequence[object], headers: dict[str, str], columns: Iterable[str]
) -> Response:
    """Records in the format that is accepted."""
    kind = accepted(request.headers)
    if kind == JSON:
        return respond(request, msgspec.json.encode(records), kind, headers=headers)
    if kind == LINES:
        return respond(request, msgspec.json.Encoder().encode_lines(records), kind, headers=headers)
    return respond(request, table(map(to_builtins, records), tuple(columns)).encode(), kind, headers=headers)


def table(rows: Iterable[dict[str, Any]], columns: Sequence[str]) -> str:
    """Rows as CSV (RFC 4180); what is no text or number stands in its cell as JSON.

    >>> table([{"a": "=1+1", "b": [1]}], ("a", "b"))
    "a,b\\r\\n'=1+1,[1]\\r\\n"
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return out.getvalue()


def _cell(value: object) -> object:
    """A text that a spreadsheet would run as a formula is kept a text."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) and len(value) > 1 else value
    if value is None or isinstance(value, int | float):
        return value
    return msgspec.json.encode(value).decode()
