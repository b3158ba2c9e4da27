"""One sentence with its places and numbers found: what every kind of noun phrase is looked up in."""

from __future__ import annotations

from collections.abc import Sequence, Set

from detente.language.gazetteer import Hit, gazetteer
from detente.language.numbers import FoundQuantity, quantities
from detente.reading.lexicon import Lexicon
from detente.reading.nouns.houses import at_home
from detente.reading.nouns.mention import Mention
from detente.reading.nouns.seen_names import Names
from detente.reading.parsing.words import PROPER, Sentence, Word

_STATELY = frozenset({"state", "demonym", "people", "seat", "capital"})
_TAIL_WORDS, _PIECE_WORDS = 9, 6  # how far an "of …" name runs in all, and each of its pieces
_PARTICLE = 4
"""So many letters a small word of a name has at most: "van", "bint"; "of *foreign* affairs" is no name."""


class Phrases:
    """A sentence with the gazetteer's hits and the numbers in it, and look-ups around a word."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon, names: Names) -> None:
        self.s, self.lex, self.names = sentence, lexicon, names
        self.hits: Sequence[Hit] = at_home(gazetteer().find(sentence.text), sentence.text, names.home)
        self.numbers: Sequence[FoundQuantity] = quantities(sentence.text)

    def at(self, i: int) -> Mention | None:
        """The mention whose head is this word; None where the word heads no noun phrase."""
        raise NotImplementedError

    def hit_at(self, i: int) -> Hit | None:
        """The gazetteer's hit that covers this word."""
        if not self.hits:
            return None
        w = self.s[i]
        lo, hi = w.start - self.s.start, w.end - self.s.start
        for h in self.hits:
            if h.start <= lo and h.end >= hi:
                return h
        return None

    def number_in(self, lo: int, hi: int) -> FoundQuantity | None:
        """The last count that stands in the words from ``lo`` to ``hi``."""
        a, b = self.s[lo].start - self.s.start, self.s[hi].end - self.s.start
        found = [q for q in self.numbers if q.start < b and q.end > a and q.kind in {"count", "ratio"}]
        return found[-1] if found else None

    def text(self, lo: int, hi: int) -> str:
        """The words from ``lo`` to ``hi`` as written."""
        return self.s.span_text(lo, hi)

    def state_in(self, lo: int, hi: int) -> str | None:
        """The first state that these words name, by itself, its people or its capital."""
        for k in range(lo, min(hi + 1, len(self.s))):
            hit = self.hit_at(k)
            if hit is not None and hit.kind in _STATELY:
                return (hit.actor if hit.kind == "capital" else None) or hit.name
        return None

    def of_tail(self, w: Word, joins: Set[str] = frozenset({"of", "for"})) -> int:
        """The last word of the "of …" phrases that follow a name without a break."""
        last, i = w.i, w.i + 1
        while i + 1 < len(self.s) and self.s[i].low in joins and i - w.i < _TAIL_WORDS:
            j = self._named_piece(i)
            if j - 1 == i:
                break
            last, i = j - 1, j
        return last

    def _named_piece(self, i: int) -> int:
        """The word behind the capitalised words that follow the preposition ``i``."""
        j = i + 1
        while j < len(self.s) and j - i < _PIECE_WORDS and self._in_name(self.s[j]):
            j += 1
        while j - 1 > i and self.s[j - 1].low in {"the", "and"}:
            j -= 1
        return self._owned(j) if j < len(self.s) and self.s[j].tag == "POS" else j

    def _owned(self, j: int) -> int:
        """The word behind what somebody owns: "the head of Chad's *main opposition party*"."""
        owned = self.s[self.s[j - 1].head]
        return owned.i + 1 if self.s[j - 1].dep == "poss" and j < owned.i < j + _PIECE_WORDS else j

    @staticmethod
    def _in_name(w: Word) -> bool:
        return (
            (w.tag in PROPER and (not w.text.islower() or len(w.text) <= _PARTICLE))
            or w.low in {"the", "and"}
            or (w.text[0].isupper() and w.tag in {"JJ", "NN", "NNS"})
        )

    def of(self, w: Word) -> Mention | None:
        """What stands behind the *of* or *among* of a noun: "hundreds of *prisoners*"."""
        for k in self.s.kids(w.i, "prep"):
            if k.low in {"of", "among"} and k.i <= w.i + 2:
                inner = self.s.kid(k.i, "pobj", "pcomp")
                if inner is not None:
                    return self.at(inner.i)
        return None
