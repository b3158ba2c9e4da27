"""Which happenings are one bargain: held together by a tie, a deal word, or a happening they share.

A record exists only from a linkage of class L2 or more, or from a source that calls it a deal
(CODEBOOK §6). Order in time makes a candidate, nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from detente.reconciliation.days import Window, gap, when
from detente.reconciliation.ground import Ground
from detente.reconciliation.promises import LATER, keeping
from detente.reconciliation.words import calls_it_deal
from detente.records import Claim, Event

NEAR = 10
"""Days between acts of one bargain that no tie names."""
ACTS = frozenset({"RELEASE", "CLEMENCY", "TRANSFER", "SANCTION_EASE", "DIPLOMATIC_STEP", "COMMIT"})
CORE = frozenset({"RELEASE", "CLEMENCY", "SANCTION_EASE", "DIPLOMATIC_STEP"})
TALKERS = ("participants", "host", "mediator", "broker")
STRONG = ("L2", "L3", "L4")
PLANNED = frozenset({"agreed", "promised", "conditional", "announced"})
"""Modes in which an act still to come is part of a bargain; an aim or a demand is none."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A claim that ties acts, with the happenings it names."""

    claim: Claim
    events: frozenset[str]
    parties: frozenset[str]
    strong: bool
    denied: bool


@dataclass(frozen=True, slots=True)
class Bargain:
    """What belongs to one bargain: its happenings, its ties, the documents that tell it as news."""

    events: frozenset[str]
    ties: tuple[Tie, ...] = ()
    documents: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()


def ties_in(ground: Ground, document: str) -> Iterable[Tie]:
    """Every claim of a report that ties acts, L1 and denials among them."""
    found = (_tie(ground, c) for c in ground.by_document.get(document, ()))
    return (t for t in found if t is not None)


def _tie(ground: Ground, claim: Claim) -> Tie | None:
    class_ = claim.linkage.class_ if claim.linkage else None
    cue = claim.linkage.cue if claim.linkage else ""
    word = claim.sub == "swap_release" or calls_it_deal(cue)
    word = word or (claim.type == "LINKAGE" and calls_it_deal(claim.span.exact))
    word = word or (claim.type == "COMMIT" and claim.sub == "sign")
    if class_ is None and claim.type != "LINKAGE" and not word:
        return None
    to = claim.linkage.to if claim.linkage else ()
    return Tie(
        claim=claim,
        events=frozenset(_named(ground, claim, to)),
        parties=ground.parties(claim, "party", "parties", "committer", "counterpart"),
        strong=(class_ in STRONG or word)
        and claim.mode not in ("hypothetical", "evaluated", "intended", "demanded"),
        denied=claim.polarity == "-" or claim.mode == "denied",
    )


def _named(ground: Ground, claim: Claim, to: Sequence[str]) -> Iterable[str]:
    """The acts a tie names: those it points to, what a commitment promises, the act it stands in."""
    pointed = [ground.claims[i] for i in to if i in ground.claims]
    nested = [ground.claims[i] for c in (*pointed, claim) for i in c.content if i in ground.claims]
    for one in (*pointed, *nested, claim):
        event = ground.event_of.get(one.id)
        if event is not None and event.type in ACTS and event.status not in ("denied", "told"):
            yield event.id


def bargains(ground: Ground, known: Sequence[Tie]) -> tuple[Bargain, ...]:
    """The bargains that some source ties or calls one, each with all it holds.

    Args:
        ground: what is known.
        known: the ties of reports that hang together; those of all reports will do too.
    """
    cores: list[Bargain] = []
    for tie in known:
        if tie.strong and not tie.denied:
            core = _core(ground, tie)
            if core is not None:
                cores.append(core)
    return tuple(_gathered(ground, _grown(ground, cores), known))


def _core(ground: Ground, tie: Tie) -> Bargain | None:
    """The acts a tie holds together: those it names, else the acts its report tells as news."""
    events = {i for i in tie.events if _is_news(ground.events[i])}
    if not events and tie.claim.mode != "background" and not tie.events:
        news = _news(ground, tie.claim.document.sha256)
        events = {e.id for e in news if e.agent in tie.parties} or {e.id for e in news}
    return Bargain(frozenset(events), (tie,), _tellers(ground, events)) if events else None


def _is_news(event: Event) -> bool:
    return event.status in ("done", "to_come")


