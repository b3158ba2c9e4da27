"""Where how many went: stated parts, what follows for the others, and what is left (CODEBOOK §5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.language.gazetteer import gazetteer
from detente.language.scripts import fold
from detente.reconciliation.counts import Complete, Narrowed, Population, Solution, solve
from detente.reconciliation.counts import Stated as Counted
from detente.reconciliation.ground import Ground, ids, in_order, is_member
from detente.reconciliation.merging import Bargain
from detente.reconciliation.stated import Stated, state
from detente.reconciliation.support import Grades
from detente.reconciliation.words import share_of
from detente.records import HAPPENED, UNSTATED, Claim, Destination, Filler, Quantity, Unplaced

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
    moves = [c for c in in_order(ground.of(events, "TRANSFER", "RELEASE")) if _went(c)]
    told = {c.id: _places(_to(ground, c)) for c in moves}
    moves = [c for c in moves if told[c.id]]
    alone = {next(iter(p)) for c in moves if len(p := told[c.id]) == 1 and c.quantity is not None}
    by_place: dict[str, list[Claim]] = defaultdict(list)
    names: dict[str, list[Filler]] = defaultdict(list)
    for claim in moves:
        for place in _own_places(told[claim.id], alone):
            names[place] += told[claim.id][place]
            by_place[place].append(claim)
    several = {c.id for c in moves if len(_own_places(told[c.id], alone)) > 1}
    found = [_leg(ground, _name(names[k]), cs, several, grades) for k, cs in by_place.items()]
    home = {_country(ground.filler(e.agent).name) for e in events if e.type == "RELEASE" and e.agent}
    left = home if len(home) == 1 else set()  # of a swap, each side's country is the other's destination
    return tuple(leg for leg in found if leg.told.quantity or leg.share or _country(leg.place) not in left)


def _to(ground: Ground, claim: Claim) -> list[Filler]:
    """Where a move goes: the places told, else the states that received the people.

    Of a release alone, only a place that stands in its own words: "home" and "back" name none.
    """
    told = [f for f in claim.roles.get("to", ()) if f.name != UNSTATED]
    if claim.type == "RELEASE" and all(f.inferred for f in told):
        told = []
    received = (ground.filler(p) for p in sorted(ground.parties(claim, "receiver")))
    return told or [f for f in received if f.kind == "state"]


def _places(to: Iterable[Filler]) -> dict[str, list[Filler]]:
    """The countries a move goes to, each with the places of it that are named."""
    out: dict[str, list[Filler]] = defaultdict(list)
    for filler in to:
        out[_country(filler.name)].append(filler)
    return out


def _own_places(places: dict[str, list[Filler]], alone: set[str]) -> list[str]:
    """Of several countries in one breath, those that no other claim counts by themselves."""
    own = [p for p in places if p not in alone]
    return own if len(places) > 1 and own else list(places)


def _country(place: str) -> str:
    """A city and its country are one destination: by the country's code where the place is known.

    >>> _country("Vilnius") == _country("Lithuania")
    True
    """
    hits = [h for h in gazetteer().find(place) if h.kind in ("state", "capital", "city") and h.code]
    return hits[0].code if len(hits) == 1 else fold(place)


def _name(fillers: Sequence[Filler]) -> str:
    """The country's own name where it is told, else the place's."""
    return next((f.name for f in fillers if f.kind == "state"), fillers[0].name)


def _went(claim: Claim) -> bool:
    done = claim.mode in HAPPENED and claim.polarity == "+" and claim.factuality != "U"
    where = claim.roles.get("to") or claim.roles.get("receiver")
    return done and bool(where) and claim.sub not in STAYED


def _leg(ground: Ground, place: str, claims: Sequence[Claim], several: set[str], grades: Grades) -> Leg:
    """One place; a number told of several places together is the number of none of them."""
    groups = [c for c in claims if not is_member(c)]
    own = [c for c in groups if c.id not in several]
    counted = [c for c in own if c.quantity is not None and share_of(c.quantity.cue) is None]
    share = next((s for c in own if (s := _share(c))), None)
    return Leg(place, state(ground, counted, grades), tuple(claims), None if counted else share)


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
    solution = _solved(found, total)
    rows = tuple(_row(leg, found, total, solution) for leg in found)
    return rows, _left(found, total, solution)


def _solved(found: Sequence[Leg], total: Stated | None) -> Solution | None:
    """Whole and parts narrowed by one another; None where no whole is known."""
    if total is None or total.quantity is None:
        return None
    parts = [leg for leg in found if _is_part(leg, total)]
    rest = tuple(Complete(_TO, ids(leg.claims)) for leg in parts if leg.share == "rest")
    population = Population(
        key=_WHOLE,
        stated=_said(total.claims),
        parts=tuple(Population(key=leg.place, division=_TO, stated=_said(leg.told.claims)) for leg in parts),
        complete=rest,
    )
    return solve(population)


_WHOLE = ""
_TO = "to"


def _said(claims: Sequence[Claim]) -> tuple[Counted, ...]:
    return tuple(Counted(c.id, c.quantity) for c in claims if c.quantity is not None)


def _is_part(leg: Leg, total: Stated) -> bool:
    """A part has a number, or is the rest; where all went, that is the whole once more and no part."""
    own, whole = leg.told.quantity, total.quantity
    if own is None:
        return leg.share == "rest"
    return whole is None or own.lo is None or own.lo != whole.hi


def _row(leg: Leg, found: Sequence[Leg], total: Stated | None, solution: Solution | None) -> Destination:
    value = _narrowed(leg, total, solution)
    quantity = value.quantity if value else leg.told.quantity or _people(leg)
    return Destination(
        place=leg.place,
        quantity=quantity,
        alternatives=leg.told.alternatives,
        derived=value is not None,
        derived_from=tuple(dict.fromkeys((*ids(leg.claims), *value.derived_from))) if value else (),
        rule=value.rule if value else None,
        hedges=tuple(dict.fromkeys(h for c in leg.claims for h in c.hedges)),
        claims=ids(leg.claims),
    )


def _narrowed(leg: Leg, total: Stated | None, solution: Solution | None) -> Narrowed | None:
    """The count that only the whole and the other parts give; None where the stated one stands."""
    if total is None or total.quantity is None or solution is None:
        return None
    if leg.share == "all":
        whole = total.quantity
        same = Quantity(
            whole.lo, whole.hi, soft_lo=whole.soft_lo, soft_hi=whole.soft_hi, exact=whole.exact, unit="people"
        )
        return Narrowed(
            key=leg.place, quantity=same, derived=True, derived_from=ids(total.claims), rule="all of T"
        )
    if not _is_part(leg, total):
        return None
    value = solution.value(leg.place)
    return value if value.derived else None


def _people(leg: Leg) -> Quantity | None:
    """One person who is named went there: that is one; a list of names is seldom all."""
    people = {f.entity or f.name for c in leg.claims if is_member(c) for f in c.roles.get("person", ())}
    if not people or any(not is_member(c) for c in leg.claims):
        return None
    return Quantity(len(people), 1 if len(people) == 1 else None, exact=len(people) == 1, unit="people")


def _left(found: Sequence[Leg], total: Stated | None, solution: Solution | None) -> tuple[Unplaced, ...]:
    """T less the parts that are counted; nothing is said of where the rest went.

    Where reports disagree on a number, only of a whole and parts that one report tells: 68 by one
    less 54 and 11 by another, who counts 71, is nobody's remainder.
    """
    if total is None or any(leg.share == "rest" for leg in found):
        return ()
    counted = [total, *(leg.told for leg in found if leg.told.quantity is not None and _is_part(leg, total))]
    telling = [{c.document.id for c in told.claims} for told in counted]
    if any(told.dissent for told in counted) and not set.intersection(*telling):
        return ()
    return tuple(
        Unplaced(
            quantity=rest.quantity,
            what=f"not reported as sent to {' or '.join(sorted(rest.besides))}",
            derived_from=rest.derived_from,
            rule=rest.rule,
        )
        for rest in (solution.remainders if solution else ())
    )
