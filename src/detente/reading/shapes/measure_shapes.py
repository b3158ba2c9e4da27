"""Shapes of measures in everyday words: barred by a power, on a list since, let lapse, off the table."""

from __future__ import annotations

import re

from detente.reading.clauses.arguments import Arguments
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import PROPER, Sentence, Word
from detente.reading.shapes.sanction_measures import TARGETS, is_firm
from detente.reading.shapes.sanction_shapes import named, pattern, told_by

_FROM = frozenset({"of", "from", "on", "in"})
_FOR_POWERS = frozenset({"it", "they", "he", "she", "we", "i"})
_NOT = frozenset({"not", "n't", "n’t", "never", "no"})


def acts(scene: Scene, a: Arguments, agents: list[Mention]) -> bool:
    """Does a state, a union or one of their offices act, or nobody that is named?

    Args:
        scene: the sentence.
        a: the arguments of the verb that tells the act.
        agents: whom it tells as acting.

    Returns:
        False where somebody else is told to act: a firm, a club.

    Example:
        >>> acts(None, None, [])
        True
    """
    s = scene.s if agents else None
    return s is None or any(
        x.kind == "state"
        or x.hit is not None
        or x.state
        or named(s[x.head], "power")
        or _for_power(scene, a, x)
        for x in agents
    )


def _for_power(scene: Scene, a: Arguments, x: Mention) -> bool:
    """ "Norway said *it* had cut off aid": a pronoun for the power that speaks."""
    s = scene.s
    if s[x.head].low not in _FOR_POWERS:
        return False
    told = next((u for u in s.up(a.trigger) if u.lemma in scene.lex["verbs.report"]), None)
    heads = [k.i for k in s.kids(told.i, "nsubj")] if told is not None else []
    speaks = [y for y in scene.mentions(heads) if y.anaphor is None]
    return any(y.kind == "state" or y.hit is not None or y.state or named(s[y.head], "power") for y in speaks)


_EFFECT = re.compile(
    r"\b(?:as a (?:result|consequence) of (?:today|this|the|these)|interests? in (?:such |the )?property\b"
    r"|property (?:and interests )?of (?:the|all|these|any) (?:designated|listed|blocked|sanctioned) )",
    re.I,
)
"""What notices say behind every designation: "As a result of today's action, all property … is blocked"."""
_HAVING = frozenset({"have", "see", "find"})


