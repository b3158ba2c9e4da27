"""A mapping that never changes, of which another with a few other rows is made at little cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")
THICK = 2000
"""So many other rows, and all are laid out anew."""


class Layers(Mapping[K, V]):
    """Rows, and over them a few that are others or are gone.

    >>> first = Layers({"a": 1, "b": 2})
    >>> second = first.with_({"b": None, "c": 3})
    >>> sorted(first.items()), sorted(second.items()), len(second), second.get("b")
    ([('a', 1), ('b', 2)], [('a', 1), ('c', 3)], 2, None)
    """

    __slots__ = ("_below", "_over", "_size")

    def __init__(self, below: dict[K, V], over: Mapping[K, V | None] | None = None) -> None:
        self._below, self._over = below, over or {}
        self._size = len(below) + sum((row is not None) - (key in below) for key, row in self._over.items())

    def with_(self, others: Mapping[K, V | None]) -> Layers[K, V]:
        """The same with other rows; None: it is gone."""
        over = {**self._over, **others}
        if len(over) <= THICK:
            return Layers(self._below, over)
        below = self._below.copy()
        for key, row in over.items():
            if row is not None:
                below[key] = row
            else:
                below.pop(key, None)
        return Layers(below)

    def __getitem__(self, key: K) -> V:
        if key in self._over:
            row = self._over[key]
            if row is None:
                raise KeyError(key)
            return row
        return self._below[key]

    def __iter__(self) -> Iterator[K]:
        yield from (key for key in self._below if key not in self._over)
        yield from (key for key, row in self._over.items() if row is not None)

    def __len__(self) -> int:
        return self._size


def layered(rows: Mapping[K, V]) -> Layers[K, V]:
    """The rows with none over them, where they are no layers yet."""
    return rows if isinstance(rows, Layers) else Layers(dict(rows))
