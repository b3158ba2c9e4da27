"""Counts that go on with the verb left out: "freed 20 on Monday and nine more on Tuesday"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.language.dates import times
from detente.reading.clauses.draft import Draft
from detente.reading.clauses.scene import Match, Scene
from detente.reading.frames.movement import is_place
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Sentence, Word

_JOINED = frozenset({"conj", "npadvmod", "appos", "dep", "dobj"})
_SET_OFF = frozenset({"on", "in", "at", "during", "last", "this", "earlier", "yesterday", "today"})
_FURTHER = frozenset({"more", "others", "further", "another", "additional"})


def counted_on(scene: Scene, m: Match, first: Draft) -> list[Draft]:
    """Drafts for the counts behind the first that have a day or a place of their own.

    Args:
        scene: the sentence.
        m: the match of the verb.
        first: what the verb itself tells, of a counted group.
    """
    if m.noun is not None or first.quantity is None or first.stand.mode == "denied":
        return []
    return [_draft(scene, m, first, group, last) for group, last in _further(scene, m, first)]


def _further(scene: Scene, m: Match, first: Draft) -> Iterator[tuple[Mention, int]]:
    """Each further group of nothing but a number, and the last word of what sets it off."""
    s, people = scene.s, first.slots.get("people", ())
    told = {m.args.trigger, *(p.head for p in people)}
    if not _set_off(s, m.args.trigger):
        return
    for w in s.words[m.args.trigger + 1 :]:
        group = scene.ms.at(w.i) if w.tag == "CD" and w.dep in _JOINED and w.head in told else None
        last = _own_end(s, w) if group is not None else None
        if group is None or group.quantity is None or group.head != w.i or last is None:
            continue
        if group not in people and _when_or_where(scene, w.i + 1, last):
            told.add(w.i)
            yield group, last


def _set_off(s: Sentence, v: int) -> bool:
    """Stands anything behind the verb that may be a day or a place: "freed 20 on Monday"?"""
    return any(k.i > v and k.low in _SET_OFF for k in s.kids(v, "prep", "npadvmod", "advmod"))


def _when_or_where(scene: Scene, lo: int, hi: int) -> bool:
    """ "on Tuesday", "in Malak", and not "on foot"."""
    if times(scene.s.span_text(lo, hi), anchor=None):
        return True
    return any(is_place(m) for m in scene.mentions(list(range(lo, hi + 1))))


def _own_end(s: Sentence, w: Word) -> int | None:
    """Where "on Tuesday" ends, right behind the number or behind its *more*."""
    at = w.i + 1
    while at < len(s) and s[at].low in _FURTHER:
        at += 1
    prep = s[at] if at < len(s) else None
    if prep is None or prep.low not in _SET_OFF or (prep.dep == "prep" and not s.kids(prep.i, "pobj")):
        return None
    end = max(s.subtree(prep.i)) if prep.dep == "prep" else at
    stop = next((i for i in range(at + 1, end + 1) if s[i].tag in {",", "CC", ":"}), end + 1)
    return stop - 1


def _draft(scene: Scene, m: Match, first: Draft, group: Mention, last: int) -> Draft:
    d = Draft(
        m.rule.id, m.rule.type, scene.s, scene.ms, group.head, group.lo, last, sub=first.sub, source=m.rule,
        stand=first.stand.copy(), attribution=list(first.attribution), scope_certain=first.scope_certain,
        voluntariness=first.voluntariness,
    )  # fmt: skip
    d.put(m.rule.agent_role, *m.agents)
    d.put("people", group)
    d.quantity = group.quantity
    for place in scene.mentions(list(range(group.hi + 1, last + 1))):
        if is_place(place) and scene.s[scene.s[place.head].head].low in {"in", "at"}:
            d.put("place" if m.rule.type == "DETAIN" else "from", place)
    return d
