"""Whom a passive is told of, where the parse has missed its subject."""

from __future__ import annotations

from detente.reading.clauses.scene import Match, Scene
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Sentence, Word


def left_of(scene: Scene, m: Match) -> list[Mention]:
    """The nearest people before a passive whose subject the parse missed, unless a thing is its subject.

    Args:
        scene: the sentence.
        m: the rule that fits in it.
    """
    s, things = scene.s, scene.lex["nouns.thing"]
    if any(s[p.head].low in things for p in m.patients) or s[max(0, m.args.trigger - 1)].low in things:
        return []
    if m.rule.weak and any(_right_before(s, k, m.args.trigger) for k in s.kids(m.args.trigger, "nsubjpass")):
        return []  # "before the box was handed over": the parse missed nothing
    for i in range(m.args.trigger - 1, -1, -1):
        says = s[i].tag.startswith("V") and s[i].lemma in scene.lex["verbs.report"] and s[i + 1].tag != ","
        if s[i].tag in {":", ";"} or says:
            return []  # who said it was not freed by it
        p = scene.ms.at(i)
        if s[i].dep == "nummod" and s[i].head > i:
            continue
        if p is None or p.head != i or s[i].dep in {"compound", "poss", "amod", "det"} or not scene.human(p):
            continue
        if (p.kind == "person" and p.anaphor is None) or p.quantity is not None:
            return [p]
    return []


def _right_before(s: Sentence, w: Word, v: int) -> bool:
    """Is a subject with an article of its own followed by its verb, with only helping words between?"""
    helpers = {k.i for k in s.kids(v, "aux", "auxpass", "advmod", "neg")}
    return s.kid(w.i, "det", "poss") is not None and set(range(w.i + 1, v)) <= helpers
