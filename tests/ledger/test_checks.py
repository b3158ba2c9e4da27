"""What the checks find in a ledger whose chain holds and whose content makes no sense."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from detente.ledger import CHECKS, Journal, check, entries_of, entry_of
from detente.records import Span
from tests.fakes import MemoryJournal
from tests.ledger.samples import TEXT, article, claim, document, entry, reading, retraction

DOCUMENT = document()
ARTICLE = article(DOCUMENT)
READING = reading(ARTICLE, claim(ARTICLE, 8, 13))


def codes(journal: Journal) -> list[str]:
    """The codes of what all checks find."""
    return [issue.code for issue in check(journal)]


def test_the_checks_are_those_of_the_table() -> None:
    """Another check is one function and one line."""
    assert sorted(CHECKS) == ["clocks_agree", "documents_are_there", "keys_fit", "spans_hold"]


def test_a_ledger_of_records_has_no_issues(journal: Journal) -> None:
    """What the helpers make, the checks accept."""
    journal.append(entries_of(DOCUMENT, ARTICLE, READING))
    journal.append([entry_of(retraction("r"))])
    assert codes(journal) == []


def test_a_body_that_is_no_record_and_a_key_that_is_not_its_hash_are_found(journal: Journal) -> None:
    """Each is one issue, and the other entries are checked all the same."""
    journal.append([entry("k", kind="reading"), replace(entry_of(DOCUMENT), key="beef")])
    found = check(journal)
    assert [issue.code for issue in found] == ["undecodable", "wrong-key"]
    assert found[1].document == DOCUMENT.sha256
    assert all(issue.stage == "ledger" for issue in found)


def test_a_reading_without_its_document_or_article_is_found(journal: Journal) -> None:
    """What a claim was read from must be there, and before it."""
    journal.append([entry_of(READING), entry_of(DOCUMENT), entry_of(ARTICLE)])
    assert codes(journal) == ["no-document", "no-article"]


def test_a_span_whose_words_are_not_the_texts_is_found(journal: Journal) -> None:
    """Every figure can be traced to its words, or the ledger says which cannot."""
    moved = replace(claim(ARTICLE, 8, 13), span=Span(9, 14, "freed"))
    journal.append(entries_of(DOCUMENT, ARTICLE, reading(ARTICLE, claim(ARTICLE, 0, 7), moved)))
    (issue,) = check(journal)
    assert issue.code == "span-moved"
    assert "'freed' at 9" in issue.message


def test_a_span_may_stand_in_any_article_of_its_document(journal: Journal) -> None:
    """A better extraction gives another text; readings of the older one still hold."""
    longer = replace(ARTICLE, text="Osmia, Monday. " + TEXT)
    journal.append(entries_of(DOCUMENT, ARTICLE, READING))
    journal.append(
        [entry_of(longer), entry_of(replace(READING, reader=replace(READING.reader, version="2")))]
    )
    assert codes(journal) == []


def test_a_clock_that_went_back_and_news_from_the_future_are_found() -> None:
    """Both make a query by date doubtful."""
    times = iter(["2026-01-31T08:00:00Z", "2026-01-30T08:00:00Z"])
    journal = MemoryJournal(lambda: next(times))
    journal.append([entry_of(retraction("a"))])
    journal.append([entry_of(retraction("b"), known="2026-01-31")])
    assert codes(journal) == ["clock-went-back", "published-later"]


def test_checking_changes_nothing(journal: Journal) -> None:
    """A check reads."""
    journal.append([entry("k", kind="reading", body=msgspec.json.encode("no reading"))])
    head = journal.head()
    assert check(journal) == check(journal)
    assert journal.head() == head
