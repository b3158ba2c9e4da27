"""What each side gives: promised and performed kept apart, one concession per act, sector or group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from msgspec.structs import replace

from detente.language.numbers import quantities
from detente.language.scripts import fold
from detente.reconciliation.aims import aims, are_apart, body_of
from detente.reconciliation.ground import (
    GIVEN_BACK,
    Ground,
    ids,
    in_order,
    is_member,
    names_of,
    order,
    things,
)
from detente.reconciliation.merging import Bargain
from detente.reconciliation.promises import promiser
from detente.reconciliation.reversals import is_retaken, is_reversed
from detente.reconciliation.stated import Stated, overlap, state
from detente.reconciliation.status import TOLD
from detente.reconciliation.support import Grades, side, verdict
from detente.reconciliation.totals import exchanged, is_total, joined, of_all
from detente.reconciliation.words import is_of_sector
from detente.records import Claim, Compliance, Event, Give, GiveKind, Quantity, Side, Step
from detente.records.claims import UNSTATED
from detente.records.windows import day

LEGAL: Final = frozenset({"licensed", "suspended", "narrowed", "delisted", "repealed", "annulled", "expired"})
"""Steps that an instrument takes; nothing said in a speech is one of them (CODEBOOK §4)."""
FULL: Final = frozenset({"delisted", "repealed", "annulled"})
KINDS: Final[dict[str, GiveKind]] = {
    "RELEASE": "release",
    "CLEMENCY": "clemency",
    "SANCTION_EASE": "sanction_step",
    "DIPLOMATIC_STEP": "diplomatic",
    "TRANSFER": "transfer",
    "COMMIT": "other",
}
ORDER: Final = (
    "release", "clemency", "transfer", "sanction_step", "talks", "diplomatic", "money", "other",
)  # fmt: skip
VERBS: Final = {"release": "release", "clemency": "pardon", "transfer": "transfer"}
PLANNED: Final = frozenset({"agreed", "promised", "conditional", "announced"})
"""Modes in which an act still to come is part of a bargain; an aim or a demand is none."""
UNSAID: Final = frozenset({"hypothetical", "demanded", "evaluated"})
"""Modes in which nobody says that an act or measure is there or will be: asked whether, asked for, judged."""


@dataclass(slots=True)
class Draft:
    """A concession while its claims are gathered."""

    kind: GiveKind
    key: str
    together: bool = False  # told of several parties at once: their number is nobody's own
    promised: list[Claim] = field(default_factory=list)
    performed: list[Claim] = field(default_factory=list)


def sides(ground: Ground, bargain: Bargain, grades: Grades) -> tuple[Side, ...]:
    """The parties of a bargain, those who freed somebody first, each with what it gives."""
    drafts: dict[str, list[Draft]] = defaultdict(list)
    others = [ground.events[i] for i in bargain.events]
    for event in _ordered(ground, bargain):
        apart = _apart(ground, bargain, event)
        for party in sorted(exchanged(ground, event) - apart):
            _add(ground, drafts[party], event)
        if not is_total(ground, event, apart):
            giver = promiser(ground, event, others) or ""
            _add(ground, drafts[giver], event, totals=of_all(ground, event, others))
    for party in sorted(bargain.parties):
        drafts.setdefault(party, [])
    if not _counterpart_is_open(drafts):
        drafts.pop("", None)
    said = _said_to_act(ground, bargain)
    built = [
        Side(party=replace(ground.filler(p), inferred=p not in said), gives=_gives(ground, drafts[p], grades))
        for p in drafts
    ]
    return tuple(sorted((s for s in built if _is_party(s)), key=_rank))


def _said_to_act(ground: Ground, bargain: Bargain) -> set[str]:
    """Parties of whom some report says what they do; and the side that no report names."""
    acting = (ground.events[i] for i in bargain.events)
    tied = {p for t in bargain.ties for p in t.parties}
    return {e.agent for e in acting if e.agent and not e.agent_inferred} | tied | {""}


def _counterpart_is_open(drafts: dict[str, list[Draft]]) -> bool:
    """Is it open who let the people go, or gave the one thing told: of nobody named is it told?"""
    stated = [d for party, own in drafts.items() if party for d in own]
    return not any(d.kind in VERBS for d in stated)


def _apart(ground: Ground, bargain: Bargain, event: Event) -> set[str | None]:
    """Parties of whom it is told by itself whom they let go: a total of several is no give of theirs."""
    others = (ground.events[i] for i in bargain.events if i != event.id)
    return {e.agent for e in others if e.type == event.type and not joined(ground, e)}


def _is_party(one: Side) -> bool:
    return bool(one.gives) or one.party.kind == "state"


def _rank(one: Side) -> tuple[bool, bool, str]:
    frees = any(g.kind in VERBS and g.performed for g in one.gives)
    return not frees, not one.gives, one.party.name


def _ordered(ground: Ground, bargain: Bargain) -> list[Event]:
    """What was done goes before what was not, a release before other acts, then as it is told."""
    events = [ground.events[i] for i in bargain.events]
    first = {e.id: min(map(order, ground.of([e]))) for e in events}
    return sorted(events, key=lambda e: (e.status != "done", e.type != "RELEASE", first[e.id]))


def _add(ground: Ground, drafts: list[Draft], event: Event, *, totals: Sequence[Claim] = ()) -> None:
    """Put an event's claims into the drafts of its side, one for each kind of act; a total of all is none."""
    by_kind: dict[tuple[GiveKind, str], list[Claim]] = defaultdict(list)
    for claim in in_order(c for c in ground.of([event]) if c not in totals):
        kind = _kind(claim)
        if kind is not None:
            for key in _keys(claim, kind, event):
                by_kind[kind, key].append(claim)
    for (kind, key), claims in by_kind.items():
        draft = _draft(drafts, kind, key, claims)
        draft.together |= bool(exchanged(ground, event))
        for claim in claims:
            (draft.performed if _is_performed(claim) else draft.promised).append(claim)


