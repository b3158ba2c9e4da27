"""The language everyone speaks: frozen records, one vocabulary for core, ledger, JSON and API.

A record's name says how far the news has come: bytes are a :class:`Document`, its text an
:class:`Article`, what a reader found in it a :class:`Reading` of :class:`Claim` s, claims about
the same people and happenings a :class:`Resolution`, and what they together support a
:class:`State` with its :class:`Deal` s. Field names are the public names of the JSON that leaves
Detente. No record does input or output.
"""

from detente.records.answers import (
    Answer,
    AnswerKind,
    AnswerRow,
    Cell,
    Derivation,
    Evidence,
    Unknown,
    Voices,
)
from detente.records.assertions import Asserted, Assertion, Checked
from detente.records.base import Field, Record, content_hash, content_id, to_builtins, to_json
from detente.records.claims import (
    DONE,
    FREED,
    HANDS,
    HAPPENED,
    HOLDERS,
    LET_GO,
    MEASURES,
    UNSTATED,
    AgentKind,
    Attribution,
    Basis,
    Claim,
    EventName,
    Factuality,
    Filler,
    FillerKind,
    Linkage,
    LinkageClass,
    Mode,
    Precision,
    Quantity,
    ReaderRef,
    Reading,
    RecordName,
    Sensitivity,
    SentenceTrace,
    Stance,
    Step,
    Time,
    TypeName,
    claim_id,
)
from detente.records.codings import Coding, CodingKind, Placed, PlacedStatus, Retraction
from detente.records.entries import Entry, EntryKind
from detente.records.links import (
    Entity,
    Event,
    Judgement,
    NameForm,
    Office,
    OriginGroup,
    Resolution,
    Shift,
    Verdict4,
)
from detente.records.supports import Backing, Support, Vote
from detente.records.text import (
    Article,
    Document,
    DocumentRef,
    Given,
    Issue,
    Run,
    Span,
    SpanKind,
    Stage,
)
from detente.records.views import (
    Alternative,
    AnnouncedTrack,
    Attribute,
    Broker,
    Compliance,
    Condition,
    Conflict,
    Count,
    Credibility,
    Deal,
    DealLinkage,
    DealState,
    Destination,
    Give,
    GiveKind,
    Kept,
    Label,
    LegalTrack,
    Measure,
    Part,
    PersonFreed,
    PersonStatus,
    Released,
    Remaining,
    Side,
    State,
    Track,
    Tracks,
    Unplaced,
    Verdict,
)

__all__ = [
    "DONE", "FREED", "HANDS", "HAPPENED", "HOLDERS", "LET_GO", "MEASURES", "UNSTATED",
    "AgentKind", "Alternative", "AnnouncedTrack", "Answer", "AnswerKind", "AnswerRow",
    "Article", "Asserted", "Assertion", "Attribute", "Attribution", "Backing", "Basis", "Broker",
    "Cell", "Checked", "Claim", "Coding", "CodingKind", "Compliance", "Condition", "Conflict", "Count",
    "Credibility", "Deal", "DealLinkage", "DealState", "Derivation", "Destination", "Document",
    "DocumentRef", "Entity", "Entry", "EntryKind", "Event", "EventName", "Evidence", "Factuality",
    "Field", "Filler", "FillerKind", "Give", "GiveKind", "Given", "Issue", "Judgement", "Kept", "Label",
    "LegalTrack", "Linkage", "LinkageClass", "Measure", "Mode", "NameForm", "Office", "OriginGroup", "Part",
    "PersonFreed", "PersonStatus", "Placed", "PlacedStatus", "Precision", "Quantity", "ReaderRef",
    "Reading", "Record", "RecordName", "Released", "Remaining", "Resolution", "Retraction", "Run",
    "Sensitivity", "SentenceTrace", "Shift", "Side", "Span", "SpanKind", "Stage", "Stance", "State", "Step",
    "Support", "Time", "Track", "Tracks", "TypeName", "Unknown", "Unplaced", "Verdict", "Verdict4",
    "Voices", "Vote", "claim_id", "content_hash", "content_id", "to_builtins", "to_json",
]  # fmt: skip
