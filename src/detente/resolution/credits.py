"""Whose words a report gives: the agency of its dateline, "Story by …", "with reporting by …"."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from detente.language.scripts import fold
from detente.records import Article
from detente.tables import parsed

_PARTS = re.compile(r"\s*(?:[,;/&+]|\b(?:and|und|et|y|i|и|та|і)\b)\s*", re.IGNORECASE)
_LEAD = re.compile(r"^(?:the|by|von|par|por)\s+", re.IGNORECASE)
_TRIM = " \t.,;:–—-()[]*|"


class _Table(NamedTuple):
    agencies: dict[str, str]  # folded name → the name it goes by
    nobody: frozenset[str]
    cue: re.Pattern[str]
    head: int
    tail: int


@cache
def _table() -> _Table:
    source = files("detente.resolution").joinpath("data/credits.toml")
    data = parsed(source.read_bytes())
    agencies = {fold(n): name for name, others in data["agencies"].items() for n in (name, *others)}
    row = data["credits"]
    plain = "|".join(
        re.escape(c) for c in sorted(row["cues"], key=len, reverse=True) if c not in row["colon"]
    )
    marked = "|".join(map(re.escape, sorted(row["colon"], key=len, reverse=True)))
    cue = re.compile(
        rf"(?:^|[\n(\[.!?*—–]\s*)(?:(?:{plain})\s*:?\s+|(?:{marked})\s*:\s*)([^\n.;()\[\]]{{2,90}})",
        re.IGNORECASE,
    )
    return _Table(agencies, frozenset(map(fold, row["nobody"])), cue, row["head"], row["tail"])


def agency(name: str) -> str | None:
    """The agency that goes by this name, under its usual name; None for anybody else.

    >>> [agency(n) for n in ("The Associated Press", "ТАСС", "Lena Marr")]
    ['AP', 'TASS', None]
    """
    key = fold(name).strip(_TRIM)
    found = _table().agencies.get(key)
    return found if found is not None else _table().agencies.get(_LEAD.sub("", key))


def credit(article: Article) -> str | None:
    """The agency whose words the report gives: by its dateline, else its byline, else its other lines.

    A dateline may name an agency that no table knows; elsewhere only a known one counts, because
    "Story by" may name a person.
    """
    if article.credit and (named := _first(article.credit)):
        return agency(named) or named
    signed = [article.byline or "", *_credited(article.text)]
    found = (agency(part) for line in signed for part in _split(line))
    return next((name for name in found if name), None) or agency(article.publisher or "")


def writers(article: Article) -> tuple[str, ...]:
    """People who sign the report, folded: its byline, else "Story by …"."""
    for line in (article.byline or "", *_credited(article.text)):
        people = [p for p in _split(line) if " " in p and not p[0].islower() and not agency(p)]
        if people:
            return tuple(dict.fromkeys(fold(p) for p in people))
    return ()


def _credited(text: str) -> list[str]:
    table = _table()
    ends = (text,) if len(text) <= table.head + table.tail else (text[: table.head], text[-table.tail :])
    return [m[1] for end in ends for m in table.cue.finditer(end)]


def _first(line: str) -> str | None:
    return next(iter(_split(line)), None)


def _split(line: str) -> list[str]:
    """The names of a line, without "by" and without those that are nobody in particular."""
    if not line or agency(line):  # a name with a stroke or an "and" in it
        return [line.strip(_TRIM)] if line else []
    parts = (_LEAD.sub("", part.strip(_TRIM)) for part in _PARTS.split(line))
    return [part for part in parts if part and fold(part) not in _table().nobody]
