"""Questions about the record itself: the path to the bytes, what changed, what is missing or may go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.reconciliation.answers.bargaining import deals, name_of
from detente.reconciliation.answers.inquiry import Inquiry, chain, day_of
from detente.reconciliation.answers.keys import country
from detente.reconciliation.answers.laws import label, laws
from detente.reconciliation.answers.sums import flows
from detente.reconciliation.concessions import LEGAL
from detente.reconciliation.conflicts import number
from detente.reconciliation.words import lexicon
from detente.records import AnswerRow, Cell, Count, Deal, Measure, State

WITHHELD = ("at_risk", "relative_minor", "sealed")
"""Kinds of sensitivity that the public profile leaves out or coarsens (CODEBOOK §9)."""


def path(q: Inquiry) -> Iterator[AnswerRow]:
    """From a figure to the words, the place in the text, the hash of the bytes and the reader."""
    wanted = q.filters.get("record")
    if wanted is None:
        claims = [c for _, _, count in flows(q, "released") for c in q.claims(count.claims)]
    elif wanted in q.ground.claims:
        claims = [q.ground.claims[wanted]]
    else:
        claims = [c for c in q.state.claims if wanted and c.id.startswith(wanted)]
    for claim in claims:
        cells: dict[str, Cell] = {
            "claim": claim.id, "words": claim.span.exact, "from": claim.span.start, "to": claim.span.end,
            "document": claim.document.id, "sha256": claim.document.sha256, "chain": chain(claim),
            "reader": f"{claim.reader.name} {claim.reader.version} ({claim.reader.config})",
            "rule": claim.rule,
        }  # fmt: skip
        yield q.row(cells, [claim])


def diff(q: Inquiry) -> Iterator[AnswerRow]:
    """What was believed on one day of knowledge and on a later one, and which claims changed it."""
    before = q.before or State()
    old, new = dict(_beliefs(before)), dict(_beliefs(q.state))
    held = {c.id for c in before.claims}
    yield q.row({"what": "reports", "before": _reports(before), "after": _reports(q.state), "by": ()})
    for what in sorted({*old, *new}):
        was, now = old.get(what, (_NOTHING, ())), new.get(what, (_NOTHING, ()))
        if was[0] != now[0]:
            fresh = [i for i in now[1] if i not in held]
            by = tuple(dict.fromkeys(chain(c)[0] for c in q.claims(fresh)))
            cells: dict[str, Cell] = {"what": what, "before": was[0], "after": now[0], "by": by}
            yield q.row(cells, fresh or now[1])


def _reports(state: State) -> str:
    reports, claims = len({c.document.sha256 for c in state.claims}), len(state.claims)
    return f"{reports} report{'s' * (reports != 1)}, {claims} claim{'s' * (claims != 1)}"


def _beliefs(state: State) -> Iterator[tuple[str, tuple[str, tuple[str, ...]]]]:
    """Every figure and track of a state in words, with the claims behind it."""
    yield from _counted(state)
    for person in state.people:
        for track in ("custody", "legal", "location"):
            told = getattr(person.tracks, track)
            value = f"{told.state} ({told.verdict})" if told.state != "unknown" else _NOTHING
            yield f"{person.name}: {track}", (value, (*told.claims, *told.derived_from))
    for m in state.measures:
        yield f"{m.authority} on {label(m)}: legal", (m.legal.state, m.legal.claims)
        yield f"{m.authority} on {label(m)}: announced", (_said(m), m.announced.claims)
    for deal in state.deals:
        yield f"deal of {name_of(deal)}", (deal.state, deal.claims)


def _counted(state: State) -> Iterator[tuple[str, tuple[str, tuple[str, ...]]]]:
    """Each population with its numbers: one of several happenings of one state stands beside the others."""
    found: dict[str, list[Count]] = {}
    for count in state.counts:
        owner = f" by the count of {count.owner}" if count.owner else ""
        found.setdefault(f"{count.population}{owner}", []).append(count)
    for what, counts in found.items():
        values = (number(c.quantity) if c.quantity else _NOTHING for c in counts)
        told = (f"{value} ({c.verdict})" for value, c in zip(values, counts, strict=True))
        yield what, ("; ".join(told), tuple(i for c in counts for i in c.claims))


def _said(m: Measure) -> str:
    return m.announced.state if m.announced.state != "none" else _NOTHING


def gaps(q: Inquiry) -> Iterator[AnswerRow]:
    """What would need to be found, what for, and who would best know."""
    for deal in deals(q):
        for missing, why, source, claims in _deal_gaps(q, deal):
            yield _gap(q, missing, name_of(deal), why, source, claims)
    for m in laws(q):
        if m.legal.state not in LEGAL and m.announced.state in ("easing_said", "lifting_said"):
            about = f"{m.authority} on {label(m)}"
            source = f"licence, list or gazette of {m.authority}"
            yield _gap(q, "instrument", about, "told as eased, no text held", source, m.claims)
    yield from _silent_authorities(q)
    for conflict in q.shelf.conflicts_of(q.filters):
        yield _gap(
            q, "conflict", conflict.sentence, conflict.kind, conflict.settled_by or "", conflict.claims
        )


def _gap(q: Inquiry, missing: str, about: str, why: str, source: str, claims: Iterable[str]) -> AnswerRow:
    cells: dict[str, Cell] = {"missing": missing, "about": about, "because": why, "look_in": source}
    return q.row(cells, derived_from=claims, rule="missing")


_NOTHING = "unknown"
Gap = tuple[str, str, str, tuple[str, ...]]


def _deal_gaps(q: Inquiry, deal: Deal) -> Iterator[Gap]:
    acts = tuple(i for s in deal.sides for g in s.gives for i in g.performed)
    if deal.date.basis == "publication_bound" or deal.date.start != deal.date.end:
        yield "release date", f"known only as {day_of(deal.date)}", "a dated statement of the releaser", acts
    named, total = len(deal.persons_freed), deal.released.quantity
    if total is not None and (total.lo or 0) > named:
        why = f"{named} named of {number(total)}"
        yield "names", why, "a list of names", tuple(i for p in deal.persons_freed for i in p.claims) or acts
    lost = [p for p in deal.persons_freed if p.location == "unknown"]
    if lost:
        claims = tuple(i for p in lost for i in p.claims)
        yield "destination of persons", ", ".join(p.name for p in lost), "word from them or kin", claims
    for place in deal.destinations:
        if place.quantity is None or place.derived:
            yield "number by destination", str(place.place), "the receiving state's own count", place.claims
    for rest in deal.unplaced:
        if rest.quantity.lo or rest.quantity.hi:
            why = f"{number(rest.quantity)} {rest.what}"
            yield "destination of the rest", why, "the receiving states' counts", rest.derived_from
    for side in deal.sides:
        for give in side.gives:
            if give.promised and not give.performed:
                yield "performance", f"{side.party.name}: {give.what}", "reports of the act", give.promised


def _silent_authorities(q: Inquiry) -> Iterator[AnswerRow]:
    """Where one authority eases, what the others do is unknown until somebody says so (CODEBOOK §8.6)."""
    spoken = {country(m.authority) for m in laws(q)}
    eased = [m for m in laws(q) if m.announced.state.endswith("ing_said") or m.legal.state in LEGAL]
    for name in sorted(lexicon()["authorities"]) if eased else ():
        if country(name) not in spoken:
            about, why = f"{name}: the same sectors", "no report speaks of it"
            claims = tuple(i for m in eased for i in m.announced.claims)
            yield _gap(q, "status of another authority", about, why, f"lists of {name}", claims)


def sheet(q: Inquiry) -> Iterator[AnswerRow]:
    """What may be published of this, what would be left out, and how reliable the coding is."""
    kinds = q.shelf.sensitivity
    out = sum(kinds[k] for k in WITHHELD)
    rows: list[tuple[str, Cell, str]] = [
        ("claims", len(q.state.claims) - out, "detente export --to csv"),
        ("withheld", out, ", ".join(f"{k}: {kinds[k]}" for k in WITHHELD if kinds[k]) or "nothing"),
        ("reports", q.shelf.reports, "each with its SHA-256"),
        ("reliability", None, "detente eval: precision, recall and F1 by type; no span is coded twice here"),
    ]
    for what, value, how in rows:
        yield q.row({"what": what, "value": value, "how": how})
