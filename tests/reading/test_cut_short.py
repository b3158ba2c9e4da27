"""Words at a sentence's end have none behind them: nothing looks beyond the last word."""

from __future__ import annotations

import random

import pytest
from tests.reading.reports import told

from detente.reading.parsing.mends import Mend
from detente.reading.parsing.repair import MENDS
from detente.reading.parsing.words import Word

SEED, SENTENCES = 20261130, 150
LOWS = ("let", "go", "of", "and", "to", "who", "that", "be", "was", "have", "two", "free", "re", "-", "said")
TAGS = ("NN", "NNS", "NNP", "VBD", "VBN", "VBG", "CD", "IN", "DT", "JJ", ",", "TO", "PRP", "WP")
DEPS = ("nsubj", "dobj", "det", "punct", "aux", "auxpass", "prep", "pobj", "cc", "mark", "nmod", "compound")


def _sentence(chance: random.Random) -> list[Word]:
    """A few words with any tags and labels, hung on one of them."""
    size = chance.randint(1, 4)
    root = chance.randrange(size)
    words = []
    for i in range(size):
        low, dep = chance.choice(LOWS), chance.choice(DEPS) if i != root else "ROOT"
        words.append(Word(i, low, low, low, chance.choice(TAGS), dep, root, 4 * i, 4 * i + len(low)))
    return words


@pytest.mark.parametrize(("places", "mend"), MENDS.rows, ids=lambda x: getattr(x, "__name__", ""))
def test_no_mend_looks_beyond_the_words(places: frozenset[str], mend: Mend) -> None:
    """Each is tried on short sentences of any make, at each of their words."""
    chance = random.Random(SEED)
    assert places
    for _ in range(SENTENCES):
        words = _sentence(chance)
        for place in sorted(places):
            field = "low" if place[0] == "=" else "dep" if place.islower() else "tag"
            for w in words:
                setattr(w, field, place.removeprefix("="))
                mend(words, w)


@pytest.mark.parametrize(
    "text",
    [
        "They will be handed over to their own",
        "The four remaining, all of them sailors, were handed over to their",
        "He said he would be handed over to the e",
    ],
)
def test_a_sentence_that_breaks_off_is_read(text: str) -> None:
    """A text cut in mid-sentence gives what it tells until then, and no error."""
    assert isinstance(told(text), list | tuple)
