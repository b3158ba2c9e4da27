"""Names that the small model ties wrongly: to a noun beside them, to one another, to a noun before."""

from __future__ import annotations

from detente.reading.parsing.mended import attach, own
from detente.reading.parsing.mends import Row
from detente.reading.parsing.name_mends import NAMES
from detente.reading.parsing.words import PROPER, SUBJECTS, Word, hangs_on

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_TELLING = frozenset({"VBD", "VBZ"})
_DESCRIBING = frozenset({"acl", "relcl", "ROOT", "amod"})
_KIN = frozenset({"relative", "parent", "child", "friend", "supporter", "colleague", "lawyer", "family"})
_COLLECTIVE = frozenset({"group", "movement", "faction", "militia", "army", "party", "side", "coalition"})
_MORE = frozenset({"other", "more", "further", "fellow", "remaining", "additional"})


def _calling_of_the_next_name(words: list[Word], w: Word) -> None:
    """ "Ada Orlu and engineer Ben Roth were": the name behind a calling is the engineer's, not Orlu's."""
    lo = w.i
    while lo > 0 and words[lo - 1].tag in PROPER and words[lo - 1].head == w.i:
        lo -= 1
    noun = words[lo - 1] if lo > 0 else w
    if w.tag in PROPER and noun.tag == "NN" and noun.dep == "conj" and noun.head == w.head and lo < w.i:
        attach(words, w.i, noun.i, "appos")


def _second_of_those_freed(words: list[Word], w: Word) -> None:
    """ "the release of Ada Orlu, 31, and the printer Ben Roth": he is freed too, and is no second release."""
    noun = words[w.head]
    if w.tag not in PROPER or noun.tag != "NN" or noun.i > w.i:
        return
    of = next((k for k in words[noun.i + 1 : w.i] if k.head == noun.i and k.low == "of"), None)
    whom = next((k for k in words[of.i : w.i] if k.head == of.i and k.dep == "pobj"), None) if of else None
    if whom is not None and whom.tag in PROPER and w.ent in {"", "PERSON", whom.ent}:
        attach(words, w.i, whom.i, "conj")


def _held_before_noun(words: list[Word], w: Word) -> None:
    """ "freed Ada Orlu and three other detained Danes": the past between number and noun is an adjective."""
    before, verb = words[w.i - 1], words[w.head]
    noun = next((k for k in words[w.i + 1 : w.i + 4] if k.head == w.i and k.dep == "dobj"), None)
    if w.tag != "VBD" or noun is None or before.low not in _MORE or verb.tag != "VBD" or verb.i > w.i:
        return
    if any(k.tag not in {"JJ", "NN", "NNP"} for k in words[w.i + 1 : noun.i]) or noun.tag not in _NOUNS:
        return
    first = next((k for k in words[verb.i : w.i] if k.head == w.i and k.dep in SUBJECTS), None)
    if first is None or own(words, verb.i, frozenset({"dobj"})):
        return
    first.head, first.dep = verb.i, "dobj"
    for k in words:
        if k.head == before.i or (k.head == w.i and k.i > noun.i):
            k.head = noun.i if k.i < noun.i else verb.i
    noun.head, noun.dep = first.i, "conj"
    before.head, before.dep = noun.i, "amod"
    w.head, w.dep, w.tag = noun.i, "amod", "VBN"


def _is_finite(words: list[Word], w: Word) -> bool:
    """ "landed", "have been released"."""
    return w.tag == "VBD" or (w.tag == "VBN" and own(words, w.i, frozenset({"aux", "auxpass"})))


