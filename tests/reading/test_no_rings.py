"""Mended or not, the words of a sentence hang on one another as a tree does: no word hangs on itself."""

from __future__ import annotations

import pytest
from tests.reading.reports import parsed

from detente.reading.parsing.words import Sentence


def in_a_ring(s: Sentence) -> list[str]:
    """The words from which no way leads up to a root."""
    found = []
    for w in s:
        i = w.i
        for _ in s:
            i = s[i].head
        if s[i].head != i:
            found.append(w.text)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer and farmer co-founded the Green Herons.",
        "The eminent poet and teacher co-founded the Free Herons' Movement, a group that asks for reform.",
        "The two activists ex-pardoned.",
        "She ex-added.",
        "A ban was placed on the showing of Harf-i-Salan, a show of Ada Orlu on Neo TV.",
        "By the secretary, Grace Wanjala, who met President Abdirahman Yusuf Guled its being he said.",
    ],
)
def test_no_mend_hangs_a_word_on_what_hangs_on_it(text: str) -> None:
    """The last piece of a name cut in three takes the place of the first, unless that place is below it."""
    assert in_a_ring(parsed(text)) == []


def test_the_last_piece_still_takes_the_place_of_the_first() -> None:
    """ "The ex-premier left": who left is the premier."""
    s = parsed("The ex-premier left Kenya.")
    assert [(w.text, s[w.head].text) for w in s if w.dep == "nsubj"] == [("premier", "left")]
