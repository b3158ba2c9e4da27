"""The events that groups of tellings are, as records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from detente.records import Claim, Event, Time, TypeName, content_id
from detente.records.links import EventStatus
from detente.records.windows import dated
from detente.resolution.acts import people_of, status_of
from detente.resolution.entities import Entities, state_id
from detente.resolution.happenings import Telling, claims_of
from detente.resolution.times import narrowest


def event_of(group: Sequence[Telling], entities: Entities, why: Iterable[str]) -> Event:
    """The record of one happening.

    Args:
        group: its tellings.
        entities: the claims with their entities, and who acts for whom.
        why: why the tellings are one happening.
    """
    claims = tuple(entities.claim[c.id] for c in claims_of(group))
    agent, custodian = entities.agent(claims), _custodian(group)
    return msgspec.structs.replace(
        happening_of(group, why),
        agent=agent or custodian,
        agent_inferred=agent is None and custodian is not None,
        people=tuple(sorted({f.entity for c in claims for f in people_of(c) if f.entity})),
    )


def happening_of(group: Sequence[Telling], why: Iterable[str]) -> Event:
    """The same without who is who: what the tellings alone say.

    Args:
        group: the tellings of one happening.
        why: why they are one.
    """
    claims = claims_of(group)
    return Event(
        id=content_id("evt", min((t.report.published, t.claims[0].id) for t in group)),
        type=_event_type(claims),
        time=_time(claims),
        claims=tuple(c.id for c in claims),
        why=tuple(why),
        status=_status(claims),
        documents=tuple(sorted({c.document.sha256 for c in claims})),
    )


def _custodian(group: Sequence[Telling]) -> str | None:
    """Where nobody says who let people go: the one state that the reports of it are from.

    A report that names no state at all says nothing against it.
    """
    if group[0].family != "free":
        return None
    states = {t.report.custodian for t in group if t.report.custodian or t.report.names_state}
    return state_id(state) if len(states) == 1 and (state := states.pop()) else None


def _event_type(claims: Sequence[Claim]) -> TypeName:
    """A pardon with a release is a release; else the first claim's type."""
    return next((c.type for c in claims if c.type == "RELEASE"), claims[0].type)


def _status(claims: Sequence[Claim]) -> EventStatus:
    """News outranks a passing mention of the same happening."""
    told = {status_of(c) for c in claims}
    order: tuple[EventStatus, ...] = ("done", "denied", "to_come", "past", "told")
    return next(s for s in order if s in told)


def _time(claims: Sequence[Claim]) -> Time | None:
    """The narrowest date that is stated, else the earliest bound of publication."""
    stated = {w: c.time for c in reversed(claims) if (w := dated(c.time))}
    best = narrowest(list(stated))
    if best is not None:
        return stated[best]
    bounds = [c.time for c in claims if c.time is not None]
    return min(bounds, key=lambda t: (t.end or "9", t.start or ""), default=None)
