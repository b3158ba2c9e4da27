"""The ledger file: how it is opened, refused, locked, and kept from being changed."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

import detente.ledger.migrate as migrations
from detente.errors import DetenteError, LedgerBusyError, LedgerError, LedgerVersionError, UnknownNameError
from detente.ledger import JOURNALS, entry_of, open_journal
from detente.ledger.opening import open_sqlite
from tests.ledger.samples import document, entry, ticking
from tests.ledger.test_journal import article_entry, found


def filled(path: Path, entries: int = 3) -> Path:
    """A ledger with a document and some more."""
    with open_journal(path, now=ticking()) as journal:
        journal.append([entry_of(document()), *(entry(f"k{n}") for n in range(entries - 1))])
    return path


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET body = '{}'", "DELETE FROM entries", "DELETE FROM entries WHERE seq = 3",
        "UPDATE seals SET hash = ''", "DELETE FROM seals",
        "UPDATE documents SET raw = x'00'", "DELETE FROM documents",
        "INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE seq = 1",
        "INSERT OR REPLACE INTO entries SELECT 4, kind, key, valid, known, recorded, '', '', '' FROM entries",
        "INSERT OR REPLACE INTO documents SELECT * FROM documents",
        "INSERT OR REPLACE INTO seals SELECT * FROM seals",
        "INSERT INTO entries SELECT 9, 'issue', 'gap', valid, known, recorded, prev, hash, body FROM entries",
        "REPLACE INTO entries VALUES (2, 'issue', '', NULL, '', '', '', '', '')",
    ],
)  # fmt: skip
def test_the_database_itself_refuses_to_change_or_remove(path: Path, statement: str) -> None:
    """Whoever opens the file with another program meets the triggers."""
    filled(path)
    with closing(sqlite3.connect(path)) as other, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute(statement)
    with open_journal(path) as journal:
        assert journal.verify().ok


def test_the_file_is_in_wal_mode_and_marked_as_a_ledger(path: Path) -> None:
    """Readers never wait for a writer; ``file`` and we can tell a ledger from another database."""
    with closing(sqlite3.connect(filled(path))) as other:
        pragmas = [
            other.execute(f"PRAGMA {p}").fetchone()[0]
            for p in ("journal_mode", "application_id", "user_version")
        ]
    assert pragmas == ["wal", migrations.APPLICATION_ID, migrations.LATEST]


def test_closing_leaves_one_file(path: Path) -> None:
    """A ledger at rest is one file that can be copied."""
    filled(path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_ledger_is_there_again_when_it_is_opened_again(path: Path) -> None:
    """What an append returned from is in the file."""
    filled(path)
    with open_journal(path) as journal:
        assert journal.head().seq == 3
        assert journal.append([entry_of(document())]).new == 0


def test_strange_file_names_are_file_names(tmp_path: Path) -> None:
    """Nothing in a name is taken for an option of SQLite."""
    for name in (":memory:", "a?mode=memory", "50%.l", "a#b", "л едж", "-l"):
        filled(tmp_path / name)
        assert (tmp_path / name).is_file()


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    """As ``mktemp`` leaves one."""
    path.touch()
    with open_journal(path) as journal:
        assert journal.append([entry("a")]).new == 1


def test_a_newer_ledger_is_refused_and_left_alone(path: Path) -> None:
    """The message names both versions; the file keeps its bytes."""
    filled(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA user_version = 7")
    content = path.read_bytes()
    with pytest.raises(LedgerVersionError, match=rf"version {migrations.LATEST} or older; found version 7"):
        open_journal(path)
    assert path.read_bytes() == content


def test_what_is_no_database_is_refused_and_left_alone(path: Path) -> None:
    """A text file given by mistake is not overwritten."""
    for content in (b"Varland freed two men on Monday.\n" * 99, b"x"):
        path.write_bytes(content)
        with pytest.raises(LedgerError, match="no SQLite database"):
            open_journal(path)
        assert path.read_bytes() == content


def test_a_database_of_something_else_is_refused_and_left_alone(path: Path) -> None:
    """Nobody's browser history becomes a ledger."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE cookies (name)")
    content = path.read_bytes()
    with pytest.raises(LedgerError, match="something else"):
        open_journal(path)
    assert path.read_bytes() == content


