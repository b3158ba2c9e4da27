"""``detente serve`` and ``detente team``: nobody else is let in unasked."""

from __future__ import annotations

import re
import socket
import time
from pathlib import Path

import httpx
import pytest

from detente.views.cli.serve import bound
from tests.views.cli.running import EXAMPLES, run, spawn
from tests.views.desks import examples_ledger

PASSWORD = "correct horse battery"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "expected a ledger"),
        (("--host", "0.0.0.0", *EXAMPLES), "add --team"),
        (("--host", "192.0.2.1", *EXAMPLES), "add --team"),
        (("--team", *EXAMPLES), "expected a ledger"),
        (("--team", "--host", "0.0.0.0", "--ledger", "x"), "--cert and --key"),
        (("--ledger", "nowhere.detente"), "expected a ledger; found no such file"),
    ],
)
def test_what_would_be_open_to_others_is_refused(options: tuple[str, ...], told: str) -> None:
    """Another address needs accounts, accounts on the network need TLS, and a ledger must be there."""
    ran = run("serve", "--port", "0", *options)
    assert ran.code == 2
    assert told in ran.err


def test_a_team_without_accounts_is_told_how_to_make_one(tmp_path: Path) -> None:
    """Nobody could sign in."""
    ran = run("serve", "--team", "--port", "0", "--ledger", examples_ledger(tmp_path))
    assert ran.code == 2
    assert "detente team add" in ran.err


def test_accounts_are_made_listed_and_ended(tmp_path: Path) -> None:
    """The password comes by standard input and stands nowhere."""
    ledger = examples_ledger(tmp_path)
    assert run("team", "add", "ira", "--role", "admin", "--ledger", ledger, text=f"{PASSWORD}\n").code == 0
    assert run("team", "add", "bo", "--ledger", ledger, text="short\n").code == 2
    assert run("team", "list", "--json", "--ledger", ledger).rows == [{"name": "ira", "role": "admin"}]
    token = run("team", "token", "ira", "--scope", "read", "--ledger", ledger).out.strip()
    assert token.startswith("dtn_")
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("*.team*"))
    assert PASSWORD.encode() not in kept
    assert token.encode() not in kept
    assert run("team", "remove", "ira", "--ledger", ledger).code == 0
    assert run("team", "list", "--ledger", ledger).out == ""
    assert run("team", "remove", "ira", "--ledger", ledger).code == 2


def test_no_answer_waits_for_an_acknowledgement() -> None:
    """asyncio sends small pieces at once only where the socket is named as TCP."""
    with bound("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP


@pytest.mark.parametrize("team", [False, True])
def test_it_answers_at_the_address_it_prints(tmp_path: Path, team: bool) -> None:
    """On this machine alone; Ctrl-C ends it without a word. With accounts the first page asks who it is."""
    ledger = examples_ledger(tmp_path)
    run("team", "add", "ira", "--role", "admin", "--ledger", ledger, text=f"{PASSWORD}\n")
    process = spawn("serve", "--ledger", ledger, "--port", "0", *(("--team",) if team else ()))
    assert process.stderr is not None
    line = process.stderr.readline()
    address = re.findall(r"http://127\.0\.0\.1:\d+/", line)[0]
    deadline, answer = time.monotonic() + 30, None
    while answer is None and time.monotonic() < deadline:
        try:
            answer = httpx.get(address, follow_redirects=True)
        except httpx.TransportError:
            time.sleep(0.02)
    assert answer is not None
    assert answer.status_code == 200
    assert ("Sign in" in answer.text) is team
    process.send_signal(2)
    assert process.wait(20) in (0, 130)
    assert "Traceback" not in process.stderr.read()
