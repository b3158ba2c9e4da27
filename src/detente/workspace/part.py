"""A state of the reports that bear on one question, of other days than the latest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from functools import cached_property
from typing import TYPE_CHECKING

from detente.reconciliation.answers import Shelf
from detente.settings import Settings
from detente.workspace.census import Numbers
from detente.workspace.keeping import Standing

if TYPE_CHECKING:
    from detente.pipeline import Settler


def settled(
    stands: Standing,
    settings: Settings,
    days: tuple[str | None, str | None],
    known: Settler | None = None,
    within: Collection[str] | None = None,
) -> Shelf:
    """The state of what stands on one day, as known on another, set up for questions.

    Args:
        stands: what stands.
        settings: of the workspace.
        days: the one and the other.
        known: the settler of the latest state, whose findings are taken over where they are the same.
        within: the reports of that state that stand here, where not all do.
    """
    from detente.pipeline import Settler

    settler = Settler(grades=dict[str, str](settings.grades), known=known, within=within)
    state = settler.settle(
        stands.readings, stands.articles, stands.judgements, stands.codings, stands.assertions,
        as_of=days[0], known_by=days[1],
    )  # fmt: skip
    reasons = settler.resolver.voices.reasons()
    return Shelf(state, settler.ground, lambda claim: reasons.get(claim.id))


class Part(Shelf):
    """A state of some of the reports; what it says of all of them is counted when it is asked."""

    def __init__(self, shelf: Shelf, every: Callable[[], Numbers]) -> None:
        super().__init__(shelf.state, shelf.ground, shelf.why)
        self._every = every

    @cached_property
    def _all(self) -> Numbers:
        return self._every()

    @property
    def size(self) -> int:
        """How many claims stand in all."""
        return self._all.claims

    @property
    def reports(self) -> int:
        """How many reports stand in all."""
        return self._all.reports

    @property
    def types(self) -> Counter[str]:
        """How many claims of each type stand in all."""
        return self._all.types
