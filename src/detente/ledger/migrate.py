"""From one version of the schema to the next: numbered, forward only, never edited once released.

To change the schema, write ``schema_<number>.sql`` beside ``schema.sql`` with what is to be
*added*, and one line in :data:`MIGRATIONS`. Entries are never rewritten by a migration: their
hashes would no longer hold.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import NamedTuple

import msgspec

from detente.errors import LedgerError, LedgerVersionError
from detente.ledger.locks import patiently
from detente.ledger.sqlite import index
from detente.records import Entry

APPLICATION_ID = 0x44544E54
"""“DTNT”, in the file's header: how a ledger is told from any other SQLite database."""


class Migration(NamedTuple):
    """One step: the version it leads to, and the file that leads there."""

    version: int
    file: str
    then: Callable[[sqlite3.Connection], None] | None = None  # what SQL alone cannot do


def _index_all(connection: sqlite3.Connection) -> None:
    """The words of the articles that are there already."""
    rows = connection.execute("SELECT seq, key, body FROM entries WHERE kind = 'article' ORDER BY seq")
    for seq, key, body in rows:
        index(connection, [Entry(kind="article", key=key, body=msgspec.Raw(body.encode()), seq=seq)])


MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, "schema.sql"),
    Migration(2, "schema_2.sql", _index_all),
)
"""Every step since the beginning, in order."""

LATEST = MIGRATIONS[-1].version
"""The version this code reads and writes."""


def pending(version: int, *, name: str) -> tuple[Migration, ...]:
    """The steps from this version to the latest.

    Args:
        version: what the ledger is; 0 for a new one.
        name: how to call the ledger in a message.

    Raises:
        LedgerVersionError: the ledger is newer than this code.
    """
    if version > LATEST:
        raise LedgerVersionError(
            f"{name}: expected a ledger of version {LATEST} or older; found version {version}, "
            "written by a newer Detente; update Detente to read it"
        )
    return tuple(step for step in MIGRATIONS if step.version > version)


def _statements(step: Migration) -> Iterator[str]:
    """The step's SQL statement by statement, for a transaction that the caller holds."""
    statement = ""
    for line in resources.files("detente.ledger").joinpath(step.file).read_text("utf-8").splitlines(True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""


def version_of(connection: sqlite3.Connection, file: Path, timeout: float) -> int:
    """The ledger's version; 0 for an empty file.

    Raises:
        LedgerError: a database of something else.
    """
    (tables,) = patiently(connection, "SELECT count(*) FROM sqlite_master", timeout)
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if tables and mark != APPLICATION_ID:
        raise LedgerError(f"{file}: expected a ledger; found a SQLite database of something else")
    return int(version) if tables else 0


def migrate(connection: sqlite3.Connection, file: Path, timeout: float) -> None:
    """All steps in one transaction; whoever comes second finds them done."""
    patiently(connection, "BEGIN IMMEDIATE", timeout)
    try:
        for step in pending(version_of(connection, file, timeout), name=str(file)):
            for statement in _statements(step):
                connection.execute(statement)
            if step.then is not None:
                step.then(connection)
            connection.execute(f"PRAGMA user_version = {step.version}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        patiently(connection, "COMMIT", timeout)
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
