"""The deal record: derived from its concessions, never set by hand (CODEBOOK §6)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

import msgspec

from detente.reconciliation.bargains import bargains, candidates
from detente.reconciliation.concessions import sides
from detente.reconciliation.conditions import conditions
from detente.reconciliation.conflicts import deal_conflicts, sum_of_sides
from detente.reconciliation.days import hull, is_cumulative
from detente.reconciliation.ground import Ground, ids, in_order, is_member, voice
from detente.reconciliation.linkages import linkages, speaks_for
from detente.reconciliation.merging import Bargain, Tie, span_of
from detente.reconciliation.people import persons
from detente.reconciliation.places import destinations
from detente.reconciliation.stated import Stated, state
from detente.reconciliation.support import Grades
from detente.reconciliation.totals import exchanged, is_total, joined, of_all
from detente.reconciliation.words import has_word, is_envoy, is_mediator
from detente.records import (
    HAPPENED,
    UNSTATED,
    Broker,
    Claim,
    Conflict,
    Deal,
    DealState,
    Event,
    Give,
    Kept,
    Released,
    Remaining,
    Side,
    Time,
    content_id,
)


class Made(NamedTuple):
    """A bargain with its record."""

    bargain: Bargain
    deal: Deal


Known = Callable[[Bargain], Deal | None]
"""The record of a bargain, where it was made before and nothing that it looks at is another now."""


def deals_of(
    ground: Ground, ties: Sequence[Tie], documents: Sequence[str], grades: Grades, known: Known
) -> tuple[tuple[Made, ...], tuple[Made, ...]]:
    """The bargains of reports that hang together, and those that nobody calls one."""
    told = bargains(ground, ties)
    maybe = candidates(ground, told, ties, documents)
    found = (tuple(Made(b, known(b) or deal(ground, b, grades)) for b in row) for row in (told, maybe))
    return next(found), next(found)


def rumoured(found: Iterable[Deal]) -> tuple[Deal, ...]:
    """Candidates are no more than that, and none where nobody is named who gives."""
    named = (d for d in found if any(s.gives and s.party.name != UNSTATED for s in d.sides))
    return tuple(msgspec.structs.replace(d, state="rumoured") for d in named)


def in_time(deal: Deal) -> tuple[str, str]:
    """Deals go by their last day; those without one come last."""
    return deal.date.end or "9", deal.id


def giving(found: Iterable[Deal]) -> tuple[Deal, ...]:
    """Those in which some side gives something."""
    return tuple(d for d in found if any(s.gives for s in d.sides))


def deal(ground: Ground, bargain: Bargain, grades: Grades) -> Deal:
    """One bargain as a record."""
    events = sorted((ground.events[i] for i in bargain.events), key=lambda e: e.id)
    given = sides(ground, bargain, grades)
    total = released(ground, events, grades)
    freed, held = persons(ground, bargain, grades)
    one_side = len({e.agent for e in _freeing(events) if e.agent}) < 2
    placed, left = destinations(ground, bargain, total if one_side else None, grades)
    tied = linkages(ground, bargain)
    beside = _beside(ground, bargain)
    claims = _all_claims(ground, bargain, beside)
    return Deal(
        id=content_id("deal", min(bargain.events)),
        state="disputed" if _is_denied(ground, bargain) else _state(ground, given),
        date=_date(ground, bargain, events),
        sides=given,
        released=Released(
            quantity=total.quantity,
            alternatives=total.alternatives,
            verdict=total.verdict,
            credibility=total.credibility,
        ),
        persons_freed=freed,
        persons_not_freed=held,
        destinations=placed,
        unplaced=left,
        brokers=brokers(ground, (*claims, *beside), sides=bargain.parties),
        remaining=(*_remaining(beside, given), *_asked_for(ground, bargain)),
        kept=_kept(ground, beside),
        linkage=tied,
        conditions=conditions(ground, bargain),
        reactions=ids(c for c in beside if c.type in ("STATEMENT", "DEMAND") and c.mode != "background"),
        conflicts=(
            *deal_conflicts(ground, bargain, total if one_side else Stated(), placed, (*freed, *held), tied),
            *_sums_that_fail(ground, events, given, grades),
        ),
        claims=ids(claims),
        documents=_documents(ground, bargain),
        reports=len(bargain.documents),
        groups=len({ground.group(c) for c in claims}),
    )


def _freeing(events: Iterable[Event]) -> list[Event]:
    return [e for e in events if e.type in ("RELEASE", "CLEMENCY") and e.status == "done"]


def released(ground: Ground, events: Sequence[Event], grades: Grades) -> Stated:
    """How many got out: of several groups the one most voices tell. Groups are never added up.

    Where several sides let people go, only a total that is told of all of them together.
    """
    freeing = [e for e in _freeing(events) if ground.of([e], "RELEASE")]
    apart = {e.agent for e in freeing if not joined(ground, e)}
    together = [e for e in freeing if is_total(ground, e, apart)]
    if together or len({e.agent for e in freeing if e.agent}) > 1:
        totals = [*ground.of(together, "RELEASE")]
        totals += [c for e in freeing for c in of_all(ground, e, freeing)]
        nobodys = [e for e in freeing if e.agent is None]
        return state(ground, _counted(totals or ground.of(nobodys, "RELEASE")), grades)
    told = [state(ground, _counted(ground.of([e], "RELEASE")), grades) for e in freeing]
    return max((t for t in told if t.quantity is not None), key=_told_most, default=Stated())


def _sums_that_fail(
    ground: Ground, events: Sequence[Event], given: Sequence[Side], grades: Grades
) -> Iterable[Conflict]:
    """Where the sum of an exchange is not what its sides let go, each by its own count (CODEBOOK §5)."""
    for event in _freeing(events):
        parties = exchanged(ground, event)
        told = state(ground, _counted(ground.of([event], "RELEASE")), grades)
        rows = [(s.party.name, g) for s in given if s.party.entity in parties for g in s.gives]
        rows = [(name, g) for name, g in rows if g.kind == "release" and g.performed]
        if parties and {name for name, _ in rows} == {ground.filler(p).name for p in parties}:
            yield from sum_of_sides(ground, told, rows)


def _told_most(told: Stated) -> tuple[int, int, float]:
    quantity = told.quantity
    return (
        len({c.document.sha256 for c in told.claims}),
        len(told.claims),
        (quantity.lo or 0) if quantity else 0,
    )


def _counted(claims: Iterable[Claim]) -> list[Claim]:
    told = (c for c in claims if c.quantity and not is_member(c) and c.polarity == "+")
    return [c for c in told if c.mode in HAPPENED and not is_cumulative(c)]


def _state(ground: Ground, given: Sequence[Side]) -> DealState:
    """From the concessions alone: what was done on how many sides."""
    gives = [g for s in given for g in s.gives]
    if not gives:
        return "rumoured"
    done = [g for g in gives if g.performed]
    if not done:
        return "announced" if any(_is_promise(ground, g) for g in gives) else "in_talks"
    givers = [s for s in given if s.gives]
    all_done = all(g.compliance == "3" for g in gives) and len(givers) > 1
    return "performed" if all_done else "part_performed"


def _is_denied(ground: Ground, bargain: Bargain) -> bool:
    """Does one of its sides say, in its own words, that it is no bargain?"""
    return any(t.denied and speaks_for(ground, t, bargain) for t in bargain.ties)


def _is_promise(ground: Ground, give: Give) -> bool:
    """An offer that hangs on a condition, or a thing thought possible, is none."""
    return any(ground.claims[i].mode in ("agreed", "promised", "announced") for i in give.promised)


def _date(ground: Ground, bargain: Bargain, events: Sequence[Event]) -> Time:
    freeing = _freeing(events)
    done = freeing or [e for e in events if e.status == "done"]
    bound = min(
        (c.document.published for c in ground.of(done or events) if c.document.published), default=None
    )
    span = span_of(ground, bargain)
    return hull((e.time for e in done), bound or (span[1].isoformat() if span else None))


def _beside(ground: Ground, bargain: Bargain) -> tuple[Claim, ...]:
    """What the bargain's reports tell that is no act of it: talks, envoys, counts, reactions."""
    types = ("TALKS", "MANDATE", "CUSTODY_STATE", "SANCTION_KEEP", "STATEMENT", "DEMAND", "ATTRIBUTE")
    own = {i for e in bargain.events for i in ground.events[e].claims}
    found = [c for d in sorted(bargain.documents) for c in ground.by_document.get(d, ()) if c.type in types]
    return in_order(c for c in found if c.id not in own)


