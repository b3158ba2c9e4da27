"""What a report of a release tells beside it, and is none: counts of those held, promises, loans."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

FREED = "The emir freed nine clerks."
DONE = frozenset({"performed", "background"})


def said(text: str, *types: str) -> list[str]:
    """The rules by which a text tells a deed of these types as done."""
    return [c.rule for c in told(text) if c.type in types and c.mode in DONE]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("A watchdog counts 54 foreigners held in all, 11 of them Danes.", 0),
        ("The envoy has spoken of 16 citizens left there.", 0),
        ("A charity spoke of 63 people in detention.", 0),
        ("A charity counts 12 bakers jailed for their views.", 0),
        ("A charity counts 12 bakers behind bars.", 0),
        ("A charity spoke of 63 bakers.", 1),
        ("A watchdog counts 54 prisoners.", 1),
    ],
)
def test_who_is_counted_as_held_is_not_freed(text: str, counted: int) -> None:
    """CODEBOOK D3: a stock is no flow."""
    assert len(said(f"{FREED} {text}", "RELEASE")) == counted + 1


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("The guards told him they'd free him on Monday.", 0),
        ("The guards said they’d freed him on Monday.", 1),
        ("Two of the bakers did not believe in their release.", 0),
        ("Few believed in the release of the others.", 0),
    ],
)
def test_what_is_said_of_a_release_is_not_yet_one(text: str, done: int) -> None:
    """ "They'd free him" is *would*, "they'd freed him" is *had*; what nobody believes in may not come."""
    assert len(said(f"{FREED} {text}", "RELEASE")) == done + 1


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The rebels let go ten men, four soldiers and six police officers.", [10]),
        ("The rebels freed ten captives, four cooks and six drivers, on Monday.", [10]),
        ("The rebels freed ten captives, four cooks and seven drivers.", [10, 4, 7]),
    ],
)
def test_parts_that_make_up_the_whole_are_told_once(text: str, counts: list[int]) -> None:
    """CODEBOOK §8.18: ten men who are four and six are ten."""
    found = [c.quantity.lo for c in told(text) if c.type == "RELEASE" and c.quantity is not None]
    assert found == counts


def test_others_freed_are_no_two() -> None:
    """ "Others pardoned include X and Y": an open list, and no count."""
    claims = told(f"{FREED} Others pardoned include Omar Ost and Ada Lind, who were jailed in 2016.")
    assert [c.quantity for c in claims if c.type == "CLEMENCY"] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "Chad released some 50 objects for the show.",
        "Chad released 30 paintings to the museum.",
        "A second charge, of theft, was dropped.",
        "One charge was dropped.",
    ],
)
def test_things_and_single_charges_free_nobody(text: str) -> None:
    """CODEBOOK D5: property; D4: who faces another charge yet is spared none."""
    assert len(said(f"{FREED} {text}", "RELEASE", "CLEMENCY")) == 1


@pytest.mark.parametrize(
    ("text", "imposed"),
    [
        ("The sanctions imposed by courts are listed in the table.", 0),
        ("Omar Ost, who is accused of violating sanctions placed on Chad, was freed.", 0),
        ("Omar Ost is accused of breaching sanctions imposed on Chad in 2012.", 0),
        ("Omar Ost spoke of the sanctions imposed on Chad in 2012.", 1),
        ("The sanctions imposed by Norway on Chad are old.", 1),
    ],
)
def test_what_was_broken_is_only_named(text: str, imposed: int) -> None:
    """A charge names the measure; penalties of courts are no measures of a state."""
    assert len(said(f"{FREED} {text}", "SANCTION_IMPOSE")) == imposed


def test_the_year_of_the_protest_is_not_that_of_the_release() -> None:
    """ "Walked out after serving four years for a protest in 2013": the year hangs on the protest."""
    text = "Omar Ost walked out after serving four years on charges of arson at a protest in 2013."
    (claim,) = [c for c in told(f"{FREED} {text}") if c.rule == "release.walk_free"]
    assert claim.mode == "performed"
