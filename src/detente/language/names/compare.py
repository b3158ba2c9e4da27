"""Weighing how the parts of two names agree.

Each part that agrees or disagrees is a finding with a weight (:mod:`~detente.language.names.weights`);
the weights are added and squeezed into a score between 0 and 1.
"""

from __future__ import annotations

from functools import cache

import msgspec

from detente.language.names.alignment import Pair, Words, align, is_joined
from detente.language.names.grading import Context, Grade, given_grade, grade, patronymics_fit
from detente.language.names.letters import stem
from detente.language.names.parts import Split, split
from detente.language.names.quick import lasting
from detente.language.names.weights import (
    GENDER,
    GIVEN,
    JOINED,
    MIDDLE,
    NO_SURNAME,
    NOTHING,
    OTHER_CHARACTERS,
    PATRONYMIC,
    SURNAME,
    Comparison,
    Finding,
    Rule,
    Verdict,
    judged,
    total,
)
from detente.language.names.words import Word, key_of


class Prepared(msgspec.Struct, frozen=True, gc=False):
    """A name ready to be compared many times; make it with :func:`prepare`."""

    name: str
    text: str  # folded words, in order
    words: tuple[Word, ...]  # given name first
    patronymic: Word | None
    sure: bool  # the order is known
    keys: frozenset[str]
    kind: int  # _SLAVIC, _LOOSE, both or neither
    only_slavic: bool  # its given name is at home nowhere else
    writing: str  # the script of the surname, and whether Lithuanian or Latvian endings were taken off
    plain: bool  # a given name and a surname, and nothing else
    han: str  # in simplified characters, where it was written in them


