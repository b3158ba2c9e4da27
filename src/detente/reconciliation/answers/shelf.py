"""A state set up for questions: what is asked for is looked up, not searched through.

Each index gives the rows that *may* be meant, in the state's own order; whether a row is meant the
question itself decides. An index is made when it is first needed and serves every later question.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from heapq import nlargest
from typing import Final, TypeVar

from detente.language.scripts import fold
from detente.reconciliation.answers.keys import (
    HOLDERS,
    Tally,
    by_name,
    countries_of,
    country,
    keys_of,
    mandates_of,
    name_keys,
    names_of,
    roles_of,
    rulings_of,
    silent_of,
    superlatives_of,
    types_of,
)
from detente.reconciliation.deals import in_time
from detente.reconciliation.ground import Ground, in_order
from detente.reconciliation.indexes import Index
from detente.reconciliation.rows import Moved
from detente.records import Claim, Conflict, Count, Deal, Judgement, Measure, PersonStatus, Resolution, State

T = TypeVar("T")
NEAREST: Final = 20
"""How many earlier deals are told to be like one."""

Held = tuple[PersonStatus, frozenset[str]]
"""A person, and the countries that held, forgave, moved or freed them; "": a claim says nothing of it."""


Why = Callable[[Claim], str | None]
"""Why a claim is the voice's whose it is found to be."""


