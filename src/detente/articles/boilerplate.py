"""Which lines are page furniture and no part of the report. Marked, never deleted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.articles.lines import Line, ends_sentence
from detente.articles.phrases import junk

_LONGEST = 240  # characters of a line of boilerplate
_SHORT = 100  # of a line that goes with a footer when it ends no sentence
_SHORT_SENTENCE = 80  # of one that does, where two footers stand before it
_NEAR = 6  # lines back in which a footer is looked for
_MENU = re.compile(r"(?:[^·|•»]{1,30}+[·|•»]){2,}+[^·|•»]{1,30}+$")


def boilerplate_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are boilerplate.

    What a line is depends on it and on lines before it, and for short lines behind a footer on
    nothing but boilerplate following: more boilerplate at the end changes nothing before it.
    """
    footers = {i for i, line in enumerate(lines) if _is_footer(line)}
    found = footers | {i for i, line in enumerate(lines) if _is_anywhere(line)}
    return frozenset(found | _tail(lines, found, footers))


def _is_anywhere(line: Line) -> bool:
    return line.length <= _LONGEST and junk().anywhere.fit(line.text)


def _is_footer(line: Line) -> bool:
    return line.length <= _LONGEST and junk().footer.fit(line.text)


def is_menu(line: Line) -> bool:
    """Is the line a row of short pieces set apart by dots or bars: a menu, a row of tags?"""
    return _MENU.match(line.text) is not None and not ends_sentence(line.text)


def _tail(lines: Sequence[Line], found: set[int], footers: set[int]) -> set[int]:
    """Every line from the first footer on behind which nothing but short lines stands."""
    first = len(lines)
    while first > 0 and (first - 1 in found or _goes_with_footer(lines[first - 1], first - 1, footers)):
        first -= 1
    start = next((i for i in range(first, len(lines)) if i in footers), len(lines))
    return set(range(start, len(lines)))


def _goes_with_footer(line: Line, index: int, footers: set[int]) -> bool:
    before = len(footers.intersection(range(index - _NEAR, index)))
    if before == 0:
        return False
    if line.length <= _SHORT and not ends_sentence(line.text):
        return True
    if line.length <= _LONGEST and junk().tail.fit(line.text):
        return True
    return before > 1 and line.length <= _SHORT_SENTENCE
