"""What the claims support, settled record by record, so that a new report costs only its own records.

Each record is a function of the ground: the bargains of a quarter of reports, a person, the count of
one happening, a stock by owner and day, the measures of one authority. When a newer resolution comes,
the records that look at what changed are made anew and the others stay. Made at once or bit by bit,
the state is the same: a property test holds this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from detente.reconciliation.assertions import as_conflicts, checked
from detente.reconciliation.deals import Made, deals_of, giving, in_time, rumoured
from detente.reconciliation.folding import Key
from detente.reconciliation.freed import Freed, Others
from detente.reconciliation.ground import Ground
from detente.reconciliation.indexes import Index
from detente.reconciliation.measures import Made as MadeMeasure
from detente.reconciliation.measures import (
    Ruling,
    authority_of,
    in_order_of,
    measures_of,
    of_authority,
    on_day,
    rulings,
)
from detente.reconciliation.merging import Bargain, Tie
from detente.reconciliation.populations import flows_of, stock_key, stock_of
from detente.reconciliation.quarters import Quarters
from detente.reconciliation.renewal import Change, everything, renew
from detente.reconciliation.rows import Moved, Rows
from detente.reconciliation.shared import Shared
from detente.reconciliation.status import status_of
from detente.reconciliation.support import Grades
from detente.records import (
    Assertion,
    Claim,
    Conflict,
    Count,
    Deal,
    Measure,
    PersonStatus,
    Resolution,
    Shift,
    State,
)

Row = tuple[tuple[Made, ...], tuple[Made, ...]]
"""Bargains with their records, and those that nobody calls one."""


class Settled:
    """A state that can be settled again from a newer resolution.

    Args:
        grades: the desk's letters.
        known: another of the same letters, whose records are taken over where all is the same that they
            look at, when this is first settled.
        within: the reports of the other that stand here, where not all do.
    """

    def __init__(
        self,
        grades: Grades | None = None,
        known: Settled | None = None,
        within: Collection[str] | None = None,
    ) -> None:
        self.grades = dict(grades or {})
        self._elsewhere, self._within = known, within
        self._shared: Shared | None = None
        self.ground = Ground(Resolution(claims=()))
        self.moved: Moved | None = None  # by the last settle; None: everything
        self._anew = True  # whether everything is looked at
        self._begin(self.ground)

    def _begin(self, ground: Ground) -> None:
        self.ground = ground
        self._map = Quarters(ground)
        self._quarters: dict[str, tuple[str, ...]] = {}  # by first report
        self._home: dict[str, str] = {}  # report → its quarter
        self._made: dict[str, Row] = {}  # bargains with their records, and candidates, by quarter
        self._held: dict[frozenset[str], Made] = {}  # those of quarters that are no more
        self._deals, self._maybe = Rows[Deal](), Rows[Deal]()  # by quarter
        self._freed = Freed()
        self._people = Rows[PersonStatus]()  # by entity
        self._flows = Rows[Count]()  # by event
        self._stocks = Rows[Count]()  # by owner, day and holder
        self._stocked = Index[Claim](lambda claim: stock_key(ground, claim))
        self._laws = Rows[Measure]()  # by authority
        self._ending: set[str] = set()  # authorities of measures that were set to end
        self._ruled = Index[Ruling](authority_of)
        self._measured: dict[str, dict[Key, MadeMeasure]] = {}  # by authority

    def settle(
        self,
        resolution: Resolution,
        assertions: Sequence[Assertion] = (),
        *,
        as_of: str | None = None,
        known_by: str | None = None,
        shift: Shift | None = None,
    ) -> State:
        """The state of this resolution; what it shares with the last one is not looked at again.

        Args:
            resolution: from all that is known.
            assertions: what is expected of the record.
            as_of: see :func:`~detente.reconciliation.reconcile.reconcile`.
            known_by: likewise.
            shift: what differs from the last resolution, where that is known.
        """
        change = renew(self.ground, resolution, shift) if self.ground.resolution.claims else None
        self._anew = change is None
        if change is None:
            there = self._elsewhere
            self._begin(Ground(resolution, there.ground if there is not None else None))
            change = everything(self.ground)
            if there is not None:
                self._shared = Shared(self.ground, there.ground, self._within)
                self.ground.take_over(self._shared.events)
        others = self._settle_quarters(change)
        self._settle_people(change.people | others.freed)
        self._settle_counts(change)
        self._settle_laws(change)
        people = change.people | others.told
        persons = {e: next(self._people.of(e), None) for e in people}
        self._elsewhere = self._shared = None
        self.ground.let_go()
        self.moved = None if self._anew else Moved(change.touched, persons)
        counts, laws = (*self._flows.all(), *self._stocks.all()), self._laws.all()
        if self._ending:
            laws = on_day(laws, as_of or known_by or self._last_day())
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
            deals=self._deals.all(),
            candidates=self._maybe.all(),
            people=self._people.all(),
            measures=laws,
            counts=counts,
            conflicts=(*self._conflicts(), *as_conflicts(told)),
            assertions=told,
        )

    def quarter(self, document: str) -> tuple[str, ...]:
        """The quarter of a report; none, where nothing of it stands."""
        return self._quarters.get(self._home.get(document, ""), ())

    def _settle_quarters(self, change: Change) -> Others:
        """The bargains of every quarter that changed, or in which somebody is told of whom changes tell.

        So are those in which somebody eased who put a measure back.

        Returns:
            the people of whom these bargains tell, or told.
        """
        seen = self._map.put(change.touched, change.events)
        near = {d for person in change.patients for d in self.ground.naming.documents(person)}
        eased = self.ground.easers(change.restorers) if change.restorers else set()
        odd, gone = {*seen, *near, *eased}, set[str]()
        ahead = self._dissolved(odd, gone)
        if self._shared is not None:
            odd = set(self._shared.odd)
            self._held |= self._held_elsewhere()
        made: dict[str, tuple[Deal, ...]] = {}
        while ahead:
            documents = self._map.around(ahead.pop())
            ahead -= {*documents}
            ahead |= self._dissolved(documents, gone) - {*documents}
            home = documents[0]
            self._home.update(dict.fromkeys(documents, home))
            self._quarters[home] = documents
            if self._in_passing(documents):
                continue
            ties = self._map.ties(documents)
            told, maybe = self._made[home] = self._taken(documents, ties) or deals_of(
                self.ground, ties, documents, self.grades, lambda b: self._known(b, odd)
            )
            made[home] = giving(m.deal for m in told)
            self._maybe.put(home, ((in_time(d), d) for d in rumoured(giving(m.deal for m in maybe))))
        for home in gone - made.keys():
            self._maybe.put(home, ())
        for home in gone | made.keys():
            self._deals.put(home, ((in_time(d), d) for d in made.get(home, ())))
        self._held.clear()
        return self._freed.put({home: made.get(home, ()) for home in gone | made.keys()})

    def _in_passing(self, documents: Iterable[str]) -> bool:
        """Do these reports hang together elsewhere with more than stand here?"""
        shared, there = self._shared, self._elsewhere
        if shared is None or there is None:
            return False
        return not shared.is_whole(q for d in documents for q in there.quarter(d))

    def _held_elsewhere(self) -> dict[frozenset[str], Made]:
        """The bargains of these reports elsewhere; whether something was taken back is looked at anew."""
        there, found = self._elsewhere, dict[frozenset[str], Made]()
        if there is not None:
            for home in {there._home[d] for d in self.ground.by_document if d in there._home}:
                found |= _by_events(there._made[home])
        return {i: m for i, m in found.items() if not _is_taken_back(m.deal)}

    def _taken(self, documents: tuple[str, ...], ties: tuple[Tie, ...]) -> Row | None:
        """The bargains of a quarter, where it is the same elsewhere, and by the same ties."""
        shared, there = self._shared, self._elsewhere
        if shared is None or there is None or not shared.odd.isdisjoint(documents):
            return None
        if there._quarters.get(documents[0]) != documents or there._map.ties(documents) != ties:
            return None
        told, maybe = there._made[documents[0]]
        return None if any(_is_taken_back(m.deal) for m in (*told, *maybe)) else (told, maybe)

    def _known(self, bargain: Bargain, odd: set[str]) -> Deal | None:
        """The record of a bargain of a quarter that is no more, where it looks at no odd report."""
        found = self._held.get(bargain.events)
        if found is None or found.bargain != bargain or not odd.isdisjoint(bargain.documents):
            return None
        events = (self.ground.events[i] for i in bargain.events)
        return found.deal if all(odd.isdisjoint(e.documents) for e in events) else None

    def _dissolved(self, documents: Iterable[str], gone: set[str]) -> set[str]:
        """These reports and all of their quarters, which are quarters no more."""
        ahead = set(documents)
        for document in documents:
            home = self._home.get(document, "")
            quarter = self._quarters.pop(home, None)
            if quarter is not None:
                gone.add(home)
                self._held |= _by_events(self._made.pop(home, ((), ())))
                ahead |= {*quarter}
                for one in quarter:
                    del self._home[one]
        return {d for d in ahead if d in self.ground.by_document}

    def _settle_people(self, people: Iterable[str]) -> None:
        shared, there = self._shared, self._elsewhere
        for entity in people:
            known, claims = self.ground.entities.get(entity), self.ground.naming.get(entity)
            if known is None or not claims:
                self._people.put(entity, ())
                continue
            freed = self._freed.get(entity)
            if shared and there and shared.person(entity) and there._freed.get(entity) == freed:
                self._people.put(entity, there._people.entries(entity))
                continue
            person = status_of(self.ground, known, claims, freed, self.grades)
            self._people.put(entity, [((person.name, person.entity), person)])

    def _settle_counts(self, change: Change) -> None:
        """Flows by happening, then stocks by owner and day; no two are ever added up."""
        ground, shared, there = self.ground, self._shared, self._elsewhere
        for event_id in change.events | (set() if self._anew else self._told(change.touched)):
            if shared and there and event_id in shared.events:
                self._flows.put(event_id, there._flows.entries(event_id))
                continue
            event = ground.events.get(event_id)
            if shared and event is not None and shared.in_passing(event):
                continue
            rows = () if event is None else flows_of(ground, event, self.grades)
            self._flows.put(event_id, (((c.as_of or "", c.population, c.claims), c) for c in rows))
        owners = set[str]()
        for document in change.touched:
            if shared and there and document in shared.wholly:
                owners.update(self._stocked.take(document, there._stocked))
            else:
                owners |= self._stocked.renew(document, ground.by_document.get(document, ()))
        for key in owners:
            if shared and there and shared.told(key, self._stocked, there._stocked):
                self._stocks.put(key, there._stocks.entries(key))
                continue
            claims = self._stocked.get(key)
            self._stocks.put(key, [((), stock_of(ground, key, claims, self.grades))] if claims else ())

    def _told(self, documents: Iterable[str]) -> set[str]:
        """The happenings of which these reports tell."""
        ground = self.ground
        found = (ground.event_of.get(c.id) for d in documents for c in ground.by_document.get(d, ()))
        return {event.id for event in found if event is not None}

    def _settle_laws(self, change: Change) -> None:
        authorities, shared, there = set[str](), self._shared, self._elsewhere
        for document in change.touched:
            if shared and there and document in shared.wholly:
                authorities.update(self._ruled.take(document, there._ruled))
            else:
                claims = self.ground.by_document.get(document, ())
                authorities |= self._ruled.renew(document, rulings(self.ground, claims))
        for authority in authorities:
            told = of_authority(self._ruled.get(authority), authority)
            known = self._measured.pop(authority, None) or (there._measured.get(authority) if there else None)
            made = measures_of(self.ground, tuple(told), known)
            if made:
                self._measured[authority] = made
            found = [m.measure for m in made.values()]
            self._laws.put(authority, ((in_order_of(m), m) for m in found))
            self._ending.discard(authority)
            if any(m.legal.until for m in found):
                self._ending.add(authority)

    def _conflicts(self) -> Iterable[Conflict]:
        """Every conflict of every record once; one that another holds in it is not told again."""
        tables = (self._deals, self._maybe, self._flows, self._stocks, self._people, self._laws)
        every = {(c.sentence, c.claims): c for table in tables for c in table.conflicts()}.values()
        alike = defaultdict[tuple[str, str, str], list[frozenset[str]]](list)
        for conflict in every:
            claims = frozenset(conflict.claims)
            for claim in claims:
                alike[conflict.kind, conflict.about, claim].append(claims)
        return [
            c
            for c in every
            if not c.claims or not any({*c.claims} < other for other in alike[c.kind, c.about, c.claims[0]])
        ]

    def _last_day(self) -> str | None:
        """The day of the newest report."""
        return max((d.published or "" for d in self.ground.documents.values()), default=None)


def _by_events(row: Row) -> dict[frozenset[str], Made]:
    return {m.bargain.events: m for made in row for m in made}


def _is_taken_back(deal: Deal) -> bool:
    """Was something of it reversed, by whatever report tells so?"""
    return any(give.compliance == "R" for side in deal.sides for give in side.gives)
