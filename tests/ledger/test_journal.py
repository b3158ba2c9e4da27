"""What every journal promises, whatever it is stored in."""

from __future__ import annotations

import msgspec
import pytest

from detente.errors import LedgerBrokenError, LedgerError
from detente.ledger import GENESIS, Appended, Head, Journal, copy, entry_of
from detente.records import Entry, EntryKind
from tests.fakes import MemoryJournal
from tests.ledger.samples import document, entry, ticking


def keys(journal: Journal, **bounds: str) -> list[str]:
    """Keys of what is read within these bounds."""
    return [found.key for found in journal.read(**bounds)]  # type: ignore[arg-type]  # known_by, recorded_by


def test_an_empty_journal_holds_and_has_the_head_before_the_first(journal: Journal) -> None:
    """Before anything is appended, the chain is whole and its head is the genesis."""
    assert journal.head() == Head(0, GENESIS)
    assert journal.verify().ok
    assert list(journal.read()) == []
    assert journal.stats().entries == 0


def test_entries_come_back_as_they_were_in_their_order(journal: Journal) -> None:
    """What was given is given back, with only the ledger's own fields filled in."""
    given = [
        entry("b", known="2025-01-02", valid="2024-12-31", body='{"ü": "\\u0000\u2019"}'.encode()),
        entry("a"),
    ]
    journal.append(given)
    back = list(journal.read())
    blank = {"seq": None, "prev": None, "hash": None, "recorded": None}
    assert [msgspec.structs.replace(e, **blank) for e in back] == [
        given[0],
        msgspec.structs.replace(given[1], known="2026-01-31"),
    ]
    assert [e.seq for e in back] == [1, 2]


def test_each_entry_names_the_one_before(journal: Journal) -> None:
    """``prev`` of an entry is ``hash`` of the one before, across appends too."""
    journal.append([entry("a"), entry("b")])
    journal.append([entry("c")])
    chain = list(journal.read())
    assert [e.prev for e in chain] == [GENESIS, *(e.hash for e in chain[:-1])]
    assert journal.head() == Head(3, chain[-1].hash or "")


def test_the_same_kind_and_key_are_appended_once(journal: Journal) -> None:
    """Known content changes nothing, be it known from before or from the same append."""
    assert journal.append([entry("a"), entry("a"), entry("b")]) == Appended(new=2, known=1)
    head = journal.head()
    assert journal.append([entry("b"), entry("a")]) == Appended(new=0, known=2)
    assert journal.head() == head
    assert journal.append([entry("a", kind="judgement")]) == Appended(new=1, known=0)
    assert journal.stats().seals == 2


def test_the_first_of_two_with_one_key_stays(journal: Journal) -> None:
    """The body that came first is the one that is kept."""
    journal.append([entry("a", body=b'{"n":1}'), entry("a", body=b'{"n":2}')])
    journal.append([entry("a", body=b'{"n":3}')])
    assert [bytes(e.body) for e in journal.read()] == [b'{"n":1}']


def test_nothing_to_append_leaves_nothing(journal: Journal) -> None:
    """An empty append leaves no seal."""
    assert journal.append([]) == Appended(0, 0)
    assert journal.stats().seals == 0


def test_an_entry_that_cannot_be_one_stops_the_whole_append(journal: Journal) -> None:
    """All or nothing: what stood before the fault in the same append is not kept either."""
    strange: EntryKind = "gossip"  # type: ignore[assignment]
    faults = [
        entry(""), entry("k", body=b""), entry("k", body=b'{"a":"\xff"}'), entry("k\ud800"),
        entry("k", body=b"{} {}"), entry("k", known="2025-13-01"), entry("k", valid="next week"),
        entry("k", kind=strange), entry("k", kind="document"),
        entry("k", kind="document", body=b'{"sha256":"ab"}'),
        msgspec.structs.replace(entry_of(document()), raw=b"other bytes"),
    ]  # fmt: skip
    for fault in faults:
        with pytest.raises(LedgerError):
            journal.append([entry("good"), fault])
        assert journal.head().seq == 0
    assert journal.verify().ok


def test_a_fault_while_the_entries_are_made_keeps_nothing(journal: Journal) -> None:
    """An exception of the caller's own iterable goes through, and nothing was appended."""

    def entries() -> list[Entry]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        journal.append(e for _ in [0] for e in [entry("a"), *entries()])
    assert journal.append([entry("b")]) == Appended(1, 0)


