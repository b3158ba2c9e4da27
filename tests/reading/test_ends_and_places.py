"""The last of those told, a prison by its number, and out of prison straight to an airport."""

from __future__ import annotations

import pytest
from tests.reading.reports import mentions, of_type, only, told, word


@pytest.mark.parametrize(
    "sentence",
    [
        "The last of the seven Kenyans held in Juba had boarded a flight to Nairobi.",
        "Gunmen who seized 24 schoolgirls in May have set the last of them free.",
        "The junta freed the first of the jailed monks on Monday.",
    ],
)
def test_the_last_of_them_are_people(sentence: str) -> None:
    """READING 5: "the last of the seven" tells of people, how many is not said."""
    claims = [c for c in told(sentence) if c.type in {"RELEASE", "TRANSFER"}]
    assert len(claims) == 1
    assert claims[0].quantity is None


def test_the_last_of_things_is_nobody() -> None:
    """ "the last of the songs" frees nobody."""
    assert of_type("RELEASE", "The band released the last of the songs on Monday.") == []


@pytest.mark.parametrize("name", ["Colony No. 5", "Prison No 8"])
def test_a_prison_is_known_by_its_number(name: str) -> None:
    """READING 19: the number behind "No." is of the prison's name."""
    ms = mentions(f"The five were moved to {name} on Monday.")
    found = ms.at(word(ms.s, "No"))
    assert found is not None
    assert (found.kind, found.name) == ("facility", name)


def test_who_is_moved_to_another_colony_is_not_freed() -> None:
    """CODEBOOK D6: "the other five were moved to Colony No. 5": a move, beside those let go."""
    report = "Six monks were let go on Monday. The other five were moved to Colony No. 5."
    assert [c.quantity.lo for c in of_type("RELEASE", report) if c.quantity] == [6]
    moved = only("TRANSFER", report)
    assert (moved.sub, moved.quantity.lo if moved.quantity else None) == ("facility_move", 5)


def test_out_of_prison_straight_to_an_airport_is_freed() -> None:
    """CODEBOOK D5: who is driven from a prison to an airport is out; to the next jail he is not."""
    report = "A jailed Chadian lawyer was driven from Malak prison straight to Tunis airport on Thursday."
    assert only("RELEASE", report).mode == "performed"
    report = "A jailed Chadian lawyer was driven from Malak prison straight to a jail near the airport."
    assert of_type("RELEASE", report) == []


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        ("Uganda's army handed over to Kenya two activists it had abducted in May.", "Kenya"),
        ("Rebels handed over to Chad two captives on Monday.", "Chad"),
    ],
)
def test_whom_it_was_may_stand_behind_to_whom(sentence: str, to: str) -> None:
    """READING 3: "handed over to Kenya two activists": two are freed, and they are not Kenya's."""
    (claim,) = [c for c in told(sentence) if c.type in {"RELEASE", "TRANSFER"}]
    assert claim.quantity is not None
    assert (claim.quantity.lo, "Kenya" in claim.names("group")[0]) == (2, False)
    assert to in " ".join(claim.names("to", "receiver"))
