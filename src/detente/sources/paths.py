"""Paths as they are kept and printed: not every name of a file is UTF-8."""

from __future__ import annotations

from msgspec.structs import replace

from detente.records import Document, Issue


def shown(path: str) -> str:
    """The path in letters that can be kept and printed: bytes that are no UTF-8 become escapes.

    >>> shown("caf\\udce9.txt"), shown("café.txt")
    ('caf\\\\xe9.txt', 'café.txt')
    """
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def sayable(item: Document | Issue) -> Document | Issue:
    """With a path that can be kept; the file itself was opened by then."""
    if item.path is None or item.path.isascii():
        return item
    if isinstance(item, Document):
        return replace(item, path=shown(item.path))
    return replace(item, path=shown(item.path), message=shown(item.message))
