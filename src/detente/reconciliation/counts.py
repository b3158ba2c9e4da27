"""Parts and wholes: what stated counts say about one another (CODEBOOK §5).

A population is a total with parts. Parts of one division (by destination, say) have nobody in
common; parts without a division (nationals, women) may overlap. Bounds are narrowed until nothing
changes; every bound knows the claims it rests on and the rule that made it. Where no numbers suit
all claims, the smallest set of claims that cannot all be true is shown, and nothing is repaired.

>>> others = interval(2, None, soft_lo=True)
>>> freed = Population(
...     key="freed", stated=(Stated("c1", whole(123)),), parts=(
...     Population(key="to Osmia", division="to", stated=(Stated("c2", whole(114)),)),
...     Population(key="to Varland", division="to", stated=(Stated("c3", others),)),
... ))
>>> solution = solve(freed)
>>> rest = solution.remainders[0]
>>> (rest.quantity.lo, rest.quantity.hi, rest.rule, rest.derived_from)
(9, 9, 'T - A', ('c1', 'c2'))
>>> varland = solution.value("to Varland")
>>> (varland.quantity.lo, varland.quantity.soft_lo, varland.quantity.hi, varland.derived)
(2, True, 9, True)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import inf
from typing import Literal, NamedTuple

from detente.errors import DetenteError, UnknownNameError
from detente.reconciliation.intervals import (
    add,
    compare,
    consistent,
    heaviest,
    hull,
    interval,
    meet,
    subtract,
    tension,
    whole,
)
from detente.records import Quantity
from detente.records.base import Field, Record

__all__ = [
    "Clash", "Complete", "Narrowed", "Population", "Remainder", "Solution", "Stated", "add", "compare",
    "consistent", "heaviest", "hull", "interval", "meet", "solve", "subtract", "tension", "whole",
]  # fmt: skip

Number = int | float


class Stated(Field, frozen=True):
    """One claim's count of a population. A derived value is never one."""

    claim: str
    quantity: Quantity


class Complete(Field, frozen=True):
    """A division said to leave nobody out, and the claims that say so."""

    division: str
    claims: tuple[str, ...]


class Population(Record, frozen=True, kw_only=True):
    """People counted, what claims say of their number, and the parts they fall into."""

    key: str  # unique in the problem
    stated: tuple[Stated, ...] = ()
    division: str | None = None  # how this part divides its whole; None: may overlap its siblings
    parts: tuple[Population, ...] = ()
    complete: tuple[Complete, ...] = ()  # divisions of these parts that are exhaustive


class Narrowed(Record, frozen=True, kw_only=True):
    """What the claims together say of one population."""

    key: str
    quantity: Quantity
    derived: bool = False  # an end comes from other populations
    derived_from: tuple[str, ...] = ()  # claim ids
    rule: str | None = None


class Remainder(Record, frozen=True, kw_only=True):
    """Who is left of a whole when the counted parts of a division are taken away: T - A."""

    key: str  # of the whole
    division: str
    besides: tuple[str, ...]  # keys of the counted parts
    quantity: Quantity
    derived_from: tuple[str, ...]
    rule: str = "T - A"


class Clash(Record, frozen=True, kw_only=True):
    """Claims that cannot all be true, none of which can be left out of the set."""

    kind: Literal["conflict", "tension"]
    claims: tuple[str, ...]
    keys: tuple[str, ...]  # the populations they count


class Solution(Record, frozen=True, kw_only=True):
    """All that follows from a problem. With a conflict nothing is derived."""

    values: tuple[Narrowed, ...]
    remainders: tuple[Remainder, ...] = ()
    clashes: tuple[Clash, ...] = ()

    def value(self, key: str) -> Narrowed:
        """The value of one population.

        Raises:
            UnknownNameError: the problem had no population of this key.
        """
        for found in self.values:
            if found.key == key:
                return found
        raise UnknownNameError(f"expected a population of the problem; found {key!r}")


class _End(NamedTuple):
    """One end of an interval with what it rests on."""

    value: Number
    soft: bool
    claims: frozenset[str]
    rule: str | None


class _Sum(NamedTuple):
    """Disjoint parts of a whole, by their places; ``complete`` holds the claims that leave nobody out."""

    total: int
    parts: tuple[int, ...]
    complete: tuple[frozenset[str], ...]


_NOBODY = frozenset[str]()
_FLOOR = _End(0, False, _NOBODY, None)
_OPEN = _End(inf, False, _NOBODY, None)


class _Problem(NamedTuple):
    """A population laid flat: places instead of a tree."""

    nodes: tuple[Population, ...]
    sums: tuple[_Sum, ...]
    within: tuple[tuple[int, int], ...]  # whole, part that may overlap others
    claims: tuple[str, ...]


class _Bounds(NamedTuple):
    lo: list[_End]
    hi: list[_End]

    def possible(self) -> bool:
        return all(low.value <= high.value for low, high in zip(self.lo, self.hi, strict=True))


