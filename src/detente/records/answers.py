"""What a question is answered with: rows, a verdict, and everything they rest on (P0 to P8)."""

from __future__ import annotations

from typing import Literal

from detente.records.base import Field, Record
from detente.records.claims import Quantity, ReaderRef
from detente.records.links import Judgement
from detente.records.views import Conflict, Verdict

AnswerKind = Literal["list", "count", "state", "ledger", "timeline", "diff", "path", "gap", "metric", "order"]
Cell = str | int | float | bool | Quantity | tuple[str, ...] | None
"""What stands in a row: None is the unknown, never nothing."""


class AnswerRow(Record, frozen=True, kw_only=True):
    """One line of an answer, with the claims it rests on and those that speak against it."""

    cells: dict[str, Cell]  # by column, in the order of the answer's columns
    verdict: Verdict | None = None  # None: a computed figure, or no fact of the world
    main: bool = False  # the value the answer's verdict is about
    claims: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    derived_from: tuple[str, ...] = ()
    rule: str | None = None
    documents: tuple[str, ...] = ()  # ids of the reports behind claims and dissent


class Evidence(Record, frozen=True, kw_only=True):
    """One claim behind an answer, back to the bytes (P0, P2, P6)."""

    claim: str
    document: str
    sha256: str
    published: str | None
    start: int  # in characters of the text as it was read
    end: int
    exact: str
    chain: tuple[str, ...]  # who says so, outlet first, innermost last
    hedges: tuple[str, ...]
    reader: ReaderRef


class Voices(Field, frozen=True):
    """One origin group: reports that are one vote, copies folded (P1)."""

    group: str
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    reason: str


class Derivation(Field, frozen=True):
    """A figure no text states, with its rule and what it was computed from (P4)."""

    what: str
    rule: str
    derived_from: tuple[str, ...]


class Unknown(Field, frozen=True):
    """That nothing is held, which track is missing, and what was looked at."""

    missing: str
    looked_at: tuple[str, ...]


class Answer(Record, frozen=True, kw_only=True):
    """A question answered from what the standing claims support, and from nothing else."""

    question: str  # its name
    asks: str
    kind: AnswerKind
    numbers: tuple[int, ...]
    filters: dict[str, str]
    as_of: str | None  # both clocks: None is the latest
    known_by: str | None
    verdict: Verdict | None
    columns: tuple[str, ...]
    rows: tuple[AnswerRow, ...] = ()
    unknown: Unknown | None = None
    evidence: tuple[Evidence, ...] = ()
    groups: tuple[Voices, ...] = ()
    instruments: tuple[str, ...] = ()  # P3: empty is "none held"
    derivations: tuple[Derivation, ...] = ()
    dissent: tuple[Conflict, ...] = ()  # P5: every side, nothing dropped because it lost
    hedges: tuple[str, ...] = ()
    reviews: tuple[Judgement, ...] = ()  # P7: people's words on what is one
    withheld: tuple[str, ...] = ()  # P8
