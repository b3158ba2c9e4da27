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
        BEFORE + "The suspension ended in June.",
    ],
)
def test_other_suspensions_impose_nothing(text: str) -> None:
    """A coach or an officer who is suspended is under no measure of a state."""
    assert of_type("SANCTION_IMPOSE", text) == []