def solve(population: Population) -> Solution:
    """Narrow every count of a population and its parts by all the others.

    Args:
        population: the total with its parts; parts may have parts.

    Returns:
        Narrowed values in the order of the problem, remainders of divisions, and clashes: a
        *conflict* breaks hard bounds and stops all deriving, a *tension* breaks soft ones, which
        are then set aside.
    """
    problem = _flat(population)
    full = _narrow(problem, _NOBODY, hard=False)
    if full.possible():
        return Solution(values=_values(problem, full), remainders=_remainders(problem, full))
    firm = _narrow(problem, _NOBODY, hard=True)
    if firm.possible():
        clashes = _clashes(problem, hard=False)
        return Solution(values=_values(problem, firm), remainders=_remainders(problem, firm), clashes=clashes)
    values = tuple(Narrowed(key=node.key, quantity=_said(node)) for node in problem.nodes)
    return Solution(values=values, clashes=_clashes(problem, hard=True))


def _said(node: Population) -> Quantity:
    found = hull([stated.quantity for stated in node.stated])
    return interval(None, None) if found is None else found


def _walk(population: Population) -> Iterator[Population]:
    yield population
    for part in population.parts:
        yield from _walk(part)


def _flat(population: Population) -> _Problem:
    nodes = tuple(_walk(population))
    place = {node.key: index for index, node in enumerate(nodes)}
    if len(place) < len(nodes):
        keys = sorted(node.key for node in nodes)
        raise DetenteError(f"expected one population under each key; found {keys}; give each part its own")
    sums: list[_Sum] = []
    within: list[tuple[int, int]] = []
    claims = {stated.claim for node in nodes for stated in node.stated}
    for node in nodes:
        divisions: dict[str, list[str]] = {}
        for part in node.parts:
            if part.division is None:
                within.append((place[node.key], place[part.key]))
            else:
                divisions.setdefault(part.division, []).append(part.key)
        for division, keys in sorted(divisions.items()):
            said = tuple(frozenset(c.claims) for c in node.complete if c.division == division)
            claims.update(claim for one in said for claim in one)
            sums.append(_Sum(place[node.key], tuple(place[key] for key in sorted(keys)), said))
    return _Problem(nodes, tuple(sums), tuple(sorted(within)), tuple(sorted(claims)))


def _narrow(problem: _Problem, without: frozenset[str], *, hard: bool) -> _Bounds:
    """Bounds at their fixpoint, or as soon as one is empty, with some claims left out."""
    bounds = _start(problem, without, hard=hard)
    changed = bounds.possible()
    while changed:
        changed = False
        for one in problem.sums:
            changed = _sum_up(bounds, one, without) or changed
        for total, part in problem.within:
            changed = _lower(bounds, part, bounds.hi[total], bounds.hi[total].value, "part of") or changed
        if changed and not bounds.possible():
            return bounds
    return bounds


def _start(problem: _Problem, without: frozenset[str], *, hard: bool) -> _Bounds:
    lows, highs = [], []
    for node in problem.nodes:
        low, high = _FLOOR, _OPEN
        for stated in sorted(node.stated, key=lambda s: s.claim):
            q = stated.quantity
            if stated.claim in without:
                continue
            claims = frozenset((stated.claim,))
            if q.lo is not None and not (hard and q.soft_lo) and _tighter(q.lo - low.value, q.soft_lo, low):
                low = _End(q.lo, q.soft_lo, claims, None)
            if q.hi is not None and not (hard and q.soft_hi) and _tighter(high.value - q.hi, q.soft_hi, high):
                high = _End(q.hi, q.soft_hi, claims, None)
        lows.append(low)
        highs.append(high)
    return _Bounds(lows, highs)


def _tighter(gain: Number, soft: bool, end: _End) -> bool:
    """A tighter end replaces another; at the same place a hard one replaces a soft one."""
    return gain > 0 or (gain == 0 and end.soft and not soft) or (gain == 0 and not end.claims and not soft)


def _sum_up(bounds: _Bounds, one: _Sum, without: frozenset[str]) -> bool:
    """Whole and disjoint parts narrow one another; True where an end moved."""
    lo, hi, total = bounds.lo, bounds.hi, one.total
    least = [lo[i] for i in one.parts]
    floor = sum(end.value for end in least)
    changed = False
    if floor > lo[total].value:
        changed = _raise(bounds, total, _made(floor, least, "sum of parts"))
    for i in one.parts:
        room = hi[total].value - (floor - lo[i].value)
        if room < hi[i].value:
            others = [hi[total], *(lo[j] for j in one.parts if j != i and lo[j].value)]
            hi[i] = _made(room, others, "part-whole")
            changed = True
    said = next((c for c in one.complete if not c & without), None)
    return (_fill_up(bounds, one, said) if said is not None else False) or changed


