"""``detente.connect``: the methods of the workspace, at an address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from detente import client
from detente.errors import InputError, UnknownNameError
from detente.workspace import open_workspace
from tests.views.desks import EXAMPLES


def over(desk: TestClient) -> client.Client:
    """A client whose requests go to a desk in this process."""

    def answered(request: httpx.Request) -> httpx.Response:
        answer = desk.request(
            request.method,
            request.url.raw_path.decode(),
            content=request.read(),
            headers={"Accept": "application/json"},
        )
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)

    return client.connect("http://127.0.0.1:8740", transport=httpx.MockTransport(answered))


@pytest.fixture
def far(desk: TestClient) -> Iterator[client.Client]:
    """A client of the desk over the examples."""
    with over(desk) as found:
        yield found


def test_it_answers_as_the_workspace_does(far: client.Client, ledger: str) -> None:
    """State, answers, traces and claims are equal, record for record."""
    with open_workspace(ledger) as near:
        state = near.state()
        assert far.state() == state
        assert tuple(far.claims()) == state.claims
        assert far.state(known_by="2026-03-15") == near.state(known_by="2026-03-15")
        assert far.ask("released", country="Burundi", from_="2026-03-01") == near.ask(
            "released", country="Burundi", from_="2026-03-01"
        )
        claim = state.claims[0]
        assert far.trace(claim.id).quotes == near.trace(claim.id).quotes
        assert far.article(claim.document.sha256) == near.articles()[claim.document.sha256]
        assert [q.name for q in far.questions()] == [q.name for q in near.questions()]
        assert far.issues() == near.issues()


def test_it_raises_what_the_workspace_raises(far: client.Client) -> None:
    """The same errors with the same sentences."""
    with pytest.raises(UnknownNameError, match="weather"):
        far.ask("weather")
    with pytest.raises(InputError, match="expected a day"):
        far.state(as_of="2026-02-30")


def test_it_sends_files_once(empty: TestClient) -> None:
    """A read sends each file and waits; the second time the desk has it."""
    with over(empty) as far:
        report = far.read([EXAMPLES[0]])
        assert [outcome.status for outcome in report.outcomes] == ["read"]
        assert far.read([EXAMPLES[0]]) == report
        with pytest.raises(InputError, match="can be read"):
            far.read([str(Path("nowhere.txt"))])


def test_where_nothing_answers_it_says_so() -> None:
    """Not a traceback of the network: what to start."""
    with pytest.raises(InputError, match="is `detente serve` running"):
        client.connect("http://127.0.0.1:9", timeout=2.0)
