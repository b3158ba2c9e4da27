"""What the codebook is made of: frozen records, one for each kind of entry in the TOML files."""

from __future__ import annotations

from typing import Literal

import msgspec

from detente.records import (
    AgentKind,
    Factuality,
    FillerKind,
    LinkageClass,
    Mode,
    Precision,
    Stance,
    Step,
    TypeName,
)

Group = Literal["D", "S", "T", "A", "R"]
Register = Literal[
    "codebook", "wire", "tabloid", "ngo", "state_agency", "official", "translated", "live_blog", "broadcast",
    "headline",
]  # fmt: skip
Subject = Literal["person", "measure", "deal"]
Weight = Literal["decisive", "strong", "ordinary", "weak"]
ClaimField = Literal[
    "quantity", "penalty", "money", "time", "as_of", "step", "stance", "condition", "topic", "duration",
    "voluntariness", "content", "label", "sub",
]  # fmt: skip


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every entry of the codebook is: frozen, and strict about its headings."""


class Role(Entry, frozen=True):
    """A role of one event type."""

    name: str
    meaning: str
    needed: bool = False  # may be the explicit UNSTATED, never guessed
    one_of: str | None = None  # needed roles with the same word here: one of them is enough
    kinds: tuple[FillerKind, ...] = ()
    field: ClaimField | None = None  # the claim's own field that holds it, where it is no filler


class Code(Entry, frozen=True):
    """What a type is called in the PLOVER ontology."""

    event: str  # "none": PLOVER has no such event
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    when: str = ""  # where a type has several codes: which of its cases this one is for
    # How a claim shows that case. A code with ``when`` and none of these is for a person to give.
    told: tuple[Mode, ...] = ()  # the claim's mode; none named: those that say that it is done
    subs: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ()
    content: tuple[TypeName, ...] = ()  # it points to a claim of one of these types
    forced: bool = False  # the move is stated to be forced


class Plover(Entry, frozen=True):
    """PLOVER's two answers: its manual, and its CAMEO table where that differs."""

    manual: tuple[Code, ...] = ()
    table: tuple[Code, ...] = ()


class Bounds(Entry, frozen=True):
    """A quantity as an example expects it; a bound left out is open."""

    lo: int | float | None = None
    hi: int | float | None = None
    soft_lo: bool | None = None  # None: either will do
    soft_hi: bool | None = None


class Window(Entry, frozen=True):
    """A time as an example expects it; an end left out is open."""

    start: str | None = None
    end: str | None = None
    precision: Precision | None = None  # None: any will do


class Tie(Entry, frozen=True, rename={"class_": "class"}):
    """A linkage as an example expects it."""

    class_: LinkageClass
    cue: str | None = None  # verbatim; None: any will do


class Expect(Entry, frozen=True):
    """A predicate over one claim. A field left out is not looked at.

    Fields that take several words accept any one of them; so does a name written ``this|that``.
    """

    type: TypeName
    sub: str | tuple[str, ...] | None = None
    mode: Mode | tuple[Mode, ...] | None = None
    polarity: Literal["+", "-"] | None = None
    factuality: Factuality | tuple[Factuality, ...] | None = None
    roles: dict[str, str | tuple[str, ...]] = {}  # every name must fill the role; "a|b": either role
    quantity: Bounds | None = None
    penalty: Bounds | None = None
    money: Bounds | None = None
    step: Step | None = None
    stance: Stance | tuple[Stance, ...] | None = None
    label: str | None = None
    topic: str | None = None
    condition: str | None = None
    duration: str | None = None  # ISO 8601
    voluntariness: Literal["stated_voluntary", "stated_forced", "unstated"] | None = None
    attribution: str | None = None  # innermost source; "" is the outlet's own voice
    chain: tuple[str, ...] = ()  # outer to inner, where the whole chain matters
    hedges: tuple[str, ...] = ()
    linkage: Tie | None = None
    time: Window | None = None
    content: tuple[TypeName, ...] = ()  # types of the claims it points to


