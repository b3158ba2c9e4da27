"""Are two names of people, written in two reports, of one name family?"""

from __future__ import annotations

from functools import lru_cache

from detente.language.names import compare, keys
from detente.resolution.keys import name_words
from detente.resolution.people import is_short_for


@lru_cache(maxsize=65536)
def alike(left: str, right: str) -> bool:
    """One name family: one name in two spellings, or one a shorter form of the other.

    >>> alike("Mikoła Dornow", "Nikolai Dornov"), alike("Lena Dornova", "Lena Holt")
    (True, False)
    """
    if name_words(left) == name_words(right) or is_short_for(left, right) or is_short_for(right, left):
        return True
    return compare(left, right).verdict == "same"


@lru_cache(maxsize=65536)
def family_keys(name: str) -> frozenset[str]:
    """Keys under which names that may be alike meet."""
    words = name_words(name)
    return keys(name) | ({words[-1]} if words else frozenset())
