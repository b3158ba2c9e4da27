"""The reader protocol: articles in, (reading, issues) out, in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from detente.records import Article, Issue, ReaderRef, Reading, SentenceTrace


@runtime_checkable
class Reader(Protocol):
    """Reads articles into claims; the same bytes, the same version, the same claims."""

    @property
    def ref(self) -> ReaderRef:
        """Name, version and configuration hash, as they stand on every claim."""
        ...

    def read(self, articles: Sequence[Article]) -> Iterator[tuple[Reading, tuple[Issue, ...]]]:
        """One (reading, issues) for each article, in order."""
        ...


@runtime_checkable
class Selective(Protocol):
    """A reader that can tell at a glance that a text is about something else."""

    def relevant(self, text: str) -> bool:
        """False only where reading the text would give no claim."""
        ...


@runtime_checkable
class Inspector(Protocol):
    """A reader that can tell what it saw in each sentence."""

    def inspect(self, article: Article) -> tuple[SentenceTrace, ...]:
        """One trace for each sentence of the article."""
        ...
