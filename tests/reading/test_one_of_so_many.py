"""Who is one of so many is one of the group of that number: let go only where that group was."""

from __future__ import annotations

import pytest
from tests.reading.reports import told


def freed(text: str) -> bool:
    """Is Ada Orlu told as let go, or as brought somewhere?"""
    claims = (c for c in told(text) if c.type in ("RELEASE", "TRANSFER") and c.polarity == "+")
    return any("Ada Orlu" in c.names("person") for c in claims)


@pytest.mark.parametrize(
    "text",
    [
        "Chad freed 26 people on Monday. Ada Orlu is one of the 26.",
        "Chad freed nine teachers and four nurses on Monday. Ada Orlu is one of the four.",
        "Chad freed about 30 people on Monday. Ada Orlu is among the 31.",
        "Chad freed dozens of people on Monday. Ada Orlu is one of the 26.",
    ],
)
def test_one_of_as_many_as_were_freed_was_freed(text: str) -> None:
    """The number, or a bound that allows it, is that of people let go."""
    assert freed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad handed over 26 people on Monday. Four were turned back. Ada Orlu is one of the four.",
        "Chad freed 26 people on Monday. Four were kept back. The nurse Ada Orlu is one of the four.",
        "Chad freed more than 26 people on Monday. Four were kept back. Ada Orlu is among the four.",
    ],
)
def test_one_of_the_others_was_not(text: str) -> None:
    """Held told as freed is the worst of faults: the four are those who did not get out."""
    assert not freed(text)