def _fill_up(bounds: _Bounds, one: _Sum, said: frozenset[str]) -> bool:
    """Parts that leave nobody out bound the whole from above, and one another from below."""
    lo, hi, total = bounds.lo, bounds.hi, one.total
    most = [hi[i] for i in one.parts]
    ceiling = sum(end.value for end in most)
    changed = False
    if ceiling < hi[total].value:
        hi[total] = _made(ceiling, most, "sum of parts", said)
        changed = True
    for i in one.parts:
        others = [hi[j] for j in one.parts if j != i]
        need = lo[total].value - sum(end.value for end in others)
        if need > lo[i].value:
            changed = _raise(bounds, i, _made(need, [lo[total], *others], "part-whole", said))
    return changed


def _made(value: Number, ends: Sequence[_End], rule: str, said: frozenset[str] = _NOBODY) -> _End:
    """An end made of others: soft where one of them is, resting on all their claims."""
    claims = said.union(*(end.claims for end in ends))
    return _End(value, any(end.soft for end in ends), claims, rule)


def _raise(bounds: _Bounds, place: int, end: _End) -> bool:
    bounds.lo[place] = end
    return True


def _lower(bounds: _Bounds, place: int, end: _End, value: Number, rule: str) -> bool:
    if value >= bounds.hi[place].value:
        return False
    bounds.hi[place] = _End(value, end.soft, end.claims, rule)
    return True


def _quantity(low: _End, high: _End, node: Population) -> Quantity:
    like = node.stated[0].quantity if node.stated else None
    lo = None if not low.claims and not low.value else low.value
    return interval(
        lo, None if high.value == inf else high.value, soft_lo=low.soft, soft_hi=high.soft, like=like
    )


def _values(problem: _Problem, bounds: _Bounds) -> tuple[Narrowed, ...]:
    out = []
    for node, low, high in zip(problem.nodes, bounds.lo, bounds.hi, strict=True):
        rules = sorted({end.rule for end in (low, high) if end.rule is not None})
        out.append(
            Narrowed(
                key=node.key,
                quantity=_quantity(low, high, node),
                derived=bool(rules),
                derived_from=tuple(sorted(low.claims | high.claims)) if rules else (),
                rule=", ".join(rules) or None,
            )
        )
    return tuple(out)


def _remainders(problem: _Problem, bounds: _Bounds) -> tuple[Remainder, ...]:
    return tuple(rest for one in problem.sums if (rest := _remainder(problem, bounds, one)) is not None)


def _remainder(problem: _Problem, bounds: _Bounds, one: _Sum) -> Remainder | None:
    """The whole without the parts that have a number at both ends; None where it says nothing."""
    counted = [i for i in one.parts if bounds.lo[i].claims and _ends_of_its_own(problem.nodes[i])]
    whole_ = _quantity(bounds.lo[one.total], bounds.hi[one.total], problem.nodes[one.total])
    if not counted or whole_.hi is None:
        return None
    rest = whole_
    used = [bounds.lo[one.total], bounds.hi[one.total]]
    for i in counted:
        rest = subtract(rest, _quantity(bounds.lo[i], bounds.hi[i], problem.nodes[i]))
        used += [bounds.lo[i], bounds.hi[i]]
    return Remainder(
        key=problem.nodes[one.total].key,
        division=problem.nodes[counted[0]].division or "",
        besides=tuple(problem.nodes[i].key for i in counted),
        quantity=rest,
        derived_from=tuple(sorted(_NOBODY.union(*(end.claims for end in used)))),
    )


def _ends_of_its_own(node: Population) -> bool:
    return any(stated.quantity.hi is not None and stated.quantity.lo is not None for stated in node.stated)


def _clashes(problem: _Problem, *, hard: bool) -> tuple[Clash, ...]:
    """Minimal sets that cannot all be true, one after the other until the rest can."""
    out: list[Clash] = []
    without = _NOBODY

    def impossible(left_out: frozenset[str]) -> bool:
        return not _narrow(problem, left_out, hard=hard).possible()

    while impossible(without):
        members = _minimal([c for c in problem.claims if c not in without], without, impossible)
        kind: Literal["conflict", "tension"] = "conflict" if hard else "tension"
        keys = tuple(n.key for n in problem.nodes if any(s.claim in members for s in n.stated))
        out.append(Clash(kind=kind, claims=members, keys=keys))
        without |= set(members)
    return tuple(sorted(out, key=lambda clash: clash.claims))


def _minimal(
    claims: Sequence[str], without: frozenset[str], impossible: Callable[[frozenset[str]], bool]
) -> tuple[str, ...]:
    """The deletion filter: leave a claim out for good where the rest still cannot all be true."""
    kept: list[str] = []
    for claim in claims:
        if impossible(without | {claim}):
            without |= {claim}
        else:
            kept.append(claim)
    return tuple(kept)
