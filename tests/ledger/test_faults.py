"""What happens to a ledger when a process is killed, interrupted, runs out of disk, or is not alone."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from detente.errors import LedgerError
from detente.ledger import open_journal
from detente.ledger.opening import open_sqlite
from tests.ledger.killing import FOREVER, kill_writers, start, whole_batches
from tests.ledger.samples import entry, ticking
from tests.ledger.writer import batch

ROOT = Path(__file__).parents[2]
KILLS = 30


def test_a_killed_writer_leaves_whole_batches(path: Path) -> None:
    """SIGKILL at thirty random points: the chain holds, every append that returned is there, none in part."""
    assert kill_writers(path, KILLS) > KILLS


@pytest.mark.parametrize("seed", range(5))
def test_ctrl_c_leaves_whole_batches_and_a_usable_journal(path: Path, seed: int) -> None:
    """SIGINT while appending: the append in hand is undone or done, and the next one works."""
    chance = random.Random(seed)
    process = start(path, 0, FOREVER)
    assert process.stdout is not None
    for _ in range(chance.randint(2, 6)):
        process.stdout.readline()
    time.sleep(chance.uniform(0, 0.02))
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (130, "")
    with open_journal(path) as journal:
        *_, last = journal.read()
        assert last.key == "interrupted"
        assert journal.verify().ok
        assert whole_batches(journal) > 0


def test_ctrl_c_is_heard_while_waiting_for_a_lock(path: Path) -> None:
    """Thirty seconds of timeout are not thirty seconds of deafness."""
    with open_journal(path):
        pass
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        process = start(path, 0, 1)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.3)
        begun = time.monotonic()
        process.send_signal(signal.SIGINT)
        time.sleep(0.4)
        other.execute("ROLLBACK")
        process.communicate(timeout=30)
    assert process.returncode == 130
    assert time.monotonic() - begun < 10
    with open_journal(path) as journal:
        assert [e.key for e in journal.read()] == ["interrupted"]


def test_writers_at_once_make_one_chain(path: Path) -> None:
    """Four processes on a ledger that none has made yet: all succeed, and what two bring is there once."""
    names = ["w", "x", "y", "y"]
    processes = [start(path, 0, 12, name) for name in names]
    outcomes = [process.communicate(timeout=120) for process in processes]
    assert [p.returncode for p in processes] == [0] * 4, [errors for _, errors in outcomes]
    with open_journal(path) as journal:
        told = journal.verify()
        assert told.ok, told.message
        assert [whole_batches(journal, writer=name) for name in "wxy"] == [12, 12, 12]
        assert journal.stats().entries == sum(len(batch(n, name)) for n in range(12) for name in "wxy")


def test_a_full_disk_keeps_nothing_of_the_append(path: Path) -> None:
    """SQLITE_FULL in an append: an error of ours, the ledger as before, usable once there is room."""
    with open_sqlite(path, now=ticking()) as journal:
        journal.append([entry("before")])
        pages = journal._connection.execute("PRAGMA page_count").fetchone()[0]
        journal._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        many = [entry(f"k{n}", body=b'"%s"' % (b"x" * 900)) for n in range(99)]
        with pytest.raises(LedgerError, match="disk is full; nothing of this append was kept"):
            journal.append(many)
        assert [e.key for e in journal.read()] == ["before"]
        assert journal.verify().ok
        journal._connection.execute("PRAGMA max_page_count = 99999")
        assert journal.append(many).new == 99
        assert journal.verify().ok


SMALL = """
import sys
from detente.errors import LedgerError
from detente.ledger import open_journal
from tests.ledger.writer import batch
with open_journal(sys.argv[1]) as journal:
    try:
        for number in range(999):
            journal.append(batch(number))
    except LedgerError as error:
        print(error)
    due = sum(len(batch(n)) for n in range(number))
    print(number, sum(1 for _ in journal.read()), due, journal.verify().ok)
"""


def run_inside(mount: str, code: str, folder: Path) -> list[str]:
    """Run Python where the folder has been mounted otherwise; the mount ends with the process."""
    if shutil.which("unshare") is None or os.name != "posix":
        pytest.skip("no unshare here")
    script = f"{mount} 2>/dev/null || exit 77; exec '{sys.executable}' -c \"$CODE\" '{folder}/l'"
    done = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", script],
        capture_output=True, text=True, env={**os.environ, "CODE": code}, cwd=ROOT, check=False,
    )  # fmt: skip
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("mounting is not allowed here")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_disk_that_fills_up_keeps_whole_appends(tmp_path: Path) -> None:
    """A file system of one megabyte: the append that no longer fits is told, those before it are there."""
    message, counts = run_inside(f"mount -t tmpfs -o size=1m none '{tmp_path}'", SMALL, tmp_path)
    assert "disk" in message
    number, there, due, ok = counts.split()
    assert int(number) > 5
    assert there == due
    assert ok == "True"


LOOK = """
import sys
from detente.errors import LedgerError
from detente.ledger import open_journal
from tests.ledger.samples import entry
with open_journal(sys.argv[1]) as journal:
    print(journal.verify().ok, [e.key for e in journal.read()])
    try:
        journal.append([entry("late")])
    except LedgerError as error:
        print(error)
try:
    open_journal(sys.argv[1] + "2")
except LedgerError as error:
    print(error)
"""


def test_a_ledger_on_a_read_only_disk_can_be_read_and_verified(tmp_path: Path) -> None:
    """What may not be written is read; an append, or a new ledger there, is refused with what to do."""
    with open_journal(tmp_path / "l") as journal:
        journal.append([entry("a")])
    mount = f"mount --bind '{tmp_path}' '{tmp_path}' && mount -o remount,ro,bind '{tmp_path}'"
    read, appended, made = run_inside(mount, LOOK, tmp_path)
    assert read == "True ['a']"
    assert "may not be written" in appended
    assert "expected a folder that may be written" in made


def test_a_file_that_may_not_grow_keeps_whole_appends(path: Path) -> None:
    """A limit on the size of files is met as a full disk is."""
    code = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n{SMALL}"
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    message, counts = done.stdout.splitlines()
    assert "nothing of this append was kept" in message
    assert counts.split()[1] == counts.split()[2]
    assert counts.endswith("True")
