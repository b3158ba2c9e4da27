"""Where bare numbers of the freed went, to places that no list knows too."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

FREED = "Chad freed 90 traders on Monday. "


def journeys(text: str) -> set[tuple[float | None, str]]:
    """How many went, and where to as it is written."""
    moves = [c for c in told(FREED + text) if c.type == "TRANSFER"]
    return {(c.quantity.lo if c.quantity else None, c.names("to")[0]) for c in moves if c.names("to")}


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Forty went to Warsaw and 12 to Vilnius.", {(40, "Warsaw"), (12, "Vilnius")}),
        ("Fifty went to Adré and 22 to Tiné.", {(50, "Adré"), (22, "Tiné")}),
        ("Ninety came to Halden.", {(90, "Halden")}),
        ("Sixty returned to Brevik, and eleven to Skien.", {(60, "Brevik"), (11, "Skien")}),
        ("Twenty went to Workington, and ten went to Bedford.", {(20, "Workington"), (10, "Bedford")}),
        ("Thirty-one travelled to Powerstock, nine to Goz Beïda.", {(31, "Powerstock"), (9, "Goz Beïda")}),
    ],
)
def test_a_number_of_people_went_to_a_place(text: str, to: set[tuple[float | None, str]]) -> None:
    """Tens that open a sentence are numbers; a name that people go to by numbers is a place."""
    assert journeys(text) == to


@pytest.mark.parametrize(
    "text",
    [
        "Two went to Achieng, a lawyer.",
        "Eight went to Omar Said for advice.",
        "Forty went to war again.",
        "Nine went to work at once.",
        "Forty went to court on Friday.",
        "Twelve were taken to court.",
        "Adré went to Tiné.",
    ],
)
def test_nobody_went_to_a_place(text: str) -> None:
    """Who is described or has two names is a person; work, war and a court are no goals."""
    assert not journeys(text)
