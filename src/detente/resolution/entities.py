"""Entities: whom the names of several reports mean, and the ids that claims carry afterwards."""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

import msgspec

from detente.language.scripts import script_of
from detente.records import UNSTATED, Claim, Entity, Filler, FillerKind, NameForm, content_id
from detente.records.ordered import Ordered
from detente.resolution.acts import agents_of
from detente.resolution.identities import Identities
from detente.resolution.offices import Told, merged, told_offices
from detente.resolution.persons import Local
from detente.resolution.reports import Report, filler_key
from detente.resolution.states import canonical, organ_of

NAMED: tuple[FillerKind, ...] = (
    "person",
    "state",
    "organisation",
    "place",
    "facility",
    "group",
    "outlet",
    "office",
)
Order = tuple[str, str]
"""Publication date and document: the order of reports."""
Acting = tuple[int, Order, str, str]
"""Who says that somebody acts for a state, a report (0) or the name itself (1); where, who, the state."""
Forms = Mapping[str, tuple[str, ...]]
"""Name as it stands → the claims that use it."""


class Uses:
    """Where a name stands for an entity: report by report, so that one more costs little."""

    __slots__ = ("_form", "_name", "_rows")

    def __init__(self, name: str) -> None:
        self._name = name
        self._rows = Ordered[Order, tuple[str, ...]]()
        self._form: NameForm | None = None

    def __len__(self) -> int:
        return len(self._rows)

    def put(self, order: Order, claims: tuple[str, ...]) -> None:
        """The claims of one report that use it."""
        self._rows.put(order, claims)
        self._form = None

    def drop(self, order: Order) -> None:
        """One report less."""
        self._rows.drop(order)
        self._form = None

    def documents(self) -> Iterator[str]:
        """The documents in which it stands."""
        return (document for _, document in self._rows)

    def form(self) -> NameForm:
        """The name with all claims that use it."""
        if self._form is None:
            claims = tuple(chain.from_iterable(self._rows.rows()))
            self._form = NameForm(self._name, script_of(self._name), None, claims)
        return self._form


@lru_cache(maxsize=65536)
def entity_id(kind: str, name: str) -> str:
    """The id of what is no person, by its kind and name.

    >>> entity_id("state", "the U.S.") == entity_id("state", "United States")
    True
    """
    return content_id("ent", kind, filler_key(Filler(name, kind), {}))  # type: ignore[arg-type]


def state_id(state: str) -> str:
    """The id of a state's entity, by its English name."""
    return entity_id("state", state)


