"""Shapes of ways of speaking: gates that swing open, who lands in a cell, years knocked off a term."""

from __future__ import annotations

import re

from detente.reading.clauses.arguments import Arguments, subject
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Sentence
from detente.reading.shapes.parties import official, parties, partners, side

_TO_LET_OUT = frozenset({"for", "to", "on"})
_LET_OFF = frozenset({
    "reprieve", "exemption", "carve-out", "respite", "dispensation", "let-off", "holiday", "pass", "waiver",
})  # fmt: skip
_OFF = frozenset({"off", "from", "to", "onto"})
_ACROSS = ("to", "with", "between")


def _gates_open(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "Cell doors swung open for 43 inmates": the gates of a prison, and for whom."""
    s = scene.s
    gates = a.patient if a.passive else a.agent
    below = [s[j] for i in gates for j in s.subtree(i)]
    if not any(s[i].lemma in scene.lex["nouns.gate"] for i in gates):
        return "no gate opens"
    people = [m for m in scene.mentions(a.preps.get("for", [])) if scene.human(m)]
    around = [*below, *(s[j] for m in people for j in s.subtree(m.head))]
    if not any(w.lemma in scene.lex["nouns.facility nouns.held"] for w in around):
        return "no prison is spoken of"
    a.used |= set(gates)
    return Match(rule, a, [], people) if people else "it does not say for whom"


def _told_to_go(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "told them they could go", "was told she was free": those told, by those who held them."""
    s = scene.s
    told = a.patient if a.passive else [k.i for k in s.kids(a.trigger, "dobj", "dative")]
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(told))


