"""Where they went, with the sum shown: the whole, its parts, and what is left over.

Where reports give different totals, each report's total is set against that report's own parts:
one report's whole and another's parts would make a sum that nobody stated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from detente.records import Alternative, Deal, Destination, Quantity
from detente.views.dossier import words
from detente.views.dossier.book import Book
from detente.views.dossier.lines import Line


class Part(NamedTuple):
    """What went somewhere, or is left over, and on which claims that rests."""

    quantity: Quantity | None
    what: str
    claims: tuple[str, ...]
    rest: bool = False  # what is left over, not what is stated


class Sum(NamedTuple):
    """A whole and its parts, as one group of reports gives them."""

    whole: Quantity | None
    parts: tuple[Part, ...]
    by: str = ""  # whose sum it is, where there are several
    claims: tuple[str, ...] = ()  # that state the whole


def where_they_went(deal: Deal, book: Book) -> Iterator[Line]:
    """First the sums, then each destination with those who give it."""
    yield from (_told(one) for one in sums_of(deal, book))
    for one in deal.destinations:
        yield from _destination(one, book)
    for rest in deal.unplaced:
        yield Line(
            text=f"left over: {words.quantity(rest.quantity)} {rest.what} (derived: {rest.rule})",
            claims=rest.derived_from,
            mark="derived",
        )


def sums_of(deal: Deal, book: Book) -> Iterator[Sum]:
    """The sums that reports give: one for each total that has parts; without destinations, none."""
    if not deal.destinations:
        return
    totals = [one for one in deal.released.alternatives if one.groups]
    if len(totals) > 1:
        yield from (found for total in totals for found in _own_sum(total, deal, book))
        return
    rest = [Part(one.quantity, one.what, one.derived_from, rest=True) for one in deal.unplaced]
    claims = tuple(claim for total in totals for claim in total.claims)
    yield Sum(deal.released.quantity, (*map(_whole, deal.destinations), *rest), claims=claims)


def _own_sum(total: Alternative, deal: Deal, book: Book) -> Iterator[Sum]:
    """A total with the parts that its own reports give; nothing where they give none."""
    reports = _reports(total.claims, book)
    parts = tuple(
        part for one in deal.destinations for part in _stated(one) if _reports(part.claims, book) & reports
    )
    if parts:
        yield Sum(total.quantity, parts, "; ".join(sorted(reports)), total.claims)


def _reports(claims: tuple[str, ...], book: Book) -> set[str]:
    return {words.outlet(claim) for claim in book.of(claims)}


def _stated(one: Destination) -> Iterator[Part]:
    """Every value that is stated for a place; what was computed is nobody's."""
    if one.alternatives:
        yield from (Part(other.quantity, _place(one), other.claims) for other in one.alternatives)
    else:
        yield Part(None if one.derived else one.quantity, _place(one), one.claims)


def _whole(one: Destination) -> Part:
    return Part(one.quantity, _place(one), one.claims)


def _place(one: Destination) -> str:
    return one.place or "place not stated"


def _told(found: Sum) -> Line:
    told = [f"{'?' if p.quantity is None else words.quantity(p.quantity)} {p.what}" for p in found.parts]
    if found.whole is None:
        return Line(text=f"no total is stated; reported: {', '.join(told)}", mark="unknown")
    source = f" by {found.by}" if found.by else ""
    gap = _gap(found.whole, found.parts, by=found.by)
    text = f"{words.quantity(found.whole)}{source} = {' + '.join(told)}{gap}"
    return Line(text=text, mark="conflict" if gap else "plain")


def _gap(whole: Quantity, parts: Sequence[Part], *, by: str) -> str:
    """Words where exact figures do not add up; nothing where one of them is open."""
    figures = [_figure(part.quantity) for part in parts]
    exact = [figure for figure in figures if figure is not None]
    stated = _figure(whole)
    if stated is None or len(exact) < len(figures) or sum(exact) == stated:
        return ""
    if by and sum(exact) < stated:
        return f"; {stated - sum(exact):,} left over"
    return f"; this does not add up: the parts make {sum(exact):,}"


def _figure(value: Quantity | None) -> int | float | None:
    return None if value is None or value.lo != value.hi else value.lo


def _destination(one: Destination, book: Book) -> Iterator[Line]:
    hedges = f", “{', '.join(one.hedges)}”" if one.hedges else ""
    derived = f" (derived: {one.rule})" if one.derived else ""
    yield Line(
        text=f"{_place(one)}: {words.quantity(one.quantity)}{hedges}{derived} – {book.sources(one.claims)}",
        claims=one.claims or one.derived_from,
        mark="derived" if one.derived else "plain",
    )
    if len(one.alternatives) > 1:
        for other in one.alternatives:
            text = f"{words.quantity(other.quantity)} – {book.sources_of(other)}"
            yield Line(text=text, claims=other.claims, level=1)
