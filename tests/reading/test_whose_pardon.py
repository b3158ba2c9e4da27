"""Whose pardon it is: who grants it owns it by office, everybody else is granted it; papers free nobody."""

from __future__ import annotations

import pytest
from tests.reading.reports import only, told

from detente.records import Claim


def pardons(text: str) -> list[Claim]:
    """The acts of grace of a report."""
    return [c for c in told("Chad freed nine bakers on Monday. " + text) if c.type == "CLEMENCY"]


@pytest.mark.parametrize(
    ("text", "granter"),
    [
        ("The governor's pardon of Ana Dorn was welcomed.", "governor"),
        ("President Vend's amnesty took effect on Friday.", "Vend"),
        ("The emir's pardon of 40 sailors was read out.", "emir"),
        ("Vend's pardon of Ana Dorn was welcomed.", "Vend"),
        ("The king's amnesty for 300 peasants was printed.", "king"),
    ],
)
def test_a_ruler_grants_the_pardon_that_is_his(text: str, granter: str) -> None:
    """By office, or where it is told who else is pardoned."""
    found = pardons(text)
    assert granter in {n for c in found for n in c.names("granter")}
    assert not {granter} & {n for c in found for n in c.names("person", "group")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Dorn's pardon was announced.", "Ana Dorn"),
        ("The journalist's pardon was announced.", "journalist"),
        ("The former president's pardon was announced on Friday.", "former president"),
        ("The jailed governor's pardon was announced.", "jailed governor"),
        ("The ousted emir's pardon was announced.", "ousted emir"),
    ],
)
def test_everybody_else_is_granted_the_pardon_that_is_theirs(text: str, name: str) -> None:
    """A name alone, a calling, and whoever held an office once."""
    assert name in {n for c in pardons(text) for n in c.names("person", "group")}


@pytest.mark.parametrize("text", ["The president's pardon is awaited.", "They left under the king's pardon."])
def test_no_ruler_is_pardoned_by_his_own_pardon(text: str) -> None:
    """Where nobody else is named, nobody is told as pardoned."""
    assert not [c for c in pardons(text) if c.names("person", "group")]


@pytest.mark.parametrize(
    "paper",
    ["the royal pardon", "a presidential amnesty", "the royal decree", "an imperial edict", "the pardon"],
)
def test_a_paper_frees_nobody_by_itself(paper: str) -> None:
    """It is the instrument; who let go is not said."""
    (freed,) = [c for c in told(f"Sixty clerks were freed by {paper}, a lawyer said.") if c.type == "RELEASE"]
    assert not freed.names("releaser")
    assert freed.names("instrument")


@pytest.mark.parametrize(
    "text",
    ["Nine people were granted amnesty on Monday.", "Nine people who were granted amnesty left for Chad."],
)
def test_who_is_granted_amnesty_grants_none(text: str) -> None:
    """ "Nine were granted amnesty": they are forgiven, once, and nobody is told to forgive them."""
    claim = only("CLEMENCY", text)
    assert claim.names("group") == ("Nine people",)
    assert not claim.names("granter")


def test_a_pardon_to_somebody_is_his() -> None:
    """ "The pardon to six people" forgives six."""
    claim = only("CLEMENCY", "The Union suspended its sanctions after the pardon to six miners.")
    assert claim.names("group") == ("six miners",)


def test_mercy_granted_to_somebody_is_told_once() -> None:
    """ "Granted nine prisoners amnesty" is one act of grace."""
    assert only("CLEMENCY", "The king granted nine prisoners amnesty on Friday.").names("group") == (
        "nine prisoners",
    )


def test_mercy_promised_to_somebody_is_his() -> None:
    """ "Promised the miners amnesty if …": theirs, on a condition."""
    claim = only("CLEMENCY", "Chad promised the miners amnesty if they end the strike.")
    assert (claim.mode, claim.names("group")) == ("conditional", ("miners",))


@pytest.mark.parametrize(
    "place", ["the Kell Correctional Centre", "Correctional Colony 4", "the punishment cell"]
)
def test_who_leaves_a_place_of_punishment_is_released(place: str) -> None:
    """ "Released from a correctional centre" is out, and "from correctional labour" is let off."""
    assert only("RELEASE", f"Ada Orlu was released from {place} on Monday.").names("person") == ("Ada Orlu",)
