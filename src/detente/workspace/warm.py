"""What was settled, kept while the workspace is open: a projection that is never a source.

Everything here is made from the ledger's entries and may be thrown away at any time. The state of the
latest day is settled again from what came since; states of other pairs of days are kept until
something comes.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from detente.ledger import decode
from detente.ledger.entries import Kept
from detente.records import Article, Coding, Entity, Event, Judgement, Reading, Retraction, Shift
from detente.records.base import Record
from detente.settings import Settings
from detente.workspace import keeping
from detente.workspace.keeping import Keeper, Standing
from detente.workspace.withholding import ALL, seen_with

if TYPE_CHECKING:
    from detente.pipeline import Settler
    from detente.reconciliation.answers import Shelf

HELD = 8
"""How many pairs of days are kept beside the latest."""
Days = tuple[str | None, str | None]
"""What held on this day, as known on that; None is the latest."""


class News(Record, frozen=True, kw_only=True):
    """What is another in one latest state than in an earlier one."""

    documents: frozenset[str]  # whose text or claims are others
    entities: Mapping[str, Entity | None]
    told: Mapping[str, Event | None]  # by claim

    def then(self, later: News) -> News:
        """What is another after both."""
        return News(
            documents=self.documents | later.documents,
            entities={**self.entities, **later.entities},
            told={**self.told, **later.told},
        )


class Warm:
    """The entries as records, and what was settled from them."""

    def __init__(self, keeper: Keeper, settings: Settings, clearance: str = ALL) -> None:
        self._keeper, self._settings, self._clearance = keeper, settings, clearance
        self._records: list[tuple[str, Kept]] = []  # with the day from which each could be known
        self._seen = 0  # number of the last entry that was read
        self._stands = keeping.Latest(settings.reader)
        self._touched = set[str]()  # documents of which something came since the last settle
        self._corrected = False  # whether a person's word on a report came since then
        self._news: News | None = None  # since it was asked for; None: all is new
        self._standing: Standing | None = None
        self._settler: Settler | None = None
        self._latest: Shelf | None = None
        self._shelf: Shelf | None = None  # the latest that was made, which may be of an earlier entry
        self._others: OrderedDict[Days, Shelf] = OrderedDict()

    def standing(self, known_by: str | None) -> Standing:
        """What a settle rests on, as known on a day.

        Raises:
            InputError: no such day.
        """
        day = keeping.checked_day("known by", known_by)
        self._catch_up()
        if day is not None:
            return self._shown(r for known, r in self._records if known <= day)
        if self._standing is None:
            self._standing = seen_with(self._stands.standing(), self._clearance)
        return self._standing

    def _shown(self, records: Iterable[Kept]) -> Standing:
        return seen_with(keeping.standing(records, reader=self._settings.reader), self._clearance)

    def shelf(self, as_of: str | None, known_by: str | None) -> Shelf:
        """The state on one day, as known on another, set up for questions.

        Raises:
            InputError: no such day.
        """
        keeping.checked_day("as of", as_of)
        stands = self.standing(known_by)
        if as_of is None and known_by is None:
            if self._latest is None:
                self._latest = self._settled(stands)
            return self._latest
        found = self._others.get((as_of, known_by)) or self._settled_on(stands, as_of, known_by)
        self._others[as_of, known_by] = found
        self._others.move_to_end((as_of, known_by))
        if len(self._others) > HELD:
            self._others.popitem(last=False)
        return found

    def doubts(self) -> tuple[Judgement, ...]:
        """Pairs of happenings that may be one, as the latest state was resolved."""
        from detente.resolution.doubts import doubts_of  # brings numpy: only for a review

        self.shelf(None, None)
        assert self._settler is not None, "the latest state is settled by the settler"
        return doubts_of(self._settler.resolver, self.standing(None).judgements)

    def shelf_for(
        self, question: str, filters: Mapping[str, str], as_of: str | None, known_by: str | None
    ) -> Shelf:
        """The shelf for one question: of other days than the latest, only the reports that bear on it.

        Where the latest state is not at hand, or the question looks further, the whole state is settled.
        """
        from detente.reconciliation.answers import WIDE
        from detente.workspace.part import Part

        self._catch_up()
        whole = question in WIDE or (as_of, known_by) in self._others or (as_of is None and known_by is None)
        near = None if whole or self._latest is None else self._latest.near(filters)
        if near is None:
            return self.shelf(as_of, known_by)
        keeping.checked_day("as of", as_of)
        return Part.made(self.standing(known_by), near, self._settings, as_of, known_by)

    def _catch_up(self) -> None:
        """Read what was appended since, by us or by others."""
        fresh = list(self._keeper.read(kinds=keeping.SETTLED, after=self._seen))
        if fresh:
            come = [(entry.known or "", decode(entry)) for entry in fresh]
            self._records += come
            for _, record in come:
                self._put(record)
            self._seen = fresh[-1].seq or self._seen
            self._standing = self._latest = None
            self._others.clear()

    def news(self) -> News | None:
        """What is another in the latest state than when this was last asked; None: anything may be."""
        found, self._news = self._news, News(documents=frozenset(), entities={}, told={})
        return found

    def _put(self, record: Kept) -> None:
        gone = self._stands.gone
        self._stands.put(record)
        self._touched |= gone ^ self._stands.gone
        if isinstance(record, Article | Reading):
            self._touched.add(record.document.sha256)
        self._corrected |= isinstance(record, Coding | Retraction)

    def _settled(self, stands: Standing) -> Shelf:
        """The latest state, from the one before where there is one."""
        from detente.pipeline import Settler  # resolution brings numpy: only for what settles
        from detente.reconciliation.answers import Shelf

        news, self._news = self._news, None  # nothing is kept of a settle that breaks off
        settler, self._settler = self._settler, None
        before, self._shelf = self._shelf, None
        if settler is not None and not self._corrected and self._clearance == ALL and not stands.codings:
            fresh = {document: self._stands.of(document) for document in self._touched}
            state = settler.renew(fresh, stands.judgements, stands.assertions)
        else:
            settler = settler or Settler(grades=dict[str, str](self._settings.grades))
            state = settler.settle(
                stands.readings, stands.articles, stands.judgements, stands.codings, stands.assertions
            )
        ground, moved = settler.ground, settler.moved
        self._shelf = before.renewed(state, moved) if before and moved else Shelf(state, ground)
        self._news = self._noted(news, settler.shift)
        self._settler, self._corrected = settler, False
        return self._shelf

    def _noted(self, news: News | None, shift: Shift | None) -> News | None:
        """The news with what the last settle changed."""
        touched, self._touched = frozenset(self._touched), set()
        if shift is None or news is None:
            return None
        return news.then(
            News(documents=touched | shift.claims.keys(), entities=shift.entities, told=shift.told)
        )

    def _settled_on(self, stands: Standing, as_of: str | None, known_by: str | None) -> Shelf:
        from detente.pipeline import settle
        from detente.reconciliation.answers import Shelf

        grades = dict[str, str](self._settings.grades)
        return Shelf(
            settle(
                stands.readings, stands.articles, stands.judgements, stands.codings, stands.assertions,
                as_of=as_of, known_by=known_by, grades=grades,
            )
        )  # fmt: skip
