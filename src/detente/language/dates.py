"""When: the dates, weekdays and spans of time a text names, as closed intervals of days.

An interval is *stated* where the text gives it in full, *anchored* where it was worked out from
the day of the report ("on Tuesday", "last month"). Without that day it stays open.

>>> from datetime import date
>>> [f.time.start for f in times("freed on Tuesday", anchor=date(2025, 12, 13))]
['2025-12-09']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import repeat

import msgspec

from detente.language import almanac
from detente.language.cardinals import cardinal, number_tokens
from detente.language.date_readings import READINGS, Place, Seen
from detente.language.date_words import either, goes_on, letters, lexicon, opening, pattern, starters
from detente.language.durations import FoundDuration, durations
from detente.records import Precision, Time

__all__ = ["FoundDuration", "FoundTime", "bound", "durations", "times"]


_RUN = re.compile(r"\w+")


class FoundTime(msgspec.Struct, frozen=True):
    """A time and where the text says it."""

    start: int
    end: int
    time: Time
    adjectival: bool = False  # "the 2020 election": names a thing, dates no act


def bound(published: str | None) -> Time:
    """The bound a report's date puts on what it tells: by then, and when before is not said.

    >>> bound("2025-12-13").end
    '2025-12-13'
    """
    return Time(None, published, "vague" if published is None else "day", "publication_bound")


def times(text: str, *, anchor: date | None, language: str = "en") -> list[FoundTime]:
    """The times a text names, in order; none overlaps another.

    Args:
        text: any text.
        anchor: the day of the report, from which weekdays and "last month" are counted; None
            where it is not known: what hangs on it then has no start and no end.
        language: whose words.
    """
    return [*_times(text, anchor, language)]


@lru_cache(maxsize=64)
def _times(text: str, anchor: date | None, language: str) -> Sequence[FoundTime]:
    """Kept, for a sentence is asked more than once."""
    seen = [*_matches(text, anchor, language), *_counted(text, anchor, language)]
    seen.sort(key=lambda s: (s.start, -s.end))
    apart: list[Seen] = []
    for item in seen:
        if not apart or item.start >= apart[-1].end:
            apart.append(item)
    joined = _joined(text, apart, language)
    return tuple(_found(text, _bounded(text, item, anchor, language)) for item in joined)


def _found(text: str, seen: Seen) -> FoundTime:
    low = seen.stretch[0].isoformat() if seen.stretch and seen.low else None
    high = seen.stretch[1].isoformat() if seen.stretch and seen.high else None
    time = Time(low, high, seen.precision, seen.basis, text[seen.start : seen.end])
    return FoundTime(seen.start, seen.end, time, seen.adjectival)


def _matches(text: str, anchor: date | None, language: str) -> list[Seen]:
    out: list[Seen] = []
    at = 0
    for match, form in _dated(text, language):
        seen = READINGS[form](Place(text, anchor, language, match)) if match.start() >= at else None
        if seen is not None:
            out.append(seen)
            at = match.end()
    return out


@lru_cache(maxsize=64)
def _dated(text: str, language: str) -> Sequence[tuple[re.Match[str], str]]:
    """Where a date may stand, each with its form; kept, for a sentence is asked more than once."""
    out: list[tuple[re.Match[str], str]] = []
    words = [*_RUN.findall(text), ""]
    follow = [*map(_may_open, words[:-1], repeat(language))]
    opening = [k for k, then in enumerate(follow) if then and (then is True or _begins(words[k + 1], then))]
    runs = [*_RUN.finditer(text)] if opening else []
    for k in opening:
        match = _finder(words[k], words[k + 1], language).match(text, runs[k].start())
        if match is not None:
            forms = (x for x, v in match.groupdict().items() if x.startswith("f_") and v is not None)
            out.append((match, next(forms)[2:]))
    return out


@lru_cache(maxsize=4096)
def _may_open(word: str, language: str) -> bool | frozenset[str]:
    """Can a date open with this word, or with it and which ones behind it? Kept, for words come again."""
    low = letters(word).lower()
    return word[0].isdigit() or (low in starters(language) and goes_on(language).get(low, True))


@lru_cache(maxsize=4096)
def _finder(first: str, second: str, language: str) -> re.Pattern[str]:
    return pattern(language, opening(letters(first).lower(), letters(second).lower(), language))


def _begins(word: str, words: frozenset[str]) -> bool:
    """Does a date go on with this word, or does nothing stand behind?"""
    return not word or word[0].isdigit() or letters(word).lower() in words


def _counted(text: str, anchor: date | None, language: str) -> list[Seen]:
    """Two years ago; the last three months; in the past two weeks."""
    words = lexicon(language)["words"]
    row, out = number_tokens(text, language), []
    for index, token in enumerate(row):
        if token.form not in words["units"] or index < 1:
            continue
        unit: str = words["units"][token.form]
        ago = index + 1 < len(row) and row[index + 1].form in words["ago"]
        for first in range(max(0, index - 4), index):
            number = cardinal(row, first, language)
            single = row[first].form in words["one"] and first == index - 1
            if not single and (number is None or number.last != index or number.value is None):
                continue
            count = 1 if single or number is None or number.value is None else int(number.value)
            lead = row[first - 1].form if first else ""
            if ago:
                stretch = almanac.back(unit, count, anchor) if anchor else None
                out.append(
                    Seen(row[first].start, row[index + 1].end, stretch, _as_precision(unit), "anchored")
                )
            elif lead in words["last"] or (lead in words["next"]):
                stretch = almanac.before(unit, count, anchor) if anchor and lead in words["last"] else None
                out.append(Seen(row[first - 1].start, token.end, stretch, _as_precision(unit), "anchored"))
            break
    return out


def _as_precision(unit: str) -> Precision:
    found: Precision = unit  # type: ignore[assignment]  # the units of the lexicon are precisions
    return found


def _joined(text: str, seen: list[Seen], language: str) -> list[Seen]:
    """Between A and B, from A to B: one time."""
    bounds = lexicon(language)["bounds"]
    out: list[Seen] = []
    for item in seen:
        last = out[-1] if out else None
        if last is not None and item.start - last.end < 12 and not item.adjectival:
            middle = text[last.end : item.start].strip().lower()
            lead = re.search(r"([^\W\d_]+)\s+$", text[max(0, last.start - 12) : last.start])
            word = lead.group(1).lower() if lead else ""
            pair = (word in bounds["between"] and middle in bounds["and"]) or (
                word in bounds["from"] and middle in bounds["to"]
            )
            if pair and lead:
                both = last.stretch and item.stretch
                low = _same_year(last, item)
                stretch = (low, item.stretch[1]) if low and item.stretch else None
                start = max(0, last.start - 12) + lead.start()
                if not both or (stretch and stretch[0] <= stretch[1]):
                    out[-1] = Seen(start, item.end, stretch, item.precision, last.basis)
                    continue
        out.append(item)
    return out


def _same_year(first: Seen, last: Seen) -> date | None:
    """The start of "from 1 July to 5 August 2024" takes its year from the end."""
    if first.stretch is None or last.stretch is None:
        return None
    low = first.stretch[0]
    if first.basis == "anchored" and last.basis == "stated" and first.precision in ("day", "month"):
        year = last.stretch[0].year
        low = almanac.in_year(low, year)
        if low > last.stretch[0]:
            low = almanac.in_year(low, year - 1)
        first.basis = "stated"
    return low


def _bounded(text: str, seen: Seen, anchor: date | None, language: str) -> Seen:
    """Since, until, by, before, after: one end opens, or closes on the day of the report."""
    words = lexicon(language)["words"]
    window = text[max(0, seen.start - 24) : seen.start]
    for key in ("since", "until", "before", "after"):
        hit = _bound(key, language).search(window)
        if hit is None or seen.adjectival or text[seen.end : seen.end + 2] in words["possessive"]:
            continue
        seen.start -= len(window) - hit.start()
        if seen.stretch is None:
            return seen
        return _open(seen, key, anchor)
    return seen


@cache
def _bound(key: str, language: str) -> re.Pattern[str]:
    """The words of a bound ("since", "until") right before a time."""
    bounds, the = lexicon(language)["bounds"], lexicon(language)["words"]["the"]
    return re.compile(rf"(?i)(?<!\w){either(bounds[key])}\s+(?:{either(the)}\s+)?$")


def _open(seen: Seen, key: str, anchor: date | None) -> Seen:
    assert seen.stretch is not None
    first, last = seen.stretch
    if key == "since":
        seen.stretch, seen.high = (first, anchor or last), anchor is not None and anchor >= first
    elif key == "after":
        seen.stretch, seen.high = (last + almanac.DAY, last), False
    elif key == "before":
        seen.stretch, seen.low = (first, first - almanac.DAY), False
    else:
        seen.low = False
    return seen
