"""The pages on which somebody does something: searches, and reviews."""

from __future__ import annotations

from typing import Annotated, get_args

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from detente.records import Mode, TypeName, Verdict
from detente.views.serving import Gate, View
from detente.views.web import reviewing
from detente.views.web.opening import Day, opened
from detente.workspace.searching import MOST, Wanted

Text = Annotated[str | None, Query(max_length=200)]


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
        wanted = Wanted(*(value or None for value in (type, mode, source, verdict, first, last)))
        choices = {"type": get_args(TypeName), "mode": get_args(Mode), "verdict": get_args(Verdict)}

        def given(view: View) -> dict[str, object]:
            hits = view.index.search(q, wanted)
            return {"q": q, "hits": hits, "wanted": wanted, "choices": choices, "most": MOST}

        return opened(gate, request, as_of, known_by).shown("search.html", given)


def add_review(router: APIRouter, gate: Gate) -> None:
    """The page on which people judge, and what their word does."""

    @router.get("/desk/review", response_model=None)
    def review(request: Request, at: int = 0, as_of: Day = None, known_by: Day = None) -> Response:
        page = opened(gate, request, as_of, known_by)
        found = reviewing.queue(
            page.view, gate.desk(request).room.call(reviewing.made), at=at, author=_author(gate, request)
        )
        choices = {"type": get_args(TypeName), "mode": get_args(Mode)}
        return page.render(
            "review.html", found=found, choices=choices,
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
