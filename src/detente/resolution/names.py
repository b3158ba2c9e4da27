"""Are two names of people, written in two reports, of one name family?"""

from __future__ import annotations

from functools import lru_cache

from detente.language.names import Prepared, compare_prepared, prepare
from detente.resolution.keys import name_words
from detente.resolution.people import is_short_for


def alike(left: str, right: str) -> bool:
    """One name family: one name in two spellings, or one a shorter form of the other.

    >>> alike("Mikoła Dornow", "Nikolai Dornov"), alike("Lena Dornova", "Lena Holt")
    (True, False)
    """
    if name_words(left) == name_words(right) or is_short_for(left, right) or is_short_for(right, left):
        return True
    return compare_prepared(prepared(left), prepared(right)).verdict == "same"


@lru_cache(maxsize=65536)
def prepared(name: str) -> Prepared:
    """A name taken apart once."""
    return prepare(name)


def family_keys(name: str) -> frozenset[str]:
    """Keys under which names that may be alike meet."""
    words = name_words(name)
    return prepared(name).keys | {words[-1] if words else ""}
