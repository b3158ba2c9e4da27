"""What a tie is said of, where its own report tells no act on one of its sides."""

from __future__ import annotations

import pytest
from tests.reading.reports import told


def ends(text: str) -> set[str]:
    """What the ties of a report are said of."""
    return {n for c in told(text) if c.type == "LINKAGE" for n in c.names("about")}


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("There was no deal over the nine dockers, the prime minister told reporters.", {"nine dockers"}),
        ("The waiver was issued in return for the six nurses, a diplomat said.", {"six nurses"}),
        ("Nothing was given for the skippers Ada Orlu and Ben Roth, he said.", {"Ada Orlu", "Ben Roth"}),
        ("The licence has no connection with the three Danish pilots.", {"licence", "three Danish pilots"}),
        ("The minister said nothing had been exchanged for the 31 men.", {"31 men"}),
    ],
)  # fmt: skip
def test_it_is_said_of_the_people_and_steps_in_its_own_words(text: str, about: set[str]) -> None:
    """By name, as a group, or by the noun for a step."""
    assert ends(text) >= about


@pytest.mark.parametrize(
    "text",
    [
        "The dockers landed at noon. It was a swap, a lawyer said.",
        "It was a swap, a lawyer said. The dockers landed at noon.",
        "The ministry denies it all. The two matters had been settled together, said the dockers' union.",
    ],
)
def test_where_its_sentence_names_nobody_it_is_said_of_whom_the_report_names(text: str) -> None:
    """Before or behind it."""
    assert any("dockers" in n for n in ends(text))


@pytest.mark.parametrize(
    "text",
    [
        "Chile freed six dockers in return for the lifting of sanctions, the ministry said.",
        "The envoy met the dockers after a deal.",
        "Chile freed six dockers in 2014 in exchange for grain.",
    ],
)
def test_a_tie_between_acts_that_are_told_needs_no_more(text: str) -> None:
    """Nor does order in time, nor what happened long ago."""
    assert ends(text) == set()


def test_who_says_so_is_not_what_it_is_said_of() -> None:
    """Nor are those whom it is told."""
    text = "There was no deal over the nine dockers, Ada Orlu told the reporters."
    assert ends(text) == {"nine dockers"}
