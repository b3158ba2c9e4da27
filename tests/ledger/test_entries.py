"""Records as entries: what makes a key, which day is known, and the way back."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from detente.errors import LedgerError
from detente.ledger import Appended, Journal, decode, entries_of, entry_of
from detente.ledger.entries import Kept
from detente.records import Coding, Given, Issue, Judgement, ReaderRef, Time
from tests.ledger.samples import READER, TEXT, article, claim, document, entry, reading, retraction

DOCUMENT = document(given=Given(publisher="The Varland Post", published="2025-12-13"))
ARTICLE = article(DOCUMENT)
READING = reading(ARTICLE, claim(ARTICLE, 8, 13, time=Time("2025-12-08", "2025-12-08")))
ISSUE = Issue(
    stage="reading", code="no-frame", message="a.txt: a trigger", path="a.txt", document=DOCUMENT.sha256
)
JUDGEMENT = Judgement(
    id="jdg_1", about="entity", left="a", right="b", verdict="same", made="2026-01-05T10:00:00Z"
)
CODING = Coding(
    id="cod_1", kind="rejection", was=READING.claims[0], author="ana", made="2026-01-02T03:04:05Z"
)
RECORDS: tuple[Kept, ...] = (DOCUMENT, ARTICLE, READING, ISSUE, JUDGEMENT, CODING, retraction("cod_1"))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_comes_back_as_it_was(journal: Journal, record: Kept) -> None:
    """Through an entry and a journal, and nothing is lost: bytes, paths and times neither."""
    journal.append([entry_of(record)])
    assert [decode(found) for found in journal.read()] == [record]


def test_the_kinds_are_those_of_the_records() -> None:
    """One kind for each record that is kept."""
    kinds = ["document", "article", "reading", "issue", "judgement", "coding", "retraction"]
    assert [entry_of(r).kind for r in RECORDS] == kinds


def test_a_documents_body_has_no_bytes() -> None:
    """The bytes stand beside the body, and are not in it."""
    made = entry_of(DOCUMENT)
    body = json.loads(bytes(made.body))
    assert "raw" not in body
    assert body["sha256"] == DOCUMENT.sha256
    assert made.raw == DOCUMENT.raw


def test_reading_the_same_file_twice_changes_nothing(journal: Journal) -> None:
    """Another day, another folder: the same content is one entry of each kind."""
    again = replace(DOCUMENT, path="../elsewhere/b.txt", retrieved="2026-03-01T00:00:00Z")
    moved = article(again)
    second = reading(moved, claim(moved, 8, 13, time=Time("2025-12-08", "2025-12-08")))
    issue = replace(ISSUE, path=again.path, message=f"{again.path}: a trigger")
    assert journal.append(entries_of(DOCUMENT, ARTICLE, READING, [ISSUE])) == Appended(4, 0)
    assert journal.append(entries_of(again, moved, second, [issue])) == Appended(0, 4)


def test_a_newer_reader_adds_its_reading_beside_the_old_one(journal: Journal) -> None:
    """Name, version and configuration make another reading of the same document; the old one stays."""
    journal.append(entries_of(DOCUMENT, ARTICLE, READING))
    for name, version, config in (
        ("rules", "0.2.0", "c0ffee"),
        ("rules", "0.1.0", "ca5e"),
        ("x", "0.1.0", "-"),
    ):
        reader = ReaderRef(name, version, config)
        newer = reading(ARTICLE, reader=reader)
        assert journal.append(entries_of(DOCUMENT, ARTICLE, newer)) == Appended(1, 2)
    readers = [found.reader for e in journal.read(kinds=["reading"]) if (found := decode(e))]  # type: ignore[union-attr]
    assert readers[0] == READER
    assert len(set(readers)) == 4


def test_other_words_or_another_source_are_another_entry() -> None:
    """What the content says makes the key: bytes, what came with them, the text, the issue."""
    others: list[tuple[Kept, Kept]] = [
        (DOCUMENT, replace(DOCUMENT, given=Given(publisher="Osmia Today", published="2025-12-13"))),
        (DOCUMENT, document(b"other")),
        (ARTICLE, replace(ARTICLE, text=TEXT + " ")),
        (READING, reading(article(document(b"other")))),
        (ISSUE, replace(ISSUE, code="no-date")),
        (ISSUE, replace(ISSUE, document=None)),
        (JUDGEMENT, replace(JUDGEMENT, made="2026-01-06T10:00:00Z")),
    ]
    assert all(entry_of(one).key != entry_of(other).key for one, other in others)


def test_an_issue_without_a_document_is_known_by_its_path() -> None:
    """Two files that cannot be read are two issues."""
    one = Issue(stage="sources", code="unreadable", message="expected a file", path="a")
    assert entry_of(one).key != entry_of(replace(one, path="b")).key


@pytest.mark.parametrize(
    ("published", "known", "valid"),
    [
        ("2025-12-13", "2025-12-13", "2025-12-13"),
        ("2025-12-13T22:10:00Z", "2025-12-13", "2025-12-13"),
        ("2025-12", "2025-12-31", "2025-12-01"),
        ("2024-02", "2024-02-29", "2024-02-01"),
        ("2025", "2025-12-31", "2025-01-01"),
        ("13 December", None, None), ("2025-13-01", None, None), ("", None, None), (None, None, None),
    ],
)  # fmt: skip
def test_known_is_the_last_day_that_the_publication_date_allows(
    published: str | None, known: str | None, valid: str | None
) -> None:
    """A month is over before its news is known; a date that is none is left to the ledger's clock."""
    made = entry_of(replace(DOCUMENT, given=Given(published=published)))
    assert (made.known, made.valid) == (known, valid)