class Shelf:
    """A state with its indexes; everything in it is looked up, nothing decided."""

    def __init__(self, state: State, ground: Ground | None = None, why: Why | None = None) -> None:
        self.state = state
        self._ground, self.why = ground, why
        self._indexes: dict[str, Index[Claim] | Tally] = {}  # by report: they go on to the next shelf
        self._people: dict[str, Index[PersonStatus]] = {}  # likewise, by entity
        self._held: Index[Held] | None = None  # likewise
        self._sorted: dict[tuple[str, ...], tuple[Claim, ...]] = {}

    def renewed(self, state: State, moved: Moved) -> Shelf:
        """The shelf of the next state, with the indexes of this one, which is of no more use.

        Args:
            state: of the same ground, which stands on what came since.
            moved: what was looked at again for it.
        """
        ground = self.ground
        later = Shelf(state, ground, self.why)
        later._indexes, later._people, later._held = self._indexes, self._people, self._held
        for index in self._indexes.values():
            for document in moved.documents:
                index.put(document, ground.by_document.get(document, ()))
        for entity, person in moved.people.items():
            for people in self._people.values():
                people.put(entity, () if person is None else (person,))
            if later._held is not None:
                later._held.put(entity, () if person is None else (later._held_by(person),))
        return later

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

    def _index(self, name: str, keys: Callable[[Claim], Iterable[str]]) -> Index[Claim]:
        """The claims by keys, of which an index is made when it is first needed."""
        found = self._indexes.get(name)
        if not isinstance(found, Index):
            found = self._indexes[name] = Index(keys, self.ground.by_document)
        return found

    def _tally(self, name: str, of: Callable[[Claim], str]) -> Counter[str]:
        """How many claims there are of each kind, which are counted when it is first asked."""
        found = self._indexes.get(name)
        if not isinstance(found, Tally):
            found = self._indexes[name] = Tally(of, self.ground.by_document)
        return found.total

    @cached_property
    def last_day(self) -> str | None:
        """The day of the latest report."""
        told = self.ground.by_document.values()
        return max((claims[0].document.published or "" for claims in told if claims), default="") or None

    @property
    def size(self) -> int:
        """How many claims there are."""
        return len(self.state.claims)

    @property
    def types(self) -> Counter[str]:
        """How many claims there are of each type."""
        return self._tally("types", lambda claim: claim.type)

    @property
    def reports(self) -> int:
        """How many reports there are."""
        return len(self.ground.by_document)

    @property
    def sensitivity(self) -> Counter[str]:
        """How many claims there are of each kind of sensitivity."""
        return self._tally("sensitivity", lambda claim: claim.sensitivity)

    @cached_property
    def _reasons(self) -> dict[str, str]:
        return {g.id: g.reason for g in self.state.groups}

    def reason(self, group: str, claims: Iterable[Claim]) -> str:
        """Why these claims of an origin group are one voice; where that is not known, why all of it are."""
        own = sorted({why for c in claims if (why := self.why(c))}) if self.why is not None else ()
        alone = "a named source" if group.startswith("source:") else "a report of its own"
        return "; ".join(own) or self._reasons.get(group, alone)

    @cached_property
    def said(self) -> tuple[Judgement, ...]:
        """People's words on what is one; what was computed is none."""
        return tuple(j for j in self.state.judgements if j.made is not None)

    # -- claims ------------------------------------------------------------------------------

    def of(self, types: Sequence[str]) -> tuple[Claim, ...]:
        """The claims of these types, or ``TYPE/sub``, in order."""
        key = tuple(types)
        if key not in self._sorted:
            index = self._index("of type", types_of)
            self._sorted[key] = in_order(c for t in types for c in index.get(t))
        return self._sorted[key]

    @property
    def _countries(self) -> Index[Claim]:
        """Claims by type and by a country that any of their names stands for."""
        return self._index("of country", partial(countries_of, self.ground))

    def about(self, types: Sequence[str], wanted: str) -> tuple[Claim, ...]:
        """The claims of these types that have to do with a country."""
        plain = dict.fromkeys(t.partition("/")[0] for t in types)
        found = in_order(c for t in plain for c in self._countries.get(f"{t} {country(wanted)}"))
        return tuple(c for c in found if c.type in types or f"{c.type}/{c.sub}" in types)

    def naming(self, types: Sequence[str], wanted: str) -> tuple[Claim, ...]:
        """The claims of these types in which a person of such a name has part."""
        like = [p.entity for p in self.people_like(wanted)]
        found = in_order(c for e in like for c in self.ground.naming.get(e))
        return tuple(c for c in found if c.type in types or f"{c.type}/{c.sub}" in types)

    @property
    def superlatives(self) -> tuple[Claim, ...]:
        """Statements that something is the largest, the first."""
        return in_order(self._index("superlatives", superlatives_of).get("told"))

    @property
    def mandates(self) -> Index[Claim]:
        """Claims that somebody speaks for another or holds an office, by that somebody."""
        return self._index("mandates", mandates_of)

    @cached_property
    def conflicts(self) -> dict[str, tuple[int, ...]]:
        """Conflicts by their claims: places in the state's list."""
        return _places(self.state.conflicts, lambda conflict: conflict.claims)

    def told_of(self, wanted: str) -> Iterator[Claim]:
        """All claims that have to do with a country."""
        return (c for t in self.types for c in self._countries.get(f"{t} {country(wanted)}"))

    def silent(self, what: str) -> tuple[Claim, ...]:
        """Claims on a person, or a count ("stock"), without a word of who holds them or lets them go."""
        return self._index("silent", partial(silent_of, self.ground)).get(what)

    @property
    def rulings(self) -> Index[Claim]:
        """Claims on measures that are aimed at no country by name, by authority; "" where none is told."""
        return self._index("rulings", partial(rulings_of, self.ground))

    # -- records -----------------------------------------------------------------------------

    def people_like(self, wanted: str) -> Sequence[PersonStatus]:
        """The people who may bear this name, in any spelling."""
        index, words = self._people.get("names"), fold(wanted).split()
        if index is None:
            rows = {p.entity: (p,) for p in self.state.people}
            index = self._people["names"] = Index(name_keys, rows)
        if not words:
            return []
        whole = [{p.entity: p for p in index.get(f"word {w}")} for w in words]
        found = {e: p for e, p in whole[0].items() if all(e in one for one in whole)}
        found |= {p.entity: p for key in keys_of(wanted) for p in index.get(key)}
        return by_name(found.values())

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
        return _places(rows, lambda j: {k for n in self.judged(j) for k in keys_of(n.rpartition("#")[2])})

    def judgements(self, filters: Mapping[str, str]) -> Sequence[Judgement]:
        """The words on who is who, those alone on names like the one asked about, if one was."""
        if "person" not in filters:
            return self.state.judgements
        near = {at for key in keys_of(filters["person"]) for at in self._judgements.get(key, ())}
        return [self.state.judgements[at] for at in sorted(near)]

    @cached_property
    def features(self) -> tuple[frozenset[str], ...]:
        """What deals are compared by, in their order: who gives what, on which sector, by whose help."""
        return tuple(map(_features, self.state.deals))

    @cached_property
    def _places_of(self) -> dict[str, int]:
        return {deal.id: at for at, deal in enumerate(self.state.deals)}

    @cached_property
    def _alike(self) -> dict[str, tuple[int, ...]]:
        return _places(self.features, lambda found: found)

    def alike(self, deal: Deal) -> Sequence[tuple[Deal, tuple[str, ...]]]:
        """The earlier deals with most in common with this one, and what that is; of equals the latest."""
        at = self._places_of[deal.id]
        own = self.features[at]
        shared = Counter[int]()
        for feature in own:
            places = self._alike[feature]
            shared.update(places[: bisect_left(places, at)])
        every = len(self.features)
        near = nlargest(NEAREST, [many * every + n for n, many in shared.items()])
        return [(self.state.deals[n % every], tuple(sorted(own & self.features[n % every]))) for n in near]

    @cached_property
    def freed(self) -> dict[str, tuple[Deal, ...]]:
        """The deals in which a person was freed or was not, by entity."""
        rows = _places(
            self.state.deals,
            lambda d: [p.entity for p in (*d.persons_freed, *d.persons_not_freed) if p.entity],
        )
        return {entity: tuple(self.state.deals[at] for at in places) for entity, places in rows.items()}

    def _held_by(self, person: PersonStatus) -> Held:
        listed = (i for d in self.freed.get(person.entity, ()) for p in d.persons_freed
                  if p.entity == person.entity for i in p.claims)  # fmt: skip
        own = (c.id for c in self.ground.about.get(person.entity, ()))
        claims = [self.ground.claims[i] for i in {*listed, *own}]
        names = {n for c in claims for n in c.names(*HOLDERS)}
        silent = any(not c.names(*roles_of(c)) for c in claims)
        return person, frozenset(country(n) for n in names) | ({""} if silent else frozenset())

    def people_of(self, wanted: str) -> Sequence[PersonStatus]:
        """The people whom a country may hold or have let go."""
        if self._held is None:
            rows = {p.entity: (self._held_by(p),) for p in self.state.people}
            self._held = Index(lambda held: held[1], rows)
        near = (*self._held.get(country(wanted)), *self._held.get(""))
        return by_name({p.entity: p for p, _ in near}.values())

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
            return sorted(near.values(), key=in_time)
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
    def _ruled(self) -> dict[str, tuple[int, ...]]:
        return _places(self.state.measures, lambda m: [country(m.authority)])

    def ruled(self, authority: str, claims: Iterable[str]) -> Iterator[Measure]:
        """The measures of an authority of which these claims tell, in their order."""
        wanted = frozenset(claims)
        own = (self.state.measures[at] for at in self._ruled.get(country(authority), ()))
        return (m for m in own if not wanted.isdisjoint(m.claims))

    @cached_property
    def _conflicts_of(self) -> dict[str, tuple[int, ...]]:
        claims = self.ground.claims
        return _places(
            self.state.conflicts,
            lambda c: {country(n) for i in c.claims if i in claims for n in names_of(self.ground, claims[i])},
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


def _features(deal: Deal) -> frozenset[str]:
    each = [(s.party.name, g) for s in deal.sides for g in s.gives]
    kinds = {f"{party} gives {g.kind.replace('_', ' ')}" for party, g in each}
    sectors = {f"sector {fold(g.sector)}" for _, g in each if g.sector}
    return frozenset(kinds | sectors | {f"broker {b.name}" for b in deal.brokers})


def _counted(count: Count) -> str:
    """The country that is said to free, pardon or hold; "" where nobody is."""
    _, by, agent = count.population.partition(" by ")
    return country(agent) if by else ""
