"""Lengths of time, games and firms that no court has a hand in; deeds only allowed, or taken back."""

from __future__ import annotations

import pytest
from tests.reading.reports import told


def done(text: str, *types: str) -> list[str]:
    """The types of what a text tells as done, of those asked for."""
    return [c.type for c in told(text) if c.type in types and c.mode in {"performed", "background"}]


@pytest.mark.parametrize(
    "sentence",
    [
        "The singer Ada Lind was awarded a one-year contract.",
        "Judges handed the two clerks a 48-hour deadline.",
        "The clerk served in parliament for 12 years.",
        "The clerk Omar Ost served two years as mayor of the town.",
        "The nurses have got a million hours of overtime.",
        "The nun gave birth to a son nine months after the wedding.",
        "The boy was given a new life.",
        "The clerks got three days off.",
        "The pilot was handed a nine-month suspension.",
    ],
)
def test_a_length_of_time_is_no_term(sentence: str) -> None:
    """READING 19: a contract, a deadline, an office and a leave are no penalties."""
    assert not done(sentence, "SENTENCE")


@pytest.mark.parametrize(
    "sentence",
    [
        "The court in Dorn gave the student six years after a closed trial.",
        "The editor Nabil Ortan got ten years of hard labour.",
        "A judge gave the editor 100 hours of community service.",
        "The doctor was handed a life sentence.",
        "A court in Dorn gave him life.",
        "The clerk Omar Ost was given a three-year sentence.",
    ],
)
def test_a_term_of_a_court_is_one(sentence: str) -> None:
    """CODEBOOK D2."""
    assert done(sentence, "SENTENCE") == ["SENTENCE"]


GAME = (
    "The captain was fined for his outburst during the third cricket Test, the match referee said. The "
    "bowler, who took four wickets in the first innings, was found guilty of using crude language and "
    "charged over alleged misconduct. His team beat the tourists in the final and goes into the next "
    "fixture of the season with a squad of fourteen players."
)
"""A report of a game."""


def test_a_game_has_no_court() -> None:
    """CODEBOOK D2: a match referee tries nobody, and who is beaten in a final is not harmed."""
    assert not done(GAME, "SENTENCE", "HARM")
    tried = "A court in Dorn fined the captain of the football team 500 dollars for insulting the president."
    assert done(tried, "SENTENCE") == ["SENTENCE"]


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("A new law allows police to detain people for two days.", False),
        ("The bill includes powers enabling soldiers to jail strikers.", False),
        ("Police are under orders to arrest the two editors.", False),
        ("The editor Ida Ost challenged the police to come and detain him.", False),
        ("The editor Omar Ost denied via Twitter reports that he had been arrested.", False),
        ("Police arrested the editor Omar Ost on Monday.", True),
    ],
)
def test_what_is_allowed_or_denied_is_not_done(sentence: str, held: bool) -> None:
    """READING 10 and 11."""
    assert bool(done(sentence, "DETAIN")) is held


@pytest.mark.parametrize(
    "text",
    [
        "Correction: an earlier post said the clerk Omar Ost had been released on Monday. He is still held.",
        "Two lawyers had announced the pardon of the clerk Omar Ost; they later withdrew the post.",
        "A paper reported the release of the clerk Omar Ost on Monday. It has since deleted the story.",
        "The jailed clerk Omar Ost had been released from hospital back to prison.",
        "Osmia asked for the measures, imposed in May over its rebels in Varland, to be lifted.",
        "The state should immediately and unconditionally free the clerk Omar Ost, who fell ill in May.",
        "Parliament passed an amnesty for 90 strikers. The law must still be signed by the president.",
        "A general amnesty is not on the agenda of the cabinet, the minister told parliament.",
    ],
)
def test_what_is_taken_back_or_to_come_frees_nobody(text: str) -> None:
    """READING 10, 11 and 23."""
    assert not done(text, "RELEASE", "CLEMENCY", "SANCTION_EASE")


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels captured one of the highest posts in the province.",
        "The skipper captured the Ardel Trophy in 1994.",
        "The deal means Osmia will take up to 90 refugees.",
        "One of the clerks was taken away in an ambulance.",
        "The twelve crew members were taken off the plane.",
    ],
)
def test_who_or_what_is_taken_is_not_held(sentence: str) -> None:
    """CODEBOOK D1: prizes, posts and patients are not in custody."""
    assert not done(sentence, "DETAIN")


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Police made nine arrests on Monday after the rally.", 9),
        ("The raid ended in 23 arrests, the union said.", 23),
        ("Nineteen arrests were made in the capital.", 19),
        ("The sweep resulted in 40 arrests.", 40),
    ],
)
def test_arrests_are_counted(sentence: str, count: int) -> None:
    """READING 2: nobody taken is named, and how many is."""
    counts = [c.quantity.lo for c in told(sentence) if c.type == "DETAIN" and c.quantity is not None]
    assert counts == [count]


@pytest.mark.parametrize(
    "sentence",
    [
        "No arrests were made after the rally.",
        "The two firms have concluded their talks on a merger.",
        "Unions and a power company will take part in talks on wages.",
        "No contact has been made with her since May.",
    ],
)
def test_nobody_in_office_talks_and_nobody_is_taken(sentence: str) -> None:
    """CODEBOOK T1: firms and unions bargain among themselves."""
    assert not [c for c in told(sentence) if c.type in {"TALKS", "DETAIN"} and c.mode != "denied"]
