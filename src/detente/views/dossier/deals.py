"""One deal as sections: what happened, who and how many, where to, what for, who objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from detente.records import DONE, Alternative, Claim, Conflict, Deal, DealLinkage, Give, PersonFreed
from detente.views.dossier import sums, words
from detente.views.dossier.book import Book
from detente.views.dossier.lines import Line, Row, Section
from detente.views.dossier.unknowns import unknowns

COMPLIANCE = {
    "0": "none seen", "1": "begun", "2": "in part", "3": "performed", "D": "disputed", "R": "reversed",
    "U": "not seen yet",
}  # fmt: skip
ACTS = frozenset({
    "DETAIN", "SENTENCE", "CLEMENCY", "RELEASE", "TRANSFER", "HARM",
    "SANCTION_IMPOSE", "SANCTION_EASE", "TALKS", "DIPLOMATIC_STEP",
})  # fmt: skip


def of_deal(deal: Deal, book: Book) -> Iterator[Section]:
    """A deal's sections, in the order in which a person asks; empty ones are left out."""
    yield _title(deal)
    made = (
        what_happened(book.of(deal.claims), book),
        _freed(deal, book),
        Section(title="Where they went", lines=tuple(sums.where_they_went(deal, book))),
        _gives(deal, book),
        _ties(deal, book),
        _reactions(deal, book),
        _kept(deal, book),
        _inside(deal, book),
        _disagree(deal, book),
        Section(title="What is unknown", lines=tuple(unknowns(deal, book))),
    )
    yield from (section for section in made if not section.empty)


def _title(deal: Deal) -> Section:
    reports = f"{deal.reports} report{'s' if deal.reports != 1 else ''}"
    groups = f", {deal.groups} independent voice{'s' if deal.groups != 1 else ''}"
    text = f"{words.state(deal.state)}; {words.span_of_days(deal.date)}; {reports}{groups}"
    lines = (Line(text=text, claims=(deal.id,)),)
    return Section(title=f"Deal: {words.parties(deal.sides)}", level=0, lines=lines)


def what_happened(claims: Sequence[Claim], book: Book) -> Section:
    """Acts that are told as done, each happening once, in the words of the first that tells it."""
    done = [c for c in claims if c.type in ACTS and c.polarity == "+" and c.mode in DONE | {"announced"}]
    told: dict[str, list[Claim]] = {}
    for claim in done:
        event = book.events.get(claim.id)
        told.setdefault(event.id if event else claim.id, []).append(claim)
    return Section(title="What happened", lines=tuple(book.told(group) for group in told.values()))


def _freed(deal: Deal, book: Book) -> Section:
    freed = deal.released
    lines = []
    if freed.quantity is not None or freed.alternatives:
        several = len(freed.alternatives) > 1
        ids = () if several else tuple(i for a in freed.alternatives for i in a.claims)
        lines.append(Line(text=f"{words.quantity(freed.quantity)} freed ({freed.verdict})", claims=ids))
    if len(freed.alternatives) > 1:
        lines += [_alternative(one, book) for one in freed.alternatives]
    lines += [_person(p) for p in deal.persons_freed]
    lines += [_person(p, but=_not_freed(p)) for p in deal.persons_not_freed]
    return Section(title="Who was freed", lines=tuple(lines))


def _alternative(one: Alternative, book: Book) -> Line:
    gone = " (since corrected by the same source)" if one.groups == 0 else ""
    text = f"{words.quantity(one.quantity)} – {book.sources_of(one)}{gone}"
    return Line(text=text, claims=one.claims, level=1)


def _not_freed(person: PersonFreed) -> str:
    return "some say freed, some not: " if person.verdict == "contested" else "not freed: "


def _person(person: PersonFreed, *, but: str = "") -> Line:
    known = [("custody", person.custody), ("legal", person.legal), ("location", person.location)]
    tracks = ", ".join(f"{track} {words.state(state)}" for track, state in known)
    rule = f" ({person.rule})" if person.rule else ""
    derived = f"; derived{rule}" if person.derived else ""
    return Line(
        text=f"{but}{person.name}: {tracks} ({person.verdict}{derived})",
        claims=person.claims or person.derived_from,
        mark="derived" if person.derived else "plain",
    )


