"""A state set up for people: everything under its id, every claim with its words and its report."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from functools import cached_property
from threading import Lock
from typing import NamedTuple

from detente.errors import DetenteError
from detente.records import Article, Claim, Conflict, Deal, DocumentRef, Event, Measure, PersonStatus, State
from detente.records.ordered import Ordered
from detente.views.dossier import Book
from detente.views.serving.layers import Layers, layered
from detente.workspace import News
from detente.workspace.searching import SearchIndex

SURROUNDINGS = 140
"""How many characters before and after its words a claim is shown with."""
PAGES, MOST = 200, 20_000_000
"""How many pages that were set are kept with a view, and how many bytes of them."""
AHEAD = 8
"""How many of them are set for the next view before it is shown."""
Setting = Callable[["View"], bytes]


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


class Pages:
    """Pages that were set for one view, the last of them; may be asked from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: OrderedDict[Hashable, tuple[Future[bytes], Setting]] = OrderedDict()

    def get(self, key: Hashable, view: View, setting: Setting) -> bytes:
        """The page; whoever asks for it while it is being set waits for that, and does not set it again."""
        with self._lock:
            first = key not in self._held
            page, _ = self._held.setdefault(key, (Future(), setting))
            self._held.move_to_end(key)
        if first:
            self._set(key, page, view, setting)
        return page.result()

    def _set(self, key: Hashable, page: Future[bytes], view: View, setting: Setting) -> None:
        try:
            page.set_result(setting(view))
        except BaseException as error:
            page.set_exception(error)
        with self._lock:
            if page.exception() is not None:
                self._held.pop(key, None)
            while len(self._held) > PAGES or (len(self._held) > 1 and self._size() > MOST):
                self._held.popitem(last=False)

    def _size(self) -> int:
        set_ = (page for page, _ in self._held.values() if page.done() and page.exception() is None)
        return sum(len(page.result()) for page in set_)

    def set_ones(self) -> list[tuple[Hashable, bytes]]:
        """Those that were asked for last, as they are set."""
        with self._lock:
            done = [(key, page) for key, (page, _) in self._held.items() if page.done()]
        return [(key, page.result()) for key, page in done[-AHEAD:] if page.exception() is None]

    def last(self) -> dict[Hashable, Setting]:
        """How those that were asked for last are set."""
        with self._lock:
            return {key: setting for key, (_, setting) in list(self._held.items())[-AHEAD:]}


class ReportsByHash(Mapping[str, Report]):
    """Reports by the hash of their bytes, the latest first."""

    @abstractmethod
    def latest(self) -> Iterator[Report]:
        """The reports, the latest first."""


class Reports(ReportsByHash):
    """Those that are at hand."""

    def __init__(self, rows: Layers[str, Report], order: Ordered[tuple[str, str, str], Report]) -> None:
        self._rows, self._order = rows, order
        self._in_order = order.rows()

    @classmethod
    def made(cls, reports: Iterable[Report]) -> Reports:
        """Of reports in any order."""
        rows = {report.document.sha256: report for report in reports}
        order: Ordered[tuple[str, str, str], Report] = Ordered()
        for report in rows.values():
            order.put(_dated(report), report)
        return cls(Layers(rows), order)

    def with_(self, others: Mapping[str, Report | None]) -> Reports:
        """The same with other reports, None for one that is gone; this can only be done once."""
        for sha, report in others.items():
            if sha in self._rows:
                self._order.drop(_dated(self._rows[sha]))
            if report is not None:
                self._order.put(_dated(report), report)
        return Reports(self._rows.with_(others), self._order)

    def latest(self) -> Iterator[Report]:
        """The reports, the latest first."""
        return reversed(self._in_order)

    def __getitem__(self, sha: str) -> Report:
        return self._rows[sha]

    def __iter__(self) -> Iterator[str]:
        return (report.document.sha256 for report in self.latest())

    def __len__(self) -> int:
        return len(self._in_order)


def _dated(report: Report) -> tuple[str, str, str]:
    ref = report.document
    return ref.published or "", ref.id, ref.sha256


