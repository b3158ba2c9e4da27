"""The index of a shared ledger's words: ``tsvector`` of what :mod:`detente.ledger.words` gives.

The words come folded and parted, so vectors and questions are written here, as PostgreSQL reads them, and no
text search configuration is asked to part them a second time, in its own way and for three times the work.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

import msgspec
from sqlalchemy.dialects.postgresql import TSQUERY

from detente.ledger.postgres.driver import copy_in, sa
from detente.ledger.postgres.tables import ENTRIES, WORDS
from detente.ledger.words import ASKED, PIECE, pieces, words_of
from detente.records import Entry

PAGE = 500
"""Articles taken up at a time where a ledger has none of its words yet."""

LONGEST = 500
"""Letters of a word that are looked at: PostgreSQL takes no more than 2,046 bytes."""

_PLACES = tuple(f":{place} " for place in range(1, PIECE + ASKED + 1))

Row = tuple[int, str]
"""The number of an entry, and the vector of one piece of its words."""


def rows_of(entry: Entry) -> list[Row]:
    """The rows that a new entry adds to the index; most add none."""
    return [(entry.seq or 0, vector(piece.split(" "))) for piece in pieces(words_of(entry))]


def vector(words: Sequence[str]) -> str:
    """These words and their places as PostgreSQL reads a ``tsvector``: letters and digits need no quotes.

    A word that stands there twice may be written twice.

    >>> vector(["the", "two", "the"])
    'the:1 two:2 the:3 '
    """
    if max(map(len, words)) > LONGEST:
        words = [word[:LONGEST] for word in words]
    return "".join(chain.from_iterable(zip(words, _PLACES, strict=False)))


def query_of(phrase: str) -> str:
    """Words in a row as PostgreSQL reads a ``tsquery``.

    >>> query_of("two men")
    'two <-> men'
    """
    return " <-> ".join(word[:LONGEST] for word in phrase.split(" "))


def index(connection: sa.Connection, rows: Sequence[Row]) -> None:
    """Put down the words of new entries."""
    if rows:
        copy_in(connection, "words", ("seq", "words"), rows)


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

    Its values are ``phrase0`` … as :func:`query_of` writes them, ``page``, those of the bounds ``known_by``
    and ``recorded_by`` (with its ``length``) that there are, and ``last``, where a page came before.
    """
    seq, asked = ENTRIES.c.seq, sa.bindparam
    query = sa.select(ENTRIES).where(ENTRIES.c.kind == "article")
    for n in range(phrases):
        wanted = sa.cast(asked(f"phrase{n}", type_=sa.Text), TSQUERY)
        query = query.where(seq.in_(sa.select(WORDS.c.seq).where(WORDS.c.words.op("@@")(wanted))))
    if "known_by" in bounds:
        query = query.where(ENTRIES.c.known <= asked("known_by", type_=sa.Text))
    if "recorded_by" in bounds:
        recorded = sa.func.left(ENTRIES.c.recorded, asked("length", type_=sa.Integer))
        query = query.where(recorded <= asked("recorded_by", type_=sa.Text))
    if begun:
        query = query.where(seq < asked("last", type_=sa.BigInteger))
    return query.order_by(seq.desc()).limit(asked("page", type_=sa.Integer))