def _free_to(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "are free to go": who may leave, and not "are free to go on strike"."""
    s, w = scene.s, scene.s[a.trigger]
    free = s[w.head]
    if w.dep != "xcomp" or free.low != "free" or s[free.head].lemma not in {"be", "walk", "remain"}:
        return "nobody is told to be free to go"
    a.used.add(free.i)
    return Match(rule, a, [], scene.mentions(subject(s, free.head)[0]))


def _takes_charge(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "took custody of the 23 hostages": those who were held by others, and no suspects."""
    s = scene.s
    heads = [j for i in a.patient for j in s.objects(i, {"of"})] + a.preps.get("of", [])
    people = [m for m in scene.mentions(list(dict.fromkeys(heads))) if scene.human(m)]
    if any(s[m.head].lemma in scene.lex["nouns.wanted"] for m in people):
        return "who is wanted is taken into custody"
    return Match(rule, a, scene.mentions(a.agent), people)


def _left_it(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "outside the prison, which he had left an hour before": the prison stands before its clause."""
    s, w = scene.s, scene.s[a.trigger]
    if w.dep != "relcl" or s[w.head].lemma not in scene.lex["nouns.prison"] or a.passive:
        return "no prison is left"
    if w.tag in {"VBP", "VBZ"}:
        return "which cells are meant is told, and no day on which they are left"
    a.used.add(w.head)
    return Match(rule, a, [], scene.mentions(subject(s, w.i)[0]))


def _lands(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "found themselves behind bars", "a joke landed him in jail": who lands there, by no hand named."""
    s, w = scene.s, scene.s[a.trigger]
    objects = [m for m in scene.mentions([k.i for k in s.kids(w.i, "dobj")]) if scene.human(m)]
    mirrored = any(k.low.endswith(("self", "selves")) for k in s.kids(w.i, "dobj", "nsubj", "npadvmod"))
    below = [k for c in s.kids(w.i, "ccomp") for k in s.kids(c.i, "nsubj")]
    mirrored = mirrored or any(k.low.endswith(("self", "selves")) for k in below)
    if w.lemma == "find" and not mirrored:
        return "they are found by others"
    heads = a.patient if a.passive else a.agent
    return Match(rule, a, [], objects if objects and not mirrored else scene.mentions(heads))


def _off_term(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "shaved two years off his sentence", "had a year added to her term": whose term it is."""
    s = scene.s
    if not any(q.kind == "duration" for q in scene.ms.numbers):
        return "no length of time is told"
    heads = [j for p in _OFF for j in a.preps.get(p, [])]
    terms = [i for i in heads if s[i].lemma in {"sentence", "term"}]
    if not terms:
        return "it is taken off no term"
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(terms))


def no_longer(s: Sentence, v: int) -> bool:
    """ "is no longer on the list", "no longer figures there"."""
    return "no longer" in s.span_text(max(0, v - 2), min(len(s) - 1, v + 2)).lower()


def _comes_off(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "came off the list"; "is no longer on it": who stood there."""
    s = scene.s
    on = a.after.lstrip(" ,").lower().startswith(("on ", "no longer on", "now on"))
    if on and not no_longer(s, a.trigger):
        return "it stands on the list"
    heads = subject(s, a.trigger)[0] or [k.i for k in s.kids(a.trigger, "attr")]
    return Match(rule, a, [], scene.mentions(heads))


def _gone_are(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "Gone from the list are three bankers": who stands behind the verb."""
    s, v = scene.s, a.trigger
    front = s.span_text(0, v)
    told = re.search(r"\b(?:sanction\w*|black ?list\w*|asset|travel[- ]ban)", front, re.I) or scene.heard.any
    if rule.require is None or not rule.require.fullmatch(front) or not told:
        return "nobody is told to be off a list"
    heads = [k.i for i in (v, s[v].head) for k in s.kids(i, "nsubj", "nsubjpass", "attr", "dobj") if k.i > v]
    found = scene.mentions([j for i in dict.fromkeys(heads) for j in s.conjuncts(i)])
    return Match(rule, a, [], found) if found else "it does not say who is gone"


def _reprieve(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "handed the firm a reprieve from sanctions", "the firm won an exemption": who is let off."""
    s = scene.s
    if s[a.trigger].lemma in {"win", "get", "secure", "receive", "obtain", "earn"} and not a.passive:
        return Match(rule, a, scene.mentions(a.preps.get("from", [])), scene.mentions(a.agent))
    dative = [
        k.i
        for k in s.kids(a.trigger, "dative", "dobj")
        if k.tag not in {"IN", "TO"} and k.lemma not in _LET_OFF
    ]
    to = [j for p in ("to", "for") for j in a.preps.get(p, [])]
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(dative or (a.patient if a.passive else to)))


def _with_measures(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "responded with an embargo": what it was done with; who "was hit with" it is its target."""
    if a.passive:
        return "it befalls its subject"
    found = [m for m in scene.mentions(a.preps.get("with", [])) if scene.is_sanction(m)]
    return Match(rule, a, scene.mentions(a.agent), found) if found else "it is answered with no measure"


def _approves_measures(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "approved new sanctions", "signed off on a round of travel bans": put on by being approved."""
    s = scene.s
    heads = [*a.patient, *a.preps.get("on", [])]
    heads += [j for i in heads for j in s.objects(i, {"of"})]
    found = [m for m in scene.mentions(heads) if scene.is_sanction(m, sure=s[m.head].lemma != "ban")]
    return Match(rule, a, scene.mentions(a.agent), found) if found else "no measure is approved"


def _green_light(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "gave the all-clear for imports": by whom; what is allowed stands behind it."""
    agents = [m for m in scene.mentions(a.agent) if m.kind in {"state", "organisation"} or official(scene, m)]
    s = scene.s
    for_what = [j for i in a.patient for j in s.objects(i, {"for", "to"})] + a.preps.get("for", [])
    if not agents or not for_what:
        return "no authority allows a trade"
    return Match(rule, a, agents, scene.mentions(for_what))


def _a_side(scene: Scene, m: Mention) -> bool:
    """A state, somebody of office, or rebels: who talks with the other side."""
    armed = scene.s[m.head].lemma in scene.lex["nouns.rebel nouns.captor"]
    office = m.kind == "organisation" and scene.s[m.head].lemma in scene.lex["nouns.official"]
    return m.kind == "state" or armed or office or side(scene, m) or official(scene, m)


def _channel(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "opened a channel to the rebels": who speaks, and to whom."""
    s = scene.s
    agents = [m for m in parties(scene, scene.mentions(a.agent)) if _a_side(scene, m)]
    lines = [i for i in s.subtree(a.trigger) if s[i].lemma in {"channel", "line", "contact"}]
    behind = [j for p in _ACROSS for j in a.preps.get(p, [])]
    behind += [j for i in lines for j in s.objects(i, set(_ACROSS))]
    met = [m for m in partners(scene, scene.mentions(list(dict.fromkeys(behind)))) if _a_side(scene, m)]
    both = len(agents) > 1 or any(m.plural for m in agents)
    if a.passive or not agents or not (met or (both and rule.id == "talks.in_touch" and not behind)):
        return "no side speaks to another"
    return Match(rule, a, [*agents, *met], [])


def _shuttles(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "a diplomat shuttled between Kabul and Ottawa": somebody of office, or sent by a state."""
    agents = [
        m for m in parties(scene, scene.mentions(a.agent))
        if m.kind == "person" or official(scene, m) or side(scene, m)
    ]  # fmt: skip
    return Match(rule, a, agents, []) if agents and not a.passive else "nobody of office shuttles"


IDIOM_SHAPES = {
    "gates_open": _gates_open, "told_to_go": _told_to_go, "free_to": _free_to, "takes_charge": _takes_charge,
    "left_it": _left_it, "lands": _lands,
    "off_term": _off_term, "comes_off": _comes_off, "green_light": _green_light,
    "gone_are": _gone_are, "reprieve": _reprieve, "with_measures": _with_measures,
    "approves_measures": _approves_measures, "channel": _channel, "shuttles": _shuttles,
}  # fmt: skip
"""Shape → the function that finds who acts and whom it befalls, or says why the rule does not fit."""
