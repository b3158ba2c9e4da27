"""Invented records and entries for the tests of the ledger."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from itertools import count

import msgspec

from detente.records import (
    Article,
    Claim,
    Document,
    DocumentRef,
    Entry,
    EntryKind,
    Given,
    ReaderRef,
    Reading,
    Retraction,
    Span,
    Time,
    claim_id,
)

READER = ReaderRef("rules", "0.1.0", "c0ffee")
TEXT = "Varland freed two men on Monday. Osmia lifted nothing."


def entry(
    key: str,
    *,
    kind: EntryKind = "issue",
    known: str | None = None,
    body: bytes = b"{}",
    valid: str | None = None,
) -> Entry:
    """An entry that only the journal looks at: its body need not be a record."""
    return Entry(kind=kind, key=key, body=msgspec.Raw(body), known=known, valid=valid)


def document(
    raw: bytes = TEXT.encode(),
    *,
    path: str = "a.txt",
    at: str = "2026-01-02T03:04:05Z",
    given: Given | None = None,
) -> Document:
    """A document of these bytes."""
    name = sha256(raw).hexdigest()
    return Document(
        id=f"doc_{name[:16]}", sha256=name, raw=raw, path=path, retrieved=at, given=given or Given()
    )


def retraction(target: str) -> Retraction:
    """That this no longer counts."""
    return Retraction(id=f"rtr_{target}", target=target, author="ana", made="2026-01-02T03:04:05Z")


def ref(document: Document, *, published: str | None = None) -> DocumentRef:
    """How claims name this document."""
    return DocumentRef(id=document.id, path=document.path, sha256=document.sha256, published=published)


def article(document: Document, *, published: str | None = "2025-12-13", text: str = TEXT) -> Article:
    """Its text."""
    return Article(document=ref(document, published=published), text=text, published=published)


def claim(
    article: Article, start: int, end: int, *, time: Time | None = None, reader: ReaderRef = READER
) -> Claim:
    """A claim about these characters of the article."""
    span, name = Span.of(article.text, start, end), article.document.sha256
    id_ = claim_id(name, span, "RELEASE", None, {}, None, "performed", "+", (), reader)
    return Claim(
        id=id_, type="RELEASE", roles={}, time=time, span=span, document=article.document, reader=reader
    )


def reading(article: Article, *claims: Claim, reader: ReaderRef = READER) -> Reading:
    """What a reader found in it."""
    return Reading(document=article.document, reader=reader, claims=claims)


def ticking(day: str = "2026-01-31") -> Callable[[], str]:
    """A clock that is one second later each time it is asked."""
    seconds = count()
    return lambda: f"{day}T08:{(n := next(seconds)) // 60 % 60:02}:{n % 60:02}Z"
