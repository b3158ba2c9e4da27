"""A newer resolution put into a ground: only what differs is looked at again.

What reports now tell otherwise is found by comparing the two resolutions; whatever did not change may
be the very same object, and then costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from detente.reconciliation.ground import Ground, by_document
from detente.records import Claim, Entity, Event, Resolution


class Change(NamedTuple):
    """What differs between two resolutions, before or after."""

    documents: frozenset[str]  # whose claims are others, or mean others, or rest on other voices
    touched: frozenset[str]  # these, and all that tell one of the events
    events: frozenset[str]  # that are others, or that these documents tell
    people: frozenset[str]  # whose record is another, or whom these documents name
    patients: frozenset[str]  # whom these documents tell of as the one acted on


def everything(ground: Ground) -> Change:
    """All of a ground, as if it were new."""
    documents = frozenset(ground.by_document)
    return Change(
        documents, documents, frozenset(ground.events), frozenset(ground.naming), frozenset(ground.about)
    )


def renew(ground: Ground, resolution: Resolution) -> Change | None:
    """Put a newer resolution into a ground.

    Returns:
        what differs; None where a state goes by another name, so that all must be looked at again.
    """
    odd = _odd(ground, resolution)
    fresh = by_document(c for c in resolution.claims if c.document.sha256 in odd)
    others = _other_entities(ground, resolution)
    if others is None:
        return None
    documents = _documents(ground, odd, fresh, resolution, others)
    more = documents - odd
    fresh |= {d: ground.by_document[d] for d in more}
    before = _of(ground, documents)
    events = _events(ground, resolution.events)
    events |= before.events
    told = {d for i in events if i in ground.events for d in ground.events[i].documents}
    _put_events_out(ground, events)
    _put_claims(ground, fresh, documents)
    _put_names(ground, resolution, others)
    ground.resolution = resolution
    ground.reimposed  # noqa: B018 - made, if it was not yet
    for document in documents:
        ground.reimposed.put(document, fresh.get(document, ()))
    _put_events_in(ground, resolution.events, events)
    after = _of(ground, documents)
    events |= after.events
    told |= {d for i in events if i in ground.events for d in ground.events[i].documents}
    people = before.people | after.people | {e for e in others.records if _is_person(ground, e)}
    return Change(
        frozenset(documents), frozenset(documents | told), frozenset(events), frozenset(people),
        frozenset(before.patients | after.patients),
    )  # fmt: skip


class _Others(NamedTuple):
    records: set[str]  # entities whose record is another in any way
    names: set[str]  # entities that go by another name, or act for another state
    forms: set[str]  # forms that now mean another


def _other_entities(ground: Ground, resolution: Resolution) -> _Others | None:
    old, new = ground.entities, {e.id: e for e in resolution.entities}
    records = {i for i, e in new.items() if old.get(i) is not e and old.get(i) != e} | (
        old.keys() - new.keys()
    )
    names = {i for i in records if _named(old.get(i)) != _named(new.get(i))}
    if any(i in old and i in new and old[i].kind == "state" and old[i].name != new[i].name for i in names):
        return None
    forms = {f for i in names for e in (old.get(i), new.get(i)) if e is not None for f in _forms(e)}
    one, two = ground.resolution.agents, resolution.agents
    agents = {i for i in (one.keys() | two.keys()) if one.get(i) != two.get(i)} if one is not two else set()
    return _Others(records, names | agents, forms | {f for i in agents for f in _forms(old.get(i))})


def _named(entity: Entity | None) -> object:
    return None if entity is None else (entity.name, entity.kind, _forms(entity))


def _forms(entity: Entity | None) -> frozenset[str]:
    return frozenset() if entity is None else frozenset(n.form for n in entity.names)


def _odd(ground: Ground, resolution: Resolution) -> set[str]:
    """Reports some of whose claims are not the very objects that the ground has."""
    known, fresh = ground.claims, [c for c in resolution.claims if ground.claims.get(c.id) is not c]
    odd = {c.document.sha256 for c in fresh}
    if len(resolution.claims) - sum(c.id not in known for c in fresh) < len(known):
        left = {c.id for c in resolution.claims}
        odd |= {c.document.sha256 for i, c in known.items() if i not in left}
    return odd


def _documents(
    ground: Ground,
    odd: Iterable[str],
    fresh: Mapping[str, tuple[Claim, ...]],
    resolution: Resolution,
    others: _Others,
) -> set[str]:
    old = ground.by_document
    found = {sha for sha in odd if old.get(sha) != fresh.get(sha)}
    found |= {d for i in others.names for d in ground.mentions.documents(i)}
    found |= {d for form in others.forms for d in ground.spoken.documents(form)}
    for member in _other_voices(ground, resolution):
        claim = ground.claims.get(member)
        found |= {claim.document.sha256} if claim is not None else ({member} & old.keys())
    return found | _with_other_bodies(ground, fresh, found)


def _other_voices(ground: Ground, resolution: Resolution) -> Iterator[str]:
    """Claims and documents that belong to another group than before; the groups' books are set right."""
    old = {g.id: g.members for g in ground.resolution.groups}
    new = {g.id: g.members for g in resolution.groups}
    origin = ground.origin
    for id_ in [i for i in old if old[i] is not new.get(i)]:
        for member in set(old[id_]) - set(new.get(id_, ())):
            del origin[member]
            yield member
    for id_ in [i for i in new if new[i] is not old.get(i)]:
        for member in set(new[id_]) - set(old.get(id_, ())):
            origin[member] = id_
            yield member


