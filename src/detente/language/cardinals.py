"""Bare numbers: digits and number words, and words that stand for an interval ("dozens").

No hedge, no unit and no judgement on what is counted: see :mod:`detente.language.numbers`.

>>> row = tokens("Twenty-six of two hundred and six")
>>> [c.value for c in (cardinal(row, 0), cardinal(row, 4)) if c]
[26, 206]
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import msgspec

from detente.language.date_words import months
from detente.language.tokens import Phrases, Token, adjacent, tokens
from detente.tables import parsed

_REMEMBERED = 64
"""So many texts stay taken apart: numbers, dates and lengths of time are read from the same sentences."""

__all__ = ["Cardinal", "Vague", "cardinal", "lexicon", "tokens"]


class Vague(msgspec.Struct, frozen=True):
    """A word that stands for an interval, as the lexicon has it."""

    words: tuple[str, ...]
    lo: int
    hi: int | None = None
    hard: bool = False
    needs_of: bool = False


class Cardinal(msgspec.Struct, frozen=True):
    """A number at tokens ``first`` up to, not including, ``last``."""

    first: int
    last: int
    lo: int | float
    hi: int | float | None
    soft_hi: bool = False
    grain: int | float = 1  # what the number looks rounded to
    scale: int = 1  # the last scale word: 1000 in "twenty thousand"
    digits: bool = False
    vague: bool = False

    @property
    def value(self) -> int | float | None:
        """The number, where it is one."""
        return self.lo if self.lo == self.hi and not self.vague else None


class _Words:
    """The number words of a language, ready for lookup."""

    def __init__(self, data: dict[str, Any]) -> None:
        words = data["words"]
        self.small: dict[str, int] = words["small"]
        self.tens: dict[str, int] = words["tens"]
        self.hundreds: dict[str, int] = words["hundreds"]
        self.scales: dict[str, int] = words["scales"]
        self.bare_scales = frozenset(words["bare_scales"])
        self.genitive_scales: dict[str, int] = words["genitive_scales"]
        self.genitive_after = frozenset(words["genitive_after"])
        self.suffixes: dict[str, int] = words["suffixes"]
        self.articles = frozenset(words["articles"])
        self.joint = frozenset(words["and"])
        self.half = frozenset(words["half"])
        self.dozen_grain: int = words["dozen_grain"]
        self.definite = frozenset(data["flags"]["definite"])
        vague = msgspec.convert(data["vague"], list[Vague])
        self.vague = Phrases({phrase: entry for entry in vague for phrase in entry.words})
        self.groups: str = data["grouping"]["marks"]
        self.point: str = data["grouping"]["point"]


@cache
def lexicon(language: str) -> dict[str, Any]:
    """The numbers.toml of a language, parsed once."""
    path = files("detente.language") / "data" / language / "numbers.toml"
    return parsed(path.read_bytes())


@cache
def words(language: str) -> _Words:
    """The number words of a language."""
    return _Words(lexicon(language))


@lru_cache(maxsize=_REMEMBERED)
def number_tokens(text: str, language: str = "en") -> Sequence[Token]:
    """Tokens of a text with the numerals of this language kept whole."""
    known = words(language)
    row = tokens(text, groups=known.groups, point=known.point)
    out: list[Token] = []
    for index, token in enumerate(row):
        out += _parted(text, row, index, language) if token.kind == "number" else (token,)
    return tuple(out)


def _parted(text: str, row: Sequence[Token], index: int, language: str) -> tuple[Token, ...]:
    """A day and a number behind it, held together by a narrow space: "March 5 123 people"."""
    token = row[index]
    if not index or row[index - 1].form not in months(language):
        return (token,)
    cut = next((k for k, mark in enumerate(text[token.start : token.end]) if mark.isspace()), 0)
    if not cut:
        return (token,)
    middle = token.start + cut
    return (
        Token(token.start, middle, text[token.start : middle], "number"),
        Token(middle + 1, token.end, text[middle + 1 : token.end], "number"),
    )


def cardinal(row: Sequence[Token], index: int, language: str = "en") -> Cardinal | None:
    """The number that starts at this token, or None.

    Args:
        row: tokens of the text.
        index: where to look.
        language: whose number words.
    """
    known = words(language)
    token = row[index]
    if token.kind == "number":
        return _digits(row, index, known)
    if token.kind != "word":
        return None
    return _vague(row, index, known) or _half_a(row, index, known) or _in_words(row, index, known)


@cache
def openings(language: str) -> frozenset[str]:
    """The words that a number in words may begin with."""
    known = words(language)
    return frozenset(known.vague.openings).union(
        known.half, known.articles, known.scales, known.small, known.tens, known.hundreds
    )


def _form(row: Sequence[Token], index: int) -> str:
    return row[index].form if 0 <= index < len(row) else ""


def _digits(row: Sequence[Token], index: int, known: _Words) -> Cardinal:
    form = row[index].form
    for mark in known.groups:
        form = form.replace(mark, "")
    form = form.replace(known.point, ".")
    value: int | float = float(form) if "." in form else int(form[:400])
    last, scale = index + 1, 1
    if adjacent(row, last) and _form(row, last) in known.suffixes:
        scale, last = known.suffixes[_form(row, last)], last + 1
    else:
        last, scale, value = _scaled(row, last, value, known)
        return _whole(index, last, value, scale, known, digits=True)
    return _whole(index, last, value * scale, scale, known, digits=True)


def _scaled(
    row: Sequence[Token], index: int, value: int | float, known: _Words
) -> tuple[int, int, int | float]:
    """Scale words after a number: ``2.5 million``, ``19 and a half``."""
    scale = 1
    tail = [_form(row, index + step) for step in range(3)]
    if tail[0] in known.joint and tail[1] in known.articles and tail[2] in known.half:
        return index + 3, 1, value + 0.5
    hyphen = 1 if _form(row, index) == "-" and _form(row, index + 1) in known.scales else 0
    while _form(row, index + hyphen) in known.scales:
        step = known.scales[_form(row, index + hyphen)]
        value, scale, index, hyphen = value * step, scale * step, index + hyphen + 1, 0
    return index, scale, value


def _whole(first: int, last: int, value: int | float, scale: int, known: _Words, *, digits: bool) -> Cardinal:
    if isinstance(value, float) and value < 1e15 and value == int(value) and scale > 1:
        value = int(value)
    elif isinstance(value, float) and scale > 1 and value < 1e15:
        value = round(value, 6)
        value = int(value) if value == int(value) else value
    grain = known.dozen_grain if scale == 12 else _grain(value)
    return Cardinal(first, last, value, value, grain=grain, scale=scale, digits=digits)


def _grain(value: int | float) -> int:
    """The power of ten a number looks rounded to, leaving two figures: 100 for 1,400; 1 for 25."""
    grain = 1
    while isinstance(value, int) and 0 < grain * 100 <= value and value % (grain * 10) == 0:
        grain *= 10
    return grain


def _vague(row: Sequence[Token], index: int, known: _Words) -> Cardinal | None:
    hit = known.vague.at(row, index)
    if hit is None:
        return None
    length, entry = hit
    one = known.genitive_scales.get(_form(row, index)) if length == 1 else None
    if one is not None and _form(row, index - 1) in known.genitive_after:
        return _whole(index, index + 1, one, one, known, digits=False)
    last = index + length
    if entry.needs_of and _form(row, last) != "of":
        return None
    hi, low, scale = entry.hi, entry.lo, 1
    skip = last + 1 if _form(row, last) == "of" and _form(row, last + 1) in known.scales else last
    if _form(row, skip) in known.scales and low < 10:
        scale, last = known.scales[_form(row, skip)], skip + 1
        low, hi = low * scale, None if hi is None else (hi + 1) * scale - 1
    soft = hi is not None and not entry.hard
    return Cardinal(index, last, low, hi, soft_hi=soft, scale=scale, vague=not entry.hard)


def _half_a(row: Sequence[Token], index: int, known: _Words) -> Cardinal | None:
    """``half a dozen``, ``half a million``, ``half-million``."""
    if _form(row, index) not in known.half:
        return None
    middle = _form(row, index + 1)
    if (middle in known.articles or middle == "-") and _form(row, index + 2) in known.scales:
        scale = known.scales[_form(row, index + 2)]
        return _whole(index, index + 3, scale // 2, scale, known, digits=False)
    return None


def _in_words(row: Sequence[Token], index: int, known: _Words) -> Cardinal | None:
    form = _form(row, index)
    if form in known.articles:
        return _article_scale(row, index, known)
    alone = form in known.bare_scales or _form(row, index - 1) in known.definite
    if form in known.scales and alone:
        return _whole(index, index + 1, known.scales[form], known.scales[form], known, digits=False)
    if form not in known.small and form not in known.tens and form not in known.hundreds:
        return None
    last, value, scale = _sum(row, index, known)
    if scale == 1:
        last, scale, full = _scaled(row, last, value, known)
        return _whole(index, last, full, scale, known, digits=False)
    return _whole(index, last, value, scale, known, digits=False)


def _article_scale(row: Sequence[Token], index: int, known: _Words) -> Cardinal | None:
    """``a dozen``, ``a hundred and six``: the article stands for one."""
    if _form(row, index + 1) not in known.scales:
        return None
    last, value, scale = _sum(row, index + 1, known, current=1)
    return _whole(index, last, value, scale, known, digits=False)


def _sum(row: Sequence[Token], index: int, known: _Words, current: int = 0) -> tuple[int, int, int]:
    """Add up number words: where they end, their value, the last scale (1 where it is not last)."""
    total, room, top, scale = 0, 10**18 if not current else 1, 10**18, 1
    while True:
        here = _step_over(row, index, known, started=bool(total or current), room=room)
        form = _form(row, here)
        value = known.small.get(form, known.tens.get(form, known.hundreds.get(form)))
        if value is not None and value < room:
            current, room, scale = current + value, _room(value, form in known.tens), 1
        elif form in known.scales and current and (here == index or _form(row, index) == "-"):
            step = known.scales[form]
            if step == 12 or step >= top:
                if step == 12 and not total:
                    return here + 1, current * 12, 12
                break
            scale = step
            if step < 1000 and current < step:
                current, room = current * step, step
            elif step >= 1000:
                total, current, top, room = total + current * step, 0, step, step
            else:
                break
        else:
            break
        index = here + 1
    return index, total + current, scale


def _room(value: int, is_tens: bool) -> int:
    """What the next word must stay below: 10 after twenty, 100 after a Russian hundred, else nothing."""
    if is_tens:
        return 10
    return 100 if value >= 100 else 0


def _step_over(row: Sequence[Token], index: int, known: _Words, *, started: bool, room: int) -> int:
    """Skip a hyphen (twenty-six) or an "and" (two hundred and six) between parts of one number."""
    if not started:
        return index
    form, after = _form(row, index), _form(row, index + 1)
    if form == "-" and (after in known.small or after in known.scales):
        return index + 1
    if form in known.joint and room >= 100 and (after in known.small or after in known.tens):
        return index + 1
    return index
