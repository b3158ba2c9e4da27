"""Patterns that are tried on every sentence and fit few: each only where letters stand that it cannot lack.

To look for "born" in a sentence takes a hundredth of the time that the pattern of births takes to find none.
``needs`` in ``phrases.toml`` says for a pattern what no text can lack that it fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache


@cache
def in_any_case(text: str) -> re.Pattern[str]:
    """A pattern of the word lists, compiled once; small letters and capitals are alike."""
    return re.compile(text, re.IGNORECASE)


class Cue:
    """A pattern of the word lists, tried, and compiled, only for a text that holds one of a few strings.

    Args:
        written: the pattern as it stands there.
        needs: strings in small letters; whatever the pattern fits holds one. Empty: it is always tried.

    Example:
        >>> cue = Cue("ex-hostages?|freed hostages?", ["hostage"])
        >>> cue.search("The freed hostages") is not None, cue.search("The freed") is not None
        (True, False)
    """

    def __init__(self, written: str, needs: Sequence[str] = ()) -> None:
        self.written, self.needs = written, tuple(needs)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return in_any_case(self.written)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first place that it fits, from this character on."""
        return self.pattern.search(text, start) if self._may(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The whole of a text that it fits."""
        return self.pattern.fullmatch(text) if self._may(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place that it fits."""
        return self.pattern.finditer(text) if self._may(text) else iter(())

    def _may(self, text: str) -> bool:
        return not self.needs or any(map(_small(text).__contains__, self.needs))


@lru_cache(maxsize=64)
def _small(text: str) -> str:
    return text.lower()
