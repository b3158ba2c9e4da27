"""What goes wrong around a run: nothing is lost, nothing is there twice, and the next run does the rest."""

from __future__ import annotations

import json
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import active_children
from pathlib import Path

import pytest

from detente.corpus import find_families, find_happenings, load, manifest_of, read_corpus
from detente.corpus.run import Report
from detente.errors import InputError
from detente.ledger import open_journal
from tests.corpus.samples import files, lines
from tests.corpus.test_run import clock, rows, same
from tests.ledger.test_faults import run_inside

SHARDS = 24


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], Path]:
    """Shards, and what an undisturbed run in this process makes of them."""
    folder = tmp_path_factory.mktemp("plain")
    paths, out = files(folder / "in", SHARDS, each=8), folder / "out"
    read_corpus(paths, out, now=clock, workers=0)
    return paths, out


def test_a_worker_that_is_killed_is_replaced(plain: tuple[list[str], Path], tmp_path: Path) -> None:
    """Twice in one run, whatever it was at: all shards are done, and nobody is blamed for it."""
    seen: list[int] = []

    def kills(report: Report) -> None:
        seen.append(report.done)
        if report.done in (3, 9) and (workers := active_children()):
            os.kill(workers[0].pid or 0, signal.SIGKILL)

    report = read_corpus(plain[0], tmp_path / "out", now=clock, workers=2, tick=kills)
    assert (report.done, report.quarantined, report.broken) == (SHARDS, (), ())
    assert same(tmp_path / "out", plain[1])


FULL = """
import subprocess, sys
from detente.corpus import read_corpus
from tests.corpus.test_run import clock
folder, paths = sys.argv[1].removesuffix("/l"), sorted(__import__("pathlib").Path({source!r}).glob("*.jsonl"))
def run():
    report = read_corpus([str(p) for p in paths], folder + "/out", now=clock, workers={workers})
    print(report.done, len(report.broken), *report.broken[:1])
run()
subprocess.run(["mount", "-o", "remount,size=64m", folder], check=True)
run()
subprocess.run(["cp", "-r", folder + "/out", {kept!r}], check=True)
"""


@pytest.mark.parametrize("workers", [0, 2])
def test_a_full_disk_breaks_shards_that_the_next_run_does(
    plain: tuple[list[str], Path], tmp_path: Path, workers: int
) -> None:
    """The run goes through and says which; with room again the same command gives what it always gives."""
    folder, kept = tmp_path / "disk", tmp_path / "kept"
    folder.mkdir()
    code = FULL.format(source=str(Path(plain[0][0]).parent), workers=workers, kept=str(kept))
    first, then = run_inside(f"mount -t tmpfs -o size=600k none '{folder}'", code, folder)
    done, broken, told = first.split(maxsplit=2)
    assert 0 < int(done) < SHARDS
    assert int(done) + int(broken) == SHARDS
    assert "No space left" in told
    assert then == f"{SHARDS} 0"
    assert same(kept, plain[1])
    assert not list(kept.rglob("*.part"))


def test_an_article_of_200_megabytes_is_passed_over(tmp_path: Path) -> None:
    """An issue; what stands around it is read; it is never in memory, nor read again for each piece."""
    path = tmp_path / "a.jsonl"
    with path.open("wb") as stream:
        stream.write(lines(0, 2) + b'{"id": "long", "text": "')
        for _ in range(200):
            stream.write(b"All was said before. " * 50_000)
        stream.write(b'"}\n' + lines(3, 5))
    before = resource.getrusage(resource.RUSAGE_SELF)
    report = read_corpus([str(path)], tmp_path / "out", now=clock, workers=0)
    after = resource.getrusage(resource.RUSAGE_SELF)
    assert (report.articles, report.issues, report.broken) == (4, 1, ())
    ((_, code, message, *_),) = rows(tmp_path / "out", "issues")
    assert (code, "a.jsonl" in str(message)) == ("line-too-large", True), message
    assert after.ru_maxrss - before.ru_maxrss < 190_000  # kB; the reader itself takes most of it
    assert after.ru_stime - before.ru_stime < 20


