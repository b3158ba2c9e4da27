"""Releases and journeys as reports tell them: by adjuncts, beside house arrest, with the verb left out."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, told

from detente.records import Claim

FREED = "Chad freed 40 Danish sailors on Monday. "


def moves(text: str) -> list[Claim]:
    """The movements of a text."""
    return of_type("TRANSFER", text)


@pytest.mark.parametrize(
    ("text", "names", "to"),
    [
        (
            "Ada Orlu and Ben Roth have returned to Denmark after years of captivity in Chad.",
            {"Ada Orlu", "Ben Roth"},
            "Denmark",
        ),
        (
            FREED + "The nurse Ada Orlu, 44, arrived in Denmark on Friday, ending five years behind bars.",
            {"Ada Orlu"},
            "Denmark",
        ),
        (
            "Ada Orlu landed in Copenhagen on Friday after a deal ended her ten months in jail.",
            {"Ada Orlu"},
            "Copenhagen",
        ),
        ("The nurse Lena Marr flew to Norway after being released.", {"Lena Marr"}, "Norway"),
        (
            "Chad freed four prisoners on Monday. Ben Roth and Omar Falk were flown to Tunis.",
            {"Ben Roth", "Omar Falk"},
            "Tunis",
        ),
    ],
)
def test_whoever_lands_after_months_in_a_cell_was_held(text: str, names: set[str], to: str) -> None:
    """Phenomenon 13: what the sentence itself says of their captivity tells whose journey it is."""
    (claim,) = moves(text)
    assert (set(claim.names("person")), to in claim.names("to")) == (names, True)


@pytest.mark.parametrize(
    "text",
    [
        FREED + "The minister, Ada Orlu, flew to Norway after months of talks.",
        FREED + "Ada Orlu flew to Norway after a week in Chad.",
        FREED + "Minister Ben Roth was flown to Tunis.",
        FREED + "His wife Lena Roth was flown to Tunis.",
        "The actor Ben Roth flew to Norway after a month-long custody battle.",
    ],
)
def test_other_travellers_were_not_held(text: str) -> None:
    """Officials, kin, and whoever comes from a visit."""
    assert not moves(text)


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("The sailors landed at Aalborg air base.", "Aalborg air base"),
        ("The sailors arrived at Aalborg military airport.", "Aalborg military airport"),
        ("The sailors landed in Raglan on Tuesday.", "Raglan"),
    ],
)
def test_where_they_land_is_a_place(text: str, to: str) -> None:
    """A base or a field by its place's name; a bare name behind "landed in"."""
    (claim,) = moves(FREED + text)
    assert to in claim.names("to")


@pytest.mark.parametrize(
    ("text", "lo", "to"),
    [
        ("Its captive rebels were taken to Goma by plane and the sailors to Mahagi by lorry.", 40, "Mahagi"),
        (
            "Thirty sailors were put on a train to Tunis on Friday, 10 to Somaliland on buses.",
            10,
            "Somaliland",
        ),
        ("Of them 30 were taken from Aden to Sanaa and 10 the other way.", 10, "Aden"),
        ("The Red Cross flew 30 sailors from Aden to Sanaa and ten in the opposite direction.", 10, "Aden"),
    ],
)
def test_journeys_with_the_verb_left_out(text: str, lo: int | None, to: str) -> None:
    """Phenomenon 4: who went elsewhere, or the other way, by the verb of the clause before."""
    last = moves(FREED + text)[-1]
    assert (last.quantity.lo if last.quantity else None, to in last.names("to")) == (lo, True)
    assert not {"plane", "lorry", "sailors"} & set(last.names("mover"))


@pytest.mark.parametrize(
    "text",
    [
        "To Niger went the bodies of three others.",
        "In the other direction went the remains of three soldiers.",
        "To Oman went the coffins of three sailors.",
    ],
)
def test_bodies_behind_their_verb(text: str) -> None:
    """ "To Niger went the bodies": the subject stands last."""
    (claim,) = [c for c in moves(FREED + text) if c.sub == "remains"]
    assert claim.quantity is not None
    assert claim.quantity.lo == 3