def _all_claims(ground: Ground, bargain: Bargain, beside: Sequence[Claim]) -> tuple[Claim, ...]:
    acts = ground.of(ground.events[i] for i in bargain.events)
    commits = [c for d in bargain.documents for c in ground.by_document.get(d, ()) if c.type == "COMMIT"]
    inside = {c.id for c in acts}
    return in_order(
        (*acts, *(t.claim for t in bargain.ties), *(c for c in commits if inside & set(c.content)), *beside)
    )


def _documents(ground: Ground, bargain: Bargain) -> tuple[str, ...]:
    return tuple(sorted({ground.documents[d].id for d in bargain.documents}))


def brokers(
    ground: Ground, claims: Sequence[Claim], *, sides: Collection[str] = frozenset()
) -> tuple[Broker, ...]:
    """Mediators as told, envoys who took part in talks, and whoever hosted them and is no side.

    A leader's envoy is not the leader.
    """
    found: dict[str, tuple[str, str | None, list[Claim]]] = {}
    envoys = _envoys(claims)
    for claim in in_order(claims):
        for name, role in (*_brokers_in(claim, envoys), *_hosts_in(ground, claim, sides)):
            key = name[0] or name[1]
            known = found.setdefault(key, (ground.filler(name[0]).name if name[0] else name[1], role, []))
            known[2].append(claim)
    mandates = {f.entity: c for c in claims if c.type == "MANDATE" for f in c.roles.get("agent", ())}
    rows = [(n, r, [*cs, *([mandates[k]] if k in mandates else [])]) for k, (n, r, cs) in found.items()]
    return tuple(Broker(name=n, role=r, claims=ids(cs)) for n, r, cs in rows)


