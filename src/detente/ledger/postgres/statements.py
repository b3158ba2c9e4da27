"""What a shared ledger asks again and again, in Core's words.

The questions are made once: making one takes longer than asking it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from detente.ledger.postgres.driver import sa
from detente.ledger.postgres.tables import DOCUMENTS, ENTRIES, SEALS

_E, _D, _S = ENTRIES.c, DOCUMENTS.c, SEALS.c


def bounded(query: sa.Select[Any], known_by: str | None, recorded_by: str | None) -> sa.Select[Any]:
    """Only what was known, and recorded, by then."""
    if known_by is not None:
        query = query.where(_E.known <= known_by)
    if recorded_by is not None:
        query = query.where(sa.func.left(_E.recorded, len(recorded_by)) <= recorded_by)
    return query


def among(column: sa.Column[Any], values: Collection[str]) -> sa.ColumnElement[bool]:
    """One parameter however many values: the statement stays the same."""
    return column == sa.any_(sa.func.array(_each(sa.literal(list(values), sa.JSON)).scalar_subquery()))


def _at(column: sa.Column[Any], *wanted: sa.Column[Any]) -> sa.Select[Any]:
    """What rows have where a column is one of ``values``, which are looked up one by one.

    So the planner goes by the column's index also where it knows nothing of a table, or knows it only as
    it was when it was small: the rows of one value are few whatever it thinks, those of many it may take
    for a fifth of the table, and then reads all of it.
    """
    told = _each(sa.bindparam("values", type_=sa.JSON)).subquery()
    rows = sa.select(*wanted).where(column == told.c[0]).offset(sa.literal_column("0")).lateral()
    return sa.select(rows).select_from(told.join(rows, sa.true()))


def _each(values: sa.ColumnElement[Any]) -> sa.Select[Any]:
    return sa.select(sa.func.json_array_elements_text(values).label("value"))


LOCKED = sa.select(
    sa.func.set_config("lock_timeout", sa.bindparam("patience", type_=sa.Text), True),
    sa.func.pg_advisory_xact_lock(sa.bindparam("lock", type_=sa.BigInteger)),
)
"""Takes the advisory lock ``lock`` until the transaction ends; fails after ``patience`` ms."""
LAST = sa.select(_E.seq, _E.hash).order_by(_E.seq.desc()).limit(1)
"""The last entry."""
SEALED = sa.select(_S.seq, _S.hash).order_by(_S.seq.desc()).limit(1)
"""The last seal."""
THERE = _at(_E.key, _E.kind, _E.key)
"""The entries that are there under the keys in ``values``."""
STORED = _at(_D.sha256, _D.sha256)
"""The documents that are there of those in ``values``."""
BYTES = _at(_D.sha256, _D.sha256, _D.raw)
"""The same with their bytes."""
LINK = sa.select(_E.seq, _E.kind, _E.key, _E.body, _E.valid, _E.known, _E.recorded, _E.prev, _E.hash)
"""Entries as the chain sees them."""
