"""Weighing how the parts of two names agree.

Each part that agrees or disagrees gives a :class:`Reason` with a weight; the weights are added and
squeezed into a score between 0 and 1. The weights are few and stand in one table, so that a
person can check a verdict with a pencil.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal

import msgspec

from detente.language.names.alignment import Pair, Words, align, is_joined
from detente.language.names.grading import Context, Grade, given_grade, grade, is_eastern, patronymics_fit
from detente.language.names.letters import stem
from detente.language.names.parts import NameParts, Split, Word, key_of, split, word
from detente.language.names.quick import lasting

Verdict = Literal["same", "different", "unsure"]

SAME = 0.75
DIFFERENT = 0.35
"""At or above the first the verdict is *same*, below the second *different*."""

_BIAS = -2.5
_GIVEN: dict[Grade, float] = {
    "exact": 2.2, "marks": 2.1, "family": 2.0, "reading": 1.9, "slavic": 1.9, "sound": 1.6, "initial": 0.4,
    "near": -0.4, "missing": -0.3, "none": -5.0,
}  # fmt: skip
_SURNAME: dict[Grade, float] = {
    "exact": 3.0, "marks": 3.0, "family": 1.0, "reading": 2.7, "slavic": 2.6, "sound": 2.0, "initial": -0.5,
    "near": 0.8, "missing": -2.0, "none": -6.0,
}  # fmt: skip
_PATRONYMIC = {"agree": 1.2, "none": -4.0}
_MIDDLE = {"agree": 0.4, "initial": 0.2, "missing": -0.2, "none": -5.0}
_GENDER = -2.0

_SAYS: dict[Grade, str] = {
    "exact": "written alike", "marks": "alike but for marks", "family": "forms of one given name",
    "reading": "one reading in two romanisations", "slavic": "one East Slavic name in two romanisations",
    "sound": "alike in sound across scripts", "initial": "an initial fits", "near": "a letter apart",
    "missing": "given on one side only", "none": "do not agree",
}  # fmt: skip


class Reason(msgspec.Struct, frozen=True):
    """One thing that agrees or speaks against, and how much it weighs."""

    rule: str  # "surname:reading", "given:family", "patronymic:none", "gender"
    what: str  # the words, and what they show
    weight: float


class Comparison(msgspec.Struct, frozen=True):
    """How far two names agree, and why."""

    score: float  # 0 to 1
    verdict: Verdict
    reasons: tuple[Reason, ...]


class Prepared(msgspec.Struct, frozen=True, gc=False):
    """A name ready to be compared many times; make it with :func:`prepare`."""

    name: str
    text: str  # folded words, in order
    words: tuple[Word, ...]  # given name first
    patronymic: Word | None
    sure: bool  # the order is known
    keys: frozenset[str]
    slavic: bool
    baltic: bool  # Lithuanian or Latvian endings were taken off
    han: str  # in simplified characters, where it was written in them
    loose: bool  # Arabic or Persian: vowels differ between romanisations
    parts: NameParts


_NOTHING = Comparison(0.0, "different", (Reason("surname:none", "no part of the names agrees", -6.0),))

_OTHER_CHARACTERS = Comparison(
    0.0, "different", (Reason("characters:none", "written with other characters", -6.0),)
)


def compare(a: str, b: str) -> Comparison:
    """How far two names agree, and why.

    Args:
        a: a name as somebody wrote it.
        b: another.

    Returns:
        Score, verdict and reasons; the same whichever name comes first.

    Example:
        >>> found = compare("Mikoła Dornow", "Nikolai Dornov")
        >>> found.verdict, [reason.rule for reason in found.reasons]
        ('same', ['given:family', 'surname:reading'])
    """
    left, right = lasting(a), lasting(b)
    if left is not None and right is not None and left.isdisjoint(right):
        return _NOTHING
    return compare_prepared(prepare(a), prepare(b))


def prepare(name: str) -> Prepared:
    """A name taken apart and read, for comparing it many times."""
    found = split(name)
    text = " ".join([w.text for w in found.words])
    if found.patronymic is not None:
        text += " " + found.patronymic.text
    return Prepared(
        name, text, found.words, found.patronymic, found.sure, _keys(found), _is_slavic(found), found.baltic,
        found.han, _is_loose(found), found.parts,
    )  # fmt: skip


def keys(name: str) -> frozenset[str]:
    """Keys for finding candidates: names that share none are *different* to :func:`compare`."""
    return prepare(name).keys


def surname_key(name: str) -> str:
    """One key for the surname: masculine, and alike in every East Slavic romanisation.

    >>> surname_key("Lena Dornawa") == surname_key("Іван Дорнаў")
    True
    """
    words = split(name).words
    return stem(words[-1].coarse[0])[0] if words else ""


def _keys(found: Split) -> frozenset[str]:
    words = [w for w in found.words if not w.initial]
    if found.sure and len(words) > 1 and words[0] is found.words[0]:
        words = words[1:]
    if len(words) < 2:
        return words[0].keys if words else frozenset()
    joined = [key_of(w.fine[0] + words[i + 1].fine[0]) for i, w in enumerate(words[:-1])]
    return frozenset(joined).union(*[w.keys for w in words])


_SLAVIC_ENDS = ("av", "ev", "ava", "eva", "ski", "skaa", "skae", "ska", "ka", "iQ", "uk", "in", "ina")


def _is_slavic(found: Split) -> bool:
    first, rest = found.words[:1], found.words[1:]
    if any(w.script == "Cyrl" for w in found.words) or any(_only_slavic(w) for w in first):
        return True
    return any(w.coarse[0].endswith(_SLAVIC_ENDS) for w in rest or first)


def _is_loose(found: Split) -> bool:
    return bool(found.parts.particles) or any(_is_eastern(w) for w in found.words)


def _is_eastern(w: Word) -> bool:
    if w.families or not w.plain.endswith("i") or w.plain.endswith("ki"):
        return is_eastern(w.group)
    return is_eastern(word(w.plain[:-1]).group)  # Ebrahim-i


def compare_prepared(a: Prepared, b: Prepared) -> Comparison:
    """:func:`compare` for names that were prepared before."""
    if a.keys.isdisjoint(b.keys) or not a.words or not b.words:
        return _NOTHING
    if a.han and b.han and a.han != b.han:
        return _OTHER_CHARACTERS
    if b.text < a.text:
        a, b = b, a
    reasons = _weigh(a, b, a.words, b.words)
    if not (a.sure and b.sure) and _total(reasons) < 1.1 and len(b.words) > 1:
        first, last = (*b.words[1:], b.words[0]), (b.words[-1], *b.words[:-1])
        turned = [_weigh(a, b, a.words, words) for words in dict.fromkeys((first, last))]
        reasons = max(reasons, *turned, key=_total)
    return _judged(reasons)


def _judged(reasons: list[Reason]) -> Comparison:
    score = round(1 / (1 + math.exp(-_total(reasons))), 3)
    verdict: Verdict = "same" if score >= SAME else "different" if score < DIFFERENT else "unsure"
    return Comparison(score, verdict, tuple(reasons))


def _total(reasons: list[Reason]) -> float:
    return _BIAS + sum([reason.weight for reason in reasons])


def _weigh(a: Prepared, b: Prepared, left: Words, right: Words) -> list[Reason]:
    context = Context(a.slavic or b.slavic, a.loose or b.loose, _written_by_ear(a, b))
    if len(left) == 1 or len(right) == 1:
        reasons = _weigh_single(left, right, context)
    else:
        reasons = _weigh_pairs(align(left, right, context), context)
    if a.patronymic is not None and b.patronymic is not None:
        reasons.append(_weigh_patronymics(a.patronymic, b.patronymic))
    return reasons


def _written_by_ear(a: Prepared, b: Prepared) -> bool:
    if _only_slavic(a.words[0]) or _only_slavic(b.words[0]):
        return False
    return a.baltic != b.baltic or a.words[-1].script != b.words[-1].script


def _only_slavic(w: Word) -> bool:
    return w.group == "slavic" and max(w.families).startswith("slavic")


def _weigh_single(left: Words, right: Words, context: Context) -> list[Reason]:
    """One word against a whole name: it can only be the surname, or the whole written together."""
    one, many = (left[0], right) if len(left) == 1 else (right[0], left)
    if len(many) > 1 and is_joined(many, one, context):
        return [Reason("surname:exact", f"{one.text}: the whole name written together", 4.0)]
    found = grade(one, many[-1], context)
    reasons = [_reason("surname", found, one.text, many[-1].text, _SURNAME[found])]
    if len(many) > 1:
        reasons.append(_reason("given", "missing", many[0].text, "", _GIVEN["missing"]))
    return reasons


def _weigh_pairs(pairs: list[Pair], context: Context) -> list[Reason]:
    first, other = pairs[0]
    reasons: list[Reason] = []
    if first is not None and other is not None:
        found = given_grade(first, other, context)
        reasons.append(_reason("given", found, first.text, other.text, _GIVEN[found]))
    both = [(x, y, grade(x, y, context)) for x, y in pairs[1:] if x is not None and y is not None]
    best = max(both, key=lambda each: _SURNAME[each[2]], default=None)
    if best is None:
        return [*reasons, Reason("surname:none", "no surname stands on both sides", _SURNAME["none"])]
    reasons += _weigh_surnames(*best)
    reasons += [_weigh_middle(*each) for each in both if each is not best]
    alone = [x or y for x, y in pairs[1:] if x is None or y is None]
    return reasons + [_reason("middle", "missing", w.text, "", _MIDDLE["missing"]) for w in alone if w]


def _weigh_middle(x: Word, y: Word, found: Grade) -> Reason:
    kind = "none" if found in ("none", "near") else "initial" if found == "initial" else "agree"
    return _reason("middle", found, x.text, y.text, _MIDDLE[kind])


def _weigh_surnames(x: Word, y: Word, found: Grade) -> list[Reason]:
    reasons = [_reason("surname", found, x.text, y.text, _SURNAME[found])]
    if found == "slavic" and x.feminine != y.feminine:
        reasons.append(Reason("gender", f"{x.text} / {y.text}: a man's and a woman's surname", _GENDER))
    return reasons


def _weigh_patronymics(x: Word, y: Word) -> Reason:
    if patronymics_fit(x, y):
        return _reason("patronymic", "slavic", x.text, y.text, _PATRONYMIC["agree"])
    return _reason("patronymic", "none", x.text, y.text, _PATRONYMIC["none"])


@lru_cache(maxsize=1 << 14)
def _reason(part: str, found: Grade, x: str, y: str, weight: float) -> Reason:
    words = f"{x} / {y}" if x and y else x or y
    return Reason(f"{part}:{found}", f"{words}: {_SAYS[found]}", weight)
