"""Sanctions measures on two tracks: what the law says, and what is said about it (CODEBOOK §4).

Only a claim that tells of an instrument's step moves the legal track. A speech, a headline or the
verb "lift" moves the announced one. One authority's measure says nothing of another's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import chain
from typing import Final, NamedTuple

import msgspec

from detente.language.gazetteer import gazetteer
from detente.language.scripts import fold
from detente.reconciliation.concessions import LEGAL, UNSAID
from detente.reconciliation.folding import Key, fold_in_general, fold_in_places, fold_in_sector, is_denied
from detente.reconciliation.ground import Ground, Place, ids, in_order, names_of, place
from detente.reconciliation.standing import lifted_or_not
from detente.reconciliation.status import day_of
from detente.records import (
    DONE,
    UNSTATED,
    AnnouncedTrack,
    Claim,
    Conflict,
    Filler,
    LegalTrack,
    Measure,
    content_id,
)
from detente.records.windows import day

ENDED: Final = frozenset({"expired", "delisted", "repealed", "annulled"})
RUNS_OUT: Final = {
    "licensed": "in_force",
    "suspended": "in_force",
    "in_force": "expired",
    "reimposed": "expired",
    "narrowed": "expired",
}
"""What a measure is once the day has passed until which it was so."""
Snapshots = Mapping[tuple[str, str], str]


class Ruling(NamedTuple):
    """A claim with the measures that it speaks of."""

    claim: Claim
    keys: tuple[Key, ...]


class Made(NamedTuple):
    """A measure with what it was made of."""

    claims: tuple[Claim, ...]
    measure: Measure


def rulings(ground: Ground, claims: Iterable[Claim]) -> Iterator[Ruling]:
    """The claims that speak of measures: of which, by their events and by what other reports call a body."""
    for claim in claims:
        if claim.type.startswith("SANCTION_") and (not is_denied(claim) or claim.type == "SANCTION_EASE"):
            yield Ruling(claim, tuple(_keys(ground, claim)))


def authority_of(told: Ruling) -> Iterable[str]:
    """The authorities whose measures a claim speaks of; "" where none is told."""
    return dict.fromkeys(key[0] for key in told.keys)


def of_authority(told: Iterable[Ruling], authority: str) -> Iterator[Ruling]:
    """What claims say of one authority's measures: "Varland and Osmia lift their bans" tells of two."""
    for ruling in told:
        yield Ruling(ruling.claim, tuple(key for key in ruling.keys if key[0] == authority))


def measures_of(
    ground: Ground, told: Sequence[Ruling], known: Mapping[Key, Made] | None = None
) -> dict[Key, Made]:
    """Every measure of one authority that these claims speak of, by sector and target.

    Args:
        ground: what is known.
        told: the claims.
        known: the measures as they were, of which those stay that are told by the very same claims.
    """
    keys = {r.claim.id: r.keys for r in told}
    claims = in_order(r.claim for r in told)
    found: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in keys[claim.id]:
            found[key].append(claim)
    fold_in_places(found)
    fold_in_general(found)
    fold_in_sector(found)
    latest = _snapshots(claims)
    standing = ((k, cs) for k, cs in found.items() if not all(map(is_denied, cs)))
    return {k: _made(ground, k, tuple(cs), latest, (known or {}).get(k)) for k, cs in standing}


def _made(ground: Ground, key: Key, claims: tuple[Claim, ...], latest: Snapshots, known: Made | None) -> Made:
    """The measure as it was, where its claims are the same and no list's newer snapshot may tell on it."""
    same = known is not None and known.claims == claims and not any(map(_is_list, claims))
    if known is not None and same and known.measure.authority == ground.filler(key[0]).name:
        return known
    return Made(claims, _measure(ground, key, claims, latest))


def in_order_of(measure: Measure) -> tuple[str, str, str, str]:
    """Measures go by authority, sector and target."""
    return measure.authority, measure.sector or "", measure.target or "", measure.measure


def on_day(found: Iterable[Measure], when: str | None) -> tuple[Measure, ...]:
    """Measures as they stand on a day (ISO): what was set to end before it has ended.

    A licence or a suspension that ran out leaves its measure in force; a measure that ran out has expired.

    >>> on_day((), "2026-01-31")
    ()
    """
    return tuple(_run_out(m, when) for m in found)


def _run_out(measure: Measure, when: str | None) -> Measure:
    legal = measure.legal
    end, now = day(legal.until), day(when)
    if end is None or now is None or now <= end or legal.state not in RUNS_OUT:
        return measure
    since = (end + timedelta(1)).isoformat()
    after = LegalTrack(state=RUNS_OUT[legal.state], since=since, claims=legal.claims, rule="until passed")
    return msgspec.structs.replace(measure, legal=after)


