"""The tables of a shared ledger, as Core names them."""

from __future__ import annotations

from sqlalchemy.dialects.postgresql import TSVECTOR

from detente.ledger.postgres.driver import sa

_FIELDS = ("kind", "key", "valid", "known", "recorded", "prev", "hash", "body")
_META = sa.MetaData(schema="detente")

ENTRIES = sa.Table(
    "entries", _META, sa.Column("seq", sa.BigInteger),
    *(sa.Column(name, sa.Text) for name in _FIELDS),
)  # fmt: skip
DOCUMENTS = sa.Table(
    "documents", _META, sa.Column("sha256", sa.Text), sa.Column("size", sa.BigInteger),
    sa.Column("raw", sa.LargeBinary),
)  # fmt: skip
SEALS = sa.Table(
    "seals", _META, sa.Column("seq", sa.BigInteger),
    sa.Column("hash", sa.Text), sa.Column("recorded", sa.Text),
)  # fmt: skip
WORDS = sa.Table("words", _META, sa.Column("seq", sa.BigInteger), sa.Column("words", TSVECTOR))
