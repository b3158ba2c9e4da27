"""A run over a corpus: resumed, killed, interrupted, on every engine, it gives what any other gives."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

from detente.corpus import load, manifest_of, read_corpus
from detente.corpus.engines import dask
from detente.corpus.manifest import Done, get, held
from detente.corpus.run import Report
from detente.corpus.work import Task
from detente.errors import InputError
from detente.ledger import open_journal
from detente.workspace import open_workspace
from tests.corpus.poison import deadly
from tests.corpus.samples import archive, files, lines
from tests.ledger.server import Server

if TYPE_CHECKING:
    from distributed import Worker

CLOCK = ["2026-03-05T12:00:00Z"]


def clock() -> str:
    """The same time always."""
    return CLOCK[0]


def contents(out: Path) -> dict[str, dict[str, str]]:
    """What was written: for each shard the hashes of its tables' rows, recomputed from the files."""
    return {one.shard.name: one.sha256 for one in manifest_of(out).done}


def rows(out: Path, table: str) -> list[tuple[object, ...]]:
    """The rows of a table as DuckDB reads them."""
    return asked(f"SELECT * FROM read_parquet('{out}/{table}/*.parquet') ORDER BY ALL")


def asked(query: str) -> list[tuple[object, ...]]:
    """The rows of an answer of DuckDB."""
    with duckdb.connect() as database:
        return database.execute(query).fetchall()


def same(one: Path, other: Path) -> bool:
    """Whether two runs wrote the same."""
    tables = all(rows(one, t) == rows(other, t) for t in ("articles", "claims", "issues"))
    return tables and contents(one) == contents(other)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], Path]:
    """Six shards, and what an undisturbed run in this process makes of them."""
    folder = tmp_path_factory.mktemp("plain")
    paths, out = files(folder / "in", 6), folder / "out"
    read_corpus(paths, out, now=clock, workers=0)
    return paths, out


def test_a_run_writes_three_tables_and_a_manifest(plain: tuple[list[str], Path]) -> None:
    """A file each for every shard; counts in the manifest; claims as ``detente claims`` gives them."""
    paths, out = plain
    done = manifest_of(out).done
    assert {p.name for p in out.iterdir()} == {"articles", "claims", "issues", "manifest", "run.json"}
    assert (len(done), sum(d.articles for d in done), sum(d.relevant for d in done)) == (6, 24, 16)
    with open_workspace() as workspace:
        ids = sorted(claim.id for claim in workspace.claims(paths))
    assert sorted(row[0] for row in rows(out, "claims")) == ids  # type: ignore[type-var]


def test_what_is_done_is_not_done_again(plain: tuple[list[str], Path], tmp_path: Path) -> None:
    """A second run reads nothing; with more inputs it reads only those; another clock changes nothing."""
    paths, _ = plain
    out = tmp_path / "out"
    first = read_corpus(paths[:2], out, now=clock, workers=0)
    before = {p: p.stat().st_mtime_ns for p in out.rglob("*.parquet")}
    second = read_corpus(paths, out, now=lambda: "2027-01-01T00:00:00Z", workers=0)
    assert (first.done, second.before, second.done) == (2, 2, 6)
    assert all(p.stat().st_mtime_ns == then for p, then in before.items())
    assert same(out, plain[1])


def test_processes_give_what_one_process_gives(plain: tuple[list[str], Path], tmp_path: Path) -> None:
    """Two workers, the same tables."""
    seen: list[Report] = []
    report = read_corpus(plain[0], tmp_path / "out", now=clock, workers=2, tick=seen.append)
    assert (report.done, report.failed, report.broken) == (6, 0, ())
    assert [r.done for r in seen] == [0, 1, 2, 3, 4, 5, 6]
    assert same(tmp_path / "out", plain[1])