def _authorities(ground: Ground, claim: Claim) -> list[str]:
    """Each state or union that acts, an organ beside its state not by itself; "" where none is told."""
    parties = sorted(ground.parties(claim, "authority"))
    acting = [p for p in parties if len(parties) == 1 or _acts_alone(ground.filler(p))]
    event = ground.event_of.get(claim.id)
    told = event.agent or "" if event else ""  # by another telling of the same act
    return acting or parties[:1] or [told]


def _acts_alone(one: Filler) -> bool:
    """Is it a state, or a body that is no state's own?"""
    own = (h.actor for h in gazetteer().find(one.name) if h.name == one.name and h.kind == "body")
    return one.kind == "state" or any(actor in (None, one.name) for actor in own)


def _keys(ground: Ground, claim: Claim) -> Iterator[Key]:
    targets = (f.entity or fold(f.name) for f in claim.roles.get("target", ()) if f.name != UNSTATED)
    bodies = (body for n in claim.names("sector") if (body := ground.body(n)))
    target = next(chain(targets, bodies), "")
    named = claim.names("sector") or claim.names("programme")
    sectors = [fold(n) for n in named if ground.body(n) is None]
    for authority in _authorities(ground, claim):
        yield from ((authority, target, sector) for sector in sectors or [""])


def _measure(ground: Ground, key: Key, claims: Sequence[Claim], latest: Snapshots) -> Measure:
    ordered = in_order(claims)
    legal, conflicts = _legal(ordered)
    legal = _unlisted(ordered, legal, latest)
    target, sector = _target(ordered), _sector(ordered, key[2])
    founding = [n for c in ordered if c.type == "SANCTION_IMPOSE" for n in c.names("instrument")]
    return Measure(
        measure=content_id("msr", *key),
        authority=ground.filler(key[0]).name,
        target=target,
        sector=sector,
        programme=next((n for c in ordered for n in c.names("programme")), None),
        founding=founding[0] if founding else None,
        legal=legal,
        announced=_announced(ordered, ground.filler(key[0]).name),
        claims=ids(ordered),
        conflicts=(*conflicts, *lifted_or_not(ordered, target or sector or "sanctions")),
    )


def _snapshots(claims: Iterable[Claim]) -> dict[tuple[str, str], str]:
    """The day of the newest snapshot of each list (under ""), and of the newest that has each name.

    A claim of a list says that the list is complete.
    """
    latest: dict[tuple[str, str], str] = {}
    for claim in claims:
        for key in _entries(claim) if _is_list(claim) else ():
            latest[key] = max(latest.get(key, ""), claim.document.published or "")
    return latest


def _entries(claim: Claim) -> Iterator[tuple[str, str]]:
    for name in claim.names("instrument"):
        yield name, ""
        yield from ((name, fold(target)) for target in claim.names("target"))


def _is_list(claim: Claim) -> bool:
    return claim.type == "SANCTION_IMPOSE" and claim.exhaustive is True


def _unlisted(claims: Sequence[Claim], legal: LegalTrack, latest: Snapshots) -> LegalTrack:
    """Whom a list held and its newest snapshot holds no more is off the list since then, at the latest."""
    own = {key for c in claims if _is_list(c) for key in _entries(c) if key[1]}
    if not own or legal.state not in ("in_force", "reimposed"):
        return legal
    if any(latest[key] == latest[key[0], ""] for key in own):
        return legal
    return msgspec.structs.replace(legal, state="delisted", since=None)


def _target(claims: Sequence[Claim]) -> str | None:
    """The body that the measure hits, else the country."""
    told = [f for c in claims for f in c.roles.get("target", ()) if f.name != UNSTATED]
    return next((f.name for f in sorted(told, key=lambda f: f.kind == "state")), None)


def _sector(claims: Sequence[Claim], key: str) -> str | None:
    """The sector it is known by; of a body's measure the one that is told of it elsewhere."""
    told = [n for c in claims for n in c.names("sector")]
    bodies = {fold(n) for c in claims for n in c.names("target")}
    elsewhere = None if key else next((n for n in told if fold(n) not in bodies), None)
    return next((n for n in told if fold(n) == key), elsewhere)


def _order(claim: Claim) -> tuple[str, str, Place]:
    return *_days(claim), place(claim)


