"""A text as its lines: where they stand, and what their shape says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from detente.articles.phrases import final_abbreviations, list_mark, table

_LINE = re.compile(r"[^\r\n]+")
_PADDING = re.compile(r"[\s\u200b\ufeff\u2060]*")
_STOP = re.compile(r"""[.!?…:;,]['"’”»)\]]*$""")
_FULL_STOP = re.compile(r"""(?:\.|…|[!?](?=['"’”»]))['"’”»)\]]*$""")
_LOWER = re.compile(r"[a-zà-öø-ÿа-яёіїєґў]")
_LETTER = re.compile(r"[^\W\d_]")
_LONG = 400  # characters: no heading, caption or line of furniture is longer


class Line(NamedTuple):
    """A line that holds something, without the white space around it."""

    start: int
    end: int
    text: str  # only the first 400 characters of a longer one: enough to know it by
    gap: bool  # an empty line, or the text's edge, stands before it
    length: int

    def rest(self, text: str, offset: int) -> Line:
        """The line from ``offset`` characters on, white space passed over."""
        start = min(self.end, _skip(text, self.start + offset, self.end))
        return Line(start, self.end, text[start : min(self.end, start + _LONG)], self.gap, self.end - start)


def _skip(text: str, start: int, end: int) -> int:
    found = _PADDING.match(text, start, end)
    return found.end() if found else start


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold more than white space, in order.

    >>> [(line.text, line.gap) for line in lines_of("Freed\\n\\n Two men.\\nOne woman.")]
    [('Freed', True), ('Two men.', True), ('One woman.', False)]
    """
    lines: list[Line] = []
    last = 0
    for found in _LINE.finditer(text):
        start = _skip(text, found.start(), found.end())
        if start == found.end():
            continue
        tail = text[max(start, found.end() - _LONG) : found.end()].rstrip(" \t\f\v\u00a0\u200b\ufeff\u2060")
        end = found.end() - min(_LONG, found.end() - start) + len(tail)
        gap = not lines or _breaks(text, last, found.start()) > 1
        lines.append(Line(start, end, text[start : min(end, start + _LONG)], gap, end - start))
        last = found.end()
    return lines


def _breaks(text: str, start: int, end: int) -> int:
    """How many line breaks stand between two lines; ``\\r\\n`` is one."""
    between = text[start:end]
    return between.count("\n") if "\n" in between else between.count("\r")


def words(text: str) -> int:
    """How many words, counted by white space."""
    return len(text.split())


def has_letter(text: str) -> bool:
    """Does a letter stand in it?"""
    return _LETTER.search(text) is not None


def is_item(text: str) -> bool:
    """Does the line begin as an item of a list does?"""
    return list_mark().match(text) is not None


def ends_sentence(text: str) -> bool:
    """Does the line end as a sentence of running text does?

    >>> [ends_sentence(t) for t in ("Two men were freed.", "Who was freed?", "A deal with the U.S.")]
    [True, False, False]
    """
    if _FULL_STOP.search(text) is None:
        return False
    return text.rpartition(" ")[2].casefold().rstrip("'\"’”»)]") not in final_abbreviations()


def ends_open(text: str) -> bool:
    """Does the line end in a mark that no heading ends in: a stop, a comma, a colon?"""
    return _STOP.search(text) is not None and not text.endswith(("?", "!")) and _not_abbreviated(text)


def _not_abbreviated(text: str) -> bool:
    return ends_sentence(text) or not text.endswith(".")


def begins_lower(text: str) -> bool:
    """Does the line begin with a small letter, as the middle of a sentence does?"""
    return _LOWER.match(text) is not None


@cache
def _stamp() -> re.Pattern[str]:
    return re.compile(table("head")["live"]["stamp"], re.IGNORECASE)


def live_stamp(text: str) -> int | None:
    """Where the hour ends with which a line begins, as an entry of a live page does.

    >>> [live_stamp(t) for t in ("14:20 Buses leave", "9:05 pm – They are out", "14 men left", "3.1 million")]
    [5, 9, None, None]
    """
    found = _stamp().match(text) if text[:1].isdigit() else None
    return found.end() if found is not None else None


def live_entries(lines: Sequence[Line]) -> dict[int, int]:
    """The lines that open an entry of a live page, with the length of their hour; few are none."""
    found = {i: end for i, line in enumerate(lines) if (end := live_stamp(line.text)) is not None}
    return found if len(found) >= table("head")["live"]["entries"] else {}


def is_wrapped(lines: list[Line]) -> bool:
    """Are the lines a screen's width, so that a line break means nothing?

    Three in ten of the lines that have a next one in their paragraph break off mid-sentence.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap]
    broken = sum(1 for a, b in pairs if not ends_open(a.text[-80:]) and begins_lower(b.text))
    return broken >= 2 and broken >= 0.3 * len(pairs)
