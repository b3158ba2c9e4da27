"""Sets that only grow together, and which of the texts tied to one another make a family."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple


class Sets:
    """Numbers from 0 in sets that are united and never parted."""

    def __init__(self) -> None:
        self._parents: list[int] = []
        self._members: dict[int, list[int]] = {}  # of sets of two and more

    def grow(self) -> None:
        """One more number, in a set of its own."""
        self._parents.append(len(self._parents))

    def root(self, number: int) -> int:
        """The number that stands for the set."""
        parents = self._parents
        while parents[number] != number:
            parents[number] = number = parents[parents[number]]
        return number

    def unite(self, left: int, right: int) -> None:
        """Make one set of two."""
        one, two = self.root(left), self.root(right)
        if one == two:
            return
        if len(self.members(one)) < len(self.members(two)):
            one, two = two, one
        self._parents[two] = one
        self._members[one] = self.members(one)
        self._members[one] += self._members.pop(two, [two])

    def members(self, number: int) -> list[int]:
        """All numbers in the set of this one."""
        root = self.root(number)
        return self._members.get(root) or [root]


class Circle(NamedTuple):
    """Texts that make one family, and roundups that hold one of them."""

    texts: tuple[int, ...]
    roundups: tuple[int, ...]


def circles(
    units: Mapping[int, list[int]],
    hosted: Iterable[tuple[int, int]],
    size: Callable[[int], tuple[int, str]],
) -> list[Circle]:
    """Families of units that hang together.

    A unit that holds one other joins it. A unit that holds several which nothing else ties is a
    roundup: a member of each of their families, and no bridge between them.

    Args:
        units: unit → its texts.
        hosted: pairs of units, the longer first, the one it holds second.
        size: by what units are taken in turn, short ones first.
    """
    guests: dict[int, set[int]] = defaultdict(set)
    for host, guest in hosted:
        guests[host].add(guest)
    joined = {unit: unit for unit in units}
    order = sorted(guests, key=lambda u: (len(guests[u]) > 1, size(u)))
    roundups = [host for host in order if not _join(joined, host, guests[host])]
    texts: dict[int, list[int]] = defaultdict(list)
    extra: dict[int, list[int]] = defaultdict(list)
    for unit, members in units.items():
        texts[_root(joined, unit)] += members
    for host in roundups:
        for root in {_root(joined, g) for g in guests[host]} - {_root(joined, host)}:
            extra[root] += units[host]
    return [Circle(tuple(row), tuple(extra[root])) for root, row in texts.items()]


def _join(joined: dict[int, int], host: int, guests: set[int]) -> bool:
    """Put the host with its guests where they are one already; False where they are several."""
    roots = {_root(joined, g) for g in guests}
    if len(roots) > 1:
        return False
    joined[_root(joined, host)] = roots.pop()
    return True


def _root(joined: dict[int, int], unit: int) -> int:
    while joined[unit] != unit:
        unit = joined[unit]
    return unit
