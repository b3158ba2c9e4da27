"""Bargains made one where they share a happening, tell one thing, or one offers what the other is.

Every bargain is looked up by what may join it to another, so that many cost little more than few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from detente.reconciliation.aims import Aim, of_other_states
from detente.reconciliation.days import gap
from detente.reconciliation.ground import Ground
from detente.reconciliation.promises import keeping
from detente.reconciliation.totals import exchanged, made_up_of
from detente.records import Claim
from detente.records.windows import Window

NEAR = 10
"""Days between acts of one bargain that no tie names."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A claim that ties acts, with the happenings it names."""

    claim: Claim
    events: frozenset[str]
    parties: frozenset[str]
    strong: bool
    denied: bool


@dataclass(frozen=True, slots=True)
class Bargain:
    """What belongs to one bargain: its happenings, its ties, the documents that tell it as news."""

    events: frozenset[str]
    ties: tuple[Tie, ...] = ()
    documents: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()


Mark = tuple[str, str]
"""By what bargains may meet: an event, a document, or an event that is offered or part of a sum."""


class Merged:
    """Bargains, none of which is one with another.

    Whose sums are looked up only once each has all the sides that its own reports tell of.
    """

    def __init__(self, ground: Ground, bargains: Iterable[Bargain] = (), *, sums: bool = False) -> None:
        self._ground = ground
        self._sums = sums
        self._known: dict[int, Bargain] = {}  # in the order in which they came
        self._marked: dict[Mark, set[int]] = defaultdict(set)
        self._marks: dict[int, tuple[Mark, ...]] = {}
        self._next = 0
        for bargain in bargains:
            self.add(bargain)

    def __iter__(self) -> Iterator[Bargain]:
        return iter(self._known.values())

    def add(self, one: Bargain) -> None:
        """Take a bargain in, made one with each that it is one with, in the order in which those came."""
        offered = _offered(self._ground, one)
        ahead = list(self._met(one, offered))
        heapify(ahead)
        seen = set(ahead)
        while ahead:
            number = heappop(ahead)
            other = self._known[number]
            if self._is_one(one, offered, number, other):
                self._take_out(number)
                one = _both(one, other)
                offered = _offered(self._ground, one)
                for late in self._met(one, offered):  # those before it were looked at, and stay apart
                    if late > number and late not in seen:
                        seen.add(late)
                        heappush(ahead, late)
        self._put_in(one, offered)

    def _is_one(self, one: Bargain, offered: frozenset[str], number: int, other: Bargain) -> bool:
        if one.events & other.events or _one_bargain(self._ground, one, other):
            return True
        if not offered.isdisjoint(other.events):
            return True
        if any(number in self._marked.get(("offered", event), ()) for event in one.events):
            return True
        if not self._sums:
            return False
        return sums_up(self._ground, one, other) or sums_up(self._ground, other, one)

    def _met(self, one: Bargain, offered: frozenset[str]) -> set[int]:
        """Those that may be one with it."""
        marks = [("event", e) for e in one.events | offered] + [("document", d) for d in one.documents]
        marks += [(word, e) for e in one.events for word in ("offered", "summed")]
        marks += [("event", e) for e in _summed(self._ground, one)]
        return {number for mark in marks for number in self._marked.get(mark, ())}

    def _put_in(self, one: Bargain, offered: frozenset[str]) -> None:
        number, self._next = self._next, self._next + 1
        self._known[number] = one
        self._marks[number] = (
            *(("event", e) for e in one.events),
            *(("document", d) for d in one.documents),
            *(("offered", e) for e in offered),
            *(("summed", e) for e in _summed(self._ground, one)),
        )
        for mark in self._marks[number]:
            self._marked[mark].add(number)

    def _take_out(self, number: int) -> None:
        del self._known[number]
        for mark in self._marks.pop(number):
            self._marked[mark].discard(number)


def _offered(ground: Ground, bargain: Bargain) -> frozenset[str]:
    """Of an offer alone, nobody freed yet: what keeps its promises, and the promises told again."""
    told = [ground.events[i] for i in sorted(bargain.events)]
    if any(e.status == "done" and e.type in ("RELEASE", "CLEMENCY") for e in told):
        return frozenset()
    ahead = (e for e in told if e.status == "to_come" and e.type == "SANCTION_EASE")
    return frozenset(kept.id for e in ahead for kept in keeping(ground, e))


def _summed(ground: Ground, bargain: Bargain) -> frozenset[str]:
    """The releases of one side that may make up an exchange which it tells as a sum of both sides."""
    told = (ground.events[i] for i in bargain.events)
    return frozenset(e.id for event in told for e in made_up_of(ground, event))


def sums_up(ground: Ground, one: Bargain, other: Bargain) -> bool:
    """Does the one tell as a sum of both sides what the other tells of a side, or of each?

    Who is a side of the other, or is told to be, is a side of the sum.
    """
    sides = agents(ground, other) | {p for t in other.ties if t.strong for p in t.parties}
    told = [ground.events[i] for i in sorted(one.events)]
    return any(
        sides <= exchanged(ground, event) and any(e.id in other.events for e in made_up_of(ground, event))
        for event in told
    )


def _both(one: Bargain, other: Bargain) -> Bargain:
    return Bargain(
        events=one.events | other.events,
        ties=(*other.ties, *one.ties),
        documents=one.documents | other.documents,
        parties=one.parties | other.parties,
    )


def _one_bargain(ground: Ground, left: Bargain, right: Bargain) -> bool:
    """In one report and near in time: a party in common, or each the other's missing side.

    What one party does for two countries in one report is two bargains.
    """
    if not left.documents & right.documents or of_other_states(eased(ground, left), eased(ground, right)):
        return False
    days = gap(span_of(ground, left), span_of(ground, right))
    if days is not None and days > NEAR:
        return False
    one, two = agents(ground, left), agents(ground, right)
    return not one or not two or bool(one & two) or _halves(ground, left, right)


def _halves(ground: Ground, left: Bargain, right: Bargain) -> bool:
    """Two ties that each name one side's act: two handovers of a swap, or a release and what it got."""
    if any(len(agents(ground, b)) != 1 for b in (left, right)):
        return False
    swaps = [all(t.claim.sub == "swap_release" for t in b.ties) for b in (left, right)]
    frees = [any(ground.events[i].type in ("RELEASE", "CLEMENCY") for i in b.events) for b in (left, right)]
    return all(swaps) or frees[0] != frees[1]


def span_of(ground: Ground, bargain: Bargain) -> Window | None:
    """The days of a bargain's acts of freeing; without any, of its other acts."""
    events = [ground.events[i] for i in sorted(bargain.events)]
    freeing = [e for e in events if e.type in ("RELEASE", "CLEMENCY") and e.status == "done"]
    windows = [w for e in (freeing or events) if (w := ground.days(e))]
    return (min(w[0] for w in windows), max(w[1] for w in windows)) if windows else None


def eased(ground: Ground, bargain: Bargain) -> frozenset[Aim]:
    """Whom the measures are aimed at that are eased in it."""
    return frozenset(aim for i in bargain.events for aim in ground.aimed(ground.events[i]))


def agents(ground: Ground, bargain: Bargain) -> frozenset[str]:
    """Who acts in it."""
    return frozenset(a for i in bargain.events if (a := ground.events[i].agent))
