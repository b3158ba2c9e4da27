"""The date words of a language, and the one pattern that finds every date they make."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

_GAP = r"[ \u00a0\u202f\t]{1,3}|[ \t]?\r?\n[ \t]?"


@cache
def lexicon(language: str) -> dict[str, Any]:
    """The dates.toml of a language, parsed once."""
    path = files("detente.language") / "data" / language / "dates.toml"
    return tomllib.loads(path.read_text("utf-8"))


def either(words: Iterable[str]) -> str:
    """A pattern of these words, the longest first, any gap for a space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_word(word) for word in ordered) + ")"


def _word(word: str) -> str:
    return re.escape(word).replace(r"\ ", f"(?:{_GAP})").replace("'", "['’]")


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


@cache
def pattern(language: str) -> re.Pattern[str]:
    """Every way to write a date, as one pattern of named groups; the first that fits wins."""
    data = lexicon(language)
    words = data["words"]
    gap = f"(?:{_GAP})"
    month = rf"(?:{_cased(data['months'])})"
    name = rf"(?:{_cased(data['months'], short=False)})"
    year = r"(?:19|20)\d\d(?![\d,]\d|\d|[.]\d)"
    day = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
    weekday = rf"(?:{either(data['weekdays']['names'])}|{either(data['weekdays']['short'])}\.?)"
    full_weekday = either(data["weekdays"]["names"])
    which = f"(?i:{either([*words['last'], *words['this'], *words['next']])})"
    part = rf"(?i:{either(words['parts'])})(?:{gap}|-)(?:in{gap}|on{gap})?"
    hour = rf"(?:{gap}(?i:{either(words['hours'])}))?"
    unit = f"(?i:{either(words['units'])})"
    season = f"(?i:{either(data['seasons'])})"
    comma = rf"(?:,?{gap}|,)"
    to = r"(?:\s?[-–—]\s?|\s(?:to|and|through|or)\s)"
    lead = rf"(?:{weekday}{comma}(?:the{gap})?)?"
    forms = {
        "iso": r"(?P<iso_y>\d{4})-(?P<iso_m>\d\d)(?:-(?P<iso_d>\d\d)(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?)?(?![\d-])",
        "slash": r"(?P<sl_a>\d{1,2})(?P<sl_mark>[/.])(?P<sl_b>\d{1,2})(?P=sl_mark)(?P<sl_y>(?:19|20)\d\d)(?!\d)",
        "md": rf"(?:{part})?{lead}(?P<md_m>{month})\.?{gap}(?P<md_d>{day})(?:{to}(?P<md_e>{day})(?![\w]))?(?:{comma}(?P<md_y>{year})|{gap}(?P<md_s>(?i:{either(words['last'] + words['this'])}){gap}year))?(?!\w)",
        "dm": rf"(?:{part})?{lead}(?P<dm_d>{day})(?:{to}(?P<dm_e>{day}))?{gap}(?:of{gap})?(?P<dm_m>{month})\.?(?:{comma}(?P<dm_y>{year})|{gap}(?P<dm_s>(?i:{either(words['last'] + words['this'])}){gap}year))?(?!\w)",
        "my": rf"(?:{part})?(?P<my_m>{month})\.?(?:{comma}|{gap}of{gap})(?P<my_y>{year})(?!\w)",
        "ms": rf"(?P<ms_m>{name}){gap}(?:of{gap})?(?P<ms_s>(?i:{either(words['last'] + words['this'] + words['next'])})){gap}year\b",
        "m": rf"(?:{part})?(?:(?P<m_w>{which}){gap})?(?P<m_m>{name})(?![\w’'-])",
        "sy": rf"(?:{part})?(?:the{gap})?(?P<sy_s>{season}){comma}(?:of{gap})?(?P<sy_y>{year})(?!\w)",
        "ws": rf"(?:(?P<ws_w>{which})|(?:in|by|this|since|until|during|before|after){gap}(?:the{gap})?){gap}?(?P<ws_s>{season})\b",
        "agos": rf"(?P<agos>(?:decades|years|months|weeks|days|hours){gap}ago)\b",
        "rel": rf"(?i:(?P<rel>{either(data['days'])}))\b",
        "near": rf"(?i:(?P<near>{either(data['near']['earlier'] + data['near']['later'])}))\b",
        "recent": rf"(?i:(?P<recent>{either(words['recent'][:6] + ['recently', 'lately', 'over recent months', 'over recent years'])}))\b",
        "wu": rf"(?:{part})?(?:the{gap})?(?P<wu_w>{which}){gap}(?P<wu_u>{unit})\b",
        "wd": rf"(?:{part})?(?:(?P<wd_w>{which}){gap})?(?P<wd>{full_weekday}){hour}(?!\w)",
        "hol": rf"(?P<hol>{either(data['holidays'])})(?![\w’'])",
        "dec": r"(?:the\s)?(?P<dec>(?:19|20)\d0)['’]?s\b",
        "yy": r"(?P<yy_a>(?:19|20)\d\d)\s?[-–—/]\s?(?P<yy_b>(?:19|20)\d\d|\d\d)(?![\w-])",
        "y": rf"(?:{part})?(?P<y>{year})(?![\w%]|-\d)",
    }
    either_form = "|".join(f"(?P<f_{key}>{form})" for key, form in forms.items())
    return re.compile(rf"(?<![\w$€£¥#№°º/@.=&])(?<!\d-)(?:{either_form})")


def _cased(data: dict[str, Any], *, short: bool = True) -> str:
    """Month names as written, and in capitals; never in small letters (to march, may)."""
    names = [*data["names"], *(data["short"] if short else ())]
    return either([*names, *(name.upper() for name in names)])
