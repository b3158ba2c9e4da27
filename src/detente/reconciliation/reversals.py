"""Whether what was given was taken back: a measure put back after it was eased, people jailed again."""

from __future__ import annotations

from collections.abc import Sequence

from detente.language.numbers import quantities
from detente.language.scripts import fold
from detente.reconciliation.aims import aims, are_apart, body_of
from detente.reconciliation.ground import Ground
from detente.records import Claim


def is_reversed(ground: Ground, performed: Sequence[Claim]) -> bool:
    """Was the measure put back by the same authority, for whom it was eased, after that?"""
    eased = max((_day(c) for c in performed), default="")
    authority = {p for c in performed for p in ground.parties(c, "authority")}
    measures, whose = {m for c in performed for m in _measure(c)}, aims(performed)
    return any(
        c.type != "DETAIN"
        and _day(c) > eased
        and not measures.isdisjoint(_measure(c))
        and not are_apart(whose, aims([c]))
        for party in authority
        for c in ground.reimposed.get(party, ())
    )


def is_retaken(ground: Ground, freed: Sequence[Claim]) -> bool:
    """Did the same party jail again those whom it let go, or some of them?

    Somebody of the names, or "five of the 33" where 33 were freed; that others are jailed takes nothing back.
    """
    since = min((_day(c) for c in freed), default="")
    people = {f.entity for c in freed for f in c.roles.get("person", ()) if f.entity}
    numbers = {c.quantity.lo for c in freed if c.quantity and c.quantity.exact and (c.quantity.lo or 0) > 1}
    agents = {e.agent for c in freed if (e := ground.event_of.get(c.id)) is not None and e.agent}
    return any(
        _day(c) > since and (not people.isdisjoint(_people(c)) or not numbers.isdisjoint(_wholes(c)))
        for party in sorted(agents)
        for c in ground.reimposed.get(party, ())
        if c.type == "DETAIN"
    )


def _people(claim: Claim) -> set[str]:
    return {f.entity for f in claim.roles.get("person", ()) if f.entity}


def _wholes(claim: Claim) -> set[float]:
    """The number of which a group is a part: "five of the 33"."""
    parts = (tail for name in claim.names("group") for _, of, tail in [name.partition(" of ")] if of)
    found = (q.quantity for tail in parts for q in quantities(tail) if q.kind == "count")
    return {q.lo for q in found if q.exact and q.lo is not None and q.lo > 1}


def _day(claim: Claim) -> str:
    time = claim.time.end if claim.time else None
    return time or claim.document.published or ""


def _measure(claim: Claim) -> set[str]:
    """What a measure is known by: its sector, its instrument, the body it hits; else the country."""
    named = {fold(n) for n in claim.names("sector", "programme", "instrument")} | {body_of(claim)} - {""}
    return named or {fold(n) for n in claim.names("target")}
