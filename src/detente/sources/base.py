"""What a source is: the protocol every kind of source honours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from detente.records import Document, Issue

LIMIT = 64 * 1024 * 1024
"""Bytes of one document beyond which it is refused: no report is that long."""


class Source(Protocol):
    """Something that gives documents, one after the other, in an order that never changes."""

    def documents(self) -> Iterator[Document | Issue]:
        """Each document, and each thing that could not be made one, in order.

        A warning about a document stands before it and names its ``sha256``.
        """
        ...

    def count(self) -> int | None:
        """How many inputs there are, for a progress bar; None where only reading tells."""
        ...


class Opener(Protocol):
    """What stands in the table of sources: a function from a path to a source."""

    def __call__(self, path: str, *, stdin: BinaryIO | None, now: str, limit: int) -> Source:
        """Open ``path``; see :func:`detente.sources.open_source`."""
        ...