def _news(ground: Ground, document: str) -> list[Event]:
    """The acts that a report tells as done or agreed, passing mentions left out."""
    found = {
        (e := ground.event_of[c.id]).id: e
        for c in ground.by_document.get(document, ())
        if c.id in ground.event_of and c.mode != "background"
    }
    return [e for e in found.values() if e.type in CORE and _is_news(e) and _planned_or_done(ground, e)]


def _planned_or_done(ground: Ground, event: Event) -> bool:
    return event.status == "done" or any(c.mode in PLANNED for c in ground.of([event]))


def _tellers(ground: Ground, events: Iterable[str]) -> frozenset[str]:
    """The documents that tell one of these happenings as news."""
    claims = (ground.claims[i] for e in events for i in ground.events[e].claims)
    return frozenset(c.document.sha256 for c in claims if c.mode != "background")


def _grown(ground: Ground, cores: Sequence[Bargain]) -> list[Bargain]:
    """Bargains joined where they share a happening or tell one thing, with what their reports add."""
    merged: list[Bargain] = []
    for core in cores:
        merged = _merge(ground, merged, core)
    before = 0
    while before != sum(len(b.events) for b in merged):
        before = sum(len(b.events) for b in merged)
        grown = [_with_report_acts(ground, b, merged) for b in merged]
        merged = []
        for one in grown:
            merged = _merge(ground, merged, one)
    return merged


def _merge(ground: Ground, known: list[Bargain], one: Bargain) -> list[Bargain]:
    apart = []
    for other in known:
        if one.events & other.events or _one_bargain(ground, one, other):
            one = _both(one, other)
        else:
            apart.append(other)
    return [*apart, one]


def _both(one: Bargain, other: Bargain) -> Bargain:
    return Bargain(
        events=one.events | other.events,
        ties=(*other.ties, *one.ties),
        documents=one.documents | other.documents,
        parties=one.parties | other.parties,
    )


def _one_bargain(ground: Ground, left: Bargain, right: Bargain) -> bool:
    """In one report and near in time: a party in common, or each the other's missing side."""
    if not left.documents & right.documents:
        return False
    days = gap(span_of(ground, left), span_of(ground, right))
    if days is not None and days > NEAR:
        return False
    one, two = agents(ground, left), agents(ground, right)
    return not one or not two or bool(one & two) or _halves(ground, left, right)


def _halves(ground: Ground, left: Bargain, right: Bargain) -> bool:
    """Two ties that each name one side's act: two handovers of a swap, or a release and what it got."""
    if any(len(agents(ground, b)) != 1 for b in (left, right)):
        return False
    swaps = [all(t.claim.sub == "swap_release" for t in b.ties) for b in (left, right)]
    frees = [any(ground.events[i].type in ("RELEASE", "CLEMENCY") for i in b.events) for b in (left, right)]
    return all(swaps) or frees[0] != frees[1]


def span_of(ground: Ground, bargain: Bargain) -> Window | None:
    """The days of a bargain's acts of freeing; without any, of its other acts."""
    events = [ground.events[i] for i in sorted(bargain.events)]
    freeing = [e for e in events if e.type in ("RELEASE", "CLEMENCY") and e.status == "done"]
    windows = [w for e in (freeing or events) if (w := when(e, ground.of([e])))]
    return (min(w[0] for w in windows), max(w[1] for w in windows)) if windows else None


def agents(ground: Ground, bargain: Bargain) -> frozenset[str]:
    """Who acts in it."""
    return frozenset(a for i in bargain.events if (a := ground.events[i].agent))


def _with_report_acts(ground: Ground, bargain: Bargain, others: Sequence[Bargain]) -> Bargain:
    """Add what the reports of a bargain tell beside it: other counts, legs, the other side's acts."""
    documents = _tellers(ground, bargain.events) | bargain.documents
    taken = {i for b in others if b.events != bargain.events for i in b.events}
    shared = {d for b in others if b.events != bargain.events for d in b.documents}
    added = {
        e.id
        for d in sorted(documents)
        for e in _near_acts(ground, bargain, d, only_parties=d in shared)
        if e.id not in taken
    }
    added |= {e.id for e in _performances(ground, bargain) if e.id not in taken}
    return replace(bargain, events=bargain.events | added, documents=documents | _tellers(ground, added))


