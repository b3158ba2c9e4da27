"""A sentence without an end is read in parts, so that reading costs no more than the text is long."""

from __future__ import annotations

import pytest

from detente.language.sentences import sentences
from detente.reading.parsing.pieces import LONGEST, pieces

HOSTILE = {
    "quotation marks": '"' * 50_000,
    "brackets": "(" * 50_000,
    "pairs of brackets": "()" * 25_000,
    "one word": "a" * 20_000,
    "words with marks": '"a(' * 10_000,
    "a list": "Adnan Brukov, " * 2_000,
    "no stop": "they were freed and he was held and " * 1_000,
}


def test_a_sentence_that_ends_is_left_whole() -> None:
    """Ordinary sentences come as the sentence splitter gives them."""
    text = "Dorn freed two men. Nobody was hurt.\n\n“All are well,” she said. " + "They sang on. " * 600
    assert list(pieces(text)) == sentences(text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_part_is_longer_than_the_longest_and_no_word_is_lost(text: str) -> None:
    """Parts stand in order, none is too long, and all between them holds no letter."""
    found = list(pieces("Dorn freed two men. " + text))
    whole = "Dorn freed two men. " + text
    assert all(0 < end - start <= LONGEST for start, end in found)
    behind = 0
    for start, end in found:
        assert behind <= start
        assert not any(c.isalnum() for c in whole[behind:start])
        behind = end
    assert not any(c.isalnum() for c in whole[behind:])


def test_marks_without_a_word_give_nothing_to_parse() -> None:
    """A hundred thousand quotation marks are no sentence."""
    assert list(pieces('"' * 100_000)) == []


def test_a_long_list_is_cut_between_its_items() -> None:
    """No name is cut in two where a comma or a blank stands near."""
    text = "Freed were " + "Adnan Brukov, " * 1_000
    assert {text[start:end].rstrip(",").rsplit(" ", 1)[-1] for start, end in pieces(text)} == {"Brukov"}
