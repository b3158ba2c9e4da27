"""The timeline across deals: releases above the line, concessions below."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from typing import NamedTuple

from detente.records import Claim, Event, Quantity
from detente.views.serving import View
from detente.views.web.axes import Axis, axis, ends
from detente.views.web.setting import figure

ABOVE = ("RELEASE", "CLEMENCY")
BELOW = ("SANCTION_EASE", "SANCTION_IMPOSE", "TALKS", "DIPLOMATIC_STEP")
DONE = ("done", "to_come")
SUPPOSED = ("conditional", "hypothetical", "demanded")
LARGEST = 34.0
SMALLEST = 7.0


class Happening(NamedTuple):
    """An event with its first words."""

    event: Event
    lead: Claim
    quantity: Quantity | None
    x: float | None  # None: on no day that is known
    end: float | None
    size: float
    row: int
    above: bool
    bound: bool  # only the day it was printed by is known


class Timeline(NamedTuple):
    """All that the page sets."""

    axis: Axis | None
    happenings: tuple[Happening, ...]
    height: int  # rows above the line
    depth: int  # rows below it


def timeline(view: View) -> Timeline:
    """What the timeline shows: what is only supposed or asked about is no happening to come."""
    told = (e for e in view.state.events if e.type in (*ABOVE, *BELOW) and e.status in DONE)
    events = [e for e in told if any(c.mode not in SUPPOSED for c in view.book.of(e.claims))]
    days = axis(day for e in events for day in ends(e.time) or ())
    found = sorted(
        _happenings(events, days, view), key=lambda h: ((h.event.time and h.event.time.end) or "", h.lead.id)
    )
    placed = tuple(_in_rows(found))
    rows = [1 + max((h.row for h in placed if h.above is above), default=0) for above in (True, False)]
    return Timeline(days, placed, *rows)


def _happenings(events: list[Event], days: Axis | None, view: View) -> Iterator[Happening]:
    most = max((figure(q) or 0 for e in events if (q := _how_many(e, view))), default=0.0)
    for event in events:
        claims = view.book.of(event.claims)
        bounds = ends(event.time)
        many = _how_many(event, view)
        if claims:
            yield Happening(
                event, claims[0], many,
                days.x(bounds[0]) if days and bounds else None,
                days.x(bounds[1]) if days and bounds else None,
                _size(many, most), 0, event.type in ABOVE,
                event.time is None or event.time.start is None or event.time.basis == "publication_bound",
            )  # fmt: skip


def _how_many(event: Event, view: View) -> Quantity | None:
    found = (c.quantity for c in view.book.of(event.claims))
    return next((q for q in found if q is not None and q.lo is not None), None)


def _size(many: Quantity | None, most: float) -> float:
    """Areas are as the numbers; what has no number is drawn smallest."""
    value = figure(many)
    return SMALLEST if not value or not most else max(SMALLEST, LARGEST * sqrt(value / most))


def _in_rows(found: list[Happening]) -> Iterator[Happening]:
    """What would stand on one another stands apart."""
    taken: dict[tuple[bool, int], float] = {}
    for one in found:
        if one.end is None:
            yield one
            continue
        row = 0
        while taken.get((one.above, row), -100.0) > min(one.x or one.end, one.end) - one.size:
            row += 1
        taken[one.above, row] = one.end + one.size + 2
        yield one._replace(row=row)
