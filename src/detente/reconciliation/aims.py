"""Whom measures are aimed at, and whether two of them can be one measure (CODEBOOK §4).

One sector makes no one measure of what is aimed at two countries, or at two companies that are named.
Where it is not told whose measure it is, it may be anybody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from detente.language.gazetteer import gazetteer
from detente.language.scripts import fold
from detente.records import UNSTATED, Claim, Filler


class Aim(NamedTuple):
    """One whom a measure is aimed at."""

    keys: frozenset[str]  # the entity and the folded name
    states: frozenset[str]  # the states it is, or is told to be of
    name: str = ""  # folded; "" where it is a state, or only described


def aims(claims: Iterable[Claim]) -> frozenset[Aim]:
    """Whom the measures of these claims are aimed at, by target, programme or the owner of the sector.

    >>> aims(())
    frozenset()
    """
    return frozenset(aim for claim in claims for aim in _aims(claim))


def are_apart(left: frozenset[Aim], right: frozenset[Aim]) -> bool:
    """Are both told to be aimed at somebody, and at nobody who may be the same?

    >>> one, two = (frozenset({Aim(frozenset({n}), frozenset({n}))}) for n in ("varland", "brenland"))
    >>> are_apart(one, two), are_apart(one, one), are_apart(one, frozenset())
    (True, False, False)
    """
    return bool(left and right) and not any(_may_be_one(one, two) for one in left for two in right)


def of_other_states(left: Iterable[Aim], right: Iterable[Aim]) -> bool:
    """Are both told to be aimed at states, and at none in common?

    >>> of_other_states((), ())
    False
    """
    one, two = ({s for aim in side for s in aim.states} for side in (left, right))
    return bool(one and two) and one.isdisjoint(two)


def body_of(claim: Claim) -> str:
    """A company or body that is named stands for the measure; a whole country names none."""
    bodies = (f for f in claim.roles.get("target", ()) if f.kind not in ("state", "unstated"))
    return next((fold(f.name) for f in bodies), "")


def _may_be_one(one: Aim, two: Aim) -> bool:
    """One name, one state, a state and a body of it; or nobody says of which state the one is."""
    if one.keys & two.keys:
        return True
    if one.states and two.states and not one.states & two.states:
        return False
    return not (one.name and two.name) or _is_longer(one.name, two.name)


def _is_longer(one: str, two: str) -> bool:
    """Is one the other's name in full?"""
    left, right = set(one.split()), set(two.split())
    return left <= right or right <= left


def _aims(claim: Claim) -> Iterator[Aim]:
    targets = [f for f in claim.roles.get("target", ()) if f.name != UNSTATED]
    told = _told_states(claim)
    own = frozenset(s for f in targets if f.kind == "state" for s in _keys(f)) | told
    for target in targets:
        keys = _keys(target)
        if target.kind == "state":
            yield Aim(keys, keys)
        else:
            called = fold(target.name) if target.kind in ("organisation", "person") else ""
            named = frozenset(fold(s) for s, _ in _states_in(target.name)) - _authority(claim)
            yield Aim(keys, named or own, called)
    if not targets and told:
        yield Aim(told, told)


def _told_states(claim: Claim) -> frozenset[str]:
    """The states after which a programme is called, and whose sector it is."""
    programmes = {fold(s) for n in claim.names("programme") for s, _ in _states_in(n)}
    sectors = {fold(s) for n in claim.names("sector") for s, opens in _states_in(n) if opens}
    return frozenset(programmes | sectors) - _authority(claim)


def _authority(claim: Claim) -> frozenset[str]:
    """The states whose own measure it is: "US dollar accounts" in a US licence are nobody's sector."""
    return frozenset(key for f in claim.roles.get("authority", ()) for key in _keys(f))


def _keys(filler: Filler) -> frozenset[str]:
    state = gazetteer().state(filler.name)
    names = (filler.entity, fold(filler.name), fold(state.name) if state else None)
    return frozenset(filter(None, names))


@lru_cache(maxsize=4096)
def _states_in(words: str) -> tuple[tuple[str, bool], ...]:
    """The states that a wording names, each with whether the wording opens with it."""
    hits = (h for h in gazetteer().find(words) if h.kind in ("state", "demonym"))
    found = ((gazetteer().state(h.name), h.start == 0) for h in hits)
    return tuple((state.name, opens) for state, opens in found if state is not None)
