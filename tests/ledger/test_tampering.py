"""``verify`` says exactly where a ledger was tampered with, though the triggers were got round."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import msgspec
import pytest

from detente.errors import LedgerBrokenError, LedgerError
from detente.ledger import Head, Verification, entry_of, open_journal
from detente.ledger.seal import digest, link_of
from detente.records import Entry
from tests.fakes import MemoryJournal
from tests.ledger.samples import document, entry, ticking

SIZE = 20
MOVE = "UPDATE entries SET seq = {0} WHERE seq = {1}"
COPY = (
    "INSERT INTO entries (seq, kind, key, valid, known, recorded, prev, hash, body) "
    "SELECT {0}, kind, 'new', valid, known, recorded, prev, hash, body FROM entries WHERE seq = 10"
)


def make(path: Path) -> None:
    """A ledger of twenty entries in five appends; the seventh is a document."""
    batch = [entry(f"k{n:02}", known="2025-01-01", body=b'{"n":%d}' % n) for n in range(SIZE)]
    batch[6] = entry_of(document())
    with open_journal(path, now=ticking()) as journal:
        for start in range(0, SIZE, 4):
            journal.append(batch[start : start + 4])


def tamper(path: Path, *statements: str) -> None:
    """Do what somebody with the file in hand can do: drop the triggers, then anything."""
    connection = sqlite3.connect(path, isolation_level=None)
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for statement in statements:
        connection.execute(statement)
    for _, sql in triggers:
        connection.execute(sql)
    connection.close()


def verified(path: Path) -> Verification:
    """What verify says of it."""
    with open_journal(path) as journal:
        return journal.verify()


CASES: dict[str, tuple[list[str], int | None, str]] = {
    "a body changed": (["UPDATE entries SET body = '{\"n\":99}' WHERE seq = 9"], 9, "changed"),
    "one space more": (["UPDATE entries SET body = body || ' ' WHERE seq = 20"], 20, "changed"),
    "known changed": (["UPDATE entries SET known = '2024-01-01' WHERE seq = 1"], 1, "changed"),
    "valid put in": (["UPDATE entries SET valid = '' WHERE seq = 3"], 3, "changed"),
    "recorded changed": (["UPDATE entries SET recorded = '' WHERE seq = 4"], 4, "changed"),
    "kind changed": (["UPDATE entries SET kind = 'judgement' WHERE seq = 4"], 4, "changed"),
    "key changed": (["UPDATE entries SET key = 'other' WHERE seq = 5"], 5, "changed"),
    "hash changed": (["UPDATE entries SET hash = 'beef' WHERE seq = 5"], 5, "changed"),
    "prev changed": (["UPDATE entries SET prev = 'beef' WHERE seq = 5"], 5, "does not follow"),
    "words moved between fields": (
        ["UPDATE entries SET key = key || 'x', body = substr(body, 2) WHERE seq = 8"], 8, "changed",
    ),
    "a body that is no text": (["UPDATE entries SET body = CAST(x'ff' AS TEXT) WHERE seq = 2"], 2, "changed"),
    "body no longer text": (["UPDATE entries SET body = CAST(body AS BLOB) WHERE seq = 2"], None, "CHECK"),
    "one removed": (["DELETE FROM entries WHERE seq = 9"], 9, "missing"),
    "the first removed": (["DELETE FROM entries WHERE seq = 1"], 1, "missing"),
    "one removed, the rest moved up": (
        ["DELETE FROM entries WHERE seq = 9", *(MOVE.format(n - 1, n) for n in range(10, SIZE + 1))],
        9, "does not follow",
    ),
    "the end cut off": (["DELETE FROM entries WHERE seq > 18"], 19, "cut off"),
    "everything cut off": (["DELETE FROM entries"], 1, "cut off"),
    "two changed places": (
        [MOVE.format(-1, 5), MOVE.format(5, 6), MOVE.format(6, -1)], 5, "does not follow",
    ),
    "a copy put in": (
        [*(MOVE.format(n + 1, n) for n in range(SIZE, 10, -1)),
         COPY.format(11)],
        11, "does not follow",
    ),
    "one put before the first": (
        [COPY.format(0)],
        0, "out of order",
    ),
    "one put at the end": (
        [COPY.format(21)],
        21, "does not follow",
    ),
    "the last seal removed": (["DELETE FROM seals WHERE seq = 20"], 17, "never sealed"),
    "all seals removed": (["DELETE FROM seals"], 1, "never sealed"),
    "a seal changed": (["UPDATE seals SET hash = 'beef' WHERE seq = 8"], 5, "written anew"),
    "a document's bytes changed": (["UPDATE documents SET raw = x'00'"], 7, "were changed"),
    "a document's bytes removed": (["DELETE FROM documents"], 7, "are missing"),
    "a document's bytes no bytes": (["UPDATE documents SET raw = 99999999999999"], 7, "are missing"),
    "a document's name changed": (["UPDATE entries SET body = '{}' WHERE seq = 7"], 7, "changed"),
    "bytes of no entry": (["INSERT INTO documents VALUES ('ab', 1, x'00')"], None, "documents' bytes"),
    "an index that disagrees": (
        ["PRAGMA writable_schema = ON",
         "UPDATE sqlite_master SET sql = replace(sql, '''text''', '''blob''') WHERE name = 'seals'"],
        None, "SQLite finds",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_verify_says_where_the_chain_breaks(path: Path, case: str) -> None:
    """Whatever is done to the file, the number is that of the first entry that cannot be trusted."""
    statements, broken_at, words = CASES[case]
    make(path)
    assert verified(path).ok
    tamper(path, *statements)
    told = verified(path)
    assert not told.ok
    assert told.broken_at == broken_at, told
    assert words in told.message


def rewritten(path: Path, first: int) -> list[str]:
    """SQL that changes an entry and mends the chain after it, as somebody with our code could."""
    with open_journal(path) as journal:
        entries = list(journal.read(after=first - 1))
    prev, statements = entries[0].prev or "", []
    for e in entries:
        known = "1999-01-01" if e.seq == first else e.known
        new = digest(link_of(msgspec.structs.replace(e, known=known, prev=prev)))
        fields = f"known = '{known}', prev = '{prev}', hash = '{new}'"
        statements.append(f"UPDATE entries SET {fields} WHERE seq = {e.seq}")
        prev = new
    return statements


def test_a_chain_mended_after_a_change_breaks_at_the_next_seal(path: Path) -> None:
    """Who recomputes all hashes from a change on must also change the seals."""
    make(path)
    tamper(path, *rewritten(path, 10))
    told = verified(path)
    assert (told.ok, told.broken_at) == (False, 9)
    assert "9 to 12" in told.message


def test_a_chain_mended_with_its_seals_shows_against_a_noted_head(path: Path) -> None:
    """A ledger rewritten whole is sound in itself; only a head noted elsewhere shows it."""
    make(path)
    with open_journal(path) as journal:
        noted = journal.head().hash
    update = "UPDATE seals SET hash = (SELECT hash FROM entries WHERE entries.seq = seals.seq)"
    tamper(path, *rewritten(path, 10), update)
    with open_journal(path) as journal:
        assert journal.verify().ok
        told = journal.verify(noted=noted)
        assert not told.ok
        assert noted in told.message


def test_what_holds_before_the_break_is_counted(path: Path) -> None:
    """The entries before the break can still be trusted, and the verification says how many."""
    make(path)
    tamper(path, "UPDATE entries SET body = '{}' WHERE seq = 13")
    assert verified(path).entries == 12


def test_nothing_is_appended_to_a_ledger_whose_end_is_gone(path: Path) -> None:
    """Building on a cut chain would hide the cut."""
    make(path)
    tamper(path, "DELETE FROM entries WHERE seq > 18")
    with open_journal(path) as journal:
        with pytest.raises(LedgerBrokenError, match="entry 20 was sealed last"):
            journal.append([entry("new")])
        assert journal.head().seq == 18


def outcome(path: Path) -> tuple[bool, list[Entry], str]:
    """Verify and read: whether it holds, what was read, and our error if there was one."""
    ok, seen = False, list[Entry]()
    try:
        with open_journal(path) as journal:
            ok = journal.verify().ok
            seen += journal.read()
    except LedgerError as error:
        return ok, seen, str(error)
    return ok, seen, ""


@pytest.mark.parametrize("case", CASES)
def test_a_broken_ledger_is_read_with_a_message_at_worst(path: Path, case: str) -> None:
    """Reading what was tampered with gives entries or an error of ours."""
    make(path)
    tamper(path, *CASES[case][0])
    ok, _, error = outcome(path)
    assert not ok
    assert not error or str(path) in error


@pytest.mark.parametrize("seed", range(20))
def test_a_file_with_random_damage_never_gives_a_traceback(path: Path, seed: int) -> None:
    """Bytes overwritten anywhere: it does not hold, or what was kept is all there."""
    make(path)
    _, before, _ = outcome(path)
    chance, content = random.Random(seed), bytearray(path.read_bytes())
    for _ in range(1 if seed % 2 else 40):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)
    ok, seen, error = outcome(path)
    assert not ok or seen == before
    assert not error or str(path) in error


def test_a_file_cut_in_the_middle_does_not_hold(path: Path) -> None:
    """Half a file is told as damaged."""
    make(path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    ok, _, error = outcome(path)
    assert not ok
    assert "damaged" in error


def test_damage_in_the_middle_of_the_file_is_placed(path: Path) -> None:
    """Where SQLite itself cannot read on, the entries before are counted all the same."""
    with open_journal(path, now=ticking()) as journal:
        journal.append(entry(f"k{n}", body=b'"%s"' % (b"x" * 900)) for n in range(200))
    content = bytearray(path.read_bytes())
    start = content.rindex(b"issuek120") // 4096 * 4096
    content[start : start + 4096] = bytes(4096)
    path.write_bytes(content)
    told = verified(path)
    assert 110 < told.entries <= 120
    assert told.broken_at == told.entries + 1
    assert "damaged" in told.message


def test_the_journal_in_memory_shows_tampering_too() -> None:
    """The walk along the chain is one and the same for every store."""
    journal = MemoryJournal(ticking())
    for n in range(4):
        journal.append([entry(f"k{n}")])
    journal.entries[2] = msgspec.structs.replace(journal.entries[2], key="other")
    assert journal.verify().broken_at == 3
    journal.entries[2:] = []
    assert journal.verify().broken_at == 3
    assert journal.head() == Head(2, journal.entries[1].hash or "")
