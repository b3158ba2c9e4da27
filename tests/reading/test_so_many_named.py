"""Groups of so many, named further on or further back by the one list of as many names in the report."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

FAR = 'The owners said nothing of money. No word came from the army. "We are glad," a nun told the radio. '


def people(text: str, *kinds: str) -> set[str]:
    """Whom the claims of these types name, but those that deny it."""
    return {n for c in told(text) if c.type in kinds and c.mode != "denied" for n in c.names("person")}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Rebels let go two Danish welders on Monday, their union said. " + FAR
            + "Ola Krag and Ben Roth were captured on 2 January, when fighters stopped a convoy."
        ),
        (
            "Varland on Monday set free the Danish welder Ola Krag and his compatriot Ben Roth, and Denmark "
            "released Issa Mane. Mane flew home. At dusk the two Danes were released to a bishop."
        ),
        (
            "Ira Dann's arrest came a week after that of two other Danes, the welder Ola Krag and the driver "
            "Ben Roth. Varland should release both men, a union said on Monday."
        ),
        (
            "Varland freed two Danes on Monday, as told in Oslo. " + FAR + "The two, welder Ola Kim Krag, "
            "60, and farming adviser Ms. Ben Lee Roth, 45, walked over the line on Sunday."
        ),
    ],
)  # fmt: skip
def test_a_group_has_the_names_of_the_one_list_of_as_many(text: str) -> None:
    """However far off it stands, before or behind, where the people can be the same; always inferred."""
    freed = [c for c in told(text) if c.type == "RELEASE" and c.names("group")]
    assert freed
    for c in freed:
        assert {name.split()[-1] for name in c.names("person")} == {"Krag", "Roth"}
        assert all(f.inferred for f in c.roles["person"])


def test_their_names_are_given_behind_a_colon() -> None:
    """ "Their names, as given by Oslo: …"; and what is told of as many of that nation is told of them."""
    text = (
        "14:05 The plane with the three Danes has landed in Oslo, an official says.\n\n"
        "13:30 Their names, as given by Oslo: Ola Krag, Ben Roth and Ida Holt.\n\n"
        "12:10 Varland frees three Danish citizens from a jail in Dorn."
    )
    for kind in ("TRANSFER", "RELEASE"):
        assert people(text, kind) == {"Ola Krag", "Ben Roth", "Ida Holt"}


@pytest.mark.parametrize(
    "behind",
    [
        "Police later arrested Ola Krag and Ben Roth over the kidnapping.",
        "A court in Dorn jailed Ola Krag and Ben Roth in January over a kidnapping.",
        "Ola Krag and Ben Roth are still held in Dorn.",
        "The kidnappers, named as Ola Krag and Ben Roth, were arrested on Friday.",
        "Ola Krag and Ben Roth were arrested in January. Two teachers were expelled with them.",
        "Ola Krag and Ben Roth were arrested in May. Ida Holt and Jon Marr were arrested in June.",
    ],
)
def test_others_of_that_number_lend_no_names(behind: str) -> None:
    """Newly taken, in other hands, of another calling, held yet; or one of two such lists."""
    assert not people("Rebels freed two nurses on Monday. " + FAR + behind, "RELEASE")


@pytest.mark.parametrize("whom", ["The guards who had beaten them", "The bandits who stormed the hospital"])
def test_those_who_did_it_are_not_the_freed(whom: str) -> None:
    """Names behind a noun of captors, guards or officials, with a clause between."""
    text = f"Two nurses were freed on Monday. {whom}, Ola Roth and Ben Krag, were jailed."
    assert [list(c.names("person")) for c in told(text) if c.type == "RELEASE"] == [[]]


def test_those_newly_arrested_are_not_those_once_freed() -> None:
    """ "Police arrested two teachers. Last year the writers X and Y were pardoned"."""
    text = (
        "Police arrested two teachers on Monday. "
        + FAR
        + "Last year Varland pardoned the writers Ola Krag and Ben Roth."
    )
    assert not people(text, "DETAIN")


def test_a_group_told_as_new_behind_the_names_is_another() -> None:
    """Only "the two" or "both" points back; "two nurses" told anew may be anybody."""
    text = (
        "Ola Krag and Ben Roth were arrested in Dorn in January. "
        + FAR
        + "Varland freed two nurses on Monday."
    )
    assert not people(text, "RELEASE")


@pytest.mark.parametrize(
    "behind",
    [
        "Ola Krag and Ben Roth are in good health.",
        "Ola Krag and Ben Roth were accused of spying, the union said.",
        "The union said nothing of money. Ola Krag and Ben Roth flew to Oslo at night.",
    ],
)
def test_as_many_new_names_that_open_the_next_sentence_are_theirs(behind: str) -> None:
    """Where the names are told as well, accused or on their way; always inferred."""
    freed = [c for c in told(f"Two welders were let go on Monday. {behind}") if c.type == "RELEASE"]
    assert {name for c in freed for name in c.names("person")} == {"Ola Krag", "Ben Roth"}
    assert all(f.inferred for c in freed for f in c.roles["person"])


@pytest.mark.parametrize(
    "behind",
    [
        "Ola Krag and Ben Roth had led the talks.",
        "Ola Krag and Ben Roth are the lawyers who worked for it.",
        "Ola Krag and Ben Roth were thanked by the envoy.",
        "Ola Krag and Ben Roth were killed in May.",
        "Ola Krag and Ben Roth were executed in 2019.",
        "Ola Krag and Ben Roth were held elsewhere.",
        "Ola Krag and Ben Roth were on hand to greet them.",
        "Ola Krag and Ben Roth arrived to meet them.",
        "Ola Krag and Ben Roth serve as judges.",
        "Ola Krag and Ben Roth spent years on it.",
        "New Dorn and Orlu Hills are in the south.",
        "Ola Krag and Ben Roth remain in custody.",
        "Ola Krag, Ben Roth and Ira Dann flew to Oslo.",
        "Envoys Ola Krag and Ben Roth flew to Oslo.",
    ],
)
def test_names_of_those_who_act_stand_beside_or_are_more_are_not_theirs(behind: str) -> None:
    """Who led the talks, was thanked or killed, came to meet them, is held or one too many; no towns."""
    assert people(f"Two welders were let go on Monday. {behind}", "RELEASE") == set()


def test_so_many_told_by_their_number_alone_may_be_anybody() -> None:
    """ "Police held two", behind two who were named: no word points back at them."""
    text = "Varland freed the Danes Ola Krag and Ben Roth. At the gate police arrested two over a fight."
    assert people(text, "DETAIN") == set()
