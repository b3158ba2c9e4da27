"""Name → factory: an explicit table in the code, widened by entry points of other packages.

>>> table = Registry("greeter", {"plain": lambda: str.upper})
>>> table.names()
('plain',)
>>> table.get("plain")()("hello")
'HELLO'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from detente.errors import UnknownNameError

T = TypeVar("T")


class Registry(Generic[T]):
    """A table of factories under names.

    Args:
        kind: what the table holds, in the singular: ``"reader"``. Entry points of other
            packages are looked up in the group ``detente.<kind>``.
        table: the built-in factories. A factory imports what it needs when it is called, so
            that naming a reader does not load its model.
    """

    def __init__(self, kind: str, table: Mapping[str, Callable[[], T]]) -> None:
        self.kind = kind
        self._table = dict(table)

    def names(self) -> tuple[str, ...]:
        """The built-in names, in order of the alphabet."""
        return tuple(sorted(self._table))

    def get(self, name: str) -> Callable[[], T]:
        """The factory of this name.

        Raises:
            UnknownNameError: no such name, in the table or among the entry points.
        """
        found = self._table.get(name) or self._from_entry_points(name)
        if found is None:
            raise UnknownNameError(f"expected a {self.kind} out of {', '.join(self.names())}; found {name!r}")
        return found

    def _from_entry_points(self, name: str) -> Callable[[], T] | None:
        from importlib.metadata import entry_points

        for point in entry_points(group=f"detente.{self.kind}", name=name):
            factory: Callable[[], T] = point.load()
            return factory
        return None
