"""Plurals of English nouns, without a dictionary."""

from __future__ import annotations

from typing import Final

_ODD: Final = {"buses": "bus", "gases": "gas", "caches": "cache", "shoes": "shoe", "canoes": "canoe"}
_LONGER: Final = ("sses", "xes", "zzes", "ches", "shes", "oes")


def singular(word: str) -> str:
    """A word without the ending of a plural; one that has none is itself.

    Args:
        word: in small letters.

    Example:
        >>> [singular(w) for w in ("tankers", "lorries", "churches", "nurses", "buses")]
        ['tanker', 'lorry', 'church', 'nurse', 'bus']
        >>> [singular(w) for w in ("club", "press", "virus", "ties")]
        ['club', 'press', 'virus', 'tie']
    """
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word in _ODD:
        return _ODD[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(_LONGER) else word[:-1]
