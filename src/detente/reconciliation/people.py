"""Who of a bargain was freed, who was not, and what follows from being one of a group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from detente.language.names import compare
from detente.language.scripts import fold
from detente.reconciliation.days import gap
from detente.reconciliation.ground import Ground, ids, in_order, is_member
from detente.reconciliation.merging import Bargain, span_of
from detente.reconciliation.support import Grades, side, verdict
from detente.records import DONE, HAPPENED, Claim, Event, Filler, PersonFreed
from detente.records.windows import Window, dated, day

FREED = frozenset({"RELEASE", "TRANSFER"})
NO_FREEDOM = frozenset({"facility_move", "remains", "refuse_to_leave"})
INSIDE = frozenset({"held", "missing", "incommunicado", "disappeared"})


def persons(
    ground: Ground, bargain: Bargain, grades: Grades
) -> tuple[tuple[PersonFreed, ...], tuple[PersonFreed, ...]]:
    """Those told as freed, and those told as not freed; a later denial outranks an earlier report."""
    freeing = _freeing(ground, bargain)
    named = {f.entity for c in freeing for f in _people(c) if f.entity}
    denying = _denying(ground, bargain, named)
    same = _one_per_name(ground, (*freeing, *denying))
    told, against = _by_person(freeing, same), _by_person(denying, same)
    freed, held = [], []
    for entity in sorted({*told, *against}, key=lambda e: ground.entities[e].name):
        yes, no = told.get(entity, []), against.get(entity, [])
        no = [c for c in no if c.mode != "demanded"] if yes else no  # it was asked for, and done
        if yes and not _outweighed(ground, yes, no):
            freed.append(_freed(ground, bargain, entity, yes, no, grades))
        elif no:
            held.append(_held(ground, bargain, entity, yes, no, grades))
    return tuple(freed), tuple(held)


def _people(claim: Claim) -> tuple[Filler, ...]:
    return tuple(f for r in ("person", "subject") for f in claim.roles.get(r, ()) if f.kind == "person")


def _one_per_name(ground: Ground, claims: Sequence[Claim]) -> dict[str, str]:
    """In one bargain two people of one name family are one: they are told of in the same happening."""
    first: list[str] = []
    same: dict[str, str] = {}
    for entity in dict.fromkeys(f.entity for c in in_order(claims) for f in _people(c) if f.entity):
        name = ground.entities[entity].name
        known = next((e for e in first if _one_name(ground.entities[e].name, name)), None)
        same[entity] = known or entity
        first += [] if known else [entity]
    return same


def _one_name(left: str, right: str) -> bool:
    return fold(left) == fold(right) or (
        " " in left and " " in right and compare(left, right).verdict == "same"
    )


def _by_person(claims: Sequence[Claim], same: dict[str, str]) -> dict[str, list[Claim]]:
    out: dict[str, list[Claim]] = defaultdict(list)
    for claim in in_order(claims):
        for entity in dict.fromkeys(same[f.entity] for f in _people(claim) if f.entity):
            out[entity].append(claim)
    return out


def is_of_freeing(claim: Claim) -> bool:
    """Does it tell that somebody left custody, or was one of those who did?"""
    return _is_done(claim) and (claim.type in FREED or claim.type == "ATTRIBUTE")


def _is_done(claim: Claim) -> bool:
    return claim.mode in HAPPENED and claim.polarity == "+"


def _freeing(ground: Ground, bargain: Bargain) -> list[Claim]:
    """Claims that somebody left custody; a pardon alone says nothing of that (CODEBOOK §8.1)."""
    events = [ground.events[i] for i in bargain.events]
    done = [c for c in ground.of(events) if _is_done(c)]
    claims = [c for c in done if c.type in FREED and c.sub not in NO_FREEDOM and not _plans(c)]
    claims = [c for c in claims if not _into_a_prison(ground, c)]
    groups = {f.entity for c in claims for f in c.roles.get("group", ()) if f.entity is not None}
    tellers = dict.fromkeys(c.document.sha256 for c in claims)
    own = (c for d in tellers for c in ground.by_document[d])
    members = (c for c in own if c.type == "ATTRIBUTE" and c.sub == "membership")
    return claims + [c for c in members if groups & {f.entity for f in c.roles.get("value", ())}]


def _into_a_prison(ground: Ground, claim: Claim) -> bool:
    """Handed over, and told to be in the new holder's prison: detained by another, and not freed."""
    if claim.type != "TRANSFER" or claim.sub != "handover":
        return False
    people = [f.entity for f in claim.roles.get("person", ()) if f.entity]
    return bool(people) and all(any(_is_kept(c, claim) for c in ground.about.get(e)) for e in people)


