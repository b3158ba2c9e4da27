"""What a state holds, a fact each, under the keys of ``multi/README.md``.

A fact is a row as a story would write it: names are tuples of strings, words of the codebook are
strings, a number is a Quantity. ``claims`` are those it rests on; ``queued`` marks a candidate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from detente.reconciliation.answers.inquiry import Inquiry
from detente.reconciliation.answers.shelf import Shelf
from detente.records import (
    Alternative,
    Claim,
    Deal,
    Destination,
    Entity,
    Give,
    Part,
    Quantity,
    State,
    Time,
)  # fmt: skip

Fact = dict[str, Any]
FREE = ("released", "at_liberty")
NOTHING = Quantity(None, None)


@dataclass(frozen=True)
class Held:
    """A state with what is needed to tell its facts."""

    state: State

    @cached_property
    def inquiry(self) -> Inquiry:
        """The state with its indexes."""
        return Inquiry(Shelf(self.state))

    @cached_property
    def every_deal(self) -> tuple[tuple[Deal, bool], ...]:
        """Deals, then what is only queued."""
        return (*((d, False) for d in self.state.deals), *((d, True) for d in self.state.candidates))

    def facts(self, table: str) -> list[Fact]:
        """All facts of one table."""
        return [self._based(fact) for fact in TABLES[table](self)]

    def _based(self, fact: Fact) -> Fact:
        """A fact with its reports, its voices and its deals."""
        claims = self.inquiry.claims(fact.get("claims", ()))
        own = set(fact.get("claims", ()))
        deals = [d.id for d, _ in self.every_deal if own & set(d.claims)]
        fact = {"reports": {c.document.id for c in claims}, "deals": deals, **fact}
        return {**fact, "groups": self.votes(fact)}

    def votes(self, fact: Fact) -> int:
        """Independent voices behind the main value."""
        quantity, told = fact.get("quantity"), fact.get("alternatives", ())
        ids = [i for a in told if a.groups and quantity and meet(a.quantity, quantity) for i in a.claims]
        return len(self.inquiry.ground.groups(ids or fact.get("claims", ())))

    def words(self, ids: Iterable[str], *roles: str) -> tuple[str, ...]:
        """What fills these roles of these claims."""
        return tuple(n for c in self.inquiry.claims(ids) for n in c.names(*roles))

    def forms(self, entity: str | None, name: str) -> tuple[str, ...]:
        """Every way in which somebody's name is written."""
        known: Entity | None = self.inquiry.ground.entities.get(entity or "")
        return (name, *(n.form for n in known.names)) if known else (name,)

    @cached_property
    def queued(self) -> tuple[tuple[str, str], ...]:
        """Pairs of names that may be one person's, left for somebody to look at."""
        asked = (j for j in self.state.judgements if j.about == "entity" and j.verdict == "unsure")
        return tuple((j.left.partition("#")[2], j.right.partition("#")[2]) for j in asked)

    def entity(self, name: str) -> str | None:
        """The entity that is written so."""
        known = self.inquiry.ground.written(name)
        return known.id if known else None


def meet(left: Quantity, right: Quantity) -> bool:
    """Have two numbers one in common?"""
    top = float("inf")
    lo = max(left.lo or 0, right.lo or 0)
    return lo <= min(top if left.hi is None else left.hi, top if right.hi is None else right.hi)


def _deals(held: Held) -> Iterator[Fact]:
    for deal, queued in held.every_deal:
        yield {
            "id": deal.id,
            "parties": tuple(s.party.name for s in deal.sides),
            "state": deal.state,
            "claims": deal.claims,
            "queued": queued,
            "time": deal.date,
        }


def _flows(held: Held, word: str, type_: str) -> Iterator[Fact]:
    """Counts of one kind of act, then acts of people named and not counted."""
    counted: set[str] = set()
    for count in held.state.counts:
        if count.population.startswith(f"{word} by "):
            counted |= set(count.claims)
            if count.since is not None:
                continue  # a total
            yield {
                "by": (count.population.removeprefix(f"{word} by "),),
                "what": held.words(count.claims, "group"),
                "quantity": count.quantity,
                "alternatives": count.alternatives,
                "verdict": count.verdict,
                "claims": count.claims,
                "kinds": {c.sub for c in held.inquiry.claims(count.claims)},
                "performed": True,
                "time": _time(held, count.claims),
            }
    free = {p.entity for p in held.state.people if p.tracks.custody.state in FREE}
    for event in held.state.events:
        if event.type == type_ and event.status in ("done", "to_come") and not counted & set(event.claims):
            people = len(free & set(event.people) if word == "released" else event.people)
            yield {
                "by": (held.inquiry.ground.filler(event.agent).name,),
                "what": (),
                "quantity": Quantity(people, people) if people and event.status == "done" else NOTHING,
                "claims": event.claims,
                "kinds": {c.sub for c in held.inquiry.claims(event.claims)},
                "performed": event.status == "done",
                "time": event.time,
                "queued": event.status != "done" and word == "released",
            }


