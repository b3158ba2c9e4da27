"""What a ground has in common with another, so that records of the one are records of the other.

A record looks at claims, at the happenings and voices they are of, at whom they name, and at all that is
told of the people in them. A report is the same in both where all of this is, claim by claim; a person where
the same reports name it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from detente.language.scripts import fold
from detente.reconciliation.ground import Ground
from detente.reconciliation.indexes import Index
from detente.records import Claim, Entity, Event


class Shared:
    """Two grounds, and what is the same in them.

    Args:
        here: a ground.
        there: another, from which records are to be taken over.
        within: of these reports of the other one stands here what is to be told; what more reports than
            these tell there is told here in passing, and whatever is made of it is not looked at.
    """

    def __init__(self, here: Ground, there: Ground, within: Collection[str] | None = None) -> None:
        self.here, self.there = here, there
        self._within = within
        self._entities: dict[str, bool] = {}
        self._forms: dict[str, bool] = {}
        self._bodies: dict[str, bool] = {}
        self._plain: dict[str, bool] = {}
        self._passing = set[str]()  # reports that tell in passing of what more tell elsewhere
        self.documents = frozenset(d for d, claims in here.by_document.items() if self._report(d, claims))
        self.wholly = self.documents - self._passing
        """The reports that are the same with all that they tell in passing."""

    @cached_property
    def events(self) -> frozenset[str]:
        """The happenings that are the same, in reports that are."""
        found = self._same_events
        return frozenset(i for i in found if self.documents.issuperset(self.here.events[i].documents))

    @cached_property
    def odd(self) -> frozenset[str]:
        """The reports of which no bargain may be taken over: others, or about somebody of whom others tell.

        So are those of whoever put a measure back by a report that is another.
        """
        here, there = self.here, self.there
        odd = here.by_document.keys() - self.documents
        whole = (p for p in here.about if self.is_whole(there.about.documents(p)))
        others = {p for p in whole if not self.told(p, here.about, there.about)}
        odd |= {d for p in others for d in here.naming.documents(p)}
        back = {party for d in odd for party in here.reimposed.of(d)}
        return frozenset(odd | (here.easers(back) if back else set()))

    def in_passing(self, event: Event) -> bool:
        """Do more reports tell of a happening than stand here?"""
        found = (self.there.event_of.get(i) for i in event.claims)
        return not all(self.is_whole(other.documents) for other in found if other is not None)

    def is_whole(self, documents: Iterable[str]) -> bool:
        """Does all stand here that these reports of the other ground tell, as far as it was known?"""
        return self._within is None or all(d in self._within for d in documents)

    def told(self, key: str, here: Index[Claim], there: Index[Claim]) -> bool:
        """Do the same reports tell of this, which are the same, here and there?"""
        found = here.documents(key)
        return found == there.documents(key) and self.documents.issuperset(found)

    def person(self, entity: str) -> bool:
        """Is all the same that is told of a person?"""
        here, there = self.here, self.there
        named = here.entities.get(entity) == there.entities.get(entity)
        return named and self.told(entity, here.naming, there.naming)

    @cached_property
    def _same_events(self) -> frozenset[str]:
        there = self.there.events
        return frozenset(i for i, e in self.here.events.items() if there.get(i) == e)

    def _report(self, document: str, claims: tuple[Claim, ...]) -> bool:
        return document in self.here.as_elsewhere and all(map(self._claim, claims))

    def _claim(self, claim: Claim) -> bool:
        here, there, id_ = self.here, self.there, claim.id
        event, other = here.event_of.get(id_), there.event_of.get(id_)
        if event is not other:
            if other is not None and not self.is_whole(other.documents):
                self._passing.add(claim.document.sha256)
                return True
            if (event and event.id) != (other and other.id) or (event and event.id not in self._same_events):
                return False
        if here.group(claim) != there.group(claim):
            return False
        return self._is_plain(claim.document.sha256) or self._means_the_same(claim)

    def _is_plain(self, document: str) -> bool:
        """Does every name in a report mean the same here and there?"""
        if document not in self._plain:
            claims, named = self.here.by_document[document], self.there.mentions.of(document)
            self._plain[document] = all(map(self._entity, named)) and all(map(self._speaks_alike, claims))
        return self._plain[document]

    def _means_the_same(self, claim: Claim) -> bool:
        entities = (f.entity for fillers in claim.roles.values() for f in fillers if f.entity)
        return all(map(self._entity, entities)) and self._speaks_alike(claim)

    def _speaks_alike(self, claim: Claim) -> bool:
        """Are those who say so the same, and is what a measure is on?"""
        if not all(self._form(link.name) for link in claim.attribution):
            return False
        measured = claim.names("sector", "programme") if claim.type.startswith("SANCTION_") else ()
        return all(map(self._body, measured))

    def _entity(self, entity: str) -> bool:
        """Does it go by the same name, and act for the same party?"""
        if entity not in self._entities:
            one, two = (_name(g.entities.get(entity)) for g in (self.here, self.there))
            self._entities[entity] = one == two and _agent(self.here, entity) == _agent(self.there, entity)
        return self._entities[entity]

    def _form(self, form: str) -> bool:
        """Does somebody's name as it stands mean the same?"""
        if form not in self._forms:
            one, two = self.here.written(form), self.there.written(form)
            self._forms[form] = (one and one.id) == (two and two.id)
        return self._forms[form]

    def _body(self, name: str) -> bool:
        """Is a sector the same body, or none?"""
        key = fold(name)
        if key not in self._bodies:
            self._bodies[key] = self.here.body(key) == self.there.body(key)
        return self._bodies[key]


def _name(entity: Entity | None) -> object:
    """What records look at: of people all forms too."""
    if entity is None:
        return None
    return entity.name, entity.kind, {n.form for n in entity.names} if entity.kind == "person" else ()


def _agent(ground: Ground, entity: str) -> str | None:
    agents: Mapping[str, str] = ground.resolution.agents
    return agents.get(entity)
