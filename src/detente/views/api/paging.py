"""Pages of a list: a cursor says after which place to go on, and in which state of the ledger."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from fastapi import Request

from detente.records.base import content_hash
from detente.views.api.problems import Problem

WRONG = "cursor: expected one from a Link header of this list; found something else; leave it out"


class Page(NamedTuple):
    """A stretch of a list, and the headers that tell of the rest."""

    items: Sequence[object]
    headers: dict[str, str]


def page(request: Request, items: Sequence[object], *, limit: int, cursor: str | None, head: str) -> Page:
    """The items after the cursor, with a Link to the next page where there is one.

    Raises:
        Problem: no cursor of ours, or one of another state of the ledger.
    """
    asked = _asked(request)
    start = 0 if cursor is None else _start(cursor, head, asked)
    found, headers = items[start : start + limit], {"Detente-Total": str(len(items)), "Detente-Head": head}
    if start + limit < len(items):
        after = _cursor(start + limit, head, asked)
        kept = [(k, v) for k, v in request.query_params.multi_items() if k != "cursor"]
        query = urlencode([*kept, ("cursor", after)])
        headers |= {"Link": f'<{request.url.path}?{query}>; rel="next"', "Detente-Next": after}
    return Page(found, headers)


def _asked(request: Request) -> str:
    """A mark of the list that was asked for: a cursor of one list says nothing of a place in another."""
    narrowed = [(k, v) for k, v in request.query_params.multi_items() if k not in ("cursor", "limit")]
    return content_hash(request.url.path, *map(list, narrowed))[:12]


def _cursor(start: int, head: str, asked: str) -> str:
    return base64.urlsafe_b64encode(f"{start}.{asked}.{head}".encode()).decode().rstrip("=")


def _start(cursor: str, head: str, asked: str) -> int:
    """
    >>> _start(_cursor(40, "7-ab", "c"), "7-ab", "c")
    40
    """
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        start, of, made = base64.b64decode(padded, b"-_", validate=True).decode().split(".", 2)
        number = int(start)
    except (ValueError, binascii.Error):
        raise Problem(422, WRONG) from None
    if number < 0 or of != asked:
        raise Problem(422, WRONG)
    if made != head:
        raise Problem(
            410, "cursor: expected one of today's ledger; it has grown since; begin again without it"
        )
    return number
