"""Who says something, where the small model takes him for somebody whom the clause beside it tells of."""

from __future__ import annotations

from detente.reading.parsing.mended import attach, own
from detente.reading.parsing.mends import Row
from detente.reading.parsing.words import SUBJECTS, Word

_SAYING = frozenset({"say", "add", "note", "explain"})
_LAST = _SAYING | {
    "announce", "confirm", "report", "claim", "declare", "insist", "recall", "write", "tweet", "post", "warn",
    "estimate", "stress", "complain", "admit", "regret", "deplore", "lament", "specify", "indicate", "learn",
}  # fmt: skip
"""Verbs of saying that may end a sentence with their speaker behind them."""
_PRESS = frozenset({"agency", "media", "press", "radio", "television", "tv", "newspaper", "paper", "daily"})
_OPENS = frozenset({"DT", "PRP$", "NNP", "NNS", "NN"})
_NAMES = _OPENS | {"NNPS", "JJ", "POS", "HYPH"}
_DAYTIMES = frozenset({"dawn", "morning", "noon", "midday", "evening", "night", "midnight"})


def _teller_for_subject(words: list[Word], w: Word) -> None:
    """ "…, said Orlu, a lawyer, and nine miners were freed": who says so is none of the freed."""
    verb = words[w.head]
    says = words[verb.head]
    if w.dep not in {"nsubj", "nsubjpass"} or verb.dep != "ccomp" or not 0 < says.i < w.i < verb.i:
        return
    if says.lemma not in _SAYING or words[says.i - 1].tag not in {",", "''"}:
        return
    name = words[says.i + 1 : w.i]
    ties = ((w.i, "conj"), (verb.i, w.dep))
    second = next((k for k in words[w.i + 1 : verb.i] if (k.head, k.dep) in ties), None)
    joint = next((k for k in words[w.i : verb.i] if k.head == w.i and k.dep == "cc"), None)
    apart = joint is not None and words[joint.i - 1].tag == ","
    if second is None or not apart or any(k.head != w.i for k in name) or own(words, says.i, SUBJECTS):
        return
    second.head, second.dep, w.head, w.dep = verb.i, w.dep, says.i, "nsubj"


def _teller_for_apposition(words: list[Word], w: Word) -> None:
    """ "…, the staff for the care of captives said": the noun between the last comma and *said* says it."""
    if w.lemma not in _SAYING or w.tag != "VBD" or own(words, w.i, SUBJECTS):
        return
    comma = next((k.i for k in reversed(words[: w.i]) if k.tag == ","), None)
    told = any(k.head == w.i and k.dep == "ccomp" and k.i < w.i for k in words)
    if comma is None or not told or comma == w.i - 1 or words[comma + 1].tag == "CC":
        return
    said_by = words[comma + 1 : w.i]
    tops = [k for k in said_by if not comma < k.head < w.i]
    if len(tops) == 1 and tops[0].tag[:2] == "NN" and all(k.tag[:1] not in {"V", "M"} for k in said_by):
        attach(words, tops[0].i, w.i, "nsubj")


def _teller_behind(words: list[Word], w: Word) -> None:
    """ "…, announced their employer.": behind a comma and a verb of saying, the last noun says it all."""
    if w.lemma not in _LAST or w.tag not in {"VBD", "VBZ"} or words[w.i - 1].tag not in {",", "''"}:
        return
    end = next((k.i for k in words[w.i + 1 :] if k.tag in {".", ",", "-LRB-", "''"}), len(words))
    name = words[w.i + 1 : end]
    if not name or name[0].tag not in _OPENS or name[0].low == "that" or own(words, w.i, SUBJECTS):
        return
    linked = all(k.tag in _NAMES or k.low in {"of", "for", "in"} for k in name)
    tops = [k for k in name if not w.i < k.head < end]
    if not linked or len(tops) != 1 or tops[0].tag[:2] != "NN":
        return
    above = w.head if w.dep != "amod" else tops[0].head  # "…, *tweeted* lawmaker Ada Orlu"
    told = words[above] if w.dep != "ROOT" else next((k for k in words if _told(k, w)), None)
    while told is not None and w.dep == "amod" and told.tag[:1] != "V" and told.head != told.i:
        told = words[told.head]
    if told is None or told.i > w.i:
        return
    if w.dep == "amod":
        w.head = told.i
    if attach(words, tops[0].i, w.i, "nsubj"):
        if w.dep == "ROOT":
            told.dep = "ccomp"
        elif told.tag[:1] == "V":
            joined = told.dep == "conj" and words[told.head].tag[:1] == "V"
            attach(words, w.i, told.head if joined else told.i, "parataxis")  # he tells both


