"""Games, films and firms keep order and bargain as courts and states do: none of it is of our world."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from detente.reading.clauses.draft import Draft
from detente.reading.discourse.world import World, both
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.reading.parsing.words import Word
from detente.reading.shapes.told_held import ToldHeld

PENAL = frozenset({"SENTENCE", "HARM"})
_BARGAINERS = ("private", "work", "money", "sport", "parish", "discipline", "town")
"""Worlds whose people bargain and meet among themselves; ``worlds.toml`` says who they are."""
_A_LIST = re.compile(r"\b(?:off|from) (?:the|that|this|its|a) list\b", re.IGNORECASE)
_ABOARD = frozenset({"on", "in", "aboard", "by", "off"})
_FEW = 3
_ON_HOW_MUCH = re.compile(r"\b(?:limits?|curbs?|caps?|ceilings?) on how (?:much|many|long|far|often)\b", re.I)
TELLING = 300
"""A text of so many characters about people held would say so."""
_WARD = frozenset({"quarantine", "isolation"})
_STRAYED = frozenset({"stray", "strayed", "lost", "wander", "wandered"})
_BY_THE_HAND = re.compile(
    r"\bheld (?:\w+ )?by (?:the|his|her|their) (?:hands?|arms?|wrists?|collar|sleeve)\b", re.I
)
_IN_CLASS = frozenset({"detain.arrest", "detain.hold", "release.free", "release.let_go"})


def no_court(d: Draft, sport: int, ours: int, lexicon: Lexicon) -> str | None:
    """Why a charge, a penalty or a beating is one of a game; None where it is not.

    Args:
        d: the draft.
        sport: how many words of sport stand in its text.
        ours: how many words of custody and of those who hold in law.
        lexicon: word classes.
    """
    acting = (d.sentence[i] for i in (d.args.agent if d.args is not None else ()))
    if any(_called(d, w, ("sport", "discipline"), lexicon) for w in (*_agents(d), *acting)):
        return "who keeps order in a game or a trade tries nobody"
    tried = any(w.lemma in lexicon["nouns.court"] for w in d.sentence.words)
    if not tried and sport >= _FEW and sport > ours:
        return "the text speaks of another world (sport)"
    return None


def against_disease(d: Draft, world: World, lexicon: Lexicon) -> str | None:
    """Why a measure keeps out a sick animal, a pest or a virus, and aims at no state.

    Args:
        d: the draft of a measure.
        world: what its text speaks of.
        lexicon: word classes.
    """
    words = both(w.low for w in d.sentence.words)
    sick = world.hygiene > 1 + world.measures and not words & lexicon["worlds.measures_sure"]
    return "it is a measure against a disease" if sick else None


def for_a_debt(d: Draft, lexicon: Lexicon) -> str | None:
    """Why a measure binds nobody abroad: "sanctions for late payment", "limits on how much a shop may hold".

    Args:
        d: the draft of a measure that no state is told to be the target of.
        lexicon: word classes.
    """
    found = (d.mentions.at(w.i) for w in d.sentence.words)
    aimed = both(w for name in d.names("target") for w in name.split())
    if _ON_HOW_MUCH.search(d.sentence.text):
        return "how much of a thing may be had is a rule at home"
    if aimed & lexicon["worlds.dues"] and not any(m is not None and m.state for m in found):
        return "whoever owes or is late is punished, and nobody abroad"
    return None


def arms_and_fines(d: Draft, world: World, lexicon: Lexicon) -> bool:
    """Is it an amnesty for knives or fines, where no prisoner and nobody tried is spoken of?"""
    people = world.tried or d.slots.get("people") or world.ours & lexicon["worlds.inmates"]
    return world.given_up > 1 and not people


def stays(d: Draft, world: World, held: ToldHeld) -> bool:
    """Does somebody refuse to leave a home or a table: nobody in the text is held, taken or tried?

    Args:
        d: the draft of a journey.
        world: what its text speaks of.
        held: whom the text tells as held.
    """
    return d.sub == "refuse_to_leave" and world.length >= TELLING and not held.anybody(d)


def off_another_list(d: Draft, world: World, lexicon: Lexicon) -> str | None:
    """Why somebody struck from a list was under no measure: "struck his name off the list" of the freed.

    Args:
        d: the draft of a measure.
        world: what its text speaks of.
        lexicon: word classes.
    """
    kinds = {f.kind for f in d.roles.get("target", ())}
    if d.rule != "ease.delist" or kinds != {"person"} or not _A_LIST.search(d.sentence.text):
        return None
    by_state = any(f.kind == "state" for f in d.roles.get("authority", ()))
    of_the_freed = lexicon.pattern("release_word").search(d.sentence.text) is not None
    told = world.measures or both(w.low for w in d.sentence.words) & lexicon["worlds.measures"]
    return None if by_state or told or not of_the_freed else "no list of measures is told of"


def carries(d: Draft, w: Word) -> bool:
    """ "Two planes bring 249 to Aden", "crossed on two buses; nine flew": it carries those moved."""
    if w.dep == "nsubj":
        return d.sentence.kid(w.head, "dobj") is not None
    return d.sentence[w.head].low in _ABOARD


def among_themselves(d: Draft, lexicon: Lexicon) -> bool:
    """ "The company has concluded its talks with the unions": no state and nobody in office sits there.

    Args:
        d: a draft of talks.
        lexicon: word classes.
    """
    if d.topic is not None and {w.lower() for w in d.topic.split()[:2]} & lexicon["worlds.pay"]:
        return True  # "talks on pay"
    seated = [m for r in ("participants", "host", "mediator", "between") for m in d.slots.get(r, ())]
    if not seated or any(_in_office(d, m, lexicon) for m in seated):
        return False
    return any(_called(d, w, _BARGAINERS, lexicon) for m in seated for w in _words(d, m))


def kept_in(d: Draft, world: World, lexicon: Lexicon) -> str | None:
    """Why who is kept in class or in quarantine is held by nobody of ours; None where he may be.

    Args:
        d: a draft of people held or let go, by no authority.
        world: what its text speaks of.
        lexicon: word classes.
    """
    ours = world.custody + 2 * world.authority
    if d.rule == "release.let_go" and _BY_THE_HAND.search(d.sentence.text):
        return "who is held by the hand is in no custody"
    if world.others["ward"] > ours and {w.low for w in d.sentence.words} & _WARD:
        return "who is kept apart as sick is not held"
    if world.others["school"] > _FEW + ours and d.rule in _IN_CLASS:
        return "who is kept in class is not held"
    return None


def brought_to_safety(d: Draft, world: World, held: ToldHeld) -> bool:
    """ "All 40 were taken home", of whom a text of a fire tells that they were brought ashore."""
    ours = world.custody + world.authority + world.measures
    return bool(world.others["rescue"]) and not ours and not held.anybody(d)


def brought_home(d: Draft, lexicon: Lexicon) -> bool:
    """ "Nine children who had strayed were handed over to their parents"."""
    to = [d.sentence[i].lemma for i in (d.args.preps.get("to", ()) if d.args is not None else ())]
    lost = {w.lemma for w in d.sentence.words} & _STRAYED
    return d.rule == "release.hand_over" and bool(lost) and any(x in lexicon["nouns.kinship"] for x in to)


def _agents(d: Draft) -> Iterator[Word]:
    slots = (d.slots.get(r, ()) for r in ("authority", "alleged_actor", "court"))
    return (d.sentence[m.head] for m in chain.from_iterable(slots))


def _words(d: Draft, m: Mention) -> Iterator[Word]:
    return (d.sentence[i] for i in range(m.lo, m.hi + 1))


def _in_office(d: Draft, m: Mention, lexicon: Lexicon) -> bool:
    if m.kind == "state" or m.anaphor is not None:
        return True
    office = lexicon["worlds.authority nouns.envoy worlds.measures"]
    low = {x for w in _words(d, m) for x in (w.low, w.lemma)} | {t.lower() for t in m.titles}
    return bool(low & office)


def _called(d: Draft, w: Word, worlds: tuple[str, ...], lexicon: Lexicon) -> bool:
    return any({w.low, w.lemma} & lexicon[f"worlds.{x}"] for x in worlds)
