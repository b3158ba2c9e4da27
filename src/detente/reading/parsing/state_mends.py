"""States that the small model takes for deeds: what somebody is called behind *as*, and what one remains."""

from __future__ import annotations

from detente.reading.parsing.mended import own
from detente.reading.parsing.mends import Row
from detente.reading.parsing.words import SUBJECTS, Word


def _called_as(words: list[Word], w: Word) -> None:
    """ "Two men described by a court as spies were moved": whom it befalls stands before *described*."""
    mark = next((k for k in words if k.head == w.i and k.dep == "mark" and k.low == "as"), None)
    told = words[w.head]
    noun = words[told.head]
    if mark is None or w.dep != "advcl" or told.tag != "VBN" or told.dep != "acl" or noun.dep != "ROOT":
        return
    what = next((k for k in words if k.head == w.i and k.dep in SUBJECTS and mark.i < k.i < w.i), None)
    if what is None or noun.i > told.i or not own(words, w.i, frozenset({"auxpass", "aux"})):
        return
    w.head, w.dep = w.i, "ROOT"
    noun.head, noun.dep = w.i, what.dep
    mark.head, mark.dep = told.i, "prep"
    what.head, what.dep = mark.i, "pobj"


_NAMING = frozenset({
    "class", "classify", "consider", "count", "describe", "designate", "list", "recognise", "recognize",
    "regard", "register",
})  # fmt: skip

_HELD = frozenset({"confine", "detain", "hold", "imprison", "incarcerate", "intern", "jail"})


def _only_called(words: list[Word], w: Word) -> None:
    """ "designated in May as wrongfully detained": behind *as* it is what they are called, and no deed."""
    mark = next((k for k in words[max(0, w.i - 2) : w.i] if k.head == w.i and k.low == "as"), None)
    bare = not own(words, w.i, SUBJECTS | {"aux", "auxpass", "dobj"})
    if (
        mark is None
        or mark.dep != "mark"
        or w.tag not in {"VBN", "VBD"}
        or not bare
        or words[w.head].lemma not in _NAMING
    ):
        return
    for k in words[w.i + 1 :]:
        if k.head == w.i and k.dep in {"prep", "npadvmod"}:
            k.head = w.head
    mark.head, mark.dep = w.head, "prep"
    w.head, w.dep, w.tag, w.lemma = mark.i, "pcomp", "JJ", w.low


def _remains_held(words: list[Word], w: Word) -> None:
    """ "Four clerks remain detained in Chad": *remain* is the verb, and what they are stands behind it."""
    stays = next((k for k in reversed(words[max(0, w.i - 3) : w.i]) if k.lemma in {"remain", "stay"}), None)
    if stays is None or w.lemma not in _HELD or {stays.head, w.head}.isdisjoint({w.i, stays.i}):
        return
    if w.head == stays.i and w.dep in {"acomp", "oprd", "xcomp"}:
        w.dep, w.tag, w.lemma = "acomp", "JJ", w.low
    if stays.head != w.i or stays.dep != "auxpass":
        return
    root = w.head == w.i
    stays.head, stays.dep = (stays.i if root else w.head), w.dep
    for k in words:
        if k.head == w.i and k.i not in {w.i, stays.i} and (k.i < stays.i or k.dep != "advmod"):
            k.head, k.dep = stays.i, "nsubj" if k.dep == "nsubjpass" else k.dep
    w.head, w.dep, w.tag, w.lemma = stays.i, "acomp", "JJ", w.low


def _taken_before(words: list[Word], w: Word) -> None:
    """ "Two men taken captive by rebels could be free": whoever was taken is the subject of what follows."""
    verb = words[w.head]
    who = next((k for k in words[: w.i] if k.head == w.i and k.dep in SUBJECTS), None)
    if (
        w.tag != "VBN"
        or who is None
        or verb.i < w.i
        or own(words, w.i, frozenset({"aux", "auxpass", "mark"}))
    ):
        return
    if own(words, w.i, frozenset({"conj"})) or any(k.head == w.i and k.tag == "WP" for k in words[: w.i]):
        return  # "What Chad released is Lena Marr", "Three men jailed in May landed under what is a deal"
    passive = any(k.head == verb.i and k.dep == "auxpass" for k in words)
    who.head, who.dep = verb.i, "nsubjpass" if passive else "nsubj"
    w.head, w.dep = who.i, "acl"


def _joined_to_object(words: list[Word], w: Word) -> None:
    """ "freed a general and two other hostages": a noun behind *and* is joined to the object, and no verb."""
    verb = words[w.head]
    if (
        w.tag != "NNS"
        or verb.tag[:1] != "V"
        or verb.i > w.i
        or own(words, w.i, frozenset({"aux", *SUBJECTS}))
    ):
        return
    first = min([w.i, *(k.i for k in words[verb.i : w.i] if k.head == w.i)])
    what = next((k for k in words[verb.i + 1 : first] if k.head == verb.i and k.dep == "dobj"), None)
    link = words[first - 1]
    if what is not None and link.low == "and" and link.head == verb.i:
        link.head, w.head = what.i, what.i


def _counted_and_described(words: list[Word], w: Word) -> None:
    """ "handed over to Chad 15 detained miners": between a number and its noun it describes them."""
    verb, last = words[w.head], words[-1]
    number = words[w.i - 1]
    what = words[w.i + 1] if w is not last else w
    if w.dep not in {"conj", "ccomp", "dep"} or verb.i >= w.i or own(words, verb.i, _OBJECT):
        return
    if (
        number.tag != "CD"
        or number.head != w.i
        or what.head != w.i
        or what.dep != "dobj"
        or what.tag[-1] != "S"
    ):
        return
    for k in words:
        if k.head == w.i:
            k.head = verb.i
    what.dep, w.head, w.dep, w.tag = "dobj", what.i, "amod", "VBN"
    number.head, number.dep = what.i, "nummod"


_OBJECT = frozenset({"dobj"})

STATES: tuple[Row, ...] = (
    ("csubj", _taken_before),
    ("conj", _joined_to_object),
    ("VBD VBN", _counted_and_described),
    ("advcl", _called_as),
    ("advcl", _only_called),
    ("VBN VBD", _remains_held),
)
