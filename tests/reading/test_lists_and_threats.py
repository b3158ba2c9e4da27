"""Measures and talks told in passing: on its list and off it, or face sanctions, a team that negotiated."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

from detente.records import TypeName


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        (
            "OFAC put the three mills on its Specially Designated Nationals and Blocked Persons (SDN) List.",
            "SANCTION_IMPOSE",
            "performed",
        ),
        ("The UN put the chief of the prison on its list on Monday.", "SANCTION_IMPOSE", "performed"),
        ("The EU put Chad on its list of safe countries.", "SANCTION_IMPOSE", None),
        (
            "The refinery was listed by the Treasury for being run by a general.",
            "SANCTION_IMPOSE",
            "performed",
        ),
        ("The shop was listed by a guide for its cakes.", "SANCTION_IMPOSE", None),
        (
            "Over 100 mills that were on the SDN list only under the old law have been taken off it.",
            "SANCTION_EASE",
            "performed",
        ),
        ("The bread was on the table and has been taken off it.", "SANCTION_EASE", None),
        (
            "The bloc told the junta of Chad to free the nurses or face sanctions.",
            "SANCTION_IMPOSE",
            "hypothetical",
        ),
        ("Chad must free them or face sanctions, the bloc said.", "SANCTION_IMPOSE", "hypothetical"),
        ("Chad would risk an embargo, the envoy said.", "SANCTION_IMPOSE", "hypothetical"),
        ("The nurses faced sanctions from their matron.", "SANCTION_IMPOSE", None),
        (
            "The bloc has suspended for four months the asset freezes and travel bans on 170 officers.",
            "SANCTION_EASE",
            "performed",
        ),
        ("In May a team of officials negotiated in Oslo about the prisoners.", "TALKS", "performed"),
        ("A team of bakers negotiated the price of flour.", "TALKS", None),
    ],
)
def test_a_measure_is_told_in_passing(text: str, type_: TypeName, mode: str | None) -> None:
    """CODEBOOK S1, S2, T1: one claim at most, and none of what only sounds like it."""
    modes = {c.mode for c in told(text) if c.type == type_}
    assert modes in ({mode}, {"background"} if mode == "performed" else {mode}) if mode else not modes


def test_who_is_taken_off_a_list_is_not_arrested() -> None:
    """ "Taken off it" leads nobody away."""
    text = "Chad holds nine men. Two banks were on the sanctions list; they have been taken off it."
    assert not [c for c in told(text) if c.type == "DETAIN"]


def test_who_travels_with_others_is_not_freed() -> None:
    """ "Holt and others flew to Chad": others of whom nothing was told go with somebody not held."""
    text = "Chad freed three Danes. Ira Holt and others travelled to Oslo to prepare a meeting."
    assert not [c for c in told(text) if c.type == "TRANSFER"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The minister spoke at a ceremony for Ada Lind, arrested in 2005.", ["Ada Lind"]),
        (
            "Also free are Ada Lind, who is ill, as well as Omar Ost and Per Rogn, both arrested in May.",
            ["Omar Ost", "Per Rogn"],
        ),
    ],
)
def test_who_was_arrested_stands_nearest(text: str, names: list[str]) -> None:
    """The name before the comma, and of a row of names the last two."""
    (claim,) = [c for c in told(f"Chad holds nine men. {text}") if c.type == "DETAIN"]
    assert list(claim.names("person")) == names
