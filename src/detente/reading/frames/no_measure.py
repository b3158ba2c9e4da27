"""Clauses of measures that impose and ease none: who may, what is broken, whom a list already holds."""

from __future__ import annotations

from detente.reading.clauses.scene import Match, Scene
from detente.reading.parsing.words import Sentence
from detente.reading.shapes.sanction_shapes import named

_BUT_FOR = frozenset({"otherwise", "previously", "formerly"})


def no_measure(scene: Scene, m: Match) -> str | None:
    """Why the clause of a match tells no measure put on or taken off; None where it does.

    Args:
        scene: the sentence.
        m: the match.
    """
    if _may_only(scene.s, m.args.trigger):
        return "it tells who may, not that anybody does"
    if m.rule.type != "SANCTION_IMPOSE":
        return None
    if _otherwise(scene.s, m.args.trigger):
        return "it tells what is forbidden but for a licence"
    if _only_broken(scene, m):
        return "it only says what was broken, or what courts do"
    if m.rule.id == "impose.list" and _only_which(scene.s, m.args.trigger):
        return "it only says which people are meant"
    return None


def _may_only(s: Sentence, v: int) -> bool:
    """ "has the authority to lift the embargo": whose it is to do it."""
    w = s[v]
    return w.dep == "acl" and w.tag == "VB" and named(s[w.head], "may")


def _otherwise(s: Sentence, v: int) -> bool:
    """ "Authorises transactions otherwise prohibited": what a licence takes out, and no new ban."""
    return s[v].dep in {"acl", "relcl"} and any(k.low in _BUT_FOR for k in s.kids(v, "advmod"))


def _only_broken(scene: Scene, m: Match) -> bool:
    """ "accused of violating sanctions placed on Chad"; "the sanctions imposed by courts" are penalties."""
    s, w = scene.s, scene.s[m.args.trigger]
    if w.dep != "acl":
        return False
    noun = s[w.head]
    above = [*s.kids(noun.i, "amod"), *([s[noun.head]] if noun.dep == "dobj" else [])]
    broken = any(k.tag[:1] == "V" and k.lemma in scene.lex["verbs.breaking"] for k in above)
    return broken or any(s[a.head].lemma in scene.lex["nouns.court"] for a in m.agents)


def _only_which(s: Sentence, v: int) -> bool:
    """ "The reasons for the persons included in the list were amended": nobody is put on it anew."""
    w = s[v]
    return w.dep == "acl" and w.tag == "VBN" and w.lemma == "include" and not s.kids(v, "agent", "npadvmod")
