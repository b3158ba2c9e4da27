"""The ledger in a PostgreSQL database, for desks that share one.

The same words, the same chain and the same promises as in SQLite: one append is one transaction, writers
wait for each other on one advisory lock, and what two of them bring is there once. Whoever listens is told of
each append (``NOTIFY detente``). An address is never told in full: it may carry a password.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from types import TracebackType
from typing import Any

import msgspec

from detente.errors import LedgerBrokenError, LedgerBusyError, LedgerError, LedgerVersionError
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
from detente.ledger.seal import Link, SealRow, chain, verify
from detente.records import Entry

try:
    import psycopg
    import sqlalchemy as sa
except ImportError as error:
    raise LedgerError(
        f"expected the packages of a shared ledger; found none ({error.name}); install detente[postgres]"
    ) from error

LATEST = 1
"""The version of the schema that this code reads and writes."""

LOCK = 0x44544E54
"""The advisory lock that a writer holds: “DTNT”."""

PAGE = 500
"""Entries fetched at a time."""

TRIES = 5
"""How often an append is begun anew when somebody who takes no lock came between."""

_WORDS = ("kind", "key", "valid", "known", "recorded", "prev", "hash", "body")
_META = sa.MetaData(schema="detente")
_ENTRIES = sa.Table(
    "entries", _META, sa.Column("seq", sa.BigInteger),
    *(sa.Column(name, sa.Text) for name in _WORDS),
)  # fmt: skip
_DOCUMENTS = sa.Table(
    "documents", _META, sa.Column("sha256", sa.Text), sa.Column("size", sa.BigInteger),
    sa.Column("raw", sa.LargeBinary),
)  # fmt: skip
_SEALS = sa.Table(
    "seals", _META, sa.Column("seq", sa.BigInteger),
    sa.Column("hash", sa.Text), sa.Column("recorded", sa.Text),
)  # fmt: skip
_E, _D = _ENTRIES.c, _DOCUMENTS.c
_TEXTS = sa.ARRAY(sa.Text)

_ADVICE = {
    "53100": "the server's disk is full; nothing of this append was kept; make room and try again",
    "42501": "this login may not do that; the ledger's owner gives it a role (`detente ledger roles`)",
    "28P01": "the password is not the login's",
    "28000": "the server does not let this login in",
    "3D000": "there is no such database; its owner makes it with `createdb`",
    "25006": "the server takes no writes (it is a copy); name the one that does",
    "57P01": "the server is shutting down; nothing of this append was kept; try again",
}
_GONE = (
    "the server cannot be reached, or went away; nothing half-done was kept; see that it runs, then try again"
)
_ANEW = ("23505", "40001", "40P01")  # unique violation, serialization failure, deadlock


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
                except (sa.exc.DBAPIError, psycopg.Error) as error:
                    if _state(error) not in _ANEW or attempt == TRIES - 1:
                        raise
        raise AssertionError("the last try returns or raises")

    def _append(self, given: list[Entry], raws: dict[str, bytes]) -> Appended:
        with self._transaction() as connection:
            head = self._sealed_head(connection)
            fresh = self._fresh(connection, given)
            self._store_raws(connection, list(needed(fresh)), raws)
            self._store(connection, list(chain(fresh, head=head, recorded=checked_clock(self._now()))))
        return Appended(len(fresh), len(given) - len(fresh))

    def _sealed_head(self, connection: sa.Connection) -> Head:
        """The head on which to build, if it is the one that was sealed."""
        head = _head(connection)
        seal = connection.execute(
            sa.select(_SEALS.c.seq, _SEALS.c.hash).order_by(_SEALS.c.seq.desc()).limit(1)
        ).first()
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
        found = connection.execute(
            sa.select(_E.kind, _E.key).where(_E.key == sa.any_(sa.literal(keys, _TEXTS)))
        )
        there = {tuple(row) for row in found}
        return [entry for key, entry in unique.items() if key not in there]

    def _store_raws(self, connection: sa.Connection, names: list[str], raws: dict[str, bytes]) -> None:
        found = connection.execute(
            sa.select(_D.sha256).where(_D.sha256 == sa.any_(sa.literal(names, _TEXTS)))
        )
        there = set(found.scalars())
        missing = [name for name in names if name not in there]
        for name in missing:
            if name not in raws:
                raise LedgerError(f"document {name[:16]}: expected its bytes in `raw`; found none")
        _copy(
            connection, "documents", ("sha256", "size", "raw"), [(n, len(raws[n]), raws[n]) for n in missing]
        )

    def _store(self, connection: sa.Connection, entries: list[Entry]) -> None:
        if not entries:
            return
        _copy(connection, "entries", tuple(c.name for c in _ENTRIES.columns), map(_row, entries))
        last = entries[-1]
        connection.execute(sa.insert(_SEALS).values(seq=last.seq, hash=last.hash, recorded=last.recorded))

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
        query = sa.select(_ENTRIES).where(_E.seq <= self.head().seq).order_by(_E.seq).limit(PAGE)
        if known_by is not None:
            query = query.where(_E.known <= known_by)
        if recorded_by is not None:
            query = query.where(sa.func.left(_E.recorded, len(recorded_by)) <= recorded_by)
        if wanted is not None:
            query = query.where(_among(_E.kind, wanted))
        return self._pages(query, after)

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
        query = sa.select(_ENTRIES).where(
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

    def head(self) -> Head:
        """The last entry's number and hash."""
        with self._translated(), self._connected() as connection:
            return _head(connection)

    def wait(self, *, after: int, timeout: float) -> Head:
        """The head as soon as it is beyond entry ``after``, or as it is when ``timeout`` seconds are over."""
        with self._translated(), self._connected() as connection:
            driver = _driver(connection)
            connection.rollback()
            driver.autocommit = True
            try:
                driver.execute("LISTEN detente")
                head = _head(connection)
                if head.seq <= after:
                    for _ in driver.notifies(timeout=timeout, stop_after=1):
                        pass
                    head = _head(connection)
                driver.execute("UNLISTEN detente")
            finally:
                connection.rollback()
                driver.autocommit = False
        return head

    def stats(self) -> Stats:
        """How much is in it."""
        with self._translated(), self._snapshot() as connection:
            kinds = connection.execute(
                sa.select(_E.kind, sa.func.count()).group_by(_E.kind).order_by(_E.kind)
            )
            counted = {row[0]: row[1] for row in kinds}
            documents, size = connection.execute(
                sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(_D.size), 0)).select_from(_DOCUMENTS)
            ).one()
            seals = connection.execute(sa.select(sa.func.count()).select_from(_SEALS)).scalar_one()
            ends = (
                sa.func.min(_E.recorded),
                sa.func.max(_E.recorded),
                sa.func.min(_E.known),
                sa.func.max(_E.known),
            )
            times = connection.execute(sa.select(*ends)).one()
        return Stats(sum(counted.values()), counted, documents, int(size), seals, *times)

    # -- trusting ----------------------------------------------------------------------------

    def verify(self, *, noted: str | None = None) -> Verification:
        """Recompute every hash and say where the chain breaks: see ``Journal.verify``."""
        try:
            with self._translated(), self._snapshot() as connection:
                return self._walked(connection, noted)
        except LedgerBusyError:
            raise
        except LedgerError as error:
            return Verification(False, 0, GENESIS, None, str(error))

    def _walked(self, connection: sa.Connection, noted: str | None) -> Verification:
        links = connection.execution_options(yield_per=PAGE).execute(
            sa.select(_E.seq, _E.kind, _E.key, _E.body, _E.valid, _E.known, _E.recorded, _E.prev, _E.hash)
            .order_by(_E.seq)
        )  # fmt: skip
        seals = connection.execute(sa.select(_SEALS.c.seq, _SEALS.c.hash).order_by(_SEALS.c.seq)).all()
        raws = connection.execute(sa.select(sa.func.count()).select_from(_DOCUMENTS)).scalar_one()
        return verify(
            map(_link, links), (SealRow(seq, hash_.encode()) for seq, hash_ in seals),
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
    def _connected(self) -> Iterator[sa.Connection]:
        if self._engine is None:
            raise LedgerError(f"{self.name}: expected an open ledger; this one was closed; open it again")
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _snapshot(self) -> Iterator[sa.Connection]:
        """One state of the ledger for several questions."""
        with self._connected() as connection:
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def _transaction(self) -> Iterator[sa.Connection]:
        """All or nothing, and nobody else writes meanwhile."""
        with self._connected() as connection, connection.begin():
            connection.execute(sa.text(f"SET LOCAL lock_timeout = {max(1, round(self._timeout * 1000))}"))
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
            yield connection

    @contextmanager
    def _translated(self) -> Iterator[None]:
        with translated(self.name, self._timeout):
            yield


def open_postgres(
    path: str | os.PathLike[str], *, now: Callable[[], str], create: bool = True, timeout: float = 30.0
) -> PostgresJournal:
    """Open a shared ledger; see :func:`detente.ledger.open_journal`.

    Args:
        path: ``postgresql://USER[:PASSWORD]@HOST[:PORT]/DATABASE``; libpq's other ways to give a password
            (``PGPASSFILE``, ``~/.pgpass``) work too and keep it out of the command line.
        now: the clock for ``recorded``.
        create: make the ledger in the database where there is none.
        timeout: how many seconds to wait for the server, and for another writer.
    """
    url = _url(os.fspath(path))
    name = sa.URL.create("postgresql", host=url.host, port=url.port, database=url.database).render_as_string()
    engine = sa.create_engine(
        url, pool_size=1, max_overflow=2, pool_pre_ping=True, hide_parameters=True,
        connect_args={"connect_timeout": max(1, round(timeout)), "application_name": "detente"},
    )  # fmt: skip
    try:
        with translated(name, timeout):
            _prepare(engine, name, create=create, timeout=timeout)
    except BaseException:
        engine.dispose()
        raise
    return PostgresJournal(engine, name, now, timeout=timeout)


def _url(text: str) -> sa.URL:
    """The address with our driver.

    Raises:
        LedgerError: it is none; what was given is not repeated.
    """
    try:
        url = sa.make_url(text)
    except (sa.exc.ArgumentError, ValueError):
        url = None
    if url is None or not url.database:
        raise LedgerError("expected an address like postgresql://user@host:5432/database; found another")
    return url.set(drivername="postgresql+psycopg")


def _prepare(engine: sa.Engine, name: str, *, create: bool, timeout: float) -> None:
    """Make sure that the database holds a ledger of today's version."""
    with engine.connect() as connection, connection.begin():
        version = _version(connection)
        if version == 0 and not create:
            raise LedgerError(
                f"{name}: expected a ledger; found none in this database; `detente read` makes one"
            )
        if version == 0:
            connection.execute(sa.text(f"SET LOCAL lock_timeout = {max(1, round(timeout * 1000))}"))
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
            if _version(connection) == 0:
                _make(connection)
        elif version > LATEST:
            raise LedgerVersionError(
                f"{name}: expected a ledger of version {LATEST} or older; found version {version}, "
                "written by a newer Detente; update Detente to read it"
            )


def _version(connection: sa.Connection) -> int:
    """The ledger's version; 0 where there is none. Asks the catalogue itself: names may be remembered."""
    found = "SELECT 1 FROM pg_tables WHERE schemaname = 'detente' AND tablename = 'versions'"
    if (
        connection.execute(sa.text(found)).first() is None
    ):  # a look into the table: to_regclass may be out of date
        return 0
    return int(connection.execute(sa.text("SELECT max(version) FROM detente.versions")).scalar_one() or 0)


def _make(connection: sa.Connection) -> None:
    driver = _driver(connection)
    driver.execute("CREATE SCHEMA IF NOT EXISTS detente")
    driver.execute(resources.files("detente.ledger").joinpath("postgres_schema.sql").read_bytes())
    driver.execute("INSERT INTO detente.versions VALUES (%s)", [LATEST])


def _driver(connection: sa.Connection) -> psycopg.Connection[Any]:
    """The driver's own connection: for COPY and LISTEN, which Core has not."""
    found = connection.connection.driver_connection
    assert isinstance(found, psycopg.Connection)
    return found


def _copy(
    connection: sa.Connection, table: str, columns: tuple[str, ...], rows: Iterable[Sequence[object]]
) -> None:
    command = f"COPY detente.{table} ({', '.join(columns)}) FROM STDIN"
    with _driver(connection).cursor() as cursor, cursor.copy(command.encode()) as copy:
        for row in rows:
            copy.write_row(row)


def _among(column: sa.Column[Any], values: Collection[str]) -> sa.ColumnElement[bool]:
    """One parameter however many values: the statement stays the same."""
    return column == sa.any_(sa.literal(list(values), _TEXTS))


def _head(connection: sa.Connection) -> Head:
    row = connection.execute(sa.select(_E.seq, _E.hash).order_by(_E.seq.desc()).limit(1)).first()
    return Head(0, GENESIS) if row is None else Head(row[0], row[1])


def _raws(connection: sa.Connection, names: Iterable[str]) -> dict[str, bytes]:
    wanted = sorted(set(names))
    if not wanted:
        return {}
    query = sa.select(_D.sha256, _D.raw).where(_among(_D.sha256, wanted))
    return {name: bytes(raw) for name, raw in connection.execute(query)}


def _row(entry: Entry) -> tuple[object, ...]:
    body = bytes(entry.body).decode()
    return (
        entry.seq, entry.kind, entry.key, entry.valid, entry.known,
        entry.recorded, entry.prev, entry.hash, body,
    )  # fmt: skip


def _link(row: Sequence[Any]) -> Link:
    return Link._make(text.encode() if isinstance(text, str) else text for text in row)


def _cause(error: sa.exc.DBAPIError | psycopg.Error) -> psycopg.Error | BaseException | None:
    """What the driver said: Core wraps it, COPY does not."""
    return error.orig if isinstance(error, sa.exc.DBAPIError) else error


def _state(error: sa.exc.DBAPIError | psycopg.Error) -> str:
    """The five letters by which PostgreSQL names what went wrong."""
    return str(getattr(_cause(error), "sqlstate", None) or "")


@contextmanager
def translated(name: str, timeout: float) -> Iterator[None]:
    """The driver's errors as ours, with what to do and without the address."""
    try:
        yield
    except (sa.exc.DBAPIError, psycopg.Error) as error:
        state = _state(error)
        if state == "55P03":
            raise LedgerBusyError(
                f"{name}: expected the write lock within {timeout:g} s; another desk holds it; "
                "wait until it is done, then try again"
            ) from None
        told = getattr(getattr(_cause(error), "diag", None), "message_primary", None)
        advice = _ADVICE.get(state) or told or _GONE
        raise LedgerError(f"{name}: {advice}" + (f" ({told})" if told and told != advice else "")) from None