def _past_behind_described(words: list[Word], w: Word) -> None:
    """ "Three Danes jailed on Bali in 2011 landed in Oslo": the first past says who, the second what."""
    noun = next((k for k in words[: w.i] if k.head == w.i and k.dep == "nsubj" and k.tag in _NOUNS), None)
    by = any(k.head == w.i and k.low == "by" for k in words[w.i + 1 :])
    passive = w.tag == "VBN" or by  # "nine men held captive by pirates"
    if noun is None or not passive:
        return
    behind = (k for k in words[w.i + 1 :] if k.head == w.i and _is_finite(words, k))
    main = next((k for k in behind if k.dep == "conj" or (k.dep == "dep" and k.tag == "VBN")), None)
    if main is None or own(words, w.i, frozenset({"cc", "aux", "auxpass"})) or own(words, main.i, SUBJECTS):
        return
    main.head, main.dep = (main.i if w.head == w.i else w.head), w.dep
    noun.head, noun.dep = main.i, "nsubjpass" if own(words, main.i, frozenset({"auxpass"})) else "nsubj"
    near = words[w.i - 1]
    w.head, w.dep = near.i if near.tag in _NOUNS and hangs_on(words, near.i, {noun.i}) else noun.i, "acl"
    w.tag = "VBN" if own(words, w.i, frozenset({"agent"})) else w.tag


def _kin_of_two(words: list[Word], w: Word) -> None:
    """ "Relatives of a politician and a nurse": of both of them, where both are told as one each."""
    kin = words[w.head]
    of = next((k for k in words[kin.i + 1 : w.i] if k.head == kin.i and k.low == "of"), None)
    one = next((k for k in words[of.i : w.i] if k.head == of.i and k.dep == "pobj"), None) if of else None
    if one is None or kin.tag != "NNS" or kin.lemma not in _KIN or w.tag != "NN":
        return
    if all(any(k.head == n.i and k.low in {"a", "an"} for k in words) for n in (one, w)):
        joint = next((k for k in words[kin.i : w.i] if k.head == kin.i and k.low == "and"), w)
        if attach(words, w.i, one.i, "conj") and joint is not w:
            attach(words, joint.i, one.i, "cc")


def _speaker_behind_inversion(words: list[Word], w: Word) -> None:
    """ "Among those freed are X and Y, the ministry said": the ministry says so, and is no apposition."""
    verb = words[w.head]
    be = next((k for k in words[: w.i] if k.head == verb.i and k.dep == "ccomp" and k.lemma == "be"), None)
    if be is None or verb.i < w.i or own(words, be.i, SUBJECTS):
        return
    speaker = words[verb.i - 1]
    while speaker.dep in {"compound", "nmod"} and speaker.head < verb.i:
        speaker = words[speaker.head]
    first = min([speaker.i, *(k.i for k in words if k.head == speaker.i)])
    if speaker.dep in {"appos", "conj"} and first > w.i and words[first - 1].tag == ",":
        attach(words, w.i, be.i, "attr")
        attach(words, speaker.i, verb.i, "nsubj")


def _speaker_behind_comma(words: list[Word], w: Word) -> None:
    """ "Chad eases its ban on salt, envoy Ada Orlu told reporters": who tells it, and no second good.

    So, too, "driven to Osmia, its minister, Ada Orlu, told reporters".
    """
    name = next((k for k in words[w.i + 1 :] if k.head == w.i and k.dep == "appos" and k.tag in PROPER), w)
    behind = name.i + (1 if name is w else 2)
    lo = w.i
    while lo > 0 and _hangs_on(words, lo - 1, w.i):
        lo -= 1
    verb = words[behind] if behind < len(words) else w
    if lo == 0 or words[lo - 1].tag != "," or verb.tag not in {"VBD", "VBZ"} or own(words, verb.i, SUBJECTS):
        return
    comma, above, main = words[lo - 1], words[w.head], words[verb.head]
    goods = words[comma.head]
    if w.dep == "pobj":  # "salt, envoy Ada Orlu" in one
        if goods.head != w.i or goods.dep != "nmod" or verb.dep != "conj":
            return
        goods.head, goods.dep = above.i, w.dep
        verb.head, verb.dep = (verb.i if main.head == main.i else main.head), main.dep
        main.head, main.dep = verb.i, "ccomp"
    if any(k.head == verb.i and k.dep == "ccomp" and k.i < comma.i for k in words):
        attach(words, w.i, verb.i, "nsubj")


def _hangs_on(words: list[Word], i: int, above: int) -> bool:
    """Is the word somewhere below another, other than as goods in a list or their comma?"""
    if words[i].tag == "," or words[i].dep == "nmod":
        return False
    return hangs_on(words, i, {above})


