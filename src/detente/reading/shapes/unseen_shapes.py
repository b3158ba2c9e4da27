"""Shapes of people out of sight: nobody has seen them, no word has come, no doctor has been let in."""

from __future__ import annotations

import re

from detente.reading.clauses.arguments import Arguments
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule
from detente.reading.parsing.words import Sentence

_SO_LONG = re.compile(r"\bsince\b|\bfrom\b|\bfor (?:more than |over )?\w+ (?:years?|months?|weeks?|days?)")
_NOBODY = re.compile(r"\b(?:nobody|no one|not|never|n[’']t|nothing)\b", re.I)


def _no_word(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "have had no word from X since …", "received no news of X for a month": whom nobody hears of."""
    s = scene.s
    word = next((k for k in s.kids(a.trigger, "dobj") if k.lemma in scene.lex["nouns.word"]), None)
    if word is None:
        return "no word is spoken of"
    denied = scene.modality.of_verb(s, a.trigger).mode == "denied"
    if not denied or not any(k.low in {"no", "any"} for k in s.kids(word.i, "det")):
        return "word has come"
    whose = s.objects(word.i, {"from", "of", "about"}) or a.preps.get("from", [])
    people = [m for m in scene.mentions(whose) if scene.human(m)]
    long = _lasts(s, a, a.after.replace(" from ", " ", 1))
    return Match(rule, a, [], people) if people and long else "it does not say of whom, or since when"


def _unseen(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "Nobody has seen X since May", "X has not been heard from for a year"."""
    s = scene.s
    if not _NOBODY.search(_clause(s, a)) or not _lasts(s, a, a.after):
        return "nobody is told to be unseen"
    if _doctors(scene, [*a.agent, *a.patient]):
        return "it tells of a doctor not seen"
    heads = [*(a.patient or a.agent), *a.preps.get("of", []), *a.preps.get("from", [])]
    people = [m for m in scene.mentions(heads) if scene.human(m) and not m.negative]
    return Match(rule, a, [], people) if people else "nobody is told to be unseen"


def _untended(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "X has not seen a doctor since May", "no doctor has examined X": whom no doctor saw."""
    s = scene.s
    tending = _doctors(scene, a.agent)
    doctors = tending or ([] if a.passive else _doctors(scene, a.patient))
    if not doctors:
        return "no doctor is spoken of"
    refused = any(k.low == "no" for i in doctors for k in s.kids(i, "det"))
    if not (refused or _NOBODY.search(_clause(s, a))) or not _lasts(s, a, a.after):
        return "it does not say that no doctor came, or since when"
    people = scene.mentions(a.patient if tending else a.agent)
    found = [m for m in people if scene.human(m) and not m.negative]
    return Match(rule, a, [], found) if found else "it does not say whom no doctor saw"


def _clause(s: Sentence, a: Arguments) -> str:
    return s.span_text(0, min(len(s) - 1, a.end))


def _lasts(s: Sentence, a: Arguments, after: str) -> bool:
    """For how long, or from when on: "for a month", "since May", "since he was taken away"."""
    if _SO_LONG.search(after):
        return True
    return any(x.low == "since" for k in s.kids(a.trigger, "advcl") for x in s.kids(k.i, "mark"))


def _doctors(scene: Scene, heads: list[int]) -> list[int]:
    return [i for i in heads if scene.s[i].lemma in scene.lex["nouns.doctor"]]


UNSEEN_SHAPES = {"no_word": _no_word, "unseen": _unseen, "untended": _untended}
"""Shape → the function that finds who is out of sight, or says why the rule does not fit."""
