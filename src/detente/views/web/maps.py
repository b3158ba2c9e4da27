"""The map: from where to where the freed went, by whose account, with bounds."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot
from typing import NamedTuple

from detente.records import Deal, Destination
from detente.views.serving import View
from detente.views.web.outlines import Country, countries, country_of

PAD = 90.0
LEAST = 700.0
"""How many units of the drawing are shown at the least: about half a continent."""


class Flow(NamedTuple):
    """How many went from one country to another."""

    deal: Deal
    source: str
    place: str
    destination: Destination
    path: str | None  # of SVG; None where a place is on no map of ours
    label: tuple[float, float] | None


class Name(NamedTuple):
    """A country's name, where it can be read."""

    text: str
    x: float
    y: float
    anchor: str  # of SVG


class Map(NamedTuple):
    """All that the page sets."""

    flows: tuple[Flow, ...]
    land: tuple[Country, ...]
    places: tuple[Country, ...]  # between which they went
    names: tuple[Name, ...]
    box: str  # viewBox
    scale: float  # units a stroke of one has


def the_map(view: View) -> Map:
    """What the map shows."""
    flows = tuple(flow for deal in view.deals.values() for flow in _flows(deal))
    found = (country_of(name) for flow in flows for name in (flow.source, flow.place))
    touched = {c.name: c for c in found if c is not None}
    left, top, width, height = _window(tuple(touched.values()))
    land = tuple(c for c in countries().values() if _meets(c, left, top, width, height))
    places = tuple(sorted(touched.values(), key=lambda c: c.middle[1]))
    box = f"{left:g} {top:g} {width:g} {height:g}"
    return Map(flows, land, places, tuple(_names(places, width / 1000)), box, width / 1000)


def _flows(deal: Deal) -> Iterator[Flow]:
    kinds = ("release", "clemency", "transfer")
    source = next((s.party.name for s in deal.sides if any(g.kind in kinds for g in s.gives)), None)
    for one in deal.destinations:
        if source is not None and one.place is not None:
            yield _flow(deal, source, one.place, one)


def _flow(deal: Deal, source: str, place: str, one: Destination) -> Flow:
    start, end = country_of(source), country_of(place)
    if start is None or end is None or start == end:
        return Flow(deal, source, place, one, None, None)
    (x1, y1), (x2, y2) = start.middle, end.middle
    bend = hypot(x2 - x1, y2 - y1) * 0.22
    x, y = (x1 + x2) / 2 - bend, (y1 + y2) / 2 - bend / 3
    path = f"M{x1:g},{y1:g}Q{x:g},{y:g} {x2:g},{y2:g}"
    return Flow(
        deal, source, place, one, path, (round((x1 + x2 + 2 * x) / 4, 1), round((y1 + y2 + 2 * y) / 4, 1))
    )


def _window(shown: tuple[Country, ...]) -> tuple[float, float, float, float]:
    """The stretch of the world that holds what is shown; all of it where nothing is."""
    if not shown:
        return -1475.0, -850.0, 2950.0, 1450.0
    xs = [x for c in shown for x in (c.middle[0] - PAD, c.middle[0] + PAD)]
    ys = [y for c in shown for y in (c.middle[1] - PAD, c.middle[1] + PAD)]
    height = max(max(ys) - min(ys), LEAST * 0.6)
    width = max(max(xs) - min(xs), LEAST, height * 1.7)
    height = max(height, width / 1.7)
    return (min(xs) + max(xs) - width) / 2, (min(ys) + max(ys) - height) / 2, width, height


def _names(places: tuple[Country, ...], scale: float) -> Iterator[Name]:
    """Beside each place, from north to south; one that would stand on the last goes below it."""
    last = -1e9
    for place in places:
        x, y = place.middle
        lower = max(y + 6 * scale, last + 24 * scale)
        last = lower
        yield Name(place.name, x + 14 * scale, lower, "start")


def _meets(country: Country, left: float, top: float, width: float, height: float) -> bool:
    x1, y1, x2, y2 = country.box
    return x2 > left and x1 < left + width and y2 > top and y1 < top + height
