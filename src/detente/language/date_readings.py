"""What a match of the date pattern means: one reading for each way to write a time."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import msgspec

from detente.language import almanac
from detente.language.almanac import Stretch
from detente.language.cardinals import lexicon as number_lexicon
from detente.language.date_words import either, lexicon, months, weekdays
from detente.records import Basis, Precision


class Seen(msgspec.Struct):
    """A time while it is being worked out."""

    start: int
    end: int
    stretch: Stretch | None
    precision: Precision
    basis: Basis
    adjectival: bool = False
    low: bool = True  # False: open towards the past
    high: bool = True


class Place(msgspec.Struct, frozen=True):
    """Where a match stands and what is known about the report."""

    text: str
    anchor: date | None
    language: str
    match: re.Match[str]

    def group(self, name: str) -> str:
        """A group of the match; an empty string where it took no part."""
        found: str | None = self.match.group(name)
        return found or ""

    def before(self, width: int = 40) -> str:
        """The characters before the match."""
        return self.text[max(0, self.match.start() - width) : self.match.start()]

    def after(self, width: int = 40) -> str:
        """The characters after the match."""
        return self.text[self.match.end() : self.match.end() + width]

    @property
    def words(self) -> dict[str, Any]:
        """The small words of this language's dates."""
        found: dict[str, Any] = lexicon(self.language)["words"]
        return found

    def future(self) -> bool:
        """Do the words around, in the same sentence, speak of what is to come?"""
        left = re.split(r"[.!?\n]", self.before(80))[-1]
        right = re.split(r"[.!?\n;]", self.after(60))[0]
        around = f"{left} | {right}"
        if _before("due", self.language).search(left) and not _said("told", self.language).search(around):
            return True
        return _said("future", self.language).search(around) is not None

    def either(self) -> bool:
        """May the day lie on either side of the anchor: "as from 20 May", "put off to 21 August"?"""
        return _before("either", self.language).search(self.before()) is not None

    def which(self, word: str) -> str:
        """``last``, ``this``, ``next`` or nothing, for the word before a name."""
        small = " ".join(word.lower().split())
        return next((key for key in ("last", "this", "next") if small in self.words[key]), "")


@cache
def _said(key: str, language: str) -> re.Pattern[str]:
    """One of the words of this name."""
    return re.compile(rf"\b(?i:{either(lexicon(language)['words'].get(key, ()))})\b")


@cache
def _before(key: str, language: str) -> re.Pattern[str]:
    """One of the words of this name, right before a date."""
    return re.compile(rf"\b(?i:{either(lexicon(language)['words'].get(key, ()))})\s+(?:the\s+)?$")


def _at(
    place: Place,
    stretch: Stretch | None,
    precision: Precision,
    basis: Basis = "stated",
    *,
    adjectival: bool = False,
) -> Seen:
    return Seen(place.match.start(), place.match.end(), stretch, precision, basis, adjectival)


def _days(year: int, month: int, first: str, last: str) -> Stretch | None:
    number = [int(re.sub(r"\D", "", d)) for d in (first, last or first)]
    low, high = almanac.day(year, month, number[0]), almanac.day(year, month, number[1])
    return (low[0], high[1]) if low and high and low <= high else low


def _iso(place: Place) -> Seen | None:
    year, month = int(place.group("iso_y")), int(place.group("iso_m"))
    if not 1 <= month <= 12 or not 1900 <= year <= 2099:
        return None
    if not place.group("iso_d"):
        return _at(place, almanac.month(year, month), "month")
    stretch = almanac.day(year, month, int(place.group("iso_d")))
    return _at(place, stretch, "day") if stretch else None


def _slash(place: Place) -> Seen | None:
    """9/18/2023 is month first, unless that cannot be; 18.9.2023 is day first."""
    first, second, year = (int(place.group(k)) for k in ("sl_a", "sl_b", "sl_y"))
    if place.group("sl_mark") == "." or first > 12:
        first, second = second, first
    if not 1 <= first <= 12:
        return None
    stretch = almanac.day(year, first, second)
    return _at(place, stretch, "day") if stretch else None


def _dated(place: Place, key: str) -> Seen | None:
    month = months(place.language)[place.group(f"{key}_m").lower()]
    first, last = place.group(f"{key}_d"), place.group(f"{key}_e")
    if key == "md" and _counts_people(place):
        return _month_alone(place, month)
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
        stretch = (
            almanac.closest(read, place.anchor)
            if place.either()
            else almanac.nearest(read, place.anchor, future=place.future())
        )
    return _at(place, stretch, "day", "anchored", adjectival=thing) if stretch else None