def test_dask_gives_what_one_process_gives(plain: tuple[list[str], Path], tmp_path: Path) -> None:
    """Two workers of a scheduler on loopback, whose stacks are not sampled: the same tables."""
    from distributed import Client, LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        report = read_corpus(plain[0], tmp_path / "out", now=clock, scheduler=cluster.scheduler_address)
        with Client(cluster.scheduler_address, set_as_default=False) as client:
            sampled = client.run(_is_sampled)
    assert (report.done, report.broken) == (6, ())
    assert same(tmp_path / "out", plain[1])
    assert set(sampled.values()) == {False}, "a worker's stack is still sampled, which costs a tenth"


def _is_sampled(dask_worker: Worker) -> bool:
    return bool(dask_worker.periodic_callbacks["profile"].is_running())


def test_ray_gives_what_one_process_gives(plain: tuple[list[str], Path], tmp_path: Path) -> None:
    """Where Ray is installed: the same tables."""
    pytest.importorskip(
        "ray", reason="Ray is not among the pinned packages; `pip install ray` to test its adapter"
    )
    report = read_corpus(plain[0], tmp_path / "out", now=clock, scheduler="ray://local")
    assert (report.done, report.broken) == (6, ())
    assert same(tmp_path / "out", plain[1])


def test_no_scheduler_is_said_at_once() -> None:
    """An address where nobody answers is misuse."""
    with pytest.raises(InputError, match="expected a scheduler"):
        dask("tcp://127.0.0.1:9")


def test_a_shard_that_kills_its_worker_is_left_aside_and_the_others_are_done(tmp_path: Path) -> None:
    """Three deaths and it is quarantined; one that dies once is done; the innocent are not blamed."""
    folder = tmp_path / "in"
    paths = files(folder, 3)
    for name in ("poison.jsonl", "once.jsonl"):
        (folder / name).write_bytes(lines(50, 53))
        paths.append(str(folder / name))
    out = tmp_path / "out"
    report = read_corpus(paths, out, now=clock, engine=deadly(2))
    assert (report.shards, report.done) == (5, 5)
    assert report.quarantined == (str(folder / "poison.jsonl"),)
    assert [row[1] for row in rows(out, "issues") if row[5]] == ["shard-quarantined"]
    assert sum(d.articles for d in manifest_of(out).done) == 3 * 4 + 3