class View:
    """What one asker sees: frozen, and shared by all who ask for the same days.

    Args:
        state: what is shown, or what gives it.
        articles: the texts under it, by hash.
        head: of the ledger on which it rests.
        quote: see :mod:`detente.settings`.
        before: the view of an earlier state; with what is another since, this one is made at little cost.
        news: what is another.
    """

    def __init__(
        self,
        state: State | Callable[[], State],
        articles: Mapping[str, Article],
        *,
        head: str,
        quote: int,
        before: View | None = None,
        news: News | None = None,
    ) -> None:
        self._whole = state
        self.articles = articles
        self.head = head
        self._quote = quote
        self.pages = Pages()
        self._since = None if before is None or news is None else (before, news)

    @cached_property
    def state(self) -> State:
        """What is shown."""
        return self._whole() if callable(self._whole) else self._whole

    @property
    def book(self) -> Book:
        """What opens a record at its claims; the view holds none, so that it goes when it is let go."""
        return _Book(self, self._quote)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Entity → the name by which the ledger knows it."""
        return {entity.id: entity.name for entity in self.state.entities}

    @cached_property
    def documents(self) -> Mapping[str, DocumentRef]:
        """Reports by id."""
        return {claim.document.id: claim.document for claim in self.state.claims}

    def warmed(self, before: View | None = None) -> View:
        """Itself, with all made that pages look into, and the pages last asked of the view before it."""
        _ = self.claims, self.told, self.deals, self.people, self.measures, self.reports, self.sensitive
        _ = self.index
        self._since = None
        for key, setting in before.pages.last().items() if before is not None else ():
            with suppress(DetenteError):  # what it was about is no longer there
                self.pages.get(key, self, setting)
        return self

    @cached_property
    def _fresh(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of the reports that are others than in the view before."""
        claims, found = self.state.claims, dict[str, tuple[Claim, ...]]()
        for sha in self._since[1].documents if self._since is not None else ():
            start = bisect_left(claims, sha, key=lambda c: c.document.sha256)
            end = bisect_right(claims, sha, lo=start, key=lambda c: c.document.sha256)
            found[sha] = claims[start:end]
        return found

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        if self._since is None:
            return Layers({claim.id: claim for claim in self.state.claims})
        reports = self._since[0].reports
        gone = {c.id: None for sha in self._fresh if sha in reports for c in reports[sha].claims}
        now = {c.id: c for claims in self._fresh.values() for c in claims}
        return layered(self._since[0].claims).with_({**gone, **now})

    @cached_property
    def told(self) -> Mapping[str, Event]:
        """Claim → the happening it tells."""
        if self._since is None:
            return Layers({claim: event for event in self.state.events for claim in event.claims})
        return layered(self._since[0].told).with_(self._since[1].told)

    @cached_property
    def deals(self) -> Mapping[str, Deal]:
        """Deals, and those that are only told beside one another, by id."""
        return {deal.id: deal for deal in (*self.state.deals, *self.state.candidates)}

    @cached_property
    def people(self) -> Mapping[str, PersonStatus]:
        """Persons with their tracks, by entity."""
        return {person.entity: person for person in self.state.people}

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        """Measures by id."""
        return {measure.measure: measure for measure in self.state.measures}

    @property
    def conflicts(self) -> Sequence[Conflict]:
        """What cannot all be true."""
        return self.state.conflicts

    @cached_property
    def reports(self) -> ReportsByHash:
        """Reports by the hash of their bytes, the latest first."""
        before = None if self._since is None else self._since[0].reports
        if isinstance(before, Reports):
            others = {sha: self._report(sha, claims) for sha, claims in self._fresh.items()}
            return before.with_(others)
        held: dict[str, list[Claim]] = {sha: [] for sha in self.articles}
        for claim in self.state.claims:
            held.setdefault(claim.document.sha256, []).append(claim)
        return Reports.made(filter(None, (self._report(sha, claims) for sha, claims in held.items())))

    def _report(self, sha: str, claims: Sequence[Claim]) -> Report | None:
        article = self.articles.get(sha)
        if article is None and not claims:
            return None
        dated = article.document if article is not None else claims[0].document
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
        fresh = (c for claims in self._fresh.values() for c in claims)
        some = fresh if self._since is not None and not self._since[0].sensitive else self.state.claims
        return any(c.sensitivity not in ("public_figure", "named_publicly") for c in some)

    @cached_property
    def index(self) -> SearchIndex:
        """What is searched: nothing but what this view holds."""
        before = None if self._since is None else self._since[0].__dict__.get("index")
        if self._since is None or not isinstance(before, SearchIndex):
            return SearchIndex(self.state, self.articles, claims=self.claims)
        return before.renewed(
            self.state, self.articles, claims=self.claims, documents=self._fresh,
            entities=self._since[1].entities,
        )  # fmt: skip

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The days on which the reports were published, in order."""
        found = {report.document.published for report in self.reports.values()}
        return tuple(sorted(day for day in found if day))


class _Book(Book):
    """Looks into what its view holds."""

    def __init__(self, view: View, quote: int) -> None:
        super().__init__(lambda: view.state, quote=quote)
        self._view = view

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return self._view.claims

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Claim → the happening it tells."""
        return self._view.told

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Entity → the name by which the ledger knows it."""
        return self._view.names

    @cached_property
    def documents(self) -> Mapping[str, DocumentRef]:
        """Reports by id."""
        return self._view.documents
