"""Lists of those not freed, members who are none, and terms that a court took back."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

OTHERS = "Varland freed forty nuns on Monday. "
ROLL = "\n- Jon Holt\n- Ada Marr\n"


def people(text: str, kind: str = "RELEASE", mode: str = "performed") -> set[str]:
    """Whom the claims of a type and mode name."""
    return {name for c in told(text) if c.type == kind and c.mode == mode for name in c.names("person")}


@pytest.mark.parametrize(
    "line",
    [
        "Nuns who were not set free:",
        "Left behind in Lund:",
        "Those whom the emir refused to release:",
        "The senator wants these monks freed:",
        "Nuns whose sisters hope to see them released:",
        "Relatives of the freed want these released too:",
    ],
)
def test_a_list_of_those_not_freed_frees_nobody(line: str) -> None:
    """Not under a denial, and not under what somebody wants."""
    assert not people("Varland freed nine nuns on Monday.\n\n" + line + ROLL)


@pytest.mark.parametrize(
    "line", ["Who held them:", "Those who arrested them:", "The men who jailed the nuns:"]
)
def test_a_list_of_those_who_did_it_tells_nobody_held(line: str) -> None:
    """ "Who held them:" asks for the captors."""
    found = [c for c in told("Nine nuns were freed on Monday.\n\n" + line + ROLL) if c.type == "DETAIN"]
    assert not {name for c in found if c.span.exact in {"Jon Holt", "Ada Marr"} for name in c.names("person")}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Those who were freed:", "RELEASE"),
        ("Who was freed:", "RELEASE"),
        ("Let go by Osmia:", "RELEASE"),
        ("The following people were arrested:", "DETAIN"),
        ("Pardoned by the emir:", "CLEMENCY"),
    ],
)
def test_a_list_of_those_freed_still_frees_them(line: str, kind: str) -> None:
    """A line of what was done still tells it of each below."""
    assert people(line + ROLL, kind) == {"Jon Holt", "Ada Marr"}


@pytest.mark.parametrize(
    "text",
    [
        "Neither the monk Jon Holt nor the nurse Ada Marr was in the group.",
        "Neither Jon Holt nor Ada Marr, a poet, is part of the group.",
        "Neither of the two poets, Jon Holt and Ada Marr, was on the list.",
        "None of the leaders, Jon Holt and Ada Marr, was among them.",
        "Those who walked out in anger were Jon Holt and Ada Marr.",
        "Those who came out against the truce are Jon Holt and Ada Marr.",
        "Those who arrived to greet them were Jon Holt and Ada Marr.",
        "Also aboard the plane were Jon Holt, the justice minister, and Ada Marr, a nun.",
        "Also on the bus was Ada Marr, a medic with the Red Crescent.",
        "Also on the flight were Jon Holt, the ambassador, and his wife Ada Marr.",
        "Ada Marr was in Lund when they freed her sister.",
        "Jon Holt was in the yard as guards released two monks.",
        "Ada Marr was among friends when soldiers freed her aunt.",
    ],
)
def test_who_is_none_of_them_was_not_freed(text: str) -> None:
    """ "Neither", another way of walking out, an official aboard, and a freeing of another clause."""
    assert not people(OTHERS + text) & {"Jon Holt", "Ada Marr"}


@pytest.mark.parametrize(
    "text",
    [
        "Jon Holt and Ada Marr were among them.",
        "Ada Marr, who was neither charged nor tried, and Jon Holt were on the list.",
        "Those who walked out on Monday were Jon Holt and Ada Marr.",
        "Also on the plane were Jon Holt, a poet, and Ada Marr.",
        "Jon Holt and Ada Marr were among those arrested when the war began and freed on Monday.",
    ],
)
def test_who_is_one_of_them_was_freed(text: str) -> None:
    """What the guards must leave alone."""
    assert people(OTHERS + text) == {"Jon Holt", "Ada Marr"}


@pytest.mark.parametrize(
    "text",
    [
        "The court annulled the terms of both: nine years for Jon Holt and six for Ada Marr.",
        "The court reduced the sentences by ten years: six for Jon Holt and four for Ada Marr.",
        "A judge overturned the verdict on two men given ten years: six for Jon Holt and four for Ole Marr.",
    ],
)
def test_terms_taken_back_are_not_given(text: str) -> None:
    """A term that is quashed or cut is not passed anew."""
    assert not [c for c in told(text) if c.rule == "sentence.apiece"]


def test_terms_given_are_told_apiece() -> None:
    """A term for each, where a sentence was passed."""
    text = "A court gave the two editors 24 years: 15 for Jon Holt and nine for Ada Marr."
    assert {"Jon Holt", "Ada Marr"} <= people(text, "SENTENCE")
