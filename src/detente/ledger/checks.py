"""Invariants of a ledger's content, each a function that gives issues.

:meth:`Journal.verify` says whether the chain holds; a check says whether what it holds makes
sense. A check never raises for data and never changes anything. Another one is a function here
and a line in :data:`CHECKS`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from detente.errors import LedgerError
from detente.ledger.entries import Kept, decode, entry_of
from detente.ledger.journal import Journal
from detente.records import Article, Claim, Coding, Document, Entry, Issue, Reading

Check = Callable[[Journal], Iterator[Issue]]

_RECORDS = ("article", "assertion", "coding", "document", "issue", "judgement", "reading", "retraction")


def keys_fit(journal: Journal) -> Iterator[Issue]:
    """Every body is the record that its kind says, and its key is the hash of what it says."""
    for entry in journal.read(kinds=_RECORDS):
        try:
            record = decode(entry)
        except LedgerError as error:
            yield _issue("undecodable", str(error))
            continue
        if entry_of(record).key != entry.key:
            yield _issue(
                "wrong-key", f"entry {entry.seq}: expected the key of its content; found another", record
            )


def documents_are_there(journal: Journal) -> Iterator[Issue]:
    """An article stands on a document of the ledger, a reading on a document and its article."""
    seen: dict[str, set[str]] = defaultdict(set)
    for entry, record in _decoded(journal, "document", "article", "reading"):
        name = _document(record)
        seen[entry.kind].add(name)
        for kind in {"article": ("document",), "reading": ("document", "article")}.get(entry.kind, ()):
            if name not in seen[kind]:
                message = f"entry {entry.seq}: expected the {kind} of this {entry.kind} before it; found none"
                yield _issue(f"no-{kind}", message, record)


def spans_hold(journal: Journal) -> Iterator[Issue]:
    """A claim's span is, word for word, what its article says there."""
    articles: dict[str, list[int]] = defaultdict(list)
    for entry, record in _decoded(journal, "article", "reading"):
        if isinstance(record, Article):
            articles[record.document.sha256].append(entry.seq or 0)
        elif isinstance(record, Reading):
            texts = [_text(journal, seq) for seq in articles[record.document.sha256]]
            for claim in record.claims:
                if texts and not any(_stands(claim, text) for text in texts):
                    message = (
                        f"claim {claim.id}: expected {claim.span.exact!r} at {claim.span.start}; "
                        "found other words; read the document again"
                    )
                    yield _issue("span-moved", message, record)


def clocks_agree(journal: Journal) -> Iterator[Issue]:
    """The ledger's clock never goes back, and nothing is known later than the day it was recorded."""
    before = ""
    for entry in journal.read():
        recorded, known = entry.recorded or "", entry.known or ""
        if recorded < before:
            message = f"entry {entry.seq}: expected a time after {before}; found {recorded}; set the clock"
            yield _issue("clock-went-back", message)
        if known > recorded[:10]:
            message = f"entry {entry.seq}: expected a publication by {recorded[:10]}; found {known}"
            yield _issue("published-later", message)
        before = max(before, recorded)


CHECKS: Mapping[str, Check] = {
    "clocks_agree": clocks_agree,
    "documents_are_there": documents_are_there,
    "keys_fit": keys_fit,
    "spans_hold": spans_hold,
}
"""Every check by its name."""


def check(journal: Journal) -> tuple[Issue, ...]:
    """What all checks find, check by check, in order of the entries."""
    return tuple(issue for name in sorted(CHECKS) for issue in CHECKS[name](journal))


def _decoded(journal: Journal, *kinds: str) -> Iterator[tuple[Entry, Kept]]:
    """Entries with their records; what does not decode is the business of :func:`keys_fit`."""
    for entry in journal.read(kinds=kinds):
        try:
            record = decode(entry)
        except LedgerError:
            continue
        yield entry, record


def _text(journal: Journal, seq: int) -> str:
    """The text of the article at this place, read again: a ledger's texts need not fit in memory."""
    record = decode(next(journal.read(kinds=("article",), after=seq - 1)))
    return record.text if isinstance(record, Article) else ""


def _stands(claim: Claim, text: str) -> bool:
    return text[claim.span.start : claim.span.end] == claim.span.exact


def _document(record: Kept) -> str:
    match record:
        case Document():
            return record.sha256
        case Article() | Reading():
            return record.document.sha256
        case Coding():
            return record.about.document.sha256
        case _:
            return ""


def _issue(code: str, message: str, record: Kept | None = None) -> Issue:
    document = None if record is None else _document(record) or None
    return Issue(stage="ledger", code=code, message=message, document=document)
