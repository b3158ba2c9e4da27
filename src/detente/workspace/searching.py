"""Search: the words of claims, reports and names, in whatever script somebody asks.

An index in memory, made anew from a state and its texts: what a person may not see is not in the state
they search, so no hit and no count can tell of it. What is asked is taken word by word; no letter of it
reaches the index as an operator.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import chain, groupby
from threading import Lock
from typing import Literal, NamedTuple

from detente.language.names.letters import coarse, readings
from detente.language.scripts import fold, script_of
from detente.ledger import phrases
from detente.records import UNSTATED, Article, Claim, Entity, State
from detente.records.base import Record
from detente.records.views import Verdict

HitKind = Literal["claim", "report", "person", "entity"]
MOST = 200
"""How many hits one search gives."""
_WORD = re.compile(r"\w+")
_SCHEMA = "CREATE VIRTUAL TABLE found USING fts5(words, names, kind UNINDEXED, id UNINDEXED)"


class Hit(Record, frozen=True, kw_only=True):
    """Something that was found."""

    kind: HitKind
    id: str
    text: str  # its own words
    claim: Claim | None = None  # where it is one
    published: str | None = None
    source: str | None = None


class Wanted(NamedTuple):
    """What narrows a search; None takes all."""

    type: str | None = None
    mode: str | None = None
    source: str | None = None  # part of an outlet's or a speaker's name
    verdict: str | None = None
    first: str | None = None  # published from this day on
    last: str | None = None  # published until this day


Row = tuple[str, str, str, str]
"""Words, keys of names, kind and id."""


class _Table:
    """Rows by the report or entity that they are of; may be asked from any thread."""

    def __init__(self, base: sqlite3.Connection | None = None) -> None:
        self._lock = Lock()
        self._base = base or sqlite3.connect(":memory:", check_same_thread=False)
        if base is None:
            self._base.execute(_SCHEMA)
        self._places: dict[str, range] = {}
        self._next = 1

    def put(self, rows: Iterable[tuple[str, Iterable[Row]]]) -> None:
        """Let these be the rows of each of these owners, whatever they were before."""
        with self._lock, self._base:
            for owner, now in rows:
                gone = self._places.pop(owner, range(0))
                self._base.executemany("DELETE FROM found WHERE rowid = ?", ((at,) for at in gone))
                placed = [(self._next + number, *row) for number, row in enumerate(now)]
                self._base.executemany(
                    "INSERT INTO found (rowid, words, names, kind, id) VALUES (?, ?, ?, ?, ?)", placed
                )
                if placed:
                    self._places[owner] = range(self._next, self._next + len(placed))
                    self._next += len(placed)

    def find(self, query: str) -> list[tuple[float, HitKind, str]]:
        """Score, kind and id of what is found, the best first."""
        sql = "SELECT bm25(found, 1.0, 4.0) AS score, kind, id FROM found WHERE found MATCH ? ORDER BY score"
        with self._lock:
            return self._base.execute(sql, (query,)).fetchall()

    def copy_to(self, base: sqlite3.Connection) -> None:
        """Write it all into another base, in the place of what is there."""
        with self._lock:
            self._base.backup(base)

    def close(self) -> None:
        self._base.close()


class SearchIndex:
    """All that can be found in a state; may be asked from any thread."""

    def __init__(
        self,
        state: State | Callable[[], State],
        articles: Mapping[str, Article],
        *,
        claims: Mapping[str, Claim] | None = None,
        entities: Mapping[str, Entity] | None = None,
        table: _Table | None = None,
    ) -> None:
        self._whole, self._articles = state, articles
        self._claims = {c.id: c for c in self._state.claims} if claims is None else claims
        self._entities = {e.id: e for e in self._state.entities} if entities is None else entities
        self._table = table or _Table()
        if table is None:
            claims_ = self._state.claims
            told = {sha: tuple(cs) for sha, cs in groupby(claims_, key=lambda c: c.document.sha256)}
            self._put(dict.fromkeys((*told, *articles)), told, self._entities)

    @classmethod
    def kept(
        cls,
        base: sqlite3.Connection,
        state: Callable[[], State],
        articles: Mapping[str, Article],
        claims: Mapping[str, Claim],
        entities: Mapping[str, Entity],
    ) -> SearchIndex:
        """An index that was written by :meth:`copy_to`."""
        return cls(state, articles, claims=claims, entities=entities, table=_Table(base))

    def copy_to(self, base: sqlite3.Connection) -> None:
        """Write the index into an empty base."""
        self._table.copy_to(base)

    @cached_property
    def _state(self) -> State:
        return self._whole() if callable(self._whole) else self._whole

    def renewed(
        self,
        state: State,
        articles: Mapping[str, Article],
        *,
        claims: Mapping[str, Claim],
        documents: Mapping[str, tuple[Claim, ...]],
        entities: Mapping[str, Entity | None],
    ) -> SearchIndex:
        """The index of a later state; this one finds from now on what both hold.

        Args:
            state: the later one.
            articles: its texts.
            claims: its claims by id.
            documents: those that are others in it, with their claims.
            entities: likewise.
        """
        now = {**self._entities, **entities}
        left = {i: e for i, e in now.items() if e is not None}
        later = SearchIndex(state, articles, claims=claims, entities=left, table=self._table)
        later._put(documents, documents, entities)
        return later

    def _put(
        self,
        documents: Iterable[str],
        told: Mapping[str, tuple[Claim, ...]],
        entities: Mapping[str, Entity | None],
    ) -> None:
        reports = ((sha, _of_report(told.get(sha, ()), self._articles.get(sha))) for sha in documents)
        names = ((i, () if e is None else (_of_entity(e),)) for i, e in entities.items())
        self._table.put(chain(reports, names))

    def search(self, asked: str, wanted: Wanted = Wanted()) -> tuple[Hit, ...]:  # noqa: B008 - frozen
        """Hits, the best first.

        Args:
            asked: words, each of which must be there, the last perhaps begun; ``"several words"`` in a row.
            wanted: what narrows it.
        """
        query = _query(asked)
        if query is None:
            return ()
        rows = groupby(self._table.find(query), key=lambda row: row[0])
        alike = (sorted((self._place(kind, id_), kind, id_) for _, kind, id_ in same) for _, same in rows)
        hits = (self._hit(kind, id_) for same in alike for _, kind, id_ in same)
        fit = (hit for hit in hits if hit is not None and self._fits(hit, wanted))
        return tuple(hit for hit, _ in zip(fit, range(MOST), strict=False))

    def _place(self, kind: HitKind, id_: str) -> tuple[int, str, int]:
        """The order of what is found equally well: claims as they are told, reports, names."""
        claim = self._claims.get(id_) if kind == "claim" else None
        if claim is not None:
            return 0, claim.document.sha256, claim.span.start
        return 1 + (kind != "report"), id_, 0

    def _hit(self, kind: HitKind, id_: str) -> Hit | None:
        """What was found as this state holds it; None where it does not."""
        claim, article, entity = self._claims.get(id_), self._articles.get(id_), self._entities.get(id_)
        if claim is not None:
            where = claim.document
            return Hit(kind=kind, id=id_, text=claim.span.exact, claim=claim,
                       published=where.published, source=where.publisher)  # fmt: skip
        if article is not None:
            return Hit(kind=kind, id=id_, text=article.title or "Untitled",
                       published=article.published, source=article.publisher)  # fmt: skip
        return None if entity is None else Hit(kind=kind, id=id_, text=entity.name)

    @cached_property
    def _verdicts(self) -> dict[str, set[Verdict]]:
        return _verdicts(self._state)

    def _fits(self, hit: Hit, wanted: Wanted) -> bool:
        claim = hit.claim
        if (wanted.type or wanted.mode or wanted.verdict) and claim is None:
            return False
        if claim is not None and (
            wanted.type not in (None, claim.type) or wanted.mode not in (None, claim.mode)
        ):
            return False
        if wanted.verdict and wanted.verdict not in self._verdicts.get(hit.id, ()):
            return False
        dated = hit.published or ""
        if (wanted.first and dated < wanted.first) or (wanted.last and (not dated or dated > wanted.last)):
            return False
        return wanted.source is None or fold(wanted.source) in fold(" ".join(_sources(hit)))

    def close(self) -> None:
        """Let go of the index."""
        self._table.close()


def _of_report(claims: Iterable[Claim], article: Article | None) -> Iterator[Row]:
    for claim in claims:
        names = [f.name for fs in claim.roles.values() for f in fs if f.name != UNSTATED]
        speakers = [link.name for link in claim.attribution]
        words = " ".join((claim.span.exact, *names, *speakers))
        yield fold(words), _keys((*names, *speakers)), "claim", claim.id
    if article is not None:
        text = f"{article.title or ''}\n{article.publisher or ''}\n{article.text}"
        yield fold(text), "", "report", article.document.sha256


def _of_entity(entity: Entity) -> Row:
    forms = (entity.name, *(form.form for form in entity.names))
    kind = "person" if entity.kind == "person" else "entity"
    return fold(" ".join(forms)), _keys(forms), kind, entity.id


def _sources(hit: Hit) -> Iterator[str]:
    yield hit.source or ""
    if hit.claim is not None:
        yield from (link.name for link in hit.claim.attribution)


def _verdicts(state: State) -> dict[str, set[Verdict]]:
    """The verdict words of what each claim stands for."""
    found: dict[str, set[Verdict]] = {}
    for claims, verdict in _judged(state):
        for claim in claims:
            found.setdefault(claim, set()).add(verdict)
    return found


def _judged(state: State) -> Iterator[tuple[Iterable[str], Verdict]]:
    for deal in (*state.deals, *state.candidates):
        yield (c for a in deal.released.alternatives for c in a.claims), deal.released.verdict
        yield from (((*g.promised, *g.performed), g.verdict) for side in deal.sides for g in side.gives)
        yield from ((p.claims, p.verdict) for p in (*deal.persons_freed, *deal.persons_not_freed))
    yield from ((count.claims, count.verdict) for count in state.counts)
    for person in state.people:
        tracks = person.tracks
        yield from ((t.claims, t.verdict) for t in (tracks.custody, tracks.legal, tracks.location))


def _keys(names: Iterable[str]) -> str:
    """What every writing of these names has in common."""
    return " ".join(
        dict.fromkeys(key for name in names for word in _WORD.findall(fold(name)) for key in _coarse(word))
    )


@lru_cache(maxsize=1 << 16)
def _coarse(word: str) -> tuple[str, ...]:
    if len(word) < 4 or word.isdigit():
        return ()
    found = (coarse(one) for one in readings(word, script_of(word)))
    return tuple(dict.fromkeys(key for key in found if key.isalnum()))


def _query(asked: str) -> str | None:
    """The question for the index, every word of it in quotation marks; None where there is no word.

    >>> _query('Dorn "two men" rele')
    '("dorn" OR names : ("darn")) AND "two men" AND ("rele"* OR names : ("rala"))'
    >>> _query("a:b OR c*"), _query('"* - (')
    ('"a" AND "b" AND "or" AND "c"*', None)
    """
    found = phrases(asked)
    if not found:
        return None
    begun = "" if asked.rstrip().endswith('"') else "*"
    return " AND ".join([*map(_part, found[:-1]), _part(found[-1], begun)])


def _part(phrase: str, end: str = "") -> str:
    """A word, or what its name has in common with other writings; several words as they stand."""
    keys = "" if " " in phrase else " OR ".join(f'"{key}"' for key in _coarse(phrase))
    return f'("{phrase}"{end} OR names : ({keys}))' if keys else f'"{phrase}"{end}'
