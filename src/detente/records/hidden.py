"""What a claim that is withheld takes with it: claims that share its words, or name whom only it tells of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from detente.records.claims import UNSTATED, Claim

_WORD = re.compile(r"[^\W\d_]{3,}")
_SPEAKERS = frozenset({"witness", "person"})


class Beside:
    """Says of every other claim whether it has to go with those that are hidden.

    The names of a person of whom hidden claims alone tell are looked for in all words: a name that some shown
    claim gives to somebody is known already, so that one sealed claim does not wipe out whoever it is about.

    Args:
        hidden: the claims that are withheld.
        shown: all others.
    """

    def __init__(self, hidden: Iterable[Claim], shown: Iterable[Claim]) -> None:
        self._spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        names: set[str] = set()
        for claim in hidden:
            self._spans[claim.document.sha256].append((claim.span.start, claim.span.end))
            names |= _words(_people(claim))
        self._names = names and names - {w for c in shown if not self.shares(c) for w in _words(_people(c))}

    def shares(self, claim: Claim) -> bool:
        """Does it share a letter with hidden words?"""
        start, end = claim.span.start, claim.span.end
        return any(start < e and s < end for s, e in self._spans.get(claim.document.sha256, ()))

    def has(self, claim: Claim) -> bool:
        """Does it share words with what is hidden, or name whom nothing else tells of?"""
        return self.shares(claim) or not self._names.isdisjoint(_words(_texts(claim)) if self._names else ())


def _people(claim: Claim) -> Iterator[str]:
    yield from (f.name for fillers in claim.roles.values() for f in fillers if f.kind == "person")
    yield from (link.name for link in claim.attribution if link.kind in _SPEAKERS)


def _texts(claim: Claim) -> Iterator[str]:
    yield claim.span.exact
    yield from (f.name for fillers in claim.roles.values() for f in fillers)
    yield from (link.name for link in claim.attribution)
    yield from (text for text in (claim.condition, claim.label, claim.topic) if text is not None)


def _words(texts: Iterable[str]) -> set[str]:
    """Words that are written as names are: with a capital, or in a script that has none.

    >>> sorted(_words(("the lawyer Ida Marr", "UNSTATED")))
    ['Ida', 'Marr']
    """
    found = (word for text in texts if text != UNSTATED for word in _WORD.findall(text))
    return {word for word in found if not word[0].islower()}
