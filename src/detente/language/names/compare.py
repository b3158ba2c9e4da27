"""Weighing how the parts of two names agree.

Each part that agrees or disagrees gives a :class:`Reason` with a weight; the weights are added and
squeezed into a score between 0 and 1. The weights are few and stand in one table, so that a
person can check a verdict with a pencil.
"""

from __future__ import annotations

import math
from typing import Literal

import msgspec

from detente.language.names.letters import consonants, loose, skeleton, stem
from detente.language.names.parts import NameParts, Split, Word, fathers, key_of, split, word

Verdict = Literal["same", "different", "unsure"]

SAME = 0.75
DIFFERENT = 0.35
"""At or above the first the verdict is *same*, below the second *different*."""

_BIAS = -2.5
_GIVEN = {
    "exact": 2.2, "marks": 2.1, "family": 2.0, "reading": 1.9, "slavic": 1.9, "sound": 1.6, "initial": 0.4,
    "near": -0.4, "missing": -0.3, "none": -5.0,
}  # fmt: skip
_SURNAME = {
    "exact": 3.0, "marks": 3.0, "family": 1.0, "reading": 2.7, "slavic": 2.6, "sound": 2.0, "initial": -0.5,
    "near": 0.8, "missing": -2.0, "none": -6.0,
}  # fmt: skip
_PATRONYMIC = {"agree": 1.2, "initial": 0.3, "none": -4.0}
_MIDDLE = {"agree": 0.4, "initial": 0.2, "missing": -0.2, "none": -5.0}
_GENDER = -2.0
_EASTERN = frozenset(("arabic", "iranian", "turkish"))  # forms of one name, also as a surname