def _told(k: Word, w: Word) -> bool:
    return k.head == w.i and k.i < w.i and k.dep in {"advcl", "ccomp"}


def _teller_beside(words: list[Word], w: Word) -> None:
    """ "Nine were held, a man close to the talks said in a note": he who says it does nothing further."""
    told = words[w.head]
    more = own(words, w.i, frozenset({"ccomp", "dobj", "xcomp"}))
    finite = w.tag in {"VBD", "VBZ"} and not own(words, w.i, frozenset({"mark", "advmod"}))
    if w.dep not in {"conj", "advcl"} or w.lemma not in _LAST or not finite or more or told.i > w.i:
        return
    first = min((k.i for k in words[told.i : w.i] if k.head == w.i and k.dep == "nsubj"), default=0)
    comma = next((k.i for k in reversed(words[:first]) if k.tag == ","), 0)
    joined = any(k.dep == "cc" and k.head == told.i for k in words[told.i : w.i])
    if comma > told.i and not joined:
        w.dep = "parataxis"


def _said_outright(words: list[Word], w: Word) -> None:
    """ "The union estimated after the talks": with a subject and no helping verb it is a past, no passive."""
    helped = own(words, w.i, frozenset({"aux", "auxpass", "agent"}))
    said = w.lemma in _LAST and w.dep in {"ROOT", "parataxis", "advcl", "conj"}
    if said and not helped and own(words, w.i, frozenset({"nsubj"})):
        w.tag = "VBD"


def _reported_by(words: list[Word], w: Word) -> None:
    """ "Nine were reported freed by the news agency": it reported them, and freed nobody."""
    done = words[w.head]
    told = words[done.head]
    if done.dep != "xcomp" or done.tag != "VBN" or told.lemma not in _LAST or told.tag != "VBN":
        return
    if any(k.low in _PRESS for k in words[w.i + 1 :] if k.head == w.i or words[k.head].head == w.i):
        attach(words, w.i, told.i, "agent")


def _who_they_say(words: list[Word], w: Word) -> None:
    """ "The man, who police say was held": the clause is about him, and who says so stands inside it."""
    says = words[w.head]
    if w.dep != "ccomp" or says.dep != "relcl" or says.lemma not in _LAST or not says.head < says.i < w.i:
        return
    teller = next((k for k in reversed(words[: says.i]) if k.head == says.i and k.dep == "nsubj"), None)
    who = next((k for k in words[says.head : says.i] if k.head == says.i and k.tag in {"WP", "WDT"}), None)
    if teller is None or teller is who or own(words, w.i, SUBJECTS | {"mark"}):
        return
    w.head, w.dep = says.head, "relcl"
    says.head, says.dep = w.i, "parataxis"
    if who is not None:
        who.head, who.dep = w.i, "nsubjpass" if own(words, w.i, frozenset({"auxpass"})) else "nsubj"


def _says_between(words: list[Word], w: Word) -> None:
    """ "The nine, says the mayor, were freed": who is told of before the comma does not say it."""
    told = words[w.head]
    if w.dep != "parataxis" or w.lemma not in _LAST or words[w.i - 1].tag != "," or told.i < w.i:
        return
    before = next((k for k in words[: w.i] if k.head == w.i and k.dep == "nsubj"), None)
    behind = [k for k in words[w.i : told.i] if k.head == w.i]
    teller = next((k for k in behind if k.dep in {"dobj", "nsubj"}), None)
    if before is None or teller is None or own(words, told.i, SUBJECTS):
        return
    passive = own(words, told.i, frozenset({"auxpass"}))
    before.head, before.dep, teller.dep = told.i, "nsubjpass" if passive else "nsubj", "nsubj"


