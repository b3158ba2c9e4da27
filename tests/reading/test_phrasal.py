"""Verbs with their objects, where numbers, dates and the next clause pull at them; who is told beside."""

from __future__ import annotations

import pytest
from tests.reading.reports import fired, of_type, only, told


@pytest.mark.parametrize(
    "text",
    [
        "Chad will hand over 40 Libyan soldiers by July.",
        "Chad handed over 40 detained persons on the border on 14 February.",
    ],
)
def test_over_behind_hand_is_no_more_than_a_number(text: str) -> None:
    """ "Handed over 40" hands 40 over, and not more than 40."""
    claim = only("RELEASE", text)
    assert claim.quantity is not None
    assert (claim.quantity.lo, claim.quantity.hi) == (40, 40)
    assert claim.names("releaser") == ("Chad",)


def test_two_clauses_joined_are_each_their_own_states() -> None:
    """ "X will free 40 men and Y will lift its ban": Y lifts, and neither frees nor is freed."""
    text = "Chad will free 40 men and Libya will lift its import ban on salt, the minister said."
    assert only("RELEASE", text).names("releaser") == ("Chad",)
    assert only("SANCTION_EASE", text).names("authority") == ("Libya",)
    text = "Chad will hand over 40 Libyan soldiers and Libya will lift its import ban on salt, they said."
    assert only("RELEASE", text).names("group") == ("40 Libyan soldiers",)
    assert only("SANCTION_EASE", text).names("authority") == ("Libya",)


@pytest.mark.parametrize("held", ["held in Togo", "jailed in Lome", "detained by Togo"])
def test_the_next_clause_opens_behind_where_people_are_held(held: str) -> None:
    """ "X will free nine men held in Y and Z will lift its ban": Z lifts, and holds nobody."""
    text = f"Chad will free nine men {held} and the United States will lift its ban on salt."
    assert only("RELEASE", text).names("releaser") == ("Chad",)
    assert only("SANCTION_EASE", text).names("authority") == ("United States",)


def test_two_who_are_told_to_act_act_both() -> None:
    """ "The minister said X and Y will free nine men": both will, and neither is what was said."""
    text = "The minister said Chad and Togo will release nine men."
    assert only("RELEASE", text).names("releaser") == ("Chad", "Togo")


@pytest.mark.parametrize(
    "granted",
    [
        "granted the nine miners a full pardon",
        "granted the nine miners held at Aros a pardon",
        "granted the nine miners awaiting trial clemency",
        "granted nine miners parole",
    ],
)
def test_who_is_granted_mercy_may_stand_before_it(granted: str) -> None:
    """ "Granted the nine clemency" is "granted clemency to the nine"."""
    claim = only("CLEMENCY", f"Chad {granted} on Monday.")
    assert claim.quantity is not None
    assert claim.quantity.lo == 9
    assert claim.names("granter") == ("Chad",)


def test_bail_behind_those_it_is_denied_is_no_verb() -> None:
    """ "Denied the two reporters bail": they are refused it."""
    claim = only("RELEASE", "The court denied the two reporters bail.")
    assert claim.mode == "denied"
    assert claim.names("group") == ("two reporters",)


def test_who_seeks_clemency_is_not_granted_it() -> None:
    """ "Granted prisoners seeking clemency a hearing" grants a hearing."""
    assert not of_type("CLEMENCY", "The king granted nine prisoners seeking clemency a hearing.")


def test_those_held_since_a_season_are_freed_and_no_season() -> None:
    """ "Traders held at X since the autumn were freed": how many, and who."""
    claim = only("RELEASE", "Twelve Chadian traders held at Dorn since the autumn were freed on Monday.")
    assert claim.quantity is not None
    assert claim.quantity.lo == 12
    assert "Chadian traders" in claim.names("group")[0]


def test_a_count_behind_a_date_counts_the_pardoned() -> None:
    """ "By decree of 19 February 16 convicted persons, among them a nun, were pardoned"."""
    text = "By decree of 19 February 16 convicted persons, among them one foreign citizen, were pardoned."
    claim = only("CLEMENCY", text)
    assert claim.quantity is not None
    assert (claim.quantity.lo, claim.quantity.hi) == (16, 16)
    assert all("19" not in name for role in claim.roles for name in claim.names(role))


def test_persons_of_an_origin_are_called_after_it() -> None:
    """ "25 persons of Armenian origin": whose people they are is part of what they are called."""
    claim = only("RELEASE", "Chad released 25 detained persons of Armenian origin on Monday.")
    assert claim.names("group") == ("25 detained persons of Armenian origin",)


@pytest.mark.parametrize("realm", ["the Kingdom of Norway", "the Republic of Norway"])
def test_a_realm_of_a_state_is_the_state(realm: str) -> None:
    """By its longer name a state is no place and no body."""
    assert only("RELEASE", f"On Monday {realm} released nine miners.").names("releaser") == ("Norway",)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Chad will hand over 40 Libyan soldiers and Libya will give maps of its mines, the sides agreed.",
            {"Chad", "Libya"},
        ),
        ("Chad freed nine men and will reopen its embassy in Tripoli, the two presidents agreed.", {"Chad"}),
    ],
)
def test_what_two_sides_agree_is_a_bargain(text: str, parties: set[str]) -> None:
    """A source that says what both sides agreed calls it an agreement (CODEBOOK §6)."""
    claim = only("LINKAGE", text)
    assert claim.linkage is not None
    assert claim.linkage.class_ == "L2"
    assert set(claim.names("party")) == parties


