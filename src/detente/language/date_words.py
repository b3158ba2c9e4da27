"""The date words of a language, and the one pattern that finds every date they make."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from detente.tables import parsed

_NOTHING = ""
_OTHER = re.compile(r"[\W\d_]")
_GAP = r"[ \u00a0\u202f\t]{1,3}|[ \t]?\r?\n[ \t]?"


@cache
def lexicon(language: str) -> dict[str, Any]:
    """The dates.toml of a language, parsed once."""
    path = files("detente.language") / "data" / language / "dates.toml"
    return parsed(path.read_bytes())


def either(words: Iterable[str]) -> str:
    """A pattern of these words, the longest first, any gap for a space.

    What begins with the same word shares it, so that the pattern stays small.

    >>> either(["last", "late"])
    '(?:last|late)'
    >>> re.match(either(["last", "last night", "late"]), "last\\nnight").group()
    'last\\nnight'
    """
    kept = set(words) or {_NOTHING}
    return "(?!)" if kept == {_NOTHING} else _branches([word.split(" ") for word in kept])


def _branches(phrases: list[list[str]]) -> str:
    """Of phrases that fit at one place each is the beginning of the next: so the longer stand first."""
    behind: dict[str, list[list[str]]] = {}
    for first, *rest in phrases:
        behind.setdefault(first, []).append(rest)
    ordered = sorted(behind, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_word(word) + _rest(behind[word]) for word in ordered) + ")"


def _rest(phrases: list[list[str]]) -> str:
    more = [rest for rest in phrases if rest]
    if not more:
        return ""
    then = f"(?:{_GAP}){_branches(more)}"
    return then if len(more) == len(phrases) else f"(?:{then})?"


def _word(word: str) -> str:
    return re.escape(word).replace("'", "['’]")


@cache
def months(language: str) -> dict[str, int]:
    """Names and short names of months, in small letters."""
    data = lexicon(language)["months"]
    return {name.lower(): number for name, number in (data["names"] | data["short"]).items()}


@cache
def weekdays(language: str) -> dict[str, int]:
    """Names and short names of weekdays, in small letters."""
    data = lexicon(language)["weekdays"]
    return {name.lower(): number for name, number in (data["names"] | data["short"]).items()}


class _Parts:
    """The pieces that patterns are made of, from the words of a language."""

    def __init__(self, data: dict[str, Any], *, whole: bool = True) -> None:
        words = data["words"]
        months_, days_ = data["months"], data["weekdays"]
        self.month = _cased({**months_["names"], **months_["short"]})
        self.name = _cased(months_["names"])
        self.weekday = either(days_["names"])
        self.lead_day = rf"(?:{self.weekday}|{either(days_['short'])}\.?)"
        self.gap = f"(?:{_GAP})"
        self.year = r"(?:1[89]|20)\d\d(?![\d,]\d|\d|[.]\d)"
        self.day = rf"(?:3[01]|[12]\d|0?[1-9])(?:{either(words['day_endings'])})?(?![\d:%]|[.,]\d)"
        self.which = _any([*words["last"], *words["this"], *words["next"]])
        self.part = (
            rf"(?:{_any(words['parts'])}(?:{self.gap}|-)(?:{either(words['part_joints'])}{self.gap})?)?"
        )
        self.end = _any(w for w in words["parts"] if " " in w)  # "the start of" the year
        if not whole:
            self.part = ""
        self.hour = rf"(?:{self.gap}{_any(words['hours'])})?"
        self.unit, self.season = _any(words["units"]), _any(data["seasons"])
        self.comma = rf"(?:,?{self.gap}|,)"
        self.to = rf"(?:\s?[-–—]\s?|\s{either(words['to'])}\s)"
        self.the = rf"(?:{_any(words['the'])}{self.gap})?"
        self.of = rf"(?:{either(words['of'])}{self.gap})?"
        self.lead = rf"(?:{self.lead_day}{self.comma}{self.the})?"
        self.year_word = _any(words["year"])

    def year_after(self, key: str) -> str:
        """A year after a day and month, or "last year"; nothing is as good."""
        said = rf"{self.gap}{self.of}(?P<{key}_s>{self.which}{self.gap}{self.year_word})"
        return rf"(?:{self.comma}(?P<{key}_y>{self.year})|{said})?(?!\w)"


@cache
def starters(language: str) -> frozenset[str]:
    """The first letters up to a space or mark of every phrase that may open a date, in small letters.

    A date opens with one of these or with a digit, so :func:`pattern` need not be tried elsewhere.
    """
    return frozenset(letters(word) for word in _openings(language))


@cache
def goes_on(language: str) -> Mapping[str, frozenset[str]]:
    """For words that mostly open something else ("the", "in"): what follows them in a date, but digits."""
    data, openings = lexicon(language), _openings(language)
    words, weekend = data["words"], data["weekend"]
    small = {*words["the"], *words["season_before"], *weekend["before"]}
    small -= {word for key in ("parts", "last", "this", "next") for word in words[key]}
    behind = starters(language).union(letters(name.lower()) for name in weekend["names"])
    then = {word: set(behind) for word in small}
    for first, _, rest in (word.partition(" ") for word in openings if " " in word):
        then.setdefault(first, set()).add(letters(rest))
    alone = {letters(word) for word in openings - small if " " not in word}
    return {first: frozenset(rest) for first, rest in then.items() if first not in alone}


@cache
def _openings(language: str) -> frozenset[str]:
    data = lexicon(language)
    words, near = data["words"], data["near"]
    opening: list[Iterable[str]] = [months(language), weekdays(language), data["seasons"], data["days"]]
    opening += [words[key] for key in ("parts", "the", "last", "this", "next", "recent", "season_before")]
    opening += [near["earlier"], near["later"], data["holidays"], data["weekend"]["before"]]
    return frozenset(word.lower() for group in opening for word in group)


def letters(word: str) -> str:
    """The letters that a word begins with: "mid" of "mid-May"."""
    return _OTHER.split(word, maxsplit=1)[0]


Opening = Literal["digit", "month", "weekday", "word", "any"]
"""What a date opens with; of a word of several kinds, and of one that another kind follows: ``any``."""
_FORMS: Mapping[Opening, tuple[str, ...]] = {
    "digit": ("iso", "slash", "dm", "dec", "yy", "y"),
    "month": ("md", "my", "ms", "m"),
    "weekday": ("md", "dm", "wd"),
    "word": ("m", "sy", "ws", "we", "near", "rel", "wu", "wd", "hol", "dec"),
}
"""The forms that can open so, where no part of a time ("early") stands before them."""


@cache
def _other_openings(language: str) -> frozenset[str]:
    """Those of :func:`starters` that begin more than the name of a month or a weekday."""
    names = months(language).keys() | weekdays(language).keys()
    return frozenset(letters(word) for word in _openings(language) - names)


def opening(first: str, second: str, language: str) -> Opening:
    """What the first of two words of a text may open.

    Args:
        first, second: as :func:`letters` gives them, in small letters; of a number there are none.
        language: whose words.

    >>> opening("", "may", "en"), opening("may", "", "en"), opening("last", "may", "en")
    ('digit', 'month', 'word')
    >>> opening("late", "may", "en"), opening("the", "end", "en"), opening("the", "day", "en")
    ('any', 'any', 'word')
    """
    if not first or first[0].isdigit():
        return "digit"
    names: Mapping[Opening, Collection[str]] = {"month": months(language), "weekday": weekdays(language)}
    kinds: list[Opening] = [kind for kind, found in names.items() if first in found]
    if first in _other_openings(language):
        kinds.append("word")
    for part in lexicon(language)["words"]["parts"]:
        begin, _, rest = part.lower().partition(" ")
        if letters(begin) == first and (not rest or letters(rest) == second):
            return "any"
    return kinds[0] if len(kinds) == 1 else "any"


@cache
def pattern(language: str, opened: Opening = "any") -> re.Pattern[str]:
    """Every way to write a date, as one pattern of named groups; the first that fits wins.

    Args:
        language: whose words.
        opened: what stands where it is tried; the pattern has only what may open so.
    """
    data = lexicon(language)
    parts = _Parts(data, whole=opened == "any")
    if opened in {"digit", "month"}:
        parts.lead = ""
    forms = _full_forms(parts) | _near_forms(parts, data)
    kept = [(key, form) for key, form in forms.items() if key in _FORMS.get(opened, forms)]
    either_form = "|".join(f"(?P<f_{key}>{form})" for key, form in kept)
    return re.compile(rf"(?<![\w$€£¥#№°º/@.=&])(?<!\d-)(?:{either_form})")


def _full_forms(p: _Parts) -> dict[str, str]:
    """Forms that name a day, month or season, with or without its year."""
    clock = r"T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?"
    return {
        "iso": rf"(?P<iso_y>\d{{4}})-(?P<iso_m>\d\d)(?:-(?P<iso_d>\d\d)(?:{clock})?)?(?![\d-])",
        "slash": r"(?P<sl_a>\d{1,2})(?P<sl_mark>[/.])(?P<sl_b>\d{1,2})(?P=sl_mark)"
        r"(?P<sl_y>(?:19|20)\d\d)(?!\d)",
        "md": rf"{p.part}{p.lead}(?P<md_m>{p.month})\.?{p.gap}(?P<md_d>{p.day})"
        rf"(?:{p.to}(?P<md_e>{p.day})(?!\w))?{p.year_after('md')}",
        "dm": rf"{p.part}{p.lead}(?P<dm_d>{p.day})(?:{p.to}(?P<dm_e>{p.day}))?{p.gap}{p.of}"
        rf"(?P<dm_m>{p.month})\.?{p.year_after('dm')}",
        "my": rf"{p.part}(?P<my_m>{p.month})\.?{p.comma}{p.of}(?P<my_y>{p.year})(?!\w)",
        "ms": rf"(?P<ms_m>{p.name}){p.gap}{p.of}(?P<ms_s>{p.which}){p.gap}{p.year_word}\b",
        "m": rf"{p.part}(?:(?P<m_w>{p.which}){p.gap})?(?P<m_m>{p.name})(?![\w’'-])",
        "sy": rf"{p.part}{p.the}(?P<sy_s>{p.season}){p.comma}{p.of}(?P<sy_y>{p.year})(?!\w)",
    }


def _near_forms(p: _Parts, data: dict[str, Any]) -> dict[str, str]:
    """Forms counted from the day of the report, and bare years."""
    words, near = data["words"], data["near"]
    return {
        "ws": rf"(?:(?P<ws_w>{p.which})|{_any(words['season_before'])}{p.gap}{p.the})"
        rf"{p.gap}?(?P<ws_s>{p.season})\b",
        "we": rf"(?:(?:{_any(data['weekend']['before'])}{p.gap})?(?P<we_w>{p.which}){p.gap}"
        rf"|{_any(data['weekend']['before'])}{p.gap}{p.the})(?P<we_n>{_any(data['weekend']['names'])})\b",
        "near": rf"(?P<near>{_any([*near['earlier'], *near['later'], *words['recent']])})\b",
        "rel": rf"(?P<rel>{_any(data['days'])})\b",
        "wu": rf"(?:{p.part}{p.the}(?P<wu_w>{p.which}){p.gap}(?P<wu_u>{p.unit})"
        rf"|{p.end}{p.gap}{_any(words['the'])}{p.gap}(?P<wu_v>{_any(words.get('begun', ()))}))\b",
        "wd": rf"{p.part}(?:(?P<wd_w>{p.which}){p.gap})?(?P<wd>{p.weekday}){p.hour}(?!\w)",
        "hol": rf"(?P<hol>{either(data['holidays'])})(?![\w’'])",
        "dec": rf"{p.the}(?P<dec>(?:19|20)\d0)['’]?{_any(words['decade_ending'])}\b",
        "yy": r"(?P<yy_a>(?:19|20)\d\d)\s?[-–—/]\s?(?P<yy_b>(?:19|20)\d\d|\d\d)(?![\w-])",
        "y": rf"{p.part}(?P<y>{p.year})(?![\w%]|-\d)",
    }


def _any(words: Iterable[str]) -> str:
    """Like :func:`either`, in small letters or large."""
    return f"(?i:{either(words)})"


def _cased(names: Iterable[str]) -> str:
    """Names as written, and in capitals; never in small letters (to march, may)."""
    return either([word for name in names for word in (name, name.upper())])
