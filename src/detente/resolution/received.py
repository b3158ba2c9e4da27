"""What came: the reports whose claims or text are others than the last time they were given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from detente.records import Article, Claim, Reading
from detente.resolution.reports import Told

T = TypeVar("T", Reading, Article)
BLOCK = 4096
"""So many items of two lists are compared at once."""


class Fresh(NamedTuple):
    """Documents that are others now, None where gone; is a text that was known another now?"""

    documents: dict[str, Told | None]
    unlike: bool


class Received:
    """Readings and texts as they were given last. Lists that are alike but for a few items cost little."""

    def __init__(self) -> None:
        self._readings, self._articles = _List[Reading](), _List[Article]()
        self._told: dict[str, Told] = {}

    def compared(self, readings: Sequence[Reading], articles: Sequence[Article]) -> Fresh:
        """What is another than the last time; this is the last time from now on."""
        gone, come = self._readings.put(readings)
        claims: dict[str, tuple[Claim, ...]] = {r.document.sha256: () for r in gone}
        for reading in come:
            sha = reading.document.sha256
            claims[sha] = claims.get(sha, ()) + reading.claims
        left, right = self._articles.put(articles)
        texts: dict[str, Article | None] = {a.document.sha256: None for a in left}
        texts |= {a.document.sha256: a for a in right}
        return self._renewed(claims, texts)

    def told(self, document: str) -> Told | None:
        """What a document gave, as it was given last."""
        return self._told.get(document)

    def texts(self) -> Iterable[Article]:
        """All texts, as they were given last."""
        return (t.article for t in self._told.values() if t.article is not None)

    def _renewed(self, claims: Mapping[str, tuple[Claim, ...]], texts: Mapping[str, Article | None]) -> Fresh:
        fresh, unlike = dict[str, Told | None](), False
        for document in claims.keys() | texts.keys():
            before = self._told.get(document)
            told, text = before or Told((), None)
            now = Told(claims.get(document, told), texts.get(document, text))
            stays = document in self._readings or now.article is not None
            unlike |= text is not None and text != now.article
            if stays and now != before:
                self._told[document] = fresh[document] = now
            elif before is not None and not stays:
                fresh[document] = None
                del self._told[document]
        return Fresh(fresh, unlike)


class _List(Generic[T]):
    """Items as they were given last, with how many there are of each document."""

    def __init__(self) -> None:
        self._items: tuple[T, ...] = ()
        self._number = Counter[str]()

    def __contains__(self, document: str) -> bool:
        return self._number[document] > 0

    def put(self, items: Sequence[T]) -> tuple[Sequence[T], Sequence[T]]:
        """What stood where another or nothing stands now, and what stands there: all of each document's."""
        before, self._items = self._items, tuple(items)
        old, new = _between(before, self._items)
        gone, come = _count(old), _count(new)
        if any(self._number[sha] != gone[sha] for sha in gone.keys() | come.keys()):
            old, new = before, self._items  # of one document here and elsewhere
            gone, come = _count(old), _count(new)
        self._number.subtract(gone)
        self._number.update(come)
        for sha in gone.keys() - come.keys():
            del self._number[sha]
        return old, new


def _count(items: Iterable[Reading | Article]) -> Counter[str]:
    return Counter(item.document.sha256 for item in items)


def _between(old: Sequence[Any], new: Sequence[Any]) -> tuple[Sequence[Any], Sequence[Any]]:
    """Without what both begin with and what both end with.

    >>> _between("abcd", "abxd")
    ('c', 'x')
    >>> _between((1, 1), (1,))
    ((1,), ())
    """
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    return old[start : len(old) - end], new[start : len(new) - end]


def _common(one: Sequence[Any], two: Sequence[Any]) -> int:
    """How many items at the beginning are the same."""
    most, at = min(len(one), len(two)), 0
    while at < most and one[at : at + BLOCK] == two[at : at + BLOCK]:
        at += BLOCK
    while at < most and one[at] == two[at]:
        at += 1
    return min(at, most)
