"""Who was sent out by force, told in other words; names that go on a list and off it."""

from __future__ import annotations

import pytest
from tests.reading.reports import fired, of_type, told

LEFT = "Forty prisoners left Varland on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        LEFT + "Guards took the passports of all 40, a nun said.",
        LEFT + "The passports of all 40 were torn at the bridge.",
        LEFT + "Officers confiscated passports from all 40.",
    ],
)
def test_whose_passport_is_taken_on_the_way_out_is_barred_from_coming_back(text: str) -> None:
    """A torn passport is an exile_bar, and of as many as are told (CODEBOOK D6)."""
    (claim,) = [c for c in of_type("TRANSFER", text) if c.sub == "exile_bar"]
    assert claim.quantity is not None
    assert (claim.quantity.lo, claim.quantity.hi) == (40, 40)
    assert claim.voluntariness in (None, "unstated")


@pytest.mark.parametrize(
    "text",
    [
        "Police searched the flat of Lena Marr and took her passport.",
        "The miners were arrested. Guards did not take the passports of the miners.",
        LEFT + "The bank took the keys of all 40.",
    ],
)
def test_a_passport_taken_from_one_who_stays_bars_nobody(text: str) -> None:
    """A search is no journey, and what was not taken was not."""
    assert [c for c in told(text) if c.sub == "exile_bar"] == []


def test_who_calls_a_journey_an_expulsion_says_that_it_was_forced() -> None:
    """A fact told by who says it, of those told to leave before; it is no mere opinion (CODEBOOK A3)."""
    text = LEFT + '"It was an expulsion," said the poet Lena Marr.'
    (claim,) = [c for c in of_type("TRANSFER", text) if c.sub == "deport"]
    assert claim.voluntariness == "stated_forced"
    assert claim.quantity is not None
    assert claim.quantity.lo == 40
    assert [a.name for a in claim.attribution] == ["Lena Marr"]
    assert [c for c in of_type("STATEMENT", text) if c.stance == "assess"] == []


@pytest.mark.parametrize(
    "text",
    [
        LEFT + '"It was not an expulsion," said the minister.',
        'The diplomat spoke in Dorn. "It was an expulsion," he said. Varland released nobody.',
    ],
)
def test_what_is_denied_or_has_nobody_before_it_expels_nobody(text: str) -> None:
    """Nobody is told to have been sent out."""
    assert [c for c in of_type("TRANSFER", text) if c.voluntariness == "stated_forced"] == []


LIST = "The list of the Lantern Group stood at 381 political prisoners in custody on 1 March. "


def test_a_label_in_a_lists_total_is_its_owners() -> None:
    """ "The list of X stood at 381 political prisoners": X calls them so, and not the paper."""
    (claim,) = of_type("RECOGNITION", LIST)
    assert claim.names("recogniser") == ("Lantern Group",)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The one name added since then is that of the student Lena Marr.", "+"),
        ("One more name has been struck: the student Lena Marr.", "-"),
    ],
)
def test_a_name_added_or_struck_is_recognised_or_no_more_by_the_lists_owner(text: str, polarity: str) -> None:
    """With the label and the day of the list whose total was told last."""
    assert "recognition.list_name" in fired(LIST + text)
    (claim,) = [c for c in of_type("RECOGNITION", LIST + text) if c.names("subject") == ("Lena Marr",)]
    assert (claim.polarity, claim.label, claim.as_of) == (polarity, "political prisoners", "2026-03-01")
    assert claim.names("recogniser") == ("Lantern Group",)


def test_a_name_added_to_a_list_that_is_nobodys_is_no_recognition() -> None:
    """Without an owner and a label nothing is said of anybody."""
    text = "Varland released nine prisoners. The one name added since then is that of Lena Marr."
    assert of_type("RECOGNITION", text) == []


def test_against_whom_a_crime_is_said_to_be_is_part_of_its_name() -> None:
    """ "Grave crimes against the state" are not just grave crimes."""
    (claim,) = of_type("SENTENCE", "Nine men were convicted of grave crimes against the state.")
    assert claim.names("offence") == ("grave crimes against the state",)


def test_an_office_of_a_known_body_has_the_bodys_name() -> None:
    """ "The human rights office of the United Nations" is no office of nobody."""
    text = "Varland released nine prisoners. The human rights office of the United Nations welcomed it."
    (claim,) = of_type("STATEMENT", text)
    assert claim.names("speaker") == ("human rights office of the United Nations",)
