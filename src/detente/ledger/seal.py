"""The hash chain: how an entry is sealed, and where a chain breaks.

An entry's hash is the SHA-256 over its fields as *netstrings* (``<bytes>:<text>,``; an absent
field is ``-``), in this order: the seal's name, seq, kind, key, body, valid, known, recorded,
prev. Anybody can recompute it with ten lines of any language; no JSON library is asked to agree
with another. ``prev`` is the hash of the entry before, and of the first entry :data:`GENESIS`.

Each append leaves a *seal*: the number and the hash of its last entry, and the time. The last
seal is how a tail that was cut off shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

import msgspec

from detente.errors import LedgerBrokenError, LedgerError
from detente.ledger.documents import document_sha256
from detente.ledger.journal import GENESIS, Head, Verification
from detente.records import Entry

SEAL = b"detente-entry-1"
"""The name of this way of sealing; the first field of what is hashed."""


class Link(NamedTuple):
    """An entry as the chain sees it: text as the bytes that were stored, decoded by nobody."""

    seq: int
    kind: bytes
    key: bytes
    body: bytes
    valid: bytes | None
    known: bytes | None
    recorded: bytes
    prev: bytes
    hash: bytes


class SealRow(NamedTuple):
    """What one append left: the last entry's number and hash."""

    seq: int
    hash: bytes


def digest(link: Link) -> str:
    """The hash that seals this entry, in hex; what ``link.hash`` says is not looked at.

    >>> digest(Link(1, b"issue", b"k", b"{}", None, b"2025-01-02", b"2025-01-02T03:04:05Z", b"0", b""))[:16]
    'c1c5ba2bbd66b682'
    """
    seq = b"%d" % link.seq
    _, kind, key, body, valid, known, recorded, prev, _ = link
    try:
        told = _WHOLE % (
            len(seq), seq, len(kind), kind, len(key), key, len(body), body,
            _netstring(valid), _netstring(known), len(recorded), recorded, len(prev), prev,
        )  # fmt: skip
    except TypeError:  # a field is absent, or no text: somebody else put it there
        told = b"".join(map(_netstring, (SEAL, seq, *link[1:8])))
    return sha256(told).hexdigest()


_WHOLE = b"%d:%s," % (len(SEAL), SEAL) + b"%d:%s," * 4 + b"%s%s" + b"%d:%s," * 2
"""The netstrings of an entry, with room for those of its two days, either of which may be absent."""


def _netstring(field: object) -> bytes:
    if field is None:
        return b"-"
    text = field if isinstance(field, bytes) else str(field).encode()
    return b"%d:%s," % (len(text), text)


def link_of(entry: Entry) -> Link:
    """An entry that the ledger has filled in, as a link."""
    return Link(
        entry.seq or 0,
        entry.kind.encode(),
        entry.key.encode(),
        bytes(entry.body),
        _encoded(entry.valid),
        _encoded(entry.known),
        (entry.recorded or "").encode(),
        (entry.prev or "").encode(),
        (entry.hash or "").encode(),
    )


def _encoded(text: str | None) -> bytes | None:
    return None if text is None else text.encode()


def chain(entries: Iterable[Entry], *, head: Head, recorded: str) -> Iterator[Entry]:
    """The entries numbered, dated and sealed, each to the one before, from this head on.

    ``known`` is the day of the recording where the entry does not say from when it could be known.
    """
    seq, prev, day, clock = head.seq, head.hash, recorded[:10], recorded.encode()
    for entry in entries:
        seq, before, known = seq + 1, prev, entry.known or day
        prev = digest(
            Link(
                seq, entry.kind.encode(), entry.key.encode(), bytes(entry.body), _encoded(entry.valid),
                known.encode(), clock, before.encode(), b"",
            )
        )  # fmt: skip
        yield msgspec.structs.replace(entry, seq=seq, known=known, recorded=recorded, prev=before, hash=prev)


def continued(entries: Iterable[Entry], *, head: Head) -> list[Entry]:
    """Entries that another ledger sealed, if they continue the chain from this head.

    Raises:
        LedgerBrokenError: one does not follow the one before, or was changed.
    """
    found = []
    for entry in entries:
        follows = (entry.seq, entry.prev) == (head.seq + 1, head.hash)
        if not follows or digest(link_of(entry)) != entry.hash:
            raise LedgerBrokenError(
                f"entry {entry.seq}: expected what follows entry {head.seq} ({head.hash[:16]}…); "
                "found one that does not; nothing of these was kept; run `detente verify` on both ledgers"
            )
        head = Head(head.seq + 1, entry.hash)
        found.append(entry)
    return found


def verify_end(last: Link | None, seal: SealRow | None, entries: int) -> Verification:
    """The quick look: the last entry's hash and seal, and no gap in the numbers.

    Args:
        last: the last entry; None: there is none.
        seal: what the last append left.
        entries: how many there are.
    """
    head = Head(0, GENESIS) if last is None else Head(last.seq, last.hash.decode(errors="replace"))
    due = None if last is None else SealRow(last.seq, last.hash)
    faults = {
        "the last entry was changed": last is not None and digest(last).encode() != last.hash,
        "the last entry is not the one that was sealed": seal != due,
        f"{entries} entries are there, and the last has number {head.seq}": entries != head.seq,
    }
    told = next((fault for fault, met in faults.items() if met), None)
    message = (
        told or f"{entries} entries, sealed up to {head.hash}; `detente verify` without --fast reads all"
    )
    return Verification(told is None, entries, head.hash, None, message)


