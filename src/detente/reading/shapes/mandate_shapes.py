"""Shapes of mandates: who is named, who stands in, who speaks for whom."""

from __future__ import annotations

from detente.reading.clauses.arguments import Arguments, subject
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.nouns.mentions import Mention
from detente.reading.shapes.parties import as_person

_ACTS = frozenset({"order", "decree", "decision", "resolution", "vote"})
_RUN = 3
"""A name right behind "named" is at most so many words long before it is looked at as one."""


def _appoint(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the leader named Ira Holt special envoy", "X has been appointed negotiator by order of Y"."""
    s = scene.s
    behind = _name_behind(scene, a.trigger)
    w = s[a.trigger]
    if behind is not None and w.dep == "acl" and w.tag == "VBD":
        return Match(rule, a, _principals(scene, a.patient or [w.head]), [behind])
    people = [p for p in (as_person(scene, m) for m in scene.mentions(a.patient)) if p.kind == "person"]
    if not people and behind is not None:
        people = [behind]
    return Match(rule, a, _principals(scene, a.agent), people) if people else "nobody is named"


def _name_behind(scene: Scene, v: int) -> Mention | None:
    """The proper name right behind a verb, whatever the small model hangs it on."""
    s = scene.s
    last = v
    while last + 1 < len(s) and last - v < _RUN and s[last + 1].tag == "NNP":
        last += 1
    found = scene.ms.at(last) if last > v else None
    return None if found is None or as_person(scene, found).kind != "person" else as_person(scene, found)


def _principals(scene: Scene, heads: list[int]) -> list[Mention]:
    """Who names: behind "by order of" it is who gave the order."""
    s, out = scene.s, list[int]()
    for i in heads:
        of = [p.i for k in s.kids(i, "prep") if k.low == "of" for p in s.kids(k.i, "pobj")]
        out += of if s[i].lemma in _ACTS and of else [i]
    return scene.mentions(out)


def _on_behalf(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "Holt, who reports to the peace office", "stood in for her chief": the subject speaks for another."""
    if a.passive:
        return "passive where the subject itself speaks"
    people = [as_person(scene, m) for m in scene.mentions(a.agent)]
    return Match(rule, a, [], people)


def _represent(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "Ricci represented the Holy See", "the Holy See is represented by Ricci"."""
    people = [as_person(scene, m) for m in scene.mentions(a.agent)]
    people = [p for p in people if p.kind == "person" or scene.s[p.head].lemma in scene.lex["nouns.office"]]
    sides = [
        m for m in scene.mentions(a.patient) if m.kind in {"state", "organisation"} and m.anaphor is None
    ]
    return Match(rule, a, sides, people) if people and sides else "nobody speaks for a side"


def _mandate_noun(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "X is the premier's man in Harare", "X serves as the emir's envoy": the noun with its owner."""
    s, n = scene.s, scene.s[a.trigger]
    owners = [k.i for k in s.kids(n.i, "poss")]
    over = s[n.head]
    if n.dep == "pobj" and over.low == "as":
        over = s[over.head]
    elif n.dep != "attr":
        return "nobody is called so"
    if not owners:
        return "it does not say whose"
    if n.lemma not in scene.lex["nouns.office"] and not any(
        k.low in {"in", "at", "on"} for k in s.kids(n.i, "prep")
    ):
        return "it tells no mandate"
    people = [as_person(scene, m) for m in scene.mentions(subject(s, over.i)[0])]
    people = [p for p in people if p.kind == "person"]
    return Match(rule, a, scene.mentions(owners), people, noun=n) if people else "nobody is called so"


MANDATE_SHAPES = {
    "appoint": _appoint, "on_behalf": _on_behalf, "represent": _represent, "mandate_noun": _mandate_noun,
}  # fmt: skip
"""Shape → the function that finds agent (as patients) and principal (as agents) of a mandate."""
