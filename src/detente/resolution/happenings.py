"""Happenings across reports: which clusters of claims tell one event (CODEBOOK §7)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from detente.language.scripts import fold
from detente.records import Claim, Quantity
from detente.records.windows import Window, apart, dated
from detente.resolution.acts import FAMILIES, is_whole, people_of, status_of
from detente.resolution.clusters import Cluster, clusters, distinct_agents, is_sum, meet, nearness
from detente.resolution.keys import group_words
from detente.resolution.names import alike
from detente.resolution.reports import Place, Report, in_text
from detente.resolution.times import NEAR, narrowest, window

WEIGHTS = {"type": 0.30, "time": 0.25, "roles": 0.25, "place": 0.10, "quantity": 0.10}
LINK = 0.75
WIDE = 10
"""A window of more days than this (a month, a year) places a happening only roughly."""
ROUGH = 0.5
"""Score of two days that meet so: enough only where a number or a name agrees too."""
RETOLD = 400
"""Days after which a happening told without a date is no more looked for."""
RIVAL = 0.8
"""Numbers that lie so near may be two counts of one group."""
APART = 0.50
"""Complete link: no two members of one happening may score less than this."""
Key = tuple[str, str, Place]
"""Of a telling: its day, its report and its place there, an order that no input order changes."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's telling of one happening, with what it is compared by."""

    report: Report
    claims: Cluster
    key: Key
    family: str
    status: str  # "done" for what is told in passing too: an old happening and its retelling are one
    agents: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    targets: frozenset[str]
    groups: frozenset[str]  # who is counted: of the claim with the count, else of all
    when: Window | None
    quantity: Quantity | None
    undated: bool = False  # "when" is only guessed from the day of the report
    is_sum: bool = False  # it counts whom both sides of an exchange gave

    @property
    def mark(self) -> Hashable:
        """All that it is compared by."""
        counted = self.quantity and (
            self.quantity.lo,
            self.quantity.hi,
            self.quantity.soft_lo,
            self.quantity.soft_hi,
        )
        report, by_number = self.report, counted is not None or exact_number(self) is not None
        return (
            self.family, self.status, self.agents, self.people, self.places, self.targets, self.groups,
            self.when, counted, self.undated, self.is_sum, self.report.taken_back,
            self.report.taken_back and self.report.published,
            by_number and (report.context, report.scene, report.custodian, report.publisher, report.figures),
        )  # fmt: skip

    @property
    def presumed(self) -> frozenset[str]:
        """Who acts: where nobody is told to, the state that the report is from."""
        home = self.report.custodian if self.family == "free" else None
        return self.agents or frozenset((f"state:{fold(home)}",) if home else ())


def tellings(reports: Iterable[Report]) -> tuple[Telling, ...]:
    """Every report's happenings."""
    return tuple(telling(r, c) for r in reports for c in clusters(r))


def telling(report: Report, claims: Cluster) -> Telling:
    """What one cluster of one report says, gathered for comparison."""
    status = status_of(claims[0])
    windows = [w for c in claims if (w := window(c, news=status in ("done", "to_come")))]
    wholes = [c for c in claims if is_whole(c)]
    counted = next((c for c in wholes if c.quantity is not None), None)
    population = [counted] if counted is not None else wholes or claims
    return Telling(
        report=report,
        claims=claims,
        key=(report.published, report.document, in_text(claims[0])),
        family=FAMILIES.get(claims[0].type, ""),
        status="done" if status == "past" else status,
        agents=distinct_agents(report, claims),
        people=frozenset(report.people.get(f.name, f.name) for c in claims for f in people_of(c)),
        places=_keys(report, claims, "to", "place"),
        targets=_keys(report, claims, "target", "sector", "counterpart", "participants"),
        groups=frozenset(w for c in population for w in group_words(" ".join(c.names("group")))),
        when=narrowest(windows),
        undated=not any(dated(c.time) for c in claims),
        quantity=counted.quantity if counted is not None else None,
        is_sum=counted is not None and all(is_sum(report, c) for c in wholes if c.quantity is not None),
    )


def _keys(report: Report, claims: Cluster, *roles: str) -> frozenset[str]:
    fillers = (f for c in claims for r in roles for f in c.roles.get(r, ()) if f.kind != "unstated")
    return frozenset(report.party(f) for f in fillers)


def say_nothing(left: Telling, right: Telling) -> bool:
    """Near in time, and nothing told of both by which they could be compared: neither for nor against.

    Another number of one described group is none that parts them, nor is one beside a figure that suits both.
    """
    unlike = left.family != right.family or left.status != right.status or _populations_differ(left, right)
    rivals = left.groups & right.groups or _names_its_figure(left, right) or _names_its_figure(right, left)
    unlike = unlike or (_quantity_score(left, right) == 0.0 and not rivals)
    if unlike or not _time_score(left, right):
        return False
    return _roles_score(left, right) != 0.0 and not _share_anybody(left, right)


