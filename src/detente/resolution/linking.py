"""Which tellings of several reports are one happening: best pairs first, complete link (CODEBOOK §7).

Tellings are joined only along pairs that score ``LINK`` and more, so what hangs together by such pairs
is joined by itself: a new report costs no more than what its tellings hang together with.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from detente.records import Claim, Judgement
from detente.resolution.happenings import (
    APART,
    LINK,
    Key,
    Telling,
    grounds,
    may_retell,
    say_nothing,
    score,
)
from detente.resolution.meeting import Meeting
from detente.resolution.words import Words

Group = tuple[Telling, ...]
"""Tellings of one happening, in their order."""
Mark = tuple[Hashable, int]
"""What a block's tellings are compared by, and the how manieth such they are, each in its report."""


class Regrouped(NamedTuple):
    """Groups that came to be, the keys of those that are no more, and reports that now tell of others."""

    now: dict[Key, Group]  # by the key of its first
    gone: frozenset[Key]
    documents: frozenset[str]


class _Block(NamedTuple):
    """Tellings of several reports, one of each, that do not differ in anything they are compared by."""

    tellings: list[Telling]  # in the order of their keys
    documents: set[str]

    @property
    def first(self) -> Telling:
        return self.tellings[0]


def link(found: Iterable[Telling], judgements: Sequence[Judgement] = ()) -> tuple[Group, ...]:
    """Tellings of one happening together; people's words outrank scores.

    Args:
        found: in any order.
        judgements: people's words; the latest on each pair counts.
    """
    by_document: dict[str, list[Telling]] = defaultdict(list)
    for item in found:
        by_document[item.report.document].append(item)
    links = Links()
    links.put({document: tuple(row) for document, row in by_document.items()}, judgements)
    return tuple(links.groups[key] for key in sorted(links.groups))


