"""What a desk settled last, kept beside its ledger, so that the first page after a start is there at once.

Never a source: it holds for one end of the ledger, one version of the code and one clearance, and may be
thrown away at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

import detente
from detente.errors import LedgerBusyError
from detente.records import Claim, Conflict, Deal, Entity, Event, Measure, PersonStatus
from detente.records.base import content_hash
from detente.views.serving.stored import ARTICLES, Named, Stored, Told, opened, page_name, write, write_pages
from detente.views.serving.view import Pages, Report, ReportsByHash, Setting, View
from detente.workspace.searching import SearchIndex

if TYPE_CHECKING:
    from detente.settings import Settings

SEAL = hashlib.sha256().digest_size
"""Bytes of a seal."""
SMALL = 64_000_000
"""So many bytes are read before anything is shown."""
KEY = "key"


class KeptView(View):
    """A view of what is in a file: each record is read when somebody looks at it."""

    def __init__(self, stored: Stored, index: sqlite3.Connection, quote: int) -> None:
        self._stored, self._words = stored, index
        super().__init__(
            stored.state, Named(stored, ARTICLES), head=stored.part("head", str) or "", quote=quote
        )
        self.pages = _Pages(stored)

    @property
    def spoilt(self) -> bool:
        """Whether something in the file turned out to be other than what was written."""
        return self._stored.spoilt

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return Named(self._stored, "claims")

    @cached_property
    def told(self) -> Mapping[str, Event]:
        """Claim → the happening it tells."""
        return Told(self._stored)

    @cached_property
    def deals(self) -> Mapping[str, Deal]:
        """Deals, and those that are only told beside one another, by id."""
        return Named(self._stored, "deals", "candidates")

    @cached_property
    def people(self) -> Mapping[str, PersonStatus]:
        """Persons with their tracks, by entity."""
        return Named(self._stored, "people")

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        """Measures by id."""
        return Named(self._stored, "measures")

    @cached_property
    def conflicts(self) -> Sequence[Conflict]:
        """What cannot all be true."""
        return tuple(self._stored.all("conflicts"))

    @cached_property
    def reports(self) -> KeptReports:
        """Reports by the hash of their bytes, the latest first."""
        return KeptReports(self._stored, self._report)

    @cached_property
    def sensitive(self) -> bool:
        """Whether any claim in it is above what is named publicly."""
        return self._stored.part("sensitive", bool) is not False

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The days on which the reports were published, in order."""
        return self._stored.part("days", tuple[str, ...]) or ()

    @cached_property
    def index(self) -> SearchIndex:
        """What is searched: nothing but what this view holds."""
        entities: Mapping[str, Entity] = Named(self._stored, "entities")
        return SearchIndex.kept(self._words, lambda: self.state, self.articles, self.claims, entities)


class _Pages(Pages):
    """Pages, of which some are in the file."""

    def __init__(self, stored: Stored) -> None:
        super().__init__()
        self._stored = stored

    def _set(self, key: Hashable, page: Future[bytes], view: View, setting: Setting) -> None:
        name = page_name(key)

        def kept_or_set(view: View) -> bytes:
            kept = None if name is None else self._stored.part(f"page {name}", bytes)
            return setting(view) if kept is None else kept

        super()._set(key, page, view, kept_or_set)


class KeptReports(ReportsByHash):
    """The reports of a file."""

    def __init__(self, stored: Stored, made: Callable[[str, Sequence[Claim]], Report | None]) -> None:
        self._stored, self._made = stored, made
        self._order = stored.part("reports", tuple[str, ...]) or ()
        self._known = frozenset(self._order)

    def latest(self) -> Iterator[Report]:
        """The reports, the latest first."""
        return (self[sha] for sha in self._order)

    def __getitem__(self, sha: str) -> Report:
        found = self._made(sha, self._stored.of("claims", sha)) if sha in self._known else None
        if found is None:
            raise KeyError(sha)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._order)


