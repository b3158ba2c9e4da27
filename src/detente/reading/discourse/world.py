"""What a text speaks of: how many different words of each world stand in it (``worlds.toml``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from detente.reading.lexicon import Lexicon

OTHERS = ("sport", "story", "nature", "rescue", "ward", "work", "money", "home", "school", "town", "goods")
"""Worlds that share our words; ``worlds.toml`` says what is spoken of in each."""
_PARTS = {"story": "worlds.story worlds.artists", "nature": "worlds.nature worlds.animals"}
"""Worlds of two lists."""
NEAR = 700
"""So many characters before and behind a sentence tell what it speaks of."""
_WORD = re.compile(r"[\w-]+")
_OPENING = re.compile(r"(?:^|[.!?\n])\W*([A-Z][\w-]*s)\b")
"""The plural that a sentence opens with: "Ponies came down"."""


def words_of(world: str) -> str:
    """The word lists of a world.

    Example:
        >>> words_of("nature")
        'worlds.nature worlds.animals'
    """
    return _PARTS.get(world, f"worlds.{world}")


def base(word: str) -> str:
    """A word without the -s of its plural, as ``worlds.toml`` lists it.

    Example:
        >>> [base(w) for w in ("clubs", "club", "press", "bus")]
        ['club', 'club', 'press', 'bus']
    """
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def both(words: Iterable[str]) -> set[str]:
    """Words as they stand and without the -s of a plural."""
    low = {w.lower() for w in words}
    return low.union(map(base, low))


@dataclass(frozen=True, slots=True)
class World:
    """What a text speaks of: how many different words of each world stand in it."""

    length: int
    custody: int
    authority: int
    measures: int
    others: dict[str, int]
    ours: frozenset[str] = frozenset()
    """The words of custody themselves."""
    tried: bool = False
    """Is anybody told to be tried, to have fought or protested?"""
    figures: int = 0
    """How many words of tables and yearly reports."""
    works: int = 0
    """How many words of stories themselves, and not of those who make or show them."""
    given_up: int = 0
    """How many words of arms, fines and books that are handed in under an amnesty."""
    hygiene: int = 0
    """How many words of diseases, and one more where food is spoken of."""

    @classmethod
    def around(cls, start: int, end: int, text: str, lexicon: Lexicon) -> World:
        """The world that the text around a place speaks of, and its opening: a long text speaks of many."""
        opening = text[:NEAR] if start > 2 * NEAR else ""
        return cls.of(f"{opening} {text[max(0, start - NEAR) : end + NEAR]}", lexicon)

    @classmethod
    def of(cls, text: str, lexicon: Lexicon) -> World:
        """The world of a text."""
        whole = {w.lower() for w in _WORD.findall(text)}
        if "European Union" in text or "African Union" in text:
            whole -= {"union"}  # a union of states has no workers
        words = both(whole.union(*(w.split("-") for w in whole if "-" in w)))

        plain = {w for w in _WORD.findall(text) if w[0].islower()}.union(_OPENING.findall(text))
        words -= lexicon["worlds.animals"] - both(plain)  # "Tom Swan", "Rose Nightingale"

        def many(name: str) -> int:
            return len(words & lexicon[words_of(name)])

        others = {name: many(name) for name in OTHERS}
        ours, tried = frozenset(words & lexicon["worlds.custody"]), bool(words & lexicon["worlds.tried"])
        sick = many("disease")
        return cls(
            len(text), many("custody"), many("authority"), many("measures"), others,
            ours=ours, tried=tried, figures=many("figures"),
            given_up=many("given_up"), works=len(words & lexicon["worlds.story"]),
            hygiene=sick + (sick > 0 and many("produce") > 0),
        )  # fmt: skip