class Entities:
    """Everybody and everything that claims name, kept record by record.

    Args:
        known: others, from which is taken over what was found in a report whose very claims stand there.
    """

    def __init__(self, known: Entities | None = None) -> None:
        self._elsewhere = known
        self.acting_otherwise: Set[str] = frozenset()  # reports that name who acts for another elsewhere
        self.as_elsewhere = set[str]()  # reports whose very claims stand there
        self.claims = Ordered[str, tuple[Claim, ...]]()  # by document, with entities filled in
        self.claim: dict[str, Claim] = {}  # the same by id
        self.records = Ordered[str, Entity]()
        self.agents: dict[str, str] = {}  # person or body → state it acts for
        self._written: dict[str, dict[str, Uses]] = defaultdict(dict)  # by entity and name as it stands
        self._forms: dict[Order, Mapping[str, Forms]] = {}  # by document and entity
        self._offices: dict[str, dict[Order, tuple[Told, ...]]] = defaultdict(dict)  # by entity
        self._orders: dict[str, Order] = {}
        self._kinds: dict[str, FillerKind] = {}
        self._acting: dict[str, list[Acting]] = defaultdict(list)  # by entity
        self._acts: dict[str, list[tuple[str, Acting]]] = {}  # by document
        self._states: dict[str, Counter[str]] = defaultdict(Counter)  # states that act, by id and name
        self._seats: dict[str, list[str]] = {}  # by document

    def put(
        self,
        fresh: Mapping[str, Report | None],
        identities: Identities,
        known: Mapping[str, tuple[Claim, ...]] = MappingProxyType({}),
    ) -> set[str]:
        """Take in reports, in the place of what they were; None for one that is gone.

        Args:
            fresh: document → its report.
            identities: the people that their names mean.
            known: document → its claims with their entities, where they were made elsewhere.

        Returns:
            documents whose claims mean others now, or name somebody who acts for another.
        """
        odd, moved, changed = set[str](), set[str](), set[str]()
        for document, report in fresh.items():
            before = self.claims.get(document) or ()
            self._take_out(document, odd, moved)
            (self.as_elsewhere.add if known.get(document) else self.as_elsewhere.discard)(document)
            now = known.get(document) or (_filled(report, identities.ids, before) if report else ())
            if now is not before:
                changed.add(document)
                self._keep(document, before, now)
            if report is not None:
                self._put_in(report, now, identities.ids, odd, moved, same=bool(known.get(document)))
        for id_ in odd:
            self._record(id_, identities.names.get(id_))
        changed |= self._acting_anew(moved)
        self.acting_otherwise = self._told_otherwise()
        return changed

    def _keep(self, document: str, before: Iterable[Claim], now: tuple[Claim, ...]) -> None:
        for claim in before:
            del self.claim[claim.id]
        self.claim |= {c.id: c for c in now}
        if now:
            self.claims.put(document, now)
        else:
            self.claims.drop(document)

    def _acting_anew(self, moved: Iterable[str]) -> set[str]:
        """Find for whom these act; documents that name one who acts for another now."""
        before = self.agents
        acting = {i: state_id(row[0][-1]) for i in moved if (row := self._acting.get(i))}
        others = {i for i in moved if before.get(i) != acting.get(i)}
        if others:
            kept = {i: state for i, state in before.items() if i not in others}
            self.agents = dict(sorted((kept | {i: acting[i] for i in others if i in acting}).items()))
        return {document for i in others for document in self.mentioning(i)}

    def _told_otherwise(self) -> Set[str]:
        """Reports that name somebody who acts for another elsewhere."""
        there = self._elsewhere
        if there is None:
            return frozenset()
        others = (i for i in self._written if self.agents.get(i) != there.agents.get(i))
        return {document for i in others for document in self.mentioning(i)}

    def mentioning(self, entity: str) -> Iterator[str]:
        """The documents that name an entity."""
        return (document for uses in self._written.get(entity, {}).values() for document in uses.documents())

    def agent(self, claims: Sequence[Claim]) -> str | None:
        """The entity that acts in a happening: a state where one is told, or somebody acts for one."""
        told = [f for c in claims for f in agents_of(c) if f.entity]
        fillers = [f for f in told if f.kind == "state" or f.entity in self.agents] or told
        acting = [self.agents.get(f.entity or "", f.entity or "") for f in fillers]
        votes = Counter(acting)
        return max(sorted(votes), key=lambda s: (votes[s], s == acting[0])) if acting else None

    def _take_out(self, document: str, odd: set[str], moved: set[str]) -> None:
        order = self._orders.pop(document, None)
        if order is None:
            return
        for id_, forms in self._forms.pop(order).items():
            for form in forms:
                self._written[id_][form].drop(order)
            self._offices.get(id_, {}).pop(order, None)
            odd.add(id_)
        for id_, acting in self._acts.pop(document):
            self._acting[id_].remove(acting)
            moved.add(id_)
        for state in self._seats.pop(document):
            self._states[state_id(state)][state] -= 1
            odd.add(state_id(state))

    def _put_in(
        self,
        report: Report,
        claims: Iterable[Claim],
        ids: Mapping[Local, str],
        odd: set[str],
        moved: set[str],
        *,
        same: bool,
    ) -> None:
        """Put in one report, with its claims; those are the very ``same`` elsewhere, or not."""
        document, known = report.document, self._elsewhere if same else None
        self._orders[document] = report.order
        forms = self._forms[report.order] = known._forms[report.order] if known else _forms(claims)
        kinds = known._kinds if known else {f.entity or "": f.kind for c in claims for f in _meant(c)}
        for id_, names in forms.items():
            self._kinds[id_], written = kinds[id_], self._written[id_]
            for form, used in names.items():
                written.setdefault(form, Uses(form)).put(report.order, used)
        for id_, told in (known.offices(report.order) if known else told_offices(claims)).items():
            self._offices[id_][report.order] = told
        self._acts[document] = known._acts[document] if known else list(_acts(report, ids))
        for id_, acting in self._acts[document]:
            insort(self._acting[id_], acting)
        self._seats[document] = [acting[-1] for _, acting in self._acts[document]]
        self._seats[document] += [report.custodian] if report.custodian is not None else []
        for state in self._seats[document]:
            self._states[state_id(state)][state] += 1
        odd |= forms.keys() | {state_id(state) for state in self._seats[document]}
        moved |= {id_ for id_, _ in self._acts[document]}

    def offices(self, order: Order) -> Mapping[str, tuple[Told, ...]]:
        """By entity, the offices that one report tells."""
        rows = ((id_, self._offices.get(id_, {}).get(order)) for id_ in self._forms[order])
        return {id_: told for id_, told in rows if told is not None}

    def _record(self, id_: str, name: str | None) -> None:
        """Make the record of one entity anew; an equal one stays the object it was."""
        before, now = self.records.get(id_), None
        written = self._written.get(id_, {})
        for form in [f for f, uses in written.items() if not len(uses)]:
            del written[form]
        if written:
            now = _entity(id_, self._kinds[id_], name, [written[form].form() for form in sorted(written)])
            if offices := self._offices.get(id_):
                told = chain.from_iterable(offices[order] for order in sorted(offices))
                now = msgspec.structs.replace(now, offices=merged(told))
        elif states := +self._states.get(id_, Counter()):
            now = Entity(id=id_, kind="state", name=min(states))
        if now is None:
            self.records.drop(id_)
        elif now != before:
            self.records.put(id_, now)


