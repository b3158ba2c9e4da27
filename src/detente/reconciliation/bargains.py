"""Which happenings are one bargain: held together by a tie, a deal word, or a happening they share.

A record exists only from a linkage of class L2 or more, or from a source that calls it a deal
(CODEBOOK §6). Order in time makes a candidate, nothing more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from detente.reconciliation.aims import of_other_states
from detente.reconciliation.concessions import PLANNED, is_asked_for
from detente.reconciliation.days import gap
from detente.reconciliation.ground import Ground
from detente.reconciliation.loose_ties import FAMILIES, is_loose
from detente.reconciliation.merging import NEAR, Bargain, Merged, Tie, agents, eased, span_of
from detente.reconciliation.promises import LATER, keeping
from detente.reconciliation.words import calls_it_deal, is_mediator
from detente.records import DONE, HAPPENED, Claim, Event

ACTS = frozenset({"RELEASE", "CLEMENCY", "TRANSFER", "SANCTION_EASE", "DIPLOMATIC_STEP", "COMMIT"})
CORE = frozenset({"RELEASE", "CLEMENCY", "SANCTION_EASE", "DIPLOMATIC_STEP"})
TALKERS = ("participants", "host", "mediator", "broker")
STRONG = ("L2", "L3", "L4")


def ties_in(
    ground: Ground, document: str, elsewhere: Callable[[Claim], frozenset[str]] = lambda _: frozenset()
) -> Iterable[Tie]:
    """Every claim of a report that ties acts, L1 and denials among them.

    Args:
        ground: what is known.
        document: the report.
        elsewhere: the happenings told by other reports of which a tie speaks whose report tells none.
    """
    found = (_tie(ground, c) for c in ground.by_document.get(document, ()))
    return (_put_to(ground, t, elsewhere) for t in found if t is not None)


def _put_to(ground: Ground, tie: Tie, elsewhere: Callable[[Claim], frozenset[str]]) -> Tie:
    """A tie that names no act, in a report that tells none as news, is of acts told elsewhere.

    So is one that names acts of one side alone, or stands beside what was given and nobody's release
    ("in return for the traders Osmia gave back six lorries"): of the other side those of the people it names.
    """
    if not is_loose(tie.claim):
        return tie
    news = [] if tie.events else _news(ground, tie.claim.document.sha256)
    events = tie.events | {e.id for e in news}
    own = {FAMILIES.get(ground.events[i].type) for i in events}
    if len(own) > 1 or (news and own != {"relief"}):
        return tie
    found = (i for i in elsewhere(tie.claim) if FAMILIES[ground.events[i].type] not in own)
    others = frozenset(found)
    return replace(tie, events=events | others) if others or not news else tie


def _tie(ground: Ground, claim: Claim) -> Tie | None:
    class_ = claim.linkage.class_ if claim.linkage else None
    cue = claim.linkage.cue if claim.linkage else ""
    word = claim.sub == "swap_release" or (bool(cue) and calls_it_deal(cue))
    word = word or (claim.type == "LINKAGE" and calls_it_deal(claim.span.exact))
    word = word or (claim.type == "COMMIT" and claim.sub == "sign")
    if class_ is None and claim.type != "LINKAGE" and not word:
        return None
    to = claim.linkage.to if claim.linkage else ()
    events = frozenset(_named(ground, claim, to))
    denied = claim.polarity == "-" or claim.mode == "denied"
    others = claim.quantity is not None or bool(claim.names("person"))
    if denied and claim.type == "RELEASE" and others and not events:
        return None  # "three more could not be exchanged": of others, and the exchange is not denied
    return Tie(
        claim=claim,
        events=events,
        parties=ground.parties(claim, "party", "parties", "committer", "counterpart"),
        strong=(class_ in STRONG or word)
        and claim.mode not in ("hypothetical", "evaluated", "intended", "demanded")
        and not _to_nothing(ground, to),
        denied=denied,
    )


def _to_nothing(ground: Ground, to: Sequence[str]) -> bool:
    """Is the other side's act told as not done? "Let nobody go in return" ties one act to nothing."""
    undone = [c.polarity == "-" or c.mode == "denied" for i in to if (c := ground.claims.get(i))]
    return any(undone) and undone.count(False) < 2


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
    tellers = _tellers(ground, events) | ({tie.claim.document.sha256} if is_loose(tie.claim) else set())
    return Bargain(frozenset(events), (tie,), tellers) if events else None


def _is_news(event: Event) -> bool:
    return event.status in ("done", "to_come")


