"""Times as pairs of days that can be compared."""

from __future__ import annotations

from datetime import date

from detente.records.claims import Time

Window = tuple[date, date]
"""The first day and the last."""


def day(text: str | None) -> date | None:
    """An ISO date, or None where there is none or it is no full date.

    >>> day("2026-03-04T08:00:00Z"), day("2026-03"), day(None)
    (datetime.date(2026, 3, 4), None, None)
    """
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def dated(time: Time | None) -> Window | None:
    """The days a time names; a publication bound is no date."""
    if time is None or time.basis == "publication_bound":
        return None
    start, end = day(time.start), day(time.end)
    return (start, end) if start and end else None


def apart(left: Window, right: Window) -> int:
    """Days between two windows; 0 where they meet.

    >>> apart((date(2026, 3, 1), date(2026, 3, 4)), (date(2026, 3, 6), date(2026, 3, 6)))
    2
    """
    return max(0, (left[0] - right[1]).days, (right[0] - left[1]).days)
