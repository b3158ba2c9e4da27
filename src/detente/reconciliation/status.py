"""Four independent tracks per person, each with its claims (CODEBOOK §4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from detente.reconciliation.conflicts import said_on
from detente.reconciliation.days import earliest
from detente.reconciliation.ground import Ground, Place, ids, in_order, place, voice
from detente.reconciliation.support import Grades, side, verdict
from detente.records import (
    HAPPENED,
    Attribute,
    Claim,
    Conflict,
    Entity,
    Label,
    PersonFreed,
    PersonStatus,
    Time,
    Track,
    Tracks,
)
from detente.records.windows import dated, day

TOLD: Final = HAPPENED | {"announced"}
CUSTODY: Final = {
    "DETAIN": "detained", "DETAIN/re_detain": "re_detained", "DETAIN/house_arrest": "house_arrest",
    "SENTENCE/sentence": "imprisoned", "CUSTODY_STATE": "imprisoned",
    "CUSTODY_STATE/missing": "whereabouts_unknown", "CUSTODY_STATE/incommunicado": "whereabouts_unknown",
    "CUSTODY_STATE/disappeared": "whereabouts_unknown",
    "RELEASE": "released", "TRANSFER/handover": "released", "TRANSFER/cross_border": "released",
    "TRANSFER/facility_move": "detained", "TRANSFER/deport": "released",
    "TRANSFER/exile_bar": "released", "HARM/death": "died",
}  # fmt: skip
LEGAL: Final = {
    "SENTENCE": "charged", "SENTENCE/charge": "charged", "SENTENCE/convict": "convicted",
    "SENTENCE/sentence": "convicted", "SENTENCE/appeal": "convicted", "SENTENCE/add_term": "convicted",
    "SENTENCE/quash": "quashed",
    "CLEMENCY": "pardoned", "CLEMENCY/pardon": "pardoned", "CLEMENCY/amnesty": "amnestied",
    "CLEMENCY/commute": "commuted", "CLEMENCY/parole": "commuted", "CLEMENCY/drop_case": "dropped",
    "RELEASE/term_served": "term_served",
}  # fmt: skip
MOVED: Final = 3
"""Days within which "freed" and "moved to house arrest" tell of one thing."""
INSIDE: Final = frozenset({"detained", "imprisoned", "re_detained", "house_arrest"})
AFTERWARDS: Final = frozenset({"released", "re_detained"})
"""States that somebody is in only after another one."""


@dataclass(frozen=True, slots=True)
class Step:
    """A claim that puts a person into a state of one track."""

    state: str
    at: str  # ISO date it is ordered by: its own, else its report's
    claim: Claim


def status_of(
    ground: Ground, entity: Entity, claims: Sequence[Claim], freed: PersonFreed | None, grades: Grades
) -> PersonStatus:
    """A person with what the tracks support.

    Args:
        ground: what is known.
        entity: the person.
        claims: all that name the person, in any role.
        freed: the person as one of those whom a deal freed.
        grades: the desk's letters.
    """
    subject = [c for c in claims if _is_about(c, entity.id)]
    custody, conflicts = _custody(ground, entity, subject, grades)
    return PersonStatus(
        entity=entity.id,
        name=entity.name,
        names=entity.names,
        tracks=Tracks(
            custody=custody,
            legal=_legal(ground, subject, freed, grades),
            location=_location(ground, subject, grades),
            recognition=_labels(subject),
        ),
        attributes=_attributes(subject),
        conflicts=conflicts,
    )


def _is_about(claim: Claim, entity: str) -> bool:
    return any(f.entity == entity for r in ("person", "subject") for f in claim.roles.get(r, ()))


def _steps(claims: Iterable[Claim], table: Mapping[str, str]) -> list[Step]:
    """The claims that move a track, in the order of the days they speak of."""
    known = tuple(claims)
    latest = _latest_told(known)
    found = []
    for claim in known:
        state = told_state(claim, table)
        if state is not None:
            found.append(Step(state, _at(claim) or _no_earlier(claim, latest), claim))
    return sorted(found, key=_step_order)


def _latest_told(claims: Iterable[Claim]) -> dict[str, str]:
    """Document → the latest day that it tells of as past."""
    found: dict[str, str] = {}
    for claim in (c for c in claims if c.mode in TOLD and dated(c.time)):
        document = claim.document.sha256
        found[document] = max(found.get(document, ""), _at(claim))
    return found


def _no_earlier(claim: Claim, latest: Mapping[str, str]) -> str:
    """News of a report without a date lies no earlier than the past that it tells of."""
    return "" if claim.mode == "background" else latest.get(claim.document.sha256, "")


def _step_order(step: Step) -> tuple[str, bool, bool, bool, str, Place]:
    """By days; of one day what came before the news, the news, who is jailed where he was handed over.

    "X, who was serving four years, was fined and freed": the freeing comes last. What nothing else
    orders comes as it is told.
    """
    claim = step.claim
    undated = claim.document.published is None and dated(claim.time) is None
    past = claim.mode == "background" and step.state not in AFTERWARDS
    return (
        step.at, undated and claim.mode != "background", not past, claim.sub == "facility_move",
        claim.document.published or "", place(claim),
    )  # fmt: skip


def told_state(claim: Claim, table: Mapping[str, str]) -> str | None:
    """The state of a track that a claim puts a person into, None where it says nothing of it."""
    state = table.get(f"{claim.type}/{claim.sub}") or table.get(claim.type)
    if state and claim.mode in TOLD and claim.polarity == "+":
        return state
    inside = table is CUSTODY and claim.type == "RELEASE" and _is_denied(claim)
    return "imprisoned" if inside else None  # who was not let out is inside


def _is_denied(claim: Claim) -> bool:
    return claim.polarity == "-" or claim.mode == "denied"


def _at(claim: Claim) -> str:
    """The day that orders a claim; a passing mention without a day lies before all news.

    "Held since October" tells of an arrest in October, though it lasts until the report.
    """
    window = dated(claim.time)
    if window is not None:
        return window[claim.type != "DETAIN"].isoformat()
    if claim.as_of is not None:
        return claim.as_of[:10]
    return "" if claim.mode == "background" else claim.document.published or ""


def _custody(
    ground: Ground, entity: Entity, claims: Sequence[Claim], grades: Grades
) -> tuple[Track, tuple[Conflict, ...]]:
    """The last state told, those who tell it, and whoever denies it."""
    steps = _steps(claims, CUSTODY)
    denied = [
        c for c in claims if c.type in ("RELEASE", "TRANSFER") and (c.polarity == "-" or c.mode == "denied")
    ]
    if not steps:
        return Track(), ()
    last = steps[-1]
    same = [s.claim for s in steps if s.state == last.state]
    against = _against(steps, last, denied)
    track = Track(
        state=last.state,
        holder=next((n for c in reversed(same) for n in c.names("holder", "detainer")), None)
        or _handed_to(steps),
        since=_since(steps),
        verdict=verdict(side(ground, same, grades), side(ground, against, grades)),
        claims=ids(in_order([*same, *against])),
    )
    return track, _conflicts(entity, last, against)


def _handed_to(steps: Sequence[Step]) -> str | None:
    """Whoever is inside after being handed to another state is held by that state."""
    given = [s.claim for s in steps if s.claim.sub == "handover" and s.claim.type == "TRANSFER"]
    if steps[-1].state not in INSIDE:
        return None
    return next((f.name for c in reversed(given) for f in c.roles.get("to", ()) if f.kind == "state"), None)


def _against(steps: Sequence[Step], last: Step, denied: Sequence[Claim]) -> list[Claim]:
    """Told as freed, and denied or found inside with no new arrest between: one of them is wrong.

    So it is where one report tells of somebody as freed, and by another voice as not seen.
    """
    if last.state == "released":
        moved = last.claim.type == "TRANSFER"  # whoever is not let out of a country is no less free
        told = [c for c in denied if c.type == "RELEASE" or moved]
        return [c for c in told if _at(c) >= last.at or not dated(c.time)]
    if last.state == "whereabouts_unknown":
        return [s.claim for s in steps if s.state == "released" and _beside(s.claim, last.claim)]
    if last.state not in INSIDE:
        return []
    freed = [s for s in steps if s.state == "released" and s.claim.sub != "handover"]
    taken = [s for s in steps if s.claim.type == "DETAIN"]
    return [s.claim for s in freed if not any(_taken_after(s, t, last) for t in taken)]


def _taken_after(freed: Step, taken: Step, last: Step) -> bool:
    """Was somebody freed and then taken? Who is moved to house arrest in those very days was not freed."""
    if not freed.at <= taken.at <= last.at:
        return False
    one, two = day(freed.at), day(taken.at)
    near = one is not None and two is not None and (two - one).days <= MOVED
    return not (near and taken.claim.sub == "house_arrest")


def _beside(one: Claim, other: Claim) -> bool:
    """Told in one report by two voices?"""
    return one.document.sha256 == other.document.sha256 and voice(one) != voice(other)


def _since(steps: Sequence[Step]) -> Time | None:
    """The narrowest day of those who tell the last change; of a stock nobody says since when."""
    run = list(takewhile(lambda s: s.state == steps[-1].state, reversed(steps)))
    moved = [s.claim for s in run if s.claim.type != "CUSTODY_STATE" or s.state == "whereabouts_unknown"]
    return earliest(c.time for c in moved if not _is_denied(c))


def _conflicts(entity: Entity, last: Step, against: Sequence[Claim]) -> tuple[Conflict, ...]:
    if not against:
        return ()
    others = "; ".join(f"“{c.span.exact}” ({said_on(c)})" for c in in_order(against))
    return (
        Conflict(
            sentence=f"{entity.name}: “{last.claim.span.exact}” ({said_on(last.claim)}) against {others}.",
            claims=ids([last.claim, *in_order(against)]),
            settled_by="word from the person, a relative or a lawyer",
            about=entity.name,
        ),
    )


def _legal(ground: Ground, claims: Sequence[Claim], freed: PersonFreed | None, grades: Grades) -> Track:
    """By name; else, for one of a group that was forgiven as a whole, derived from that."""
    steps = _steps(claims, LEGAL)
    forgiven = [s for s in steps if s.claim.type == "CLEMENCY"] or steps[-1:]
    if (
        not (steps and steps[-1].claim.type == "CLEMENCY")
        and freed
        and freed.rule
        and freed.legal != "unknown"
    ):
        basis = [ground.claims[i] for i in freed.derived_from if i in ground.claims]
        told = verdict(side(ground, basis, grades))
        return Track(state=freed.legal, verdict=told, derived_from=freed.derived_from, rule=freed.rule)
    if not steps:
        return Track()
    last = forgiven[-1]
    same = [s.claim for s in steps if s.state == last.state]
    return _track(ground, last, same, grades)


def _track(ground: Ground, last: Step, same: Sequence[Claim], grades: Grades) -> Track:
    told = verdict(side(ground, same, grades))
    return Track(state=last.state, since=last.claim.time, verdict=told, claims=ids(same))


def _location(ground: Ground, claims: Sequence[Claim], grades: Grades) -> Track:
    """From moves of this person alone: a group's destination is nobody's own (CODEBOOK §8.4)."""
    moved = []
    for claim in claims:
        state = _place(claim)
        if state and claim.mode in TOLD and claim.polarity == "+":
            moved.append(Step(state, _at(claim), claim))
    if not moved:
        return Track()
    last = max(moved, key=_step_order)
    same = [s.claim for s in moved if s.state == last.state]
    return _track(ground, last, in_order(same), grades)


def _place(claim: Claim) -> str | None:
    own = not claim.roles.get("group")
    if claim.type == "CUSTODY_STATE" and claim.names("place", "facility", "holder") and own:
        return "in_country"
    if claim.type != "TRANSFER" or not own:
        return None
    if claim.sub == "refuse_to_leave":
        return "at_border"
    to = claim.names("to")
    if not to or claim.sub in ("facility_move", "remains"):
        return None
    return f"onward({to[0]})" if claim.sub == "onward" else f"abroad({to[0]})"


def _labels(claims: Iterable[Claim]) -> tuple[Label, ...]:
    """Who calls the person what; never the system itself (CODEBOOK §8.12)."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in in_order(claims):
        if claim.type == "RECOGNITION" and claim.label and claim.polarity == "+":
            for by in claim.names("recogniser") or (voice(claim),):
                found[claim.label, by].append(claim)
    return tuple(Label(label=label, by=by, claims=ids(cs)) for (label, by), cs in found.items())


def _attributes(claims: Iterable[Claim]) -> tuple[Attribute, ...]:
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in in_order(claims):
        if claim.type == "ATTRIBUTE" and claim.polarity == "+":
            for value in claim.names("value"):
                found[claim.sub or "description", value].append(claim)
    return tuple(Attribute(sub=sub, value=value, claims=ids(cs)) for (sub, value), cs in found.items())


def day_of(claim: Claim) -> str | None:
    """The last day a claim's happening may have taken place, as far as it is dated."""
    window = dated(claim.time)
    found = window[1] if window else day(claim.as_of)
    return found.isoformat() if found else None
