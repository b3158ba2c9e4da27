"""Articles one a line: each line of JSON is a document of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from detente.records import Document, Given, Issue
from detente.sources.documents import document_of
from detente.sources.issues import issue

MEDIA_TYPE = "application/json"
"""The media type of a document that is one line of JSON."""

_MARK = b"\xef\xbb\xbf"


class _Line(msgspec.Struct):
    """What a line may say; other fields are left alone."""

    text: str
    id: str | int | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | int | None = None
    title: str | None = None
    language: str | None = None
    byline: str | None = None


_decoder = msgspec.json.Decoder(_Line)


def is_article_line(line: bytes) -> bool:
    """Is this a JSON object with a ``text``, as a line of a ``.jsonl`` of articles is?

    >>> is_article_line(b'{"id": "a1", "text": "Two men were freed."}'), is_article_line(b"Freed.")
    (True, False)
    """
    if not line.removeprefix(_MARK).lstrip().startswith(b"{"):
        return False
    try:
        _decoder.decode(line.removeprefix(_MARK))
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def read_lines(first: bytes, stream: BinaryIO, path: str, now: str, limit: int) -> Iterator[Document | Issue]:
    """A document for each line that holds an article, an issue for each that does not.

    Args:
        first: the line already taken from the stream.
        stream: what follows it.
        path: written into every document.
        now: UTC, ISO 8601.
        limit: a line of more bytes is refused.
    """
    seen: dict[str, str] = {}
    empty = True
    for number, line in enumerate(_bounded(first.removeprefix(_MARK), stream, limit), 1):
        if line is None:
            where, found = f"line {number} of at most {limit} bytes", "a longer one"
            yield issue("line-too-large", path, where, found, "the other lines are read", fatal=False)
        elif line.strip():
            yield from _read_line(line.rstrip(b"\r\n"), number, path, now, seen)
        empty = empty and line is not None and not line.strip()
    if empty:
        yield issue("empty-file", path, "articles, one a line", "an empty file", "give a file with text")


def _bounded(first: bytes, stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Lines; None for one that is over the limit, whose rest is passed over."""
    line = first
    while line:
        if len(line) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
            yield None
        else:
            yield line
        line = stream.readline(limit + 1)


def _read_line(
    line: bytes, number: int, path: str, now: str, seen: dict[str, str]
) -> Iterator[Document | Issue]:
    try:
        said = _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        expected = f"in line {number} a JSON object with a text"
        yield issue("malformed-line", path, expected, str(error), "mend it: the other lines are read")
        return
    document = document_of(line, path, now, _given(said))
    if seen.setdefault(document.id, document.sha256) != document.sha256:
        found = f"{document.id!r} again in line {number}, with other words"
        advice = "give each its own id"
        yield issue(
            "repeated-id", path, "one article an id", found, advice, sha256=document.sha256, fatal=False
        )
    yield document


def _given(said: _Line) -> Given:
    return Given(
        id=str(said.id) if said.id not in (None, "") else None,
        url=said.url or None,
        publisher=said.publisher or None,
        published=str(said.published) if said.published not in (None, "") else None,
        title=said.title or None,
        language=said.language or None,
        byline=said.byline or None,
        media_type=MEDIA_TYPE,
        encoding="utf-8",
    )
