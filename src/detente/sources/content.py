"""What bytes are, told from the bytes: a page, a text, or a file of another kind."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from detente.records.text import CSV, REGULATION, TOML
from detente.tables import parsed

_SAMPLE = 1 << 16
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b")
_TOO_MANY = 0.02  # share of control bytes beyond which bytes are no text
_BEFORE_TAG = re.compile(rb"(?:\xef\xbb\xbf|\s|<!--.*?-->|<\?[^>]*>)*+<([a-zA-Z!][\w !]*)", re.S)


class Signature(NamedTuple):
    """How files of one kind begin, and what to tell who gives one."""

    name: str
    magic: bytes
    offset: int
    advice: str


class Kinds(NamedTuple):
    """The tables of ``data/kinds.toml``."""

    signatures: tuple[Signature, ...]
    aside: frozenset[str]
    about: frozenset[str]
    lines: frozenset[str]
    openings: tuple[bytes, ...]


@cache
def kinds() -> Kinds:
    """The tables, read once."""
    data = parsed((resources.files(__package__) / "data" / "kinds.toml").read_bytes())
    return Kinds(
        tuple(_signature(row) for row in data["signature"]),
        frozenset(data["folder"]["aside"]),
        frozenset(data["folder"]["about"]),
        frozenset(data["folder"]["lines"]),
        tuple(o.encode() for o in data["html"]["openings"]),
    )


def _signature(row: dict[str, Any]) -> Signature:
    return Signature(row["name"], bytes.fromhex(row["magic"]), row.get("offset", 0), row["advice"])


def binary_kind(raw: bytes) -> Signature | None:
    """The signature that these bytes carry, if any; of an unknown binary kind, one without magic.

    >>> binary_kind(b"%PDF-1.7 ...").name
    'a PDF'
    >>> binary_kind(b"Two men were freed.") is None
    True
    """
    for signature in kinds().signatures:
        if raw.startswith(signature.magic, signature.offset):
            return signature
    head = raw[:_SAMPLE]
    control = len(head) - len(head.translate(None, _CONTROL))
    if control > _TOO_MANY * len(head):
        return Signature("bytes of an unknown kind", b"", 0, "give a text or an HTML page")
    return None


def is_page(raw: bytes) -> bool:
    """Do these bytes open as an HTML page does?

    >>> is_page(b"<!DOCTYPE html><p>Freed.</p>"), is_page(b"Freed at last <3")
    (True, False)
    """
    found = _BEFORE_TAG.match(
        raw[:_SAMPLE].replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    )
    if found is None:
        return False
    name = found[1].lower()
    return any(name == o or name.startswith(o + b" ") for o in kinds().openings)


_REGULATION = re.compile(rb"<Regulation\b[^>]*justice\.gc\.ca/lims")
_TABLE = re.compile(rb"^\[\[instrument\]\]\s*$", re.M)
_COLUMNS = {b"authority", b"instrument", b"step"}


def instrument_type(raw: bytes) -> str | None:
    """The media type of a file of legal instruments; None for anything else.

    >>> instrument_type(b"authority,instrument,step\\nOsmia,Licence 7,licensed\\n")
    'text/csv'
    >>> instrument_type(b"Two men were freed.") is None
    True
    """
    head = raw[:_SAMPLE].removeprefix(b"\xef\xbb\xbf")
    if head.lstrip().startswith(b"<") and _REGULATION.search(head):
        return REGULATION
    if _TABLE.search(head):
        return TOML
    columns = {name.strip().strip(b'"').lower() for name in head.partition(b"\n")[0].split(b",")}
    return CSV if columns >= _COLUMNS else None


def ending_of(path: str) -> str:
    """The ending of a path's last part, in lower case and without its dot; empty where none."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[2].lower() if "." in name[1:] else ""
