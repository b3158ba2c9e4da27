"""Counts told of several sides together: "the two exchanged 26 prisoners" is nobody's own release.

Who gave how many is told by each side's own release alone (CODEBOOK §8.18). A report that gives only the
sum, and others that give each side's people, tell of one exchange.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta

from detente.reconciliation.days import gap
from detente.reconciliation.ground import Ground, is_member
from detente.records import UNSTATED, Claim, Event

FREEING = ("RELEASE", "CLEMENCY")
SAME = 3
"""Days within which an exchange and the releases that make it up are dated."""


def joined(ground: Ground, event: Event) -> frozenset[str]:
    """The parties an act is told of together, as in "the two exchanged four"; none where of one alone."""
    return ground.once(_joined, event)


def _joined(ground: Ground, event: Event) -> frozenset[str]:
    told = [frozenset(_said(ground, c)) for c in ground.of([event], *FREEING)]
    named = [parties for parties in told if parties]
    found = frozenset(p for parties in named for p in parties if ground.filler(p).kind != "person")
    return found if len(found) > 1 and all(len(parties) > 1 for parties in named) else frozenset()


def exchanged(ground: Ground, event: Event) -> frozenset[str]:
    """The sides of an exchange that is told of both at once; who lets people go with an ally is one side."""
    swap = any(c.sub == "swap_release" for c in ground.of([event], "RELEASE"))
    return joined(ground, event) if swap else frozenset()


def is_total(ground: Ground, event: Event, apart: Collection[str | None]) -> bool:
    """Is it told of both sides of an exchange, or of several each of which is told of by itself too?"""
    parties = joined(ground, event)
    return bool(exchanged(ground, event)) or (bool(parties) and parties <= {*apart})


def _said(ground: Ground, claim: Claim) -> Iterator[str]:
    """Who is said to let them go; who is only thought to, says nothing against several."""
    fillers = (f for r in ("releaser", "granter") for f in claim.roles.get(r, ()))
    yield from (p for f in fillers if not f.inferred and f.name != UNSTATED and (p := ground.party(f)))


def of_all(ground: Ground, event: Event, beside: Iterable[Event]) -> list[Claim]:
    """Counts of more people than the state let go that is only thought to have freed them, as others did too.

    "Twenty-six were freed" in a report on a swap is nobody's own where one side is told to have freed
    sixteen, and the other ten. Seventeen beside these are another count of the sixteen.
    """
    releases = [e for e in beside if e.type == "RELEASE" and e.agent]
    told = {e.id: ground.of([e], "RELEASE") for e in (event, *releases)}
    own = [c for e in releases if e.agent == event.agent for c in told[e.id] if _says_who(c)]
    others = [c for e in releases if e.agent != event.agent for c in told[e.id]]
    most = max((c.quantity.hi or 0 for c in own if c.quantity), default=0)
    if event.agent is None or not most or not others:
        return []
    least = most + min((c.quantity.lo or 1 for c in others if c.quantity and _is_count(c)), default=1)
    counts = (c for c in told[event.id] if _is_count(c) and not _says_who(c))
    return [c for c in counts if c.quantity and (c.quantity.lo or 0) >= least]


def _is_count(claim: Claim) -> bool:
    return claim.type == "RELEASE" and claim.quantity is not None and not is_member(claim)


def _says_who(claim: Claim) -> bool:
    return any(not f.inferred and f.name != UNSTATED for f in claim.roles.get("releaser", ()))


def made_up_of(ground: Ground, event: Event) -> Iterator[Event]:
    """The releases, told elsewhere of one side, that may be part of an exchange that is told as a sum."""
    for party in sorted(exchanged(ground, event)):
        found = (e for e in ground.released(party, _months(ground, event)))
        yield from (e for e in found if is_part(ground, event, e))


def total_keys(ground: Ground, event: Event) -> Iterator[tuple[str, str]]:
    """Under which party and key the releases are looked up that may make up an exchange."""
    if event.status == "done":
        for party in sorted(exchanged(ground, event)):
            yield from ((party, f"released {month}") for month in _months(ground, event))


def is_part(ground: Ground, event: Event, release: Event) -> bool:
    """May one side's release be part of the sum: of the same days, and of fewer people?"""
    days = gap(ground.days(event), ground.days(release))
    if days is None or days > SAME or exchanged(ground, release):
        return False
    most, least = _numbers(ground, event)[1], _numbers(ground, release)[0]
    return most is None or least is None or least < most


def _numbers(ground: Ground, event: Event) -> tuple[float | None, float | None]:
    """The least and the most that are told of its people."""
    told = [c.quantity for c in ground.of([event], *FREEING) if _is_count(c) and c.quantity]
    tops = [q.hi for q in told]
    most = None if None in tops else max((n for n in tops if n is not None), default=None)
    return min((q.lo or 0 for q in told), default=None), most


def _months(ground: Ground, event: Event) -> list[str]:
    days = ground.days(event)
    if days is None:
        return []
    ends = (days[0] - timedelta(SAME), *days, days[1] + timedelta(SAME))
    return list(dict.fromkeys(f"{d:%Y-%m}" for d in ends))