def test_known_is_the_day_of_the_recording_where_nothing_is_said(journal: Journal) -> None:
    """The second clock is never empty."""
    journal.append([entry("a"), entry("b", known="2020-02-02")])
    assert [e.known for e in journal.read()] == ["2026-01-31", "2020-02-02"]


def test_known_by_leaves_out_what_was_published_later(journal: Journal) -> None:
    """The bound is a day and includes it."""
    journal.append(
        [entry("a", known="2025-01-03"), entry("b", known="2025-01-01"), entry("c", known="2025-01-02")]
    )
    assert keys(journal, known_by="2025-01-02") == ["b", "c"]
    assert keys(journal, known_by="2024-12-31") == []


def test_recorded_by_takes_a_day_or_a_time(journal: Journal) -> None:
    """A day includes all of it; a time is exact to the second."""
    journal.append([entry("a")])
    journal.append([entry("b")])
    assert keys(journal, recorded_by="2026-01-31") == ["a", "b"]
    assert keys(journal, recorded_by="2026-01-31T08:00:00Z") == ["a"]
    assert keys(journal, recorded_by="2026-01-30") == []


def test_kinds_and_after_narrow_what_is_read(journal: Journal) -> None:
    """Only these kinds, only greater numbers; no kinds at all is nothing."""
    journal.append([entry("a"), entry("b", kind="judgement"), entry("c", kind="reading"), entry("d")])
    assert [e.key for e in journal.read(kinds=("judgement", "reading"))] == ["b", "c"]
    assert [e.key for e in journal.read(kinds=["issue"], after=1)] == ["d"]
    assert [e.key for e in journal.read(kinds=())] == []


