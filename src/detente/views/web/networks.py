"""The network: who deals with whom, through whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from detente.records import UNSTATED, Deal
from detente.views.serving import View

ROW = 64.0
TOP = 40.0
COLUMNS = {"side": 180.0, "broker": 500.0, "other": 820.0}


class Node(NamedTuple):
    """A party or a go-between."""

    name: str
    kind: str  # side, broker, other: the column
    x: float
    y: float
    deals: int


class Edge(NamedTuple):
    """Two that deal, or one that goes between."""

    path: str
    deal: str
    told: str
    claims: tuple[str, ...]


class Network(NamedTuple):
    """All that the page sets."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    deals: tuple[Deal, ...]
    height: float


def network(view: View) -> Network:
    """What the network shows: those who release on the left, the others on the right."""
    deals = tuple(view.deals.values())
    names: dict[tuple[str, str], int] = {}
    for deal in deals:
        for name, kind in _members(deal):
            names[name, kind] = names.get((name, kind), 0) + 1
    nodes = tuple(_placed(names))
    at = {(node.name, node.kind): node for node in nodes}
    edges = tuple(edge for deal in deals for edge in _edges(deal, at))
    return Network(nodes, edges, deals, TOP + ROW * max((_rows(names, k) for k in COLUMNS), default=1))


def _rows(names: dict[tuple[str, str], int], kind: str) -> int:
    return sum(1 for _, k in names if k == kind)


def _members(deal: Deal) -> Iterator[tuple[str, str]]:
    for number, side in enumerate(deal.sides):
        if side.party.name != UNSTATED:
            yield side.party.name, "side" if number == 0 else "other"
    for broker in deal.brokers:
        yield broker.name, "broker"


def _placed(names: dict[tuple[str, str], int]) -> Iterator[Node]:
    most = max((_rows(names, kind) for kind in COLUMNS), default=0)
    for kind, x in COLUMNS.items():
        column = sorted((item for item in names.items() if item[0][1] == kind), key=lambda i: (-i[1], i[0]))
        start = TOP + ROW * (most - len(column)) / 2
        for number, ((name, _), deals) in enumerate(column):
            yield Node(name, kind, x, start + ROW * number, deals)


def _edges(deal: Deal, at: dict[tuple[str, str], Node]) -> Iterator[Edge]:
    members = [at[one] for one in dict.fromkeys(_members(deal))]
    sides = [n for n in members if n.kind != "broker"]
    for broker in (n for n in members if n.kind == "broker"):
        claims = next(b.claims for b in deal.brokers if b.name == broker.name)
        for side in sides:
            yield Edge(_curve(side, broker), deal.id, f"{broker.name} between the sides", claims)
    if len(sides) > 1 and not deal.brokers:
        for other in sides[1:]:
            told = f"{sides[0].name} and {other.name}"
            yield Edge(
                _curve(sides[0], other), deal.id, told, tuple(c for t in deal.linkage for c in t.claims)
            )


def _curve(one: Node, other: Node) -> str:
    left, right = sorted((one, other), key=lambda n: n.x)
    middle = (left.x + right.x) / 2
    return f"M{left.x:g},{left.y:g}C{middle:g},{left.y:g} {middle:g},{right.y:g} {right.x:g},{right.y:g}"