@pytest.mark.parametrize(
    "text",
    [
        "The dissident Ben Roth was released from prison and put under house arrest.",
        "The dissident Ben Roth was let out of jail and placed under house arrest on Friday.",
        "The dissident Ben Roth left jail on Friday but remains under house arrest.",
        "The dissident Ben Roth was freed from jail and moved to house arrest.",
    ],
)
def test_who_leaves_a_cell_for_house_arrest_is_not_freed(text: str) -> None:
    """D1: moved to it from a cell, they are held still."""
    assert not of_type("RELEASE", text)


def test_who_was_under_house_arrest_before_is_freed() -> None:
    """The release comes last."""
    text = "Ben Roth was put under house arrest in 2019 and was released on Friday."
    assert [c.names("person") for c in of_type("RELEASE", text)] == [("Ben Roth",)]


@pytest.mark.parametrize(
    "text",
    [
        "The crew was released on Saturday without any information on the terms of their release.",
        "Norway freed 40 men without giving details of their release.",
        "Norway let the nurse go without a word of explanation about her release.",
    ],
)
def test_a_release_without_details_took_place(text: str) -> None:
    """What is lacking is the word of it."""
    assert {c.mode for c in of_type("RELEASE", text)} == {"performed"}


@pytest.mark.parametrize(
    "text",
    [
        "The nurse and two monks have refused to sign letters of pardon.",
        "He would not sign the request for a pardon.",
        "The jailed monks did not sign any petition for clemency.",
    ],
)
def test_who_signs_no_plea_grants_no_pardon(text: str) -> None:
    """Pleas are signed by those who are held."""
    assert not of_type("CLEMENCY", "Chad jailed nine monks. " + text)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("The president signed pardons for 613 prisoners, but not for eight.", 8),
        ("The president issued pardons to 40 inmates but not to Ben Roth.", None),
        ("The king approved pardons for 40 inmates but not for nine nuns.", 9),
    ],
)
def test_not_for_some(text: str, apart: int | None) -> None:
    """Phenomenon 11: those behind "but not for" are told apart."""
    denied = [c for c in of_type("CLEMENCY", text) if c.mode == "denied"]
    assert [c.quantity.lo if c.quantity else None for c in denied] == [apart]


@pytest.mark.parametrize(
    "text",
    [
        "Four skiers trapped in a hut walked free on Sunday.",
        "Three walkers stranded in a cave were freed after two days.",
        "Two clerks who were trapped in a lift walked out free.",
    ],
)
def test_who_was_trapped_was_held_by_nobody(text: str) -> None:
    """Snow and caves hold no prisoners; captors do."""
    assert not of_type("RELEASE", text)


def test_hostages_trapped_are_held() -> None:
    """A theatre is no cave."""
    assert of_type("RELEASE", "Nine hostages trapped in a theatre were freed on Friday.")


@pytest.mark.parametrize("where", ["arrested in Cyprus in 2019", "who was arrested in Cyprus"])
def test_where_the_other_side_was_arrested_is_not_who_frees_him(where: str) -> None:
    """He may have been given up by another state."""
    text = f"Chad freed the banker Omar Sallah in exchange for the engineer Ben Roth, {where}."
    (other,) = [c for c in of_type("RELEASE", text) if c.names("person") == ("Ben Roth",)]
    assert not {"Cyprus"} & {*other.names("from"), *other.names("releaser")}


def test_them_are_not_those_who_seize_them() -> None:
    """ "Pirates seized them": some others."""
    for claim in told("Somali pirates captured them at sea in 2010 and released them in 2015."):
        assert "Somali pirates" not in claim.names("group")


def test_who_is_met_going_home_goes() -> None:
    """ "We met four men going home": not we."""
    found = told("Chad freed 16 veterans. On the bridge we met four men going home.")
    assert not [c for c in found if "we" in c.names("person")]


