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


class Warm:
    """The entries as records, and what was settled from them."""

    def __init__(self, keeper: Keeper, settings: Settings, clearance: str = ALL) -> None:
        self._keeper, self._settings, self._clearance = keeper, settings, clearance
        self._records: list[tuple[str, Kept]] = []  # with the day from which each could be known
        self._seen = 0  # number of the last entry that was read
        self._standing: Standing | None = None
        self._settler: Settler | None = None
        self._latest: Shelf | None = None
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
            self._standing = self._shown(r for _, r in self._records)
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
            self._records += ((entry.known or "", decode(entry)) for entry in fresh)
            self._seen = fresh[-1].seq or self._seen
            self._standing = self._latest = None
            self._others.clear()

    def _settled(self, stands: Standing) -> Shelf:
        """The latest state, from the one before where there is one."""
        from detente.pipeline import Settler  # resolution brings numpy: only for what settles
        from detente.reconciliation.answers import Shelf

        if self._settler is None:
            self._settler = Settler(grades=dict[str, str](self._settings.grades))
        state = self._settler.settle(
            stands.readings, stands.articles, stands.judgements, stands.codings, stands.assertions
        )
        return Shelf(state, self._settler.ground)

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
