"""Records as entries of the ledger, and back.

A key is the hash of what a record *says*: where a file lay and when it was read are no part of
it, so reading the same file twice, or from another folder, changes nothing. A newer reader's
reading has another key and stands beside the older one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import assert_never

import msgspec
from msgspec.structs import replace

from detente.errors import LedgerError
from detente.ledger.journal import is_day
from detente.records import (
    Article,
    Assertion,
    Claim,
    Coding,
    Document,
    Entry,
    EntryKind,
    Issue,
    Judgement,
    Reading,
    Retraction,
    content_hash,
    to_builtins,
    to_json,
)

Kept = Document | Article | Reading | Issue | Judgement | Coding | Retraction | Assertion
"""The records that the ledger keeps; everything else is recomputed from them."""

_TYPES: dict[str, type[Article | Reading | Issue | Judgement | Coding | Retraction | Assertion]] = {
    "article": Article,
    "reading": Reading,
    "issue": Issue,
    "judgement": Judgement,
    "coding": Coding,
    "retraction": Retraction,
    "assertion": Assertion,
}


def entry_of(record: Kept, *, known: str | None = None) -> Entry:
    """The record as an entry to append.

    Args:
        record: what is to be kept.
        known: the day from which it could be known, where the record itself does not say (an
            issue of a dated article, a document whose date stands in its text). Left out, it is
            the record's publication date; where that is unknown too, the ledger takes the day of
            the recording.

    >>> from detente.records import Document
    >>> one = Document(id="d", sha256="ab", raw=b"x", path="a.txt", retrieved="2025-01-31T08:00:00Z")
    >>> two = Document(id="d", sha256="ab", raw=b"x", path="b/c.txt", retrieved="2025-02-01T09:30:00Z")
    >>> entry_of(one).key == entry_of(two).key
    True
    """
    kind, key, said = _described(record)
    published = _published(record)
    return Entry(
        kind=kind,
        key=key,
        body=msgspec.Raw(_body(record)),
        valid=min(said, default=_first_day(published)),
        known=known or _last_day(published),
        raw=record.raw if isinstance(record, Document) else None,
    )


def entries_of(
    document: Document,
    article: Article | None = None,
    reading: Reading | None = None,
    issues: Iterable[Issue] = (),
) -> tuple[Entry, ...]:
    """Everything that became of one document, in order, all known from its publication on."""
    published = document.given.published if article is None else _published(article)
    known = _last_day(published)
    records = (document, article, reading, *issues)
    return tuple(entry_of(record, known=known) for record in records if record is not None)


def decode(entry: Entry) -> Kept:
    """The record that an entry keeps: the inverse of :func:`entry_of`.

    Raises:
        LedgerError: the body is not the record that the kind says, or the bytes are missing.
    """
    try:
        if entry.kind == "document":
            return _document(entry)
        if entry.kind in _TYPES:
            return msgspec.json.decode(entry.body, type=_TYPES[entry.kind])
    except msgspec.DecodeError as error:
        raise LedgerError(
            f"entry {entry.seq}: expected the record of a {entry.kind}; found: {error}"
        ) from error
    raise LedgerError(f"entry {entry.seq}: expected a record of {', '.join(_TYPES)}; found {entry.kind}")


def _document(entry: Entry) -> Document:
    if entry.raw is None:
        raise LedgerError(
            f"entry {entry.seq}: expected the document's bytes; found none; run `detente verify`"
        )
    fields = msgspec.json.decode(entry.body, type=dict[str, object])
    return msgspec.convert({**fields, "raw": entry.raw}, Document)


def _body(record: Kept) -> bytes:
    if not isinstance(record, Document):
        return to_json(record)
    return msgspec.json.encode({k: v for k, v in to_builtins(replace(record, raw=b"")).items() if k != "raw"})


def _described(record: Kept) -> tuple[EntryKind, str, list[str]]:
    """Kind, key, and the days that the content itself speaks of."""
    match record:
        case Document():
            return "document", content_hash("document", record.sha256, record.given), []
        case Article():
            ref = replace(record.document, path="")
            return "article", content_hash("article", replace(record, document=ref)), []
        case Reading():
            reader = record.reader
            key = content_hash("reading", record.document.sha256, reader.name, reader.version, reader.config)
            return "reading", key, sorted(_days(record.claims))
        case Issue():
            return "issue", content_hash("issue", _placeless(record)), []
        case Judgement():
            return "judgement", content_hash("judgement", record), []
        case Coding():
            told = () if record.claim is None else (record.claim,)
            return "coding", content_hash("coding", _pathless(record)), sorted(_days(told))
        case Retraction():
            return "retraction", content_hash("retraction", record), []
        case Assertion():
            return "assertion", content_hash("assertion", record), [d for d in (record.by,) if d]
        case _:
            assert_never(record)


def _placeless(issue: Issue) -> Issue:
    """The issue without its path, where the document says what it is about."""
    if issue.document is None or issue.path is None:
        return issue
    return replace(issue, path=None, message=issue.message.removeprefix(issue.path))


def _pathless(coding: Coding) -> Coding:
    """The coding without where the document lay when its claims were made."""
    was, claim = (c and replace(c, document=replace(c.document, path="")) for c in (coding.was, coding.claim))
    return replace(coding, was=was, claim=claim)


def _days(claims: Iterable[Claim]) -> Iterator[str]:
    for claim in claims:
        ends = () if claim.time is None else (claim.time.start or claim.time.end,)
        yield from (day for day in (*ends, claim.as_of) if day is not None and is_day(day))


def _published(record: Kept) -> str | None:
    match record:
        case Document():
            return record.given.published
        case Article():
            cut = {"day": 10, "month": 7, "year": 4}[record.published_precision]
            return (record.published or "")[:cut]
        case Reading():
            return record.document.published
        case Judgement():
            return record.made
        case Coding():
            return record.about.document.published
        case Retraction():
            return record.since
        case Assertion():
            return record.made
        case _:
            return None


def _first_day(text: str | None) -> str | None:
    """The first day of what is a day, a month or a year; None for anything else.

    >>> _first_day("2025-12"), _first_day("2025-12-13T10:00:00Z"), _first_day("last week")
    ('2025-12-01', '2025-12-13', None)
    """
    full = (text or "")[:10] + {4: "-01-01", 7: "-01"}.get(len(text or ""), "")
    return full if is_day(full) else None


def _last_day(text: str | None) -> str | None:
    """The last day of it: "known by" must never look ahead, so a month counts as its end.

    >>> _last_day("2024-02"), _last_day("2024"), _last_day("2024-02-03")
    ('2024-02-29', '2024-12-31', '2024-02-03')
    """
    first = _first_day(text)
    if first is None or text is None or len(text) > 7:
        return first
    year, month = int(first[:4]), 12 if len(text) == 4 else int(first[5:7])
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).isoformat()