@pytest.mark.parametrize(
    "bounds",
    [
        {"known_by": "2025"}, {"known_by": "20250131"}, {"known_by": "2025-02-30"},
        {"recorded_by": "yesterday"}, {"kinds": ["rumour"]},
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_at_once(journal: Journal, bounds: dict[str, str]) -> None:
    """A bound that is no day would be compared as text and give a wrong answer."""
    with pytest.raises(LedgerError, match="expected"):
        journal.read(**bounds)  # type: ignore[arg-type]


def test_a_reader_sees_what_was_there_when_it_began(journal: Journal) -> None:
    """What is appended while one reads is not among what one reads."""
    journal.append([entry(f"{n:03}") for n in range(100)])
    seen = []
    for found in journal.read():
        seen.append(found.key)
        journal.append([entry(f"late {found.key}")])
    assert seen == [f"{n:03}" for n in range(100)]
    assert journal.head().seq == 200


def test_get_finds_by_key_and_by_kind(journal: Journal) -> None:
    """Of several kinds with one key, the first; none where there is none."""
    journal.append([entry("a"), entry("a", kind="judgement")])
    found = [
        journal.get("a"),
        journal.get("a", kind="judgement"),
        journal.get("b"),
        journal.get("a", kind="reading"),
    ]
    assert [e and e.kind for e in found] == ["issue", "judgement", None, None]


def test_a_documents_bytes_come_back_and_are_stored_once(journal: Journal) -> None:
    """Two documents of the same bytes are two entries and one blob."""
    raw = b"\x00\xff not text \x80"
    one, two = document(raw), document(raw, given=document().given.__class__(publisher="The Varland Post"))
    assert journal.append([entry_of(one), entry_of(two)]).new == 2
    assert [e.raw for e in journal.read()] == [raw, raw]
    stats = journal.stats()
    assert (stats.documents, stats.document_bytes) == (1, len(raw))
    assert journal.verify().ok


def test_a_document_known_by_its_bytes_may_come_without_them(journal: Journal) -> None:
    """Bytes that the ledger has need not be brought again."""
    first, second = document(), document(given=document().given.__class__(title="Two men freed"))
    journal.append([entry_of(first)])
    assert journal.append([msgspec.structs.replace(entry_of(second), raw=None)]).new == 1


def test_a_clock_that_gives_no_utc_seconds_is_refused(journal: Journal) -> None:
    """Local times or fractions would break the order of `recorded`."""
    for time in ("2026-01-31 08:00:00", "2026-01-31T08:00:00+01:00", "2026-1-31T08:00:00Z", "now"):
        journal._now = lambda time=time: time  # type: ignore[attr-defined]
        with pytest.raises(LedgerError, match="clock"):
            journal.append([entry("a")])
    assert journal.head().seq == 0


def test_stats_count_kinds_and_give_the_first_and_last_of_both_clocks(journal: Journal) -> None:
    """One look at how much is there."""
    journal.append([entry("a", known="2025-01-01"), entry("b", kind="judgement")])
    journal.append([entry("c")])
    stats = journal.stats()
    assert stats.kinds == {"issue": 2, "judgement": 1}
    assert (stats.first_recorded, stats.last_recorded) == ("2026-01-31T08:00:00Z", "2026-01-31T08:00:01Z")
    assert (stats.first_known, stats.last_known) == ("2025-01-01", "2026-01-31")


def test_a_noted_head_shows_a_ledger_that_was_written_anew(journal: Journal) -> None:
    """A head noted elsewhere stays on the chain for ever; one of another ledger is not on it."""
    journal.append([entry("a")])
    noted = journal.head().hash
    journal.append([entry("b")])
    assert journal.verify(noted=noted).ok
    other = journal.verify(noted="f" * 64)
    assert not other.ok
    assert "written anew" in other.message


def test_the_quick_look_tells_the_head_and_a_cut_end(journal: Journal) -> None:
    """``fast`` reads only the end: the same head as the whole walk."""
    assert journal.verify(fast=True).ok
    journal.append([entry("a"), entry("b")])
    journal.append([entry("c")])
    quick, whole = journal.verify(fast=True), journal.verify()
    assert (quick.ok, quick.entries, quick.head) == (True, 3, whole.head)


def test_heads_at_which_appends_ended_are_told_in_order(journal: Journal) -> None:
    """One for each append that brought something."""
    journal.append([entry("a"), entry("b")])
    journal.append([entry("a")])
    journal.append([entry("c")])
    assert [head.seq for head in journal.sealed()] == [2, 3]
    assert list(journal.sealed(after=2)) == [journal.head()]


def test_a_copy_has_the_same_entries_hashes_and_seals(journal: Journal) -> None:
    """Both ways between any two stores; what was copied is not copied again, and the copy can go on."""
    origin = MemoryJournal(ticking("2025-05-05"))
    origin.append([entry_of(document()), entry("a", known="2024-02-02")])
    origin.append([entry("b")])
    ticks: list[int] = []
    assert copy(origin, journal, tick=ticks.append) == origin.head()
    origin.append([entry("c")])
    copy(origin, journal, tick=ticks.append)
    assert ticks == [2, 1, 1]
    back = MemoryJournal()
    copy(journal, back)
    assert back.entries == origin.entries
    assert list(journal.sealed()) == list(origin.sealed()) == list(back.sealed())
    assert journal.verify().ok
    assert journal.append([entry("d")]).new == 1


def test_two_ledgers_are_never_mixed_by_a_copy(journal: Journal) -> None:
    """The target must be an earlier state of the source: anything else is refused, and nothing is kept."""
    origin = MemoryJournal(ticking())
    origin.append([entry("a")])
    journal.append([entry("other")])
    with pytest.raises(LedgerBrokenError, match="nothing was copied"):
        copy(origin, journal)
    with pytest.raises(LedgerBrokenError, match="nothing of these was kept"):
        journal.adopt(list(origin.read()))
    assert [e.key for e in journal.read()] == ["other"]


def test_a_changed_entry_is_not_adopted(journal: Journal) -> None:
    """A copy checks every hash on its way."""
    origin = MemoryJournal(ticking())
    origin.append([entry("a"), entry("b")])
    origin.entries[1] = msgspec.structs.replace(origin.entries[1], known="1999-01-01")
    with pytest.raises(LedgerBrokenError):
        copy(origin, journal)
    assert journal.head().seq == 0


def test_a_closed_journal_refuses_with_a_ledger_error(journal: Journal) -> None:
    """Closing twice is fine; using it afterwards is misuse."""
    journal.close()
    journal.close()
    with pytest.raises(LedgerError):
        journal.append([entry("a")])


def article_entry(key: str, text: str, *, title: str = "", known: str | None = None) -> Entry:
    """An article of these words."""
    body = msgspec.json.encode({"title": title, "text": text})
    return entry(key, kind="article", body=body, known=known)


def found(journal: Journal, asked: str, **bounds: str) -> list[str]:
    """Keys of what is found within these bounds."""
    return [e.key for e in journal.find(asked, **bounds)]


def test_articles_are_found_by_their_words(journal: Journal) -> None:
    """All of them, in any writing, in title or text, quoted ones in a row; the newest entry first."""
    journal.append([
        article_entry("a", "Varland freed two men on Monday.", title="The Łódź list"),
        article_entry("b", "Two of the men, freed by VARLAND’s court, left."),
        article_entry("c", "Освободили двоих: Йонас и Алесь."),
        entry("d", body=b'{"text": "Varland freed two men"}'),
        entry("e", kind="article", body=b'["no article"]'),
    ])  # fmt: skip
    assert found(journal, "varland FREED") == ["b", "a"]
    assert found(journal, '"freed two men"') == ["a"]
    assert found(journal, "lodz varland") == ["a"]
    assert found(journal, "йонас") == ["c"]
    assert found(journal, "ионас") == []
    assert found(journal, "varlan") == found(journal, "") == found(journal, "“—!”") == []


def test_what_is_found_is_bounded_by_both_clocks(journal: Journal) -> None:
    """As everything that is read."""
    journal.append(
        [article_entry("a", "two men", known="2025-01-01"), article_entry("b", "two men", known="2025-03-01")]
    )
    assert found(journal, "men", known_by="2025-02-01") == ["a"]
    assert found(journal, "men", recorded_by="2026-01-30") == []
    with pytest.raises(LedgerError, match="known by: expected a day"):
        found(journal, "men", known_by="soon")


@pytest.mark.parametrize(
    "asked", ['a" OR "b', "a:b", "NEAR(a b)", "a*", "a & !b | (c", "'; DROP TABLE entries; --"]
)
def test_no_letter_of_a_question_is_an_operator(journal: Journal, asked: str) -> None:
    """What is asked is words, whatever else stands between them."""
    journal.append([article_entry("x", asked), article_entry("y", "nothing of that")])
    assert found(journal, asked) == ["x"]


def test_a_long_article_is_found_by_every_phrase(journal: Journal) -> None:
    """Also across the pieces in which its words are kept, and where a word stands thousands of times."""
    words = ["the", "man"] * 5000
    words[3998:4004] = ["a", "rare", "phrase", "across", "two", "pieces"]
    words[9990:9993] = ["and", "a", "late"]
    journal.append([article_entry("long", " ".join(words))])
    assert found(journal, '"rare phrase across two pieces" "a late man"') == ["long"]
    assert found(journal, '"rare late"') == []


def test_a_word_is_found_however_long_and_of_whatever_signs(journal: Journal) -> None:
    """A word is what stands between gaps, for a store too: it parts none once more and drops none."""
    long = "ł" * 3000
    journal.append([article_entry("a", f"Cell 007, block 1e5 12abc: {long} 9.30")])
    assert found(journal, '"cell 007 block 1e5 12abc"') == ["a"]
    assert found(journal, f'"12abc {long} 9"') == found(journal, long) == ["a"]
    assert found(journal, long[:1000]) == found(journal, '"block 1 e5"') == []


def test_what_could_not_be_appended_is_not_found(journal: Journal) -> None:
    """Words go in with their entry or not at all, and a copy has them too."""
    bad = Entry(kind="document", key="d", body=msgspec.Raw(b'{"sha256": "00"}'))
    with pytest.raises(LedgerError):
        journal.append([article_entry("a", "two men"), bad])
    assert found(journal, "men") == []
    journal.append([article_entry("a", "two men")])
    journal.append([article_entry("a", "two men")])
    assert found(journal, "men") == ["a"]
    target = MemoryJournal()
    copy(journal, target)
    assert found(target, "men") == ["a"]


@pytest.mark.parametrize(
    ("text", "asked", "amiss"),
    [
        ("当局周五释放了两名囚犯。", "囚犯", "犯囚"),
        ("ทางการปล่อยตัวนักโทษสองคน", "นักโทษ", "โทษนัก"),
        ("အာဏာပိုင်များက အကျဉ်းသားနှစ်ဦးကို လွှတ်ပေးခဲ့သည်", "အကျဉ်းသား", "သားအကျဉ်း"),
        ("दो कैदी रिहा हुए", "कैदी", "कदै"),
    ],
)
def test_a_word_is_found_where_its_script_leaves_no_gap(
    journal: Journal, text: str, asked: str, amiss: str
) -> None:
    """Its letters stand in a row, with their signs; the same letters in another order are another word."""
    journal.append([article_entry("a", text)])
    assert found(journal, asked) == ["a"]
    assert found(journal, amiss) == []


def test_who_waits_sees_what_is_there_and_no_more_when_time_is_up(journal: Journal) -> None:
    """At once where the ledger is beyond it; as it is where nothing comes."""
    assert journal.wait(after=0, timeout=0.01) == journal.head() == Head(0, GENESIS)
    journal.append([entry("a"), entry("b")])
    assert journal.wait(after=1, timeout=60) == journal.head()
    assert journal.wait(after=2, timeout=0.01).seq == 2