def test_paths_that_cannot_be_a_ledger_are_refused(tmp_path: Path) -> None:
    """A folder, a folder that is not there, a file where a folder should be."""
    (tmp_path / "file").write_text("x")
    for path, words in ((tmp_path, "a folder or a device"), (tmp_path / "no" / "l", "make it first"),
                        (tmp_path / "file" / "l", "make it first")):  # fmt: skip
        with pytest.raises(LedgerError, match=words):
            open_journal(path)


def test_without_create_a_missing_ledger_is_an_error_and_none_is_made(path: Path) -> None:
    """A mistyped path shows, instead of an empty answer."""
    with pytest.raises(LedgerError, match="no such file"):
        open_journal(path, create=False)
    assert not path.exists()


def test_stores_are_chosen_by_scheme(path: Path) -> None:
    """A plain path is SQLite; an unknown scheme names the known ones."""
    assert JOURNALS.names() == ("postgresql", "sqlite")
    with open_journal(f"sqlite://{path}") as journal:
        journal.append([entry("a")])
    assert path.exists()
    with pytest.raises(UnknownNameError, match="out of postgresql, sqlite; found 'oracle'"):
        open_journal("oracle://desk/ledger")


def test_an_address_is_not_told_where_it_is_refused() -> None:
    """Database addresses carry passwords."""
    with pytest.raises(DetenteError) as caught:
        open_journal("oracle://clerk:secret@desk/ledger")
    assert "secret" not in str(caught.value)


def test_a_lock_that_stays_is_told_after_the_timeout(path: Path) -> None:
    """Another writer that does not finish: LedgerBusyError, nothing appended, and later it works."""
    with (
        open_journal(path, timeout=0.1) as journal,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerBusyError, match=r"within 0\.1 s"):
            journal.append([entry("a")])
        assert list(journal.read()) == []
        other.execute("ROLLBACK")
        assert journal.append([entry("a")]).new == 1


def test_a_lock_that_goes_is_waited_for(path: Path) -> None:
    """A writer that finishes in time is not even noticed."""
    with open_journal(path, timeout=30) as journal:
        other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        timer = threading.Timer(0.6, other.execute, ["ROLLBACK"])
        timer.start()
        assert journal.append([entry("a")]).new == 1
        timer.join()
        other.close()


def test_a_reader_is_not_disturbed_by_a_writer(path: Path) -> None:
    """Two journals on one file: what one reads half-way, the other may append to."""
    with open_journal(filled(path, 90), now=ticking()) as one, open_journal(path, now=ticking()) as two:
        reading = one.read()
        next(reading)
        assert two.append([entry("other")]).new == 1
        assert one.append([entry("own")]).new == 1
        assert sum(1 for _ in reading) == 89
        assert one.verify().ok


def test_another_thread_is_refused_with_a_ledger_error(path: Path) -> None:
    """One journal belongs to the thread that opened it."""
    told: list[BaseException] = []

    def use() -> None:
        try:
            journal.head()
        except LedgerError as error:
            told.append(error)

    with open_journal(path) as journal:
        thread = threading.Thread(target=use)
        thread.start()
        thread.join()
    assert "thread" in str(told[0])