def verify(
    links: Iterable[Link],
    seals: Iterable[SealRow],
    *,
    raw: Callable[[str], bytes | None],
    raws: int,
    noted: str | None = None,
) -> Verification:
    """Walk a chain from its first entry and say where it breaks, if it does.

    Args:
        links: the entries in order of their numbers.
        seals: what the appends left, in order of their numbers.
        raw: the bytes stored under a SHA-256.
        raws: how many of these are stored.
        noted: a head's hash, noted earlier and elsewhere: it must lie on this chain. This is
            what shows a ledger that was written anew from its beginning.
    """
    return _Walk(seals, raw, raws, noted).over(links)


class _Broken(Exception):
    """Internal: at which entry, and what is wrong with it."""

    def __init__(self, at: int | None, message: str) -> None:
        super().__init__(message)
        self.at = at
        self.message = message


class _Walk:
    """One verification: what has been seen so far."""

    def __init__(
        self,
        seals: Iterable[SealRow],
        raw: Callable[[str], bytes | None],
        raws: int,
        noted: str | None,
    ) -> None:
        self.seals = iter(seals)
        self.seal = next(self.seals, None)
        self.raw, self.raws, self.noted = raw, raws, noted
        self.head = Head(0, GENESIS)
        self.sealed = 0
        self.documents: set[str] = set()
        self.met = noted is None or noted == GENESIS

    def over(self, links: Iterable[Link]) -> Verification:
        try:
            for link in links:
                self._entry(link)
            self._end()
        except _Broken as broken:
            return Verification(False, self.head.seq, self.head.hash, broken.at, broken.message)
        except LedgerError as error:  # the store itself cannot read on
            return Verification(False, self.head.seq, self.head.hash, self.head.seq + 1, str(error))
        message = f"{self.head.seq} entries hold, up to {self.head.hash}"
        return Verification(True, self.head.seq, self.head.hash, None, message)

    def _entry(self, link: Link) -> None:
        self._linked(link)
        if link.kind == b"document":
            self._document(link)
        self._sealed(link)
        self.head = Head(link.seq, link.hash.decode())
        self.met = self.met or self.head.hash == self.noted

    def _linked(self, link: Link) -> None:
        due, before = self.head.seq + 1, self.head.seq
        if link.seq > due:
            raise _Broken(due, f"entry {due} is missing: the next one is {link.seq}; it was removed")
        if link.seq < due:
            raise _Broken(link.seq, f"entry {link.seq} stands twice or out of order")
        if link.prev != self.head.hash.encode():
            raise _Broken(due, f"entry {due} does not follow entry {before}: "
                               "one of the two was put in, removed, changed or moved")  # fmt: skip
        if digest(link).encode() != link.hash:
            raise _Broken(due, f"entry {due} was changed: its content does not give its hash")

    def _sealed(self, link: Link) -> None:
        if self.seal is None or link.seq < self.seal.seq:
            return
        if self.seal.seq != link.seq or self.seal.hash != link.hash:
            first = self.sealed + 1
            raise _Broken(first, f"the entries {first} to {self.seal.seq} are not those that were sealed: "
                                 "the chain was written anew from one of them on")  # fmt: skip
        self.sealed = link.seq
        self.seal = next(self.seals, None)

    def _document(self, link: Link) -> None:
        try:
            name = document_sha256(link.body)
        except msgspec.DecodeError:
            raise _Broken(link.seq, f"entry {link.seq} is a document whose body names no bytes") from None
        if name in self.documents:
            return
        found = self.raw(name)
        if found is None:
            raise _Broken(link.seq, f"entry {link.seq}: the document's bytes {name[:16]} are missing")
        if sha256(found).hexdigest() != name:
            raise _Broken(link.seq, f"entry {link.seq}: the document's bytes {name[:16]} were changed")
        self.documents.add(name)

    def _end(self) -> None:
        count, due = self.head.seq, self.head.seq + 1
        if self.seal is not None:
            last = max([self.seal.seq, *(seal.seq for seal in self.seals)])
            raise _Broken(due, f"the ledger ends at entry {count}, but entry {last} was sealed: "
                               "the end was cut off")  # fmt: skip
        if self.sealed < count:
            raise _Broken(self.sealed + 1, f"the entries after {self.sealed} were never sealed: "
                                           "they were put in by something else")  # fmt: skip
        if self.raws != len(self.documents):
            raise _Broken(None, f"{self.raws} documents' bytes are stored, "
                                f"but the entries name {len(self.documents)}")  # fmt: skip
        if not self.met:
            raise _Broken(None, f"the head {self.noted} that was noted does not lie on this chain: "
                                "the ledger is another one, or was written anew")  # fmt: skip