def _names_its_figure(left: Telling, right: Telling) -> bool:
    """Does the report of one name a number that the other's count allows, beside a like one of its own?"""
    named = (Quantity(n, n) for n in left.report.figures)
    near = nearness(left.quantity, right.quantity) >= RIVAL
    return near and any(right.quantity is not None and meet(right.quantity, n) for n in named)


def may_retell(left: Telling, right: Telling) -> bool:
    """May one of two, which gives no date, tell again what the other tells as earlier?"""
    if left.status != right.status or left.family != right.family or not left.family:
        return False
    if not (_is_earlier(left, right) or _is_earlier(right, left)):
        return False
    return not _populations_differ(left, right) and _roles_score(left, right) != 0.0


def _is_earlier(old: Telling, retelling: Telling) -> bool:
    """Does the one lie in the year before the other, which is undated?"""
    if not retelling.undated or old.when is None or retelling.when is None:
        return False
    return old.when[1] <= retelling.when[1] and (retelling.when[0] - old.when[1]).days <= RETOLD


def score(left: Telling, right: Telling) -> float:
    """How much speaks for one happening, from 0 to 1; what neither states has no weight."""
    if left.status != right.status or _populations_differ(left, right) or _is_part(left, right):
        return 0.0
    parts = {
        "type": 1.0,
        "time": _time_score(left, right),
        "roles": _roles_score(left, right),
        "place": _share(left.places, right.places),
        "quantity": _quantity_score(left, right),
    }
    if parts["time"] in (None, 0.0) or parts["roles"] == 0.0:
        return 0.0
    if not (_share_anybody(left, right) or _counted_in_context(left, right) or _puts_right(left, right)):
        return 0.0
    if parts["time"] == ROUGH and not (parts["quantity"] or _people_share(left.people, right.people) == 1.0):
        return 0.0
    known = {k: v for k, v in parts.items() if v is not None}
    return sum(WEIGHTS[k] * v for k, v in known.items()) / sum(WEIGHTS[k] for k in known)


def _share_anybody(left: Telling, right: Telling) -> bool:
    """Do both tell of one agent, one person or one target? That two things fell in one week says nothing."""
    if left.agents & right.agents or left.targets & right.targets:
        return True
    return _people_share(left.people, right.people) == 1.0


def _is_known_again(left: Telling, right: Telling) -> bool:
    """Two full names in common, or one exact number of one described group."""
    one, two = ({name for name in t.people if " " in name} for t in (left, right))
    again = [(a, b) for a in one for b in two if alike(a, b)]
    if min(len({a for a, _ in again}), len({b for _, b in again})) > 1:
        return True
    return exact_number(left) == exact_number(right) is not None and bool(left.groups & right.groups)


def exact_number(telling: Telling) -> float | None:
    """The exact number of a group, two or more: as told, else of those of a described group who are named."""
    quantity = telling.quantity
    if quantity is None:
        return len(telling.people) if telling.groups and len(telling.people) > 1 else None
    return quantity.lo if quantity.lo == quantity.hi and (quantity.lo or 0) > 1 else None


def described_on(telling: Telling) -> frozenset[tuple[str, str, str]]:
    """A counted group by each two words that describe it, with the one day that is told of it."""
    when = telling.when
    if telling.undated or when is None or when[0] != when[1] or exact_number(telling) is None:
        return frozenset()
    pairs = combinations(sorted(telling.groups), 2)
    return frozenset((one, two, when[0].isoformat()) for one, two in pairs)


def _counted_in_context(left: Telling, right: Telling) -> bool:
    """Where no role can be compared: exact numbers of people, by reports that name something in common.

    Countries are named by many reports; one that only lets people go in one of the two is enough. Numbers
    that differ need one described group too, told alike in two words on one stated day if nothing else is
    named, or to lie near one another in reports that name one person, or of which one names the other's.
    """
    one, two = exact_number(left), exact_number(right)
    if one is None or two is None:
        return False
    named = left.report.context & right.report.context
    acting = (left.presumed | right.presumed) & _scene(left) & _scene(right)
    somebody = any(not k.startswith("state:") for k in named) or _has_it_from(left.report, right.report)
    if one == two:
        return bool(left.groups & right.groups) or somebody or bool(acting)
    if left.groups & right.groups and (somebody or acting or described_on(left) & described_on(right)):
        return True
    if somebody:
        return nearness(left.quantity, right.quantity) >= RIVAL
    return _names_its_figure(left, right) or _names_its_figure(right, left)


def _has_it_from(left: Report, right: Report) -> bool:
    """Does one of two reports name the outlet of the other?"""
    pairs = ((left, right), (right, left))
    return any(f"organisation:{b.publisher}" in a.context for a, b in pairs if b.publisher)


