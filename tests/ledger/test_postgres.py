"""The shared ledger: how it is opened, refused, locked, kept from being changed, and when one dies."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from importlib import resources
from pathlib import Path

import psycopg
import pytest

from detente.errors import LedgerBusyError, LedgerError, LedgerVersionError
from detente.ledger import entry_of, open_journal
from detente.ledger.postgres import open_postgres
from detente.ledger.postgres.journal import LOCK, PostgresJournal
from detente.ledger.postgres.opening import LATEST
from tests.ledger.killing import FOREVER, kill_writers, start, whole_batches
from tests.ledger.samples import document, entry, ticking
from tests.ledger.server import PASSWORD, Server
from tests.ledger.test_journal import article_entry, found
from tests.ledger.writer import batch

KILLS = 30


def filled(address: str, entries: int = 3) -> str:
    """A ledger with a document and some more."""
    with open_journal(address, now=ticking()) as journal:
        journal.append([entry_of(document()), *(entry(f"k{n}") for n in range(entries - 1))])
    return address


def plain(address: str) -> psycopg.Connection[tuple[object, ...]]:
    """The database as another program would open it."""
    return psycopg.connect(address, autocommit=True)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE detente.entries SET body = '{}'", "DELETE FROM detente.entries WHERE seq = 3",
        "TRUNCATE detente.entries", "UPDATE detente.seals SET hash = ''", "DELETE FROM detente.seals",
        "UPDATE detente.documents SET raw = ''", "DELETE FROM detente.documents",
        "TRUNCATE detente.documents",
        "INSERT INTO detente.entries VALUES (9, 'issue', 'gap', NULL, '', '', '', '', '')",
        "INSERT INTO detente.entries VALUES (2, 'issue', '', NULL, '', '', '', '', '')",
        "INSERT INTO detente.entries SELECT n, 'x', n, '', '', '', '', '', '' FROM generate_series(4,6,2) n",
        "INSERT INTO detente.seals VALUES (1, '', '')",
        "INSERT INTO detente.entries SELECT * FROM detente.entries ON CONFLICT (seq) DO UPDATE SET body = ''",
    ],
)  # fmt: skip
def test_the_database_itself_refuses_to_change_or_remove(server: Server, statement: str) -> None:
    """Even the ledger's owner, with another program, meets the triggers."""
    address = filled(server.fresh())
    with plain(address) as other, pytest.raises(psycopg.Error):
        other.execute(statement)
    with open_journal(address) as journal:
        assert journal.verify().ok
        assert journal.head().seq == 3


def test_a_writer_may_add_and_read_and_nothing_else(server: Server) -> None:
    """A writer cannot change, remove, truncate or switch a trigger off; a reader cannot write."""
    address = filled(server.fresh())
    database = address.rsplit("/", 1)[1]
    roles = resources.files("detente.ledger.postgres").joinpath("roles.sql").read_text()
    with plain(address) as owner:
        owner.execute(roles.encode())
        owner.execute(roles.encode())  # a second time changes nothing
        for name, role in (("clerk", "writer"), ("guest", "reader")):
            login = f"{name}_{database}"
            owner.execute(f"CREATE ROLE {login} LOGIN PASSWORD '{PASSWORD}' IN ROLE detente_{role}".encode())
    clerk, guest = (server.address(database, f"{name}_{database}") for name in ("clerk", "guest"))
    with open_journal(clerk) as journal:
        assert journal.append([entry("by the clerk")]).new == 1
        assert journal.verify().ok
    with open_journal(guest) as journal:
        assert journal.head().seq == 4
        with pytest.raises(LedgerError, match="this login may not do that"):
            journal.append([entry("by the guest")])
    refused = [
        "UPDATE detente.entries SET body = ''", "DELETE FROM detente.entries", "TRUNCATE detente.entries",
        "ALTER TABLE detente.entries DISABLE TRIGGER ALL", "DROP TABLE detente.seals",
        "DROP TRIGGER entries_stay ON detente.entries", "SET session_replication_role = 'replica'",
        "CREATE TABLE detente.mine (n int)", "INSERT INTO detente.versions VALUES (9)",
    ]  # fmt: skip
    for statement in refused:
        with plain(clerk) as other, pytest.raises(psycopg.errors.InsufficientPrivilege):
            other.execute(statement.encode())