_SLAVIC, _LOOSE = 1, 2  # East Slavic; Arabic or Persian, whose vowels differ between romanisations
# By: kinds of both, one is written by ear.
_CONTEXTS = tuple(
    tuple(Context(bool(kind & _SLAVIC), bool(kind & _LOOSE), heard) for heard in (False, True))
    for kind in range(4)
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
        return NOTHING
    return compare_prepared(prepare(a), prepare(b))


def prepare(name: str) -> Prepared:
    """A name taken apart and read, for comparing it many times."""
    found = split(name)
    words, father = found.words, found.patronymic
    text = " ".join([w.text for w in words])
    if father is not None:
        text += " " + father.text
    kind = _SLAVIC * _is_slavic(words) + _LOOSE * _is_loose(found)
    writing = (words[-1].script if words else "") + (" baltic" if found.baltic else "")
    return Prepared(
        name, text, words, father, found.sure, _keys(found), kind, bool(words) and words[0].only_slavic,
        writing, len(words) == 2 and father is None, found.han,
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


def _is_slavic(words: tuple[Word, ...]) -> bool:
    """Whether an East Slavic name: in Cyrillic, or by its given name, or by how what follows ends."""
    if words and words[0].only_slavic:
        return True
    rest = words[1:] or words
    for w in rest:
        if w.slavic or w.script == "Cyrl":
            return True
    return bool(words) and words[0].script == "Cyrl"


def _is_loose(found: Split) -> bool:
    for w in found.words:
        if w.eastern:
            return True
    return found.particles


def compare_prepared(a: Prepared, b: Prepared) -> Comparison:
    """:func:`compare` for names that were prepared before."""
    if a.keys.isdisjoint(b.keys):
        return NOTHING
    if a.han and b.han and a.han != b.han:
        return OTHER_CHARACTERS
    if b.text < a.text:
        a, b = b, a
    if a.plain and b.plain:
        return _compare_plain(a, b)
    return judged(_best(a, b)) if a.words and b.words else NOTHING


def _compare_plain(a: Prepared, b: Prepared) -> Comparison:
    """Nearly all pairs: two words each, weighed by table."""
    context, (given, surname), (x, y) = _context(a, b), a.words, b.words
    found = _outcome(
        given_grade(given, x, context), grade(surname, y, context), surname.feminine == y.feminine
    )
    if not (a.sure and b.sure) and found.total < _ENOUGH:
        turned = _outcome(
            given_grade(given, y, context), grade(surname, x, context), surname.feminine == x.feminine
        )
        if turned.total > found.total:
            found, x, y = turned, y, x
    first, last = (found.given, given.text, x.text), (found.surname, surname.text, y.text)
    if not found.spouses:
        return Comparison(found.score, found.verdict, (first, last))
    return Comparison(found.score, found.verdict, (first, last, (GENDER, surname.text, y.text)))


class _Outcome(msgspec.Struct, frozen=True, gc=False):
    """What the grades of a given name and of a surname come to."""

    given: Rule
    surname: Rule
    spouses: bool
    total: float
    score: float
    verdict: Verdict


@cache
def _outcome(first: Grade, last: Grade, one_gender: bool) -> _Outcome:
    spouses = last == "slavic" and not one_gender
    rules = [GIVEN[first], SURNAME[last], *([GENDER] if spouses else [])]
    found: list[Finding] = [(rule, "", "") for rule in rules]
    weighed = judged(found)
    return _Outcome(GIVEN[first], SURNAME[last], spouses, total(found), weighed.score, weighed.verdict)


def differ(a: Prepared, b: Prepared) -> bool:
    """Whether two names that share a key are *different* for certain, told without weighing them.

    Two words each, of which the given names or the surnames do not agree, in any order they may
    stand in. Where that is not so, :func:`compare_prepared` has to be asked.

    >>> differ(prepare("Ivan Dornov"), prepare("Pavel Dornov"))
    True
    """
    if not (a.plain and b.plain):
        return False
    if b.text < a.text:
        a, b = b, a
    context, (first, last) = _context(a, b), a.words
    x, y = b.words
    if given_grade(first, x, context) != "none" and grade(last, y, context) != "none":
        return False
    if a.sure and b.sure:
        return True
    return given_grade(first, y, context) == "none" or grade(last, x, context) == "none"


_ENOUGH = 1.1
"""From here on no other order of the words is tried."""


def _best(a: Prepared, b: Prepared) -> list[Finding]:
    """The findings in the order of the words that agrees best, where the order is not known."""
    found = _weigh(a, b, a.words, b.words)
    if not (a.sure and b.sure) and total(found) < _ENOUGH and len(b.words) > 1:
        first, last = (*b.words[1:], b.words[0]), (b.words[-1], *b.words[:-1])
        turned = [_weigh(a, b, a.words, words) for words in dict.fromkeys((first, last))]
        found = max(found, *turned, key=total)
    return found


def _weigh(a: Prepared, b: Prepared, left: Words, right: Words) -> list[Finding]:
    context = _context(a, b)
    if len(left) == 1 or len(right) == 1:
        found = _weigh_single(left, right, context)
    else:
        found = _weigh_pairs(align(left, right, context), context)
    if a.patronymic is not None and b.patronymic is not None:
        found.append(_weigh_patronymics(a.patronymic, b.patronymic))
    return found


def _context(a: Prepared, b: Prepared) -> Context:
    heard = a.writing != b.writing and not a.only_slavic and not b.only_slavic
    return _CONTEXTS[a.kind | b.kind][heard]


def _weigh_single(left: Words, right: Words, context: Context) -> list[Finding]:
    """One word against a whole name: it can only be the surname, or the whole written together."""
    one, many = (left[0], right) if len(left) == 1 else (right[0], left)
    if len(many) > 1 and is_joined(many, one, context):
        return [(JOINED, one.text, "")]
    found: list[Finding] = [(SURNAME[grade(one, many[-1], context)], one.text, many[-1].text)]
    if len(many) > 1:
        found.append((GIVEN["missing"], many[0].text, ""))
    return found


def _weigh_pairs(pairs: list[Pair], context: Context) -> list[Finding]:
    first, other = pairs[0]
    found: list[Finding] = []
    if first is not None and other is not None:
        found.append((GIVEN[given_grade(first, other, context)], first.text, other.text))
    both = [(x, y, grade(x, y, context)) for x, y in pairs[1:] if x is not None and y is not None]
    best = max(both, key=lambda each: SURNAME[each[2]].weight, default=None)
    if best is None:
        return [*found, (NO_SURNAME, "", "")]
    found += _weigh_surnames(*best)
    found += [(MIDDLE[each[2]], each[0].text, each[1].text) for each in both if each is not best]
    alone = [x or y for x, y in pairs[1:] if x is None or y is None]
    return found + [(MIDDLE["missing"], w.text, "") for w in alone if w]


def _weigh_surnames(x: Word, y: Word, found: Grade) -> list[Finding]:
    weighed: list[Finding] = [(SURNAME[found], x.text, y.text)]
    if found == "slavic" and x.feminine != y.feminine:
        weighed.append((GENDER, x.text, y.text))
    return weighed


def _weigh_patronymics(x: Word, y: Word) -> Finding:
    return (PATRONYMIC["slavic" if patronymics_fit(x, y) else "none"], x.text, y.text)
