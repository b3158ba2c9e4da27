"""Frames of steps between states: doors opened and shut, people sent home, invited or recognised."""

from __future__ import annotations

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Match, Scene
from detente.reading.nouns.mentions import Mention
from detente.reading.shapes.parties import official
from detente.records import Filler

_HOPED = frozenset({"hope", "wish", "dream", "pray"})
_ACTORS = frozenset({"state", "organisation", "person"})
_SENT = frozenset({"send", "turn"})
_IN_ANSWER_TO = frozenset({"to", "for", "against", "over"})
_SIDES = frozenset({"state", "place"})


def fill(scene: Scene, m: Match, d: Draft) -> list[Draft] | str:
    """The draft of a diplomatic step, or why it is none.

    Args:
        scene: the sentence.
        m: the match; its patients are what is opened, shut, sent, or those invited and recognised.
        d: the draft to fill.
    """
    if any(w.lemma in _HOPED for w in scene.s.up(m.args.trigger) if w.tag.startswith("V")):
        return "it is only hoped for"
    if m.noun is not None and m.noun.dep == "pobj" and scene.s[m.noun.head].low in _IN_ANSWER_TO:
        return "it is only referred to"
    actors = [a for a in m.agents if a.kind in _ACTORS or (a.kind == "group" and official(scene, a))]
    if m.agents and not actors and all(a.anaphor is None for a in m.agents):
        return "no state takes it"
    if m.rule.sub in {"invite", "recognise"}:
        guests = [p for p in m.patients if _counterpart(scene, p)]
        if not actors or not guests:
            return "it is nothing between states"
        d.put("counterpart", *guests)
    elif m.rule.sub == "give_back" and not any(a.kind == "state" or official(scene, a) for a in actors):
        return "no state gives it back"
    elif m.rule.sub == "give_back" and not _to_a_side(scene, m):
        return "it goes to no other side"
    elif m.rule.sub == "grant":
        if not any(a.kind in {"state", "organisation"} for a in actors):
            return "no state gives it"
        given = [p for p in m.patients if m.rule.object is not None and m.rule.object.search(p.text)]
        _things(d, given) if given else _given(scene, m, d)
        d.put(
            "counterpart",
            *[p for p in m.patients if p not in given and p.kind in {"group", "state", "person"}],
        )
    else:
        _things(d, m.patients)
        if m.rule.sub in {"open", "close"}:
            _sites(scene, d, m.patients)
    d.put("actor", *actors)
    _towards(scene, m, d)
    for people in d.slots.values():
        for p in people:
            d.widen(p.lo, p.hi)
    return [d]


def _to_a_side(scene: Scene, m: Match) -> bool:
    """ "Gave back six lorries", "handed them over to Chad": not "to the rebels", "back to base"."""
    s, v = scene.s, m.args.trigger
    to = [i for p in m.patients for i in s.objects(p.head, {"to"})] + m.args.preps.get("to", [])
    got = any(x.kind in _SIDES for x in scene.mentions(to))
    sent = s[v].lemma in _SENT or any(w.low == "over" for w in s.words[v + 1 :])
    return got or not (to or sent)


def _counterpart(scene: Scene, p: Mention) -> bool:
    if p.anaphor is not None:
        return False
    return p.kind in {"state", "organisation"} or (p.kind != "topic" and official(scene, p, below=False))


def _things(d: Draft, things: list[Mention]) -> None:
    for p in things:
        d.add("kind", Filler(p.name, "topic"))
        d.widen(p.lo, p.hi)


def _sites(scene: Scene, d: Draft, things: list[Mention]) -> None:
    """ "The embassy in Dorn reopened": where it stands."""
    d.put(
        "place",
        *[x for p in things for x in scene.mentions(scene.s.objects(p.head, {"in"})) if x.kind in _SIDES],
    )


def _given(scene: Scene, m: Match, d: Draft) -> None:
    """What is given, by its words, where the small model hangs it on those who get it."""
    s = scene.s
    found = (
        m.rule.object.search(s.text, s[m.args.trigger].end - s.start) if m.rule.object is not None else None
    )
    if found is None:
        return
    i = s.at(s.start + found.start(), s.start + found.end())[0]
    while s[i].dep in {"compound", "npadvmod", "amod", "nmod"} and s[i].head > i:
        i = s[i].head
    lo, hi = s.np(i)
    while s[lo].tag == "NNP" and lo < hi:
        lo += 1  # a name hung on it: "citizens of Kazakhstan visa-free entry"
    d.add("kind", Filler(s.span_text(lo, hi), "topic"))
    d.widen(lo, hi)


def _towards(scene: Scene, m: Match, d: Draft) -> None:
    for prep in ("with", "from", "to", "in"):
        for x in scene.mentions(m.args.preps.get(prep, [])):
            if x.kind not in _SIDES:
                continue
            if prep == "in" or (m.rule.sub == "invite" and prep != "from"):
                d.put("place", x)
            else:
                d.put("counterpart", x)
