"""A dossier of some deals: its sections deal by deal, and its forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from detente.records import Deal, State
from detente.views.dossier import words
from detente.views.dossier.book import Book
from detente.views.dossier.deals import of_deal
from detente.views.dossier.lines import Line, Section
from detente.views.dossier.markdown import as_markdown
from detente.views.dossier.page import as_page

Form = Literal["terminal", "markdown", "html"]


class Dossier(NamedTuple):
    """The sections of each deal, in order of time."""

    state: State
    title: str
    parts: tuple[tuple[Deal | None, tuple[Section, ...]], ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections, one after the other."""
        return tuple(section for _, group in self.parts for section in group)

    def written(self, form: Form) -> Iterator[str]:
        """The dossier as Markdown or as a page."""
        if form == "html":
            yield as_page(self.state, self.parts, title=self.title)
        else:
            yield from as_markdown(self.sections)


def of_deals(state: State, deals: Sequence[Deal], *, quote: int, title: str | None = None) -> Dossier:
    """The dossier of these deals; where there are none, it says so.

    Args:
        state: what they were settled from.
        deals: in the order in which they are told.
        quote: how many characters of a quotation are shown before it is cut.
        title: of the whole; left out, the parties of the one deal.
    """
    book = Book(state, quote=quote)
    parts = tuple((deal, tuple(of_deal(deal, book))) for deal in deals)
    if not parts:
        lines = (Line(text="the reports support no deal here; this is no proof of none", mark="unknown"),)
        return Dossier(state, title or "No deal", ((None, (Section(title="No deal", lines=lines),)),))
    return Dossier(state, title or _named(deals), parts)


def _named(deals: Sequence[Deal]) -> str:
    if len(deals) > 1:
        return f"{len(deals)} deals"
    return f"{words.parties(deals[0].sides)}, {words.span_of_days(deals[0].date)}"
