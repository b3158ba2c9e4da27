"""Numbers of English prose: codebook §5's table, and what is not a count of people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.language.cardinals import cardinal, number_tokens
from detente.language.numbers import FoundQuantity, bare_plural, quantities

Bound = int | float | None


def only(text: str) -> FoundQuantity:
    """The one quantity of a text."""
    found = quantities(text)
    assert len(found) == 1, found
    return found[0]


TABLE: list[tuple[str, Bound, Bound, str]] = [
    # cue, lo, hi, flags: = exact, l soft lower end, h soft upper end
    ("123", 123, 123, "="),
    ("a total of 123", 123, 123, "="),
    ("at least 25", 25, None, ""),
    ("no fewer than 25", 25, None, ""),
    ("at least one", 1, None, ""),
    ("more than 1,150", 1151, None, ""),
    ("over 250", 251, None, ""),
    ("well over 250", 251, None, ""),
    ("200+", 201, None, ""),
    ("30 or more", 30, None, ""),
    ("nearly 100", 90, 99, "l"),
    ("almost 2,000", 1800, 1999, "l"),
    ("nearly two dozen", 22, 23, "l"),
    ("just under 100", 90, 99, "l"),
    ("up to 40", None, 40, "h"),
    ("as many as 40", None, 40, "h"),
    ("at most 40", None, 40, ""),
    ("no more than 40", None, 40, ""),
    ("five at the most", None, 5, ""),
    ("fewer than 30", 0, 29, ""),
    ("under 30", 0, 29, ""),
    ("about 1,000", 950, 1050, "lh"),
    ("about 1,400", 1330, 1470, "lh"),
    ("some 850", 808, 892, "lh"),
    ("around 10,000", 9500, 10500, "lh"),
    ("an estimated 400", 380, 420, "lh"),
    ("a dozen or so", 10, 14, "lh"),
    ("between 20 and 30", 20, 30, ""),
    ("20 to 30", 20, 30, ""),
    ("20-30", 20, 30, ""),
    ("two or three", 2, 3, ""),
    ("one", 1, 1, "="),
    ("none", 0, 0, "="),
    ("multiple", 2, None, ""),
    ("a number of", 2, None, ""),
    ("a couple", 2, 3, "h"),
    ("several", 3, 9, "h"),
    ("a few", 3, 9, "h"),
    ("a handful", 3, 9, "h"),
    ("dozens", 24, 99, "h"),
    ("hundreds", 200, 999, "h"),
    ("thousands", 2000, 9999, "h"),
    ("several hundred", 300, 999, "h"),
    ("half a dozen", 6, 6, "="),
    ("two dozen", 24, 24, "="),
    ("a hundred and six", 106, 106, "="),
    ("1.2 million", 1_200_000, 1_200_000, "="),
    ("12\u00a0500", 12_500, 12_500, "="),
    ("at least dozens", 24, None, ""),
    ("at least 20 to 30", 20, None, ""),
    ("a total of at least 14", 14, None, ""),
    ("at least\u00a0one", 1, None, ""),
]


@pytest.mark.parametrize(("cue", "lo", "hi", "flags"), TABLE)
def test_every_cue_of_the_codebook_gives_its_bounds(cue: str, lo: Bound, hi: Bound, flags: str) -> None:
    """A cue becomes the interval of §5's table, soft where the table says soft, and is kept verbatim."""
    found = only(f"They freed {cue} prisoners")
    got = found.quantity
    assert (got.lo, got.hi) == (lo, hi)
    assert (got.exact, got.soft_lo, got.soft_hi) == ("=" in flags, "l" in flags, "h" in flags)
    assert (got.cue, found.kind) == (cue, "count")


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [("Half of them", 0.5, 0.5), ("a third of them", 0.33, 0.33), ("two-thirds of them", 0.67, 0.67),
     ("most of them", 0.5, 1.0), ("more than half of them", 0.5, 1.0), ("one in five prisoners", 0.2, 0.2)],
)  # fmt: skip
def test_a_share_is_a_soft_ratio_and_no_count(text: str, lo: float, hi: float) -> None:
    """Half, a third and most hold the ratio of a whole; the ends are soft."""
    found = only(text)
    assert (found.kind, found.quantity.lo, found.quantity.hi) == ("ratio", lo, hi)
    assert found.quantity.soft_lo
    assert found.quantity.soft_hi


