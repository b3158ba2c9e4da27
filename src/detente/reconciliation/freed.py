"""Who was freed by the bargains: of several that tell of one person, by the last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from detente.reconciliation.deals import in_time
from detente.records import Deal, PersonFreed

Told = dict[tuple[str, str, str], PersonFreed]
"""By the day and id of the deal, and by its quarter."""


class Others(NamedTuple):
    """Who is told of in deals that were made anew."""

    freed: set[str]  # of whom another thing is told now
    told: set[str]  # all of them


class Freed:
    """What deals say of people, quarter by quarter."""

    def __init__(self) -> None:
        self._told: dict[str, Told] = {}  # by entity
        self._people: dict[str, set[str]] = {}  # whom a quarter tells of

    def get(self, entity: str) -> PersonFreed | None:
        """What the last deal that tells of this person says."""
        told = self._told.get(entity)
        return told[max(told)] if told else None

    def put(self, quarters: Mapping[str, Sequence[Deal]]) -> Others:
        """Let these be the deals of quarters."""
        near = {e for home in quarters for e in self._people.get(home, ())}
        near |= {p.entity for ds in quarters.values() for d in ds for p in d.persons_freed if p.entity}
        before = {entity: self.get(entity) for entity in near}
        for home, deals in quarters.items():
            self._put(home, deals)
        return Others({entity for entity in near if self.get(entity) != before[entity]}, near)

    def _put(self, home: str, deals: Sequence[Deal]) -> None:
        for entity in self._people.pop(home, ()):
            self._told[entity] = {k: p for k, p in self._told[entity].items() if k[2] != home}
            if not self._told[entity]:
                del self._told[entity]
        for deal in deals:
            for person in deal.persons_freed:
                if person.entity:
                    key = (*in_time(deal), home)
                    self._told.setdefault(person.entity, {})[key] = person
                    self._people.setdefault(home, set()).add(person.entity)
