"""The workers of a Ray cluster do the work."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from itertools import islice
from typing import Any

from detente.corpus.jobs import AHEAD, STRIKES, Engine, Job, Outcome, T, said, tried
from detente.errors import InputError


def ray(address: str) -> Engine:
    """The workers at ``ray://host:10001``, or of this machine alone: ``ray://local``; else an InputError."""
    try:
        import ray as cluster
    except ImportError as error:
        raise InputError("expected Ray for this address; found none; install ray") from error

    def run(jobs: Iterable[Job[T]]) -> Generator[Outcome[T]]:
        try:
            cluster.init("local" if address == "ray://local" else address, include_dashboard=False)
        except (OSError, ValueError) as error:
            raise InputError(f"expected a cluster at {address}; found none: {error}") from error
        do: Callable[[Job[T]], Any] = cluster.remote(max_retries=STRIKES)(tried).remote
        source = iter(jobs)
        ahead = AHEAD * int(cluster.cluster_resources()["CPU"])
        held = {do(job): job.name for job in islice(source, ahead)}
        while held:
            (ready, *_), _ = cluster.wait(list(held))
            name = held.pop(ready)
            try:
                yield cluster.get(ready)
            except cluster.exceptions.RayError as error:
                yield Outcome(name, None, said(error))
            held |= {do(job): job.name for job in islice(source, 1)}
        cluster.shutdown()

    return run
