"""Where how many went: stated parts, what follows for the others, and what is left (CODEBOOK §5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from detente.language.scripts import fold
from detente.reconciliation.bargains import Bargain
from detente.reconciliation.ground import Ground, ids, in_order
from detente.reconciliation.people import is_member
from detente.reconciliation.stated import Stated, state
from detente.reconciliation.support import Grades
from detente.reconciliation.words import share_of
from detente.records import UNSTATED, Alternative, Claim, Destination, Quantity, Unplaced

STAYED = frozenset({"facility_move", "remains", "refuse_to_leave", "exile_bar"})


@dataclass(frozen=True, slots=True)
class Leg:
    """One place with what is told of the way there."""

    place: str
    told: Stated
    claims: tuple[Claim, ...]
    share: str | None = None  # "all" or "rest", where words and no number say how many


def legs(ground: Ground, bargain: Bargain, grades: Grades) -> tuple[Leg, ...]:
    """The places that the bargain's releases and moves name, in the order of the reports."""
    events = [ground.events[i] for i in bargain.events]
    by_place: dict[str, list[Claim]] = defaultdict(list)
    names: dict[str, str] = {}
    for claim in in_order(ground.of(events, "TRANSFER", "RELEASE")):
        if _went(claim):
            for filler in claim.roles["to"]:
                if filler.name != UNSTATED:
                    by_place[fold(filler.name)].append(claim)
                    names.setdefault(fold(filler.name), filler.name)
    return tuple(_leg(ground, names[key], claims, grades) for key, claims in by_place.items())


def _went(claim: Claim) -> bool:
    done = (
        claim.mode in ("performed", "asserted", "background")
        and claim.polarity == "+"
        and claim.factuality != "U"
    )
    return done and bool(claim.roles.get("to")) and claim.sub not in STAYED


def _leg(ground: Ground, place: str, claims: Sequence[Claim], grades: Grades) -> Leg:
    groups = [c for c in claims if not is_member(c)]
    counted = [c for c in groups if c.quantity is not None and share_of(c.quantity.cue) is None]
    share = next((s for c in groups if (s := _share(c))), None)
    return Leg(place, state(ground, counted or groups, grades), tuple(claims), None if counted else share)


def _share(claim: Claim) -> str | None:
    cue = claim.quantity.cue if claim.quantity else ""
    group = claim.names("group")
    return share_of(cue) or (share_of(group[0]) if group else None)


def destinations(
    ground: Ground, bargain: Bargain, total: Stated | None, grades: Grades
) -> tuple[tuple[Destination, ...], tuple[Unplaced, ...]]:
    """Each place with its count, stated or bounded by the rest, and what no place accounts for.

    Args:
        ground: what is known.
        bargain: whose legs.
        total: how many were freed, where one side freed one counted group; else None.
        grades: the desk's letters.
    """
    found = legs(ground, bargain, grades)
    rows = tuple(_row(leg, found, total) for leg in found)
    left = _left(found, total)
    return rows, (left,) if left else ()


def _row(leg: Leg, found: Sequence[Leg], total: Stated | None) -> Destination:
    others = [other for other in found if other is not leg]
    derived = _derived(leg, others, total)
    quantity, rule = derived if derived else (leg.told.quantity or _people(leg), None)
    sources = (*leg.claims, *_basis(others, total)) if derived else ()
    return Destination(
        place=leg.place,
        quantity=quantity,
        alternatives=leg.told.alternatives if len(leg.told.alternatives) > 1 or derived else _plain(leg),
        derived=derived is not None,
        derived_from=ids(sources),
        rule=rule,
        hedges=tuple(dict.fromkeys(h for c in leg.claims for h in c.hedges)),
        claims=ids(leg.claims),
    )


def _plain(leg: Leg) -> tuple[Alternative, ...]:
    return leg.told.alternatives


def _derived(leg: Leg, others: Sequence[Leg], total: Stated | None) -> tuple[Quantity, str] | None:
    """A count that only the whole and the other parts give; a place without a claim of number gets none."""
    whole = total.quantity if total else None
    own = leg.told.quantity
    if whole is None or whole.lo is None:
        return None
    if leg.share == "all":
        return _made(whole.lo, whole.hi), "all of T"
    placed = sum(q.lo or 0 for o in others if (q := o.told.quantity))
    if leg.share == "rest":
        hi = None if whole.hi is None else max(0, whole.hi - placed)
        rest_of = [q.hi for o in others if (q := o.told.quantity)]
        lo = max(0, whole.lo - sum(h or 0 for h in rest_of)) if None not in rest_of else 0
        return _made(lo, hi), "T - A"
    if own is None or whole.hi is None or (own.hi is not None and own.hi <= whole.hi - placed):
        return None
    hi = max(whole.hi - placed, own.lo or 0) if placed <= whole.hi else own.hi
    return _made(own.lo, hi, soft_lo=own.soft_lo), "part–whole"


def _made(lo: float | int | None, hi: float | int | None, *, soft_lo: bool = False) -> Quantity:
    return Quantity(lo, hi, soft_lo=soft_lo and lo != hi, exact=lo == hi, unit="people")


def _people(leg: Leg) -> Quantity | None:
    """One person who is named went there: that is one; a list of names is seldom all."""
    people = {f.entity or f.name for c in leg.claims if is_member(c) for f in c.roles.get("person", ())}
    if not people or any(not is_member(c) for c in leg.claims):
        return None
    return Quantity(len(people), 1 if len(people) == 1 else None, exact=len(people) == 1, unit="people")


def _basis(others: Sequence[Leg], total: Stated | None) -> tuple[Claim, ...]:
    whole = total.claims if total else ()
    return (*whole, *(c for o in others if o.told.quantity for c in o.told.claims))


def _left(found: Sequence[Leg], total: Stated | None) -> Unplaced | None:
    """T less the parts that are counted exactly; nothing is said of where the rest went."""
    counted = [leg for leg in found if leg.told.quantity and leg.told.quantity.lo == leg.told.quantity.hi]
    whole = total.quantity if total else None
    if not counted or total is None or whole is None or whole.lo is None:
        return None
    placed = sum(leg.told.quantity.lo or 0 for leg in counted if leg.told.quantity)
    hi = None if whole.hi is None else max(0, whole.hi - placed)
    names = " or ".join(leg.place for leg in counted)
    return Unplaced(
        quantity=_made(max(0, whole.lo - placed), hi),
        what=f"not reported as sent to {names}",
        derived_from=ids((*total.claims, *(c for leg in counted for c in leg.told.claims))),
        rule="T - A",
    )
