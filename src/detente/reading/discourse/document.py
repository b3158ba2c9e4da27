"""The pass over a whole document: who *he* is, when it was, which past is only background."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import msgspec

from detente.language.dates import times
from detente.reading.clauses.attribution import Sources
from detente.reading.clauses.awaited import still_expected
from detente.reading.clauses.draft import Draft, by_sentence
from detente.reading.discourse.again import taken_again
from detente.reading.discourse.all_of_them import all_of_them
from detente.reading.discourse.antecedents import call_nobody, named_later
from detente.reading.discourse.bonds import commitments, contents, promised_by, tie
from detente.reading.discourse.both_sides import both_sides
from detente.reading.discourse.captors import captors, hostage_takers
from detente.reading.discourse.corrections import correct
from detente.reading.discourse.counted_elsewhere import counted_anew, counted_elsewhere, named_as_many
from detente.reading.discourse.courts import same_court
from detente.reading.discourse.custodians import (
    by_nation,
    custody_of,
    held_in,
    main_custody,
    moved_out,
    states_of_those_who_free,
    swap_sides,
)
from detente.reading.discourse.dating import set_time
from detente.reading.discourse.destinations import destinations, homeward
from detente.reading.discourse.gaolers import told_by_gaolers
from detente.reading.discourse.homecomers import homecomers
from detente.reading.discourse.house_arrest import into_house_arrest, out_of_the_gate
from detente.reading.discourse.inference import (
    authority_states,
    held_people,
    infer_agents,
    measures_before,
    moves_nobody,
    sought_by,
)
from detente.reading.discourse.labelled import under_their_state
from detente.reading.discourse.lead_groups import lead_groups
from detente.reading.discourse.lead_names import lead_names
from detente.reading.discourse.left_behind import left_behind
from detente.reading.discourse.left_out import left_out, not_among_the_listed
from detente.reading.discourse.licence_terms import licence_terms
from detente.reading.discourse.line_rosters import line_rosters
from detente.reading.discourse.listed_targets import listed_targets
from detente.reading.discourse.looking_back import looking_back
from detente.reading.discourse.make_believe import with_the_animals
from detente.reading.discourse.memory import Memory
from detente.reading.discourse.no_custody import no_custody
from detente.reading.discourse.pacts import pact_sides
from detente.reading.discourse.pets import Pets
from detente.reading.discourse.pointing_back import point_back
from detente.reading.discourse.private_worlds import PENAL, against_disease
from detente.reading.discourse.quotes import name_confirmed, name_quoted, opinions, present, speaker
from detente.reading.discourse.reach import reach
from detente.reading.discourse.recalled import set_background
from detente.reading.discourse.referents import fill_roles, remember, remember_office, remember_speaker
from detente.reading.discourse.rosters import rosters
from detente.reading.discourse.same_day import Days, in_one_week
from detente.reading.discourse.same_hands import in_lawless_hands, same_hands
from detente.reading.discourse.same_speakers import same_speakers
from detente.reading.discourse.scheduled import set_announced, set_covered, set_drafted, set_scheduled
from detente.reading.discourse.set_out import (
    free_travellers,
    freed_otherwise,
    set_out,
    without_journeys_before,
)
from detente.reading.discourse.setting import sent_from, setting
from detente.reading.discourse.so_many_named import so_many_named
from detente.reading.discourse.so_were import so_were
from detente.reading.discourse.state_dates import set_state_date
from detente.reading.discourse.tie_ends import tie_ends
from detente.reading.discourse.told_above import name_above
from detente.reading.discourse.told_again import set_told_again
from detente.reading.discourse.whose_measures import (
    organs_at_home,
    own_measures,
    treasuries,
    whose_measures,
)
from detente.reading.discourse.world import World
from detente.reading.discourse.worlds import (
    BRIEF,
    HOLDING,
    SHORT,
    SPOKEN,
    TELLS_HELD,
    THINGS,
    is_ours,
    measured,
    of_another_world,
)
from detente.reading.frames.beside_freed import after_the_freed
from detente.reading.frames.exchanges import got_back, own_go_home, to_the_other_side, told_once
from detente.reading.frames.expulsions import of_those_who_left
from detente.reading.frames.journeys import counted_on_the_way
from detente.reading.frames.list_names import of_the_list
from detente.reading.frames.nations import nations_of_persons
from detente.reading.frames.whose_state import states_of_persons
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mentions import Mentions
from detente.reading.nouns.seen_names import Names
from detente.reading.parsing.words import Sentence
from detente.reading.shapes.seen_inside import placed_there
from detente.reading.shapes.told_held import ToldHeld
from detente.records import LET_GO, MEASURES, Article

_BRIEF = 400
_AROUND = 200
"""A text of fewer characters says too little of its world to be judged by it."""
_HELD_FIRST = frozenset({"RELEASE", "TRANSFER", "CUSTODY_STATE"})
"""Types that presuppose somebody held."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WORD = re.compile(r"[\w-]+")


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
    name_above(page.sentences, page.drafts, page.article.text, sources)
    name_confirmed(page.sentences, page.drafts, sources)
    page.drafts[:] = ordered(
        [*page.drafts, *opinions(page.sentences, page.drafts, page.article.text, sources)]
    )
    _tell_who_and_when(page, anchor, lexicon, sources)
    page.drafts[:] = ordered([*page.drafts, *so_were(page.sentences, page.drafts, lexicon)])
    _in_our_world(page, lexicon)
    page.drafts[:] = into_house_arrest(page.drafts)
    held = held_people(page.drafts)
    point_back(page.drafts, lexicon)
    left_out(page.sentences, page.drafts, lexicon)
    not_among_the_listed(page.sentences, page.drafts)
    still_expected([s for s, _ in page.sentences], page.drafts, lexicon)
    drafts = correct(page.sentences, page.drafts, lexicon, page.article.published)
    drafts = without_journeys_before(drafts)
    text = page.article.text
    brief = len(text) < BRIEF
    kept = [
        d
        for d in drafts
        if not moves_nobody(d, held, lexicon, brief=brief) and not _other_world(d, text, lexicon)
    ]
    for d in kept:
        set_scheduled(d, anchor, lexicon)
        set_drafted(d, lexicon)
        set_background(d, page.article, anchor, kept)
        set_state_date(d, page.article)
        set_announced(d)
    kept = set_covered(kept)
    set_told_again(kept, lexicon)
    counted_anew(kept, lexicon)
    looking_back(kept, lexicon)
    out_of_the_gate(kept)
    taken_again(kept)
    kept = free_travellers(kept)
    placed_there(kept)
    set_out(kept, held, lexicon)
    counted_on_the_way(kept, [s for s, _ in page.sentences], text, lexicon)
    kept = freed_otherwise(kept)
    counted_elsewhere(kept, page.sentences)
    kept = ordered([*kept, *left_behind(kept)])
    kept = of_the_list(of_those_who_left(after_the_freed(kept)))
    nations_of_persons(kept, page.sentences)
    states = states_of_persons(page.sentences)
    bands = captors(kept, page.sentences, lexicon)
    hostage_takers(kept, page.sentences, lexicon)
    held_in(kept, lexicon)
    told_by_gaolers(kept)
    homeward(kept, lexicon)
    swap_sides(kept)
    got_back(kept)
    by_nation(kept, lexicon)
    pact_sides(kept, lexicon)
    same_speakers(kept, text)
    own_measures(kept)
    both_sides(kept, page.sentences, lexicon)
    same_hands(kept, lexicon)
    infer_agents(kept, bands, states, lexicon)
    under_their_state(text, page.sentences, kept)
    custody_of(kept, states, bands, lexicon)
    if not bands and not in_lawless_hands(kept, lexicon):
        main_custody(kept, states, lexicon, setting(page.article, page.sentences, kept))
    same_hands(kept, lexicon)
    same_court(page.sentences, kept, lexicon)
    destinations(kept)
    to_the_other_side(kept)
    own_go_home(kept, lexicon)
    kept = told_once(kept)
    if not bands:
        promised_by(kept, lexicon)
    states_of_those_who_free(kept, states)
    rosters(page.sentences, kept, lexicon, line_rosters(text, page.sentences, kept, lexicon))
    report = _without_heads(page)
    lead_names(report, kept, lexicon)
    lead_groups(report, kept, lexicon)
    homecomers(page.sentences, kept, lexicon)
    all_of_them(page.sentences, kept, lexicon)
    so_many_named(report, kept, lexicon)
    listed_targets(text, page.sentences, kept, lexicon)
    named_as_many(kept, page.sentences, lexicon)
    moved_out(kept, lexicon)
    authority_states(kept, states)
    whose_measures(kept, states, lexicon)
    organs_at_home(kept, sent_from(page.article), lexicon)
    treasuries(kept, page.article.text)
    measures_before(kept)
    sought_by(kept)
    kept = licence_terms([s for s, _ in page.sentences], kept, page.article, anchor, lexicon)
    kept += commitments(kept, anchor)
    contents(kept)
    tie(kept)
    tie_ends(kept, page.sentences, lexicon)
    _own_voice(kept, page.article, lexicon)
    reach(kept)
    return kept


