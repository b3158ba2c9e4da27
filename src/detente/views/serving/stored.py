"""A state with its texts in a file, of which each record is read when somebody looks at it.

Beside the records stand the index of words and a few pages as they were set. Never a source: see
:mod:`detente.views.serving.kept`.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, ValuesView
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args, get_type_hints
from urllib.parse import quote

import msgspec
from msgspec.structs import replace

from detente.errors import LedgerBusyError
from detente.records import Article, Event, State

if TYPE_CHECKING:
    from collections.abc import Hashable
    from pathlib import Path

    from detente.views.serving.view import View

R = TypeVar("R")
SCHEMA = (
    "CREATE TABLE parts (name TEXT PRIMARY KEY, body BLOB, seal BLOB) WITHOUT ROWID",
    "CREATE TABLE rows (kind TEXT, at INTEGER, id TEXT, owner TEXT, body BLOB, seal BLOB)",
    "CREATE TABLE told (claim TEXT PRIMARY KEY, event TEXT) WITHOUT ROWID",
)
INDEXES = (
    "CREATE UNIQUE INDEX by_place ON rows (kind, at)",
    "CREATE INDEX by_id ON rows (id, kind) WHERE id IS NOT NULL",
    "CREATE INDEX by_owner ON rows (owner, kind) WHERE owner IS NOT NULL",
)
ARTICLES = "articles"
KINDS: dict[str, Any] = {
    name: get_args(hint)[0] for name, hint in get_type_hints(State).items() if get_args(hint)[1:] == (...,)
} | {ARTICLES: Article}
"""The lists of a state and what is in them, and the texts."""
_KEYS = {"people": "entity", "measures": "measure"}
SPOILT = (
    "expected what was kept of the last settle; found it spoilt; it is settled anew: ask again in a while"
)


def write(base: sqlite3.Connection, view: View, marks: Mapping[str, str]) -> None:
    """Write what a view holds, and marks of it; the index of words is there already."""
    for statement in SCHEMA:
        base.execute(statement)
    bare = replace(view.state, **{kind: () for kind in KINDS if kind != ARTICLES})
    order = [report.document.sha256 for report in view.reports.latest()]
    parts: dict[str, object] = {
        **marks, "head": view.head, "rest": bare, "days": view.days, "sensitive": view.sensitive,
        "reports": order,
    }  # fmt: skip
    base.executemany("INSERT INTO parts VALUES (?, ?, ?)", ((k, *_sealed(v)) for k, v in parts.items()))
    write_pages(base, view)
    for kind in KINDS:
        records = view.articles.values() if kind == ARTICLES else getattr(view.state, kind)
        base.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?)", _rows(kind, records))
    told = ((claim, event.id) for event in view.state.events for claim in event.claims)
    base.executemany("INSERT OR REPLACE INTO told VALUES (?, ?)", told)
    for statement in INDEXES:
        base.execute(statement)


def write_pages(base: sqlite3.Connection, view: View) -> None:
    """Write the pages that were asked for last, as far as they are the same for everybody."""
    named = ((page_name(key), page) for key, page in view.pages.set_ones())
    rows = [(f"page {name}", *_sealed(page)) for name, page in named if name is not None]
    base.executemany("INSERT OR REPLACE INTO parts VALUES (?, ?, ?)", rows)


def _rows(kind: str, records: Iterable[Any]) -> Iterator[tuple[object, ...]]:
    for at, record in enumerate(records):
        id_ = record.document.sha256 if kind == ARTICLES else getattr(record, _KEYS.get(kind, "id"), None)
        owner = record.document.sha256 if kind == "claims" else None
        yield kind, at, id_, owner, *_sealed(record)


def page_name(key: Hashable) -> str | None:
    """Under what a page is kept; None: it is somebody's own.

    >>> page_name(("/", "", False, None)), page_name(("/", "", False, "ira"))
    ('["/","",false]', None)
    """
    if isinstance(key, tuple) and len(key) == 4 and key[3] is None:
        return msgspec.json.encode(key[:3]).decode()
    return None


def _sealed(value: object) -> tuple[bytes, bytes]:
    body = msgspec.msgpack.encode(value)
    return body, _seal(body)


def _seal(body: bytes) -> bytes:
    """What shows that the disk gives back what was written."""
    return hashlib.blake2b(body, digest_size=16).digest()


class Stored:
    """What is in the file; may be asked from any thread."""

    def __init__(self, path: Path) -> None:
        self._base = opened(path)
        self._lock = Lock()
        self._decoders = {kind: msgspec.msgpack.Decoder(type_) for kind, type_ in KINDS.items()}
        self.spoilt = False

    def part(self, name: str, type_: type[R]) -> R | None:
        """What is kept under a name.

        Raises:
            LedgerBusyError: it is spoilt.
        """
        for body, seal in self._asked("SELECT body, seal FROM parts WHERE name = ?", name):
            return msgspec.msgpack.decode(self._checked(body, seal), type=type_)
        return None

    def get(self, kind: str, id_: str) -> Any:
        """The record of this id, None where there is none.

        Raises:
            LedgerBusyError: it is spoilt.
        """
        return next(self._records(kind, "id = ?", id_), None)

    def of(self, kind: str, owner: str) -> tuple[Any, ...]:
        """The records of an owner, in their order.

        Raises:
            LedgerBusyError: one is spoilt.
        """
        return tuple(self._records(kind, "owner = ? ORDER BY +at", owner))

    def all(self, kind: str) -> Iterator[Any]:
        """All records of a kind, in their order.

        Raises:
            LedgerBusyError: one is spoilt.
        """
        at, step = 0, 500
        while True:
            found = tuple(self._records(kind, "at >= ? AND at < ? ORDER BY at", at, at + step))
            yield from found
            if len(found) < step:
                return
            at += step

    def ids(self, kind: str) -> Iterator[str]:
        """The ids of all records of a kind."""
        return (i for (i,) in self._asked("SELECT id FROM rows WHERE kind = ? ORDER BY at", kind))

    def size(self, kind: str) -> int:
        """How many there are of a kind."""
        return int(self._asked("SELECT coalesce(max(at) + 1, 0) FROM rows WHERE kind = ?", kind)[0][0])

    def event_of(self, claim: str) -> Event | None:
        """The happening that a claim tells."""
        for (event,) in self._asked("SELECT event FROM told WHERE claim = ?", claim):
            found: Event | None = self.get("events", event)
            return found
        return None

    def state(self) -> State:
        """All of it."""
        rest = self.part("rest", State) or State()
        return replace(rest, **{kind: tuple(self.all(kind)) for kind in KINDS if kind != ARTICLES})

    def _records(self, kind: str, where: str, *given: object) -> Iterator[Any]:
        sql = f"SELECT body, seal FROM rows WHERE kind = ? AND {where}"
        for body, seal in self._asked(sql, kind, *given):
            yield self._decoders[kind].decode(self._checked(body, seal))

    def _asked(self, sql: str, *given: object) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._base.execute(sql, given).fetchall()
        except sqlite3.DatabaseError as error:
            self.spoilt = True
            raise LedgerBusyError(SPOILT) from error

    def _checked(self, body: bytes, seal: bytes) -> bytes:
        if _seal(body) != seal:
            self.spoilt = True
            raise LedgerBusyError(SPOILT)
        return body

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()


def opened(path: Path) -> sqlite3.Connection:
    """The file, to be read alone."""
    return sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True, check_same_thread=False)


class Named(Mapping[str, R], Generic[R]):
    """Records by id, each read when it is looked at."""

    def __init__(self, stored: Stored, *kinds: str) -> None:
        self._stored, self._kinds = stored, kinds

    def __getitem__(self, id_: str) -> R:
        for kind in reversed(self._kinds):
            found: R | None = self._stored.get(kind, id_)
            if found is not None:
                return found
        raise KeyError(id_)

    def __iter__(self) -> Iterator[str]:
        return (id_ for kind in self._kinds for id_ in self._stored.ids(kind))

    def values(self) -> ValuesView[R]:
        """All of them, read one after the other."""
        return _Values(self)

    def every(self) -> Iterator[R]:
        """The same, once."""
        return (record for kind in self._kinds for record in self._stored.all(kind))

    @cached_property
    def _size(self) -> int:
        return sum(map(self._stored.size, self._kinds))

    def __len__(self) -> int:
        return self._size


class _Values(ValuesView[R]):
    def __init__(self, named: Named[R]) -> None:
        super().__init__(named)
        self._named = named

    def __iter__(self) -> Iterator[R]:
        return self._named.every()


class Told(Mapping[str, Event]):
    """Claim → the happening it tells."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def __getitem__(self, claim: str) -> Event:
        found = self._stored.event_of(claim)
        if found is None:
            raise KeyError(claim)
        return found

    def __iter__(self) -> Iterator[str]:
        return (claim for event in self._stored.all("events") for claim in event.claims)

    def __len__(self) -> int:
        return sum(1 for _ in self)
