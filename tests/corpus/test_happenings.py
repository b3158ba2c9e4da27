"""Happenings over a corpus: whatever the shards and buckets, those of one resolution of all its claims."""

from __future__ import annotations

import contextlib
import os
import pty
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pyarrow.parquet as pq
import pytest
from benchmarks.world import World
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.corpus import find_happenings, load, read_corpus
from detente.corpus.engines import dask
from detente.corpus.happenings import Happened
from detente.errors import DetenteError, InputError
from detente.ledger import open_journal
from detente.records import Event
from detente.resolution import resolve
from detente.resolution.happenings import Telling, tellings
from detente.resolution.reports import Reports, Told
from detente.workspace import open_workspace
from tests import ledgers
from tests.corpus.samples import files
from tests.corpus.shards import Report, laid_out
from tests.corpus.test_run import asked, clock
from tests.resolution.test_resolver import LEDGER, article


def found(out: Path) -> list[tuple[Any, ...]]:
    """The happenings as they stand in the table, each with its claims and documents."""
    return asked(
        "SELECT happening, type, status, time_start, time_end, list_sort(list(claim)), "
        "list_sort(list(DISTINCT document)), any_value(reason) "
        f"FROM read_parquet('{out}/happenings/*.parquet') GROUP BY ALL ORDER BY happening"
    )


def of(events: Sequence[Event]) -> list[tuple[Any, ...]]:
    """The same rows of events."""
    return sorted(
        (
            e.id, e.type, e.status, e.time and e.time.start, e.time and e.time.end,
            sorted(e.claims), sorted(e.documents), "; ".join(e.why) or None,
        )
        for e in events
    )  # fmt: skip


def world(claims: int = 1500, seed: int = 5) -> list[Report]:
    """Reports of an invented world: several outlets and days for each happening, copies, retellings."""
    return list(World(seed, states=7).reports(claims))


def dealt(reports: Sequence[Report], shards: int, seed: int = 1) -> list[list[Report]]:
    """The reports in no order over so many shards; some stand in two, one twice in one."""
    chance = random.Random(seed)
    rows: list[list[Report]] = [[] for _ in range(shards)]
    for report in reports:
        chance.choice(rows).append(report)
    for report in reports[:3]:
        chance.choice(rows).append(report)
    rows[0] += rows[0][:1]
    return rows


@pytest.fixture(scope="module")
def told() -> list[Report]:
    """One world for the tests of this file."""
    return world()


@pytest.fixture(scope="module")
def whole(told: list[Report]) -> list[tuple[Any, ...]]:
    """What one resolution makes of it."""
    return of(resolve([r for r, _ in told], [a for _, a in told]).events)


@pytest.mark.parametrize(("size", "workers"), [(20, 0), (100, 2), (20_000, 0)])
def test_buckets_change_nothing(
    told: list[Report], whole: list[tuple[Any, ...]], tmp_path: Path, size: int, workers: int
) -> None:
    """Many buckets of twenty tellings, fewer by two processes, or one: the same happenings."""
    out = laid_out(tmp_path / "out", dealt(told, 7))
    report = find_happenings(out, workers=workers, size=size)
    assert found(out) == whole
    assert report.happenings == len(whole) > 100
    assert report.retold == sum(len(row[6]) > 1 for row in whole) > 50
    assert report.articles >= len(told)
    assert report.tellings > report.happenings
    assert report.buckets > 1 or size > 1000


pairs = [(reading, article(n)) for n, reading in enumerate(ledgers.readings(LEDGER))]


@given(
    st.lists(st.sampled_from(range(len(pairs))), min_size=1, max_size=12),
    st.integers(1, 4), st.integers(1, 9), st.randoms(use_true_random=False),
)  # fmt: skip
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_shards_and_order_change_nothing(
    numbers: list[int], shards: int, size: int, chance: random.Random
) -> None:
    """Who acts for whom is said in one shard and told of in another; a report in two shards counts once."""
    rows: list[list[Report]] = [[] for _ in range(shards)]
    for number in numbers:
        rows[chance.randrange(shards)].append(pairs[number])
    given = [pairs[number] for number in sorted(set(numbers))]
    with TemporaryDirectory() as folder:
        out = laid_out(Path(folder) / "out", rows)
        find_happenings(out, workers=0, size=size)
        assert found(out) == of(resolve([r for r, _ in given], [a for _, a in given]).events)


