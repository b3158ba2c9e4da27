"""Offices as dated attributes: who is told to hold which, and the days of which it is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from detente.language.scripts import fold
from detente.records import Claim, Office
from detente.records.windows import dated, day

Told = tuple[str, str | None, str | None, str]
"""An office as it stands, the first and the last day of which it is told, the claim."""
_UNTOLD = frozenset({"denied", "hypothetical", "demanded", "promised", "intended", "conditional"})


def told_offices(claims: Iterable[Claim]) -> Mapping[str, tuple[Told, ...]]:
    """By entity, the offices that the claims of one report tell; one that somebody lost is none of them.

    Args:
        claims: with their entities.
    """
    found: dict[str, list[Told]] = defaultdict(list)
    for claim in claims:
        if claim.polarity == "-" or claim.mode in _UNTOLD or claim.sub == "removed":
            continue
        who, what = ("agent", "office") if claim.type == "MANDATE" else ("subject", "value")
        if claim.type == "MANDATE" or (claim.type == "ATTRIBUTE" and claim.sub == "office"):
            first, last = _days(claim)
            told = [(office, first, last, claim.id) for office in claim.names(what)]
            for holder in {f.entity for f in claim.roles.get(who, ()) if f.entity}:
                found[holder] += told
    return {holder: tuple(rows) for holder, rows in found.items()}


def _days(claim: Claim) -> tuple[str | None, str | None]:
    """The days that the claim names, else the day of its report."""
    stated, published = dated(claim.time), day(claim.document.published)
    if stated is not None:
        return stated[0].isoformat(), stated[1].isoformat()
    return (published.isoformat(), published.isoformat()) if published else (None, None)


def merged(rows: Iterable[Told]) -> tuple[Office, ...]:
    """One row for each office, the earliest first.

    >>> two = ("envoy", "2026-03-04", "2026-03-04", "clm_1"), ("Envoy", "2025-01-02", "2025-01-02", "clm_2")
    >>> [(office.name, office.first, office.last) for office in merged(two)]
    [('envoy', '2025-01-02', '2026-03-04')]
    """
    same: dict[str, list[Told]] = defaultdict(list)
    for row in rows:
        same[fold(row[0])].append(row)
    offices = (
        Office(
            name=told[0][0],
            first=min((first for _, first, _, _ in told if first), default=None),
            last=max((last for _, _, last, _ in told if last), default=None),
            claims=tuple(dict.fromkeys(claim for *_, claim in told)),
        )
        for told in same.values()
    )
    return tuple(sorted(offices, key=lambda o: (o.first or "9", o.name)))
