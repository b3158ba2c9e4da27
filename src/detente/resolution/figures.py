"""The numbers that a report's text names, whoever they count: who disputes a number is apt to name it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.language.numbers import quantities
from detente.records import Article, Claim
from detente.resolution.acts import FAMILIES

LEAST = 10
"""Smaller numbers are named for too many reasons."""


def figures(article: Article | None, claims: Sequence[Claim]) -> frozenset[float]:
    """Exact numbers of ten and more in title and text by which no claim of the report counts anything.

    "They counted 190; the ministry's 214 we cannot confirm" names 214, and "the eighteenth" eighteen. Only
    of a report that counts people let go.
    """
    freed = any(FAMILIES.get(c.type) == "free" and c.quantity is not None for c in claims)
    if article is None or not freed:
        return frozenset()
    told = {q.lo for c in claims if c.polarity == "+" and (q := c.quantity) is not None}
    return frozenset(n for n in _named(article.title or "", article.text) if n >= LEAST and n not in told)


def _named(*texts: str) -> Iterator[float]:
    for text in texts:
        found = (q.quantity for q in quantities(text) if q.kind in ("count", "ordinal"))
        yield from (q.lo for q in found if q.lo is not None and q.lo == q.hi)
