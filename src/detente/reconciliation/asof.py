"""Which claims stand: on a day in the world, as known on a day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from detente.records import Claim

TO_COME: Final = frozenset({"agreed", "promised", "intended", "demanded", "conditional", "hypothetical"})

NEVER: Final = "~"
"""After every day."""


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
    return as_of is None or begins(claim) <= as_of


def is_known(published: str | None, known_by: str | None) -> bool:
    """Was a report of this date of publication there to be known by a day?"""
    return known_by is None or known_from(published) <= known_by[:10]


def known_from(published: str | None) -> str:
    """The day by whose end a report is surely known: a month counts by its end, no date by no day.

    >>> known_from("2026-03"), known_from("2026-03-04T08:00:00Z"), known_from(None) > "2026-03-04"
    ('2026-03-99', '2026-03-04', True)
    """
    if published is None:
        return NEVER
    return published + "-99-99"[len(published) - 4 :] if len(published) < 10 else published[:10]


def begins(claim: Claim) -> str:
    """The day from which on it holds; "" is any. A happening without a date is bounded by its publication.

    A promise is there once it is given, whatever day it is given for.
    """
    if claim.mode in TO_COME:
        return claim.document.published or ""
    if claim.as_of is not None:
        return claim.as_of
    time = claim.time
    start = time.start if time and time.start else None
    if start is None and (time is None or time.end is None or time.basis == "publication_bound"):
        start = claim.document.published
    elif start is None and time is not None:
        start = time.end
    return start[:10] if start is not None else ""


def standing(claims: Iterable[Claim], *, as_of: str | None, known_by: str | None) -> tuple[Claim, ...]:
    """The claims that stand, in their order."""
    return tuple(c for c in claims if stands(c, as_of=as_of, known_by=known_by))