def _scene(telling: Telling) -> frozenset[str]:
    """The states that a report names, the one it is from and the one that acts."""
    states = frozenset(k for k in telling.report.context if k.startswith("state:"))
    return states | telling.report.scene | telling.presumed


def _puts_right(left: Telling, right: Telling) -> bool:
    """Does a report take back the number that the same outlet gave before, and give another?"""
    pairs = ((left, right), (right, left))
    return any(
        old.report.publisher == new.report.publisher != ""
        and exact_number(old) in new.report.taken_back
        and new.report.published >= old.report.published
        for old, new in pairs
    )


def _populations_differ(left: Telling, right: Telling) -> bool:
    """Ten Americans are not twenty opposition members, whatever the day."""
    if left.groups & right.groups or left.groups == right.groups:
        return False
    both = left.quantity is not None and right.quantity is not None
    return both and not _meet(left, right)


def _is_part(left: Telling, right: Telling) -> bool:
    """Whom one side of an exchange gave is no other count of those whom both gave."""
    if left.is_sum == right.is_sum or left.quantity is None or right.quantity is None:
        return False
    if (right if left.is_sum else left).agents:
        ends = [(q.lo or 0, float("inf") if q.hi is None else q.hi) for q in (left.quantity, right.quantity)]
        return max(lo for lo, _ in ends) > min(hi for _, hi in ends)  # "about fifteen" are no thirty
    return nearness(left.quantity, right.quantity) < RIVAL


def _meet(left: Telling, right: Telling) -> bool:
    return left.quantity is not None and right.quantity is not None and meet(left.quantity, right.quantity)


def _time_score(left: Telling, right: Telling) -> float | None:
    if left.when is None or right.when is None:
        return None
    days = apart(left.when, right.when)
    if days > NEAR and (_is_earlier(left, right) or _is_earlier(right, left)):
        return ROUGH if _is_known_again(left, right) else 0.0
    if days > 0:
        return max(0.0, 1 - days / (NEAR + 1))
    widest = max((w[1] - w[0]).days for w in (left.when, right.when))
    return 1.0 if widest <= WIDE else ROUGH


def _roles_score(left: Telling, right: Telling) -> float | None:
    """Agents, people and targets; each that both tell counts the same."""
    people = _people_share(left.people, right.people)
    shares = [
        s
        for s in (_share(left.agents, right.agents), people, _share(left.targets, right.targets))
        if s is not None
    ]
    agents = _share(left.agents, right.agents)
    if agents == 0.0 and not _may_act_for(left.agents, right.agents):
        return 0.0
    return sum(shares) / len(shares) if shares else None


def _may_act_for(left: frozenset[str], right: frozenset[str]) -> bool:
    """A person whose state no report names may act for the state that another report names.

    So may a name that is written like a place's: no place acts.
    """
    one, two = {a.partition(":")[0] for a in left}, {a.partition(":")[0] for a in right}
    names = {"person", "place"}
    return (one == {"state"} and two <= names) or (two == {"state"} and one <= names)


def _people_share(left: frozenset[str], right: frozenset[str]) -> float | None:
    """Lists of names are seldom complete: one name in common is enough, none speaks little against."""
    if not left or not right:
        return None
    return 1.0 if any(alike(a, b) for a in left for b in right) else 0.25


def _share(left: frozenset[str], right: frozenset[str]) -> float | None:
    if not left or not right:
        return None
    return len(left & right) / min(len(left), len(right))


def _quantity_score(left: Telling, right: Telling) -> float | None:
    if left.quantity is None or right.quantity is None:
        return None
    return 1.0 if _meet(left, right) else 0.0


def grounds(left: Telling, right: Telling) -> tuple[float, float]:
    """On how much a score rests: two dates, a name in common, counts and how near they lie; then how many.

    By it the better of two like pairs is known: "twenty-six" of one report are the "twenty-four" of
    another, not its "four"; what both date goes before what one does not, the whole before a part.
    """
    dates = not left.undated and not right.undated
    names = _people_share(left.people, right.people) == 1.0
    many = max((t.quantity.lo or 0 for t in (left, right) if t.quantity is not None), default=0)
    return dates + names + nearness(left.quantity, right.quantity), many


def why(group: Sequence[Telling], scored: Iterable[tuple[Telling, Telling, float]]) -> tuple[str, ...]:
    """In words, why tellings of several claims are one happening.

    Args:
        group: the tellings.
        scored: those that stand side by side, with what speaks for each two.
    """
    reasons = []
    if any(len(t.claims) > 1 for t in group):
        reasons.append("one report tells it more than once: same kind of act, agent, days and group")
    for first, other, found in scored:
        pair = f"{first.claims[0].id} and {other.claims[0].id}"
        reasons.append(f"{pair}: {found:.2f} of type, time, roles, place, quantity")
    return tuple(reasons)


def claims_of(group: Sequence[Telling]) -> tuple[Claim, ...]:
    """All claims of a happening, report by report."""
    return tuple(c for t in group for c in t.claims)