NOT_COUNTS: list[tuple[str, str]] = [
    ("Lena Marr, 32, walked", "age"), ("Marr (61) walked", "age"), ("aged 61", "age"),
    ("the 32-year-old", "age"), ("she is 61 years old", "age"),
    ("18 years", "duration"), ("two days of talks", "duration"), ("a nine-year term", "duration"),
    ("19.5 years", "duration"), ("more than six hours", "duration"),
    ("in 2022", "year"), ("the 2020 election", "year"), ("(2021)", "year"), ("in 1898", "year"),
    ("$6 billion", "money"), ("22 million euros", "money"), ("€5.63bn", "money"), ("US$6bn", "money"),
    ("80 percent", "percent"), ("80% of", "percent"),
    ("March 5", "date"), ("5 March", "date"), ("the 11th American", "ordinal"), ("the tenth swap", "ordinal"),
    ("at 5:40 pm", "clock"), ("5pm", "clock"), ("some 850 miles", "distance"), ("40 tonnes", "measure"),
    ("Colony 4", "identifier"), ("Article no. 1929", "identifier"), ("Article n°1929", "identifier"),
    ("No. 12", "identifier"), ("General License 11", "identifier"), ("Room 12", "identifier"),
    ("COVID-19", "identifier"), ("B-52", "identifier"), ("G7", "identifier"), ("№ 7", "identifier"),
    ("http://example.org/123", "identifier"), ("10 Long Street", "identifier"),
    ("one of the largest releases", "rank"), ("a one-for-one swap", "rate"), ("a 12-point plan", "other"),
    ("a 5-4 ruling", "other"), ("three times", "times"), ("this one", "other"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), NOT_COUNTS)
def test_what_is_no_count_of_people_says_so(text: str, kind: str) -> None:
    """Years, ages, terms, money, dates and the numbers of rooms are found and are no counts."""
    assert [found.kind for found in quantities(text)] == [kind]


@pytest.mark.parametrize(
    "text", ["no longer held", "the most prominent", "RFE/RL", "after all", "No comment", ""]
)
def test_words_that_only_look_like_numbers_give_nothing(text: str) -> None:
    """No longer, the most prominent, after all: nothing is counted."""
    assert quantities(text) == []


def test_a_part_names_its_whole() -> None:
    """In "two of the five" the two belong to the five."""
    part, whole = quantities("Two of the five Osmians")
    assert (part.quantity.lo, whole.quantity.lo) == (2, 5)
    assert part.of == whole
    assert whole.definite


@pytest.mark.parametrize("text", ["307-for-307 exchange", "another 307 and 307 more"])
def test_two_sides_of_a_swap_are_two_counts(text: str) -> None:
    """A number on each side of "for" counts each side's people."""
    assert [(f.kind, f.quantity.lo) for f in quantities(text)] == [("count", 307)] * 2


@pytest.mark.parametrize("text", ["another 14", "14 more", "14 others", "a further 14", "an additional 14"])
def test_additional_people_are_flagged(text: str) -> None:
    """Another 14, 14 more: beside those already counted."""
    assert only(text).additional


def test_determiners_are_flags_and_not_part_of_the_cue() -> None:
    """The 52 point back; all 52 are the whole; neither word changes the bounds."""
    assert only("the 52").definite
    assert only("all 52").whole
    assert (only("all 52").quantity.cue, only("only 14").quantity.cue) == ("52", "14")


