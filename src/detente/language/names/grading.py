"""How two words of two names agree, the strongest way first."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from detente.language.names.letters import consonants, loose, skeleton
from detente.language.names.parts import Word, fathers

Grade = Literal[
    "exact", "marks", "reading", "slavic", "family", "sound", "initial", "near", "missing", "none"
]  # fmt: skip

# Traditions in which one name has many Latin spellings, also as a surname.
_EASTERN = frozenset(("arabic", "iranian", "turkish"))
_FATHER_ENDS = ("aviQ", "eviQ", "avna", "evna", "viQ", "vna", "iQna", "iQ")


class Context(NamedTuple):
    """What holds for both names while their words are graded."""

    slavic: bool  # either is East Slavic: what its romanisations disagree on may be dropped
    loose: bool  # either is Arabic or Persian: short vowels may be dropped
    heard: bool  # a foreign name written by ear in another script: only consonants are sure


def is_eastern(group: str) -> bool:
    """Whether names of this group have many Latin spellings."""
    return group in _EASTERN


def given_grade(x: Word, y: Word, context: Context) -> Grade:
    """How two given names agree; two known names of different families do not."""
    if x.text == y.text:
        return "exact"
    if x.families and y.families:
        return "none" if x.families.isdisjoint(y.families) else "family"
    found = grade(x, y, context)
    return "none" if found == "near" and x.plain[0] != y.plain[0] else found


def grade(x: Word, y: Word, context: Context) -> Grade:
    """How two words agree, the strongest way first."""
    if x.text == y.text:
        return "exact"
    if x.initial or y.initial:
        return "initial" if _initials_fit(x, y) else "none"
    if x.plain == y.plain and x.script == y.script:
        return "marks"
    if not x.sounds.isdisjoint(y.fine):
        return "reading"
    if context.slavic and not x.stems.isdisjoint(y.stems):
        return "slavic"
    return _distant(x, y, context)


def _distant(x: Word, y: Word, context: Context) -> Grade:
    if not x.families.isdisjoint(y.families):
        return "reading" if x.group in _EASTERN and y.group in _EASTERN else "family"
    if context.loose and not loose(x.fine).isdisjoint(loose(y.fine)):
        return "reading"
    if context.heard and _sound_alike(x, y):
        return "sound"
    if not x.head or x.script != y.script:
        return "none"
    other = y.fine[0]
    may_be = other.startswith(x.head) or other.endswith(x.tail)
    return "near" if may_be and close(x.fine[0], other) else "none"


def _sound_alike(x: Word, y: Word) -> bool:
    vowelless = x.script == "Arab" or y.script == "Arab"
    return not _heard(x.fine, vowelless).isdisjoint(_heard(y.fine, vowelless))


@lru_cache(maxsize=1 << 15)
def _heard(readings: tuple[str, ...], vowelless: bool) -> frozenset[str]:
    return frozenset(map(consonants if vowelless else skeleton, readings))


def _initials_fit(x: Word, y: Word) -> bool:
    return not {c[:1] for c in x.coarse}.isdisjoint([c[:1] for c in y.coarse])


def close(a: str, b: str) -> bool:
    """One letter changed, put in, left out, or two neighbours changed over.

    >>> close("marr", "mar"), close("marr", "mrar"), close("marr", "mark"), close("marr", "hork")
    (True, True, True, False)
    """
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < len(a) and start < len(b) and a[start] == b[start]:
        start += 1
    x, y = a[start:], b[start:]
    return x[1:] == y[1:] or x[1:] == y or x == y[1:] or (x[1::-1] == y[:2] and x[2:] == y[2:])


def patronymics_fit(x: Word, y: Word) -> bool:
    """Whether two patronymics can be of one father: their readings, or the father's name, meet."""
    if not set(x.coarse).isdisjoint(y.coarse):
        return True
    if x.initial or y.initial:
        return _initials_fit(x, y)
    pairs = [(p, q) for p in map(_father, x.coarse) for q in map(_father, y.coarse)]
    return any(close(p, q) or fathers(p) & fathers(q) for p, q in pairs)


def _father(reading: str) -> str:
    for ending in _FATHER_ENDS:
        if reading.endswith(ending):
            return reading.removesuffix(ending)
    return reading
