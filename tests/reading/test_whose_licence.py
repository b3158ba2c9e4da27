"""Whose licence it is, who may deal by it, and with whom."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

from detente.records import Claim


def measures(text: str) -> list[Claim]:
    """What is told of sanctions."""
    return [c for c in told(text) if c.type.startswith("SANCTION")]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Treasury today issued a licence allowing dealings with Osmia Rail.", "United States"),
        ("Treasury on Monday issued General License 9, authorizing imports of shrimp.", "United States"),
        ("The Treasury's licence permits UK insurers to cover Osmia Lines until May.", "United Kingdom"),
        ("The Treasury in London has issued a waiver for the refinery.", "United Kingdom"),
        ("The Treasury issued a licence for the mine. American firms had asked for it.", "United States"),
        ("British banks may deal with Osmia Rail again: the Treasury issued a licence.", "United Kingdom"),
    ],
)
def test_a_treasury_is_that_of_a_state(text: str, state: str) -> None:
    """By its name alone that of the United States; with an article, of whichever of two states is named."""
    assert {state} == {n for c in measures(text) for n in c.names("authority") if n.startswith("United")}


@pytest.mark.parametrize(
    "text",
    [
        "The Treasury issued a licence allowing dealings with Osmia Rail.",
        "The Treasury issued a licence. British and American banks may deal with Osmia Rail.",
        "The Varland treasury issued a licence allowing dealings with Osmia Rail.",
    ],
)
def test_which_treasury_is_not_guessed(text: str) -> None:
    """Where neither state is named, or both are, or another one."""
    assert not [n for c in measures(text) for n in c.names("authority") if n.startswith("United")]


@pytest.mark.parametrize(
    ("text", "who", "target"),
    [
        ("The Treasury's licence permits UK insurers to cover Osmia Lines.", "insurers", "Osmia Lines"),
        ("A general licence allows Danish firms to trade with Osmia Rail until June.", "firms", "Osmia Rail"),
        ("The waiver permits Swiss banks to deal with Osmia Salt for a year.", "banks", "Osmia Salt"),
        ("A general licence allows French yards to repair ships of Osmia Lines.", "yards", "Osmia Lines"),
        ("A general licence permits Kenyan traders to deal with Osmia Farms.", "traders", "Osmia Farms"),
    ],
)
def test_who_may_deal_is_not_who_is_dealt_with(text: str, who: str, target: str) -> None:
    """The licence's holder is no target of the measure."""
    found = {n for c in measures(text) for n in c.names("target")}
    assert target in found
    assert not [n for n in found if who in n]


def test_a_licence_that_names_only_who_may_act_is_theirs() -> None:
    """ "A licence that lets Venezuela produce oil": nobody else is told to be hit."""
    assert "Venezuela" in {
        n
        for c in measures("Treasury issued a licence that lets Venezuela produce oil.")
        for n in c.names("target")
    }


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("OFAC issued General License 4 authorizing the sale of spare parts to Osmia Rail.", "Osmia Rail"),
        ("Treasury issued General License 9, authorizing imports of shrimp from Verde Foods.", "Verde Foods"),
        ("The Council banned exports of steel to Osmia Rail.", "Osmia Rail"),
        ("London banned imports of coal from Varland Mines.", "Varland Mines"),
        ("The ministry banned exports of tyres to Osmia Motors.", "Osmia Motors"),
    ],
)
def test_goods_go_to_or_come_from_whom_the_measure_is_on(text: str, target: str) -> None:
    """ "Imports of shrimp from X" is aimed at X."""
    assert target in {n for c in measures(text) for n in c.names("target")}
