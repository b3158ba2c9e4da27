"""How many: every number of a text, its bounds, and whether it can be a count of people at all.

>>> for f in quantities("Lena Marr, 32, and at least 14 others left Colony 4."):
...     print(f.kind, f.quantity.cue, f.quantity.lo, f.quantity.hi)
age 32 32 32
count at least 14 14 None
identifier 4 4 4
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from detente.language.cardinals import Cardinal, cardinal, number_tokens
from detente.language.dates import FoundTime, times
from detente.language.hedges import bounds, hedged
from detente.language.number_kinds import Kind, QuantityKind, kind_of, kind_words
from detente.language.quantity_words import QuantityWords, quantity_openings, quantity_words
from detente.language.tokens import Token, adjacent
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


class _Scan(msgspec.Struct):
    """A text on its way through: tokens, the times in it, whose words."""

    text: str
    row: Sequence[Token]
    dates: Sequence[FoundTime]
    language: str
    words: QuantityWords
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
    digits = any(token.kind == "number" for token in row)  # else no number is a year or the day of a date
    dates = times(text, anchor=None, language=language) if digits else ()
    scan = _Scan(text, row, dates, language, quantity_words(language))
    opening = quantity_openings(language)
    out: list[FoundQuantity] = []
    index = floor = 0
    while index < len(row):
        if row[index].kind != "number" and row[index].form not in opening:
            index += 1
            continue
        found = _other(scan, index, _SHARES) or _number(scan, index, floor) or _other(scan, index, _REST)
        if not found and articles and scan.form(index) in scan.words.articles:
            found = [_simple(scan, index, index + 1, 1, 1, "count", exact=True)]
        out.extend(found)
        index += 1
        while found and index < len(row) and row[index].start < found[-1].end:
            index += 1
        floor = index if found else floor
    return _with_wholes(scan, out)


def _number(scan: _Scan, index: int, floor: int) -> list[FoundQuantity]:
    number = cardinal(scan.row, index, scan.language)
    if number is None:
        return []
    ranged = _swap(scan, number) or _one_in(scan, number) or _ranged(scan, number)
    if isinstance(ranged, list):
        return ranged
    number = ranged or number
    kind = kind_of(scan.text, scan.row, number, scan.language) or _dated(scan, number) or Kind("count")
    if kind.kind == "count" and not _is_whole_number(number):
        kind = Kind("other")
    first = number.first if kind.first < 0 else max(kind.first, floor)
    last = max(number.last, kind.last)
    return [_found(scan, number, kind, first, last, floor)]


def _at(scan: _Scan, index: int) -> Cardinal | None:
    return cardinal(scan.row, index, scan.language) if index < len(scan.row) else None


def _is_whole_number(number: Cardinal) -> bool:
    return isinstance(number.lo, int) and (number.hi is None or isinstance(number.hi, int))


def _found(scan: _Scan, number: Cardinal, kind: Kind, first: int, last: int, floor: int) -> FoundQuantity:
    """A number with its hedges; those of a date, a room or an ordinal are left alone."""
    row = scan.row
    if kind.kind in ("date", "year", "identifier", "ordinal", "clock", "rank", "other"):
        lo, hi = (number.lo, number.hi) if kind.value is None else (kind.value, kind.value)
        value = Quantity(lo, hi, cue=scan.cue(first, last), unit=kind.unit)
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
    return _people_after(scan, last, 6) if kind.kind == "count" else None


def _people_after(scan: _Scan, last: int, width: int) -> str | None:
    """The word for people among the next words, before a preposition, a verb, a mark or a new line.

    A singular is held back, for it may be an adjective: "three American citizens".
    """
    words, held = kind_words(scan.language), None
    for index in range(last, min(last + width, len(scan.row))):
        token = scan.row[index]
        if "\n" in scan.text[scan.row[index - 1].end : token.start] and not scan.text[token.start].islower():
            return held
        if token.form in words.plurals:
            return token.form
        if token.form in words.people:
            held = held or token.form
        elif held and index > last + 2:
            return held
        number = token.kind == "number" or (token.form in words.small and index > last)
        if number or token.form in words.stop or (token.kind == "mark" and token.form not in "-.'"):
            return held
    return held


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


def _one_in(scan: _Scan, number: Cardinal) -> list[FoundQuantity] | None:
    """One in five: a share, and five counts nobody."""
    words = scan.words.ranges["one_in"]
    if scan.form(number.last) not in words or not isinstance(number.value, int):
        return None
    other = _at(scan, number.last + 1)
    if other is None or not isinstance(other.value, int) or not number.value < other.value <= 1000:
        return None
    if number.value > 1 and other.value not in (5, 10, 100, 1000):
        return None
    share = round(number.value / other.value, 2)
    value = Quantity(share, share, True, True, False, scan.cue(number.first, other.last), "ratio")
    token = scan.row[number.first]
    return [FoundQuantity(token.start, scan.row[other.last - 1].end, value, "ratio")]


def _ranged(scan: _Scan, number: Cardinal) -> Cardinal | list[FoundQuantity] | None:
    """Between 20 and 30, 20 to 30, 20-30, two or three: one interval; 5-4 is a score."""
    ranges, at = scan.words.ranges, number.last
    form, before = scan.form(at), scan.form(number.first - 1)
    dash = (
        form in ("-", "–", "—") and number.digits and (adjacent(scan.row, at) and adjacent(scan.row, at + 1))
    )
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
    return Cardinal(
        first, other.last, low, other.lo, grain=other.grain, scale=other.scale, digits=number.digits
    )


def _score(scan: _Scan, number: Cardinal, other: Cardinal) -> list[FoundQuantity] | None:
    if adjacent(scan.row, number.first) and scan.form(number.first - 1) in ("/", ".", "-"):
        return None
    value = Quantity(None, None, cue=scan.cue(number.first, other.last))
    span = scan.row[number.first].start, scan.row[other.last - 1].end
    return [FoundQuantity(*span, value, "other")]


def _covered(scan: _Scan, number: Cardinal) -> bool:
    return _dated(scan, number) is not None


_Rule = Callable[[_Scan, int], FoundQuantity | None]


def _other(scan: _Scan, index: int, rules: Sequence[_Rule]) -> list[FoundQuantity]:
    """What counts without a number: shares, all, the rest, none, ordinal words."""
    if scan.row[index].kind != "word":
        return []
    found = next(filter(None, (rule(scan, index) for rule in rules)), None)
    return [] if found is None else [found]


def _simple(
    scan: _Scan,
    first: int,
    last: int,
    lo: float | None,
    hi: float | None,
    kind: QuantityKind,
    *,
    exact: bool = False,
) -> FoundQuantity:
    value = Quantity(lo, hi, exact=exact, cue=scan.cue(first, last))
    return FoundQuantity(scan.row[first].start, scan.row[last - 1].end, value, kind)


def _share(scan: _Scan, index: int) -> FoundQuantity | None:
    """Half, a third of, most of: the quantity holds the ratio, both ends soft."""
    hit = scan.words.shares.at(scan.row, index)
    if hit is None:
        return None
    last, share = index + hit[0], hit[1]
    number, after = cardinal(scan.row, index, scan.language), scan.form(last)
    if (
        number is not None and number.last > last
    ) or after in scan.words.articles:  # half a dozen, half an hour
        return None
    follows = after == "of" or after in scan.words.verbs
    if (share.needs_of and not follows) or (share.needs_plural and not (follows or _plural(scan, last))):
        return None
    before = scan.form(index - 1)
    if after == "-" or before == "-" or before in kind_words(scan.language).ordinals:
        return None
    if share.needs_plural and before in kind_words(scan.language).sets["definite_article"]:
        return None
    near = hedged(scan.row, index, last, Cardinal(index, last, share.lo, share.hi), scan.language)
    made = bounds(near.hedge, share.lo, share.hi, grain=0, integral=False)
    high = 1.0 if made.hi is None else made.hi
    value = Quantity(made.lo, high, True, True, False, scan.cue(near.first, last), "ratio")
    return FoundQuantity(scan.row[near.first].start, scan.row[last - 1].end, value, "ratio")


def _plural(scan: _Scan, index: int) -> bool:
    """A word for people, here or after one adjective: "most prisoners", not "most prominent"."""
    words = kind_words(scan.language)
    return scan.form(index) in words.people or (
        scan.form(index + 1) in words.people and scan.form(index).endswith(("al", "an", "n", "se", "sh"))
    )


def _rest(scan: _Scan, index: int) -> FoundQuantity | None:
    """The rest, the others: what the named parts leave, worked out elsewhere."""
    hit = scan.words.rest.at(scan.row, index)
    if hit is None or _at(scan, index + hit[0]) is not None:
        return None
    return _simple(scan, index, index + hit[0], None, None, "rest")


def _all(scan: _Scan, index: int) -> FoundQuantity | None:
    whole = scan.words.whole
    if scan.form(index) not in whole["all"] or scan.form(index - 1) in whole["not_all"]:
        return None
    after = scan.form(index + 1)
    if after not in whole["all_before"] and after not in kind_words(scan.language).people:
        return None
    return _simple(scan, index, index + 1, 1.0, 1.0, "whole")


def _every(scan: _Scan, index: int) -> FoundQuantity | None:
    """ "Every one of them": all of them, and not one."""
    hit = scan.words.every.at(scan.row, index)
    return None if hit is None else _simple(scan, index, index + hit[0] - 1, 1.0, 1.0, "whole")


def _none(scan: _Scan, index: int) -> FoundQuantity | None:
    """No prisoners, none of them: nought. No longer, no one: nothing counted."""
    form, after = scan.form(index), scan.form(index + 1)
    if form not in scan.words.whole["none"]:
        return None
    is_determiner = index + 1 < len(scan.row) and scan.row[index + 1].kind == "word"
    alone = form in scan.words.whole["none_alone"]
    if not alone and (not is_determiner or after in scan.words.whole["no_not_before"]):
        return None
    if _at(scan, index + 1) is not None:
        return None
    noun = _people_after(scan, index + 1, 4)
    if alone or noun is not None:
        found = _simple(scan, index, index + 1, 0, 0, "count", exact=True)
        return msgspec.structs.replace(found, noun=noun)
    return _simple(scan, index, index + 1, 0, 0, "other")


def _ordinal(scan: _Scan, index: int) -> FoundQuantity | None:
    value = kind_words(scan.language).ordinals.get(scan.form(index))
    return None if value is None else _simple(scan, index, index + 1, value, value, "ordinal")


_SHARES: tuple[_Rule, ...] = (_share, _every)
_REST: tuple[_Rule, ...] = (_rest, _all, _none, _ordinal)


def _with_wholes(scan: _Scan, found: list[FoundQuantity]) -> list[FoundQuantity]:
    """Tie a part to its whole: "two of the five", "14 out of 52"."""
    out = list(found)
    for index in range(len(out) - 1):
        part, whole = out[index], out[index + 1]
        if part.kind not in ("count", "ratio", "whole") or whole.kind != "count":
            continue
        middle = scan.text[part.end : whole.start] if whole.start - part.end < 24 else ""
        row = number_tokens(middle, scan.language)
        if scan.words.of.at(row, 0) and scan.words.between.issuperset(token.form for token in row):
            out[index] = msgspec.structs.replace(part, of=whole, noun=part.noun or whole.noun)
    return out
