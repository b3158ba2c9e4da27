"""Two that exchange people: who they are, and that each gives the other its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.language.gazetteer import gazetteer
from detente.reading.clauses.draft import Draft
from detente.reading.frames.nations import at_odds, nations, nations_told
from detente.reading.frames.whose_state import state_of
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.mention import Mention
from detente.records import HOLDERS, UNSTATED, Filler

HANDING = frozenset({"release.hand_over", "release.turn_over"})
_UNDONE = frozenset({"denied", "hypothetical"})
_BETWEEN = re.compile(
    r"\b(?:swap|exchange|trade)s?\b(?: (?:of|is|was|are|under)\b[\w -]{1,30}?)? between\b", re.I
)
_GIVEN = "release.swap_other_side"
_SIDES = frozenset({"state", "organisation"})


def exchangers(drafts: Sequence[Draft]) -> dict[str, str]:
    """The two that alone exchange people here, states or bands, with what they are."""
    swaps = [d for d in drafts if d.sub == "swap_release" and d.stand.mode not in _UNDONE]
    told = {f.name: f.kind for d in swaps for f in d.roles.get("releaser", ()) if f.kind in _SIDES}
    return dict(told) if len(told) == 2 else {}


def exchanging(drafts: Sequence[Draft]) -> set[str]:
    """The two states that alone exchange people here, or between which an exchange is told to be."""
    parties = exchangers(drafts)
    if set(parties.values()) == {"state"}:
        return set(parties)
    return sides_of_bargains(drafts) or _each_others(drafts)


def _each_others(drafts: Sequence[Draft]) -> set[str]:
    """ "Chad handed over twelve Danes and got back nine of its own": each frees the other's people."""
    freed = {
        (by, whose)
        for d in drafts
        if d.type == "RELEASE" and d.stand.mode not in _UNDONE
        for by in _by_and_from(d)
        for whose in {*nations(d, {}), *(f.name for f in d.roles.get("to", ()) if f.kind == "state")}
        if by != whose
    }
    sides = {state for pair in freed for state in pair}
    return sides if len(sides) == 2 == len(freed) else set()


def _held_by_the_other(drafts: Sequence[Draft]) -> None:
    """Of two states that exchange people, "the Danes", "the nine Danes" had been taken by the other."""
    sides, known = exchanging(drafts), nations_told(drafts)
    for d in drafts if sides else ():
        role = HOLDERS.get(d.type, "")
        own, people = nations(d, known), d.slots.get("people", ())
        theirs = role and own < sides and not set(d.names(role)) - {UNSTATED} and d.stand.mode not in _UNDONE
        if theirs and all(m.kind == "group" and _those(d, m) for m in people):
            placed = {state for m in d.slots.get("place", ()) if (state := state_of(m)) is not None}
            other = next(iter(sides - own))
            if placed <= {other}:
                d.roles[role] = [Filler(other, "state", None, True)]


def _those(d: Draft, m: Mention) -> bool:
    """ "The Danes", or what these are told to be: "the Danes were *drivers arrested in May*".

    Not "the Danish guards" or "the Danish president", who are others.
    """
    by_nation = any(h.kind in {"demonym", "people"} for h in gazetteer().find(m.text.split()[-1]))
    return (m.definite and by_nation) or (m.head < len(d.sentence) and d.sentence[m.head].dep == "attr")


def sides_of_bargains(drafts: Sequence[Draft]) -> set[str]:
    """The two states of "an exchange between Oslo and Lima", whoever frees whom in it."""
    sides: set[str] = set()
    for d in drafts:
        told = {f.name for f in d.roles.get("party", ()) if f.kind == "state"}
        tied = d.linkage is not None and d.stand.mode in {"asserted", "background"} and len(told) == 2
        sides |= told if tied and _BETWEEN.search(d.sentence.text) else set()
    return sides if len(sides) == 2 else set()


def one_sides(drafts: Sequence[Draft]) -> set[tuple[int, int]]:
    """Deeds whose own clause tells for whom people are given: "the girls were freed for nine rebels"."""
    return {deed(x) for x in drafts if x.rule == _GIVEN}


def deed(d: Draft) -> tuple[int, int]:
    """The sentence of a draft and where its verb stands."""
    return id(d.sentence), d.trigger


def _not_from_where_they_went(drafts: Sequence[Draft]) -> None:
    """ "The Front released X to the Danish government": he left the Front's hands, and no Danish ones.

    Where the state to which they went is not told to have let them go, it is not inferred that they left it.
    """
    for d in drafts:
        went = set(d.names("to")) - set(d.names("releaser")) if d.type == "RELEASE" else set()
        if went & set(d.names("from")):
            d.roles["from"] = [f for f in d.roles["from"] if not f.inferred or f.name not in went]


