"""What reconciliation stands on: claims by id, the happenings they tell, and whose voice each is."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, Final, TypeVar

from detente.language.plurals import singular
from detente.language.scripts import fold
from detente.reconciliation.aims import Aim, aims
from detente.reconciliation.days import when
from detente.reconciliation.indexes import Index, entities, patients, persons, sectors, speakers
from detente.reconciliation.unsaid import done_keys
from detente.reconciliation.words import is_own
from detente.records import HAPPENED, UNSTATED, Claim, DocumentRef, Entity, Event, Filler, Resolution
from detente.records.windows import Window

T = TypeVar("T")
Place = tuple[str, int, int, str, str]
"""Where a claim stands: see :func:`place`."""


GIVEN_BACK: Final = "give_back"
"""The step of giving back what is no person: ships, lorries, maps."""
_AGAIN = frozenset({("SANCTION_IMPOSE", "reimpose"), ("DETAIN", "re_detain")})


class Ground:
    """A resolution with its indexes; everything in it is looked up, nothing decided.

    An index is made when it is first needed. :mod:`~detente.reconciliation.renewal` puts changed
    reports into those that are there.

    Args:
        resolution: what it stands on.
        known: another ground, by whose indexes reports with the very same claims are put in.
    """

    def __init__(self, resolution: Resolution, known: Ground | None = None) -> None:
        self.resolution = resolution
        self._elsewhere = known
        self._same: Container[str] = ()  # happenings that are the same elsewhere
        self._made: dict[Callable[[Ground, Event], Any], dict[str, Any]] = {}
        self._told: dict[str, tuple[Event, ...]] = {}  # by document

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {c.id: c for c in self.resolution.claims}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {e.id: e for e in self.resolution.entities}

    @cached_property
    def events(self) -> dict[str, Event]:
        """Events by id."""
        return {e.id: e for e in self.resolution.events}

    @cached_property
    def event_of(self) -> dict[str, Event]:
        """The event that a claim tells."""
        return {i: e for e in self.resolution.events for i in e.claims}

    @cached_property
    def documents(self) -> dict[str, DocumentRef]:
        """Documents by hash."""
        return {sha: claims[0].document for sha, claims in self.by_document.items()}

    @cached_property
    def by_document(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of each document, in the order of the text."""
        return by_document(self.resolution.claims)

    @cached_property
    def as_elsewhere(self) -> frozenset[str]:
        """The reports whose claims are the very same elsewhere."""
        there = self._elsewhere.by_document if self._elsewhere is not None else {}
        return frozenset(d for d, claims in self.by_document.items() if there.get(d) == claims)

    def take_over(self, events: Container[str]) -> None:
        """Take over what was made of these happenings elsewhere, until :meth:`let_go`."""
        self._same = events

    def let_go(self) -> None:
        """Look at nothing elsewhere any more."""
        self._elsewhere, self._same = None, ()

    def _index(self, name: str, keys: Callable[[Claim], Iterable[str]]) -> Index[Claim]:
        index, there = Index(keys), self._elsewhere
        for document, claims in self.by_document.items():
            if there is not None and document in self.as_elsewhere:
                index.take(document, getattr(there, name))
            else:
                index.put(document, claims)
        return index

    @cached_property
    def about(self) -> Index[Claim]:
        """The claims in which a person stands as the one acted on."""
        return self._index("about", patients)

    @cached_property
    def naming(self) -> Index[Claim]:
        """The claims in which a person stands in any role."""
        return self._index("naming", persons)

    @cached_property
    def mentions(self) -> Index[Claim]:
        """The claims in which an entity stands in any role."""
        return self._index("mentions", entities)

    @cached_property
    def spoken(self) -> Index[Claim]:
        """The claims that somebody of this name is said to say."""
        return self._index("spoken", speakers)

    @cached_property
    def sectors(self) -> Index[Claim]:
        """The claims of measures, by what they are told to be on."""
        return self._index("sectors", sectors)

    @cached_property
    def by_form(self) -> dict[str, set[str]]:
        """The entities that are written in a form."""
        out: dict[str, set[str]] = {}
        for entity in self.resolution.entities:
            for form in entity.names:
                out.setdefault(form.form, set()).add(entity.id)
        return out

    def written(self, form: str) -> Entity | None:
        """The entity that is written in this form, the first by id where there are several."""
        found = self.by_form.get(form)
        return self.entities[min(found)] if found else None

    @cached_property
    def targets(self) -> Index[Claim]:
        """The claims that name a company or body as the target of a measure, by its folded name."""
        return self._index("targets", _targets)

    def body(self, name: str) -> str | None:
        """The company or body of this name that a measure was told to hit: its entity, else its name."""
        key = fold(name)
        told = (f for c in self.targets.get(key) for f in c.roles["target"] if _is_body(f))
        return min((f.entity or key for f in told if fold(f.name) == key), default=None)

    @cached_property
    def easings(self) -> dict[tuple[str, str], dict[str, Event]]:
        """What may keep a promise: done easing by authority and measure, releases by agent and month."""
        out: dict[tuple[str, str], dict[str, Event]] = {}
        for event in self.resolution.events:
            for key in self.easing_keys(event):
                out.setdefault(key, {})[event.id] = event
        return out

    def easers(self, parties: Collection[str]) -> set[str]:
        """The reports of what these parties eased, or promised to."""
        rows = (events for (agent, _), events in self.easings.items() if agent in parties)
        return {d for events in rows for event in events.values() for d in event.documents}

    def easing_keys(self, event: Event) -> Sequence[tuple[str, str]]:
        """Where done easing and releases are looked up; easing that names no measure by its reports."""
        return self.once(_easing_keys, event)

    def eased(self, event: Event) -> Sequence[tuple[str, str]]:
        """The same, looked for anew."""
        if event.type == "RELEASE" and event.status == "done" and event.agent:
            days = self.days(event)
            return [(event.agent, f"released {days[1]:%Y-%m}")] if days else ()
        if event.type == "DIPLOMATIC_STEP" and event.status == "done" and event.agent:
            return [(event.agent, key) for key in self.steps(event)]
        if event.type != "SANCTION_EASE" or not event.agent:
            return ()
        if event.status == "to_come":
            return [(event.agent, f"promised {key}") for key in self.measured(event)]
        keys = self.measured(event) or event.documents
        return [(event.agent, key) for key in keys] if event.status == "done" else ()

    def performing(self, promised: Event) -> tuple[Event, ...]:
        """Done easing of what was promised: one authority, one measure; unnamed, told in one report."""
        if promised.agent is None:
            return ()
        keys = (*sorted(self.measured(promised)), *promised.documents)
        found = (e for key in keys for e in self.easings.get((promised.agent, key), {}).values())
        return tuple({e.id: e for e in found}.values())

    def retold(self, promised: Event) -> Iterable[Event]:
        """Other tellings of one authority's promise to ease one measure."""
        keys = [(promised.agent or "", f"promised {key}") for key in sorted(self.measured(promised))]
        return (e for key in keys for e in self.easings.get(key, {}).values() if e.id != promised.id)

    def steps(self, event: Event) -> tuple[str, ...]:
        """What kind of step between states an event is, and of what: "open embassy", "give_back tanker"."""
        told = {f"{c.sub} {thing}" for c in self.of([event]) for thing in things(c)}
        return tuple(sorted(told))

    def stepped(self, promised: Event) -> Iterable[Event]:
        """Steps that a party took, of the kind that it promised."""
        keys = self.steps(promised) if promised.agent else ()
        found = (e for key in keys for e in self.easings.get((promised.agent or "", key), {}).values())
        return {e.id: e for e in found}.values()

    def released(self, agent: str, months: Iterable[str]) -> Iterable[Event]:
        """Releases by an agent in these months (ISO), in the order of months and ids."""
        for month in months:
            found = self.easings.get((agent, f"released {month}"), {})
            yield from (found[i] for i in sorted(found))

    def measured(self, event: Event) -> frozenset[str]:
        """What the measure of an easing is known by: sectors, targets, programmes."""
        roles = ("sector", "target", "programme")
        named = [f for c in self.of([event]) for r in roles for f in c.roles.get(r, ()) if f.name != UNSTATED]
        return frozenset(k for f in named for k in (f.entity, fold(f.name)) if k)

    @cached_property
    def reimposed(self) -> Index[Claim]:
        """The claims that a measure was put back, or people were jailed again, by the party that did it."""
        return Index(self._reimposing, self.by_document)

    def _reimposing(self, claim: Claim) -> Iterable[str]:
        told = claim.polarity == "+" and claim.mode in HAPPENED
        again = told and (claim.type, claim.sub) in _AGAIN
        return self.parties(claim, "authority", "detainer") if again else ()

    @cached_property
    def origin(self) -> dict[str, str]:
        """The origin group of a claim, or of a whole document."""
        return {member: g.id for g in self.resolution.groups for member in g.members}

    def group(self, claim: Claim) -> str:
        """The voice behind a claim: the innermost named source, else the report's origin group."""
        if claim.id in self.origin:  # groups may be formed per claim
            return self.origin[claim.id]
        if claim.attribution and claim.attribution[-1].named:
            return _source(claim.attribution[-1].name)
        return self.origin.get(claim.document.sha256, claim.document.sha256)

    def groups(self, ids: Iterable[str]) -> frozenset[str]:
        """The voices behind several claims."""
        return frozenset(self.group(self.claims[i]) for i in ids if i in self.claims)

    def of(self, events: Iterable[Event], *types: str) -> tuple[Claim, ...]:
        """The claims that tell these events, of these types or of all."""
        found = (self.claims[i] for e in events for i in e.claims)
        return tuple(c for c in found if not types or c.type in types)

    def once(self, make: Callable[[Ground, Event], T], event: Event) -> T:
        """What a function makes of an event and its claims: made when first asked, until these are others."""
        known = self._made.setdefault(make, {})
        if event.id not in known:
            there = self._elsewhere if event.id in self._same else None
            known[event.id] = there.once(make, event) if there is not None else make(self, event)
        found: T = known[event.id]
        return found

    def forget(self, event: Event) -> None:
        """Look at an event's claims again when next asked."""
        for known in self._made.values():
            known.pop(event.id, None)
        for document in event.documents:
            self._told.pop(document, None)

    def days(self, event: Event) -> Window | None:
        """The days of an event: see :func:`~detente.reconciliation.days.when`."""
        return self.once(_days, event)

    def aimed(self, event: Event) -> frozenset[Aim]:
        """Whom the measure of an event is aimed at: see :func:`~detente.reconciliation.aims.aims`."""
        return self.once(_aimed, event)

    def telling(self, event: Event) -> frozenset[str]:
        """The documents that tell an event as news."""
        return self.once(_telling, event)

    def told(self, document: str) -> tuple[Event, ...]:
        """The events that a document tells as news, in the order of the text."""
        found = self._told.get(document)
        if found is None:
            claims = (c for c in self.by_document.get(document, ()) if c.mode != "background")
            events = (e for c in claims if (e := self.event_of.get(c.id)) is not None)
            found = self._told[document] = tuple({e.id: e for e in events}.values())
        return found

    def filler(self, entity: str | None) -> Filler:
        """An entity as a filler; UNSTATED where there is none."""
        known = self.entities.get(entity or "")
        return Filler(known.name, known.kind, known.id) if known else Filler(UNSTATED, "unstated")

    def party(self, filler: Filler) -> str | None:
        """The entity that acts where this filler does: the state where somebody acts for one."""
        return self.resolution.agents.get(filler.entity or "", filler.entity)

    def parties(self, claim: Claim, *roles: str) -> frozenset[str]:
        """The parties in these roles."""
        fillers = (f for r in roles for f in claim.roles.get(r, ()) if f.name != UNSTATED)
        return frozenset(p for f in fillers if (p := self.party(f)))