@pytest.mark.parametrize(
    ("statement", "broken_at"),
    [
        ("UPDATE detente.entries SET body = '{\"n\":1}' WHERE seq = 2", 2),
        ("UPDATE detente.documents SET raw = 'other'", 1),
        ("DELETE FROM detente.entries WHERE seq = 2", 2),
        ("DELETE FROM detente.entries WHERE seq = 3", 3),
        ("DELETE FROM detente.documents", 1),
    ],
)
def test_verify_says_where_a_superuser_broke_the_chain(
    server: Server, statement: str, broken_at: int
) -> None:
    """Whoever may switch the triggers off still meets the hashes."""
    address = filled(server.fresh())
    with plain(address) as other:
        other.execute("SET session_replication_role = 'replica'")
        other.execute(statement.encode())
    with open_journal(address) as journal:
        told = journal.verify()
    assert (told.ok, told.broken_at) == (False, broken_at)


def test_a_newer_ledger_is_refused(server: Server) -> None:
    """The message names both versions."""
    address = filled(server.fresh())
    with plain(address) as other:
        other.execute("INSERT INTO detente.versions VALUES (7)")
    with pytest.raises(LedgerVersionError, match=f"version {LATEST} or older; found version 7"):
        open_journal(address)


def test_without_create_a_database_without_ledger_is_an_error_and_none_is_made(server: Server) -> None:
    """A mistyped name shows, instead of an empty answer."""
    address = server.fresh()
    for _ in range(2):
        with pytest.raises(LedgerError, match="expected a ledger; found none"):
            open_journal(address, create=False)


def test_no_message_tells_the_address_in_full(server: Server) -> None:
    """Logins and passwords stand in no error, whatever goes wrong."""
    good = server.fresh()
    wrong = [
        good.replace(PASSWORD, "secret"), good.replace(f":{server.port}", ":9"), good + "_nowhere",
        "postgresql://clerk:secret@127.0.0.1", "postgresql://clerk:secret@[::1/x",
        f"{good}?password=secret&port=1",
        good.replace("127.0.0.1", "no-such-host.invalid"),
    ]  # fmt: skip
    for address in wrong:
        with pytest.raises(LedgerError) as caught:
            open_journal(address, timeout=5)
        told = str(caught.value)
        assert not any(word in told for word in ("secret", PASSWORD, "clerk", "ledger_owner:")), told
        assert caught.value.__cause__ is None


def test_a_lock_that_stays_is_told_after_the_timeout(server: Server) -> None:
    """Another writer that does not finish: LedgerBusyError, nothing appended, and later it works."""
    address = filled(server.fresh())
    with open_journal(address, timeout=0.2) as journal, psycopg.connect(address) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        with pytest.raises(LedgerBusyError, match=r"within 0\.2 s"):
            journal.append([entry("a")])
        assert journal.head().seq == 3
        other.rollback()
        assert journal.append([entry("a")]).new == 1


def test_an_append_is_begun_anew_when_another_came_between(server: Server) -> None:
    """A writer that takes no lock makes ours collide: it tries again on the new head, on one chain."""
    address = filled(server.fresh())
    hits: list[int] = []

    def now() -> str:
        if not hits:  # the head has been read, nothing is stored yet: an entry comes between
            hits.append(1)
            with PostgresWithoutLock(address) as other:
                other.append([entry("between")])
        return "2026-02-01T08:00:00Z"

    with open_postgres(address, now=now) as journal:
        assert journal.append([entry("ours")]).new == 1
        assert [e.key for e in journal.read(after=3)] == ["between", "ours"]
        assert journal.verify().ok


