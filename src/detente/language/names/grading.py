"""How two words of two names agree, the strongest way first."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from detente.language.names.letters import consonants, loose, skeleton
from detente.language.names.words import EASTERN, Word, fathers

Grade = Literal[
    "exact", "marks", "reading", "slavic", "family", "sound", "initial", "near", "missing", "none"
]  # fmt: skip

_FATHER_ENDS = ("aviQ", "eviQ", "avna", "evna", "viQ", "vna", "iQna", "iQ")


class Context(NamedTuple):
    """What holds for both names while their words are graded."""

    slavic: bool  # either is East Slavic: what its romanisations disagree on may be dropped
    loose: bool  # either is Arabic or Persian: short vowels may be dropped
    heard: bool  # a foreign name written by ear in another script: only consonants are sure


def given_grade(x: Word, y: Word, context: Context) -> Grade:
    """How two given names agree; two known names of different families do not."""
    if x.families and y.families:
        if x.families.isdisjoint(y.families):
            return "none"
        return "exact" if x.text == y.text else "family"
    found = grade(x, y, context)
    return "none" if found == "near" and x.plain[0] != y.plain[0] else found


def grade(x: Word, y: Word, context: Context) -> Grade:
    """How two words agree, the strongest way first."""
    if x.initial or y.initial:
        return "exact" if x.text == y.text else "initial" if _initials_fit(x, y) else "none"
    if x.plain is y.plain or not x.signs.isdisjoint(y.signs):
        found = _meeting(x, y, context)
        if found is not None:
            return found
    if context.heard and _sound_alike(x, y):
        return "sound"
    # A letter apart leaves at most two that are not in both.
    if (x.letters ^ y.letters).bit_count() > 2 or x.script != y.script or len(x.read) < 5:
        return "none"
    return "near" if close(x.read, y.read) else "none"


def _meeting(x: Word, y: Word, context: Context) -> Grade | None:
    """How words agree that share a sign, if that counts between these names."""
    if x.text == y.text:
        return "exact"
    if x.plain is y.plain and x.script == y.script:
        return "marks"
    if x.read in y.fine or not set(x.fine).isdisjoint(y.fine):
        return "reading"
    if context.slavic and not set(x.stems).isdisjoint(y.stems):
        return "slavic"
    if not x.families.isdisjoint(y.families):
        eastern = x.group in EASTERN and y.group in EASTERN
        return "reading" if eastern else "family"
    return "reading" if context.loose and not loose(x.fine).isdisjoint(loose(y.fine)) else None


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
    longer = len(a) - len(b)
    if not -2 < longer < 2:
        return False
    at = 0
    for p, q in zip(a, b, strict=False):
        if p != q:
            break
        at += 1
    rest, other = a[at + 1 :], b[at + 1 :]
    if longer:
        return rest == b[at:] if longer > 0 else a[at:] == other
    return rest == other or (rest[:1] == b[at] and other[:1] == a[at] and rest[1:] == other[1:])


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
