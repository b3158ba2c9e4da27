"""Measures, talks and prisoners told before: what *it*, *them*, *the ban* and *none* mean behind them."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.reading.nouns.mention import Mention
from detente.records import Mode

_LATELY = 3
"""So many sentences after a measure was named, a pronoun still means it."""
_ONE, _MANY = frozenset({"it", "this", "that"}), frozenset({"they", "them", "these", "those"})
_NONE = frozenset({"nothing", "none", "anything", "any"})


@dataclass
class Heard:
    """Where measures were last named, one or several, in sentences of one document."""

    number: int = 0
    one: int | None = None
    many: int | None = None
    talks: int | None = None
    condition: int | None = None
    grace: int | None = None
    """Where an act of grace was last told."""
    held: int | None = None
    held_by_name: str = ""
    """Who was last told to be held, in which sentence: "180 political prisoners"."""
    lead: Mode | None = None
    """How the infinitives stand that a sentence with a colon opened: "calls on Varland: – to free them"."""

    prisons: set[str] = field(default_factory=set)
    """Names of prisons: "Malak", of "Malak prison"."""
    licence: int | None = None
    """Where a licence was named."""
    plan: int | None = None
    """The last sentence that told the steps of a plan, or that they follow."""
    left: int | None = None
    """Where it was asked how many are left."""

    @property
    def licence_lately(self) -> bool:
        """Was a licence named in one of the two sentences before?"""
        return self.licence is not None and 0 < self.number - self.licence < _LATELY

    @property
    def left_lately(self) -> bool:
        """Was it asked, in this sentence or shortly before, how many are left?"""
        return self._lately(self.left)

    def hear(self, *, plural: bool) -> None:
        """A measure is named in the sentence now read."""
        if plural:
            self.many = self.number
        else:
            self.one = self.number

    @property
    def any(self) -> bool:
        """Has a measure been named at all?"""
        return self.one is not None or self.many is not None

    @property
    def talks_lately(self) -> bool:
        """Were talks told in this sentence or one of the two before?"""
        return self.talks is not None and self.number - self.talks < _LATELY

    @property
    def grace_lately(self) -> bool:
        """Was an act of grace told in one of the two sentences before?"""
        return self.grace is not None and 0 < self.number - self.grace < _LATELY

    @property
    def held_just_now(self) -> bool:
        """Were people told to be held in this sentence or the one before?"""
        return self.held is not None and self.number - self.held <= 1

    @property
    def conditional_lately(self) -> bool:
        """Was what would come of something told shortly before?"""
        return self._lately(self.condition)

    def means(self, m: Mention) -> bool:
        """Does this pronoun mean a measure named in this sentence or shortly before?"""
        low = m.text.lower()
        if low in _NONE:
            return self._lately(self.one) or self._lately(self.many)
        if low in _ONE:
            return self._lately(self.one)
        return low in _MANY and self._lately(self.many)

    def _lately(self, number: int | None) -> bool:
        return number is not None and self.number - number < _LATELY
