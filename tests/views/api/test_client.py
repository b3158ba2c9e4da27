"""``detente.connect``: the methods of the workspace, at an address."""

from __future__ import annotations

import io
import os
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


def test_what_it_reads_without_keeping_is_what_the_workspace_reads(empty: TestClient) -> None:
    """Claims, article and sentences of a file here are equal, and the ledger there does not grow."""
    path = EXAMPLES[1]
    with over(empty) as far, open_workspace() as near:
        head = far.health()
        here, there = tuple(near.claims([path])), tuple(far.claims([path]))
        assert [(c.type, c.span, c.roles) for c in there] == [(c.type, c.span, c.roles) for c in here]
        assert far.article(path).text == near.article(path).text
        with Path(path).open("rb") as file:
            assert far.article("-", stdin=file).text == near.article(path).text
        text = "Varland freed two men on Monday."
        assert far.inspect(text) == near.inspect(text)
        assert [trace.span for trace in far.inspect(path)] == [trace.span for trace in near.inspect(path)]
        assert far.codebook() == near.codebook()
        assert far.codebook("d5") == near.codebook("release")
        assert far.health() == head
        for wrong in (lambda: far.codebook("weather"), lambda: far.inspect(text, reader="weather")):
            with pytest.raises(UnknownNameError, match="weather"):
                wrong()
        with pytest.raises(InputError, match="an empty one"):
            list(far.claims([os.devnull]))


def test_it_reads_folders_and_standard_input_and_tells_of_each(empty: TestClient, tmp_path: Path) -> None:
    """The arguments of the workspace: paths of all kinds, a reader by name, a tick for each that is done."""
    (tmp_path / "news" / ".git").mkdir(parents=True)
    (tmp_path / "news" / ".git" / "x.txt").write_text("Varland freed nine men.", encoding="utf-8")
    for n in (3, 4):
        text = f"Varland freed {n} men on Monday."
        (tmp_path / "news" / f"{n}.txt").write_text(text, encoding="utf-8")
    ticks: list[str] = []
    with over(empty) as far:
        said = io.BytesIO(b"Osmia freed five women on Monday.")
        report = far.read([str(tmp_path / "news"), "-"], stdin=said, reader="rules", tick=ticks.append)
        names = [str(tmp_path / "news" / "3.txt"), str(tmp_path / "news" / "4.txt"), "-"]
        assert [outcome.path for outcome in report.outcomes] == names
        assert set(ticks) <= set(names)
        assert len(far.state().claims) >= 3
        with pytest.raises((UnknownNameError, InputError), match="weather"):
            far.read([names[0]], reader="weather")


def test_it_verifies_and_checks_the_ledger_there(far: client.Client, ledger: str) -> None:
    """The chain and what it keeps, as the workspace tells of them."""
    with open_workspace(ledger) as near:
        assert far.verify() == near.verify()
        assert far.verify(fast=True) == near.verify(fast=True)
        assert far.verify(noted="f" * 64) == near.verify(noted="f" * 64)
        assert not far.verify(noted="f" * 64).ok
        assert far.check() == near.check()
