"""Verbs with their particles and objects, where the small model gives these to a number or the next verb."""

from __future__ import annotations

from detente.reading.parsing.mended import attach, own
from detente.reading.parsing.mends import Row
from detente.reading.parsing.words import MONTHS, PROPER, SUBJECTS, Word, hangs_on

_OVER = frozenset({"hand", "turn", "give", "bring", "sign", "pass"})


def _over_of_verb(words: list[Word], w: Word) -> None:
    """ "handed over 25 prisoners": *over* is of the verb, and no more than 25."""
    verb = words[w.i - 1] if w.i else w
    ours = verb.tag[:1] == "V" and verb.lemma in _OVER and w.dep in {"quantmod", "advmod", "prep"}
    if ours and attach(words, w.i, verb.i, "prt"):
        w.tag = "RP"


_TELLING = frozenset({
    "add", "agree", "announce", "believe", "claim", "confirm", "expect", "hope", "insist", "pledge",
    "predict", "promise", "report", "say", "state", "stress", "tell", "think", "vow", "warn",
})  # fmt: skip
"""Behind these "X and Y will …" is what is told."""


def _object_before_next_clause(words: list[Word], w: Word) -> None:
    """ "X will free 40 men and Y will lift the ban": the men are freed, and Y alone lifts.

    So, too, where the men end in a name: "40 men held in Z and Y will lift the ban".
    """
    verb, opens = words[w.head], _may_open(words, w)
    if opens is None or verb.tag[:1] != "V" or verb.lemma in _TELLING or not verb.i < opens:
        return
    second = words[opens]
    beside = words[second.head]
    joined = [k for k in words[beside.i : opens] if k.head == beside.i and k.low == "and"]
    thing = beside
    while thing.i > verb.i and thing.head not in {w.i, verb.i, thing.i}:
        thing = words[thing.head]
    if second.dep != "conj" or not joined or not verb.i < thing.i <= beside.i:
        return
    if thing.head == w.i and thing.dep == "nsubj" and not own(words, verb.i, frozenset({"dobj"})):
        start = min([thing.i, *(k.i for k in words if k.head == thing.i and k.i > verb.i)])
        if all(k.dep == "prt" for k in words[verb.i + 1 : start]):
            attach(words, thing.i, verb.i, "dobj")
    if thing.head == verb.i and thing.dep == "dobj" and not own(words, w.i, SUBJECTS):
        attach(words, second.i, w.i, "nsubj")
        w.dep = "conj"
        for k in joined:
            attach(words, k.i, verb.i, "cc")


def _may_open(words: list[Word], w: Word) -> int | None:
    """The noun right before "will …", by which a clause of its own may open."""
    modal = next((k for k in words[: w.i] if k.head == w.i and k.dep == "aux" and k.tag == "MD"), None)
    return modal.i - 1 if modal is not None and modal.i and words[modal.i - 1].tag[:2] == "NN" else None


def _held_since(words: list[Word], w: Word) -> None:
    """ "Traders held since the autumn were freed": the traders are freed, and no autumn is."""
    verb = words[w.head]
    part = words[verb.head]
    noun = words[part.head]
    inside = [k for k in words[w.i : verb.i] if k.head == verb.i and k.dep in SUBJECTS]
    if w.dep != "mark" or part.tag != "VBN" or part.dep != "acl" or noun.head != noun.i or len(inside) != 1:
        return
    if noun.tag[:2] != "NN" or not noun.i < part.i < w.i or not own(words, verb.i, frozenset({"auxpass"})):
        return
    verb.head, verb.dep = verb.i, "ROOT"
    noun.head, noun.dep = verb.i, "nsubjpass"
    w.head, w.dep = part.i, "prep"
    inside[0].head, inside[0].dep = w.i, "pobj"


