"""When a claim meets an event, a count says what gold says, and two names are one."""

from __future__ import annotations

import pytest

from detente.evaluation.gold import GoldCount, GoldPerson
from detente.evaluation.matching import count_right, locate, match, mode_of, sentence_ends, touched
from detente.evaluation.names import Names
from detente.records import Quantity, Span
from tests.evaluation.samples import claim_of, event, text_of


@pytest.mark.parametrize(
    ("kind", "lo", "hi", "right"),
    [
        ("exact", 25, 25, True),
        ("exact", 25, None, False),
        ("exact", 24, 25, False),
        ("min", 25, None, True),
        ("min", 26, None, True),  # "more than 25"
        ("min", 27, None, False),
        ("min", 25, 25, False),  # the bound is lost
        ("min", 25, 40, True),
        ("max", None, 25, True),
        ("max", 0, 24, True),  # "fewer than 25"
        ("max", 0, 26, False),
        ("approx", 25, 25, True),
        ("approx", 23, 27, True),
        ("approx", 28, 30, False),
        ("approx", 20, 22, False),
        ("approx", None, 25, False),
    ],
)
def test_a_count_is_right_with_its_bounds(kind: str, lo: int | None, hi: int | None, right: bool) -> None:
    """Gold says 25, exactly, at least, at most or about; the bounds must say the same."""
    assert count_right(Quantity(lo, hi), GoldCount(25, kind)) is right


def test_a_count_that_gold_has_not_is_not_compared() -> None:
    """No number, or words in its place: neither right nor wrong; a number that nobody told is wrong."""
    assert count_right(Quantity(3, 3), None) is None
    assert count_right(Quantity(3, 3), GoldCount("several")) is None
    assert count_right(None, GoldCount(3)) is False


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Belarus", "Minsk", True),
        ("the Belarusian authorities", "Belarus", True),
        ("U.S. Treasury", "Washington", True),
        ("EU", "Brussels", True),
        ("Беларусь", "Belarus", True),
        ("Belarus", "Poland", False),
        ("Lena Marr", "Marr", True),
        ("Lena Marr", "L. Marr", True),
        ("Lena Marr", "Lena Kell", False),
        ("Éva Marr", "Eva Marr", True),
        ("the government", "the president", False),  # words that name nobody
        ("guards of Colony 4", "Colony 4", True),
    ],
)
def test_names_are_alike_by_their_words(one: str, other: str, same: bool) -> None:
    """States by anything that stands for them, persons by their last names, others by a word."""
    assert Names().alike(one, other) is same
    assert Names().alike(other, one) is same


@pytest.mark.parametrize(
    ("role", "stands"),
    [
        ("president of Belarus", True),
        ("Belarusian leader", True),
        ("former president of Belarus", False),
        ("opposition leader, Belarus", False),
        ("envoy of the president of Belarus", False),
        ("president", False),
        (None, False),
    ],
)
def test_a_head_of_state_stands_for_the_state(role: str | None, stands: bool) -> None:
    """Only whom the text's own list of persons calls the head of one state."""
    assert Names([GoldPerson("Ira Holt", role)]).alike("Ira Holt", "Belarus") is stands


def test_sentences_are_cut_coarsely_and_cover_the_text() -> None:
    """A stop with a capital behind it, or a line break, ends one; a quote goes with its sentence."""
    text = '"Nobody left." Two stayed.\nThe 3.5 tons were salt.'
    ends = sentence_ends(text)
    pieces = [text[a:b] for a, b in zip([0, *ends], ends, strict=False)]
    assert pieces == ['"Nobody left." ', "Two stayed.\n", "The 3.5 tons were salt."]
    assert touched(ends, (10, 20)) == {0, 1}
    assert touched(ends, None) == frozenset()


def test_a_quote_is_found_by_offsets_before_words() -> None:
    """The second "freed" is meant where the span says so; a span that lies is found by its words."""
    text = "One was freed. Two were freed."
    assert locate(text, "freed", Span(24, 29, "freed")) == (24, 29)
    assert locate(text, "freed", Span(3, 8, "freed")) == (8, 13)
    assert locate(text, "jailed") is None
    assert locate(text, "") is None


@pytest.mark.parametrize(
    ("mode", "polarity", "expected"),
    [
        ("performed", "+", "asserted"),
        ("announced", "-", "denied"),
        ("background", "-", "denied"),
        ("agreed", "+", "planned"),
        ("hypothetical", "+", "conditional"),
        ("demanded", "-", "called_for"),
        ("evaluated", "+", None),
    ],
)
def test_modes_are_told_in_golds_terms(mode: str, polarity: str, expected: str | None) -> None:
    """Twelve modes are six; what happened with polarity "-" is denied; an evaluation is no event."""
    text = text_of("a", "Osmia freed two.")
    assert mode_of(claim_of(text, "freed two", "RELEASE", mode, polarity=polarity)) == expected


def test_the_better_claim_gets_the_event() -> None:
    """Two claims in one sentence: the one with the right mode and count finds it, the other finds nothing."""
    text = text_of("a", "Osmia freed 12 men.", event("RELEASE", "asserted", "freed 12 men", count=12))
    worse = claim_of(text, "Osmia freed", "RELEASE", "promised")
    better = claim_of(text, "freed 12 men", "RELEASE", quantity=12)
    matched = match(text, [worse, better])
    assert [matched.told[j].claim for j in matched.pairs.values()] == [better]


def test_types_never_meet_another_type() -> None:
    """A detention in the same sentence does not find a release."""
    text = text_of("a", "Osmia freed 12 men.", event("RELEASE", "asserted", "freed 12 men"))
    assert match(text, [claim_of(text, "freed 12 men", "DETAIN")]).pairs == {}
