"""Participles and infinitives that the small model ties wrongly: whose deed they tell."""

from __future__ import annotations

from detente.reading.parsing.mended import attach, own
from detente.reading.parsing.mends import Row
from detente.reading.parsing.words import KIN, NEVER_PASSIVE, ONE_AND_ALL, PROPER, SUBJECTS, Word

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
_KEEPING = frozenset({"keep", "hold", "jail", "detain", "imprison", "arrest", "seize", "capture"})
_GOING = frozenset(
    {"go", "come", "arrive", "travel", "head", "depart", "emerge", "flee", "fly", "negotiate", "confer"}
)
_WHERE = frozenset({"in", "at", "near", "from", "outside"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_HELPS = frozenset({"dobj", "aux", "auxpass", "ccomp", "xcomp", "mark"})


def _below(words: list[Word], i: int, top: int) -> bool:
    while words[i].head != i and i != top:
        i = words[i].head
    return i == top


def _put_first(words: list[Word], w: Word) -> None:
    """ "Also pardoned were 83 monks", "Freed alongside her were two": the participle is the verb."""
    if (
        w.i > 1
        or (w.i == 1 and words[0].tag[:2] in {"NN", "PR"})  # "Officials denied it was …"
        or w.lemma == w.low
        or w.tag not in {"VBN", "VBD", "NNP", "JJ"}
        or not w.low.endswith(("ed", "en"))
    ):
        return
    be = next((k for k in words[w.i + 1 : w.i + 9] if k.lemma == "be"), None)
    if be is None or any(k.tag.startswith(("V", "M")) or k.tag == "," for k in words[w.i + 1 : be.i]):
        return
    told = [
        k
        for k in words[be.i + 1 :]
        if k.head in {be.i, w.i} and k.dep in {"attr", "nsubj", "dobj", "nsubjpass"}
    ]
    tied = be.head == w.i or w.head == be.i
    if not told or not tied or told[0].tag not in _NOUNS:
        return
    root = be if be.head != w.i else w
    above = root.head if root.head != root.i else w.i
    w.head, w.dep, w.tag = above, root.dep, "VBN"
    for k in words:
        if k.head == be.i and k.i not in {be.i, w.i}:
            k.head = w.i
    be.head, be.dep = w.i, "auxpass"
    told[0].head, told[0].dep = w.i, "nsubjpass"


def _facing_charges(words: list[Word], w: Word) -> None:
    """ "Nine miners facing charges were tried": the noun before the participle is the subject."""
    noun, before = words[w.head], words[w.i - 1]
    if w.tag != "VBG" or w.dep != "amod" or noun.dep not in SUBJECTS or w.i < 1 or w.head < w.i:
        return
    if before.tag not in {"NNS", "NNPS", "CD"} or before.head != noun.i:
        return
    if before.dep not in {"nmod", "compound", "nummod"}:
        return
    before.head, before.dep = noun.head, noun.dep
    w.head, w.dep, noun.head, noun.dep = before.i, "acl", w.i, "dobj"
    for k in words:
        if k.head == noun.i and k.i < before.i:
            k.head = before.i


def _noun_behind_name(words: list[Word], w: Word) -> None:
    """ "denied via Twitter reports that …": an object that is taken for a finite verb is a noun."""
    if w.dep == "dobj" and w.tag == "VBZ" and not own(words, w.i, SUBJECTS):
        w.tag = "NNS"


def _verb_before_name(words: list[Word], w: Word) -> None:
    """ "A court in Dorn jailed Lena Marr": a past verb between two nouns, and no other verb, is the verb."""
    name = words[w.head]
    if w.tag not in {"VBN", "VBD"} or w.dep != "amod" or name.i < w.i or name.dep not in {"appos", "dep"}:
        return
    first = words[name.head]
    if (
        first.dep != "ROOT"
        or first.tag not in _NOUNS
        or first.i > w.i
        or words[w.i - 1].tag in {",", ":", "``"}
    ):
        return
    w.head, w.dep, w.tag = w.i, "ROOT", "VBD"
    first.head, first.dep, name.head, name.dep = w.i, "nsubj", w.i, "dobj"
    for k in words:
        if k.head in {first.i, name.i} and k.i > name.i and k.dep in {"prep", "advcl", "punct", "npadvmod"}:
            k.head = w.i


def _verb_of_a_sentence(words: list[Word], w: Word) -> None:
    """ "The EU loosened sanctions on Chad.": a past between nouns is the verb of a sentence of no other."""
    noun, doer = words[w.head], words[w.i - 1]
    known = w.tag in {"VBN", "JJ"} and w.low.endswith("ed") and w.lemma != w.low
    past = w.dep == "amod" and (w.tag == "VBD" or known)
    if not past or w.i < 1 or noun.i < w.i or words[-1].text != ".":
        return
    above = words[noun.head]  # the sentence's end, or "…, officials said"
    told = (
        noun.dep == "dep"
        and above.i > noun.i
        and any(k.head == above.i and k.dep == "nsubj" and k.i > noun.i for k in words)
    )
    if doer.tag not in _NOUNS or doer.head not in {w.i, noun.i} or not (told or above.i == noun.i):
        return
    if any(k.tag in _FINITE and k.i not in {w.i, above.i} for k in words[: above.i + 1 if told else None]):
        return
    for k in words:
        if k.i < doer.i and k.head in {w.i, noun.i}:
            k.head = doer.i
        elif k.i > noun.i and k.head == noun.i and k.dep in {"punct", "npadvmod", "advcl"}:
            k.head = w.i
    w.tag, w.dep, w.head = "VBD", "ccomp" if told else "ROOT", above.i if told else w.i
    doer.head, doer.dep, noun.head, noun.dep = w.i, "nsubj", w.i, "dobj"


def _in_a_row(words: list[Word], w: Word) -> None:
    """ "was arrested in May, tried in June and sentenced in July": three deeds done to one subject."""
    head = words[w.head]
    if w.dep != "advcl" or w.tag not in {"VBD", "VBN"} or w.i < head.i or own(words, w.i, SUBJECTS | _HELPS):
        return
    later = own(words, w.i, frozenset({"conj"})) and own(words, w.i, frozenset({"cc"}))
    if later and words[w.i - 1].tag == "," and own(words, head.i, frozenset({"auxpass"})):
        w.dep, w.tag = "conj", "VBN"


def _kept_since(words: list[Word], w: Word) -> None:
    """ "freed the clerk Ira Holt, kept there since May": who is kept is the one right before the comma."""
    if w.dep != "advcl" or w.tag not in {"VBD", "VBN"} or w.lemma not in _KEEPING or w.i < 2:
        return
    noun = words[w.i - 2]
    if words[w.i - 1].tag != "," or noun.tag not in _NOUNS or own(words, w.i, SUBJECTS | _HELPS):
        return
    if any(k.head == w.i and k.low in {"since", "for", "in", "by"} for k in words[w.i + 1 :]):
        attach(words, w.i, noun.i, "acl")
        w.tag = "VBN"


def _yet_to_be(words: list[Word], w: Word) -> None:
    """ "Two of the nine to be freed had landed": what is to be done to them only says who they are."""
    main = words[w.head]
    if w.dep not in SUBJECTS or main.i < w.i or not main.tag.startswith("V"):
        return
    to = next((k for k in words[: w.i] if k.low == "to" and k.head == w.i and k.dep == "aux"), None)
    if to is None:
        return
    subject = next((k for k in words[: to.i] if k.head == w.i and k.dep in {"nsubj", "nsubjpass"}), None)
    noun = words[to.i - 1]
    if subject is None or noun.tag not in _NOUNS or not _below(words, noun.i, subject.i):
        return
    passive = own(words, main.i, frozenset({"auxpass"}))
    subject.head, subject.dep = main.i, "nsubjpass" if passive else "nsubj"
    w.head, w.dep = noun.i, "acl"


def _particle_of_noun(words: list[Word], w: Word) -> None:
    """ "put on a flight to Oslo": a particle with an object is a preposition."""
    if w.dep == "prt" and own(words, w.i, frozenset({"pobj"})):
        w.dep, w.tag = "prep", "IN"


def _infinitive_relative(words: list[Word], w: Word) -> None:
    """ "the deal to free nine": an infinitive behind a noun is the noun's, no relative clause."""
    to = any(k.head == w.i and k.low == "to" and k.dep == "aux" for k in words)
    if w.dep == "relcl" and to and not own(words, w.i, SUBJECTS):
        w.dep = "acl"


def _held_hostage(words: list[Word], w: Word) -> None:
    """ "ten soldiers they had held hostage", "took three nuns hostage": what they are held as, not whom."""
    verb = words[w.head]
    if w.low not in {"hostage", "captive", "prisoner"} or verb.lemma not in {"hold", "take", "keep"}:
        return
    whom = words[w.i - 1]
    if whom.head == w.i and whom.dep in {"compound", "nmod"} and whom.tag in {"NNS", "NNP", "NNPS"}:
        for k in words[: whom.i]:
            if k.head == w.i:
                k.head = whom.i
        whom.head, whom.dep, w.dep = verb.i, "dobj", "acomp"
    elif w.dep == "dobj" and not own(words, w.i, frozenset({"det", "poss", "amod", "nummod", "compound"})):
        w.dep = "acomp"
        for k in words:
            if k.head == verb.i and k.dep == "dative" and k.tag in _NOUNS:
                k.dep = "dobj"


def _subject_of_auxiliary(words: list[Word], w: Word) -> None:
    """ "Marr was last month sentenced": the subject of an auxiliary is that of its verb."""
    be = words[w.head]
    if w.dep not in {"nsubj", "nsubjpass"} or be.dep not in {"aux", "auxpass"} or be.head == be.i:
        return
    passive = be.dep == "auxpass" or own(words, be.head, frozenset({"auxpass"}))
    if not own(words, be.head, SUBJECTS):
        attach(words, w.i, be.head, "nsubjpass" if passive else "nsubj")


def _bare_number(words: list[Word], w: Word) -> None:
    """ "one of five set free": the number behind *of* is who the participle tells of."""
    verb, of = words[w.head], words[w.i - 1]
    if w.tag != "CD" or w.i < 1 or of.low != "of" or verb.i != w.i + 1 or verb.dep != "acl":
        return
    if verb.tag == "VBN" and not own(words, of.i, frozenset({"pobj"})) and attach(words, w.i, of.i, "pobj"):
        verb.head = w.i


def _who_behind_time(words: list[Word], w: Word) -> None:
    """ "freed a nun on Monday who had been jailed": *who* is the nun."""
    verb = words[w.head]
    who = next((k for k in words if k.head == w.i and k.dep in SUBJECTS and k.low == "who"), None)
    if who is None or w.dep != "ccomp" or verb.i > who.i:
        return
    whom = next((k for k in words[verb.i : who.i] if k.head == verb.i and k.dep == "dobj"), None)
    if whom is not None and not any(k.tag.startswith("V") for k in words[whom.i + 1 : who.i]):
        attach(words, w.i, whom.i, "relcl")


def _who_is_no_body(words: list[Word], w: Word) -> None:
    """ "Orlu, head of the Orange Congress in Dorn, who was arrested": neither of them is a *who*."""
    who = next((k for k in words if k.head == w.i and k.dep in SUBJECTS and k.low == "who"), None)
    if who is None or w.dep != "relcl" or who.i < 2 or words[who.i - 1].tag != ",":
        return
    up, last = words[w.head], words[who.i - 2]
    if last.ent != "ORG" and not (last.dep == "pobj" and words[last.head].low in _WHERE):
        return
    while up.dep in {"pobj", "prep", "compound", "appos"} and up.head != up.i and up.lemma not in KIN:
        up = words[up.head]
        if up.tag == "NNP" and up.ent == "PERSON":
            attach(words, w.i, up.i, "relcl")
            return


def _aside_behind_who(words: list[Word], w: Word) -> None:
    """ "swapped for a Dane who, held over espionage, was pardoned": it is *who* that was pardoned."""
    who = next((k for k in words if k.head == w.i and k.dep in SUBJECTS and k.tag == "WP"), None)
    if who is None or w.dep != "relcl" or w.tag != "VBN" or words[who.i + 1].tag != ",":
        return
    comma = next((k for k in words[w.i + 1 :] if k.tag == ","), None)
    main = (
        next((k for k in words[comma.i :] if k.tag[:1] == "V" and k.dep == "conj"), None) if comma else None
    )
    if main is None or comma is None or own(words, main.i, SUBJECTS):
        return
    first = min([main.i, *(k.i for k in words[comma.i + 1 :] if k.head == main.i)])
    if first != comma.i + 1 or not attach(words, main.i, w.head, "relcl"):
        return
    attach(words, who.i, main.i, "nsubjpass" if own(words, main.i, frozenset({"auxpass"})) else "nsubj")
    attach(words, w.i, main.i, "advcl")


def _both_behind_names(words: list[Word], w: Word) -> None:
    """ "freed X and Y, both jailed in May": behind *both* or *all* it says what had befallen them."""
    every = words[w.i - 1]
    told = w.tag in {"VBN", "VBD"} and not own(words, w.i, SUBJECTS | {"aux", "auxpass"})
    if told and every.low in ONE_AND_ALL and every.dep == "appos" and words[every.i - 1].tag == ",":
        w.tag = "VBN"
        attach(words, w.i, every.i, "acl")


def _past_behind_aside(words: list[Word], w: Word) -> None:
    """ "Five monks, one of them a Dane, landed in Osmia": who goes is a subject."""
    if w.dep != "acl" or w.tag != "VBD" or w.lemma not in NEVER_PASSIVE or words[w.i - 1].tag != ",":
        return
    noun = words[w.head]
    while noun.dep in {"appos", "conj"} and noun.head != noun.i:
        noun = words[noun.head]
    if noun.dep != "ROOT" or noun.tag not in _NOUNS or any(k.tag == "VBZ" for k in words[: w.i]):
        return
    w.head, w.dep, noun.head, noun.dep = w.i, "ROOT", w.i, "nsubj"


def _goer_taken_for_object(words: list[Word], w: Word) -> None:
    """ "The freed miners headed for Oslo, a ministry said": what is done to nobody is what they do."""
    noun, behind = words[w.head], words[w.i + 1] if w.i + 1 < len(words) else w
    whole = words[words[noun.head].head]
    if noun.dep == "pobj" and words[noun.head].low == "of" and whole.head == whole.i and noun.i == w.i - 1:
        noun = whole  # "a team of officials negotiated in Oslo": the team did
    goes = w.lemma in _GOING or (w.lemma in {"leave", "set"} and behind.low in {"for", "off", "out"})
    plain = w.dep == "acl" and w.tag in {"VBN", "VBD"} and (noun.i == w.i - 1 or noun is whole)
    if not goes or not plain or own(words, w.i, frozenset({"agent", "auxpass"})):
        return
    if noun.head == noun.i:
        w.head, w.dep = w.i, "ROOT"
        for k in words[w.i + 1 :]:
            k.head = w.i if k.head == noun.i else k.head
    elif noun.dep == "nsubj" and any(k.dep == "nsubj" and k.head == noun.head for k in words[w.i + 1 :]):
        w.head, w.dep = noun.head, "ccomp"
    else:
        return
    w.tag, noun.head, noun.dep = "VBD", w.i, "nsubj"


def _joined_subject(words: list[Word], w: Word) -> None:
    """ "X, the last of ten, and five others are free": of two subjects the second is joined to the first."""
    if w.dep not in {"nsubj", "nsubjpass"} or w.tag not in _NOUNS or w.head < w.i:
        return
    first = next((k for k in words[: w.i] if k.head == w.head and k.dep == w.dep), None)
    if first is None or first.tag not in _NOUNS:
        return
    joins = [k for k in words[: w.i] if k.head == first.i and k.dep == "cc" and k.low == "and"]
    if not joins:
        return
    if not any(words[k.i - 1].tag == "," for k in joins) or any(
        k.tag[:1] == "V" for k in words[joins[-1].i : w.i]
    ):
        return
    attach(words, w.i, first.i, "conj")


def _names_in_a_row(words: list[Word], w: Word) -> None:
    """ "Aba Nsue and Filomena Mba", taken for one long name: two names joined."""
    name = words[w.head]
    if w.dep not in {"nmod", "compound"} or {w.tag, name.tag} - PROPER or name.i < w.i:
        return
    joins = [k for k in words if k.head == w.i and k.dep == "cc" and k.low == "and" and w.i < k.i < name.i]
    given = [k for k in words[w.i + 1 : name.i] if k.head == name.i and k.dep == "compound"]
    if len(joins) != 1 or not given or words[w.i - 1].head != w.i or name.head == name.i:
        return
    w.head, w.dep = name.head, name.dep
    name.head, name.dep = w.i, "conj"


_PAPERS = frozenset({
    "license", "licence", "permit", "waiver", "exemption", "decree", "order", "law", "bill", "ruling",
    "directive", "warrant", "agreement", "deal", "resolution", "document", "letter", "notice", "regulation",
})  # fmt: skip


def _paper_that_allows(words: list[Word], w: Word) -> None:
    """ "issued a general license authorizing sales": it is the license that is issued, not the sales."""
    if w.lemma not in _PAPERS or w.i + 1 >= len(words) or w.head != w.i + 1:
        return
    verb = words[w.head]
    noun = words[verb.head]
    if verb.tag != "VBG" or verb.dep != "amod" or noun.i < verb.i or noun.tag[:2] != "NN":
        return
    w.head, w.dep = (w.i if noun.head == noun.i else noun.head), noun.dep
    verb.head, verb.dep = w.i, "acl"
    noun.head, noun.dep = verb.i, "dobj"
    for k in words[: w.i]:
        if k.head == noun.i:
            k.head = w.i


def _given_is_no_preposition(words: list[Word], w: Word) -> None:
    """ "A poet, given nine years for a song, was freed": behind its noun *given* is a participle."""
    before = words[w.i - 1 - (w.i > 1 and words[w.i - 1].tag == ",")]
    if w.dep != "prep" or w.i < 1 or before.tag not in _NOUNS:
        return
    noun = words[w.head] if words[w.head].tag in _NOUNS and words[w.head].i < w.i else before
    if attach(words, w.i, noun.i, "acl"):
        w.tag = "VBN"
        for k in words[w.i + 1 :]:
            if k.head == w.i and k.dep == "pobj":
                k.dep = "dobj"


def _of_the_nearer_name(words: list[Word], w: Word) -> None:
    """ "at a ceremony for Lind, arrested in 2005": who is arrested is the name, and no ceremony."""
    if w.i < 3 or w.tag != "VBN" or words[w.i - 1].tag != ",":
        return
    name, above = words[w.i - 2], words[w.head]
    prep = words[name.head]
    person = name.tag == "NNP" and name.dep == "pobj" and name.ent not in {"GPE", "ORG"}
    if person and prep.head == above.i and above.tag == "NN" and prep.low in {"for", "with", "about"}:
        attach(words, w.i, name.i, "acl")


PARTICIPLES: tuple[Row, ...] = (
    ("dobj", _noun_behind_name),
    ("=given", _given_is_no_preposition),
    ("acl", _of_the_nearer_name),
    ("amod", _verb_of_a_sentence),
    ("acl", _goer_taken_for_object),
    ("npadvmod compound", _paper_that_allows),
    ("acl", _past_behind_aside),
    ("nsubj nsubjpass", _joined_subject),
    ("nmod compound", _names_in_a_row),
    ("ccomp", _who_behind_time),
    ("relcl", _who_is_no_body),
    ("relcl", _aside_behind_who),
    ("conj", _both_behind_names),
    ("nsubj nsubjpass", _subject_of_auxiliary),
    ("CD", _bare_number),
    ("=hostage =captive =prisoner", _held_hostage),
    ("VBN VBD NNP JJ", _put_first),
    ("amod", _facing_charges),
    ("amod", _verb_before_name),
    ("advcl", _in_a_row),
    ("advcl", _kept_since),
    ("nsubj nsubjpass csubj csubjpass expl", _yet_to_be),
    ("prt", _particle_of_noun),
    ("relcl", _infinitive_relative),
)
