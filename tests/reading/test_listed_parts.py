"""Parts counted in a list behind the whole: men and women, nationals; the whole is told once."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

from detente.records import Claim


def parts(text: str) -> dict[str, float | None]:
    """How many of what, of the people told of before."""
    listed = [c for c in told(text) if c.rule == "attribute.listed_part"]
    return {c.names("value")[0]: c.quantity.lo if c.quantity else None for c in listed}


def acts(text: str) -> list[Claim]:
    """Releases and pardons."""
    return [c for c in told(text) if c.type in ("RELEASE", "CLEMENCY")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "President Vend has pardoned 1,204 prisoners, the prisons service said: 1,010 men and 195 women.",
            {"men": 1010, "women": 195},
        ),
        (
            "Chad freed 40 sailors: 25 Indians, ten Danes and five Filipinos.",
            {"Indians": 25, "Danes": 10, "Filipinos": 5},
        ),
        ("Chad let go 61 people, 50 men and 11 women, on Friday.", {"men": 50, "women": 11}),
        (
            "Chad freed 61 people (44 men, 11 women and six children).",
            {"men": 44, "women": 11, "children": 6},
        ),
        ("On Monday 90 captives walked free: 70 women and 20 minors.", {"women": 70, "minors": 20}),
        ("A court released 19 nurses, 12 Kenyans and seven Ugandans.", {"Kenyans": 12, "Ugandans": 7}),
    ],
)
def test_a_list_behind_a_count_gives_its_parts(text: str, found: dict[str, float]) -> None:
    """By sex, age or nation; the act itself is told of the whole alone (CODEBOOK §5)."""
    assert parts(text) == found
    (act,) = acts(text)
    assert act.quantity is not None
    assert act.quantity.lo is not None
    assert act.quantity.lo > max(found.values())


@pytest.mark.parametrize(
    "text",
    [
        "Chad freed two men and three women.",
        "Chad freed 61 people; 50 men and 11 women were held in Osmia.",
        "Chad freed 61 people, and 50 men and 11 women were arrested.",
        "Chad freed nine clerks, 11 women and three men.",
        "Chad freed 61 people, 50 men and 11 women were arrested.",
        "Chad let go six trawlers: four Indian and two Bangladeshi.",
        "Chad freed 61 clerks: 12 judges and two guards had signed the order.",
    ],
)
def test_no_parts_of_the_whole(text: str) -> None:
    """No whole, too small a whole, and others of whom something else is told."""
    assert not parts(text)
