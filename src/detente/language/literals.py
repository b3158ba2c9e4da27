"""What a regular expression cannot do without, read off its letters: so that most need not be compiled.

To compile a pattern of the word lists takes a hundred times as long as to look for a word in a sentence, and
most patterns fit nothing in most reports. What is found here is only ever used to leave a pattern untried
where it could not fit: of constructions it does not know, it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_LEAST, _MOST = 3, 40
"""Strings shorter than this stand in every sentence, and to look for more takes as long as the pattern."""
_EVERYWHERE = frozenset({
    "the", "that", "this", "these", "those", "them", "they", "their", "his", "her", "its", "and", "for",
    "from", "with", "are", "was", "were", "has", "have", "had",
})  # fmt: skip
"""Words of nearly every sentence: looked for only where there is nothing better."""
_PIECE = re.compile(
    r"(?P<letters>[\w ,;:’'–—-]+(?![*+?{])|[\w ,;:’'–—-])"
    r"|(?P<open>\(\?P<\w+>|\(\?[aiLmsux-]*:|\((?!\?))|(?P<look>\(\?<?[=!])|(?P<close>\))|(?P<or>\|)"
    r"|(?P<zero>[\^$]|\\[bBAZ])|(?P<any>\.|\\[wWdDsS]|\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<times>[*+?]|\{(?P<least>\d*),?\d*\})[+?]?|\\x(?P<hex>[0-9a-fA-F]{2})"
    r"|(?P<mark>\\[^\w\s]|[^\w\s\\(\[])",
    re.DOTALL,
)


class _Some(NamedTuple):
    """A part that stands there at least once, or need not stand there; ``more``: maybe several times."""

    part: _Node
    needed: bool
    more: bool


class _Ways(NamedTuple):
    """One of several."""

    ways: list[list[_Node]]


_ANY, _NOTHING = object(), object()
"""Some character or other; no character."""
_Node = str | _Some | _Ways | object


def needs(pattern: str) -> tuple[str, ...]:
    """Strings in small letters of which whatever the pattern fits holds one; none where none are found.

    Args:
        pattern: a regular expression, tried without regard to case.

    >>> needs(r"\\b(?:freed|let (?:go|out)) (?:the )?hostages?\\b")
    ('hostage',)
    >>> needs(r"^\\W*(?:on|off) the (?:list|table)"), needs(r"\\d+ ?[a-z]+")
    (('list', 'table'), ())
    """
    parsed = _parsed(pattern.removeprefix("(?i)"))
    found = _needed(parsed) if parsed is not None else None
    return tuple(sorted(x for x in found if not any(y in x for y in found - {x}))) if found else ()


def openings(pattern: str, longest: int = 3) -> frozenset[str]:
    """What begins whatever the pattern fits, in small letters, up to so many; "" where it may be anything.

    Args:
        pattern: a regular expression, matched at the start of a text without regard to case.
        longest: so many letters at most.

    >>> sorted(openings(r"(?:the )?(?:sha|tweet)s?\\b")), sorted(openings(r"an?x|to\\s+|\\d+"))
    (['sha', 'the', 'twe'], ['', 'anx', 'ax', 'to'])
    """
    parsed = _parsed(pattern)
    if parsed is None:
        return frozenset({""})
    closed, still = _begun(parsed, longest)
    return frozenset(closed | still)


def _parsed(pattern: str) -> list[_Node] | None:
    """The pattern taken apart; None where it holds what is not known here."""
    above: list[list[list[_Node]]] = []
    ways: list[list[_Node]] = [[]]
    looking: list[bool] = []
    end = 0
    for piece in _PIECE.finditer(pattern):
        kind, said, row = piece.lastgroup, piece.group(), ways[-1]
        if piece.start() != end:
            return None
        end = piece.end()
        if kind == "letters":
            row.append(said.lower())
        elif kind in {"open", "look"}:
            above.append(ways)
            looking.append(kind == "look")
            ways = [[]]
        elif kind == "close" and looking:
            part: _Node = _NOTHING if looking.pop() else _Ways(ways)
            ways = above.pop()
            ways[-1].append(part)
        elif kind == "or":
            ways.append([])
        elif kind == "times" and row:
            least = 1 if said[0] == "+" else int(piece["least"] or 0)
            row.append(_Some(row.pop(), least > 0, said[0] != "?"))
        elif kind in {"close", "times"}:
            return None
        else:
            row.append(_single(kind, piece))
    return [_Ways(ways)] if end == len(pattern) and not looking else None


def _single(kind: str | None, piece: re.Match[str]) -> _Node:
    if kind == "zero":
        return _NOTHING
    if kind == "any":
        return _ANY
    return chr(int(piece["hex"], 16)).lower() if kind == "hex" else piece["mark"][-1]


def _needed(row: list[_Node]) -> set[str] | None:
    """The rarest strings, as far as can be told, of which every way through this row writes one."""
    best: set[str] | None = None
    run = ""
    for node in [*row, _ANY]:
        if isinstance(node, str):
            run += node
            continue
        if node is _NOTHING:
            continue
        best = _better(best, {run})
        run = ""
        if isinstance(node, _Some) and node.needed:
            best = _better(best, _needed([node.part]))
        elif isinstance(node, _Ways):
            found = [_needed(way) for way in node.ways]
            if all(one is not None for one in found):
                best = _better(best, {text for one in found if one is not None for text in one})
    return best


def _better(one: set[str] | None, other: set[str] | None) -> set[str] | None:
    if other is None or len(other) > _MOST or min(len(text.strip()) for text in other) < _LEAST:
        return one
    return other if one is None or _worth(other) > _worth(one) else one


def _worth(found: Iterable[str]) -> tuple[int, int]:
    texts = list(found)
    common = any(text.strip() in _EVERYWHERE for text in texts)
    return 0 if common else min(4, *(len(text.strip()) for text in texts), 4), -len(texts)


def _begun(row: list[_Node], longest: int) -> tuple[set[str], set[str]]:
    """The beginnings behind which anything may stand, and those that what follows the row goes on from."""
    closed: set[str] = set()
    still = {""}
    for node in row:
        if not still:
            break
        if isinstance(node, str):
            still = {text + node for text in still}
        elif isinstance(node, _Ways):
            ways = [_begun(way, longest) for way in node.ways]
            closed |= {text + more for text in still for way in ways for more in way[0]}
            still = {text + more for text in still for way in ways for more in way[1]}
        elif isinstance(node, _Some):
            shut, on = _begun([node.part], longest)
            closed |= {text + more for text in still for more in (shut | on if node.more else shut)}
            new = set() if node.more else {text + more for text in still for more in on}
            still = new if node.needed else still | new
        elif node is _ANY:
            closed |= still
            still = set()
        closed |= {text[:longest] for text in still if len(text) >= longest}
        still = {text for text in still if len(text) < longest}
    return {text[:longest] for text in closed}, still
