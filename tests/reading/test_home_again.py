"""What shows that somebody is out: a night at home, the gate, a prison's bare name; and whom grace is for."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type

HELD = " They had been held in Sfax for 60 days."


def freed(text: str) -> set[str]:
    """Who is told as freed."""
    found = [c for c in of_type("RELEASE", text) if c.mode == "performed"]
    return {n for c in found for n in (*c.names("person"), *c.names("group"))}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mate Vito Dann and Omar Lind slept at home on Thursday." + HELD, {"Vito Dann", "Omar Lind"}),
        ("Omar Lind, who was jailed in May, spent the night in his own bed.", {"Omar Lind"}),
        ("The minister slept at home on Monday. Nine miners were held in the camp.", set()),
        ("Omar Lind is held under house arrest and sleeps at home.", set()),
        (
            "Omar Lind, who was jailed in May, slept at home on Monday when soldiers broke in.",
            set(),
        ),
        ("Omar Lind, who was held in 2020, was asleep at home when police came on Monday.", set()),
    ],
)
def test_who_was_held_and_slept_at_home_is_out(text: str, who: set[str]) -> None:
    """One night at home of somebody told as held; a habit may be house arrest, police may end the night."""
    assert freed(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Nine dockers left prison. The lawyer said her client, Omar Lind, was first through the gate.",
            True,
        ),
        ("Nine dockers left prison. Her client Omar Lind came first through the gate.", True),
        ("Nine dockers left prison. The guard Omar Lind was first through the gate.", False),
        ("Nine dockers left prison. The docker Omar Lind was the last to walk out of the prison gate.", True),
        ("Nine dockers left prison. Omar Lind was first through the gate of the consulate.", False),
        ("Nine dockers left prison. Omar Lind walked through the gates of Malak prison on Monday.", True),
        ("Nine dockers left prison. Omar Lind was carried past the crowd out of the door.", False),
    ],
)
def test_who_came_through_the_gate_is_out(text: str, who: bool) -> None:
    """Through the gate of a prison that is spoken of; guards and lawyers go through it too."""
    assert ("Omar Lind" in freed(text)) is who


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("The king pardoned the poet Omar Lind on Monday. He left Dornhall the same evening.", True),
        ("The king pardoned the poet Omar Lind on Monday. He left El Kerr that very night.", True),
        ("The king pardoned the poet Omar Lind on Monday. He left Paris the same evening.", False),
        ("The envoy Omar Lind met two prisoners. He left Dornhall the same evening.", False),
    ],
)
def test_the_pardoned_left_a_prison_called_by_its_name(text: str, out: bool) -> None:
    """The same day, and no country or town that is known: a prison needs no word for it."""
    assert bool(freed(text)) is out


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The amnesty law took effect on Sunday. Some 400 convicts fall under it.", {(380, 420)}),
        ("About 600 convicts fall under the amnesty.", {(570, 630)}),
        ("The law on fisheries took effect on Sunday. Some 400 boats fall under it.", set()),
        ("The king is to decree an amnesty on Sunday. Some 400 convicts fall under it.", set()),
        ("Parliament refused to pass an amnesty. Some 400 convicts would fall under it.", set()),
        ("The amnesty took effect on Sunday. The bank came under pressure.", set()),
    ],
)
def test_who_falls_under_an_act_of_grace(text: str, counts: set[tuple[float, float]]) -> None:
    """CODEBOOK D4: whom it is for, whether or not they have walked out."""
    found = of_type("CLEMENCY", text)
    assert {(c.quantity.lo, c.quantity.hi) for c in found if c.quantity} == counts
    assert not of_type("RELEASE", text)
