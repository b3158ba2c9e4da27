"""Prisons that a report calls by their names alone: "Malak prison", and then "is still in Malak"."""

from __future__ import annotations

from detente.reading.clauses.arguments import Arguments, subject
from detente.reading.clauses.scene import Match, Scene
from detente.reading.lexicon import Rule

_IN = frozenset({"in", "inside", "at"})
_NEAR = 5
"""So many words behind the preposition a name of a prison may reach."""


def hear_prisons(scene: Scene) -> None:
    """Remember the names that stand before a word for a prison."""
    s, known = scene.s, scene.lex["nouns.prison"]
    for w in s.words[1:]:
        if w.lemma in known and w.tag in {"NN", "NNP"} and s[w.i - 1].tag == "NNP":
            scene.heard.prisons.add(s[w.i - 1].text)


def still_in(scene: Scene, rule: Rule, a: Arguments) -> Match | str:
    """ "is still in Camp Sorel", "sits on in Malak", where a prison called Malak was told of."""
    if a.passive:
        return "passive where the subject itself stays"
    s, v = scene.s, a.trigger
    for k in s.kids(v, "prep"):
        near = s.words[k.i + 1 : k.i + _NEAR] if k.low in _IN and k.i > v else []
        names = [w for w in near if w.tag in {"NNP", "NNPS"} and w.head != v]
        if any(w.lemma.lower() in scene.lex["nouns.street"] for w in names) or _at_work(scene, v):
            continue
        if any(w.lemma == "station" and s[w.i - 1].low == "police" for w in near):
            lex = scene.lex
            staff = lex["nouns.official"] | lex["nouns.office"] | lex["nouns.gaoler"] | lex["nouns.captor"]
            found = (m for m in scene.mentions(subject(s, v)[0]) if m.kind == "person")
            named = [m for m in found if staff.isdisjoint(m.text.lower().split())]
            return Match(rule, a, [], named) if named else "nobody is told to be held there"
        if any(w.text in scene.heard.prisons or w.low in scene.lex["nouns.camp"] for w in names):
            a.used |= {w.i for w in names}
            return Match(rule, a, [], scene.mentions(subject(s, v)[0]))
    return "no prison by that name was told of"


def _at_work(scene: Scene, v: int) -> bool:
    """ "The warders are still in Malak": they keep others there."""
    s, staff = scene.s, scene.lex["nouns.gaoler"]
    return any(s[i].lemma in staff or s[i].low in staff for i in subject(s, v)[0])
