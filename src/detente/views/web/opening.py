"""How every page begins: both clocks, and the view of whoever asks; what was set is kept with its view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, NamedTuple

from fastapi import Query, Request
from starlette.responses import Response

from detente.views.serving import Gate, View
from detente.views.web.setting import Clocks, is_part, page_of, render

Day = Annotated[str | None, Query(max_length=10)]


class Opened(NamedTuple):
    """A page that is about to be set."""

    request: Request
    view: View
    clocks: Clocks

    def render(self, template: str, **given: object) -> Response:
        """The page as HTML."""
        return render(self.request, template, self.view, self.clocks, 200, **given)

    def shown(self, template: str, made: Callable[[View], Mapping[str, object]]) -> Response:
        """The page as HTML: the same for the same question to the same view, so it is set once.

        Args:
            template: its name.
            made: what is set; nothing but the view and the address may go into it.
        """
        request, clocks = self.request, self.clocks

        def setting(view: View) -> bytes:
            return bytes(render(request, template, view, clocks, 200, **made(view)).body)

        account = getattr(request.state, "account", None)
        key = (request.url.path, request.url.query, is_part(request), account)
        return page_of(self.view.pages.get(key, self.view, setting))


def opened(gate: Gate, request: Request, as_of: str | None, known_by: str | None) -> Opened:
    """The view that a page is asked of; an empty field of a form is no day.

    Raises:
        InputError: no such day.
    """
    clocks = Clocks(as_of or None, known_by or None)
    return Opened(request, gate.desk(request).view(*clocks), clocks)
