"""How many, where the grammar around the number is treacherous."""

from __future__ import annotations

import pytest
from tests.reading.reports import told


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Rebels handed over 17 soldiers to the Red Cross on Monday.", (17, 17)),
        ("Varland turned over 17 captives to Osmia on Monday.", (17, 17)),
        ("Varland freed over 300 prisoners on Monday.", (301, None)),
        ("Varland pardoned about 40 prisoners on Monday.", (38, 42)),
        ("198 of 1,140 prisoners were freed on Monday.", (198, 198)),
        ("Four of six nuns kidnapped near the town were freed on Thursday.", (4, 4)),
    ],
)
def test_a_number_is_what_the_verb_and_the_whole_leave_of_it(
    text: str, bounds: tuple[int, int | None]
) -> None:
    """ "Handed over 17" are seventeen, "freed over 300" more than 300; of "N of M" it is N."""
    found = {
        (c.quantity.lo, c.quantity.hi)
        for c in told(text)
        if c.quantity is not None and c.type in {"RELEASE", "CLEMENCY", "TRANSFER"}
    }
    assert bounds in found, found
