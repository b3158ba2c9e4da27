"""Days of happenings, compared: which are near, which cannot be one."""

from __future__ import annotations

from collections.abc import Iterable

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


def is_cumulative(claim: Claim) -> bool:
    """Does a claim count over a longer time, as in "640 freed since January"?"""
    window = dated(claim.time)
    if claim.quantity is None or window is None or claim.time is None:
        return False
    whole = claim.time.precision in ("month", "season", "year", "decade")  # "in 2014" dates it roughly
    return not whole and (window[1] - window[0]).days > LONG


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