def _insisted(words: list[Word], w: Word) -> None:
    """ "But the ministry insisted rebels had freed two": it says so, and they are no *insisted rebels*."""
    noun, before = words[w.head], words[w.i - 1]
    told = words[noun.head]
    if w.dep != "amod" or w.lemma not in _LAST or w.tag not in {"VBN", "VBD"} or before.tag[:2] != "NN":
        return
    if noun.dep != "nsubj" or before.head != noun.i or not w.i < noun.i < told.i:
        return
    for k in words[: before.i]:
        if k.head == noun.i:
            k.head = before.i
    root = told.head == told.i
    w.head, w.dep, w.tag = (w.i if root else told.head), told.dep, "VBD"
    told.head, told.dep = w.i, "ccomp"
    before.head, before.dep = w.i, "nsubj"


def _told_in_a_letter(words: list[Word], w: Word) -> None:
    """ "said in a letter that two were held": a *that* before a whole clause opens what is said."""
    what = words[w.head]
    where = words[what.head]
    says = words[where.head]
    if w.dep not in {"relcl", "acl"} or what.dep != "pobj" or where.dep != "prep" or says.lemma not in _LAST:
        return
    marked = any(k.head == w.i and k.dep == "mark" and k.low == "that" for k in words[what.i : w.i])
    if marked and own(words, w.i, SUBJECTS) and not own(words, says.i, frozenset({"ccomp", "dobj"})):
        attach(words, w.i, says.i, "ccomp")


def _since_morning(words: list[Word], w: Word) -> None:
    """ "Families who had waited since dawn complained": a time of day is no subject beside another."""
    verb, since = words[w.head], words[w.i - 1]
    if w.dep != "nsubj" or w.low not in _DAYTIMES or since.low != "since" or since.head != verb.i:
        return
    waited = next((k for k in words[: since.i] if k.dep == "relcl" and k.i == since.i - 1), None)
    if waited is not None and attach(words, since.i, waited.i, "prep"):
        since.dep, w.head, w.dep = "prep", since.i, "pobj"


def _teller_in_the_middle(words: list[Word], w: Word) -> None:
    """ "Orlu, the group Kell Watch said, was freed": who says so between two commas is not who was freed."""
    if w.lemma not in _SAYING or w.tag != "VBD" or w.i + 1 >= len(words) or words[w.i + 1].tag != ",":
        return
    tellers = [k for k in words[: w.i] if k.head == w.i and k.dep in SUBJECTS]
    told = next((k for k in words[w.i + 2 :] if k.head == w.i and k.dep == "ccomp"), None)
    told = words[w.head] if told is None and w.dep == "parataxis" and w.head > w.i + 1 else told
    if len(tellers) == 1 and words[w.i - 1].dep == "conj" and words[tellers[0].i + 1].low == "and":
        lo = next((k.i for k in reversed(words[: w.i]) if k.tag == ","), w.i)
        if tellers[0].i < lo and words[lo + 1].tag == "DT":  # "X and Y, the group Kell Watch said, …"
            words[w.i - 1].head, words[w.i - 1].dep = w.i, "nsubj"
            tellers.append(words[w.i - 1])
    if len(tellers) != 2 or told is None or own(words, told.i, SUBJECTS):
        return
    first, second = tellers
    between = words[first.i + 1 : second.i]
    aux = words[w.i + 2]
    if any(k.tag == "," for k in between) and (aux.head == told.i or aux.i == told.i) and aux.tag[:1] in "VM":
        passive = any(k.head == told.i and k.dep == "auxpass" for k in words)
        attach(words, first.i, told.i, "nsubjpass" if passive else "nsubj")


TELLERS: tuple[Row, ...] = (
    ("nsubj nsubjpass", _teller_for_subject),
    ("VBD", _teller_for_apposition),
    ("VBN", _said_outright),
    ("VBD VBZ", _teller_behind),
    ("conj advcl", _teller_beside),
    ("agent", _reported_by),
    ("ccomp", _who_they_say),
    ("parataxis", _says_between),
    ("amod", _insisted),
    ("relcl acl", _told_in_a_letter),
    ("nsubj", _since_morning),
    ("VBD", _teller_in_the_middle),
)
