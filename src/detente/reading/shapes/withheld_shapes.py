"""Shapes of what one state withholds from another: aid, trade preferences, its market, its payment system."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.clauses.arguments import Arguments
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Sentence
from detente.reading.shapes.measure_shapes import acts
from detente.reading.shapes.sanction_shapes import named, pattern

_PLACES = frozenset({"state", "demonym", "people", "capital"})
_OURS = frozenset({"we", "i"})
_NOBODY = "no state or union acts"


def _abroad(scene: Scene, agents: list[Mention]) -> bool:
    """Is another state named than the one that acts?"""
    own = {n for x in agents for n in (x.name, x.state) if n}
    return any(h.kind in _PLACES and (h.actor or h.name) not in own for h in scene.ms.hits)


def _somebody_acts(scene: Scene, a: Arguments, agents: list[Mention]) -> bool:
    """A power, its leader by name or in the first person, or an order of theirs."""
    s = scene.s
    led = any(s[i].low in _OURS or named(s[i], "instrument") for i in a.agent)
    return led or any(x.kind == "person" for x in agents) or acts(scene, a, agents)


def _raises(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "doubled tariffs on Turkish steel": a state or its leader does."""
    agents = scene.mentions(a.agent)
    return Match(rule, a, agents, scene.mentions(a.patient)) if _somebody_acts(scene, a, agents) else _NOBODY


