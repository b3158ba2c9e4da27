"""Who is told in a word beside the freed: "nine were freed with her", "the singer Lena Marr was not"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Match, Scene
from detente.reading.clauses.stand import Stand
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import surname
from detente.reading.parsing.words import Sentence, Word
from detente.reading.shapes.drafting import record

_WITH = frozenset({"with", "alongside"})
_DID_NOT = re.compile(r"\b(?P<verb>did|was|were)(?: not|n[’']t)(?=\s*[.:;—–]|, ?(?:as|because|however)\b|$)")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_HELD = frozenset({"DETAIN", "SENTENCE", "CUSTODY_STATE"})
_BESIDE = (
    "nouns.office nouns.official nouns.attending nouns.captor nouns.go_between nouns.gaoler nouns.keeper"
)
_THEIR = "nouns.attending nouns.go_between nouns.gaoler nouns.keeper"
_PAST = frozenset({"former", "ex", "late", "onetime", "one-time", "erstwhile", "then"})
_RULE = "release.did_not"


def freed_with(scene: Scene, m: Match, first: Draft) -> Iterator[Draft]:
    """ "Fifteen were freed with her": she was freed too; with whose help is another matter."""
    s = scene.s
    if not m.args.passive or m.noun is not None or first.stand.mode != "performed":
        return
    for k in s.kids(m.args.trigger, "prep"):
        near = k.low in _WITH and m.args.trigger < k.i <= m.args.trigger + 3
        for p in scene.mentions([o.i for o in s.kids(k.i, "pobj")]) if near else ():
            known = any(x.name == p.name for x in first.slots["people"]) or _attends(scene, p.lo, p.hi)
            if p.kind == "person" and scene.human(p) and not known:
                yield replace(
                    first, rule="release.freed_with", source=None, quantity=None, roles={},
                    lo=min(first.lo, k.i), hi=max(first.hi, p.hi), stand=first.stand.copy(),
                    slots={"people": [p]}, hedges=[], attribution=list(first.attribution),
                )  # fmt: skip


def _attends(scene: Scene, lo: int, hi: int) -> bool:
    """ "Freed with her lawyer at her side": who may well have come to fetch her."""
    words = scene.s.words[max(0, lo - 3) : hi + 1]
    return any(w.lemma in scene.lex["nouns.attending"] for w in words)


def did_not(scene: Scene) -> Iterator[Draft]:
    """Drafts of a release denied to somebody named who "did not", or "was not", without a verb of his own."""
    s = scene.s
    match = _DID_NOT.search(s.text)
    if match is None:
        return
    verb = s.at(s.start + match.start("verb"), s.start + match.end())
    before = [i for i in range(verb[0]) if s[i].dep != "compound"]
    named = [m for i in before if (m := scene.ms.at(i)) is not None and m.head == i and m.hi == verb[0] - 1]
    people = [m for m in named if m.kind == "person" and m.anaphor is None]
    if people and all(s[i].tag[:1] != "V" for i in range(verb[0])):
        d = record(scene, _RULE, "RELEASE", people[-1].lo, verb[-1], sub="release", mode="asserted")
        d.trigger, d.stand = verb[0], Stand("denied", "-")
        d.put("people", people[-1])
        yield d


def after_the_freed(drafts: Sequence[Draft]) -> list[Draft]:
    """ "Did not" says what the sentence before tells of others: there somebody is freed.

    Args:
        drafts: all of the document, in order.

    Returns:
        The drafts that stand.
    """
    return [d for d in drafts if d.rule != _RULE or _is_told_of_others(d, drafts)]


def _is_told_of_others(d: Draft, drafts: Sequence[Draft]) -> bool:
    verb, lex = d.sentence[d.trigger], d.mentions.lex
    before = [
        x for x in drafts if x.sentence.end <= d.sentence.start and d.sentence.start - x.sentence.end < 4
    ]
    freed = [x for x in before if x.type == "RELEASE" and x.stand.mode == "performed"]
    if stands_beside(d.sentence, d.trigger, lex):
        people = {surname(m.name) for m in d.slots["people"]}
        held = {surname(x) for y in drafts if y.type in _HELD for x in y.names("person")}
        freed = freed if people & held else []
    return any(is_taken_up(x, verb.lemma, lex) for x in freed)


def is_taken_up(d: Draft, verb: str, lex: Lexicon) -> bool:
    """Does a bare "was not" or "did not" mean what a draft tells: its verb is the last that fits?

    "Nine were freed, and the mayor was happy. The judge was not": happy, he was not. But "were freed and
    were flown home", "walked free and flew home": whoever was not so, or did not, was not freed.

    Args:
        d: what is told in the sentence before.
        verb: "be" or "do".
        lex: verbs of saying, which no such word takes up.
    """
    s = d.sentence
    behind = [w for w in s.words[d.trigger + 1 :] if w.tag in _FINITE and not _goes_on(d, w, verb)]
    if verb == "be":
        return all(w.lemma != "be" for w in behind)
    return all(w.lemma in lex["verbs.report"] for w in behind)


def _goes_on(d: Draft, w: Word, verb: str) -> bool:
    """ "… and were flown home": a second verb of the same people, told in the same way as the first."""
    passive = d.args is not None and d.args.passive
    own = d.sentence[w.head] if w.dep == "auxpass" else w
    alike = w.dep == "auxpass" if verb == "be" else w.lemma != "be" and not passive
    return alike and own.dep == "conj" and d.sentence.kid(own.i, "nsubj", "nsubjpass") is None


def stands_beside(s: Sentence, verb: int, lex: Lexicon) -> bool:
    """ "Their lawyer, Ada Orlu, was not": of those who stand beside the held nobody expects that they are.

    So the envoy, a prison's director, whoever mediates; not "the former judge Ada Orlu", "Bishop Ira Dann".
    """
    return any(w.lemma in lex[_BESIDE] and _beside(s, w, verb, lex) for w in s.words[:verb])


def _beside(s: Sentence, w: Word, verb: int, lex: Lexicon) -> bool:
    first = w.i
    while first > 0 and s[first - 1].tag[:2] in {"JJ", "NN", "PO", "PR"}:
        first -= 1
    before, behind = s.words[first : w.i], s.words[w.i + 1 : verb]
    if any(x.low in _PAST for x in before):
        return False
    inside = lex["nouns.facility"]
    if any(x.lemma in inside for x in before) or (
        behind[:1] and behind[0].low == "of" and any(x.lemma in inside for x in behind)
    ):
        return True
    whose = any(x.tag in {"PRP$", "POS"} for x in before)
    alone = not before and first > 0 and s[first - 1].low == "the" and behind[:1] and behind[0].tag == ","
    return bool(alone) or w.lemma in lex["nouns.go_between nouns.envoy"] or (whose and w.lemma in lex[_THEIR])
