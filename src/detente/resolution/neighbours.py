"""Which texts are worth comparing: those that share two neighbours in the order of their hashes.

The hashes of a text's runs are random numbers; sorted, they are a shuffle of the text that every
text shares (the order that MinHash takes its minima from). Two texts with the Jaccard likeness J
have, of the runs they hold together, a share J² as neighbours in both their orders. So each pair
of neighbours is a key, as a band of two minima is in locality-sensitive hashing, with as many bands
as there are runs: unrelated texts that share a few phrases share no key, and a short text finds the
long one it was taken into. Long texts keep the lowest of their keys: see ``KEYS``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from detente.resolution.shingles import Hashes, mixed_runs

KEYS = 192
"""About how many keys a long text keeps. Two texts that both keep fewer than all of them share
about 2 · KEYS · J² / (1 + J): 20 at J = .28, which is where a rewrite of every seventh word stands."""

_OWNER = 24  # low bits of an entry that say whose key it is; the key keeps the 40 above
_LOW = np.uint64(_OWNER)
_MASK = np.uint64((1 << _OWNER) - 1)
LIMIT = 1 << _OWNER
"""How many texts one index can hold."""

Pairs = NDArray[np.int64]


def keys(runs: Hashes) -> Hashes:
    """A text's keys; a text of one or two runs has its runs for keys."""
    if len(runs) < 3:
        return runs.copy()
    order = np.sort(runs)
    found = mixed_runs(order, 2)
    if len(found) <= KEYS:
        return found
    return found[found < np.uint64((KEYS << 64) // len(found))]


class Neighbours:
    """Keys of texts in sorted segments, merged like the digits of a binary counter.

    A text is numbered in the order it comes. Which pairs come out does not depend on how many are
    added at a time, or in which order.
    """

    def __init__(self) -> None:
        self._segments: list[Hashes] = []
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def add(self, texts: Sequence[Hashes]) -> Iterator[Pairs]:
        """Take texts in by their runs, and tell which are worth comparing.

        Returns:
            arrays of two columns, the later text first. A pair may come more than once; what shares
            a key with very many comes in later arrays, so that the caller may have tied it by then.
        """
        fresh = self._entries(texts)
        held = tuple(self._segments)
        self._size += len(texts)
        self._keep(fresh)
        for segment in held:
            yield from _across(fresh, segment)
        yield from _within(fresh)

    def _entries(self, texts: Sequence[Hashes]) -> Hashes:
        """Sorted numbers: forty bits of the key, then the owner."""
        if self._size + len(texts) > LIMIT:
            raise OverflowError(f"expected at most {LIMIT} texts in one index; split them by date")
        rows = [keys(runs) for runs in texts]
        owners = np.repeat(np.arange(self._size, self._size + len(rows)), [len(r) for r in rows])
        every = np.concatenate(rows) if rows else np.zeros(0, np.uint64)
        entries = (every & ~_MASK) | owners.astype(np.uint64)
        entries.sort()
        return entries

    def _keep(self, segment: Hashes) -> None:
        while self._segments and len(self._segments[-1]) <= 2 * len(segment):
            segment = np.concatenate((self._segments.pop(), segment))
            segment.sort(kind="stable")
        self._segments.append(segment)


def _within(entries: Hashes) -> Iterator[Pairs]:
    """Pairs of owners of one key: first those side by side, then those one further apart …"""
    key, at, lag = entries >> _LOW, np.arange(len(entries)), 1
    while len(at):
        at = at[at + lag < len(key)]
        at = at[key[at] == key[at + lag]]
        if len(at):
            yield _pairs(entries[at + lag], entries[at])
        lag += 1


def _across(fresh: Hashes, held: Hashes) -> Iterator[Pairs]:
    """Pairs of an owner in ``fresh`` with owners of the same key in ``held``."""
    key = fresh & ~_MASK
    at = np.searchsorted(held, key)
    end = np.searchsorted(held, key | _MASK, side="right")
    while (open_ := at < end).any():
        fresh, at, end = fresh[open_], at[open_], end[open_]
        yield _pairs(fresh, held[at])
        at = at + 1


def _pairs(left: Hashes, right: Hashes) -> Pairs:
    one, two = (left & _MASK).astype(np.int64), (right & _MASK).astype(np.int64)
    later, earlier = np.maximum(one, two), np.minimum(one, two)
    codes = np.unique((later << 32 | earlier)[later != earlier])
    return np.stack((codes >> 32, codes & 0xFFFFFFFF), axis=1)
