"""The gate before every route: who is asking, whether they may, and what is noted of it.

Without accounts there is one person, at this machine, who may do everything. With accounts each route
asks for the role of its rule, and each role gets a desk of its own, in which what is above its clearance
is not there.
"""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from typing import Protocol

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from detente.views.serving.accounts import Account, Accounts
from detente.views.serving.desk import Desk
from detente.views.serving.rules import CLEARANCE, RULES, Rule, may

COOKIE = "detente"
FIELD = "csrf"
"""Of a form; programs with a session send the header X-CSRF-Token."""


class Gate(Protocol):
    """Says which desk answers a request."""

    async def admit(self, request: Request) -> None:
        """Let a request through, or refuse it."""
        ...

    def desk(self, request: Request) -> Desk:
        """The desk for whoever asks."""
        ...

    def account(self, request: Request) -> Account | None:
        """Who asks; None where there are no accounts, or nobody is signed in."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class Alone:
    """One person at their own machine."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def admit(self, request: Request) -> None:
        """Always."""

    def desk(self, request: Request) -> Desk:
        """The one there is."""
        return self._desk

    def account(self, request: Request) -> Account | None:
        """There are none."""
        return None

    def close(self) -> None:
        """Let go of the ledger."""
        self._desk.close()


class Team:
    """Several, each with an account.

    Args:
        desks: for each clearance in use a desk of its own.
        accounts: the file of accounts.
    """

    def __init__(self, desks: dict[str, Desk], accounts: Accounts) -> None:
        self._desks, self.accounts = desks, accounts

    async def admit(self, request: Request) -> None:
        """Refuse who is not known (401) or may not (403); note every write and read of what is at risk."""
        path = getattr(request.scope.get("route"), "path", "")
        rule = RULES.get((_method(request), path), Rule("admin", "admin"))
        account = await run_in_threadpool(self._known, request)
        request.state.account = account
        if rule.role is None:
            return
        if account is None:
            raise HTTPException(401, SIGN_IN, {"WWW-Authenticate": "Bearer"})
        write = request.method not in ("GET", "HEAD")
        if (
            not may(account.role, rule)
            or rule.scope not in account.scopes
            or not await _meant(request, account)
        ):
            await run_in_threadpool(self._note, request, account, "refused", path, 403)
            raise HTTPException(403, NOT_YOURS)
        if write or (rule.data and await run_in_threadpool(self._at_risk, account)):
            await run_in_threadpool(self._note, request, account, "write" if write else "read", path, 200)

    def _known(self, request: Request) -> Account | None:
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            return self.accounts.bearer(token.strip())
        secret = session_of(request)
        return self.accounts.session(secret) if secret else None

    def _at_risk(self, account: Account) -> bool:
        """Is anything at risk among what this account can see?"""
        return self._desks[CLEARANCE[account.role]].view().sensitive  # type: ignore[index]

    def _note(self, request: Request, account: Account, what: str, path: str, status: int) -> None:
        target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        self.accounts.note(account.name, what, f"{request.method} {path}", target, status)

    def desk(self, request: Request) -> Desk:
        """The desk of this account's clearance; of nobody's, the lowest."""
        account = self.account(request)
        return self._desks[CLEARANCE[account.role if account else "reader"]]  # type: ignore[index]

    def account(self, request: Request) -> Account | None:
        """Who asks."""
        found: Account | None = getattr(request.state, "account", None)
        return found

    def close(self) -> None:
        """Let go of the ledger and of the accounts."""
        for desk in self._desks.values():
            desk.close()
        self.accounts.close()


SIGN_IN = "expected somebody who is signed in; found nobody; sign in at /desk/login, or send a token"
NOT_YOURS = "expected a role that may do this, and a form of our own pages; found another; ask an admin"


def _method(request: Request) -> str:
    return "GET" if request.method == "HEAD" else request.method


async def _meant(request: Request, account: Account) -> bool:
    """Was a write by a session meant: does it carry what only our own pages know?"""
    if request.method in ("GET", "HEAD") or account.csrf is None:
        return True
    given = request.headers.get("x-csrf-token")
    if given is None and "form" in request.headers.get("content-type", ""):
        found = (await request.form(max_files=0, max_fields=20)).get(FIELD)
        given = found if isinstance(found, str) else None
    from secrets import compare_digest

    return given is not None and compare_digest(given.encode(), account.csrf.encode())


def session_of(request: Request) -> str | None:
    """The secret of the session in the request's cookie."""
    try:
        found = SimpleCookie(request.headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return found.value if found else None
