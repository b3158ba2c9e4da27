"""Names that the small model loses among what is told beside them: by-names, callings, the day before."""

from __future__ import annotations

from detente.reading.parsing.mended import attach, own
from detente.reading.parsing.mends import Row
from detente.reading.parsing.words import PROPER, SUBJECTS, Word

_BESIDE = "advmod npadvmod dep nmod amod compound advcl meta intj oprd"


def _byname(words: list[Word], w: Word) -> None:
    """ "Orlu, alias Bird, was jailed": another name of hers, and no second person."""
    if w.i < 2 or words[w.i - 1].tag not in {",", "-LRB-"} or words[w.i - 2].tag not in PROPER:
        return
    last = w.i
    while last + 1 < len(words) and words[last + 1].tag in PROPER:
        last += 1
    if last > w.i and attach(words, last, w.i - 2, "appos"):
        for k in words[w.i : last]:
            k.head, k.dep = last, "compound"


def _first_of(words: list[Word], i: int) -> int:
    """The first word of the phrase before a name, with whose it is."""
    lo = i
    while lo and words[lo - 1].tag != "," and words[lo - 1].dep not in {"prep", "ROOT"}:
        lo -= 1
    return lo


def _subject_behind_a_day(words: list[Word], w: Word) -> None:
    """ "On 3 May 2016, Ada Orlu, was detained": behind the day and its comma stands who was."""
    prep = words[w.head]
    verb = words[prep.head]
    if w.tag not in PROPER or prep.low not in {"on", "in"} or verb.tag not in {"VBN", "VBD"} or verb.i < w.i:
        return
    lo = _first_of(words, w.i)
    day = words[prep.i + 1 : lo - 1]
    dated = any(k.tag == "CD" for k in day) and all(k.tag in {"CD", *PROPER} for k in day)
    if dated and words[lo - 1].tag == "," and not own(words, verb.i, SUBJECTS):
        passive = own(words, verb.i, frozenset({"auxpass"}))
        attach(words, w.i, verb.i, "nsubjpass" if passive else "nsubj")


def _name_before_its_calling(words: list[Word], w: Word) -> None:
    """ "Ada Orlu, head of the union was arrested": she was, and the noun says what she is."""
    verb = words[w.head]
    if w.tag not in PROPER or w.ent != "PERSON" or w.i + 2 >= len(words) or words[w.i + 1].tag != ",":
        return
    noun = next((k for k in words[w.i + 2 :] if k.head == verb.i and k.dep in SUBJECTS), None)
    if noun is None or noun.tag != "NN" or any(k.tag == "," for k in words[w.i + 2 : noun.i]):
        return
    first = min([noun.i, *(k.i for k in words if k.head == noun.i)])
    dep = noun.dep
    if first == w.i + 2 and attach(words, noun.i, w.i, "appos"):
        attach(words, w.i, verb.i, dep)


def _kin_by_marriage(words: list[Word], w: Word) -> None:
    """ "her brother-in-law, Ben Roth": one word, and nobody who is in law."""
    parts = words[max(0, w.i - 4) : w.i]
    if [k.low for k in parts[1:]] == ["-", "in", "-"] and parts[0].tag in {"NN", "NNS"}:
        for k in (*parts[1:], w):
            attach(words, k.i, parts[0].i, "punct")


def _told_beside_a_passive(words: list[Word], w: Word) -> None:
    """ "said that he was not asked, but was taken away": like joins like, a passive what was told of him."""
    teller = words[w.head]
    said = next((k for k in words[teller.i : w.i] if k.head == teller.i and k.dep == "ccomp"), None)
    passives = said is not None and all(own(words, k.i, frozenset({"auxpass"})) for k in (said, w))
    first = min([w.i, *(k.i for k in words if k.head == w.i)])
    if (
        said is None
        or not passives
        or own(words, w.i, SUBJECTS)
        or words[first - 1].low not in {"but", "and"}
    ):
        return
    if words[said.i].tag == "VBN" and not own(words, teller.i, frozenset({"auxpass"})):
        attach(words, w.i, said.i, "conj")


