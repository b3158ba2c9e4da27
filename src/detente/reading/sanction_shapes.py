"""Shapes of measures: an easing or a designation told as a noun, a measure in force since, no easing."""

from __future__ import annotations

import re

from detente.reading.arguments import Arguments, subject
from detente.reading.lexicon import Rule
from detente.reading.scene import Match, Scene


def _sanction_noun(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "the lifting of sanctions on X", "sanctions relief for X", "over 350 designations"."""
    s, n = scene.s, a.trigger
    of = [
        j
        for k in s.kids(n, "prep")
        if k.low in {"of", "from", "in"}
        for p in s.kids(k.i, "pobj")
        for j in s.conjuncts(p.i)
    ]
    measures = [p for p in scene.mentions(of) if scene.is_sanction(p)]
    compound = any(k.lemma in scene.lex["nouns.sanction_sure"] for k in s.kids(n, "compound", "nmod"))
    if not measures and not compound and s[n].lemma not in {"designation", "blacklisting", "delisting"}:
        return "no measure is eased or imposed"
    verb = s.verb_of(n)
    if s[n].dep == "pobj" and s[s[n].head].low in {"on", "about", "over", "for", "to", "as"}:
        return "it is only spoken about"
    agents = [
        j for k in s.kids(n, "prep") if k.low == "by" for p in s.kids(k.i, "pobj") for j in s.conjuncts(p.i)
    ]
    agents += [k.i for k in s.kids(n, "poss")]
    if (
        not agents
        and verb is not None
        and s[verb].lemma
        in {"announce", "approve", "order", "grant", "offer", "sign", "provide", "give", "promise"}
    ):
        agents = subject(s, verb)[0] if s[n].dep == "dobj" else scene.arguments(verb).agent
    return Match(rule, a, scene.mentions(agents), measures, noun=s[n])


def _sanction_since(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "sanctions imposed in 2021", "sanctions go back to 2015", "under sanctions since 2019"."""
    s, n = scene.s, scene.s[a.trigger]
    tail = s.text[n.end - s.start :][:110]
    if not re.search(
        r"^\W*(?:\w+\W+){0,8}?(?:since|go(?:es)? back to|dat(?:e|es|ing) (?:back )?(?:to|from)|in place since)\b",
        tail,
    ):
        return "it does not say since when"
    if any(
        u.lemma in {"lift", "ease", "impose", "remove", "suspend"} for u in s.up(n.i) if u.tag.startswith("V")
    ):
        return "another rule reads this"
    return Match(rule, a, [], [p for p in [scene.ms.at(n.i)] if p is not None], noun=n)


def _no_easing(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "no easing was under discussion", "ruled out any relief"."""
    s = scene.s
    text = s.span_text(0, a.end)
    if not re.search(
        r"\bno (?:\w+ ){0,2}?(?:easing|lifting|relief|change|relaxation)\b|\brul\w+ out (?:any |an )?(?:easing|lifting|relief)|\bexclud\w+ (?:any )?(?:easing|lifting)",
        text,
        re.I,
    ):
        return "no easing is refused"
    if not re.search(r"\bsanction|\beasing\b|\blifting\b|\bembargo", s.text, re.I):
        return "no sanctions are spoken of"
    heads = [k.i for k in s.kids(a.trigger, "nsubj", "nsubjpass", "attr", "dobj")]
    return Match(
        rule, a, scene.mentions(a.agent if s[a.trigger].lemma != "be" else []), scene.mentions(heads)
    )


SANCTION_SHAPES = {
    "sanction_noun": _sanction_noun, "sanction_since": _sanction_since, "no_easing": _no_easing,
}  # fmt: skip
"""Shape → the function that finds authority and measure, or says why the rule does not fit."""