@pytest.mark.parametrize("way", ["driven from the prison straight", "taken from Koro prison"])
def test_out_of_the_gate_leads_to_no_other_prison(way: str) -> None:
    """Whoever is freed goes where he likes."""
    (claim,) = moves(f"Chad freed the poet Ben Roth. He was {way} to Abeche.")
    assert claim.sub == "cross_border"


@pytest.mark.parametrize(
    ("text", "names", "lo"),
    [
        ("Ada Orlu, along with two nurses, was released on Friday.", {"Ada Orlu"}, 3),
        (
            "Ben Roth was released along with Ira Holt and Omar Falk.",
            {"Ben Roth", "Ira Holt", "Omar Falk"},
            None,
        ),
        ("The nurse Lena Marr was released along with nine monks.", {"Lena Marr"}, 10),
    ],
)
def test_who_is_freed_along_with_others(text: str, names: set[str], lo: int | None) -> None:
    """Phenomenon 3: joined by more than an *and*."""
    last = max(of_type("RELEASE", FREED + text)[1:], key=lambda c: len(c.names("person")))
    assert (set(last.names("person")), last.quantity.lo if last.quantity else None) == (names, lo)


def test_who_is_among_the_first_is_none_of_the_others() -> None:
    """ "Four, among them X, in exchange for seven": X is one of the four."""
    text = "Iran freed four Danes, among them the nurse Ada Orlu, in exchange for the release of seven spies."
    assert [c.names("person") for c in of_type("RELEASE", text)] == [("Ada Orlu",), ()]


def test_at_home_in_a_town_is_not_out_of_it() -> None:
    """Where they live now is not where they were held."""
    (_, home) = of_type(
        "RELEASE", "Chad freed the poet Ben Roth. Roth is at home in Abeche with his children."
    )
    assert "Abéché" not in home.names("from")


def test_whom_a_state_had_captured_it_held() -> None:
    """ "Nine sailors captured by Chad were handed over": out of its hands, to whomever."""
    text = (
        "Chad and Oman swapped prisoners. Nine Omani sailors captured by Chad were handed over to the envoy."
    )
    claim = of_type("RELEASE", text)[-1]
    assert (claim.names("from"), claim.names("releaser")) == (("Chad",), ("Chad",))


def test_held_by_pirates_they_arrive() -> None:
    """The past with its *by* says who they are; they hold nobody."""
    text = "A group of 26 sailors held captive by Somali pirates for four years arrived in Nairobi on Sunday."
    assert [c.quantity.lo for c in moves(text) if c.quantity] == [26]
    assert [c.names("detainer") for c in of_type("DETAIN", text)] == [("Somali pirates",)]


def test_held_by_pirates_they_are_freed() -> None:
    """ "Held captive by X have been released": it is not they who hold."""
    text = "Nine nurses held captive for three years by gunmen have been released and flown to Oslo."
    assert not {n for c in of_type("DETAIN", text) for n in c.names("detainer")} - {"gunmen"}
    assert [c.quantity.lo for c in of_type("RELEASE", text) if c.quantity] == [9]


def test_a_player_who_is_flown_was_not_held() -> None:
    """Clubs let players go, and fly them."""
    text = "Chelsea have released captain Owen Marsh. Tom Hale was flown to Braga for a medical."
    assert not moves(text)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Chad swapped men with Mali. Two planes bring 249 to Sanaa from Aden, and 69 from Sanaa to Aden.",
            {249, 69},
        ),
        (
            "Chad freed forty men; nine crossed on two hired buses to Mali and a dozen flew on to Oslo.",
            {9, 12},
        ),
    ],
)
def test_planes_and_buses_that_carry_people_are_not_what_is_moved(text: str, counts: set[int]) -> None:
    """A bare number behind a counted vehicle is one of people."""
    assert counts <= {c.quantity.lo for c in of_type("TRANSFER", text) if c.quantity}
