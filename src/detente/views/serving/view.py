"""A state set up for people: everything under its id, every claim with its words and its report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from detente.records import Article, Claim, Deal, DocumentRef, Measure, PersonStatus, State
from detente.views.dossier import Book
from detente.workspace.searching import SearchIndex

SURROUNDINGS = 140
"""How many characters before and after its words a claim is shown with."""


class Quote(NamedTuple):
    """A claim with its words in their surroundings."""

    claim: Claim
    before: str
    exact: str
    after: str


class Report(NamedTuple):
    """A report with its text, where it is held, and its claims in the order of the text."""

    document: DocumentRef
    article: Article | None
    claims: tuple[Claim, ...]


class View:
    """What one asker sees: frozen, and shared by all who ask for the same days."""

    def __init__(self, state: State, articles: Mapping[str, Article], *, head: str, quote: int) -> None:
        self.state = state
        self.articles = articles
        self.head = head
        self.book = Book(state, quote=quote)

    @cached_property
    def deals(self) -> dict[str, Deal]:
        """Deals, and those that are only told beside one another, by id."""
        return {deal.id: deal for deal in (*self.state.deals, *self.state.candidates)}

    @cached_property
    def people(self) -> dict[str, PersonStatus]:
        """Persons with their tracks, by entity."""
        return {person.entity: person for person in self.state.people}

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """Measures by id."""
        return {measure.measure: measure for measure in self.state.measures}

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Reports by the hash of their bytes, the latest first."""
        refs = {sha: article.document for sha, article in self.articles.items()}
        held: dict[str, list[Claim]] = {sha: [] for sha in refs}
        for claim in self.state.claims:
            refs.setdefault(claim.document.sha256, claim.document)
            held.setdefault(claim.document.sha256, []).append(claim)
        order = sorted(refs, key=lambda sha: (refs[sha].published or "", refs[sha].id), reverse=True)
        return {sha: self._report(refs[sha], held[sha]) for sha in order}

    def _report(self, ref: DocumentRef, claims: list[Claim]) -> Report:
        article = self.articles.get(ref.sha256)
        dated = ref if article is None else article.document
        return Report(dated, article, tuple(sorted(claims, key=lambda c: (c.span.start, c.span.end, c.id))))

    def report(self, wanted: str) -> Report | None:
        """The report with this hash (or its beginning), or this id."""
        found = self.reports.get(wanted)
        if found is not None:
            return found
        for sha, report in self.reports.items():
            if report.document.id == wanted or (len(wanted) >= 12 and sha.startswith(wanted)):
                return report
        return None

    def quotes(self, ids: Iterable[str]) -> tuple[Quote, ...]:
        """The claims with these ids in their words, in order, each once."""
        return tuple(map(self.quoted, self.book.of(ids)))

    def quoted(self, claim: Claim) -> Quote:
        """The claim's words in their surroundings."""
        article, span = self.articles.get(claim.document.sha256), claim.span
        if article is None:
            return Quote(claim, span.prefix, span.exact, span.suffix)
        before = article.text[max(0, span.start - SURROUNDINGS) : span.start]
        return Quote(claim, before, span.exact, article.text[span.end : span.end + SURROUNDINGS])

    @cached_property
    def sensitive(self) -> bool:
        """Whether any claim in it is above what is named publicly."""
        return any(c.sensitivity not in ("public_figure", "named_publicly") for c in self.state.claims)

    @cached_property
    def index(self) -> SearchIndex:
        """What is searched: nothing but what this view holds."""
        return SearchIndex(self.state, self.articles)

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The days on which the reports were published, in order."""
        found = {report.document.published for report in self.reports.values()}
        return tuple(sorted(day for day in found if day))