class PostgresWithoutLock:
    """A writer of the same code on another lock, which is as good as none."""

    def __init__(self, address: str) -> None:
        import detente.ledger.postgres.journal as module

        self._module = module
        self._journal: PostgresJournal = open_postgres(address, now=ticking("2026-02-01"))

    def __enter__(self) -> PostgresJournal:
        self._module.LOCK += 1
        return self._journal

    def __exit__(self, *_: object) -> None:
        self._module.LOCK -= 1
        self._journal.close()


def test_who_waits_is_told_of_an_append_at_once(server: Server) -> None:
    """``wait`` returns the new head long before its time is up; with nothing new it returns the old one."""
    address = filled(server.fresh())
    with open_postgres(address, now=ticking()) as one, open_postgres(address, now=ticking()) as two:
        assert one.wait(after=2, timeout=30).seq == 3
        assert one.wait(after=3, timeout=0.05).seq == 3
        timer = threading.Timer(0.3, lambda: two.append([entry("news")]))
        timer.start()
        begun = time.monotonic()
        assert one.wait(after=3, timeout=30).seq == 4
        assert time.monotonic() - begun < 15
        timer.join()
        assert one.append([entry("still works")]).new == 1


def test_writers_at_once_make_one_chain(server: Server) -> None:
    """Four processes on a ledger that none has made yet: all succeed, and what two bring is there once."""
    address = server.fresh()
    names = ["w", "x", "y", "y"]
    processes = [start(address, 0, 12, name) for name in names]
    outcomes = [process.communicate(timeout=120) for process in processes]
    assert [p.returncode for p in processes] == [0] * 4, [errors for _, errors in outcomes]
    with open_journal(address) as journal:
        told = journal.verify()
        assert told.ok, told.message
        assert [whole_batches(journal, writer=name) for name in "wxy"] == [12, 12, 12]
        assert journal.stats().entries == sum(len(batch(n, name)) for n in range(12) for name in "wxy")


def test_a_killed_writer_leaves_whole_batches(server: Server) -> None:
    """SIGKILL at random points: the chain holds, every append that returned is there, none in part."""
    assert kill_writers(server.fresh(), 8) > 4


def test_a_killed_server_leaves_whole_batches(server: Server) -> None:
    """The server dies under a writer: a clear error, and after its restart whole batches that go on."""
    address, chance = server.fresh(), random.Random(5)
    for _ in range(2):
        process = start(address, 0, FOREVER)
        assert process.stdout is not None
        for _ in range(chance.randint(4, 9)):
            process.stdout.readline()
        time.sleep(chance.uniform(0, 0.05))
        server.stop("immediate")
        _, errors = process.communicate(timeout=600)
        assert "LedgerError" in errors
        assert PASSWORD not in errors
        server.start()
        with open_journal(address) as journal:
            told = journal.verify()
            assert told.ok, told.message
            done = whole_batches(journal)
            assert done > 2
            assert journal.append(batch(done)).new == len(batch(done))


def test_a_ledger_outlives_a_connection(server: Server) -> None:
    """A connection that was cut is made anew for the next question."""
    address = filled(server.fresh())
    with open_journal(address) as journal, plain(address) as other:
        assert journal.head().seq == 3
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        assert journal.head().seq == 3


