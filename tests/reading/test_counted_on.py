"""Counts that go on with the verb left out."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type


def counts(text: str, type_: str = "RELEASE") -> list[float | None]:
    """The number of each claim of a type, in order of the text."""
    found = sorted(of_type(type_, text), key=lambda c: c.span.start)
    return [c.quantity.lo if c.quantity is not None else None for c in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad freed 20 prisoners on 3 February and 30 more on 11 February, a ministry said.", [20, 30]),
        ("Chad freed 20 prisoners on Monday and another nine on Tuesday.", [20, 9]),
        ("The government released 12 miners in March, 40 in May and a further 9 in June.", [12, 40, 9]),
        ("Twelve miners were released in March and 40 in May.", [12, 40]),
    ],
)
def test_a_count_with_a_day_of_its_own_is_told_again(text: str, told: list[float]) -> None:
    """ "… and nine more on Tuesday": freed by the same, that day."""
    assert counts(text) == told


def test_it_has_its_own_day_and_place() -> None:
    """Neither the first count's day nor its place is the second's."""
    first, second = of_type("DETAIN", "Police arrested four people in Dorn and two more in Malak.")
    assert (first.names("place"), second.names("place")) == (("Dorn",), ("Malak",))
    assert second.names("detainer") == ("Police",)
    early, late = of_type("RELEASE", "Chad freed 20 prisoners on 3 February and 30 more on 11 February.")
    assert early.time is not None
    assert late.time is not None
    assert (early.time.start, late.time.start) == ("2026-02-03", "2026-02-11")


@pytest.mark.parametrize(
    "text",
    [
        "Chad freed 20 prisoners in two buses and nine on foot.",
        "Chad freed 20 prisoners on Monday and 30 on Tuesday are to follow.",
        "Chad freed 20 prisoners on Monday and all nine agencies on Tuesday confirmed it.",
        "Chad did not free 20 prisoners on Monday and 30 on Tuesday.",
    ],
)
def test_no_other_number_is_one_freed(text: str) -> None:
    """Not what is set off by neither day nor place, what has a verb of its own, or a denial."""
    assert counts(text) == [20]


@pytest.mark.parametrize("who", ["three more", "three more captives", "three others"])
def test_a_second_passive_has_its_own_subject(who: str) -> None:
    """ "Two were freed, and three more, …, were let go": so many each, by their own days."""
    text = (
        f"Two of the captives were freed on 2 March, and {who}, including Ola Krag, were let go on 3 March."
    )
    assert counts(text) == [2, 3]
