"""Counts with what follows from them: shares, precision, recall, F1, and how low they may truly be."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, sqrt

from detente.records.base import Field

Z95 = 1.959964
"""The 97.5 % point of the normal distribution: a 95 % interval, both sides."""


def cut(value: float, digits: int = 4) -> float:
    """Fewer decimals, never rounded up: a score of .8499 is not .85.

    >>> cut(0.84999, 2), cut(0.29, 2)
    (0.84, 0.29)
    """
    scale = 10.0**digits
    return floor(value * scale + 1e-9) / scale


def wilson_low(right: int, of: int, *, z: float = Z95) -> float:
    """The lower end of Wilson's 95 % interval for a share: what a small sample lets us claim.

    >>> round(wilson_low(9, 10), 3), round(wilson_low(90, 100), 3), wilson_low(0, 0)
    (0.596, 0.826, 0.0)
    """
    if of == 0:
        return 0.0
    share, spread = right / of, z * z / of
    middle = share + spread / 2
    reach = z * sqrt(share * (1 - share) / of + spread / (4 * of))
    return min(max(0.0, (middle - reach) / (1 + spread)), share)  # rounding may step over either end


class Share(Field, frozen=True):
    """So many right of so many; make it with :meth:`of_counts`.

    >>> Share.of_counts(9, 10)
    Share(right=9, of=10, share=0.9, low=0.5958)
    """

    right: int
    of: int
    share: float | None  # None: there was nothing to be right about
    low: float  # Wilson lower bound

    @classmethod
    def of_counts(cls, right: int, of: int) -> Share:
        """The share with its lower bound."""
        return cls(right, of, cut(right / of) if of else None, cut(wilson_low(right, of)))


class Tally(Field, frozen=True):
    """Found, false and missed, with precision, recall and F1; make it with :meth:`of_counts`.

    >>> Tally.of_counts(6, 2, 4).f1
    0.6666
    """

    precision: float
    recall: float
    f1: float
    found: int
    false: int
    missed: int
    precision_low: float  # Wilson lower bounds
    recall_low: float

    @classmethod
    def of_counts(cls, found: int, false: int, missed: int) -> Tally:
        """The tally of these counts; nothing told is precision 0, nothing to find is recall 0."""
        told, wanted = found + false, found + missed
        both = 2 * found / (told + wanted) if told + wanted else 0.0
        return cls(
            cut(found / told) if told else 0.0, cut(found / wanted) if wanted else 0.0, cut(both),
            found, false, missed, cut(wilson_low(found, told)), cut(wilson_low(found, wanted)),
        )  # fmt: skip


def together(tallies: Iterable[Tally]) -> Tally:
    """One tally over all (micro-average)."""
    rows = [(t.found, t.false, t.missed) for t in tallies]
    found, false, missed = (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0, 0)
    return Tally.of_counts(found, false, missed)
