"""Shapes of freedom as a thing one has: won, granted as bail, refused to who pleads, given by a pardon."""

from __future__ import annotations

import re

from detente.reading.arguments import Arguments, subject
from detente.reading.lexicon import Rule
from detente.reading.scene import Match, Scene

_PLEA = re.compile(
    r"\b(?:appeals?|requests?|petitions?|pleas?|bids?|applications?|motions?|calls?)\b[^.;]*?"
    r"\b(?:for|seeking|to secure)\b[^.;]*?\b(?:releas\w+|bail|pardon|clemency|parole|freedom|amnesty)\b",
    re.I,
)
_BAIL = "bail"


def _freedom(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "won her freedom", "gave the writer his freedom", "restored the freedom of nine students"."""
    s, n, lex = scene.s, scene.s[a.trigger], scene.lex
    verb = s.verb_of(n.i)
    if verb is None or n.dep not in {"dobj", "nsubjpass", "pobj", "oprd", "conj"}:
        return "freedom itself is spoken of"
    lemma, args = s[verb].lemma, scene.arguments(verb)
    given_back = _given_back(scene, n.i)
    asked = n.dep == "pobj" and s[n.head].low == "for" and lemma in lex["verbs.demand"] | lex["verbs.intend"]
    if asked and (people := [m for m in scene.mentions(s.objects(n.i, {"of", "for"})) if scene.human(m)]):
        return Match(rule, a, [], people, noun=n)
    if n.dep == "pobj" and s[n.head].low != "to" and not given_back:
        return "freedom itself is spoken of"
    if any(k.low in {"of", "for", "to"} and not _whose(scene, k.i) for k in s.kids(n.i, "prep")):
        return "it is the freedom to do something"
    gained, given = lemma in lex["verbs.gaining"], lemma in lex["verbs.giving"]
    if not gained and not given:
        return "freedom is neither given nor gained"
    owners = [m for m in scene.mentions(s.objects(n.i, {"of", "for"})) if scene.human(m)]
    owners += [m for m in scene.mentions([k.i for k in s.kids(n.i, "poss")]) if scene.human(m)]
    if gained:
        gainers = [] if args.passive else scene.mentions(args.agent)
        return Match(rule, a, [], owners or gainers, noun=n)
    others = [i for i in args.patient if i != n.i] + [k.i for k in s.kids(verb, "dative") if k.tag != "IN"]
    to = [j for j in [*args.preps.get("to", []), *given_back] if j != n.i]
    people = [m for m in scene.mentions([*others, *to]) if scene.human(m)] or owners
    return Match(rule, a, scene.mentions(args.agent), people, noun=n)


def _given_back(scene: Scene, n: int) -> list[int]:
    """ "the restitution of liberty to X": heads of whom it is given back to."""
    s = scene.s
    over = s[s[s[n].head].head] if s[n].dep == "pobj" else None
    back = over is not None and over.lemma in {"restitution", "restoration", "return"}
    return s.objects(over.i, {"to", "of"}) if back and over is not None else []


def _whose(scene: Scene, prep: int) -> bool:
    """Does the preposition lead to people?"""
    found = scene.mentions([p.i for p in scene.s.kids(prep, "pobj")])
    return any(scene.human(m) for m in found)


def _bail(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "granted bail to X", "X was refused bail", "X made bail", "admitted X to bail", "bail was denied"."""
    s, v = scene.s, a.trigger
    to = a.preps.get("to", [])
    if not any(
        s[i].low == _BAIL for i in [*a.patient, *to, *(k.i for k in s.kids(v, "dobj", "oprd", "xcomp"))]
    ):
        return "no bail is spoken of"
    others = [i for i in [*a.patient, *(k.i for k in s.kids(v, "dative"))] if s[i].low != _BAIL]
    of_bail = [j for i in a.patient if s[i].low == _BAIL for j in s.objects(i, {"to", "for"})]
    people = [m for m in scene.mentions([*others, *to, *of_bail]) if scene.human(m)]
    if not people and not a.passive and s[v].lemma in scene.lex["verbs.gaining"]:
        return Match(rule, a, [], scene.mentions(a.agent))
    if not people and not a.passive and s[v].lemma in scene.lex["verbs.paying"]:
        return Match(rule, a, [], scene.mentions(a.agent))
    return Match(rule, a, scene.mentions(a.agent), people) if people else "it does not say whose bail"


def _plea_refused(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "turned down his request for early release": whose request it is stays where they are."""
    s = scene.s
    things = [m for m in scene.mentions(a.patient) if _PLEA.search(scene.text(m) + " " + a.after)]
    if not things:
        return "no plea for release is refused"
    owners = [k.i for m in things for k in s.kids(m.head, "poss")]
    owners += [j for m in things for j in s.objects(m.head, {"of", "by", "from"})]
    for m in things:
        for i in s.subtree(m.head):
            if s[i].tag.startswith("NN") and s[i].lemma in {"release", "pardon", "freedom", "clemency"}:
                owners += [*s.objects(i, {"of", "for"}), *(k.i for k in s.kids(i, "poss"))]
    people = [m for m in scene.mentions(owners) if scene.human(m)]
    agents = [] if a.passive and not a.agent else scene.mentions(a.agent)
    return Match(rule, a, agents, people) if people else "it does not say whose plea"


def _pardon_covers(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the amnesty covers 1,200", "was not included in the pardon": whom an act of grace is for."""
    s, acts = scene.s, scene.lex["nouns.grace"]
    if a.passive:
        under = [j for p in ("in", "by", "from", "under") for j in a.preps.get(p, [])]
        if not any(s[i].lemma in acts for i in [*under, *a.agent]):
            return "no pardon is spoken of"
        return Match(rule, a, [], scene.mentions(a.patient))
    if not any(s[i].lemma in acts and not s[i].low.endswith("ed") for i in a.agent):
        return "no pardon is spoken of"
    behind = a.patient or a.preps.get("to", [])
    givers = [k.i for i in a.agent for k in s.kids(i, "poss")] + s.objects(a.agent[0], {"by"})
    agents = [m for m in scene.mentions(givers) if m.kind in {"state", "person", "organisation"}]
    return Match(rule, a, agents, scene.mentions(behind))


def gives_itself(scene: Scene, a: Arguments) -> list[int]:
    """ "won a pardon", "got clemency": who gains it is the subject."""
    return subject(scene.s, a.trigger)[0] if scene.s[a.trigger].lemma in scene.lex["verbs.gaining"] else []


GRACE_SHAPES = {
    "freedom": _freedom, "bail": _bail, "plea_refused": _plea_refused, "pardon_covers": _pardon_covers,
}  # fmt: skip
"""Shape → the function that finds who is freed and by whom, or says why the rule does not fit."""
