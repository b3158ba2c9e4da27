"""Stretches of days: a day, a week, a month, a season, a year, near an anchor or on their own.

>>> month(2024, 2)
(datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

Stretch = tuple[date, date]
"""First and last day, both inside."""

DAY = timedelta(days=1)


def day(year: int, month_: int, day_: int) -> Stretch | None:
    """One day, or None where the calendar has no such day.

    >>> day(2025, 2, 30) is None
    True
    """
    try:
        found = date(year, month_, day_)
    except ValueError:
        return None
    return found, found


def in_year(of: date, number: int) -> date:
    """The same day of another year; 29 February becomes the 28th where there is none.

    >>> in_year(date(2024, 2, 29), 2023)
    datetime.date(2023, 2, 28)
    """
    found = day(number, of.month, of.day)
    return found[0] if found is not None else date(number, of.month, of.day - 1)


def week(of: date, shift: int = 0) -> Stretch:
    """The week, Monday to Sunday, that holds this day; ``shift`` weeks away."""
    monday = of - timedelta(days=of.weekday()) + timedelta(weeks=shift)
    return monday, monday + 6 * DAY


def month(year: int, month_: int) -> Stretch:
    """A calendar month; months beyond 1 to 12 carry over into the years around."""
    carry, month_ = divmod(month_ - 1, 12)
    carry_next, next_ = divmod(month_ + 1, 12)
    return (
        date(year + carry, month_ + 1, 1),
        date(year + carry + carry_next, next_ + 1, 1) - DAY,
    )


def year(number: int) -> Stretch:
    """A calendar year."""
    return date(number, 1, 1), date(number, 12, 31)


def decade(number: int) -> Stretch:
    """Ten years from this one: 1990 stands for the 1990s."""
    return date(number, 1, 1), date(number + 9, 12, 31)


def season(number: int, first_month: int) -> Stretch:
    """Three months from this one; winter runs into the year after."""
    return month(number, first_month)[0], month(number, first_month + 2)[1]


def nearest(of_year: Callable[[int], Stretch | None], anchor: date, *, future: bool) -> Stretch | None:
    """The last such stretch that has begun by the anchor, or with ``future`` the first not yet over.

    >>> nearest(lambda y: day(y, 3, 29), date(2025, 2, 1), future=False)
    (datetime.date(2024, 3, 29), datetime.date(2024, 3, 29))
    """
    span = range(9) if future else range(0, -9, -1)
    for shift in span:
        found = of_year(anchor.year + shift)
        if found is not None and (found[1] >= anchor if future else found[0] <= anchor):
            return found
    return None


def closest(of_year: Callable[[int], Stretch | None], anchor: date) -> Stretch | None:
    """The stretch that lies fewest days from the anchor, before it or after.

    >>> closest(lambda y: day(y, 3, 29), date(2025, 2, 1))
    (datetime.date(2025, 3, 29), datetime.date(2025, 3, 29))
    """
    found = [f for shift in (-1, 0, 1) if (f := of_year(anchor.year + shift)) is not None]
    return min(found, key=lambda f: abs((f[0] - anchor).days), default=None)


def weekday(number: int, anchor: date, *, which: str, future: bool) -> Stretch:
    """The day of this name that a dated report means.

    Args:
        number: 0 for Monday.
        anchor: the day of the report.
        which: ``"last"``, ``"next"``, ``"this"`` or ``""`` for the bare name.
        future: the words around speak of what is to come.

    Example:
        >>> weekday(5, date(2025, 12, 13), which="", future=False)[0].isoformat()
        '2025-12-13'
    """
    back = (anchor.weekday() - number) % 7
    ahead = (number - anchor.weekday()) % 7
    if which == "last":
        found = anchor - (back or 7) * DAY
    elif which == "next":
        found = anchor + (ahead or 7) * DAY
    elif future:
        found = anchor + ahead * DAY
    elif which == "this":
        found = week(anchor)[0] + number * DAY
    else:
        found = anchor - back * DAY
    return found, found


def weekend(anchor: date, *, which: str, future: bool) -> Stretch:
    """The Saturday and Sunday that a dated report means, by the words of :func:`weekday`.

    >>> weekend(date(2025, 12, 15), which="", future=False)[0].isoformat()
    '2025-12-13'
    """
    sunday = anchor + (6 - anchor.weekday()) * DAY  # of the week of the report
    begun = anchor.weekday() >= 5
    if which == "last" or not (future or begun):
        sunday -= 7 * DAY
    elif which == "next" and begun:
        sunday += 7 * DAY
    return sunday - DAY, sunday


def back(unit: str, count: int, anchor: date) -> Stretch | None:
    """The day, week, month, year or decade that lies ``count`` of them before the anchor."""
    try:
        if unit == "day":
            return (anchor - count * DAY,) * 2
        if unit == "week":
            return week(anchor, -count)
        if unit == "month":
            return month(anchor.year, anchor.month - count)
        if unit == "year":
            return year(anchor.year - count)
        return decade((anchor.year // 10 - count) * 10)
    except (OverflowError, ValueError):
        return None


def before(unit: str, count: int, anchor: date) -> Stretch | None:
    """The stretch of ``count`` units that ends on the anchor: "the last three years"."""
    days = {"day": 1, "week": 7, "month": 30.44, "year": 365.25, "decade": 3652.5}
    try:
        return anchor - timedelta(days=round(days[unit] * count)), anchor
    except (OverflowError, ValueError):
        return None