def _kind(claim: Claim) -> GiveKind | None:
    told = claim.type in ("SANCTION_EASE", "COMMIT", "DIPLOMATIC_STEP")
    if told and _is_money(claim):
        return "money"
    if claim.type == "TRANSFER" and not _is_give(claim):
        return None
    if (claim.type == "COMMIT" and claim.content) or is_asked_for(claim) or claim.mode in UNSAID:
        return None
    return "other" if claim.sub == GIVEN_BACK else KINDS.get(claim.type)


def _is_money(claim: Claim) -> bool:
    """Is a sum given, and no measure eased? What was moved is given: no instrument is needed for it."""
    return claim.money is not None or any(map(_is_sum, claim.names("sector")))


@cache
def _is_sum(words: str) -> bool:
    """Is it a sum of money, as in "will unblock 40 million dollars"?"""
    return any(found.kind == "money" for found in quantities(words))


def is_asked_for(claim: Claim) -> bool:
    """Does it tell the condition itself? "Until the others are out" offers nothing: it is asked for."""
    return claim.mode == "conditional" and len((claim.condition or "").split()) == 1


def _is_give(claim: Claim) -> bool:
    """Whom somebody named hands over or sends abroad is an act of theirs; a leg of a journey is none."""
    movers = [f for f in claim.roles.get("mover", ()) if f.name != UNSTATED]
    if claim.sub == "cross_border":
        return any(f.kind == "state" and not f.inferred for f in movers)
    if claim.sub == "deport":
        return any(not f.inferred for f in movers)
    return claim.sub == "handover" and bool(movers)


def _keys(claim: Claim, kind: GiveKind, event: Event) -> tuple[str, ...]:
    """What keeps concessions of one kind apart: the sector or target of a measure, else the event."""
    if kind in VERBS:
        return (event.id,)
    if claim.sub == GIVEN_BACK:
        return tuple(things(claim)) or (event.id,)
    sectors = claim.names("sector") or claim.names("programme")
    named = sectors or (
        claim.names("instrument") if kind == "sanction_step" else claim.names("kind", "content")
    )
    return tuple(fold(s) for s in named) or (body_of(claim),)


