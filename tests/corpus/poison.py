"""Workers that die of what they read."""

from __future__ import annotations

import os
import signal
from collections.abc import Generator, Iterable
from pathlib import Path

from detente.corpus.engines import processes
from detente.corpus.jobs import Engine, Job, Outcome, T
from detente.corpus.manifest import Done
from detente.corpus.work import Task


class Deadly(Task, frozen=True):
    """A shard with ``poison`` in its name kills its worker each time; with ``once``, the first time only."""

    def do(self) -> Done:
        """Read it, if the worker lives."""
        name = Path(self.shard.paths[0])
        mark = name.with_suffix(".died")
        if "poison" in name.name or ("once" in name.name and not mark.exists()):
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().do()


def deadly(workers: int) -> Engine:
    """Processes to whom some shards are deadly."""

    def run(jobs: Iterable[Job[T]]) -> Generator[Outcome[T]]:
        yield from processes(workers)(map(_made_deadly, jobs))

    return run


def _made_deadly(job: Job[T]) -> Job[T]:
    return Deadly(shard=job.shard, run=job.run, out=job.out) if isinstance(job, Task) else job
