"""Writers killed again and again: what is left are whole appends, and every one that returned."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

from detente.ledger import Journal, open_journal
from tests.ledger.writer import batch

WRITER = Path(__file__).with_name("writer.py")
FOREVER = 9999


def start(ledger: Path | str, first: int, last: int, writer: str = "") -> subprocess.Popen[str]:
    """A process that appends these batches."""
    command = [sys.executable, str(WRITER), str(ledger), str(first), str(last), *([writer] if writer else [])]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def whole_batches(journal: Journal, *, writer: str = "") -> int:
    """How many batches are there, from the first, none in part.

    Raises:
        AssertionError: a batch is there in part, or out of order.
    """
    keys = [e.key for e in journal.read() if e.key.startswith(writer) and e.key != "interrupted"]
    for number in count():
        if not keys:
            return number
        due = [e.key for e in batch(number, writer)]
        assert keys[: len(due)] == due
        keys = keys[len(due) :]
    raise AssertionError


def kill_writers(ledger: Path | str, kills: int, *, seed: int = 2026) -> int:
    """SIGKILL a writer again and again; after each the chain holds, and nothing is there in part.

    Returns:
        How many batches there are at the end.

    Raises:
        AssertionError: an append that returned is lost, or one is there in part.
    """
    chance, done = random.Random(seed), 0
    with open_journal(ledger):
        pass
    for _ in range(kills):
        process = start(ledger, done, FOREVER)
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(chance.randint(0, 6))]
        time.sleep(chance.uniform(0, 0.02))
        process.send_signal(signal.SIGKILL)
        lines += process.communicate()[0].splitlines()
        returned = max((int(line) + 1 for line in lines if line.strip().isdigit()), default=done)
        with open_journal(ledger) as journal:
            journal.append([])  # what a server still undoes of the dead one is done when we hold its lock
            told = journal.verify()
            assert told.ok, told.message
            done = whole_batches(journal)
        assert returned <= done <= returned + 1
    return done
