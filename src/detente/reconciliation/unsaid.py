"""What is done as it was promised, or asked for, where no report says by whom.

"Varland will free 90 fishermen", and "58 of the 90 are home"; "Osmia will reopen its embassy in Dorn", and
"the embassy in Dorn has reopened"; "if Lena Marr comes home, we lift the ban", and Lena Marr is freed. A
number alone is none to go by: the two reports are of one outlet, or name one state.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from detente.language.numbers import quantities
from detente.language.scripts import fold
from detente.reconciliation.words import has_word
from detente.records import DONE, UNSTATED, Claim, Event
from detente.records.windows import Window

SOON: Final = 120
"""Days within which people let go may be those whose release was promised in general words."""
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)+")
"""Capitalised words in a row."""
_OF = re.compile(r"\bof\b(.+)")


def done_keys(
    event: Event, claims: Sequence[Claim], days: Window | None, steps: Iterable[str]
) -> Iterator[str]:
    """By what an act that is done may be known as one that was promised or asked for.

    Args:
        event: the act.
        claims: that tell it.
        days: when it was.
        steps: what kind of step between states it is.
    """
    if event.status == "done" and event.type == "DIPLOMATIC_STEP" and event.agent is None:
        yield from sited(claims, steps)
    elif event.status == "done" and event.type == "RELEASE":
        told = [c for c in claims if c.type == "RELEASE" and c.mode in DONE and c.polarity == "+"]
        yield from dict.fromkeys(f"freed {fold(n)}" for c in told for n in c.names("person") if " " in n)
        wholes = {w for c in told for n in c.names("group") if (w := _whole(n)) is not None}
        if event.agent is None and days is not None:
            yield from (f"{n:g} in {days[1]:%Y-%m}" for n in sorted(wholes))


def asks_freedom(claim: Claim) -> bool:
    """ "If Lena Marr comes home": is it somebody's freedom that an act is made to depend on?"""
    text = claim.condition
    return claim.mode == "conditional" and bool(text) and has_word("freedom", text or "")


def months(given: date) -> list[str]:
    """The months in which a promise given on a day may be kept."""
    days = (given + timedelta(n) for n in range(SOON + 1))
    return list(dict.fromkeys(f"{d:%Y-%m}" for d in days))


def full_names(text: str) -> Iterator[str]:
    """Names in full; a capital at the head of a sentence may belong to none: "If Lena Marr"."""
    for run in _NAME.findall(text):
        words = run.split()
        yield from (" ".join(words[i:]) for i in range(len(words) - 1))


def sited(claims: Iterable[Claim], steps: Iterable[str]) -> Iterator[str]:
    """ "open embassy in dorn": the kind of step, of what, and where."""
    places = sorted({fold(n) for c in claims for n in c.names("place") if n != UNSTATED})
    yield from (f"{step} in {place}" for step in steps for place in places)


@lru_cache(maxsize=16384)
def _whole(group: str) -> float | None:
    """ "58 of our 90": the ninety."""
    behind = _OF.search(group)
    found = [q.quantity for q in quantities(behind[1])] if behind else []
    return next((q.lo for q in found if q.lo is not None and q.lo == q.hi and q.lo > 1), None)
