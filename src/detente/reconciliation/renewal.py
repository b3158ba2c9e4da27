"""A newer resolution put into a ground: only what differs is looked at again.

What reports now tell otherwise is found by comparing the two resolutions; whatever did not change may
be the very same object, and then costs next to nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from detente.reconciliation.ground import Ground
from detente.records import Claim, Entity, Event, Resolution, Shift

T = TypeVar("T")


class Change(NamedTuple):
    """What differs between two resolutions, before or after."""

    documents: frozenset[str]  # whose claims are others, or mean others, or rest on other voices
    touched: frozenset[str]  # these, and all that tell one of the events
    events: frozenset[str]  # that are others, or that other claims of these documents tell
    people: frozenset[str]  # whose record is another, or whom these documents name
    patients: frozenset[str]  # whom these documents tell of as the one acted on
    restorers: frozenset[str] = frozenset()  # who put measures back by these documents


def everything(ground: Ground) -> Change:
    """All of a ground, as if it were new."""
    documents = frozenset(ground.by_document)
    return Change(
        documents, documents, frozenset(ground.events), frozenset(ground.naming), frozenset(ground.about)
    )


def renew(ground: Ground, resolution: Resolution, shift: Shift | None = None) -> Change | None:
    """Put a newer resolution into a ground.

    Args:
        ground: as it stands.
        resolution: what it is to stand on.
        shift: what the one has in the place of what the other had, where that is known; it is used
            where it begins at what the ground stands on, and found by comparing where it does not.

    Returns:
        what differs; None where a state goes by another name, so that all must be looked at again.
    """
    known = shift is not None and shift.before is ground.resolution
    shift = shift if shift is not None and known else _compared(ground, resolution)
    others = _other_entities(ground, shift, resolution)
    if others is None:
        return None
    documents, whole = _documents(ground, shift, others)
    fresh = {d: shift.claims.get(d, ground.by_document.get(d, ())) for d in documents}
    odd = {i for d in documents - whole for i in _other_claims(ground.by_document.get(d, ()), fresh[d])}
    before = _of(ground, documents, whole, odd)
    events = {i for i, e in shift.events.items() if ground.events.get(i) != e} | before.events
    told = {d for i in events if i in ground.events for d in ground.events[i].documents}
    now = {i: shift.events.get(i, ground.events.get(i)) for i in events}
    restorers = {party for document in fresh for party in ground.reimposed.of(document)}
    _put_events_out(ground, events)
    _put_claims(ground, fresh)
    _put_names(ground, shift, others)
    ground.resolution = resolution
    for document, claims in fresh.items():
        ground.reimposed.put(document, claims)
        restorers.update(ground.reimposed.of(document))
    _put_events_in(ground, (now[i] for i in sorted(now)))
    after = _of(ground, documents, whole, odd)
    events |= after.events
    told |= {d for i in events if i in ground.events for d in ground.events[i].documents}
    people = before.people | after.people | {e for e in others.records if _is_person(ground, e)}
    return Change(
        frozenset(documents), frozenset(documents | told), frozenset(events), frozenset(people),
        frozenset(before.patients | after.patients), frozenset(restorers),
    )  # fmt: skip


def _compared(ground: Ground, resolution: Resolution) -> Shift:
    """What a resolution has in the place of what the ground has, found by looking at all of both."""
    odd, fresh = _odd(ground, resolution), defaultdict[str, list[Claim]](list)
    for claim in resolution.claims:
        if claim.document.sha256 in odd:
            fresh[claim.document.sha256].append(claim)
    old, new = ({g.id: g.members for g in r.groups} for r in (ground.resolution, resolution))
    return Shift(
        before=ground.resolution,
        claims={d: tuple(fresh[d]) for d in odd},
        entities=_others(ground.entities, {e.id: e for e in resolution.entities}),
        events=_others(ground.events, {e.id: e for e in resolution.events}),
        groups={
            i: (old.get(i, ()), new.get(i, ()))
            for i in old.keys() | new.keys() if old.get(i) is not new.get(i)
        },
    )  # fmt: skip


def _others(old: Mapping[str, T], new: Mapping[str, T]) -> dict[str, T | None]:
    """What stands under each id under which something else stood; None where nothing does."""
    found: dict[str, T | None] = dict.fromkeys(old.keys() - new.keys())
    return found | {i: row for i, row in new.items() if old.get(i) is not row}


class _Others(NamedTuple):
    records: set[str]  # entities whose record is another in any way
    names: set[str]  # entities that go by another name, or act for another state
    forms: set[str]  # forms that now mean another


def _other_entities(ground: Ground, shift: Shift, resolution: Resolution) -> _Others | None:
    old, new = ground.entities, shift.entities
    records = {i for i, e in new.items() if old.get(i) != e}
    names = {i for i in records if _named(old.get(i)) != _named(new[i])}
    pairs = [(old.get(i), new[i]) for i in names]
    if any(a and b and a.kind == "state" and a.name != b.name for a, b in pairs):
        return None
    forms = {f for pair in pairs for e in pair for f in _forms(e)}
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


def _documents(ground: Ground, shift: Shift, others: _Others) -> tuple[set[str], set[str]]:
    """The reports to be looked at again; and of these, those of which every claim is."""
    old = ground.by_document
    changed = {sha for sha, claims in shift.claims.items() if old.get(sha, ()) != claims}
    found = {d for i in others.names for d in ground.mentions.documents(i)}
    found |= {d for form in others.forms for d in ground.spoken.documents(form)}
    for member in _other_voices(ground, shift):
        claim = ground.claims.get(member)
        found |= {claim.document.sha256} if claim is not None else ({member} & old.keys())
    found |= _with_other_bodies(ground, shift.claims, found | changed)
    return found | changed, found


def _other_claims(old: Iterable[Claim], new: Iterable[Claim]) -> Iterator[str]:
    """The claims of a report that are others than before, came or went."""
    before, after = {c.id: c for c in old}, {c.id: c for c in new}
    return (i for i in before.keys() | after.keys() if before.get(i) != after.get(i))


def _other_voices(ground: Ground, shift: Shift) -> Iterator[str]:
    """Claims and documents that belong to another group than before; the groups' books are set right."""
    origin, groups = ground.origin, shift.groups.items()
    for _, (old, new) in groups:
        for member in set(old) - set(new):
            del origin[member]
            yield member
    for id_, (old, new) in groups:
        for member in set(new) - set(old):
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


