"""The ledger: entries come in, and are there for good.

In comes an :class:`~detente.records.Entry` made from a record (:func:`entry_of`), out comes the
same entry, numbered, dated by two clocks and sealed to the one before. The ledger knows nothing of
deals: it keeps, and answers what stood on a day.

    >>> import tempfile
    >>> from detente.records import Issue
    >>> issue = Issue(stage="sources", code="empty-file", message="expected text; found none", path="a.txt")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open_journal(f"{folder}/l.detente", now=lambda: "2025-01-31T08:00:00Z") as journal:
    ...         journal.append([entry_of(issue)]), journal.append([entry_of(issue)])
    ...         [decode(entry).code for entry in journal.read(known_by="2025-01-31")]
    ...         journal.verify().ok
    (Appended(new=1, known=0), Appended(new=0, known=1))
    ['empty-file']
    True

:func:`check` says whether what it keeps makes sense, as issues. :data:`JOURNALS` is the table of
stores: another one is a file here and a line there.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

from detente.ledger.checks import CHECKS, check
from detente.ledger.copying import copy
from detente.ledger.entries import decode, entries_of, entry_of
from detente.ledger.journal import GENESIS, Appended, Head, Journal, Stats, Verification
from detente.ledger.words import phrases
from detente.registry import Registry

__all__ = [
    "CHECKS", "GENESIS", "JOURNALS", "Appended", "Head", "Journal", "Stats", "Verification",
    "check", "copy", "decode", "entries_of", "entry_of", "open_journal", "phrases", "utc_now",
]  # fmt: skip


class Opener(Protocol):
    """How a store is opened: as :func:`open_journal`, which chooses among them."""

    def __call__(
        self, path: str | os.PathLike[str], *, now: Callable[[], str], create: bool, timeout: float
    ) -> Journal: ...


def _sqlite() -> Opener:
    from detente.ledger.opening import open_sqlite

    return open_sqlite


def _postgres() -> Opener:
    from detente.ledger.postgres import open_postgres

    return open_postgres


JOURNALS: Registry[Opener] = Registry("journal", {"sqlite": _sqlite, "postgresql": _postgres})
"""Where a ledger can be kept: the part of its address before ``://``; a plain path is ``sqlite``."""


def utc_now() -> str:
    """The system's clock: UTC, in seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def open_journal(
    path: str | os.PathLike[str],
    *,
    now: Callable[[], str] = utc_now,
    create: bool = True,
    timeout: float = 30.0,
) -> Journal:
    """Open a ledger, or make a new one. Use it in a ``with``, in the thread that opened it.

    A ledger that may not be written is opened all the same: it can be read and verified.

    Args:
        path: a file, or an address whose scheme is in :data:`JOURNALS`.
        now: the clock for ``recorded``: UTC as ``2025-01-31T08:00:00Z``.
        create: make it where there is none; False: that is an error.
        timeout: how many seconds to wait for another process that writes.

    Raises:
        LedgerVersionError: written by a newer version.
        LedgerBusyError: locked for longer than ``timeout``.
        LedgerError: it is no ledger, or cannot be opened.
        UnknownNameError: no store of this scheme.
    """
    text = os.fspath(path)
    scheme, found, rest = text.partition("://")
    name, where = (scheme, rest if scheme == "sqlite" else text) if found else ("sqlite", text)
    return JOURNALS.get(name)()(where, now=now, create=create, timeout=timeout)
