"""Measures that the small model takes for verbs: "asset freezes", "travel bans"."""

from __future__ import annotations

from detente.reading.parsing.mended import attach, own
from detente.reading.parsing.mends import Row
from detente.reading.parsing.words import SUBJECTS, Word

_BEFORE = frozenset({"asset", "assets", "travel", "visa", "entry", "import", "export", "trade", "flight"})
_OBJECT = frozenset({"dobj"})


def _measure_for_verb(words: list[Word], w: Word) -> None:
    """ "lifted UN asset freezes", "the bloc suspended asset freezes": what is lifted, and no verb."""
    noun = words[w.i - 1]
    if w.i < 2 or w.tag != "VBZ" or noun.low not in _BEFORE:
        return
    verb = words[w.head]
    if noun.dep == "dobj" and noun.head == verb.i and verb.i < noun.i:  # "lifted UN asset" + "freezes"
        w.tag, w.lemma, w.dep = "NNS", w.low[:-1], "dobj"
    elif noun.head != w.i or noun.dep not in SUBJECTS:
        return
    elif w.dep == "ccomp" and verb.i < w.i and not own(words, verb.i, _OBJECT):
        w.tag, w.lemma, w.dep = "NNS", w.low[:-1], "dobj"
    elif (
        w.dep == "relcl"
        and verb.dep == "pobj"
        and words[verb.head].low == "for"
        and not own(words, words[verb.head].head, _OBJECT)
    ):
        w.tag, w.lemma, w.head, w.dep = "NNS", w.low[:-1], words[verb.head].head, "dobj"  # "for four months"
    elif w.dep == "ROOT" and (above := _participle_of(words, noun)) is not None:
        above.tag, above.head, above.dep = "VBD", above.i, "ROOT"
        for k in words:
            if k.head == w.i and k.i < above.i:
                k.head = above.i
        w.tag, w.lemma, w.head, w.dep = "NNS", w.low[:-1], above.i, "dobj"
    else:
        return
    w.lemma = "freeze" if w.low == "freezes" else w.lemma
    for k in words[: noun.i]:
        if k.head == noun.i:
            k.head = w.i
    attach(words, noun.i, w.i, "compound")


def _participle_of(words: list[Word], noun: Word) -> Word | None:
    """ "the bloc *suspended* asset": a verb that stands behind its subject, taken for an adjective."""
    before = words[noun.i - 1]
    if before.tag not in {"VBN", "VBD"} or before.head != noun.i:
        return None
    return before if own(words, before.i, SUBJECTS) or words[before.i - 1].tag[:2] == "NN" else None


def _list_for_verb(words: list[Word], w: Word) -> None:
    """ "struck from its sanctions list six judges": from a list, and no verb behind "sanctions"."""
    noun = words[w.i - 1]
    if w.i < 2 or noun.low not in {"sanctions", "sanction"} or noun.dep != "pobj" or w.dep == "pobj":
        return
    prep, verb = words[noun.head], words[w.head]
    for k in words:
        if k.head == w.i and k.i != w.i:
            k.head = verb.i
        elif k.head == noun.i and k.i < noun.i:
            k.head = w.i
    w.tag, w.head, w.dep = "NN", prep.i, "pobj"
    attach(words, noun.i, w.i, "compound")


MEASURES: tuple[Row, ...] = (("=freezes =bans", _measure_for_verb), ("=list", _list_for_verb))
"""The words at which a measure is looked for, and the mend."""
