"""Are two names alike? Token by token, states by any of their names."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

EMPTY = frozenset(
    {"the", "of", "a", "an", "and", "or", "in", "by", "for", "to", "from", "on", "its", "mr", "mrs", "ms"}
)
UNSTATED = frozenset({"", "unstated", "unknown", "none", "unnamed"})


def plain(words: str) -> str:
    """Words in small letters, without accents, with one kind of apostrophe and of space.

    >>> plain("Marek Dvořáček’s  envoy")
    "marek dvoracek's envoy"
    """
    text = unicodedata.normalize("NFKD", words).replace("’", "'").replace("\u00ad", "").casefold()
    return " ".join("".join(c for c in text if not unicodedata.combining(c)).split())


@cache
def _states() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What stands for a state, the longest names first, with the one word it is compared by."""
    with (Path(__file__).parent / "states.toml").open("rb") as file:
        table: dict[str, list[str]] = tomllib.load(file)["states"]
    pairs = [(plain(form), name) for name, forms in table.items() for form in [name, *forms]]
    pairs.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return tuple((re.compile(rf"(?<!\w){re.escape(f)}(?!\w)"), f" state{_key(n)} ") for f, n in pairs)


def _key(name: str) -> str:
    return re.sub(r"\W", "", plain(name))


def _singular(word: str) -> str:
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss") and not word.startswith("state")
    return word[:-1] if plural else word


@cache
def tokens(name: str) -> frozenset[str]:
    """What a name is compared by.

    >>> tokens("the British envoys") == tokens("United Kingdom's envoy")
    True
    """
    text = re.sub(r"'s\b|(?<=s)'(?!\w)", "", plain(name))
    for pattern, key in _states():
        text = pattern.sub(key, text)
    return frozenset(_singular(w) for w in re.findall(r"\w+", text.replace("_", " "))) - EMPTY


def alike(name: str, pattern: str) -> bool:
    """Does the name hold every word of one of the pattern's alternatives ("a|b")?

    >>> alike("President Josphat Masuku", "Masuku|Zimbabwe")
    True
    """
    return any(tokens(p) <= tokens(name) for p in pattern.split("|"))


def is_just(name: str, pattern: str) -> bool:
    """Alike, and with no more than two words beside: the name itself, not a name inside another's title.

    >>> is_just("Masuku's national security adviser, Farai Gumbo", "Masuku")
    False
    """
    if pattern == "*":
        return plain(name) not in UNSTATED
    return any(
        tokens(p) <= tokens(name) and len(tokens(name)) <= len(tokens(p)) + 2 for p in pattern.split("|")
    )


def any_alike(names: Iterable[str], pattern: str) -> bool:
    """Is one of the names alike?"""
    return any(alike(name, pattern) for name in names)
