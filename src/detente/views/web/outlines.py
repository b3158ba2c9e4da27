"""Countries as outlines: Natural Earth's, from TopoJSON, laid flat. No tile, no server, no request."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from math import cos, radians
from typing import Any, NamedTuple

from detente.language.gazetteer import gazetteer

FILE = "countries-110m.json"
MIDDLE = cos(radians(35))
"""Degrees of longitude are drawn this much narrower than those of latitude."""
Point = tuple[float, float]


class Country(NamedTuple):
    """A country's outline."""

    name: str  # the gazetteer's
    path: str  # of SVG
    middle: Point  # of its largest piece
    box: tuple[float, float, float, float]


@cache
def countries() -> dict[str, Country]:
    """Every country by its name."""
    data = json.loads(resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    arcs = _arcs(data)
    found = (_country(one, arcs) for one in data["objects"]["countries"]["geometries"])
    return {one.name: one for one in found}


def country_of(place: str) -> Country | None:
    """The country that a place's name stands for, or that it lies in."""
    state = gazetteer().state(place)
    if state is None:
        hits = gazetteer().find(place)
        states = {s.name: s for h in hits if (s := gazetteer().state(h.code)) is not None}
        if len(states) != 1:
            return None
        (state,) = states.values()
    return countries().get(state.name)


def _arcs(data: dict[str, Any]) -> list[list[Point]]:
    """Points are given as steps from the one before, in the units of a grid."""
    (sx, sy), (tx, ty) = data["transform"]["scale"], data["transform"]["translate"]
    found = []
    for arc in data["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append(_flat(x * sx + tx, y * sy + ty))
        found.append(line)
    return found


def _flat(longitude: float, latitude: float) -> Point:
    return round(longitude * MIDDLE * 10, 1), round(-latitude * 10, 1)


def _country(given: dict[str, Any], arcs: Sequence[list[Point]]) -> Country:
    name = str(given["properties"]["name"])
    state = gazetteer().state(name)
    many = given["arcs"] if given["type"] == "MultiPolygon" else [given["arcs"]]
    rings = [_ring(ring, arcs) for polygon in many for ring in polygon]
    largest = max(rings, key=_area)
    xs, ys = [x for x, _ in largest], [y for _, y in largest]
    box = (min(xs), min(ys), max(xs), max(ys))
    return Country(state.name if state else name, " ".join(map(_path, rings)), _middle(largest), box)


def _ring(numbers: Iterable[int], arcs: Sequence[list[Point]]) -> list[Point]:
    """Arcs end to end; a number below zero is an arc walked backwards."""
    ring: list[Point] = []
    for number in numbers:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += line[1:] if ring else line
    return ring


def _path(ring: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:g},{y:g}" for x, y in ring) + "Z"


def _area(ring: Sequence[Point]) -> float:
    pairs = itertools.pairwise(ring)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def _middle(ring: Sequence[Point]) -> Point:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return round(sum(xs) / len(xs), 1), round(sum(ys) / len(ys), 1)