def _undoes_relief(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "revoked the waiver for the port": a relief from measures that are spoken of."""
    agents = scene.mentions(a.agent)
    told = scene.heard.any and bool(agents)
    suspended = _suspended(scene, a.patient)
    if not told and not suspended and pattern("relief_of").search(scene.s.text) is None:
        return "no measure is spoken of"
    others = [i for i in a.patient if scene.s[i].lemma != "suspension" or not scene.s.objects(i, {"of"})]
    return Match(rule, a, agents, suspended or scene.mentions(others))


def _suspension_ends(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "The suspension of the embargo ended", "the suspension lapsed" where a measure was told of."""
    s, w = scene.s, scene.s[a.trigger]
    above = s[s[w.head].head].head if w.dep == "acl" else w.i  # the model hangs the verb on the measure
    own = [i for i in (*a.agent, *a.patient, above) if s[i].lemma == "suspension"]
    bare = [i for i in own if not s.objects(i, {"of"}) and scene.heard.any and s[s.np(i)[0]].low == "the"]
    found = _suspended(scene, own) or scene.mentions(bare)
    return Match(rule, a, [], found) if found else "no suspension of a measure ends"


def _suspended(scene: Scene, heads: Sequence[int]) -> list[Mention]:
    """ "ended the suspension of the freeze": the measure itself, which holds again."""
    of = [j for i in heads if scene.s[i].lemma == "suspension" for j in scene.s.objects(i, {"of"})]
    return [p for p in scene.mentions(of) if scene.is_sanction(p)]


def _relief_noun(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the cancellation of the licence that let the firm trade": the relief is taken back."""
    s, n = scene.s, scene.s[a.trigger]
    behind = scene.mentions(s.objects(n.i, {"of"}))
    reliefs = [x for x in behind if named(s[x.head], "relief") and s[x.head].low != "relief"]
    if not reliefs or (not scene.heard.any and pattern("relief_of").search(s.text) is None):
        return "no relief is taken back"
    if n.dep == "pobj" and s[n.head].low in {"on", "about", "against", "despite"}:
        return "it is only spoken about"
    by = s.objects(n.i, {"by"})
    return Match(rule, a, scene.mentions([k.i for k in s.kids(n.i, "poss")] + by), reliefs, noun=n)


def _visas(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "revoked the visas of six officials": of many, or of those who rule, by a state."""
    agents = scene.mentions(a.agent)
    if not acts(scene, a, agents):
        return _NOBODY
    many = bool(agents) and any(scene.s[i].tag == "NNS" for i in a.patient)
    if not many and pattern("of_office").search(scene.s.text) is None:
        return "nobody of office loses a visa"
    return Match(rule, a, agents, scene.mentions(a.patient))


def _targets(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "imposed sanctions on him and targeted thirty officials": with measures, and not with arms."""
    agents = scene.mentions(a.agent)
    told = agents and not a.passive and scene.s[a.trigger].dep not in {"acl", "amod"}
    if not told or pattern("of_sanctions").search(scene.s.text) is None or not acts(scene, a, agents):
        return "no measure is told to hit anybody"
    if any(named(scene.s[x.head], "programme") for x in agents):
        return "it tells whom a programme is for"
    return Match(rule, a, agents, scene.mentions(a.patient))


def _aid_cut(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "suspended aid to Mali after the coup": for what was done there, and not to save money."""
    agents = scene.mentions(a.agent)
    if not _somebody_acts(scene, a, agents) and not _lends(scene, agents):
        return _NOBODY
    if _is_one_of_a_list(scene.s, a.trigger):
        return "it is told what is to be done"
    if any(scene.s[i].lemma in scene.lex["nouns.holding_back"] for i in a.patient):
        return "it ends what held it back"  # "suspended the freeze on aid"
    why = _for_conduct(scene, agents)
    return why if why is not None else Match(rule, a, agents, scene.mentions(a.patient))


def _is_one_of_a_list(s: Sentence, v: int) -> bool:
    """ "Five steps: stop the raids; open the roads; and end support for the rebels": of a list of duties."""
    behind = any(w.text in {":", ";"} for w in s.words[:v])
    return s[v].tag == "VB" and behind and s.kid(v, "nsubj", "aux") is None


def _lends(scene: Scene, agents: list[Mention]) -> bool:
    """ "the World Bank": who lends to states."""
    return any(x.kind == "organisation" and pattern("lender").search(x.name) for x in agents)


def _for_conduct(scene: Scene, agents: list[Mention]) -> str | None:
    """Why holding back aid is no measure against a state here; None where it is."""
    text = scene.s.text
    told = scene.heard.any
    if pattern("to_save").search(text) or (not told and pattern("foreign_aid").search(text) is None):
        return "it is no aid to another state"
    if not told and not _abroad(scene, agents) and not pattern("ruled").search(text):
        return "no other state is spoken of"
    if not told and pattern("conduct").search(text) is None:
        return "it does not say for what"
    return None


def _aid_noun(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the suspension of all direct aid", "a freeze on military assistance"."""
    s, n = scene.s, scene.s[a.trigger]
    behind = s.objects(n.i, {"of", "on", "in"})
    held = [x for x in scene.mentions(behind) if pattern("aid").search(scene.text(x))]
    if not held or (n.dep == "pobj" and s[n.head].low in {"on", "about", "for", "despite"}):
        return "no aid is held back"
    by = s.objects(n.i, {"by"})
    verb = s.verb_of(n.i)
    if not by and verb is not None and n.dep == "dobj" and named(s[verb], "brings"):
        by = scene.arguments(verb).agent
    agents = scene.mentions([k.i for k in s.kids(n.i, "poss")] + by)
    if n.lemma == "withdrawal" and not agents and pattern("foreign_aid").search(s.text) is None:
        return "money is taken out"
    why = _for_conduct(scene, agents)
    return why if why is not None else Match(rule, a, agents, held, noun=n)


def _aid_back(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "direct support will resume": what had been held back."""
    if a.passive:
        return "passive where the aid itself is told to come back"
    back = [x for x in scene.mentions(a.agent) if pattern("aid").search(x.text)]
    abroad = scene.heard.any or _abroad(scene, back) or pattern("ruled").search(scene.s.text) is not None
    if not back or not abroad or (not scene.heard.any and not pattern("held_back").search(scene.s.text)):
        return "no aid was held back"
    return Match(rule, a, [], back)


def _preferences(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "revoked Cambodia's trade preferences"; in "Mali lost duty-free access" Mali is the target."""
    agents = scene.mentions(a.agent)
    if named(scene.s[a.trigger], "loses"):
        return Match(rule, a, [], [*scene.mentions(a.patient), *agents]) if agents else "nobody loses it"
    if not _somebody_acts(scene, a, agents):
        return _NOBODY
    return Match(rule, a, agents, scene.mentions(a.patient))


def _out_of_scheme(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "was cut off from the duty-free regime": by whom need not be said."""
    agents = scene.mentions(a.agent)
    return Match(rule, a, agents, scene.mentions(a.patient)) if acts(scene, a, agents) else _NOBODY


def _access(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "suspended the banks' access to the payment system": of somebody abroad, or under measures."""
    agents = scene.mentions(a.agent)
    told = scene.heard.any or pattern("of_sanctions").search(scene.s.text) is not None
    if not told and not (agents and acts(scene, a, agents) and _abroad(scene, agents)):
        return "no state shuts another out"
    return Match(rule, a, agents, scene.mentions(a.patient))


def _bars_dealing(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "barred its firms from trading with the refinery": with somebody abroad."""
    agents = scene.mentions(a.agent)
    told = scene.heard.any or pattern("of_sanctions").search(scene.s.text) is not None
    if not acts(scene, a, agents) or (not agents and not told):
        return _NOBODY
    if not told and not _abroad(scene, agents):
        return "it is a rule of its own house"
    return Match(rule, a, agents, scene.mentions(a.patient))


def _bans_goods(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "banned Chadian cotton": goods or a branch of another state."""
    agents, s = scene.mentions(a.agent), scene.s
    if not acts(scene, a, agents) or not agents:
        return _NOBODY
    goods = [x for x in scene.mentions(a.patient) if s[x.head].lemma in scene.lex["nouns.sector"]]
    theirs = [x for x in goods if x.state is not None and x.state not in {g.state or g.name for g in agents}]
    return Match(rule, a, agents, theirs) if theirs else "no goods of another state are banned"


def _receives_licence(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the oil firm received a licence from the Treasury": the licence is the measure's relief."""
    if a.passive or pattern("licensing").search(scene.s.text) is None:
        return "the licence is of another kind"
    return Match(rule, a, [], [*scene.mentions(a.patient)])


def _away_with(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "did away with the sanctions": what stands behind *with*."""
    behind = a.preps.get("with", []) or [
        o.i for k in scene.s.kids(a.trigger, "advmod", "prt") for p in scene.s.kids(k.i, "prep")
        for o in scene.s.kids(p.i, "pobj")
    ]  # fmt: skip
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(behind))


def _subject_to(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "are currently subject to entry bans": now, or still; what was, is no longer told to be."""
    w = scene.s[a.trigger]
    if w.lemma == "be" and w.tag in {"VBD", "VBN", "VB"}:
        return "it does not say that it is so now"
    return Match(rule, a, [], scene.mentions(a.agent))


def _unaffected(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "does not affect the restrictions on arms", "no measure is touched": they stay as they are."""
    s = scene.s
    none = any(k.low == "no" for i in a.patient for k in s.kids(i, "det"))
    if not none and not s.kids(a.trigger, "neg"):
        return "it is not left as it is"
    return Match(rule, a, [], scene.mentions(a.patient))


WITHHELD_SHAPES = {
    "subject_to": _subject_to, "unaffected": _unaffected,
    "aid_cut": _aid_cut, "aid_noun": _aid_noun, "aid_back": _aid_back, "preferences": _preferences,
    "shuts_out": _access, "out_of_scheme": _out_of_scheme, "bars_dealing": _bars_dealing,
    "bans_goods": _bans_goods, "raises": _raises, "undoes_relief": _undoes_relief,
    "suspension_ends": _suspension_ends,
    "relief_noun": _relief_noun,
    "targets": _targets,
    "visas": _visas,
    "receives_licence": _receives_licence, "away_with": _away_with,
}  # fmt: skip
"""Shape → the function that finds authority and measure, or says why the rule does not fit."""