def _with_other_bodies(
    ground: Ground, fresh: Mapping[str, tuple[Claim, ...]], documents: Iterable[str]
) -> set[str]:
    """Reports that name a sector which by these documents is, or is no more, a body that was hit."""
    names = {name for d in documents for name in ground.targets.of(d)}
    names |= {n for d in documents for c in fresh.get(d, ()) for n in ground.targets.keys(c)}
    return {d for name in names for d in ground.sectors.documents(name)}


class _Held(NamedTuple):
    events: set[str]
    people: set[str]
    patients: set[str]


def _of(ground: Ground, documents: Iterable[str]) -> _Held:
    """What the documents tell, as the ground has it now."""
    held = _Held(set(), set(), set())
    for document in documents:
        claims = ground.by_document.get(document, ())
        held.events.update(e.id for c in claims if (e := ground.event_of.get(c.id)) is not None)
        held.people.update(ground.naming.of(document))
        held.patients.update(ground.about.of(document))
    return held


def _events(ground: Ground, events: Iterable[Event]) -> set[str]:
    old, new = ground.events, {e.id: e for e in events}
    found = {i for i, e in new.items() if old.get(i) is not e and old.get(i) != e}
    return found | (old.keys() - new.keys())


def _put_events_out(ground: Ground, events: Iterable[str]) -> None:
    for event in (ground.events[i] for i in events if i in ground.events):
        for key in ground.easing_keys(event):
            del ground.easings[key][event.id]
        for claim in event.claims:
            ground.event_of.pop(claim, None)
        del ground.events[event.id]


def _put_events_in(ground: Ground, all_events: Iterable[Event], events: set[str]) -> None:
    for event in all_events:
        if event.id in events:
            ground.events[event.id] = event
            ground.event_of.update(dict.fromkeys(event.claims, event))
            for key in ground.easing_keys(event):
                ground.easings.setdefault(key, {})[event.id] = event


def _put_claims(ground: Ground, fresh: Mapping[str, tuple[Claim, ...]], documents: Iterable[str]) -> None:
    indexes = (ground.about, ground.naming, ground.targets, ground.mentions, ground.spoken, ground.sectors)
    refs = ground.documents
    for document in documents:
        for claim in ground.by_document.pop(document, ()):
            ground.claims.pop(claim.id, None)
        refs.pop(document, None)
        told = fresh.get(document, ())
        if told:
            ground.by_document[document] = told
            refs[document] = told[0].document
            ground.claims.update({c.id: c for c in told})
        for index in indexes:
            index.put(document, told)


def _put_names(ground: Ground, resolution: Resolution, others: _Others) -> None:
    by_form, old = ground.by_form, ground.entities
    for id_ in others.records & old.keys():
        for form in _forms(old.pop(id_)):
            by_form[form].discard(id_)
    for entity in resolution.entities:
        if entity.id in others.records:
            old[entity.id] = entity
            for form in _forms(entity):
                by_form.setdefault(form, set()).add(entity.id)


def _is_person(ground: Ground, entity: str) -> bool:
    known = ground.entities.get(entity)
    return known is None or known.kind == "person"
