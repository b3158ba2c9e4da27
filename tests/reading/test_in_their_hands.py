"""In whose hands people were by their own description, and who is asked, blamed or quoted for a deed."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, told

from detente.records import TypeName


def names(type_: TypeName, role: str, text: str) -> list[list[str]]:
    """Who acts, by every claim of a type."""
    return [[f.name for f in c.roles.get(role, ())] for c in of_type(type_, text)]


@pytest.mark.parametrize(
    ("text", "releaser"),
    [
        ("Ira Holt, a hostage of the Mountain Front, was released on Thursday.", ["Mountain Front"]),
        ("Two soldiers held by the Harvest Militia have been released.", ["Harvest Militia"]),
        ("Two nurses held by the Rapid Harvest Battalion were released.", ["UNSTATED"]),
        ("Two nurses held by rebels were freed by the navy on Thursday.", ["UNSTATED"]),
        ("Two nurses held by rebels were freed when the army attacked a camp.", ["UNSTATED"]),
        ("Nine members of the Malian army held by rebels in Chad have been released.", ["rebels"]),
        ("The nine fishermen in the custody of the Chadian navy were released.", ["Chad"]),
        ("Two soldiers held by the Federal Guard Service have been released.", ["UNSTATED"]),
        ("Two nurses held by the Mountain Front were freed in a raid on Thursday.", ["UNSTATED"]),
        ("Two nurses held by the Mountain Front were freed by the army on Thursday.", ["army"]),
    ],
)
def test_the_freed_were_in_the_hands_their_description_tells(text: str, releaser: list[str]) -> None:
    """Who held them let them go, where nobody else did and they did not come out by force."""
    assert names("RELEASE", "releaser", text) == [releaser]


@pytest.mark.parametrize(
    "text",
    [
        "Three Danish engineers kidnapped in Chad have been freed, Denmark's foreign ministry said.",
        "Three Danish engineers kidnapped in Chad have been freed there. The three were abducted on Monday.",
    ],
)
def test_who_abducts_is_not_the_state_where_it_is_done(text: str) -> None:
    """Neither did that state take them, nor does it free them."""
    assert not any("Chad" in by for by in names("DETAIN", "detainer", text))
    assert not any("Chad" in by for by in names("RELEASE", "releaser", text))


def test_the_state_where_people_were_arrested_holds_them() -> None:
    """Of an arrest, unlike an abduction, the state there is the one that did it."""
    text = "Three Danish engineers arrested in Chad have been freed, Denmark's foreign ministry said."
    assert names("DETAIN", "detainer", text) == [["Chad"]]


@pytest.mark.parametrize(
    ("text", "detainer"),
    [
        ("The rebels freed a group of 10 policemen and soldiers they had held for years.", "rebels"),
        ("The rebels freed a group of 10 policemen. They had held the men for years.", "rebels"),
    ],
)
def test_they_are_not_those_of_whom_the_clause_tells(text: str, detainer: str) -> None:
    """ "The soldiers they had held": the soldiers held nobody."""
    assert [detainer] in names("DETAIN", "detainer", text)


@pytest.mark.parametrize(
    ("text", "releaser"),
    [
        ("Norway kept up its pressure on Chad to release Ira Holt.", ["Chad"]),
        ("Norway issued an appeal to the rebels to release the nine men.", ["rebels"]),
        ("Norway repeated its promise to release the nine men.", ["Norway"]),
        ("The general gave an order to his men to release the nine.", ["general"]),
    ],
)
def test_who_is_asked_by_a_noun_is_to_do_it(text: str, releaser: list[str]) -> None:
    """Pressure is put on others; a promise binds whoever makes it."""
    assert names("RELEASE", "releaser", text) == [releaser]


@pytest.mark.parametrize("verb", ["slammed", "lambasted", "thanked"])
def test_who_is_blamed_for_a_deed_did_it(verb: str) -> None:
    """Not who blames or thanks them for it: that is who says so."""
    (claim,) = of_type("DETAIN", f"Ana Holt {verb} Chad for arresting the activist Ira Roth.")
    assert claim.names("detainer") == ("Chad",)
    assert claim.attribution[-1].name == "Ana Holt"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Chad has freed nine nuns, the public prosecutor was quoted as saying, without giving details.",
            "public prosecutor",
        ),
        (
            "Ira Holt was freed and put on a flight to Chad, an official with the Roads Board said.",
            "an official",
        ),
    ],
)
def test_who_is_quoted_behind_a_long_clause_says_it(text: str, speaker: str) -> None:
    """Also where the words of saying are passive, or an office stands behind *with*."""
    claim = of_type("RELEASE", text)[0]
    assert [a.name for a in claim.attribution] == [speaker]


def test_a_newspaper_that_reports_a_decision_frees_nobody() -> None:
    """Who tells of a decision need not have taken it, and no outlet lets people go."""
    text = "The daily Lantern also reported the decision to free the three men."
    assert names("RELEASE", "releaser", text) == [["UNSTATED"]]
    assert [c.attribution[-1].name for c in told(text) if c.type == "RELEASE"] == ["daily Lantern"]


@pytest.mark.parametrize(
    "text",
    [
        "DORN, Chad — Five priests kidnapped from a church have been freed, a bishop in Chad said.",
        "DORN, Chad — Three sailors held by Chadian pirates have been freed, a court in Chad was told.",
    ],
)
def test_who_was_in_lawless_hands_was_not_in_the_states(text: str) -> None:
    """Kidnapped by their own description, or held by pirates of its nation: the state freed nobody."""
    assert not any("Chad" in by for by in names("RELEASE", "releaser", text))
    assert not any("Chad" in by for by in names("DETAIN", "detainer", text))


def test_gunmen_without_a_name_took_only_those_whom_they_are_told_to_take() -> None:
    """Of other people, abducted elsewhere, nothing tells that it was the same gunmen."""
    text = "Ana Holt was abducted by gunmen in Dorn in 2016. Ben Roth, a priest, was abducted in May 2018."
    assert names("DETAIN", "detainer", text) == [["gunmen"], []]
    text = "Ana Holt was abducted by gunmen in Dorn in 2016. Holt was kidnapped as she left a school."
    assert names("DETAIN", "detainer", text) == [["gunmen"], ["gunmen"]]


def test_a_man_of_that_name_is_not_the_man_told_of() -> None:
    """Who is told as somebody new was in other hands: neither takes the other's holder."""
    others = "Two nuns were arrested in Mali. "
    text = f"The man is held in Chad. {others}A man of the same name was arrested near a border in May."
    assert names("DETAIN", "detainer", text)[-1] == []
    text = f"The man is held in Chad. {others}The man was arrested near a border in May."
    assert names("DETAIN", "detainer", text)[-1] == ["Chad"]


