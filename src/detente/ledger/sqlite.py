"""The ledger in one SQLite file, in WAL mode: readers never wait, one writer at a time.

The only module that talks to the database (``opening`` opens it). One append is one transaction,
durable when it returns (``synchronous=FULL``). Locks are waited for in slices of a quarter of a second,
so that Ctrl-C is heard while waiting. A file that may not be written is opened for reading.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from detente.errors import LedgerBrokenError, LedgerBusyError, LedgerError
from detente.ledger.documents import document_sha256, needed, raws_of
from detente.ledger.journal import (
    GENESIS,
    Appended,
    Head,
    Stats,
    Verification,
    checked_bounds,
    checked_clock,
    checked_entry,
    each_once,
)
from detente.ledger.locks import patiently, translated
from detente.ledger.places import Place
from detente.ledger.seal import Link, SealRow, chain, continued, verify, verify_end
from detente.ledger.words import holds, phrases, pieces, words_of
from detente.records import Entry

LOOK = 0.25
"""Seconds between two looks of one who waits."""
PAGE = 32
"""Entries fetched at a time: few, as one may be a book."""


_LINK = "seq, kind, key, body, valid, known, recorded, prev, hash"
_FIELDS = "seq, kind, key, valid, known, recorded, prev, hash, body"
_HERE = "SELECT seq FROM pieces JOIN words ON words.rowid = piece WHERE words MATCH ?"


class SqliteJournal:
    """A :class:`~detente.ledger.journal.Journal` in one file. Made by :func:`open_sqlite`."""

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        now: Callable[[], str],
        *,
        timeout: float,
        place: Place,
    ) -> None:
        self.path = path
        self._place = place
        self._connection = connection
        self._now = now
        self._timeout = timeout

    # -- writing -----------------------------------------------------------------------------

    def append(self, entries: Iterable[Entry]) -> Appended:
        """Append what is not there yet, in one transaction: see ``Journal.append``."""
        given = [checked_entry(entry) for entry in entries]
        raws = raws_of(given)
        with self._translated(), self._transaction():
            head = self._sealed_head()
            fresh = self._fresh(given)
            self._store_raws(needed(fresh), raws)
            self._store(list(chain(fresh, head=head, recorded=checked_clock(self._now()))))
        return Appended(len(fresh), len(given) - len(fresh))

    def adopt(self, entries: Sequence[Entry]) -> None:
        """Append entries as another ledger sealed them: see ``Journal.adopt``."""
        raws = raws_of(entries)
        with self._translated(), self._transaction():
            given = continued(entries, head=self._sealed_head())
            self._store_raws(needed(given), raws)
            self._store(given)

    def _sealed_head(self) -> Head:
        """The head on which to build, if it is the one that was sealed, in the file that was opened."""
        if not self._place.is_there():
            raise LedgerError(
                f"{self.path}: expected the ledger as opened; found another file in its place, or none; "
                "nothing was appended; open it again"
            )
        head, seal = self._head(), self._one("SELECT seq, hash FROM seals ORDER BY seq DESC LIMIT 1")
        if seal != (None if head.seq == 0 else (head.seq, head.hash)):
            found = "nothing" if seal is None else f"entry {seal[0]}"
            raise LedgerBrokenError(
                f"{self.path}: the last entry is {head.seq}, but {found} was sealed last; "
                "nothing was appended; run `detente verify`"
            )
        return head

    def _fresh(self, given: list[Entry]) -> list[Entry]:
        """Those that are not there yet, each once."""
        found = self._connection.cursor()
        sql = "SELECT 1 FROM entries WHERE kind = ? AND key = ?"
        return [e for key, e in each_once(given).items() if found.execute(sql, key).fetchone() is None]

    def _store_raws(self, names: Iterable[str], raws: dict[str, bytes]) -> None:
        for name in names:
            if self._one("SELECT 1 FROM documents WHERE sha256 = ?", [name]) is not None:
                continue
            if name not in raws:
                raise LedgerError(f"document {name[:16]}: expected its bytes in `raw`; found none")
            row = (name, len(raws[name]), raws[name])
            self._connection.execute("INSERT INTO documents (sha256, size, raw) VALUES (?, ?, ?)", row)

    def _store(self, entries: list[Entry]) -> None:
        if not entries:
            return
        self._connection.executemany(
            f"INSERT INTO entries ({_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_row, entries)
        )
        index(self._connection, entries)
        last = entries[-1]
        self._connection.execute(
            "INSERT INTO seals (seq, hash, recorded) VALUES (?, ?, ?)", (last.seq, last.hash, last.recorded)
        )

    # -- reading -----------------------------------------------------------------------------

    def read(
        self,
        *,
        known_by: str | None = None,
        recorded_by: str | None = None,
        kinds: Collection[str] | None = None,
        after: int = 0,
    ) -> Iterator[Entry]:
        """The entries that are there now, in order: see ``Journal.read``."""
        wanted = checked_bounds(known_by, recorded_by, kinds)
        where, values = _where(known_by, recorded_by, wanted)
        return self._pages(where, values, after, self.head().seq)

    def _pages(self, where: str, values: list[object], after: int, last: int) -> Iterator[Entry]:
        """Page by page: no read transaction stays open between two of them."""
        sql = f"SELECT {_FIELDS} FROM entries WHERE seq > ? AND seq <= ?{where} ORDER BY seq LIMIT {PAGE}"
        while True:
            with self._translated():
                page = self._connection.execute(sql, [after, last, *values]).fetchall()
            for row in page:
                yield self._entry(row)
            if len(page) < PAGE:
                return
            after = page[-1][0]

    def get(self, key: str, *, kind: str | None = None) -> Entry | None:
        """The entry of this key: see ``Journal.get``."""
        where, values = ("", [key]) if kind is None else (" AND kind = ?", [key, kind])
        with self._translated():
            row = self._one(
                f"SELECT {_FIELDS} FROM entries WHERE key = ?{where} ORDER BY seq LIMIT 1", values
            )
        return None if row is None else self._entry(row)

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        seq, kind, key, valid, known, recorded, prev, hash_, text = row
        try:
            body = str(text).encode()
            name = document_sha256(body) if kind == "document" else None
        except msgspec.DecodeError as error:
            raise LedgerBrokenError(f"{self.path}: entry {seq} was changed; run `detente verify`") from error
        with self._translated():
            raw = None if name is None else self._raw(name)
        return Entry(
            kind=kind, key=key, body=msgspec.Raw(body), valid=valid, known=known, recorded=recorded,
            seq=seq, prev=prev, hash=hash_, raw=raw,
        )  # fmt: skip

    def find(
        self, asked: str, *, known_by: str | None = None, recorded_by: str | None = None
    ) -> Iterator[Entry]:
        """The articles that have all these words: see ``Journal.find``."""
        checked_bounds(known_by, recorded_by, None)
        wanted = phrases(asked)
        if not wanted:
            return iter(())
        where, values = _where(known_by, recorded_by, None)
        where += f" AND seq IN ({_HERE})" * len(wanted)
        sql = f"SELECT seq FROM entries WHERE kind = 'article'{where} ORDER BY seq DESC"
        with self._translated():
            found = self._connection.execute(sql, [*values, *(f'"{p}"' for p in wanted)]).fetchall()
        return (e for (seq,) in found if holds(words_of(e := self._numbered(seq)), wanted))

    def _numbered(self, seq: int) -> Entry:
        with self._translated():
            row = self._one(f"SELECT {_FIELDS} FROM entries WHERE seq = ?", [seq])
        assert row is not None  # an entry is never removed
        return self._entry(row)

    def head(self) -> Head:
        """The last entry's number and hash."""
        with self._translated():
            return self._head()

    def _head(self) -> Head:
        row = self._one("SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1")
        return Head(0, GENESIS) if row is None else Head(*row)

    def wait(self, *, after: int, timeout: float) -> Head:
        """The head as soon as it is beyond ``after``: see ``Journal.wait``; a file has to be asked."""
        until = time.monotonic() + timeout
        while (head := self.head()).seq <= after and (left := until - time.monotonic()) > 0:
            time.sleep(min(LOOK, left))
        if head.seq <= after and not self._place.is_there():
            raise LedgerError(
                f"{self.path}: expected the ledger as opened; found another file in its place, or none; "
                "nothing more will come; open it again"
            )
        return head

    def _raw(self, name: str) -> bytes | None:
        row = self._one("SELECT raw FROM documents WHERE sha256 = ?", [name])
        return row[0] if row and isinstance(row[0], bytes) else None

    def sealed(self, *, after: int = 0) -> Iterator[Head]:
        """The heads at which appends ended: see ``Journal.sealed``."""
        sql = "SELECT seq, hash FROM seals WHERE seq > ? ORDER BY seq LIMIT 1000"
        while True:
            with self._translated():
                page = self._connection.execute(sql, [after]).fetchall()
            yield from (Head(*row) for row in page)
            if not page:
                return
            after = page[-1][0]

    def stats(self) -> Stats:
        """How much is in it."""
        with self._translated(), self._snapshot():
            kinds = self._connection.execute("SELECT kind, count(*) FROM entries GROUP BY kind ORDER BY kind")
            counted = dict(kinds.fetchall())
            documents, size = self._some("SELECT count(*), coalesce(sum(size), 0) FROM documents")
            (seals,) = self._some("SELECT count(*) FROM seals")
            times = self._some("SELECT min(recorded), max(recorded), min(known), max(known) FROM entries")
        return Stats(sum(counted.values()), counted, documents, size, seals, *times)

    # -- trusting ----------------------------------------------------------------------------

    def verify(self, *, noted: str | None = None, fast: bool = False) -> Verification:
        """Recompute every hash and say where the chain breaks: see ``Journal.verify``."""
        try:
            with self._translated(), self._snapshot(), self._undecoded():
                return self._ended() if fast else self._sound(self._walked(noted))
        except LedgerBusyError:
            raise
        except LedgerError as error:
            return Verification(False, 0, GENESIS, None, str(error))

    def _ended(self) -> Verification:
        last = self._one(f"SELECT {_LINK} FROM entries ORDER BY seq DESC LIMIT 1")
        seal = self._one("SELECT seq, hash FROM seals ORDER BY seq DESC LIMIT 1")
        (entries,) = self._some("SELECT count(*) FROM entries")
        return verify_end(Link._make(last) if last else None, SealRow._make(seal) if seal else None, entries)

    def _walked(self, noted: str | None) -> Verification:
        links = self._rows(f"SELECT {_LINK} FROM entries ORDER BY seq")
        seals = self._rows("SELECT seq, hash FROM seals ORDER BY seq")
        (raws,) = self._some("SELECT count(*) FROM documents")
        return verify(
            map(Link._make, links), map(SealRow._make, seals), raw=self._raw, raws=raws, noted=noted
        )

    def _rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        with self._translated():
            yield from self._connection.execute(sql)

    def _sound(self, walked: Verification) -> Verification:
        """What the chain cannot show: an index that disagrees with its table, a value of another type."""
        (told,) = self._some("PRAGMA integrity_check(1)") if walked.ok else (b"ok",)
        if told == b"ok":
            return walked
        message = f"the entries hold, but SQLite finds: {told.decode(errors='replace')}"
        return msgspec.structs.replace(walked, ok=False, message=message)

    @contextmanager
    def _undecoded(self) -> Iterator[None]:
        """Text comes as bytes: what somebody put in need not be UTF-8."""
        self._connection.text_factory = bytes
        try:
            yield
        finally:
            self._connection.text_factory = str

    # -- the connection ----------------------------------------------------------------------

    def close(self) -> None:
        """Let go of the file; a second time does nothing."""
        self._connection.close()
        self._place.let_go()

    def __enter__(self) -> SqliteJournal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _one(self, sql: str, values: Collection[object] = ()) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._connection.execute(sql, tuple(values)).fetchone()
        return row

    def _some(self, sql: str) -> tuple[Any, ...]:
        return self._one(sql) or ()

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """One state of the ledger for several questions."""
        try:
            patiently(self._connection, "BEGIN", self._timeout)
            yield
        finally:
            self._undo()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing, whatever comes between: an error, Ctrl-C, a killed process."""
        try:
            patiently(self._connection, "BEGIN IMMEDIATE", self._timeout)
            yield
            patiently(self._connection, "COMMIT", self._timeout)
        except BaseException:
            self._undo()
            raise

    def _undo(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        with translated(self.path, self._timeout):
            yield


def index(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Put down the words of new entries; those that have none are passed over."""
    for entry in entries:
        for piece in pieces(words_of(entry)):
            row = connection.execute("INSERT INTO pieces (seq) VALUES (?)", [entry.seq]).lastrowid
            connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (row, piece))


def _row(entry: Entry) -> tuple[object, ...]:
    body = bytes(entry.body).decode()
    return (
        entry.seq,
        entry.kind,
        entry.key,
        entry.valid,
        entry.known,
        entry.recorded,
        entry.prev,
        entry.hash,
        body,
    )


def _where(
    known_by: str | None, recorded_by: str | None, kinds: tuple[str, ...] | None
) -> tuple[str, list[object]]:
    where, values = "", list[object]()
    if known_by is not None:
        where, values = f"{where} AND known <= ?", [*values, known_by]
    if recorded_by is not None:
        where, values = f"{where} AND substr(recorded, 1, ?) <= ?", [*values, len(recorded_by), recorded_by]
    if kinds is not None:
        where, values = f"{where} AND kind IN ({', '.join('?' * len(kinds))})", [*values, *kinds]
    return where, values
