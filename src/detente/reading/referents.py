"""Mentions → fillers: pronouns, places and speakers of a draft resolved against what was told before it."""

from __future__ import annotations

import msgspec

from detente.reading.draft import Draft
from detente.reading.memory import Memory
from detente.reading.mention import Mention
from detente.reading.mentions import Mentions
from detente.reading.words import Sentence, Word
from detente.records import Attribution, Filler

_AGENTS = ("authority", "releaser", "committer", "granter")
_PARTS = frozenset({"compound", "amod", "nummod", "det"})


def fill_roles(d: Draft, memory: Memory, number: int) -> None:
    """Turn the mentions in a draft's slots into fillers, and name its speakers.

    Args:
        d: the draft; its ``slots`` are read, its ``roles`` and ``attribution`` are filled.
        memory: what the sentences before told.
        number: which sentence of the document it is.
    """
    agent = next((m.name for r in _AGENTS for m in d.slots.get(r, ())), None)
    here = memory.copy()
    _remember_before(here, number, d)
    for role, mentions in d.slots.items():
        for m in mentions:
            f = here.filler(number, m, agent=agent)
            if f is not None:
                _add(d, role, m, f)
    d.attribution = [_speaker(a, here, number) for a in d.attribution]


def _add(d: Draft, role: str, m: Mention, f: Filler) -> None:
    if role == "people":
        d.add("person" if f.kind == "person" else "group", f)
    elif role in {"to", "from", "place"}:
        _add_place(d, role, m, f)
    else:
        d.add(role, f)


def _add_place(d: Draft, role: str, m: Mention, f: Filler) -> None:
    """A city is itself, and where people move also its state, inferred."""
    hit = m.hit
    if not m.city or hit is None or hit.kind not in {"capital", "city"}:
        d.add(role, f)
        return
    d.add(role, Filler(hit.name, "place"))
    if hit.actor and role in {"to", "from"}:
        d.add(role, Filler(hit.actor, "state", None, True))


def _speaker(a: Attribution, here: Memory, number: int) -> Attribution:
    """The speaker by name: *he*, *they* and *it* resolved, a bare surname made whole."""
    low = a.name.lower()
    name: str | None
    if low in {"he", "she"}:
        name = here.person(number, low)
        return msgspec.structs.replace(a, name=name, named=True) if name else a
    if low == "they":
        name = here.group(number)
    elif low == "it":
        name = here.bodies[-1] if here.bodies else None
    else:
        bare = a.kind in {"person", "official"} and a.name.istitle() and " " not in a.name
        name = here.names.full.get(a.name.casefold()) if bare else None
    return msgspec.structs.replace(a, name=name) if name else a


def remember(memory: Memory, number: int, s: Sentence, ms: Mentions) -> None:
    """Remember all that a sentence mentions."""
    for w in s.words:
        if w.tag[:2] in {"NN", "CD", "DT"} and w.dep not in _PARTS:
            main = s[w.head].dep in {"ROOT", "ccomp", "conj"}
            _see(memory, number, ms, w, subject=w.dep in {"nsubj", "nsubjpass"} and main)


def _remember_before(memory: Memory, number: int, d: Draft) -> None:
    for w in d.sentence.words[: d.trigger]:
        if w.tag[:2] in {"NN", "CD"} and w.dep not in _PARTS:
            _see(memory, number, d.mentions, w, subject=w.dep in {"nsubj", "nsubjpass"})


def _see(memory: Memory, number: int, ms: Mentions, w: Word, *, subject: bool) -> None:
    m = ms.at(w.i)
    if m is not None and m.head == w.i:
        memory.see(number, m, subject=subject)