@pytest.mark.parametrize(
    "text",
    [
        "Chad released nine men on Monday. The two sides agreed to meet again in May.",
        "Nine men were freed on Monday. The sides agreed on the need for talks about prisoners.",
    ],
)
def test_an_agreement_to_talk_ties_nothing(text: str) -> None:
    """No act of a side is told beside it."""
    assert of_type("LINKAGE", text) == []


def test_with_whom_others_are_freed_is_freed_too() -> None:
    """ "Fifteen were freed with her"; of the help of somebody nothing is said."""
    text = "The engineer Kari Solheim came home on Friday. Fifteen miners were freed with her."
    freed = {n for c in of_type("RELEASE", text) for n in c.names("person") if c.mode == "performed"}
    assert "Kari Solheim" in freed
    text = "Fifteen miners were freed with the help of the engineer Kari Solheim."
    assert [c for c in told(text) if c.rule == "release.freed_with"] == []


def test_who_did_not_where_others_walked_out_was_not_freed() -> None:
    """ "The singer did not" denies of him what the sentence before tells of others."""
    text = "Eleven people walked out of Dorn prison on Tuesday. The singer Bosco Nshuti did not: he is ill."
    (claim,) = [c for c in of_type("RELEASE", text) if c.names("person") == ("Bosco Nshuti",)]
    assert (claim.mode, claim.polarity) == ("denied", "-")


@pytest.mark.parametrize(
    "text",
    [
        "Eleven people walked out of Dorn prison. They sang. Some wept. The singer Bosco Nshuti did not.",
        "Chad held eleven prisoners. The minister spoke. The singer Bosco Nshuti did not: he is ill.",
        "Eleven people walked out of Dorn prison. The singer Bosco Nshuti did not sing.",
    ],
)
def test_did_not_without_a_release_right_before_it_denies_nothing(text: str) -> None:
    """What he did not do is what was told last, or what his own verb says."""
    assert [c for c in told(text) if c.rule == "release.did_not"] == []


def test_rules_are_named_where_they_fire() -> None:
    """Both are seen by who asks why."""
    text = "Nine miners were freed with Kari Solheim. The singer Bosco Nshuti was not."
    assert "release.did_not" in fired(text)


@pytest.mark.parametrize("said", ["said", "said in a communiqué"])
def test_those_who_returned_did_so_and_no_camp_was_sent_back(said: str) -> None:
    """Inmates who are with their families again left custody, so many and that day."""
    of_camps = "Two hundred and fourteen inmates of five camps returned to their families on Monday"
    claim = only("RELEASE", f"{of_camps}, under the clemency of the king, the Ministry of Justice {said}.")
    assert claim.quantity is not None
    assert claim.quantity.lo == 214
    assert claim.time is not None
    assert claim.time.start == "2026-03-02"


def test_who_is_no_inmate_returns_to_a_family_from_elsewhere() -> None:
    """Drivers who come home from work were in no custody."""
    assert of_type("RELEASE", "Ninety drivers returned to their families on Monday, the ministry said.") == []


def test_a_side_moved_by_something_acts_before_who_says_so() -> None:
    """ "The side, guided by mercy, handed over 25 detained persons, the commission said": it handed over."""
    text = (
        "The Chadian side, guided by the principles of humanism, handed over 25 detained persons of Libyan "
        "origin on the border on 14 February, the State Commission said."
    )
    claim = only("RELEASE", text)
    assert [a.name for a in claim.attribution] == ["State Commission"]


def test_what_the_public_is_told_is_news_of_who_tells_it() -> None:
    """ "Informs the public that nine were released": said by the ministry, and no word on the public."""
    text = "The ministry informs the public that nine miners were released on 1 March 2026."
    claim = only("RELEASE", text)
    assert claim.mode == "performed"
    assert [a.name for a in claim.attribution] == ["ministry"]


def test_members_of_a_so_called_front_are_of_it() -> None:
    """What a state calls so is still its name."""
    claim = only("RELEASE", "Chad released 48 members of the so-called Northern Accord Front on Monday.")
    assert "Northern Accord Front" in claim.names("group")[0]


def test_a_presidents_aide_speaks_for_the_state_and_anothers_aide_does_not() -> None:
    """By the seat that the aide is of (CODEBOOK §6: an official ties as a side)."""
    text = "In connection with their release Norway lifts the import ban on salt, {} Mutale Bwalya said."
    classes = []
    for aide in ("presidential aide", "opposition aide"):
        (claim,) = of_type("LINKAGE", text.format(aide))
        classes.append(claim.linkage.class_ if claim.linkage else None)
    assert classes == ["L3", "L2"]


def test_a_states_firm_has_its_own_name_and_its_ministry_the_states() -> None:
    """ "Mali's Cotton Board" is the Cotton Board wherever it is told of."""
    text = "The United States suspended its sanctions on Mali's Cotton Board on Monday."
    assert "Cotton Board" in only("SANCTION_EASE", text).names("target")


def test_each_passive_has_its_own_subject() -> None:
    """ "X was handed to Chad and Y was handed to us": X to Chad alone, and Y too is handed over."""
    text = "“Mark Roth was handed over to the US and Haji Bashar was handed over to us,” the minister said."
    claims = {c.names("person"): c for c in told(text) if c.type in {"RELEASE", "TRANSFER"}}
    assert set(claims) == {("Mark Roth",), ("Haji Bashar",)}
    assert claims["Mark Roth",].names("to") == ("United States",)
