"""Dates as the first lines of a report write them: whole dates, with or without their year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from detente.articles.phrases import table

Precision = Literal["day", "month", "year"]

_DIGIT = re.compile(r"\d")
_YEARS = range(1900, 2100)


class FoundDate(NamedTuple):
    """A date in a line. Without a year it says a day of some year."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None

    @property
    def iso(self) -> str | None:
        """``2025-03-04``, ``2025-03`` where no day is said, None where no year is."""
        if self.year is None:
            return None
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day is not None else "")

    def in_year(self, year: int) -> str | None:
        """The date in this year; None where that year has no such day."""
        made = _made(self.start, self.end, year, self.month, self.day)
        return made.iso if made is not None else None


@cache
def _months() -> dict[str, int]:
    return {
        form: number
        for months in table("months").values()
        for number, forms in enumerate(months, 1)
        for form in forms
    }


_MONTH = r"[^\W\d_]+\b\.?"
"""Any word: whether it is a month's is looked up, which takes less than a pattern of all their forms."""
_DATE = re.compile(
    rf"""
    (?<![\w.-])(?:
      (?P<y1>\d{{4}})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?![\d/-])
    | (?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})(?P=sep)(?P<y2>\d{{4}}|\d{{2}})(?![\w-])
    | (?P<n3>{_MONTH})\s?(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s(?P<y3>\d{{4}})(?!\d))?
    | (?P<d4>\d{{1,2}})(?:st|nd|rd|th|º|er|\.)?\s(?:of\s|de\s)?(?P<n4>{_MONTH})
      (?:,?\s(?:de\s|del\s)?(?P<y4>\d{{4}})(?!\d))?
    | (?P<y5>\d{{4}})\s?m\.\s(?P<n5>{_MONTH})\s(?P<d5>\d{{1,2}})(?:\s?d\.)?
    | (?P<n6>{_MONTH}),?\s(?P<y6>\d{{4}})(?!\d)
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def match_date(text: str, start: int = 0) -> FoundDate | None:
    """The date that begins at ``start``, if one does.

    >>> match_date("2nd December 2022 – (Moscow)").iso
    '2022-12-02'
    >>> match_date("Jan. 19 — Two men").iso is None
    True
    """
    found = _DATE.match(text, start)
    return _read(found) if found is not None and _is_date(found) else None


def find_dates(text: str) -> list[FoundDate]:
    """Every date of a line, in order.

    >>> [found.iso for found in find_dates("Section 12 May 2024, of 3 June 2024, 2 Ships")]
    ['2024-05-12', '2024-06-03']
    """
    if _DIGIT.search(text) is None:
        return []
    read = map(_read, _found(text))
    return [found for found in read if found is not None]


def _found(text: str) -> Iterator[re.Match[str]]:
    found = _DATE.search(text)
    while found is not None:
        real = _is_date(found)
        if real:
            yield found
        found = _DATE.search(text, found.end() if real else found.start() + 1)


def _is_date(found: re.Match[str]) -> bool:
    """Is the word in it, if there is one, the name of a month?"""
    word = found["n3"] or found["n4"] or found["n5"] or found["n6"]
    return word is None or word.rstrip(".").casefold() in _months()


def _read(found: re.Match[str]) -> FoundDate | None:
    part = found.groupdict()
    at = found.span()
    if part["m1"] is not None:
        return _made(*at, int(part["y1"]), int(part["m1"]), int(part["d1"]))
    if part["a"] is not None:
        return _numeric(found)
    for n in "3456":
        if part[f"n{n}"] is not None:
            year, day = part.get(f"y{n}"), part.get(f"d{n}")
            month = _months()[part[f"n{n}"].rstrip(".").casefold()]
            return _made(*at, int(year) if year else None, month, int(day) if day else None)
    return None


def _numeric(found: re.Match[str]) -> FoundDate | None:
    """``9/18/2023`` is the American order, ``18.9.2023`` the other; a stop always means day first."""
    first, second, year = int(found["a"]), int(found["b"]), int(found["y2"])
    year += 2000 if len(found["y2"]) == 2 else 0
    american = found["sep"] == "/" and first <= 12
    month, day = (first, second) if american else (second, first)
    return _made(*found.span(), year, month, day) or _made(*found.span(), year, day, month)


def _made(start: int, end: int, year: int | None, month: int, day: int | None) -> FoundDate | None:
    if year is not None and year not in _YEARS:
        return None
    try:
        date(year if year is not None else 2000, month, day if day is not None else 1)
    except ValueError:
        return None
    return FoundDate(start, end, year, month, day)


_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])")


def normal_date(said: str) -> tuple[str, Precision] | None:
    """A date somebody gave, as ISO 8601 to the precision it has; None where it is no date.

    >>> normal_date("2025-12-13T10:30:00+01:00"), normal_date("2024-12"), normal_date("soon")
    (('2025-12-13', 'day'), ('2024-12', 'month'), None)
    """
    said = said.strip()
    found = _ISO.match(said)
    if found is not None:
        year, month, day = (int(part) if part else None for part in found.groups())
        if year is not None and _made(0, 0, year, month or 1, day) is not None:
            precision: Precision = "day" if day else "month" if month else "year"
            return found[0], precision
    dates = [d for d in find_dates(said[:200]) if d.iso is not None]
    if not dates or dates[0].iso is None:
        return None
    return dates[0].iso, "day" if dates[0].day is not None else "month"
