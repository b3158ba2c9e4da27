"""The pure line through the stages: one reading per document, and nothing of a later day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from detente.pipeline import one_per_document, read_document, settle
from detente.records import Article, Document, DocumentRef, Issue, ReaderRef, Reading
from tests import ledgers

TEXT = b"Varland freed two men on Tuesday, the ministry said.\n\nThey left at noon.\n"


class Silent:
    """A reader that finds nothing and says so."""

    ref = ReaderRef("silent", "1.0.0", "none")

    def read(self, articles: Sequence[Article]) -> Iterator[tuple[Reading, tuple[Issue, ...]]]:
        """One empty reading per article."""
        for article in articles:
            issue = Issue(stage="reading", code="silent", message="expected nothing, found nothing")
            yield Reading(document=article.document, reader=self.ref), (issue,)


def document(raw: bytes) -> Document:
    """Bytes as they come."""
    return Document(id="d1", sha256="0" * 64, raw=raw, path="d.txt", retrieved="2026-03-01T12:00:00Z")


def versions() -> tuple[Reading, Reading]:
    """One document read by two versions."""
    (old,) = ledgers.readings("= a 2026-01-02 Post\none: RELEASE | releaser Varland | person Lena Marr")
    newer = msgspec.structs.replace(old, reader=ReaderRef("hand", "1.10.0", "none"), claims=())
    return msgspec.structs.replace(old, reader=ReaderRef("hand", "1.9.0", "none")), newer


def test_a_document_becomes_an_article_and_a_reading_with_all_issues() -> None:
    """Issues of both stages come out, in order."""
    article, reading, issues = read_document(document(TEXT), Silent())
    assert article is not None
    assert reading is not None
    assert isinstance(article.document, DocumentRef)
    assert issues[-1].code == "silent"


def test_a_document_without_text_gives_neither_and_says_why() -> None:
    """Nothing is read from nothing, and that is an issue, not an exception."""
    article, reading, issues = read_document(document(b""), Silent())
    assert (article, reading) == (None, None)
    assert issues


def test_the_newest_version_of_a_reader_is_used() -> None:
    """1.10 is newer than 1.9."""
    old, new = versions()
    assert one_per_document([new, old]) == one_per_document([old, new]) == (new,)


def test_the_version_that_is_asked_for_is_used() -> None:
    """A settle may name its reader."""
    old, new = versions()
    assert one_per_document([old, new], old.reader) == (old,)
    assert len(settle([old, new], reader=old.reader).claims) == 1
    assert settle([old, new]).claims == ()


def test_an_empty_ledger_settles_to_nothing() -> None:
    """No claim, no record."""
    state = settle([])
    assert (state.deals, state.people, state.counts, state.measures, state.conflicts) == ((), (), (), (), ())
