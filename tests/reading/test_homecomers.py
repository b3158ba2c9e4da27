"""Whom a report shows come out, of a group that it has told as freed, is freed by name."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type

OPENING = (
    "Nine weavers were freed from the jail in Dorn on Monday, their union said. They had been held since May."
)


def freed(text: str) -> list[str]:
    """Who is told by name as freed."""
    claims = [c for c in of_type("RELEASE", f"{OPENING} {text}") if c.mode == "performed"]
    return sorted({n for c in claims for n in c.names("person")})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The first to embrace her people was Ada Orlu, 52.", ["Ada Orlu"]),
        ("Behind came Ada Orlu, then the catechist Ben Roth.", ["Ada Orlu", "Ben Roth"]),
        ("With them walked the cook Ada Orlu and a dyer, Ben Roth.", ["Ada Orlu", "Ben Roth"]),
        ("The ninth, Ada Orlu, 67, left in an ambulance.", ["Ada Orlu"]),
        ("The oldest of them, Ada Orlu, was carried by her sons.", ["Ada Orlu"]),
        ("Ada Orlu, 58, the oldest of the nine, knelt and kissed the ground.", ["Ada Orlu"]),
        ("Ada Orlu, a dyer, returned on Tuesday morning to her parents' home.", ["Ada Orlu"]),
        ("Brothers Ole and Ivo Dahl went straight to the cemetery.", ["Ivo Dahl", "Ole Dahl"]),
        ("Ben Roth was met by his daughters. Ada Orlu was driven home.", ["Ada Orlu", "Ben Roth"]),
    ],
)
def test_who_is_shown_coming_out_or_home_is_one_of_the_freed(text: str, names: list[str]) -> None:
    """In turn, by an ordinal, or by what one does who has been away."""
    assert freed(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "His wife, Elvira Dahl, knelt and kissed the ground.",
        "The mayor, Ada Orlu, went home at noon.",
        "Minister Ada Orlu was welcomed home by the crowd.",
        "Behind came his mother, Ada Orlu.",
        "Ada Orlu, whose son was among them, fell to her knees.",
        "The first to speak of the arrests was Ada Orlu.",
        "The last to be arrested was Ada Orlu.",
        "Ada Orlu, a lawyer, read out a statement.",
        "Ada Orlu had waited at the gate since dawn.",
        "After him came a decade of silence.",
        "The first to greet them at the gate was Ada Orlu, their lawyer.",
        "The first to break the news was Ada Orlu of Radio Dorn.",
        "The last to visit the jail was Ada Orlu.",
        "Behind them walked Ben Roth, who had negotiated the release.",
        "Next came the ambassador of Chad, Ole Dahl.",
        "Ben Roth, a reporter, returned home after covering the release.",
        "Ben Roth came out in favour of a wider amnesty.",
        "Ben Roth came first in a poll on Sunday.",
        "Ben Roth stepped down as head of the jail.",
        "Ben Roth got home from work to find his wife on the sofa.",
        "Ben Roth had returned home from Chad in May.",
        "Ben Roth was met by his party's supporters.",
        "Ada Orlu went home without her husband.",
        "Ada Orlu was reunited with her son, one of the nine.",
        "The youngest, Ada Orlu, did not come out.",
        "The last, Ada Orlu, is still held.",
    ],
)
def test_who_waits_speaks_or_governs_is_none_of_the_freed(text: str) -> None:
    """Relatives, people of office, lawyers, and whoever is only there."""
    assert freed(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The first to hug his children was Ben Roth, 41.", "Ben Roth"),
        ("The last to step off the bus was Ada Orlu.", "Ada Orlu"),
        ("Ada Orlu, a doctor, was met by her sisters.", "Ada Orlu"),
        ("Ben Roth came first.", "Ben Roth"),
    ],
)
def test_what_only_one_of_the_freed_does_shows_who_it_is(text: str, name: str) -> None:
    """The same words as of those who wait, where nothing says that somebody only stands beside them."""
    assert freed(text) == [name]


def test_of_nobody_told_as_freed_nobody_is_shown() -> None:
    """Without a group that came out, a homecoming is anybody's."""
    text = "The union held its congress on Monday. Ada Orlu, 58, knelt and kissed the ground."
    assert of_type("RELEASE", text) == []


def test_more_than_were_freed_are_not_shown() -> None:
    """Two were freed: a third who goes home is somebody else."""
    text = (
        "Two weavers, Ben Roth and Ira Dann, were freed on Monday. Ada Orlu, 58, knelt and kissed the ground."
    )
    assert "Ada Orlu" not in {n for c in of_type("RELEASE", text) for n in c.names("person")}


def test_who_comes_home_is_none_of_those_who_went_the_other_way() -> None:
    """ "They were swapped for two clerks. Ada Orlu kissed the ground": she is one of those who came."""
    text = (
        "Seven Danes were freed in Chad on Friday. They were swapped for two clerks, the union said. "
        "Ada Orlu, 27, kissed the tarmac in Oslo."
    )
    told = {c.names("group")[0]: c.names("person") for c in of_type("RELEASE", text) if c.names("group")}
    assert told["two clerks"] == ()
    assert told["Seven Danes"] == ("Ada Orlu",)
