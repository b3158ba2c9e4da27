"""What a text says: Quantity, Time, Filler, Attribution, Claim, Reading. Names as in the codebook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from detente.records.base import Field, Record, content_id
from detente.records.text import DocumentRef, Span

EventName = Literal[
    "DETAIN", "SENTENCE", "CUSTODY_STATE", "CLEMENCY", "RELEASE", "TRANSFER", "HARM",
    "SANCTION_IMPOSE", "SANCTION_EASE", "SANCTION_KEEP",
    "TALKS", "MANDATE", "DIPLOMATIC_STEP", "COMMIT", "DEMAND", "STATEMENT",
]  # fmt: skip
RecordName = Literal["RECOGNITION", "ATTRIBUTE", "LINKAGE"]
TypeName = Literal[
    "DETAIN", "SENTENCE", "CUSTODY_STATE", "CLEMENCY", "RELEASE", "TRANSFER", "HARM",
    "SANCTION_IMPOSE", "SANCTION_EASE", "SANCTION_KEEP",
    "TALKS", "MANDATE", "DIPLOMATIC_STEP", "COMMIT", "DEMAND", "STATEMENT",
    "RECOGNITION", "ATTRIBUTE", "LINKAGE",
]  # fmt: skip
Mode = Literal[
    "asserted", "performed", "announced", "agreed", "promised", "intended", "demanded",
    "conditional", "hypothetical", "denied", "evaluated", "background",
]  # fmt: skip
Factuality = Literal["CT", "PR", "PS", "U"]
Step = Literal[
    "announced", "agreed", "licensed", "suspended", "narrowed", "delisted", "repealed",
    "annulled", "expired", "unspecified",
]  # fmt: skip
Stance = Literal["welcome", "thank", "relieve", "criticise", "accuse", "deny", "assess", "explain", "aim"]
LinkageClass = Literal["L0", "L1", "L2", "L3", "L4"]
Sensitivity = Literal["public_figure", "named_publicly", "at_risk", "relative_minor", "sealed"]
FillerKind = Literal[
    "person", "state", "organisation", "place", "facility", "group", "office", "event", "sector",
    "topic", "instrument", "programme", "outlet", "value", "unstated",
]  # fmt: skip
AgentKind = Literal["outlet", "official", "party", "ngo", "witness", "person", "organisation", "unnamed"]
Precision = Literal["instant", "day", "week", "month", "season", "year", "decade", "vague"]
Basis = Literal["stated", "anchored", "publication_bound", "derived"]

DONE: Final = frozenset[Mode]({"performed", "asserted"})
"""The modes of what is told as done."""
HAPPENED: Final = DONE | frozenset[Mode]({"background"})
"""The modes of what happened, now or before the story."""

FREED: Final = frozenset[TypeName]({"RELEASE", "CLEMENCY"})
"""The types that tell of people as let go, or forgiven."""
LET_GO: Final = FREED | frozenset[TypeName]({"TRANSFER"})
"""The types of those who come out, and of where they were brought."""
HOLDERS: Final[Mapping[str, str]] = {
    "DETAIN": "detainer",
    "SENTENCE": "authority",
    "CUSTODY_STATE": "holder",
}
"""The types that tell of people as held, each with the role of who holds them."""
HANDS: Final[Mapping[str, str]] = {"RELEASE": "releaser", "CLEMENCY": "granter", **HOLDERS}
"""The types that tell in whose hands people are or were, each with that role."""
MEASURES: Final = frozenset[TypeName]({"SANCTION_IMPOSE", "SANCTION_EASE", "SANCTION_KEEP"})
"""The types that tell of measures of one state against another, its people or its trade."""

UNSTATED = "UNSTATED"
"""The name of a needed role that the text leaves open. Never guessed."""


class Quantity(Field, frozen=True):
    """How many: bounds, which of them are soft, and the words they were read from (CODEBOOK §5).

    >>> Quantity(25, None, cue="at least 25", unit="prisoners").exact
    False
    """

    lo: int | float | None  # None: no lower bound known
    hi: int | float | None  # None: open upwards
    soft_lo: bool = False
    soft_hi: bool = False
    exact: bool = False  # the text gives one number and no hedge
    cue: str = ""  # verbatim
    unit: str | None = None  # "prisoners", "years", "USD"
    population: str | None = None  # what is counted: predicate | event or place | window | owner


class Time(Field, frozen=True):
    """An interval of days with its precision and how it is known (EDTF, ISO 8601-2).

    Both ends are inclusive ISO dates; None is open.
    """

    start: str | None
    end: str | None
    precision: Precision = "day"
    basis: Basis = "stated"
    text: str | None = None  # verbatim, where words of the text say it


class Filler(Field, frozen=True):
    """Who or what fills a role."""

    name: str  # as the text says it, canonical for states; UNSTATED where the role stays open
    kind: FillerKind
    entity: str | None = None  # filled by resolution; no part of a claim's id
    inferred: bool = False  # the words stand outside the claim's own span and sentence


class Attribution(Field, frozen=True):
    """One link of the chain of those who say so, outer to inner."""

    name: str
    kind: AgentKind
    cue: str = ""  # verbatim: "reported", "according to"
    named: bool = False  # a proper name, not "officials"
    parts: tuple[str, ...] = ()  # speakers joined by "and", each alone


class Linkage(Field, frozen=True, rename={"class_": "class"}):
    """A cue that ties this claim to others (CODEBOOK §6)."""

    class_: LinkageClass
    cue: str  # verbatim
    direction: Literal["answers", "answered_by", "follows", "precedes", "mutual"] = "answers"
    to: tuple[str, ...] = ()  # claim ids


class ReaderRef(Field, frozen=True):
    """Which reader, in which version, with which configuration."""

    name: str
    version: str
    config: str  # hash of the lexicons and options it read with


class Claim(Record, frozen=True, kw_only=True):
    """One event or state, as told by one attribution chain, in one span, by one reader version."""

    id: str
    type: TypeName
    sub: str | None = None
    alt_type: TypeName | None = None
    mode: Mode = "performed"
    polarity: Literal["+", "-"] = "+"
    factuality: Factuality = "CT"
    roles: dict[str, tuple[Filler, ...]]
    quantity: Quantity | None = None
    penalty: Quantity | None = None
    money: Quantity | None = None
    time: Time | None = None
    as_of: str | None = None  # for states: ISO date
    content: tuple[str, ...] = ()  # claim ids
    step: Step | None = None
    stance: Stance | None = None
    condition: str | None = None  # verbatim
    label: str | None = None  # RECOGNITION: the label, verbatim
    topic: str | None = None  # verbatim
    duration: str | None = None  # ISO 8601
    voluntariness: Literal["stated_voluntary", "stated_forced", "unstated"] | None = None
    exhaustive: bool | None = None  # of a list; None: no list
    attribution: tuple[Attribution, ...] = ()  # () is the outlet's own voice
    scope_certain: bool = True
    span: Span
    linkage: Linkage | None = None
    hedges: tuple[str, ...] = ()
    sensitivity: Sensitivity = "named_publicly"
    confidence: float = 0.5  # P(the text says this), two decimals
    rule: str = ""  # what fired
    happening: str | None = None  # inside one document: claims with the same value tell one happening
    document: DocumentRef
    reader: ReaderRef

    def names(self, *roles: str) -> tuple[str, ...]:
        """Names that fill these roles, in order, the unstated left out."""
        own = self.roles
        return tuple([f.name for r in roles if r in own for f in own[r] if f.name != UNSTATED])


def claim_id(
    document_sha256: str,
    span: Span,
    type_: str,
    sub: str | None,
    roles: dict[str, tuple[Filler, ...]],
    quantity: Quantity | None,
    mode: str,
    polarity: str,
    attribution: tuple[Attribution, ...],
    reader: ReaderRef,
) -> str:
    """``clm_`` and the hash of what JSON.md lists: the path and resolved entities are no part of it."""
    fillers = {r: [(f.name, f.kind, f.inferred) for f in fs] for r, fs in roles.items()}
    return content_id(
        "clm", document_sha256, span, type_, sub, fillers, quantity, mode, polarity, attribution, reader
    )


class Reading(Record, frozen=True, kw_only=True):
    """All that one reader version got out of one article."""

    document: DocumentRef
    reader: ReaderRef
    claims: tuple[Claim, ...] = ()


class SentenceTrace(Record, frozen=True, kw_only=True):
    """What a reader saw in one sentence: for ``detente inspect``."""

    span: Span
    kept: bool  # did the trigger filter keep it
    triggers: tuple[str, ...] = ()
    parse: tuple[str, ...] = ()  # one "word/tag/dep→head" a token
    mentions: tuple[str, ...] = ()
    fired: tuple[str, ...] = ()  # rules that gave a claim
    nearly: tuple[str, ...] = ()  # rules that matched their trigger and then failed, with why
    claims: tuple[str, ...] = ()  # ids
    why: str | None = None  # why nothing came of it
