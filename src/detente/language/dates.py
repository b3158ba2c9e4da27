"""When: the dates, weekdays and spans of time a text names, as closed intervals of days.

An interval is *stated* where the text gives it in full, *anchored* where it was worked out from
the day of the report ("on Tuesday", "last month"). Without that day it stays open.

>>> from datetime import date
>>> [f.time.start for f in times("freed on Tuesday", anchor=date(2025, 12, 13))]
['2025-12-09']
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from detente.language import almanac
from detente.language.almanac import Stretch
from detente.language.cardinals import cardinal, number_tokens
from detente.language.cardinals import lexicon as number_lexicon
from detente.language.date_words import either, lexicon, months, pattern, weekdays
from detente.language.durations import FoundDuration, durations
from detente.records import Basis, Precision, Time

__all__ = ["FoundDuration", "FoundTime", "bound", "durations", "times"]


class FoundTime(msgspec.Struct, frozen=True):
    """A time and where the text says it."""

    start: int
    end: int
    time: Time
    adjectival: bool = False  # "the 2020 election": names a thing, dates no act


class _Seen(msgspec.Struct):
    """A time while it is being worked out."""

    start: int
    end: int
    stretch: Stretch | None
    precision: Precision
    basis: Basis
    adjectival: bool = False
    low: bool = True  # False: open towards the past
    high: bool = True


class _Place(msgspec.Struct, frozen=True):
    """Where a match stands and what is known about the report."""

    text: str
    anchor: date | None
    language: str
    match: re.Match[str]

    def group(self, name: str) -> str:
        found: str | None = self.match.group(name)
        return found or ""

    def before(self, width: int = 40) -> str:
        return self.text[max(0, self.match.start() - width) : self.match.start()]

    def after(self, width: int = 40) -> str:
        return self.text[self.match.end() : self.match.end() + width]

    @property
    def words(self) -> dict[str, Any]:
        found: dict[str, Any] = lexicon(self.language)["words"]
        return found

    def future(self) -> bool:
        """Do the words around, in the same sentence, speak of what is to come?"""
        left = re.split(r"[.!?\n]", self.before(80))[-1]
        right = re.split(r"[.!?\n;]", self.after(60))[0]
        return bool(re.search(rf"\b(?i:{either(self.words['future'])})\b", f"{left} | {right}"))

    def which(self, word: str) -> str:
        """``last``, ``this``, ``next`` or nothing, for the word before a name."""
        small = " ".join(word.lower().split())
        return next((key for key in ("last", "this", "next") if small in self.words[key]), "")


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
    seen = [*_matches(text, anchor, language), *_counted(text, anchor, language)]
    seen.sort(key=lambda s: (s.start, -s.end))
    apart: list[_Seen] = []
    for item in seen:
        if not apart or item.start >= apart[-1].end:
            apart.append(item)
    joined = _joined(text, apart, language)
    return [_found(text, item) for item in (_bounded(text, s, anchor, language) for s in joined)]


def _found(text: str, seen: _Seen) -> FoundTime:
    low = seen.stretch[0].isoformat() if seen.stretch and seen.low else None
    high = seen.stretch[1].isoformat() if seen.stretch and seen.high else None
    time = Time(low, high, seen.precision, seen.basis, text[seen.start : seen.end])
    return FoundTime(seen.start, seen.end, time, seen.adjectival)


def _matches(text: str, anchor: date | None, language: str) -> list[_Seen]:
    out: list[_Seen] = []
    finder, at = pattern(language), 0
    while (match := finder.search(text, at)) is not None:
        place = _Place(text, anchor, language, match)
        form = next(k[2:] for k, v in match.groupdict().items() if k.startswith("f_") and v is not None)
        seen = _READ[form](place)
        if seen is not None:
            out.append(seen)
        at = match.end() if seen is not None else match.start() + 1
    return out


def _at(
    place: _Place, stretch: Stretch | None, precision: Precision, basis: Basis = "stated", *, adjectival: bool = False
) -> _Seen:
    return _Seen(place.match.start(), place.match.end(), stretch, precision, basis, adjectival)


def _days(year: int, month: int, first: str, last: str) -> Stretch | None:
    number = [int(re.sub(r"\D", "", d)) for d in (first, last or first)]
    low, high = almanac.day(year, month, number[0]), almanac.day(year, month, number[1])
    return (low[0], high[1]) if low and high and low <= high else low


def _iso(place: _Place) -> _Seen | None:
    year, month = int(place.group("iso_y")), int(place.group("iso_m"))
    if not 1 <= month <= 12 or not 1900 <= year <= 2099:
        return None
    if not place.group("iso_d"):
        return _at(place, almanac.month(year, month), "month")
    stretch = almanac.day(year, month, int(place.group("iso_d")))
    return _at(place, stretch, "day") if stretch else None


def _slash(place: _Place) -> _Seen | None:
    """9/18/2023 is month first, unless that cannot be; 18.9.2023 is day first."""
    first, second, year = (int(place.group(k)) for k in ("sl_a", "sl_b", "sl_y"))
    if place.group("sl_mark") == "." or first > 12:
        first, second = second, first
    if not 1 <= first <= 12:
        return None
    stretch = almanac.day(year, first, second)
    return _at(place, stretch, "day") if stretch else None


def _dated(place: _Place, key: str) -> _Seen | None:
    month = months(place.language)[place.group(f"{key}_m").lower()]
    first, last = place.group(f"{key}_d"), place.group(f"{key}_e")
    thing = _names_a_thing(place)
    if place.group(f"{key}_y"):
        stretch = _days(int(place.group(f"{key}_y")), month, first, last)
        return _at(place, stretch, "day", adjectival=thing) if stretch else None
    if place.anchor is None:
        return _at(place, None, "day", "anchored", adjectival=thing)
    said = place.group(f"{key}_s")
    if said:
        shift = _SHIFT[place.which(said.rsplit(None, 1)[0])]
        stretch = _days(place.anchor.year + shift, month, first, last)
    else:
        read: Callable[[int], Stretch | None] = lambda year: _days(year, month, first, last)  # noqa: E731
        stretch = almanac.nearest(read, place.anchor, future=place.future())
    return _at(place, stretch, "day", "anchored", adjectival=thing) if stretch else None


_SHIFT = {"last": -1, "this": 0, "next": 1, "": 0}


def _names_a_thing(place: _Place) -> bool:
    """"the 2020 election", "the Oct 7 attack": a determiner before, a noun after."""
    after = re.match(r"[ \u00a0]([^\W\d_]+)", place.after(24))
    if after is None or after.group(1).lower() in place.words["stop_after_year"]:
        return False
    before = re.search(r"([^\W\d_]+)[ \u00a0]+$", place.before(24))
    return before is not None and before.group(1).lower() in place.words["adjectival_before"]


def _month_year(place: _Place) -> _Seen:
    month = months(place.language)[place.group("my_m").lower()]
    return _at(place, almanac.month(int(place.group("my_y")), month), "month", adjectival=_names_a_thing(place))


def _month_said(place: _Place) -> _Seen:
    """July last year."""
    if place.anchor is None:
        return _at(place, None, "month", "anchored")
    year = place.anchor.year + _SHIFT[place.which(place.group("ms_s"))]
    return _at(place, almanac.month(year, months(place.language)[place.group("ms_m").lower()]), "month", "anchored")


def _month(place: _Place) -> _Seen | None:
    name = place.group("m_m")
    data = lexicon(place.language)["months"]
    lone = place.match.group() == name
    word = re.search(r"([^\W\d_]+)[ \u00a0\n-]+$", place.before(16))
    led = word is not None and word.group(1).lower() in data["before"]
    if lone and name.title() in data["doubtful"] and not led:
        return None
    if place.anchor is None:
        return _at(place, None, "month", "anchored")
    which, number, anchor = place.which(place.group("m_w")), months(place.language)[name.lower()], place.anchor
    if which == "last":
        anchor = almanac.month(anchor.year, anchor.month - 1)[1]
    if which == "next":
        anchor = almanac.month(anchor.year, anchor.month + 1)[0]
    future = which == "next" or (which != "last" and place.future())
    stretch = almanac.nearest(lambda year: almanac.month(year, number), anchor, future=future)
    return _at(place, stretch, "month", "anchored")


def _season_year(place: _Place) -> _Seen:
    first = lexicon(place.language)["seasons"][place.group("sy_s").lower()]
    return _at(place, almanac.season(int(place.group("sy_y")), first), "season")


def _season(place: _Place) -> _Seen | None:
    word, which = place.group("ws_s").lower(), place.which(place.group("ws_w"))
    if not which and word in lexicon(place.language)["season_words"]["doubtful"]:
        return None
    start = place.match.start() if which else place.match.start("ws_s")
    if place.anchor is None:
        return _Seen(start, place.match.end(), None, "season", "anchored")
    first = lexicon(place.language)["seasons"][word]
    ahead = which == "next" or bool(re.match(r"(?i)by|before|until", place.match.group())) or place.future()
    stretch = almanac.nearest(lambda year: almanac.season(year, first), place.anchor, future=ahead)
    if which == "last" and stretch and stretch[1] >= place.anchor:
        stretch = almanac.season(stretch[0].year - 1, first)
    return _Seen(start, place.match.end(), stretch, "season", "anchored")


def _relative(place: _Place) -> _Seen:
    shift = lexicon(place.language)["days"][" ".join(place.group("rel").lower().split())]
    stretch = almanac.back("day", -shift, place.anchor) if place.anchor else None
    return _at(place, stretch, "day", "anchored")


def _near(place: _Place) -> _Seen:
    """A day earlier, the next day: near some other day of the text, so only bounded by the report."""
    seen = _at(place, (place.anchor, place.anchor) if place.anchor else None, "vague", "anchored")
    seen.low = False
    return seen


def _with_unit(place: _Place) -> _Seen:
    """Last month, this year, next week."""
    unit = lexicon(place.language)["words"]["units"][place.group("wu_u").lower()]
    precision: Precision = unit
    if place.anchor is None:
        return _at(place, None, precision, "anchored")
    shift = -_SHIFT[place.which(place.group("wu_w"))]
    if place.group("wu_w").lower() == "past":
        return _at(place, almanac.before(unit, 1, place.anchor), precision, "anchored")
    return _at(place, almanac.back(unit, shift, place.anchor), precision, "anchored")


def _weekday(place: _Place) -> _Seen:
    if place.anchor is None:
        return _at(place, None, "day", "anchored")
    number, which = weekdays(place.language)[place.group("wd").lower()], place.which(place.group("wd_w"))
    stretch = almanac.weekday(number, place.anchor, which=which, future=place.future())
    return _at(place, stretch, "day", "anchored")


def _holiday(place: _Place) -> _Seen | None:
    table = lexicon(place.language)["holidays"]
    key = re.sub(r"\s+", " ", place.group("hol").replace("’", "'"))
    month, day = table[key]
    if place.anchor is None:
        return _at(place, None, "day", "anchored")
    future = place.future() or bool(re.search(r"(?i)\b(?:before|by|until)\s+(?:the\s+)?$", place.before(20)))
    stretch = almanac.nearest(lambda year: almanac.day(year, month, day), place.anchor, future=future)
    return _at(place, stretch, "day", "anchored")


def _years(place: _Place) -> _Seen | None:
    first, last = int(place.group("yy_a")), place.group("yy_b")
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if second <= first:
        return None
    return _at(place, (almanac.year(first)[0], almanac.year(second)[1]), "year", adjectival=_names_a_thing(place))


def _year(place: _Place) -> _Seen | None:
    """A bare year, unless the words around make it a number of people or the number of a thing."""
    words, numbers = place.words, number_lexicon(place.language)
    number = int(place.group("y"))
    before = re.search(r"([^\W\d_]+)[.,(\[]*[ \u00a0\n(\[‘“'\"-]*$", place.before(24))
    word = before.group(1).lower() if before else ""
    kinds = numbers["kinds"]
    led = word in kinds["year_before"] or word in words["parts"] or place.match.group() != place.group("y")
    after = [w.lower() for w in re.findall(r"[^\W\d_]+", re.split(r"[.,;:!?()]", place.after(40))[0])[:2]]
    counted = {*numbers["nouns"]["people"], *kinds["durations"], *kinds["distances"], *kinds["currencies"], "percent"}
    if after and (after[0] in counted or (len(after) > 1 and after[1] in counted and not led)):
        return None
    if word in kinds["identifiers"] or not (led or 1990 <= number <= 2040):
        return None
    hedge = rf"(?i)\b{either(kinds['strong_count'])}\s*$"
    if not led and re.search(hedge, place.before(24)):
        return None
    noun = bool(after) and place.after(1) in " \u00a0" and after[0] not in words["stop_after_year"]
    return _at(place, almanac.year(number), "year", adjectival=noun and (not led or _names_a_thing(place)))


_READ: dict[str, Callable[[_Place], _Seen | None]] = {
    "iso": _iso,
    "slash": _slash,
    "md": lambda place: _dated(place, "md"),
    "dm": lambda place: _dated(place, "dm"),
    "my": _month_year,
    "ms": _month_said,
    "m": _month,
    "sy": _season_year,
    "ws": _season,
    "agos": _near,
    "rel": _relative,
    "near": _near,
    "recent": _near,
    "wu": _with_unit,
    "wd": _weekday,
    "hol": _holiday,
    "dec": lambda place: _at(place, almanac.decade(int(place.group("dec"))), "decade"),
    "yy": _years,
    "y": _year,
}


def _counted(text: str, anchor: date | None, language: str) -> list[_Seen]:
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
            single = row[first].form in ("a", "an") and first == index - 1
            if not single and (number is None or number.last != index or number.value is None):
                continue
            count = 1 if single or number is None or number.value is None else int(number.value)
            lead = row[first - 1].form if first else ""
            if ago:
                stretch = almanac.back(unit, count, anchor) if anchor else None
                out.append(_Seen(row[first].start, row[index + 1].end, stretch, _as_precision(unit), "anchored"))
            elif lead in words["last"] or (lead in words["next"]):
                stretch = almanac.before(unit, count, anchor) if anchor and lead in words["last"] else None
                out.append(_Seen(row[first - 1].start, token.end, stretch, _as_precision(unit), "anchored"))
            break
    return out


def _as_precision(unit: str) -> Precision:
    found: Precision = unit  # type: ignore[assignment]  # the units of the lexicon are precisions
    return found


def _joined(text: str, seen: list[_Seen], language: str) -> list[_Seen]:
    """Between A and B, from A to B: one time."""
    bounds = lexicon(language)["bounds"]
    out: list[_Seen] = []
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
                stretch = (last.stretch[0], item.stretch[1]) if last.stretch and item.stretch else None
                start = max(0, last.start - 12) + lead.start()
                if not both or (stretch and stretch[0] <= stretch[1]):
                    out[-1] = _Seen(start, item.end, stretch, item.precision, last.basis)
                    continue
        out.append(item)
    return out


def _bounded(text: str, seen: _Seen, anchor: date | None, language: str) -> _Seen:
    """Since, until, by, before, after: one end opens, or closes on the day of the report."""
    bounds = lexicon(language)["bounds"]
    window = text[max(0, seen.start - 24) : seen.start]
    for key in ("since", "until", "before", "after"):
        hit = re.search(rf"(?i)(?<!\w){either(bounds[key])}\s+(?:the\s+)?$", window)
        if hit is None or seen.adjectival or text[seen.end : seen.end + 2] in ("'s", "’s"):
            continue
        seen.start -= len(window) - hit.start()
        if seen.stretch is None:
            return seen
        return _open(seen, key, anchor)
    return seen


def _open(seen: _Seen, key: str, anchor: date | None) -> _Seen:
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
