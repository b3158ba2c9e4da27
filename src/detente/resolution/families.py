"""Families of reports: articles whose words are one text, copied, cut or rewritten.

In come articles, out come families, each with why. Texts worth comparing share a key
(:mod:`~detente.resolution.neighbours`); what two of them have in common is then counted exactly
(:mod:`~detente.resolution.likeness`). Texts of like length that are tied make a unit. A text more
than three times as long as what it holds (a roundup, a live page) is a member of each family whose
words it gives, and never the bridge between two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from detente.errors import DetenteError
from detente.records import Article
from detente.resolution.circles import Circle, Sets, circles
from detente.resolution.credits import credit
from detente.resolution.likeness import CONTAINED, Kind, Text, Tie, tie
from detente.resolution.neighbours import Neighbours
from detente.resolution.shingles import Hashes, body, shingles


@dataclass(frozen=True, slots=True)
class Family:
    """Articles that give one text."""

    members: tuple[str, ...]  # document sha256, sorted
    reason: str  # with the lowest and highest containment
    kind: Kind  # what its loosest member is tied by
    origin: str  # sha256 of the member whose words they likely are: credited, else earliest
    contained: float  # the lowest containment of a member and the origin


_LOOSER: tuple[Kind, ...] = ("copy", "rewrite", "wire")
_DONE: dict[Kind, str] = {
    "copy": "one text, copied",
    "rewrite": "one text, rewritten",
    "wire": "one wire's text",
}


class Change(NamedTuple):
    """What one more article changes: families that are now, and those they take the place of."""

    now: tuple[Family, ...]
    before: tuple[Family, ...]


def families(articles: Sequence[Article], *, threshold: float = CONTAINED) -> tuple[Family, ...]:
    """Articles whose words are one text, in families of two or more.

    Args:
        articles: in any order; an article given twice counts once.
        threshold: share of the shorter text's five-word runs that makes it a copy.

    Returns:
        families in the order of their members. A roundup may be in several.

    Raises:
        DetenteError: the threshold is no share.

    Example:
        >>> families([])
        ()
    """
    index = FamilyIndex(threshold=threshold)
    index.extend(articles)
    return index.families()


class FamilyIndex:
    """Families that grow by one article at a time, and are the same as if all had come at once.

    Which pairs are tied depends on the two texts alone. Two texts that already are in one unit need
    no comparison: units only ever grow.

    Args:
        threshold: share of the shorter text's five-word runs that makes it a copy.
        known: another index, from which the runs of an article that is the very same are taken over.
    """

    def __init__(self, *, threshold: float = CONTAINED, known: FamilyIndex | None = None) -> None:
        if not 0 < threshold <= 1:
            raise DetenteError(f"expected a threshold above 0 and at most 1; found {threshold}; .6 is usual")
        self._threshold = threshold
        self._elsewhere = known
        self._made: dict[str, tuple[Article, Text]] = {}  # by article
        self._texts: list[Text] = []  # one for each wording
        self._wordings: dict[bytes, int] = {}
        self._twins: dict[int, list[Text]] = defaultdict(list)  # articles of one wording
        self._known: set[str] = set()
        self._neighbours = Neighbours()
        self._units = Sets()  # tied, and of like length
        self._circles = Sets()  # tied at all
        self._ties: dict[tuple[int, int], Tie | None] = {}  # later and earlier text
        self._hosted: dict[int, set[int]] = defaultdict(set)  # long text → short texts in it
        self._families: dict[int, tuple[Family, ...]] = {}  # by circle

    def __len__(self) -> int:
        return len(self._known)

    def families(self) -> tuple[Family, ...]:
        """The families as they stand."""
        return tuple(sorted((f for row in self._families.values() for f in row), key=lambda f: f.members))

    def since(self, before: FamilyIndex) -> Change:
        """What stands here and not in another index, and the other way round."""
        return Change(
            _without(self.families(), before.families()), _without(before.families(), self.families())
        )

    def add(self, article: Article) -> Change:
        """Take one article in.

        Returns:
            families that came to be or changed, and those that they take the place of.
        """
        return self.extend((article,))

    def extend(self, articles: Iterable[Article]) -> Change:
        """Take several articles in at once: the same families, sooner."""
        fresh = {a.document.sha256: a for a in articles if a.document.sha256 not in self._known}
        made = self._elsewhere._made if self._elsewhere is not None else {}
        known = {sha: made[sha] for sha, a in fresh.items() if sha in made and made[sha][0] is a}
        anew = [a for sha, a in fresh.items() if sha not in known]
        rows = shingles([body(a) for a in anew])
        known |= {a.document.sha256: (a, _text(a, runs)) for a, runs in zip(anew, rows, strict=True)}
        self._made |= known
        return self.extend_runs(known[sha][1] for sha in fresh)

    def extend_runs(self, texts: Iterable[Text]) -> Change:
        """The same for texts whose runs are at hand; a text given twice counts once."""
        fresh = {t.sha256: t for t in texts if t.sha256 not in self._known}
        self._known |= fresh.keys()
        first = len(self._texts)
        touched = {number for t in fresh.values() if (number := self._place(t)) is not None}
        before: list[Family] = []
        seen: set[tuple[int, int]] = set()
        for pairs in self._neighbours.add([t.runs for t in self._texts[first:]], self._units.root):
            for later, earlier in pairs.tolist():
                if (later, earlier) not in seen and self._apart(later, earlier):
                    seen.add((later, earlier))
                    before += self._compare(later, earlier, touched)
        return self._settle(touched, before)

    def _place(self, text: Text) -> int | None:
        """Number the text by its wording; the number, where the wording is known already."""
        if not len(text.runs):
            return None
        wording = blake2b(text.runs.tobytes(), key=(text.credit or "").encode()[:64], digest_size=16).digest()
        number = self._wordings.setdefault(wording, len(self._texts))
        self._twins[number].append(text)
        if number < len(self._texts):
            return number
        self._texts.append(text)
        self._units.grow()
        self._circles.grow()
        return None

    def _apart(self, later: int, earlier: int) -> bool:
        return self._units.root(later) != self._units.root(earlier)

    def _compare(self, later: int, earlier: int, touched: set[int]) -> tuple[Family, ...]:
        """Tie two texts if they are to be tied; families of circles that thereby are one no more."""
        found = tie(self._texts[later], self._texts[earlier], self._threshold)
        if found is None:
            return ()
        self._ties[later, earlier] = found
        touched.add(later)
        roots = self._circles.root(later), self._circles.root(earlier)
        gone = [f for r in dict.fromkeys(roots) for f in self._families.pop(r, ())]
        self._circles.unite(later, earlier)
        if found.hosts:
            short, long = sorted((later, earlier), key=lambda n: len(self._texts[n].runs))
            self._hosted[long].add(short)
        else:
            self._units.unite(later, earlier)
        return tuple(gone)

    def _settle(self, touched: set[int], before: list[Family]) -> Change:
        """Form the families of the circles that were touched anew."""
        now: list[Family] = []
        for root in sorted({self._circles.root(n) for n in touched}):
            before += self._families.pop(root, ())
            formed = tuple(self._formed(root))
            if formed:
                self._families[root] = formed
            now += formed
        return Change(_without(now, before), _without(before, now))

    def _formed(self, root: int) -> Iterator[Family]:
        members = self._circles.members(root)
        units: dict[int, list[int]] = defaultdict(list)
        for number in members:
            units[self._units.root(number)].append(number)
        hosted = {
            (self._units.root(n), self._units.root(g)) for n in members for g in self._hosted.get(n, ())
        }
        for circle in circles(units, [(h, g) for h, g in hosted if h != g], lambda u: self._size(units[u])):
            if sum(len(self._twins[n]) for n in (*circle.texts, *circle.roundups)) > 1:
                yield self._family(circle)

    def _size(self, numbers: Sequence[int]) -> tuple[int, str]:
        """Longest text, then the lowest hash of an article in the unit."""
        longest = max(len(self._texts[n].runs) for n in numbers)
        return longest, min(t.sha256 for n in numbers for t in self._twins[n])

    def _family(self, circle: Circle) -> Family:
        numbers = (*circle.texts, *circle.roundups)
        origin, first = min((t.rank, n) for n in circle.texts for t in self._twins[n])
        ties = [self._tie(first, n) for n in numbers if n != first]
        direct = [t for t in ties if t is not None]
        contained = [*(t.contained for t in direct), *([1.0] if len(self._twins[first]) > 1 else [])]
        kind = max((t.kind for t in direct), key=_LOOSER.index, default=_LOOSER[0])
        kind = max(kind, "rewrite", key=_LOOSER.index) if len(direct) < len(ties) else kind
        return Family(
            members=tuple(sorted(t.sha256 for n in numbers for t in self._twins[n])),
            reason=_reason(kind, direct, contained, len(ties) - len(direct), self._texts[first].credit),
            kind=kind,
            origin=origin[-1],
            contained=min(contained, default=0.0),
        )

    def _tie(self, left: int, right: int) -> Tie | None:
        """What two of one family have in common; counted once, however often the family grows."""
        pair = max(left, right), min(left, right)
        if pair not in self._ties:
            self._ties[pair] = tie(self._texts[left], self._texts[right], self._threshold)
        return self._ties[pair]


def _text(article: Article, runs: Hashes) -> Text:
    named = credit(article)
    published = article.published or article.document.published or "9"
    sha256 = article.document.sha256
    return Text(sha256, runs, (named is None, published, sha256), named)


def _without(families: Iterable[Family], others: Iterable[Family]) -> tuple[Family, ...]:
    gone = set(others)
    return tuple(sorted({f for f in families if f not in gone}, key=lambda f: f.members))


def _reason(
    kind: Kind, ties: Sequence[Tie], contained: Sequence[float], indirect: int, wire: str | None
) -> str:
    """``one text, copied: 0.84 to 1.00 of the shorter text's five-word runs``."""
    words = f"{_DONE[kind]}: {_range(contained)} of the shorter text's five-word runs"
    covered = [t.covered for t in ties if t.kind != "copy"]
    parts = [
        words,
        f"{_range(covered)} of its words stand in them" if covered else "",
        f"credited to {wire}" if wire else "",
        f"{indirect} by way of another member" if indirect else "",
    ]
    return "; ".join(part for part in parts if part)


def _range(shares: Sequence[float]) -> str:
    low, high = f"{min(shares):.2f}", f"{max(shares):.2f}"
    return low if low == high else f"{low} to {high}"
