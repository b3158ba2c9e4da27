"""The accounts of a team: who they are, their sessions and tokens, and the book of what they did.

They stand in a file of their own beside the ledger. Of a password only its Argon2id hash is kept, of
sessions and tokens only a SHA-256: whoever reads the file can sign in as nobody.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from detente.errors import InputError, UnknownNameError
from detente.views.serving.rules import ROLES, SCOPES

if TYPE_CHECKING:
    from argon2 import PasswordHasher

TRIES = 5
"""Wrong passwords in a row after which an account waits."""
WAIT = 900
"""Seconds it waits."""
IDLE = 8 * 3600
"""Seconds after which a session that is not used ends."""
LEAST = 12
"""Letters a password has at the least (NIST SP 800-63B asks for length, not for signs)."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS accounts (
  name TEXT PRIMARY KEY, role TEXT NOT NULL, hash TEXT NOT NULL,
  wrong INTEGER NOT NULL DEFAULT 0, waits INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS sessions (
  hash TEXT PRIMARY KEY, name TEXT NOT NULL, csrf TEXT NOT NULL, used INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS tokens (
  hash TEXT PRIMARY KEY, name TEXT NOT NULL, scopes TEXT NOT NULL, made INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS audit (
  at INTEGER NOT NULL, name TEXT NOT NULL, what TEXT NOT NULL, route TEXT NOT NULL,
  target TEXT NOT NULL, status INTEGER NOT NULL);
"""


class Account(NamedTuple):
    """Somebody who is signed in."""

    name: str
    role: str
    scopes: tuple[str, ...] = SCOPES
    csrf: str | None = None  # of a session: what its forms carry; a token needs none


class Noted(NamedTuple):
    """A line of the book."""

    at: int
    name: str
    what: str  # read, write, sign-in, refused
    route: str
    target: str
    status: int


class Accounts:
    """The file of accounts; may be asked from any thread."""

    def __init__(self, path: str, *, now: Callable[[], float]) -> None:
        self._now, self._lock = now, Lock()
        if path != ":memory:":
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))  # nobody else's to read
        self._base = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.executescript(_SCHEMA)

    @cached_property
    def _hasher(self) -> PasswordHasher:
        from argon2 import PasswordHasher

        return PasswordHasher()

    @cached_property
    def _nobody(self) -> str:
        """What a wrong name is checked against, so that it takes as long as a wrong password."""
        return self._hasher.hash(secrets.token_hex(16))

    @contextmanager
    def _held(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            yield self._base

    # -- who there is ------------------------------------------------------------------------

    def add(self, name: str, role: str, password: str) -> None:
        """A new account, or a new role and password for one; its sessions end.

        Raises:
            InputError: no name, no such role, or a password that is too short.
        """
        if not name.strip() or not name.isprintable() or len(name) > 80:
            raise InputError("name: expected 1 to 80 letters; found others; give another")
        if role not in ROLES:
            raise InputError(f"role: expected one of {', '.join(ROLES)}; found {role!r}")
        if len(password) < LEAST:
            raise InputError(
                f"password: expected at least {LEAST} letters; found {len(password)}; take a longer one"
            )
        hashed = self._hasher.hash(password)
        with self._held() as base:
            base.execute(
                "INSERT INTO accounts (name, role, hash) VALUES (?, ?, ?) ON CONFLICT (name) "
                "DO UPDATE SET role = excluded.role, hash = excluded.hash, wrong = 0, waits = 0",
                (name, role, hashed),
            )
            base.execute("DELETE FROM sessions WHERE name = ?", (name,))

    def names(self) -> tuple[tuple[str, str], ...]:
        """Every account with its role."""
        with self._held() as base:
            return tuple(base.execute("SELECT name, role FROM accounts ORDER BY name"))

    def remove(self, name: str) -> None:
        """End an account, its sessions and tokens; what it did stays in the book.

        Raises:
            UnknownNameError: no such account.
        """
        with self._held() as base:
            if base.execute("DELETE FROM accounts WHERE name = ?", (name,)).rowcount == 0:
                raise UnknownNameError(f"expected an account; found none called {name!r}")
            base.execute("DELETE FROM sessions WHERE name = ?", (name,))
            base.execute("DELETE FROM tokens WHERE name = ?", (name,))

    # -- signing in --------------------------------------------------------------------------

    def sign_in(self, name: str, password: str) -> str | None:
        """The secret of a new session; None for a wrong name, a wrong password, or one that has to wait."""
        from argon2.exceptions import VerificationError

        with self._held() as base:
            row = base.execute("SELECT hash, wrong, waits FROM accounts WHERE name = ?", (name,)).fetchone()
        try:
            self._hasher.verify(row[0] if row else self._nobody, password)
            right = row is not None and row[2] <= self._now()
        except VerificationError:
            right = False
        with self._held() as base:
            if not right:
                self._wrong(base, name)
                return None
            base.execute("UPDATE accounts SET wrong = 0, waits = 0 WHERE name = ?", (name,))
            secret, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
            row = (_hashed(secret), name, csrf, int(self._now()))
            base.execute("INSERT INTO sessions VALUES (?, ?, ?, ?)", row)
            return secret

    def _wrong(self, base: sqlite3.Connection, name: str) -> None:
        """Every fifth wrong password makes the account wait."""
        base.execute("UPDATE accounts SET wrong = wrong + 1 WHERE name = ?", (name,))
        until = int(self._now()) + WAIT
        base.execute(
            "UPDATE accounts SET waits = ?, wrong = 0 WHERE name = ? AND wrong >= ?", (until, name, TRIES)
        )

    def session(self, secret: str) -> Account | None:
        """Whose session this is; None where it is over."""
        with self._held() as base:
            row = base.execute(
                "SELECT s.name, a.role, s.csrf, s.used FROM sessions s JOIN accounts a ON a.name = s.name "
                "WHERE s.hash = ?", (_hashed(secret),),
            ).fetchone()  # fmt: skip
            if row is None or row[3] + IDLE < self._now():
                return None
            if row[3] + 60 < self._now():
                base.execute(
                    "UPDATE sessions SET used = ? WHERE hash = ?", (int(self._now()), _hashed(secret))
                )
        return Account(row[0], row[1], csrf=row[2])

    def sign_out(self, secret: str) -> None:
        """End a session."""
        with self._held() as base:
            base.execute("DELETE FROM sessions WHERE hash = ?", (_hashed(secret),))

    # -- tokens ------------------------------------------------------------------------------

    def token(self, name: str, scopes: tuple[str, ...]) -> str:
        """A new token of an account, for programs; it is shown this once.

        Raises:
            UnknownNameError: no such account.
            InputError: no such scope.
        """
        if not scopes or set(scopes) - set(SCOPES):
            raise InputError(
                f"scope: expected some of {', '.join(SCOPES)}; found {', '.join(scopes) or 'none'}"
            )
        if name not in {known for known, _ in self.names()}:
            raise UnknownNameError(f"expected an account; found none called {name!r}")
        secret = f"dtn_{secrets.token_urlsafe(32)}"
        with self._held() as base:
            row = (_hashed(secret), name, " ".join(scopes), int(self._now()))
            base.execute("INSERT INTO tokens VALUES (?, ?, ?, ?)", row)
        return secret

    def bearer(self, secret: str) -> Account | None:
        """Whose token this is."""
        with self._held() as base:
            row = base.execute(
                "SELECT t.name, a.role, t.scopes FROM tokens t JOIN accounts a ON a.name = t.name "
                "WHERE t.hash = ?",
                (_hashed(secret),),
            ).fetchone()
        return None if row is None else Account(row[0], row[1], tuple(row[2].split()))

    # -- the book ----------------------------------------------------------------------------

    def note(self, name: str, what: str, route: str, target: str, status: int) -> None:
        """A line more; there is no way to take one out."""
        with self._held() as base:
            row = (int(self._now()), name, what, route, target[:300], status)
            base.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)", row)

    def notes(self) -> tuple[Noted, ...]:
        """All of it, in order."""
        with self._held() as base:
            return tuple(Noted(*row) for row in base.execute("SELECT * FROM audit ORDER BY rowid"))

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