def _names_of_the_next_clause(words: list[Word], w: Word) -> None:
    """ "Chad freed X, and Y and Z were told to wait": the names behind ", and" are who was told."""
    verb, first = words[w.head], words[w.i]
    last = w.i - 1
    if verb.tag != "VBN" or w.low not in {"were", "are"} or own(words, verb.i, SUBJECTS):
        return
    while first.i and (words[first.i - 1].tag in PROPER or words[first.i - 1].low in {",", "and"}):
        first = words[first.i - 1]
        if first.low == "and" and words[first.i - 1].tag == ",":
            break
    names = [k for k in words[first.i + 1 : w.i] if k.tag in PROPER and k.dep == "conj"]
    joined = any(k.low == "and" for k in words[first.i + 1 : last])
    if first.low == "and" and joined and names and attach(words, names[0].i, verb.i, "nsubjpass"):
        attach(words, first.i, words[verb.i].head, "cc")


def _second_of_two_subjects(words: list[Word], w: Word) -> None:
    """ "The government of Chad and the rebel movement Nur met": a name behind *and* is a second subject."""
    first = next((k for k in words[: w.i] if k.head == w.head and k.dep == "nsubj"), None)
    joint = next((k for k in reversed(words[: w.i]) if k.low == "and"), None) if first is not None else None
    if first is None or joint is None or joint.i < first.i or w.tag not in PROPER or words[w.head].i < w.i:
        return
    between = words[joint.i + 1 : w.i]
    if any(k.tag[:1] == "V" or k.tag == "," for k in between) or not attach(words, w.i, first.i, "conj"):
        return
    attach(words, joint.i, first.i, "cc")
    for k in between:
        if k.dep == "conj":
            attach(words, k.i, w.i, "compound")


def _object_behind_its_verb(words: list[Word], w: Word) -> None:
    """ "A nurse is free: Chad pardoned Ada Orlu": with a subject before the verb, the name is its object."""
    verb = words[w.head]
    if w.tag not in PROPER or verb.i > w.i or verb.tag not in {"VBD", "VBZ", "VBP"} or verb.lemma == "be":
        return
    first = min([w.i, *(k.i for k in words if k.head == w.i)])
    before = any(k.head == verb.i and k.dep == "nsubj" for k in words[: verb.i])
    behind = any(k.head == verb.i and k.dep in {"dobj", "ccomp"} for k in words[verb.i :])
    if before and first == verb.i + 1 and not behind:
        w.dep = "dobj"


def _first_name_taken_for_order(words: list[Word], w: Word) -> None:
    """ "Getachew Roth, the mayor, said …": what opens before a name and its calling gives no order."""
    name, verb = words[min(1, len(words) - 1)], words[w.head]
    if w.i or w.tag != "VB" or (name.head, name.dep, name.tag[:3]) != (0, "dobj", "NNP"):
        return
    if verb.i > name.i and not own(words, verb.i, SUBJECTS) and attach(words, name.i, verb.i, "nsubj"):
        w.tag = "NNP"
        for k in words[2:]:
            if k.head == 0:
                k.head = name.i
        attach(words, 0, name.i, "compound")


def _name_taken_for_cry(words: list[Word], w: Word) -> None:
    """ "Wa Lone thanked them": what is written as a name right before one is none of *oh* and *yes*."""
    name = words[w.i + 1] if w.i + 1 < len(words) else w
    if w.text.istitle() and name.tag in PROPER and name.i != w.i and name.text.istitle():
        w.tag = "NNP"
        attach(words, w.i, name.i, "compound")