def test_a_corpus_tells_what_its_ledger_tells(tmp_path: Path) -> None:
    """Read from prose, then settled in a ledger or sought over Parquet: the same happenings."""
    out = tmp_path / "out"
    read_corpus(files(tmp_path / "in", 6), out, now=clock, workers=0)
    find_happenings(out, workers=0, size=3)
    with open_journal(tmp_path / "l", now=clock) as journal:
        load(out, journal)
    with open_workspace(tmp_path / "l", now=clock) as workspace:
        events = workspace.state().events
    assert found(out) == of(events)
    assert len(events) > 5


def test_dask_gives_the_same(told: list[Report], whole: list[tuple[Any, ...]], tmp_path: Path) -> None:
    """Two workers of a scheduler on loopback."""
    from distributed import LocalCluster

    out = laid_out(tmp_path / "out", dealt(told, 5))
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        find_happenings(out, engine=dask(cluster.scheduler_address), size=300)
    assert found(out) == whole


def test_a_bucket_is_read_without_the_others(told: list[Report], tmp_path: Path) -> None:
    """Whoever joins a bucket reads the row groups of that bucket: each holds one bucket, in order."""
    out = laid_out(tmp_path / "out", dealt(told, 3))

    def stops(jobs: int) -> None:
        if list(out.glob(".happenings-*/happenings/*.parquet")):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        find_happenings(out, workers=0, size=100, tick=stops)
    paths = list(out.glob(".happenings-*/dealt/*.parquet"))
    assert len(paths) == 3
    for path in paths:
        groups = [
            pq.ParquetFile(path).metadata.row_group(n) for n in range(pq.ParquetFile(path).num_row_groups)
        ]
        held = [(s.min, s.max) for g in groups if (s := g.column(0).statistics)]
        assert all(low == high for low, high in held)
        assert [low for low, _ in held] == sorted({low for low, _ in held})
        assert len(held) > 3


def test_what_was_found_is_not_sought_again_and_new_shards_are(told: list[Report], tmp_path: Path) -> None:
    """The same shards: no job is run. One more: all is sought anew."""
    jobs: list[int] = []
    rows = dealt(told[:60], 3)
    out = laid_out(tmp_path / "out", rows[:2])
    first = find_happenings(out, workers=0)
    assert find_happenings(out, workers=0, tick=jobs.append) == first
    assert jobs == []
    laid_out(out, rows)
    assert find_happenings(out, workers=0).articles > first.articles
    events = resolve([r for r, _ in told[:60]], [a for _, a in told[:60]]).events
    assert found(out) == of(events)


