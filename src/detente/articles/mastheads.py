"""Lines that name the sender, the place, the day or the number of a report, and hold no sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from detente.articles.dates import FoundDate, find_dates
from detente.articles.lines import ends_sentence
from detente.articles.phrases import alternatives, table
from detente.articles.signatures import Dated, is_outlet, sign
from detente.language.gazetteer import gazetteer
from detente.language.scripts import script_of

_LONGEST = 170  # characters
_MOST_WORDS = 10  # of a name
_MOST_PARTS = 5
_SPLIT = re.compile(r"\s*[,;·•|/]\s+|\s+[/|–—-]\s+")
_PLACES = frozenset({"capital", "city", "region", "state"})
_SENDERS = frozenset({"body", "office", "outlet"})
_APART = re.compile(r"\s*[,;·•|/–—-]")
_NO_NAME = re.compile(r"[:!?\"“”«»;]")
_EDGES = " \t,;:·•|–—-()[]*"


class Masthead(NamedTuple):
    """What a line of a paper's own head says."""

    names: tuple[str, ...] = ()  # of senders, outlets, or places that no table knows
    place: str | None = None
    dates: tuple[Dated, ...] = ()
    number: str | None = None
    kind: bool = False  # it says what the paper is: a press statement, a media note

    @property
    def known(self) -> bool:
        """Does it hold more than a date and names nobody knows?"""
        return self.kind or self.number is not None or self.place is not None or any(map(sends, self.names))


class _Patterns(NamedTuple):
    kind: re.Pattern[str]
    number: re.Pattern[str]
    before_date: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    rows = table("head")["masthead"]
    weekdays = table("head")["clock"]["weekdays"]
    return _Patterns(
        re.compile(alternatives(rows["kinds"]), re.IGNORECASE),
        re.compile(rows["number"], re.IGNORECASE),
        re.compile(rf"(?:^|[\s,]+)(?:{alternatives([*rows['before_date'], *weekdays])})$", re.IGNORECASE),
    )


def masthead(text: str) -> Masthead | None:
    """The line as parts, each of them a name, a place, a kind of paper, a number or the date.

    None where a part is none of these, and where the line is one bare name or one bare date.

    >>> masthead("Press statement, Kigali, 17 March 2026").place
    'Kigali'
    >>> masthead("The Dorn Lantern, 5 October 2026").names, masthead("No. 1144").number
    (('The Dorn Lantern',), '1144')
    >>> masthead("Two men were freed, 5 October 2026") is None
    True
    """
    if len(text) > _LONGEST or text.endswith(":"):
        return None
    words, dates = _cut_date(text.strip(_EDGES))
    found = _read_parts(words) if words else None
    if found is None or not (dates or found.kind or found.number):
        return None
    return found._replace(dates=dates)


def _cut_date(text: str) -> tuple[str, tuple[Dated, ...]]:
    """What stands before the date that closes the line, or after one that opens it, and the date."""
    first: FoundDate | None = next(iter(find_dates(text)), None)
    if first is None:
        return text, ()
    rest = text[first.start :]
    if first.start == 0 and _APART.match(text, first.end) is not None:
        return text[first.end :].strip(_EDGES), (Dated(first, ""),)
    signature = sign(rest)
    if signature is None or signature.end < len(rest) or signature.byline is not None:
        return "", ()
    words = text[: first.start].rstrip(_EDGES)
    while (label := _patterns().before_date.search(words)) is not None:
        words = words[: label.start()].rstrip(_EDGES)
    return words, tuple(signature.dates)


def _read_parts(words: str) -> Masthead | None:
    found = Masthead()
    parts = [part.strip(_EDGES) for part in _SPLIT.split(words) if part.strip(_EDGES)]
    if not 0 < len(parts) <= _MOST_PARTS:
        return None
    for part in parts:
        more = _with_part(found, part)
        if more is None:
            return None
        found = more
    return found


def _with_part(found: Masthead, part: str) -> Masthead | None:
    kind = _patterns().kind.match(part)
    if kind is not None and kind.end() == len(part):
        return found._replace(kind=True)
    rest = part[kind.end() :].strip(_EDGES) if kind is not None else part
    number = _patterns().number.fullmatch(rest)
    if number is not None:
        return found._replace(kind=found.kind or kind is not None, number=number[1])
    if is_place(part):
        place = f"{found.place}, {part}" if found.place is not None else part
        return found._replace(place=place)
    return found._replace(names=(*found.names, part)) if is_name(part) else None


def is_place(name: str) -> bool:
    """Is this the name of a state, a city or a region, and of nothing else?"""
    hits = gazetteer().find(name, language=_language(name))
    return len(hits) == 1 and hits[0].kind in _PLACES and (hits[0].start, hits[0].end) == (0, len(name))


def _language(name: str) -> str:
    return "ru" if script_of(name) == "Cyrl" else "en"


def is_name(text: str) -> bool:
    """Is the whole a name: every word with a capital, but for those that join?

    >>> [is_name(t) for t in ("La Dépêche du Kell", "OPEN HANDS", "Two men freed", "Freed: Two Men")]
    [True, True, False, False]
    """
    small = frozenset(table("head")["masthead"]["small"])
    tokens = text.split()
    if not 0 < len(tokens) <= _MOST_WORDS or _NO_NAME.search(text) or ends_sentence(text):
        return False
    if not any(t[0].isupper() and len(t) > 1 for t in tokens) or tokens[-1].casefold() in small:
        return False
    return all(t[0].isupper() or t.casefold() in small or re.fullmatch(r"\d{1,3}", t) for t in tokens)


def sends(name: str) -> bool:
    """Is this the name of somebody who publishes: an outlet, an authority, a group?

    >>> [sends(n) for n in ("Ministry of Ports of Osmia", "Kell Prison Watch", "Dorn Radio", "Ada Lind")]
    [True, True, True, False]
    """
    return is_outlet(name) or is_sender(name) or is_office(name)


def is_sender(name: str) -> bool:
    """Does it end in a word for an authority or a group, or go on with "of" behind one?"""
    rows = table("head")["letterhead"]
    heads = {*rows["words"], *table("head")["outlets"]["words"]}
    tokens = [t.strip(",.()'’").casefold() for t in name.split()]
    after = [*tokens[1:], rows["joins"][0]]
    if any(t in heads and n in rows["joins"] for t, n in zip(tokens, after, strict=True)):
        return True
    return any(h.kind in _SENDERS and h.end == len(name) for h in gazetteer().find(name))


def is_office(name: str) -> bool:
    """Is it a room in somebody's house: an office, a press service?"""
    folded = f" {name.casefold()} "
    return any(f" {word} " in folded for word in table("head")["letterhead"]["offices"])


def written(name: str, text: str) -> str:
    """A name in capitals as the report writes it elsewhere, else with its capitals made small.

    >>> written("OPEN HANDS OF KELL", "We of Open Hands of Kell ask for more."), written("LIGA DE KELL", "")
    ('Open Hands of Kell', 'Liga de Kell')
    """
    if not name.isupper() or len(name.split()) < 2:
        return name
    said = [m[0] for m in re.finditer(re.escape(name), text, re.IGNORECASE) if not m[0].isupper()]
    if said:
        return said[0]
    small = frozenset(table("head")["masthead"]["small"])
    first, *others = name.split()
    joined = (t.casefold() if t.casefold() in small else _lowered(t) for t in others)
    opening = first.capitalize() if first.casefold() in small else _lowered(first)
    return " ".join((opening, *joined))


def _lowered(token: str) -> str:
    return token if "." in token or len(token) < 4 else token.capitalize()
