"""What somebody expects the record to say, and whether it does: Assertion, Checked."""

from __future__ import annotations

from typing import Literal

from detente.records.base import Record
from detente.records.claims import Quantity

Asserted = Literal["released", "pardoned", "held"]


class Assertion(Record, frozen=True, kw_only=True):
    """A count that the record is expected to hold: "24 freed by 1 August, per X"."""

    id: str
    what: Asserted
    count: Quantity
    country: str | None = None  # who frees, pardons or holds; None: anybody
    since: str | None = None  # ISO date: of happenings from this day on
    by: str | None = None  # ISO date: of happenings up to this day; of stocks the last by it
    per: str | None = None  # by whose count; None: by what all counts together support
    reason: str = ""
    author: str
    made: str  # UTC, ISO 8601


class Checked(Record, frozen=True, kw_only=True):
    """What became of an assertion in one settle. A miss hides nothing and mends nothing."""

    assertion: Assertion
    holds: bool | None  # None: nothing of the kind is told, or its day is still to come
    found: Quantity | None = None  # the nearest count that is told
    difference: Quantity | None = None  # found less asserted, or the other way round where less is found
    short: bool = False  # less is found than asserted
    claims: tuple[str, ...] = ()
    sentence: str = ""
