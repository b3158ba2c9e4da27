"""Whose a measure is that "the bloc", its ministers, or nobody is told to take."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

_FIRST = "The European Union imposed a visa ban on nine judges in Mali."


@pytest.mark.parametrize(
    ("report", "whose"),
    [
        (f"{_FIRST} The bloc froze the assets of two generals.", "European Union"),
        (f"{_FIRST} The union lifted its embargo on salt.", "European Union"),
        (f"{_FIRST} Ministers eased the curbs on two banks.", "European Union"),
        ("The bloc froze the assets of two generals.", "bloc"),
        (f"{_FIRST} Norway lifted its embargo on salt. Ministers eased the curbs on two banks.", "Ministers"),
    ],
)
def test_the_bloc_is_the_union_that_was_named(report: str, whose: str) -> None:
    """Phenomenon 14: behind a union of states its short names mean it, and no state's."""
    last = [c for c in told(report) if c.type.startswith("SANCTION")][-1]
    assert [f.name for f in last.roles["authority"]][-1] == whose
