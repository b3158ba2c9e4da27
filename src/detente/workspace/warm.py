"""What was settled, kept while the workspace is open: a projection that is never a source.

Everything here is made from the ledger's entries and may be thrown away at any time. The state of the
latest day is settled again from what came since; states of other pairs of days are kept until
something comes.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

from detente.ledger import decode
from detente.ledger.entries import Kept
from detente.reconciliation.asof import known_from
from detente.records import Article, Claim, Coding, Entity, Event, Judgement, Reading, Retraction, Shift
from detente.records.base import Record
from detente.settings import Settings
from detente.workspace import keeping
from detente.workspace.bearing import Bearing, Since, key_of
from detente.workspace.keeping import Keeper, Standing
from detente.workspace.withholding import ALL, seen_with

if TYPE_CHECKING:
    from detente.pipeline import Settler
    from detente.reconciliation.answers import Shelf
    from detente.workspace.census import Census, Numbers
    from detente.workspace.part import Part

K = TypeVar("K")
V = TypeVar("V")
HELD = 8
"""How many pairs of days are kept beside the latest."""
PARTS = 32
"""How many parts of a state: each is of a pair of days and of whom was asked about."""
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


class Few(Generic[K, V]):
    """What was made last, by key: so many and no more."""

    def __init__(self, most: int) -> None:
        self._made: OrderedDict[K, V] = OrderedDict()
        self._most = most

    def __contains__(self, key: object) -> bool:
        return key in self._made

    def get(self, key: K, make: Callable[[], V]) -> V:
        """What was made under this key, or is made now."""
        if key not in self._made:
            self._made[key] = make()
        self._made.move_to_end(key)
        if len(self._made) > self._most:
            self._made.popitem(last=False)
        return self._made[key]

    def clear(self) -> None:
        """Forget all."""
        self._made.clear()


class Warm:
    """The entries as records, and what was settled from them."""

    def __init__(self, keeper: Keeper, settings: Settings, clearance: str = ALL) -> None:
        self._keeper, self._settings, self._clearance = keeper, settings, clearance
        self._records: list[tuple[str, Kept]] = []  # with the day from which each could be known
        self._of = defaultdict[str, list[int]](list)  # places in it, by document; under "" people's words
        self._seen = 0  # number of the last entry that was read
        self._stands = keeping.Latest(settings.reader)
        self._touched = set[str]()  # documents of which something came since the last settle
        self._corrected = False  # whether a person's word on a report came since then
        self._news: News | None = None  # since it was asked for; None: all is new
        self._standing: Standing | None = None
        self._settler: Settler | None = None
        self._latest: Shelf | None = None
        self._shelf: Shelf | None = None  # the latest that was made, which may be of an earlier entry
        self._others: Few[Days, Shelf] = Few(HELD)
        self._census: Census | None = None  # of the latest state
        self._parts: Few[tuple[object, ...], Part | None] = Few(PARTS)

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
        days = keeping.checked_day("as of", as_of), keeping.checked_day("known by", known_by)
        self._catch_up()
        if days == (None, None):
            if self._latest is None:
                self._latest = self._settled(self.standing(None))
            return self._latest
        return self._others.get(days, lambda: self._settled_on(days))

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
        days = keeping.checked_day("as of", as_of), keeping.checked_day("known by", known_by)
        self._catch_up()
        key = key_of(question, filters)
        if key is None or days in self._others or days == (None, None) or self._latest is None:
            return self.shelf(*days)
        part = self._parts.get((*days, *key), lambda: self._part(question, filters, days))
        return part or self.shelf(*days)

    def _part(self, question: str, filters: Mapping[str, str], days: Days) -> Part | None:
        """The state of the reports that bear on a question; None where all of them may."""
        from detente.workspace.part import Part, settled

        assert self._latest is not None, "there is a latest state"
        assert self._settler is not None, "it was settled by the settler"
        documents = Bearing(self._latest, self._settler, self._since(days[1])).reports(question, filters)
        if documents is None:
            return None
        stands = self._standing_of(documents, days[1])
        return Part(
            settled(stands, self._settings, days, self._settler, documents), lambda: self._numbers(days)
        )

    def _numbers(self, days: Days) -> Numbers:
        """How much stands on these days; where people's words have changed that since, all is looked at."""
        from detente.pipeline import chosen_of
        from detente.workspace.census import Census, counted

        if self._since(days[1]).claims or self._latest is None or self._clearance != ALL:
            stands = self.standing(days[1])
            told = chosen_of(
                stands.readings, stands.articles, stands.codings, as_of=days[0], known_by=days[1]
            )
            return counted(c for reading in told for c in reading.claims)
        if self._census is None:
            self._census = Census(self._latest.state.claims, self._known_from)
        return self._census.of(*days)

    def _known_from(self, claim: Claim) -> str:
        """The day by whose end a claim is known: that of its report and of its reading."""
        places = self._of.get(claim.document.sha256, ())
        read = (known for known, r in map(self._records.__getitem__, places) if isinstance(r, Reading))
        return max(known_from(claim.document.published), min(read, default=""))

    def _standing_of(self, documents: set[str], day: str | None) -> Standing:
        """What stood of these documents; what somebody may see of them is known from all."""
        if self._clearance != ALL:
            return keeping.cut(self.standing(day), documents)
        places = sorted(i for document in ("", *documents) for i in self._of.get(document, ()))
        return keeping.cut(self._shown(self._known(places, day)), documents)

    def _known(self, places: Iterable[int], day: str | None) -> Iterable[Kept]:
        return (r for known, r in (self._records[i] for i in places) if day is None or known <= day)

    def _since(self, day: str | None) -> Since:
        """What people have said since a day of knowledge, and what they have taken back of earlier words."""
        if day is None:
            return Since()
        words = [self._records[i] for i in self._of.get("", ())]
        of = {r.id: r for _, r in words if isinstance(r, Coding | Judgement | Retraction)}
        said, todo = list[Kept](), [r for known, r in words if known > day]
        while todo:
            said.append(r := todo.pop())
            if isinstance(r, Retraction) and r.target in of:  # a person's word itself
                todo.append(of[r.target])
        again = {r.about.id for r in said if isinstance(r, Coding)}
        told = [r for _, r in words if isinstance(r, Coding) and r.about.id in again]
        taken = {r.target for r in said if isinstance(r, Retraction)}
        back = (self._records[i][1] for target in taken for i in self._of.get(target, ()))
        return Since(
            tuple(c for r in back if isinstance(r, Reading) for c in r.claims)
            + tuple(c for coding in told for c in (coding.was, coding.claim) if c is not None),
            tuple((r.left, r.right) for r in said if isinstance(r, Judgement)),
        )

    def _catch_up(self) -> None:
        """Read what was appended since, by us or by others."""
        fresh = list(self._keeper.read(kinds=keeping.SETTLED, after=self._seen))
        if fresh:
            for entry in fresh:
                self._put(entry.known or "", decode(entry))
            self._seen = fresh[-1].seq or self._seen
            self._standing = self._latest = None
            self._others.clear()
            self._parts.clear()
            self._census = None

    def news(self) -> News | None:
        """What is another in the latest state than when this was last asked; None: anything may be."""
        found, self._news = self._news, News(documents=frozenset(), entities={}, told={})
        return found

    def _put(self, known: str, record: Kept) -> None:
        document = record.document.sha256 if isinstance(record, Article | Reading) else ""
        self._of[document].append(len(self._records))
        self._records.append((known, record))
        gone = self._stands.gone
        self._stands.put(record)
        self._touched |= gone ^ self._stands.gone
        if document:
            self._touched.add(document)
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
        why = settler.resolver.voices.reason
        self._shelf = before.renewed(state, moved) if before and moved else Shelf(state, ground, why)
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

    def _settled_on(self, days: Days) -> Shelf:
        from detente.workspace.part import settled

        at_hand = self._settler if self._latest is not None else None
        return settled(self.standing(days[1]), self._settings, days, at_hand)
