"""Sanctions measures on two tracks: what the law says, and what is said about it (CODEBOOK §4).

Only a claim that tells of an instrument's step moves the legal track. A speech, a headline or the
verb "lift" moves the announced one. One authority's measure says nothing of another's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

import msgspec

from detente.language.gazetteer import gazetteer
from detente.language.scripts import fold
from detente.reconciliation.concessions import LEGAL
from detente.reconciliation.ground import Ground, ids, in_order, names_of
from detente.reconciliation.status import day_of
from detente.reconciliation.words import is_of_sector
from detente.records import UNSTATED, AnnouncedTrack, Claim, Conflict, LegalTrack, Measure, content_id

DONE: Final = frozenset({"performed", "asserted"})
ENDED: Final = frozenset({"expired", "delisted", "repealed", "annulled"})
UNSAID: Final = frozenset({"hypothetical", "demanded", "evaluated"})
"""Modes in which nobody says that a measure is there, or what becomes of it."""
Snapshots = Mapping[tuple[str, str], str]
Key = tuple[str, str, str]
"""Authority, target or "", sector or programme or "": all by entity or folded name."""


def measures_of(ground: Ground, claims: Iterable[Claim]) -> tuple[Measure, ...]:
    """Every measure of one authority that these claims speak of, by sector and target."""
    found: dict[Key, list[Claim]] = defaultdict(list)
    told = in_order(claims)
    for claim in told:
        for key in _keys(ground, claim):
            found[key].append(claim)
    _fold_in_general(found)
    _fold_in_sector(found)
    latest = _snapshots(told)
    return tuple(_measure(ground, k, cs, latest) for k, cs in found.items() if not all(map(is_denied, cs)))


def in_their_order(found: Iterable[Measure]) -> tuple[Measure, ...]:
    """Measures by authority, sector and target."""
    return tuple(sorted(found, key=lambda m: (m.authority, m.sector or "", m.target or "", m.measure)))


def authority_of(ground: Ground, claim: Claim) -> Iterable[str]:
    """The authority whose measure a claim speaks of; "" where none is told."""
    if claim.type.startswith("SANCTION_") and (not is_denied(claim) or claim.type == "SANCTION_EASE"):
        yield _authority(ground, claim)


def _authority(ground: Ground, claim: Claim) -> str:
    event = ground.event_of.get(claim.id)
    told = event.agent or "" if event else ""  # by another telling of the same act
    return next(iter(sorted(ground.parties(claim, "authority"))), told)


def is_denied(claim: Claim) -> bool:
    """Is it said that this did not happen? "No licence was issued" leaves a measure where it was."""
    return claim.polarity == "-" or claim.mode == "denied"


def _keys(ground: Ground, claim: Claim) -> list[Key]:
    authority = _authority(ground, claim)
    targets = (f.entity or fold(f.name) for f in claim.roles.get("target", ()) if f.name != UNSTATED)
    bodies = (body for n in claim.names("sector") if (body := ground.body(n)))
    target = next(chain(targets, bodies), "")
    named = claim.names("sector") or claim.names("programme")
    sectors = [fold(n) for n in named if ground.body(n) is None]
    return [(authority, target, sector) for sector in sectors] or [(authority, target, "")]


def _fold_in_general(found: dict[Key, list[Claim]]) -> None:
    """ "Agreed to ease sanctions on the country" is told of the measures that are named, not of one more.

    What stays in force does not fold in: "other sanctions" are just those that nobody names.
    """
    general = [k for k in found if not k[2] and not (k[1] and _names_body(found[k]))]
    bodies = [k for k in found if not k[2] and k not in general]
    _fold_in_bodies(found, bodies)
    for key in general:
        named = [k for k in found if _is_named(k, key, found) and any(map(_is_easing, found[k]))]
        easing = [c for c in found[key] if c.type == "SANCTION_EASE"]
        if len(named) > 1:  # of several measures, a licence that names none is told of none of them
            easing = [c for c in easing if c.step not in LEGAL or is_denied(c)]
        if named and easing:
            for other in named:
                found[other].extend(easing)
            found[key] = [c for c in found[key] if c not in easing]


def _fold_in_bodies(found: dict[Key, list[Claim]], bodies: Sequence[Key]) -> None:
    """One body's measure, told here with its sector and there without."""
    for key in bodies:
        same = [k for k in found if k[2] and k[:2] == key[:2]]
        if len(same) == 1:
            found[same[0]].extend(found.pop(key))


def _is_named(key: Key, general: Key, found: dict[Key, list[Claim]]) -> bool:
    """Is it a measure on a sector or a body, by the authority that is told of with neither?"""
    if key[0] != general[0] or key == general:
        return False
    body = bool(key[1]) and _names_body(found[key])
    return body or (bool(key[2]) and key[1] in (general[1], ""))


def _is_easing(claim: Claim) -> bool:
    return claim.type == "SANCTION_EASE" and not is_denied(claim)


def _fold_in_sector(found: dict[Key, list[Claim]]) -> None:
    """Easing of a sector, nobody named, is told of the one body of that sector which is named."""
    for key in [k for k in found if k[2]]:
        if key not in found or any(c.type != "SANCTION_EASE" for c in found[key]) or _has_body(found[key]):
            continue
        bodies = [k for k in found if k != key and k[0] == key[0] and _has_body(found[k])]
        same = [k for k in bodies if _in_sector(k, key, found)]
        if len(same) == 1:
            found[same[0]].extend(found.pop(key))


def _in_sector(body: Key, sector: Key, found: dict[Key, list[Claim]]) -> bool:
    """Is a body's measure of the sector, by what is told of it or by the body's own name?"""
    names = (n for c in found[body] for n in c.names("target", "sector"))
    return body[2] == sector[2] or (not body[2] and any(is_of_sector(n, sector[2]) for n in names))


def _has_body(claims: Sequence[Claim]) -> bool:
    return any(f.kind not in ("state", "unstated") for c in claims for f in c.roles.get("target", ()))


def _names_body(claims: Sequence[Claim]) -> bool:
    """A company or body is a measure of its own, with or without its sector; a whole country is none."""
    return all(f.kind not in ("state", "unstated") for c in claims for f in c.roles.get("target", ()))


def _measure(ground: Ground, key: Key, claims: Sequence[Claim], latest: Snapshots) -> Measure:
    ordered = in_order(claims)
    legal, conflicts = _legal(ordered)
    legal = _unlisted(ordered, legal, latest)
    founding = [n for c in ordered if c.type == "SANCTION_IMPOSE" for n in c.names("instrument")]
    return Measure(
        measure=content_id("msr", *key),
        authority=ground.filler(key[0]).name,
        target=_target(ordered),
        sector=_sector(ordered, key[2]),
        programme=next((n for c in ordered for n in c.names("programme")), None),
        founding=founding[0] if founding else None,
        legal=legal,
        announced=_announced(ordered, ground.filler(key[0]).name),
        claims=ids(ordered),
        conflicts=conflicts,
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


def _order(claim: Claim) -> tuple[str, str, str]:
    published = claim.document.published or ""
    return day_of(claim) or published, published, claim.id


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
        until=next((n for c in same for n in c.names("until")), None),
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

    In one report a verb alone ("relief") says no more than the step that is told beside it.
    """
    stepped = {c.document.sha256 for c in claims if c.step not in (None, "unspecified") and _said(c)}
    bare = (c for c in claims if c.step == "unspecified" and c.document.sha256 in stepped)
    vague = {c.id for c in bare}
    said = sorted((c for c in claims if _said(c) and c.id not in vague), key=_order)
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
