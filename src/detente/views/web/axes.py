"""Days on a line: where a day stands, and which days are written below."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from detente.records import Time

WIDTH = 1000.0
MARGIN = 55.0
STEPS = (1, 2, 7, 14, 31, 92, 183, 366, 1830)
"""Days between two days that are written."""


class Tick(NamedTuple):
    """A day that is written below."""

    x: float
    text: str


class Axis(NamedTuple):
    """The days of a drawing, from left to right."""

    first: date
    last: date

    def x(self, day: str) -> float:
        """Where a day stands.

        >>> Axis(date(2026, 3, 1), date(2026, 3, 3)).x("2026-03-02")
        500.0
        """
        total = max((self.last - self.first).days, 1)
        share = (_day(day) - self.first).days / total
        return round(MARGIN + min(max(share, 0.0), 1.0) * (WIDTH - 2 * MARGIN), 1)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """A handful of days, evenly apart."""
        days = (self.last - self.first).days
        step = next((s for s in STEPS if days / s <= 7), STEPS[-1])
        found = [self.first + timedelta(n) for n in range(0, days + 1, step)]
        return tuple(Tick(self.x(d.isoformat()), d.isoformat()) for d in found)


def axis(days: Iterable[str | None]) -> Axis | None:
    """The axis that holds these days; None where there is none."""
    found = sorted({_day(day) for day in days if day})
    return Axis(found[0], found[-1]) if found else None


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def ends(time: Time | None) -> tuple[str, str] | None:
    """First and last day of a time that is known from both sides, or from one."""
    if time is None or (time.start is None and time.end is None):
        return None
    return time.start or time.end or "", time.end or time.start or ""