def several(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """One word, several or none, as several."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


class Example(Entry, frozen=True):
    """A short invented text with what a reader must, and must not, get out of it."""

    text: str
    register: Register
    expect: tuple[Expect, ...] = ()
    never: tuple[Expect, ...] = ()  # no claim may fit any of these
    instead: str | None = None  # not an example of this type: what it is instead
    phenomenon: tuple[int, ...] = ()  # of the list in docs/codebook.md
    rule: tuple[str, ...] = ()  # "§8.5"
    headings: tuple[str, ...] = ()  # lines of the text that stand as headings
    boilerplate: tuple[str, ...] = ()  # lines of the text that are page furniture
    published: str = "2026-03-04"  # a Wednesday
    language: str = "en"
    read: Literal["unread"] | None = None  # "unread": no reader is expected to read it yet


class EventType(Entry, frozen=True):
    """One event type or record type, under the headings that all of them have."""

    name: TypeName
    code: str  # its number in the table: D1 … A3, R1 … R3
    group: Group
    title: str
    definition: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    confusable_with: dict[TypeName, str]  # type → how to tell them apart
    roles: tuple[Role, ...]
    sub: dict[str, str] = {}
    step: dict[Step, str] = {}
    stance: dict[Stance, str] = {}
    plover: Plover = Plover()
    cameo: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


class RoleWord(Entry, frozen=True):
    """A role as the whole codebook uses it."""

    name: str
    meaning: str
    side: Literal["doer", "undergoer", "counterpart", "place", "what", "measure"]
    kinds: tuple[FillerKind, ...] = ()


class ModeWord(Entry, frozen=True):
    """A mode: how the text puts the event."""

    name: Mode
    meaning: str
    done: bool  # does a claim in this mode say that it has happened
    cues: tuple[str, ...] = ()  # examples of wording; the reader's lexicon is its own


class FactualityWord(Entry, frozen=True):
    """A degree of certainty, relative to the innermost source."""

    name: Factuality
    meaning: str
    cues: tuple[str, ...] = ()


class StatusState(Entry, frozen=True):
    """A state of a track."""

    name: str
    meaning: str


class Move(Entry, frozen=True, rename={"from_": "from"}):
    """A legal move of a track: from where, to where, on which claims."""

    from_: tuple[str, ...]  # "*" is any state
    to: str
    by: tuple[str, ...] = ()  # TYPE or TYPE/sub, "step:licensed", "deal:promised"


class StatusTrack(Entry, frozen=True):
    """One track of a person, a measure or a deal."""

    subject: Subject
    name: str
    meaning: str
    start: str
    states: tuple[StatusState, ...]
    moves: tuple[Move, ...] = ()
    per: str | None = None  # "recogniser": one track for each
    notes: tuple[str, ...] = ()

    def allows(self, old: str, new: str) -> bool:
        """Is the move from one state to another legal; staying where one is always is."""
        return old == new or any(m.to == new and (old in m.from_ or "*" in m.from_) for m in self.moves)


class LinkageKind(Entry, frozen=True, rename={"class_": "class"}):
    """A class of evidence that ties two acts."""

    class_: LinkageClass
    evidence: str
    makes_deal: bool  # may a deal record rest on it


class LinkageCue(Entry, frozen=True, rename={"class_": "class"}):
    """Words that tie acts, and the class of evidence they make."""

    cue: str
    class_: LinkageClass
    direction: Literal["answers", "answered_by", "follows", "precedes", "mutual"]
    polarity: Literal["+", "-"] = "+"


class Links(Entry, frozen=True):
    """Classes of linkage and the words for them."""

    classes: tuple[LinkageKind, ...]
    cues: tuple[LinkageCue, ...]


class QuantitySample(Entry, frozen=True):
    """A wording with the bounds it must give."""

    text: str
    lo: int | float | None = None
    hi: int | float | None = None
    soft_lo: bool = False
    soft_hi: bool = False


class QuantityRule(Entry, frozen=True):
    """One row of the quantity table."""

    name: str
    cues: tuple[str, ...]
    lower: str
    upper: str
    soft: tuple[Literal["lo", "hi"], ...] = ()
    samples: tuple[QuantitySample, ...] = ()


class Letter(Entry, frozen=True):
    """An Admiralty letter with the prior belief it stands for."""

    letter: Literal["A", "B", "C", "D", "E", "F"]
    meaning: str
    prior: float  # mean of the Beta prior
    strength: float  # its weight, in observations


class Authority(Entry, frozen=True):
    """What a kind of source is worth for a kind of claim, before its letter is looked at."""

    source: str
    about: str
    weight: Weight
    kinds: tuple[AgentKind, ...] = ()


class Digit(Entry, frozen=True):
    """A computed credibility digit."""

    digit: Literal[1, 2, 3, 4, 5, 6]
    meaning: str


class VerdictWord(Entry, frozen=True):
    """A verdict word and when it is used."""

    name: str
    meaning: str


class Grading(Entry, frozen=True):
    """Defaults of source grading and reconciliation; a desk overrides them in its settings."""

    unknown: Literal["A", "B", "C", "D", "E", "F"]
    letters: tuple[Letter, ...]
    authority: tuple[Authority, ...]
    digits: tuple[Digit, ...]
    verdicts: tuple[VerdictWord, ...]
    origin: dict[str, float]
    coreference: dict[str, float]


class Phenomenon(Entry, frozen=True):
    """Something real reporting does that a reader must handle."""

    number: int
    title: str


class NameWords(Entry, frozen=True):
    """How names in examples are compared with names that a reader gives."""

    articles: tuple[str, ...]
    head_ends: frozenset[str]
    numbers: frozenset[str]
    same: dict[str, str]


class Codebook(Entry, frozen=True):
    """The whole codebook, types in the order of the table (D, S, T, A, then the record types)."""

    types: dict[str, EventType]
    roles: dict[str, RoleWord]
    modes: dict[str, ModeWord]
    factuality: dict[str, FactualityWord]
    statuses: tuple[StatusTrack, ...]
    linkage: Links
    quantities: tuple[QuantityRule, ...]
    grading: Grading
    names: NameWords
    phenomena: tuple[Phenomenon, ...]
    never_inferred: dict[str, str]  # "§8.1" → the rule

    def track(self, subject: str, name: str) -> StatusTrack:
        """The track of this name.

        Raises:
            KeyError: the codebook has no such track.
        """
        for track in self.statuses:
            if (track.subject, track.name) == (subject, name):
                return track
        raise KeyError(f"{subject}/{name}")
