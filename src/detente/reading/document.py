"""The pass over a whole document: who *he* is, when it was, which past is only background."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from detente.language.dates import times
from detente.reading.attribution import Sources
from detente.reading.bonds import commitments, contents, tie
from detente.reading.corrections import correct
from detente.reading.custodians import (
    custody_of,
    destinations,
    held_in,
    homeward,
    main_custody,
    states_of_persons,
    swap_sides,
    told_by_gaolers,
)
from detente.reading.dating import set_background, set_state_date, set_time
from detente.reading.draft import Draft
from detente.reading.inference import (
    authority_states,
    held_people,
    infer_agents,
    measures_before,
    moves_nobody,
)
from detente.reading.left_behind import left_behind
from detente.reading.lexicon import Lexicon
from detente.reading.memory import Memory
from detente.reading.mentions import Mentions
from detente.reading.quotes import name_confirmed, name_quoted, opinions, speaker
from detente.reading.referents import fill_roles, remember, remember_office, remember_speaker
from detente.reading.seen_names import Names
from detente.reading.words import Sentence
from detente.reading.worlds import (
    BRIEF,
    FREEING,
    HOLDING,
    MEASURES,
    SHORT,
    TELLS_HELD,
    World,
    is_ours,
    of_another_world,
)
from detente.records import Article

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
    anchor = _day(page.article.published)
    sources = Sources(lexicon)
    name_quoted(page.sentences, page.drafts, page.article.text, sources)
    name_confirmed(page.sentences, page.drafts, sources)
    page.drafts[:] = ordered(
        [*page.drafts, *opinions(page.sentences, page.drafts, page.article.text, sources)]
    )
    _tell_who_and_when(page, anchor, lexicon, sources)
    _in_our_world(page, lexicon)
    held = held_people(page.drafts)
    _recall(page.drafts)
    drafts = correct(page.sentences, page.drafts, lexicon)
    text = page.article.text
    brief = len(text) < BRIEF
    kept = [
        d
        for d in drafts
        if not moves_nobody(d, held, lexicon, brief=brief) and not _other_world(d, text, lexicon)
    ]
    for d in kept:
        set_background(d, page.article, anchor, kept)
        set_state_date(d, page.article)
    kept = ordered([*kept, *left_behind(kept)])
    states = states_of_persons(page.sentences)
    held_in(kept)
    told_by_gaolers(kept)
    homeward(kept)
    infer_agents(kept)
    swap_sides(kept)
    custody_of(kept, states)
    main_custody(kept, states, lexicon)
    destinations(kept)
    authority_states(kept, states)
    measures_before(kept)
    kept += commitments(kept, anchor)
    contents(kept)
    tie(kept)
    _own_voice(kept, page.article, lexicon)
    return kept


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published) if published is not None and len(published) == 10 else None


def _tell_who_and_when(page: Page, anchor: date | None, lexicon: Lexicon, sources: Sources) -> None:
    """Roles and times, sentence by sentence, with what was told before each."""
    by_sentence: dict[int, list[Draft]] = {}
    for d in page.drafts:
        by_sentence.setdefault(id(d.sentence), []).append(d)
    memory = Memory(page.names, pronouns=lexicon.pronouns)
    for number, (s, ms) in enumerate(page.sentences):
        found = times(s.text, anchor=anchor)
        for d in by_sentence.get(id(s), ()):
            fill_roles(d, memory, number)
            set_time(d, found, page.article, anchor)
            remember_office(memory, d)
        remember(memory, number, s, ms)
        said = speaker(s, ms, sources)
        if said is not None:
            remember_speaker(memory, number, *said)


def _own_voice(drafts: Sequence[Draft], article: Article, lexicon: Lexicon) -> None:
    """What an organ of a state publishes and ties in its own voice is tied by a side (CODEBOOK §6, L3)."""
    if lexicon.pattern("organ").search(article.publisher or "") is None:
        return
    for d in drafts:
        if d.own_words and not d.attribution and d.linkage is not None:
            d.linkage = msgspec.structs.replace(d.linkage, class_="L3")


def _in_our_world(page: Page, lexicon: Lexicon) -> None:
    """Drop what is told of clubs, hospitals, films: first of those held, then of those freed."""
    text, worlds = page.article.text, dict[int, World]()
    ours = [d for d in page.drafts if is_ours(d, lexicon)]
    for types in (HOLDING, FREEING, MEASURES):
        held = [d for d in page.drafts if d.type in TELLS_HELD and d.stand.mode != "denied"]
        for d in [x for x in page.drafts if x.type in types]:
            at = 0 if len(text) <= SHORT else d.sentence.start
            if at not in worlds:
                end = len(text) if len(text) <= SHORT else d.sentence.end
                worlds[at] = World.around(at, end, text, lexicon)
            others = [x for x in ours if x.sentence is not d.sentence]
            d.dropped = of_another_world(d, worlds[at], [*held, *others], lexicon)
            if d.dropped is not None:
                page.drafts.remove(d)


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
        moved = last is not None and (last.type == "CUSTODY_STATE" or last.sub == "facility_move")
        freed = last is not None and not moved and last.stand.mode != "denied"
        if d.names_all and freed and last is not None:
            q = last.quantity
            freed = last.type in {"RELEASE", "CLEMENCY"} and q is not None and q.lo == d.names_all == q.hi
        if last is None or not freed or d.sentence.start - last.sentence.start > _RECALLED:
            drafts.remove(d)
        elif d.type == "RELEASE":
            d.stand = last.stand.copy()


def ordered(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts in the order of the text."""
    return sorted(drafts, key=lambda d: (d.sentence.start, d.trigger, d.lo, d.rule))
