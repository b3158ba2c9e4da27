"""Signing in and out, where a desk has accounts."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from detente.views.serving import Team
from detente.views.serving.gate import COOKIE, session_of
from detente.views.web.setting import Clocks, render


def add_to(router: APIRouter, team: Team, *, secure: bool) -> None:
    """The page on which one signs in, and what its form does."""

    @router.get("/desk/login", response_model=None)
    def login(request: Request) -> Response:
        return render(request, "login.html", None, Clocks(), wrong=False)

    @router.post("/desk/login", response_model=None)
    async def enter(request: Request) -> Response:
        form = await request.form(max_files=0, max_fields=10)
        name, password = (str(form.get(field, ""))[:500] for field in ("name", "password"))
        secret = await run_in_threadpool(team.accounts.sign_in, name, password)
        status = 401 if secret is None else 303
        team.accounts.note(name[:80], "sign-in", "POST /desk/login", "/desk/login", status)
        if secret is None:
            return render(request, "login.html", None, Clocks(), 401, wrong=True)
        before = session_of(request)
        if before:
            team.accounts.sign_out(before)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(COOKIE, secret, httponly=True, samesite="strict", secure=secure, path="/")
        return answer

    @router.post("/desk/logout", response_model=None)
    def leave(request: Request) -> Response:
        team.accounts.sign_out(session_of(request) or "")
        answer = RedirectResponse("/desk/login", 303)
        answer.delete_cookie(COOKIE, path="/")
        return answer
