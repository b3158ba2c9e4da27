"""Rounds told by their number, days spent, hours sat: more ways in which talks are told."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The Norwegian envoy, Ola Roth, who spent two days in Muscat, gave no details.", "Ola Roth"),
        ("The envoy sat for nine hours opposite the generals.", "generals"),
        ("Norwegian envoy Ola Roth ended a three-day visit to Muscat on Friday.", "Ola Roth"),
        ("The minister, Ola Roth, met his Omani counterpart in Muscat.", "Omani counterpart"),
        (
            "The waiver followed talks between a delegation led by Ola Roth and Omani officials.",
            "Omani officials",
        ),
        ("Negotiators of both states conversed in Muscat for about six hours.", "Negotiators"),
    ],
)
def test_talks_are_told_in_many_ways(sentence: str, who: str) -> None:
    """CODEBOOK T1: visits, sittings, delegations by who leads them."""
    assert any(who in n for n in only("TALKS", sentence).names("participants"))


def test_a_round_is_known_by_its_number_after_talks() -> None:
    """Phenomenon 14: "The last was held in Muscat" is a round of the talks told before, and only then."""
    last = of_type("TALKS", "The envoys held three rounds of talks. The last was held in Muscat.")[-1]
    assert last.names("place") == ("Muscat",)
    assert of_type("TALKS", "Three matches were played. The last was held in Muscat.") == []


def test_the_place_of_talks_may_stand_in_a_relative_clause() -> None:
    """CODEBOOK T1: "led the talks, which were held in Lisbon"."""
    first = of_type("TALKS", "The envoy Ola Roth led the talks, which were held in Lisbon.")[0]
    assert first.names("place") == ("Lisbon",)


@pytest.mark.parametrize(
    "sentence",
    [
        "The widow ended a visit to Muscat.",
        "The prisoner sat for nine hours opposite a wall.",
        "The tourist, who spent two days in Muscat, was sick.",
    ],
)
def test_others_who_travel_or_sit_hold_no_talks(sentence: str) -> None:
    """CODEBOOK T1: only somebody of office talks."""
    assert of_type("TALKS", sentence) == []
