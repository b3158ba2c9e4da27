"""Who does the work: processes of this machine, or the workers of a Dask scheduler."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from detente.corpus.jobs import AHEAD, STRIKES, Engine, Job, Outcome, T, said, tried
from detente.errors import InputError

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as DaskFuture


def engine_of(workers: int, scheduler: str | None = None) -> Engine:
    """The engine that was asked for.

    Args:
        workers: processes on this machine; 0: none, one job after the other here.
        scheduler: the address of a Dask scheduler instead, or of a Ray cluster (``ray://…``).
    """
    if scheduler and scheduler.startswith("ray://"):
        from detente.corpus.rays import ray

        return ray(scheduler)
    return dask(scheduler) if scheduler else processes(workers) if workers else here


def here(jobs: Iterable[Job[T]]) -> Generator[Outcome[T]]:
    """One after the other, in this process: for tests, and to measure what the others cost."""
    for job in jobs:
        yield tried(job)


def processes(workers: int) -> Engine:
    """Processes of this machine. A worker that dies is replaced, and its job tried again.

    When one dies nobody can say which job it was at, so all that were in hand are done alone, one after
    the other; who kills a worker alone is at fault, and after three times it is left aside.

    Args:
        workers: how many.
    """

    def run(jobs: Iterable[Job[T]]) -> Generator[Outcome[T]]:
        source, strikes = iter(jobs), Counter[str]()
        while (suspects := (yield from _until_one_dies(source, workers))) is not None:
            for job in suspects:
                yield _alone(job, strikes)

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
    source: Iterator[Job[T]], workers: int
) -> Generator[Outcome[T], None, list[Job[T]] | None]:
    """Outcomes until all is done (then None is returned) or a worker died (then what was in hand)."""
    held: dict[Future[Outcome[T]], Job[T]] = {}
    with _pool(workers) as pool:
        try:
            _fill(pool, held, source, workers)
            while held:
                ready, _ = wait(held, return_when=FIRST_COMPLETED)
                for future in ready:
                    outcome = future.result()
                    del held[future]
                    yield outcome
                _fill(pool, held, source, workers)
        except BrokenProcessPool:
            return list(held.values())
        except GeneratorExit:
            wait(held)
            raise
    return None


def _fill(
    pool: ProcessPoolExecutor,
    held: dict[Future[Outcome[T]], Job[T]],
    source: Iterator[Job[T]],
    workers: int,
) -> None:
    while len(held) < workers * AHEAD and (job := next(source, None)) is not None:
        try:
            held[pool.submit(tried, job)] = job
        except BrokenProcessPool:
            held[Future()] = job
            raise


def _alone(job: Job[T], strikes: Counter[str]) -> Outcome[T]:
    """A job on its own, until it is done or has killed its worker too often."""
    while strikes[job.name] < STRIKES:
        with _pool(1) as pool:
            try:
                return pool.submit(tried, job).result()
            except BrokenProcessPool:
                strikes[job.name] += 1
    return Outcome(job.name, None, f"its worker died {STRIKES} times")


def dask(address: str) -> Engine:
    """The workers of a Dask scheduler, on any number of machines that see the same paths.

    Args:
        address: of the scheduler, as ``tcp://host:8786``.

    Raises:
        InputError: Dask is not installed, or nobody answers.
    """
    try:
        from distributed import as_completed

        from detente.corpus.dask_worker import Unsampled
    except ImportError as error:
        raise InputError("expected Dask for a cluster; found none; install detente[cluster]") from error
    _client(address).close()

    def run(jobs: Iterable[Job[T]]) -> Generator[Outcome[T]]:
        source = iter(jobs)
        with _client(address) as client:
            client.register_plugin(Unsampled())
            ahead = max(1, sum(client.nthreads().values())) * AHEAD
            names = {_sent(client, job): job.name for job in islice(source, ahead)}
            waiting = as_completed(names, loop=client.loop)
            for future in waiting:
                try:
                    outcome = _become(future, names.pop(future))
                except CancelledError:  # nobody cancels but a client that lost its scheduler
                    told = f"expected the scheduler at {address} to stay; it is gone"
                    raise InputError(f"{told}; what is done stays; start one, then run this again") from None
                yield outcome
                for job in islice(source, 1):
                    names[new := _sent(client, job)] = job.name
                    waiting.add(new)

    return run


def _become(future: DaskFuture[Outcome[T]], name: str) -> Outcome[T]:
    """What became of a job.

    Raises:
        CancelledError: nobody knows.
    """
    if future.status == "finished":
        return future.result()
    if future.status == "error":
        return Outcome(name, None, said(future.exception()))
    raise CancelledError


def _client(address: str) -> Client:
    """A connection to the scheduler, for the jobs of one step: an engine may be given several.

    Raises:
        InputError: nobody answers.
    """
    from distributed import Client

    try:
        return Client(address, timeout=5, set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError(f"expected a scheduler at {address}; found none: {error}") from error


def _sent(client: Client, job: Job[object]) -> DaskFuture[Outcome[object]]:
    return client.submit(tried, job, pure=False, retries=STRIKES)