def _is_kept(claim: Claim, handover: Claim) -> bool:
    kept = claim.type == "DETAIN" or claim.sub == "facility_move"
    one, two = dated(claim.time), dated(handover.time)
    at_once = one is None or two is None or abs((one[0] - two[1]).days) <= 1
    return kept and claim.polarity == "+" and claim.mode in DONE and at_once


def _plans(claim: Claim) -> bool:
    return claim.factuality == "U"


def _denying(ground: Ground, bargain: Bargain, known: set[str]) -> list[Claim]:
    """Claims that somebody did not get out, or was inside afterwards."""
    span = span_of(ground, bargain)
    own = [c for d in sorted(bargain.documents) for c in ground.by_document.get(d, ())]
    tellers = {c.document.sha256 for i in bargain.events for c in ground.of([ground.events[i]])}
    passing = (c for d in sorted(tellers - bargain.documents) for c in ground.by_document[d])
    about = (c for e in sorted(known) for c in ground.about.get(e, ()) if _later(c, span, known))
    found = {c.id: c for c in (*own, *(c for c in passing if gap(dated(c.time), span) == 0), *about)}
    return [c for c in found.values() if _says_inside(c, bargain, ground) and not _of_before(c, span)]


def _later(claim: Claim, span: Window | None, known: set[str]) -> bool:
    """Written after the releases, and of nobody else; what was written before them denies nothing."""
    written = day(claim.document.published)
    others = {f.entity for f in claim.roles.get("person", ()) if f.entity} - known
    return span is not None and written is not None and written >= span[0] and not others


def _of_before(claim: Claim, span: Window | None) -> bool:
    told = dated(claim.time)
    return span is not None and told is not None and told[1] < span[0]


def _says_inside(claim: Claim, bargain: Bargain, ground: Ground) -> bool:
    if claim.type == "RELEASE" and claim.mode == "demanded":  # whose release is asked for is not free
        return claim.polarity == "+" and ground.parties(claim, "releaser") <= bargain.parties
    if claim.type in ("RELEASE", "TRANSFER"):
        denied = claim.mode == "denied" or claim.polarity == "-"
        if claim.type == "TRANSFER" and _told_free(claim, ground):
            return False
        return denied or (claim.sub == "refuse_to_leave" and claim.mode in DONE)
    if claim.type == "HARM":
        return claim.sub == "death" and claim.polarity == "+"
    if claim.mode == "background":
        return False
    stock = claim.type == "CUSTODY_STATE" and (claim.sub or "held") in INSIDE
    return stock and claim.polarity == "+" and claim.mode in DONE and not _before(claim, bargain, ground)


def _told_free(claim: Claim, ground: Ground) -> bool:
    """ "Freed in the swap, X chose to stay": the report itself tells that X is free, and not taken."""
    people = {f.entity for f in claim.roles.get("person", ())} - {None}
    freed: set[str | None] = set()
    for c in ground.by_document.get(claim.document.sha256, ()):
        told = {f.entity for f in c.roles.get("person", ())}
        if c.type in ("DETAIN", "CUSTODY_STATE") and c.mode != "background" and told & people:
            return False
        if c.type == "RELEASE" and c.mode == "performed" and c.polarity == "+":
            freed |= told
    return bool(people) and people <= freed


def _before(claim: Claim, bargain: Bargain, ground: Ground) -> bool:
    """Held before the bargain's releases is no contradiction of them."""
    as_of = day(claim.as_of) or day(claim.time.end if claim.time else None)
    if _freed_by_itself(claim, as_of, bargain, ground):
        return True
    ends = [
        day(e.time.end)
        for i in bargain.events
        if (e := ground.events[i]).time and e.type == "RELEASE" and e.time
    ]
    known = [d for d in ends if d]
    return as_of is not None and bool(known) and as_of < min(known)


