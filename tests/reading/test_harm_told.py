"""Harm whose victim is no object of the verb, when an arrest was, and who quotes whom."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only


@pytest.mark.parametrize(
    ("text", "sub", "victim", "actor"),
    [
        ("Guards hung the weaver by the ankles, her brother said.", "torture", "weaver", "Guards"),
        ("The weaver was suspended by the arms, her brother said.", "torture", "weaver", ""),
        ("Officers used cattle prods on the weavers, the group said.", "torture", "weavers", "Officers"),
        ("Beatings were inflicted on the weavers, the group said.", "torture", "weavers", ""),
        ("Warders kept her insulin from the weaver, he said.", "medical_denial", "weaver", "Warders"),
        ("Medics were kept from the weaver for a week, he said.", "medical_denial", "weaver", ""),
    ],
)
def test_who_is_hung_shocked_or_kept_from_care_is_harmed(
    text: str, sub: str, victim: str, actor: str
) -> None:
    """Limbs are no guards, and the victim stands behind *on* or *from*."""
    claim = only("HARM", text)
    assert claim.sub == sub
    assert any(victim in name for name in (*claim.names("group"), *claim.names("person")))
    assert [f.name for f in claim.roles.get("alleged_actor", ())] == [actor] * bool(actor)


@pytest.mark.parametrize(
    "text",
    [
        "The painting was hung by the door of the prison.",
        "The officers used tasers on the course.",
        "The clerk used her phone on the victims of torture.",
        "Reporters were kept from the medics at the prison gate.",
        "Guards did not hang the weaver by the ankles; no prisoner says so.",
    ],
)
def test_a_painting_a_course_and_reporters_suffer_no_harm(text: str) -> None:
    """What is used must be a harm, what is kept away must be care, and whom it befalls people."""
    assert not [c for c in of_type("HARM", text) if c.mode != "denied"]


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("February 2023", "2023-02-01", "2023-02-28"),
        ("12 March 2024", "2024-03-12", "2024-03-12"),
    ],
)
def test_who_is_jailed_since_a_time_was_jailed_at_that_time(when: str, first: str, last: str) -> None:
    """The state lasts until now; the arrest has the year, month or day that is told."""
    claim = only("DETAIN", f"The weaver Ira Holt, jailed since {when}, is now in a prison hospital.")
    assert claim.time is not None
    assert (claim.time.start, claim.time.end) == (first, last)


def test_who_quotes_somebody_as_saying_is_the_outer_source() -> None:
    """ "X quoted Y as saying": X, then Y; who quotes nobody stands alone."""
    claim = only("RELEASE", "Varpost quoted the envoy as saying that nine nurses had been freed by Norway.")
    assert [a.name for a in claim.attribution] == ["Varpost", "envoy"]
    claim = only("RELEASE", "Envoy Ann Ost said that nine nurses had been freed by Osmia.")
    assert [a.name for a in claim.attribution] == ["Ann Ost"]


@pytest.mark.parametrize(("verb", "there"), [("driven", True), ("accused by", False)])
def test_an_unknown_name_is_a_place_where_people_are_driven_to_it(verb: str, there: bool) -> None:
    """ "114 were driven to Osmia": a place, though no list has it; whoever is no goal is none."""
    found = of_type(
        "TRANSFER", f"Of those pardoned, 70 were {verb} {'to ' if there else ''}Osmia, its ministry reported."
    )
    assert [c.names("to") for c in found] == ([("Osmia",)] if there else [])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("She was, by her own account, suspended by the arms for a day.", ["she"]),
        (
            "09:10 Ex-inmate Ann Ost tells the inquiry that officers used electric shocks on her and others.",
            ["Ann Ost"],
        ),
        ("Officers used cattle prods on the weavers at the camp.", []),
    ],
)
def test_who_tells_of_harm_is_named_beside_it(text: str, source: list[str]) -> None:
    """An account set between auxiliary and verb, and what a panel is told, have their source."""
    assert [a.name for a in only("HARM", text).attribution] == source