def to_the_other_side(drafts: Sequence[Draft]) -> None:
    """Of two states that exchange people, whom the one frees for it or gives back goes to the other.

    "Finland and Norway exchanged spies. Oslo handed over Ben Roth": so told where people change hands, or
    where the other side's own are freed; always inferred.
    """
    _held_by_the_other(drafts)
    _not_from_where_they_went(drafts)
    parties, known = exchangers(drafts), nations_told(drafts)
    sides = set(parties)
    for d in drafts if sides else ():
        by = set(d.names("releaser")) & sides
        if d.type != "RELEASE" or d.names("to") or not by or d.stand.mode in _UNDONE:
            continue
        over = sides if by == sides else sides - by
        home = all(parties[name] == "state" for name in over)
        if home and (d.sub == "swap_release" or d.rule in HANDING or nations(d, known) == over):
            d.add("to", *(Filler(name, "state", None, True) for name in sorted(over)))


def got_back(drafts: Sequence[Draft]) -> None:
    """ "Chad freed 17 Danes and got back nine soldiers": Denmark let those go, and its own came home.

    Told in one sentence: whose people the one state frees is the side from which it gets others.
    """
    for d in drafts:
        gets = d.type == "RELEASE" and d.source is not None and d.source.agent_role == "to"
        mine = {f.name for f in d.roles.get("to", ()) if f.kind == "state"}
        if not gets or len(mine) != 1 or set(d.names("releaser", "from")) - {UNSTATED}:
            continue
        for x in (x for x in drafts if x.sentence is d.sentence and x.type == "RELEASE"):
            theirs = nations(x, {})
            if mine <= _by_and_from(x) and len(theirs) == 1 and theirs != mine:
                other = Filler(next(iter(theirs)), "state", None, True)
                d.roles["releaser"] = [other]
                d.add("from", other)
                x.add("to", *([] if x.names("to") else [other]))


def own_go_home(drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """In a swap whoever is of a state that frees others there goes to it, unless it frees or held them.

    "Osmia freed two Varlanders in a swap. The Osmian spy Ben Roth was among those let go": he goes to Osmia.
    """
    done = [d for d in drafts if d.type == "RELEASE" and d.stand.mode not in _UNDONE]
    parties = sides_of_bargains(drafts)
    if not any(d.sub == "swap_release" for d in done) and not parties:
        return
    known = nations_told(drafts)
    freeing = parties.union(*(_by_and_from(d) for d in done))
    for d in done:
        own = nations(d, known)
        away = len(own) == 1 and own <= freeing - _by_and_from(d)
        if d.names("to") or not away or at_odds(d, lexicon):
            continue
        if not own & _holders(d, drafts):
            d.add("to", *(Filler(name, "state", None, True) for name in own))


def _by_and_from(d: Draft) -> set[str]:
    return {f.name for r in ("releaser", "from") for f in d.roles.get(r, ()) if f.kind == "state"}


def _holders(d: Draft, drafts: Sequence[Draft]) -> set[str]:
    """The states told to have arrested, tried or held those of a draft."""
    names = set(d.names("person"))
    held = [x for x in drafts if x.type in HOLDERS and names & set(x.names("person"))]
    return {f.name for x in held for r in HOLDERS.values() for f in x.roles.get(r, ()) if f.kind == "state"}


def told_once(drafts: Sequence[Draft]) -> list[Draft]:
    """ "X, whom Cuba let go, for Y": the other side of a swap is told by its own clause where it has one.

    Args:
        drafts: all of the document in their order.

    Returns:
        Those that stand: of several that tell the same people as given in return, the nearest one.
    """
    gone: set[int] = set()
    for d in drafts:
        if d.rule != _GIVEN:
            continue
        same = [x for x in drafts if x is not d and x.type == "RELEASE" and _same_people(d, x)]
        own = next((x for x in same if x.rule != _GIVEN), None)
        if own is not None:
            for role in ("from", "to"):
                own.add(role, *(d.roles.get(role, ()) if not own.names(role) else ()))
        if own is not None or any(x.trigger > d.trigger for x in same):
            gone.add(id(d))
    return [d for d in drafts if id(d) not in gone]


def _same_people(d: Draft, x: Draft) -> bool:
    heads = {m.head for m in d.slots.get("people", ())}
    return d.sentence is x.sentence and bool(heads) and heads == {m.head for m in x.slots.get("people", ())}
