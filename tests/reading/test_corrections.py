"""Figures that a report takes back or puts right (READING 23)."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type

CORRECTED = (
    "Correction: In a story of March 5 the Lantern Wire reported that Varland had released 46 prisoners. "
    "The number released is 44, a US official said on Friday. Osmia's foreign ministry said that it had "
    "received 31 of the freed prisoners on Thursday evening."
)


def test_what_a_correction_takes_back_is_denied_and_the_number_released_is_told() -> None:
    """The later move of some of them is no model for the number of the freed."""
    told = {
        (c.quantity.lo, c.polarity)
        for c in of_type("RELEASE", CORRECTED)
        if c.quantity and c.mode != "denied"
    }
    assert told == {(44, "+")}
    assert [c.mode for c in of_type("RELEASE", CORRECTED) if c.quantity and c.quantity.lo == 46] == ["denied"]


def test_a_report_of_a_day_is_no_correction() -> None:
    """ "In a report on Friday the Lantern Desk said" takes nothing back."""
    (claim,) = of_type(
        "RELEASE", "In a report on Friday the Lantern Desk said that Varland had released 46 prisoners."
    )
    assert claim.mode != "denied"


def test_prisoners_who_leave_a_country_are_let_go() -> None:
    """Of two types the earlier in the codebook's table, with the other beside it."""
    (claim,) = of_type("RELEASE", "Forty-four political prisoners left Poland today.")
    assert (claim.alt_type, claim.quantity and claim.quantity.lo) == ("TRANSFER", 44)


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday we wrote that 45 prisoners had been released by Varland. That was wrong.",
        "An earlier version of this page said that 45 prisoners had been released.",
        "A consul has read rumours that 45 prisoners were released. These rumours are false.",
        "Osmia rejected reports, carried by two radio stations, that the pilot Ivo Renn had been freed.",
        "The army has refuted the claim, spread in May, that Varland had released 45 prisoners.",
        "Officials debunked online rumours that Varland had released 45 prisoners.",
        "A post said that the pilot Ivo Renn had been freed. It was a fake.",
    ],
)
def test_what_was_heard_and_is_called_false_is_denied(text: str) -> None:
    """In its own sentence or in the next one."""
    assert [c.mode for c in of_type("RELEASE", text)] == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that 45 prisoners had been released. It was wrong to hold them, a lawyer said.",
        "Varland released 45 prisoners on Monday. That was wrong, said the widow of a guard.",
        "Reports that 45 prisoners had been released came on Monday. These are the first in a year.",
    ],
)
def test_a_judgement_of_a_deed_takes_nothing_back(text: str) -> None:
    """ "It was wrong to" and "that was wrong" after a plain telling are no corrections."""
    assert "denied" not in [c.mode for c in of_type("RELEASE", text)]
