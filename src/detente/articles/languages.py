"""The language of a text, from its letters and its commonest words."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from detente.articles.phrases import table

_SAMPLE = 20_000  # characters: enough to tell, and no more to read
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LEAST = 0.04  # share of function words, or of letters of its own, below which nothing is said


class _Language(NamedTuple):
    code: str
    cyrillic: bool
    letters: frozenset[str]
    words: frozenset[str]


@cache
def _languages() -> tuple[_Language, ...]:
    return tuple(
        _Language(code, row["script"] == "Cyrillic", frozenset(row["letters"]), frozenset(row["words"]))
        for code, row in table("languages").items()
    )


def language_of(text: str) -> str | None:
    """The language of a text as BCP 47 writes it, or None where nothing tells.

    >>> language_of("The two men were freed on Thursday and taken to the border.")
    'en'
    >>> language_of("Их освободили в четверг, и они уехали на границу.")
    'ru'
    >>> language_of("12345") is None
    True
    """
    words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE])]
    cyrillic = 2 * sum(1 for word in words if _CYRILLIC.match(word)) > len(words)
    scored = [
        (_score(words, language), language.code) for language in _languages() if language.cyrillic == cyrillic
    ]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] >= _LEAST else None


def _score(words: list[str], language: _Language) -> float:
    """The share of words that are its function words or hold a letter of its own."""
    if not words:
        return 0.0
    hits = sum(1 for word in words if word in language.words)
    own = sum(1 for word in words if not language.letters.isdisjoint(word))
    return (hits + own) / len(words)
