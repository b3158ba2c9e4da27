"""Counted populations: who was freed, and who is still inside, each by whose count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from detente.reconciliation.conflicts import count_conflicts
from detente.reconciliation.days import earliest, gap, is_cumulative
from detente.reconciliation.ground import Ground, ids, in_order, is_member, voice
from detente.reconciliation.merging import NEAR, Bargain
from detente.reconciliation.parts import attributes, part_conflicts, parts
from detente.reconciliation.places import destinations
from detente.reconciliation.stated import Stated, state
from detente.reconciliation.support import Grades
from detente.reconciliation.totals import joined
from detente.reconciliation.words import ends_name, is_own, list_owner
from detente.records import HAPPENED, Claim, Count, Destination, Event, Part
from detente.records.windows import dated

ACTS = {"RELEASE": "released", "CLEMENCY": "pardoned"}


def flows_of(ground: Ground, event: Event, grades: Grades) -> Iterable[Count]:
    """How many were freed, pardoned, or given back dead in one happening; longer sums stand by themselves."""
    if event.status not in ("done", "past"):
        return
    for type_, word in ACTS.items():
        numbered = _counted(ground.of([event], type_))
        counted = in_order((*numbered, *_named_one_by_one(ground.of([event], type_), numbered)))
        told = state(ground, [c for c in counted if not is_cumulative(c)], grades)
        if told.quantity is not None:
            yield _flow(ground, event, word, told, grades)
        yield from _sums(ground, event, word, [c for c in counted if is_cumulative(c)], grades)
    bodies = [c for c in _counted(ground.of([event], "TRANSFER")) if c.sub == "remains"]
    told = state(ground, bodies, grades)
    if told.quantity is not None:
        yield _count(f"remains handed over by {_agent(ground, event)}", event, told)


def _sums(
    ground: Ground, event: Event, word: str, claims: Sequence[Claim], grades: Grades
) -> Iterable[Count]:
    """Sums over a longer time, each by its owner: two owners' sums are never one (CODEBOOK §8.14)."""
    by_owner: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in in_order(claims):
        start = claim.time.start if claim.time else None
        by_owner[_owner(claim), start or ""].append(claim)
    for (owner, since), told in by_owner.items():
        row = _count(f"{word} by {_agent(ground, event)} since {since}", event, state(ground, told, grades))
        yield replace(row, owner=owner, since=since)


def _agent(ground: Ground, event: Event) -> str:
    """Who let them go; of what several sides did together, all of them."""
    together = sorted(ground.filler(p).name for p in joined(ground, event))
    if together:
        return " and ".join(together)
    return ground.filler(event.agent).name if event.agent else "UNSTATED"


def _count(population: str, event: Event, told: Stated) -> Count:
    """By the day that is told of these people; the happening's own may be that of their pardon."""
    time = earliest(c.time for c in told.claims if dated(c.time)) or event.time
    return Count(
        population=population,
        owner=None,
        as_of=time.end if time else None,
        quantity=told.quantity,
        alternatives=told.alternatives,
        verdict=told.verdict,
        credibility=told.credibility,
        claims=ids((*told.claims, *told.dissent)),
    )


def _counted(claims: Iterable[Claim]) -> list[Claim]:
    found = (c for c in claims if c.quantity is not None and not is_member(c))
    return [c for c in found if c.mode in HAPPENED and c.polarity == "+"]


def _named_one_by_one(claims: Iterable[Claim], counted: Sequence[Claim]) -> Iterable[Claim]:
    """Who is named one by one is as many: "Ana Dorn and Omar Lind were freed" bears out a count of two.

    It makes no count of its own: the list of names may not be whole.
    """
    exact = {c.quantity.lo: c.quantity for c in counted if c.quantity and c.quantity.lo == c.quantity.hi}
    for claim in claims:
        named = [f for f in claim.roles.get("person", ()) if f.kind == "person" and not f.inferred]
        told = claim.mode in HAPPENED and claim.polarity == "+" and not is_member(claim)
        if claim.quantity is None and told and len(named) > 1 and len(named) in exact:
            yield replace(claim, quantity=exact[len(named)])


def _flow(ground: Ground, event: Event, word: str, told: Stated, grades: Grades) -> Count:
    near = Bargain(frozenset(_legs(ground, event)))
    placed, left = destinations(ground, near, told, grades) if word == "released" else ((), ())
    row = _count(f"{word} by {_agent(ground, event)}", event, told)
    counted = attributes(ground, event)
    return replace(
        row,
        parts=(*(_place(d) for d in placed), *parts(counted)),
        unplaced=left[0] if left else None,
        conflicts=(*count_conflicts(ground, word, told), *part_conflicts(word, told, counted)),
    )


def _legs(ground: Ground, event: Event) -> Iterable[str]:
    """The happening with the moves that its own reports tell of it."""
    yield event.id
    for document in event.documents:
        agents = {
            e.agent
            for c in ground.by_document.get(document, ())
            if (e := ground.event_of.get(c.id)) and e.type in ACTS and e.status == "done" and e.agent
        }
        if len(agents) < 2:
            yield from _moves(ground, event, document)


def _moves(ground: Ground, event: Event, document: str) -> Iterable[str]:
    for claim in ground.by_document.get(document, ()):
        move = ground.event_of.get(claim.id)
        if move is not None and move.type == "TRANSFER" and move.status == event.status:
            days = gap(ground.days(event), ground.days(move))
            if days is None or days <= NEAR:
                yield move.id


def _place(row: Destination) -> Part:
    return Part(
        what=f"to {row.place}",
        quantity=row.quantity,
        derived=row.derived,
        derived_from=row.derived_from,
        rule=row.rule,
        claims=row.claims,
    )


def stock_key(ground: Ground, claim: Claim) -> Iterable[str]:
    """Whose count of whom, as of which day: stocks of one key are one row."""
    if claim.type == "CUSTODY_STATE" and _counted([claim]):
        yield "\x1f".join((_owner(claim), claim.as_of or "", _held(ground, claim)))


def _owner(claim: Claim) -> str:
    """Whose count it is: "our list" and "the network's list" are those of the network that publishes them."""
    named = next(iter(claim.names("definition_owner")), None)
    publisher = claim.document.publisher
    if named is not None and publisher is not None and (is_own(named) or ends_name(named, publisher)):
        return publisher
    return list_owner(named or voice(claim))


def _held(ground: Ground, claim: Claim) -> str:
    holder = next(iter(sorted(ground.parties(claim, "holder"))), None)
    return f"held by {ground.filler(holder).name}" if holder else "held"


def stock_of(ground: Ground, key: str, claims: Sequence[Claim], grades: Grades) -> Count:
    """Who is still inside by one owner's count on one day; others' counts stand beside it."""
    owner, as_of, held = key.split("\x1f")
    claims = in_order(claims)
    told = state(ground, claims, grades)
    return Count(
        population=held,
        owner=owner,
        as_of=as_of or None,
        quantity=told.quantity,
        alternatives=told.alternatives,
        verdict=told.verdict,
        credibility=told.credibility,
        claims=ids(claims),
        conflicts=tuple(count_conflicts(ground, held, told)),
    )
