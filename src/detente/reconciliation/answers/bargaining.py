"""Questions about deals: who gave and got, who ties the acts, who talked, what is owed, who came first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from detente.reconciliation.answers.inquiry import Inquiry, day_of, speaker, when
from detente.reconciliation.answers.keys import country
from detente.reconciliation.concessions import PLANNED
from detente.reconciliation.ground import in_order
from detente.reconciliation.words import is_envoy
from detente.records import UNSTATED, AnswerRow, Cell, Claim, Deal, Give, Side
from detente.records.windows import dated, day

# A promise is what its maker agreed to; that others speak of it as done is none.
KEPT = frozenset({"3"})


def deals(q: Inquiry) -> Iterator[Deal]:
    """The deals of the state whom the filters let through."""
    for deal in q.shelf.deals(q.filters):
        parties = [s.party.name for s in deal.sides]
        sectors = [g.sector for s in deal.sides for g in s.gives]
        people = [p.name for p in (*deal.persons_freed, *deal.persons_not_freed)]
        asked = q.is_country(*parties) and q.is_sector(*sectors) and q.is_person(*people)
        if asked and q.within(deal.date):
            yield deal


def name_of(deal: Deal) -> str:
    """A deal by its parties and its day."""
    named = (s.party.name for s in deal.sides if s.party.name != UNSTATED)
    parties = " and ".join(named) or "parties unstated"
    return f"{parties}, {day_of(deal.date) or 'undated'}"


def gives(q: Inquiry) -> Iterator[tuple[Deal, Side, Give]]:
    """Every concession of the deals asked about."""
    for deal in deals(q):
        for side in deal.sides:
            for give in side.gives:
                if q.is_sector(give.sector, give.target) or give.kind != "sanction_step":
                    yield deal, side, give


def ledger(q: Inquiry) -> Iterator[AnswerRow]:
    """Per side, what was promised and what was performed, and the gap between."""
    for deal, side, give in gives(q):
        cells: dict[str, Cell] = {
            "deal": name_of(deal),
            "party": side.party.name,
            "gives": give.kind,
            "what": give.what,
            "count": give.quantity,
            "sector": give.sector,
            "step": give.step,
            "promised": day_of(when(q.claims(give.promised))) if give.promised else None,
            "performed": day_of(when(q.claims(give.performed))) if give.performed else None,
            "status": "performed" if give.performed else "promised",
            "compliance": give.compliance,
        }
        claims = (*give.promised, *give.performed, *_bearing(q, side, give))
        yield q.row(cells, claims, word=give.verdict)


def _bearing(q: Inquiry, side: Side, give: Give) -> tuple[str, ...]:
    """Claims on the legal track of the measure that a step is about: who says that nothing was issued."""
    if give.kind != "sanction_step" or give.performed:
        return ()
    return tuple(i for m in q.shelf.ruled(side.party.name, give.promised) for i in m.legal.claims)


def linkage(q: Inquiry) -> Iterator[AnswerRow]:
    """Each cue that ties the acts, with its class and who says so; denials beside them."""
    for deal in deals(q):
        ties: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
        denied = [t for t in deal.linkage if t.polarity == "-"]
        for tie in deal.linkage:
            ties[tie.class_, tie.by, tie.cue, tie.polarity] += tie.claims
        top = max((t.class_ for t in deal.linkage if t.polarity == "+"), default=None)
        for (class_, by, cue, polarity), claims in ties.items():
            against = [i for t in denied for i in t.claims] if polarity == "+" else []
            main = class_ == top and polarity == "+"
            cells: dict[str, Cell] = {
                "deal": name_of(deal), "class": class_ if polarity == "+" else None, "by": by, "cue": cue,
                "polarity": polarity, "heading": any(c.span.kind == "heading" for c in q.claims(claims)),
            }  # fmt: skip
            yield q.row(cells, claims, against, main=main, word="contested" if main and against else None)


def denied(q: Inquiry) -> Iterator[AnswerRow]:
    """Who denies that it was an exchange, in their own words."""
    for deal in deals(q):
        for tie in deal.linkage:
            if tie.polarity == "-":
                for claim in q.claims(tie.claims):
                    cells: dict[str, Cell] = {
                        "deal": name_of(deal), "by": speaker(claim), "words": tie.cue,
                        "polarity": "-", "quote": claim.span.exact,
                    }  # fmt: skip
                    yield q.row(cells, [claim])


def since(q: Inquiry) -> Iterator[AnswerRow]:
    """Deal after deal: how many were freed, and what was given each time; overlaps are never added up."""
    for deal in deals(q):
        wanted = q.filters.get("country")
        gave = [s for s in deal.sides if wanted is None or country(s.party.name) == country(wanted)]
        freed = [s for s in gave if any(g.kind in ("release", "clemency") for g in s.gives)]
        others = [s for s in deal.sides if s not in (freed or gave)]
        cells: dict[str, Cell] = {
            "date": day_of(deal.date), "by": tuple(s.party.name for s in freed or gave),
            "released": deal.released.quantity,
            "gave": tuple(_brief(g) for s in freed or gave for g in s.gives),
            "got": tuple(f"{s.party.name}: {_brief(g)}" for s in others for g in s.gives),
            "state": deal.state,
        }  # fmt: skip
        claims = (i for s in deal.sides for g in s.gives for i in (*g.promised, *g.performed))
        yield q.row(cells, claims, word=deal.released.verdict if deal.released.quantity else None)


def _brief(give: Give) -> str:
    how = give.step or ("performed" if give.performed else "promised")
    return f"{give.what} ({how})"


def talks(q: Inquiry) -> Iterator[AnswerRow]:
    """Who talked, for whom, where, how long, about what; nobody is put at a table unnamed."""
    found: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in q.asked("TALKS"):
        told = claim.mode not in ("hypothetical", "demanded", "denied") and claim.polarity == "+"
        if told and claim.sub != "mediate" and q.is_country(*_all_names(q, claim)) and q.within(claim.time):
            key = (*claim.names("participants"), *claim.names("place"))
            found[key or (claim.id,)].append(claim)
    for claims in found.values():
        first = claims[0]
        own = first.names("participants")
        agents = {f.entity or f.name for f in first.roles.get("participants", ())}
        mandates = in_order(m for agent in agents for m in q.shelf.mandates.get(agent, ()))
        documents = {c.document.sha256 for c in claims}
        near = in_order(c for d in documents for c in q.ground.by_document[d])
        brokers = [c for c in near if c.type == "TALKS" and c.sub == "mediate"]
        heard = [n for c in brokers for n in (*c.names("mediator"), *c.names("broker"))]
        cells: dict[str, Cell] = {
            "speaker": own or (UNSTATED,),
            "for": _principals(mandates),
            "counterpart": UNSTATED if len(own) < 2 else own[1:],
            "place": next((n for c in claims for n in c.names("place")), None),
            "days": _days(first.duration) or next(iter(first.names("duration")), None),
            "about": _topics(first),
            "date": day_of(when(claims)),
            "broker": tuple(dict.fromkeys(heard)),
            "mode": first.mode,
        }
        yield q.row(cells, (*claims, *mandates, *brokers), word=q.verdict(claims))


def _all_names(q: Inquiry, claim: Claim) -> Iterable[str]:
    parties = q.ground.parties(claim, "participants", "host", "mediator")
    own = [q.ground.filler(p).name for p in sorted(parties)]
    return (*own, *claim.names("participants", "host", "place", "mediator"))


def _principals(mandates: Sequence[Claim]) -> tuple[str, ...]:
    named = [n for m in mandates for n in m.names("principal")]
    offices = [n for m in mandates for n in (*m.names("office"), *m.names("value"))]
    sent = [o.partition(" of ")[2].removeprefix("the ") for o in offices if is_envoy(o)]
    return tuple(dict.fromkeys(n for n in named or sent if n))


def _days(duration: str | None) -> int | None:
    """Days of an ISO 8601 duration of whole days or weeks.

    >>> _days("P2D"), _days("P1W"), _days("PT3H")
    (2, 7, None)
    """
    found = re.fullmatch(r"P(\d+)([DW])", duration or "")
    return int(found[1]) * (7 if found[2] == "W" else 1) if found else None


def _topics(claim: Claim) -> tuple[str, ...]:
    text = claim.topic or "; ".join(claim.names("topic"))
    parts = re.split(r"[;,]\s*|\s+and\s+", text)
    return tuple(dict.fromkeys(p.strip() for p in parts if p.strip()))


def unperformed(q: Inquiry) -> Iterator[AnswerRow]:
    """Promises that are not wholly kept, and for how many days; silence is U and no breach."""
    for deal, side, give in gives(q):
        said = q.claims(give.promised)
        promised = tuple(c for c in said if c.mode in PLANNED) or said
        if not promised or give.compliance in KEPT:
            continue
        started = min((c.document.published for c in promised if c.document.published), default=None)
        first, today = day(started), day(q.day)
        done = q.claims(give.performed)
        cells: dict[str, Cell] = {
            "deal": name_of(deal),
            "party": side.party.name,
            "promise": give.what,
            "sector": give.sector,
            "since": started,
            "days": (today - first).days if first and today else None,
            "compliance": give.compliance,
            "done": f"{give.step or 'performed'} {day_of(when(done)) or ''}".strip() if done else None,
            "due": next((n for c in promised for n in c.names("due")), None),
        }
        yield q.row(cells, (*promised, *done, *_bearing(q, side, give)), word=give.verdict)


def first(q: Inquiry) -> Iterator[AnswerRow]:
    """Which side performed first: only where the days are told and do not overlap."""
    for deal in deals(q):
        acts = [(s, g, w, cs) for s in deal.sides for g in s.gives for w, cs in _performed(q, g)]
        if not acts:
            continue
        earliest: dict[str, tuple[Give, tuple[str, str], list[Claim]]] = {}
        for side, give, window, claims in sorted(acts, key=lambda a: (a[2], a[0].party.name)):
            earliest.setdefault(side.party.name, (give, window, claims))
        ordered = list(earliest.items())
        undated = [
            s for s in deal.sides if any(g.performed for g in s.gives) and s.party.name not in earliest
        ]
        overlap = any(a[1][1][1] >= b[1][1][0] for a, b in pairwise(ordered))
        if undated or overlap:
            continue
        yield from _order(q, deal, ordered)


def _performed(q: Inquiry, give: Give) -> Iterator[tuple[tuple[str, str], list[Claim]]]:
    told = [c for c in q.claims(give.performed) if dated(c.time)]
    if told:
        window = dated(when(told))
        assert window is not None
        yield (window[0].isoformat(), window[1].isoformat()), told


def _order(
    q: Inquiry, deal: Deal, ordered: Sequence[tuple[str, tuple[Give, tuple[str, str], list[Claim]]]]
) -> Iterator[AnswerRow]:
    before: str | None = None
    for place, (party, (give, (start, end), claims)) in enumerate(ordered, 1):
        gap = (day(start), day(before))
        cells: dict[str, Cell] = {
            "deal": name_of(deal), "place": place, "party": party, "what": give.what,
            "on": start if start == end else f"{start}/{end}",
            "days_after": (gap[0] - gap[1]).days if gap[0] and gap[1] else None,
        }  # fmt: skip
        yield q.row(cells, claims, word=give.verdict, main=place == 1)
        before = end


def conditions(q: Inquiry) -> Iterator[AnswerRow]:
    """What acts were made to depend on, and whether a report tells that it came about."""
    for deal in deals(q):
        for one in deal.conditions:
            told = q.claims(one.claims)
            cells: dict[str, Cell] = {
                "deal": name_of(deal), "condition": one.text, "state": one.state,
                "by": tuple(dict.fromkeys(speaker(c) for c in told)),
            }  # fmt: skip
            yield q.row(cells, told)


def alike(q: Inquiry) -> Iterator[AnswerRow]:
    """The earlier deals with most in common: kinds of give and take, sector, broker; no score of merit."""
    names: dict[str, str] = {}
    for deal in deals(q):
        own = name_of(deal)
        for other, shared in q.shelf.alike(deal):
            earlier = names.get(other.id) or names.setdefault(other.id, name_of(other))
            cells: dict[str, Cell] = {"deal": own, "earlier": earlier, "shared": shared}
            basis = (*deal.claims[:1], *other.claims[:1])
            yield q.row(cells, derived_from=basis, rule="features in common")
