"""What the claims support, settled record by record, so that a new report costs only its own records.

Each record is a function of the ground: the bargains of a quarter of reports, a person, the count of
one happening, a stock by owner and day, the measures of one authority. When a newer resolution comes,
the records that look at what changed are made anew and the others stay. Made at once or bit by bit,
the state is the same: a property test holds this.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from detente.reconciliation.assertions import as_conflicts, checked
from detente.reconciliation.deals import by_date, deals_of
from detente.reconciliation.ground import Ground
from detente.reconciliation.indexes import Index
from detente.reconciliation.measures import authority_of, in_their_order, measures_of
from detente.reconciliation.populations import flows_of, stock_key, stock_of
from detente.reconciliation.quarters import Quarters
from detente.reconciliation.renewal import Change, everything, renew
from detente.reconciliation.status import status_of
from detente.reconciliation.support import Grades
from detente.records import (
    Assertion,
    Conflict,
    Count,
    Deal,
    Measure,
    PersonFreed,
    PersonStatus,
    Resolution,
    State,
)


class _Quarter(NamedTuple):
    documents: tuple[str, ...]
    deals: tuple[Deal, ...]
    candidates: tuple[Deal, ...]


class Settled:
    """A state that can be settled again from a newer resolution."""

    def __init__(self, grades: Grades | None = None) -> None:
        self.grades = dict(grades or {})
        self.ground = Ground(Resolution(claims=()))
        self._begin(self.ground)

    def _begin(self, ground: Ground) -> None:
        self.ground = ground
        self._map = Quarters(ground)
        self._quarters: dict[str, _Quarter] = {}  # by first report
        self._home: dict[str, str] = {}  # report → its quarter
        self._freed: dict[str, PersonFreed] = {}
        self._people: dict[str, PersonStatus] = {}
        self._flows: dict[str, tuple[Count, ...]] = {}
        self._stocks: dict[str, Count] = {}
        self._stocked = Index(lambda claim: stock_key(ground, claim))
        self._laws: dict[str, tuple[Measure, ...]] = {}
        self._ruled = Index(lambda claim: authority_of(ground, claim))

    def settle(
        self,
        resolution: Resolution,
        assertions: Sequence[Assertion] = (),
        *,
        as_of: str | None = None,
        known_by: str | None = None,
    ) -> State:
        """The state of this resolution; what it shares with the last one is not looked at again."""
        change = renew(self.ground, resolution) if self.ground.resolution.claims else None
        if change is None:
            self._begin(Ground(resolution))
            change = everything(self.ground)
        self._settle_quarters(change)
        found = by_date(d for q in self._quarters.values() for d in q.deals)
        maybe = by_date(d for q in self._quarters.values() for d in q.candidates)
        people = self._settled_people(change, found)
        counts = self._settled_counts(change)
        laws = self._settled_laws(change)
        told = tuple(checked(a, self.ground, counts, as_of=as_of) for a in assertions)
        return State(
            as_of=as_of,
            known_by=known_by,
            claims=resolution.claims,
            entities=resolution.entities,
            events=resolution.events,
            groups=resolution.groups,
            judgements=resolution.judgements,
            agents=resolution.agents,
            grades=dict(self.grades),
            deals=found,
            candidates=maybe,
            people=people,
            measures=laws,
            counts=counts,
            conflicts=(*_distinct((*found, *maybe), counts, people, laws), *as_conflicts(told)),
            assertions=told,
        )

    def _settle_quarters(self, change: Change) -> None:
        """The bargains of every quarter that changed, or in which somebody is told of whom changes tell."""
        self._map.put(change.touched, change.events)
        near = {d for person in change.patients for d in self.ground.naming.documents(person)}
        ahead = self._dissolved({*change.touched, *near})
        while ahead:
            documents = self._map.around(ahead.pop())
            ahead -= {*documents}
            ahead |= self._dissolved(documents) - {*documents}
            home = documents[0]
            self._home.update(dict.fromkeys(documents, home))
            found, maybe = deals_of(self.ground, self._map.ties(documents), documents, self.grades)
            self._quarters[home] = _Quarter(documents, found, maybe)

    def _dissolved(self, documents: Iterable[str]) -> set[str]:
        """These reports and all of their quarters, which are quarters no more."""
        ahead = set(documents)
        for document in documents:
            quarter = self._quarters.pop(self._home.get(document, ""), None)
            if quarter is not None:
                ahead |= {*quarter.documents}
                for one in quarter.documents:
                    del self._home[one]
        return {d for d in ahead if d in self.ground.by_document}

    def _settled_people(self, change: Change, found: Sequence[Deal]) -> tuple[PersonStatus, ...]:
        freed = {p.entity: p for d in found for p in d.persons_freed if p.entity}
        other = {e for e in freed.keys() | self._freed.keys() if freed.get(e) != self._freed.get(e)}
        self._freed = freed
        for entity in change.people | other:
            known, claims = self.ground.entities.get(entity), self.ground.naming.get(entity)
            self._people.pop(entity, None)
            if known is not None and claims:
                self._people[entity] = status_of(self.ground, known, claims, freed.get(entity), self.grades)
        return tuple(sorted(self._people.values(), key=lambda p: (p.name, p.entity)))

    def _settled_counts(self, change: Change) -> tuple[Count, ...]:
        """Flows by happening, then stocks by owner and day; no two are ever added up."""
        ground = self.ground
        told = (e.id for d in change.touched for c in ground.by_document.get(d, ())
                if (e := ground.event_of.get(c.id)) is not None)  # fmt: skip
        for event_id in change.events.union(told):
            event = ground.events.get(event_id)
            rows = () if event is None else tuple(flows_of(ground, event, self.grades))
            self._flows.pop(event_id, None)
            if rows:
                self._flows[event_id] = rows
        for key in self._replaced(self._stocked, change.touched):
            self._stocks.pop(key, None)
            claims = self._stocked.get(key)
            if claims:
                self._stocks[key] = stock_of(ground, key, claims, self.grades)
        flows = (c for rows in self._flows.values() for c in rows)
        ordered = sorted(flows, key=lambda c: (c.as_of or "", c.population, c.claims))
        return (*ordered, *(self._stocks[key] for key in sorted(self._stocks)))

    def _settled_laws(self, change: Change) -> tuple[Measure, ...]:
        for authority in self._replaced(self._ruled, change.touched):
            self._laws.pop(authority, None)
            claims = self._ruled.get(authority)
            if claims:
                self._laws[authority] = measures_of(self.ground, claims)
        return in_their_order(m for rows in self._laws.values() for m in rows)

    def _replaced(self, index: Index, documents: Iterable[str]) -> set[str]:
        """Put the reports into an index anew; the keys they had and have."""
        keys = set[str]()
        for document in documents:
            keys |= {*index.of(document)}
            index.put(document, self.ground.by_document.get(document, ()))
            keys |= {*index.of(document)}
        return keys


def _distinct(*rows: Sequence[Deal | Count | PersonStatus | Measure]) -> tuple[Conflict, ...]:
    """Every conflict of every record once."""
    conflicts = (c for kind in rows for row in kind for c in row.conflicts)
    return tuple({(c.sentence, c.claims): c for c in conflicts}.values())