def _calling_behind_were(words: list[Word], w: Word) -> None:
    """ "Also freed on Monday were dissidents X and Y": behind *were*, before a name, it says who they are."""
    if not 0 < w.i < len(words) - 1 or words[w.i - 1].lemma != "be" or words[w.i + 1].tag not in PROPER:
        return
    be, above = words[w.i - 1], words[w.head]
    joined = above if w.dep == "conj" and above.i < be.i else None
    done = joined or next((k for k in words[: be.i] if k.head == w.i and k.dep in {"ccomp", "advcl"}), None)
    name = next((k for k in words[w.i + 1 :] if k.head == w.i and k.dep in {"dobj", "appos"}), None)
    if done is None or name is None or done.tag not in {"VBN", "VBD"} or own(words, done.i, SUBJECTS):
        return
    if joined is None:
        done.head, done.dep = (done.i if w.head == w.i else w.head), w.dep
    done.tag = "VBN"
    for k in words:
        if k.head == w.i and k.i not in {w.i, name.i, be.i}:
            k.head = done.i
    be.head, be.dep = done.i, "auxpass"
    name.head, name.dep = done.i, "nsubjpass"
    w.head, w.dep, w.tag, w.lemma = name.i, "compound", "NNS", w.low.removesuffix("s")


def _clause_of_those_in_a_group(words: list[Word], w: Word) -> None:
    """ "the dissidents in the group of 75 who have been freed": they have, and not all of the group.

    So, too, "nine prisoners from the Nur group who had been freed": *who* is no group.
    """
    top = words[w.head]
    if top.dep == "pobj" and words[top.head].low == "of":
        top = words[words[top.head].head]
    prep = words[top.head]
    those = words[prep.head]
    inside = prep.low == "in" or (prep.low in {"from", "of", "with"} and top.lemma in _COLLECTIVE)
    if top.tag == "NN" and top.dep == "pobj" and inside and those.tag == "NNS" and w.tag == "VBN":
        attach(words, w.i, those.i, "relcl")


def _second_deed(words: list[Word], w: Word) -> None:
    """ "Freed Ada Orlu and jailed Ben Roth": behind *and*, right before a name, it is a second deed."""
    name = words[w.head]
    first = words[name.head]
    verb = words[first.head]
    if w.dep != "amod" or not w.i or words[w.i - 1].low != "and" or words[w.i + 1].tag not in PROPER:
        return
    if name.dep != "conj" or first.dep != "dobj" or verb.tag != "VBD" or name.i < w.i:
        return
    w.head, w.dep = verb.i, "conj"
    name.head, name.dep = w.i, "dobj"
    words[w.i - 1].head = verb.i


def _of_behind_doer(words: list[Word], w: Word) -> None:
    """ "The release by Chad of nine men": those of whom the noun tells, behind who did it."""
    doer = words[w.head]
    by = words[doer.head]
    noun = words[by.head]
    whom = next((k for k in words[w.i + 1 :] if k.head == w.i and k.dep == "pobj"), None)
    if whom is None or doer.dep != "pobj" or by.low != "by" or noun.tag != "NN" or not noun.i < by.i < w.i:
        return
    counted = whom.tag == "NNS" and any(k.head == whom.i and k.tag == "CD" for k in words)
    if counted or (whom.tag in PROPER and whom.ent == "PERSON"):
        attach(words, w.i, noun.i, "prep")


def _first_name_taken_for_preposition(words: list[Word], w: Word) -> None:
    """ "Kristin Aas and Per Rogn": with a capital inside a sentence, before a name, it is a first name."""
    name = words[w.i + 1] if 0 < w.i < len(words) - 1 else w
    if not w.text.istitle() or name.tag not in PROPER or name.head != w.i or words[w.i - 1].tag == "``":
        return
    name.head, name.dep = w.head, w.dep
    for k in words:
        if k.head == w.i:
            k.head = name.i
    w.head, w.dep, w.tag = name.i, "compound", "NNP"


def _calling_between_names(words: list[Word], w: Word) -> None:
    """ "Corporal X and privates Y and Z were taken": between *and* and a name it is what they are called."""
    name = words[w.i + 1] if 0 < w.i < len(words) - 1 else w
    first = next((k for k in words[: w.i] if k.head == w.i and k.dep == "nsubj"), None)
    verb = next((k for k in words[w.i + 1 :] if k.head == w.i and k.dep == "ccomp"), None)
    last = next((k for k in words[w.i + 1 :] if k.head == w.i and k.dep == "dobj"), None)
    joined = words[w.i - 1].low in {"and", ","} and name.tag in PROPER
    if not joined or first is None or verb is None or last is None or first.tag not in PROPER:
        return
    verb.head, verb.dep = (verb.i if w.head == w.i else w.head), w.dep
    passive = own(words, verb.i, frozenset({"auxpass"}))
    first.head, first.dep = verb.i, "nsubjpass" if passive else "nsubj"
    last.head, last.dep = first.i, "conj"
    for k in words:
        if k.head == w.i and k.i not in {w.i, first.i, last.i, verb.i}:
            k.head = verb.i
    w.head, w.dep, w.tag, w.lemma = last.i, "compound", "NNS", w.low.removesuffix("s")


