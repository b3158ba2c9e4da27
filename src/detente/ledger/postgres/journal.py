"""What a ledger does, said to a PostgreSQL server in Core's words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
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
from detente.ledger.postgres.driver import ANEW, Level, copy_in, driver_of, faults, sa, state_of, translated
from detente.ledger.postgres.statements import (
    BYTES,
    LAST,
    LINK,
    LOCKED,
    SEALED,
    STORED,
    THERE,
    among,
    bounded,
)
from detente.ledger.postgres.tables import DOCUMENTS, ENTRIES, SEALS
from detente.ledger.postgres.words import Row, finding, index, query_of, rows_of
from detente.ledger.seal import Link, SealRow, chain, continued, verify, verify_end
from detente.ledger.words import holds, phrases, words_of
from detente.records import Entry

LOCK = 0x44544E54
"""The advisory lock that a writer holds: “DTNT”."""

PAGE = 500
"""Entries fetched at a time."""

TRIES = 5
"""How often an append is begun anew when somebody who takes no lock came between."""

_E, _D, _S = ENTRIES.c, DOCUMENTS.c, SEALS.c


class PostgresJournal:
    """A :class:`~detente.ledger.journal.Journal` in one database. Made by :func:`open_postgres`."""

    def __init__(self, engine: sa.Engine, name: str, now: Callable[[], str], *, timeout: float) -> None:
        self.name = name
        self._engine: sa.Engine | None = engine
        self._now = now
        self._timeout = timeout

    # -- writing -----------------------------------------------------------------------------

    def append(self, entries: Iterable[Entry]) -> Appended:
        """Append what is not there yet, in one transaction: see ``Journal.append``."""
        given = [checked_entry(entry) for entry in entries]
        raws = raws_of(given)
        with self._translated():
            for attempt in range(TRIES):
                try:
                    return self._append(given, raws)
                except faults as error:
                    if state_of(error) not in ANEW or attempt == TRIES - 1:
                        raise
        raise AssertionError("the last try returns or raises")

    def _append(self, given: list[Entry], raws: dict[str, bytes]) -> Appended:
        with self._transaction() as connection:
            head = self._sealed_head(connection)
            fresh = self._fresh(connection, given)
            self._store_raws(connection, list(needed(fresh)), raws)
            self._store(connection, chain(fresh, head=head, recorded=checked_clock(self._now())))
        return Appended(len(fresh), len(given) - len(fresh))

    def adopt(self, entries: Sequence[Entry]) -> None:
        """Append entries as another ledger sealed them: see ``Journal.adopt``."""
        raws = raws_of(entries)
        with self._translated(), self._transaction() as connection:
            given = continued(entries, head=self._sealed_head(connection))
            self._store_raws(connection, list(needed(given)), raws)
            self._store(connection, given)

    def _sealed_head(self, connection: sa.Connection) -> Head:
        """The head on which to build, if it is the one that was sealed."""
        head, seal = _head(connection), connection.execute(SEALED).first()
        if (None if seal is None else tuple(seal)) != (None if head.seq == 0 else (head.seq, head.hash)):
            found = "nothing" if seal is None else f"entry {seal[0]}"
            raise LedgerBrokenError(
                f"{self.name}: the last entry is {head.seq}, but {found} was sealed last; "
                "nothing was appended; run `detente verify`"
            )
        return head

    def _fresh(self, connection: sa.Connection, given: list[Entry]) -> list[Entry]:
        """Those that are not there yet, each once."""
        unique = each_once(given)
        keys = sorted({key for _, key in unique})
        found = connection.execute(THERE, {"values": keys})
        there = {tuple(row) for row in found}
        return [entry for key, entry in unique.items() if key not in there]

    def _store_raws(self, connection: sa.Connection, names: list[str], raws: dict[str, bytes]) -> None:
        if not names:
            return
        found = connection.execute(STORED, {"values": names})
        there = set(found.scalars())
        missing = [name for name in names if name not in there]
        for name in missing:
            if name not in raws:
                raise LedgerError(f"document {name[:16]}: expected its bytes in `raw`; found none")
        copy_in(
            connection, "documents", ("sha256", "size", "raw"), [(n, len(raws[n]), raws[n]) for n in missing]
        )

    def _store(self, connection: sa.Connection, entries: Iterable[Entry]) -> None:
        """Entries that are still being sealed go to the server one by one: it works while we do."""
        words, last = list[Row](), None

        def rows() -> Iterator[tuple[object, ...]]:
            nonlocal last
            for last in entries:
                words.extend(rows_of(last))
                yield _row(last)

        copy_in(connection, "entries", tuple(c.name for c in ENTRIES.columns), rows())
        if last is not None:
            index(connection, words)
            connection.execute(sa.insert(SEALS).values(seq=last.seq, hash=last.hash, recorded=last.recorded))

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
        query = sa.select(ENTRIES).where(_E.seq <= self.head().seq)
        if wanted is not None:
            query = query.where(among(_E.kind, wanted))
        query = bounded(query, known_by, recorded_by).order_by(_E.seq)
        return self._pages(query.limit(PAGE), after)

    def _pages(self, query: sa.Select[Any], after: int) -> Iterator[Entry]:
        """Page by page: no transaction stays open between two of them."""
        while True:
            with self._translated(), self._connected() as connection:
                page = connection.execute(query.where(_E.seq > after)).all()
                found = self._entries(connection, page)
            yield from found
            if len(page) < PAGE:
                return
            after = page[-1][0]

    def get(self, key: str, *, kind: str | None = None) -> Entry | None:
        """The entry of this key: see ``Journal.get``."""
        query = sa.select(ENTRIES).where(
            _E.key == key
        )  # no LIMIT: it would lead the planner off the key's index
        with self._translated(), self._connected() as connection:
            rows = connection.execute(query if kind is None else query.where(_E.kind == kind)).all()
            return next(iter(self._entries(connection, sorted(rows, key=lambda row: row.seq)[:1])), None)

    def _entries(self, connection: sa.Connection, rows: Sequence[sa.Row[Any]]) -> list[Entry]:
        """The rows as entries, documents with their bytes."""
        names = {row.seq: self._named(row) for row in rows if row.kind == "document"}
        raws = _raws(connection, names.values())
        return [
            Entry(
                kind=row.kind, key=row.key, body=msgspec.Raw(row.body.encode()), valid=row.valid,
                known=row.known, recorded=row.recorded, seq=row.seq, prev=row.prev, hash=row.hash,
                raw=raws.get(names.get(row.seq, "")),
            )
            for row in rows
        ]  # fmt: skip

    def _named(self, row: sa.Row[Any]) -> str:
        try:
            return document_sha256(row.body.encode())
        except msgspec.DecodeError as error:
            raise LedgerBrokenError(
                f"{self.name}: entry {row.seq} was changed; run `detente verify`"
            ) from error

    def find(
        self, asked: str, *, known_by: str | None = None, recorded_by: str | None = None
    ) -> Iterator[Entry]:
        """The articles that have all these words: see ``Journal.find``."""
        checked_bounds(known_by, recorded_by, None)
        wanted = phrases(asked)
        if not wanted:
            return iter(())
        values: dict[str, Any] = {f"phrase{n}": query_of(phrase) for n, phrase in enumerate(wanted)}
        values |= {"known_by": known_by, "recorded_by": recorded_by, "length": len(recorded_by or "")}
        return (e for e in self._found(len(wanted), values) if holds(words_of(e), wanted))

    def _found(self, phrases: int, values: dict[str, Any]) -> Iterator[Entry]:
        """Page by page, the newest first."""
        bounds = frozenset(name for name in ("known_by", "recorded_by") if values[name] is not None)
        last: int | None = None
        while True:
            query = finding(phrases, bounds, begun=last is not None)
            with self._translated(), self._connected() as connection:
                page = connection.execute(query, values | {"last": last, "page": PAGE}).all()
                found = self._entries(connection, page)
            yield from found
            if len(page) < PAGE:
                return
            last = page[-1][0]

    def head(self) -> Head:
        """The last entry's number and hash."""
        with self._translated(), self._connected() as connection:
            return _head(connection)

    def sealed(self, *, after: int = 0) -> Iterator[Head]:
        """The heads at which appends ended: see ``Journal.sealed``."""
        query = sa.select(_S.seq, _S.hash).order_by(_S.seq).limit(PAGE)
        while True:
            with self._translated(), self._connected() as connection:
                page = connection.execute(query.where(_S.seq > after)).all()
            yield from (Head(seq, hash_) for seq, hash_ in page)
            if not page:
                return
            after = page[-1][0]

    def wait(self, *, after: int, timeout: float) -> Head:
        """The head as soon as it is beyond entry ``after``, or as it is when ``timeout`` seconds are over."""
        with self._translated(), self._connected() as connection:
            driver = driver_of(connection)
            driver.execute("LISTEN detente")
            head = _head(connection)
            if head.seq <= after:
                for _ in driver.notifies(timeout=timeout, stop_after=1):
                    pass
                head = _head(connection)
            driver.execute("UNLISTEN detente")
        return head

    def stats(self) -> Stats:
        """How much is in it."""
        with self._translated(), self._snapshot() as connection:
            kinds = connection.execute(
                sa.select(_E.kind, sa.func.count()).group_by(_E.kind).order_by(_E.kind)
            )
            counted = {row[0]: row[1] for row in kinds}
            documents, size = connection.execute(
                sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(_D.size), 0)).select_from(DOCUMENTS)
            ).one()
            seals = connection.execute(sa.select(sa.func.count()).select_from(SEALS)).scalar_one()
            ends = (
                sa.func.min(_E.recorded),
                sa.func.max(_E.recorded),
                sa.func.min(_E.known),
                sa.func.max(_E.known),
            )
            times = connection.execute(sa.select(*ends)).one()
        return Stats(sum(counted.values()), counted, documents, int(size), seals, *times)

    # -- trusting ----------------------------------------------------------------------------

    def verify(self, *, noted: str | None = None, fast: bool = False) -> Verification:
        """Recompute every hash and say where the chain breaks: see ``Journal.verify``."""
        try:
            with self._translated(), self._snapshot() as connection:
                return self._ended(connection) if fast else self._walked(connection, noted)
        except LedgerBusyError:
            raise
        except LedgerError as error:
            return Verification(False, 0, GENESIS, None, str(error))

    def _ended(self, connection: sa.Connection) -> Verification:
        last = connection.execute(LINK.order_by(_E.seq.desc()).limit(1)).first()
        seal = connection.execute(SEALED).first()
        entries = connection.execute(sa.select(sa.func.count()).select_from(ENTRIES)).scalar_one()
        return verify_end(last and _link(last), seal and _seal(seal), entries)

    def _walked(self, connection: sa.Connection, noted: str | None) -> Verification:
        links = connection.execution_options(yield_per=PAGE).execute(LINK.order_by(_E.seq))
        seals = connection.execute(sa.select(_S.seq, _S.hash).order_by(_S.seq)).all()
        raws = connection.execute(sa.select(sa.func.count()).select_from(DOCUMENTS)).scalar_one()
        return verify(
            map(_link, links), map(_seal, seals),
            raw=lambda name: _raws(connection, [name]).get(name), raws=raws, noted=noted,
        )  # fmt: skip

    # -- the connection ----------------------------------------------------------------------

    def close(self) -> None:
        """Let go of the server; a second time does nothing."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def __enter__(self) -> PostgresJournal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _connected(self, isolation: Level | None = None) -> Iterator[sa.Connection]:
        """A connection: for single questions without a transaction around each, which would cost two more."""
        if self._engine is None:
            raise LedgerError(f"{self.name}: expected an open ledger; this one was closed; open it again")
        with self._engine.connect() as connection:
            yield connection if isolation is None else connection.execution_options(isolation_level=isolation)

    @contextmanager
    def _snapshot(self) -> Iterator[sa.Connection]:
        """One state of the ledger for several questions."""
        with self._connected("REPEATABLE READ") as connection, connection.begin():
            yield connection

    @contextmanager
    def _transaction(self) -> Iterator[sa.Connection]:
        """All or nothing, and nobody else writes meanwhile."""
        with self._connected("READ COMMITTED") as connection, connection.begin():
            hold_lock(connection, self._timeout)
            yield connection

    @contextmanager
    def _translated(self) -> Iterator[None]:
        with translated(self.name, self._timeout):
            yield


def hold_lock(connection: sa.Connection, timeout: float) -> None:
    """Be the only writer until this transaction ends; whoever waits longer than ``timeout`` seconds fails."""
    connection.execute(LOCKED, {"patience": str(max(1, round(timeout * 1000))), "lock": LOCK})


def _head(connection: sa.Connection) -> Head:
    row = connection.execute(LAST).first()
    return Head(0, GENESIS) if row is None else Head(row[0], row[1])


def _raws(connection: sa.Connection, names: Iterable[str]) -> dict[str, bytes]:
    wanted = sorted(set(names))
    if not wanted:
        return {}
    found = connection.execute(BYTES, {"values": wanted})
    return {name: bytes(raw) for name, raw in found}


def _row(entry: Entry) -> tuple[object, ...]:
    body = bytes(entry.body).decode()
    return (
        entry.seq, entry.kind, entry.key, entry.valid, entry.known,
        entry.recorded, entry.prev, entry.hash, body,
    )  # fmt: skip


def _seal(row: Sequence[Any]) -> SealRow:
    return SealRow(row[0], row[1].encode())


def _link(row: Sequence[Any]) -> Link:
    return Link._make(text.encode() if isinstance(text, str) else text for text in row)