def _news(ground: Ground, document: str) -> list[Event]:
    """The acts that a report tells as done or agreed, passing mentions left out."""
    found = (e for e in ground.told(document) if e.type in CORE)
    return [e for e in found if _is_news(e) and ground.once(_planned_or_done, e)]


def _planned_or_done(ground: Ground, event: Event) -> bool:
    return event.status == "done" or any(c.mode in PLANNED for c in ground.of([event]))


def _tellers(ground: Ground, events: Iterable[str]) -> frozenset[str]:
    """The documents that tell one of these happenings as news."""
    return frozenset[str]().union(*(ground.telling(ground.events[i]) for i in events))


def _grown(ground: Ground, cores: Iterable[Bargain], known: Sequence[Bargain] = ()) -> list[Bargain]:
    """Bargains joined where they share a happening or tell one thing, with what their reports add.

    What is part of a known bargain is added to no other.
    """
    merged = [*Merged(ground, cores)]
    before = 0
    while before != sum(len(b.events) for b in merged):
        before = sum(len(b.events) for b in merged)
        crowd = Crowd((*merged, *known))
        merged = [*Merged(ground, (_with_report_acts(ground, b, crowd) for b in merged), sums=True)]
    return merged


def _with_report_acts(ground: Ground, bargain: Bargain, crowd: Crowd) -> Bargain:
    """Add what the reports of a bargain tell beside it: other counts, legs, the other side's acts."""
    documents = _tellers(ground, bargain.events) | bargain.documents
    added = {
        e.id
        for d in sorted(documents)
        for e in _near_acts(ground, bargain, d, only_parties=_is_shared(ground, bargain, d, crowd))
        if not crowd.has(bargain, e.id)
    }
    added |= {e.id for e in _performances(ground, bargain) if not crowd.has(bargain, e.id)}
    return replace(bargain, events=bargain.events | added, documents=documents | _tellers(ground, added))


class Crowd:
    """What happenings and documents several bargains have; those of the very same happenings are one."""

    def __init__(self, bargains: Iterable[Bargain]) -> None:
        self._documents: dict[frozenset[str], set[str]] = defaultdict(set)
        for bargain in bargains:
            self._documents[bargain.events] |= bargain.documents
        self._having = Counter(event for events in self._documents for event in events)
        self._telling = Counter(document for told in self._documents.values() for document in told)

    def has(self, bargain: Bargain, event: str) -> bool:
        """Is the event part of another bargain?"""
        return self._having[event] > (event in bargain.events)

    def shares(self, bargain: Bargain, document: str) -> bool:
        """Does the document tell of another bargain?"""
        return self._telling[document] > (document in self._documents.get(bargain.events, ()))


def _is_shared(ground: Ground, bargain: Bargain, document: str, crowd: Crowd) -> bool:
    """Are not all acts that the report tells this bargain's?"""
    return crowd.shares(bargain, document) or _whole(ground, bargain, document)


def _whole(ground: Ground, bargain: Bargain, document: str) -> bool:
    """Does a tie of this report name both sides' people of a swap? A third party's act is another matter."""
    own = (t for t in bargain.ties if t.strong and t.claim.document.sha256 == document)
    freed = ([e for i in t.events if (e := ground.events[i]).type == "RELEASE"] for t in own)
    return any(len({frozenset(e.people) or e.id for e in events}) > 1 for events in freed)


def _performances(ground: Ground, bargain: Bargain) -> list[Event]:
    """Later acts, in other reports, by which a party to the bargain keeps what it promised."""
    promised = [e for i in sorted(bargain.events) if (e := ground.events[i]).status == "to_come"]
    span, out = span_of(ground, bargain), dict[str, Event]()
    for event in (e for p in promised for e in keeping(ground, p)):
        if event.id not in bargain.events and event.id not in out:
            days = gap(span, ground.days(event))
            if days is not None and days <= LATER:
                out[event.id] = event
    return list(out.values())


def _near_acts(ground: Ground, bargain: Bargain, document: str, *, only_parties: bool) -> list[Event]:
    span, parties, aimed = span_of(ground, bargain), agents(ground, bargain), eased(ground, bargain)
    out = []
    for event in _acts(ground, document):
        if of_other_states(aimed, ground.aimed(event)):
            continue
        days = gap(span, ground.days(event))
        limit = LATER if event.type == "SANCTION_EASE" and event.agent in parties else NEAR
        known = event.agent is None or event.agent in parties
        if (days is None or days <= limit) and (known or not only_parties):
            out.append(event)
    return out


def _acts(ground: Ground, document: str) -> list[Event]:
    found = (e for e in ground.told(document) if e.type in ACTS and e.type != "COMMIT")
    return [e for e in found if _is_news(e) and ground.once(_planned_or_done, e)]


