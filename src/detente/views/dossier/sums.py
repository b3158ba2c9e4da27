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


class _Part(NamedTuple):
    """What went somewhere, or is left over, and on which claims that rests."""

    quantity: Quantity | None
    what: str
    claims: tuple[str, ...]


def where_they_went(deal: Deal, book: Book) -> Iterator[Line]:
    """First the sums, then each destination with those who give it."""
    if deal.destinations:
        yield from _sums(deal, book)
    for one in deal.destinations:
        yield from _destination(one, book)
    for rest in deal.unplaced:
        yield Line(
            text=f"left over: {words.quantity(rest.quantity)} {rest.what} (derived: {rest.rule})",
            claims=rest.derived_from,
            mark="derived",
        )


def _sums(deal: Deal, book: Book) -> Iterator[Line]:
    totals = [one for one in deal.released.alternatives if one.groups]
    if len(totals) > 1:
        yield from (line for total in totals for line in _own_sum(total, deal, book))
        return
    rest = [_Part(one.quantity, one.what, one.derived_from) for one in deal.unplaced]
    yield _sum(deal.released.quantity, [*map(_whole, deal.destinations), *rest])


def _own_sum(total: Alternative, deal: Deal, book: Book) -> Iterator[Line]:
    """A total with the parts that its own reports give; nothing where they give none."""
    reports = _reports(total.claims, book)
    parts = [
        part for one in deal.destinations for part in _stated(one) if _reports(part.claims, book) & reports
    ]
    if parts:
        yield _sum(total.quantity, parts, by="; ".join(sorted(reports)))


def _reports(claims: tuple[str, ...], book: Book) -> set[str]:
    return {words.outlet(claim) for claim in book.of(claims)}


def _stated(one: Destination) -> Iterator[_Part]:
    """Every value that is stated for a place; what was computed is nobody's."""
    if one.alternatives:
        yield from (_Part(other.quantity, _place(one), other.claims) for other in one.alternatives)
    else:
        yield _Part(None if one.derived else one.quantity, _place(one), one.claims)


def _whole(one: Destination) -> _Part:
    return _Part(one.quantity, _place(one), one.claims)


def _place(one: Destination) -> str:
    return one.place or "place not stated"


def _sum(whole: Quantity | None, parts: Sequence[_Part], *, by: str = "") -> Line:
    told = [f"{'?' if p.quantity is None else words.quantity(p.quantity)} {p.what}" for p in parts]
    if whole is None:
        return Line(text=f"no total is stated; reported: {', '.join(told)}", mark="unknown")
    source = f" by {by}" if by else ""
    gap = _gap(whole, parts, by=by)
    text = f"{words.quantity(whole)}{source} = {' + '.join(told)}{gap}"
    return Line(text=text, mark="conflict" if gap else "plain")


def _gap(whole: Quantity, parts: Sequence[_Part], *, by: str) -> str:
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
