"""Measures that the small model takes for verbs or ties wrongly: "asset freezes", "slapped on curbs"."""

from __future__ import annotations

from detente.reading.parsing.mended import attach, own
from detente.reading.parsing.mends import Row
from detente.reading.parsing.words import DAYS, SUBJECTS, Word

_BEFORE = frozenset({"asset", "assets", "travel", "visa", "entry", "import", "export", "trade", "flight"})
_OBJECT = frozenset({"dobj"})
_PUT_ON = frozenset({"ban", "curb", "embargo", "freeze", "penalty", "restriction", "sanction", "tariff"})


def _measure_for_verb(words: list[Word], w: Word) -> None:
    """ "lifted UN asset freezes", "the bloc suspended asset freezes": what is lifted, and no verb."""
    noun = words[w.i - 1]
    if w.i < 2 or w.tag != "VBZ" or noun.low not in _BEFORE:
        return
    verb = words[w.head]
    if noun.dep == "dobj" and noun.head == verb.i and verb.i < noun.i:  # "lifted UN asset" + "freezes"
        w.tag, w.lemma, w.dep = "NNS", w.low[:-1], "dobj"
    elif (
        w.dep == "conj" and (first := _object_before(words, verb, noun)) is not None
    ):  # "bans, asset freezes"
        w.tag, w.lemma, w.dep, w.head = "NNS", w.low[:-1], "conj", first.i
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


def _object_before(words: list[Word], verb: Word, noun: Word) -> Word | None:
    """ "imposed *curbs*, asset freezes and a ban": the object to which the rest is joined."""
    joined = words[noun.i - 1].text in {",", "and", "or"}
    objects = (k for k in words[verb.i + 1 : noun.i] if k.head == verb.i and k.dep == "dobj")
    return next(objects, None) if joined and verb.i < noun.i else None


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


def _unwelcome(words: list[Word], w: Word) -> None:
    """ "declared the consul persona non grata": what he is declared, and no verb of his."""
    verb = words[w.head]
    if w.dep not in {"ccomp", "xcomp"} or verb.i > w.i or own(words, verb.i, _OBJECT):
        return
    last = next((k for k in words[w.i + 1 : w.i + 3] if k.low.startswith("grat")), None)
    who = next((k for k in words[verb.i : w.i] if k.head == w.i and k.dep in SUBJECTS), None)
    if last is None or who is None:
        return
    who.head, who.dep = verb.i, "dobj"
    w.tag, w.dep = "NN", "oprd"
    for k in words[w.i + 1 : last.i + 1]:
        k.head, k.dep = w.i, "amod"


_LAID_ON = frozenset({"clamp", "heap", "impose", "layer", "level", "pile", "place", "put", "slap"})
_AIMED = frozenset({"on", "against", "upon"})


def _on_more(words: list[Word], w: Word) -> None:
    """ "slapped on more sanctions": *on* is the verb's own, and they are what is put on."""
    verb = words[w.head]
    what = next((k for k in words[w.i + 1 :] if k.head == w.i and k.dep == "pobj"), None)
    if what is None or verb.i != w.i - 1 or verb.lemma not in _LAID_ON or own(words, verb.i, _OBJECT):
        return
    if what.lemma in _PUT_ON and verb.tag in {"VBD", "VBZ", "VBP", "VB", "VBG"}:
        w.dep, what.head, what.dep = "prt", verb.i, "dobj"


def _aimed_behind_time(words: list[Word], w: Word) -> None:
    """ "follow the curbs imposed last May against nine firms": whom they are on hangs on *imposed*."""
    verb = words[w.head]
    laid = next((k for k in reversed(words[verb.i + 1 : w.i]) if k.lemma in _LAID_ON), None)
    if verb.tag[:1] != "V" or verb.i > w.i or laid is None or laid.tag != "VBN" or laid.dep != "acl":
        return
    if not any(k.head == laid.i and k.low in _AIMED for k in words[laid.i + 1 : w.i]):
        attach(words, w.i, laid.i, "prep")


_SETTLING = frozenset({"agree", "choose", "decide", "opt", "resolve", "vote"})


def _what_is_decided_on(words: list[Word], w: Word) -> None:
    """ "decided on Monday to prolong, until May, the ban": whoever decides *to* do it decides no object."""
    verb = words[w.head]
    if verb.lemma not in _SETTLING or verb.i > w.i:
        return
    to = next((k for k in words[verb.i + 1 : w.i] if k.low == "to" and words[k.head].tag == "VB"), None)
    deed = words[to.head] if to is not None else None
    if deed is None or deed.head != verb.i or not verb.i < deed.i < w.i or own(words, deed.i, _OBJECT):
        return
    deed.dep, w.head = "xcomp", deed.i


_MADE_KNOWN = frozenset({
    "adopt", "announce", "approve", "condemn", "expel", "free", "impose", "lift", "order", "publish",
    "release", "suspend", "unveil",
})  # fmt: skip


def _day_before_object(words: list[Word], w: Word) -> None:
    """ "announced on Monday sanctions against two men": on Monday, and what it announced."""
    what = words[w.head]
    on, verb = words[what.head], words[words[what.head].head]
    if w.dep != "compound" or what.tag != "NNS" or what.dep != "pobj" or on.low != "on" or on.i != w.i - 1:
        return
    if verb.lemma in _MADE_KNOWN and verb.i < on.i and not own(words, verb.i, _OBJECT):
        w.head, w.dep = on.i, "pobj"
        what.head, what.dep = verb.i, "dobj"


MEASURES: tuple[Row, ...] = (
    ("=freezes =bans", _measure_for_verb),
    ("=list", _list_for_verb),
    ("=persona =personae =personas", _unwelcome),
    ("=on", _on_more),
    (" ".join(f"={day}" for day in sorted(DAYS)), _day_before_object),
    ("=against", _aimed_behind_time),
    ("dobj", _what_is_decided_on),
)
"""The words at which a measure is looked for, and the mend."""
