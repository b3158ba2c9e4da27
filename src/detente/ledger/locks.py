"""Waiting for SQLite's locks, and SQLite's errors in words that say what to do."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from detente.errors import LedgerBusyError, LedgerError

_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_ADVICE = {
    "SQLITE_FULL": "the disk is full; nothing of this append was kept; make room and try again",
    "SQLITE_IOERR": "the disk could not be read or written; nothing of this append was kept",
    "SQLITE_READONLY": "the file may not be written; give another ledger or change its permissions",
    "SQLITE_CANTOPEN": "the file, or those beside it (-wal, -shm), cannot be opened",
    "SQLITE_NOTADB": "expected a ledger; found a file that is no SQLite database",
    "SQLITE_CORRUPT": "the file is damaged; restore it from a backup",
    "SQLITE_TOOBIG": "a document is longer than SQLite can hold (1 GB)",
}


def patiently(connection: sqlite3.Connection, sql: str, timeout: float) -> tuple[Any, ...]:
    """Run one statement, again and again while somebody else holds the lock it needs.

    Returns:
        Its first row, or ().

    Raises:
        sqlite3.OperationalError: the time is up, or something else is wrong.
    """
    deadline = time.monotonic() + timeout
    while True:
        try:
            return connection.execute(sql).fetchone() or ()
        except sqlite3.OperationalError as error:
            if not _name(error).startswith(_BUSY) or time.monotonic() >= deadline:
                raise
            time.sleep(0.002)


@contextmanager
def translated(file: Path, timeout: float) -> Iterator[None]:
    """SQLite's errors as ours, with what to do."""
    try:
        yield
    except UnicodeDecodeError as error:  # text in the file, or in what SQLite says of it, is none
        raise LedgerError(f"{file}: {_ADVICE['SQLITE_CORRUPT']}") from error
    except sqlite3.Error as error:
        name = _name(error)
        if name.startswith(_BUSY):
            raise LedgerBusyError(
                f"{file}: expected the write lock within {timeout:g} s; another process holds it; "
                "wait until it is done, then try again"
            ) from error
        advice = next((text for code, text in _ADVICE.items() if name.startswith(code)), "")
        raise LedgerError(f"{file}: {advice or error}" + (f" ({error})" if advice else "")) from error


def _name(error: sqlite3.Error) -> str:
    return str(getattr(error, "sqlite_errorname", ""))
