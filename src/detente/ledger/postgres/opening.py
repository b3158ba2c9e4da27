"""Opening a shared ledger: its address, which is never told in full, and its schema."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import resources

from detente.errors import LedgerError, LedgerVersionError
from detente.ledger.postgres.driver import driver_of, sa, translated
from detente.ledger.postgres.journal import PostgresJournal, hold_lock
from detente.ledger.postgres.words import index_all

STEPS = ("schema.sql", "schema_2.sql", "schema_3.sql", "schema_4.sql")
"""The files that lead from version to version: forward only, never edited once released."""
INDEXED = ("schema_2.sql", "schema_4.sql")
"""The steps after which the words of all articles are put down anew."""
LATEST = len(STEPS)
"""The version of the schema that this code reads and writes."""


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
        isolation_level="AUTOCOMMIT",
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
    with engine.execution_options(isolation_level="READ COMMITTED").begin() as connection:
        version = _version(connection)
        if version == 0 and not create:
            raise LedgerError(
                f"{name}: expected a ledger; found none in this database; `detente read` makes one"
            )
        if version > LATEST:
            raise LedgerVersionError(
                f"{name}: expected a ledger of version {LATEST} or older; found version {version}, "
                "written by a newer Detente; update Detente to read it"
            )
        if version < LATEST:
            hold_lock(connection, timeout)
            for step in range(_version(connection), LATEST):  # whoever comes second finds them done
                _step(connection, step)


def _version(connection: sa.Connection) -> int:
    """The ledger's version; 0 where there is none. Asks the catalogue itself: names may be remembered."""
    found = "SELECT 1 FROM pg_tables WHERE schemaname = 'detente' AND tablename = 'versions'"
    if connection.execute(sa.text(found)).first() is None:
        return 0
    return int(connection.execute(sa.text("SELECT max(version) FROM detente.versions")).scalar_one() or 0)


def _step(connection: sa.Connection, step: int) -> None:
    """Lead a ledger of this version to the next."""
    driver = driver_of(connection)
    driver.execute("CREATE SCHEMA IF NOT EXISTS detente")
    driver.execute(resources.files("detente.ledger.postgres").joinpath(STEPS[step]).read_bytes())
    driver.execute("INSERT INTO detente.versions VALUES (%s)", [step + 1])
    if STEPS[step] in INDEXED:
        index_all(connection)