class Links:
    """Happenings that grow and shrink by a report at a time, and are the same as if all had come at once.

    Args:
        known: others, whose scores are taken over of reports whose very tellings stand there.
    """

    def __init__(self, known: Links | None = None) -> None:
        self._elsewhere = known
        self._there: dict[int, int] = {}  # block → the number that it has elsewhere
        self._here: dict[int, int] = {}  # the other way round
        self.groups: dict[Key, Group] = {}
        self.home: dict[Key, Key] = {}  # telling → its group
        self._tellings: dict[str, tuple[Telling, ...]] = {}  # by document
        self._numbers: dict[Mark, int] = {}
        self._marks: dict[int, Mark] = {}
        self._next = 0
        self._blocks: dict[int, _Block] = {}
        self._block_of: dict[Key, int] = {}
        self._meeting = Meeting()
        self._scores: dict[int, dict[int, float]] = {}  # of pairs that are not too unlike
        self._first = True  # nothing was taken in before
        self._late: set[int] = set()  # blocks known elsewhere whose scores with others such are still there
        self._circles: dict[int, tuple[int, ...]] = {}  # block → all of several that hang together with it
        self._words = Words()

    def of(self, document: str) -> tuple[Telling, ...]:
        """The tellings of one report."""
        return self._tellings.get(document, ())

    def put(self, fresh: Mapping[str, Sequence[Telling]], judgements: Sequence[Judgement] = ()) -> Regrouped:
        """Take in the tellings of reports, in the place of those they had; none, where a report is gone.

        Args:
            fresh: document → its tellings.
            judgements: all of people's words; the latest on each pair counts.
        """
        odd, gone = set[int](), set[Key]()
        self._first = not self._blocks
        self._take_scores(self._late)
        spoken = self._words.hear(judgements)
        again = {d: row for d, row in self._speaking(spoken).items() if d not in fresh}
        for document in (*fresh, *again):
            self._take_out(document, odd, gone)
        rows = [(self._is_known(d, row), d, row) for d, row in (*fresh.items(), *again.items())]
        for known, document, row in sorted(rows, key=lambda one: not one[0]):
            self._put_in(document, row, odd, known=known)
        odd |= self._words.settle(self._block_of)
        return self._regrouped({n for n in odd if n in self._blocks}, gone)

    def _speaking(self, spoken: Iterable[str]) -> dict[str, tuple[Telling, ...]]:
        """Reports with claims of which somebody now speaks, or no more."""
        claims = set(spoken)
        if not claims:
            return {}
        rows = self._tellings.items()
        return {d: row for d, row in rows if any(c.id in claims for t in row for c in t.claims)}

    def hanging(self, claims: Iterable[Claim]) -> Iterator[Telling]:
        """All tellings that hang together with what these claims tell."""
        wanted, ahead = defaultdict[str, set[str]](set), set[int]()
        for claim in claims:
            wanted[claim.document.sha256].add(claim.id)
        for document, ids in wanted.items():
            own = (t for t in self.of(document) if any(c.id in ids for c in t.claims))
            ahead.update(self._block_of[t.key] for t in own)
        while ahead:
            circle = self._circle(ahead.pop())
            ahead.difference_update(circle)
            for number in circle:
                yield from self._blocks[number].tellings

    def _circle(self, number: int) -> tuple[int, ...]:
        """A block with all that hang together with it."""
        return self._circles.get(number, (number,))

    # -- blocks ------------------------------------------------------------------------------

    def _take_out(self, document: str, odd: set[int], gone: set[Key]) -> None:
        for item in self._tellings.pop(document, ()):
            number = self._block_of.pop(item.key)
            block = self._blocks[number]
            odd |= {number, *self._scores[number]}
            gone.add(self.home.pop(item.key))
            block.tellings.remove(item)
            block.documents.discard(document)
            if not block.tellings:
                self._forget(number, item)

    def _forget(self, number: int, item: Telling) -> None:
        del self._blocks[number], self._numbers[self._marks.pop(number)]
        if number in self._there:
            del self._here[self._there.pop(number)]
        else:
            self._meeting.take_out(number, item)
        self._circles.pop(number, None)
        for other in self._scores.pop(number):
            del self._scores[other][number]

    def _put_in(self, document: str, row: Sequence[Telling], odd: set[int], *, known: bool) -> None:
        if not row:
            return
        self._tellings[document] = tuple(row) if known else tuple(sorted(row, key=lambda t: t.key))
        marks = self._known_marks(document) if known else self._new_marks(document)
        for item, mark in zip(self._tellings[document], marks, strict=True):
            number = self._numbers.get(mark)
            if number is None:
                number = self._begin(mark, item, known=known)
            else:
                insort(self._blocks[number].tellings, item, key=lambda t: t.key)
            self._blocks[number].documents.add(document)
            self._block_of[item.key] = number
            self._words.place(item)
            odd.add(number)
            odd.update(self._scores[number])

    def _new_marks(self, document: str) -> Iterator[Mark]:
        """What each telling of a report is compared by, and the how manieth such it is in it."""
        seen = Counter[Hashable]()
        for item in self._tellings[document]:
            alone = any(c.id in self._words.spoken for c in item.claims)
            mark: Hashable = item.key if alone or not self._links_to_itself(item) else item.mark
            seen[mark] += 1
            yield mark, seen[mark]

    def _known_marks(self, document: str) -> Iterator[Mark]:
        there = self._elsewhere
        assert there is not None, "only what stands elsewhere is known"
        return (there._marks[there._block_of[item.key]] for item in self._tellings[document])

    def _is_known(self, document: str, row: Sequence[Telling]) -> bool:
        """Do these very tellings stand elsewhere, with nobody's word on them, there or here?"""
        there = self._elsewhere
        if there is None or there.of(document) is not row:
            return False
        spoken = self._words.spoken | there._words.spoken
        return not spoken or not any(c.id in spoken for t in row for c in t.claims)

    def _links_to_itself(self, item: Telling) -> bool:
        """What says too little to be linked even with its like stays by itself."""
        return (item.mark, 1) in self._numbers or score(item, item) >= LINK

    def _begin(self, mark: Mark, item: Telling, *, known: bool) -> int:
        """A new block, compared with those that may be one with it."""
        number, self._next = self._next, self._next + 1
        self._numbers[mark], self._marks[number] = number, mark
        self._blocks[number] = _Block([item], set())
        self._scores[number] = {}
        there = self._elsewhere
        met = self._meeting.met(item)
        if there is not None and known:
            old = there._block_of[item.key]
            self._there[number], self._here[old] = old, number
            self._late.add(number)
            if not self._first:
                self._take_scores((number,))
        else:
            met += [self._here[n] for n in there._meeting.met(item) if n in self._here] if there else []
            self._meeting.put_in(number, item)
        for other in met:
            self._score(number, other, score(self._blocks[other].first, item))
        return number

    def _score(self, number: int, other: int, found: float) -> None:
        if found >= APART:
            self._scores[number][other] = self._scores[other][number] = found

    def _take_scores(self, late: Iterable[int]) -> None:
        """Take over the scores of blocks that are known elsewhere with others that are."""
        there = self._elsewhere or self
        for number in tuple(late):
            self._late.discard(number)
            for other, found in there._scores[self._there[number]].items():
                if other in self._here:
                    self._score(number, self._here[other], found)

    # -- pairs -------------------------------------------------------------------------------

    def _apart(self, left: int, right: int) -> bool:
        """Does no report tell of both?"""
        return self._blocks[left].documents.isdisjoint(self._blocks[right].documents)

    def _fits(self, left: int, right: int) -> bool:
        """Are two compared with success, or is nothing known for or against them?"""
        said = self._words.of(left, right)
        if said in ("same", "different"):
            return said == "same"
        if not self._apart(left, right):
            return False
        if right in self._scores[left]:
            return True
        one, two = self._blocks[left].first, self._blocks[right].first
        return say_nothing(one, two) or may_retell(one, two)

    def _joined(self, number: int) -> dict[int, float]:
        """Blocks that may be joined with this one, with their scores; people's words outrank these."""
        if number in self._late:
            self._take_scores((number,))
        near = {n: s for n, s in self._scores[number].items() if s >= LINK and self._apart(number, n)}
        for other, said in self._words.beside(number).items():
            if said == "same":
                near[other] = 1.0
            elif said == "different":
                near.pop(other, None)
        return near

    # -- groups ------------------------------------------------------------------------------

    def _regrouped(self, odd: set[int], gone: set[Key]) -> Regrouped:
        """Join anew whatever hangs together with blocks that are others now."""
        ahead = set(odd)
        now = self._known_groups(ahead)
        while ahead:
            circle = self._hanging_together(ahead)
            self._keep_circle(tuple(circle))
            for row in self._grouped(circle):
                group = tuple(sorted((t for n in row for t in self._blocks[n].tellings), key=lambda t: t.key))
                now[group[0].key] = group
        gone |= {self.home[t.key] for g in now.values() for t in g if t.key in self.home}
        old = {key: self.groups.pop(key) for key in gone if key in self.groups}
        self.groups |= now
        moved = [(t, key) for key, group in now.items() for t in group if self.home.get(t.key) != key]
        self.home |= {t.key: key for t, key in moved}
        now = {key: group for key, group in now.items() if not is_same(old.get(key, ()), group)}
        documents = frozenset(t.report.document for t, _ in moved)
        return Regrouped(now, frozenset(key for key in gone if key not in self.groups), documents)

    def _keep_circle(self, circle: tuple[int, ...]) -> None:
        if len(circle) > 1:
            self._circles |= dict.fromkeys(circle, circle)
        else:
            self._circles.pop(circle[0], None)

    def _known_groups(self, ahead: set[int]) -> dict[Key, Group]:
        """Groups of what stands here as it hangs together elsewhere, and no more; taken out of ``ahead``."""
        there, found = self._elsewhere, dict[Key, Group]()
        if there is None or not self._first:
            return found
        odd = self._near_others()
        for number, old in self._there.items():
            circle = there._circle(old)
            if number in odd or old != circle[0]:
                continue
            own = tuple(self._here.get(n, -1) for n in circle)
            if -1 not in own and odd.isdisjoint(own):
                keys = {there.home[t.key] for n in own for t in self._blocks[n].tellings}
                found |= {key: there.groups[key] for key in keys}
                self._keep_circle(own)
                ahead.difference_update(own)
        return found

    def _near_others(self) -> set[int]:
        """Blocks that are others elsewhere, or of which somebody spoke, and what may be joined with them."""
        found = set[int]()
        for number in self._blocks:
            if not self._is_as_elsewhere(number):
                self._take_scores({number} & self._late)
                near = (n for n, s in self._scores[number].items() if s >= LINK)
                found |= {number, *near, *self._words.beside(number)}
        return found

    def _is_as_elsewhere(self, number: int) -> bool:
        there, old = self._elsewhere, self._there.get(number)
        if there is None or old is None or self._words.beside(number) or there._words.beside(old):
            return False
        return is_same(self._blocks[number].tellings, there._blocks[old].tellings)

    def _hanging_together(self, ahead: set[int]) -> dict[int, dict[int, float]]:
        """Take one block out and all that hang together with it, each with its pairs."""
        found: dict[int, dict[int, float]] = {}
        row = [ahead.pop()]
        while row:
            number = row.pop()
            if number not in found:
                found[number] = self._joined(number)
                row += found[number].keys() - found.keys()
        ahead.difference_update(found)
        return found

    def _grouped(self, pairs: Mapping[int, Mapping[int, float]]) -> list[list[int]]:
        """Best pairs first; two groups are joined where all of the one fit with all of the other."""
        ordered = sorted(pairs, key=lambda n: self._blocks[n].first.key)
        rank = {number: place for place, number in enumerate(ordered)}
        edges = (
            (s, *grounds(self._blocks[a].first, self._blocks[b].first), -i, -rank[b])
            for i, a in enumerate(ordered)
            for b, s in pairs[a].items()
            if i < rank[b]
        )
        groups = {place: [number] for place, number in enumerate(ordered)}
        home = list(groups)
        clashes = defaultdict[int, set[int]](set)  # groups that do not fit will not when they have grown
        for *_, left, right in sorted(edges, reverse=True):
            one, two = home[-left], home[-right]
            if one == two or two in clashes[one]:
                continue
            if all(self._fits(a, b) for a in groups[one] for b in groups[two]):
                for number in groups[two]:
                    home[rank[number]] = one
                groups[one] += groups.pop(two)
                clashes[one] |= clashes[two]
                for other in clashes[two]:
                    clashes[other].add(one)
            else:
                clashes[one].add(two)
                clashes[two].add(one)
        return list(groups.values())

    # -- what speaks for it ------------------------------------------------------------------

    def scored(self, group: Group) -> Iterator[tuple[Telling, Telling, float]]:
        """Neighbours in a group with what speaks for them; like pairs are scored once."""
        known: dict[tuple[int, int], float] = {}
        for first, other in pairwise(group):
            pair = self._block_of[first.key], self._block_of[other.key]
            if pair not in known:
                known[pair] = score(first, other)
            yield first, other, known[pair]

    def doubtful(self) -> Iterator[tuple[Telling, Telling, float]]:
        """Pairs neither too unlike nor alike enough, with their scores: of like tellings the first."""
        self._take_scores(self._late)
        for number, row in self._scores.items():
            for other, found in row.items():
                one, two = self._blocks[number].first, self._blocks[other].first
                if found < LINK and one.key < two.key and self._apart(number, other):
                    yield one, two, found


def is_same(old: Sequence[Telling], new: Sequence[Telling]) -> bool:
    """Are they the very same tellings?"""
    return len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True))
