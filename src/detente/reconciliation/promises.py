"""Which later acts keep a promise that an earlier report told of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from detente.language.gazetteer import gazetteer
from detente.language.scripts import fold
from detente.reconciliation.aims import are_apart
from detente.reconciliation.days import gap
from detente.reconciliation.ground import Ground
from detente.reconciliation.unsaid import SOON, asks_freedom, full_names, months, sited
from detente.records import UNSTATED, Claim, Event
from detente.records.windows import day

LATER = 370
"""Days within which a promise may be performed, or told again."""
STEPS = frozenset({"SANCTION_EASE", "DIPLOMATIC_STEP"})


def keeping(ground: Ground, promised: Event) -> Iterator[Event]:
    """Acts of the promising party that do what it promised, in whole or in part, and the promise retold.

    Easing of the same measure; the same step with the same kind of things; of people, the release of
    those named, or of no more of the same kind as were promised, soon after. A release
    before the promise keeps nothing. Of whoever is not said: see :mod:`~detente.reconciliation.unsaid`.
    """
    yield from (event for event in _ahead(ground, promised) if keeps(ground, promised, event))


def _ahead(ground: Ground, promised: Event) -> Iterator[Event]:
    """Acts that meet a promise."""
    if promised.type == "SANCTION_EASE":
        yield from (*ground.performing(promised), *ground.retold(promised))
    elif promised.type == "DIPLOMATIC_STEP":
        yield from ground.stepped(promised)
    elif promised.type == "RELEASE" and promised.agent and (given := ground.once(given_on, promised)):
        yield from ground.released(promised.agent, months(given))
    for key in asked_keys(ground, promised):
        yield from ground.easings.get(("", key), {}).values()


def keeps(ground: Ground, promised: Event, done: Event) -> bool:
    """Does an act that meets a promise (:func:`promise_keys`) keep it?

    By its day, and by whom it frees or whose measure it eases.
    """
    if done.agent is None or done.type != promised.type:
        return is_asked(ground, promised, done)
    if promised.type == "SANCTION_EASE":
        if are_apart(ground.aimed(promised), ground.aimed(done)):
            return False
        apart = gap(ground.days(promised), ground.days(done))
        return apart is not None and apart <= LATER
    if promised.type == "DIPLOMATIC_STEP":
        return _is_soon(ground, promised, done)
    return _is_soon(ground, promised, done) and _is_of_it(ground, promised, done)


def _is_soon(ground: Ground, promised: Event, done: Event) -> bool:
    given, days = ground.once(given_on, promised), ground.days(done)
    return given is not None and days is not None and given <= days[1] <= given + timedelta(SOON)


def promise_keys(ground: Ground, promised: Event) -> Iterator[str]:
    """Under which keys what may keep a promise, and its retellings, are looked up."""
    if promised.type == "SANCTION_EASE":
        measured = sorted(ground.measured(promised))
        yield from (*measured, *promised.documents, *(f"promised {key}" for key in measured))
    elif promised.type == "RELEASE" and (given := ground.once(given_on, promised)) is not None:
        yield from (f"released {month}" for month in months(given))
    elif promised.type == "DIPLOMATIC_STEP":
        yield from sorted(ground.steps(promised))


def _is_of_it(ground: Ground, promised: Event, done: Event) -> bool:
    one, two = set(promised.people), set(done.people)
    if one and two:
        return bool(one & two)
    left, right = ground.once(_kinds, promised), ground.once(_kinds, done)
    return not left.isdisjoint(right) and _is_no_more(ground, promised, done)


def _kinds(ground: Ground, event: Event) -> frozenset[str]:
    """The words by which the people are called, without numbers."""
    claims = ground.of([event], "RELEASE")
    words = (w.rstrip("s") for c in claims for n in c.names("group") for w in fold(n).split())
    return frozenset(w for w in words if len(w) > 3 and w.isalpha())


def _is_no_more(ground: Ground, promised: Event, done: Event) -> bool:
    most, told = ground.once(_ends, promised), ground.once(_ends, done)
    if not most or None in most:
        return True
    return bool(told) and all(n is not None and n <= max(m for m in most if m is not None) for n in told)


def _ends(ground: Ground, event: Event) -> tuple[float | None, ...]:
    """The upper ends of how many are let go."""
    return tuple(c.quantity.hi for c in ground.of([event], "RELEASE") if c.quantity)


# ── by whomever ──
def asked_keys(ground: Ground, promised: Event) -> list[str]:
    """By what a promised act, or what it is made to depend on, may be known when it is done."""
    if promised.status != "to_come" or not promised.agent:
        return []
    claims, given = ground.of([promised]), ground.once(given_on, promised)
    if promised.type in STEPS:
        asked = {n for c in claims if asks_freedom(c) for n in full_names(c.condition or "")}
        own = sited(claims, ground.steps(promised)) if promised.type == "DIPLOMATIC_STEP" else ()
        return [*own, *sorted(f"freed {fold(n)}" for n in asked)]
    if promised.type != "RELEASE" or given is None:
        return []
    numbers = {q.lo for c in claims if (q := c.quantity) and q.lo is not None and q.lo == q.hi and q.lo > 1}
    return [f"{n:g} in {month}" for n in sorted(numbers) for month in months(given)]


def is_asked(ground: Ground, promised: Event, done: Event) -> bool:
    """Is an act, of whoever is not said, the one that was promised, or that was asked for?"""
    shared = set(asked_keys(ground, promised)) & {key for agent, key in ground.easing_keys(done) if not agent}
    given, days = ground.once(given_on, promised), ground.days(done)
    if not shared or given is None or days is None or not given <= days[1] <= given + timedelta(SOON):
        return False
    named = any(not key[0].isdigit() for key in shared)
    return named or bool(_around(ground, promised) & _around(ground, done))


def given_on(ground: Ground, promised: Event) -> date | None:
    """The day on which the promise was first reported."""
    return min((d for c in ground.of([promised]) if (d := day(c.document.published))), default=None)


def promiser(ground: Ground, event: Event, others: Iterable[Event]) -> str | None:
    """Who promised what is done by whoever is not said: the one party whose promise it keeps."""
    found = {e.agent for e in others if e.type == event.type and is_asked(ground, e, event)}
    return next(iter(found)) if event.agent is None and len(found) == 1 else event.agent


def _around(ground: Ground, event: Event) -> set[str]:
    """The outlets that tell of a happening, and the states that these reports name."""
    told = [c for d in event.documents for c in ground.by_document.get(d, ())]
    fillers = [f for c in told for fs in c.roles.values() for f in fs]
    names = {f.name for f in fillers} | {a.name for c in told for a in c.attribution}
    states = {f.name for f in fillers if f.kind == "state" and f.name != UNSTATED}
    return states | {s for n in names for s in _states_in(n)} | set(_outlets(told))


def _outlets(claims: Iterable[Claim]) -> Iterator[str]:
    yield from (f"outlet {fold(name)}" for c in claims if (name := c.document.publisher))


@lru_cache(maxsize=65536)
def _states_in(name: str) -> frozenset[str]:
    return frozenset(h.actor or h.name for h in gazetteer().find(name) if h.kind in ("state", "demonym"))
