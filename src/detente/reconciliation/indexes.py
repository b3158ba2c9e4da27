"""Indexes over claims that are kept report by report, so that one report can be put in anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Generic, TypeVar

from detente.language.scripts import fold
from detente.records import Claim

T = TypeVar("T")


class Index(Generic[T]):
    """Claims by a key, in the order of reports and texts; or whatever else, in the order of what it is of.

    >>> Index(lambda claim: claim.roles).get("person")
    ()
    """

    def __init__(
        self, keys: Callable[[T], Iterable[str]], reports: Mapping[str, tuple[T, ...]] | None = None
    ) -> None:
        self.keys: Final = keys
        self._rows: dict[str, dict[str, tuple[T, ...]]] = {}
        self._of: dict[str, tuple[str, ...]] = {}
        for document, claims in (reports or {}).items():
            self.put(document, claims)

    def put(self, document: str, claims: Iterable[T]) -> None:
        """Let these be the claims of a report, whatever they were before."""
        for key in self._of.pop(document, ()):
            del self._rows[key][document]
            if not self._rows[key]:
                del self._rows[key]
        found: dict[str, list[T]] = {}
        for claim in claims:
            for key in dict.fromkeys(self.keys(claim)):
                found.setdefault(key, []).append(claim)
        for key, told in found.items():
            self._rows.setdefault(key, {})[document] = tuple(told)
        if found:
            self._of[document] = tuple(found)

    def take(self, document: str, other: Index[T]) -> tuple[str, ...]:
        """Take over the rows of a report that has none here from another index; their keys."""
        keys = other.of(document)
        for key in keys:
            self._rows.setdefault(key, {})[document] = other._rows[key][document]
        if keys:
            self._of[document] = keys
        return keys

    def renew(self, document: str, claims: Iterable[T]) -> set[str]:
        """Put the claims of a report in anew; the keys it had and has."""
        before = self.of(document)
        self.put(document, claims)
        return {*before, *self.of(document)}

    def get(self, key: str | None, default: tuple[T, ...] = ()) -> tuple[T, ...]:
        """The claims under a key; those of one report stand together."""
        rows = self._rows.get(key or "")
        if rows is None:
            return default
        if len(rows) == 1:
            return next(iter(rows.values()))
        return tuple(c for document in sorted(rows) for c in rows[document])

    def documents(self, key: str) -> Iterable[str]:
        """The reports that have claims under a key."""
        return self._rows.get(key, {}).keys()

    def of(self, document: str) -> tuple[str, ...]:
        """The keys under which a report has claims."""
        return self._of.get(document, ())

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __contains__(self, key: object) -> bool:
        return key in self._rows


def patients(claim: Claim) -> Iterable[str]:
    """Entities that stand as the one acted on."""
    return (f.entity for f in claim.roles.get("person", ()) if f.entity)


def persons(claim: Claim) -> Iterable[str]:
    """Entities of persons in any role."""
    return (f.entity for fillers in claim.roles.values() for f in fillers if f.kind == "person" and f.entity)


def entities(claim: Claim) -> Iterable[str]:
    """Entities in any role."""
    return (f.entity for fillers in claim.roles.values() for f in fillers if f.entity)


def sectors(claim: Claim) -> Iterable[str]:
    """What measures are told to be on, folded."""
    return map(fold, claim.names("sector", "programme")) if claim.type.startswith("SANCTION_") else ()


def speakers(claim: Claim) -> Iterable[str]:
    """Names of those who say so."""
    return (link.name for link in claim.attribution)
