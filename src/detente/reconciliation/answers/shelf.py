"""A state set up for questions: what is asked for is looked up, not searched through.

Each index gives the rows that *may* be meant, in the state's own order; whether a row is meant the
question itself decides. An index is made when it is first needed and serves every later question.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final, TypeVar

from detente.language.gazetteer import gazetteer
from detente.language.names import prepare
from detente.language.scripts import fold
from detente.reconciliation.ground import Ground, in_order
from detente.reconciliation.words import has_word
from detente.records import Claim, Conflict, Count, Deal, Judgement, Measure, PersonStatus, Resolution, State

T = TypeVar("T")
HOLDERS: Final = ("releaser", "from", "mover", "holder", "detainer", "granter", "authority", "place")
"""Roles in which a country stands that holds people, or lets them go."""
FREERS: Final = ("releaser", "from", "mover")


class Shelf:
    """A state with its indexes; everything in it is looked up, nothing decided."""

    def __init__(self, state: State, ground: Ground | None = None) -> None:
        self.state = state
        self._ground = ground

    @cached_property
    def ground(self) -> Ground:
        """The claims with their indexes."""
        if self._ground is not None:
            return self._ground
        state = self.state
        return Ground(
            Resolution(
                claims=state.claims, entities=state.entities, events=state.events, groups=state.groups,
                judgements=state.judgements, agents=state.agents,
            )
        )  # fmt: skip

    @cached_property
    def last_day(self) -> str | None:
        """The day of the latest report."""
        return max((c.document.published or "" for c in self.state.claims), default="") or None

    @cached_property
    def size(self) -> int:
        """How many claims there are."""
        return len(self.state.claims)

    @cached_property
    def types(self) -> Counter[str]:
        """How many claims there are of each type."""
        return Counter[str](c.type for c in self.state.claims)

    @cached_property
    def reports(self) -> int:
        """How many reports there are."""
        return len({c.document.sha256 for c in self.state.claims})

    @cached_property
    def sensitivity(self) -> Counter[str]:
        """How many claims there are of each kind of sensitivity."""
        return Counter[str](c.sensitivity for c in self.state.claims)

    @cached_property
    def reasons(self) -> dict[str, str]:
        """Why the claims of an origin group are one voice."""
        return {g.id: g.reason for g in self.state.groups}

    # -- claims ------------------------------------------------------------------------------

    @cached_property
    def _of_type(self) -> dict[str, tuple[Claim, ...]]:
        out: dict[str, list[Claim]] = defaultdict(list)
        for claim in in_order(self.state.claims):
            out[claim.type].append(claim)
            if claim.sub is not None:
                out[f"{claim.type}/{claim.sub}"].append(claim)
        return {key: tuple(cs) for key, cs in out.items()}

    def of(self, types: Sequence[str]) -> tuple[Claim, ...]:
        """The claims of these types, or ``TYPE/sub``, in order."""
        if len(types) == 1:
            return self._of_type.get(types[0], ())
        return in_order(c for t in types for c in self._of_type.get(t, ()))

    @cached_property
    def _by_country(self) -> dict[tuple[str, str], tuple[Claim, ...]]:
        """Claims by type and by a country that any of their names stands for."""
        out: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in in_order(self.state.claims):
            for name in {country(n) for n in self._names(claim)}:
                out[claim.type, name].append(claim)
        return {key: tuple(cs) for key, cs in out.items()}

    def _names(self, claim: Claim) -> set[str]:
        ground, event = self.ground, self.ground.event_of.get(claim.id)
        names = {f.name for fillers in claim.roles.values() for f in fillers}
        names |= {ground.filler(p).name for p in ground.parties(claim, *claim.roles)}
        names |= {link.name for link in claim.attribution} | {claim.document.publisher or claim.document.id}
        return names | ({ground.filler(event.agent).name} if event is not None and event.agent else set())

    def about(self, types: Sequence[str], wanted: str) -> tuple[Claim, ...]:
        """The claims of these types that have to do with a country."""
        plain = dict.fromkeys(t.partition("/")[0] for t in types)
        found = in_order(c for t in plain for c in self._by_country.get((t, country(wanted)), ()))
        return tuple(c for c in found if c.type in types or f"{c.type}/{c.sub}" in types)

    @cached_property
    def _by_person(self) -> dict[tuple[str, str], tuple[Claim, ...]]:
        out: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in in_order(self.state.claims):
            fillers = (f for fs in claim.roles.values() for f in fs if f.kind == "person" and f.entity)
            for entity in dict.fromkeys(f.entity for f in fillers if f.entity):
                out[claim.type, entity].append(claim)
        return {key: tuple(cs) for key, cs in out.items()}

    def naming(self, types: Sequence[str], wanted: str) -> tuple[Claim, ...]:
        """The claims of these types in which a person of such a name has part."""
        plain = dict.fromkeys(t.partition("/")[0] for t in types)
        like = [p.entity for p in self.people_like(wanted)]
        found = in_order(c for t in plain for e in like for c in self._by_person.get((t, e), ()))
        return tuple(c for c in found if c.type in types or f"{c.type}/{c.sub}" in types)

    @cached_property
    def superlatives(self) -> tuple[Claim, ...]:
        """Statements that something is the largest, the first."""
        told = (c for c in self.of(("STATEMENT",)) if c.mode == "evaluated")
        return tuple(c for c in told if has_word("superlatives", c.span.exact))

    @cached_property
    def mandates(self) -> dict[str, tuple[Claim, ...]]:
        """Claims that somebody speaks for another or holds an office, by that somebody."""
        out: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.of(("MANDATE", "ATTRIBUTE/office")):
            for who in {f.entity or f.name for r in ("agent", "subject") for f in claim.roles.get(r, ())}:
                out[who].append(claim)
        return {who: tuple(cs) for who, cs in out.items()}

    @cached_property
    def conflicts(self) -> dict[str, tuple[int, ...]]:
        """Conflicts by their claims: places in the state's list."""
        return _places(self.state.conflicts, lambda conflict: conflict.claims)

    def near(self, filters: Mapping[str, str]) -> set[str] | None:
        """Reports that bear on a country or a person on whatever days: None where neither is asked about.

        Those that name them, those that tell the same happenings, and those on the same people.
        """
        ground = self.ground
        if "person" in filters:
            like = (p.entity for p in self.people_like(filters["person"]))
            found = {d for entity in like for d in ground.naming.documents(entity)}
        elif "country" in filters:
            name = country(filters["country"])
            told = (cs for (_, about), cs in self._by_country.items() if about == name)
            found = {c.document.sha256 for cs in told for c in cs}
        else:
            return None
        events = {e.id for d in found for c in ground.by_document[d] if (e := ground.event_of.get(c.id))}
        people = {p for d in found for p in ground.naming.of(d)}
        found |= {d for i in events for d in ground.events[i].documents}
        return found | {d for person in people for d in ground.naming.documents(person)}

    # -- records -----------------------------------------------------------------------------

    @cached_property
    def _people_by_key(self) -> dict[str, tuple[int, ...]]:
        return _places(self.state.people, lambda p: {k for n in _forms(p) for k in _keys(n)})

    def people_like(self, wanted: str) -> Sequence[PersonStatus]:
        """The people who may bear this name, in any spelling."""
        words = fold(wanted).split()
        whole = [set(self._people_by_key.get(f"word {w}", ())) for w in words]
        found = set.intersection(*whole) if whole else set()
        found |= {at for key in _keys(wanted) for at in self._people_by_key.get(key, ())} if words else set()
        return [self.state.people[at] for at in sorted(found)]

    @cached_property
    def _names_of(self) -> dict[str, str]:
        return {e.id: e.name for e in self.state.entities}

    def judged(self, judgement: Judgement) -> tuple[str, str]:
        """The names of the two that somebody spoke of."""
        left, right = (self._names_of.get(one, one) for one in (judgement.left, judgement.right))
        return left, right

    @cached_property
    def _judgements(self) -> dict[str, tuple[int, ...]]:
        rows = self.state.judgements
        return _places(rows, lambda j: {k for n in self.judged(j) for k in _keys(n.rpartition("#")[2])})

    def judgements(self, filters: Mapping[str, str]) -> Sequence[Judgement]:
        """The words on who is who, those alone on names like the one asked about, if one was."""
        if "person" not in filters:
            return self.state.judgements
        near = {at for key in _keys(filters["person"]) for at in self._judgements.get(key, ())}
        return [self.state.judgements[at] for at in sorted(near)]

    @cached_property
    def features(self) -> tuple[frozenset[str], ...]:
        """What deals are compared by, in their order: who gives what, on which sector, by whose help."""
        return tuple(map(_features, self.state.deals))

    @cached_property
    def _alike(self) -> dict[str, tuple[int, ...]]:
        return _places(self.features, lambda found: found)

    def alike(self, deal: Deal) -> Sequence[tuple[Deal, tuple[str, ...]]]:
        """Earlier deals that have a feature in common with this one, and what they have in common."""
        at = self.state.deals.index(deal)
        own = self.features[at]
        near = sorted({n for feature in own for n in self._alike[feature] if n < at})
        return [(self.state.deals[n], tuple(sorted(own & self.features[n]))) for n in near]

    @cached_property
    def freed(self) -> dict[str, tuple[Deal, ...]]:
        """The deals in which a person was freed or was not, by entity."""
        rows = _places(
            self.state.deals,
            lambda d: [p.entity for p in (*d.persons_freed, *d.persons_not_freed) if p.entity],
        )
        return {entity: tuple(self.state.deals[at] for at in places) for entity, places in rows.items()}

    @cached_property
    def _held_by(self) -> dict[str, tuple[PersonStatus, ...]]:
        """People by the countries that held, forgave, moved or freed them; "": a claim says nothing of it."""
        out: dict[str, list[PersonStatus]] = defaultdict(list)
        for person in self.state.people:
            listed = (i for d in self.freed.get(person.entity, ()) for p in d.persons_freed
                      if p.entity == person.entity for i in p.claims)  # fmt: skip
            own = (c.id for c in self.ground.about.get(person.entity, ()))
            claims = [self.ground.claims[i] for i in {*listed, *own}]
            names = {n for c in claims for n in c.names(*HOLDERS)}
            silent = any(not c.names(*_roles(c)) for c in claims)
            for name in {country(n) for n in names} | ({""} if silent else set()):
                out[name].append(person)
        return {name: tuple(people) for name, people in out.items()}

    def people_of(self, wanted: str) -> Sequence[PersonStatus]:
        """The people whom a country may hold or have let go."""
        found = (*self._held_by.get(country(wanted), ()), *self._held_by.get("", ()))
        return sorted({p.entity: p for p in found}.values(), key=lambda p: (p.name, p.entity))

    @cached_property
    def _deals(self) -> dict[str, tuple[int, ...]]:
        return _places(self.state.deals, lambda d: {country(s.party.name) for s in d.sides})

    @cached_property
    def _counts(self) -> dict[str, tuple[int, ...]]:
        return _places(self.state.counts, lambda c: [_counted(c)])

    @cached_property
    def _measures(self) -> dict[str, tuple[int, ...]]:
        return _places(self.state.measures, lambda m: {country(n) for n in (m.authority, m.target) if n})

    def deals(self, filters: Mapping[str, str]) -> Sequence[Deal]:
        """The deals that a country or a person may have had part in."""
        if "country" in filters:
            return _at(self.state.deals, self._deals, country(filters["country"]))
        if "person" in filters:
            like = {p.entity for p in self.people_like(filters["person"])}
            near = {d.id: d for entity in sorted(like) for d in self.freed.get(entity, ())}
            return sorted(near.values(), key=lambda d: (d.date.end or "9", d.id))
        return self.state.deals

    def counts(self, filters: Mapping[str, str]) -> Sequence[Count]:
        """The counts of people whom a country freed, pardoned or holds, and of whom nobody says who does."""
        if "country" not in filters:
            return self.state.counts
        near = {*self._counts.get(country(filters["country"]), ()), *self._counts.get("", ())}
        return [self.state.counts[at] for at in sorted(near)]

    def measures(self, filters: Mapping[str, str]) -> Sequence[Measure]:
        """The measures whose authority or target a country may be."""
        if "country" not in filters:
            return self.state.measures
        return _at(self.state.measures, self._measures, country(filters["country"]))

    @cached_property
    def _conflicts_of(self) -> dict[str, tuple[int, ...]]:
        claims = self.ground.claims
        return _places(
            self.state.conflicts,
            lambda c: {country(n) for i in c.claims if i in claims for n in self._names(claims[i])},
        )

    def conflicts_of(self, filters: Mapping[str, str]) -> Sequence[Conflict]:
        """The conflicts between claims that have to do with a country, if one is asked about."""
        if "country" not in filters:
            return self.state.conflicts
        return _at(self.state.conflicts, self._conflicts_of, country(filters["country"]))

    def dissent(self, claims: Iterable[str]) -> tuple[Conflict, ...]:
        """The conflicts in which at least two of these claims speak."""
        told = Counter[int](at for i in set(claims) for at in self.conflicts.get(i, ()))
        return tuple(self.state.conflicts[at] for at in sorted(told) if told[at] > 1)


