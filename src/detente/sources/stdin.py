"""Standard input, and any other stream: one document, or articles one a line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import BinaryIO

from detente.records import Document, Issue
from detente.sources.documents import read_bytes
from detente.sources.issues import issue
from detente.sources.lines import is_article_line, read_lines


def read_stream(
    stream: BinaryIO, path: str, now: str, limit: int, *, lines: bool = False
) -> Iterator[Document | Issue]:
    """What a stream holds: articles one a line where it says or shows so, else one document."""
    first = stream.readline(limit + 1)
    if lines or is_article_line(first):
        yield from read_lines(first, stream, path, now, limit)
        return
    raw = first + stream.read(limit + 1 - len(first))
    if len(raw) > limit:
        advice = "split it, or raise the limit"
        yield issue("file-too-large", path, f"at most {limit} bytes", "more", advice)
        return
    yield from read_bytes(raw, path, now)


class StdinSource:
    """Documents from a stream; it can be read once."""

    def __init__(self, stream: BinaryIO, now: str, limit: int) -> None:
        self.stream, self.now, self.limit = stream, now, limit

    def documents(self) -> Iterator[Document | Issue]:
        """What the stream holds; the path of each document is ``-``."""
        return read_stream(self.stream, "-", self.now, self.limit)

    def count(self) -> int | None:
        """None: a stream says how much it holds only when it is read."""
        return None


def open_stdin(path: str, *, stdin: BinaryIO | None, now: str, limit: int) -> StdinSource:
    """The source of the given stream, else of the process's standard input."""
    return StdinSource(stdin if stdin is not None else sys.stdin.buffer, now, limit)