def _time(held: Held, ids: Sequence[str]) -> Time | None:
    event = next((e for i in ids if (e := held.inquiry.ground.event_of.get(i))), None)
    return event.time if event else None


def _gives(held: Held, *kinds: str) -> Iterator[Fact]:
    for deal, queued in held.every_deal:
        for side in deal.sides:
            for give in side.gives:
                if not kinds or give.kind in kinds:
                    yield {**_give(held, deal, give), "party": (side.party.name,), "queued": queued}


def _give(held: Held, deal: Deal, give: Give) -> Fact:
    claims = (*give.promised, *give.performed)
    told = [c.span.exact for c in held.inquiry.claims(claims)]
    return {
        "kind": give.kind,
        "what": (give.what, *told),
        "sector": (give.sector or "", give.target or "", *told),
        "step": give.step,
        "quantity": give.quantity,
        "promised": bool(give.promised),
        "performed": bool(give.performed),
        "compliance": give.compliance,
        "verdict": give.verdict,
        "due": give.due,
        "claims": claims,
        "time": deal.date,
        "deals": [deal.id],
    }


def _released(held: Held) -> Iterator[Fact]:
    yield from _flows(held, "released", "RELEASE")
    for fact in _gives(held, "release"):
        if fact["performed"]:
            yield {**fact, "by": fact["party"]}


def _clemency(held: Held) -> Iterator[Fact]:
    for fact in _flows(held, "pardoned", "CLEMENCY"):
        yield {**fact, "kind": [_kind(k) for k in fact["kinds"]]}


def _kind(sub: str | None) -> str:
    return sub or "pardon"


def _destinations(held: Held) -> Iterator[Fact]:
    rows: list[tuple[str, Destination | Part]]
    rows = [(d.place or "", d) for deal, _ in held.every_deal for d in deal.destinations]
    rows += [
        (p.what.removeprefix("to "), p)
        for c in held.state.counts
        for p in c.parts
        if p.what.startswith("to ")
    ]
    for place, row in rows:
        claims = held.inquiry.claims(row.claims)
        told: tuple[Alternative, ...] = getattr(row, "alternatives", ())
        yield {
            "place": (place, *(n for c in claims for n in c.names("to"))),
            "quantity": row.quantity,
            "alternatives": told,
            "derived": row.derived,
            "performed": True,
            "claims": (*row.claims, *row.derived_from),
            "time": next((c.time for c in claims if c.time), None),
            "verdict": _word(held, told, claims),
        }


def _word(held: Held, told: Sequence[Alternative], claims: Sequence[Claim]) -> str:
    """The verdict on the first value against the others that still have a voice."""
    voiced = [held.inquiry.claims(a.claims) for a in told if a.groups]
    return held.inquiry.verdict(voiced[0], *voiced[1:]) if voiced else held.inquiry.verdict(claims)


def _bodies(held: Held) -> Iterator[Fact]:
    for count in held.state.counts:
        if count.population.startswith("remains"):
            yield {
                "by": (count.population, *held.words(count.claims, "mover", "from")),
                "to": held.words(count.claims, "to", "receiver"),
                "quantity": count.quantity,
                "alternatives": count.alternatives,
                "claims": count.claims,
            }


def _parts(held: Held) -> Iterator[Fact]:
    for count in held.state.counts:
        for part in count.parts:
            claims = held.inquiry.claims(part.claims)
            yield {
                "of": (count.population, *(n for c in claims for n in c.names("group", "subject"))),
                "what": (part.what, *(c.span.exact for c in claims)),
                "owner": (count.owner or "", *(a.name for c in claims for a in c.attribution)),
                "quantity": part.quantity,
                "derived": part.derived,
                "overlapping": not part.what.startswith("to "),
                "claims": part.claims,
            }


def _totals(held: Held) -> Iterator[Fact]:
    for count in held.state.counts:
        yield {
            "by": (count.population,),
            "what": (count.population, *held.words(count.claims, "group")),
            "owner": (
                count.owner or "",
                *(a.name for c in held.inquiry.claims(count.claims) for a in c.attribution),
            ),
            "since": count.since,
            "quantity": count.quantity,
            "alternatives": count.alternatives,
            "claims": count.claims,
        }


