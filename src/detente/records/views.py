"""What the reports together support: Deal, PersonStatus, Measure, Count, Conflict, State (JSON.md)."""

from __future__ import annotations

from typing import Literal

import msgspec

from detente.records.assertions import Checked
from detente.records.base import Field, Record
from detente.records.claims import Claim, Filler, LinkageClass, Quantity, Step, Time
from detente.records.links import Entity, Event, Judgement, NameForm, OriginGroup

Verdict = Literal["confirmed", "supported", "single-source", "contested", "refuted", "unknown"]
Credibility = Literal[1, 2, 3, 4, 5, 6]
"""The Admiralty digit, computed (CODEBOOK §7): 1 confirmed to 5 contradicted; 6 cannot be judged."""
GiveKind = Literal[
    "release", "clemency", "transfer", "sanction_step", "talks", "diplomatic", "money", "other"
]
Compliance = Literal["0", "1", "2", "3", "D", "R", "U"]
DealState = Literal[
    "rumoured", "in_talks", "announced", "part_performed", "performed", "settled", "stalled",
    "disputed", "breached", "superseded",
]  # fmt: skip


class Alternative(Field, frozen=True):
    """One stated value with those who state it."""

    quantity: Quantity
    groups: int
    claims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Conflict(Record, frozen=True, kw_only=True):
    """What cannot all be true, as a sentence a person can act on."""

    sentence: str
    claims: tuple[str, ...]
    settled_by: str | None = None  # what would settle it
    kind: Literal["conflict", "tension", "mode", "sequence_conflict", "part_whole", "assertion"] = "conflict"
    about: str = ""  # what or whom: "released", "to Osmia", a name


class Give(Record, frozen=True, kw_only=True):
    """One concession: what a side gives, promised and performed kept apart."""

    kind: GiveKind
    what: str
    quantity: Quantity | None = None
    promised_quantity: Quantity | None = None
    sector: str | None = None
    target: str | None = None
    step: Step | None = None
    promised: tuple[str, ...] = ()
    performed: tuple[str, ...] = ()
    by: tuple[str, ...] = ()  # who says so
    due: str | None = None  # ISO date by which it was promised
    compliance: Compliance = "U"
    verdict: Verdict = "single-source"


class Side(Record, frozen=True, kw_only=True):
    """A party to a deal and what it gives."""

    party: Filler
    gives: tuple[Give, ...] = ()


class Released(Record, frozen=True, kw_only=True):
    """How many were freed, every stated value kept."""

    quantity: Quantity | None
    alternatives: tuple[Alternative, ...] = ()
    verdict: Verdict = "single-source"
    credibility: Credibility = 6


class PersonFreed(Record, frozen=True, kw_only=True):
    """A person of a deal with the tracks the text supports."""

    name: str
    entity: str | None
    custody: str = "unknown"
    legal: str = "unknown"
    location: str = "unknown"
    derived: bool = False
    derived_from: tuple[str, ...] = ()
    rule: str | None = None
    verdict: Verdict = "single-source"
    claims: tuple[str, ...] = ()


class Destination(Record, frozen=True, kw_only=True):
    """Where how many went. ``quantity`` is null where the place is said and the number is not."""

    place: str | None
    quantity: Quantity | None
    alternatives: tuple[Alternative, ...] = ()
    derived: bool = False
    derived_from: tuple[str, ...] = ()
    rule: str | None = None
    hedges: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class Unplaced(Record, frozen=True, kw_only=True):
    """What is left of a total when the stated parts are taken away."""

    quantity: Quantity
    what: str
    derived: bool = True
    derived_from: tuple[str, ...] = ()
    rule: str = "T - A"


class Broker(Record, frozen=True, kw_only=True):
    name: str
    role: str | None
    claims: tuple[str, ...] = ()


class Remaining(Record, frozen=True, kw_only=True):
    """How many are still inside, by whose count."""

    quantity: Quantity | None
    source: str
    as_of: str | None
    claims: tuple[str, ...] = ()


class Kept(Record, frozen=True, kw_only=True):
    """A measure that is said to stay."""

    authority: str | None
    what: str
    claims: tuple[str, ...] = ()


class DealLinkage(Record, frozen=True, kw_only=True, rename={"class_": "class"}):
    """Evidence that ties the acts of a deal."""

    class_: LinkageClass
    by: str
    cue: str
    polarity: Literal["+", "-"] = "+"
    direction: str | None = None
    claims: tuple[str, ...] = ()


class Condition(Record, frozen=True, kw_only=True):
    """If, unless, until, provided."""

    text: str
    state: Literal["open", "met", "waived", "failed", "unknown"] = "unknown"
    claims: tuple[str, ...] = ()


