"""Sums with uncertain numbers: the algebra of CODEBOOK §5 on Quantity.

A bound of None is open. A soft bound may give way: crossing it is a tension, crossing a hard one
is a conflict. Nothing here repairs a number.

>>> subtract(whole(123), whole(114)).lo, consistent(whole(52), whole(51))
(9, False)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from detente.errors import DetenteError
from detente.records import Quantity

Comparison = Literal["agree", "tension", "conflict", "apart"]
Number = int | float


def whole(number: int, *, population: str | None = None) -> Quantity:
    """Exactly this many.

    >>> whole(3)
    Quantity(lo=3, hi=3, soft_lo=False, soft_hi=False, exact=True, cue='', unit=None, population=None)
    """
    return Quantity(number, number, exact=True, population=population)


def interval(
    lo: Number | None,
    hi: Number | None,
    *,
    soft_lo: bool = False,
    soft_hi: bool = False,
    like: Quantity | None = None,
) -> Quantity:
    """A quantity of these bounds, counting what ``like`` counts; exact where both ends are one and hard."""
    exact = lo is not None and lo == hi and not soft_lo and not soft_hi
    unit, population = (like.unit, like.population) if like is not None else (None, None)
    return Quantity(
        lo, hi, soft_lo and lo is not None, soft_hi and hi is not None, exact, "", unit, population
    )


def empty(quantity: Quantity) -> bool:
    """Can no number at all be meant?"""
    return quantity.lo is not None and quantity.hi is not None and quantity.lo > quantity.hi


def hardened(quantity: Quantity) -> Quantity:
    """The quantity without its soft bounds: what it says for sure."""
    return interval(
        None if quantity.soft_lo else quantity.lo, None if quantity.soft_hi else quantity.hi, like=quantity
    )


def same_population(left: Quantity, right: Quantity) -> bool:
    """May the two be compared? Not where each names a population and the names differ."""
    return left.population is None or right.population is None or left.population == right.population


def compare(left: Quantity, right: Quantity) -> Comparison:
    """How two counts stand to one another.

    Returns:
        ``"apart"`` where they count different populations, ``"conflict"`` where their hard parts
        have no number in common, ``"tension"`` where only soft bounds are crossed, else ``"agree"``.

    Example:
        >>> compare(interval(950, 1050, soft_lo=True, soft_hi=True), whole(1100))
        'tension'
    """
    if not same_population(left, right):
        return "apart"
    if empty(_meet(hardened(left), hardened(right))):
        return "conflict"
    return "tension" if empty(_meet(left, right)) else "agree"


def consistent(left: Quantity, right: Quantity) -> bool:
    """Do the hard parts intersect?"""
    return compare(left, right) != "conflict"


def tension(left: Quantity, right: Quantity) -> bool:
    """Is a soft bound crossed, and no hard one?"""
    return compare(left, right) == "tension"


def meet(left: Quantity, right: Quantity) -> Quantity | None:
    """What both say; None where no number suits both, soft bounds included.

    Raises:
        DetenteError: the two count different populations.

    Example:
        >>> meet(interval(100, None), whole(123))
        Quantity(lo=123, hi=123, soft_lo=False, soft_hi=False, exact=True, cue='', unit=None, population=None)
    """
    if not same_population(left, right):
        raise DetenteError(
            f"expected two counts of one population; found {left.population!r} and {right.population!r}; "
            "link them as part and whole, or keep them apart"
        )
    found = _meet(left, right)
    return None if empty(found) else found


def _meet(left: Quantity, right: Quantity) -> Quantity:
    lo, soft_lo = _higher((left.lo, left.soft_lo), (right.lo, right.soft_lo))
    hi, soft_hi = _lower((left.hi, left.soft_hi), (right.hi, right.soft_hi))
    return interval(lo, hi, soft_lo=soft_lo, soft_hi=soft_hi, like=left if left.population else right)


End = tuple[Number | None, bool]


def _higher(left: End, right: End) -> End:
    """The tighter lower end; of two at one place the hard one."""
    if left[0] is None or right[0] is None:
        return right if left[0] is None else left
    return max(left, right, key=lambda end: (end[0], not end[1]))


def _lower(left: End, right: End) -> End:
    if left[0] is None or right[0] is None:
        return right if left[0] is None else left
    return min(left, right, key=lambda end: (end[0], end[1]))


def hull(quantities: Sequence[Quantity]) -> Quantity | None:
    """The smallest interval that holds them all, for display; None for none.

    >>> hull([whole(51), whole(52)])
    Quantity(lo=51, hi=52, soft_lo=False, soft_hi=False, exact=False, cue='', unit=None, population=None)
    """
    if not quantities:
        return None
    lows = [(q.lo, q.soft_lo) for q in quantities]
    highs = [(q.hi, q.soft_hi) for q in quantities]
    lo = None if any(v is None for v, _ in lows) else min(lows, key=lambda e: (e[0] or 0, e[1]))
    hi = None if any(v is None for v, _ in highs) else max(highs, key=lambda e: (e[0] or 0, not e[1]))
    return interval(
        lo and lo[0], hi and hi[0], soft_lo=bool(lo and lo[1]), soft_hi=bool(hi and hi[1]), like=quantities[0]
    )


def add(left: Quantity, right: Quantity, *, disjoint: bool) -> Quantity:
    """How many in two groups together, which the text says have nobody in common.

    Raises:
        DetenteError: the groups are not declared disjoint; the sum could count somebody twice.

    Example:
        >>> add(whole(968), whole(168), disjoint=True).lo
        1136
    """
    if not disjoint:
        raise DetenteError(
            "expected groups with nobody in common; found groups that may overlap; "
            "declare them disjoint only where a source does"
        )
    return _unpopulated(
        interval(
            (left.lo or 0) + (right.lo or 0),
            None if left.hi is None or right.hi is None else left.hi + right.hi,
            soft_lo=left.soft_lo or right.soft_lo,
            soft_hi=left.soft_hi or right.soft_hi,
            like=left,
        )
    )


def subtract(total: Quantity, part: Quantity) -> Quantity:
    """How many of the total are not of this part: ``[max(0, T.lo - A.hi), T.hi - A.lo]``.

    >>> subtract(interval(120, None), whole(114))
    Quantity(lo=6, hi=None, soft_lo=False, soft_hi=False, exact=False, cue='', unit=None, population=None)
    """
    lo: Number = 0 if total.lo is None or part.hi is None else max(0, total.lo - part.hi)
    return _unpopulated(
        interval(
            lo,
            None if total.hi is None else total.hi - (part.lo or 0),
            soft_lo=lo > 0 and (total.soft_lo or part.soft_hi),
            soft_hi=total.soft_hi or (part.soft_lo and bool(part.lo)),
            like=total,
        )
    )


def _unpopulated(quantity: Quantity) -> Quantity:
    """A sum or a rest counts neither of the populations it was made of."""
    return Quantity(
        quantity.lo, quantity.hi, quantity.soft_lo, quantity.soft_hi, quantity.exact, "", quantity.unit, None
    )


def heaviest(quantities: Sequence[Quantity], weights: Sequence[float]) -> tuple[int, ...]:
    """The heaviest set of counts of one population that share a number: a sweep over their ends.

    Args:
        quantities: what the groups say, one each.
        weights: how much each group weighs.

    Returns:
        The places of the chosen counts, in order. Of equal sets, the one at the lowest number.

    Example:
        >>> heaviest([whole(145), whole(128), interval(100, 130)], [1.0, 0.6, 0.5])
        (1, 2)
    """
    best: tuple[float, tuple[int, ...]] = (-1.0, ())
    for point in sorted({quantity.lo or 0 for quantity in quantities}):
        chosen = tuple(i for i, quantity in enumerate(quantities) if _holds(quantity, point))
        weight = sum(weights[i] for i in chosen)
        if weight > best[0] + 1e-12:
            best = weight, chosen
    return best[1]


def _holds(quantity: Quantity, point: Number) -> bool:
    return (quantity.lo or 0) <= point and (quantity.hi is None or point <= quantity.hi)
