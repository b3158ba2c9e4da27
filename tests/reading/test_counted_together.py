"""Names joined to a counted group: together they are so many."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type

Bounds = tuple[float | None, float | None]


def told(type_: str, text: str) -> list[tuple[set[str], Bounds | None]]:
    """Who is told of, and how many."""
    return [
        (
            {*c.names("person"), *c.names("group")},
            (c.quantity.lo, c.quantity.hi) if c.quantity is not None else None,
        )
        for c in of_type(type_, text)
    ]


@pytest.mark.parametrize(
    ("text", "who", "many"),
    [
        ("Norland freed Ana Dorn and two colleagues.", {"Ana Dorn", "two colleagues"}, 3),
        ("Norland freed the printer Ana Dorn and two colleagues.", {"Ana Dorn", "two colleagues"}, 3),
        ("Norland freed two teachers and the editor Jon Rask.", {"Jon Rask", "two teachers"}, 3),
        ("Norland freed Ana Dorn, Jon Rask and three others.", {"Ana Dorn", "Jon Rask", "three others"}, 5),
        ("Norland freed Jon Rask and his driver.", {"Jon Rask", "driver"}, 2),
        (
            "Norland handed over Jon Rask, jailed for espionage, and a second Georgian who was not named.",
            {"Jon Rask", "second Georgian"}, 2,
        ),
        ("Jon Rask and two other journalists were freed.", {"Jon Rask", "two other journalists"}, 3),
        ("Norland let go the baker Ana Dorn and, the paper added, “her niece”.", {"Ana Dorn", "niece"}, 2),
    ],
)  # fmt: skip
def test_names_and_a_group_joined_to_them_are_counted_together(text: str, who: set[str], many: int) -> None:
    """ "X and two colleagues" are three."""
    assert told("RELEASE", text) == [(who, (many, many))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Norland freed three men, Ana Dorn, Jon Rask and Paul Tell.", (3, 3)),
        ("Norland freed three Georgian teachers, including Ana Dorn.", (3, 3)),
        ("Norland freed Ana Dorn and several colleagues.", (3, 9)),
        ("Ana Dorn welcomed the safe release of a Dane and three others.", (4, 4)),
        ("Norland freed nine monks and, its minister said, stopped the trials.", (9, 9)),
        ("Norland freed nine monks and, the paper added, the abbot thanked her niece.", (9, 9)),
        ("Norland freed the Georgians Paul Tell and Jon Rask.", None),
    ],
)
def test_names_that_are_of_the_group_are_not_added_to_it(text: str, count: tuple[int, int] | None) -> None:
    """In apposition, behind "including", beside no number."""
    ((_, many),) = told("RELEASE", text)
    assert many == count


def test_what_is_told_of_one_by_a_participle_is_not_told_of_who_is_joined_to_him() -> None:
    """ "X, jailed for spying, and a second man": only X was jailed."""
    text = "Norland freed Jon Rask, jailed for espionage, and a second Georgian."
    assert told("SENTENCE", text) == [({"Jon Rask"}, None)]