_BEHIND = re.compile(r" (?:of|in|from|for|with|on|at|under|by|to)\b.*")


def things(claim: Claim) -> Iterator[str]:
    """What a step between states is about, by its noun alone: "three tankers of oil" are a tanker."""
    for name in claim.names("kind"):
        words = _BEHIND.sub("", fold(name)).split() or fold(name).split()
        while len(words) > 1 and words[-1].endswith("ed"):
            words.pop()  # "a ship seized in May"
        yield singular(words[-1])


@lru_cache(maxsize=1 << 16)
def _source(name: str) -> str:
    """The voice of a named source, however its name is written."""
    return "source:" + fold(name).removeprefix("the ")


def _easing_keys(ground: Ground, event: Event) -> Sequence[tuple[str, str]]:
    unsaid = done_keys(event, ground.of([event]), ground.days(event), ground.steps(event))
    return (*ground.eased(event), *(("", key) for key in unsaid))


def _days(ground: Ground, event: Event) -> Window | None:
    return when(event, ground.of([event]))


def _aimed(ground: Ground, event: Event) -> frozenset[Aim]:
    return aims(ground.of([event])) if event.type == "SANCTION_EASE" else frozenset()


def _telling(ground: Ground, event: Event) -> frozenset[str]:
    return frozenset(c.document.sha256 for c in ground.of([event]) if c.mode != "background")


