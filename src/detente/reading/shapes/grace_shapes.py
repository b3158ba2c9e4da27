"""Shapes of freedom as a thing one has: won, granted as bail, refused to who pleads, given by a pardon."""

from __future__ import annotations

import re

from detente.reading.clauses.arguments import Arguments, subject
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Sentence

_PLEA = re.compile(
    r"\b(?:appeals?|requests?|petitions?|pleas?|bids?|applications?|motions?|calls?)\b[^.;]*?"
    r"\b(?:for|seeking|to secure)\b[^.;]*?\b(?:releas\w+|bail|pardon|clemency|parole|freedom|amnesty)\b"
    r"|\b(?:bail|parole|clemency) (?:pleas?|requests?|applications?|bids?|petitions?|motions?|appeals?)\b"
    r"|\b(?:motion|application|petition)s? (?:on behalf of|by|for)\b"
    r"[^.;]*?\b(?:in (?:[\w-]+ )?(?:custody|detention)|held|jailed|imprisoned|on remand)\b",
    re.I,
)
_BOARD = re.compile(r"\b(?:parole|pardons?|clemency|amnesty)\b", re.I)
_REQUEST = re.compile(r"\b(?:appeal|request|petition|plea|bid|application|case)s?\b", re.I)
_BAIL = "bail"
_AGED = re.compile(r"\d+-year-old")
_TO_LET_OUT = frozenset({"for", "to"})


