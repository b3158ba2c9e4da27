"""The pages on which somebody does something: searches, and reviews."""

from __future__ import annotations

from typing import Annotated, get_args

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from detente.records import Mode, TypeName, Verdict
from detente.views.serving import Gate
from detente.views.web import reviewing
from detente.views.web.setting import Clocks, render
from detente.workspace.searching import MOST, Wanted

Text = Annotated[str | None, Query(max_length=200)]
Day = Annotated[str | None, Query(max_length=10)]


def add_search(router: APIRouter, gate: Gate) -> None:
    """The page that finds."""

    @router.get("/desk/search", response_model=None)
    def search(
        request: Request,
        q: Annotated[str, Query(max_length=500)] = "",
        type: Text = None,  # noqa: A002
        mode: Text = None,
        source: Text = None,
        verdict: Text = None,
        first: Day = None,
        last: Day = None,
        as_of: Day = None,
        known_by: Day = None,
    ) -> Response:
        clocks = Clocks(as_of or None, known_by or None)
        view = gate.desk(request).view(*clocks)
        wanted = Wanted(*(value or None for value in (type, mode, source, verdict, first, last)))
        hits = view.index.search(q, wanted)
        choices = {"type": get_args(TypeName), "mode": get_args(Mode), "verdict": get_args(Verdict)}
        return render(
            request, "search.html", view, clocks, q=q, hits=hits, wanted=wanted, choices=choices, most=MOST
        )


def add_review(router: APIRouter, gate: Gate) -> None:
    """The page on which people judge, and what their word does."""

    @router.get("/desk/review", response_model=None)
    def review(request: Request, at: int = 0, as_of: Day = None, known_by: Day = None) -> Response:
        clocks = Clocks(as_of or None, known_by or None)
        view = gate.desk(request).view(*clocks)
        found = reviewing.queue(
            view, gate.desk(request).room.call(reviewing.made), at=at, author=_author(gate, request)
        )
        choices = {"type": get_args(TypeName), "mode": get_args(Mode)}
        return render(
            request, "review.html", view, clocks, found=found, choices=choices,
            verdicts=reviewing.VERDICTS, codings=reviewing.CODINGS, author=_author(gate, request),
        )  # fmt: skip

    @router.post("/desk/review", response_model=None)
    async def say(request: Request, at: int = 0) -> Response:
        async with request.form(max_files=0, max_fields=20) as form:
            given = {key: value for key, value in form.items() if isinstance(value, str)}
        author = _author(gate, request)
        await run_in_threadpool(
            gate.desk(request).write, lambda workspace: reviewing.say(workspace, given, author)
        )
        return RedirectResponse(f"/desk/review?at={max(at, 0)}", 303)


def _author(gate: Gate, request: Request) -> str:
    """Under whose name a word is kept: the account's, else the settings'."""
    account = gate.account(request)
    return account.name if account else gate.desk(request).settings.author
