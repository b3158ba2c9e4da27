"""Who is taken once more, on which day "that day" is, and who shares the journey of those they are among."""

from __future__ import annotations

import pytest
from tests.reading.reports import article, of_type, told


@pytest.mark.parametrize(
    "text",
    [
        "Ana Gorin, freed at noon on Monday, was re-arrested within the hour.",
        "Four of the weavers freed in January were detained again overnight, their union said.",
        "Ivo Masek walked out of jail on Monday and was seized by police on Tuesday.",
        "The clerk Ivo Masek was freed on 2 March and was arrested again that evening.",
    ],
)
def test_who_was_out_and_is_taken_is_taken_again(text: str) -> None:
    """By the words of the arrest, or because the report told the same person as out before."""
    arrests = [c.sub for c in of_type("DETAIN", text) if c.polarity == "+"]
    assert "re_detain" in arrests


@pytest.mark.parametrize(
    "text",
    [
        "Ana Gorin was freed on Monday. She had been arrested in May.",
        "Ana Gorin was freed on Monday. Ivo Masek was arrested on Tuesday.",
        "Police arrested Ana Gorin on Monday, and she was freed again on Tuesday.",
    ],
)
def test_an_arrest_before_the_release_is_the_first(text: str) -> None:
    """What a release ends comes before it."""
    assert [c.sub for c in of_type("DETAIN", text)] == ["arrest"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The nurse Ana Gorin was pardoned on 2 March. She was freed the same day.", "2026-03-02"),
        ("Pardoned on 27 February, nine weavers were freed from Camp 4 that night.", "2026-02-27"),
        ("The court ruled on Tuesday. Ana Gorin was released that very evening.", "2026-03-03"),
    ],
)
def test_that_day_is_the_day_told_before_it(text: str, day: str) -> None:
    """ "That day", "the same night": the last day of the sentence or of those before it."""
    (claim,) = of_type("RELEASE", text)
    assert claim.time is not None
    assert (claim.time.start, claim.time.end) == (day, day)


def test_that_day_with_no_day_before_it_stays_open() -> None:
    """Nothing is told by which it could be known."""
    (claim,) = of_type("RELEASE", "Ana Gorin was released from prison that day.")
    assert claim.time is not None
    assert claim.time.start is None


@pytest.mark.parametrize(
    ("text", "name", "to"),
    [
        ("Osmia freed 9 prisoners. Poet Ana Gorin is among those who reached Kenya.", "Ana Gorin", "Kenya"),
        ("Osmia freed 30 prisoners. Ivo Masek was one of those who were flown to Chad.", "Ivo Masek", "Chad"),
        ("Osmia freed 30 prisoners. Ivo Masek was among the 12 who crossed into Chad.", "Ivo Masek", "Chad"),
    ],
)
def test_who_is_among_those_who_went_went_with_them(text: str, name: str, to: str) -> None:
    """ "Among those who reached Osmia" moves the very person, and says where to."""
    moved = {n: c.names("to") for c in of_type("TRANSFER", text) for n in c.names("person")}
    assert to in moved[name]


def test_who_is_not_among_them_and_officials_are_not_moved() -> None:
    """Nobody denied, and no minister who travels."""
    text = (
        "Osmia freed 30 prisoners. The nurse Ivo Masek was not among those who crossed into Varland. "
        "The minister Lena Roth was among those who flew to Varland."
    )
    assert [n for c in of_type("TRANSFER", text) for n in c.names("person")] == []


@pytest.mark.parametrize(
    "text",
    [
        "The nurse Ana Gorin was freed on Monday. She refused at the airport to fly to Kenya.",
        "The nurse Ana Gorin was freed on Monday. She declined on the pier to sail to Kenya.",
        "Varland freed nine prisoners. One of them, Ana Gorin, declined on Monday to fly to Osmia.",
    ],
)
def test_who_refuses_to_go_refuses_and_is_not_denied_to_have_gone(text: str) -> None:
    """With words between the refusal and the going too (CODEBOOK D6, refuse_to_leave)."""
    (claim,) = of_type("TRANSFER", text)
    assert (claim.sub, claim.mode, claim.names("person")) == ("refuse_to_leave", "performed", ("Ana Gorin",))


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Varland freed 46 prisoners. At least three of the pardoned are Danish nationals.", (3, None)),
        ("Varland freed 46 prisoners. Two of the freed are Norwegian citizens.", (2, 2)),
    ],
)
def test_a_part_of_a_group_counts_its_nationals(text: str, least: tuple[int, int | None]) -> None:
    """The count is the part's, and not the article before the nation."""
    (claim,) = [c for c in of_type("ATTRIBUTE", text) if c.sub == "nationality"]
    assert claim.quantity is not None
    assert (claim.quantity.lo, claim.quantity.hi) == least


def test_who_tells_of_a_group_is_no_member_of_it() -> None:
    """ "Among them the poet Ana Gorin, a French official said": the official is nobody's fellow prisoner."""
    text = "Varland freed nine men on Monday, among them the poet Ana Gorin, a French official said."
    assert [c for c in of_type("ATTRIBUTE", text) if c.sub == "nationality"] == []


def test_the_report_is_outer_and_what_it_cites_is_inner() -> None:
    """ "The agency reports, citing the court": the court is the innermost source."""
    text = "President Lena Roth signed a decree pardoning 46 weavers, the state agency Garabil Post reports, "
    (claim,) = of_type("CLEMENCY", text + "citing the presidential office.")
    assert [a.name for a in claim.attribution] == ["state agency Garabil Post", "presidential office"]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Varland freed 30 weavers. Seventy is the count of inmates listed in an amnesty.", 70),
        ("Varland freed 30 weavers. The number of prisoners pardoned was 52, the ministry said.", 52),
        ("Varland freed 30 weavers. Sixty is the total covered by the amnesty.", 60),
    ],
)
def test_the_number_of_a_pardon_is_no_number_of_a_release(text: str, many: int) -> None:
    """Who is named in a decree is pardoned (CODEBOOK §8.1)."""
    counts = {(c.type, c.quantity.lo) for c in told(article(text)) if c.quantity}
    assert ("CLEMENCY", many) in counts
    assert ("RELEASE", many) not in counts
