"""Which later acts keep a promise that an earlier report told of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from detente.language.scripts import fold
from detente.reconciliation.aims import are_apart
from detente.reconciliation.days import gap
from detente.reconciliation.ground import Ground
from detente.reconciliation.unsaid import SOON, asked_keys, given_on, is_asked, months
from detente.records import Event

LATER = 370
"""Days within which a promise may be performed, or told again."""


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
