"""Is a confidence of .8 right eight times in ten? Reliability in ten bins, expected calibration error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.evaluation.tallies import cut, wilson_low
from detente.records.base import Field

BINS = 10


class Judged(Field, frozen=True):
    """A claim that gold can judge: what the reader believed, and whether the text says it."""

    type: str
    confidence: float
    right: bool


class Bin(Field, frozen=True):
    """Claims whose confidence lies in [lo, hi); the last bin holds 1 too."""

    lo: float
    hi: float
    claims: int
    confidence: float  # mean
    right: float  # share


class Calibration(Field, frozen=True):
    """How far confidence and being right lie apart."""

    claims: int
    right: int
    low: float  # Wilson lower bound of the share that is right
    confidence: float  # mean
    error: float  # expected calibration error: mean gap between the two, weighted by claims
    bins: tuple[Bin, ...]  # those that hold claims


def calibration(judged: Iterable[Judged]) -> Calibration:
    """Reliability of these claims.

    Example:
        >>> found = calibration([Judged("RELEASE", 0.9, True), Judged("RELEASE", 0.9, False)])
        >>> found.error, found.bins[0].right
        (0.4, 0.5)
    """
    claims = list(judged)
    bins = [_bin(n, held) for n in range(BINS) if (held := [c for c in claims if _number(c) == n])]
    error = sum(b.claims * abs(b.right - b.confidence) for b in bins) / len(claims) if claims else 0.0
    right = sum(c.right for c in claims)
    low = cut(wilson_low(right, len(claims)))
    return Calibration(
        len(claims), right, low, _mean([c.confidence for c in claims]), round(error, 4), tuple(bins)
    )


def _number(claim: Judged) -> int:
    """Confidences have two decimals; a float's noise must not move one to its neighbour's bin."""
    return min(BINS - 1, max(0, int(round(claim.confidence * 100) * BINS // 100)))


def _bin(number: int, held: Sequence[Judged]) -> Bin:
    confidence, right = _mean([c.confidence for c in held]), _mean([float(c.right) for c in held])
    return Bin(number / BINS, (number + 1) / BINS, len(held), confidence, right)


def _mean(values: Sequence[float]) -> float:
    return round(sum(sorted(values)) / len(values), 4) if values else 0.0
