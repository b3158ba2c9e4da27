"""Who was visited or seen in a prison was held there on that day (CODEBOOK D3)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.reading.clauses.arguments import Arguments
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.nouns.mention import Mention, surname
from detente.records import Filler

_THERE = re.compile(r"\bthere\b", re.IGNORECASE)
_PRISONS = frozenset({"place", "from"})


def seen_inside(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "Her brother visited her in Camp 4", "his wife saw him there": who was inside that day."""
    if a.passive or scene.modality.of_verb(scene.s, a.trigger).mode != "performed":
        return "nobody is told to have been seen"
    people = [m for m in scene.mentions(a.patient) if _may_be_held(scene, m)]
    return Match(rule, a, [], people) if people else "it does not say who was seen"


def _may_be_held(scene: Scene, m: Mention) -> bool:
    """By name or pronoun, or called an inmate; no governor and no guard."""
    lemmas = {scene.s[i].lemma for i in range(scene.s.np(m.head)[0], m.hi + 1)}
    if lemmas & scene.lex["nouns.office"]:
        return False
    called = bool(lemmas & scene.lex["nouns.held"])
    return called or m.anaphor in {"he", "she", "they"} or (m.kind == "person" and m.anaphor is None)


def placed_there(drafts: Sequence[Draft]) -> None:
    """ "She saw him there": where the report last told the same person to be held.

    Args:
        drafts: all of the document, in order.
    """
    for n, d in enumerate(drafts):
        there = d.rule == "custody.visited" and d.args is not None and _THERE.search(d.args.after)
        if there and not d.names("place"):
            people = {surname(name) for name in d.names("person")}
            told = [x for x in drafts[:n] if people & {surname(name) for name in x.names("person")}]
            places = [f for x in told for f in _prisons(x)]
            d.add("place", *places[-1:])


def _prisons(d: Draft) -> list[Filler]:
    return [f for role in sorted(_PRISONS) for f in d.roles.get(role, ()) if f.kind == "facility"]