def test_the_word_for_people_is_named_when_it_is_close() -> None:
    """The noun is what is counted, past adjectives and "of the", never past a verb or a line."""
    assert only("114 of the freed individuals").noun == "individuals"
    assert only("three American citizens").noun == "citizens"
    assert only("three were seen by prisoners").noun is None
    assert only("403\nPrisoners go home").noun is None


def test_a_day_and_a_count_held_by_a_narrow_space_stay_two_numbers() -> None:
    """March 5 and 123 with a no-break space between them are not 5,123."""
    found = quantities("On March 5\u00a0123 people left")
    assert [(f.kind, f.quantity.lo) for f in found] == [("date", 5), ("count", 123)]


def test_a_year_without_a_comma_can_be_a_count() -> None:
    """Before a word for people, 2000 is a number of them."""
    assert [f.kind for f in quantities("They freed 2000 prisoners in 2020")] == ["count", "year"]


def test_no_prisoners_is_nought_and_nought_is_a_number() -> None:
    """None is [0, 0], not an absence."""
    assert (only("No prisoners were freed").quantity.hi, bare_plural("others").lo) == (0, 2)


def test_articles_count_only_when_asked_for() -> None:
    """ "A man" is one man where the caller wants articles."""
    assert quantities("a man") == []
    assert quantities("a man", articles=True)[0].quantity.lo == 1


SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    """A number below ten thousand in English words."""
    if number >= 1000:
        rest = number % 1000
        return in_words(number // 1000) + " thousand" + (f" {in_words(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return in_words(number // 100) + " hundred" + (f" and {in_words(rest)}" if rest else "")
    if number < 20:
        return SMALL[number]
    return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")


@given(st.integers(0, 9999))
def test_words_and_digits_give_the_same_number(number: int) -> None:
    """Every number from 0 to 9,999 reads the same in words, in digits and with a comma."""
    for text in (in_words(number), str(number), f"{number:,}", in_words(number).upper()):
        row = number_tokens(text)
        found = cardinal(row, 0)
        assert found is not None
        assert (found.value, found.last) == (number, len(row))


BETWEEN = ["of the", "and", ",", ".", "-", "\n\n", "prisoners", "in", "$", "more", "–", "for", "half", "the"]
PIECES = st.sampled_from([cue for cue, *_ in TABLE] + [text for text, _ in NOT_COUNTS] + BETWEEN)


@given(st.lists(PIECES, max_size=8), st.sampled_from([" ", "", "-", "\u00a0"]))
def test_offsets_hold_the_cue_and_nothing_overlaps(pieces: list[str], joint: str) -> None:
    """Whatever stands next to whatever, a quantity is its own words and shares none with another."""
    text = joint.join(pieces)
    end = 0
    for found in quantities(text):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.quantity.cue
        end = found.end


@given(st.text(max_size=60))
def test_any_text_at_all_can_be_read(text: str) -> None:
    """No text makes the reader of numbers fail."""
    for found in quantities(text):
        assert text[found.start : found.end] == found.quantity.cue
        low, high = found.quantity.lo, found.quantity.hi
        assert low is None or high is None or low <= high


@pytest.mark.parametrize(
    "piece", ["1,111,", "20-", "twenty-six and ", "in 2022, ", "2, ", "+1 ", "half a ", "\n ", "7"]
)
def test_a_very_long_line_is_read_in_time_that_grows_with_it(piece: str) -> None:
    """A line of a hundred thousand characters, of the kinds that could make a pattern run wild."""
    text = "Articles " + piece * (100_000 // len(piece))
    end = 0
    for found in quantities(text):
        assert end <= found.start
        end = found.end


@pytest.mark.parametrize("text", ["every one of the 52", "each one of the 52", "every single one of the 52"])
def test_every_one_is_all_of_them(text: str) -> None:
    """Not one of them; "one of them" is."""
    every, whole = quantities(text)
    assert (every.kind, every.quantity.lo, every.of) == ("whole", 1.0, whole)
    assert quantities("one of them")[0].kind == "count"
