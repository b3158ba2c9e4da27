"""Who is named as one of those taken."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, told

TAKEN = "Five of the 33 politicians freed in January were detained again overnight, their party said. "


@pytest.mark.parametrize(
    ("text", "sub"),
    [
        (TAKEN + "Former mayor Ada Roth was among those taken.", "arrest"),
        (TAKEN + "Former mayor Ada Roth was among those re-arrested.", "re_detain"),
    ],
)
def test_who_is_among_those_taken_was_taken(text: str, sub: str) -> None:
    """An arrest by name, where a group is told to have been taken."""
    (claim,) = [c for c in of_type("DETAIN", text) if c.names("person") == ("Ada Roth",)]
    assert claim.mode == "performed"
    assert claim.sub in (sub, "re_detain")


@pytest.mark.parametrize(
    "text",
    [
        TAKEN + "Former mayor Ada Roth was not among those taken.",
        TAKEN + "Former mayor Ada Roth was among those taken ill.",
        TAKEN + "Former mayor Ada Roth was among those who wept.",
    ],
)
def test_who_is_among_others_was_not_taken(text: str) -> None:
    """Not among them, or among those of whom something else is told."""
    assert [c for c in told(text) if c.rule == "detain.member"] == []


def test_what_the_verb_tells_is_not_told_again() -> None:
    """ "Also deported was X" is one expulsion."""
    assert len(of_type("TRANSFER", "Also deported to Togo on Friday was Ada Roth, a nun.")) == 1