def _filled(report: Report, ids: Mapping[Local, str], before: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims with an entity in each filler that means one; what is as it was is the very same."""
    old = {c.id: c for c in before}
    now = tuple(_with_entities(c, report, ids) for c in report.claims)
    kept = tuple(old[c.id] if c == old.get(c.id) else c for c in now)
    return kept if kept != before else tuple(before)


def _with_entities(claim: Claim, report: Report, ids: Mapping[Local, str]) -> Claim:
    def entity(filler: Filler) -> str | None:
        if filler.name == UNSTATED or filler.kind not in NAMED:
            return None
        if filler.kind == "person":
            return ids[report.document, report.people.get(filler.name, filler.name)]
        return entity_id(filler.kind, filler.name)

    roles = {
        role: tuple(msgspec.structs.replace(f, entity=entity(f)) for f in fillers)
        for role, fillers in claim.roles.items()
    }
    return msgspec.structs.replace(claim, roles=roles)


def _forms(claims: Iterable[Claim]) -> Mapping[str, Forms]:
    """Entity → the names by which claims mean it."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        for f in _meant(claim):
            row = found[f.entity or ""][f.name]
            if row[-1:] != [claim.id]:
                row.append(claim.id)
    return {id_: {form: tuple(row) for form, row in forms.items()} for id_, forms in found.items()}


def _meant(claim: Claim) -> Iterator[Filler]:
    return (f for fillers in claim.roles.values() for f in fillers if f.entity is not None)


def _acts(report: Report, ids: Mapping[Local, str]) -> Iterator[tuple[str, Acting]]:
    """Who acts for which state: people and bodies as the report says, offices and organs by their names."""
    for person, state in sorted(report.acts_for.items()):
        id_ = ids.get((report.document, person)) or entity_id("organisation", person)
        yield id_, (0, report.order, person, state)
    fillers = {(f.kind, f.name) for c in report.claims for fs in c.roles.values() for f in fs}
    for kind, name in sorted(fillers):
        state_of = organ_of(name, kind)
        if state_of is not None:
            yield entity_id(kind, name), (1, ("", ""), name, state_of)


def _entity(id_: str, kind: FillerKind, name: str | None, written: Sequence[NameForm]) -> Entity:
    state = canonical(written[0].form) if kind == "state" else None
    best = name or state or max((len(n.claims), len(n.form), n.form) for n in written)[-1]
    return Entity(id=id_, kind=kind, name=best, names=tuple(written))