def _draft(drafts: list[Draft], kind: GiveKind, key: str, claims: Sequence[Claim]) -> Draft:
    like = [d for d in drafts if d.kind == kind]
    for draft in like:
        alike = draft.key == key or _same_promise(draft, claims) or _same_target(draft, key, claims)
        if alike and not _is_anothers(draft, claims):
            return draft
    drafts.append(Draft(kind, key))
    return drafts[-1]


def _is_anothers(draft: Draft, claims: Sequence[Claim]) -> bool:
    """Is it a measure that is aimed at others?"""
    known = (*draft.promised, *draft.performed)
    return draft.kind == "sanction_step" and are_apart(aims(known), aims(claims))


def _same_target(draft: Draft, key: str, claims: Sequence[Claim]) -> bool:
    """One company's measure, told here with its sector and there without."""
    if draft.kind != "sanction_step":
        return False
    one, two = ({body_of(c) for c in cs} - {""} for cs in (claims, (*draft.promised, *draft.performed)))
    if (one | {key}) & (two | {draft.key}) - {""}:
        return key in two | {draft.key} or draft.key in one | {key}
    bodies, sector = (two | {draft.key}, key) if not one else (one, draft.key if not two else "")
    return bool(sector) and any(is_of_sector(body, sector) for body in bodies)


def _same_promise(draft: Draft, claims: Sequence[Claim]) -> bool:
    """A promise of release is kept, in whole or in part, by a release of no more people than promised."""
    if draft.kind not in VERBS or any(map(_is_performed, claims)):
        return False
    counted = [c for c in claims if c.quantity is not None]
    if not draft.performed:
        return all(overlap(c, d) for c in counted for d in draft.promised)
    done = [d.quantity for d in draft.performed if d.quantity and not is_member(d)]
    return all(_holds(c.quantity, q) for c in counted for q in done if c.quantity)


def _holds(promised: Quantity, done: Quantity) -> bool:
    """Is what was done part of what was promised, or all of it?"""
    return promised.hi is None or (done.hi is not None and done.hi <= promised.hi)


def _is_performed(claim: Claim) -> bool:
    """Done, by the claim's own mode: a signature promises; a measure is moved by instruments alone."""
    if claim.mode not in TOLD or claim.type == "COMMIT":
        return False
    if claim.mode == "announced" and claim.type in ("RELEASE", "SANCTION_EASE"):
        return False
    return claim.type != "SANCTION_EASE" or claim.step in LEGAL or _is_money(claim)


def _gives(ground: Ground, drafts: list[Draft], grades: Grades) -> tuple[Give, ...]:
    _spread(drafts)
    ordered = sorted(drafts, key=lambda d: ORDER.index(d.kind))  # stable: as told, within one kind
    return tuple(_give(ground, d, grades) for d in ordered)


def _spread(drafts: list[Draft]) -> None:
    """ "Agreed to ease sanctions" is the same promise, told more coarsely, as the sectors named elsewhere.

    A licence that names no measure is of the one measure whose easing its own report tells as promised.
    """
    named = [d for d in drafts if d.kind == "sanction_step" and d.key]
    for coarse in [d for d in drafts if d.kind == "sanction_step" and not d.key]:
        own = [d for d in named if not _is_anothers(d, (*coarse.promised, *coarse.performed))]
        if own and not coarse.performed:
            drafts.remove(coarse)
            for draft in own:
                draft.promised.extend(coarse.promised)
        elif len(own) == 1 and _in_one_report(coarse.performed, own[0].promised):
            drafts.remove(coarse)
            own[0].performed.extend(coarse.performed)
            own[0].promised.extend(coarse.promised)


