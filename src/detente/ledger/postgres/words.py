"""The index of a shared ledger's words: ``tsvector`` of what :mod:`detente.ledger.words` gives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import msgspec

from detente.ledger.postgres.driver import sa
from detente.ledger.postgres.tables import ENTRIES, WORDS
from detente.ledger.words import pieces, words_of
from detente.records import Entry

PAGE = 500
"""Articles taken up at a time where a ledger has none of its words yet."""

_SIMPLE: sa.ColumnElement[Any] = sa.literal_column("'simple'::regconfig")
# no language's stems and stop words: the words are those that were folded


Row = dict[str, int | str | None]
"""One piece of an entry's words."""


def rows_of(entry: Entry) -> list[Row]:
    """The rows that a new entry adds to the index; most add none."""
    return [{"at": entry.seq, "text": piece} for piece in pieces(words_of(entry))]


def index(connection: sa.Connection, rows: Sequence[Row]) -> None:
    """Put down the words of new entries."""
    if rows:
        words = sa.func.to_tsvector(_SIMPLE, sa.bindparam("text"))
        connection.execute(sa.insert(WORDS).values(seq=sa.bindparam("at"), words=words), list(rows))


def index_all(connection: sa.Connection) -> None:
    """Put down the words of the articles that are there already."""
    seq, after = ENTRIES.c.seq, 0
    query = sa.select(seq, ENTRIES.c.key, ENTRIES.c.body).where(ENTRIES.c.kind == "article").order_by(seq)
    while page := connection.execute(query.where(seq > after).limit(PAGE)).all():
        found = (
            Entry(kind="article", key=key, body=msgspec.Raw(body.encode()), seq=n) for n, key, body in page
        )
        index(connection, [row for entry in found for row in rows_of(entry)])
        after = page[-1].seq


@lru_cache
def finding(phrases: int, bounds: frozenset[str], *, begun: bool) -> sa.Select[Any]:
    """The question for articles that have so many phrases; made once, since that takes longer than asking.

    Its values are ``phrase0`` …, ``page``, those of the bounds ``known_by`` and ``recorded_by`` (with its
    ``length``) that there are, and ``last``, where a page came before.
    """
    seq, asked = ENTRIES.c.seq, sa.bindparam
    query = sa.select(ENTRIES).where(ENTRIES.c.kind == "article")
    for n in range(phrases):
        wanted = sa.func.phraseto_tsquery(_SIMPLE, asked(f"phrase{n}", type_=sa.Text))
        query = query.where(seq.in_(sa.select(WORDS.c.seq).where(WORDS.c.words.op("@@")(wanted))))
    if "known_by" in bounds:
        query = query.where(ENTRIES.c.known <= asked("known_by", type_=sa.Text))
    if "recorded_by" in bounds:
        recorded = sa.func.left(ENTRIES.c.recorded, asked("length", type_=sa.Integer))
        query = query.where(recorded <= asked("recorded_by", type_=sa.Text))
    if begun:
        query = query.where(seq < asked("last", type_=sa.BigInteger))
    return query.order_by(seq.desc()).limit(asked("page", type_=sa.Integer))
