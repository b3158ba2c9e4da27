"""Claims of one report that tell one happening: lede, body and retelling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from detente.records import Claim, Quantity
from detente.records.windows import apart, dated
from detente.resolution.acts import ALONE, FAMILIES, agents_of, is_whole, people_of, status_of
from detente.resolution.keys import group_words
from detente.resolution.reports import Report

Cluster = tuple[Claim, ...]


RIVAL = 0.5
"""Another source's number for one group is at least half of the first: a smaller one counts a part."""


def clusters(report: Report) -> tuple[Cluster, ...]:
    """The report's happenings, each as the claims that tell it, in the order of the text."""
    found: list[list[Claim]] = []
    for claim in report.claims:
        if claim.type not in FAMILIES and claim.type not in ALONE:
            continue
        home = _home(report, found, claim)
        if home is None:
            found.append([claim])
        else:
            home.append(claim)
    return tuple(tuple(c) for c in found)


def _home(report: Report, found: list[list[Claim]], claim: Claim) -> list[Claim] | None:
    """The cluster that the claim belongs to: the reader's, else the nearest that fits in full."""
    for cluster in found:
        if claim.happening and any(c.happening == claim.happening for c in cluster):
            return cluster if _may_be_one(report, cluster, claim) else None
    fits = [c for c in found if claim.type not in ALONE and all(agrees(report, m, claim) for m in c)]
    return min(fits, key=lambda c: min(abs(claim.span.start - m.span.start) for m in c), default=None)


def _may_be_one(report: Report, cluster: list[Claim], claim: Claim) -> bool:
    """The reader's key never joins an act with its denial, or a promise with its performance."""
    return all(status_of(m) == status_of(claim) and _family(m) == _family(claim) for m in cluster)


def _family(claim: Claim) -> str:
    return FAMILIES.get(claim.type, claim.type)


def agrees(report: Report, left: Claim, right: Claim) -> bool:
    """May two claims of one report tell one happening?"""
    if _family(left) != _family(right) or status_of(left) != status_of(right):
        return False
    if left.happening and right.happening and left.happening != right.happening:
        return False
    return (
        _agents_agree(report, left, right)
        and _times_agree(left, right)
        and _roles_agree(report, left, right)
        and _counts_agree(left, right)
    )


def _agents_agree(report: Report, left: Claim, right: Claim) -> bool:
    """One agent, or none named; a total of several who each let people go is nobody's own release."""
    one = {report.party(f) for f in agents_of(left)}
    two = {report.party(f) for f in agents_of(right)}
    if one and two:
        total = is_sum(report, left) != is_sum(report, right) and not _one_number(left, right)
        whole = is_whole(left) and is_whole(right)
        return bool(one & two) and (
            len(one) == len(two) or not (_is_total(report, one ^ two) or (total and whole))
        )
    alone = not (one or two) or _family(left) != "free" or not _several_release(report)
    return alone or _one_number(left, right)


def _one_number(left: Claim, right: Claim) -> bool:
    """Sixteen whom a state let go, and "the sixteen": no total of all."""
    one, two = left.quantity, right.quantity
    exact = one is not None and two is not None and one.lo == one.hi == two.lo == two.hi
    return exact and is_whole(left) and is_whole(right)


def is_sum(report: Report, claim: Claim) -> bool:
    """Is it told of both sides of an exchange at once, whom they gave: "the two exchanged thirty"?"""
    return claim.sub == "swap_release" and len({report.party(f) for f in agents_of(claim)}) > 1


def _is_total(report: Report, others: Set[str]) -> bool:
    """Do the others, who act in one claim alone, let people go by themselves too, as the sides of a swap do?

    "Varland and Osmia freed sixteen" and "Varland freed Marr" tell of one release; with "Osmia freed two"
    beside them the sixteen are a total.
    """
    return any(sides and sides <= others for sides in _releasing(report))


def _several_release(report: Report) -> bool:
    """Does the report tell of more than one party that lets people go, as in a swap?"""
    return len(frozenset[str]().union(*_releasing(report))) > 1


def _releasing(report: Report) -> Iterator[frozenset[str]]:
    """Who lets people go together, release by release."""
    claims = (c for c in report.claims if _family(c) == "free" and status_of(c) == "done")
    return (_parties(report, c) for c in claims)


def _parties(report: Report, claim: Claim) -> frozenset[str]:
    """Who lets go; of a court and its state, the state."""
    named = {report.party(f) for f in agents_of(claim)}
    return frozenset({p for p in named if p.startswith("state:")} or named)


def _times_agree(left: Claim, right: Claim) -> bool:
    one, two = dated(left.time), dated(right.time)
    if one is None or two is None:
        return status_of(left) != "past" or one == two
    return apart(one, two) == 0


_MUST_AGREE = {
    "move": ("to",),
    "ease": ("target", "sector", "programme"),
    "impose": ("target", "sector", "programme"),
    "keep": ("target", "sector", "programme"),
    "talks": ("place",),
    "take": ("person",),
    "try": ("person",),
    "hold": ("person",),
    "harm": ("person",),
    "step": ("counterpart", "kind"),
}


def _roles_agree(report: Report, left: Claim, right: Claim) -> bool:
    """Roles that make the happening what it is: who was tried, where the move went, what was eased."""
    for role in _MUST_AGREE.get(_family(left), ()):
        one = {report.key(f) for f in left.roles.get(role, ())}
        two = {report.key(f) for f in right.roles.get(role, ())}
        if one and two and not one & two:
            return False
    return _family(left) not in ("take", "try", "hold", "harm") or bool(people_of(left)) == bool(
        people_of(right)
    )


def _counts_agree(left: Claim, right: Claim) -> bool:
    """Two counts of one group, or the number that another source gives for it."""
    if not is_whole(left) or not is_whole(right):
        return True
    if left.quantity is None or right.quantity is None:
        return _same_group(left, right)
    if meet(left.quantity, right.quantity):
        return _same_group(left, right)
    rival = nearness(left.quantity, right.quantity) >= RIVAL
    return rival and _speaker(left) != _speaker(right) and _group(left) == _group(right)


def _same_group(left: Claim, right: Claim) -> bool:
    one, two = _group(left), _group(right)
    return not one or not two or bool(one & two)


def _group(claim: Claim) -> frozenset[str]:
    return group_words(" ".join(claim.names("group")) + " " + _unit(claim))


def _unit(claim: Claim) -> str:
    return (claim.quantity.unit or "") if claim.quantity else ""


def _speaker(claim: Claim) -> str:
    return claim.attribution[-1].name if claim.attribution else ""


def meet(left: Quantity, right: Quantity) -> bool:
    """Do the hard parts of two counts have a number in common?"""
    lo = max((q.lo for q in (left, right) if q.lo is not None and not q.soft_lo), default=None)
    hi = min((q.hi for q in (left, right) if q.hi is not None and not q.soft_hi), default=None)
    return lo is None or hi is None or lo <= hi


def nearness(left: Quantity | None, right: Quantity | None) -> float:
    """The smaller count as a share of the greater; 1 where they may be one, 0 where one is not told."""
    if left is None or right is None:
        return 0.0
    bounds = sorted(b for b in (left.lo, left.hi, right.lo, right.hi) if b is not None)
    return 1.0 if meet(left, right) else bounds[0] / bounds[-1] if bounds[-1] > 0 else 0.0


def distinct_agents(report: Report, cluster: Sequence[Claim]) -> frozenset[str]:
    """Everybody said to act in a cluster, states standing in for those who act for them."""
    return frozenset(report.party(f) for c in cluster for f in agents_of(c))