def _without_heads(page: Page) -> list[tuple[Sentence, Mentions]]:
    """The sentences of the report itself, without headings and lines that tell nothing ("By Ada Orlu")."""
    heads = page.article.headings
    told = [x for x in page.sentences if x[0][-1].tag == "." or any(w.tag in _FINITE for w in x[0].words)]
    return [x for x in told if not any(h.start <= x[0].start < h.end for h in heads)]


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published) if published is not None and len(published) == 10 else None


def _tell_who_and_when(page: Page, anchor: date | None, lexicon: Lexicon, sources: Sources) -> None:
    """Roles and times, sentence by sentence, with what was told before each."""
    told = by_sentence(page.drafts)
    memory = Memory(page.names, pronouns=lexicon.pronouns, official=lexicon["nouns.official"])
    days, texts = Days(), [s.text for s, _ in page.sentences]
    dated = [list(times(text, anchor=anchor)) for text in texts]
    in_one_week(texts, dated, anchor)
    for number, (s, ms) in enumerate(page.sentences):
        found = days.resolve(number, s.text, dated[number])
        for d in told.get(id(s), ()):
            fill_roles(d, memory, number)
            set_time(d, found, page.article, anchor)
            remember_office(memory, d)
        if any(h.start <= s.start < h.end for h in page.article.headings):
            continue  # a heading is no antecedent: the report tells again whom it means
        remember(memory, number, s, ms, told.get(id(s), ()))
        said = speaker(s, ms, sources) or present(s, ms, sources)
        if said is not None:
            remember_speaker(memory, number, *said)
    for number, (s, _) in enumerate(page.sentences):
        for d in told.get(id(s), ()):
            named_later(d, number, memory)
            call_nobody(d, lexicon)


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
    ours, animals = [d for d in page.drafts if is_ours(d, lexicon)], list[Draft]()
    pets = Pets(page.sentences, lexicon)
    for types in (PENAL, HOLDING, LET_GO, MEASURES, SPOKEN):
        held = [d for d in page.drafts if d.type in TELLS_HELD and d.stand.mode != "denied"]
        told = ToldHeld(held, ours)
        for d in [x for x in page.drafts if x.type in types]:
            at = 0 if len(text) <= SHORT else d.sentence.start
            if at not in worlds:
                end = len(text) if len(text) <= SHORT else d.sentence.end
                worlds[at] = World.around(at, end, text, lexicon)
            aimed = types is MEASURES and measured(d, page.drafts)
            why = against_disease(d, worlds[at], lexicon) if aimed else None
            why = why or no_custody(d, text, worlds[at], told, pets, lexicon)
            d.dropped = why if aimed else why or of_another_world(d, worlds[at], told, lexicon)
            animals += [d] if d.dropped == THINGS else []
        page.drafts[:] = [d for d in page.drafts if d.dropped is None]
    with_the_animals(page.drafts, ordered(animals), [s for s, _ in page.sentences], lexicon)
    page.drafts[:] = [d for d in page.drafts if d.dropped is None]


