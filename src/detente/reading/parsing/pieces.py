"""The sentences of a text in pieces that a parser can take: one without an end is cut where it breathes."""

from __future__ import annotations

from collections.abc import Iterator

from detente.language.sentences import sentences

LONGEST = 4000
"""So many characters are read as one sentence; the cost of one grows with the square of its length."""
_UNBROKEN = 200
"""A run without a blank is cut into parts of so many characters."""
_BREATHS = ("; ", ", ", " ")
_LEAST = LONGEST // 2


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence starts and ends; one longer than ``LONGEST`` comes in parts.

    Args:
        text: an article's text.

    Returns:
        Spans in order. Every word of the text lies in one; what has no word between cuts is left out.

    Example:
        >>> text = "Nobody left. " + "They sang, " * 600
        >>> [(start, end - start) for start, end in pieces(text)]
        [(0, 12), (13, 3992), (4006, 2606)]
    """
    for start, end in sentences(text):
        if end - start <= LONGEST:
            yield start, end
        else:
            yield from _parts(text, start, end)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = end if end - start <= LONGEST else _breath(text, start)
        part = text[start:stop]
        if any(c.isalnum() for c in part):
            left = len(part) - len(part.lstrip())
            yield start + left, start + len(part.rstrip())
        start = stop


def _breath(text: str, start: int) -> int:
    """The last good place to cut before the longest piece ends."""
    for mark in _BREATHS:
        at = text.rfind(mark, start + _LEAST, start + LONGEST)
        if at >= 0:
            return at + len(mark)
    return start + _UNBROKEN