def test_where_two_states_hold_people_the_rest_are_in_nobodys_told_hands() -> None:
    """Who frees others need not be the one that took this man, where another is told to take people."""
    text = "Chad freed 12 soldiers on Monday. Four men were captured by Mali. Ira Holt was arrested in May."
    assert names("DETAIN", "detainer", text)[-1] == []
    text = "Chad freed 12 soldiers on Monday. Four men were captured by Chad. Ira Holt was arrested in May."
    assert names("DETAIN", "detainer", text)[-1] == ["Chad"]


@pytest.mark.parametrize(
    ("text", "releaser"),
    [
        ("On Friday rebel fighters freed nine nuns.", ["rebel fighters"]),
        ("On Friday evening rebels freed nine nuns.", ["rebels"]),
        ("On Monday morning police freed nine nuns.", ["police"]),
        ("On Friday government troops freed nine nuns.", ["government troops"]),
        ("The court sat on Friday mornings and freed nine nuns.", ["court"]),
    ],
)
def test_a_day_before_those_who_act_is_no_part_of_them(text: str, releaser: list[str]) -> None:
    """ "On Friday troops freed them": the day is behind *on*, and the troops did it."""
    assert names("RELEASE", "releaser", text) == [releaser]


def test_a_day_is_no_part_of_who_decides() -> None:
    """ "On Monday EU ministers": they are the Union's, and so is the list on which others remain."""
    text = "On Monday EU ministers took the firm Orlu off the sanctions list. Ira Holt remains on the list."
    by = [f.name for c in told(text) if c.type.startswith("SANCTION") for f in c.roles["authority"]]
    assert by == ["EU ministers", "European Union", "European Union"]


@pytest.mark.parametrize(
    ("by", "releaser"), [("state security agents", ["UNSTATED"]), ("masked gunmen", ["masked gunmen"])]
)
def test_who_abducts_for_a_state_is_no_band(by: str, releaser: list[str]) -> None:
    """Its agents took them and a court may let them go; gunmen let go those whom they took."""
    text = f"The two nuns were abducted by {by} in May. The two nuns were released on Friday."
    assert names("RELEASE", "releaser", text) == [releaser]


@pytest.mark.parametrize(
    ("said", "granter"),
    [
        ("The president's office said he had pardoned Ira Holt.", "president's office"),
        ("President Ana Holt's office said she had pardoned Ira Dann.", "Ana Holt"),
        ("He had pardoned Ira Holt.", "Ben Roth"),
    ],
)
def test_he_of_whose_office_says_so(said: str, granter: str) -> None:
    """What an office tells of *him* is told of whose office it is; else of who was told of before."""
    by = names("CLEMENCY", "granter", f"Ben Roth spoke on Friday. {said}")
    assert granter in by[-1]
    assert granter == "Ben Roth" or "Ben Roth" not in by[-1]
