"""A table of mends, each tried only at the words that it may mend."""

from __future__ import annotations

from collections.abc import Callable

from detente.reading.parsing.words import Word

Mend = Callable[[list[Word], Word], None]
Row = tuple[str, Mend]
"""The words at which a mend is tried, and the mend.

Those of any of these labels ("appos"), tags ("VBN") or spellings ("=of"), separated by blanks.
"""
Todo = tuple[tuple[int, Mend], ...]


class Mends:
    """Mends in their order."""

    def __init__(self, *rows: Row) -> None:
        self.rows = [(frozenset(places.split()), mend) for places, mend in rows]
        self._spelt = {x[1:] for places, _ in self.rows for x in places if x[0] == "="}
        self._of: dict[tuple[str, str, str], Todo] = {}

    def at(self, words: list[Word], w: Word) -> None:
        """Try each at this word; where one gives it another label or tag, the rest are those for that."""
        low, done = w.low if w.low in self._spelt else "", -1
        while True:
            at = (w.dep, w.tag, low)
            todo = self._of.get(at)
            for number, mend in self._for(at) if todo is None else todo:
                if number > done:
                    mend(words, w)
                    if w.dep != at[0] or w.tag != at[1]:
                        done = number
                        break
            else:
                return

    def _for(self, at: tuple[str, str, str]) -> Todo:
        here = {at[0], at[1], f"={at[2]}"}
        found = [(number, mend) for number, (places, mend) in enumerate(self.rows) if places & here]
        return self._of.setdefault(at, tuple(found))
