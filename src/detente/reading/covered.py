"""Which stretches of a text are covered by any of many spans, without a look at each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Covered:
    """Spans, asked whether any touches a stretch.

    Args:
        spans: start and end of each, in any order; they may overlap.

    Example:
        >>> covered = Covered([(40, 50), (3, 9)])
        >>> covered.touches(0, 3), covered.touches(8, 20), covered.touches(9, 40), covered.touches(45, 46)
        (False, True, False, True)
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def touches(self, start: int, end: int) -> bool:
        """Does any span hold a character from ``start`` up to before ``end``?"""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start
