"""Whether a measure was put back after it was eased."""

from __future__ import annotations

from collections.abc import Sequence

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
        _day(c) > eased and not measures.isdisjoint(_measure(c)) and not are_apart(whose, aims([c]))
        for party in authority
        for c in ground.reimposed.get(party, ())
    )


def _day(claim: Claim) -> str:
    time = claim.time.end if claim.time else None
    return time or claim.document.published or ""


def _measure(claim: Claim) -> set[str]:
    """What a measure is known by: its sector, its instrument, the body it hits; else the country."""
    named = {fold(n) for n in claim.names("sector", "programme", "instrument")} | {body_of(claim)} - {""}
    return named or {fold(n) for n in claim.names("target")}
