"""Names against a list of names: candidates by index, each explained, never all pairs.

The index lists every name under its keys, and there by given-name family where that is known. What
is passed over is *different* by :func:`~detente.language.names.compare` all the same (two known given
names of two families outweigh whatever else agrees), so that nothing is lost against all pairs; a
property test says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from detente.language.names import Prepared, Reason, Verdict, compare_prepared, differ, prepare

_OPEN = ""
"""Where those stand whose given name may be anything."""


class Match(msgspec.Struct, frozen=True):
    """A listed name that a name may be, and why."""

    name: str
    number: int  # its place in the list, from 0
    score: float  # 0 to 1
    verdict: Verdict  # same, or unsure
    reasons: tuple[Reason, ...]


class NameIndex:
    """A list of names that other names are looked up in.

    Args:
        names: the list. A name that stands there twice is found twice.

    Example:
        >>> index = NameIndex(["Мікола Дорнаў", "Lena Marr", "Ivan Dornov"])
        >>> [(match.name, match.verdict) for match in index.matches("Nikolai Dornov")]
        [('Мікола Дорнаў', 'same')]
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names: list[Prepared] = []
        self._blocks: dict[str, dict[str, list[int]]] = {}
        for name in names:
            self.add(name)

    def __len__(self) -> int:
        return len(self._names)

    def add(self, name: str) -> None:
        """Put one more name at the end of the list."""
        ready, number = prepare(name), len(self._names)
        self._names.append(ready)
        for key in ready.keys:
            block = self._blocks.setdefault(key, {})
            for family in _families(ready) or (_OPEN,):
                block.setdefault(family, []).append(number)

    def matches(self, name: str, *, top: int | None = None) -> tuple[Match, ...]:
        """The listed names that this one may be, the best first; equals in the order of the list.

        Args:
            name: as somebody wrote it.
            top: at most so many; None: all that are not *different*.
        """
        ready = prepare(name)
        near = [n for n in self.candidates(ready) if not differ(ready, self._names[n])]
        compared = [(compare_prepared(ready, self._names[n]), n) for n in near]
        found = [(-each.score, n, each) for each, n in compared if each.verdict != "different"]
        found.sort(key=lambda each: each[:2])
        best = ((self._names[n].name, n, each) for _, n, each in found[:top])
        return tuple(Match(name, n, each.score, each.verdict, each.reasons) for name, n, each in best)

    def candidates(self, ready: Prepared) -> set[int]:
        """Places in the list of the names that are worth a comparison."""
        blocks = (self._blocks[key] for key in ready.keys if key in self._blocks)
        return {number for block in blocks for part in _parts(block, _families(ready)) for number in part}


def _parts(block: dict[str, list[int]], families: frozenset[str]) -> Iterator[list[int]]:
    if not families:
        yield from block.values()
        return
    for family in (*families, _OPEN):
        if family in block:
            yield block[family]


def _families(ready: Prepared) -> frozenset[str]:
    """The families of a given name that no other order of the words could put elsewhere."""
    if ready.sure and len(ready.words) == 2:
        return ready.words[0].families
    return frozenset()