def command(paths: list[str], out: Path, workers: int = 2) -> subprocess.Popen[str]:
    """The command in a process group of its own, as a terminal starts one."""
    call = [
        sys.executable,
        "-m",
        "detente",
        "corpus",
        "read",
        *paths,
        "--out",
        str(out),
        "--workers",
        str(workers),
    ]
    return subprocess.Popen(
        call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def ended(pid: int, seconds: float = 20) -> bool:
    """Whether every process of the group is gone by then."""
    for _ in range(round(seconds * 10)):
        try:
            os.killpg(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_a_killed_run_is_gone_on_with(plain: tuple[list[str], Path], tmp_path: Path) -> None:
    """SIGKILL of the driver, or of all, at random points: orphans end, and a rerun does just the rest."""
    chance, out = random.Random(7), tmp_path / "out"
    for attempt in range(3):
        process = command(plain[0], out)
        time.sleep(chance.uniform(2.5, 5))
        if attempt % 2:
            os.kill(process.pid, signal.SIGKILL)  # the driver alone: its workers notice
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert ended(process.pid)
        for path in (out / "manifest").glob("*.json"):
            assert get(path, Done).shard.paths
    assert command(plain[0], out, workers=1).wait(timeout=120) == 0
    assert not list(out.rglob("*.part"))
    assert rows(out, "claims") == rows(plain[1], "claims")
    assert [d.articles for d in manifest_of(out).done] == [d.articles for d in manifest_of(plain[1]).done]


def test_ctrl_c_finishes_the_shards_in_hand(tmp_path: Path) -> None:
    """SIGINT to the whole group: exit code 130, whole shards, and the next run does the rest."""
    paths, out = files(tmp_path / "in", 30, each=20), tmp_path / "out"
    process = command(paths, out)
    while not list(out.glob("manifest/*.json")):
        time.sleep(0.05)
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    told, complaint = process.communicate(timeout=60)
    assert process.returncode == 130, complaint
    done = len(manifest_of(out).done)
    assert 0 < done < 30
    assert f"{done} of 30 shards are done" in complaint
    assert f"{done} of 30 shards" in told
    report = read_corpus(paths, out, now=clock, workers=0)
    assert (report.before, report.done) == (done, 30)


def test_another_readers_output_is_not_mixed_with_ours(plain: tuple[list[str], Path], tmp_path: Path) -> None:
    """A folder belongs to one reader, limit and sample; a folder of something else is left alone."""
    paths, out = plain
    with pytest.raises(InputError, match="name another folder"):
        read_corpus(paths, out, now=clock, workers=0, sample=0.5)
    (tmp_path / "thesis.tex").touch()
    with pytest.raises(InputError, match="found other files"):
        read_corpus(paths, tmp_path, now=clock, workers=0)


def test_one_run_at_a_time_works_on_a_folder(plain: tuple[list[str], Path]) -> None:
    """A second one is refused; it would sweep away what the first has half-written."""
    paths, out = plain
    with held(out), pytest.raises(InputError, match="found another run at it"):
        read_corpus(paths, out, now=clock, workers=0)
    assert read_corpus(paths, out, now=clock, workers=0).before == 6


def test_a_sample_is_the_same_each_time_and_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """By the hash of the article, so that two machines draw the same."""
    paths = files(tmp_path / "in", 2, each=40)
    reports = [read_corpus(paths, tmp_path / f"o{n}", now=clock, workers=0, sample=0.4) for n in range(2)]
    assert reports[0] == reports[1]
    assert 16 < reports[0].articles < 48
    assert read_corpus(paths, tmp_path / "dry", now=clock, dry_run=True).shards == 2
    assert not (tmp_path / "dry").exists()


def test_pages_about_something_else_are_passed_over_and_remembered(tmp_path: Path) -> None:
    """A web archive: the weather is not read in full, and its address and hash stay in the table."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(archive(0, 6))
    out = tmp_path / "out"
    report = read_corpus([str(path)], out, now=clock, workers=0)
    assert (report.articles, report.relevant) == (6, 4)
    found = asked(f"SELECT url FROM read_parquet('{out}/articles/*.parquet') WHERE text IS NULL ORDER BY url")
    assert found == [("https://paper.example/2",), ("https://paper.example/5",)]


def test_a_corpus_in_a_ledger_is_what_reading_into_a_ledger_gives(
    plain: tuple[list[str], Path], tmp_path: Path, server: Server
) -> None:
    """Laptop and server: read by one process or by Dask, into SQLite or PostgreSQL: the same state."""
    from distributed import LocalCluster

    paths, out = plain
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        read_corpus(paths, tmp_path / "dask", now=clock, scheduler=cluster.scheduler_address)
    states = []
    with open_workspace(tmp_path / "direct", now=clock) as workspace:
        workspace.read(paths)
        states.append(workspace.state())
    for address, corpus in ((str(tmp_path / "loaded"), out), (server.fresh(), tmp_path / "dask")):
        with open_journal(address, now=clock) as journal:
            first, again = load(corpus, journal), load(corpus, journal)
            assert (first.known, again.new) == (0, 0)
            assert journal.verify().ok
        with open_workspace(address, now=clock) as workspace:
            states.append(workspace.state())
    assert states[0].deals == states[1].deals == states[2].deals
    assert states[0].counts == states[1].counts == states[2].counts
    assert states[0].conflicts == states[1].conflicts == states[2].conflicts
    assert len(states[0].claims) == len(states[2].claims) > 0


def test_a_task_is_small_and_travels() -> None:
    """What is sent to a worker says where to read, never what."""
    import pickle

    from detente.corpus.inputs import Shard
    from detente.corpus.manifest import Run
    from detente.records import ReaderRef

    task = Task(
        shard=Shard(kind="lines", paths=("a.jsonl",), end=9, size=9),
        run=Run(reader=ReaderRef("rules", "0", "c"), now="n", limit=9), out="o",
    )  # fmt: skip
    assert pickle.loads(pickle.dumps(task)) == task
    assert len(pickle.dumps(task)) < 1000
