"""Days of happenings, compared: which are near, which cannot be one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from detente.records import Claim, Event, Precision, Time
from detente.records.windows import Window, apart, dated, day


def when(event: Event, claims: Iterable[Claim]) -> Window | None:
    """The days of an event: as dated, else those on which it was news."""
    stated = dated(event.time)
    if stated is not None:
        return stated
    published = sorted(d for c in claims if c.mode != "background" and (d := day(c.document.published)))
    return (published[0], published[0]) if published else None


LONG = 31
"""Days over which people let go are a sum of several releases."""

_ROUGH: Final = {"month": 31, "season": 92, "year": 366, "decade": 3653}
"""Longest windows of dates that are only rough."""


def is_cumulative(claim: Claim) -> bool:
    """Does a claim count over a longer time, as in "640 freed since January"?

    "In 2014" dates a happening roughly; "since 2014", which goes on to the report, counts over years.
    """
    window = dated(claim.time)
    if claim.quantity is None or window is None or claim.time is None:
        return False
    days, precision = (window[1] - window[0]).days, claim.time.precision
    whole = days <= _ROUGH.get(precision, 0) and _ends_whole(window[1], precision)
    return days > LONG and not whole


def _ends_whole(last: date, precision: Precision) -> bool:
    """Does a month, season or year end on this day?"""
    return (last + timedelta(1)).day == 1 and (last.month == 12 or precision not in ("year", "decade"))


def gap(left: Window | None, right: Window | None) -> int | None:
    """Days between two windows, 0 where they meet; None where either is unknown."""
    if left is None or right is None:
        return None
    return apart(left, right)


def hull(times: Iterable[Time | None], bound: str | None) -> Time:
    """From the first dated day to the last; undated: no later than the bound."""
    windows = sorted(_sharp([w for t in times if (w := dated(t))]))
    if not windows:
        return Time(None, bound, "day", "publication_bound")
    start, end = windows[0][0], max(w[1] for w in windows)
    days = (end - start).days
    precision: Precision = "day" if days < 7 else "month" if days < 32 else "vague"
    return Time(start.isoformat(), end.isoformat(), precision, "derived" if len(windows) > 1 else "stated")


def _sharp(windows: list[Window]) -> list[Window]:
    """A month that a dated day lies in adds nothing to that day."""
    days = [w for w in windows if (w[1] - w[0]).days < 7]
    return days + [
        w for w in windows if w not in days and not any(w[0] <= d[0] and d[1] <= w[1] for d in days)
    ]


def earliest(times: Iterable[Time | None]) -> Time | None:
    """The narrowest of the dated times, else the earliest bound."""
    known = [t for t in times if t is not None]
    sharp = [(w[1] - w[0], w, t) for t in known if (w := dated(t))]
    if sharp:
        return min(sharp, key=lambda row: row[:2])[2]
    return min(known, key=lambda t: (t.end or "9", t.start or ""), default=None)
