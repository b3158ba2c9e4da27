"""What is set for a day, what a denial in few words takes back, and what money is charged."""

from __future__ import annotations

import pytest
from tests.reading.reports import OUR_WORLD, article, of_type


@pytest.mark.parametrize(
    ("type_", "sentence"),
    [
        ("TALKS", "The two delegations' talks reopen on 3 June."),
        ("TALKS", "The next round of talks takes place in Dorn next week."),
        ("TALKS", "The talks begin on Monday in Dorn."),
        ("TALKS", "Talks between the two sides reconvene on 20 March."),
        ("SANCTION_EASE", "Sanctions on the Osmian bank expire on 1 October."),
    ],
)
def test_what_the_simple_present_sets_for_a_day_is_intended(type_: str, sentence: str) -> None:
    """A calendar tells what lies ahead in the present tense."""
    assert {c.mode for c in of_type(type_, f"{OUR_WORLD} {sentence}")} == {"intended"}


@pytest.mark.parametrize(
    ("sentence", "day"),
    [("The talks resume on 11 September.", "09-11"), ("The talks begin on Monday.", "03-09")],
)
def test_the_day_that_is_set_lies_ahead(sentence: str, day: str) -> None:
    """The next of that name, and not the last."""
    report = article(f"{OUR_WORLD} {sentence}")
    (claim,) = (c for c in of_type("TALKS", report) if c.mode == "intended")
    assert claim.time is not None
    assert claim.time.start is not None
    assert claim.time.start > (report.published or "")
    assert claim.time.start.endswith(day)


@pytest.mark.parametrize(
    ("type_", "sentence"),
    [
        ("TALKS", "The talks resumed on Monday."),
        ("TALKS", "The talks begin in Dorn."),
        ("TALKS", "The talks resume today."),
        ("TALKS", "Talks between Varland and Osmia have begun on Monday."),
        ("RELEASE", "Prisoners leave the jail in Dorn on Saturday."),
        ("RELEASE", "Nine prisoners start to leave the jail in Dorn on Saturday."),
    ],
)
def test_what_is_past_has_no_day_or_shows_a_picture_is_done(type_: str, sentence: str) -> None:
    """Another tense, today, no day, the caption of a photograph."""
    told = [c for c in of_type(type_, f"{OUR_WORLD} {sentence}") if c.span.start > len(OUR_WORLD)]
    assert "intended" not in {c.mode for c in told}
    assert told


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday we wrote that 45 prisoners had been released by Varland. They have not.",
        "A post said that the pilot Ivo Renn had been freed. He hasn’t.",
        "Some channels reported that 45 prisoners had been released. They were not.",
        "A website said that the pilot Ivo Renn was freed. This information does not match the facts.",
    ],
)
def test_a_denial_in_few_words_takes_back_what_was_heard(text: str) -> None:
    """ "They have not.": the verb is left out, and means the one before."""
    assert {c.mode for c in of_type("RELEASE", text)} == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "We wrote that 45 prisoners had been released by Varland. They have not spoken of it.",
        "Varland released 45 prisoners on Monday. They have not.",
        "A post said that the pilot Ivo Renn had been freed. He was not well, his wife said.",
    ],
)
def test_a_denial_of_something_else_takes_nothing_back(text: str) -> None:
    """A sentence that goes on tells of another deed; a plain telling was not hearsay."""
    assert "denied" not in {c.mode for c in of_type("RELEASE", text)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The builder, Bruvik, was charged with a fine of nine crowns.",
        "Visitors are charged a fee of nine crowns.",
        "The owners were charged double rent for the hall.",
        "The driver was charged a late fee.",
    ],
)
def test_who_is_charged_money_is_not_accused(sentence: str) -> None:
    """Fines, fees and rents are charged too."""
    assert not of_type("SENTENCE", f"{OUR_WORLD} {sentence}")


@pytest.mark.parametrize(
    "sentence",
    ["The driver was charged with fraud.", "Prosecutors charged two builders with spying."],
)
def test_who_is_charged_with_a_crime_is_accused(sentence: str) -> None:
    """The same verb with a crime."""
    assert of_type("SENTENCE", f"{OUR_WORLD} {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Two guests of the mayor were held hostage in a ballroom in Dorn in May 1999.",
        "Gunmen held nine patrons hostage on Friday.",
    ],
)
def test_guests_and_patrons_are_people_who_can_be_held(sentence: str) -> None:
    """Where the words say that they are held."""
    assert of_type("DETAIN", sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Nine guests left the hotel in Dorn on Monday.", "The guests of the embassy were held up by rain."],
)
def test_guests_who_come_and_go_are_neither_held_nor_freed(sentence: str) -> None:
    """A hotel is no prison."""
    assert not [*of_type("DETAIN", sentence), *of_type("RELEASE", sentence)]


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("The Senate blocked a bill that lifted sanctions on the Osmian bank.", "denied"),
        ("Senators introduced a bill that lifts sanctions on the Osmian bank.", "intended"),
        ("A bill that lifts sanctions on the Osmian bank is before the Senate.", "intended"),
        ("Parliament passed a bill that lifts sanctions on the Osmian bank.", "performed"),
        ("The king signed a law that lifts sanctions on the Osmian bank.", "performed"),
    ],
)
def test_what_a_bill_does_is_done_once_it_is_passed(sentence: str, mode: str) -> None:
    """READING 10: a bill before a house, or one that is blocked, eases nothing."""
    assert {c.mode for c in of_type("SANCTION_EASE", sentence)} == {mode}
