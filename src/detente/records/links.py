"""Who is who and which claims tell one happening: Judgement, Entity, Event, Resolution."""

from __future__ import annotations

from typing import Literal

import msgspec

from detente.records.base import Field, Record
from detente.records.claims import Claim, FillerKind, Time, TypeName

EventStatus = Literal["done", "to_come", "denied", "past", "told"]
"""Done now, still to come, denied, told in passing, or no act at all (a statement)."""
Verdict4 = Literal["same", "different", "unsure", "none"]


class Judgement(Record, frozen=True, kw_only=True):
    """Somebody's word on whether two things are one. Never changed; undone by a later one."""

    id: str
    about: Literal["entity", "event", "report"]
    left: str  # key of a name, claim or document
    right: str
    verdict: Verdict4
    score: float | None = None
    reasons: tuple[str, ...] = ()
    author: str = "detente"  # reader version or a person's pseudonym
    made: str | None = None  # UTC, ISO 8601; None for what is recomputed


class NameForm(Field, frozen=True):
    """One way in which a name is written."""

    form: str
    script: str  # ISO 15924: Latn, Cyrl
    language: str | None
    claims: tuple[str, ...] = ()


class Office(Field, frozen=True):
    """An office that somebody is told to hold. Who held it before or after is not said by it."""

    name: str  # as it stands where it is told first
    first: str | None  # the earliest day of which it is told: the text's own, else the report's
    last: str | None  # the latest
    claims: tuple[str, ...] = ()


class Entity(Record, frozen=True, kw_only=True):
    """A person, state, body, place or group as the ledger knows it: a view over claims."""

    id: str
    kind: FillerKind
    name: str
    names: tuple[NameForm, ...] = ()
    judgements: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()


class Event(Record, frozen=True, kw_only=True):
    """Claims about one happening."""

    id: str
    type: TypeName
    time: Time | None
    claims: tuple[str, ...]
    why: tuple[str, ...] = ()  # why these claims are one
    status: EventStatus = "told"  # how the claims tell it
    agent: str | None = None  # entity that acts; a state where a person acts for one
    agent_inferred: bool = False  # nobody says who acts: the state that all the reports are from
    people: tuple[str, ...] = ()  # entities of the persons named in it
    documents: tuple[str, ...] = ()  # sha256


class OriginGroup(Record, frozen=True, kw_only=True):
    """Reports, or claims, that rest on one source: one vote (CODEBOOK §7)."""

    id: str
    members: tuple[str, ...]  # claim ids, or sha256 of whole documents
    reason: str
    name: str = ""


class Resolution(Record, frozen=True, kw_only=True):
    """Claims with their entities filled in, and how they hang together."""

    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    groups: tuple[OriginGroup, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    agents: dict[str, str] = msgspec.field(default_factory=dict)  # person or body → state it acts for


class Shift(Record, frozen=True, kw_only=True):
    """What one resolution has in the place of what the one before it had."""

    before: Resolution
    claims: dict[str, tuple[Claim, ...]]  # by document; none where the document is gone
    entities: dict[str, Entity | None]
    events: dict[str, Event | None]
    told: dict[str, Event | None] = msgspec.field(default_factory=dict)  # by claim
    groups: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]  # members before and now
