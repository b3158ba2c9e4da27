"""Which tellings are worth comparing: those that have something in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from math import log

from detente.resolution.happenings import Telling, described_on, exact_number, may_retell
from detente.resolution.keys import name_words
from detente.resolution.names import family_keys
from detente.resolution.times import NEAR

MANY = 10
"""An exact number of one described group, from which on it is known again months later."""


class Meeting:
    """Numbers of tellings under what they may have in common.

    Of one family, with days that lie near, they meet by an agent, a person, a target, a number, one
    described group or one person named beside like numbers, or two words of a group on one day: what
    shares none of these scores nothing, and is never looked at. One without a date meets an old one by
    two full names, or by one group's exact number.
    """

    def __init__(self) -> None:
        self._near: dict[Hashable, set[int]] = defaultdict(set)
        self._known: dict[Hashable, set[int]] = defaultdict(set)  # by name or number, however long ago
        self._tellings: dict[int, Telling] = {}

    def put_in(self, number: int, item: Telling) -> None:
        """One more telling."""
        self._tellings[number] = item
        for near in near_keys(item):
            self._near[near].add(number)
        for known in known_keys(item):
            self._known[known].add(number)

    def take_out(self, number: int, item: Telling) -> None:
        """One telling less."""
        del self._tellings[number]
        for table, keys in ((self._near, near_keys(item)), (self._known, known_keys(item))):
            for key in set(keys):
                table[key].discard(number)
                if not table[key]:
                    del table[key]

    def met(self, item: Telling) -> list[int]:
        """The tellings that this one meets."""
        found = set[int]()
        if not self._tellings:
            return []
        for key in near_keys(item):
            found |= self._near.get(key, set())
        named = Counter(n for key in _names(item) for n in self._known.get(key, ()))
        again = {n for n, names in named.items() if names > 1}
        again |= {n for key in _numbers(item) for n in self._known.get(key, ())}
        return sorted(found | {n for n in again if may_retell(self._tellings[n], item)})


def near_keys(item: Telling) -> Iterator[tuple[str, int, Hashable]]:
    """Under what a telling meets others of near days: family, sixteen days, whom or how many it tells of."""
    keys = set(_keys(item)) if item.family else ()
    for bucket in _buckets(item) if keys else ():
        yield from ((item.family, bucket, key) for key in keys)


def _keys(item: Telling) -> Iterator[Hashable]:
    """By what two tellings of one happening meet."""
    yield from item.agents
    yield from item.targets
    yield from (key for name in item.people for key in family_keys(name))
    if (number := exact_number(item)) is not None:
        yield number
        yield from item.presumed
        yield from item.report.taken_back
        yield from item.report.figures
        yield from described_on(item)
        size = int(log(number, 1.5))
        named = (key for key in item.report.context if key.startswith("person:"))
        yield from ((word, near) for word in (*item.groups, *named) for near in (size, size + 1))


def _buckets(item: Telling) -> Iterator[int]:
    if item.when is None:
        return
    first, last = (d.toordinal() for d in item.when)
    if last - first > 400:
        return
    yield from range((first - NEAR) // 16, (last + NEAR) // 16 + 1)


def known_keys(item: Telling) -> Iterator[Hashable]:
    """Under what it may be known again however long ago: each full name, each exact number of one group."""
    yield from _names(item)
    yield from _numbers(item)


def _names(item: Telling) -> set[Hashable]:
    return {(item.family, words) for name in item.people if len(words := name_words(name)) > 1}


def _numbers(item: Telling) -> Iterator[Hashable]:
    number = exact_number(item)
    if number is not None and number >= MANY:
        yield from ((item.family, number, word) for word in sorted(item.groups))
