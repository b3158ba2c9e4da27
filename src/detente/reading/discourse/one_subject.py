"""Whom *they* means where two or more were one subject: "Chad and Togo said they would free nine"."""

from __future__ import annotations

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.memory import Memory, Sides
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.mentions import Mentions
from detente.reading.parsing.words import Sentence
from detente.records import Filler

_SIDES = frozenset({"state", "organisation", "person"})


def see_sides(memory: Memory, number: int, s: Sentence, ms: Mentions, end: int) -> None:
    """ "Chad and Togo said …": two or more that are one subject, which *they* may mean."""
    for w in s.words[:end]:
        joined = s.conjuncts(w.i) if w.dep in {"nsubj", "nsubjpass"} else []
        found = [m for i in joined if (m := ms.at(i)) is not None and m.kind in _SIDES and m.anaphor is None]
        if len(found) > 1 and len(found) == len(joined) and joined[-1] < end:
            names = tuple(Filler(m.name, m.kind, None, True) for m in found)
            others = (m for x in s.words if x.i not in joined and (m := ms.at(x.i)) is not None)
            alone = all(m.head in joined or m.kind not in {"group", "organisation"} for m in others)
            memory.sides.append(Sides(number, w.head, names, alone))


def both_sides_of(d: Draft, role: str, m: Mention, here: Memory, number: int) -> tuple[Filler, ...]:
    """ "Chad and Togo said *they* would …"; behind a sentence that tells of them alone, who let people go."""
    told = here.both(number)
    if told is None:
        return ()
    if told.sentence == number:
        return told.names if any(w.i == told.verb < m.head for w in d.sentence.up(m.head)) else ()
    return told.names if told.alone and role not in {"detainer", "holder"} else ()