def _envoys(claims: Sequence[Claim]) -> dict[str, str]:
    """Agents of a mandate with their office."""
    out: dict[str, str] = {}
    for claim in claims:
        if claim.type == "ATTRIBUTE" and claim.sub == "office" and claim.polarity == "+":
            office = next((v for v in claim.names("value") if is_envoy(v)), None)
            out.update({f.entity or f.name: office for f in claim.roles.get("subject", ()) if office})
        if claim.type == "MANDATE" and claim.sub != "removed" and claim.polarity == "+":
            office = next(iter(claim.names("office")), "envoy")
            principal = next(iter(claim.names("principal")), "")
            for f in claim.roles.get("agent", ()):
                out.setdefault(f.entity or f.name, f"{office} of {principal}" if principal else office)
    return out


def _brokers_in(claim: Claim, envoys: dict[str, str]) -> Iterable[tuple[tuple[str | None, str], str | None]]:
    if claim.polarity == "-" or claim.mode in ("denied", "hypothetical", "demanded"):
        return
    if claim.type == "ATTRIBUTE" and any(map(is_mediator, claim.names("value"))):
        yield from (((f.entity, f.name), "mediator") for f in claim.roles.get("subject", ()))
    mediated = claim.type == "TALKS" and claim.sub == "mediate"
    for role in ("broker", "mediator", *(("host",) if mediated else ())):
        for f in claim.roles.get(role, ()):
            if f.name != UNSTATED:
                yield (f.entity, f.name), "mediator"
    for f in claim.roles.get("participants", ()) if claim.type == "TALKS" else ():
        if (f.entity or f.name) in envoys:
            yield (f.entity, f.name), envoys[f.entity or f.name]


def _hosts_in(
    ground: Ground, claim: Claim, sides: Collection[str]
) -> Iterable[tuple[tuple[str | None, str], str | None]]:
    """ "Oman hosted the talks between the two": a third state under whose roof the sides met."""
    held = claim.polarity == "+" and claim.mode in HAPPENED
    if claim.type != "TALKS" or claim.sub == "mediate" or not held:
        return
    own = {ground.filler(p).name for p in sides}
    for f in claim.roles.get("host", ()):
        third = f.kind in ("state", "organisation") and f.entity not in sides
        if third and not any(name in f.name for name in own):
            yield (f.entity, f.name), "host"


def _remaining(beside: Sequence[Claim], given: Sequence[Side]) -> tuple[Remaining, ...]:
    """Stocks of people still held, each with its owner; two owners' counts are never one."""
    rows = [c for c in beside if c.type == "CUSTODY_STATE" and c.quantity and c.polarity == "+"]
    rows = [c for c in rows if c.mode in HAPPENED and not is_member(c)]
    seen: dict[tuple[object, ...], list[Claim]] = {}
    for c in rows:
        assert c.quantity is not None
        owner = next(iter(c.names("definition_owner")), voice(c))
        seen.setdefault((owner, c.as_of, c.quantity.lo, c.quantity.hi), []).append(c)
    return tuple(
        Remaining(quantity=cs[0].quantity, source=str(k[0]), as_of=cs[0].as_of, claims=ids(cs))
        for k, cs in seen.items()
    )


def _asked_for(ground: Ground, bargain: Bargain) -> tuple[Remaining, ...]:
    """ "They ask that all 30 be freed": who asks for a whole counted group says that it is inside.

    Where somebody was freed, only of those who are said to remain.
    """
    told = [c for d in sorted(bargain.documents) for c in ground.by_document.get(d, ())]
    asked = {i: c for c in told if c.type == "DEMAND" for i in c.content}
    freed = any(
        ground.events[i].type == "RELEASE" and ground.events[i].status == "done" for i in bargain.events
    )
    rows = []
    for claim in in_order(c for c in told if c.type == "RELEASE" and c.mode == "demanded" and c.quantity):
        whole = " ".join(claim.names("group"))
        if has_word("rest", whole) or (not freed and has_word("all", whole)):
            by = next(iter(asked[claim.id].names("demander") if claim.id in asked else ()), voice(claim))
            said = (asked[claim.id], claim) if claim.id in asked else (claim,)
            day = claim.document.published
            rows.append(Remaining(quantity=claim.quantity, source=by, as_of=day, claims=ids(said)))
    return tuple(rows)


def _kept(ground: Ground, beside: Sequence[Claim]) -> tuple[Kept, ...]:
    """Measures said to stay, in the words of who says so; silence about a measure keeps nothing."""
    rows: dict[tuple[str | None, str], list[Claim]] = {}
    for claim in beside:
        if claim.type == "SANCTION_KEEP" and claim.polarity == "+" and claim.mode != "denied":
            authority = next(iter(claim.names("authority")), None)
            rows.setdefault((authority, _measure(claim)), []).append(claim)
    return tuple(Kept(authority=a, what=w, claims=ids(cs)) for (a, w), cs in rows.items())


def _measure(claim: Claim) -> str:
    named = claim.names("sector", "programme", "instrument")
    return claim.topic or ", ".join(named) or claim.span.exact
