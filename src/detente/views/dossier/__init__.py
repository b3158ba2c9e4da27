"""State → sections of lines, each line with the claims it rests on. Pure; the doors render them.

A dossier says of each deal what happened, who was freed, where they went, what each side gave,
who reacts how, what stays in force, who is still inside, where the sources disagree and what is
unknown. What belongs to no deal follows. No line adds a fact that its claims do not state.

>>> from detente.records import State
>>> [section.title for section in dossier(State(), quote=80)]
['Nothing to tell']
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.records import Conflict, State
from detente.views.dossier.book import Book
from detente.views.dossier.deals import conflict_lines, of_deal, what_happened
from detente.views.dossier.lines import Line, Row, Section, short, shortest
from detente.views.dossier.tables import of_conflicts, of_counts, of_events, of_measures, of_people

__all__ = [
    "Book", "Line", "Row", "Section", "dossier", "of_conflicts", "of_counts", "of_deal", "of_events",
    "of_measures", "of_people", "short", "shortest",
]  # fmt: skip


def dossier(state: State, *, quote: int) -> tuple[Section, ...]:
    """What the reports together say, deal by deal, then what belongs to none.

    Args:
        state: what the standing claims support.
        quote: how many characters of a quotation are shown before it is cut.
    """
    book = Book(state, quote=quote)
    sections = [section for deal in state.deals for section in of_deal(deal, book)]
    sections += [section for section in _beside(state, book) if not section.empty]
    return tuple(sections) or (_nothing(),)


def _beside(state: State, book: Book) -> Iterator[Section]:
    """What no deal holds: other acts, and conflicts that no deal lists."""
    in_deals = {claim for deal in state.deals for claim in deal.claims}
    others = tuple(c for c in state.claims if c.id not in in_deals)
    found = what_happened(others, book)
    title = "Reported beside" if state.deals else "What happened"
    yield Section(title=title, lines=found.lines)
    yield Section(
        title="Where sources disagree beside", lines=tuple(conflict_lines(_other_conflicts(state), book))
    )


def _other_conflicts(state: State) -> tuple[Conflict, ...]:
    listed = {frozenset(conflict.claims) for deal in state.deals for conflict in deal.conflicts}
    return tuple(conflict for conflict in state.conflicts if frozenset(conflict.claims) not in listed)


def _nothing() -> Section:
    text = "no report speaks of detention, release, sanctions or talks in words the reader knows"
    advice = "`detente inspect PATH` shows what it saw in each sentence"
    return Section(title="Nothing to tell", level=0, lines=(Line(text=f"{text}; {advice}"),))
