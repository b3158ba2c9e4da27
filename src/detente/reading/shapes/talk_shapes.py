"""Shapes of talks: who talks with whom, who travels to talk, who stands between the sides."""

from __future__ import annotations

import re

from detente.reading.clauses.arguments import Arguments, is_passive, subject
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.nouns.groups import ANYBODY
from detente.reading.nouns.mentions import Mention
from detente.reading.parsing.words import Word
from detente.reading.shapes.go_betweens import credited
from detente.reading.shapes.mandate_shapes import MANDATE_SHAPES
from detente.reading.shapes.parties import as_place, kin, official, parties, partners, side
from detente.reading.shapes.speech_shapes import SPEECH_SHAPES

_WITH = ("with", "between", "among")
_ALONE = frozenset({"he", "she", "they"})
_STRONG = frozenset({"talk", "talks", "negotiation", "negotiations", "summit", "contact", "contacts"})
_GOES_ON = frozenset({
    "continue", "go", "begin", "resume", "start", "take", "last", "hold", "conclude", "follow", "end",
})  # fmt: skip
_BROUGHT_ABOUT = frozenset({"after", "following", "during"})
_HOW = re.compile(
    r"\b(?:by (?:tele)?phone|on (?:the )?(?:tele)?phone|by video|face to face"
    r"|(?:for|about|some|nearly|over|almost) (?:more than |over |about )?\w+ (?:hours?|days?))\b",
    re.I,
)  # fmt: skip


def behind(scene: Scene, i: int, *preps: str) -> list[int]:
    """Heads of what hangs on a word by one of these prepositions, with their conjuncts."""
    s = scene.s
    return [
        j for k in s.kids(i, "prep") if k.low in preps for p in s.kids(k.i, "pobj") for j in s.conjuncts(p.i)
    ]


