"""The Journal: what a ledger can do, whatever it is stored in.

A journal takes entries at its end and gives them back; it has no way to change or remove one.
Stores honour the :class:`Journal` protocol and are listed in ``JOURNALS``
(``detente.ledger``); one test suite runs over all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from types import TracebackType
from typing import Protocol, get_args

import msgspec

from detente.errors import LedgerError
from detente.records import Entry, EntryKind
from detente.records.base import Field

GENESIS = "0" * 64
"""What stands before the first entry."""

KINDS: tuple[str, ...] = get_args(EntryKind)
"""The kinds an entry can have."""


class Appended(Field, frozen=True):
    """What became of the entries of one append: how many are new, how many the ledger knew."""

    new: int
    known: int


class Head(Field, frozen=True):
    """The last entry's number and hash; ``Head(0, GENESIS)`` where there is none.

    Note the hash elsewhere, and ``verify(noted=…)`` shows whether history was written anew.
    """

    seq: int
    hash: str


class Verification(Field, frozen=True):
    """Does the chain hold, and if not, where does it break?"""

    ok: bool
    entries: int  # how many hold, counted from the first
    head: str  # hash of the last that holds
    broken_at: int | None  # number of the entry where it breaks; None: ok, or no entry of its own
    message: str


class Stats(Field, frozen=True):
    """How much a ledger holds."""

    entries: int
    kinds: dict[str, int]  # kind → entries, in order of the alphabet
    documents: int  # different documents' bytes
    document_bytes: int
    seals: int  # appends that brought something new
    first_recorded: str | None
    last_recorded: str | None
    first_known: str | None
    last_known: str | None


class Journal(Protocol):
    """An append-only memory of entries.

    Entries come back in the order in which they were appended, as they were, with ``seq``,
    ``recorded``, ``prev``, ``hash`` (and ``known``, where it was None) filled in.
    """

    def append(self, entries: Iterable[Entry]) -> Appended:
        """Append what is not there yet, all of it or, when anything fails, nothing.

        An entry is there when one of the same kind and key is. A document's entry brings its
        bytes in ``raw``; they are stored once.

        Raises:
            LedgerBusyError: somebody else kept the write lock for longer than the timeout.
            LedgerBrokenError: the ledger's end is not the one that was sealed.
            LedgerError: it cannot be written, or an entry cannot be an entry.
        """
        ...

    def read(
        self,
        *,
        known_by: str | None = None,
        recorded_by: str | None = None,
        kinds: Collection[str] | None = None,
        after: int = 0,
    ) -> Iterator[Entry]:
        """The entries that are there now, in order; what is appended meanwhile is not among them.

        Args:
            known_by: a day: only what could be known by its end.
            recorded_by: a day or a UTC time: only what was recorded by (the end of) it.
            kinds: only these kinds.
            after: only entries with a greater number.
        """
        ...

    def get(self, key: str, *, kind: str | None = None) -> Entry | None:
        """The entry of this key (the first, where several kinds share it)."""
        ...

    def find(
        self, asked: str, *, known_by: str | None = None, recorded_by: str | None = None
    ) -> Iterator[Entry]:
        """The articles that have all these words, the newest entry first.

        Args:
            asked: words in any writing, all of which must be there; ``"several words"`` in a row.
            known_by: a day: only what could be known by its end.
            recorded_by: a day or a UTC time: only what was recorded by (the end of) it.
        """
        ...

    def head(self) -> Head:
        """The last entry's number and hash."""
        ...

    def wait(self, *, after: int, timeout: float) -> Head:
        """The head as soon as it is beyond entry ``after``; as it is when ``timeout`` seconds are over.

        Raises:
            LedgerError: the ledger is gone, or another stands in its place: nothing more can come.
        """
        ...

    def sealed(self, *, after: int = 0) -> Iterator[Head]:
        """The heads at which appends ended, in order; only those of entries with a greater number."""
        ...

    def adopt(self, entries: Sequence[Entry]) -> None:
        """Append entries as another ledger sealed them: they must continue this one's chain.

        Raises:
            LedgerBrokenError: they do not follow this ledger's head, or were changed.
            LedgerBusyError: somebody else kept the write lock for longer than the timeout.
        """
        ...

    def verify(self, *, noted: str | None = None, fast: bool = False) -> Verification:
        """Recompute every hash and say where the chain breaks; never raises for broken data.

        Args:
            noted: a head's hash, noted earlier and elsewhere: it must lie on the chain.
            fast: only the last entry's hash, its seal, and whether the numbers leave a gap.
        """
        ...

    def stats(self) -> Stats:
        """How much is in it."""
        ...

    def close(self) -> None:
        """Let go of the store; a second time does nothing."""
        ...

    def __enter__(self) -> Journal: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