class Kept:
    """The file with what was settled last for one clearance.

    Args:
        ledger: the ledger's file; of memory and of a database nothing is kept.
        settings: those that a settle looks at are part of what it holds for.
        clearance: see :mod:`detente.workspace.withholding`.
    """

    def __init__(self, ledger: str | None, settings: Settings, clearance: str) -> None:
        here = ledger is not None and "://" not in ledger
        self._path = Path(f"{ledger}.settled-{clearance}") if here else None
        self._for = (clearance, settings.reader, sorted(dict[str, str](settings.grades).items()))
        self._quote = settings.quote
        self._mark: str | None = None  # of what is in the file, where we know it

    def get(self, mark: str) -> KeptView | None:
        """What was settled at this end of the ledger by this code; None where nothing fits.

        What a file of moderate size holds is looked through at once; of a larger one each record, when
        somebody looks at it.
        """
        if self._path is None:
            return None
        try:
            with self._path.open("rb") as file:
                if file.seek(0, os.SEEK_END) < SMALL and not _is_whole(file):
                    return None
            stored = Stored(self._path)
            if stored.part(KEY, str) != self._key(mark):
                return None
            view = KeptView(stored, opened(self._path), self._quote)
        except (OSError, sqlite3.Error, msgspec.DecodeError, LedgerBusyError):
            return None
        self._mark = mark
        return view

    def put(self, mark: str, view: View) -> None:
        """Keep it in place of what was kept; where that cannot be, nothing is lost."""
        if self._path is None:
            return
        with contextlib.suppress(OSError, sqlite3.Error):
            if mark == self._mark and self._path.stat().st_size >= SMALL:
                self._put_pages(self._path, view)
            elif mark != self._mark or not isinstance(view, KeptView):
                self._put(self._path, mark, view)

    def _put(self, path: Path, mark: str, view: View) -> None:
        aside = f"{path}.{os.getpid()}"
        try:
            os.close(os.open(aside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
            with contextlib.closing(sqlite3.connect(aside)) as base:
                view.index.copy_to(base)
                base.execute("PRAGMA journal_mode = OFF")
                base.execute("PRAGMA synchronous = OFF")
                with base:
                    write(base, view, {KEY: self._key(mark)})
            with open(aside, "ab+") as file:
                if file.tell() < SMALL:
                    file.write(_digest(file))
            os.replace(aside, path)
            self._mark = mark
        finally:
            with contextlib.suppress(OSError):
                os.unlink(aside)

    def _put_pages(self, path: Path, view: View) -> None:
        """Keep the pages that were asked for since, beside all that is in the file already."""
        with contextlib.closing(sqlite3.connect(path)) as base, base:
            write_pages(base, view)

    def _key(self, mark: str) -> str:
        return content_hash(mark, code(), *self._for)


def _is_whole(file: BinaryIO) -> bool:
    """Does the disk give back what was written? What it hashes to stands at the end."""
    size = file.seek(0, os.SEEK_END) - SEAL
    if size < 0:
        return False
    file.seek(size)
    seal = file.read(SEAL)
    return _digest(file, size) == seal


def _digest(file: BinaryIO, size: int | None = None) -> bytes:
    """The hash of a file up to a place."""
    left = file.seek(0, os.SEEK_END) if size is None else size
    file.seek(0)
    found = hashlib.sha256()
    while left > 0 and (block := file.read(min(left, 1 << 20))):
        found.update(block)
        left -= len(block)
    file.seek(0, os.SEEK_END)
    return found.digest()


@cache
def code() -> str:
    """A hash of all of Detente's own files: another version may settle otherwise."""
    root = Path(detente.__file__).parent
    files = sorted(p for kind in ("*.py", "*.toml", "*.sql", "*.json", "*.html") for p in root.rglob(kind))
    return content_hash([(str(path.relative_to(root)), path.read_bytes()) for path in files])