def command(out: Path) -> subprocess.Popen[str]:
    """The command in a process group of its own, as a terminal starts one."""
    call = [sys.executable, "-m", "detente", "corpus", "happenings", str(out), "--workers", "2"]
    return subprocess.Popen(
        call, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_whatever_is_killed_the_next_call_goes_on(
    told: list[Report], whole: list[tuple[Any, ...]], tmp_path: Path
) -> None:
    """Driver and workers, at five random moments; nothing half-written is taken for whole."""
    chance = random.Random(3)
    out = laid_out(tmp_path / "out", dealt(told, 12))
    for _ in range(5):
        process = command(out)
        time.sleep(chance.uniform(0.5, 3))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    find_happenings(out, workers=0)
    assert found(out) == whole
    assert not list(out.glob(".happenings-*"))
    assert not list((out / "happenings").glob(".*"))


def test_ctrl_c_stops_between_two_jobs(
    told: list[Report], whole: list[tuple[Any, ...]], tmp_path: Path
) -> None:
    """It ends with 130 and a word; what was in hand is whole, and the next call does the rest."""
    out = laid_out(tmp_path / "out", dealt(told, 40))
    process = command(out)
    while not list(out.glob(".happenings-*/said/*.parquet")):
        time.sleep(0.02)
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    _, complaint = process.communicate(timeout=60)
    assert process.returncode == 130, complaint
    assert "stopped by Ctrl-C" in complaint
    assert not list(out.glob(".happenings-*/*/.*.part"))
    done: list[int] = []
    find_happenings(out, workers=0, tick=done.append)
    assert len(done) < 40 * 3 + 2
    assert found(out) == whole


def test_a_telling_comes_back_as_it_was(told: list[Report]) -> None:
    """All that tellings are compared by stands in the table, and is read as what it was."""
    reports = Reports()
    reports.put({r.document.sha256: Told(r.claims, a) for r, a in told[:40]})
    for reading, _ in told[:40]:
        for telling in tellings([reports[reading.document.sha256]]):
            again = msgspec.json.decode(msgspec.json.encode(telling), type=Telling)
            assert again == telling
            assert again.mark == telling.mark


def test_a_job_that_fails_is_named(told: list[Report], tmp_path: Path) -> None:
    """What was expected, what was found, what to do."""
    out = laid_out(tmp_path / "out", dealt(told[:20], 2))
    for path in (out / "articles").glob("*.parquet"):
        path.write_bytes(b"no table")
    with pytest.raises(DetenteError, match=r"said-\w+: expected it to be done; found .*run this again"):
        find_happenings(out, workers=0)


def test_a_corpus_without_a_claim_has_none(tmp_path: Path) -> None:
    """And a folder that is none of a corpus is misuse."""
    (tmp_path / "a.txt").write_text("It rained all week in the hills.")
    read_corpus([str(tmp_path / "a.txt")], tmp_path / "out", now=clock, workers=0)
    assert find_happenings(tmp_path / "out", workers=0) == Happened(buckets=1)
    with pytest.raises(InputError, match="expected the output of `detente corpus read`"):
        find_happenings(tmp_path, workers=0)


def test_the_command_says_how_many(told: list[Report], tmp_path: Path) -> None:
    """In words, and as JSON."""
    from tests.views.cli.running import run

    out = laid_out(tmp_path / "out", dealt(told[:80], 2))
    report = find_happenings(out, workers=0)
    words = run("corpus", "happenings", str(out), "--workers", "0")
    assert words.out == (
        f"{report.happenings} happenings, told {report.tellings} times; {report.retold} by several reports\n"
    )
    as_json = run("corpus", "happenings", str(out), "--workers", "0", "--json")
    assert as_json.rows == [msgspec.to_builtins(report)]


def test_whoever_watches_sees_each_step(told: list[Report], tmp_path: Path) -> None:
    """On a terminal a bar for each step with its jobs; steps and numbers of jobs are told in their order."""
    steps: list[tuple[str, int]] = []
    out = laid_out(tmp_path / "out", dealt(told[:80], 3))
    find_happenings(out, workers=0, begin=lambda step, jobs: steps.append((step, jobs)))
    assert steps == [("said", 3), ("tellings", 3), ("alike", 1), ("dealt", 3), ("happenings", 1)]
    other = laid_out(tmp_path / "other", dealt(told[:80], 3))
    ours, theirs = pty.openpty()
    call = [sys.executable, "-m", "detente", "corpus", "happenings", str(other), "--workers", "0"]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=theirs, text=True) as running:
        os.close(theirs)
        shown = _seen(ours)
        said, _ = running.communicate()
    assert running.returncode == 0
    assert "happenings, told" in said
    assert "happenings" in shown
    assert "1/1" in shown


def _seen(terminal: int) -> str:
    """All that is shown on it until its other end is closed; who is not read from would wait for ever."""
    shown = b""
    with contextlib.suppress(OSError), open(terminal, "rb", buffering=0) as screen:  # EIO: the end
        while piece := screen.read(1 << 16):
            shown += piece
    return shown.decode()
