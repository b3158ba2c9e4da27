"""Who is told by name among those still held, or not freed: "Among those still inside is Ira Holt"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Scene
from detente.reading.clauses.stand import Stand
from detente.reading.nouns.mention import Mention
from detente.reading.shapes.drafting import record
from detente.reading.shapes.members import listed_behind


def still_held(scene: Scene) -> Iterator[Draft]:
    """Drafts of CUSTODY_STATE for those listed behind "among those still held are"."""
    s = scene.s
    match = scene.lex.pattern("members_held").search(s.text)
    if match is None:
        return
    words = s.at(s.start + match.start(), s.start + match.end())
    people = listed_behind(scene, words[-1])
    for m in people:
        lo = words[0] if m is people[0] else m.lo
        d = record(scene, "custody.member", "CUSTODY_STATE", lo, m.hi, sub="held", mode="asserted")
        d.put("people", m)
        d.quantity = m.quantity if m.kind == "group" else None
        d.exhaustive = False
        yield d


def not_freed(scene: Scene) -> Iterator[Draft]:
    """ "the ones not freed yet, such as X": who is told by name is told as not freed."""
    s = scene.s
    match = scene.lex.pattern("members_not_freed").search(s.text)
    if match is None:
        return
    words = s.at(s.start + match.start(), s.start + match.end())
    if s[words[-1]].dep in {"aux", "auxpass"}:
        return  # "those who were not freed were visited by X"
    people = [m for m in listed_behind(scene, words[-1]) if m.kind == "person"]
    for m in people:
        lo = words[0] if m is people[0] else m.lo
        d = record(scene, "release.not_freed", "RELEASE", lo, m.hi, sub="release", mode="asserted")
        d.stand = Stand("denied", "-")
        d.put("people", m)
        d.exhaustive = False
        yield d


def counted_inside(scene: Scene, verb: int, m: Mention) -> bool:
    """ "puts the number of political prisoners at 1,150", "counts 54 foreigners held in all": a stock.

    Not "the number of those freed", nor "counted 14 political prisoners among them".
    """
    s, pattern = scene.s, scene.lex.pattern
    if pattern("counted_held").search(s.span_text(m.head, max(s.subtree(m.head)))):
        return True
    before, behind = s.span_text(verb, max(verb, m.lo - 1)), s.span_text(m.lo, min(len(s) - 1, m.head + 9))
    if pattern("release_word").search(f"{before} {behind}"):
        return False
    stock = pattern("number_inside").search(before) or pattern("counted_inside").search(
        s.span_text(m.head, min(len(s) - 1, m.head + 9))
    )
    label = s[verb].tag in {"VBZ", "VBP"} and "among" not in behind.lower()
    return stock is not None or (label and pattern("prisoners_of").search(behind) is not None)