def _passive_told_shortly(words: list[Word], w: Word) -> None:
    """ "have been alone in a cell and denied care": what goes on behind *have been* is done to them."""
    been = words[w.head]
    helped = been.low == "been" and own(words, been.i, frozenset({"aux"}))
    if helped and w.low.endswith("ed") and not own(words, w.i, SUBJECTS | {"aux", "auxpass"}):
        subject = next((k for k in words[: been.i] if k.head == been.i and k.dep == "nsubj"), None)
        if subject is not None and words[w.i - 1].low in {"and", ","}:
            w.tag, subject.dep = "VBN", "nsubjpass"


def _counted_in_a_list(words: list[Word], w: Word) -> None:
    """ "Ada Orlu, seven clerks, and a nurse": a number of others is the next of the list, not Orlu."""
    counted = any(k.head == w.i and k.tag == "CD" for k in words[: w.i])
    listed = any(k.head == w.i and k.dep == "cc" for k in words[w.i + 1 :])
    if w.tag == "NNS" and counted and listed and words[w.head].tag == "NNP":
        w.dep = "conj"


def _so_many_out_of(words: list[Word], w: Word) -> None:
    """ "Freed three out of 11 women": the three were, and the women are whom they are of."""
    number = words[w.i - 1] if w.i else w
    of = words[w.i + 1] if w.i + 2 < len(words) else w
    whole = next((k for k in words[w.i + 2 :] if k.tag[:2] == "NN" and k.head != k.i), None)
    if number.tag != "CD" or of.low != "of" or whole is None or whole.i > w.i + 6 or whole.tag != "NNS":
        return
    if any(k.tag[:1] == "V" for k in words[w.i : whole.i]) or number.head == whole.i:
        return
    attach(words, of.i, number.i, "prep")
    attach(words, w.i, of.i, "advmod")
    attach(words, whole.i, of.i, "pobj")


def _behind_a_preposition(words: list[Word], name: Word) -> bool:
    """ "In Dorn, 35 were arrested", "of the 90 in Kell, 40 were": a place, a day, and no age."""
    first = name.i
    while first and words[first - 1].tag in PROPER:
        first -= 1
    top = name
    while top.dep in {"conj", "appos", "compound"}:  # "according to the lawyer Carl Lind, 17 were"
        top = words[top.head]
    return top.dep == "pobj" or words[max(0, first - 1)].tag in {"IN", "TO"}


def _age_before_its_verb(words: list[Word], w: Word) -> None:
    """ "Ada Orlu, 49, and Ben Roth, 35 were freed": behind a name and a comma it is his age."""
    name, verb = words[w.i - 2] if w.i > 2 else w, words[min(w.i + 1, len(words) - 1)]
    aged = len(w.text) == 2 and w.text.isdigit() and words[w.i - 1].tag == "," and name.tag in PROPER
    if not aged or name.ent == "DATE" or verb.tag not in {"VBD", "VBP", "VBZ", "MD"}:
        return
    if _behind_a_preposition(words, name):
        return
    if w.dep in SUBJECTS:
        top = name
        while top.dep in {"conj", "appos"} and words[top.head].tag in PROPER:
            top = words[top.head]
        attach(words, top.i, w.head, w.dep)
    attach(words, w.i, name.i, "appos")


APPOSED: tuple[Row, ...] = (
    ("=alias =aka =a.k.a =a.k.a.", _byname),
    ("pobj", _subject_behind_a_day),
    (_BESIDE, _name_before_its_calling),
    ("=law =laws", _kin_by_marriage),
    ("appos", _counted_in_a_list),
    ("=out", _so_many_out_of),
    ("CD", _age_before_its_verb),
    ("conj", _told_beside_a_passive),
    ("conj", _passive_told_shortly),
)
