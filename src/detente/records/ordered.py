"""A table whose rows come in the order of their keys, and cost little while few of them change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping
from typing import Any, Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
FEW = 100
"""So many keys are put in their places; more are sorted with all."""


class Ordered(Generic[K, V]):
    """Rows by key; all of them as a tuple, which is the same object until something changes.

    >>> table = Ordered()
    >>> for key in (2, 1):
    ...     table.put(key, f"row {key}")
    >>> table.rows(), table.rows() is table.rows()
    (('row 1', 'row 2'), True)
    """

    __slots__ = ("_by_key", "_keys", "_late", "_rows")

    def __init__(self) -> None:
        self._by_key: dict[K, V] = {}
        self._keys: list[Any] = []  # as they were when the rows were last asked for
        self._late: dict[K, V | None] = {}  # what stood then in the place of what came, went or is another
        self._rows: tuple[V, ...] = ()

    def __len__(self) -> int:
        return len(self._by_key)

    def __iter__(self) -> Iterator[K]:
        return iter(self._by_key)

    def get(self, key: K) -> V | None:
        """The row of a key, where there is one."""
        return self._by_key.get(key)

    def put(self, key: K, row: V) -> None:
        """Put a row in the place of what stood there."""
        before = self._by_key.get(key)
        if before is not row:
            self._late.setdefault(key, before)
            self._by_key[key] = row

    def drop(self, key: K) -> None:
        """Let a row go, if there is one."""
        before = self._by_key.pop(key, None)
        if before is not None:
            self._late.setdefault(key, before)

    def late(self) -> Mapping[K, V | None]:
        """What came, went or is another since all rows were last asked for: each with the row of then."""
        return self._late

    def rows(self) -> tuple[V, ...]:
        """All rows in the order of their keys."""
        if len(self._late) > FEW:
            self._keys = sorted(self._by_key)
            self._rows = tuple(map(self._by_key.__getitem__, self._keys))
        elif self._late:
            rows = list(self._rows)
            for key in self._late:
                self._place(key, rows)
            self._rows = tuple(rows)
        self._late = {}
        return self._rows

    def _place(self, key: K, rows: list[V]) -> None:
        at = bisect_left(self._keys, key)
        stood = self._keys[at : at + 1] == [key]
        if key not in self._by_key:
            if stood:
                del self._keys[at], rows[at]
        elif stood:
            rows[at] = self._by_key[key]
        else:
            self._keys.insert(at, key)
            rows.insert(at, self._by_key[key])
