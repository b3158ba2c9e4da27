"""Shapes of demands that no verb of asking alone makes: what is wanted of others, threatened, begged for."""

from __future__ import annotations

from dataclasses import replace

from detente.reading.clauses.arguments import Arguments
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.parsing.words import SUBJECTS, Word

_CONDITIONS = frozenset({"unless", "until", "if"})
_TURNED_TO = frozenset({"write", "appeal", "turn", "go"})


def beg_for(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "begged for a pardon", "wrote to the sultan to ask for her release": he is who is begged."""
    s = scene.s
    objects = a.preps.get("for", [])
    if not objects or a.passive:
        return "nothing is begged for"
    up = s[s[a.trigger].head]
    above = up.lemma in _TURNED_TO and s[a.trigger].dep in {"xcomp", "advcl"}
    told = s.objects(up.i, {"to"}) if above else []
    begged = replace(a, preps={**a.preps, "to": [*a.patient, *told]})
    return Match(rule, begged, scene.mentions(a.agent), scene.mentions(objects))


def want(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "want London to sanction the director", "wants the nurses freed": an act of ours by others."""
    s = scene.s
    what = s.kid(a.trigger, "ccomp", "xcomp")
    own = s.kid(what.i, *SUBJECTS) if what is not None else None
    if what is None or own is None or a.passive or not (acts(scene, what) or _presses(scene, what)):
        return "no act of others is wanted"
    does = own.dep == "nsubj" and s.kid(what.i, "dobj") is not None
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(s.conjuncts(own.i)) if does else [])


def _presses(scene: Scene, w: Word) -> bool:
    """ "wants Oslo to keep up the pressure"."""
    goes_on = w.lemma in {"keep", "maintain", "increase", "raise", "step"}
    return goes_on and any(k.lemma == "pressure" for k in scene.s.kids(w.i, "dobj"))


def warn_unless(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "X will face new penalties unless the eight are freed, he warned": what follows without our act."""
    s = scene.s
    what = s.kid(a.trigger, "ccomp")
    if what is None or s.kid(what.i, "aux") is None:
        return "nothing to come is told"
    hung = [s[i] for i in s.subtree(what.i) if s[i].dep == "advcl" and acts(scene, s[i])]
    if not any(_lacking(scene, k) for k in hung):
        return "it hangs on no act of ours"
    heads = [j for k in s.kids(what.i, "nsubj") for j in s.conjuncts(k.i)]
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(heads))


def warrant(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "issued a warrant in absentia for the singer": she is threatened with arrest, and not arrested."""
    s = scene.s
    papers = [i for i in a.patient if s[i].lemma == "warrant"]
    heads = [j for i in papers for j in s.objects(i, {"for", "against"})]
    heads += [j for p in ("for", "against") for j in a.preps.get(p, [])]
    whom = [m for m in scene.mentions(sorted(set(heads))) if m.human or m.kind == "person"]
    if not papers or not whom:
        return "nobody is sought by a warrant"
    agents = scene.mentions(s.objects(papers[0], {"by"}) if a.passive else a.agent)
    return Match(rule, a, agents or scene.mentions(a.agent), whom)


def _lacking(scene: Scene, clause: Word) -> bool:
    """ "unless they are freed", "if they are not freed"."""
    marks = {k.low for k in scene.s.kids(clause.i, "mark", "advmod")} & _CONDITIONS
    return bool(marks - {"if"}) or (bool(marks) and scene.s.kid(clause.i, "neg") is not None)


def acts(scene: Scene, w: Word) -> bool:
    """Does a rule for an act of custody, sanctions or diplomacy listen to this verb?"""
    return w.tag.startswith("V") and any(r.type in ACTS for r in scene.lex.by_verb.get(w.lemma, ()))


ACTS = frozenset({
    "RELEASE", "CLEMENCY", "TRANSFER", "DETAIN", "SENTENCE", "HARM",
    "SANCTION_IMPOSE", "SANCTION_EASE", "DIPLOMATIC_STEP", "TALKS",
})  # fmt: skip
"""What can be asked for."""


def at_request(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "pardoned at the request of Oman", "freed at Oman's behest": he asked who did it."""
    s, n = scene.s, scene.s[a.trigger]
    verb = s.verb_of(n.i)
    if n.dep != "pobj" or s[n.head].low not in {"at", "on", "upon"} or verb is None or s[n.head].head != verb:
        return "nothing was done at anybody's request"
    if not acts(scene, s[verb]):
        return "no act of ours was asked for"
    whose = scene.mentions([*s.objects(n.i, {"of", "from"}), *(k.i for k in s.kids(n.i, "poss"))])
    whose = [m for m in whose if m.kind in {"person", "state", "organisation", "group"}]
    done_by = scene.mentions(scene.arguments(verb).agent)
    return Match(rule, a, whose, done_by, noun=n) if whose else "it does not say at whose request"


DEMAND_SHAPES = {
    "at_request": at_request,
    "beg_for": beg_for,
    "want": want,
    "warn_unless": warn_unless,
    "warrant": warrant,
}
"""Shape → the function that finds who asks whom, or says why the rule does not fit."""
