"""Records of one kind in their order, kept by whom they belong to, so that a few can be made anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from detente.records import Conflict, Count, Deal, Measure, PersonStatus
from detente.records.ordered import Ordered

R = TypeVar("R", Count, Deal, Measure, PersonStatus)
Key = tuple[Any, ...]
"""What rows are ordered by; two rows may be alike in it."""
Place = tuple[Key, str, int]


class Moved(NamedTuple):
    """What a settle looked at again."""

    documents: frozenset[str]
    people: Mapping[str, PersonStatus | None]  # by entity


class Rows(Generic[R]):
    """Rows by owner: of all owners together they come in the order of their keys."""

    def __init__(self) -> None:
        self._rows: Ordered[Place, R] = Ordered()
        self._disputed: Ordered[Place, tuple[Conflict, ...]] = Ordered()
        self._places: dict[str, tuple[Place, ...]] = {}

    def put(self, owner: str, rows: Iterable[tuple[Key, R]]) -> None:
        """Let these, with their keys, be the rows of an owner, whatever they were before."""
        before = self._places.pop(owner, ())
        now = {(key, owner, number): row for number, (key, row) in enumerate(rows)}
        if not before and not now:
            return
        for place in before:
            if place not in now:
                self._rows.drop(place)
            self._disputed.drop(place)
        for place, row in now.items():
            self._rows.put(place, row)
            if row.conflicts:
                self._disputed.put(place, row.conflicts)
        if now:
            self._places[owner] = tuple(now)

    def of(self, owner: str) -> Iterator[R]:
        """The rows of an owner."""
        return (row for place in self._places.get(owner, ()) if (row := self._rows.get(place)) is not None)

    def entries(self, owner: str) -> Iterator[tuple[Key, R]]:
        """The rows of an owner with their keys."""
        places = self._places.get(owner, ())
        return ((at[0], row) for at in places if (row := self._rows.get(at)) is not None)

    def all(self) -> tuple[R, ...]:
        """All rows in their order."""
        return self._rows.rows()

    def conflicts(self) -> Iterator[Conflict]:
        """What the rows are disputed by, in the order of the rows."""
        return (conflict for told in self._disputed.rows() for conflict in told)
