"""Bare numbers as subjects that the parse hides; who is "the accused"; who dies before a release."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

from detente.records import Claim

MONDAY = "Chad freed 30 writers on Monday. "


def rest(text: str) -> list[Claim]:
    """What is told besides the release of Monday."""
    return [c for c in told(MONDAY + text) if c.span.start >= len(MONDAY)]


@pytest.mark.parametrize(
    ("text", "type_", "number"),
    [
        ("On our list 97 remain inside.", "CUSTODY_STATE", 97),
        ("In Chad 40 remain behind bars.", "CUSTODY_STATE", 40),
        ("By its count 22 were freed on Monday.", "RELEASE", 22),
        ("Of its members in Abéché 14 are still held.", "CUSTODY_STATE", 14),
        ("At the port twelve walked free.", "RELEASE", 12),
        ("All 30 left prison by noon, an official said.", "RELEASE", 30),
        ("Some 20 left custody at dawn.", "RELEASE", 19),
        ("The other 12 left jail on Friday.", "RELEASE", 12),
        ("Only 7 left detention that day.", "RELEASE", 7),
    ],
)
def test_a_number_before_its_verb_is_the_subject(text: str, type_: str, number: int) -> None:
    """Not hung on the noun before it, nor on the prison that it left."""
    assert (type_, number) in {
        (c.type, c.quantity.lo) for c in rest(text) if c.quantity and c.polarity == "+"
    }


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 were signed two treaties.",
        "The 300 left prison guards alone.",
        "On page 97 remain some errors.",
        "They left prison doors open.",
    ],
)
def test_no_number_of_people_acts(text: str) -> None:
    """Years, pages, guards and doors."""
    assert not [c for c in rest(text) if c.type in ("RELEASE", "CUSTODY_STATE")]


@pytest.mark.parametrize(
    ("text", "type_", "name"),
    [
        ("The other accused, Omar Lind, remains in prison No. 8.", "CUSTODY_STATE", "Omar Lind"),
        ("The second convicted, Ana Dorn, was freed on Friday.", "RELEASE", "Ana Dorn"),
        ("The third accused, Ali Toure, is still held.", "CUSTODY_STATE", "Ali Toure"),
        ("The other detained, Paul Behn, walked free.", "RELEASE", "Paul Behn"),
        ("The last accused, Ines Roth, left prison at dawn.", "RELEASE", "Ines Roth"),
    ],
)
def test_the_other_accused_is_a_person(text: str, type_: str, name: str) -> None:
    """A participle with an article and a name behind it is a noun."""
    assert name in {n for c in rest(text) if c.type == type_ for n in c.names("person")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The tenth, Omar Lind, died in the infirmary, the day before he was to walk free.", "Omar Lind"),
        ("The baker Ana Dorn died on Tuesday, two days before she was to be released.", "Ana Dorn"),
        ("Paul Behn died in hospital a week before his release.", "Paul Behn"),
        ("Ines Roth died the night before she was due to be freed.", "Ines Roth"),
        ("Ali Toure died hours before he was to leave prison.", "Ali Toure"),
        ("Sara Holm died shortly before she was set for release.", "Sara Holm"),
    ],
)
def test_who_dies_before_a_release_dies_in_custody(text: str, name: str) -> None:
    """Who was to be freed was held."""
    assert name in {n for c in rest(text) if (c.type, c.sub) == ("HARM", "death") for n in c.names("person")}


@pytest.mark.parametrize(
    "text",
    [
        "The baker Ana Dorn died a day before she was to be married.",
        "The singer Ana Dorn died a month before her release of a new record.",
        "Ana Dorn died after her release.",
    ],
)
def test_no_death_in_custody(text: str) -> None:
    """Before a wedding or a record, and after the release."""
    assert not [c for c in rest(text) if c.type == "HARM"]


@pytest.mark.parametrize("body", ["coast guard", "border guard", "police", "navy", "army"])
def test_who_is_handed_to_guards_of_a_state_is_handed_over(body: str) -> None:
    """A guard of a state keeps people, as its police does."""
    (moved,) = [c for c in rest(f"Nine fishermen were handed to the Indian {body} on Monday.") if c.quantity]
    assert (moved.type, moved.sub, moved.names("to")[0]) == ("TRANSFER", "handover", f"Indian {body}")


@pytest.mark.parametrize(
    "text",
    [
        "Nine of the ten came out on Friday. The tenth, Omar Lind, was ill.",
        "Five of the six nuns were freed. The sixth, Ana Dorn, is in a clinic.",
        "Six men were freed on Friday. The sixth, Paul Behn, died in custody that day.",
        "Two of the three clerks walked free. The third, Ines Roth, signed nothing.",
        "Eleven of the twelve were let go. The last, Ali Toure, was taken to court.",
    ],
)
def test_whoever_is_told_behind_a_part_may_be_the_one_who_stays(text: str) -> None:
    """Of nine of ten the tenth is none; nobody who dies in custody comes out."""
    names = {n for c in told(text) if c.type == "RELEASE" and c.polarity == "+" for n in c.names("person")}
    assert not names


def test_the_sixth_of_six_who_come_out_is_one_of_them() -> None:
    """Told in turn behind the whole group."""
    text = "Six men were freed on Friday. The sixth, Paul Behn, left last."
    assert "Paul Behn" in {n for c in told(text) if c.type == "RELEASE" for n in c.names("person")}