class Deal(Record, frozen=True, kw_only=True):
    """A bargain, derived from its concessions and never set by hand (CODEBOOK §6)."""

    id: str
    state: DealState
    date: Time
    sides: tuple[Side, ...]
    released: Released
    persons_freed: tuple[PersonFreed, ...] = ()
    persons_not_freed: tuple[PersonFreed, ...] = ()
    destinations: tuple[Destination, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    brokers: tuple[Broker, ...] = ()
    remaining: tuple[Remaining, ...] = ()
    kept: tuple[Kept, ...] = ()
    linkage: tuple[DealLinkage, ...] = ()
    conditions: tuple[Condition, ...] = ()
    reactions: tuple[str, ...] = ()  # claim ids: STATEMENT and DEMAND about this deal
    conflicts: tuple[Conflict, ...] = ()
    claims: tuple[str, ...] = ()  # every claim the record rests on
    documents: tuple[str, ...] = ()
    reports: int = 0
    groups: int = 0


class Track(Record, frozen=True, kw_only=True):
    """One status track at the query's date."""

    state: str = "unknown"
    holder: str | None = None
    since: Time | None = None
    verdict: Verdict = "unknown"
    claims: tuple[str, ...] = ()
    derived_from: tuple[str, ...] = ()
    rule: str | None = None


class Label(Record, frozen=True, kw_only=True):
    """A label and who gives it; never in the system's own voice."""

    label: str
    by: str
    claims: tuple[str, ...] = ()


class Tracks(Record, frozen=True, kw_only=True):
    custody: Track = Track()
    legal: Track = Track()
    location: Track = Track()
    recognition: tuple[Label, ...] = ()


class Attribute(Record, frozen=True, kw_only=True):
    """An office, honour, nationality or description, as somebody said it."""

    sub: str
    value: str
    claims: tuple[str, ...] = ()


class PersonStatus(Record, frozen=True, kw_only=True):
    """A person with four independent tracks."""

    entity: str
    name: str
    names: tuple[NameForm, ...] = ()
    tracks: Tracks = Tracks()
    attributes: tuple[Attribute, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


class LegalTrack(Record, frozen=True, kw_only=True):
    state: str = "unknown"
    since: str | None = None
    until: str | None = None
    instrument: str | None = None
    claims: tuple[str, ...] = ()
    rule: str | None = None  # by which the state follows where no claim tells it: a day that passed


class AnnouncedTrack(Record, frozen=True, kw_only=True):
    state: str = "none"
    by: tuple[str, ...] = ()
    since: str | None = None
    claims: tuple[str, ...] = ()


class Measure(Record, frozen=True, kw_only=True):
    """A sanctions measure on two tracks: an announcement never moves the legal one."""

    measure: str  # id
    authority: str
    target: str | None = None
    sector: str | None = None
    programme: str | None = None
    founding: str | None = None
    legal: LegalTrack = LegalTrack()
    announced: AnnouncedTrack = AnnouncedTrack()
    claims: tuple[str, ...] = ()  # every claim that speaks of it
    conflicts: tuple[Conflict, ...] = ()


class Part(Record, frozen=True, kw_only=True):
    """A part of a counted population."""

    what: str
    quantity: Quantity | None
    derived: bool = False
    derived_from: tuple[str, ...] = ()
    rule: str | None = None
    claims: tuple[str, ...] = ()


class Count(Record, frozen=True, kw_only=True):
    """A population, who counts it, and what its parts leave open."""

    population: str
    owner: str | None
    as_of: str | None
    quantity: Quantity | None
    since: str | None = None  # of a sum over a longer time: its first day
    alternatives: tuple[Alternative, ...] = ()
    parts: tuple[Part, ...] = ()
    unplaced: Unplaced | None = None
    verdict: Verdict = "single-source"
    credibility: Credibility = 6
    claims: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


class State(Record, frozen=True, kw_only=True):
    """Everything the standing claims support, as of one day, as known on another."""

    as_of: str | None = None
    known_by: str | None = None
    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    groups: tuple[OriginGroup, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    agents: dict[str, str] = msgspec.field(default_factory=dict)  # person or body → state it acts for
    grades: dict[str, str] = msgspec.field(default_factory=dict)  # the desk's letters that were used
    deals: tuple[Deal, ...] = ()
    candidates: tuple[Deal, ...] = ()  # told beside one another and by nobody called a deal (L0, L1)
    people: tuple[PersonStatus, ...] = ()
    measures: tuple[Measure, ...] = ()
    counts: tuple[Count, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    assertions: tuple[Checked, ...] = ()  # what somebody expects, and whether it is so
