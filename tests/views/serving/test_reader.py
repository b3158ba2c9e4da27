"""What is sent is read in a process of its own, which no report can keep."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event

import pytest

from detente.errors import InputError
from detente.settings import Settings, load_settings
from detente.views.serving import Desk, Jobs
from detente.views.serving.reader import ReaderProcess, answer
from detente.workspace import open_workspace

REPORT = b"Varland released four prisoners on Monday, officials in Dorn said."


def stuck_at_brackets(pipe: Connection, settings: Settings) -> None:
    """A process that never comes to an end with a report of brackets, as a bad pattern does not."""
    while True:
        pipe.recv()
        raw = pipe.recv_bytes()
        if raw.startswith(b"((("):
            time.sleep(600)
        if raw.startswith(b"[[["):
            os._exit(9)
        pipe.send(None)


@pytest.fixture
def reader() -> Iterator[ReaderProcess]:
    """One that gives up soon."""
    found = ReaderProcess(load_settings(), patience=3.0, serve=stuck_at_brackets)
    yield found
    found.close()


@pytest.mark.parametrize(
    ("raw", "told"), [(b"(((", "is read within 3 seconds"), (b"[[[", "came to a sudden end")]
)
def test_a_report_that_is_never_read_is_told_and_the_next_one_is_read(
    reader: ReaderProcess, raw: bytes, told: str
) -> None:
    """The process is ended, whoever sent it is told what to do, and another one takes its place."""
    with pytest.raises(InputError, match=told):
        list(reader.read(raw, print))
    assert list(reader.read(REPORT, print)) == []


def test_while_a_report_is_read_every_page_is_answered(tmp_path: Path) -> None:
    """A report at which reading stands still fails; meanwhile records and people's words go on."""
    path = str(tmp_path / "own.detente")
    open_workspace(path).close()
    desk = Desk(path, load_settings())
    jobs = Jobs(desk, reader=ReaderProcess(desk.settings, patience=6.0, serve=stuck_at_brackets))
    job = jobs.upload(b"(((")
    assert desk.view().state.claims == ()
    assert desk.write(lambda workspace: workspace.head()).startswith("0-")
    found = jobs.get(job.id)
    assert found is not None
    assert not found.over
    *_, last = jobs.watch(job.id, patience=30)
    assert last is not None
    assert last.status == "failed"
    assert "within 6 seconds" in str(last.error)
    jobs.close()
    desk.close()


def test_reports_are_kept_while_what_came_before_is_settled(tmp_path: Path) -> None:
    """However long settling takes, the next reports are read and kept; one settle does for them all."""
    path = str(tmp_path / "own.detente")
    open_workspace(path).close()
    desk = Desk(path, load_settings())
    jobs = Jobs(desk)
    free = Event()
    desk.room.submit(lambda workspace: free.wait(60))
    names = [jobs.upload(REPORT + b" It was day %d." % n).id for n in range(3)]
    for name in names:
        assert any(job is not None and job.status == "settling" for job in jobs.watch(name, patience=30))
    with open_workspace(path) as other:
        assert len(other.articles()) == len(names)
    free.set()
    for name in names:
        *_, last = jobs.watch(name, patience=30)
        assert last is not None
        assert last.status == "done"
    assert len({claim.document.sha256 for claim in desk.view().state.claims}) == len(names)
    jobs.close()
    desk.close()


def test_what_the_process_makes_is_what_a_workspace_makes() -> None:
    """The results are those of reading here, to the last field."""
    settings = load_settings()
    found = ReaderProcess(settings, serve=answer)
    ticks: list[str] = []
    there = list(found.read(REPORT, ticks.append))
    found.close()
    with open_workspace() as workspace:
        here = list(workspace.look(["-"], stdin=io.BytesIO(REPORT)))
    told = [[(r.reading, r.article, r.issues) for r in results] for results in (there, here)]
    assert told[0] == told[1]
    assert ticks == ["-"]