def _said_order(claim: Claim) -> tuple[str, bool, Place]:
    """By the day it was said: that of the report, but for what it tells again of before."""
    told, published = _days(claim)
    day_ = told if claim.mode == "background" else published
    return day_, _said(claim) == "lifting_said", place(claim)


def _days(claim: Claim) -> tuple[str, str]:
    """The day it tells of, and that of the report."""
    published = claim.document.published or ""
    return day_of(claim) or published, published


def _legal(claims: Sequence[Claim]) -> tuple[LegalTrack, tuple[Conflict, ...]]:
    """The last step that an instrument took, in order of days.

    That no act was issued leaves a measure in force which others say is to be eased; of a measure that
    nobody speaks of but to deny or demand its end, nothing is known.
    """
    stands = any(not is_denied(c) and c.mode not in UNSAID for c in claims)
    told = (c for c in claims if c.mode in DONE or (stands and is_denied(c)))
    steps = sorted((c for c in told if _legal_state(c)), key=_order)
    if not steps:
        return LegalTrack(), ()
    state, moved, conflicts = "unknown", steps[0], []
    for claim in steps:
        new = _next(state, claim)
        if state in ENDED and _is_stock(claim):
            conflicts.append(_sequence(steps, state))
        if new != state:
            state, moved = new, claim
    same = [c for c in steps if _legal_state(c) == _legal_state(moved)]
    track = LegalTrack(
        state=state,
        since=None if _is_stock(moved) else day_of(moved),
        until=next((n for c in reversed(same) for n in c.names("until")), None),
        instrument=next((n for c in same for n in c.names("instrument")), None),
        claims=ids(same),
    )
    return track, tuple(conflicts)


def _next(state: str, claim: Claim) -> str:
    """What one claim makes of the track; "stays in force" says nothing new of a licensed measure."""
    new = _legal_state(claim) or state
    if _is_stock(claim):
        return new if state in ("unknown", *ENDED) else state
    return "reimposed" if new == "in_force" and state in ENDED else new


def _is_stock(claim: Claim) -> bool:
    """Does it tell how things stand, and of no new act?"""
    return claim.type == "SANCTION_KEEP" or is_denied(claim)


def _legal_state(claim: Claim) -> str | None:
    """The state of the law that a claim tells. Not eased by any act is still in force."""
    if is_denied(claim):
        return "in_force"
    if claim.type == "SANCTION_EASE":
        return claim.step if claim.step in LEGAL else None
    if claim.type == "SANCTION_KEEP":
        return None if claim.sub == "refused" else "in_force"
    return "reimposed" if claim.sub == "reimpose" else "in_force"


def _sequence(steps: Sequence[Claim], state: str) -> Conflict:
    return Conflict(
        sentence=f"Told as {state}, and later as still in force, with no new act between.",
        claims=ids(steps),
        settled_by="the list or gazette on that day",
        kind="sequence_conflict",
    )


def _announced(claims: Sequence[Claim], authority: str) -> AnnouncedTrack:
    """What was last said, and by whom; the authority's own word on its act outranks what others say.

    In one report a verb alone ("relief") says no more than the step that is told beside it. Of one day,
    what is told as lifted comes after what is to be.
    """
    stepped = {c.document.sha256 for c in claims if c.step not in (None, "unspecified") and _said(c)}
    bare = (c for c in claims if c.step == "unspecified" and c.document.sha256 in stepped)
    vague = {c.id for c in bare}
    said = sorted((c for c in claims if _said(c) and c.id not in vague), key=_said_order)
    if not said:
        return AnnouncedTrack()
    own = [c for c in said if c.attribution and authority in _states_in(c.attribution[-1].name)]
    state = _said((own or said)[-1]) or "none"
    same = [c for c in said if _said(c) == state]
    days = [c.document.published for c in same if c.document.published]
    return AnnouncedTrack(state=state, by=names_of(same), since=min(days, default=None), claims=ids(same))


def _states_in(name: str) -> frozenset[str]:
    """The states and bodies that a source's own name carries."""
    hits = gazetteer().find(name)
    return frozenset({name, *(n for h in hits for n in (h.actor, h.name) if n)})


def _said(claim: Claim) -> str | None:
    if claim.mode in UNSAID or is_denied(claim):
        return None
    if claim.type == "SANCTION_KEEP":
        return "keeping_said"
    if claim.type == "SANCTION_IMPOSE":
        return None if claim.mode in DONE else "tightening_said"
    if claim.step in LEGAL and claim.mode in DONE:
        return None
    return "lifting_said" if claim.mode in DONE else "easing_said"
