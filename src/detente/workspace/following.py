"""What comes into a ledger, as it comes: for whoever watches while others write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from detente.ledger import open_journal
from detente.records.base import Record

PATIENCE = 5.0
"""Seconds for which a store is waited for at a time."""


class Come(Record, frozen=True, kw_only=True):
    """One append."""

    seq: int  # number of its last entry
    hash: str  # of that entry
    recorded: str  # UTC: when the ledger took it in
    kinds: dict[str, int]  # kind → entries


def follow(ledger: str, *, after: int | None = None, patience: float = PATIENCE) -> Iterator[Come | None]:
    """Each append of a ledger, without end; None each time that nothing has come for a while.

    A shared ledger tells at once (``LISTEN``); a file is looked at four times a second.

    Args:
        ledger: a file, or the address of a server's.
        after: the number of the last entry that is known already; None: what is there now.
        patience: seconds after which None is given.

    Raises:
        LedgerError: there is no ledger, or it cannot be read any more.
    """
    with open_journal(ledger, create=False) as journal:
        last = journal.head().seq if after is None else after
        while True:
            if journal.wait(after=last, timeout=patience).seq <= last:
                yield None
            for head in journal.sealed(after=last):
                found = []
                for entry in journal.read(after=last):
                    found.append(entry)
                    if entry.seq == head.seq:
                        break
                kinds = dict(sorted(Counter[str](entry.kind for entry in found).items()))
                last = head.seq
                yield Come(seq=head.seq, hash=head.hash, recorded=found[-1].recorded or "", kinds=kinds)
