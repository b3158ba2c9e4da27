"""Who is carried from where to where, how many, and which side of an exchange lets whom go."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only, told

from detente.records import Claim

FREED = "Chad freed 900 prisoners on Monday. "


def counts(claims: list[Claim]) -> list[int | float | None]:
    """How many each claim tells at least."""
    return [c.quantity.lo if c.quantity is not None else None for c in claims]


@pytest.mark.parametrize(
    ("text", "start", "end", "many"),
    [
        ("The flight from Tampere took off before 9 am carrying 120 former detainees.", "Tampere", None, 120),
        ("It was followed by a flight from Tunis to Lima carrying 20 former inmates.", "Tunis", "Lima", 20),
        ("Another plane went to Helsinki carrying 15 former captives.", None, "Helsinki", 15),
        ("The first flight left Tampere with 120 of the freed prisoners.", "Tampere", None, 120),
        ("The jet left the southern city of Bergen for Lima with 40 freed men.", "Bergen", "Lima", 40),
    ],
)
def test_a_vehicle_that_goes_moves_those_whom_it_carries(
    text: str, start: str | None, end: str | None, many: int
) -> None:
    """Its ends are theirs, whether a verb tells them or the flight's own name."""
    claim = only("TRANSFER", FREED + text)
    assert counts([claim]) == [many]
    assert start is None or start in claim.names("from")
    assert end is None or end in claim.names("to")
    assert end is not None or not claim.names("to")


def test_a_plane_carrying_prisoners_is_no_kind_of_prisoners() -> None:
    """ "A plane carrying rebel prisoners left": the plane left, bound for where it says."""
    text = FREED + "A flight carrying rebel prisoners of war left Norway on Saturday bound for Peru."
    claim = only("TRANSFER", text)
    assert claim.names("group") == ("rebel prisoners",)
    assert (claim.names("from"), claim.names("to")) == (("Norway",), ("Peru",))


def test_flights_between_two_towns_tell_no_end() -> None:
    """So many were moved, and neither town is told as where they came to."""
    claim = only(
        "TRANSFER", "On Friday 318 prisoners were transported on four flights between Oslo and Lima."
    )
    assert counts([claim]) == [318]
    assert not claim.names("to")
    assert "Oslo" not in claim.names("from")


@pytest.mark.parametrize(
    "text",
    [
        "A flight from Tunis to Lima carrying 20 former inmates was cancelled.",
        "The airport expects a flight from Tunis to Lima carrying 20 former inmates.",
        "A truck carrying 20 crates of dates left Tunis for Lima.",
    ],
)
def test_a_flight_that_is_not_told_to_go_moves_nobody(text: str) -> None:
    """Nor does one that carries things."""
    assert all(c.mode != "performed" for c in of_type("TRANSFER", FREED + text))


def test_a_number_of_freed_prisoners_who_are_moved_keeps_its_number() -> None:
    """ "Moved more than 100 released prisoners": the participle says which, and frees nobody anew."""
    claim = only("TRANSFER", "The ship took more than 100 released prisoners to Chad.")
    assert counts([claim]) == [101]
    assert not of_type("RELEASE", "The ship took more than 100 released prisoners to Chad.")


def test_a_second_number_behind_a_transfer_is_no_release() -> None:
    """ "Confirmed the transfer of 208 to Bergen and 9 to Oslo": nine were moved, and to Oslo."""
    text = "The ministry confirmed the transfer of 208 prisoners to Bergen and 9 to Oslo."
    assert [(c.names("to")[0], *counts([c])) for c in of_type("TRANSFER", text)] == [
        ("Bergen", 208),
        ("Oslo", 9),
    ]
    assert not of_type("RELEASE", text)


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("The number of prisoners released from Finland is 126, not 163, a committee said.", [126]),
        ("The number of prisoners released from Finland is not 126, a committee said.", [None]),
        ("The number of prisoners released from Finland is unknown, a committee said.", []),
    ],
)
def test_the_number_of_those_freed_is_what_the_copula_says(text: str, many: list[int | None]) -> None:
    """Where it denies a number, none is told."""
    assert counts(of_type("RELEASE", text)) == many


def test_each_party_of_an_accord_is_to_release_its_own_prisoners() -> None:
    """ "The release of 32 Danes by Finland and two Finns by Denmark": agreed, each by its own, nobody out."""
    text = (
        "An agreement was reached on the release of 32 Danish soldiers by Finland and two Finnish soldiers "
        "by Denmark."
    )
    found = of_type("RELEASE", text)
    assert [(c.mode, c.names("releaser")[0], *counts([c])) for c in found] == [
        ("agreed", "Finland", 32),
        ("agreed", "Denmark", 2),
    ]


def test_talks_held_on_a_release_agree_on_nothing() -> None:
    """A meeting about it is no accord."""
    assert not of_type("RELEASE", "A meeting was held on the release of 32 Danish soldiers by Finland.")


def test_a_dash_may_stand_for_the_verb_of_the_other_party() -> None:
    """ "Finland promised to release 32 Danes, Denmark — two Finnish ones"."""
    text = "Finland promised to release 32 Danish soldiers, Denmark — two Finnish ones."
    found = of_type("RELEASE", text)
    assert [(c.names("releaser")[0], c.mode, *counts([c])) for c in found] == [
        ("Finland", "promised", 32),
        ("Denmark", "promised", 2),
    ]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        (
            "Four rebel chiefs were released in Bria. In exchange for their release, the girls were freed.",
            "Four rebel chiefs",
        ),
        (
            "Rebels freed Ben Roth and a nurse. News of their release came after Chad freed 90 rebels.",
            "their",
        ),
    ],
)
def test_they_who_are_freed_are_neither_the_other_side_nor_who_frees(text: str, group: str) -> None:
    """Who is given for others is not the others; who lets people go is not let go."""
    (claim,) = [
        c
        for c in of_type("RELEASE", text)
        if c.span.exact.startswith(("their", "In exchange for their", "News"))
    ]
    assert claim.names("group") == (group,)


