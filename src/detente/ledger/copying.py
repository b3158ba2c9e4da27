"""One ledger into another, entry by entry, with the same chain: backups, moves to a server and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import takewhile

from detente.errors import LedgerBrokenError
from detente.ledger.journal import Head, Journal
from detente.records import Entry


def copy(source: Journal, target: Journal, *, tick: Callable[[int], None] = lambda entries: None) -> Head:
    """Bring the target to where the source is now; every append stays an append, with its seal.

    What is in both is left alone, so a copy that was cut short goes on where it stopped, and a backup is
    brought up to date by copying again. While this runs others may append to the source.

    Args:
        source: what is copied; it may be in use.
        target: an empty ledger, or an earlier copy of the same one.
        tick: called with the number of entries of each append that was copied.

    Returns:
        The head of both.

    Raises:
        LedgerBrokenError: the target is not an earlier state of the source, or a hash does not hold.
        LedgerBusyError: somebody else kept the target's write lock for too long.

    Example:
        >>> from detente.ledger import entry_of, open_journal
        >>> from detente.records import Issue
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     with open_journal(f"{folder}/a") as one, open_journal(f"{folder}/b") as two:
        ...         one.append([entry_of(Issue(stage="sources", code="empty-file", message="m"))]).new
        ...         copy(one, two) == one.head() == two.head()
        1
        True
    """
    head, last = target.head(), source.head()
    _check_same(source, head)
    entries = source.read(after=head.seq)
    for seal in takewhile(lambda seal: seal.seq <= last.seq, source.sealed(after=head.seq)):
        batch = list(_up_to(entries, seal))
        target.adopt(batch)
        tick(len(batch))
    return target.head()


def _check_same(source: Journal, head: Head) -> None:
    """Refuse to mix two ledgers: the target's last entry must be one of the source's."""
    if head.seq == 0:
        return
    found = next(source.read(after=head.seq - 1), None)
    if found is None or found.hash != head.hash:
        raise LedgerBrokenError(
            f"expected an empty ledger, or an earlier copy of this one; found {head.seq} entries that end in "
            f"{head.hash[:16]}…, which the source has not; nothing was copied; name another ledger"
        )


def _up_to(entries: Iterator[Entry], seal: Head) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        if entry.seq == seal.seq:
            return
