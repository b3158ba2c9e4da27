"""Sides of an exchange told with the verb left out, and clauses that the parse takes for nouns."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type


def freed(text: str) -> set[tuple[str, float | None]]:
    """Who lets how many go."""
    found = of_type("RELEASE", text)
    return {(c.names("releaser")[0], c.quantity.lo if c.quantity else None) for c in found}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "On Monday Kenya handed over two Danes, Denmark three Chadians and Chad one Kenyan, it said.",
            {("Kenya", 2), ("Denmark", 3), ("Chad", 1)},
        ),
        (
            "In an exchange at the bridge Kenya gave up two Danes, Denmark one Kenyan and Chad six Danes.",
            {("Kenya", 2), ("Denmark", 1), ("Chad", 6)},
        ),
        (
            "Chad released nine Danes and Norway four Chadians, the Red Cross said.",
            {("Chad", 9), ("Norway", 4)},
        ),
        ("Kenya handed back two sailors, a boat and a map.", {("Kenya", 2)}),
        ("Kenya freed two brothers, farmers from Dorn.", {("Kenya", 2)}),
    ],
)
def test_each_side_hands_over_its_own(text: str, sides: set[tuple[str, float | None]]) -> None:
    """The verb of handing over is shared by the sides told after the first, as that of freeing is."""
    assert freed(text) == sides


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("State radio said the ban ended after 19 prisoners left Kell prison on Monday.", 19),
        ("The envoy resigned before nine inmates left custody.", 9),
        ("The talks began after the nine miners freed in May.", None),
    ],
)
def test_who_left_stands_behind_after(text: str, count: int | None) -> None:
    """ "After 19 prisoners left": a clause of its own, whose subject is no noun of the preposition."""
    counts = [c.quantity.lo for c in of_type("RELEASE", text) if c.quantity and c.names("from")]
    counts += [c.quantity.lo for c in of_type("RELEASE", text) if c.quantity and "left" in c.span.exact]
    assert set(counts) == ({count} if count else set())
