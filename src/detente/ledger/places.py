"""Which ledger files this process has open.

A process that opens a file by itself and closes it again gives up all locks that it has on that file,
SQLite's among them (POSIX). Others would then take the ledger for one that nobody has open, and remove
its WAL while we write there: so a file that is open as a ledger is never opened beside SQLite.
"""

from __future__ import annotations

import os
import weakref
from collections import Counter
from pathlib import Path
from threading import RLock

ONE_AT_A_TIME = RLock()
"""Held from the look at a file's header until it is open as a ledger."""
_open = Counter[tuple[int, int]]()


class Place:
    """Where an open ledger lies; it is open until this is let go of, or forgotten."""

    def __init__(self, file: Path) -> None:
        self._file = file.absolute()
        key = _key(self._file)
        with ONE_AT_A_TIME:
            _open[key] += 1
        self._key = key
        self.let_go = weakref.finalize(self, _closed, key)

    def is_there(self) -> bool:
        """Whether the file that was opened still lies there, and no other in its place."""
        try:
            return _key(self._file) == self._key
        except OSError:
            return False


def is_open(file: Path) -> bool:
    """Whether this process has it open as a ledger."""
    return _open[_key(file)] > 0


def _closed(key: tuple[int, int]) -> None:
    with ONE_AT_A_TIME:
        _open[key] -= 1


def _key(file: Path) -> tuple[int, int]:
    found = os.stat(file)
    return found.st_dev, found.st_ino