def _gathered(ground: Ground, found: Sequence[Bargain], known: Sequence[Tie]) -> Iterable[Bargain]:
    """Each bargain with all its ties, order in time and denials among them, and its parties."""
    tellers = Counter(d for b in found for d in b.documents)
    places: dict[str, list[int]] = defaultdict(list)
    for at, tie in enumerate(known):
        for name in tie.events or (tie.claim.document.sha256,):
            places[name].append(at)
    for bargain in found:
        alone = {d for d in bargain.documents if tellers[d] == 1}
        near = sorted({at for name in bargain.events | alone for at in places.get(name, ())})
        held = tuple(known[at] for at in near if _belongs(known[at], bargain, alone))
        parties = bargain.parties | agents(ground, bargain) | {p for t in held if t.strong for p in t.parties}
        told = {t.claim.document.sha256 for t in held if t.events and is_loose(t.claim)}
        yield replace(bargain, ties=held, parties=parties, documents=bargain.documents | told)


def _belongs(tie: Tie, bargain: Bargain, alone: set[str]) -> bool:
    if tie.events & bargain.events:
        return True
    return not tie.events and tie.claim.document.sha256 in alone and tie.claim.mode != "background"


def candidates(
    ground: Ground, known: Sequence[Bargain], told: Sequence[Tie], documents: Iterable[str]
) -> tuple[Bargain, ...]:
    """Releases beside another party by order in time, talks or a mediator, and offers: no deals."""
    taken = {i for b in known for i in b.events}
    cores = [c for t in told if not t.strong and not t.denied and (c := _core(ground, t))]
    offers = list[Bargain]()
    for document in documents:
        cores += [c for c in (_beside_talks(ground, document, taken),) if c]
        offers += _offers(ground, document)
    free = [c for c in cores if any(ground.events[i].type == "RELEASE" for i in c.events)]
    free = [c for c in (*free, *offers) if not c.events & taken]
    return tuple(_gathered(ground, _grown(ground, free, known), told))


def _offers(ground: Ground, document: str) -> Iterable[Bargain]:
    """What somebody named says to do if another does something, and whom they promise to free.

    Nobody has taken it up yet.
    """
    for claim in ground.by_document.get(document, ()):
        if not (claim.mode == "conditional" and claim.condition) and not _promises_freedom(claim):
            continue
        event = ground.event_of.get(claim.id)
        if event is None or event.agent is None or event.type not in CORE or is_asked_for(claim):
            continue
        if event.status == "to_come":
            yield Bargain(frozenset({event.id}), (), _tellers(ground, (event.id,)))


def _promises_freedom(claim: Claim) -> bool:
    return claim.type == "RELEASE" and claim.mode == "promised" and claim.polarity == "+"


def _beside_talks(ground: Ground, document: str, taken: set[str]) -> Bargain | None:
    """A report that tells of another party beside a release: it talked, mediated, or took the people in.

    Who talked or took them in may be a side; who mediated, or gave the talks a roof, is none.
    """
    done = (e for e in _news(ground, document) if e.status == "done" and e.id not in taken)
    releases = [e for e in done if e.type in ("RELEASE", "CLEMENCY")]
    releasers = {e.agent for e in releases}
    talks = [c for c in ground.by_document[document] if c.type == "TALKS" and c.mode in HAPPENED]
    others = {p for c in talks for p in ground.parties(c, *TALKERS)}
    others = (others | _receivers(ground, document)) - releasers
    if not releases or not (others or _is_mediated(ground, document)) or not releasers - {None}:
        return None
    events = frozenset(e.id for e in releases)
    sides = {p for c in talks for p in ground.parties(c, "participants")} | _receivers(ground, document)
    return Bargain(events, (), _tellers(ground, events), frozenset(others & sides))


def _is_mediated(ground: Ground, document: str) -> bool:
    """Does the report call somebody a mediator?"""
    told = (c for c in ground.by_document[document] if c.type == "ATTRIBUTE" and c.mode in HAPPENED)
    return any(is_mediator(value) for c in told if c.polarity == "+" for value in c.names("value"))


def _receivers(ground: Ground, document: str) -> set[str]:
    """States that took in a group which another state let go and sent there."""
    sent = (
        c
        for c in ground.by_document[document]
        if c.type in ("TRANSFER", "RELEASE") and c.mode in DONE and c.polarity == "+"
    )
    own = (c for c in sent if c.roles.get("group") and ground.parties(c, "mover", "releaser"))
    to = (f for c in own for role in ("to", "receiver") for f in c.roles.get(role, ()))
    return {f.entity for f in to if f.kind == "state" and f.entity}