@contextmanager
def program(module: str, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program of Dask's, in a process group of its own."""
    call = [sys.executable, "-m", f"distributed.cli.{module}", *words]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(call, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def address() -> str:
    """Where a scheduler may listen."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"tcp://127.0.0.1:{free.getsockname()[1]}"


def worker(address: str, folder: Path) -> tuple[str, ...]:
    """How a worker is started."""
    options = ("--nworkers", "1", "--nthreads", "1", "--no-dashboard", "--local-directory", str(folder))
    return ("dask_worker", address, *options)


def listening(address: str, workers: int) -> None:
    """Wait until a scheduler has so many workers."""
    from distributed import Client

    with Client(address, timeout=60, set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=60)


def test_a_worker_of_a_cluster_that_is_killed_loses_nothing(
    plain: tuple[list[str], Path], tmp_path: Path, address: str
) -> None:
    """Its shards go to the other."""
    host, port = address.removeprefix("tcp://").split(":")
    with (
        program("dask_scheduler", "--host", host, "--port", port, "--no-dashboard"),
        program(*worker(address, tmp_path / "a")) as one,
        program(*worker(address, tmp_path / "b")),
    ):
        listening(address, 2)

        def kills(report: Report) -> None:
            if report.done >= 2 and one.poll() is None:
                os.killpg(one.pid, signal.SIGKILL)
                one.wait()

        report = read_corpus(plain[0], tmp_path / "out", now=clock, scheduler=address, tick=kills)
    assert (report.done, report.broken) == (SHARDS, ())
    assert same(tmp_path / "out", plain[1])


def test_a_scheduler_that_is_killed_ends_the_run_and_the_next_one_does_the_rest(
    plain: tuple[list[str], Path], tmp_path: Path, address: str
) -> None:
    """Said and not waited for; what was done stays; another scheduler, or none, goes on from there."""
    host, port = address.removeprefix("tcp://").split(":")
    with (
        program("dask_scheduler", "--host", host, "--port", port, "--no-dashboard") as head,
        program(*worker(address, tmp_path / "a")),
    ):
        listening(address, 1)

        def kills(report: Report) -> None:
            if report.done >= 3 and head.poll() is None:
                os.killpg(head.pid, signal.SIGKILL)
                head.wait()

        begun = time.monotonic()
        with pytest.raises(InputError, match=r"expected the scheduler .* to stay; it is gone"):
            read_corpus(plain[0], tmp_path / "out", now=clock, scheduler=address, tick=kills)
        assert time.monotonic() - begun < 90
    assert 3 <= len(manifest_of(tmp_path / "out").done) < SHARDS
    report = read_corpus(plain[0], tmp_path / "out", now=clock, workers=0)
    assert (report.done, report.broken) == (SHARDS, ())
    assert same(tmp_path / "out", plain[1])


def test_other_programs_read_what_a_run_wrote(plain: tuple[list[str], Path]) -> None:
    """Polars and pandas, where they are installed: as many rows, the same columns, records that are JSON."""
    polars = pytest.importorskip("polars", reason="polars is not among the pinned packages")
    pandas = pytest.importorskip("pandas", reason="pandas is not among the pinned packages")
    for table in ("articles", "claims", "issues"):
        expected = rows(plain[1], table)
        one = polars.read_parquet(f"{plain[1]}/{table}/*.parquet")
        two = pandas.concat(map(pandas.read_parquet, sorted((plain[1] / table).glob("*.parquet"))))
        assert one.height == len(two) == len(expected)
        assert list(one.columns) == list(two.columns)
    assert {json.loads(record)["document"]["path"] for record in one["record"]} if one.height else True


def test_a_folder_in_which_a_run_had_no_room_to_begin_is_one_to_begin_in(tmp_path: Path) -> None:
    """What a full disk or a kill leaves aside before anything is written is not taken for other files."""
    out = tmp_path / "out"
    out.mkdir()
    (out / ".run.json.part").touch()
    assert read_corpus(files(tmp_path / "in", 1), out, now=clock, workers=0).done == 1
    assert not (out / ".run.json.part").exists()


@pytest.mark.parametrize("spoilt", ["found.json", "of.txt"])
@pytest.mark.parametrize("content", [b"", b"\xff\xfe{", None])
def test_a_spoilt_word_on_what_was_found_is_found_again(
    tmp_path: Path, spoilt: str, content: bytes | None
) -> None:
    """Of families and happenings: emptied, garbage or gone, it is sought anew and the same."""
    out = tmp_path / "out"
    read_corpus(files(tmp_path / "in", 2), out, now=clock, workers=0)
    for find, table in ((find_families, "families"), (find_happenings, "happenings")):
        first = find(out, workers=0)
        path = out / table / spoilt
        path.unlink() if content is None else path.write_bytes(content)
        assert find(out, workers=0) == first
        assert path.read_bytes() not in (b"", content)


def test_a_spoilt_shard_is_named_when_it_is_loaded_and_can_be_read_again(tmp_path: Path) -> None:
    """Shards before it are in the ledger; doing what the message says brings the rest."""
    paths, out = files(tmp_path / "in", 3), tmp_path / "out"
    read_corpus(paths, out, now=clock, workers=0)
    name = manifest_of(out).done[1].shard.name
    (out / "articles" / f"{name}.parquet").write_bytes(b"x")
    with open_journal(tmp_path / "l.detente", now=clock) as journal:
        with pytest.raises(InputError, match=f"expected shard {name}.*take away .*manifest/{name}.json"):
            load(out, journal)
        assert journal.head().seq > 0
        (out / "manifest" / f"{name}.json").unlink()
        read_corpus(paths, out, now=clock, workers=0)
        assert load(out, journal).known > 0
        assert load(out, journal).new == 0


def test_a_name_that_is_no_utf8_keeps_no_other_file_from_being_read(tmp_path: Path) -> None:
    """Bytes of a name that are none become escapes, as where a ledger reads the folder; all goes into it."""
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for n, name in enumerate((b"plain.txt", b"caf\xe9.txt", b"two\nlines.txt")):
        text = f"The Paper\n\nOsmia released {n + 12} prisoners on Tuesday, the ministry said.\n"
        (folder / os.fsdecode(name)).write_text(text)
    report = read_corpus([str(folder)], out, now=clock, workers=0)
    assert (report.done, report.articles, report.broken) == (1, 3, ())
    assert read_corpus([str(folder)], out, now=clock, workers=0).before == 1
    assert any(path.endswith("caf\\xe9.txt") for path in manifest_of(out).done[0].shard.paths)
    with open_journal(tmp_path / "l.detente", now=clock) as journal:
        assert load(out, journal).new > 0


def test_a_folder_of_another_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    """By every command alike, with both versions said."""
    paths, out = files(tmp_path / "in", 1), tmp_path / "out"
    read_corpus(paths, out, now=clock, workers=0)
    run = out / "run.json"
    run.write_text(run.read_text().replace('"version":1', '"version":2'))
    for ask in (manifest_of, find_families, find_happenings, lambda o: read_corpus(paths, o, now=clock)):
        with pytest.raises(InputError, match="expected a corpus of version 1; found version 2"):
            ask(out)
    assert not (out / "happenings").exists()
