"""A PostgreSQL server of the tests' own: on loopback, in a folder of its own, gone when they end.

``python -m tests.ledger.server [-c SETTING=VALUE…] COMMAND…`` runs a command with the address of an empty
database at its end.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

OWNER = "ledger_owner"
PASSWORD = "of-tests-only"
PATIENCE = "600"
"""Seconds: what a killed server has to mend before it answers may take minutes on a full machine."""


class Server:
    """A running server. ``fresh()`` is the address of a new, empty database."""

    def __init__(self, folder: Path, programs: Path, port: int, settings: Sequence[str] = ()) -> None:
        self.folder, self.port, self.settings = folder, port, settings
        self._programs = programs
        self._names = count()

    def run(self, program: str, *arguments: str, check: bool = True) -> None:
        """Run one of PostgreSQL's programs, as a user other than root: it refuses root."""
        as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run(
            [*as_user, str(self._programs / program), *arguments],
            check=check, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/",
        )  # fmt: skip

    def start(self) -> None:
        """Start it, or start it again."""
        # after a kill it would else sync every file of every test's database, one by one
        sync = "recovery_init_sync_method=syncfs"
        settings = ["listen_addresses=127.0.0.1", "fsync=on", sync, *self.settings]
        options = f"-p {self.port} -k {self.folder} " + " ".join(f"-c {setting}" for setting in settings)
        data, log = str(self.folder / "data"), str(self.folder / "log")
        self.run("pg_ctl", "-D", data, "-l", log, "-w", "-t", PATIENCE, "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop it; ``immediate`` is as if it had been killed."""
        data = str(self.folder / "data")
        self.run("pg_ctl", "-D", data, "-w", "-t", PATIENCE, "-m", mode, "stop", check=False)

    def address(self, database: str, user: str = OWNER, password: str = PASSWORD) -> str:
        """How a database is named on the command line."""
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def fresh(self) -> str:
        """The address of a new database."""
        import psycopg

        name = f"ledger_{next(self._names)}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.address(name)


def programs() -> Path | None:
    """Where the server's programs are; None where Debian's package ``postgresql`` is not installed."""
    if os.geteuid() == 0:
        try:
            pwd.getpwnam("postgres")
        except KeyError:
            return None
    folders = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    found = shutil.which("initdb")
    return next(
        (f for f in [*folders, *([Path(found).parent] if found else [])] if (f / "initdb").exists()), None
    )


@contextmanager
def running(where: Path, settings: Sequence[str] = ()) -> Iterator[Server]:
    """A server for the time of the block."""
    with tempfile.TemporaryDirectory(prefix="pg") as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = Server(folder, where, port, settings)
        word = folder / "password"
        word.write_text(PASSWORD)
        word.chmod(0o644)
        server.run(
            "initdb", "-D", str(folder / "data"), "-U", OWNER, "--pwfile", str(word), "-A", "scram-sha-256",
            "-E", "UTF8", "--locale", "C",
        )  # fmt: skip
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")


def main(command: list[str]) -> int:
    """Run a command beside a server.

    Raises:
        SystemExit: there is no server to start, or nothing to run.
    """
    where, settings = programs(), list[str]()
    while command[:1] == ["-c"]:
        settings, command = [*settings, *command[1:2]], command[2:]
    if where is None or not command:
        raise SystemExit(f"expected a command and PostgreSQL's programs; found {command} and {where}")
    with running(where, settings) as server:
        return subprocess.run([*command, server.fresh()], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
