"""What goes wrong, as RFC 9457 problems: each says what was expected, what was found, what to do."""

from __future__ import annotations

from http import HTTPStatus

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from detente.errors import DetenteError, InputError, LedgerBusyError, UnknownNameError

TYPE = "application/problem+json"
STATUS: tuple[tuple[type[DetenteError], HTTPStatus], ...] = (
    (UnknownNameError, HTTPStatus.NOT_FOUND),
    (InputError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (LedgerBusyError, HTTPStatus.SERVICE_UNAVAILABLE),
)
"""Each error of ours knows its status; any other is the ledger's or ours."""
ADVICE = {
    404: "expected something that was read; found nothing under this address; list the collection for ids",
    405: "expected another method at this address; /openapi.json lists the routes with their methods",
}


class Problem(Exception):
    """An answer that is no answer."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status, self.detail = status, detail


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    """The problem as a response."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return Response(msgspec.json.encode(body), status, headers, TYPE)


def status_of(error: DetenteError) -> int:
    """With which status this error is told."""
    return next((int(s) for kind, s in STATUS if isinstance(error, kind)), 500)


def _ours(_: Request, error: Exception) -> Response:
    assert isinstance(error, DetenteError)
    return problem(status_of(error), str(error))


def _told(_: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return problem(error.status, error.detail)


def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    return problem(error.status_code, ADVICE.get(error.status_code, str(error.detail)), headers)


def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    said = "; ".join(f"{'.'.join(str(p) for p in e['loc'][1:])}: {e['msg']}" for e in error.errors())
    return problem(422, f"expected other values; found: {said}; mend them and ask again")


def tell_problems(app: FastAPI) -> None:
    """Have every error of this application told as a problem."""
    app.add_exception_handler(DetenteError, _ours)
    app.add_exception_handler(Problem, _told)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
