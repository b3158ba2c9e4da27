"""One speaker told twice: "a Danish official said", then "the official added"; "the Press Union (SPU)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from detente.language.scripts import fold
from detente.reading.clauses.draft import Draft
from detente.records import Attribution

_ARTICLES = frozenset({"a", "an", "the"})
_ANOTHER = frozenset({"a", "an", "one", "another", "two", "three", "several", "some", "other", "many"})
_LETTERS = re.compile(r"(?:^|.* \(?)(?P<short>[A-Z]{2,8})\)?")
_SMALL = frozenset({"of", "for", "the", "and", "in", "on", "to", "de", "des", "la", "et", "&"})


def same_speakers(drafts: Sequence[Draft], text: str) -> None:
    """Give a speaker who is told shortly the fuller name by which the report told of it before.

    Only where one fuller name alone ends in the same words: of two officials, "the official" may be either.
    Letters stand for the name that the text puts before them in brackets: "the Sahel Press Union (SPU)".
    """
    known: dict[str, tuple[str, ...]] = {}
    for d in sorted(drafts, key=lambda d: d.sentence.start):
        d.attribution = [_spelt_out(_fuller(link, known), text) for link in d.attribution]
        known.update((a.name, _words(a.name)) for a in d.attribution if not a.parts)


def _fuller(link: Attribution, known: dict[str, tuple[str, ...]]) -> Attribution:
    words = _words(link.name)
    if link.named or link.parts or not words or fold(link.name).split()[0] in _ANOTHER:
        return link
    longer = [n for n, told in known.items() if len(told) > len(words) and told[-len(words) :] == words]
    return replace(link, name=longer[0]) if len(_apart(longer)) == 1 else link


def _spelt_out(link: Attribution, text: str) -> Attribution:
    short = _LETTERS.fullmatch(link.name) if not link.parts else None
    whole = _name_before(f"({short['short']})", text) if short is not None else None
    return replace(link, name=whole, named=True) if whole is not None else link


def _name_before(letters: str, text: str) -> str | None:
    """The capitalised words before the brackets, where they begin with the letters in them."""
    at, wanted = text.find(letters), list(letters[1:-1])
    words = text[:at].split()[-14:] if at > 0 else []
    for k in range(len(words) - 1, -1, -1):
        if words[k][0] == wanted[-1]:
            wanted.pop()
        elif words[k].lower() not in _SMALL:
            return None
        if not wanted:
            return " ".join(words[k:])
    return None


def _apart(names: Iterable[str]) -> set[tuple[str, ...]]:
    return {_words(n) for n in names}


def _words(name: str) -> tuple[str, ...]:
    return tuple(w for w in fold(name).split() if w not in _ARTICLES)
