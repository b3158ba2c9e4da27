"""A release told only as one of many people: "the mass release"."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

HELD = " Finland's prisons hold 900 prisoners."


def modes(text: str) -> list[str]:
    """How the releases of a text are told."""
    return [c.mode for c in told(text) if c.type == "RELEASE"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway called the mass release overdue.",
        "The bishop hailed the mass release.",
        "The wholesale freeing came as a surprise.",
    ],
)
def test_the_mass_release_is_one_that_took_place(text: str) -> None:
    """The article says that it is known, the word before it that it is of people, whoever they are."""
    (claim,) = [c for c in told(text + HELD) if c.type == "RELEASE"]
    assert (claim.mode, claim.names("group", "person"), claim.quantity) == ("performed", (), None)
    assert " " in claim.span.exact  # the words that say "many" are its evidence


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The ministry denied the mass release.", "denied"),
        ("Finland promised the mass release.", "promised"),
        ("Lawyers demanded the mass release.", "demanded"),
        ("Finland cancelled the mass release.", "denied"),
        ("The mass release did not take place.", "denied"),
        ("The mass release will begin on Monday.", "promised"),
    ],
)
def test_it_is_told_as_its_verb_tells_it(text: str, mode: str) -> None:
    """Denied, promised and demanded it is no deed."""
    assert modes(text + HELD) == [mode]


@pytest.mark.parametrize(
    "text",
    [
        "Finland's wardens fear a mass release.",
        "No mass release is planned.",
        "The mass release was a rumour, wardens said.",
        "The mass release is off.",
        "The mass release of balloons marked the jubilee.",
        "The bishop hailed the release.",
    ],
)
def test_one_that_nobody_knows_of_is_none(text: str) -> None:
    """An indefinite one, one that is nothing, one of things, and a release that does not say of whom."""
    assert modes(text + HELD) == []
