"""Who does the shards: processes of this machine, or the workers of a Dask scheduler."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import NamedTuple

from detente.corpus.manifest import Done
from detente.corpus.work import Task, work
from detente.errors import InputError

STRIKES = 3
"""How often a shard may kill its worker before it is left aside."""
AHEAD = 2
"""Shards in hand for each worker: one it reads, one that waits."""


class Outcome(NamedTuple):
    """A shard that is done, or why it is not."""

    task: Task
    done: Done | None
    error: str | None = None


Engine = Callable[[Iterable[Task]], Iterator[Outcome]]
"""Tasks in; outcomes out, in the order in which they are done. Closing it early finishes those in hand."""


Do = Callable[[Task], Outcome]
"""What a worker does with one task; it must be importable where the worker runs."""


def here(tasks: Iterable[Task]) -> Iterator[Outcome]:
    """One after the other, in this process: for tests, and to measure what the others cost."""
    for task in tasks:
        yield tried(task)


def tried(task: Task) -> Outcome:
    """The outcome of a shard whose worker lives: an exception is one of ours, or of the disk."""
    try:
        return Outcome(task, work(task))
    except Exception as error:
        return Outcome(task, None, f"{type(error).__name__}: {error}")


def processes(workers: int, do: Do = tried) -> Engine:
    """Processes of this machine. A worker that dies is replaced, and its shard tried again.

    When one dies nobody can say which shard it was at, so all that were in hand are done alone, one after
    the other; who kills a worker alone is at fault, and after three times it is left aside.

    Args:
        workers: how many.
        do: what each does with a task.
    """

    def run(tasks: Iterable[Task]) -> Iterator[Outcome]:
        source, strikes = iter(tasks), Counter[str]()
        while (suspects := (yield from _until_one_dies(source, workers, do))) is not None:
            for task in suspects:
                yield _alone(task, strikes, do)

    return run


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, get_context("spawn"), _begin, (os.getpid(),))


def _begin(parent: int) -> None:
    """A worker leaves Ctrl-C to its parent, and ends when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _until_one_dies(
    source: Iterator[Task], workers: int, do: Do
) -> Generator[Outcome, None, list[Task] | None]:
    """Outcomes until all is done (then None is returned) or a worker died (then what was in hand)."""
    held: dict[Future[Outcome], Task] = {}
    with _pool(workers) as pool:
        try:
            _fill(pool, held, source, workers, do)
            while held:
                ready, _ = wait(held, return_when=FIRST_COMPLETED)
                for future in ready:
                    outcome = future.result()
                    del held[future]
                    yield outcome
                _fill(pool, held, source, workers, do)
        except BrokenProcessPool:
            return list(held.values())
        except GeneratorExit:
            wait(held)
            raise
    return None


def _fill(
    pool: ProcessPoolExecutor, held: dict[Future[Outcome], Task], source: Iterator[Task], workers: int, do: Do
) -> None:
    while len(held) < workers * AHEAD and (task := next(source, None)) is not None:
        try:
            held[pool.submit(do, task)] = task
        except BrokenProcessPool:
            held[Future()] = task
            raise


def _alone(task: Task, strikes: Counter[str], do: Do) -> Outcome:
    """A shard on its own, until it is done or has killed its worker too often."""
    while strikes[task.shard.name] < STRIKES:
        with _pool(1) as pool:
            try:
                return pool.submit(do, task).result()
            except BrokenProcessPool:
                strikes[task.shard.name] += 1
    return Outcome(task, None, f"its worker died {STRIKES} times")


def dask(address: str) -> Engine:
    """The workers of a Dask scheduler, on any number of machines that see the same paths.

    Args:
        address: of the scheduler, as ``tcp://host:8786``.

    Raises:
        InputError: Dask is not installed, or nobody answers.
    """
    try:
        from distributed import Client, as_completed
    except ImportError as error:
        raise InputError("expected Dask for a cluster; found none; install detente[cluster]") from error
    try:
        client = Client(address, timeout=5, set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError(f"expected a scheduler at {address}; found none: {error}") from error

    def run(tasks: Iterable[Task]) -> Iterator[Outcome]:
        source = iter(tasks)
        with client:
            ahead = max(1, sum(client.nthreads().values())) * AHEAD
            held = {
                client.submit(tried, task, pure=False, retries=STRIKES): task
                for task in _first(source, ahead)
            }
            waiting = as_completed(held, loop=client.loop)
            for future in waiting:
                task = held.pop(future)
                yield future.result() if future.status == "finished" else Outcome(task, None, _why(future))
                for more in _first(source, 1):
                    new = client.submit(tried, more, pure=False, retries=STRIKES)
                    held[new] = more
                    waiting.add(new)

    return run


def _first(source: Iterator[Task], number: int) -> Iterator[Task]:
    from itertools import islice

    return islice(source, number)


def _why(future: object) -> str:
    error = future.exception()  # type: ignore[attr-defined]
    return f"{type(error).__name__}: {error}"
