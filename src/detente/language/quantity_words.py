"""The words beside numbers: shares, wholes, ranges, and what anything that counts may begin with."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from detente.language.cardinals import lexicon, openings
from detente.language.number_kinds import kind_words
from detente.language.tokens import Phrases, phrases


class Share(msgspec.Struct, frozen=True):
    """A ratio of the lexicon."""

    words: tuple[str, ...]
    lo: float
    hi: float
    needs_of: bool = False
    needs_plural: bool = False


class QuantityWords:
    """The words of a language by which shares, wholes and ranges are told."""

    def __init__(self, data: dict[str, Any]) -> None:
        shares = msgspec.convert(data["ratios"]["share"], list[Share])
        self.shares = Phrases({phrase: share for share in shares for phrase in share.words})
        self.verbs = frozenset(data["ratios"]["verbs"])
        self.whole = {key: frozenset(value) for key, value in data["whole"].items()}
        self.every = phrases(data["whole"]["every"])
        self.rest = phrases(data["whole"]["rest"])
        self.ranges = {key: frozenset(value) for key, value in data["range"].items()}
        self.of = phrases(data["flags"]["of"])
        self.between = frozenset(data["flags"]["of_between"])
        self.articles = frozenset(data["words"]["articles"])


@cache
def quantity_words(language: str) -> QuantityWords:
    """Those of a language."""
    return QuantityWords(lexicon(language))


@cache
def quantity_openings(language: str) -> frozenset[str]:
    """The words that anything which counts may begin with."""
    known = quantity_words(language)
    return openings(language).union(
        known.shares.openings, known.rest.openings, known.every.openings, known.articles,
        known.whole["all"], known.whole["none"], kind_words(language).ordinals,
    )  # fmt: skip