def _want_taken_for_auxiliary(words: list[Word], w: Word) -> None:
    """ "an engineer whom Spain wanted extradited": *wanted* helps no verb, it governs the participle."""
    done = words[w.head]
    if w.lemma not in {"want", "like", "wish", "need"} or done.i != w.i + 1 or done.tag not in {"VBN", "VBD"}:
        return
    if not attach(words, w.i, done.head, done.dep) and done.head != done.i:
        return
    if done.head == done.i:
        w.head, w.dep = w.i, "ROOT"
    done.head, done.dep, done.tag = w.i, "ccomp", "VBN"
    for k in words:
        if k.head == done.i and k.i < w.i and k.dep in SUBJECTS:
            k.head, k.dep = w.i, "nsubj"
        elif k.head == done.i and k.i < w.i and k.tag in {"WP", "WDT"}:
            k.dep = "nsubjpass"


def _media_report(words: list[Word], w: Word) -> None:
    """ "Local media report that nine are out": between a plural and *that* a report is a verb."""
    who, that = words[w.i - 1], words[min(w.i + 1, len(words) - 1)]
    told = next((k for k in words[w.i + 1 :] if k.head == w.i and k.dep == "acl"), None)
    if w.tag != "NN" or not w.i or who.tag != "NNS" or who.head != w.i or that.low != "that" or told is None:
        return
    w.tag, who.dep, told.dep = "VBP", "nsubj", "ccomp"
    for k in words[: who.i]:
        k.head = who.i if k.head == w.i else k.head


def _other_actor(words: list[Word], w: Word) -> None:
    """ "Chad freed two nuns on Monday and *Togo let go* nine monks": who stands before the verb does it."""
    v = words[w.i + 1] if w.i + 1 < len(words) else w
    if w.dep != "conj" or w.tag not in PROPER or v.tag not in _TELLING or v.dep in _DESCRIBING:
        return
    first = min([w.i, *(k.i for k in words if k.head == w.i and k.dep == "compound")])
    top = words[v.head]
    joined = first > 1 and words[first - 1].tag == "CC" and top.i < first and top.tag in _TELLING
    if joined and words[w.head].dep not in SUBJECTS and not own(words, v.i, SUBJECTS | {"auxpass"}):
        attach(words, first - 1, top.i, "cc")
        attach(words, v.i, top.i, "conj")
        attach(words, w.i, v.i, "nsubj")


def _other_lets(words: list[Word], w: Word) -> None:
    """The same at *let*, which the small model takes for many things."""
    if w.i:
        _other_actor(words, words[w.i - 1])


NAMED: tuple[Row, ...] = (
    ("conj", _other_actor),
    ("=let =lets", _other_lets),
    ("=report =claim", _media_report),
    ("auxpass", _names_of_the_next_clause),
    ("aux", _want_taken_for_auxiliary),
    ("conj appos pobj", _speaker_behind_comma),
    *NAMES,
    ("appos conj", _calling_of_the_next_name),
    ("conj", _kin_of_two),
    ("conj", _second_of_those_freed),
    ("VBD", _second_deed),
    ("VBD", _held_before_noun),
    ("VBN VBD", _past_behind_described),
    ("=per", _first_name_taken_for_preposition),
    ("VBZ", _calling_between_names),
    ("=of", _of_behind_doer),
    ("relcl", _clause_of_those_in_a_group),
    ("advcl", _first_name_taken_for_order),
    ("intj", _name_taken_for_cry),
    ("VBZ NNS", _calling_behind_were),
    ("nsubj", _speaker_behind_inversion),
    ("nsubj", _second_of_two_subjects),
    ("nsubj", _object_behind_its_verb),
)