def _in_one_report(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    return bool({c.document.sha256 for c in left} & {c.document.sha256 for c in right})


def _give(ground: Ground, draft: Draft, grades: Grades) -> Give:
    performed, promised = in_order(draft.performed), in_order(draft.promised)
    told = _count(ground, draft, performed, grades)
    due = _count(ground, draft, promised, grades)
    shown = performed or promised
    quantity = told.quantity if performed else due.quantity
    return Give(
        kind=draft.kind,
        what=_what(ground, draft, shown, quantity),
        quantity=quantity or _named_count(draft, performed),
        promised_quantity=due.quantity,
        sector=_sector(ground, shown, draft),
        target=next((n for c in shown for n in c.names("target", "counterpart")), None),
        step=_step(performed, promised) if draft.kind == "sanction_step" else None,
        promised=ids(promised),
        performed=ids(performed),
        by=names_of(shown),
        due=_due(promised),
        compliance=_compliance(ground, draft, performed, told, due),
        verdict=told.verdict if told.claims else verdict(side(ground, shown, grades)),
    )


def _due(promised: Sequence[Claim]) -> str | None:
    """The last day that was set for it: one that lies after the promise."""
    stated = (c for c in promised if c.time is not None and c.time.basis != "publication_bound")
    days = ((day(c.time.end if c.time else None), day(c.document.published)) for c in stated)
    ahead = [last for last, told in days if last and told and last > told]
    return max(ahead).isoformat() if ahead else None


def _count(ground: Ground, draft: Draft, claims: Sequence[Claim], grades: Grades) -> Stated:
    own = [] if draft.together else [c for c in claims if c.quantity is not None and not is_member(c)]
    return state(ground, own, grades)


def _named_count(draft: Draft, performed: Sequence[Claim]) -> Quantity | None:
    """Where nobody counts, the people named are at least so many; one act of one person is one."""
    people = {f.entity or f.name for c in performed for f in c.roles.get("person", ())}
    if (
        draft.kind not in VERBS
        or not people
        or any(not is_member(c) and c.roles.get("group") for c in performed)
    ):
        return None
    only = len(people) == 1
    return Quantity(len(people), 1 if only else None, exact=only, unit="people")


def _what(ground: Ground, draft: Draft, claims: Sequence[Claim], quantity: Quantity | None) -> str:
    """A short name of the act, of the words of its claims alone."""
    if draft.kind in VERBS:
        group = next((c.names("group")[0] for c in claims if c.names("group")), "")
        people = list(dict.fromkeys(n for c in claims for n in c.names("person")))
        return f"{VERBS[draft.kind]} of {group or ', '.join(people[:3]) or 'people'}"
    if draft.kind == "sanction_step":
        measure = _sector(ground, claims, draft) or next((n for c in claims for n in c.names("target")), "")
        return f"sanctions on {measure}" if measure else claims[0].span.exact
    given = next((n for c in claims if c.sub == GIVEN_BACK for n in c.names("kind")), None)
    return given or claims[0].topic or claims[0].span.exact


def _sector(ground: Ground, shown: Sequence[Claim], draft: Draft) -> str | None:
    """The sector as it is told; a company's name that stands for one gives way to a sector told elsewhere."""
    told = [n for c in (*shown, *draft.promised, *draft.performed) for n in c.names("sector", "programme")]
    names = [n for n in told if ground.body(n) is None] or told
    return next((n for n in names if fold(n) == draft.key), names[0] if names else None)


def _step(performed: Sequence[Claim], promised: Sequence[Claim]) -> Step | None:
    """The last step an instrument took, else the last that is said; a verb alone ("lifting") is none."""
    taken = [c.step for c in performed if c.step in LEGAL]
    said = [c.step for c in promised if c.step is not None and c.step not in LEGAL]
    said = [s for s in said if s != "unspecified"] or said
    return taken[-1] if taken else said[-1] if said else ("agreed" if promised else "unspecified")


def _compliance(
    ground: Ground, draft: Draft, performed: Sequence[Claim], told: Stated, due: Stated
) -> Compliance:
    """From performed claims only; that nothing is reported yet is no failure (CODEBOOK §6, §8.17)."""
    if not performed:
        return "U"
    if told.verdict == "contested":
        return "D"
    if draft.kind == "release" and is_retaken(ground, performed):
        return "R"
    if draft.kind == "sanction_step":
        if is_reversed(ground, performed):
            return "R"
        return "2" if draft.promised and not any(c.step in FULL for c in performed) else "3"
    if told.quantity and due.quantity and told.quantity.hi is not None and due.quantity.lo is not None:
        return "2" if told.quantity.hi < due.quantity.lo else "3"
    return "3"
