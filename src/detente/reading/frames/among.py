"""Who is told to be one of those of whom a clause tells a journey: it is told of them too."""

from __future__ import annotations

from dataclasses import replace

from detente.reading.clauses.arguments import subject
from detente.reading.clauses.scene import Match, Scene
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Sentence, Word

_RELATIVE = frozenset({"who", "that"})


def one_of_those(scene: Scene, m: Match) -> tuple[Match, Mention | None]:
    """ "Marr is among those who crossed into Osmia": the crossing is hers.

    Args:
        scene: the sentence.
        m: what a rule found at the verb of the clause.

    Returns:
        The match with those named before "among" for its people, and the group they are of; the same
        match and None where nobody is named.
    """
    if m.rule.type != "TRANSFER" or m.noun is not None:
        return m, None
    clause = _clause(scene.s, scene.s[m.args.trigger])
    people = _named(scene, clause)
    return (replace(m, patients=people), scene.ms.at(clause.head)) if people else (m, None)


def _clause(s: Sentence, clause: Word) -> Word:
    while clause.dep == "conj" and clause.head != clause.i:
        clause = s[clause.head]
    return clause


def _named(scene: Scene, clause: Word) -> list[Mention]:
    s = scene.s
    relative = any(k.low in _RELATIVE for k in s.kids(clause.i, "nsubj", "nsubjpass"))
    if clause.dep != "relcl" or not relative:
        return []
    above = _being_one_of(s, s[clause.head])
    if above is None or scene.modality.of_verb(s, above.i).mode != "performed":
        return []
    offices = scene.lex["nouns.office"]
    named = [p for p in scene.mentions(subject(s, above.i)[0]) if p.kind == "person" and p.anaphor is None]
    return [p for p in named if not any(s[i].lemma in offices for i in range(s.np(p.head)[0], p.hi + 1))]


def _being_one_of(s: Sentence, those: Word) -> Word | None:
    """The verb of "is among those", "was one of the nine"."""
    prep = s[those.head]
    if those.dep != "pobj" or prep.low not in {"among", "of"}:
        return None
    above = s[prep.head]
    if prep.low == "of":
        above = s[above.head] if above.low == "one" and above.dep == "attr" else prep
    return above if above.lemma == "be" else None
