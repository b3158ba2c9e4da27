"""Who acts for which state, as one report tells it: an office, a mandate, one act told of both."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from detente.records import UNSTATED, Claim, Filler
from detente.resolution.acts import AGENT_ROLES, agents_of, status_of
from detente.resolution.states import canonical, states_in


def agencies(claims: Sequence[Claim], people: dict[str, str]) -> dict[str, str]:
    """Person (in the longest form) → the state it acts for; where reports of it differ, the commonest.

    Never from a nationality: only from an office, a mandate, a commitment, or the custody out of
    which somebody lets people go.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for person, state in (*_by_office(claims), *_by_act(claims), *_by_count(claims)):
        votes[people.get(person, person)][state] += 1
    found = {p: min(v, key=lambda s: (-v[s], s)) for p, v in votes.items()}
    return found | _by_mandate(claims, people, found)


def _by_office(claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    for claim in claims:
        if claim.type == "ATTRIBUTE" and claim.sub == "office":
            states = {s for value in claim.names("value") for s in states_in(value)}
            if len(states) == 1:
                yield from ((person, min(states)) for person in claim.names("subject"))


def _by_act(claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """Agents of one act: the state its content names, its custody, or the other teller's agent."""
    by_id = {c.id: c for c in claims}
    by_happening: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.happening:
            by_happening[claim.happening] |= set(_states(agents_of(claim)))
    for claim in claims:
        states = set(by_happening.get(claim.happening or "", ()))
        states |= {s for i in claim.content if i in by_id for s in _states(agents_of(by_id[i]))}
        actors = [f for r in AGENT_ROLES.get(claim.type, ()) for f in claim.roles.get(r, ())]
        for actor in actors if status_of(claim) != "denied" else ():
            known = states | (_custody(claim) if actor.kind == "person" else set())
            if len(known) == 1 and actor.kind in ("person", "organisation"):
                yield actor.name, min(known)


def _by_count(claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """A state let 123 people go, and a person ordered the release of 123: told of one act."""
    acts = [c for c in claims if c.type in ("RELEASE", "CLEMENCY") and status_of(c) == "done" and _number(c)]
    for claim in acts:
        for actor in (f for f in agents_of(claim) if f.kind == "person"):
            states = {s for c in acts if _number(c) == _number(claim) for s in _states(agents_of(c))}
            if len(states) == 1:
                yield actor.name, min(states)


def _number(claim: Claim) -> float | None:
    """An exact number of a group: two or more."""
    quantity = claim.quantity
    exact = quantity is not None and quantity.lo == quantity.hi and (quantity.lo or 0) > 1
    return quantity.lo if quantity is not None and exact else None


def _custody(claim: Claim) -> set[str]:
    if claim.type not in ("RELEASE", "CLEMENCY"):
        return set()
    return set(_states(claim.roles.get("from", ())))


def _states(fillers: Sequence[Filler]) -> list[str]:
    return [canonical(f.name) for f in fillers if f.kind == "state"]


def _by_mandate(claims: Sequence[Claim], people: dict[str, str], found: dict[str, str]) -> dict[str, str]:
    """An envoy acts for the state of the one who sent them."""
    out: dict[str, str] = {}
    for claim in claims:
        principals = claim.roles.get("principal", ()) if claim.type == "MANDATE" else ()
        for agent in claim.names("agent"):
            for principal in principals:
                is_state = principal.kind == "state" and principal.name != UNSTATED
                state = canonical(principal.name) if is_state else found.get(_whole(principal.name, people))
                if state:
                    out.setdefault(_whole(agent, people), state)
    return {person: state for person, state in out.items() if person not in found}


def _whole(name: str, people: dict[str, str]) -> str:
    return people.get(name, name)