def test_an_older_ledger_is_brought_forward_in_one_step(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Migrations run in order, once, and leave the entries and their hashes as they were."""
    filled(path)
    with open_journal(path) as journal:
        head = journal.head()
    latest = migrations.LATEST
    step = migrations.Migration(latest + 1, "next.sql")
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, step))
    monkeypatch.setattr(migrations, "LATEST", latest + 1)
    monkeypatch.setattr(migrations, "_statements", lambda step: ["CREATE TABLE later (n INTEGER)"])
    for _ in range(2):
        with open_sqlite(path, now=ticking()) as journal:
            assert journal.head() == head
            assert journal.verify().ok
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA user_version").fetchone() == (latest + 1,)


def test_a_migration_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a migration would be a ledger of no version."""
    filled(path)
    step = migrations.Migration(migrations.LATEST + 1, "next.sql")
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, step))
    monkeypatch.setattr(migrations, "LATEST", step.version)
    monkeypatch.setattr(migrations, "_statements", lambda step: ["CREATE TABLE later (n INTEGER)", "NOT SQL"])
    with pytest.raises(LedgerError):
        open_journal(path)
    monkeypatch.undo()
    with open_journal(path) as journal:
        assert journal.verify().ok
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT count(*) FROM sqlite_master WHERE name = 'later'").fetchone() == (0,)


def test_migrations_are_numbered_from_one_without_gaps() -> None:
    """Forward only: each step leads one version further, and its file is there."""
    assert [step.version for step in migrations.MIGRATIONS] == list(range(1, migrations.LATEST + 1))
    assert all(list(migrations._statements(step)) for step in migrations.MIGRATIONS)


def test_a_ledger_without_words_gets_those_of_its_articles(path: Path) -> None:
    """A ledger of version 1 is brought forward: its entries and hashes stay, its articles are found."""
    with open_journal(path) as journal:
        journal.append([article_entry("a", "two men"), entry("b"), article_entry("c", "the men")])
        head = journal.head()
    with closing(sqlite3.connect(path)) as other:
        other.executescript("DROP TABLE words; DROP TABLE pieces; PRAGMA user_version = 1")
    with open_journal(path) as journal:
        assert (journal.head(), journal.verify().ok) == (head, True)
        assert found(journal, "men") == ["c", "a"]
        journal.append([article_entry("d", "men again")])
        assert found(journal, "men") == ["d", "c", "a"]


LOOK = """
import sys
from detente.ledger import open_journal
with open_journal(sys.argv[1], create=False) as journal:
    print(journal.head().seq)
"""


def looked(path: Path) -> int:
    """What another process finds, which opens the ledger and closes it again."""
    return int(subprocess.run([sys.executable, "-c", LOOK, path], check=True, capture_output=True).stdout)


def test_what_one_process_opens_twice_another_does_not_take_for_closed(path: Path) -> None:
    """A look at the header gives up no lock: the WAL stays, and what is appended later others see."""
    with open_journal(filled(path), now=ticking()) as one, open_journal(path, now=ticking()) as two:
        for n in range(3):
            one.append([entry(f"one {n}")])
            assert looked(path) == one.head().seq
            assert Path(f"{path}-wal").exists()
            two.append([entry(f"two {n}")])
            assert looked(path) == two.head().seq == one.head().seq
    assert looked(path) == 9


def test_a_ledger_that_another_file_took_the_place_of_is_not_appended_to(tmp_path: Path) -> None:
    """Nothing is kept where nobody would find it again: replaced or removed, who has it open is told."""
    path, other = filled(tmp_path / "l"), filled(tmp_path / "other")
    with open_journal(path, now=ticking()) as journal:
        other.replace(path)
        with pytest.raises(LedgerError, match="found another file in its place"):
            journal.append([entry("a")])
        path.unlink()
        with pytest.raises(LedgerError, match="or none; nothing was appended"):
            journal.append([entry("a")])


def test_who_waits_for_a_ledger_that_is_gone_is_told(path: Path) -> None:
    """Nothing more can come: a watcher does not wait for ever."""
    with open_journal(path) as journal:
        assert journal.wait(after=0, timeout=0.01).seq == 0
        path.unlink()
        with pytest.raises(LedgerError, match="nothing more will come"):
            journal.wait(after=0, timeout=0.01)


def test_what_is_no_database_is_refused_where_a_ledger_was_open(path: Path) -> None:
    """A ledger that was closed, or forgotten, is open no more."""
    filled(path)
    journal = open_journal(path)
    journal.close()
    path.write_text("no ledger at all")
    with pytest.raises(LedgerError, match="no SQLite database"):
        open_journal(path)
