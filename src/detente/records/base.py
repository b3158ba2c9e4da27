"""What every record is: frozen, slotted, written to JSON under the public names of one vocabulary."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen, slotted value; its JSON is its fields, in order, under the same names."""


class Field(msgspec.Struct, frozen=True):
    """A small value inside a record; may be written with positional arguments."""


def to_builtins(record: object) -> Any:
    """A record as dicts, lists, strings and numbers, ready for ``json.dumps``.

    >>> from detente.records import Filler
    >>> to_builtins(Filler("Osmia", "state"))
    {'name': 'Osmia', 'kind': 'state', 'entity': None, 'inferred': False}
    """
    return msgspec.to_builtins(record, builtin_types=())


def to_json(record: object) -> bytes:
    """A record as one line of UTF-8 JSON, fields in the order of their declaration."""
    return msgspec.json.encode(record)


def content_hash(*parts: object) -> str:
    """SHA-256, in hex, of the parts' JSON: the same content, the same hash, on every machine."""
    return hashlib.sha256(msgspec.json.encode(parts, order="sorted")).hexdigest()


def content_id(prefix: str, *parts: object) -> str:
    """An id that is a hash of content: ``clm_`` and sixteen hex digits, say."""
    return f"{prefix}_{content_hash(*parts)[:16]}"