_SAYS = {
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
    loose: bool  # Arabic or Persian: vowels differ between romanisations
    parts: NameParts


_NOTHING = Comparison(0.0, "different", (Reason("surname:none", "no part of the names agrees", -6.0),))


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
    return compare_prepared(prepare(a), prepare(b))


def prepare(name: str) -> Prepared:
    """A name taken apart and read, for comparing it many times."""
    found = split(name)
    text = " ".join([w.text for w in found.words])
    if found.patronymic is not None:
        text += " " + found.patronymic.text
    return Prepared(
        name, text, found.words, found.patronymic, found.sure, _keys(found), _is_slavic(found), found.baltic,
        _is_loose(found), found.parts,
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


def _is_slavic(found: Split) -> bool:
    return any(w.script == "Cyrl" or _group(w) == "slavic" for w in found.words) or any(
        w.coarse[0].endswith(("av", "ava", "ski", "skaa", "ska", "ka", "iQ", "uk", "in", "ina"))
        for w in found.words
    )


def _is_loose(found: Split) -> bool:
    return bool(found.parts.particles) or any(_is_eastern(w) for w in found.words)


def _is_eastern(w: Word) -> bool:
    if w.families or not w.plain.endswith("i") or w.plain.endswith("ki"):
        return _group(w) in _EASTERN
    return _group(word(w.plain[:-1])) in _EASTERN  # Ebrahim-i


def _group(w: Word) -> str:
    return min(w.families).partition(".")[0] if w.families else ""


def compare_prepared(a: Prepared, b: Prepared) -> Comparison:
    """:func:`compare` for names that were prepared before."""
    if a.keys.isdisjoint(b.keys):
        return _NOTHING
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


def _weigh(a: Prepared, b: Prepared, left: tuple[Word, ...], right: tuple[Word, ...]) -> list[Reason]:
    context = _Context(a, b)
    if not left or not right:
        return [_reason("surname", "none", a.name, b.name, -6.0)]
    if len(left) == 1 or len(right) == 1:
        reasons = _single(left, right, context)
    else:
        reasons = _aligned(left, right, context)
    _weigh_patronymics(a, b, reasons, context)
    return reasons


class _Context:
    """What holds for both names while their words are graded."""

    __slots__ = ("heard", "loose", "slavic")

    def __init__(self, a: Prepared, b: Prepared) -> None:
        self.slavic = a.slavic or b.slavic
        self.loose = a.loose or b.loose
        # A foreign name written by ear in another script: only its consonants are sure.
        self.heard = _written_by_ear(a, b)


def _written_by_ear(a: Prepared, b: Prepared) -> bool:
    if not a.words or not b.words:
        return False
    if _only_slavic(a.words[0]) or _only_slavic(b.words[0]):
        return False
    return a.baltic != b.baltic or a.words[-1].script != b.words[-1].script


def _only_slavic(w: Word) -> bool:
    return bool(w.families) and all([family.startswith("slavic") for family in w.families])


def _single(left: tuple[Word, ...], right: tuple[Word, ...], context: _Context) -> list[Reason]:
    """One word against a whole name: it can only be the surname, or the whole written together."""
    one, many = (left[0], right) if len(left) == 1 else (right[0], left)
    if len(many) > 1 and _joined(many, one, context):
        return [_reason("surname", "exact", one.text, one.text, 4.0)]
    grade = _grade(one, many[-1], context)
    reasons = [_reason("surname", grade, one.text, many[-1].text, _SURNAME[grade])]
    if len(many) > 1:
        reasons.append(_reason("given", "missing", many[0].text, "", _GIVEN["missing"]))
    return reasons


def _aligned(left: tuple[Word, ...], right: tuple[Word, ...], context: _Context) -> list[Reason]:
    if len(left) == len(right) == 2:
        pairs: list[tuple[Word | None, Word | None]] = [(left[0], right[0]), (left[1], right[1])]
    else:
        left, right = _rejoined(left, right, context)
        pairs = _pairs(left, right, context)
    return _reasons(pairs, context)


def _rejoined(
    left: tuple[Word, ...], right: tuple[Word, ...], context: _Context
) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Put two words together where the other name writes them as one."""
    short, long = (left, right) if len(left) < len(right) else (right, left)
    for i in range(len(long) - 1):
        if len(long) > len(short) and any(_joined(long[i : i + 2], w, context) for w in short):
            long = (*long[:i], word(long[i].text + long[i + 1].text), *long[i + 2 :])
    return (short, long) if len(left) < len(right) else (long, short)


def _joined(words: tuple[Word, ...], one: Word, context: _Context) -> bool:
    both = word("".join(w.text for w in words))
    return len(one.text) > 3 and _grade(both, one, context) in ("exact", "marks", "reading", "family")


def _pairs(
    left: tuple[Word, ...], right: tuple[Word, ...], context: _Context
) -> list[tuple[Word | None, Word | None]]:
    """First with first; the other words in order, as many agreeing as can."""
    pairs: list[tuple[Word | None, Word | None]] = [(left[0], right[0])]
    i = j = 1
    while i < len(left) or j < len(right):
        here = i < len(left) and j < len(right) and _agree(left[i], right[j], context)
        ahead = j + 1 < len(right) and i < len(left) and _agree(left[i], right[j + 1], context)
        behind = i + 1 < len(left) and j < len(right) and _agree(left[i + 1], right[j], context)
        if here or not (ahead or behind):
            pairs.append((left[i] if i < len(left) else None, right[j] if j < len(right) else None))
            i, j = i + 1, j + 1
        elif ahead:
            pairs.append((None, right[j]))
            j += 1
        else:
            pairs.append((left[i], None))
            i += 1
    return pairs


def _agree(a: Word, b: Word, context: _Context) -> bool:
    return _grade(a, b, context) not in ("none", "near")


def _reasons(pairs: list[tuple[Word | None, Word | None]], context: _Context) -> list[Reason]:
    (first, other), *rest = pairs
    assert first is not None
    assert other is not None
    grade = _given_grade(first, other, context)
    reasons = [_reason("given", grade, first.text, other.text, _GIVEN[grade])]
    graded = [(x, y, _grade(x, y, context)) for x, y in rest if x is not None and y is not None]
    if not graded:
        return [*reasons, _reason("surname", "none", "", "", _SURNAME["none"])]
    best = max(range(len(graded)), key=lambda i: _SURNAME[graded[i][2]])
    for i, (x, y, found) in enumerate(graded):
        reasons += _surname_reasons(x, y, found, context) if i == best else [_middle(x, y, found)]
    reasons += [
        _reason("middle", "missing", (x or y).text, "", _MIDDLE["missing"])  # type: ignore[union-attr]
        for x, y in rest
        if x is None or y is None
    ]
    return reasons


def _middle(x: Word, y: Word, grade: str) -> Reason:
    kind = {"none": "none", "near": "none", "initial": "initial"}.get(grade, "agree")
    return _reason("middle", grade, x.text, y.text, _MIDDLE[kind])


def _surname_reasons(x: Word, y: Word, grade: str, context: _Context) -> list[Reason]:
    reasons = [_reason("surname", grade, x.text, y.text, _SURNAME[grade])]
    if grade == "slavic" and _feminine(x) != _feminine(y):
        reasons.append(Reason("gender", f"{x.text} / {y.text}: a man's and a woman's surname", _GENDER))
    return reasons


def _feminine(w: Word) -> bool:
    return stem(w.coarse[0])[1]


def _weigh_patronymics(a: Prepared, b: Prepared, reasons: list[Reason], context: _Context) -> None:
    x, y = a.patronymic, b.patronymic
    if x is None or y is None:
        return
    fits = not _apart(x, y)
    kind = "agree" if fits else "none"
    reasons.append(_reason("patronymic", "slavic" if fits else "none", x.text, y.text, _PATRONYMIC[kind]))


def _apart(x: Word, y: Word) -> bool:
    """Patronymics differ when neither their readings nor the father's name meet."""
    if not set(x.coarse).isdisjoint(y.coarse):
        return False
    pairs = [(p, q) for p in map(_father, x.coarse) for q in map(_father, y.coarse)]
    return not any(_close(p, q) or fathers(p) & fathers(q) for p, q in pairs)


def _father(reading: str) -> str:
    for ending in ("aviQ", "avna", "viQ", "vna", "iQ", "iQna"):
        if reading.endswith(ending):
            return reading.removesuffix(ending)
    return reading


def _reason(part: str, grade: str, x: str, y: str, weight: float) -> Reason:
    words = f"{x} / {y}" if x and y else x or y
    return Reason(f"{part}:{grade}", f"{words}: {_SAYS[grade]}", weight)


def _given_grade(x: Word, y: Word, context: _Context) -> str:
    if x.text == y.text:
        return "exact"
    if x.families and y.families and not x.initial and not y.initial:
        return "family" if not x.families.isdisjoint(y.families) else "none"
    grade = _grade(x, y, context)
    return "none" if grade == "near" and x.plain[0] != y.plain[0] else grade


def _grade(x: Word, y: Word, context: _Context) -> str:
    """How two words agree, the strongest way first."""
    if x.text == y.text:
        return "exact"
    if x.initial or y.initial:
        return "initial" if _initials_fit(x, y) else "none"
    if x.script == y.script and x.plain == y.plain:
        return "marks"
    if not set(x.fine).isdisjoint(y.fine):
        return "reading"
    return _distant_grade(x, y, context)


def _distant_grade(x: Word, y: Word, context: _Context) -> str:
    if context.slavic and _same_stem(x, y):
        return "slavic"
    if not x.families.isdisjoint(y.families):
        return "reading" if _group(x) in _EASTERN and _group(y) in _EASTERN else "family"
    if context.loose and any(set(loose(p)) & set(loose(q)) for p in x.fine for q in y.fine):
        return "reading"
    if context.heard and _sounds_alike(x, y):
        return "sound"
    if x.script == y.script and len(x.fine[0]) > 4 and _close(x.fine[0], y.fine[0]):
        return "near"
    return "none"


def _same_stem(x: Word, y: Word) -> bool:
    return not {stem(c)[0] for c in x.coarse}.isdisjoint([stem(c)[0] for c in y.coarse])


def _sounds_alike(x: Word, y: Word) -> bool:
    if "Arab" in (x.script, y.script):
        return not {consonants(r) for r in x.fine}.isdisjoint([consonants(r) for r in y.fine])
    return not {skeleton(r) for r in x.coarse}.isdisjoint([skeleton(r) for r in y.coarse])


def _initials_fit(x: Word, y: Word) -> bool:
    return not {c[:1] for c in x.coarse}.isdisjoint([c[:1] for c in y.coarse])


def _close(a: str, b: str) -> bool:
    """One letter changed, put in, left out, or two neighbours changed over."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < len(a) and start < len(b) and a[start] == b[start]:
        start += 1
    x, y = a[start:], b[start:]
    return x[1:] == y[1:] or x[1:] == y or x == y[1:] or (x[1::-1] == y[:2] and x[2:] == y[2:])
