"""What the workspace answers beside the records of the news: reports of a read, traces."""

from __future__ import annotations

from typing import Any, Literal

from detente.records import Claim, Issue, Support
from detente.records.base import Field, Record

OutcomeStatus = Literal["read", "held", "skipped", "failed"]
TraceKind = Literal["claim", "document", "entity", "event", "deal", "measure", "person", "group", "judgement"]


class Outcome(Record, frozen=True, kw_only=True):
    """What became of one input."""

    path: str
    document: str | None  # sha256; None: no document could be made of it
    status: OutcomeStatus  # "held": the ledger had this reading; "skipped": no report, left aside
    claims: int = 0
    issues: tuple[Issue, ...] = ()


class ReadReport(Record, frozen=True, kw_only=True):
    """What became of a read: one outcome for each input, in order."""

    outcomes: tuple[Outcome, ...] = ()
    new: int = 0  # entries appended
    interrupted: bool = False  # stopped by Ctrl-C; what is listed was kept

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The inputs nothing could be made of."""
        return tuple(o for o in self.outcomes if o.status == "failed")

    @property
    def done(self) -> tuple[Outcome, ...]:
        """The inputs that were read, now or before."""
        return tuple(o for o in self.outcomes if o.status in ("read", "held"))

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What a person should know about the inputs, in their order."""
        return tuple(issue for o in self.outcomes for issue in o.issues)


class Derived(Field, frozen=True):
    """A value of a record that no text states, and what it was computed from."""

    where: str  # "destinations[1]"
    rule: str
    derived_from: tuple[str, ...]


class Quoted(Record, frozen=True, kw_only=True):
    """A claim with its words in their context, back to the bytes."""

    claim: Claim
    before: str
    exact: str
    after: str
    page_offset: int | None  # in the decoded page; None: put in by the extraction
    intact: bool  # the bytes still give their hash, and the text still holds the words


class Trace(Record, frozen=True, kw_only=True):
    """From a record to what it rests on: claims → words → bytes → rule."""

    id: str
    kind: TraceKind
    record: Any  # the record itself
    derived: tuple[Derived, ...] = ()
    supports: tuple[Support, ...] = ()  # behind each value: voices, weights, rule
    quotes: tuple[Quoted, ...] = ()
