"""A state of the reports that bear on one question, of other days than the latest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from detente.reconciliation.answers import Shelf
from detente.records import Claim
from detente.settings import Settings
from detente.workspace.keeping import Standing


def settled(stands: Standing, settings: Settings, days: tuple[str | None, str | None]) -> Shelf:
    """The state of what stands on one day, as known on another, set up for questions."""
    from detente.pipeline import Settler

    settler = Settler(grades=dict[str, str](settings.grades))
    state = settler.settle(
        stands.readings, stands.articles, stands.judgements, stands.codings, stands.assertions,
        as_of=days[0], known_by=days[1],
    )  # fmt: skip
    reasons = settler.resolver.voices.reasons()
    return Shelf(state, settler.ground, lambda claim: reasons.get(claim.id))


class Part(Shelf):
    """A state of some of the reports; what it says of all of them is counted when it is asked."""

    def __init__(self, shelf: Shelf, every: Callable[[], Standing]) -> None:
        super().__init__(shelf.state, shelf.ground, shelf.why)
        self._every = every

    @classmethod
    def made(
        cls,
        stands: Standing,
        settings: Settings,
        days: tuple[str | None, str | None],
        every: Callable[[], Standing],
    ) -> Part:
        """The state that some reports support on one day, as known on another.

        Args:
            stands: what stands of the reports that bear on a question.
            settings: the workspace's.
            days: both.
            every: what stands in all.
        """
        return cls(settled(stands, settings, days), every)

    @cached_property
    def _all(self) -> Sequence[Claim]:
        from detente.pipeline import chosen_of

        stands, state = self._every(), self.state
        chosen = chosen_of(
            stands.readings, stands.articles, stands.codings, as_of=state.as_of, known_by=state.known_by
        )
        return tuple(c for r in chosen for c in r.claims)

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
