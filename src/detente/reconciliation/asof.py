"""Which claims stand: on a day in the world, as known on a day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from detente.records import Claim

TO_COME: Final = frozenset({"agreed", "promised", "intended", "demanded", "conditional", "hypothetical"})


def stands(claim: Claim, *, as_of: str | None, known_by: str | None) -> bool:
    """Does the claim speak of the day ``as_of`` or before, and was it published by ``known_by``?

    A claim without a date of publication is known by nobody before some day is asked for: it stands
    only where ``known_by`` is None.

    Args:
        claim: any claim.
        as_of: ISO date in the world; None is today and later.
        known_by: ISO date of knowledge; None is all that is known.
    """
    if not is_known(claim.document.published, known_by):
        return False
    return as_of is None or _begun(claim, as_of)


def is_known(published: str | None, known_by: str | None) -> bool:
    """Was a report of this date of publication there to be known by a day?"""
    return known_by is None or (published is not None and _by(published, known_by))


def _by(day: str, limit: str) -> bool:
    """Is the day, of whatever precision, surely no later than the limit? A month counts by its end."""
    return day + "-99-99"[len(day) - 4 :] <= limit if len(day) < 10 else day[:10] <= limit[:10]


def _begun(claim: Claim, as_of: str) -> bool:
    """Has what it tells begun by then? A happening without a date is bounded by its publication.

    A promise is there once it is given, whatever day it is given for.
    """
    if claim.mode in TO_COME:
        return claim.document.published is None or claim.document.published <= as_of
    if claim.as_of is not None:
        return claim.as_of <= as_of
    time = claim.time
    start = time.start if time and time.start else None
    if start is None and (time is None or time.end is None or time.basis == "publication_bound"):
        start = claim.document.published
    elif start is None and time is not None:
        start = time.end
    return start is None or start[:10] <= as_of[:10]


def standing(claims: Iterable[Claim], *, as_of: str | None, known_by: str | None) -> tuple[Claim, ...]:
    """The claims that stand, in their order."""
    return tuple(c for c in claims if stands(c, as_of=as_of, known_by=known_by))
