"""The person page: four tracks now and over time, names with the judgements behind them, labels."""

from __future__ import annotations

from typing import NamedTuple

from detente.records import Claim, Judgement, Office, PersonStatus
from detente.views.serving import View
from detente.views.web.deals import Course, Moment, course

TRACKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("custody", ("DETAIN", "RELEASE", "CUSTODY_STATE", "HARM")),
    ("legal", ("SENTENCE", "CLEMENCY")),
    ("location", ("TRANSFER",)),
    ("recognition", ("RECOGNITION",)),
)


class PersonPage(NamedTuple):
    """All that the page sets."""

    person: PersonStatus
    claims: tuple[Claim, ...]
    course: Course | None  # a lane for each track
    judgements: tuple[Judgement, ...]
    offices: tuple[Office, ...]  # the earliest first


def person_page(person: PersonStatus, view: View) -> PersonPage:
    """What the page of a person shows."""
    claims = tuple(c for c in view.state.claims if speaks_of(c, person.entity))
    entity = next((e for e in view.state.entities if e.id == person.entity), None)
    wanted = set(entity.judgements) if entity else set()
    return PersonPage(
        person=person,
        claims=tuple(sorted(claims, key=lambda c: (c.document.published or "", c.span.start))),
        course=_tracks(tuple(c for c in claims if _undergoes(c, person.entity))),
        judgements=tuple(j for j in view.state.judgements if j.id in wanted),
        offices=entity.offices if entity else (),
    )


def speaks_of(claim: Claim, entity: str) -> bool:
    """Does any role of the claim name this entity?"""
    return any(filler.entity == entity for fillers in claim.roles.values() for filler in fillers)


def _undergoes(claim: Claim, entity: str) -> bool:
    """Is it told of them? Who pardons others moves on no track of their own."""
    told = claim.roles.get("subject" if claim.type == "RECOGNITION" else "person", ())
    return any(filler.entity == entity for filler in told)


def _tracks(claims: tuple[Claim, ...]) -> Course | None:
    found = course(claims)
    if found is None:
        return None
    moments: list[Moment] = [moment for _, lane in found.lanes for moment in lane]
    moments += _recognitions(claims, found)
    lanes = ((name, tuple(m for m in moments if m.claim.type in types)) for name, types in TRACKS)
    return Course(found.axis, tuple(lanes))


def _recognitions(claims: tuple[Claim, ...], found: Course) -> list[Moment]:
    """Labels have no day of their own: they stand where they were printed."""
    return [
        Moment(c, None, None, found.axis.x(c.document.published))
        for c in claims
        if c.type == "RECOGNITION" and c.document.published
    ]
