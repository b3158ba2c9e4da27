"""What the pilot of the ledger took, built again: one table through SQLAlchemy Core, no chain, no triggers.

The rows and keys are those of :mod:`benchmarks.bare`; articles' words are found by the store's own means, a
tsvector under a GIN index in PostgreSQL, FTS5 in SQLite. A transaction a batch, synced when it returns.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
from benchmarks.bare import row
from sqlalchemy.dialects.postgresql import TSVECTOR

from detente.ledger.opening import PRAGMAS
from detente.records import Entry

_NAMES = ("seq", "kind", "key", "valid", "known", "recorded", "prev", "hash", "body")
_FTS = "CREATE VIRTUAL TABLE found USING fts5(text, content = '')"


def pilot(ledger: str, given: Sequence[Entry], batch: int) -> int:
    """Put the rows of a ledger into the pilot's table, then drop it; how many.

    Args:
        ledger: the address of the ledger to compare with; its store is used, and left as it was.
        given: the entries.
        batch: how many a transaction.
    """
    shared = "://" in ledger
    engine = _postgres(ledger) if shared else _sqlite(f"{ledger}.pilot")
    table = _table(shared=shared)
    table.metadata.create_all(engine)
    found = sa.table("found", sa.column("rowid"), sa.column("text"))
    try:
        for start in range(0, len(given), batch):
            rows = [_named(n, entry) for n, entry in enumerate(given[start : start + batch], start + 1)]
            with engine.begin() as database:
                database.execute(table.insert(), rows)
                texts = [{"rowid": one["seq"], "text": one["text"]} for one in rows if one["text"]]
                if texts and not shared:
                    database.execute(found.insert(), texts)
        table.drop(engine)
    finally:
        engine.dispose()
        if not shared:
            Path(f"{ledger}.pilot").unlink()
    return len(given)


def _named(n: int, entry: Entry) -> dict[str, Any]:
    text = msgspec.json.decode(entry.body)["text"] if entry.kind == "article" else None
    return {**dict(zip(_NAMES, row(n, entry), strict=True)), "text": text}


def _table(*, shared: bool) -> sa.Table:
    words: list[sa.Column[Any] | sa.Index] = []
    if shared:
        made = sa.Computed("to_tsvector('simple', text)", persisted=True)
        words = [sa.Column("words", TSVECTOR, made), sa.Index("pilot_words", "words", postgresql_using="gin")]
    return sa.Table(
        "pilot", sa.MetaData(), sa.Column("seq", sa.BigInteger, primary_key=True),
        *(sa.Column(name, sa.Text) for name in (*_NAMES[1:], "text")),
        *words, sa.UniqueConstraint("key", "kind"),
    )  # fmt: skip


def _postgres(ledger: str) -> sa.Engine:
    return sa.create_engine(ledger.replace("postgresql://", "postgresql+psycopg://", 1))


def _sqlite(path: str) -> sa.Engine:
    engine = sa.create_engine(f"sqlite:///{path}")

    @sa.event.listens_for(engine, "connect")
    def _set(file: Any, _: object) -> None:
        for pragma in (*PRAGMAS, "journal_mode = WAL", "synchronous = FULL"):
            file.execute(f"PRAGMA {pragma}")

    with engine.begin() as database:
        database.exec_driver_sql(_FTS)
    return engine
