"""The words by which reports are found in a ledger: the same ones, whatever it is stored in.

Each store keeps an index of its own making (FTS5 in SQLite, ``tsvector`` in PostgreSQL) of what
:func:`pieces` gives, and is asked for what :func:`phrases` makes of a question. The index is no part of
the ledger: no hash covers it, and it can be made anew from the entries. So what it finds is held against
the entry itself (:func:`holds`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec

from detente.language.scripts import fold, split
from detente.language.scripts import words as words_in
from detente.records import Entry

ASKED = 24
"""How many words of a question are looked at."""
PIECE = 256 - ASKED
"""Words that a piece adds; in PostgreSQL a word has at most 256 places in one."""

_PHRASE = re.compile(r'"([^"]*)"|([^\s"]+)')


class _Told(msgspec.Struct):
    title: str | None = None
    text: str = ""


def words_of(entry: Entry) -> list[str]:
    """The words of an article's title and text, folded; none of any other entry.

    Example:
        >>> body = msgspec.Raw(b'{"title": "Freed", "text": "The two \\u2019Lyut\\u2019 men"}')
        >>> words_of(Entry(kind="article", key="a", body=body))
        ['freed', 'the', 'two', 'lyut', 'men']
    """
    if entry.kind != "article":
        return []
    try:
        told = msgspec.json.decode(entry.body, type=_Told)
    except msgspec.DecodeError:
        return []
    return split(fold(f"{told.title or ''}\n{told.text}"))


def pieces(words: Sequence[str]) -> Iterator[str]:
    """The words in pieces, each with the beginning of the next: a phrase stands whole in one of them."""
    for start in range(0, len(words), PIECE):
        yield " ".join(words[start : start + PIECE + ASKED])


def phrases(asked: str) -> tuple[str, ...]:
    """What must all be there: words, and words in a row where they stood in quotation marks or without a gap.

    Example:
        >>> phrases('Freed "Two Men" (Łódź)')
        ('freed', 'two men', 'lodz')
        >>> phrases("囚犯 2026年")
        ('囚 犯', '2026 年')
    """
    found: list[str] = []
    left = ASKED
    for quoted, word in _PHRASE.findall(asked):
        rows = [" ".join(row) for row in _rows(fold(quoted or word), left)]
        left -= sum(len(row.split()) for row in rows)
        found += [" ".join(rows)] if quoted and rows else rows
    return tuple(dict.fromkeys(found))


def _rows(text: str, most: int) -> Iterator[list[str]]:
    """The words of a text, those together that no gap parts; so many words at most."""
    row: list[str] = []
    until = 0
    for word in islice(words_in(text), most):
        if row and word.start() > until:
            yield row
            row = []
        row, until = [*row, word[0]], word.end()
    if row:
        yield row


def holds(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether all of it stands there."""
    text = f" {' '.join(words)} "
    return all(f" {phrase} " in text for phrase in wanted)