@lru_cache(maxsize=65536)
def is_day(text: str) -> bool:
    """Whether this is a calendar day written ``YYYY-MM-DD``.

    >>> is_day("2024-02-29"), is_day("2023-02-29"), is_day("20240229"), is_day("2024")
    (True, False, False, False)
    """
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def checked_bounds(
    known_by: str | None, recorded_by: str | None, kinds: Collection[str] | None
) -> tuple[str, ...] | None:
    """Refuse what :meth:`Journal.read` cannot be asked; the kinds, sorted.

    Raises:
        LedgerError: not a day, not a time, not a kind.
    """
    if known_by is not None and not is_day(known_by):
        raise LedgerError(f"known by: expected a day like 2025-01-31; found {known_by!r}")
    if recorded_by is not None and not is_day(recorded_by[:10]):
        raise LedgerError(
            f"recorded by: expected a day or a UTC time like 2025-01-31T08:00:00Z; found {recorded_by!r}"
        )
    strange = sorted(set(kinds or ()) - set(KINDS))
    if strange:
        raise LedgerError(f"expected kinds out of {', '.join(KINDS)}; found {', '.join(strange)}")
    return None if kinds is None else tuple(sorted(set(kinds)))


def checked_entry(entry: Entry) -> Entry:
    """Refuse what cannot be an entry; anything else as it is.

    Raises:
        LedgerError: no kind of ours, no hash as key, no JSON as body, or a day that is none.
    """
    if entry.kind not in KINDS:
        raise LedgerError(f"expected an entry of kind {', '.join(KINDS)}; found {entry.kind!r}")
    if not (entry.key and entry.key.isascii() and entry.key.isprintable()):
        raise LedgerError(f"expected the key of a {entry.kind} to be a hash in ASCII; found {entry.key!r}")
    try:
        msgspec.json.decode(bytes(entry.body).decode(), type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LedgerError(
            f"{entry.kind} {entry.key[:16]}: expected a body of JSON; found: {error}"
        ) from error
    for name, day in (("valid", entry.valid), ("known", entry.known)):
        if day is not None and not is_day(day):
            raise LedgerError(f"{entry.kind} {entry.key[:16]}: expected {name} to be a day; found {day!r}")
    return entry


def each_once(entries: Iterable[Entry]) -> dict[tuple[str, str], Entry]:
    """The entries by kind and key, in order: of several with one key, the first."""
    unique: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        unique.setdefault((entry.kind, entry.key), entry)
    return unique


def checked_clock(recorded: str) -> str:
    """Refuse a clock that does not give UTC in seconds: order in time would be lost.

    Raises:
        LedgerError: anything but ``YYYY-MM-DDTHH:MM:SSZ``.
    """
    try:
        same = datetime.strptime(recorded, "%Y-%m-%dT%H:%M:%SZ").strftime("%Y-%m-%dT%H:%M:%SZ") == recorded
    except ValueError:
        same = False
    if not same:
        raise LedgerError(f"expected the clock to give UTC like 2025-01-31T08:00:00Z; found {recorded!r}")
    return recorded
