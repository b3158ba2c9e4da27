"""Measures that were suspended and hold again."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type

BEFORE = "Norway suspended its ban on cobalt from Chad in January. "


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("The EU revoked the suspension of its sanctions on Mali.", "European Union"),
        ("Norway on Monday ended the suspension of the fish embargo.", "Norway"),
        (BEFORE + "By a decision of today Norway ended the suspension.", "Norway"),
    ],
)
def test_who_ends_a_suspension_imposes_again(text: str, authority: str) -> None:
    """The end of a suspension is no relief: the measure holds again, by whom it was ended."""
    found = of_type("SANCTION_IMPOSE", text)
    assert [(c.sub, c.mode, c.names("authority")) for c in found] == [("reimpose", "performed", (authority,))]
    assert [c.mode for c in of_type("SANCTION_EASE", text)] in ([], ["background"])


@pytest.mark.parametrize(
    "text",
    [
        BEFORE + "The league ended the suspension of the coach.",
        "The ministry ended the suspension of two officers.",
        "The suspension of the mayor ended in June.",
        BEFORE + "The suspension of the coach lapsed on Monday.",
    ],
)
def test_other_suspensions_impose_nothing(text: str) -> None:
    """A coach or an officer who is suspended is under no measure of a state."""
    assert of_type("SANCTION_IMPOSE", text) == []


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        (BEFORE + "The suspension ended on Monday.", "performed"),
        ("The suspension of the sanctions expired on Monday.", "performed"),
        (BEFORE + "If there are new arrests, the suspension ends.", "conditional"),
        (BEFORE + "The suspension has not lapsed.", "denied"),
    ],
)
def test_a_suspension_that_ends_puts_the_measure_back(text: str, mode: str) -> None:
    """Whoever ends it, or nobody: what was suspended holds again."""
    assert [(c.sub, c.mode) for c in of_type("SANCTION_IMPOSE", text)] == [("reimpose", mode)]
