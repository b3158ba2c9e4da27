"""Who holds, who frees, from where and where to: what a clause says, and what the report lets infer."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

from detente.records import Claim


def first(text: str, kind: str, rule: str = "") -> Claim:
    """The first claim of this type, and of this rule where one is given."""
    return next(c for c in told(text) if c.type == kind and c.rule.startswith(rule))


def fillers(claim: Claim, role: str) -> set[tuple[str, bool]]:
    """Names in a role, and whether they are inferred."""
    return {(f.name, f.inferred) for f in claim.roles.get(role, ())}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Lena Marr was freed on Monday, as was Jon Holt.", {"Lena Marr", "Jon Holt"}),
        (
            "Three of them, Lena Marr, Kestu Droband and Jon Holt, were freed on Monday.",
            {"Lena Marr", "Kestu Droband", "Jon Holt"},
        ),
        (
            "The Red Cross saw the handover of three hostages: Lena Marr, 28, Ira Brandt, 30, Jon Holt, 23.",
            {"Lena Marr", "Ira Brandt", "Jon Holt"},
        ),
    ],
)
def test_names_in_company_are_told_of_too(text: str, people: set[str]) -> None:
    """Lists with ages, "as was Y", and names that no model knows beside one that it does."""
    assert set(first(text, "RELEASE").names("person")) == people


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("The emir allowed nine jailed teachers to go free on Monday.", "emir"),
        ("Under a decree signed by President Ola Berg, 31 prisoners were pardoned on Monday.", "Ola Berg"),
        ("The parliament on Monday passed an amnesty for 300 peasants.", "parliament"),
    ],
)
def test_who_lets_them_is_who_frees_them(text: str, agent: str) -> None:
    """Who allows it, who signs the paper, who passes the amnesty."""
    claim = next(c for c in told(text) if c.type in {"RELEASE", "CLEMENCY"})
    assert any(agent in f.name for role in ("releaser", "granter") for f in claim.roles.get(role, ()))


def test_whoever_was_held_in_a_state_is_freed_by_it() -> None:
    """One person's custody told in another sentence: inferred, and said to be so."""
    text = "Lena Marr was freed on Monday. Marr was arrested in Norway in 2021 and accused of spying."
    claim = first(text, "RELEASE")
    assert ("Norway", True) in fillers(claim, "from") | fillers(claim, "releaser")
    assert ("Norway", True) in fillers(first(text, "DETAIN"), "detainer")


def test_each_side_of_a_swap_frees_the_others_people() -> None:
    """ "38 Poles for 27 Finns": Finland frees the Poles, who go to Poland."""
    claims = [c for c in told("On Monday 38 Poles were exchanged for 27 Finns.") if c.type == "RELEASE"]
    sides = {c.names("group")[0]: (fillers(c, "releaser"), fillers(c, "to")) for c in claims}
    assert sides["38 Poles"] == ({("Finland", True)}, {("Poland", True)})
    assert sides["27 Finns"] == ({("Poland", True)}, {("Finland", True)})


def test_the_same_people_moved_give_the_release_its_destination() -> None:
    """Only the very same people: the destination of a part is nobody else's (CODEBOOK §8.4)."""
    text = "Norway freed 12 monks and flew them to Cyprus. The abbot Jon Holt was freed as well."
    claims = [c for c in told(text) if c.type == "RELEASE"]
    named = [c for c in claims if c.names("person")]
    assert all(not c.roles.get("to") for c in named)


def test_hostages_are_not_freed_by_the_state_of_the_report() -> None:
    """Captors are no authorities: a state that frees prisoners did not hold the hostages."""
    text = "Norway freed 90 prisoners on Monday. Three hostages were freed too."
    hostages = next(c for c in told(text) if "hostages" in " ".join(c.names("group")))
    assert ("Norway", True) not in fillers(hostages, "releaser")


@pytest.mark.parametrize(
    ("text", "group", "to"),
    [
        ("A Qatari jet with the five Finns touched down in Oslo.", "five Finns", "Norway"),
        ("Buses carrying 90 freed prisoners arrived in Helsinki.", "90 freed prisoners", "Finland"),
    ],
)
def test_a_vehicle_arrives_with_those_it_carries(text: str, group: str, to: str) -> None:
    """Not two planes, but the men in them, are where the planes are."""
    claim = first(f"Norway released prisoners. {text}", "TRANSFER")
    assert list(claim.names("group")) == [group]
    assert to in claim.names("to")


def test_a_plane_without_people_moves_nobody() -> None:
    """A plane that lands is no transfer of people."""
    assert not [
        c for c in told("Norway released prisoners. Two planes left Oslo for Cairo.") if c.type == "TRANSFER"
    ]


def test_the_prison_service_tells_of_its_own() -> None:
    """ "…, Norway's prison service said": they were in Norway's hands."""
    claim = first("Ninety prisoners have been released, Norway's prison service said.", "RELEASE")
    assert ("Norway", True) in fillers(claim, "releaser")


def test_who_was_still_being_held_is_held_today() -> None:
    """In what somebody said, the past tense is the reporting verb's; a new arrest is not told."""
    claims = told("The family of Lena Marr said on Monday that she was still being held in Ostrava.")
    assert [c.type for c in claims if c.type in {"CUSTODY_STATE", "DETAIN"}] == ["CUSTODY_STATE"]


def test_a_word_for_her_and_her_name_are_one_member() -> None:
    """ "The journalist Lena Marr was among them" tells of one release, not of two."""
    claims = told(
        "Twelve people were freed on Monday, police said. The journalist Lena Marr was among the freed."
    )
    assert len([c for c in claims if c.rule == "release.member"]) == 1
