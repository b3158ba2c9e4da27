"""How many: every number of a text, its bounds, and whether it can be a count of people at all.

>>> [(f.quantity.cue, f.quantity.lo, f.quantity.hi, f.kind) for f in quantities(
...     "Lena Marr, 32, and at least 14 others left Colony 4 after nine years.")]
[('32', 32, 32, 'age'), ('at least 14', 14, None, 'count'), ('4', 4, 4, 'identifier'), ('nine years', 9, 9, 'duration')]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import msgspec

from detente.language.cardinals import Cardinal, cardinal, lexicon, number_tokens
from detente.language.dates import FoundTime, times
from detente.language.hedges import bounds, hedged
from detente.language.number_kinds import Kind, QuantityKind, kind_of, kind_words
from detente.language.tokens import Phrases, Token, adjacent, phrases
from detente.records import Quantity

__all__ = ["FoundQuantity", "QuantityKind", "bare_plural", "quantities"]

_CONTINUOUS = ("money", "duration", "distance", "measure", "percent", "ratio", "age")


class FoundQuantity(msgspec.Struct, frozen=True):
    """A number and where the text says it. Only the kind ``count`` may become a count of people."""

    start: int
    end: int  # the hedge is inside: "at least one"
    quantity: Quantity
    kind: QuantityKind
    noun: str | None = None  # what is counted, where a word close by says it: "prisoners"
    of: FoundQuantity | None = None  # the whole, in "two of the five"
    definite: bool = False  # "the 52": points back
    additional: bool = False  # "14 more", "another 14", "14 others"
    whole: bool = False  # "all 52"


class _Share(msgspec.Struct, frozen=True):
    """A ratio of the lexicon."""

    words: tuple[str, ...]
    lo: float
    hi: float
    needs_of: bool = False
    needs_plural: bool = False


class _Lexicon:
    def __init__(self, data: dict[str, Any]) -> None:
        shares = msgspec.convert(data["ratios"]["share"], list[_Share])
        self.shares = Phrases({phrase: share for share in shares for phrase in share.words})
        self.verbs = frozenset(data["ratios"]["verbs"])
        self.whole = {key: frozenset(value) for key, value in data["whole"].items()}
        self.rest = phrases(data["whole"]["rest"])
        self.ranges = {key: frozenset(value) for key, value in data["range"].items()}
        self.of = phrases(data["flags"]["of"])
        self.articles = frozenset(data["words"]["articles"])


@cache
def _lexicon(language: str) -> _Lexicon:
    return _Lexicon(lexicon(language))


class _Scan(msgspec.Struct):
    """A text on its way through: tokens, the times in it, whose words."""

    text: str
    row: Sequence[Token]
    dates: Sequence[FoundTime]
    language: str
    words: _Lexicon
    at_date: int = 0

    def form(self, index: int) -> str:
        return self.row[index].form if 0 <= index < len(self.row) else ""

    def cue(self, first: int, last: int) -> str:
        return self.text[self.row[first].start : self.row[last - 1].end]


def bare_plural(cue: str, unit: str | None = None) -> Quantity:
    """What a plural without a number says: two or more, the lower end soft.

    >>> bare_plural("others").lo, bare_plural("others").soft_lo
    (2, True)
    """
    return Quantity(2, None, soft_lo=True, cue=cue, unit=unit)


def quantities(text: str, *, language: str = "en", articles: bool = False) -> list[FoundQuantity]:
    """The quantities of a text, in order; none overlaps another.

    Args:
        text: any text. Offsets count its characters.
        language: whose words.
        articles: also count "a" and "an" as one. Off by default: most articles count nothing.
    """
    row = number_tokens(text, language)
    scan = _Scan(text, row, times(text, anchor=None, language=language), language, _lexicon(language))
    out: list[FoundQuantity] = []
    index = floor = 0
    while index < len(row):
        found = _number(scan, index, floor) or _other(scan, index, articles=articles)
        if found is None:
            index += 1
            continue
        index = floor = max(found[1], index + 1)
        out.extend(found[0])
    return _with_wholes(scan, out)


def _number(scan: _Scan, index: int, floor: int) -> tuple[list[FoundQuantity], int] | None:
    number = cardinal(scan.row, index, scan.language)
    if number is None:
        return None
    ranged = _swap(scan, number) or _ranged(scan, number)
    if isinstance(ranged, list):
        return ranged, _last_of(scan, ranged)
    number = ranged or number
    kind = kind_of(scan.text, scan.row, number, scan.language) or _dated(scan, number) or Kind("count")
    if kind.kind == "count" and not _is_whole_number(number):
        kind = Kind("other")
    first = number.first if kind.first < 0 else max(kind.first, floor)
    last = max(number.last, kind.last)
    return [_found(scan, number, kind, first, last, floor)], last


def _at(scan: _Scan, index: int) -> Cardinal | None:
    return cardinal(scan.row, index, scan.language) if index < len(scan.row) else None


def _last_of(scan: _Scan, found: list[FoundQuantity]) -> int:
    end = found[-1].end
    return next((i for i, token in enumerate(scan.row) if token.start >= end), len(scan.row))


def _is_whole_number(number: Cardinal) -> bool:
    return isinstance(number.lo, int) and (number.hi is None or isinstance(number.hi, int))


def _found(scan: _Scan, number: Cardinal, kind: Kind, first: int, last: int, floor: int) -> FoundQuantity:
    """A number with its hedges; those of a date, a room or an ordinal are left alone."""
    row = scan.row
    if kind.kind in ("date", "year", "identifier", "ordinal", "clock", "rank", "other"):
        value = Quantity(number.lo, number.hi, cue=scan.cue(first, last), unit=kind.unit)
        return FoundQuantity(row[first].start, row[last - 1].end, value, kind.kind)
    near = hedged(row, first, last, number, scan.language)
    near.first = max(near.first, floor)
    kept = near.hedge if near.first < first or near.last > last else None
    made = bounds(
        kept, number.lo, number.hi, grain=number.grain, soft_hi=number.soft_hi,
        integral=kind.kind not in _CONTINUOUS,
    )  # fmt: skip
    exact = kept is None and number.value is not None
    cue = scan.cue(near.first, near.last)
    value = Quantity(made.lo, made.hi, made.soft_lo, made.soft_hi, exact, cue, kind.unit)
    return FoundQuantity(
        row[near.first].start, row[near.last - 1].end, value, kind.kind, _noun(scan, near.last, kind),
        None, near.definite, near.additional, near.whole,
    )  # fmt: skip


def _noun(scan: _Scan, last: int, kind: Kind) -> str | None:
    """The first word for people within six words, before a preposition, a verb or a stop."""
    if kind.kind != "count":
        return None
    words = kind_words(scan.language)
    for index in range(last, min(last + 6, len(scan.row))):
        token = scan.row[index]
        if token.form in words.people:
            return token.form
        if token.form in words.stop or (token.kind == "mark" and token.form not in "-.'"):
            return None
    return None


def _dated(scan: _Scan, number: Cardinal) -> Kind | None:
    """A numeral inside a time is a year or the day of a date."""
    token = scan.row[number.first]
    while scan.at_date < len(scan.dates) and scan.dates[scan.at_date].end <= token.start:
        scan.at_date += 1
    if scan.at_date >= len(scan.dates) or not number.digits:
        return None
    found = scan.dates[scan.at_date]
    if not found.start <= token.start < found.end:
        return None
    return Kind("year" if isinstance(number.lo, int) and number.lo >= 1000 else "date")


def _swap(scan: _Scan, number: Cardinal) -> list[FoundQuantity] | None:
    """307-for-307: two counts. One-for-one is a rate and counts nobody."""
    at = number.last
    words = kind_words(scan.language).sets["swap"]
    if scan.form(at) != "-" or scan.form(at + 1) not in words or scan.form(at + 2) != "-":
        return None
    other = _at(scan, at + 3)
    if other is None:
        return None
    if number.value == 1 and other.value == 1:
        token, cue = scan.row[number.first], scan.cue(number.first, other.last)
        value = Quantity(1, 1, cue=cue)
        return [FoundQuantity(token.start, scan.row[other.last - 1].end, value, "rate")]
    sides = (number, other)
    return [_found(scan, side, Kind("count"), side.first, side.last, side.first) for side in sides]


def _ranged(scan: _Scan, number: Cardinal) -> Cardinal | list[FoundQuantity] | None:
    """Between 20 and 30, 20 to 30, 20-30, two or three: one interval; 5-4 is a score."""
    ranges, at = scan.words.ranges, number.last
    form, before = scan.form(at), scan.form(number.first - 1)
    dash = form in ("-", "–", "—") and number.digits and (adjacent(scan.row, at) and adjacent(scan.row, at + 1))
    joined = form in ranges["and"] if before in ranges["between"] else form in ranges["to"] | ranges["or"]
    if before in ranges["from"]:  # "rose from 20 to 30" is a change, not an interval
        joined = False
    if not (dash or joined) or at + 1 >= len(scan.row) or number.value is None:
        return None
    other = cardinal(scan.row, at + 1, scan.language)
    if other is None or other.value is None or _covered(scan, number) or _covered(scan, other):
        return None
    low = number.lo * other.scale if other.scale > 1 and number.scale == 1 and number.lo < 1000 else number.lo
    if low >= other.lo:
        return _score(scan, number, other) if dash else None
    if form in ranges["or"] and other.lo > low * 2:
        return None
    first = number.first - (before in ranges["between"])
    return Cardinal(first, other.last, low, other.lo, grain=other.grain, scale=other.scale, digits=number.digits)


def _score(scan: _Scan, number: Cardinal, other: Cardinal) -> list[FoundQuantity] | None:
    if adjacent(scan.row, number.first) and scan.form(number.first - 1) in ("/", ".", "-"):
        return None
    value = Quantity(None, None, cue=scan.cue(number.first, other.last))
    span = scan.row[number.first].start, scan.row[other.last - 1].end
    return [FoundQuantity(*span, value, "other")]


def _covered(scan: _Scan, number: Cardinal) -> bool:
    return _dated(scan, number) is not None


def _other(scan: _Scan, index: int, *, articles: bool) -> tuple[list[FoundQuantity], int] | None:
    """What counts without a number: shares, all, the rest, none, ordinal words, articles."""
    if scan.row[index].kind != "word":
        return None
    rules: tuple[Callable[[_Scan, int], tuple[FoundQuantity, int] | None], ...] = (
        _share, _rest, _all, _none, _ordinal,
    )  # fmt: skip
    for rule in rules:
        found = rule(scan, index)
        if found is not None:
            return [found[0]], found[1]
    if articles and scan.form(index) in scan.words.articles:
        return [_simple(scan, index, index + 1, 1, 1, "count", exact=True)[0]], index + 1
    return None


def _simple(
    scan: _Scan, first: int, last: int, lo: float | None, hi: float | None, kind: QuantityKind, *, exact: bool = False
) -> tuple[FoundQuantity, int]:
    value = Quantity(lo, hi, exact=exact, cue=scan.cue(first, last))
    return FoundQuantity(scan.row[first].start, scan.row[last - 1].end, value, kind), last


def _share(scan: _Scan, index: int) -> tuple[FoundQuantity, int] | None:
    """Half, a third of, most of: the quantity holds the ratio, both ends soft."""
    hit = scan.words.shares.at(scan.row, index)
    if hit is None:
        return None
    last, share = index + hit[0], hit[1]
    after = scan.form(last)
    follows = after == "of" or after in scan.words.verbs
    if (share.needs_of and not follows) or (share.needs_plural and not (follows or _plural(scan, last))):
        return None
    if after == "-" or scan.form(index - 1) in ("-", "the") and share.needs_plural:
        return None
    number = Cardinal(index, last, share.lo, share.hi)
    near = hedged(scan.row, index, last, number, scan.language)
    made = bounds(near.hedge, share.lo, share.hi, grain=0, integral=False)
    high = 1.0 if made.hi is None else made.hi
    value = Quantity(made.lo, high, True, True, False, scan.cue(near.first, last), "ratio")
    return FoundQuantity(scan.row[near.first].start, scan.row[last - 1].end, value, "ratio"), last


def _plural(scan: _Scan, index: int) -> bool:
    """A word for people, here or after one adjective: "most prisoners", not "most prominent"."""
    words = kind_words(scan.language)
    return scan.form(index) in words.people or (
        scan.form(index + 1) in words.people and scan.form(index).endswith(("al", "an", "n", "se", "sh"))
    )


def _rest(scan: _Scan, index: int) -> tuple[FoundQuantity, int] | None:
    """The rest, the others: what the named parts leave, worked out elsewhere."""
    hit = scan.words.rest.at(scan.row, index)
    if hit is None or _at(scan, index + hit[0]) is not None:
        return None
    return _simple(scan, index, index + hit[0], None, None, "rest")


def _all(scan: _Scan, index: int) -> tuple[FoundQuantity, int] | None:
    whole = scan.words.whole
    if scan.form(index) not in whole["all"] or scan.form(index - 1) in whole["not_all"]:
        return None
    after = scan.form(index + 1)
    if after not in whole["all_before"] and after not in kind_words(scan.language).people:
        return None
    return _simple(scan, index, index + 1, 1.0, 1.0, "whole")


def _none(scan: _Scan, index: int) -> tuple[FoundQuantity, int] | None:
    """No prisoners, none of them: nought. No longer, no one: nothing counted."""
    form, after = scan.form(index), scan.form(index + 1)
    if form not in scan.words.whole["none"]:
        return None
    is_determiner = index + 1 < len(scan.row) and scan.row[index + 1].kind == "word"
    if form == "no" and (not is_determiner or after in scan.words.whole["no_not_before"]):
        return None
    if _at(scan, index + 1) is not None:
        return None
    if form == "no" and after in ("more", "other") and scan.form(index + 2) == "than":
        return None
    return _simple(scan, index, index + 1, 0, 0, "count", exact=True)


def _ordinal(scan: _Scan, index: int) -> tuple[FoundQuantity, int] | None:
    value = kind_words(scan.language).ordinals.get(scan.form(index))
    return None if value is None else _simple(scan, index, index + 1, value, value, "ordinal")


def _with_wholes(scan: _Scan, found: list[FoundQuantity]) -> list[FoundQuantity]:
    """Tie a part to its whole: "two of the five", "14 out of 52"."""
    out = list(found)
    for index in range(len(out) - 1):
        part, whole = out[index], out[index + 1]
        if part.kind not in ("count", "ratio", "whole") or whole.kind != "count":
            continue
        middle = scan.text[part.end : whole.start] if whole.start - part.end < 24 else ""
        row = [token.form for token in number_tokens(middle, scan.language)]
        if row and row[0] in ("of", "out") and all(form in _BETWEEN for form in row):
            out[index] = msgspec.structs.replace(part, of=whole)
    return out


_BETWEEN = frozenset({"of", "out", "the", "these", "those", "all", "his", "her", "its", "their"})
