"""Where documents come from: a path in, :class:`~detente.records.Document` values and issues out.

A source yields bytes with their SHA-256, where they were read and when, and says what it could not
use as an :class:`~detente.records.Issue`; it never changes a byte. The kinds of source stand in the
table :data:`SOURCES`; :func:`open_source` picks the one that fits a path.

>>> import io
>>> source = open_source("-", stdin=io.BytesIO(b"Varland freed two men."), now="2026-03-01T12:00:00Z")
>>> [document.sha256[:8] for document in source.documents()]
['c9258016']
"""

from __future__ import annotations

from typing import BinaryIO

from detente.registry import Registry
from detente.sources.base import LIMIT, Opener, Source


def _files() -> Opener:
    from detente.sources.files import open_files

    return open_files


def _stdin() -> Opener:
    from detente.sources.stdin import open_stdin

    return open_stdin


SOURCES: Registry[Opener] = Registry("source", {"files": _files, "stdin": _stdin})
"""Name → what opens a source of that kind."""


def open_source(path: str, *, stdin: BinaryIO | None = None, now: str, limit: int = LIMIT) -> Source:
    """The source that a path means: ``-`` is standard input, anything else a file or a folder.

    Args:
        path: as the user wrote it.
        stdin: the stream that ``-`` reads; None is the process's own.
        now: UTC, ISO 8601, seconds: written into every document as ``retrieved``.
        limit: documents of more bytes than this are refused with an issue.

    Raises:
        InputError: nothing stands at the path.
    """
    kind = "stdin" if path == "-" else "files"
    return SOURCES.get(kind)()(path, stdin=stdin, now=now, limit=limit)


__all__ = ["LIMIT", "SOURCES", "Opener", "Source", "open_source"]