def _count_behind_date(words: list[Word], w: Word) -> None:
    """ "By decree of 19 February 16 persons, among them a nun, were pardoned": sixteen of them are."""
    if w.tag != "CD" or w.i < 3 or words[w.i - 1].low not in MONTHS or words[w.i - 2].tag != "CD":
        return
    month, date = words[w.i - 1], words[w.i - 2]
    noun = next((k for k in words[w.i + 1 : w.i + 5] if k.tag in {"NNS", "NNPS"}), None)
    if noun is None or noun.dep != "pobj" or not {month.head, w.head} <= {noun.i, month.i}:
        return
    prep = words[noun.head]
    done = (k for k in words[noun.i :] if k.tag == "VBN")
    verb = next((k for k in done if own(words, k.i, frozenset({"auxpass"}))), None)
    if verb is None or not prep.i < date.i:
        return
    old = [k for k in words[noun.i + 1 : verb.i] if k.head == verb.i and k.dep in SUBJECTS]
    month.head, month.dep = prep.i, "pobj"
    date.head, date.dep, w.head, w.dep = month.i, "nummod", noun.i, "nummod"
    attach(words, noun.i, verb.i, "nsubjpass")
    for k in old:
        attach(words, k.i, noun.i, "appos")


_INFORM = frozenset({"informs", "informed", "notifies", "notified", "assures", "assured", "tells", "told"})


def _told_to_somebody(words: list[Word], w: Word) -> None:
    """ "The ministry informs the public that nine were freed": what it says, and no word on the public."""
    noun = words[w.head]
    verb = words[noun.head]
    that = any(k.head == w.i and k.dep == "mark" and k.low == "that" for k in words[noun.i : w.i])
    if that and noun.dep == "dobj" and verb.low in _INFORM and own(words, w.i, SUBJECTS):
        attach(words, w.i, verb.i, "ccomp")


_MOVES = frozenset({"return", "arrive", "walk", "come", "go"})


def _subject_without_verb(words: list[Word], w: Word) -> None:
    """ "Ninety inmates of five camps returned home, it said": they did; no camp is sent back.

    Nor was anybody handed guards: "the guards, moved by pity, handed over nine men, the mayor said".
    """
    noun = words[w.head]
    while noun.dep == "pobj" and words[noun.head].dep == "prep" and words[noun.head].low == "of":
        noun = words[words[noun.head].head]
    said = words[noun.head]
    spoken = noun.dep == "nsubj" and any(k.head == said.i and k.dep == "nsubj" for k in words[w.i + 1 :])
    alone = noun.dep in {"ROOT", "ccomp"}
    acts = w.lemma in _MOVES or (spoken and own(words, w.i, frozenset({"dobj"})))
    named = noun.tag[:2] == "NN" and noun.i <= w.head < w.i < (said.i if spoken else len(words))
    if acts and named and w.tag in {"VBN", "VBD"} and (alone or spoken):
        w.tag, w.dep = "VBD", "ccomp" if spoken else noun.dep
        w.head = said.i if spoken or noun.head != noun.i else w.i
        noun.dep, noun.head = "nsubj", w.i


def _pending_behind_noun(words: list[Word], w: Word) -> None:
    """ "ordered the release pending trial of X": it is X who is released, and X's trial."""
    noun = words[w.i - 1] if w.i else w
    until = words[w.i + 1] if w.i + 1 < len(words) else w
    if noun.tag != "NN" or until.tag != "NN" or until.head != noun.i or w.head != until.i:
        return
    w.head, w.dep = noun.i, "prep"
    until.head, until.dep = w.i, "pobj"
    for k in words[until.i + 1 :]:
        if k.head == until.i and k.dep == "prep":
            k.head = noun.i


_GRANTING = frozenset({"grant", "give", "deny", "refuse", "offer", "promise", "award"})


