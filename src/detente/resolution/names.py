"""Are two names of people, written in two reports, of one name family?"""

from __future__ import annotations

from functools import cache

from detente.resolution.keys import name_words
from detente.resolution.people import is_short_for


@cache
def alike(left: str, right: str) -> bool:
    """One name family: the same full name, or one a shorter form of the other."""
    if name_words(left) == name_words(right):
        return True
    return is_short_for(left, right) or is_short_for(right, left)
