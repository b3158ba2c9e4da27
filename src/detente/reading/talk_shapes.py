"""Shapes of talking: who talks with whom, who asks whom for what, who judges what."""

from __future__ import annotations

import re

from detente.reading.arguments import Arguments, subject
from detente.reading.lexicon import Rule
from detente.reading.mentions import Mention
from detente.reading.scene import Match, Scene

_WITH = ("with", "between", "among")


def parties(scene: Scene, ms: list[Mention]) -> list[Mention]:
    """Those that can sit at a table: persons, states, bodies, groups."""
    return [
        m
        for m in ms
        if m.kind in {"person", "state", "organisation", "group"}
        and m.anaphor not in {"it", "who"}
        and not m.city | (m.kind == "place")
    ]


def _talk(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the two presidents spoke by telephone", "Lukashenko and Kellogg had talked for six hours"."""
    s = scene.s
    withs = [j for p in _WITH for j in a.preps.get(p, [])]
    agents = scene.mentions(a.agent if not a.passive else a.patient)
    partners = parties(scene, scene.mentions(withs))
    lemma = s[a.trigger].lemma
    if lemma == "discuss" and not partners:
        return "it does not say with whom"
    several = len(agents) > 1 or any(m.plural for m in agents)
    if not partners and not (
        several
        and re.search(
            r"\b(?:by (?:tele)?phone|for (?:more than |over |about )?\w+ (?:hours?|days?)|on (?:the )?phone|face to face)\b",
            a.after,
        )
    ):
        return "it does not say with whom"
    if (
        lemma in {"speak", "talk"}
        and not partners
        and re.search(r"^\W*(?:of|about)\b", a.after)
        and not several
    ):
        return "it speaks of something"
    return Match(rule, a, [*parties(scene, agents), *partners], [])


def _talk_noun(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "two days of talks in Minsk with X", "a phone call between X and Y", "negotiations with Z"."""
    s, n = scene.s, scene.s[a.trigger]
    if n.dep in {"compound", "appos", "attr"} or (n.tag == "NN" and n.lemma == "talk" and n.low == "talk"):
        return "the noun only names another"
    withs: list[int] = []
    for k in s.kids(n.i, "prep"):
        objects = [j for p in s.kids(k.i, "pobj") for j in s.conjuncts(p.i)]
        if (
            k.low in {"with", "between", "among"}
            or (k.low == "of" and n.lemma in {"visit", "meeting"})
            or (k.low == "by" and n.lemma == "visit")
        ):
            withs += objects
        if k.low in {"in", "on", "at"}:
            for p in s.kids(k.i, "pobj"):
                for q in s.kids(p.i, "prep"):
                    if q.low == "with":
                        withs += [j for o in s.kids(q.i, "pobj") for j in s.conjuncts(o.i)]
    head = n.i
    if n.dep == "pobj" and s[n.head].low == "of":
        head = s[n.head].head
        for k in s.kids(head, "prep"):
            if k.low in {"with", "between"}:
                withs += [j for p in s.kids(k.i, "pobj") for j in s.conjuncts(p.i)]
    owners = [k.i for k in s.kids(n.i, "poss")]
    verb = s.verb_of(n.i)
    if verb is not None:
        for k in s.kids(verb, "prep"):
            if k.low == "with" and k.i > n.i:
                withs += [j for p in s.kids(k.i, "pobj") for j in s.conjuncts(p.i)]
    people = parties(scene, scene.mentions(list(dict.fromkeys(owners + withs))))
    if not withs and all(p.anaphor is not None or p.kind == "group" for p in people):
        people = []
    strong = n.lemma in {"talk", "talks", "negotiation", "negotiations", "summit", "contact", "contacts"}
    if (
        not people
        and not (
            strong
            and verb is not None
            and n.dep in {"nsubj", "nsubjpass"}
            and s[verb].lemma
            in {
                "continue",
                "go",
                "begin",
                "resume",
                "start",
                "take",
                "last",
                "hold",
                "conclude",
                "follow",
                "end",
            }
        )
        and not (
            strong and re.search(r"\b(?:days?|hours?|weeks?|rounds?) of\W*$", s.span_text(0, max(0, n.i - 1)))
        )
    ):
        return "it does not say between whom"
    if n.lemma in {"round", "call", "conversation", "visit", "meeting"} and not people:
        return "it does not say between whom"
    if n.lemma in {"call"} and not re.search(r"\b(?:tele)?phone|video", s.text, re.I):
        return "a call for something"
    if n.lemma == "visit" and not any(p.kind == "person" or p.titles for p in people):
        return "nobody of office visits"
    return Match(rule, a, people, [], noun=n)


def _mediate(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    if a.passive:
        return (
            Match(rule, a, scene.mentions(a.agent), scene.mentions(a.patient))
            if a.agent
            else "it does not say who mediates"
        )
    s = scene.s
    if s[a.trigger].lemma == "facilitate" and not re.search(
        r"\b(?:talks|release|exchange|swap|deal|transfer|negotiat|return)\w*", a.after
    ):
        return "something else is eased"
    return (
        Match(rule, a, scene.mentions(a.agent), scene.mentions(a.patient))
        if a.agent
        else "it does not say who mediates"
    )


def _mediate_noun(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s, n = scene.s, scene.s[a.trigger]
    owners = [k.i for k in s.kids(n.i, "poss")]
    for k in s.kids(n.i, "prep"):
        if k.low in {"of", "by"} and n.lemma == "mediation":
            owners += [j for p in s.kids(k.i, "pobj") for j in s.conjuncts(p.i)]
    if n.dep == "appos":
        owners.append(n.head)
    if n.dep == "attr":
        owners += subject(s, n.head)[0]
    if n.dep == "compound":
        return "the noun only names another"
    people = [m for m in scene.mentions(owners) if m.kind in {"state", "organisation", "person"}]
    return Match(rule, a, people, [], noun=n) if people else "it does not say who mediates"


def _appoint(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    people = [m for m in scene.mentions(a.patient) if m.kind == "person"]
    return Match(rule, a, scene.mentions(a.agent), people) if people else "nobody is named"


def _commit(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s = scene.s
    if any(k.dep in {"xcomp"} for k in s.kids(a.trigger)):
        return "what is agreed is told by its own verb"
    objects = [j for p in ("on", "to") for j in a.preps.get(p, [])]
    text = re.compile(
        r"\b(?:exchange|swap|deal|agreement|release|truce|ceasefire|talks|lifting|easing|relief|roadmap|terms|election)\b",
        re.I,
    )
    found = [m for m in scene.mentions(objects) if text.search(m.text)]
    return Match(rule, a, scene.mentions(a.agent), found) if found else "it does not say to what"


def _call_for(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "called for the release of X", "appealed for", "pressed for"."""
    objects = [j for j in a.preps.get("for", [])]
    if not objects or a.passive:
        return "nothing is called for"
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(objects))


def _urge(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "urged him to free them", "asked the mission not to forget", "threatened to close"."""
    s = scene.s
    what = s.kid(a.trigger, "xcomp", "ccomp")
    if what is None or not (
        any(k.low == "to" for k in s.kids(what.i, "aux"))
        or what.tag == "VB"
        or any(k.low in {"must", "should"} for k in s.kids(what.i, "aux"))
    ):
        return "nothing is asked for"
    if s[a.trigger].lemma in {"tell", "ask"} and a.passive:
        return "somebody is told something"
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(a.patient))


def _no_without(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s = scene.s
    text = s.span_text(0, len(s) - 1)
    if not re.search(
        rf"\bno (?:more |further )?(?:\w+ )?{re.escape(s[a.trigger].low)}\b[^.]*\b(?:without|unless|until|before)\b",
        text,
        re.I,
    ):
        return "no condition is told"
    return Match(rule, a, [], [], noun=s[a.trigger])


def _assess(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s, lex = scene.s, scene.lex
    below = s.span_text(a.trigger, a.end)
    clause = s.kid(a.trigger, "ccomp")
    if a.passive:
        return "passive"
    if clause is not None:
        ours = re.search(
            r"\b(?:prisoners?|releases?|sanctions?|diploma\w+|deals?|swaps?|detain\w+|jail\w*)\b", below, re.I
        )
        return Match(rule, a, scene.mentions(a.agent), []) if ours else "it judges something else"
    judged = lex.pattern("evaluation").search(below) or re.search(
        r"\b(?:shift|turn|change|step|breakthrough|departure|thaw|milestone|progress)\b", below
    )
    if not judged or not a.patient:
        return "it judges nothing"
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(a.patient))


def _opinion(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s = scene.s
    clause = s.kid(a.trigger, "ccomp")
    if clause is None:
        return "it says no sentence"
    below = s.subtree(clause.i)
    text = s.span_text(below[0], below[-1])
    if s[clause.i].lemma not in {"be", "remain", "stay", "become", "mark", "look"} or not scene.lex.pattern(
        "opinion"
    ).search(text):
        return "it tells a fact, not a judgement"
    return Match(rule, a, scene.mentions(a.agent), [])


def _superlative(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s, n = scene.s, scene.s[a.trigger]
    lo, _ = s.np(n.i)
    start = lo
    up = n
    while up.dep in {"pobj", "prep"} and up.head != up.i and up.i - up.head < 8:
        up = s[up.head]
        start = min(start, up.i)
    text = s.span_text(max(0, start - 3), n.i)
    if not scene.lex.pattern("superlative").search(text) or not re.search(
        r"\b(?:largest|biggest|greatest|broadest|widest|highest|first|most)\b", text, re.I
    ):
        return "nothing is ranked"
    return Match(rule, a, [], [], noun=n)


def _evaluation(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s, n = scene.s, scene.s[a.trigger]
    lo, _ = s.np(n.i)
    text = s.span_text(lo, n.i)
    apposed = (
        n.dep in {"appos", "npadvmod", "attr", "oprd", "conj"}
        or (lo > 0 and s[lo - 1].tag == ",")
        or (n.dep == "pobj" and s[n.head].low == "as")
    )
    if not apposed or not scene.lex.pattern("evaluation").search(text):
        return "it judges nothing"
    return Match(rule, a, [], [], noun=n)


def _aim(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s, n = scene.s, scene.s[a.trigger]
    verb = s[n.head] if n.dep in {"nsubj"} else None
    if verb is None or verb.lemma != "be" or not s.kids(verb.i, "xcomp", "ccomp", "attr", "acomp"):
        return "no aim is told"
    return Match(rule, a, [], [], noun=n)


TALK_SHAPES = {
    "talk": _talk, "talk_noun": _talk_noun, "mediate": _mediate, "mediate_noun": _mediate_noun, "appoint": _appoint,
    "commit": _commit, "call_for": _call_for, "urge": _urge, "no_without": _no_without, "assess": _assess,
    "opinion": _opinion, "superlative": _superlative, "evaluation": _evaluation, "aim": _aim,
}  # fmt: skip
"""Shape → the function that finds who speaks and of what, or says why the rule does not fit."""
