"""Which encoding bytes are in: by mark, by being UTF-8, by declaration, by guess."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

from detente.tables import parsed

How = Literal["mark", "utf-8", "declared", "guessed", "broken"]

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_ASCII = bytes(range(128))
_NO_LETTERS = bytes(b for b in range(256) if not (65 <= b <= 90 or 97 <= b <= 122))
_DECLARATION = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""")
_OPENING = 4096  # bytes: HTML wants its declaration within 1024, pages put it later
_BROKEN = 0.02  # of the characters beyond ASCII: more than that and the bytes are no UTF-8


class Encoding(NamedTuple):
    """A codec's name and what it was known by."""

    name: str
    how: How


class _Candidate(NamedTuple):
    name: str
    usual: frozenset[str]
    common: frozenset[str]
    least: float
    most: float


class _Tables(NamedTuple):
    candidates: tuple[_Candidate, ...]
    declared: dict[str, str]
    capitals: float
    frequent: float


@cache
def _tables() -> _Tables:
    data = parsed((resources.files(__package__) / "data" / "encodings.toml").read_bytes())
    candidates = tuple(
        _Candidate(c["name"], frozenset(c["usual"]), frozenset(c.get("common", "")), c["least"], c["most"])
        for c in data["candidate"]
    )
    letters = data["letters"]
    return _Tables(candidates, data["declared"], letters["weight_of_capitals"], letters["weight_of_common"])


def encoding_of(raw: bytes, *, html: bool = False) -> Encoding:
    """The encoding of these bytes, and how it was found out.

    A declaration is believed only of a page (``html``) and only where the bytes agree with it.

    >>> encoding_of("Zürich".encode())
    Encoding(name='utf-8', how='utf-8')
    >>> encoding_of("Их освободили в четверг".encode("cp1251"))
    Encoding(name='windows-1251', how='guessed')
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return Encoding(name, "mark")
    wide = _without_mark(raw)
    if wide is not None:
        return Encoding(wide, "guessed")
    if _decodes(raw, "utf-8"):
        return Encoding("utf-8", "utf-8")
    declared = _declared(raw) if html else None
    if declared is not None and _decodes(raw, declared):
        return Encoding(declared, "declared")
    if _nearly_utf8(raw):
        return Encoding("utf-8", "broken")
    return _guess(raw)


def _without_mark(raw: bytes) -> str | None:
    """UTF-16 that lacks its byte order mark: every other byte is a page of letters we know."""
    head = raw[:_OPENING]
    pages = frozenset(b"\x00\x04\x20")
    if len(head) < 8 or b"\x00" not in head:
        return None
    even, odd = head[0::2], head[1::2]
    low, high = (sum(b in pages for b in part) / len(part) for part in (even, odd))
    if high > 0.9 and low < 0.5:
        return "utf-16-le"
    return "utf-16-be" if low > 0.9 and high < 0.5 else None


def _decodes(raw: bytes, name: str) -> bool:
    try:
        raw.decode(name)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _declared(raw: bytes) -> str | None:
    found = _DECLARATION.search(raw[:_OPENING])
    if found is None:
        return None
    return _tables().declared.get(found[1].decode("ascii").lower())


def _nearly_utf8(raw: bytes) -> bool:
    """UTF-8 with a few spoilt bytes: cut in the middle of a letter, or pasted together."""
    text = raw.decode("utf-8", "replace")
    beyond = (
        sum(1 for c in text if c > "\x7f") if len(text) < 1 << 20 else len(raw.translate(None, _ASCII)) // 2
    )
    return text.count("\ufffd") <= max(1 if beyond > 3 else 0, _BROKEN * beyond)


def _guess(raw: bytes) -> Encoding:
    """The one-byte encoding in which the bytes beyond ASCII read most like letters."""
    high = raw.translate(None, _ASCII)
    plain = len(raw.translate(None, _NO_LETTERS))
    share = len(high) / max(1, len(high) + plain)
    best, name = 0.0, ""
    for candidate in _tables().candidates:
        score = _score(high, candidate) if candidate.least <= share <= candidate.most else 0.0
        if score > best:
            best, name = score, candidate.name
    return Encoding(name, "guessed") if name else Encoding("utf-8", "broken")


def _score(high: bytes, candidate: _Candidate) -> float:
    try:
        text = high.decode(candidate.name)
    except UnicodeDecodeError:
        return 0.0
    counts = {c: text.count(c) for c in set(text)}
    weights = _tables()
    score = sum(n for c, n in counts.items() if c in candidate.usual)
    capitals = sum(n for c, n in counts.items() if c.isupper())
    common = sum(n for c, n in counts.items() if c.lower() in candidate.common)
    return (score + weights.capitals * capitals + weights.frequent * common) / max(1, len(text))
