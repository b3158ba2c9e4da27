"""Patterns that are tried on every sentence and fit few: each only where letters stand that it cannot lack.

To look for "born" in a sentence takes a hundredth of the time that the pattern of births takes to find none,
and a tenth of a thousandth of the time that it takes to compile it. What a pattern cannot lack is read off it
(:func:`detente.language.literals.needs`), or said beside it, as ``needs`` in a word list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from detente.language.literals import needs as needed_by

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ]"
"""What the word lists write as ``[A-Z]``: Ángel, Đặng and Ömer begin with a capital too."""
_FEW = 12
"""To look for more strings than this, one by one, takes longer than the pattern, once that is compiled."""


@cache
def in_any_case(text: str) -> re.Pattern[str]:
    """A pattern of the word lists, compiled once; small letters and capitals are alike.

    Example:
        >>> in_any_case("was (?-i:[A-Z])").search("Among them was Ömer") is not None
        True
    """
    return re.compile(text.replace("[A-Z]", _CAPITAL), re.IGNORECASE)


class Cue:
    """A pattern of the word lists, tried, and compiled, only for a text that holds one of a few strings.

    Args:
        written: the pattern as it stands there.
        needs: strings in small letters; whatever the pattern fits holds one. Empty: they are read off it.

    Example:
        >>> cue = Cue("ex-hostages?|freed hostages?", ["hostage"])
        >>> cue.search("The freed hostages") is not None, cue.search("The freed") is not None
        (True, False)
        >>> Cue("(?:ex-|freed )hostages?").needs
        ('hostage',)
    """

    def __init__(self, written: str, needs: Sequence[str] = ()) -> None:
        self.written, self._said = written, tuple(needs)
        self.beside: Together | None = None

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """What is looked for first; empty where that is nothing."""
        return self._said or needed_by(self.written)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return in_any_case(self.written)

    @cached_property
    def _any_of(self) -> frozenset[str]:
        return frozenset(self.needs)

    @cached_property
    def _gate(self) -> tuple[str, ...]:
        """What is looked for once it is compiled: nothing where it fails sooner by itself."""
        return () if not self._said and (self.written[:1] == "^" or len(self.needs) > _FEW) else self.needs

    def search(self, text: str, start: int = 0, *, within: str = "") -> re.Match[str] | None:
        """The first place that it fits, from this character on.

        Args:
            text: where it is tried.
            start: the first character.
            within: a longer text that holds this one, where it is known what stands in that.
        """
        return self.pattern.search(text, start) if self._may(text, within) else None

    def match(self, text: str) -> re.Match[str] | None:
        """What it fits at the start of a text."""
        return self.pattern.match(text) if self._may(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The whole of a text that it fits."""
        return self.pattern.fullmatch(text) if self._may(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place that it fits."""
        return self.pattern.finditer(text) if self._may(text) else iter(())

    def _may(self, text: str, within: str = "") -> bool:
        if self.beside is not None:
            if not self._any_of:
                return True
            standing = self._any_of & _standing(self.beside, within or text)
            return bool(standing) and (not within or any(map(_small(text).__contains__, standing)))
        needs = self._gate if "pattern" in self.__dict__ else self.needs
        return not needs or any(map(_small(text).__contains__, needs))


class Together:
    """What many cues need, looked for all at once: a text that is tried against one is tried against most.

    Args:
        cues: the cues of a lexicon, which are told.
    """

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._cues = tuple(cues)
        for cue in self._cues:
            cue.beside = self

    @cached_property
    def _needs(self) -> list[str]:
        return sorted({text for cue in self._cues for text in cue.needs})

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, MatchKind

        return AhoCorasick(self._needs, matchkind=MatchKind.Standard)

    @cached_property
    def _needing(self) -> Mapping[str, list[int]]:
        needing: dict[str, list[int]] = {}
        for number, cue in enumerate(self._cues):
            for text in cue.needs or ("",):
                needing.setdefault(text, []).append(number)
        return needing

    def those(self, text: str) -> list[int]:
        """Which of the cues may fit somewhere in a text, by their numbers, in order."""
        return sorted(
            {number for need in (*self.standing(text), "") for number in self._needing.get(need, ())}
        )

    def standing(self, text: str) -> frozenset[str]:
        """What stands in a text of all that is needed."""
        found = self._automaton.find_matches_as_indexes(text.lower(), overlapping=True)
        return frozenset([self._needs[number] for number, _, _ in found])


@lru_cache(maxsize=64)
def _standing(cues: Together, text: str) -> frozenset[str]:
    return cues.standing(text)


@lru_cache(maxsize=64)
def _small(text: str) -> str:
    return text.lower()