def _talk(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the two presidents spoke by telephone", "Kellner and the emir had talked for six hours"."""
    s = scene.s
    agents = scene.mentions(a.agent if not a.passive else a.patient)
    met = partners(scene, scene.mentions([j for p in _WITH for j in a.preps.get(p, [])]))
    lemma = s[a.trigger].lemma
    above = s[s[a.trigger].head]
    if s[a.trigger].dep in {"advcl", "xcomp"} and any(
        r.type == "TALKS" for r in scene.lex.by_verb.get(above.lemma, ())
    ):
        return "the verb above it tells it"
    if lemma in {"speak", "talk"} or (lemma == "communicate" and _HOW.search(a.after)):
        met += [m for m in parties(scene, scene.mentions(a.preps.get("to", []))) if _of_office(scene, m)]
    if lemma == "negotiate" and len(agents) == 1 and s[agents[0].head].lemma == "team":
        agents = scene.mentions(s.objects(agents[0].head, {"of"})) or agents  # "a team of officials"
    of_office = len(agents) > 1 or any(side(scene, m) for m in agents)
    if lemma in {"discuss", "negotiate"} and of_office and not a.passive:
        return Match(rule, a, [*parties(scene, agents), *met], [])
    if met and all(m.kind == "group" and m.quantity is None and m.anaphor is not None for m in met):
        return "those met hold no office"
    several = len(agents) > 1 or any(m.plural for m in agents)
    if not met and not (lemma != "discuss" and several and _HOW.search(a.after)):
        return "it does not say with whom"
    return Match(rule, a, [*parties(scene, agents), *met], [])


def _of_office(scene: Scene, m: Mention) -> bool:
    press = scene.s[m.head].lemma in scene.lex["nouns.outlet"]
    return not press and m.kind != "organisation" and official(scene, m, below=False)


def _views(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the ministers exchanged views on grain": talk by two sides, told by what they share."""
    agents = parties(scene, scene.mentions(a.patient if a.passive else a.agent))
    met = partners(scene, scene.mentions(a.preps.get("with", [])))
    if not met and len(agents) < 2 and not any(side(scene, m) for m in agents):
        return "it does not say with whom"
    return Match(rule, a, [*agents, *met], [])


def _spend(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "spent two days in Muscat discussing prisoners", "spent the week in talks with the junta"."""
    agents = parties(scene, scene.mentions(a.agent))
    met = partners(scene, scene.mentions(a.preps.get("with", [])))
    if a.passive or not any(official(scene, m) or m.kind == "person" or side(scene, m) for m in agents):
        return "nobody of office spends it"
    return Match(rule, a, [*agents, *met], [])


def _pay_visit(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the envoy ended a three-day visit to Luanda": somebody of office, or a side, visits."""
    agents = parties(scene, scene.mentions(a.agent))
    if a.passive or not any(m.titles or official(scene, m) or m.kind == "state" for m in agents):
        return "nobody of office visits"
    met = partners(scene, scene.mentions(a.preps.get("with", [])))
    return Match(rule, a, [*agents, *met], scene.mentions(a.patient))


def _journey(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the minister flew to Muscat for a day of meetings": talks told as the aim of a journey."""
    s, n = scene.s, scene.s[a.trigger]
    top = measure_of(scene, n)
    if top.dep != "pobj" or s[top.head].low not in {"for", "on"}:
        return "no journey has it for its aim"
    verb = s.verb_of(top.i)
    if verb is None or rule.require is None or not rule.require.fullmatch(s[verb].text):
        return "nobody travels for it"
    if is_passive(s, verb):
        return "somebody is taken there"
    agents = parties(scene, scene.mentions(scene.arguments(verb).agent))
    travels = [m for m in agents if not kin(scene, m) and _may_travel(scene, m, n)]
    if not travels:
        return "nobody of office travels"
    met = partners(scene, scene.mentions([*behind(scene, n.i, *_WITH), *behind(scene, top.i, *_WITH)]))
    return Match(rule, a, [*travels, *met], [], noun=n)


def _may_travel(scene: Scene, m: Mention, n: Word) -> bool:
    """Persons and officials travel to any meeting; a body ("the delegation", "the team") to talks alone."""
    if m.kind == "organisation":
        return n.lemma in _STRONG
    return m.kind == "person" or official(scene, m) or side(scene, m)


def measure_of(scene: Scene, n: Word) -> Word:
    """The head of a measure around the noun: "a day of meetings", "two rounds of talks"."""
    s = scene.s
    return s[s[n.head].head] if n.dep == "pobj" and s[n.head].low == "of" else n


def _talk_noun(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "two days of talks in Doha with X", "a phone call between X and Y", "negotiations with Z"."""
    s, n = scene.s, scene.s[a.trigger]
    if n.dep == "attr" and _there_are_none(scene, n):
        return Match(rule, a, _seated(scene, [], _partners_of_noun(scene, n)), [], noun=n)
    if n.dep in {"compound", "appos", "attr"} or (n.tag == "NN" and n.lemma == "talk" and n.low == "talk"):
        return "the noun only names another"
    if n.tag == "NN" and n.dep == "pobj" and n.lemma == "consultation" and s[n.i - 1].low == "in":
        return "it tells how something else is done"
    withs = _partners_of_noun(scene, n)
    owners = [k.i for k in s.kids(n.i, "poss")]
    people = _seated(scene, owners, withs)
    people += _came_out(scene, n) or _own_aim(scene, n) if len(people) < 2 and not owners else []
    if not withs and all(p.anaphor is not None or p.kind == "group" for p in people):
        people = []
    if not people and not _stands_alone(scene, n):
        return "it does not say between whom"
    if n.lemma == "call" and len(people) < 2 and not re.search(r"\b(?:tele)?phone|video", s.text, re.I):
        return "a call for something"
    if n.lemma in {"contact", "contacts"} and people and all(p.anaphor in _ALONE for p in people):
        return "somebody is heard from, or not"
    if n.lemma == "visit" and not any(p.kind == "person" or p.titles for p in people):
        return "nobody of office visits"
    return Match(rule, a, people, [], noun=n)


def _there_are_none(scene: Scene, n: Word) -> bool:
    """ "There are no talks on an exchange", "there never were any": denied, whoever would sit there."""
    s = scene.s
    none = any(k.low == "no" for k in s.kids(n.i, "det")) or s.kid(n.head, "neg") is not None
    return none and n.lemma in _STRONG and s.kid(n.head, "expl") is not None


def _came_out(scene: Scene, n: Word) -> list[Mention]:
    """ "made public by the bishop after a night of bargaining with X": the envoy who acts comes from them."""
    s, top = scene.s, measure_of(scene, n)
    verb = s.verb_of(top.i) if top.dep == "pobj" and s[top.head].low in {"after", "following"} else None
    if verb is None:
        return []
    args = scene.arguments(verb)
    heads = args.agent if args.passive else subject(s, verb)[0]
    return _sent(scene, parties(scene, scene.mentions(heads)))


def _own_aim(scene: Scene, n: Word) -> list[Mention]:
    """ "X prepares the ground for talks with Y", "X wants talks with Y": who aims at them sits there, too."""
    s, top = scene.s, measure_of(scene, n)
    above = s[s[top.head].head] if top.dep == "pobj" and s[top.head].low == "for" else None
    if above is not None and above.lemma in scene.lex["nouns.groundwork"] and above.dep == "dobj":
        verb = s[above.head]
    else:
        verb = above if above is not None else s[top.head] if top.dep == "dobj" else n
    if verb.lemma not in scene.lex["verbs.own_aim"] or not behind(scene, n.i, "with"):
        return []
    agents = parties(scene, scene.mentions(subject(s, verb.i)[0]))
    return [m for m in agents if m.kind == "state" or official(scene, m) or side(scene, m)]


def _seated(scene: Scene, owners: list[int], withs: list[int]) -> list[Mention]:
    heads = list(dict.fromkeys([*owners, *withs]))
    at_table = partners(scene, scene.mentions(withs))
    return [m for m in scene.mentions(heads) if m in at_table or m in parties(scene, [m])]


def _partners_of_noun(scene: Scene, n: Word) -> list[int]:
    s = scene.s
    of = ("of",) if n.lemma in {"visit", "meeting"} else ()
    by = ("by",) if n.lemma == "visit" else ()
    heads = behind(scene, n.i, *_WITH, *of, *by)
    for place in behind(scene, n.i, "in", "on", "at"):
        heads += behind(scene, place, "with", "between")
    heads += [j for i in list(heads) for j in _led_by(scene, i)]
    top = measure_of(scene, n)
    if top.i != n.i:
        heads += behind(scene, top.i, "with", "between")
    verb = s.verb_of(n.i)
    if verb is not None:
        heads += [
            j
            for k in s.kids(verb, "prep")
            if k.low in {"with", "between"} and k.i > n.i
            for p in s.kids(k.i, "pobj")
            for j in s.conjuncts(p.i)
        ]
    return heads


def _led_by(scene: Scene, i: int) -> list[int]:
    """ "a delegation led by Ida Marr and Omani officials": the head, and the side joined to her."""
    s = scene.s
    led = [k for k in s.kids(i, "acl") if k.lemma in {"lead", "head", "chair"}]
    return [
        j
        for k in led
        for b in s.kids(k.i, "agent", "prep")
        for o in s.kids(b.i, "pobj")
        for j in s.conjuncts(o.i)
    ]


def _stands_alone(scene: Scene, n: Word) -> bool:
    """Talks that go on, or of a length, are told without their sides: "the talks resumed"."""
    s = scene.s
    verb = s.verb_of(n.i)
    if worked_out(scene, n, verb):
        return True
    if n.lemma not in _STRONG:
        return False
    goes_on = verb is not None and n.dep in {"nsubj", "nsubjpass"} and s[verb].lemma in _GOES_ON
    before = s.span_text(0, max(0, n.i - 1))
    lasting = any(s[i].lemma in scene.lex["nouns.span"] for i in s.objects(n.i, {"of"}))
    if n.dep == "pobj" and s[n.head].low in _BROUGHT_ABOUT and lasting:
        return True  # "after negotiations of five months"
    if n.dep == "pobj" and s[n.head].low in _BROUGHT_ABOUT and _set_apart(scene, n):
        return True
    return goes_on or re.search(r"\b(?:days?|hours?|weeks?|rounds?) of\W*$", before) is not None


def worked_out(scene: Scene, n: Word, verb: int | None) -> bool:
    """ "An accord was hammered out in six sessions in Oslo": talks, whoever sat there."""
    s = scene.s
    if verb is None or s[verb].lemma not in scene.lex["verbs.working_out"]:
        return False
    during = n.dep == "pobj" and s[measure_of(scene, n).head].low in {"over", "in", "at", "during", "after"}
    args = scene.arguments(verb)
    return during and any(s[i].lemma in scene.lex["nouns.agreement"] for i in args.patient)


def _set_apart(scene: Scene, n: Word) -> bool:
    """ "after talks in Doha", "following negotiations brokered by Oman": where, or by whose good offices."""
    s = scene.s
    held = any(k.lemma in {"broker", "mediate", "host", "chair", "hold"} for k in s.kids(n.i, "acl"))
    where = [as_place(scene, m) for m in scene.mentions(behind(scene, n.i, "in"))]
    return held or any(where) or any(k.low == "under" for k in s.kids(n.i, "prep"))


def _called_off(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "called off the Muscat round", "suspended negotiations with the rebels"."""
    s = scene.s
    if s[a.trigger].lemma in {"call", "break"} and not any(k.low == "off" for k in s.kids(a.trigger)):
        return "nothing is called off"
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(a.patient))


def _sit(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "sat for eleven hours opposite the generals", "sat down with the emir"."""
    s = scene.s
    agents = parties(scene, scene.mentions(a.agent))
    across = [
        o.i
        for i in s.subtree(a.trigger)
        if s[i].low in {"opposite", "with"} and s[i].dep == "prep"
        for o in s.kids(i, "pobj")
    ]
    met = partners(scene, scene.mentions(across))
    sits = [m for m in agents if official(scene, m) or side(scene, m) or m.kind != "group"]
    nobody = any(s[i].low in ANYBODY for i in across)  # "denies having sat down with anyone"
    if not sits or not (met or nobody):
        return "it does not say who sits with whom"
    return Match(rule, a, [*agents, *met], [])


def _round(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "The last was held in Dorn": a round of talks told before."""
    s = scene.s
    heads = a.patient if a.passive else a.agent
    ordinal = [i for i in heads if s[i].low in {"last", "first", "second", "third", "latest", "next", "one"}]
    if not ordinal or not scene.heard.talks_lately:
        return "no round of talks was told"
    return Match(rule, a, [], [], noun=s[a.trigger])


def _stay(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the envoy, who spent a week in Dorn": a visit of somebody of office."""
    s = scene.s
    agents = parties(scene, scene.mentions(a.agent))
    if s.kid(a.trigger, "advcl", "xcomp") is not None:
        return "what is done there is told"
    sent = _sent(scene, agents)
    return Match(rule, a, sent, []) if sent and not a.passive else "nobody who is sent to talk stays there"


def _sent(scene: Scene, ms: list[Mention]) -> list[Mention]:
    """Those who are called an envoy: somebody sent to talk."""
    s, office = scene.s, scene.lex["nouns.envoy"]
    return [
        m for m in ms
        if s[m.head].lemma in office
        or (s[m.head].dep == "appos" and s[s[m.head].head].lemma in office)
        or (m.lo > 1 and s[m.lo - 1].tag == "," and s[m.lo - 2].lemma in office)
        or (m.titles and m.titles[-1].lower() in office)
    ]  # fmt: skip


def _go_between(scene: Scene, a: Arguments) -> list[int]:
    """The subject, also of "is mediating", which the small model may hang on *be* as an attribute."""
    s = scene.s
    w = s[a.trigger]
    if not a.agent and w.dep in {"attr", "acomp"} and s[w.head].lemma == "be":
        return subject(s, w.head)[0]
    return credited(scene, w) or a.agent


def _mediate(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    agents = _go_between(scene, a)
    if not agents:
        return "it does not say who mediates"
    return Match(rule, a, scene.mentions(agents), scene.mentions(a.patient))


def _mediate_noun(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    s, n = scene.s, scene.s[a.trigger]
    if n.dep == "compound":
        return "the noun only names another"
    owners = [k.i for k in s.kids(n.i, "poss") if k.tag != "PRP$"]  # "thanked X for its mediation"
    if n.lemma == "mediation":
        owners += behind(scene, n.i, "of", "by")
    if n.dep == "appos":
        owners.append(n.head)
    if n.dep == "attr":
        owners += [i for i in subject(s, n.head)[0] if s[i].low != "it"]
        owners += [k.i for k in s.kids(n.i, "appos")]  # "It is the mediator, Ann Ost, who …"
    people = [m for m in scene.mentions(owners) if m.kind in {"state", "organisation", "person"}]
    return Match(rule, a, people, [], noun=n) if people else "it does not say who mediates"


def _raised(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "raised the case of the nuns with the minister": with somebody of office, or another side."""
    agents = parties(scene, scene.mentions(a.agent))
    behind_it = [j for i in a.patient for j in behind(scene, i, "with")]
    met = partners(scene, scene.mentions([*a.preps.get("with", []), *behind_it]))
    met = [m for m in met if side(scene, m) or official(scene, m, below=False)]
    if a.passive or not agents or not met:
        return "it is raised with nobody of office"
    return Match(rule, a, [*agents, *met], [])


def _sees(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the envoys saw both sides again": those of office on either side."""
    agents = [m for m in parties(scene, scene.mentions(a.agent)) if official(scene, m) or side(scene, m)]
    met = [m for m in parties(scene, scene.mentions(a.patient)) if official(scene, m) or side(scene, m)]
    if a.passive or not agents or not met:
        return "nobody of office sees another"
    return Match(rule, a, [*agents, *met], [])


def _part(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "took no part in the negotiations": who sat, or did not sit, at the table."""
    agents = parties(scene, scene.mentions(a.agent))
    return Match(rule, a, agents, []) if agents and not a.passive else "it does not say who"


def _brings_together(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "drew the two sides together": sides, and no families or players."""
    sides = [m for m in scene.mentions(a.patient) if side(scene, m) or official(scene, m)]
    agents = scene.mentions(a.agent)
    if not sides or not agents:
        return "no sides are brought together"
    return Match(rule, a, agents, sides)


TALK_SHAPES = {
    "talk": _talk, "pay_visit": _pay_visit, "talk_noun": _talk_noun, "views": _views, "spend": _spend,
    "journey": _journey, "sit": _sit, "round": _round, "stay": _stay, "mediate": _mediate,
    "mediate_noun": _mediate_noun, "called_off": _called_off,
    "raised": _raised, "part": _part, "sees": _sees, "brings_together": _brings_together,
    **MANDATE_SHAPES, **SPEECH_SHAPES,
}  # fmt: skip
"""Shape → the function that finds who talks, speaks or stands for whom, or says why the rule does not fit."""
