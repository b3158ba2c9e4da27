"""Shapes of deaths in custody: who was held is told in the phrase itself or beside the noun."""

from __future__ import annotations

from detente.reading.clauses.arguments import Arguments
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.nouns.mention import Mention
from detente.reading.shapes.told_held import called_held


def _dies_held(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "Nine of the detainees died", "the jailed poet has died", "three men held since May died"."""
    s = scene.s
    if a.passive:
        return "passive where the subject itself dies"
    if scene.lex.pattern("before_freed").search(s.span_text(a.trigger, len(s) - 1)):
        own = [m for m in scene.mentions(a.agent) if scene.human(m) and not _of_another(scene, m)]
        return Match(rule, a, [], own) if own else "it is told of somebody else's release"
    people = [m for m in scene.mentions(a.agent) if called_held(s.span_text(m.lo, a.trigger - 1), scene.lex)]
    if not people or scene.lex.pattern("set_free").search(a.after):
        return "it does not say that they were held"
    if not any(
        scene.human(m) and (a.shared or m.noun in scene.lex["nouns.held"] or _kept(scene, m.head))
        for m in people
    ):
        return "it does not say that they were held"
    return Match(rule, a, [], [m for m in people if s[m.head].lemma not in scene.lex["nouns.kin"]])


def _of_another(scene: Scene, m: Mention) -> bool:
    """ "Ada Orlu's mother died days before her release", "his lawyer": whose the release is."""
    return scene.s.kid(m.head, "poss") is not None and m.noun not in scene.lex["nouns.held"]


def _kept(scene: Scene, head: int) -> bool:
    """Is the head itself told as held, and not somebody else within the phrase?"""
    kids = scene.s.kids(head, "amod", "acl", "relcl", "prep", "appos", "compound")
    return any(
        scene.lex.pattern("being_held").search(scene.s.span_text(min(below), max(below)))
        for below in (scene.s.subtree(k.i) for k in kids)
    )


def _death(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "The death in custody of a student", "the death of a jailed poet", "her brother's death in prison"."""
    s, n = scene.s, scene.s[a.trigger]
    if n.dep == "compound":
        return "the noun only names another"
    below = s.subtree(n.i)
    inner = [p.i for k in s.kids(n.i, "prep") for p in s.kids(k.i, "pobj") if p.i > n.i]
    heads = [j for i in (n.i, *inner) for j in s.objects(i, {"of"})] + [k.i for k in s.kids(n.i, "poss")]
    people = [m for m in scene.mentions(heads) if scene.human(m)]
    if not people:
        return "it does not say whose"
    if not called_held(s.span_text(below[0], below[-1]), scene.lex):
        return "it does not say that they were held"
    return Match(rule, a, [], people, noun=n)


DEATH_SHAPES = {"dies_held": _dies_held, "death": _death}
"""Shape → the function that finds who died, or says why the rule does not fit."""
