"""Whom a list, an "including" or an "among them" does not reach."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type


def _people(type_: str, text: str) -> set[str]:
    return {n for c in of_type(type_, text) if c.polarity == "+" for n in c.names("person")}


@pytest.mark.parametrize(
    "text",
    [
        "Togo released three sailors, but six more, including Mia Falk, 31, are still in Dorn prison.",
        "Varland freed 20 monks and put on trial seven others, including the abbot Ole Dahl.",
        "The junta let go 60 inmates and executed five, among them the former senator Ben Roth.",
        "Varland freed 200 people, days after sentencing nine clerks, among them Mia Falk, to long terms.",
        "Varland freed nine sailors; opposition leaders, including Mia Falk, welcomed it.",
    ],
)
def test_parts_are_of_the_nearest_group(text: str) -> None:
    """Who is told to be one of others was not freed."""
    assert _people("RELEASE", text) == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Varland freed 40 prisoners, nine of them women, including the writer Mia Falk.", {"Mia Falk"}),
        ("Togo freed nine soldiers, officials said, among them Captain Jon Holt.", {"Jon Holt"}),
        ("Varland pardoned 12 clerks on Monday, including Mia Falk and Ben Roth.", {"Mia Falk", "Ben Roth"}),
    ],
)
def test_parts_of_the_only_group(text: str, names: set[str]) -> None:
    """A count of a part, and who says so, stand between them as before."""
    assert _people("RELEASE", text) | _people("CLEMENCY", text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Togo freed Mia Falk, who was kidnapped by a rebel leader, Ole Dahl, in 2019.",
        "Police arrested Mia Falk, an aide to the mayor, Ole Dahl, and searched her house.",
        "Togo freed Mia Falk, held for three years by a warlord, Ole Dahl, on Monday.",
        "Varland freed Mia Falk for one of its spies, Ben Roth.",
    ],
)
def test_no_list_runs_on_into_a_doer(text: str) -> None:
    """The name behind another's calling is the other's."""
    assert _people("RELEASE", text) | _people("DETAIN", text) == {"Mia Falk"}


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested Mia Falk, a nurse, her driver, Ole Dahl, and Ben Roth.",
        "Police arrested Mia Falk, a graduate of Oxford, Ole Dahl, and Ben Roth.",
    ],
)
def test_a_list_runs_on_behind_callings(text: str) -> None:
    """Callings between commas, and where one has learnt, as before."""
    assert _people("DETAIN", text) == {"Mia Falk", "Ole Dahl", "Ben Roth"}


@pytest.mark.parametrize(
    "text",
    [
        "Togo freed Mia Falk, and Ole Dahl and Kai Moe were sentenced to nine years.",
        "Togo freed Mia Falk, and Ole Dahl, Kai Moe and Jon Holt were told to wait.",
        "Togo arrested Mia Falk, and Ole Dahl, Kai Moe and Jon Holt were jailed for nine years.",
    ],
)
def test_no_list_runs_on_into_the_next_clause(text: str) -> None:
    """The names behind ", and" before "were" are of whom the second verb tells."""
    assert _people("RELEASE", text) | _people("DETAIN", text) == {"Mia Falk"}


def test_a_list_with_two_joints_before_its_verb() -> None:
    """With no verb before them all names are of the one clause."""
    text = "Ada Marr, Ben Roth, and Ole Dahl and Kai Moe were freed."
    assert _people("RELEASE", text) == {"Ada Marr", "Ben Roth", "Ole Dahl", "Kai Moe"}
