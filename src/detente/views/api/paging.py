"""Pages of a list: a cursor says after which place to go on, and in which state of the ledger."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import NamedTuple, TypeVar
from urllib.parse import urlencode

from fastapi import Request

from detente.views.api.problems import Problem

T = TypeVar("T")


class Page(NamedTuple):
    """A stretch of a list, and the headers that tell of the rest."""

    items: Sequence[object]
    headers: dict[str, str]


def page(request: Request, items: Sequence[object], *, limit: int, cursor: str | None, head: str) -> Page:
    """The items after the cursor, with a Link to the next page where there is one.

    Raises:
        Problem: no cursor of ours, or one of another state of the ledger.
    """
    start = 0 if cursor is None else _start(cursor, head)
    found, headers = items[start : start + limit], {"Detente-Total": str(len(items)), "Detente-Head": head}
    if start + limit < len(items):
        after = _cursor(start + limit, head)
        kept = [(k, v) for k, v in request.query_params.multi_items() if k != "cursor"]
        query = urlencode([*kept, ("cursor", after)])
        headers |= {"Link": f'<{request.url.path}?{query}>; rel="next"', "Detente-Next": after}
    return Page(found, headers)


def _cursor(start: int, head: str) -> str:
    return base64.urlsafe_b64encode(f"{start}.{head}".encode()).decode().rstrip("=")


def _start(cursor: str, head: str) -> int:
    """
    >>> _start(_cursor(40, "7-ab"), "7-ab")
    40
    """
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        start, _, made = base64.b64decode(padded, b"-_", validate=True).decode().partition(".")
        number = int(start)
    except (ValueError, binascii.Error):
        raise Problem(
            422, "cursor: expected one from a Link header; found something else; leave it out"
        ) from None
    if made != head:
        raise Problem(
            410, "cursor: expected one of today's ledger; it has grown since; begin again without it"
        )
    if number < 0:
        raise Problem(422, "cursor: expected one from a Link header; found something else; leave it out")
    return number
