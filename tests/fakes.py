"""Fakes that honour the protocols: what passes with them passes with the real thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from types import TracebackType

import msgspec

from detente.errors import LedgerError
from detente.ledger.documents import document_sha256, needed, raws_of
from detente.ledger.journal import (
    GENESIS,
    Appended,
    Head,
    Stats,
    Verification,
    checked_bounds,
    checked_clock,
    checked_entry,
    each_once,
)
from detente.ledger.seal import SealRow, chain, continued, link_of, verify, verify_end
from detente.ledger.words import holds, phrases, words_of
from detente.records import Entry

NOW = "2026-01-31T08:00:00Z"
"""The clock of tests that need only one time."""


class MemoryJournal:
    """A Journal in lists. ``entries``, ``seals`` and ``raws`` lie open, for tests to look into."""

    def __init__(self, now: Callable[[], str] = lambda: NOW) -> None:
        self.entries: list[Entry] = []
        self.seals: list[SealRow] = []
        self.raws: dict[str, bytes] = {}
        self._now = now
        self._open = True

    def append(self, entries: Iterable[Entry]) -> Appended:
        """Append what is not there yet: see ``Journal.append``."""
        given = [checked_entry(entry) for entry in entries]
        self._checked_open()
        there = {(entry.kind, entry.key) for entry in self.entries}
        fresh = [entry for key, entry in each_once(given).items() if key not in there]
        raws = raws_of(given) | self.raws
        if not needed(fresh).keys() <= raws.keys():
            raise LedgerError("expected a document's bytes in `raw`; found none")
        sealed = list(chain(fresh, head=self.head(), recorded=checked_clock(self._now())))
        self.raws |= {name: raws[name] for name in needed(fresh)}
        self.entries += (msgspec.structs.replace(entry, raw=None) for entry in sealed)
        self.seals += (SealRow(e.seq or 0, (e.hash or "").encode()) for e in sealed[-1:])
        return Appended(len(fresh), len(given) - len(fresh))

    def read(
        self,
        *,
        known_by: str | None = None,
        recorded_by: str | None = None,
        kinds: Collection[str] | None = None,
        after: int = 0,
    ) -> Iterator[Entry]:
        """The entries that are there now: see ``Journal.read``."""
        wanted = checked_bounds(known_by, recorded_by, kinds)
        self._checked_open()
        return iter([
            self._whole(entry) for entry in self.entries[after:]
            if (known_by is None or (entry.known or "") <= known_by)
            and (recorded_by is None or (entry.recorded or "")[: len(recorded_by)] <= recorded_by)
            and (wanted is None or entry.kind in wanted)
        ])  # fmt: skip

    def get(self, key: str, *, kind: str | None = None) -> Entry | None:
        """The entry of this key: see ``Journal.get``."""
        found = (e for e in self.entries if e.key == key and kind in (None, e.kind))
        return next(map(self._whole, found), None)

    def find(
        self, asked: str, *, known_by: str | None = None, recorded_by: str | None = None
    ) -> Iterator[Entry]:
        """The articles that have all these words: see ``Journal.find``."""
        wanted = phrases(asked)
        found = list(self.read(known_by=known_by, recorded_by=recorded_by, kinds=["article"]))
        return (e for e in reversed(found) if wanted and holds(words_of(e), wanted))

    def head(self) -> Head:
        """The last entry's number and hash."""
        last = self.entries[-1] if self.entries else None
        return Head(0, GENESIS) if last is None else Head(last.seq or 0, last.hash or "")

    def wait(self, *, after: int, timeout: float) -> Head:
        """Nobody else writes into memory: there is nothing to wait for."""
        return self.head()

    def sealed(self, *, after: int = 0) -> Iterator[Head]:
        """The heads at which appends ended."""
        return iter([Head(seal.seq, seal.hash.decode()) for seal in self.seals if seal.seq > after])

    def adopt(self, entries: Sequence[Entry]) -> None:
        """Append entries as another ledger sealed them: see ``Journal.adopt``."""
        self._checked_open()
        given, raws = continued(entries, head=self.head()), raws_of(entries) | self.raws
        self.raws |= {name: raws[name] for name in needed(given)}
        self.entries += (msgspec.structs.replace(entry, raw=None) for entry in given)
        self.seals += (SealRow(e.seq or 0, (e.hash or "").encode()) for e in given[-1:])

    def verify(self, *, noted: str | None = None, fast: bool = False) -> Verification:
        """Recompute every hash: see ``Journal.verify``."""
        if fast:
            last, seal = [link_of(e) for e in self.entries[-1:]], self.seals[-1:]
            return verify_end(last[0] if last else None, seal[0] if seal else None, len(self.entries))
        links, raws = map(link_of, self.entries), self.raws
        return verify(links, self.seals, raw=raws.get, raws=len(raws), noted=noted)

    def stats(self) -> Stats:
        """How much is in it."""
        kinds = Counter(sorted(str(entry.kind) for entry in self.entries))
        recorded = [e.recorded for e in self.entries if e.recorded]
        known = [e.known for e in self.entries if e.known]
        ends = [end(days, default=None) for days in (recorded, known) for end in (min, max)]
        size = sum(map(len, self.raws.values()))
        return Stats(len(self.entries), dict(kinds), len(self.raws), size, len(self.seals), *ends)

    def close(self) -> None:
        """From now on, an append is refused."""
        self._open = False

    def __enter__(self) -> MemoryJournal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _checked_open(self) -> None:
        if not self._open:
            raise LedgerError("expected an open journal; found a closed one")

    def _whole(self, entry: Entry) -> Entry:
        if entry.kind != "document":
            return entry
        return msgspec.structs.replace(entry, raw=self.raws[document_sha256(bytes(entry.body))])
