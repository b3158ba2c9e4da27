"""Shapes of harm by what stands beside the verb: hung by the wrists, shocks used on him, kept from her."""

from __future__ import annotations

import re

from detente.reading.clauses.arguments import Arguments
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule

_LIMBS = re.compile(r"^(?:wrists?|arms?|ankles?|feet|legs?|thumbs?|hair|hands?)$")


def _by_limbs(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "was hung by the wrists", "guards hung him by the ankles": the limbs are no guards."""
    s = scene.s
    if not any(
        _LIMBS.match(s[i].low) for k in s.kids(a.trigger, "agent", "prep") for i in _objects(scene, k.i)
    ):
        return "nobody is hung by a limb"
    told = [i for i in a.agent if not _LIMBS.match(s[i].low)]
    done = any(k.lemma == "be" for k in s.kids(a.trigger, "aux", "auxpass"))
    victims = [*a.patient, *(told if done and not a.patient else [])]
    return Match(rule, a, scene.mentions([] if done else told), scene.mentions(victims))


def _objects(scene: Scene, prep: int) -> list[int]:
    return [k.i for k in scene.s.kids(prep, "pobj")]


def _done_to(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "used electric shocks on him", "shocks were inflicted on the nurses": on whom they were used."""
    victims = [m for p in ("on", "upon", "against") for m in scene.mentions(a.preps.get(p, []))]
    people = [m for m in victims if scene.human(m)]
    if not _fits(scene, rule, a):
        return "what is used is no harm"
    return Match(rule, a, scene.mentions(a.agent), people) if people else "it does not say on whom"


def _kept_from(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "doctors were kept from their father", "kept insulin from her": whom care does not reach."""
    people = [m for m in scene.mentions(a.preps.get("from", [])) if scene.human(m)]
    if not _fits(scene, rule, a):
        return "what is kept away is no care"
    return Match(rule, a, scene.mentions(a.agent), people) if people else "it does not say from whom"


def _fits(scene: Scene, rule: Rule, a: Arguments) -> bool:
    """Are the words that the rule needs those of what is used or kept away?"""
    spans = [scene.s.span_text(*scene.s.np(i)) for i in a.patient]
    return rule.require is not None and any(rule.require.search(text) for text in spans)


HARM_SHAPES = {"by_limbs": _by_limbs, "done_to": _done_to, "kept_from": _kept_from}
"""Shape → the function that finds who suffers, or says why the rule does not fit."""
