"""One count told by several voices: what they have in common, and who says otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.reconciliation.ground import Ground, ids, in_order, names_of
from detente.reconciliation.support import Grades, Side, credibility, side, verdict
from detente.reconciliation.words import has_word
from detente.records import Alternative, Claim, Credibility, Quantity, Verdict

Bounds = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stated:
    """What is told of one count."""

    quantity: Quantity | None = None
    alternatives: tuple[Alternative, ...] = ()
    verdict: Verdict = "unknown"
    credibility: Credibility = 6
    claims: tuple[Claim, ...] = ()  # those that the leading value rests on
    dissent: tuple[Claim, ...] = ()


def bounds(quantity: Quantity) -> Bounds:
    """Its ends, an open one at infinity."""
    lo = quantity.lo if quantity.lo is not None else 0
    return lo, float("inf") if quantity.hi is None else quantity.hi


def state(ground: Ground, claims: Sequence[Claim], grades: Grades) -> Stated:
    """The heaviest set of voices whose counts have a number in common, with all who say otherwise.

    A voice that gives another number in a later report has corrected itself: the earlier number
    stays listed, with no vote.
    """
    counted = [c for c in in_order(claims) if c.quantity is not None]
    if not counted:
        told = side(ground, claims, grades)
        return Stated(verdict=verdict(told), credibility=credibility(told), claims=in_order(claims))
    current = _current(ground, counted)
    best = _heaviest(ground, current, grades)
    rest = tuple(c for c in current if c not in best)
    quantity = _common([c.quantity for c in best if c.quantity])
    told, against = side(ground, best, grades), _dissent(ground, rest, grades)
    return Stated(
        quantity=quantity,
        alternatives=_alternatives(ground, counted, current),
        verdict=verdict(told, *against),
        credibility=credibility(told, *against),
        claims=best,
        dissent=rest,
    )


def _dissent(ground: Ground, rest: Sequence[Claim], grades: Grades) -> list[Side]:
    by_value: dict[Bounds, list[Claim]] = defaultdict(list)
    for claim in rest:
        if claim.quantity is not None:
            by_value[bounds(claim.quantity)].append(claim)
    return [side(ground, cs, grades) for _, cs in sorted(by_value.items())]


def _current(ground: Ground, counted: Sequence[Claim]) -> list[Claim]:
    """The claims whose number no voice put right, or their own replaced by one that cannot be the same.

    A number is as old as the voice's first report of it: a copy that comes after the correction gives
    the old word once more, and no new one.
    """
    first: dict[tuple[str, Bounds], str] = {}
    for claim in counted:
        day = claim.document.published
        if claim.quantity is not None and day is not None:
            key = ground.group(claim), bounds(claim.quantity)
            first[key] = min(first.get(key, day), day)
    corrected = {o.id for c in counted if (o := _put_right_by(c, counted)) is not None}
    return [
        c
        for c in counted
        if c.id not in corrected and not any(_replaces(ground, o, c, first) for o in counted)
    ]


def _put_right_by(claim: Claim, counted: Sequence[Claim]) -> Claim | None:
    """ "39 were freed. The figure was later revised to 36": the number told last before it in its report."""
    if not any(has_word("corrected", hedge) for hedge in claim.hedges):
        return None
    before = [o for o in counted if o.document.id == claim.document.id and o.span.start < claim.span.start]
    last = max(before, key=lambda o: o.span.start, default=None)
    return None if last is None or overlap(last, claim) else last


def _replaces(ground: Ground, later: Claim, claim: Claim, first: Mapping[tuple[str, Bounds], str]) -> bool:
    if later.quantity is None or claim.quantity is None or ground.group(later) != ground.group(claim):
        return False
    group = ground.group(claim)
    new, old = first.get((group, bounds(later.quantity))), first.get((group, bounds(claim.quantity)))
    return new is not None and old is not None and new > old and not overlap(claim, later)


def overlap(left: Claim, right: Claim) -> bool:
    """Have two counts a number in common, soft ends left out of account?"""
    if left.quantity is None or right.quantity is None:
        return True
    (a, b), (c, d) = _hard(left.quantity), _hard(right.quantity)
    return max(a, c) <= min(b, d)


def _hard(quantity: Quantity) -> Bounds:
    lo, hi = bounds(quantity)
    return 0 if quantity.soft_lo else lo, float("inf") if quantity.soft_hi else hi


def _heaviest(ground: Ground, current: Sequence[Claim], grades: Grades) -> tuple[Claim, ...]:
    """Sweep over the endpoints: the number that the weightiest voices allow.

    Of equals the one that suits every claim, then the one more claims name exactly, then the one told
    latest.
    """
    points = sorted({p for c in current if c.quantity for p in bounds(c.quantity) if p != float("inf")})
    best: tuple[tuple[float, bool, int, str, float], tuple[Claim, ...]] | None = None
    for point in points:
        fits = tuple(c for c in current if c.quantity and _allows(c.quantity, point))
        exact = [c for c in fits if c.quantity and c.quantity.lo == c.quantity.hi == point]
        latest = max((c.document.published or "" for c in exact), default="")
        weight = round(side(ground, fits, grades).weight, 6)
        rank = (weight, len(fits) == len(current), len(exact), latest, -point)
        if best is None or rank > best[0]:
            best = (rank, fits)
    return best[1] if best else tuple(current)


def _allows(quantity: Quantity, point: float) -> bool:
    lo, hi = _hard(quantity)
    return lo <= point <= hi


def _common(quantities: Sequence[Quantity]) -> Quantity:
    """The numbers that all allow, in the words of the tightest."""
    tightest = min(quantities, key=lambda q: (bounds(q)[1] - bounds(q)[0], not q.exact))
    ceiling = min(_hard(q)[1] for q in quantities)
    lo = max((q for q in quantities if bounds(q)[0] <= ceiling), key=lambda q: bounds(q)[0])
    floor = max(_hard(q)[0] for q in quantities)
    hi = min((q for q in quantities if bounds(q)[1] >= max(floor, bounds(lo)[0])), key=lambda q: bounds(q)[1])
    same = lo.lo == hi.hi
    return Quantity(
        lo.lo, hi.hi, soft_lo=lo.soft_lo and not same, soft_hi=hi.soft_hi and not same, exact=same,
        cue=tightest.cue, unit=tightest.unit, population=tightest.population,
    )  # fmt: skip


def _alternatives(
    ground: Ground, counted: Sequence[Claim], current: Sequence[Claim]
) -> tuple[Alternative, ...]:
    """Every stated value with those who state it; a corrected one has no voice left."""
    by_value: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in counted:
        q = claim.quantity
        if q is not None:
            by_value[q.lo, q.hi, q.soft_lo, q.soft_hi].append(claim)
    out = []
    for claims in by_value.values():
        votes = ground.groups(c.id for c in claims if c in current)
        quantity = claims[0].quantity
        assert quantity is not None
        out.append(Alternative(quantity, len(votes), ids(claims), names_of(claims)))
    return tuple(sorted(out, key=lambda a: (-a.groups, -len(a.claims), bounds(a.quantity))))
