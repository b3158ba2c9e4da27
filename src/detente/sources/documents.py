"""From bytes to a Document: refuse what is no text, find the encoding, hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from detente.records import Document, Given, Issue
from detente.sources.content import binary_kind, instrument_type, is_page
from detente.sources.encodings import Encoding, encoding_of
from detente.sources.issues import issue


def document_of(raw: bytes, path: str, now: str, given: Given) -> Document:
    """The document of these bytes; its id is the given one, else made of their SHA-256."""
    sha256 = hashlib.sha256(raw).hexdigest()
    return Document(
        id=given.id or f"doc_{sha256[:16]}", sha256=sha256, raw=raw, path=path, retrieved=now, given=given
    )


def read_bytes(raw: bytes, path: str, now: str) -> Iterator[Document | Issue]:
    """The document of a whole file, after the warnings about it; or the issue why there is none."""
    refused = _refusal(raw, path)
    if refused is not None:
        yield refused
        return
    html = is_page(raw)
    encoding = encoding_of(raw, html=html)
    media = instrument_type(raw) or ("text/html" if html else "text/plain")
    document = document_of(raw, path, now, Given(media_type=media, encoding=encoding.name))
    yield from _warnings(document, encoding)
    yield document


def _refusal(raw: bytes, path: str) -> Issue | None:
    if not raw.strip():
        found = "white space alone" if raw else "an empty file"
        return issue("empty-file", path, "a report", found, "give a file with text")
    encoding = encoding_of(raw[:4096]).name if raw[:4096].count(0) else ""
    kind = None if encoding.startswith("utf-16") else binary_kind(raw)
    if kind is None:
        return None
    return issue("binary-file", path, "text or HTML", kind.name, kind.advice)


def _warnings(document: Document, encoding: Encoding) -> Iterator[Issue]:
    path, sha256 = document.path, document.sha256
    if encoding.how == "guessed":
        found = f"other bytes, read as {encoding.name}"
        advice = "look at the text, and save it as UTF-8 if letters are wrong"
        yield issue("guessed-encoding", path, "UTF-8", found, advice, sha256=sha256, fatal=False)
    if encoding.how == "broken":
        found = "UTF-8 with broken bytes, read as U+FFFD"
        yield issue(
            "broken-encoding", path, "UTF-8", found, "fetch the text again", sha256=sha256, fatal=False
        )
    if b"\x00" in document.raw and not encoding.name.startswith("utf-16"):
        found = f"{document.raw.count(0)} NUL bytes, kept as they are"
        advice = "fetch the text again if words are missing"
        yield issue("nul-bytes", path, "text", found, advice, sha256=sha256, fatal=False)
