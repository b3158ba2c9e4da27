"""The seal, recomputed by somebody who has only the decision record and the file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from detente.ledger import entry_of, open_journal
from detente.ledger.seal import Link, digest
from tests.ledger.samples import document, entry, ticking


def test_the_chain_can_be_recomputed_without_our_code(path: Path) -> None:
    """Docs/decisions/0003: netstrings of the fields, an absent one is "-", the first prev is zeros."""
    with open_journal(path, now=ticking()) as journal:
        journal.append([entry_of(document()), entry("é".encode().hex(), body='{"t":"Мінск ’"}'.encode())])
        journal.append([entry("k", known="2025-12-13", valid="2025-12-12")])
        head = journal.head().hash
    prev = "0" * 64
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute("SELECT seq, kind, key, body, valid, known, recorded FROM entries ORDER BY seq")
        for row in rows:
            texts = [
                "-" if f is None else f"{len(str(f).encode())}:{f}," for f in ("detente-entry-1", *row, prev)
            ]
            prev = sha256("".join(texts).encode()).hexdigest()
    assert prev == head


fields = st.none() | st.binary(max_size=6)
links = st.builds(Link, st.integers(1, 99), *[fields] * 7, st.just(b""))


odd = st.none() | st.binary(max_size=6) | st.integers(0, 99)


@given(st.builds(Link, st.integers(1, 99), *[odd] * 7, st.just(b"")))
def test_what_somebody_else_put_in_is_sealed_like_anything(link: Link) -> None:
    """A field that is absent or a number has its netstring too, so a check of it never fails."""
    fields: list[object] = ["detente-entry-1", *link[:8]]
    texts = [f if isinstance(f, bytes) else str(f).encode() for f in fields]
    told = [b"-" if f is None else b"%d:%s," % (len(t), t) for f, t in zip(fields, texts, strict=True)]
    assert digest(link) == sha256(b"".join(told)).hexdigest()


@given(one=links, other=links)
def test_two_entries_never_seal_alike(one: Link, other: Link) -> None:
    """No way to move words from one field to the next leaves the hash as it was."""
    assert (digest(one) == digest(other)) == (one == other)


def test_a_long_document_is_kept_whole(path: Path) -> None:
    """Twenty megabytes on one line go in and come back."""
    raw = b"Varland freed two men. " * 900_000
    with open_journal(path) as journal:
        journal.append([entry_of(document(raw))])
        assert [e.raw for e in journal.read()] == [raw]
        assert journal.verify().ok
