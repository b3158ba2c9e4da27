"""The pass over a whole document: who *he* is, when it was, which past is only background."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from detente.language.dates import times
from detente.reading.bonds import commitments, contents, tie
from detente.reading.corrections import correct
from detente.reading.dating import set_background, set_state_date, set_time
from detente.reading.draft import Draft
from detente.reading.inference import (
    authority_states,
    custody_of,
    held_people,
    infer_agents,
    main_custody,
    moves_nobody,
    states_of_persons,
)
from detente.reading.lexicon import Lexicon
from detente.reading.memory import Memory
from detente.reading.mention import Mention
from detente.reading.mentions import Mentions
from detente.reading.seen_names import Names
from detente.reading.words import Sentence
from detente.records import Article, Filler

"""An act further back than this many days before publication is background."""


_BRIEF = 400
"""A text of fewer characters says too little of its world to be judged by it."""
_HELD_FIRST = frozenset({"RELEASE", "TRANSFER", "CUSTODY_STATE"})
"""Types that presuppose somebody held."""
_WORD = re.compile(r"[\w-]+")
_OF_GROUPS = frozenset({"RELEASE", "CLEMENCY", "TRANSFER", "CUSTODY_STATE"})
_RECALLED = 700
"""So many characters further on, "they" no longer means the freed."""


@dataclass
class Page:
    """A document on its way through: its sentences in order with what each gave."""

    article: Article
    sentences: Sequence[tuple[Sentence, Mentions]]
    drafts: list[Draft]
    names: Names


def complete(page: Page, lexicon: Lexicon) -> list[Draft]:
    """Fill in what only the whole document tells; drop what it speaks against.

    Args:
        page: sentences and drafts in reading order.
        lexicon: word classes.

    Returns:
        The drafts that stand, with roles, times and modes complete.
    """
    published = page.article.published
    anchor = date.fromisoformat(published) if published is not None and len(published) == 10 else None
    freed = held_people(page.drafts)
    by_sentence: dict[int, list[Draft]] = {}
    for d in page.drafts:
        by_sentence.setdefault(id(d.sentence), []).append(d)
    memory = Memory(page.names)
    for number, (s, ms) in enumerate(page.sentences):
        found = times(s.text, anchor=anchor)
        for d in by_sentence.get(id(s), ()):
            _fill_roles(d, memory, number, page)
            set_time(d, found, page.article, anchor)
        _remember(memory, number, s, ms)
    _recall(page.drafts)
    drafts = correct(page.sentences, page.drafts, lexicon)
    text = page.article.text
    kept = [d for d in drafts if not moves_nobody(d, freed, lexicon) and not _other_world(d, text, lexicon)]
    for d in kept:
        set_background(d, anchor, kept)
        set_state_date(d, page.article)
    states = states_of_persons(page.sentences)
    infer_agents(kept)
    custody_of(kept, states)
    main_custody(kept, states)
    authority_states(kept, states)
    kept += commitments(kept)
    contents(kept)
    tie(kept)
    return kept


def _other_world(d: Draft, text: str, lexicon: Lexicon) -> bool:
    """Clubs release players and schools exchange pupils: no custody is spoken of, or sport is."""
    if d.type not in _HELD_FIRST or len(text) < _BRIEF:
        return False
    whole = {w.lower() for w in _WORD.findall(text)}
    words = whole.union(*(w.split("-") for w in whole))
    held = words & lexicon["nouns.custody"]
    sport = len(words & lexicon["nouns.sport"]) > 2 and len(held) < 3
    return sport or (not held and d.source is not None and d.source.weak)


def _recall(drafts: list[Draft]) -> None:
    """What points back to the freed stands as they stand; without any told before it is dropped."""
    for d in [x for x in drafts if x.recalls]:
        told = [
            x
            for x in drafts
            if x.type in _OF_GROUPS and not x.recalls and x.sentence.start < d.sentence.start
        ]
        last = told[-1] if told else None
        freed = last is not None and last.type != "CUSTODY_STATE" and last.stand.mode != "denied"
        if last is None or not freed or d.sentence.start - last.sentence.start > _RECALLED:
            drafts.remove(d)
        elif d.type == "RELEASE":
            d.stand = last.stand.copy()


# ── roles ──
def _fill_roles(d: Draft, memory: Memory, number: int, page: Page) -> None:
    agent = next(
        (m.name for r in ("authority", "releaser", "committer", "granter") for m in d.slots.get(r, ())), None
    )
    here = Memory(
        memory.names,
        list(memory.persons),
        list(memory.groups),
        list(memory.states),
        list(memory.bodies),
        list(memory.acting),
    )
    _remember_before(here, number, d)
    for role, mentions in d.slots.items():
        for m in mentions:
            f = here.filler(number, m, agent=agent)
            if f is None:
                continue
            if role == "people":
                role_name = "person" if f.kind == "person" else "group"
                d.add(role_name, f)
            elif role in {"to", "from", "place"}:
                _add_place(d, role, m, f)
            else:
                d.add(role, f)
    if d.attribution:
        d.attribution = [_resolve_source(a, here, number) for a in d.attribution]


def _resolve_source(a, here: Memory, number: int):  # type: ignore[no-untyped-def]
    import msgspec

    low = a.name.lower()
    if low in {"he", "she"}:
        name = here.person(number, 0)
        return msgspec.structs.replace(a, name=name, named=True) if name else a
    if low == "they":
        name = here.group(number)
        return msgspec.structs.replace(a, name=name) if name else a
    if low in {"it"}:
        return msgspec.structs.replace(a, name=here.bodies[-1]) if here.bodies else a
    full = (
        here.names.full.get(a.name.split()[-1].casefold())
        if a.kind in {"person", "official"} and a.name.istitle() and " " not in a.name
        else None
    )
    return msgspec.structs.replace(a, name=full) if full else a


def _add_place(d: Draft, role: str, m: Mention, f: Filler) -> None:
    hit = m.hit
    if m.city and hit is not None and hit.kind in {"capital", "city"}:
        d.add(role, Filler(hit.name, "place"))
        if hit.actor and role in {"to", "from"}:
            d.add(role, Filler(hit.actor, "state", None, True))
        return
    d.add(role, f)


def _remember(memory: Memory, number: int, s: Sentence, ms: Mentions) -> None:
    for w in s.words:
        if w.tag[:2] in {"NN", "CD", "DT"}:
            m = ms.at(w.i)
            if m is not None and m.head == w.i and w.dep not in {"compound", "amod", "nummod", "det"}:
                memory.see(
                    number,
                    m,
                    subject=w.dep in {"nsubj", "nsubjpass"} and s[w.head].dep in {"ROOT", "ccomp", "conj"},
                )


def _remember_before(memory: Memory, number: int, d: Draft) -> None:
    for w in d.sentence.words:
        if w.i >= d.trigger:
            break
        if w.tag[:2] in {"NN", "CD"} and w.dep not in {"compound", "amod", "nummod", "det"}:
            m = d.mentions.at(w.i)
            if m is not None and m.head == w.i:
                memory.see(number, m, subject=w.dep in {"nsubj", "nsubjpass"})


def ordered(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts in the order of the text."""
    return sorted(drafts, key=lambda d: (d.sentence.start, d.trigger, d.lo, d.rule))
