"""How pages are set: the templates, their words, and links that keep both clocks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple
from urllib.parse import quote, urlencode

import jinja2
from fastapi import Request
from starlette.responses import Response

from detente.records import Claim, Quantity, Time
from detente.views.dossier import words
from detente.views.serving import View

SHOWN = 40
"""How many claims one figure opens; a record with more of them has a page that lists them."""
MENU = (
    ("/", "Overview"), ("/desk/people", "People"), ("/desk/measures", "Measures"), ("/desk/map", "Map"),
    ("/desk/network", "Network"), ("/desk/timeline", "Timeline"), ("/desk/reports", "Reports"),
    ("/desk/ask", "Questions"), ("/desk/review", "Review"),
)  # fmt: skip


class Clocks(NamedTuple):
    """The days a page is asked for; None is the latest."""

    as_of: str | None = None
    known_by: str | None = None

    def to(self, path: str, **given: str | None) -> str:
        """An address that keeps both clocks.

        >>> Clocks(as_of="2026-03-01").to("/desk/map", q="a b")
        '/desk/map?q=a+b&as_of=2026-03-01'
        """
        asked = {**given, "as_of": self.as_of, "known_by": self.known_by}
        query = urlencode({key: value for key, value in asked.items() if value})
        return f"{path}?{query}" if query else path


@cache
def _environment() -> jinja2.Environment:
    found = jinja2.Environment(
        loader=jinja2.PackageLoader("detente.views.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {"many": words.quantity, "state": words.state, "days": words.span_of_days, "day": day}
    found.globals |= {
        "menu": MENU,
        "said_by": words.said_by,
        "title_of": words.title_of,
        "headline": words.headline,
        "how": words.how,
    }
    return found


def day(time: Time | None) -> str:
    """A day in figures, as short as it can be said.

    >>> day(Time(None, "2026-03-01")), day(Time("2026-03-01", "2026-03-04")), day(None)
    ('by 2026-03-01', '2026-03-01 – 2026-03-04', 'undated')
    """
    if time is None or (time.start is None and time.end is None):
        return "undated"
    if time.start is None:
        return f"by {time.end}"
    if time.end is None:
        return f"from {time.start}"
    return time.end if time.start == time.end else f"{time.start} – {time.end}"


def evidence(clocks: Clocks, claims: Iterable[str]) -> str:
    """The address of the words behind a figure; empty where there are none."""
    ids = list(dict.fromkeys(claims))[:SHOWN]
    return clocks.to("/desk/evidence", ids=",".join(ids)) if ids else ""


def record_page(clocks: Clocks, kind: str, name: str) -> str:
    """The address of a record's page."""
    return clocks.to(f"/desk/{kind}/{quote(name, safe='')}")


def is_part(request: Request) -> bool:
    """Is only a part of a page asked for, to be put into the page that stands?"""
    return request.headers.get("hx-request") == "true"


def render(
    request: Request, name: str, view: View | None, clocks: Clocks, status: int = 200, **given: object
) -> Response:
    """The page as HTML."""

    def opens(claims: Iterable[str]) -> str:
        return evidence(clocks, claims)

    def page(kind: str, name: str) -> str:
        return record_page(clocks, kind, name)

    body = _environment().get_template(name).render(
        view=view, clocks=clocks, to=clocks.to, opens=opens, page=page, part=is_part(request),
        path=request.url.path, asked=_asked(request),
        account=getattr(request.state, "account", None), **given,
    )  # fmt: skip
    return page_of(body, status)


def page_of(body: str | bytes, status: int = 200) -> Response:
    """HTML, for the eyes of who asked alone."""
    headers = {"Cache-Control": "private, no-cache", "Vary": "HX-Request, Cookie"}
    return Response(body, status, headers, "text/html; charset=utf-8")


def _asked(request: Request) -> list[tuple[str, str]]:
    """What the page was asked beside the clocks: the form of the clocks keeps it."""
    return [(k, v) for k, v in request.query_params.multi_items() if k not in ("as_of", "known_by")]


def figure(value: Quantity | None) -> float | None:
    """A number that is drawn: what is sure; None where nothing is."""
    return None if value is None or value.lo is None else float(value.lo)


def subject(claim: Claim) -> str:
    """What a claim tells, in two or three words.

    For tables where the words themselves stand beside it.
    """
    return f"{claim.type.replace('_', ' ').lower()}{f', {claim.sub}' if claim.sub else ''}"
