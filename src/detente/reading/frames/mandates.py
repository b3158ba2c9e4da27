"""Frames of mandates: who speaks for whom, named, called so or taken out of it."""

from __future__ import annotations

import re

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Match, Scene
from detente.reading.nouns.mentions import Mention
from detente.reading.shapes.parties import named_beside
from detente.records import Filler

_SCOPE = re.compile(
    r"^\s+(?:for|to|on)\s+(?!\w+day\b|\d|behalf\b)((?:the |its )?[\w’'-]+(?: [\w’'-]+){0,3}?)"
    r"(?=[,.;]|\s+(?:by|on|in|at|after|who|and|with|since|said)\b|$)"
)
_BEFORE = frozenset({"JJ", "NN", "NNP", "HYPH", "JJS"})


def fill(scene: Scene, m: Match, d: Draft) -> list[Draft] | str:
    """The draft of a mandate, or why it is none.

    Args:
        scene: the sentence.
        m: the match; its patients speak, its agents are spoken for.
        d: the draft to fill.
    """
    shape = m.rule.shape
    people = [p for p in m.patients if p.kind in {"person", "group"} and p.anaphor != "who"]
    if shape == "on_behalf":
        people = [p for p in people if p.kind == "person"]
        if not people:
            return "nobody is named"
    if not people:
        return "nobody holds it"
    named = [named_beside(scene, p) or p for p in people] if m.rule.sub == "removed" else people
    d.put("agent", *named)
    d.put("principal", *m.agents)
    if shape == "on_behalf":
        d.put(
            "principal",
            *scene.mentions([j for p in ("to", "of", "for") for j in m.args.preps.get(p, [])][:1]),
        )
    if m.rule.sub == "described_as" and m.noun is not None:
        d.stand.mode = "background" if d.stand.mode == "performed" else d.stand.mode
    _office(scene, m, d, people)
    for p in (*named, *people, *d.slots.get("principal", ())):
        d.widen(p.lo, p.hi)
    return [d]


def _office(scene: Scene, m: Match, d: Draft, people: list[Mention]) -> None:
    """The office in the words of the text, and what it is for."""
    s = scene.s
    at = _office_word(scene, m, people)
    if at is None:
        return
    while at + 1 < len(s) and s[at + 1].lemma in scene.lex["nouns.office"]:
        at += 1  # "chief negotiator"
    lo = at
    floor = m.args.trigger if at > m.args.trigger else -1
    while lo - 1 > floor and s[lo - 1].tag in _BEFORE and not _of_name(scene, lo - 1, people):
        lo -= 1
    d.add("office", Filler(s.span_text(lo, at), "office"))
    d.widen(lo, at)
    scope = _SCOPE.match(s.text[s[at].end - s.start :])
    if scope is not None:
        d.add("scope", Filler(scope.group(1), "topic"))
        start = s[at].end + scope.start(1)
        d.widen(*s.at(start, start + len(scope.group(1))))


def _office_word(scene: Scene, m: Match, people: list[Mention]) -> int | None:
    """The word of office: of the one replaced, behind the verb of naming, before the name."""
    s, offices = scene.s, scene.lex["nouns.office"]
    if m.noun is not None:
        return m.noun.i if m.noun.lemma in offices else None
    if m.rule.sub == "appointed":
        return next((i for i in range(m.args.trigger + 1, m.args.end + 1) if s[i].lemma in offices), None)
    within = [i for p in people for i in range(p.lo, p.hi + 1) if p.kind == "group" or i < p.head]
    return next((i for i in reversed(within) if s[i].lemma in offices), None)


def _of_name(scene: Scene, i: int, people: list[Mention]) -> bool:
    return any(p.kind == "person" and p.head - len(p.name.split()) < i <= p.head for p in people)
