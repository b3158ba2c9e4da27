"""Names behind a word for the freed or the taken: "the freed men: X and Y", "a list of the pardoned: X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.parsing.words import Sentence
from detente.reading.shapes.drafting import record
from detente.reading.shapes.in_one_list import person_at
from detente.reading.shapes.rolls import list_behind, relative_clauses, runs
from detente.records import TypeName

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def freed_by_name(scene: Scene, told: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts of RELEASE or DETAIN for persons named in apposition to the freed or the taken.

    Args:
        scene: the sentence.
        told: what its verbs gave; what it tells of somebody by itself is not told again.
    """
    s, lex = scene.s, scene.lex
    match = lex.pattern("the_freed_by_name").search(s.text)
    if match is None or lex.pattern("not_of_the_told").search(s.text[: match.end()]):
        return
    words = s.at(s.start + match.start(), s.start + match.end())
    first = words[-1] + 1
    last = _end(scene, first, (match.group("mark") or ":").strip())
    if last is None:
        return
    taken = match.group("taken") or match.group("taken_")
    type_: TypeName = "DETAIN" if taken else "RELEASE"
    rule, sub = ("detain.member", "arrest") if taken else ("release.member", "release")
    known = {m.name for d in told if d.type == type_ for m in d.slots.get("people", ())}
    named = [person_at(scene, r) for r in runs(s, first, last, lex, scene.ms.names)]
    people = [m for m in named if m.name not in known]
    if people:
        d = record(scene, rule, type_, words[0], people[-1].hi, sub=sub, mode="performed")
        d.trigger = words[-1]
        d.attribution, d.scope_certain = scene.sources.chain(s, scene.ms, words[-1])
        d.put("people", *people)
        d.hedges.append("named")
        yield d


def _end(scene: Scene, first: int, mark: str) -> int | None:
    """The last word of the names; none where no apposition is closed, or by who says something."""
    s, dash = scene.s, mark != ","
    if first >= len(s):
        return None
    if mark in {":", "as"}:
        return list_behind(s, first, scene.lex)
    verb = _verb(s, first)
    closes = next((w.i for w in s.words[first:] if w.tag == ":"), None) if dash else None
    if closes is not None:  # "the arrested men – X defends them – are Danes"
        return closes - 1 if verb is None or verb > closes else None
    if verb is None:
        return len(s) - 1 if dash else None
    return None if s[verb].lemma in scene.lex["verbs.report"] else verb - 1


def _verb(s: Sentence, first: int) -> int | None:
    inside = relative_clauses(s)
    return next((w.i for w in s.words[first:] if w.tag in _FINITE and w.i not in inside), None)
