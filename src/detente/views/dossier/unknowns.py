"""What the reports leave open: the questions to ask next. Silence is never an answer."""

from __future__ import annotations

from collections.abc import Iterator

from detente.records import Deal
from detente.views.dossier import words
from detente.views.dossier.book import Book
from detente.views.dossier.lines import Line


def unknowns(deal: Deal, book: Book) -> Iterator[Line]:
    """Each thing that no report says, with the claims that raise the question."""
    yield from _when(deal)
    yield from _promises(deal)
    yield from _destinations(deal)
    yield from _people(deal)
    if not deal.remaining:
        yield Line(text="who is still inside: no report counts them", mark="unknown")
    for condition in deal.conditions:
        if condition.state in ("open", "unknown"):
            yield Line(
                text=f"whether the condition is met: “{condition.text}”",
                claims=condition.claims,
                mark="unknown",
            )


def _when(deal: Deal) -> Iterator[Line]:
    if deal.date.start is None or deal.date.start != deal.date.end:
        yield Line(text=f"the day: {words.span_of_days(deal.date)}", mark="unknown")


def _promises(deal: Deal) -> Iterator[Line]:
    for side in deal.sides:
        for give in side.gives:
            if give.promised and not give.performed:
                asked = f"whether {side.party.name} has done what it promised ({give.what})"
                yield Line(text=f"{asked}: no report says so", claims=give.promised, mark="unknown")


def _destinations(deal: Deal) -> Iterator[Line]:
    for one in deal.destinations:
        if one.quantity is None:
            place = one.place or "a place not stated"
            yield Line(text=f"how many went to {place}", claims=one.claims, mark="unknown")
    for rest in deal.unplaced:
        if rest.quantity.hi == 0:
            continue
        text = f"where the {words.quantity(rest.quantity)} are who are {rest.what}"
        yield Line(text=text, claims=rest.derived_from, mark="unknown")


def _people(deal: Deal) -> Iterator[Line]:
    lost = [p for p in deal.persons_freed if p.location == "unknown"]
    if lost:
        names = ", ".join(p.name for p in lost[:6]) + (f" and {len(lost) - 6} more" if len(lost) > 6 else "")
        claims = tuple(i for p in lost for i in p.claims)
        yield Line(text=f"where they are now: {names}", claims=claims, mark="unknown")