def _performances(ground: Ground, bargain: Bargain) -> list[Event]:
    """Later acts, in other reports, by which a party to the bargain keeps what it promised."""
    promised = [e for i in sorted(bargain.events) if (e := ground.events[i]).status == "to_come"]
    span, out = span_of(ground, bargain), dict[str, Event]()
    for event in (e for p in promised for e in keeping(ground, p)):
        if event.id not in bargain.events and event.id not in out:
            days = gap(span, when(event, ground.of([event])))
            if days is not None and days <= LATER:
                out[event.id] = event
    return list(out.values())


def _near_acts(ground: Ground, bargain: Bargain, document: str, *, only_parties: bool) -> list[Event]:
    span, parties = span_of(ground, bargain), agents(ground, bargain)
    out = []
    for event in _acts(ground, document):
        days = gap(span, when(event, ground.of([event])))
        limit = LATER if event.type == "SANCTION_EASE" and event.agent in parties else NEAR
        known = event.agent is None or event.agent in parties
        if (days is None or days <= limit) and (known or not only_parties):
            out.append(event)
    return out


def _acts(ground: Ground, document: str) -> list[Event]:
    claims = (c for c in ground.by_document.get(document, ()) if c.mode != "background")
    found = {
        e.id: e for c in claims if (e := ground.event_of.get(c.id)) and e.type in ACTS and e.type != "COMMIT"
    }
    return [e for e in found.values() if _is_news(e) and _planned_or_done(ground, e)]


def _gathered(ground: Ground, found: Sequence[Bargain], known: Sequence[Tie]) -> Iterable[Bargain]:
    """Each bargain with all its ties, order in time and denials among them, and its parties."""
    for bargain in found:
        alone = {d for d in bargain.documents if sum(d in b.documents for b in found) == 1}
        held = tuple(t for t in known if _belongs(t, bargain, alone))
        parties = bargain.parties | agents(ground, bargain) | {p for t in held if t.strong for p in t.parties}
        yield replace(bargain, ties=held, parties=parties)


def _belongs(tie: Tie, bargain: Bargain, alone: set[str]) -> bool:
    if tie.events & bargain.events:
        return True
    return not tie.events and tie.claim.document.sha256 in alone and tie.claim.mode != "background"


def candidates(
    ground: Ground, known: Sequence[Bargain], told: Sequence[Tie], documents: Iterable[str]
) -> tuple[Bargain, ...]:
    """Releases that order in time, talks or a mediator put beside another party: suggestions, no deals."""
    taken = {i for b in known for i in b.events}
    cores = [c for t in told if not t.strong and not t.denied and (c := _core(ground, t))]
    cores += [c for document in documents if (c := _beside_talks(ground, document))]
    free = [
        c for c in cores if not c.events & taken and any(ground.events[i].type == "RELEASE" for i in c.events)
    ]
    grown = [b for b in _grown(ground, free) if not b.events & taken]
    return tuple(_gathered(ground, grown, told))


def _beside_talks(ground: Ground, document: str) -> Bargain | None:
    """A report that tells of another party beside a release: it talked, mediated, or took the people in."""
    releases = [
        e for e in _news(ground, document) if e.status == "done" and e.type in ("RELEASE", "CLEMENCY")
    ]
    releasers = {e.agent for e in releases}
    talks = [
        c for c in ground.by_document[document] if c.type == "TALKS" and c.mode in ("performed", "asserted")
    ]
    others = {p for c in talks for p in ground.parties(c, *TALKERS)}
    others = (others | _receivers(ground, document)) - releasers
    if not releases or not others or not releasers - {None}:
        return None
    events = frozenset(e.id for e in releases)
    return Bargain(events, (), _tellers(ground, events), frozenset(others))


def _receivers(ground: Ground, document: str) -> set[str]:
    """States that took in a group which another state let go and sent there."""
    sent = (
        c
        for c in ground.by_document[document]
        if c.type in ("TRANSFER", "RELEASE") and c.mode in ("performed", "asserted") and c.polarity == "+"
    )
    own = (c for c in sent if c.roles.get("group") and ground.parties(c, "mover", "releaser"))
    to = (f for c in own for role in ("to", "receiver") for f in c.roles.get(role, ()))
    return {f.entity for f in to if f.kind == "state" and f.entity}
