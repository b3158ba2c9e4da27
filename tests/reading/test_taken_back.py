"""Reports withdrawn in their own sentence, ways back to a cell, pronouns that know whom they do not mean."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type

JAILED = "Chad jailed the clerk Omar Sallah in 2019. "


@pytest.mark.parametrize(
    "text",
    [
        "Two deputies announced the pardon of Omar Sallah on Monday; they later withdrew the post.",
        "The union announced the release of Omar Sallah on Monday and then retracted the statement.",
    ],
)
def test_what_is_withdrawn_is_not_told_as_done(text: str) -> None:
    """READING 23: who takes the post down takes back what it said."""
    found = [*of_type("RELEASE", JAILED + text), *of_type("CLEMENCY", JAILED + text)]
    assert {c.mode for c in found} == {"denied"}


def test_who_withdraws_an_appeal_takes_nothing_back() -> None:
    """What is withdrawn is no report."""
    (claim,) = of_type("RELEASE", JAILED + "Chad freed Omar Sallah on Monday and he withdrew the appeal.")
    assert claim.mode == "performed"


@pytest.mark.parametrize(
    "text",
    [
        "The clerk was released from hospital back to prison on Wednesday.",
        "The clerk was released back into custody.",
        "Guards released him from the clinic and back to his cell.",
    ],
)
def test_back_to_prison_is_no_release(text: str) -> None:
    """Out of a ward, and held still."""
    assert not of_type("RELEASE", JAILED + text)


@pytest.mark.parametrize(
    "before",
    [
        "Lena Marr is still in jail. She has five years to go.",
        "His wife, Lena Marr, is a teacher in Abeche.",
    ],
)
def test_he_is_not_whom_the_text_calls_she(before: str) -> None:
    """A pronoun, or a wife, tells who she is."""
    text = f"Chad jailed the lawyer Omar Sallah in 2019. {before} He was freed on Friday."
    done = [c for c in of_type("RELEASE", text) if c.mode == "performed"]
    assert [c.names("person") for c in done] == [("Omar Sallah",)]
