"""What a store takes of itself: the rows of a ledger in a plain table with the same two keys, and no more."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from detente.ledger.opening import PRAGMAS
from detente.records import Entry

_COLUMNS = "seq, kind, key, valid, known, recorded, prev, hash, body"
_TABLE = (
    "CREATE TABLE bare (seq {number} PRIMARY KEY, kind {text} NOT NULL, key {text} NOT NULL, valid {text}, "
    "known {text}, recorded {text}, prev {text}, hash {text}, body {text}, UNIQUE (key, kind))"
)
Row = tuple[object, ...]


def bare(ledger: str, given: list[Entry], batch: int) -> int:
    """Put rows as long as those of a ledger into a plain table, a transaction a batch; how many.

    Args:
        ledger: the address of the ledger to compare with; its store is used, and left as it was.
        given: the entries.
        batch: how many a transaction.
    """
    rows = (row(n, entry) for n, entry in enumerate(given, 1))
    batches = (list(part) for part in _parts(rows, batch))
    return (_postgres if "://" in ledger else _sqlite)(ledger, batches)


def row(n: int, entry: Entry) -> Row:
    """The row of an entry; what a chain would fill in has its length."""
    body = bytes(entry.body).decode()
    clock = "2026-01-01T00:00:00Z"
    return n, entry.kind, entry.key, entry.valid, entry.known, clock, entry.key, entry.key, body


def _parts(rows: Iterable[Row], batch: int) -> Iterable[list[Row]]:
    part: list[Row] = []
    for one in rows:
        part.append(one)
        if len(part) == batch:
            yield part
            part = []
    yield part


def _sqlite(ledger: str, batches: Iterable[list[Row]]) -> int:
    path, done = Path(f"{ledger}.bare"), 0
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        for pragma in (*PRAGMAS, "journal_mode = WAL", "synchronous = FULL"):
            file.execute(f"PRAGMA {pragma}")
        file.execute(_TABLE.format(number="INTEGER", text="TEXT"))
        for rows in batches:
            file.execute("BEGIN IMMEDIATE")
            file.executemany(f"INSERT INTO bare ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
            file.execute("COMMIT")
            done += len(rows)
    path.unlink()
    return done


def _postgres(ledger: str, batches: Iterable[list[Row]]) -> int:
    import psycopg

    done = 0
    with closing(psycopg.connect(ledger)) as database:
        database.execute(_TABLE.format(number="bigint", text='text COLLATE "C"').encode())
        for rows in batches:
            command = f"COPY bare ({_COLUMNS}) FROM STDIN"
            with database.cursor() as cursor, cursor.copy(command.encode()) as copy:
                for one in rows:
                    copy.write_row(one)
            database.commit()
            done += len(rows)
        database.execute("DROP TABLE bare")
        database.commit()
    return done