def _granted_mercy(words: list[Word], w: Word) -> None:
    """ "granted the five awaiting trial clemency", "granted Ada Orlu a pardon": both are objects."""
    verb = words[w.head]
    while verb.lemma not in _GRANTING and verb.head != verb.i:
        verb = words[verb.head]
    if verb.lemma not in _GRANTING or verb.tag[:1] != "V" or not verb.i < w.i or w.text.istitle():
        return
    if own(words, verb.i, frozenset({"auxpass"})) or words[min(w.i + 1, len(words) - 1)].tag in {"NN", "NNS"}:
        return
    beside, below = words[w.i - 1], [k for k in words[verb.i + 1 : w.i] if k.head == w.i]
    plural = beside.tag == "NNS" and not any(k.low in {"a", "an"} for k in below)
    if w.head == verb.i and w.dep in {"dobj", "ccomp"}:  # "granted Ada Orlu bail", in which *bail* is no verb
        whole = all(hangs_on(words, k.i, {w.i}) for k in words[verb.i + 1 : w.i])
        joined = beside.head == w.i and beside.dep in {"compound", "nsubj"}
        if (
            whole
            and joined
            and (plural or beside.tag in PROPER)
            and attach(words, beside.i, verb.i, "dative")
        ):
            w.dep, w.tag = "dobj", "NN"
            for k in below:
                if k.i != beside.i:
                    attach(words, k.i, beside.i, k.dep)
        return
    whom = w
    while whom.head not in {verb.i, whom.i}:
        whom = words[whom.head]
    if (
        whom.dep not in {"dobj", "dative"}
        or not verb.i < whom.i
        or any(k.tag == "," for k in words[whom.i : w.i])
    ):
        return
    if beside.low in {"of", "for", "to", "under", "and"} or w.dep in {"conj", "pobj"}:
        return
    part = words[w.head]
    if part.tag == "VBG":  # "the five *awaiting trial* clemency", and not "those seeking clemency a hearing"
        if (beside.head, beside.dep, beside.i - 1) != (w.i, "compound", part.i):
            return
        attach(words, beside.i, part.i, "dobj")
    if attach(words, w.i, verb.i, "dobj"):
        whom.dep = "dative"


def _pardon_to(words: list[Word], w: Word) -> None:
    """ "eased them after the pardon to six people": it is theirs, and nothing is eased to them."""
    to = words[min(w.i + 1, len(words) - 1)]
    if w.dep == "pobj" and to.low == "to" and to.dep == "prep":
        attach(words, to.i, w.i, "prep")


def _passive_of_the_next(words: list[Word], w: Word) -> None:
    """ "X was handed to Chad and Y was handed to us": Y was, and X was not handed to both."""
    passive = w.tag == "VBN" and own(words, w.i, frozenset({"auxpass"}))
    be = next((k for k in words[: w.i] if passive and k.head == w.i and k.dep in {"aux", "auxpass"}), w)
    noun = words[be.i - 1] if be.i else w
    joint = next((k for k in reversed(words[: noun.i]) if k.low == "and"), w)
    left, above = words[joint.i - 1], words[w.head]
    if be is w or joint is w or noun.tag not in PROPER or own(words, w.i, SUBJECTS) or not above.i < left.i:
        return
    own_name = words[joint.i + 1 : noun.i]
    if (
        left.tag[:2] != "NN"
        or any(k.tag not in PROPER for k in own_name)
        or not own(words, above.i, SUBJECTS)
    ):
        return
    if noun.head < joint.i and noun.head != left.i:  # "the US and Hajji Bashar" in one
        if not attach(words, left.i, noun.head, noun.dep):
            return
        for k in words[: joint.i]:
            if k.head == noun.i:
                k.head = left.i
    if attach(words, noun.i, w.i, "nsubjpass"):
        for k in own_name:
            attach(words, k.i, noun.i, "compound")
        attach(words, joint.i, above.i, "cc")


PHRASAL: tuple[Row, ...] = (
    ("conj", _passive_of_the_next),
    ("=pardon =amnesty", _pardon_to),
    ("=pardon =clemency =amnesty =parole =bail =reprieve =furlough", _granted_mercy),
    ("acl", _subject_without_verb),
    ("acl relcl", _told_to_somebody),
    ("=over", _over_of_verb),
    ("=since", _held_since),
    ("CD", _count_behind_date),
    ("ccomp conj", _object_before_next_clause),
    ("=pending", _pending_behind_noun),
)
