"""How long: "two days of talks" is P2D, "six hours" is PT6H.

>>> [(d.start, d.end, d.iso) for d in durations("two days of talks, then a nine-year term")]
[(0, 8, 'P2D'), (26, 35, 'P9Y')]
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from detente.language.cardinals import cardinal, lexicon, number_tokens, words
from detente.language.tokens import Token

_DAYS = {"day": "D", "night": "D", "week": "W", "month": "M", "year": "Y"}
_CLOCK = {"hour": "H", "minute": "M", "second": "S"}
_PARTS = {"year": (12, "month"), "hour": (60, "minute"), "minute": (60, "second"), "week": (7, "day")}
_TENS = {"decade": 10, "century": 100}


class FoundDuration(msgspec.Struct, frozen=True):
    """A length of time and where the text says it."""

    start: int
    end: int
    iso: str  # ISO 8601: P2D, PT6H, P19Y6M


def durations(text: str, *, language: str = "en") -> list[FoundDuration]:
    """The lengths of time a text gives in numbers; "decades" and "several days" give none.

    Args:
        text: any text.
        language: whose words.
    """
    row = number_tokens(text, language)
    out: list[FoundDuration] = []
    index = 0
    while index < len(row):
        found = _at(row, index, language)
        if found is None:
            index += 1
            continue
        last, iso = found
        out.append(FoundDuration(row[index].start, row[last - 1].end, iso))
        index = last
    return out


def _at(row: Sequence[Token], index: int, language: str) -> tuple[int, str] | None:
    known = lexicon(language)["kinds"]
    units: dict[str, str] = known["durations"]
    number = cardinal(row, index, language)
    first = words(language)
    if number is not None:
        value, here = number.value, number.last
    elif row[index].form in first.half and _form(row, index + 1) in first.articles:
        value, here = 0.5, index + 2
    elif row[index].form in first.articles:
        value, here = 1, index + 1
    else:
        return None
    if _form(row, here) == "-":
        here += 1
    unit = units.get(_form(row, here))
    if value is None or unit is None or _is_not_a_length(row, index, here, known):
        return None
    return here + 1, iso_duration(value, unit)


def _is_not_a_length(row: Sequence[Token], first: int, unit: int, known: dict[str, list[str]]) -> bool:
    """An age (32-year-old), a time (two days ago) or a rate (three times a day)."""
    after = _form(row, unit + 1), _form(row, unit + 2)
    if after[0] in known["year_old"] or (after[0] == "-" and after[1] in known["year_old"]):
        return True
    return after[0] in known["not_length_after"] or _form(row, first - 1) in known["times"]


def _form(row: Sequence[Token], index: int) -> str:
    return row[index].form if 0 <= index < len(row) else ""


def iso_duration(value: float, unit: str) -> str:
    """ISO 8601 for so many days, years, hours; a fraction becomes smaller units where that is exact.

    >>> iso_duration(19.5, "year"), iso_duration(2, "decade"), iso_duration(0.5, "hour")
    ('P19Y6M', 'P20Y', 'PT30M')
    """
    if unit in _TENS:
        value, unit = value * _TENS[unit], "year"
    if unit == "weekend":
        value, unit = value * 2, "day"
    whole, rest = int(value), value - int(value)
    parts, small = _PARTS.get(unit, (1, unit))
    pieces: list[tuple[float, str]] = [(value if rest else whole, unit)]
    if rest and (rest * parts) % 1 == 0 and small != unit:
        pieces = [(whole, unit)] if whole else []
        pieces.append((rest * parts, small))
    if rest and unit == "week":
        pieces = [(value * 7, "day")]
    return "P" + ("T" if unit in _CLOCK else "") + "".join(f"{_plain(n)}{_letter(u)}" for n, u in pieces)


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def _letter(unit: str) -> str:
    return _CLOCK.get(unit) or _DAYS[unit]
