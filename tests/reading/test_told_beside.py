"""What one clause tells beside another: parts by a number alone, a second measure, a paper, who feels it."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only, told

FREED = "Oman freed forty divers on Monday.\n\n"


@pytest.mark.parametrize(
    ("sentence", "sub", "count"),
    [
        ("Nine are members of a rowing club.", "description", 9),
        ("Six are women.", "description", 6),
        ("At least three are Danes.", "nationality", 3),
    ],
)
def test_a_number_alone_is_a_part_of_those_told_before(sentence: str, sub: str, count: int) -> None:
    """Phenomenon 5: a number without a noun counts some of the freed, and what they are is told of them."""
    claim = only("ATTRIBUTE", FREED + sentence)
    assert (claim.sub, claim.quantity and claim.quantity.lo) == (sub, count)


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Three citizens of Chad and at least one French citizen are on the list too.", [3, 1]),
        ("Two Danish nationals were also on the plane, the consul said.", [2]),
    ],
)
def test_nations_on_the_list_are_counted(sentence: str, counts: list[int]) -> None:
    """Phenomenon 5: citizens of a state who are told to be on the list are members by their nation."""
    nations = [c for c in of_type("ATTRIBUTE", FREED + sentence) if c.sub == "nationality"]
    assert [c.quantity.lo for c in nations if c.quantity] == counts


@pytest.mark.parametrize(
    ("sentence", "count", "to"),
    [
        ("By dawn 25 of them had crossed into Jordan on foot.", 25, "Jordan"),
        ("By noon nine of those freed had reached Chad.", 9, "Chad"),
        ("After sunset twelve of the divers were flown to Cyprus.", 12, "Cyprus"),
    ],
)
def test_a_number_behind_a_time_counts_people(sentence: str, count: int, to: str) -> None:
    """ "By dawn 25 of them had crossed": 25 people, and no dawns."""
    claim = only("TRANSFER", FREED + sentence)
    assert claim.quantity is not None
    assert claim.quantity.lo == count
    assert to in claim.names("to")


@pytest.mark.parametrize(
    ("sentence", "sector"),
    [
        ("The curbs on two banks remain in force, the envoy added, and so does the oil embargo.", "oil"),
        ("The sanctions on the firm stay in place, and so do the curbs on timber.", "timber"),
        ("The asset freeze remains in effect, as does the ban on diamonds.", "diamonds"),
    ],
)
def test_what_so_does_stays_as_well(sentence: str, sector: str) -> None:
    """Phenomenon 4: "and so does the embargo" says of a second measure what was said of the first."""
    kept = of_type("SANCTION_KEEP", sentence)
    assert len(kept) == 2
    assert sector in kept[-1].names("sector")


@pytest.mark.parametrize(
    "sentence",
    [
        "The generals remain in office, and so does the minister.",
        "The sanctions on the firm will not stay in place, and so does the oil embargo.",
        "Norway lifted its curbs on timber, and so did Oman.",
    ],
)
def test_so_does_keeps_no_measure_that_is_not_told_to_stay(sentence: str) -> None:
    """Only a measure, and only beside one that is told to stay now, stays so."""
    assert not [c for c in of_type("SANCTION_KEEP", sentence) if c.rule == "keep.so_does"]


def test_a_kept_measure_is_named_whole() -> None:
    """The topic of what stays is the measure by its goods: "oil embargo", and not "oil"."""
    kept = of_type("SANCTION_KEEP", "The asset freeze stays in place, and so does the oil embargo.")
    assert kept[-1].topic == "oil embargo"


@pytest.mark.parametrize(
    ("sentence", "goods"),
    [
        ("Norway issued a licence that permits trade in Omani timber for a year.", "timber"),
        ("Norway issued a licence that allows exports of wool from Oman.", "wool"),
        ("Norway issued a licence that permits trade in furniture from Oman.", "furniture"),
    ],
)
def test_a_licence_for_trade_in_goods_is_for_the_goods(sentence: str, goods: str) -> None:
    """What may be traded again is the sector, not the trade."""
    assert only("SANCTION_EASE", sentence).names("sector") == (goods,)


@pytest.mark.parametrize(
    ("sentence", "paper"),
    [
        (
            "The sultan pardoned the forty by a decree dated March 1, his office said.",
            "by a decree dated March 1",
        ),
        ("The forty were amnestied under an order signed at dawn.", "under an order signed at dawn"),
        ("The sultan pardoned forty divers in an edict of 2 March.", "in an edict of 2 March"),
    ],
)
def test_the_paper_is_part_of_the_pardon(sentence: str, paper: str) -> None:
    """The words of a pardon take in the paper by which it is given, with its day."""
    (claim,) = of_type("CLEMENCY", sentence)
    assert sentence[claim.span.start : claim.span.end].endswith(paper)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Falk Foundation said it was deeply relieved that Ada Lind was free.",
        'The Seamen\'s Union said that it was "relieved" that Ada Lind had been freed.',
        "Diver Watch says it is relieved that Ada Lind has been released.",
    ],
)
def test_a_body_that_says_it_is_relieved_feels_it(sentence: str) -> None:
    """ "It" behind a body's own "said" is that body."""
    (claim,) = [c for c in of_type("STATEMENT", FREED + sentence) if c.stance == "relieve"]
    assert claim.names("speaker")


def test_it_of_nobody_feels_nothing() -> None:
    """ "It was relieved" without a body that says so is nobody's feeling."""
    assert not [c for c in told(FREED + "It was relieved that Ada Lind was free.") if c.stance == "relieve"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The emir's envoy, Omar Falk, had spent two days in Cyprus last week, talking about little else.",
        "The envoy, Omar Falk, spent a week in Chad talking of the divers.",
        "The envoy, Omar Falk, spent three days in Chad talking to the junta.",
    ],
)
def test_days_spent_talking_are_talks(sentence: str) -> None:
    """Whoever of office spends days in a place talking, of what or with whom, holds talks there."""
    assert "Omar Falk" in only("TALKS", FREED + sentence).names("participants")


def test_not_among_those_freed_is_told_in_its_words() -> None:
    """Phenomenon 11: the words of a denied release take in those whom it speaks of."""
    text = FREED + "Printer Omar Falk, caged for life, is not among the released, his aunt said."
    (denied,) = [c for c in of_type("RELEASE", text) if c.mode == "denied"]
    assert text[denied.span.start : denied.span.end].endswith("is not among the released")
