"""What the ledger keeps: Entry."""

from __future__ import annotations

from typing import Literal

import msgspec

from detente.records.base import Record

EntryKind = Literal[
    "document", "article", "reading", "issue", "judgement", "coding", "retraction", "assertion"
]  # fmt: skip


class Entry(Record, frozen=True, kw_only=True):
    """One line of the ledger: immutable, chained to the one before by its hash.

    Two clocks on every entry: ``valid`` is when it holds in the world, ``known`` the day from which
    it could be known (publication, else the day it was recorded). ``recorded`` is the ledger's own
    clock, for audits.
    """

    kind: EntryKind
    key: str  # hash of the content: the same content is appended once
    body: msgspec.Raw  # the record as JSON
    valid: str | None = None  # ISO 8601 date: the earliest day the content speaks of
    known: str | None = None  # ISO 8601 date
    recorded: str | None = None  # UTC, ISO 8601; filled by the ledger
    seq: int | None = None  # filled by the ledger, from 1
    prev: str | None = None  # hash of the entry before; filled by the ledger
    hash: str | None = None  # filled by the ledger
    raw: bytes | None = None  # a document's bytes: kept beside the body, once for each SHA-256
