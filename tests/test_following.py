"""What comes into a ledger is seen as it comes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from detente.errors import LedgerError
from detente.ledger import open_journal
from detente.workspace.following import follow
from tests.ledger.samples import entry, ticking
from tests.ledger.server import Server


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A ledger with one append, in each store that others can write to."""
    given = str(tmp_path / "l")
    if request.param == "postgresql":
        given = request.getfixturevalue("server").fresh()
    with open_journal(given, now=ticking()) as journal:
        journal.append([entry("a"), entry("b", kind="issue")])
    return given


def test_each_append_is_told_once_and_in_order(address: str) -> None:
    """First what came since an entry, then what others bring; None while nothing comes."""
    told = follow(address, after=0, patience=0.05)
    first = next(told)
    assert first is not None
    assert (first.seq, first.recorded, sum(first.kinds.values())) == (2, "2026-01-31T08:00:00Z", 2)
    assert next(told) is None
    with open_journal(address, now=ticking("2026-02-01")) as journal:
        journal.append([entry("c")])
        journal.append([entry("c")])
        journal.append([entry("d"), entry("e")])
        heads = list(journal.sealed(after=2))
    found = [next(told), next(told)]
    assert [(one.seq, one.hash) for one in found if one] == [(h.seq, h.hash) for h in heads]
    assert next(told) is None


def test_who_waits_hears_of_what_another_process_brings(address: str) -> None:
    """Long before its patience is at an end."""

    def bring() -> None:
        with open_journal(address, now=ticking("2026-02-01")) as journal:
            journal.append([entry("news")])

    timer = threading.Timer(0.3, bring)
    timer.start()
    come = next(follow(address, patience=60))
    timer.join()
    assert come is not None
    assert come.seq == 3


def test_the_command_prints_lines_until_ctrl_c(tmp_path: Path, server: Server) -> None:
    """As JSON, one an append, each written out at once."""
    given = server.fresh()
    with open_journal(given, now=ticking()) as journal:
        journal.append([entry("a")])
        call = [
            sys.executable,
            "-m",
            "detente",
            "ledger",
            "follow",
            "--ledger",
            given,
            "--after",
            "0",
            "--json",
        ]
        process = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert '"seq":1' in process.stdout.readline().replace(" ", "")
        journal.append([entry("b")])
        assert '"seq":2' in process.stdout.readline().replace(" ", "")
    os.kill(process.pid, signal.SIGINT)
    _, complaint = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "of-tests-only" not in complaint


def test_no_ledger_is_an_error(tmp_path: Path) -> None:
    """Nothing is made where there is none."""
    with pytest.raises(LedgerError, match="found no such file"):
        next(follow(str(tmp_path / "none")))
    assert not (tmp_path / "none").exists()
