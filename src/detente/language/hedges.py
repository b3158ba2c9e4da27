"""Hedges and the bounds they make: CODEBOOK §5's table, as data and one function.

>>> bounds("nearly", 24, 24), bounds("above", 1150, 1150)
(Bounds(lo=22, hi=23, soft_lo=True, soft_hi=False), Bounds(lo=1151, hi=None, soft_lo=False, soft_hi=False))
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

import msgspec

from detente.language.cardinals import Cardinal, lexicon
from detente.language.tokens import Phrases, Token, phrases

Hedge = Literal["min", "above", "nearly", "upto", "max", "below", "about", "exact"]
_HEDGES: tuple[Hedge, ...] = ("exact", "about", "below", "max", "upto", "nearly", "above", "min")


class Bounds(msgspec.Struct, frozen=True):
    """Lowest and highest, and whether each may give way a little."""

    lo: int | float | None
    hi: int | float | None
    soft_lo: bool = False
    soft_hi: bool = False


def bounds(
    hedge: Hedge | None,
    lo: int | float,
    hi: int | float | None,
    *,
    grain: int | float = 1,
    soft_hi: bool = False,
    integral: bool = True,
) -> Bounds:
    """What the hedge makes of a number or an interval.

    Args:
        hedge: the hedge's name, None for a bare number.
        lo: the number, or the lower end.
        hi: the same, or the upper end; None for none.
        grain: what the number looks rounded to.
        soft_hi: the upper end was soft already.
        integral: counted in wholes; years and money are not, and "more than two years" starts at two.
    """
    step = 1 if integral else 0
    low = max(lo - step, 0)
    high = hi if hi is None else max(hi - step, 0)
    if hedge == "min":
        return Bounds(lo, None)
    if hedge == "above":
        return Bounds(lo + step, None)
    if hedge == "nearly":
        floor = _up(lo * 0.9, integral)
        return Bounds(min(floor, low), high, soft_lo=True, soft_hi=soft_hi)
    if hedge == "upto":
        return Bounds(None, hi, soft_hi=True)
    if hedge == "max":
        return Bounds(None, hi, soft_hi=soft_hi)
    if hedge == "below":
        return Bounds(0, high, soft_hi=soft_hi)
    if hedge == "about":
        return _about(lo, hi, grain, integral)
    return Bounds(lo, hi, soft_hi=soft_hi)


def _about(lo: int | float, hi: int | float | None, grain: int | float, integral: bool) -> Bounds:
    slack = max(lo * 0.05, grain / 2)
    low = _up(lo - slack, integral)
    high = None if hi is None else _down(hi + max(hi * 0.05, grain / 2), integral)
    return Bounds(max(low, 0), high, soft_lo=True, soft_hi=high is not None)


def _up(value: float, integral: bool) -> int | float:
    return math.ceil(round(value, 6)) if integral else round(value, 6)


def _down(value: float, integral: bool) -> int | float:
    return math.floor(round(value, 6)) if integral else round(value, 6)


class HedgeWords:
    """The hedges of a language, ready for lookup."""

    def __init__(self, data: dict[str, Any]) -> None:
        hedges = data["hedges"]
        self.before: Phrases[Hedge] = Phrases({p: name for name in _HEDGES for p in hedges[name]})
        after: dict[str, Hedge] = {}
        ends: tuple[tuple[str, Hedge], ...] = (
            ("after_min", "min"), ("after_max", "max"), ("after_about", "about"), ("after_above", "above"),
        )  # fmt: skip
        for key, name in ends:
            after |= dict.fromkeys(hedges[key], name)
        self.after = Phrases(after)
        self.needs_stop = phrases(hedges["needs_stop"])
        self.silent = phrases(hedges["silent"])
        self.whole = frozenset(hedges["whole"])
        self.strengthen = phrases(hedges["strengthen"])
        self.need_big = frozenset(hedges["need_big"])
        self.takes_over = frozenset(hedges.get("takes_over", ()))
        flags = data["flags"]
        self.additional_before = phrases(flags["additional_before"])
        self.additional_after = frozenset(flags["additional_after"])
        self.definite = frozenset(flags["definite"])


@cache
def hedge_words(language: str) -> HedgeWords:
    """The hedges of a language."""
    return HedgeWords(lexicon(language))


class Hedged(msgspec.Struct):
    """A number's surroundings: its hedge, the tokens the cue covers, its determiners."""

    first: int
    last: int
    hedge: Hedge | None = None
    definite: bool = False
    additional: bool = False
    whole: bool = False  # "all 52"


def hedged(row: Sequence[Token], first: int, last: int, number: Cardinal, language: str = "en") -> Hedged:
    """Look left and right of the tokens ``first`` to ``last`` of a number for hedges and determiners."""
    words = hedge_words(language)
    found = Hedged(first, last)
    at = _look_left(row, first, number, words, found)
    found.definite = at > 0 and row[at - 1].form in words.definite
    _look_right(row, last, words, found)
    return found


def _look_left(row: Sequence[Token], at: int, number: Cardinal, words: HedgeWords, found: Hedged) -> int:
    """Take hedges off from the right: "a total of at least another 14"."""
    for _ in range(4):
        extra = words.additional_before.before(row, at)
        if extra is not None:
            found.additional, at = True, at - extra[0]
        hit = words.before.before(row, at)
        if hit is None or (hit[0] == 1 and _too_small(row[at - 1].form, number, words)):
            return at
        if row[at - 1].form == "over" and at > 1 and row[at - 2].form in words.takes_over:
            return at  # "handed over 17 soldiers"
        silent = words.silent.before(row, at)
        at -= hit[0]
        if found.hedge is None and hit[1] != "exact":
            found.hedge = hit[1]
            stronger = words.strengthen.before(row, at)
            at -= stronger[0] if stronger else 0
        if silent is not None and silent[0] == hit[0]:
            found.whole = found.whole or silent[1] in words.whole
        else:
            found.first = at
    return at


def _too_small(form: str, number: Cardinal, words: HedgeWords) -> bool:
    """ "under two decrees", "over one night": a preposition, not a hedge."""
    return form in words.need_big and not number.digits and number.lo < 10


def _look_right(row: Sequence[Token], last: int, words: HedgeWords, found: Hedged) -> None:
    hyphen = 1 if last < len(row) and row[last].form == "-" else 0
    hit = words.after.at(row, last + hyphen)
    if hit is not None and found.hedge is None and _ends(row, last + hyphen + hit[0], hit, words, row[last]):
        found.hedge, found.last = hit[1], last + hyphen + hit[0]
        last = found.last
    if last < len(row) and row[last].form in words.additional_after:
        found.additional = True


def _ends(row: Sequence[Token], index: int, hit: tuple[int, str], words: HedgeWords, first: Token) -> bool:
    if first.form == "+":
        return row[index - 2].end == first.start
    if words.needs_stop.before(row, index) is None:
        return True
    return index >= len(row) or row[index].kind == "mark"