def _freedom(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "won her freedom", "gave the writer his freedom", "restored the freedom of nine students"."""
    s, n, lex = scene.s, scene.s[a.trigger], scene.lex
    verb = s.verb_of(n.i)
    if verb is None or n.dep not in {"dobj", "nsubj", "nsubjpass", "pobj", "oprd", "conj"}:
        return "freedom itself is spoken of"
    lemma, args = s[verb].lemma, scene.arguments(verb)
    owners = [m for m in scene.mentions(_of_whom(scene, n.i)) if scene.human(m)]
    if n.dep == "nsubj":  # "their freedom came on the day that …"
        came = lemma == "come" and bool(owners)
        return Match(rule, a, [], owners, noun=n) if came else "freedom itself is spoken of"
    given_back = _given_back(scene, n.i)
    asked = n.dep == "pobj" and s[n.head].low == "for" and lemma in lex["verbs.demand verbs.intend"]
    if asked and (people := [m for m in scene.mentions(s.objects(n.i, {"of", "for"})) if scene.human(m)]):
        return Match(rule, a, [], people, noun=n)
    if n.dep == "pobj" and s[n.head].low != "to" and not given_back:
        return "freedom itself is spoken of"
    if any(k.low in {"of", "for", "to"} and not _whose(scene, k.i) for k in s.kids(n.i, "prep")):
        return "it is the freedom to do something"
    wanted = lemma in lex["verbs.demand"] and n.dep == "dobj"
    if wanted and (people := [m for m in scene.mentions(_of_whom(scene, n.i)) if scene.human(m)]):
        return Match(rule, a, [], people, noun=n)
    gained, given = lemma in lex["verbs.gaining"], lemma in lex["verbs.giving"]
    if not gained and not given:
        return "freedom is neither given nor gained"
    if gained and not owners and _of_others(s, n.i, verb):
        return "it does not say whose release is won"
    if gained:
        gainers = [] if args.passive else scene.mentions(args.agent)
        own = lemma in lex["verbs.regaining"] and any(scene.human(m) for m in gainers)
        owners = [m for m in owners if m.anaphor is None or not own]
        return Match(rule, a, [], owners or gainers, noun=n)
    others = [i for i in args.patient if i != n.i] + [k.i for k in s.kids(verb, "dative") if k.tag != "IN"]
    to = [j for j in [*args.preps.get("to", []), *given_back] if j != n.i]
    people = [m for m in scene.mentions([*others, *to]) if scene.human(m)] or owners
    return Match(rule, a, scene.mentions(args.agent), people, noun=n)


def _of_others(s: Sentence, n: int, verb: int) -> bool:
    """ "helped to win release", "secured the release": who wins it wins it for others."""
    the = s.kid(n, "det")
    helped = s[verb].dep in {"xcomp", "ccomp"} and s[s[verb].head].lemma == "help"
    return helped or (the is not None and the.low in {"the", "this", "that"} and s[n].lemma == "release")


def _of_whom(scene: Scene, n: int) -> list[int]:
    """Whose it is: behind *of* and *for*, or before it as its owner."""
    return scene.s.objects(n, {"of", "for"}) + [k.i for k in scene.s.kids(n, "poss")]


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
    to = a.preps.get("to", []) or s.objects(v, {"to"}, deps=("dative",))
    if not any(
        s[i].low == _BAIL for i in [*a.patient, *to, *(k.i for k in s.kids(v, "dobj", "oprd", "xcomp"))]
    ):
        return "no bail is spoken of"
    others = [i for i in [*a.patient, *(k.i for k in s.kids(v, "dative"))] if s[i].low != _BAIL]
    of_bail = [j for i in a.patient if s[i].low == _BAIL for j in s.objects(i, {"to", "for"})]
    people = [m for m in scene.mentions([*others, *to, *of_bail]) if scene.human(m)]
    people = people or _beside_bail(scene, a)
    if not people and not a.passive and s[v].lemma in scene.lex["verbs.gaining"]:
        return Match(rule, a, [], scene.mentions(a.agent))
    if not people and not a.passive and s[v].lemma in scene.lex["verbs.paying"]:
        return Match(rule, a, [], scene.mentions(a.agent))
    return Match(rule, a, scene.mentions(a.agent), people) if people else "it does not say whose bail"


def _beside_bail(scene: Scene, a: Arguments) -> list[Mention]:
    """ "granted the senator bail": the parse makes one phrase of both."""
    s = scene.s
    bail = [s[i] for i in a.patient if s[i].low == _BAIL and s[i].dep == "dobj"]
    for n in bail:
        for k in s.kids(n.i, "compound", "amod"):
            lo = s.subtree(k.i)[0]
            text = s.span_text(lo, k.i)
            if k.i == n.i - 1 and (k.lemma in scene.lex["nouns.human"] or _AGED.fullmatch(text)):
                return [Mention(k.i, lo, k.i, "person", text, text, k.low, definite=True, human=True)]
    return []


def _opens_gates(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "opened the gates of the camp for nine bakers": the gates of a prison, for somebody."""
    s = scene.s
    gates = [i for i in a.patient if s[i].lemma in scene.lex["nouns.gate"]]
    if not gates:
        return "no gate is opened"
    below = [s[j] for i in gates for j in s.subtree(i)]
    if not any(w.lemma in scene.lex["nouns.facility"] for w in below):
        return "no prison is spoken of"
    inside = [o for i in gates for j in s.subtree(i) for o in s.objects(j, _TO_LET_OUT)]
    people = scene.mentions([*(j for p in _TO_LET_OUT for j in a.preps.get(p, [])), *inside])
    whose = scene.mentions([j for i in gates for j in s.objects(i, {"of"})])  # "opened the cell of Ira Holt"
    people += [m for m in whose if any(s[i].lemma == "cell" for i in gates)]
    return Match(rule, a, scene.mentions(a.agent), [m for m in people if scene.human(m)])


def _plea_refused(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "turned down his request for early release": whose request it is stays where they are."""
    s = scene.s
    by_board = any(_BOARD.search(m.text) for m in scene.mentions(a.agent))
    things = [
        m
        for m in scene.mentions(a.patient or [k.i for k in s.kids(a.trigger, "dep") if k.tag == "NN"])
        if _PLEA.search(f"{scene.text(m)} {a.after}") or (by_board and _REQUEST.search(m.text))
    ]
    if not things:
        return "no plea for release is refused"
    owners = [k.i for m in things for k in s.kids(m.head, "poss")]
    owners += [j for m in things for j in s.objects(m.head, {"of", "by", "from", "for"})]
    below = [k for m in things for k in s.subtree(m.head)]
    owners += [j for k in below if s[k].low == "behalf" for j in s.objects(k, {"of"})]
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
        grace = [i for i in [*under, *a.agent] if s[i].lemma in acts]
        if not grace:
            return "no pardon is spoken of"
        return Match(rule, a, _givers(scene, grace), scene.mentions(a.patient))
    if not any(s[i].lemma in acts and not s[i].low.endswith("ed") for i in a.agent):
        return "no pardon is spoken of"
    if scene.heard.any and all(s[i].lemma in scene.lex["nouns.sanction"] for i in a.agent):
        return "the measure is one of sanctions"
    behind = a.patient or a.preps.get("to", [])
    return Match(rule, a, _givers(scene, a.agent), scene.mentions(behind))


def _falls_under(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "600 convicts fall under it", "come under the amnesty": whom an act of grace is for."""
    s = scene.s
    acts = [i for i in a.preps.get("under", []) if i > a.trigger]
    named = [
        i for i in acts if s[i].lemma in scene.lex["nouns.grace"] and _BOARD.search(s.span_text(*s.np(i)))
    ]
    meant = [i for i in acts if s[i].low == "it" and scene.heard.grace_lately]
    if not named and not meant:
        return "no act of grace is spoken of"
    people = [m for m in scene.mentions(a.agent) if scene.human(m)]
    return Match(rule, a, _givers(scene, named) if named else [], people)


def _givers(scene: Scene, grace: list[int]) -> list[Mention]:
    """ "Chad's pardon", "a pardon by President Ali Bor": whose it is."""
    s = scene.s
    givers = [k.i for i in grace for k in s.kids(i, "poss")] + s.objects(grace[0], {"by"})
    return [m for m in scene.mentions(givers) if m.kind in {"state", "person", "organisation"}]


def _in_force(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "An amnesty law took effect": an act of grace that begins to hold, whomever it covers."""
    s = scene.s
    for i in a.agent:
        words = {s[i].lemma, *(k.lemma for k in s.kids(i, "compound", "amod"))}
        if words & {"amnesty", "pardon", "clemency"} and words & scene.lex["nouns.grace"]:
            whose = scene.mentions(s.objects(i, {"for"}))
            return Match(rule, a, [], [m for m in whose if scene.human(m)])
    return "no act of grace begins to hold"


def gives_itself(scene: Scene, a: Arguments) -> list[int]:
    """ "won a pardon", "got clemency": who gains it is the subject."""
    return subject(scene.s, a.trigger)[0] if scene.s[a.trigger].lemma in scene.lex["verbs.gaining"] else []


GRACE_SHAPES = {
    "freedom": _freedom, "bail": _bail, "plea_refused": _plea_refused, "pardon_covers": _pardon_covers,
    "in_force": _in_force, "falls_under": _falls_under, "opens_gates": _opens_gates,
}  # fmt: skip
"""Shape → the function that finds who is freed and by whom, or says why the rule does not fit."""