def _of(ground: Ground, documents: Iterable[str], whole: set[str], odd: set[str]) -> _Held:
    """What the documents tell, as the ground has it now: events only by claims that are others.

    Of a report that now knows one person by another name all other happenings are what they were.
    """
    held = _Held(set(), set(), set())
    for document in documents:
        claims = ground.by_document.get(document, ())
        told = claims if document in whole else (c for c in claims if c.id in odd)
        held.events.update(e.id for c in told if (e := ground.event_of.get(c.id)) is not None)
        held.people.update(ground.naming.of(document))
        held.patients.update(ground.about.of(document))
    return held


def _put_events_out(ground: Ground, events: Iterable[str]) -> None:
    for event in (ground.events[i] for i in events if i in ground.events):
        for key in ground.easing_keys(event):
            del ground.easings[key][event.id]
        for claim in event.claims:
            ground.event_of.pop(claim, None)
        ground.forget(event)
        del ground.events[event.id]


def _put_events_in(ground: Ground, events: Iterable[Event | None]) -> None:
    for event in filter(None, events):
        ground.forget(event)
        ground.events[event.id] = event
        ground.event_of.update(dict.fromkeys(event.claims, event))
        for key in ground.easing_keys(event):
            ground.easings.setdefault(key, {})[event.id] = event


def _put_claims(ground: Ground, fresh: Mapping[str, tuple[Claim, ...]]) -> None:
    indexes = (ground.about, ground.naming, ground.targets, ground.mentions, ground.spoken, ground.sectors)
    refs = ground.documents
    for document, told in fresh.items():
        for claim in ground.by_document.pop(document, ()):
            ground.claims.pop(claim.id, None)
        refs.pop(document, None)
        if told:
            ground.by_document[document] = told
            refs[document] = told[0].document
            ground.claims.update({c.id: c for c in told})
        for index in indexes:
            index.put(document, told)


def _put_names(ground: Ground, shift: Shift, others: _Others) -> None:
    by_form, old = ground.by_form, ground.entities
    for id_ in others.records & old.keys():
        for form in _forms(old.pop(id_)):
            by_form[form].discard(id_)
    for entity in filter(None, (shift.entities[i] for i in others.records)):
        old[entity.id] = entity
        for form in _forms(entity):
            by_form.setdefault(form, set()).add(entity.id)


def _is_person(ground: Ground, entity: str) -> bool:
    known = ground.entities.get(entity)
    return known is None or known.kind == "person"