def _counts_people(place: Place) -> bool:
    """ "In May 30 prisoners were freed", "since May 30 people": a number of people, and no day in May."""
    if place.group("md_y") or place.group("md_e") or not place.match.group()[-1].isdigit():
        return False
    before = re.search(r"([^\W\d_]+)[ \u00a0]+$", place.before(16))
    after = re.match(r"[ \u00a0]([^\W\d_]+)", place.after(24))
    nouns = number_lexicon(place.language)["nouns"]
    many = (
        after is not None
        and after.group(1) in nouns["people"]
        and (after.group(1).endswith("s") or after.group(1) in nouns["irregular_plurals"])
    )
    return many and before is not None and before.group(1).lower() in place.words.get("month_behind", ())


def _month_alone(place: Place, month: int) -> Seen:
    """The month of a match that goes on with a number."""
    end = place.match.start() + place.match.group().rindex(place.group("md_d")) - 1
    read: Callable[[int], Stretch] = lambda year: almanac.month(year, month)  # noqa: E731
    stretch = almanac.nearest(read, place.anchor, future=place.future()) if place.anchor else None
    return Seen(place.match.start(), end, stretch, "month", "anchored")


_SHIFT = {"last": -1, "this": 0, "next": 1, "": 0}


def _names_a_thing(place: Place) -> bool:
    """ "the 2020 election", "the Oct 7 attack": a determiner before, a noun after."""
    after = re.match(r"[ \u00a0]([^\W\d_]+)", place.after(24))
    if after is None or after.group(1).lower() in place.words["stop_after_year"]:
        return False
    before = re.search(r"([^\W\d_]+)[ \u00a0]+$", place.before(24))
    return before is not None and before.group(1).lower() in place.words["adjectival_before"]


def _month_year(place: Place) -> Seen:
    month = months(place.language)[place.group("my_m").lower()]
    return _at(
        place, almanac.month(int(place.group("my_y")), month), "month", adjectival=_names_a_thing(place)
    )


def _month_said(place: Place) -> Seen:
    """July last year."""
    if place.anchor is None:
        return _at(place, None, "month", "anchored")
    year = place.anchor.year + _SHIFT[place.which(place.group("ms_s"))]
    return _at(
        place, almanac.month(year, months(place.language)[place.group("ms_m").lower()]), "month", "anchored"
    )


def _month(place: Place) -> Seen | None:
    name = place.group("m_m")
    data = lexicon(place.language)["months"]
    lone = place.match.group() == name
    word = re.search(r"([^\W\d_]+)[ \u00a0\n-]+$", place.before(16))
    led = word is not None and word.group(1).lower() in data["before"]
    if lone and name.title() in data["doubtful"] and not led:
        return None
    if place.anchor is None:
        return _at(place, None, "month", "anchored")
    which, number, anchor = (
        place.which(place.group("m_w")),
        months(place.language)[name.lower()],
        place.anchor,
    )
    if which == "last":
        anchor = almanac.month(anchor.year, anchor.month - 1)[1]
    if which == "next":
        anchor = almanac.month(anchor.year, anchor.month + 1)[0]
    future = which == "next" or (which != "last" and place.future())
    stretch = almanac.nearest(lambda year: almanac.month(year, number), anchor, future=future)
    return _at(place, stretch, "month", "anchored")


def _season_year(place: Place) -> Seen:
    first = lexicon(place.language)["seasons"][place.group("sy_s").lower()]
    return _at(place, almanac.season(int(place.group("sy_y")), first), "season")


def _season(place: Place) -> Seen | None:
    word, which = place.group("ws_s").lower(), place.which(place.group("ws_w"))
    if not which and word in lexicon(place.language)["season_words"]["doubtful"]:
        return None
    start = place.match.start() if which else place.match.start("ws_s")
    if place.anchor is None:
        return Seen(start, place.match.end(), None, "season", "anchored")
    first = lexicon(place.language)["seasons"][word]
    ahead = which == "next" or _starts(place, "season_due") or place.future()
    stretch = almanac.nearest(lambda year: almanac.season(year, first), place.anchor, future=ahead)
    if which == "last" and stretch and stretch[1] >= place.anchor:
        stretch = almanac.season(stretch[0].year - 1, first)
    return Seen(start, place.match.end(), stretch, "season", "anchored")


def _starts(place: Place, key: str) -> bool:
    return re.match(rf"(?i){either(place.words[key])}\b", place.match.group()) is not None


def _relative(place: Place) -> Seen:
    shift = lexicon(place.language)["days"][" ".join(place.group("rel").lower().split())]
    stretch = almanac.back("day", -shift, place.anchor) if place.anchor else None
    return _at(place, stretch, "day", "anchored")


def _near(place: Place) -> Seen:
    """A day earlier, the next day: near some other day of the text, so only bounded by the report."""
    seen = _at(place, (place.anchor, place.anchor) if place.anchor else None, "vague", "anchored")
    seen.low = False
    return seen