def _remaining(held: Held) -> Iterator[Fact]:
    for count in held.state.counts:
        if count.population.startswith("held"):
            yield {
                "owner": (count.owner or "",),
                "on": count.as_of,
                "quantity": count.quantity,
                "alternatives": count.alternatives,
                "derived": False,
                "verdict": count.verdict,
                "claims": count.claims,
            }
    for deal, _ in held.every_deal:
        for row in deal.remaining:
            yield {
                "owner": (row.source,),
                "on": row.as_of,
                "quantity": row.quantity,
                "derived": False,
                "claims": row.claims,
            }


def _people(held: Held) -> Iterator[Fact]:
    for person in held.state.people:
        tracks = person.tracks
        yield {
            "name": held.forms(person.entity, person.name),
            "freed": tracks.custody.state in FREE,
            "custody": tracks.custody.state,
            "holder": (tracks.custody.holder or "",),
            "legal": tracks.legal.state,
            **_location(tracks.location.state),
            "verdict": tracks.custody.verdict,
            "claims": [
                i
                for t in (tracks.custody, tracks.legal, tracks.location)
                for i in (*t.claims, *t.derived_from)
            ],
        }
    for deal, queued in held.every_deal:
        for freed, rows in ((True, deal.persons_freed), (False, deal.persons_not_freed)):
            for row in rows:
                yield {
                    "name": held.forms(row.entity, row.name),
                    "freed": freed,
                    "custody": row.custody,
                    "legal": row.legal,
                    **_location(row.location),
                    "verdict": row.verdict,
                    "claims": (*row.claims, *row.derived_from),
                    "queued": queued,
                    "time": deal.date,
                }


def _location(state: str) -> Mapping[str, Any]:
    head, _, place = state.partition("(")
    return {"location": head, "place": (place.rstrip(")"),)}


def _linkages(held: Held) -> Iterator[Fact]:
    for deal, _ in held.every_deal:
        for row in deal.linkage:
            claims = held.inquiry.claims(row.claims)
            yield {
                "class": row.class_,
                "by": (
                    row.by,
                    *(a.name for c in claims for a in c.attribution),
                    *(c.document.publisher or "" for c in claims if _is_office(c)),
                    *(n for c in claims for n in c.names("speaker", "committer")),
                ),
                "polarity": row.polarity,
                "what": (row.cue, *(c.span.exact for c in claims)),
                "claims": row.claims,
            }


def _is_office(claim: Claim) -> bool:
    """ "The foreign ministry", in a paper of one country: the ministry of that country, or of none told."""
    last = claim.attribution[-1] if claim.attribution else None
    return last is not None and last.kind == "official" and last.name == last.name.lower()


def _conditions(held: Held) -> Iterator[Fact]:
    for deal, _ in held.every_deal:
        for row in deal.conditions:
            claims = held.inquiry.claims(row.claims)
            by = [n for c in claims for n in c.names("demander", "committer", "releaser", "authority")]
            yield {
                "by": (*by, *(a.name for c in claims for a in c.attribution)),
                "what": (row.text, *(c.span.exact for c in claims)),
                "state": row.state,
                "claims": row.claims,
            }


def _measures(held: Held) -> Iterator[Fact]:
    for row in held.state.measures:
        told = held.words(row.claims, "target", "sector", "programme")
        yield {
            "authority": (row.authority,),
            "target": (row.target or "", *told),
            "sector": (row.sector or "", row.target or "", *told),
            "legal": row.legal.state,
            "since": row.legal.since,
            "until": row.legal.until,
            "instrument": (row.legal.instrument or "",),
            "exclusions": held.words(row.claims, "exclusions"),
            "announced": row.announced.state,
            "announced_by": row.announced.by,
            "verdict": held.inquiry.verdict(held.inquiry.claims(row.legal.claims or row.announced.claims)),
            "claims": row.claims,
        }


def _brokers(held: Held) -> Iterator[Fact]:
    for deal, queued in held.every_deal:
        for row in deal.brokers:
            yield {
                "name": held.forms(held.entity(row.name), row.name),
                "verdict": held.inquiry.verdict(held.inquiry.claims(row.claims)),
                "claims": row.claims,
                "queued": queued,
                "time": deal.date,
            }


def _conflicts(held: Held) -> Iterator[Fact]:
    for row in held.state.conflicts:
        claims = held.inquiry.claims(row.claims)
        yield {
            "sentence": row.sentence,
            "about": (row.sentence, row.about, *(c.span.exact for c in claims)),
            "kind": row.kind,
            "settled": False,
            "claims": row.claims,
        }


TABLES = {
    "deal": _deals,
    "released": _released,
    "clemency": _clemency,
    "destination": _destinations,
    "bodies": _bodies,
    "part": _parts,
    "total": _totals,
    "remaining": _remaining,
    "person": _people,
    "gives": _gives,
    "linkage": _linkages,
    "condition": _conditions,
    "measure": _measures,
    "broker": _brokers,
    "conflict": _conflicts,
}