def by_document(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    """The claims of each document, in their order."""
    out: dict[str, list[Claim]] = {}
    for claim in claims:
        out.setdefault(claim.document.sha256, []).append(claim)
    return {sha: tuple(told) for sha, told in out.items()}


def _is_body(filler: Filler) -> bool:
    return filler.kind not in ("state", "unstated")


def _targets(claim: Claim) -> Iterable[str]:
    if not claim.type.startswith("SANCTION_"):
        return ()
    return (fold(f.name) for f in claim.roles.get("target", ()) if _is_body(f))


def voice(claim: Claim) -> str:
    """Who says so: the innermost source, without "a"; else the publisher; "we" is whoever publishes."""
    if claim.attribution and not is_own(claim.attribution[-1].name):
        return claim.attribution[-1].name.removeprefix("a ").removeprefix("an ")
    return claim.document.publisher or claim.document.id


def is_member(claim: Claim) -> bool:
    """Does the claim name people and count no group beside them?"""
    people = claim.names("person")
    if not people or claim.roles.get("group"):
        return False
    quantity = claim.quantity
    return quantity is None or (quantity.hi is not None and quantity.hi <= len(people))


def ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Ids of claims, each once, in their order."""
    return tuple(dict.fromkeys(c.id for c in claims))


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims by publication, document and place in the text."""
    once = {c.id: c for c in claims}
    return tuple(sorted(once.values(), key=order) if len(once) > 1 else once.values())


def order(claim: Claim) -> tuple[str, Place]:
    """By which claims go: by publication, then by their place; undated reports come last."""
    document, span = claim.document, claim.span
    return document.published or "9", (document.sha256, span.start, span.end, claim.type, claim.id)


def place(claim: Claim) -> Place:
    """The report and the place in it; only claims of one type on the same words go by their ids."""
    return claim.document.sha256, claim.span.start, claim.span.end, claim.type, claim.id


def names_of(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Who says so, each once."""
    return tuple(dict.fromkeys(voice(c) for c in claims))