def test_a_ledger_file_needs_no_driver(tmp_path: Path) -> None:
    """A laptop's ledger starts without SQLAlchemy and without the server's driver."""
    code = (
        "import sys; from detente.ledger import open_journal; open_journal(sys.argv[1]).close(); "
        "print(sorted({'sqlalchemy', 'psycopg'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "l")], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_a_ledger_without_words_gets_those_of_its_articles(server: Server) -> None:
    """A ledger of version 1 is brought forward: its entries and hashes stay, its articles are found."""
    address = server.fresh()
    with open_journal(address) as journal:
        journal.append([article_entry("a", "two men"), entry("b"), article_entry("c", "the men")])
        head = journal.head()
    with plain(address) as other:
        other.execute("DROP TABLE detente.words")
        other.execute("DELETE FROM detente.versions WHERE version > 1")
    with open_journal(address) as journal:
        assert (journal.head(), journal.verify().ok) == (head, True)
        assert found(journal, "men") == ["c", "a"]
        journal.append([article_entry("d", "men again")])
        assert found(journal, "men") == ["d", "c", "a"]


def test_words_that_a_server_parted_are_made_anew(server: Server) -> None:
    """A ledger of version 3 holds vectors of the server's making, which may lack a word that we ask for."""
    address = server.fresh()
    with open_journal(address) as journal:
        journal.append([article_entry("a", "two men")])
    with plain(address) as other:
        other.execute("UPDATE detente.words SET words = to_tsvector('simple', 'men')")
        other.execute("DELETE FROM detente.versions WHERE version > 3")
    with open_journal(address) as journal:
        assert found(journal, '"two men"') == ["a"]


def test_new_words_wait_in_a_short_list(server: Server) -> None:
    """Also in a ledger that was made when they did not: they go into the index many at a time."""
    address = server.fresh()
    open_journal(address).close()
    with plain(address) as other:
        other.execute("ALTER INDEX detente.words_found SET (fastupdate = off)")
        other.execute("DELETE FROM detente.versions WHERE version > 2")
    with open_journal(address) as journal:
        journal.append([article_entry(f"a{n}", f"man {n} of the men") for n in range(300)])
        assert found(journal, '"man 7"') == ["a7"]
    with plain(address) as other:
        told = other.execute("SELECT unnest(reloptions) FROM pg_class WHERE relname = 'words_found'")
        assert {row[0] for row in told} == {"fastupdate=on", "gin_pending_list_limit=256"}


def read_through(address: str, since: int) -> int:
    """How many rows were read without an index since there were counted so many appended ones."""
    asked = "SELECT n_tup_ins, seq_tup_read FROM pg_stat_user_tables WHERE relname = 'entries'"
    with plain(address) as other:
        for _ in range(200):  # a session that ends tells what it did a moment later
            (appended, read) = other.execute(asked).fetchone() or (0, 0)
            if isinstance(appended, int) and isinstance(read, int) and appended >= since:
                return read
            time.sleep(0.05)
    raise AssertionError("expected the server to count what was appended")


def test_keys_are_looked_up_by_their_index_however_few_rows_the_planner_knows_of(server: Server) -> None:
    """A table that grew since it was last counted is not read through for every append."""
    address = server.fresh()
    with open_journal(address) as journal:
        for part in range(20):
            journal.append([entry(f"{part}-{n}") for n in range(500)])
    with plain(address) as other:
        other.execute("VACUUM ANALYZE detente.entries")
        other.execute("SELECT pg_stat_reset()")
    with open_journal(address) as journal:
        for part in range(20, 40):
            journal.append([entry(f"{part}-{n}") for n in range(500)])
    assert read_through(address, 10_000) == 0


def test_keys_are_looked_up_by_their_index_where_nobody_counted_the_rows_yet(server: Server) -> None:
    """A ledger that was filled at once is not read through by the next append either."""
    address = server.fresh()
    with open_journal(address) as journal, plain(address) as other:
        other.execute("ALTER TABLE detente.entries SET (autovacuum_enabled = off)")
        journal.append([entry(f"{n}") for n in range(20_000)])
    assert read_through(address, 20_000) == 0
    with plain(address) as other:  # which makes the choice that of a million rows
        other.execute(f"ALTER DATABASE {address.rpartition('/')[2]} SET cpu_index_tuple_cost = 1")
        other.execute("SELECT pg_stat_reset()")
    with open_journal(address) as journal:
        journal.append([entry(f"more {n}") for n in range(500)])
    assert read_through(address, 500) == 0