def _by_power(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the union barred the general from entry": a state, a union or their offices act, or nobody."""
    agents = scene.mentions(a.agent)
    if not acts(scene, a, agents):
        return "no state or union acts"
    if not agents and not pattern("about").search(scene.s.text):
        return "it does not say who acts"
    return Match(rule, a, agents, scene.mentions(a.patient))


def _on_list(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the mill has been on a U.S. blacklist since 2021": who stands on a list."""
    if a.passive:
        return "passive where the subject itself stands on a list"
    found = scene.mentions(a.agent)
    return Match(rule, a, [], found) if found else "it does not say who is listed"


def _measure_hits(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "fresh EU sanctions hit four generals": the measure itself is told as acting."""
    told = a.agent
    if any(scene.s[i].lemma in scene.lex["nouns.list"] for i in told):
        return "a list names them"
    if not any(scene.is_sanction(x, sure=not scene.heard.any) for x in scene.mentions(told)):
        return "no measure is told to hit anybody"
    w = scene.s[a.trigger]
    if w.tag in {"VBZ", "VBP"} and any(named(scene.s[i], "programme") for i in told):
        return "it tells whom a programme is for"
    sure = any(scene.is_sanction(x, sure=True) for x in scene.mentions(told))
    if w.dep == "acl" and (w.tag == "VBG" or not sure):
        return "it tells which measures, not that they are imposed"
    hit = [m for m in scene.mentions(a.patient) if not scene.is_sanction(m)]
    return Match(rule, a, [], hit) if hit else "nobody is hit"


def _sanction_since(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "sanctions imposed in 2021", "sanctions go back to 2015", "under sanctions since 2019"."""
    s, n = scene.s, scene.s[a.trigger]
    tail = s.text[n.end - s.start :][:110]
    when = pattern("since").search(tail)
    if when is None or (when.group().lower().endswith("since") and _since_other(s, n)):
        return "it does not say since when"
    if any(named(u, "acts") for u in s.up(n.i) if u.tag.startswith("V")):
        return "another rule reads this"
    return Match(rule, a, [], [p for p in [scene.ms.at(n.i)] if p is not None], noun=n)


def _since_other(s: Sentence, n: Word) -> bool:
    """ "ended the sanctions, citing reforms made *since* the vote": it says since when they were made."""
    since = next((w for w in s.words[n.i + 1 :] if w.low == "since"), None)
    over = s.up(since.i) if since is not None else ()
    return any(u.i > n.i and u.dep in {"advcl", "acl"} and s[u.head].i > n.i for u in over)


def _names(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the union's blacklist includes two judges": who stands on a list of sanctions."""
    s = scene.s
    listing = [i for i in a.agent if s[i].lemma in scene.lex["nouns.list"]]
    told = scene.heard.any or pattern("of_sanctions").search(s.text) is not None
    if a.passive or not listing or not told:
        return "no list of sanctions is told"
    named_there = [p for p in scene.mentions(a.patient) if p.kind in TARGETS or is_firm(scene, p)]
    owners = scene.mentions([j for i in listing for j in told_by(s, i)])
    return Match(rule, a, owners, named_there) if named_there else "nobody is named"


def _off_list(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the removal of Ghana from the list of state sponsors of terrorism": a delisting told as a noun."""
    s, n = scene.s, scene.s[a.trigger]
    behind = [
        j for k in s.kids(n.i, "prep") if k.low == "of" for o in s.kids(k.i, "pobj") for j in s.conjuncts(o.i)
    ]
    owners = [k.i for k in s.kids(n.i, "poss")]
    if not behind and owners:  # "Ghana's removal from the list"
        behind, owners = owners, []
    if not behind or not pattern("off_list").search(s.span_text(n.i, len(s) - 1)):
        return "nobody is taken off a list"
    verb = s.verb_of(n.i)
    if not owners and n.dep == "dobj" and verb is not None and named(s[verb], "brings"):
        owners = scene.arguments(verb).agent  # "The committee approved the removal of X from the list"
    return Match(rule, a, scene.mentions(owners), scene.mentions(behind), noun=n)


def _has_in_place(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "Norway has sanctions in place", "said it already had some": of now, and not of what was before."""
    s, v = scene.s, scene.s[a.trigger]
    told = v.dep == "ccomp" and s[v.head].lemma in scene.lex["verbs.report"]
    if v.tag not in {"VBZ", "VBP"} and not told:
        return "it tells what was before"
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(a.patient))


def _licenses(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "Treasury would license dealings with the firm": who allows what a measure forbids."""
    s = scene.s
    agents = scene.mentions(a.agent)
    licences = s[a.trigger].lemma in {"license", "licence"}
    told = scene.heard.licence_lately and a.passive
    if not licences and not told and not pattern("licensing").search(s.text):
        return "no measure forbids it"
    above = s[s[a.trigger].head]
    by_name = [i for i in a.agent if named(s[i], "instrument") and s[i].tag in PROPER]
    if by_name and not a.passive:  # "General Licence 17 permits transactions"
        return Match(rule, a, [], scene.mentions(a.patient))
    if any(named(s[i], "instrument") for i in a.agent) or (
        above.i != a.trigger and named(above, "instrument")
    ):
        return "what the licence does is told by its noun"
    if not a.passive and not any(x.kind in {"state", "organisation", "person"} for x in agents):
        return "no authority allows it"
    return Match(rule, a, agents, scene.mentions(a.patient))


def _aligns(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "aligned itself with the EU's sanctions": the measures of another that one takes over."""
    with_ = [i for i in a.preps.get("with", ()) if i > a.trigger]
    found = [p for p in scene.mentions(with_) if scene.is_sanction(p)]
    return Match(rule, a, scene.mentions(a.agent), found) if found else "no measure is taken over"


def _freezes(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "froze the assets of nine generals"; "the nine have their assets frozen" is told by *have*."""
    s = scene.s
    above = [s[i] for i in (s[a.trigger].head, s[s[a.trigger].head].head)]
    own = any(s.kid(i, "poss") is not None for i in a.patient)
    if own and s[a.trigger].dep in {"ccomp", "acl", "oprd"} and any(w.lemma in _HAVING for w in above):
        return "who has them tells it"
    if _EFFECT.search(s.text):
        return "it is what any designation does"
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(a.patient))


def _let_lapse(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "let the sanctions lapse", "allowed the embargo to expire"."""
    s = scene.s
    inner = next((k for k in s.kids(a.trigger, "ccomp", "xcomp") if named(k, "lapses")), None)
    if inner is None and (last := _taken_for_a_noun(scene, a)) is not None:  # "let the port's waiver lapse"
        return Match(rule, a, scene.mentions(a.agent), scene.mentions(last))
    if inner is None:
        return "nothing lapses"
    things = [k.i for k in s.kids(inner.i, "nsubj", "nsubjpass")] or a.patient
    return Match(rule, a, scene.mentions(a.agent), scene.mentions(things))


def _taken_for_a_noun(scene: Scene, a: Arguments) -> list[int] | None:
    """ "let the waiver for the port of Bandar *lapse*": the model ties the verb to the name before it."""
    s = scene.s
    below = [s[i] for k in s.kids(a.trigger, "dobj") for i in s.subtree(k.i)]
    lost = any(named(w, "lapses") and w.tag in {"VB", "NN", "VBP"} and w.dep != "dobj" for w in below)
    return [k.i for k in s.kids(a.trigger, "dobj")] if lost else None


def _off_table(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "travel bans were not on the table", "lifting the embargo is out of the question"."""
    s, v = scene.s, a.trigger
    negated = any(k.low in _NOT for k in s.kids(v)) or any(
        k.low == "no" for j in a.agent for k in s.kids(j, "det")
    )
    if negated == (scene.lex.pattern("shut_out").search(a.after) is not None):
        return "it is not refused"
    measures = [p for p in scene.mentions(a.agent) if scene.is_sanction(p)]
    easings = [j for j in a.agent if named(s[j], "easing")]
    objects = (
        [p for p in scene.mentions(s.objects(easings[0], _FROM)) if scene.is_sanction(p)] if easings else []
    )
    clause = s.kid(v, "csubj")
    if clause is not None and named(clause, "eases"):
        objects = [p for p in scene.mentions(scene.arguments(clause.i).patient) if scene.is_sanction(p)]
    found = measures or objects
    return Match(rule, a, [], found) if found else "no measure is spoken of"


MEASURE_SHAPES = {
    "by_power": _by_power, "on_list": _on_list, "measure_hits": _measure_hits, "names": _names,
    "off_list": _off_list, "has_in_place": _has_in_place, "sanction_since": _sanction_since,
    "aligns": _aligns, "freezes": _freezes, "licenses": _licenses, "let_lapse": _let_lapse,
    "off_table": _off_table,
}  # fmt: skip
"""Shape → the function that finds authority and measure, or says why the rule does not fit."""