def _with_unit(place: Place) -> Seen:
    """Last month, this year, next week."""
    unit = lexicon(place.language)["words"]["units"][(place.group("wu_u") or place.group("wu_v")).lower()]
    precision: Precision = unit
    if place.anchor is None:
        return _at(place, None, precision, "anchored")
    shift = -_SHIFT[place.which(place.group("wu_w"))]
    if place.group("wu_w").lower() == "past":
        return _at(place, almanac.before(unit, 1, place.anchor), precision, "anchored")
    return _at(place, almanac.back(unit, shift, place.anchor), precision, "anchored")


def _weekday(place: Place) -> Seen:
    if place.anchor is None:
        return _at(place, None, "day", "anchored")
    number, which = weekdays(place.language)[place.group("wd").lower()], place.which(place.group("wd_w"))
    stretch = almanac.weekday(number, place.anchor, which=which, future=place.future())
    return _at(place, stretch, "day", "anchored")


def _weekend(place: Place) -> Seen:
    """Over the weekend, last weekend, by the weekend: a Saturday and the Sunday behind it."""
    which = place.which(place.group("we_w"))
    start = place.match.start("we_w" if which else "we_n")
    if place.anchor is None:
        return Seen(start, place.match.end(), None, "day", "anchored")
    ahead = which == "next" or _starts(place, "due") or place.future()
    stretch = almanac.weekend(place.anchor, which=which, future=ahead)
    return Seen(start, place.match.end(), stretch, "day", "anchored")


def _holiday(place: Place) -> Seen | None:
    table = lexicon(place.language)["holidays"]
    key = re.sub(r"\s+", " ", place.group("hol").replace("’", "'"))
    month, day = table[key]
    if place.anchor is None:
        return _at(place, None, "day", "anchored")
    due = re.search(rf"(?i)\b{either(place.words['due'])}\s+$", place.before(20))
    future = place.future() or due is not None
    stretch = almanac.nearest(lambda year: almanac.day(year, month, day), place.anchor, future=future)
    return _at(place, stretch, "day", "anchored")


def _years(place: Place) -> Seen | None:
    first, last = int(place.group("yy_a")), place.group("yy_b")
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if second <= first:
        return None
    return _at(
        place, (almanac.year(first)[0], almanac.year(second)[1]), "year", adjectival=_names_a_thing(place)
    )


@cache
def _counted(language: str) -> frozenset[str]:
    """What a number that looks like a year may count: people, days, miles."""
    nouns, kinds = number_lexicon(language)["nouns"], number_lexicon(language)["kinds"]
    people = {noun for noun in nouns["people"] if noun.endswith("s")} | set(nouns["irregular_plurals"])
    counted = people.union(kinds["durations"], kinds["distances"], kinds["currencies"], kinds["percent"])
    return frozenset(counted - set(lexicon(language)["words"]["year"]))


@cache
def _hedge(language: str) -> re.Pattern[str]:
    """A word right before a number that makes it a count: "at least 2020 people"."""
    return re.compile(rf"(?i)\b{either(number_lexicon(language)['kinds']['strong_count'])}\s*$")


def _year(place: Place) -> Seen | None:
    """A bare year, unless the words around make it a number of people or the number of a thing."""
    words, numbers = place.words, number_lexicon(place.language)
    number = int(place.group("y"))
    before = re.search(r"([^\W\d_]+)[.,(\[]*[ \u00a0\n(\[‘“'\"-]*$", place.before(24))
    word = before.group(1).lower() if before else ""
    kinds = numbers["kinds"]
    led = word in kinds["year_before"] or word in words["parts"] or place.match.group() != place.group("y")
    after = [w.lower() for w in re.findall(r"[^\W\d_]+", re.split(r"[.,;:!?()]", place.after(40))[0])[:2]]
    counted = _counted(place.language)
    if after and (after[0] in counted or (len(after) > 1 and after[1] in counted and not led)):
        return None
    if word in kinds["identifiers"] or not (led or 1990 <= number <= 2040):
        return None
    if not led and _hedge(place.language).search(place.before(24)):
        return None
    noun = bool(after) and place.after(1) in " \u00a0" and after[0] not in words["stop_after_year"]
    return _at(place, almanac.year(number), "year", adjectival=noun and (not led or _names_a_thing(place)))


READINGS: dict[str, Callable[[Place], Seen | None]] = {
    "iso": _iso,
    "slash": _slash,
    "md": lambda place: _dated(place, "md"),
    "dm": lambda place: _dated(place, "dm"),
    "my": _month_year,
    "ms": _month_said,
    "m": _month,
    "sy": _season_year,
    "ws": _season,
    "rel": _relative,
    "near": _near,
    "wu": _with_unit,
    "wd": _weekday,
    "we": _weekend,
    "hol": _holiday,
    "dec": lambda place: _at(place, almanac.decade(int(place.group("dec"))), "decade"),
    "yy": _years,
    "y": _year,
}
"""For each form of the date pattern, who reads it; None as an answer means that it is no date."""
