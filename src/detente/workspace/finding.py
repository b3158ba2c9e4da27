"""Reports found by their words, in the ledger itself: nothing is settled for it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.language.scripts import fold, words
from detente.ledger import Journal, decode, phrases
from detente.records import Article, Retraction, Span
from detente.records.base import Record
from detente.workspace.keeping import Keeper, checked_day, retracted

AROUND = 60
"""Characters shown on either side of what was found."""
SHOWN = 3
"""Places shown of one report."""


class FoundReport(Record, frozen=True, kw_only=True):
    """A report that has the words, and where."""

    document: str  # sha256
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    places: tuple[Span, ...]  # the first of each word or phrase, in its surroundings; none: only in the title


class Finder:
    """The part of a workspace in which reports are found."""

    _keeper: Keeper
    _journal: Journal | None
    _whole: bool  # whether all of the ledger may be seen

    def find(self, asked: str, *, known_by: str | None = None) -> Iterator[FoundReport]:
        """The reports that have all these words, those that came last first; what was taken back is left out.

        Args:
            asked: words in any writing; ``"several words"`` in a row.
            known_by: a day: only what could be known by its end.

        Returns:
            none to somebody who may not see all: the words of a report are not parted by who may see them.

        Raises:
            InputError: no such day.
        """
        bound = checked_day("known by", known_by)
        if not self._whole or self._journal is None:
            return
        taken_back = (decode(entry) for entry in self._journal.read(kinds=["retraction"], known_by=bound))
        seen = set(retracted(r for r in taken_back if isinstance(r, Retraction)))
        wanted = phrases(asked)
        for entry in self._journal.find(asked, known_by=bound):
            article = decode(entry)
            if isinstance(article, Article) and article.document.sha256 not in seen:
                seen.add(article.document.sha256)
                yield _found(article, wanted)


def _found(article: Article, wanted: tuple[str, ...]) -> FoundReport:
    return FoundReport(
        document=article.document.sha256, title=article.title, publisher=article.publisher,
        published=article.published, url=article.document.url,
        places=tuple(_places(article.text, wanted)),
    )  # fmt: skip


def _places(text: str, wanted: tuple[str, ...]) -> Iterator[Span]:
    """Where each phrase first stands, with what is around it; no two that overlap."""
    stand = [(fold(m[0]), m.start(), m.end()) for m in words(text)]
    until, shown = 0, 0
    for start, end in sorted(filter(None, (_first(stand, phrase.split()) for phrase in wanted))):
        if start >= until and shown < SHOWN:
            until, shown = min(len(text), end + AROUND), shown + 1
            yield Span.of(text, max(0, start - AROUND), until)


def _first(words: list[tuple[str, int, int]], phrase: list[str]) -> tuple[int, int] | None:
    for at in range(len(words) - len(phrase) + 1):
        if all(words[at + n][0] == word for n, word in enumerate(phrase)):
            return words[at][1], words[at + len(phrase) - 1][2]
    return None
