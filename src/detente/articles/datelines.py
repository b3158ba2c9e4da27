"""The dateline before a report's first words: place, day, agency."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from detente.articles.dates import FoundDate, match_date
from detente.articles.lines import begins_lower, ends_sentence
from detente.articles.phrases import table
from detente.articles.signatures import is_outlet
from detente.language.gazetteer import gazetteer

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁІЇЄҐЎ"
_CAPS = re.compile(
    rf"[{_UPPER}][{_UPPER}'’.-]*[{_UPPER}]\.?(?: [{_UPPER}][{_UPPER}'’.-]*[{_UPPER}]\.?){{0,3}}(?![\w])"
)
_SECOND = re.compile(rf"/[{_UPPER}]{{3,}}(?: [{_UPPER}]{{3,}})?(?![\w/])")
"""A second place, as of a report from two sides: ``DORN/KELL``."""
_TITLE = re.compile(rf"[{_UPPER}][\w'’.-]*(?: (?:[{_UPPER}][\w'’.-]*|de|del|al|el|la|da|do)){{0,2}}")
_REGION = re.compile(rf",\s([{_UPPER}][\w'’.-]*(?: [{_UPPER}][\w'’.-]*){{0,2}})")
_CREDIT = re.compile(r"\s*(?:\(([^()]{2,60})\)|/([^/]{2,40})/|\[([^\[\]]{2,40})\])")
_BARE = re.compile(r"[\s,.]+([^\s,()]{2,20})(?=\s+[—–-])")
_SITE = re.compile(r"\.(?:ru|com|org|net|by|ua)$")
_GLUED = re.compile(rf"([{_UPPER}]{{3,20}})[-–—](?=[{_UPPER}][a-zà-öø-ÿа-яё])")
_DASH = re.compile(r"\s*(?:[—–―]|--|-(?=\s))\s*")
_TIGHT = re.compile(r"\s+-\s*")
"""A dash that touches the report's first word, as some sites set it behind the agency's name."""
_STOP = re.compile(r"\s*[.:]\s*")
_BETWEEN = re.compile(r"[\s,.]*")
_INITIALS = re.compile(rf"[{_UPPER}]{{2,14}}")
_PARTS = re.compile(r"\s*[,;/]\s*")
_TITLE_LENGTH = 130  # a line that is no longer and has no stop may be a title: "Dorn – A city in fear"
_KNOWN = frozenset({"capital", "city", "region"})


class Dateline(NamedTuple):
    """What a dateline says, and how many characters it takes."""

    end: int
    place: str | None
    date: FoundDate | None
    credit: str | None


class _Pieces(NamedTuple):
    end: int
    place: str | None = None
    capitals: bool = False
    bracketed: bool = False
    date: FoundDate | None = None
    credit: str | None = None


def dateline(text: str) -> Dateline | None:
    """The dateline at the beginning of a line, if it has one.

    >>> found = dateline("DORN, Jan. 19 (Osmia Wire) — Two men were freed.")
    >>> (found.place, found.date.month, found.credit)
    ('Dorn', 1, 'Osmia Wire')
    >>> dateline("Minsk, 5 March. The president signed a decree.").place
    'Minsk'
    >>> dateline("Lena Marr — the editor — was freed.") is None
    True
    """
    glued = _glued(text)
    if glued is not None:
        return glued
    pieces = _pieces(text)
    end = _closed(text, pieces)
    if end is None:
        return None
    return Dateline(end, pieces.place, pieces.date, pieces.credit)


@cache
def _no_places() -> frozenset[str]:
    head = table("head")
    rows = (head["acronyms"]["not_places"], head["outlets"]["tags"], head["clock"]["weekdays"])
    return frozenset(word for row in rows for word in row)


def _glued(text: str) -> Dateline | None:
    """``DORN-Two men were freed``: a place in capitals with a hyphen and no space."""
    found = _GLUED.match(text)
    if found is None or found[1].casefold() in _no_places() or is_agency(found[1]):
        return None
    return Dateline(found.end(), _written(found[1]), None, None)


def _pieces(text: str) -> _Pieces:
    """Date, place, date, credit, as far as they follow one another."""
    pieces = _with_date(text, _Pieces(0))
    if pieces.date is not None:
        dash = _DASH.match(text, pieces.end)
        pieces = pieces._replace(end=dash.end() if dash else pieces.end)
    pieces = _with_place(text, pieces)
    pieces = _with_credit(text, _with_date(text, pieces))
    return _with_bare_credit(text, _with_credit(text, _with_date(text, pieces)))


def _with_date(text: str, pieces: _Pieces) -> _Pieces:
    if pieces.date is not None:
        return pieces
    gap = _BETWEEN.match(text, pieces.end)
    date = match_date(text, gap.end() if gap else pieces.end)
    return pieces._replace(end=date.end, date=date) if date is not None else pieces


def _with_place(text: str, pieces: _Pieces) -> _Pieces:
    gap = _BETWEEN.match(text, pieces.end)
    start = gap.end() if gap else pieces.end
    for pattern in (_CAPS, _TITLE):
        found = pattern.match(text, start)
        if found is None or found[0].casefold() in _no_places():
            continue
        if is_agency(found[0]):
            return pieces._replace(end=found.end(), credit=found[0])
        return _with_region(text, pieces, found, capitals=pattern is _CAPS)
    return pieces


def _with_region(text: str, pieces: _Pieces, found: re.Match[str], *, capitals: bool) -> _Pieces:
    end = found.start() + len(_without_stop(found[0]))
    second = _SECOND.match(text, end) if capitals else None
    end = second.end() if second is not None else end
    place = _written(text[found.start() : end]) if capitals else found[0].rstrip(".")
    region = _REGION.match(text, end)
    known = region is None or match_date(text, region.start(1)) is not None or is_agency(region[1])
    if region is not None and not known:
        end = region.start(1) + len(_without_stop(region[1]))
        place = f"{place}, {text[region.start(1) : end]}"
    return pieces._replace(end=end, place=place, capitals=capitals)


def _without_stop(name: str) -> str:
    """The name up to a stop that closes the line and shortens no word: ``KELL, Kenya. The court``."""
    first, stop, _ = name.partition(".")
    return first if stop and _is_known(first, _KNOWN | {"state"}) else name


def _with_credit(text: str, pieces: _Pieces) -> _Pieces:
    """A bracket: an agency, a place, a date, or a place and a date."""
    start = pieces.end
    dot = re.compile(r"\.?\s*").match(text, start)
    found = _CREDIT.match(text, dot.end() if dot else start)
    if found is None or (pieces.credit is not None and pieces.date is not None):
        return pieces
    inside = next(part for part in found.groups() if part is not None).strip()
    date = match_date(inside)
    if date is not None and date.end == len(inside) and pieces.date is None:
        return pieces._replace(end=found.end(), date=date)
    if pieces.credit is None and (pieces.place is not None or is_credit(inside)):
        return pieces._replace(end=found.end(), credit=inside)
    return _with_bracketed_place(inside, found.end(), pieces)


def _with_bare_credit(text: str, pieces: _Pieces) -> _Pieces:
    """``DORN, OsmiaPress – Two men``: an agency the tables know, without a bracket."""
    found = _BARE.match(text, pieces.end)
    if pieces.credit is not None or pieces.place is None or found is None or not is_agency(found[1]):
        return pieces
    return pieces._replace(end=found.end(), credit=found[1])


def _with_bracketed_place(inside: str, end: int, pieces: _Pieces) -> _Pieces:
    place, _, rest = inside.partition(", ")
    date = match_date(rest) if rest else None
    named = _TITLE.fullmatch(place)
    if pieces.place is not None or named is None or (rest and date is None):
        return pieces
    return pieces._replace(end=end, place=place, bracketed=True, date=pieces.date or date)


def _closed(text: str, pieces: _Pieces) -> int | None:
    """Where the report's own words begin; None where these pieces make no dateline."""
    if pieces.end == 0:
        return None
    marked = pieces.capitals or pieces.bracketed or pieces.date is not None or pieces.credit is not None
    dash = _DASH.match(text, pieces.end)
    if dash is None and pieces.credit is not None and pieces.place is not None:
        dash = _TIGHT.match(text, pieces.end)
    if dash is not None and (marked or pieces.place is None):
        return dash.end() if pieces.place or pieces.credit else None
    if dash is not None:
        return dash.end() if _names_a_city(text, pieces) and _opens(text, dash.end()) else None
    stop = _STOP.match(text, pieces.end)
    if stop is not None and pieces.capitals and pieces.date is None and pieces.credit is None:
        return stop.end() if _is_known(pieces.place) and _opens(text, stop.end()) else None
    if stop is not None and pieces.date is not None and (pieces.place or pieces.credit):
        return stop.end()
    if stop is not None and pieces.credit is not None and pieces.place is not None:
        return stop.end()
    if pieces.date is not None and pieces.place is not None and text[pieces.end - 1] == ".":
        blank = re.compile(r"\s+").match(text, pieces.end)  # the stop was taken for that of "Mar."
        return blank.end() if blank and _is_known(pieces.place) and _opens(text, blank.end()) else None
    return _closed_by_bracket(text, pieces)


