"""Who says so, where no verb of saying stands right above the deed (CODEBOOK §3, READING 9)."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

LEAD = "The prisons of Chad were full. "


def _sources(text: str) -> set[str]:
    return {a.name for c in told(LEAD + text) if c.type == "RELEASE" for a in c.attribution}


@pytest.mark.parametrize(
    "text",
    [
        "A statement by the justice ministry said that nine miners had been freed.",
        "The justice ministry put out a notice that nine miners had been freed.",
        "From the justice ministry came word that nine miners had been freed.",
        "The justice ministry let it be known that nine miners had been freed.",
        "The justice ministry replied that nine miners had been freed.",
        "The justice ministry is certain that nine miners have been freed.",
        "In the words of the justice ministry, nine miners were freed on Friday.",
        "The justice ministry: nine miners were freed on Friday.",
    ],
)
def test_who_lets_something_be_known_is_its_source(text: str) -> None:
    """By a statement or notice, in a reply, in words of one's own, sure of it, or before a colon."""
    assert _sources(text) == {"justice ministry"}, text


def test_before_a_colon_the_person_speaks_and_not_whose_lawyer_she_is() -> None:
    """ "Lena Marr, lawyer of the dockers' union:": she says it."""
    text = "Lena Marr, lawyer of the Kell Dockers' Union: nine miners were freed on Friday."
    assert _sources(text) == {"Lena Marr"}


def test_the_first_quote_may_tell_what_its_speaker_knows() -> None:
    """ "We know it," she said: the second quote is hers too, though *know* has another subject."""
    text = '"We know this," the lawyer Lena Marr said. "Nine miners were freed on Friday."'
    assert _sources(text) == {"Lena Marr"}


@pytest.mark.parametrize(
    "text",
    [
        "The justice ministry received word that nine miners had been freed.",
        "Monday, 4 May: nine miners were freed.",
        "Good news for the justice ministry: nine miners were freed on Friday.",
        "Another win for the justice ministry: nine miners were freed on Friday.",
        "A blow to Justice Minister Lena Marr: nine miners were freed on Friday.",
        "The shame of the justice ministry: nine miners were freed on Friday.",
        "Justice ministry under fire: nine miners were freed on Friday.",
        "Lena Marr in trouble: nine miners were freed on Friday.",
        "Chad's prisoners, from Ole Dahl to Lena Marr: nine miners were freed on Friday.",
    ],
)
def test_who_is_told_something_is_not_its_source(text: str) -> None:
    """Whoever receives word has not sent it; a date before a colon says nothing, nor a line on her."""
    assert _sources(text) == set(), text


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The lawyer, Lena Marr: nine miners were freed on Friday.", "Lena Marr"),
        ("Justice Minister Lena Marr: nine miners were freed on Friday.", "Lena Marr"),
        ("Police in Kell: nine miners were freed on Friday.", "Police in Kell"),
    ],
)
def test_whoever_opens_the_line_before_a_colon_speaks(text: str, source: str) -> None:
    """By name, by office, or a body with its place."""
    assert _sources(text) == {source}
