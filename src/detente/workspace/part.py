"""A state of the reports that bear on one question, of other days than the latest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from detente.reconciliation.answers import Shelf
from detente.records import Claim, Reading, State
from detente.settings import Settings
from detente.workspace.keeping import Standing


class Part(Shelf):
    """A state of some of the reports; what it says of all of them is counted when it is asked."""

    def __init__(self, state: State, every: Callable[[], Sequence[Reading]]) -> None:
        super().__init__(state)
        self._every = every

    @classmethod
    def made(
        cls, stands: Standing, wanted: set[str], settings: Settings, as_of: str | None, known_by: str | None
    ) -> Part:
        """The state that the wanted reports support on one day, as known on another."""
        from detente.pipeline import chosen_of, settle

        state = settle(
            [r for r in stands.readings if r.document.sha256 in wanted],
            [a for a in stands.articles if a.document.sha256 in wanted],
            stands.judgements,
            [c for c in stands.codings if c.about.document.sha256 in wanted],
            stands.assertions,
            grades=dict[str, str](settings.grades),
            as_of=as_of,
            known_by=known_by,
        )

        def every() -> Sequence[Reading]:
            return chosen_of(stands.readings, stands.articles, stands.codings, as_of=as_of, known_by=known_by)

        return cls(state, every)

    @cached_property
    def _all(self) -> Sequence[Claim]:
        return tuple(c for r in self._every() for c in r.claims)

    @cached_property
    def size(self) -> int:
        """How many claims stand in all."""
        return len(self._all)

    @cached_property
    def reports(self) -> int:
        """How many reports stand in all."""
        return len({c.document.sha256 for c in self._all})

    @cached_property
    def types(self) -> Counter[str]:
        """How many claims of each type stand in all."""
        return Counter[str](c.type for c in self._all)
