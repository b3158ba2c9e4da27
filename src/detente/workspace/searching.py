"""Search: the words of claims, reports and names, in whatever script somebody asks.

An index in memory, made anew from a state and its texts: what a person may not see is not in the state
they search, so no hit and no count can tell of it. What is asked is taken word by word; no letter of it
reaches the index as an operator.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from threading import Lock
from typing import Literal, NamedTuple

from detente.language.names.letters import coarse, readings
from detente.language.scripts import fold, script_of
from detente.records import UNSTATED, Article, Claim, State
from detente.records.base import Record
from detente.records.views import Verdict

HitKind = Literal["claim", "report", "person", "entity"]
MOST = 200
"""How many hits one search gives."""
ASKED = 24
"""How many words of a question are looked at."""
_WORD = re.compile(r"\w+")
_PHRASE = re.compile(r'"([^"]+)"|(\S+)')
_SCHEMA = "CREATE VIRTUAL TABLE found USING fts5(words, names, kind UNINDEXED, id UNINDEXED, at UNINDEXED)"


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


class SearchIndex:
    """All that can be found in a state; may be asked from any thread."""

    def __init__(self, state: State, articles: Mapping[str, Article]) -> None:
        self._claims, self._articles = state.claims, tuple(articles.values())
        self._state = state
        self._verdicts = _verdicts(state)
        self._lock = Lock()
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute(_SCHEMA)
        with self._base:
            self._base.executemany("INSERT INTO found VALUES (?, ?, ?, ?, ?)", self._rows())

    def search(self, asked: str, wanted: Wanted = Wanted()) -> tuple[Hit, ...]:  # noqa: B008 - frozen
        """Hits, the best first.

        Args:
            asked: words, each of which must be there, the last perhaps begun; ``"several words"`` in a row.
            wanted: what narrows it.
        """
        query = _query(asked)
        if query is None:
            return ()
        sql = "SELECT kind, at FROM found WHERE found MATCH ? ORDER BY bm25(found, 1.0, 4.0), rowid"
        with self._lock:
            rows = self._base.execute(sql, (query,)).fetchall()
        hits = (self._hit(kind, at) for kind, at in rows)
        fit = (hit for hit in hits if self._fits(hit, wanted))
        return tuple(hit for hit, _ in zip(fit, range(MOST), strict=False))

    def _rows(self) -> Iterator[tuple[str, str, str, str, int]]:
        for at, claim in enumerate(self._claims):
            names = [f.name for fs in claim.roles.values() for f in fs if f.name != UNSTATED]
            speakers = [link.name for link in claim.attribution]
            words = " ".join((claim.span.exact, *names, *speakers))
            yield fold(words), _keys((*names, *speakers)), "claim", claim.id, at
        for at, article in enumerate(self._articles):
            text = f"{article.title or ''}\n{article.publisher or ''}\n{article.text}"
            yield fold(text), "", "report", article.document.sha256, at
        people = {person.entity for person in self._state.people}
        for at, entity in enumerate(self._state.entities):
            forms = (entity.name, *(form.form for form in entity.names))
            kind = "person" if entity.id in people else "entity"
            yield fold(" ".join(forms)), _keys(forms), kind, entity.id, at

    def _hit(self, kind: HitKind, at: int) -> Hit:
        if kind == "claim":
            claim = self._claims[at]
            where = claim.document
            return Hit(kind=kind, id=claim.id, text=claim.span.exact, claim=claim,
                       published=where.published, source=where.publisher)  # fmt: skip
        if kind == "report":
            article = self._articles[at]
            return Hit(kind=kind, id=article.document.sha256, text=article.title or "Untitled",
                       published=article.published, source=article.publisher)  # fmt: skip
        entity = self._state.entities[at]
        return Hit(kind=kind, id=entity.id, text=entity.name)

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
        self._base.close()


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
    phrases = [(fold(quoted), fold(word)) for quoted, word in _PHRASE.findall(asked)]
    parts: list[str] = []
    for quoted, word in phrases:
        if quoted:
            inner = " ".join(_WORD.findall(quoted))
            parts += [f'"{inner}"'] if inner else []
        else:
            parts += [_either(one) for one in _WORD.findall(word)]
    if not parts:
        return None
    parts = parts[:ASKED]
    last = phrases[-1][1]
    begun = _WORD.findall(last)[-1:] if last else []
    if begun and parts[-1].startswith((f'"{begun[0]}"', f'("{begun[0]}"')):
        parts[-1] = parts[-1].replace(f'"{begun[0]}"', f'"{begun[0]}"*', 1)
    return " AND ".join(parts)


def _either(word: str) -> str:
    keys = " OR ".join(f'"{key}"' for key in _coarse(word))
    return f'("{word}" OR names : ({keys}))' if keys else f'"{word}"'
