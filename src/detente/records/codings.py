"""What people add by hand: Coding, Retraction, Placed."""

from __future__ import annotations

from typing import Literal

from detente.records.base import Record
from detente.records.claims import Claim
from detente.records.text import DocumentRef, Span

CodingKind = Literal["own", "correction", "rejection", "confirmation"]
"""A claim of the person's own; other words for a reader's claim; that it is none; that it is right."""
PlacedStatus = Literal["attached", "moved", "open", "retracted"]


class Coding(Record, frozen=True, kw_only=True):
    """A person's word on what a text says. It outranks a reader's on the same span, and replaces nothing."""

    id: str  # hash of the two claims and the author
    kind: CodingKind
    was: Claim | None = None  # the claim it speaks of, as it was read; None: the person's own
    claim: Claim | None = None  # what the text says by the person's word; None: a rejection
    reason: str = ""
    author: str  # a pseudonym will do
    made: str  # UTC, ISO 8601

    @property
    def about(self) -> Claim:
        """The claim whose document and words it speaks of.

        Raises:
            ValueError: it holds none.
        """
        found = self.was or self.claim
        if found is None:
            raise ValueError(f"{self.id}: expected a claim; found none")
        return found


class Retraction(Record, frozen=True, kw_only=True):
    """That something kept no longer counts: a coding, a judgement, an assertion, a report, a retraction."""

    id: str
    target: str  # id of what is taken back; of a report its SHA-256
    reason: str = ""
    author: str
    made: str  # UTC, ISO 8601
    since: str | None = None  # day of knowledge from which it no longer counts; None: it never did


class Placed(Record, frozen=True, kw_only=True):
    """Where a coding stands in one text that is used now."""

    coding: Coding
    document: DocumentRef
    status: PlacedStatus  # "moved": found again by its quote; "open": not found, somebody must look
    span: Span | None = None
    claim: str | None = None  # id of the reader's claim that it outranks
