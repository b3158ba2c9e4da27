"""Words, numerals and marks of a text with exact offsets: what numbers and dates are read from.

>>> [token.form for token in tokens("Osmia’s 1,204 names (G7)")]
["osmia's", '1,204', 'names', '(', 'g', '7', ')']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Generic, Literal, NamedTuple, TypeVar

T = TypeVar("T")
TokenKind = Literal["number", "word", "mark"]

GROUPS = ",\u00a0\u202f\u2009\u2007"
"""What stands between groups of three digits; an ordinary space does not in English prose."""


class Token(NamedTuple):
    """A word, a numeral or a mark. ``form`` is lower case with straight apostrophes."""

    start: int
    end: int
    form: str
    kind: TokenKind


@cache
def _pattern(groups: str, point: str) -> re.Pattern[str]:
    between = f"[{re.escape(groups)}]"
    number = rf"\d{{1,3}}(?:{between}\d{{3}})+(?!\d)(?:{re.escape(point)}\d+)?|\d+(?:{re.escape(point)}\d+)?"
    word = r"[^\W\d_]+(?:['’\u00ad][^\W\d_]+)*"
    return re.compile(
        rf"(?P<number>{number})|(?P<word>{word})|(?P<mark>\n[ \t\r]*\n|[^\w\s]|[_\u00b2-\u2189])"
    )


def tokens(text: str, *, groups: str = GROUPS, point: str = ".") -> list[Token]:
    """The tokens of a text in order. Time grows with the length of the text and no faster.

    Args:
        text: any text; an empty line becomes a mark, so that no phrase reaches across it.
        groups: what may stand between groups of three digits.
        point: what stands before a fraction.

    Example:
        >>> tokens("twenty-six")[2]
        Token(start=7, end=10, form='six', kind='word')
    """
    out: list[Token] = []
    for match in _pattern(groups, point).finditer(text):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]  # the three groups are the three kinds
        form = match.group()
        if kind == "word":
            form = form.lower().replace("’", "'").replace("\u00ad", "")
        out.append(Token(match.start(), match.end(), form, kind))
    return out


def adjacent(row: Sequence[Token], index: int) -> bool:
    """Does the token at ``index`` touch the one before it, with no space between?"""
    return 0 < index < len(row) and row[index - 1].end == row[index].start


class Phrases(Generic[T]):
    """A table of phrases, looked up at or before a place in a row of tokens; the longest wins.

    >>> table = Phrases({"at least": "min", "least": "odd"})
    >>> row = tokens("at least forty")
    >>> table.before(row, 2), table.at(row, 1)
    ((2, 'min'), (1, 'odd'))
    """

    def __init__(self, entries: Mapping[str, T]) -> None:
        self._table = {tuple(t.form for t in tokens(phrase)): value for phrase, value in entries.items()}
        self._first: dict[str, list[int]] = {}
        self._last: dict[str, list[int]] = {}
        for key in sorted(self._table, key=len, reverse=True):
            for ends, word in ((self._first, key[0]), (self._last, key[-1])):
                if len(key) not in ends.setdefault(word, []):
                    ends[word].append(len(key))

    @property
    def openings(self) -> Iterable[str]:
        """The words that phrases of this table begin with."""
        return self._first.keys()

    def at(self, row: Sequence[Token], index: int) -> tuple[int, T] | None:
        """How many tokens the longest phrase starting here has, and its value."""
        if not 0 <= index < len(row):
            return None
        for length in self._first.get(row[index].form, ()):
            key = tuple(token.form for token in row[index : index + length])
            if len(key) == length and key in self._table:
                return length, self._table[key]
        return None

    def before(self, row: Sequence[Token], index: int) -> tuple[int, T] | None:
        """How many tokens the longest phrase ending just before ``index`` has, and its value."""
        if not 0 < index <= len(row):
            return None
        for length in self._last.get(row[index - 1].form, ()):
            if length <= index:
                key = tuple(token.form for token in row[index - length : index])
                if key in self._table:
                    return length, self._table[key]
        return None


def phrases(words: Iterable[str]) -> Phrases[str]:
    """A table whose values are the phrases themselves.

    >>> phrases(["or so"]).at(tokens("or so"), 0)
    (2, 'or so')
    """
    return Phrases({word: word for word in words})
