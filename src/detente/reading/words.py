"""A parsed sentence as plain values: words with tags, heads and offsets, and ways to walk them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Word:
    """One token. ``start`` and ``end`` count characters of the article's text."""

    i: int
    text: str
    low: str
    lemma: str  # by our form tables; the lower-cased word where they do not know it
    tag: str  # Penn Treebank
    dep: str  # ClearNLP labels, as the small English model gives them
    head: int
    start: int
    end: int
    ent: str = ""  # NER label
    ent_id: int = -1  # which named entity of the sentence; -1 none
    kids: list[int] = field(default_factory=list)


PROPER = frozenset({"NNP", "NNPS"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "WDT", "EX", "JJ", "JJS", "PDT"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
CORE = frozenset({
    "det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "case", "advmod",
    "npadvmod", "neg", "punct",
})  # fmt: skip


class Sentence:
    """Words of one sentence with the article's offsets."""

    def __init__(self, words: Sequence[Word], start: int, end: int, text: str, index: int = 0) -> None:
        self.words = words
        self.start, self.end, self.text, self.index = start, end, text, index
        for w in words:
            if w.head != w.i:
                words[w.head].kids.append(w.i)

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, i: int) -> Word:
        return self.words[i]

    def kids(self, i: int, *deps: str) -> list[Word]:
        """Children of a word, in order; only those with these labels where any are given."""
        words = self.words
        below = words[i].kids
        if not below:
            return []
        if not deps:
            return [words[k] for k in below]
        return [w for k in below if (w := words[k]).dep in deps]

    def kid(self, i: int, *deps: str) -> Word | None:
        """The first child with one of these labels."""
        words = self.words
        for k in words[i].kids:
            if not deps or words[k].dep in deps:
                return words[k]
        return None

    def up(self, i: int) -> Iterator[Word]:
        """The word's heads, nearest first."""
        seen = 0
        while self.words[i].head != i and seen < len(self.words):
            i = self.words[i].head
            seen += 1
            yield self.words[i]

    def subtree(self, i: int) -> list[int]:
        """Indices of a word and all below it, in order."""
        out, todo = [i], [i]
        while todo:
            kids = self.words[todo.pop()].kids
            out += kids
            todo += kids
        return sorted(out)

    def conjuncts(self, i: int) -> list[int]:
        """A word and those coordinated with it, in order."""
        out, todo = [i], [i]
        while todo:
            for w in self.kids(todo.pop(), "conj"):
                out.append(w.i)
                todo.append(w.i)
        return sorted(out)

    def objects(self, i: int, preps: Collection[str], *, deps: tuple[str, ...] = ("prep",)) -> list[int]:
        """Heads of what stands behind these prepositions on a word, with those coordinated with them."""
        return [
            j
            for k in self.kids(i, *deps)
            if k.low in preps
            for p in self.kids(k.i, "pobj")
            for j in self.conjuncts(p.i)
        ]

    def np(self, i: int) -> tuple[int, int]:
        """First and last word of the noun phrase around its head, without what follows the head."""
        lo = hi = i
        todo = [i]
        while todo:
            for w in self.kids(todo.pop()):
                if w.i < i and w.dep in CORE and w.tag not in {",", ":", "``", "''"}:
                    lo = min(lo, w.i)
                    todo.append(w.i)
        while (
            lo < i
            and self.words[lo].tag in {",", "``", "''", ":", "CC", "-LRB-", "RB"}
            and self.words[lo].low not in QUANT
        ):
            lo += 1
        return lo, hi

    def span_text(self, lo: int, hi: int) -> str:
        """The article's words from word ``lo`` to word ``hi``, both included."""
        return self.text[self.words[lo].start - self.start : self.words[hi].end - self.start]

    def at(self, start: int, end: int) -> list[int]:
        """Words that touch these characters of the article."""
        return [w.i for w in self.words if w.start < end and w.end > start]

    def verb_of(self, i: int) -> int | None:
        """The nearest verb above a word."""
        return next((w.i for w in self.up(i) if w.tag.startswith("V") or w.tag == "MD"), None)


QUANT = frozenset(
    {"nearly", "almost", "about", "around", "roughly", "approximately", "some", "over", "only", "just", "at"}
)

NEVER_PASSIVE = frozenset({
    "go", "come", "arrive", "travel", "head", "depart", "emerge", "die", "disappear", "vanish", "escape",
    "flee", "walk", "remain", "stay", "return", "land", "cross", "follow",
})  # fmt: skip
"""Verbs of going and staying: beside a passive they tell what its subject does."""
