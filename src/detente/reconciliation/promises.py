"""Which later acts keep a promise that an earlier report told of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from detente.language.scripts import fold
from detente.reconciliation.days import day, gap, when
from detente.reconciliation.ground import Ground
from detente.records import Claim, Event

LATER = 370
"""Days within which a promise may be performed, or told again."""
SOON = 120
"""Days within which people let go may be those whose release was promised in general words."""


def keeping(ground: Ground, promised: Event) -> Iterator[Event]:
    """Acts of the promising party that do what it promised, in whole or in part, and the promise retold.

    Easing of the same measure; of people, the release of those named, or of no more of the same kind
    as were promised, soon after. A release before the promise keeps nothing.
    """
    if promised.type == "SANCTION_EASE":
        span = when(promised, ground.of([promised]))
        for event in (*ground.performing(promised), *ground.retold(promised)):
            apart = gap(span, when(event, ground.of([event])))
            if apart is not None and apart <= LATER:
                yield event
    if promised.type != "RELEASE" or promised.agent is None:
        return
    given = _given(ground, promised)
    if given is None:
        return
    for event in ground.released(promised.agent, _months(given)):
        days = when(event, ground.of([event]))
        if days and given <= days[1] <= given + timedelta(SOON) and _is_of_it(ground, promised, event):
            yield event


def promise_keys(ground: Ground, promised: Event) -> Iterator[str]:
    """Under which keys what may keep a promise, and its retellings, are looked up."""
    if promised.type == "SANCTION_EASE":
        measured = sorted(ground.measured(promised))
        yield from (*measured, *promised.documents, *(f"promised {key}" for key in measured))
    elif promised.type == "RELEASE" and (given := _given(ground, promised)) is not None:
        yield from (f"released {month}" for month in _months(given))


def _given(ground: Ground, promised: Event) -> date | None:
    """The day on which the promise was first reported."""
    return min((d for c in ground.of([promised]) if (d := day(c.document.published))), default=None)


def _months(given: date) -> list[str]:
    """The months in which a promise given on a day may be kept."""
    days = (given + timedelta(n) for n in range(SOON + 1))
    return list(dict.fromkeys(f"{d:%Y-%m}" for d in days))


def _is_of_it(ground: Ground, promised: Event, done: Event) -> bool:
    one, two = set(promised.people), set(done.people)
    if one and two:
        return bool(one & two)
    left, right = ground.of([promised], "RELEASE"), ground.of([done], "RELEASE")
    return bool(_kinds(left) & _kinds(right)) and _is_no_more(left, right)


def _kinds(claims: tuple[Claim, ...]) -> frozenset[str]:
    """The words by which the people are called, without numbers."""
    words = (w.rstrip("s") for c in claims for n in c.names("group") for w in fold(n).split())
    return frozenset(w for w in words if len(w) > 3 and w.isalpha())


def _is_no_more(promised: tuple[Claim, ...], done: tuple[Claim, ...]) -> bool:
    most = [c.quantity.hi for c in promised if c.quantity]
    told = [c.quantity.hi for c in done if c.quantity]
    if not most or None in most:
        return True
    return bool(told) and all(n is not None and n <= max(m for m in most if m is not None) for n in told)
