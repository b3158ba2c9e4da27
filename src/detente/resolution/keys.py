"""Names as they are compared: folded, without marks, titles and endings that say nothing."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from detente.language.plurals import singular
from detente.language.scripts import fold
from detente.tables import parsed

_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
_POSSESSIVE = re.compile(r"'s?$")


@cache
def lexicon() -> dict[str, Any]:
    """Words of names and groups that tell nobody apart (``data/names.toml``)."""
    return parsed(files(__package__).joinpath("data/names.toml").read_bytes())


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that identify: folded, titles and the possessive ending left out.

    >>> name_words("President Lena Marr’s")
    ('lena', 'marr')
    """
    words = [_POSSESSIVE.sub("", w).rstrip(".") for w in _WORD.findall(fold(name))]
    kept = [w for w in words if w and w not in lexicon()["titles"]]
    return tuple(kept or words)


def group_words(text: str) -> frozenset[str]:
    """What tells one group from another: its nouns and adjectives without numbers and common words.

    >>> sorted(group_words("123 political prisoners"))
    []
    >>> sorted(group_words("ten American detainees"))
    ['american']
    >>> sorted(group_words("Twenty-four prisoners"))
    []
    """
    words = (singular(w) for w in _WORD.findall(fold(text)))
    return frozenset(w for w in words if not all(map(_is_common, w.split("-"))))


def _is_common(word: str) -> bool:
    return word in lexicon()["common"] or word[:1].isdigit()
