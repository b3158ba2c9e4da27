"""One speaker told twice: "a Norwegian official said", and later "the official added"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from detente.language.scripts import fold
from detente.reading.draft import Draft
from detente.records import Attribution

_ARTICLES = frozenset({"a", "an", "the"})
_ANOTHER = frozenset({"a", "an", "one", "another", "two", "three", "several", "some", "other", "many"})


def same_speakers(drafts: Sequence[Draft]) -> None:
    """Give a speaker who is told shortly the fuller name by which the report told of it before.

    Only where one fuller name alone ends in the same words: of two officials, "the official" may be either.
    """
    known: dict[str, tuple[str, ...]] = {}
    for d in sorted(drafts, key=lambda d: d.sentence.start):
        d.attribution = [_fuller(link, known) for link in d.attribution]
        known.update((a.name, _words(a.name)) for a in d.attribution if not a.parts)


def _fuller(link: Attribution, known: dict[str, tuple[str, ...]]) -> Attribution:
    words = _words(link.name)
    if link.named or link.parts or not words or fold(link.name).split()[0] in _ANOTHER:
        return link
    longer = [n for n, told in known.items() if len(told) > len(words) and told[-len(words) :] == words]
    return replace(link, name=longer[0]) if len(_apart(longer)) == 1 else link


def _apart(names: Iterable[str]) -> set[tuple[str, ...]]:
    return {_words(n) for n in names}


def _words(name: str) -> tuple[str, ...]:
    return tuple(w for w in fold(name).split() if w not in _ARTICLES)
