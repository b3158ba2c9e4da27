"""Mentions → fillers: pronouns, places and speakers of a draft resolved against what was told before it."""

from __future__ import annotations

import re

import msgspec

from detente.reading.custodians import state_of
from detente.reading.draft import Draft
from detente.reading.memory import Memory
from detente.reading.mention import Mention
from detente.reading.mentions import Mentions
from detente.reading.words import Sentence, Word
from detente.records import Attribution, Filler

_AGENTS = ("authority", "releaser", "committer", "granter")
_OF = re.compile(r" (?:of|for|to|in|at)\b")
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
    d.attribution = [named(a, memory, here, number) for a in d.attribution]
    if d.own_words and d.linkage is not None and d.attribution and d.attribution[-1].kind == "official":
        d.linkage = msgspec.structs.replace(d.linkage, class_="L3")
    for role, mentions in d.slots.items():
        for m in mentions:
            if m.anaphor == "i" and d.attribution:
                d.add(role, _speaking(d.attribution[-1]))
                continue
            if m.anaphor == "it" and (own := _speaks_of_itself(d, m, memory)) is not None:
                d.add(role, own)
                continue
            f = here.filler(number, m, agent=agent)
            if f is not None:
                _add(d, role, m, f)


def _speaks_of_itself(d: Draft, m: Mention, memory: Memory) -> Filler | None:
    """ "France said it would not lift the ban": *it* is who says so in the same sentence."""
    s = d.sentence
    inner = d.attribution[-1] if d.attribution else None
    if (
        inner is None
        or inner.kind not in {"official", "organisation", "ngo", "party"}
        or not inner.name[:1].isupper()
    ):
        return None
    subject = s[m.head].dep in {"nsubj", "nsubjpass"}
    spoken = any(
        w.dep == "nsubj" and w.i < m.head and d.mentions.at(w.i) is not None and s[w.head].text == inner.cue
        for w in s.words
    )
    if not (subject and spoken):
        return None
    return Filler(
        inner.name, "state" if inner.name in _state_names(d) | set(memory.states) else "organisation"
    )


def _state_names(d: Draft) -> set[str]:
    found = (d.mentions.at(w.i) for w in d.sentence.words if w.tag in {"NNP", "NNPS"})
    return {x.name for x in found if x is not None and x.kind == "state"}


def _speaking(a: Attribution) -> Filler:
    """Whom *we* and *I* mean: who is quoted."""
    return Filler(a.name, "person" if a.kind == "person" else "organisation", None, True)


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
    state = state_of(m)
    if state is not None and role in {"to", "from"}:
        d.add(role, Filler(state, "state", None, True))


def named(a: Attribution, memory: Memory, here: Memory, number: int) -> Attribution:
    """The speaker by name: *he*, *they* and *it* resolved, a bare surname made whole.

    Args:
        a: the link as the sentence has it.
        memory: what the sentences before told.
        here: that, and what this sentence tells before the deed.
        number: which sentence of the document it is.
    """
    low = a.name.lower()
    name: str | None
    if low in {"he", "she"}:
        name = memory.speaker(number, low) or here.person(number, low)
        kind = memory.kinds.get(name or "", a.kind)
        return msgspec.structs.replace(a, name=name, kind=kind, named=True) if name else a
    if low == "they":
        name = memory.speaker(number, low) or here.group(number)
    elif low == "it":
        name = memory.speaker(number, low) or (here.bodies[-1] if here.bodies else None)
    elif low == a.name and (holder := _holder(memory, low)) is not None:
        return msgspec.structs.replace(a, name=holder, named=True)
    else:
        bare = a.kind in {"person", "official"} and a.name.istitle() and " " not in a.name
        name = here.names.full.get(a.name.casefold()) if bare else None
    return msgspec.structs.replace(a, name=name) if name else a


def _holder(memory: Memory, office: str) -> str | None:
    """ "The colonel": the only one whom the text has called so."""
    holders = memory.offices.get(office.split()[-1], set())
    return next(iter(holders)) if len(holders) == 1 and " and " not in office else None


def remember_office(memory: Memory, d: Draft) -> None:
    """Remember who holds an office, so that "the envoy" is known when he speaks."""
    if d.type == "ATTRIBUTE" and d.sub == "office":
        for value in d.names("value"):
            head = _OF.split(value.lower())[0].split()
            for who in d.names("subject") if head else ():
                memory.offices.setdefault(head[-1], set()).add(memory.names.whole(who))


def remember_speaker(memory: Memory, number: int, m: Mention, link: Attribution) -> None:
    """Remember who spoke, and which pronoun may mean him."""
    known = named(link, memory, memory, number)
    low = link.name.lower()
    if low in {"we", "i", "you"}:
        return
    if m.plural or low == "they" or link.parts:
        fits = "many"
    elif m.kind == "person" or low in {"he", "she"} or (m.kind == "group" and m.human):
        fits = "one"
    else:
        fits = "body"
    memory.said.append((number, known.name, fits))
    memory.kinds.setdefault(known.name, known.kind)


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
