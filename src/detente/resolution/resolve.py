"""From readings to a resolution: names, then happenings, then the names that happenings tie."""

from __future__ import annotations

from collections.abc import Sequence

from detente.records import Article, Claim, Event, Judgement, Reading, Resolution, Time, TypeName, content_id
from detente.records.links import EventStatus
from detente.resolution.acts import people_of, status_of
from detente.resolution.entities import Naming, identify, state_id
from detente.resolution.families import families
from detente.resolution.happenings import Telling, claims_of, tellings, why
from detente.resolution.linking import link
from detente.resolution.reports import distinct, reports_of
from detente.resolution.times import dated, narrowest
from detente.resolution.voices import origin_groups


def resolve(
    readings: Sequence[Reading],
    articles: Sequence[Article] = (),
    judgements: Sequence[Judgement] = (),
) -> Resolution:
    """Settle who is who and which claims tell one happening.

    Args:
        readings: one reading per document; their order plays no part.
        articles: the texts, where at hand: copies are found by their words.
        judgements: people's words on what is one and what is not; a later one outranks an earlier.

    Returns:
        the claims with their entities filled in, entities, events and origin groups.

    Example:
        >>> resolve([]).events
        ()
    """
    claims = distinct(readings)
    reports = reports_of(claims, articles)
    groups = link(tellings(reports), judgements)
    naming = identify(reports, groups, judgements)
    filled = {c.id: naming.filled(c) for c in claims}
    return Resolution(
        claims=tuple(filled.values()),
        entities=naming.entities,
        events=tuple(_event(g, naming, filled) for g in groups),
        groups=origin_groups(tuple(filled.values()), families(articles), articles, judgements),
        judgements=(*judgements, *naming.candidates),
        agents=naming.agents,
    )


def _event(group: Sequence[Telling], naming: Naming, filled: dict[str, Claim]) -> Event:
    claims = tuple(filled[c.id] for c in claims_of(group))
    agent, custodian = naming.agent(claims), _custodian(group)
    return Event(
        id=content_id("evt", min((t.report.published, t.claims[0].id) for t in group)),
        type=_event_type(claims),
        time=_time(claims),
        claims=tuple(c.id for c in claims),
        why=why(group),
        status=_status(claims),
        agent=agent or custodian,
        agent_inferred=agent is None and custodian is not None,
        people=tuple(sorted({f.entity for c in claims for f in people_of(c) if f.entity})),
        documents=tuple(sorted({c.document.sha256 for c in claims})),
    )


def _custodian(group: Sequence[Telling]) -> str | None:
    """Where nobody says who let people go: the one state that all reports of it are from."""
    if group[0].family != "free":
        return None
    states = {t.report.custodian for t in group}
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