def _names_a_city(text: str, pieces: _Pieces) -> bool:
    """``Dorn – The court``, without capitals and date: only where a table knows the place."""
    alone = text[: pieces.end].strip() == pieces.place
    report = len(text) > _TITLE_LENGTH or ends_sentence(text)
    return alone and report and _is_known(pieces.place, frozenset({"capital", "city"}))


def _is_known(place: str | None, kinds: frozenset[str] = _KNOWN) -> bool:
    """Is it a city, or a place with a state or region behind its comma, of the tables?"""
    name, _, region = (place or "").partition(", ")
    hits = gazetteer().find(name)
    if len(hits) == 1 and hits[0].kind in kinds and hits[0].end - hits[0].start == len(name):
        return True
    return bool(region) and any(hit.kind in ("state", "region") for hit in gazetteer().find(region))


def _opens(text: str, start: int) -> bool:
    """Does a sentence begin here?"""
    words = text[start:].lstrip(" '\"“‘«(")
    return words[:1].isalpha() and not begins_lower(words)


def _closed_by_bracket(text: str, pieces: _Pieces) -> int | None:
    """``(OSMIA WIRE) Two men``, ``2 May – (Dorn) Two men``: the bracket alone closes it."""
    if text[pieces.end - 1] not in ")]/" or not text[pieces.end : pieces.end + 1].isspace():
        return None
    alone = pieces.place is None and pieces.credit is not None
    if not (alone or (pieces.bracketed and pieces.date is not None)):
        return None
    return pieces.end + len(text[pieces.end :]) - len(text[pieces.end :].lstrip())


def is_agency(name: str) -> bool:
    """Is this one of the agencies the tables name?"""
    return _SITE.sub("", name.casefold().strip(" .")) in table("head")["outlets"]["agencies"]


def is_credit(name: str) -> bool:
    """Does a bracket that opens a report name an agency, or several?"""
    return all(is_outlet(part) or _INITIALS.fullmatch(part) for part in _PARTS.split(name) if part)


def _written(capitals: str) -> str:
    """A place in capitals as it is written otherwise: ``NEW DORN`` is New Dorn."""
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize() if len(m[0]) > 2 else m[0], capitals)
