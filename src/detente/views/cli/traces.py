"""A trace as sections: each claim with its words in context, its rule, its document and hash."""

from __future__ import annotations

from collections.abc import Iterator

from detente.records import Quantity, Support, Vote
from detente.views.dossier import Line, Section, words
from detente.workspace import Quoted, Trace


def of_trace(found: Trace) -> Iterator[Section]:
    """What was asked for, what in it was computed, and every claim it rests on."""
    count = len(found.quotes)
    head = Line(text=f"{found.kind}, resting on {count} claim{'s' if count != 1 else ''}")
    values = (
        Line(text=f"{d.where} is derived: {d.rule or 'no rule named'}", claims=d.derived_from, mark="derived")
        for d in found.derived
    )
    yield Section(title=found.id, level=0, lines=(head, *values))
    for support in found.supports:
        yield _support(support)
    for quoted in found.quotes:
        yield _quotation(quoted)


def _support(support: Support) -> Section:
    """A value with its voices, and every value told against it with its own."""
    lines = [Line(text=f"{support.verdict}, credibility {support.credibility}: {support.rule}")]
    for told, word in ((support.told, "told"), *((a, "against") for a in support.against)):
        figures = f"score {told.score:.2f}, P {told.probability:.2f}"
        decisive = ", decisive" if told.decisive else ""
        text = f"{word}: {told.value or 'nothing'} ({figures}{decisive})"
        lines.append(Line(text=text, mark="plain" if word == "told" else "conflict"))
        lines += [Line(text=_vote(v), claims=v.claims, level=1) for v in told.votes]
    return Section(title=support.where, lines=tuple(lines))


def _vote(vote: Vote) -> str:
    interest = ", a party to it" if vote.interest else ""
    weight = f"{vote.reliability:.2f} × {vote.confidence:.2f} = {vote.weight:.2f}"
    where = ", ".join(vote.documents)
    return f"{vote.name}, grade {vote.grade}: {weight}{interest}; {vote.reason}; in {where}"


def _quotation(quoted: Quoted) -> Section:
    claim = quoted.claim
    exact = " ".join(quoted.exact.split())
    before, after = " ".join(quoted.before.split()[1:]), " ".join(quoted.after.split()[:-1])
    place = f"characters {claim.span.start}–{claim.span.end}"
    page = (
        "" if quoted.page_offset in (None, claim.span.start) else f", in the page from {quoted.page_offset}"
    )
    state = "the bytes give this hash, the text holds these words" if quoted.intact else "DOES NOT HOLD"
    roles = "; ".join(f"{role}: {words.names(fillers)}" for role, fillers in claim.roles.items())
    reader = f"{claim.reader.name} {claim.reader.version}"
    lines = (
        Line(text=f"… {before} ⟦{exact}⟧ {after} …"),
        Line(text=f"says: {words.how(claim)}{roles or 'no role'}{_figures(claim.quantity)}"),
        Line(text=f"said by: {words.said_by(claim)}"),
        Line(text=f"rule: {claim.rule}, confidence {claim.confidence:.2f}, {reader}"),
        Line(text=f"document: {claim.document.path}, {claim.document.published or 'no date'}, {place}{page}"),
        Line(
            text=f"sha256: {claim.document.sha256} ({state})", mark="plain" if quoted.intact else "conflict"
        ),
    )
    return Section(title=f"{claim.id} {claim.type}", lines=lines)


def _figures(quantity: Quantity | None) -> str:
    return "" if quantity is None else f"; how many: {words.quantity(quantity)}"
