"""What is done as it was promised, or asked for, where no report says by whom.

"Varland will free 90 fishermen", and "58 of the 90 are home"; "Osmia will reopen its embassy in Dorn", and
"the embassy in Dorn has reopened"; "if Lena Marr comes home, we lift the ban", and Lena Marr is freed. A
number alone is none to go by: the two reports are of one outlet, or name one state.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from detente.language.gazetteer import gazetteer
from detente.language.numbers import quantities
from detente.language.scripts import fold
from detente.reconciliation.words import has_word
from detente.records import DONE, UNSTATED, Claim, Event
from detente.records.windows import day

if TYPE_CHECKING:
    from detente.reconciliation.ground import Ground

SOON: Final = 120
"""Days within which people let go may be those whose release was promised in general words."""
_STEPS = ("SANCTION_EASE", "DIPLOMATIC_STEP")
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)+")
"""Capitalised words in a row."""
_OF = re.compile(r"\bof\b(.+)")


def done_keys(ground: Ground, event: Event) -> list[str]:
    """By what an act that is done may be known as one that was promised or asked for."""
    if event.status != "done":
        return []
    if event.type == "DIPLOMATIC_STEP" and event.agent is None:
        return _sited(ground, event)
    if event.type != "RELEASE":
        return []
    claims = [c for c in ground.of([event], "RELEASE") if c.mode in DONE and c.polarity == "+"]
    freed = (n for c in claims for n in c.names("person") if " " in n)
    days = ground.days(event) if event.agent is None else None
    wholes = {w for c in claims for n in c.names("group") if (w := _whole(n)) is not None}
    told = (f"{n:g} in {days[1]:%Y-%m}" for n in sorted(wholes)) if days else ()
    return [*dict.fromkeys(f"freed {fold(n)}" for n in freed), *told]


def asked_keys(ground: Ground, promised: Event) -> list[str]:
    """By what a promised act, or what it is made to depend on, may be known when it is done."""
    if promised.status != "to_come" or not promised.agent:
        return []
    claims, given = ground.of([promised]), ground.once(given_on, promised)
    if promised.type in _STEPS:
        asked = {n for c in claims if asks_freedom(c) for n in _names(c.condition or "")}
        own = _sited(ground, promised) if promised.type == "DIPLOMATIC_STEP" else []
        return [*own, *sorted(f"freed {fold(n)}" for n in asked)]
    if promised.type != "RELEASE" or given is None:
        return []
    numbers = {q.lo for c in claims if (q := c.quantity) and q.lo is not None and q.lo == q.hi and q.lo > 1}
    return [f"{n:g} in {month}" for n in sorted(numbers) for month in months(given)]


def asks_freedom(claim: Claim) -> bool:
    """ "If Lena Marr comes home": is it somebody's freedom that an act is made to depend on?"""
    text = claim.condition
    return claim.mode == "conditional" and bool(text) and has_word("freedom", text or "")


def is_asked(ground: Ground, promised: Event, done: Event) -> bool:
    """Is an act, of whoever is not said, the one that was promised, or that was asked for?"""
    shared = set(asked_keys(ground, promised)) & set(done_keys(ground, done))
    given, days = ground.once(given_on, promised), ground.days(done)
    if not shared or given is None or days is None or not given <= days[1] <= given + timedelta(SOON):
        return False
    named = any(not key[0].isdigit() for key in shared)
    return named or bool(_around(ground, promised) & _around(ground, done))


def given_on(ground: Ground, promised: Event) -> date | None:
    """The day on which the promise was first reported."""
    return min((d for c in ground.of([promised]) if (d := day(c.document.published))), default=None)


def months(given: date) -> list[str]:
    """The months in which a promise given on a day may be kept."""
    days = (given + timedelta(n) for n in range(SOON + 1))
    return list(dict.fromkeys(f"{d:%Y-%m}" for d in days))


def promiser(ground: Ground, event: Event, others: Iterable[Event]) -> str | None:
    """Who promised what is done by whoever is not said: the one party whose promise it keeps."""
    found = {e.agent for e in others if e.type == event.type and is_asked(ground, e, event)}
    return next(iter(found)) if event.agent is None and len(found) == 1 else event.agent


def _names(text: str) -> Iterator[str]:
    """Names in full; a capital at the head of a sentence may belong to none: "If Lena Marr"."""
    for run in _NAME.findall(text):
        words = run.split()
        yield from (" ".join(words[i:]) for i in range(len(words) - 1))


def _sited(ground: Ground, event: Event) -> list[str]:
    """ "open embassy in dorn": the kind of step, of what, and where."""
    places = {fold(n) for c in ground.of([event]) for n in c.names("place") if n != UNSTATED}
    return [f"{step} in {place}" for step in ground.steps(event) for place in sorted(places)]


@lru_cache(maxsize=16384)
def _whole(group: str) -> float | None:
    """ "58 of our 90": the ninety."""
    behind = _OF.search(group)
    found = [q.quantity for q in quantities(behind[1])] if behind else []
    return next((q.lo for q in found if q.lo is not None and q.lo == q.hi and q.lo > 1), None)


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