def test_an_articles_date_counts_only_as_far_as_it_is_precise() -> None:
    """“December 2025”, written as its first day, is not known on its first day."""
    month = replace(ARTICLE, published="2025-12-01", published_precision="month")
    assert (entry_of(month).known, entry_of(month).valid) == ("2025-12-31", "2025-12-01")


def test_valid_is_the_earliest_day_of_which_the_claims_speak() -> None:
    """The start of a claim's time, else its end, else its as-of day; of several the earliest."""
    times = [Time("2025-12-08", "2025-12-09"), Time(None, "2025-12-07"), Time("2025-13-99", None), None]
    made = entry_of(reading(ARTICLE, *(claim(ARTICLE, 0, 7, time=time) for time in times)))
    assert made.valid == "2025-12-07"
    state = replace(claim(ARTICLE, 0, 7), as_of="2025-11-30")
    assert entry_of(reading(ARTICLE, state)).valid == "2025-11-30"
    assert entry_of(reading(ARTICLE)).valid == "2025-12-13"


def test_what_became_of_one_document_is_known_together() -> None:
    """A date found in the text is the document's and the issues' too."""
    undated = document()
    made = entries_of(undated, article(undated, published="2025-11-05"), reading(article(undated)), [ISSUE])
    assert [e.known for e in made] == ["2025-11-05"] * 4
    assert [e.kind for e in made] == ["document", "article", "reading", "issue"]


def test_a_body_that_is_not_its_kinds_record_is_told() -> None:
    """Decoding says what was expected; it never gives half a record."""
    for broken in (
        replace(entry_of(ARTICLE), body=msgspec.Raw(b'{"text": 3}')),
        replace(entry_of(DOCUMENT), raw=None),
        replace(entry_of(DOCUMENT), body=msgspec.Raw(b"[]")),
        entry("k", kind="retraction"),
    ):
        with pytest.raises(LedgerError, match="expected"):
            decode(broken)


@given(raw=st.binary(max_size=50), publisher=st.none() | st.text(st.characters(codec="utf-8"), max_size=9))
def test_any_document_comes_back(raw: bytes, publisher: str | None) -> None:
    """Whatever the bytes and whatever came with them."""
    record = document(raw, given=Given(publisher=publisher))
    assert decode(entry_of(record)) == record
