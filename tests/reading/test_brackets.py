"""What an editor puts in square brackets: it completes what was said, or says who is meant."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only


@pytest.mark.parametrize(
    ("said", "releaser", "freed"),
    [
        ("President [Idriss] Roth freed nine nuns", "Idriss Roth", "nine nuns"),
        ("Chad has freed [the miners]", "Chad", "miners"),
        ("Chad has freed nine [miners]", "Chad", "nine miners"),
        ("[T]he king freed nine nuns", "king", "nine nuns"),
        ("They [the rebels] freed nine nuns", "rebels", "nine nuns"),
        ("Chad freed nine nuns [...] on Monday", "Chad", "nine nuns"),
    ],
)
def test_a_sentence_completed_in_brackets_reads_on(said: str, releaser: str, freed: str) -> None:
    """What is filled in is part of the sentence; no bracket gets into a name."""
    claim = only("RELEASE", f"“{said},” the mayor said.")
    assert claim.names("releaser") == (releaser,)
    assert claim.names("group") == (freed,)


def test_who_he_is_stands_in_brackets_behind_him() -> None:
    """ "He [Ada Orlu] was freed" tells it of Ada Orlu."""
    assert only("RELEASE", "“She [Ada Orlu] was freed on Monday,” the mayor said.").names("person") == (
        "Ada Orlu",
    )


def test_a_city_is_not_called_what_stands_behind_it() -> None:
    """ "To Sanaa [Yemen's capital]" goes to Sanaa."""
    text = "Two planes brought 58 prisoners to Sanaa [Yemen's capital] from Mocha."
    assert only("TRANSFER", text).names("to") == ("Sanaa", "Yemen")


def test_spans_stand_in_the_text_with_its_brackets() -> None:
    """A quote is the article's own characters, brackets and all."""
    text = "“President [Idriss] Roth freed [the] nine nuns in May,” the mayor said."
    span = only("RELEASE", text).span
    assert text[span.start : span.end] == span.exact
    assert "[Idriss] Roth freed [the] nine nuns" in span.exact


def test_nobody_is_called_he() -> None:
    """ "He [Roth] will free them": that is no description of Roth."""
    assert not of_type("ATTRIBUTE", "“He [Ben Roth] will free the nurses,” the mayor said.")
