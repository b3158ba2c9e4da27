"""How many claims stood on other days: of each type, and of how many reports."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from detente.reconciliation.asof import begins
from detente.records import Claim


class Numbers(NamedTuple):
    """How much stands."""

    types: Counter[str]
    reports: int

    @property
    def claims(self) -> int:
        """How many claims stand."""
        return self.types.total()


def counted(claims: Iterable[Claim]) -> Numbers:
    """How many these are."""
    told = tuple(claims)
    return Numbers(Counter(c.type for c in told), len({c.document.sha256 for c in told}))


class Census:
    """All claims by the day on which they begin to stand and that from which they are known."""

    def __init__(self, claims: Sequence[Claim], known: Callable[[Claim], str]) -> None:
        self._types, types = _numbered([c.type for c in claims])
        self._days, begun = _numbered([begins(c) for c in claims])
        self._dawns, told = _numbered([known(c) for c in claims])
        _, self._reports = _numbered([c.document.sha256 for c in claims])
        self._type, self._begun, self._known = types, begun, told

    def of(self, as_of: str | None, known_by: str | None) -> Numbers:
        """How much stands on one day, as known on another.

        >>> Census((), lambda _: "").of("2026-01-31", None).claims
        0
        """
        stands = np.ones(len(self._type), np.bool_)
        if as_of is not None:
            stands &= self._begun < bisect_right(self._days, as_of)
        if known_by is not None:
            stands &= self._known < bisect_right(self._dawns, known_by)
        many = np.bincount(self._type[stands], minlength=len(self._types)).tolist()
        types = Counter({t: n for t, n in zip(self._types, many, strict=True) if n})
        return Numbers(types, len(np.unique(self._reports[stands])))


def _numbered(words: Sequence[str]) -> tuple[list[str], NDArray[np.int32]]:
    """The words in their order, and each one's number in it."""
    known = sorted(set(words))
    numbers = {word: number for number, word in enumerate(known)}
    return known, np.fromiter((numbers[word] for word in words), np.int32, len(words))
