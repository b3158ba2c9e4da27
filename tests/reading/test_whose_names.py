"""To whom a name, a participle and a freedom belong where several people are told of at once."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

from detente.records import Claim


def _names(text: str, type_: str, role: str = "person") -> set[str]:
    return {n for c in told(text) if c.type == type_ for n in c.names(role)}


def _of(text: str, type_: str) -> list[Claim]:
    return [c for c in told(text) if c.type == type_]


def test_a_name_found_as_two_people_is_one() -> None:
    """No comma and no *and* stands between the two: they are one name, given names and all."""
    text = "Also freed was oil minister Mahamane Sani Issoufou, held in Chad since May."
    assert _names(text, "RELEASE") == {"Mahamane Sani Issoufou"}


@pytest.mark.parametrize(
    "text",
    [
        "Those freed include minister Mahamane Sani Issoufou, the envoy Ahmad Jidoud and two nurses.",
        "Those freed include Ada Orlu, Ben Roth and two clerks of a bank.",
    ],
)
def test_the_next_of_a_list_is_no_other_name_of_the_first(text: str) -> None:
    """Another person behind a comma, before *and*, is the next of those told."""
    said = [v for c in told(text) if c.type == "ATTRIBUTE" for v in c.names("value")]
    assert not any(" and two" in v for v in said)
    assert len({n for c in _of(text, "RELEASE") for n in c.names("person")}) == 2


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Those freed include minister Ada Orlu and two generals convicted over a plot in 2010.", "Ada Orlu"),
        ("Chad freed the envoy Ada Orlu and four clerks convicted over a leak in 2019.", "Ada Orlu"),
        ("Osmia deported Ada Orlu, Ben Roth and two drivers convicted of spying to Chad.", "Osmia"),
    ],
)
def test_a_participle_right_behind_a_counted_noun_is_said_of_those(text: str, who: str) -> None:
    """Who stands first in the list is not sentenced with the last."""
    assert who not in _names(text, "SENTENCE")
    assert _names(text, "SENTENCE", "group")


@pytest.mark.parametrize(
    "text",
    [
        "The union asks Chad to release Ada Orlu and five other staff of Abzas Media, held since May.",
        "Chad must free Ira Dann and three reporters of the Dorn Gazette, jailed in April.",
    ],
)
def test_a_participle_behind_a_paper_and_a_comma_is_said_of_its_people(text: str) -> None:
    """The paper has not been held; names that end in Media, Gazette or School are no person's."""
    assert not any("Abzas" in n or "Gazette" in n for n in _names(text, "DETAIN"))
    assert _names(text, "RELEASE", "group")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Osmia extradited nine men to Chad on Tuesday. They include Ada Orlu and Ben Roth.", 2),
        ("Nine men were deported to Chad on Tuesday. Ada Orlu is among them.", 1),
        (
            "Osmia sent nine men to Chad. Among them are Ada Orlu, a clerk, and Ben Roth, wanted for fraud.",
            2,
        ),
    ],
)
def test_who_is_among_those_handed_over_was_not_freed(text: str, names: int) -> None:
    """Nobody is told to be let go: the names are of those who were moved."""
    assert _of(text, "RELEASE") == []
    assert len(_names(text, "TRANSFER")) == names


def test_who_is_among_those_freed_and_flown_out_was_freed() -> None:
    """The same words behind a release name the freed."""
    text = "Osmia freed nine men on Tuesday and flew them to Chad. They include Ada Orlu and Ben Roth."
    assert {"Ada Orlu", "Ben Roth"} <= _names(text, "RELEASE")


@pytest.mark.parametrize(
    "text",
    [
        "Nine children are still with their captors. 38 monks of Lumo regained their freedom on Sunday.",
        "Nine children are still in the hands of their abductors. Two nurses gained their freedom on Sunday.",
    ],
)
def test_the_freedom_that_people_regain_is_their_own(text: str) -> None:
    """Those told before, who are held yet, are not the ones."""
    (release,) = _of(text, "RELEASE")
    assert not any("children" in n for n in release.names("group"))
    assert any("children" in n for n in _names(text, "CUSTODY_STATE", "group"))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Nine drivers are still with their captors.", True),
        ("The nurse is in the hands of the bandits.", True),
        ("The sailors are still with the gunmen who seized the ship.", True),
        ("Nine drivers stayed with their captors' envoy for tea.", False),
        ("Two nuns were with the gunmen at the talks.", False),
    ],
)
def test_who_is_with_their_own_captors_is_held(text: str, held: bool) -> None:
    """With whom they sit down, and whose envoy they see, holds nobody."""
    assert bool(_of(text, "CUSTODY_STATE")) is held


def test_the_freedom_that_others_win_is_not_theirs() -> None:
    """Envoys who win somebody's freedom were not held."""
    text = "Nine children are held in Chad. The envoys won their freedom on Sunday."
    assert {n for c in _of(text, "RELEASE") for n in c.names("group")} == {"Nine children"}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen seized 25 girls in Chad. All of them have been rescued, the president said.",
        "Kidnappers took nine nuns from a convent in Chad. They were rescued on Monday.",
    ],
)
def test_who_is_rescued_is_not_let_go_by_the_captors(text: str) -> None:
    """Whose hands they were in is not who freed them."""
    (release,) = _of(text, "RELEASE")
    assert not {"Gunmen", "Kidnappers", "gunmen"} & set(release.names("releaser"))


@pytest.mark.parametrize("place", ["a school", "St. Anne's convent", "the seminary at Lumo"])
def test_children_taken_from_a_school_by_gunmen_are_seized(place: str) -> None:
    """Beside gunmen, and not when a bus takes them to a museum."""
    seized = f"Twelve pupils were taken from {place} by gunmen on Friday, police said. They want a ransom."
    assert any("Twelve" in n for n in _names(seized, "DETAIN", "group"))
    sick = "Nine prisoners were freed in Chad. Nine nuns were taken from their convent after a fire."
    assert _of(sick, "DETAIN") == []
    sick = "On Monday nine men were taken from their homes to hospital. Chad freed two nurses."
    assert _of(sick, "DETAIN") == []
    for who in (
        "Police took him from a clinic in Dorn on Monday.",
        "Gunmen took two nurses from the clinic in May.",
    ):
        assert _of(who, "DETAIN")
    drive = "Nine prisoners were freed in Chad. Twelve pupils were taken from school to the museum on Friday."
    assert _of(drive, "DETAIN") == []


def test_who_pardons_in_the_end_freed_nobody_before() -> None:
    """A president who is told of further on is not meant by what was told before him."""
    text = (
        "The editor Ada Orlu was arrested in May and freed after 15 days, her paper said. The trial goes on."
        "\n\nPresident Ben Roth pardoned 154 people in December."
    )
    assert "Ben Roth" not in _names(text, "RELEASE", "releaser")


@pytest.mark.parametrize("counted", ["12 hospital staff", "five other staff of the bank", "two UN aid staff"])
def test_counted_staff_are_people(counted: str) -> None:
    """As crew and clergy are."""
    assert _names(f"Gunmen seized {counted} in Chad on Monday.", "DETAIN", "group")


def test_schools_are_nobody() -> None:
    """A name that ends in School or College is no person, and has no description as one."""
    text = (
        "Police freed nine pupils of St. Mary's School and three of the Government Girls' College on Monday."
    )
    about = [n for c in told(text) if c.type == "ATTRIBUTE" for n in c.names("subject")]
    assert not any("School" in n or "College" in n for n in about)
