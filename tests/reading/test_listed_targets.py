"""Whom a measure is aimed at, and who was sent off, where the next sentences name them."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

SIX = "The European Union on Monday imposed sanctions on six officials of Varland. "


def targets(text: str) -> set[str]:
    """The people whom measures are told to be aimed at, by name."""
    aimed = [c for c in told(text) if c.type.startswith("SANCTION") and c.mode == "performed"]
    return {f.name for c in aimed for f in c.roles.get("target", ()) if f.kind == "person"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (SIX + "They include the prosecutors Ola Krag and Ben Roth.", {"Ola Krag", "Ben Roth"}),
        (SIX + "Among them are the judge Ida Holt and Ola Krag.", {"Ida Holt", "Ola Krag"}),
        (SIX + "Among those listed are Ola Krag and Ben Roth.", {"Ola Krag", "Ben Roth"}),
        (
            (
                "The Union on Monday removed nine people from its list of sanctions. Among those cleared are "
                "the trader Ola Krag and the former minister Ben Roth."
            ),
            {"Ola Krag", "Ben Roth"},
        ),
        (
            (
                "Canada on Monday imposed sanctions on three individuals who arm gangs in Varland:\n\n"
                "- Ola Krag, a former senator;\n- Ben Roth, a trader;\n- Ida Holt, a customs director."
            ),
            {"Ola Krag", "Ben Roth", "Ida Holt"},
        ),
    ],
)
def test_the_next_sentences_name_whom_a_measure_hits(text: str, names: set[str]) -> None:
    """ "They include", "among those cleared", lines under a colon: inferred, beside the group."""
    assert targets(text) == names
    aimed = [c for c in told(text) if c.names("target") and c.type.startswith("SANCTION")]
    assert any(f.inferred for c in aimed for f in c.roles["target"] if f.kind == "person")


@pytest.mark.parametrize(
    "behind",
    [
        "Varland freed nine prisoners on Monday. They include Ola Krag and Ben Roth.",
        "Their lawyers are Ola Krag and Ben Roth.",
        "The lawyers are Ola Krag and Ben Roth.",
        "Among those arrested on Monday are Ola Krag and Ben Roth.",
        "The two are Ola Krag and Ben Roth.",
        "Among them is not Ola Krag.",
        "They do not include Ola Krag.",
        "The victims were two. They are Ola Krag and Ben Roth.",
    ],
)
def test_names_of_others_are_not_aimed_at(behind: str) -> None:
    """The freed told since, those by another noun or of another number, those told not to be among them."""
    assert not targets(SIX + behind)


def test_who_gives_their_names_is_not_them() -> None:
    """A sentence between, on whoever tells it, takes no name away."""
    assert targets(
        "Chad blacklisted two traders. Officials gave their names. They are Ola Krag and Ben Roth."
    )


def test_they_may_be_the_victims_of_whom_a_measure_hits() -> None:
    """As many of both: it is not said whose names they are."""
    assert not targets(
        "Canada sanctioned two judges who had jailed two poets. They are Ola Krag and Ben Roth."
    )


@pytest.mark.parametrize("off", ["Among them is not Ola Krag.", "They do not include Ola Krag."])
def test_who_is_not_on_a_list_of_measures_is_not_left_inside(off: str) -> None:
    """No release is spoken of; behind the freed the same words deny one."""
    assert not [c for c in told(SIX + off) if c.type == "RELEASE"]
    freed = told("Varland freed nine monks on Monday. " + off)
    assert ["Ola Krag"] in [list(c.names("person")) for c in freed if c.mode == "denied"]


def test_those_sent_are_named_behind() -> None:
    """ "Among those sent north is X": of the group whose journey was told, and of nobody's death."""
    sent = "Varland handed over nineteen jailed gang members to Togo on Monday. "
    moved = [c for c in told(sent + "Among those sent north is Ola Krag, 70.") if c.type == "TRANSFER"]
    assert {name for c in moved for name in c.names("person")} == {"Ola Krag"}
    killed = told(sent + "Among those killed in the fighting was Ola Krag, 70.")
    assert not any(c.names("person") for c in killed if c.type == "TRANSFER")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            (
                "Varland has freed one of its best-known singers and he was due to land in Oslo on Friday, a "
                "minister said. Jon Marr, alias Moe, was jailed for nine years in 2012."
            ),
            {"Jon Marr"},
        ),
        (
            (
                "Varland freed a Danish cook on Monday, his brother Ola Krag said after he was let out of a "
                "clinic. Nothing was told of the reasons."
            ),
            set(),
        ),
    ],
)
def test_whom_a_pronoun_goes_on_about_is_the_one_freed(text: str, named: set[str]) -> None:
    """ "Freed a singer, and he is due in Oslo": one person, named in the next sentence."""
    freed = [c for c in told(text) if c.type == "RELEASE" and c.names("group")]
    assert {name for c in freed for name in c.names("person")} == named
