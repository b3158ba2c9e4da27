"""Every verdict of a record in the open: which voices, which weights, which rule (CODEBOOK §7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from detente.reconciliation.conflicts import number
from detente.reconciliation.ground import Ground, in_order, voice
from detente.reconciliation.intervals import consistent
from detente.reconciliation.status import CUSTODY, LEGAL, told_state
from detente.reconciliation.support import (
    PRIORS,
    Grades,
    Side,
    ballots,
    credibility,
    judged,
    probabilities,
    score,
    side,
)
from detente.records import (
    Alternative,
    Backing,
    Claim,
    Count,
    Deal,
    Measure,
    OriginGroup,
    PersonStatus,
    Quantity,
    Resolution,
    State,
    Support,
    Vote,
)

Told = tuple[str, tuple[str, ...]]
"""A value in words, and the ids of the claims that tell it."""


def supports(state: State, record: object) -> tuple[Support, ...]:
    """What stands behind each value of a record, and what against it.

    Args:
        state: what was settled.
        record: a deal, person, measure or count of it; any other record has no values of its own.

    Example:
        >>> supports(State(), "a word")
        ()
    """
    ground, grades = _ground(state), state.grades
    names = {g.id: g for g in ground.resolution.groups}
    return tuple(_support(ground, names, where, sides, grades) for where, sides in _values(ground, record))


def _ground(state: State) -> Ground:
    return Ground(
        Resolution(
            claims=state.claims,
            entities=state.entities,
            events=state.events,
            groups=state.groups,
            judgements=state.judgements,
            agents=state.agents,
        )
    )


def _values(ground: Ground, record: object) -> Iterator[tuple[str, Sequence[Told]]]:
    """The values of a record, where they stand in it; first what is held, then what is told against it."""
    if isinstance(record, Deal):
        yield from _of_deal(ground, record)
    elif isinstance(record, Count):
        yield "count", _numbers(record.quantity, record.alternatives)
    elif isinstance(record, PersonStatus):
        for name, table in (("custody", CUSTODY), ("legal", LEGAL)):
            track = getattr(record.tracks, name)
            yield f"tracks.{name}", _states(ground, track.state, (*track.claims, *track.derived_from), table)
        place = record.tracks.location
        yield "tracks.location", [(place.state, place.claims)]
    elif isinstance(record, Measure):
        yield "legal", [(record.legal.state, record.legal.claims)]
        yield "announced", [(record.announced.state, record.announced.claims)]


def _of_deal(ground: Ground, deal: Deal) -> Iterator[tuple[str, Sequence[Told]]]:
    yield "released", _numbers(deal.released.quantity, deal.released.alternatives)
    for i, one in enumerate(deal.sides):
        for j, give in enumerate(one.gives):
            shown = give.performed or give.promised
            yield f"sides[{i}].gives[{j}]", [(give.what, shown)]
    for name in ("persons_freed", "persons_not_freed"):
        for i, person in enumerate(getattr(deal, name)):
            yield f"{name}[{i}]", _states(ground, person.custody, person.claims, CUSTODY)
    for i, place in enumerate(deal.destinations):
        told = _numbers(place.quantity, place.alternatives)
        yield f"destinations[{i}]", told if place.alternatives else [(place.place or "", place.claims)]


def _numbers(quantity: Quantity | None, told: Sequence[Alternative]) -> list[Told]:
    """The held number with all whose numbers allow it, then every other number that still has a voice."""
    if quantity is None:
        return [("", ())]
    voiced = [a for a in told if a.groups]
    same = [a for a in voiced if consistent(a.quantity, quantity)]
    rest = [(number(a.quantity), a.claims) for a in voiced if a not in same]
    return [(number(quantity), tuple(i for a in same for i in a.claims)), *rest]


def _states(ground: Ground, held: str, ids: Sequence[str], table: Mapping[str, str]) -> list[Told]:
    """The claims that put somebody into the held state, then those that say another."""
    told: dict[str, list[str]] = {held: []}
    for claim in in_order(ground.claims[i] for i in dict.fromkeys(ids) if i in ground.claims):
        other = told_state(claim, table) if held != "unknown" else None
        told.setdefault(other or held, []).append(claim.id)
    return [(state, tuple(claims)) for state, claims in told.items()]


def _support(
    ground: Ground, names: Mapping[str, OriginGroup], where: str, sides: Sequence[Told], grades: Grades
) -> Support:
    claims = [tuple(ground.claims[i] for i in ids if i in ground.claims) for _, ids in sides]
    found = [side(ground, cs, grades) for cs in claims]
    shares = probabilities(found)
    backed = [
        _backing(ground, names, value, cs, one, (score(one, len(found)), share), grades)
        for (value, _), cs, one, share in zip(sides, claims, found, shares, strict=True)
    ]
    word, rule = judged(*found)
    return Support(
        where=where,
        verdict=word,
        credibility=credibility(*found),
        rule=rule,
        told=backed[0],
        against=tuple(backed[1:]),
    )


def _backing(
    ground: Ground,
    names: Mapping[str, OriginGroup],
    value: str,
    claims: Sequence[Claim],
    one: Side,
    figures: tuple[float, float],
    grades: Grades,
) -> Backing:
    return Backing(
        value=value,
        votes=tuple(_votes(ground, names, claims, grades)),
        score=round(figures[0], 3),
        probability=round(figures[1], 3),
        decisive=one.decisive,
    )


def _votes(
    ground: Ground, names: Mapping[str, OriginGroup], claims: Sequence[Claim], grades: Grades
) -> Iterator[Vote]:
    for group, ballot in ballots(ground, claims, grades).items():
        own = [c for c in claims if ground.group(c) == group]
        known: Any = names.get(group)
        yield Vote(
            group=group,
            name=known.name if known else voice(ballot.claim),
            reason=known.reason if known else "the same source",
            grade=ballot.letter,
            reliability=PRIORS[ballot.letter],
            confidence=ballot.claim.confidence,
            weight=round(ballot.weight, 3),
            interest=any(_is_party(ground, c) for c in own),
            claims=tuple(c.id for c in own),
            documents=_documents(own),
        )


def _documents(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({c.document.id for c in claims}))


def _is_party(ground: Ground, claim: Claim) -> bool:
    """Does the innermost source speak of an act of its own, or of its own list?"""
    if not claim.attribution:
        return False
    known = ground.written(claim.attribution[-1].name)
    event = ground.event_of.get(claim.id)
    if known is None or event is None:
        return False
    return ground.resolution.agents.get(known.id, known.id) == event.agent