def test_who_is_to_leave_for_his_own_release_is_still_himself() -> None:
    """ "In return for his release, X was to leave": X is meant, for nobody is let go for it."""
    claim = only("RELEASE", "In return for his release, Ben Roth was to leave the country.")
    assert claim.names("person") == ("Ben Roth",)


def test_people_who_saw_them_are_not_flown_out() -> None:
    """ "An aid worker who saw them in Bria, where they were taken before being flown home": they fly."""
    text = (
        "Many of the girls freed on Thursday were weak, said an aid worker who saw them in Bergen, where "
        "they were taken by helicopter, before being flown to the capital, Oslo."
    )
    assert only("TRANSFER", text).names("group") == ("girls",)


def test_one_side_of_a_swap_is_not_freed_by_who_gives_the_other() -> None:
    """ "Freed in exchange for jailed rebels": who tells it, or keeps them now, did not hold them."""
    text = (
        "The girls were freed Saturday in exchange for detained rebel suspects, the office of Chad's "
        "president said. Rights groups criticised the decision to keep the girls in custody in Ndjamena."
    )
    (girls,) = [c for c in of_type("RELEASE", text) if c.names("group") == ("girls",)]
    assert [f.name for f in girls.roles["releaser"]] == ["UNSTATED"]
    assert not girls.names("from")


def test_a_bands_own_man_was_not_held_by_it() -> None:
    """Nor does either of two that free people free everybody else."""
    text = (
        "The coalition and the Osmi rebels have freed hundreds of prisoners. Omar Idris, an Osmi prisoner "
        "released in the exchange, said he was happy. A cook was released too."
    )
    later = [c for c in of_type("RELEASE", text) if not c.quantity or c.quantity.lo == 1]
    assert later
    assert all([f.name for f in c.roles["releaser"]] == ["UNSTATED"] for c in later)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The release of Omar Idris allowed the release of Anna Lund.", "UNSTATED"),
        ("The visit of the envoy allowed the release of Anna Lund.", "UNSTATED"),
        ("A decree of the president allowed the release of Anna Lund.", "president"),
    ],
)
def test_whose_a_deed_is_that_allowed_a_release_has_freed_nobody(text: str, by: str) -> None:
    """Only of a paper or a decision the author frees."""
    (claim,) = [c for c in of_type("RELEASE", text) if "Anna Lund" in c.names("person")]
    assert claim.roles["releaser"][0].name.endswith(by)


def test_a_nation_in_the_name_of_a_school_is_not_that_of_its_teachers() -> None:
    """ "American University teachers" may be of any nation; "Danish teachers" are Danes."""
    swap = "Chad and the Front agreed to release two {} teachers in exchange for three Front members."
    known = [
        c for c in of_type("RELEASE", swap.format("American University")) if "United States" in str(c.roles)
    ]
    assert not known


def test_in_whose_hands_somebody_is_told_to_be_holds_them() -> None:
    """ "Was in Danish hands": by then the Danes had him, whoever held him before."""
    text = "Idris was held by the Front. After hearing that Idris was in Danish hands, Chad freed 40 men."
    assert only("CUSTODY_STATE", text).names("holder") == ("Denmark",)


def test_who_is_flown_out_as_part_of_a_swap_is_no_official() -> None:
    """Commanders fly by themselves; those flown out for others were held."""
    base = "Rebels freed two pastors on Monday. "
    swapped = only(
        "TRANSFER", base + "Three rebel commanders were flown to Qatar as part of the prisoner swap."
    )
    assert (swapped.names("to"), counts([swapped])) == (("Qatar",), [3])
    assert not of_type("TRANSFER", base + "Three army commanders were flown to Qatar for talks.")


@pytest.mark.parametrize(
    "text",
    [
        "Chad freed nine men, said the head of the Board for Hostages and Missing Citizens.",
        "Chad freed nine men. It showed the might of the president and Chad's homegrown extremists.",
        "Chad freed nine men. The list included many sailors, according to Danish officials.",
        "The first day included the release of 40 Danish prisoners by Chad.",
        "At the office of the president of Chad, nine Danish servicemen were freed.",
    ],
)
def test_a_nation_that_is_told_of_no_members_of_a_group_is_no_attribute(text: str) -> None:
    """Boards, speakers and the people of a deed are no part of a group told before."""
    assert not [c for c in told(text) if c.rule == "attribute.member_nation"]


def test_the_nations_of_those_carried_are_told() -> None:
    """ "Among them 16 Danes", "of the 20 freed, 16 were Danes"."""
    text = "Chad freed 20 men, among them 16 Danes and three Kenyans."
    values = [v for c in told(text) if c.rule == "attribute.member_nation" for v in c.names("value")]
    assert values == ["16 Danes", "three Kenyans"]


def test_who_is_let_go_to_a_state_did_not_leave_its_custody() -> None:
    """ "The Front released X to the Danish government … X was in Danish hands": only then."""
    text = "The Front released Omar Idris to the Danish government. Idris was in Danish hands by noon."
    assert "Denmark" not in only("RELEASE", text).names("from")