def _other_world(d: Draft, text: str, lexicon: Lexicon) -> bool:
    """Clubs release players, studios films, schools exchange pupils: no custody is spoken of, or sport is."""
    if d.rule == "release.counted":
        return not _of_prisoners(d, text, lexicon)
    if d.source is not None and d.source.shape == "each_way":  # votes and cars go each their way too
        return not {lexicon.forms.get(w, w) for w in _words(text)} & lexicon["nouns.swap"]
    if d.type not in _HELD_FIRST or len(text) < _BRIEF:
        return False
    words = _words(text)
    held = words & lexicon["nouns.custody"]
    sport = len(words & lexicon["nouns.sport"]) > 2 and len(held) < 3
    return sport or (not held and d.source is not None and d.source.weak)


def _of_prisoners(d: Draft, text: str, lexicon: Lexicon) -> bool:
    """ "Confirmed 12 releases": they, or sentences beside, speak of people held, and of no stage."""
    near = text[max(0, d.sentence.start - _AROUND) : d.sentence.end + _AROUND]
    own, around = ({w.removesuffix("s") for w in _words(x)} for x in (d.sentence.text, near))
    return bool(around & lexicon["worlds.custody"]) and not own & lexicon["worlds.story worlds.artists"]


@lru_cache(maxsize=4)
def _words(text: str) -> frozenset[str]:
    """The words of a text in small letters, with the parts of those that hold a hyphen."""
    whole = {w.lower() for w in _WORD.findall(text)}
    return frozenset(whole.union(*(w.split("-") for w in whole if "-" in w)))


def ordered(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts in the order of the text."""
    return sorted(drafts, key=lambda d: (d.sentence.start, d.trigger, d.lo, d.rule))