def _gives(deal: Deal, book: Book) -> Section:
    rows = tuple(_give(side.party.name, give, book) for side in deal.sides for give in side.gives)
    nothing = tuple(
        Line(text=f"{side.party.name}: nothing is reported that it gave")
        for side in deal.sides
        if not side.gives
    )
    head = ("side and concession", "promised", "performed", "who says so")
    return Section(title="What each side gave", lines=nothing, head=head if rows else (), rows=rows)


def _give(party: str, give: Give, book: Book) -> Row:
    many = "" if give.quantity is None else f": {words.quantity(give.quantity)}"
    step = "" if give.step is None else f", step: {give.step}"
    what = Line(text=f"{party}: {give.what}{many}{step} ({COMPLIANCE[give.compliance]})")
    return Row(
        cells=(
            what,
            _side_of_give(give.promised, book),
            _side_of_give(give.performed, book),
            Line(text=book.sources((*give.performed, *give.promised)) or book.plain("; ".join(give.by))),
        )
    )


def _side_of_give(ids: tuple[str, ...], book: Book) -> Line:
    claims = book.of(ids)
    if not claims:
        return Line(text="nothing seen", mark="unknown")
    return Line(text=words.quote(claims[0], book.quote * 2 // 3), claims=tuple(c.id for c in claims))


def _ties(deal: Deal, book: Book) -> Section:
    lines = [
        Line(
            text=f"{_tied(tie)}: “{tie.cue}” – {_by(tie, book)} ({tie.class_})",
            claims=tie.claims,
            mark="conflict" if tie.polarity == "-" else "plain",
        )
        for tie in deal.linkage
    ]
    brokers = [
        Line(text=f"go-between: {b.name}{f', {b.role}' if b.role else ''}", claims=b.claims)
        for b in deal.brokers
    ]
    conditions = [Line(text=f"condition, {c.state}: “{c.text}”", claims=c.claims) for c in deal.conditions]
    return Section(title="What ties the two", lines=(*lines, *brokers, *conditions))


def _by(tie: DealLinkage, book: Book) -> str:
    return book.sources(tie.claims) or book.plain(tie.by)


def _tied(tie: DealLinkage) -> str:
    return "said not to be tied" if tie.polarity == "-" else "tied"


def _reactions(deal: Deal, book: Book) -> Section:
    claims = sorted(book.of(deal.reactions), key=lambda c: c.type != "STATEMENT")
    lines = []
    told: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:  # copies of one report say it once
        told.setdefault((claim.type, claim.span.exact, _speaker(claim)), []).append(claim)
    for (_, _, speaker), same in told.items():
        found = tuple(same)
        verb = found[0].stance or ("asks" if found[0].type == "DEMAND" else "says")
        text = f"{speaker} ({verb}): {words.telling(found, book.quote)}"
        lines.append(Line(text=text, claims=tuple(c.id for c in found)))
    return Section(title="Reactions and demands", lines=tuple(lines))


def _speaker(claim: Claim) -> str:
    """Who reacts, by name; "we" is the publisher."""
    names = [n for n in claim.names("speaker", "demander") if n.casefold() != "we"]
    return ", ".join(names) or words.said_by(claim)


def _kept(deal: Deal, book: Book) -> Section:
    lines = (
        Line(
            text=f"{words.party(k.authority)}: {k.what} – {book.sources(k.claims)}",
            claims=k.claims,
        )
        for k in deal.kept
    )
    return Section(title="What stays in force", lines=tuple(lines))


def _inside(deal: Deal, book: Book) -> Section:
    lines = []
    for one in deal.remaining:
        day = f", as of {one.as_of}" if one.as_of else ""
        text = f"{words.quantity(one.quantity)} by the count of {book.plain(one.source)}{day}"
        lines.append(Line(text=text, claims=one.claims))
    return Section(title="Who is still inside", lines=tuple(lines))


def _disagree(deal: Deal, book: Book) -> Section:
    return Section(title="Where sources disagree", lines=tuple(conflict_lines(deal.conflicts, book)))


def conflict_lines(conflicts: Iterable[Conflict], book: Book) -> Iterator[Line]:
    """Each conflict as its sentence, and what would settle it."""
    for conflict in conflicts:
        yield Line(text=book.plain(conflict.sentence), claims=conflict.claims, mark="conflict")
        if conflict.settled_by:
            yield Line(text=f"would be settled by: {conflict.settled_by}", level=1)
