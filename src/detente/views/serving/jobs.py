"""Uploads being read: each a job under the hash of its bytes, so that a second upload is the first."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Condition
from typing import Literal

from msgspec.structs import replace

from detente.errors import DetenteError
from detente.records.base import Record, content_hash
from detente.views.serving.desk import Desk
from detente.views.serving.reader import ReaderProcess
from detente.views.serving.view import View
from detente.workspace import Outcome, ReadReport
from detente.workspace.collecting import Result

JobStatus = Literal["waiting", "reading", "settling", "done", "failed"]
LOOK = 30.0
"""Seconds that a report may take whose reading somebody waits for, and which is not kept."""
KEPT = 1000
"""How many jobs that are over are remembered; the ledger remembers what they read."""


class Job(Record, frozen=True, kw_only=True):
    """An upload on its way into the ledger."""

    id: str  # job_ and the beginning of the SHA-256 of what was uploaded
    sha256: str
    status: JobStatus = "waiting"
    done: int = 0  # documents read so far
    outcomes: tuple[Outcome, ...] = ()
    new: int = 0  # entries appended; 0: the ledger had all of it
    error: str | None = None  # what was expected, found, and what to do

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.status in ("done", "failed")


class Jobs:
    """The uploads of this process, in the order in which they came.

    Args:
        desk: whose ledger keeps them.
        reader: what reads them; None: a process of its own.
    """

    def __init__(self, desk: Desk, *, reader: ReaderProcess | None = None) -> None:
        self._desk = desk
        self._reader = reader or ReaderProcess(desk.settings)
        self.looks = ReaderProcess(desk.settings, patience=LOOK)
        self._queue = ThreadPoolExecutor(1, thread_name_prefix="uploads")
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._changed = Condition()

    def upload(self, raw: bytes, reader: str | None = None) -> Job:
        """Have these bytes read: a report, or reports one a line. The same bytes are the same job."""
        sha256 = hashlib.sha256(raw).hexdigest()
        name = f"job_{sha256[:16]}{f'_{content_hash(reader)[:8]}' if reader else ''}"
        with self._changed:
            known = self._jobs.get(name)
            if known is not None and known.status != "failed":
                return known
            job = self._jobs[name] = Job(id=name, sha256=sha256)
            while len(self._jobs) > KEPT and next(iter(self._jobs.values())).over:
                self._jobs.popitem(last=False)
        self._queue.submit(self._read, name, raw, reader)
        return job

    def get(self, name: str) -> Job | None:
        """The job of this id."""
        return self._jobs.get(name)

    def watch(self, name: str, *, patience: float) -> Iterator[Job | None]:
        """The job whenever something came of it, to its end; None where nothing did for a while."""
        seen: Job | None = None
        while seen is None or not seen.over:
            with self._changed:
                moved = self._changed.wait_for(lambda: self._jobs.get(name) != seen, patience)  # noqa: B023
                found = self._jobs.get(name)
            if found is None:
                return
            yield found if moved else None
            seen = found

    def _update(self, name: str, **fields: object) -> None:
        with self._changed:
            self._jobs[name] = replace(self._jobs[name], **fields)
            self._changed.notify_all()

    def _read(self, name: str, raw: bytes, reader: str | None) -> None:
        """Read and keep; what is kept is settled while the next is read, several at once where they wait."""
        with self._fails(name):
            report = self._report(name, raw, reader)
            self._update(name, status="settling", outcomes=report.outcomes, new=report.new)
            self._desk.coming().add_done_callback(lambda coming: self._close(name, report, coming))

    @contextmanager
    def _fails(self, name: str) -> Iterator[None]:
        """What goes wrong is told with the job; a fault of ours is raised as well."""
        try:
            yield
        except DetenteError as error:
            self._update(name, status="failed", error=str(error))
        except Exception as error:
            fault = (
                f"expected to read it; found a fault of Detente ({type(error).__name__}); please report it"
            )
            self._update(name, status="failed", error=fault)
            raise

    def _report(self, name: str, raw: bytes, reader: str | None) -> ReadReport:
        """Read by the reader's process, and kept a batch at a time."""
        self._update(name, status="reading")
        report, batch = ReadReport(), list[Result]()

        def tick(path: str) -> None:
            self._update(name, done=self._jobs[name].done + 1)

        for result in self._reader.read(raw, tick, reader=reader):
            batch.append(result)
            if len(batch) >= self._desk.settings.batch:
                report, batch = self._kept(report, batch), []
        return self._kept(report, batch)

    def _kept(self, report: ReadReport, batch: list[Result]) -> ReadReport:
        return self._desk.writers.call(lambda workspace: workspace.keep(batch, after=report))

    def _close(self, name: str, report: ReadReport, settled: Future[View]) -> None:
        with self._fails(name):
            settled.result()
            failed = "; ".join(issue.message for issue in report.issues if issue.fatal)
            if report.done or not failed:
                self._update(name, status="done")
            else:
                self._update(name, status="failed", error=failed)

    def close(self) -> None:
        """End what is being read; what was kept is kept."""
        self.looks.close()
        self._reader.close()
        self._queue.shutdown(cancel_futures=True)
