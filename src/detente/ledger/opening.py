"""Opening a ledger file, or refusing to: what is no ledger of ours is left alone."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from detente.errors import LedgerError
from detente.ledger.locks import patiently, translated
from detente.ledger.migrate import LATEST, migrate, pending, version_of
from detente.ledger.places import ONE_AT_A_TIME, Place, is_open
from detente.ledger.sqlite import SqliteJournal

SLICE_MS = 250
"""How long SQLite itself waits for a lock before we look whether time is up."""

PRAGMAS = (
    f"busy_timeout = {SLICE_MS}",
    "trusted_schema = OFF",  # a ledger may come from others: its schema runs no functions of theirs
    "cache_size = -64000",  # 64 MB: keys are hashes, so the index is written to all over
    "wal_autocheckpoint = 10000",  # 40 MB: measured at 300k rows, a quarter more appends a second than 1000
)
"""What each connection is told first."""

HEADER = b"SQLite format 3\0"
"""How every SQLite database begins."""


def open_sqlite(
    path: str | os.PathLike[str], *, now: Callable[[], str], create: bool = True, timeout: float = 30.0
) -> SqliteJournal:
    """Open a ledger file; see :func:`detente.ledger.open_journal`."""
    file = Path(path)
    with ONE_AT_A_TIME, translated(file, timeout):
        writable = _writable(file, create=create)
        connection = sqlite3.connect(_address(file, writable), uri=True, isolation_level=None)
        journal = SqliteJournal(file, connection, now, timeout=timeout, place=Place(file))
    try:
        with translated(file, timeout):
            _prepare(connection, file, writable=writable, timeout=timeout)
    except BaseException:
        journal.close()
        raise
    return journal


def _writable(file: Path, *, create: bool) -> bool:
    """Whether the file may be written.

    Raises:
        LedgerError: there is none and none can or shall be made, or it is no file.
    """
    folder = file.absolute().parent
    if file.exists():
        _check_header(file)
        return os.access(file, os.W_OK) and os.access(folder, os.W_OK)
    if not create:
        raise LedgerError(f"{file}: expected a ledger; found no such file; `detente read` makes one")
    if not folder.is_dir():
        raise LedgerError(f"{file}: expected the folder {folder}; found none; make it first")
    if not os.access(folder, os.W_OK):
        raise LedgerError(f"{file}: expected a folder that may be written; {folder} may not")
    return True


def _check_header(file: Path) -> None:
    """Refuse what is no SQLite database: SQLite itself takes a short text for an empty one.

    Raises:
        LedgerError: a folder, a device, a file of something else, one that cannot be read.
    """
    if not file.is_file():
        raise LedgerError(f"{file}: expected a ledger file; found a folder or a device; name a file")
    if is_open(file):
        return
    try:
        with file.open("rb") as stream:
            head = stream.read(len(HEADER))
    except OSError as error:
        raise LedgerError(f"{file}: expected a ledger that may be read; {error.strerror}") from error
    if head not in (b"", HEADER):
        raise LedgerError(f"{file}: expected a ledger; found a file that is no SQLite database")


def _address(file: Path, writable: bool) -> str:
    """The file as a URI. Without a WAL beside it, what may not be written is taken as it lies there."""
    address = file.absolute().as_uri()
    if writable:
        return f"{address}?mode=rwc"
    return f"{address}?mode=ro" if Path(f"{file}-wal").exists() else f"{address}?mode=ro&immutable=1"


def _prepare(connection: sqlite3.Connection, file: Path, *, writable: bool, timeout: float) -> None:
    """Make sure that this is a ledger of ours and of today's version."""
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    steps = pending(version_of(connection, file, timeout), name=str(file))
    if not writable:
        if steps:
            raise LedgerError(f"{file}: expected a ledger of version {LATEST}; found an older or empty one "
                              "that may not be written; open it once where it may")  # fmt: skip
        return
    patiently(connection, "PRAGMA journal_mode = WAL", timeout)
    connection.execute("PRAGMA synchronous = FULL")
    if steps:
        migrate(connection, file, timeout)
