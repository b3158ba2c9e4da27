"""A job, what becomes of it, and who does jobs: what engines have in common."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import Generic, NamedTuple, Protocol, TypeVar

STRIKES = 3
"""How often a job may kill its worker before it is left aside."""
AHEAD = 2
"""Jobs in hand for each worker: one it does, one that waits."""

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Job(Protocol[T_co]):
    """A piece of work that travels to where it is done: small, and the same however often it is begun."""

    @property
    def name(self) -> str:
        """What tells it from others."""

    def do(self) -> T_co:
        """Do it, there."""


class Outcome(NamedTuple, Generic[T]):
    """A job that is done, or why it is not."""

    name: str
    done: T | None
    error: str | None = None


class Engine(Protocol):
    """Jobs in; outcomes out, in the order in which they are done. Closing it early finishes those in hand."""

    def __call__(self, jobs: Iterable[Job[T]], /) -> Generator[Outcome[T]]:
        """Do them all."""


def tried(job: Job[T]) -> Outcome[T]:
    """The outcome of a job whose worker lives: an exception is one of ours, or of the disk."""
    try:
        return Outcome(job.name, job.do())
    except Exception as error:
        return Outcome(job.name, None, said(error))


def said(error: object) -> str:
    """What went wrong: the first line of it: what follows in some is a program's source."""
    return f"{type(error).__name__}: {error}".partition("\n")[0]
