"""When a claim's happening took place, as days that can be compared."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from detente.records import Claim
from detente.records.windows import Window, dated, day

NEAR = 3
"""Days between two dates of one happening (CODEBOOK §7)."""
NEWS = 7
"""A happening told as news without a date lies at most so many days before its report."""


def window(claim: Claim, *, news: bool) -> Window | None:
    """The days in which the happening may lie; undated news lies shortly before its report."""
    stated = dated(claim.time)
    if stated is not None or not news:
        return stated
    published = span_of(claim.document.published)
    return (published[0] - timedelta(NEWS), published[1]) if published else None


def span_of(text: str | None) -> Window | None:
    """The days of an ISO date of any precision.

    >>> span_of("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    whole = day(text)
    if whole is not None:
        return whole, whole
    parts = [int(p) for p in (text or "").split("-") if p.isdigit()]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2 and 1 <= parts[1] <= 12:
        year, month = parts
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return None


def narrowest(windows: list[Window]) -> Window | None:
    """The shortest of the windows, the earliest of equals."""
    return min(windows, key=lambda w: ((w[1] - w[0]).days, w)) if windows else None