def _freed_by_itself(claim: Claim, as_of: date | None, bargain: Bargain, ground: Ground) -> bool:
    """Does the very report tell the release of the same people as done, and no later day of the stock?"""
    people = {f.entity for f in claim.roles.get("person", ()) if f.entity}
    events = (ground.events[i] for i in bargain.events)
    own = (c for c in ground.of(events, "RELEASE") if c.document.sha256 == claim.document.sha256)
    done = [c for c in own if c.mode in DONE and c.polarity == "+"]
    freed = [c for c in done if people and people <= {f.entity for f in c.roles.get("person", ())}]
    days = [window[1] if (window := dated(c.time)) else day(c.document.published) for c in freed]
    return any(as_of is None or (d is not None and as_of <= d) for d in days)


def _outweighed(ground: Ground, yes: Sequence[Claim], no: Sequence[Claim]) -> bool:
    """More voices deny it, or as many do and the last word is theirs."""
    if not no:
        return False
    one, two = ground.groups(ids(yes)), ground.groups(ids(no))
    last = [max((c.document.published or "" for c in cs), default="") for cs in (yes, no)]
    return len(two) > len(one) or (len(two) >= len(one) and last[1] >= last[0])


def _freed(
    ground: Ground, bargain: Bargain, entity: str, yes: Sequence[Claim], no: Sequence[Claim], grades: Grades
) -> PersonFreed:
    legal, source = _legal(ground, bargain, entity, yes)
    return PersonFreed(
        name=ground.entities[entity].name,
        entity=entity,
        custody="released",
        legal=legal,
        location=_location(yes),
        derived=bool(source),
        derived_from=ids((*source, *yes)) if source else (),
        rule="member of group" if source else None,
        verdict=verdict(side(ground, yes, grades), side(ground, no, grades)),
        claims=ids((*yes, *no)),
    )


def _legal(
    ground: Ground, bargain: Bargain, entity: str, yes: Sequence[Claim]
) -> tuple[str, tuple[Claim, ...]]:
    """Pardoned by name, or as one of the very group that was pardoned."""
    events = {e.id: e for c in yes if (e := ground.event_of.get(c.id))}
    clemency = _clemency(ground, bargain)
    own = _by_name(clemency, entity)
    if own:
        return _word(own[0]), ()
    shared = [
        c
        for c in clemency
        if (e := ground.event_of.get(c.id)) and e.id in events and _whole_group(ground, e, c)
    ]
    return (_word(shared[0]), tuple(shared[:1])) if shared else ("unknown", ())


def _clemency(ground: Ground, bargain: Bargain) -> list[Claim]:
    told = in_order(ground.of((ground.events[i] for i in bargain.events), "CLEMENCY"))
    return [c for c in told if c.mode in DONE | {"announced"} and c.polarity == "+"]


def _by_name(clemency: Sequence[Claim], entity: str) -> list[Claim]:
    return [c for c in clemency if entity in {f.entity for f in c.roles.get("person", ())}]


def _whole_group(ground: Ground, event: Event, clemency: Claim) -> bool:
    """Was the clemency for all who were freed: the same number, in the same happening?"""
    if is_member(clemency) or clemency.quantity is None:
        return False
    counts = [c.quantity for c in ground.of([event], "RELEASE") if c.quantity and not is_member(c)]
    return any(q.lo == clemency.quantity.lo and q.hi == clemency.quantity.hi for q in counts)


def _word(clemency: Claim) -> str:
    return {"commute": "commuted", "amnesty": "amnestied", "drop_case": "dropped"}.get(
        clemency.sub or "", "pardoned"
    )


def _location(claims: Sequence[Claim]) -> str:
    """Only from a claim that moves this very person (CODEBOOK §8.4)."""
    for claim in claims:
        if claim.type == "TRANSFER" and is_member(claim) and claim.names("to"):
            return f"abroad({claim.names('to')[0]})"
    return "unknown"


def _held(
    ground: Ground, bargain: Bargain, entity: str, yes: Sequence[Claim], no: Sequence[Claim], grades: Grades
) -> PersonFreed:
    told = verdict(side(ground, no, grades), side(ground, yes, grades))
    died = any(c.type == "HARM" for c in no)
    pardoned = _by_name(_clemency(ground, bargain), entity)
    return PersonFreed(
        name=ground.entities[entity].name,
        entity=entity,
        custody="died" if died else "imprisoned" if any(c.type == "CUSTODY_STATE" for c in no) else "unknown",
        legal=_word(pardoned[0]) if pardoned else "unknown",
        verdict="contested" if yes else told,
        claims=ids((*no, *yes, *pardoned)),
    )