def _places(rows: Sequence[T], keys: Callable[[T], Iterable[str]]) -> dict[str, tuple[int, ...]]:
    """Places in a list, by key."""
    out: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        for key in dict.fromkeys(keys(row)):
            out[key].append(at)
    return {key: tuple(places) for key, places in out.items()}


def _at(rows: Sequence[T], index: Mapping[str, tuple[int, ...]], key: str) -> Sequence[T]:
    return [rows[at] for at in index.get(key, ())]


def _roles(claim: Claim) -> Sequence[str]:
    """Where a claim would say who holds the person, or let the person go."""
    return HOLDERS if claim.type in ("CUSTODY_STATE", "DETAIN", "SENTENCE", "CLEMENCY", "HARM") else FREERS


def _features(deal: Deal) -> frozenset[str]:
    each = [(s.party.name, g) for s in deal.sides for g in s.gives]
    kinds = {f"{party} gives {g.kind.replace('_', ' ')}" for party, g in each}
    sectors = {f"sector {fold(g.sector)}" for _, g in each if g.sector}
    return frozenset(kinds | sectors | {f"broker {b.name}" for b in deal.brokers})


def _forms(person: PersonStatus) -> tuple[str, ...]:
    return person.name, *(n.form for n in person.names)


def _keys(name: str) -> set[str]:
    """What two names that may be one have in common: a word, or a key of their sound."""
    return {f"word {w}" for w in fold(name).split()} | {f"key {k}" for k in prepare(name).keys}


def _counted(count: Count) -> str:
    """The country that is said to free, pardon or hold; "" where nobody is."""
    _, by, agent = count.population.partition(" by ")
    return country(agent) if by else ""


@lru_cache(maxsize=1 << 17)
def country(name: str) -> str:
    """One name for a country, whatever form it is written in.

    >>> country("US") == country("United States") == country("American citizen")
    True
    """
    state = gazetteer().state(name)
    if state is not None:
        return state.name
    hits = gazetteer().find(name)
    found = (gazetteer().state(h.actor or h.name) for h in hits if h.kind in ("state", "demonym", "people"))
    return next((s.name for s in found if s is not None), fold(name).removeprefix("the "))
