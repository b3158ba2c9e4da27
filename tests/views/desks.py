"""Desks for tests: over a ledger of the examples, in this process, for one or for a team."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from starlette.testclient import TestClient

from detente.settings import Settings, load_settings
from detente.views.application import application
from detente.views.serving import Desk, Team
from detente.views.serving.accounts import Accounts
from detente.views.serving.rules import CLEARANCE, ROLES, SCOPES
from detente.workspace import open_workspace

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = sorted(str(path) for path in (ROOT / "examples").glob("*.txt"))
BASE = "http://127.0.0.1:8740"
PASSWORD = "correct horse battery"


def examples_ledger(folder: Path) -> str:
    """A ledger that holds the three example reports."""
    path = str(folder / "news.detente")
    with open_workspace(path) as workspace:
        workspace.read(EXAMPLES)
    return path


@contextmanager
def desk_over(ledger: str | None, *, settings: Settings | None = None) -> Iterator[TestClient]:
    """A client of a desk in this process."""
    desk = Desk(ledger, settings or load_settings())
    with TestClient(application(desk), base_url=BASE) as client:
        yield client


class TeamDesk(NamedTuple):
    """A desk with accounts, one for each role, called as the role is; and a token for each."""

    client: TestClient  # nobody is signed in
    accounts: Accounts
    tokens: dict[str, str]

    def bearer(self, role: str) -> dict[str, str]:
        """What a program of this role sends."""
        return {"Authorization": f"Bearer {self.tokens[role]}"}

    def signed_in(self, role: str) -> TestClient:
        """A browser in which this role has signed in."""
        browser = TestClient(self.client.app, base_url=BASE)
        answer = browser.post(
            "/desk/login", data={"name": role, "password": PASSWORD}, follow_redirects=False
        )
        assert answer.status_code == 303
        return browser


@contextmanager
def team_over(ledger: str, *, now: Callable[[], float] = time.time) -> Iterator[TeamDesk]:
    """A desk with accounts over this ledger."""
    desks = {level: Desk(ledger, load_settings(), clearance=level) for level in set(CLEARANCE.values())}
    accounts = Accounts(f"{ledger}.team", now=now)
    for role in ROLES:
        accounts.add(role, role, PASSWORD)
    tokens: dict[str, str] = {role: accounts.token(role, SCOPES) for role in ROLES}
    app = application(desks["sealed"], team=Team(desks, accounts))
    with TestClient(app, base_url=BASE) as client:
        yield TeamDesk(client, accounts, tokens)
