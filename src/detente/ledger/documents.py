"""The bytes of documents: which entry names which, and whether they are what it says."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

import msgspec

from detente.errors import LedgerError
from detente.records import Entry


class _Named(msgspec.Struct):
    sha256: str


def document_sha256(body: bytes) -> str:
    """Which bytes the body of a document's entry names.

    Raises:
        msgspec.DecodeError: the body names none.

    >>> document_sha256(b'{"id": "doc_1", "sha256": "ab"}')
    'ab'
    """
    return msgspec.json.decode(body, type=_Named).sha256


def raws_of(entries: Iterable[Entry]) -> dict[str, bytes]:
    """The documents' bytes that these entries bring, by their SHA-256.

    Raises:
        LedgerError: bytes other than those the body names, or a body that names none.
    """
    documents = [entry for entry in entries if entry.kind == "document"]
    return {_named(entry): entry.raw for entry in documents if entry.raw is not None and _fits(entry)}


def _named(entry: Entry) -> str:
    try:
        return document_sha256(bytes(entry.body))
    except msgspec.DecodeError as error:
        raise LedgerError(
            f"document {entry.key[:16]}: expected a body with its sha256; found none"
        ) from error


def _fits(entry: Entry) -> bool:
    name = _named(entry)
    if sha256(entry.raw or b"").hexdigest() != name:
        raise LedgerError(f"document {name[:16]}: its bytes have another SHA-256; read it again")
    return True


def needed(entries: Iterable[Entry]) -> dict[str, None]:
    """Which bytes these entries name, each once, in order.

    Raises:
        LedgerError: a document's body names none.
    """
    return dict.fromkeys(_named(entry) for entry in entries if entry.kind == "document")
