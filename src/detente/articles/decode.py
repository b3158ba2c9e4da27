"""From a document's bytes to its characters, untouched but for the byte order mark."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from detente.records import Document, Issue

JSON = "application/json"
HTML = "text/html"
_BROKEN = "\ufffd"


class Decoded(NamedTuple):
    """The characters, and what was wrong with the bytes."""

    text: str
    issues: tuple[Issue, ...] = ()


class _Line(msgspec.Struct):
    text: str


_line = msgspec.json.Decoder(_Line)


def issue(document: Document, code: str, message: str, *, fatal: bool = False) -> Issue:
    """An issue of stage ``articles`` about this document."""
    where = f"{document.path}: {message}"
    return Issue(
        stage="articles", code=code, message=where, path=document.path, document=document.sha256, fatal=fatal
    )


def decode(document: Document) -> Decoded:
    """The text of a document: of a line of JSON its ``text``, else its bytes decoded.

    >>> from detente.records import Document
    >>> document = Document(id="d", sha256="", raw=b"Freed.", path="a.txt", retrieved="2026-03-01T12:00:00Z")
    >>> decode(document).text
    'Freed.'
    """
    if document.given.media_type == JSON:
        return _from_line(document)
    encoding = document.given.encoding or "utf-8"
    try:
        text = document.raw.decode(encoding, "replace")
    except LookupError:
        message = f"expected an encoding that Python knows; found {encoding!r}; read as UTF-8"
        text = document.raw.decode("utf-8", "replace")
        return Decoded(text.removeprefix("\ufeff"), (issue(document, "unknown-encoding", message),))
    return Decoded(text.removeprefix("\ufeff"), _replaced(document, text, encoding))


def _from_line(document: Document) -> Decoded:
    try:
        return Decoded(_line.decode(document.raw).text)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        message = f"expected a JSON object with a text; found {error}; mend the line"
        return Decoded("", (issue(document, "malformed-line", message, fatal=True),))


def _replaced(document: Document, text: str, encoding: str) -> tuple[Issue, ...]:
    """An issue where bytes did not decode, unless the text says U+FFFD itself."""
    count = text.count(_BROKEN)
    if count == 0 or (encoding == "utf-8" and document.raw.count(_BROKEN.encode()) == count):
        return ()
    message = (
        f"expected {encoding} throughout; found bytes that are not, read as {count} U+FFFD; fetch it again"
    )
    return (issue(document, "replaced-characters", message),)
