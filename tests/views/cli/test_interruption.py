"""Kills, Ctrl-C, a full disk, two writers: nothing is half-written, and the next run completes it."""

from __future__ import annotations

import random
import resource
import signal
import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.views.cli.running import COMMAND, ROOT, Ran, run, spawn

TEXT = "DORN, January {} 2026 (Osmian Press) - Varland freed {} prisoners on Monday, officials said.\n"
COUNT = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sixty short reports, appended four at a time."""
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(COUNT):
        (reports / f"{number:02}.txt").write_text(TEXT.format(number % 28 + 1, number + 2), encoding="utf-8")
    (tmp_path / "detente.toml").write_text("batch = 4\n", encoding="utf-8")
    return tmp_path


def _read(folder: Path, ledger: str = "l.detente") -> subprocess.Popen[str]:
    return spawn("read", "reports", "--ledger", ledger, "--json", cwd=folder)


def _read_to_the_end(folder: Path, ledger: str = "l.detente") -> None:
    process = _read(folder, ledger)
    _, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (0, "")


def _wait_for(true: Callable[[], bool], *, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    assert true()


def _rows(folder: Path, ledger: str = "l.detente") -> list[dict[str, Any]]:
    done = run("show", "events", "--ledger", str(folder / ledger), "--json")
    assert done.code == 0
    return done.rows


def _entries(ledger: Path) -> int:
    return int(run("verify", "--ledger", str(ledger), "--json").rows[0]["entries"])


def test_a_kill_at_any_point_leaves_a_ledger_that_holds(folder: Path) -> None:
    """SIGKILL at random moments: the chain holds each time, and one more run makes it complete."""
    chance, ledger = random.Random(1905), folder / "l.detente"
    _read_to_the_end(folder, "undisturbed.detente")
    full = _size(folder / "undisturbed.detente")
    for share in sorted(chance.random() for _ in range(5)):
        process = _read(folder)
        _wait_for(partial(_wrote, ledger, int(full * share), process))
        process.kill()
        process.communicate()
        assert run("verify", "--ledger", str(ledger)).code == 0
    _read_to_the_end(folder)
    assert _rows(folder) == _rows(folder, "undisturbed.detente")
    assert _entries(ledger) == _entries(folder / "undisturbed.detente")


def test_ctrl_c_between_files_keeps_the_finished_ones(folder: Path) -> None:
    """Exit code 130, a message with how many were kept, and a ledger that holds."""
    process = _read(folder)
    ledger = folder / "l.detente"
    _wait_for(partial(_wrote, ledger, 60_000, process))
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    if process.returncode == 0:
        pytest.skip("it was done before the signal came")
    assert process.returncode == 130
    assert "stopped by Ctrl-C" in err
    assert "Traceback" not in err
    assert run("verify", "--ledger", str(ledger)).code == 0
    kept = {row["document"] for row in Ran(0, out, err).rows}
    assert len(kept) < COUNT


def test_ctrl_c_while_reading_in_memory_tells_no_half_of_it(folder: Path) -> None:
    """An answer over half of the reports would look like one over all of them."""
    process = spawn("show", "deals", *["reports"] * 40, cwd=folder)
    time.sleep(4)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    if process.returncode == 0:
        pytest.skip("it was done before the signal came")
    assert (process.returncode, out) == (130, "")
    assert "stopped by Ctrl-C" in err
    assert "kept" not in err
    assert "Traceback" not in err


def _size(ledger: Path) -> int:
    files = (ledger, Path(f"{ledger}-wal"))
    return sum(file.stat().st_size for file in files if file.exists())


def _wrote(ledger: Path, size: int, process: subprocess.Popen[str]) -> bool:
    return _size(ledger) > size or process.poll() is not None


def test_two_processes_writing_at_once_both_finish(folder: Path) -> None:
    """The second waits for the first; every report is in the ledger once."""
    first, second = _read(folder), _read(folder)
    for process in (first, second):
        _, err = process.communicate(timeout=120)
        assert (process.returncode, err) == (0, "")
    assert run("verify", "--ledger", str(folder / "l.detente")).code == 0
    _read_to_the_end(folder, "alone.detente")
    assert _entries(folder / "l.detente") == _entries(folder / "alone.detente")


def test_a_full_disk_ends_in_a_message_and_a_ledger_that_holds(folder: Path) -> None:
    """What fitted is there, what did not is not, and nothing is half of either."""

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))

    done = subprocess.run(
        [*COMMAND, "read", str(folder / "reports"), "--ledger", "l.detente"],
        cwd=folder, capture_output=True, text=True, check=False, preexec_fn=small_disk, timeout=120,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin", "HOME": str(folder)},
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "l.detente" in done.stderr
    assert "Traceback" not in done.stderr
    assert run("verify", "--ledger", str(folder / "l.detente")).code == 0
    _read_to_the_end(folder)


def test_whoever_reads_our_answer_may_go_away(folder: Path) -> None:
    """``detente codebook | head -1`` ends without a word of complaint."""
    command = f"{' '.join(COMMAND)} codebook --json | head -n 1"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
