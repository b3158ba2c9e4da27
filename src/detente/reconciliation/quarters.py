"""Reports whose acts may belong to one bargain: what is in two quarters never is.

A bargain grows along the happenings that its reports tell as news, along what a tie names, and from a
promise to the easing that performs it. Along just these edges reports hang together here, so that each
quarter can be looked at by itself, and a new report disturbs its own quarter alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from detente.reconciliation.bargains import ACTS, Tie
from detente.reconciliation.ground import Ground
from detente.records import Event


class Quarter(NamedTuple):
    """Reports that hang together, and the ties they tell, in the order of the claims."""

    documents: tuple[str, ...]
    ties: tuple[Tie, ...]


def quarters(ground: Ground, ties: Sequence[Tie]) -> tuple[Quarter, ...]:
    """The reports of all claims, in quarters; in the order of their first report."""
    homes = _Homes()
    for document in ground.by_document:
        homes.root(document)
    for one, other in _edges(ground, ties):
        homes.unite(one, other)
    documents: dict[str, list[str]] = defaultdict(list)
    for document in sorted(ground.by_document):
        documents[homes.root(document)].append(document)
    told: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        told[homes.root(tie.claim.document.sha256)].append(tie)
    return tuple(Quarter(tuple(d), tuple(told[root])) for root, d in documents.items())


def _edges(ground: Ground, ties: Iterable[Tie]) -> Iterator[tuple[str, str]]:
    for event in ground.resolution.events:
        if event.type in ACTS and event.status in ("done", "to_come"):
            for claim in ground.of([event]):
                if claim.mode != "background":
                    yield claim.document.sha256, event.id
    for tie in ties:
        for event_id in tie.events:
            yield tie.claim.document.sha256, event_id
    yield from _performances(ground)


def _performances(ground: Ground) -> Iterator[tuple[str, str]]:
    """A promise of easing and what may perform it: by one authority, of one measure or in one report."""
    first: dict[tuple[str, str], str] = {}
    for event in ground.resolution.events:
        if event.type == "SANCTION_EASE" and event.status in ("done", "to_come") and event.agent:
            for key in _keys(ground, event):
                yield first.setdefault((event.agent, key), event.id), event.id


def _keys(ground: Ground, event: Event) -> Iterable[str]:
    """By what a promise and its performance meet: the measure; of a licence that names none, its reports."""
    measured = sorted(ground.measured(event))
    return (*measured, *(event.documents if event.status == "to_come" or not measured else ()))


class _Homes:
    """Sets of names that are united and never parted."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def root(self, name: str) -> str:
        parents = self._parents
        parents.setdefault(name, name)
        while parents[name] != name:
            parents[name] = name = parents[parents[name]]
        return name

    def unite(self, one: str, other: str) -> None:
        left, right = self.root(one), self.root(other)
        if left != right:
            self._parents[max(left, right)] = min(left, right)
