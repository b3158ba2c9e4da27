"""A parsed sentence as plain values: words with tags, heads and offsets, and ways to walk them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
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
    kids: list[Word] = field(default_factory=list)


KIN = frozenset({"mother", "father", "wife", "husband", "brother", "sister", "son", "daughter", "widow"})
"""Whom no body has: a name behind "the mother of" is somebody's."""
PROPER = frozenset({"NNP", "NNPS"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "WDT", "EX", "JJ", "JJS", "PDT"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
ONE_AND_ALL = frozenset({"both", "each", "all"})
"""What says behind names that the participle behind it is told of them all."""
_NO_BRACKETS = str.maketrans("", "", "[]")
CORE = frozenset({
    "det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "case", "advmod",
    "npadvmod", "neg", "punct",
})  # fmt: skip


WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
})  # fmt: skip
DAYS = MONTHS | WEEKDAYS
"""Months and days of the week."""


class Sentence(list[Word]):
    """Words of one sentence with the article's offsets."""

    __hash__ = object.__hash__  # type: ignore[assignment]  # a sentence is itself, whatever its words
    __eq__ = object.__eq__
    __ne__ = object.__ne__

    def __init__(self, words: Sequence[Word], start: int, end: int, text: str) -> None:
        super().__init__(words)
        self.words = words
        self.start, self.end, self.text = start, end, text
        for w in words:
            if w.head != w.i:
                words[w.head].kids.append(w)

    def kids(self, i: int, *deps: str) -> list[Word]:
        """Children of a word, in order; only those with these labels where any are given."""
        below = self[i].kids
        if not below:
            return []
        return [w for w in below if w.dep in deps] if deps else below[:]

    def kid(self, i: int, *deps: str) -> Word | None:
        """The first child with one of these labels."""
        for w in self[i].kids:
            if not deps or w.dep in deps:
                return w
        return None

    def up(self, i: int) -> Iterator[Word]:
        """The word's heads, nearest first."""
        w, left = self[i], len(self)
        while w.head != w.i and left:
            w = self[w.head]
            left -= 1
            yield w

    def subtree(self, i: int) -> list[int]:
        """Indices of a word and all below it, in order."""
        out, todo = [i], [self[i]]
        while todo:
            for w in todo.pop().kids:
                out.append(w.i)
                if w.kids:
                    todo.append(w)
        return sorted(out)

    def conjuncts(self, i: int) -> list[int]:
        """A word and those coordinated with it, in order."""
        out, todo = [i], [self[i]]
        while todo:
            for w in todo.pop().kids:
                if w.dep == "conj":
                    out.append(w.i)
                    todo.append(w)
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
        todo = [self[i]]
        while todo:
            for w in todo.pop().kids:
                if w.i < i and w.dep in CORE and w.tag not in {",", ":", "``", "''"}:
                    lo = min(lo, w.i)
                    todo.append(w)
        while (
            lo < i
            and self[lo].tag in {",", "``", "''", ":", "CC", "-LRB-", "RB", "HYPH"}
            and self[lo].low not in QUANT
        ):
            lo += 1
        if lo < i - 1 and self[lo].low in WEEKDAYS and self[i].text.islower():
            lo += 1  # "on Monday EU ministers agreed"
        return lo, hi

    def span_text(self, lo: int, hi: int) -> str:
        """The article's words from ``lo`` to ``hi``, both included, without an editor's brackets."""
        text = self.text[self[lo].start - self.start : self[hi].end - self.start]
        return text if "[" not in text and "]" not in text else text.translate(_NO_BRACKETS)

    def at(self, start: int, end: int) -> list[int]:
        """Words that touch these characters of the article."""
        return [w.i for w in self if w.start < end and w.end > start]

    def verb_of(self, i: int) -> int | None:
        """The nearest verb above a word."""
        return next((w.i for w in self.up(i) if w.tag.startswith("V") or w.tag == "MD"), None)


def hangs_on(words: list[Word], i: int, those: Set[int]) -> bool:
    """Is a word one of those, or anywhere below one?"""
    while i not in those:
        if words[i].head == i:
            return False
        i = words[i].head
    return True


def in_a_list(s: Sentence, i: int) -> list[int]:
    """A word and those joined to it, also names that the model takes for appositions: "X, 28, and Y"."""
    out, todo = {i}, [i]
    while todo:
        at = todo.pop()
        apposed = s.kids(at, "appos") if s[at].tag in PROPER else []
        named = [k.i for k in apposed if k.tag in PROPER and s[k.i - 1].tag != "-LRB-"]
        fresh = {*(k.i for k in s.kids(at, "conj")), *named} - out
        out |= fresh
        todo += fresh
    return sorted(out) if any(s.kid(j, "conj") is not None for j in out) else [i]


QUANT = frozenset(
    {"nearly", "almost", "about", "around", "roughly", "approximately", "some", "over", "only", "just", "at"}
)

NEVER_PASSIVE = frozenset({
    "go", "come", "arrive", "travel", "head", "depart", "emerge", "die", "disappear", "vanish", "escape",
    "flee", "walk", "remain", "stay", "return", "land", "cross", "follow",
})  # fmt: skip
"""Verbs of going and staying: beside a passive they tell what its subject does."""
