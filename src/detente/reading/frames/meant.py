"""Clauses that tell no deed, but only which people are meant: "those released", "all who were held"."""

from __future__ import annotations

import re

from detente.reading.clauses.scene import Match, Scene
from detente.reading.parsing.words import ONE_AND_ALL, PROPER, Sentence, Word
from detente.records import LET_GO

HELD = frozenset({"DETAIN", "SENTENCE", "CUSTODY_STATE"})

_WHERE = frozenset({"in", "at", "with", "near", "outside", "off", "alongside", "beside"})
_CLAUSAL = frozenset({"acl", "relcl", "advcl", "conj", "ccomp", "pcomp"})
_POINTING = frozenset({
    "those", "everyone", "everybody", "all", "anyone", "someone", "who", "them", "these", "each", "one",
    "other", "others",
})  # fmt: skip
_JUDGED = frozenset({"convict", "sentence", "condemn"})
_ANYBODY = frozenset({
    "person", "people", "prisoner", "inmate", "convict", "detainee", "individual", "man", "woman", "other",
})  # fmt: skip
_TIME_WORDS = re.compile(
    r"\b(?:in|since|on|last|this|early|late|by|during|until|before|after) (?:\w+ ){0,3}?"
    r"(?:(?:19|20)\d\d|Jan\w*|Feb\w*|Mar(?:ch)?|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*"
    r"|year|month|week|\w+day|spring|summer|autumn|winter|night|morning|afternoon|evening)\b"
    r"|\b(?:years?|months?|weeks?|days?)\b|\bsince (?:the|his|her|their|its)\b",
    re.I,
)


def only_says_who(scene: Scene, m: Match) -> str | None:
    """A clause that only says which people are meant ("those released", "all who were held")."""
    s = scene.s
    w = s[m.args.trigger]
    if m.noun is not None or w.dep not in _CLAUSAL:
        return None
    up = w
    while up.dep == "conj" and up.head != up.i:
        up = s[up.head]
    if up.dep not in {"acl", "relcl"}:
        return None
    head = s[up.head]
    if head.low in ONE_AND_ALL and head.dep == "appos" and s[head.head].tag in PROPER:
        return None  # "A and B, both jailed for life"
    if m.rule.type in LET_GO and _is_named(scene, head):
        return None  # "the one whom they freed was Ada Orlu"
    if _one_by_name(s, head) or _one_by_name(s, s[s[head.head].head] if head.dep == "pobj" else head):
        return None  # "Ada Orlu, one of nine hostages freed in May, has …"
    if up.dep == "relcl" and told_on(scene, up, head):
        return None
    if head.low in _POINTING and m.rule.type in LET_GO | HELD and not _set_apart(s, head):
        return "it only says which people are meant"
    if m.rule.type in LET_GO and _any_such(scene, up, head):
        return "it only says which people are meant"
    group = scene.ms.at(head.i) if m.rule.type in HELD else None
    if (
        up.dep == "relcl"
        and group is not None
        and group.quantity is not None
        and group.noun in scene.lex["nouns.human"]
        and s.kid(up.i, "aux", "auxpass")
    ):
        return None  # "26 divers whom it had detained": told in a clause of its own
    if group is not None and group.quantity is not None and _held_today(s, m, up):
        return None  # "sixty weavers who are still in jail": a state of a number of people
    last = _clause_break(s, max(s.subtree(w.i)))  # a time behind it may be hung on the main verb
    if group is None or group.kind != "group" or _TIME_WORDS.search(s.span_text(w.i, last)):
        return None
    named = group.noun not in _ANYBODY
    if group.quantity is not None and named and w.lemma in _JUDGED and _of_what(s, w):
        return None  # "four Danes convicted of espionage": a verdict on so many
    where = any(k.dep == "agent" or (k.low in _WHERE and k.i > w.i) for k in s.kids(w.i, "prep", "agent"))
    if where and group.quantity is not None and w.lemma in scene.lex["verbs.laying_hands"]:
        return None  # "two suspects arrested in Dorn", "two women grabbed by police"
    return "it only says which people are meant, and no time"


def _one_by_name(s: Sentence, one: Word) -> bool:
    """ "Ada Orlu, one of nine hostages": the number that says of a name beside it that it is of so many."""
    before = s[one.i - 1] if one.i else one
    return one.low == "one" and one.dep == "appos" and s[one.head].tag in PROPER and before.tag == ","


def told_on(scene: Scene, clause: Word, head: Word) -> bool:
    """ "six others, who flew home with the envoy": behind a comma it tells more of so many."""
    s, group = scene.s, scene.ms.at(head.i)
    opens = s.subtree(clause.i)[0]
    apart = s[opens].low in {"who", "whom"} and s[opens - 1].tag == "," and not s.kids(clause.i, "neg")
    return apart and group is not None and group.kind == "group" and group.quantity is not None


def _of_what(s: Sentence, w: Word) -> bool:
    return any(
        k.low in {"of", "for", "to", "on"} and s.kid(k.i, "pobj", "pcomp") for k in s.kids(w.i, "prep")
    )


def _is_named(scene: Scene, head: Word) -> bool:
    """Is the subject one person who is then told by name?"""
    s, be = scene.s, scene.s[head.head]
    if head.dep != "nsubj" or be.lemma != "be" or head.tag not in {"NN", "NNP"}:
        return False
    named = scene.mentions([k.i for k in s.kids(be.i, "attr") if k.i > be.i])
    return s.kid(be.i, "neg") is None and any(x.kind == "person" and x.anaphor is None for x in named)


def _set_apart(s: Sentence, head: Word) -> bool:
    """ ", almost all of them exiled to Spain": told of them behind a comma, and not who they are."""
    whole = any(
        o.low in {"them", "whom", "these"} for k in s.kids(head.i, "prep") for o in s.kids(k.i, "pobj")
    )
    return whole and s[max(0, s.np(head.i)[0] - 1)].tag in {",", ":"}


def _held_today(s: Sentence, m: Match, clause: Word) -> bool:
    still = any(k.low == "still" for k in s.kids(m.args.trigger, "advmod")) or clause.lemma == "remain"
    return m.rule.type == "CUSTODY_STATE" and clause.dep == "relcl" and clause.tag in {"VBP", "VBZ"} and still


def _any_such(scene: Scene, up: Word, head: Word) -> bool:
    """ "should persons released be held again", "inmates who get out early": any, and no number."""
    s, group = scene.s, scene.ms.at(head.i)
    if group is None or group.kind != "group" or group.quantity is not None or group.lo != head.i:
        return False
    bare = up.dep == "acl" and up.i == head.i + 1 and not s.kids(up.i)
    always = up.dep == "relcl" and up.tag in {"VBP", "VBZ"} and not s.kids(up.i, "aux", "auxpass")
    return bare or always


def _clause_break(s: Sentence, i: int) -> int:
    """The last word behind this one, eight at most, before a comma or a verb."""
    last = i
    while last + 1 < len(s) and last - i < 8 and s[last + 1].tag[:1] not in {",", ":", ".", "V", "M"}:
        last += 1
    return last
