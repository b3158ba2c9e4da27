"""Who is named as one of those taken, tried or expelled: "Former mayor Ada Roth was among those arrested"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.reading.clauses.arguments import subject
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.nouns.mention import Mention
from detente.reading.shapes.drafting import record
from detente.reading.shapes.in_one_list import person_at
from detente.reading.shapes.rolls import list_before, list_behind, runs
from detente.records import TypeName

_DEEDS: dict[str, tuple[str, TypeName, str]] = {
    "again": ("detain.member", "DETAIN", "re_detain"),
    "taken": ("detain.member", "DETAIN", "arrest"),
    "tried": ("sentence.member", "SENTENCE", "sentence"),
    "expelled": ("transfer.member", "TRANSFER", "deport"),
}
_NOT = re.compile(r"\b(?:not|never|n[’']t|nor)\b")
_NEAR = 8
"""So many characters further on, a "not" still denies that they are of them."""


def taken_among(scene: Scene, told: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts for persons told to be among those who were taken, tried or expelled, in either order.

    Args:
        scene: the sentence.
        told: what its verbs gave; what it tells of somebody by itself is not told again.
    """
    s, lex = scene.s, scene.lex
    straight = lex.pattern("among_the_taken").search(s.text)
    straight = straight or lex.pattern("among_the_detainees").search(s.text)
    match = straight or lex.pattern("the_taken_are").search(s.text)
    if match is None or _NOT.search(s.text[: match.end() + _NEAR]):
        return
    words = s.at(s.start + match.start(), s.start + match.end())
    people = _before(scene, words[0]) if straight is not None else _behind(scene, words[-1] + 1)
    as_well = lex.pattern("as_was").match(s.text[match.end() :])
    if straight is not None and as_well is not None:
        first = s.at(s.start + match.end(), s.start + match.end() + as_well.end())[-1] + 1
        people += [m for m in _behind(scene, first) if all(m.name != x.name for x in people)]
    groups = match.groupdict()
    rule, type_, sub = next((_DEEDS[name] for name in _DEEDS if groups.get(name)), _DEEDS["taken"])
    known = {m.name for d in told if d.type == type_ for m in d.slots.get("people", ())}
    verb = words[0] if straight is not None else words[-1]
    for m in (x for x in people if x.name not in known):
        d = record(scene, rule, type_, min(m.lo, words[0]), max(m.hi, words[-1]), sub=sub, mode="performed")
        d.trigger = verb
        d.attribution, d.scope_certain = scene.sources.chain(s, scene.ms, verb)
        d.stand = scene.modality.of_verb(s, verb)
        d.put("people", m)
        d.hedges.append("among")
        yield d


def _before(scene: Scene, verb: int) -> list[Mention]:
    s = scene.s
    told = [m for m in scene.mentions(subject(s, verb)[0]) if m.kind == "person" and m.anaphor is None]
    listed = (
        runs(s, list_before(s, verb, scene.lex), verb - 1, scene.lex)
        if s[verb].low in {"are", "were"}
        else []
    )
    more = [person_at(scene, r) for r in listed]
    return told + [m for m in more if all(m.name != x.name for x in told)]


def _behind(scene: Scene, first: int) -> list[Mention]:
    s = scene.s
    if first >= len(s):
        return []
    return [person_at(scene, r) for r in runs(s, first, list_behind(s, first, scene.lex), scene.lex)]
