"""Copies and backups by command, while others write: whole, verified, and good to go on from."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from detente.ledger import open_journal
from tests.ledger.killing import FOREVER, start
from tests.ledger.samples import entry, ticking
from tests.ledger.server import Server
from tests.ledger.test_journal import article_entry
from tests.ledger.writer import batch
from tests.views.cli.running import run


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty ledger in each store that several processes can write to."""
    given = str(tmp_path / "ours")
    if request.param == "postgresql":
        given = request.getfixturevalue("server").fresh()
    open_journal(given).close()
    return given


def test_a_backup_is_made_while_another_process_writes(address: str, tmp_path: Path) -> None:
    """It ends where an append ended, every append in it is whole, and it is a state that the ledger had."""
    writer = start(address, 0, FOREVER)
    assert writer.stdout is not None
    try:
        while writer.stdout.readline().strip() != "20":
            assert writer.poll() is None
        path = str(tmp_path / "kept.detente")
        told = run("ledger", "backup", path, "--ledger", address)
        assert told.code == 0, told.err
        assert told.out.startswith("kept: ")
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.communicate()
    with open_journal(path, create=False) as kept, open_journal(address) as ours:
        head = kept.head()
        assert kept.verify().ok
        assert ours.verify(noted=head.hash).ok
        assert ours.head().seq >= head.seq
        assert [s.seq for s in kept.sealed()] == [s.seq for s in ours.sealed() if s.seq <= head.seq]
        appends = sum(1 for _ in kept.sealed())
        assert head.seq == sum(len(batch(n)) for n in range(appends))
        assert appends > 20


def test_a_ledger_is_restored_from_its_backup(address: str, tmp_path: Path, server: Server) -> None:
    """Into a file or into a server's database: the same entries, bytes, words and seals; then it goes on."""
    path = str(tmp_path / "kept.detente")
    with open_journal(address, now=ticking()) as journal:
        journal.append([*batch(1), article_entry("a", "two men walked free")])
        journal.append(batch(2))
        head, entries = journal.head(), list(journal.read())
    assert run("ledger", "backup", path, "--ledger", address).code == 0
    for target in (str(tmp_path / "again.detente"), server.fresh()):
        assert run("ledger", "copy", path, target).out == f"copied: {head.seq} entries, up to {head.hash}\n"
        assert run("verify", "--ledger", target).code == 0
        assert run("verify", "--fast", "--ledger", target).code == 0
        with open_journal(target, now=ticking("2026-03-01")) as journal:
            assert list(journal.read()) == entries
            assert [e.key for e in journal.find('"walked free"')] == ["a"]
            assert journal.append([*batch(2), entry("new")]).new == 1
            assert journal.verify(noted=head.hash).ok


def test_a_backup_never_takes_the_place_of_a_file(address: str, tmp_path: Path) -> None:
    """Yesterday's backup stays; the message says what to do."""
    path = tmp_path / "kept.detente"
    path.write_bytes(b"yesterday's")
    told = run("ledger", "backup", str(path), "--ledger", address)
    assert told.code != 0
    assert "expected the name of a new file" in told.err
    assert path.read_bytes() == b"yesterday's"


def test_a_backup_of_a_broken_ledger_says_so(tmp_path: Path) -> None:
    """An entry that was changed is not kept as if nothing were; no file of that name is left."""
    ours, path = tmp_path / "ours", tmp_path / "kept.detente"
    with open_journal(ours, now=ticking()) as journal:
        for n in range(3):
            journal.append([entry(f"k{n}")])
    with closing(sqlite3.connect(ours)) as file:
        file.execute("DROP TRIGGER entries_are_not_changed")
        file.execute("UPDATE entries SET body = '{\"n\":2}' WHERE seq = 2")
        file.commit()
    told = run("ledger", "backup", str(path), "--ledger", str(ours))
    assert told.code != 0
    assert "entry 2" in told.err + told.out
    assert not path.exists()


def test_stats_count_what_is_there(address: str) -> None:
    """By kind, with documents' bytes and both clocks; the address is not told."""
    with open_journal(address, now=ticking()) as journal:
        journal.append(batch(1))
        found = journal.stats()
    told = run("ledger", "stats", "--ledger", address)
    assert f"{found.entries:,}" in told.out
    assert "2026-01-31T08:00:00Z" in told.out
    assert "of-tests-only" not in told.out + told.err
    (row,) = run("ledger", "stats", "--ledger", address, "--json").rows
    assert (row["entries"], row["document_bytes"]) == (found.entries, found.document_bytes)
