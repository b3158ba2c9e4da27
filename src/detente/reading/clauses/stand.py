"""How a clause stands: performed, agreed, promised, asked for, denied."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field, replace

from detente.reading.parsing.words import Sentence
from detente.records import Factuality, Mode

RANK: dict[Mode, int] = {
    "performed": 0, "asserted": 0, "announced": 0, "background": 1, "evaluated": 1, "intended": 2,
    "promised": 3, "agreed": 4, "hypothetical": 5, "demanded": 6, "conditional": 7, "denied": 8,
}  # fmt: skip
"""Of two modes the stronger reservation wins."""
BY_WEIGHT: tuple[Mode, ...] = tuple(sorted(RANK, key=lambda mode: -RANK[mode]))
"""The strongest reservation first."""
AIMED = frozenset({"for", "on", "about", "over", "to", "of", "at", "towards", "toward"})
"""Prepositions that carry what a verb says over to the noun behind them."""


@dataclass(slots=True)
class Stand:
    """How a clause stands: its mode and what made it so.

    ``governor`` is the word that set the mode ("agreed"); ``condition`` the words of an if-clause.
    """

    mode: Mode = "performed"
    polarity: str = "+"
    factuality: Factuality = "CT"
    governor: int | None = None
    condition: str | None = None
    hedges: list[str] = field(default_factory=list)
    modifier: bool = False  # a relative clause or participle behind a noun
    perfect: bool = False  # had been freed
    present: bool = False

    def copy(self) -> Stand:
        """A stand of its own with the same values."""
        return replace(self, hedges=list(self.hedges))

    def set(self, mode: Mode, governor: int | None) -> None:
        """Take a mode from above, the strongest reservation winning."""
        if RANK[mode] > RANK[self.mode]:
            self.mode, self.governor = mode, governor
            if mode == "denied":
                self.polarity = "-"
            elif mode != "performed":
                self.factuality = "U"

    def take(self, other: Stand) -> None:
        """Take over the mode and the condition of another clause."""
        self.set(other.mode, other.governor)
        self.condition = self.condition or other.condition


def without_speaker(s: Sentence, lo: int, hi: int, report: Set[str]) -> str:
    """The words of a condition without who says so behind them: "once it pays, the minister said".

    Args:
        s: the sentence.
        lo: the first word of the condition.
        hi: the last.
        report: verbs of reporting.
    """
    for i in range(lo + 2, hi):
        tail = s.words[i + 1 : hi + 1]
        if s[i].text == "," and any(w.tag in {"VBD", "VBZ"} and w.lemma in report for w in tail[:8]):
            return s.span_text(lo, i - 1)
    return s.span_text(lo, hi).rstrip(" .")
