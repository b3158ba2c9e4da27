"""Where they went, with the sum shown: the whole, its parts, and what is left over."""

from __future__ import annotations

from collections.abc import Iterator

from detente.records import Deal, Destination, Quantity, Unplaced
from detente.views.dossier import words
from detente.views.dossier.book import Book
from detente.views.dossier.lines import Line


def where_they_went(deal: Deal, book: Book) -> Iterator[Line]:
    """First the sum, then each destination with those who give it."""
    if deal.destinations:
        yield _sum(deal)
    for one in deal.destinations:
        yield from _destination(one, book)
    for rest in deal.unplaced:
        yield Line(
            text=f"left over: {words.quantity(rest.quantity)} {rest.what} (derived: {rest.rule})",
            claims=rest.derived_from,
            mark="derived",
        )


def _sum(deal: Deal) -> Line:
    parts = [_part(one) for one in deal.destinations] + [_rest(one) for one in deal.unplaced]
    if deal.released.quantity is None:
        return Line(text=f"no total is stated; reported: {', '.join(parts)}", mark="unknown")
    text = f"{words.quantity(deal.released.quantity)} = {' + '.join(parts)}"
    gap = _gap(deal)
    return Line(text=f"{text}{gap}", mark="conflict" if gap else "derived" if deal.unplaced else "plain")


def _part(one: Destination) -> str:
    many = "?" if one.quantity is None else words.quantity(one.quantity)
    return f"{many} {one.place or 'place not stated'}"


def _rest(one: Unplaced) -> str:
    return f"{words.quantity(one.quantity)} {one.what}"


def _gap(deal: Deal) -> str:
    """Words where exact figures do not add up; nothing where one of them is open."""
    parts = [*(one.quantity for one in deal.destinations), *(one.quantity for one in deal.unplaced)]
    figures = [_figure(part) for part in parts]
    whole = _figure(deal.released.quantity)
    if whole is None or any(f is None for f in figures):
        return ""
    total = sum(f for f in figures if f is not None)
    return "" if total == whole else f"; this does not add up: the parts make {total:,}"


def _figure(value: Quantity | None) -> int | float | None:
    exact = value is not None and value.lo is not None and value.lo == value.hi
    return value.lo if value is not None and exact else None


def _destination(one: Destination, book: Book) -> Iterator[Line]:
    hedges = f", “{', '.join(one.hedges)}”" if one.hedges else ""
    derived = f" (derived: {one.rule})" if one.derived else ""
    place = one.place or "place not stated"
    yield Line(
        text=f"{place}: {words.quantity(one.quantity)}{hedges}{derived} – {book.sources(one.claims)}",
        claims=one.claims or one.derived_from,
        mark="derived" if one.derived else "plain",
    )
    if len(one.alternatives) > 1:
        for other in one.alternatives:
            said = book.sources(other.claims) or ", ".join(other.sources)
            yield Line(text=f"{words.quantity(other.quantity)} – {said}", claims=other.claims, level=1)
