"""The words that a claim rests on are whole: they can be quoted as they stand."""

from __future__ import annotations

import pytest
from tests.reading.reports import told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The president announced on Friday that the miner Hugo Salas was free.",
            "the miner Hugo Salas was free",
        ),
        (
            "A Chilean court reprieved the miner Hugo Salas by commuting his sentence.",
            "A Chilean court reprieved the miner Hugo Salas by commuting his sentence",
        ),
        ("The governor of Arica said that every one of the nine miners was free.", "was free"),
    ],
)
def test_no_span_stops_before_the_word_that_its_last_one_belongs_to(text: str, words: str) -> None:
    """Neither at "his" nor at "was": what was commuted, or true of somebody, is quoted with it."""
    spans = [c.span.exact for c in told(text) if c.type in {"RELEASE", "CLEMENCY"}]
    assert any(span.endswith(words) for span in spans), spans


def test_what_nobody_did_is_quoted_with_the_nobody() -> None:
    """ "has heard from them" alone would say the opposite."""
    text = "Norway took two miners away on Monday, and nobody has heard from them since."
    spans = [c.span.exact for c in told(text) if c.type == "CUSTODY_STATE"]
    assert spans == ["nobody has heard from them"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway said that no talks on a swap of prisoners are taking place.", "no talks"),
        ("Norway told Chile that it would not swap two spies for nine monks.", "not swap"),
    ],
)
def test_what_is_denied_is_quoted_with_its_no(text: str, words: str) -> None:
    """ "talks are taking place" would say the opposite."""
    spans = [c.span.exact for c in told(text) if c.mode == "denied"]
    assert spans
    assert all(words in span for span in spans if span in text), spans


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Far from being freed, Hugo Salas was moved to a jail.", "Far from being freed, Hugo Salas"),
        ("Rather than release Hugo Salas, Norway freed Jon Holt.", "Rather than release Hugo Salas"),
        ("No one has confirmed the release of Lena Marr.", "No one has confirmed the release of Lena Marr"),
        ("There was no release of the prisoner Hugo Salas.", "no release of"),
        ("Reports that Hugo Salas had been freed were false.", "Hugo Salas had been freed were false"),
    ],
)
def test_what_is_denied_is_quoted_with_the_words_that_deny_it(text: str, words: str) -> None:
    """ "Freeing X" alone would say the opposite."""
    spans = [c.span.exact for c in told(text) if c.type == "RELEASE" and c.mode != "performed"]
    assert any(words in span for span in spans), spans
