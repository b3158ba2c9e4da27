"""Which texts are worth comparing: those that share a key and, at a glance, much else.

Everything here is MinHash read off a text's own hashes, which are random numbers in one order for all
texts. A text's *sketch* has the lowest hash in each of 128 ranges. Its *keys* are of two kinds, each
a sample by lowest hash, about ``KEYS`` and ``LONG_KEYS`` of them:

* a run of five words together with one of the sketch's hashes, as a band of two minima in
  locality-sensitive hashing: finds texts of like length, rewritten ones too, and does not heed a
  phrase that thousands of texts share;
* a run of twelve words: finds the long text that took in a short one, however long it is (banded
  minima find only texts of like length).

Candidates whose sketches agree too little (two quotes of one statement, two pages with one footer) go
no further. What two texts' keys and sketches say depends on these two alone, so that the order in
which texts come plays no part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from detente.errors import DetenteError
from detente.resolution.shingles import RUN, Hashes, mix

KEYS = 128
"""About how many runs of five a long text keeps. Where every seventh word is changed at random, .44 of
the runs are left at a Jaccard likeness of .28: 16 common keys, and one chance in ten million of none."""
LONG_KEYS = 96
"""About how many runs of twelve a long text keeps: 8 of a text of fifty words inside one of five hundred."""
LONG_RUN = 12
"""Words in a long run: in 400 real articles .1 % of pairs share one, 3 % a run of five."""

_BINS = 7  # bits: 128 ranges
_BANDS = 64  # ranges from which a run of five takes its companion
_SHORT = np.uint64(0xFFFF)  # the bits of a hash that a sketch keeps
_LOOSEST = 0.15  # of the shorter text's runs: what the loosest tie still shares; half of it is asked for
_OWNER = 24  # low bits of an entry that say whose key it is; the key keeps the 40 above
_LOW = np.uint64(_OWNER)
_MASK = np.uint64((1 << _OWNER) - 1)
_TOP = np.uint64(0xFFFFFFFFFFFFFFFF)
_STEP = np.uint64(0xA0761D6478BD642F)
_CHUNK = 512  # texts keyed at a time
_BLOCK = 1 << 20  # pairs told at a time

Pairs = NDArray[np.int64]
Sketches = NDArray[np.uint16]


class Marks(NamedTuple):
    """What is looked at before two texts are compared."""

    keys: Hashes  # 40 bits each, sorted
    sketch: Sketches
    runs: int  # how many


def marks(texts: Sequence[Hashes]) -> Iterator[Marks]:
    """The marks of texts, for whoever keeps them elsewhere than in :class:`Neighbours`.

    Args:
        texts: each one's runs; none is empty.
    """
    given = iter(texts)
    while chunk := list(islice(given, _CHUNK)):
        lengths = np.array([len(runs) for runs in chunk], np.int64)
        runs = np.concatenate(chunk)
        low = _lowest(runs, lengths)
        entries = _keyed(runs, lengths, low, 0)
        entries.sort()
        owners = (entries & _MASK).astype(np.int64)
        keys = (entries >> _LOW)[np.argsort(owners, kind="stable")]
        ends = np.cumsum(np.bincount(owners, minlength=len(chunk)))
        for n, row in enumerate(np.split(keys, ends[:-1])):
            yield Marks(row, (low[n] & _SHORT).astype(np.uint16), int(lengths[n]))


def likely(
    left: Sketches, right: Sketches, one: NDArray[np.int64], two: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Which pairs' sketches agree at least half as much as the loosest tie would.

    Args:
        left, right: a row of 128 for each pair.
        one, two: how many runs the texts have.
    """
    ratio = np.maximum(one, two) / np.minimum(one, two)
    agree = (left == right).sum(axis=1, dtype=np.uint8).astype(np.float64)
    kept: NDArray[np.bool_] = agree * (1 - _LOOSEST + ratio) >= 0.5 * _LOOSEST * left.shape[1]
    return kept


class Neighbours:
    """Keys of texts in sorted segments, merged like the digits of a binary counter.

    A text is numbered in the order it comes.
    """

    def __init__(self) -> None:
        self._segments: list[Hashes] = []
        self._size = 0
        self._lengths = np.zeros(0, np.int64)
        self._sketches: Sketches = np.zeros((0, 1 << _BINS), np.uint16)

    def __len__(self) -> int:
        return self._size

    def add(self, texts: Sequence[Hashes], united: Callable[[int], int] = int) -> Iterator[Pairs]:
        """Take texts in by their runs, and tell which are worth comparing.

        Args:
            texts: their runs.
            united: the number that stands for all texts that the caller has tied to this one by now: a key
                that only such texts share tells nothing more.

        Returns:
            arrays of two columns, the later text first. A pair may come more than once; pairs of
            keys that very many share come last, when the caller may have tied the texts already.
        """
        if self._size + len(texts) > 1 << _OWNER:
            raise DetenteError(f"expected at most {1 << _OWNER} texts in one index; split them by date")
        fresh = self._entries(texts)
        held = tuple(self._segments)
        self._size += len(texts)
        self._keep(fresh)
        for segment in held:
            yield from map(self._likely, _across(fresh, segment))
        yield from map(self._likely, _within(fresh, united))

    def _entries(self, texts: Sequence[Hashes]) -> Hashes:
        """Sorted numbers: forty bits of the key, then the owner. Keeps sketches on the way."""
        self._make_room(len(texts))
        rows, at, given = [], self._size, iter(texts)
        while chunk := list(islice(given, _CHUNK)):
            lengths = np.array([len(runs) for runs in chunk], np.int64)
            runs = np.concatenate(chunk)
            self._lengths[at : at + len(chunk)] = lengths
            low = _lowest(runs, lengths)
            self._sketches[at : at + len(chunk)] = low & _SHORT
            rows.append(_keyed(runs, lengths, low, at))
            at += len(chunk)
        entries = np.concatenate(rows) if rows else np.zeros(0, np.uint64)
        entries.sort()
        return entries

    def _make_room(self, number: int) -> None:
        wanted, room = self._size + number, len(self._lengths)
        if wanted > room:
            more = max(wanted, 2 * room) - room
            self._lengths = np.concatenate((self._lengths, np.zeros(more, np.int64)))
            self._sketches = np.concatenate((self._sketches, np.zeros((more, 1 << _BINS), np.uint16)))

    def _keep(self, segment: Hashes) -> None:
        while self._segments and len(self._segments[-1]) <= 2 * len(segment):
            segment = np.concatenate((self._segments.pop(), segment))
            segment.sort()
        self._segments.append(segment)

    def _likely(self, pairs: Pairs) -> Pairs:
        """Those of the pairs whose sketches agree enough."""
        parts = [self._agreeing(pairs[i : i + 8192]) for i in range(0, len(pairs), 8192)]
        return np.concatenate(parts) if parts else pairs

    def _agreeing(self, pairs: Pairs) -> Pairs:
        left, right = self._sketches[pairs[:, 0]], self._sketches[pairs[:, 1]]
        one, two = self._lengths[pairs[:, 0]], self._lengths[pairs[:, 1]]
        kept: Pairs = pairs[likely(left, right, one, two)]
        return kept


def _lowest(runs: Hashes, lengths: NDArray[np.int64]) -> Hashes:
    """For each text and each range of hashes, the lowest hash in it."""
    low = np.full(len(lengths) << _BINS, _TOP, np.uint64)
    texts = np.repeat(np.arange(len(lengths)) << _BINS, lengths)
    np.minimum.at(low, texts + (runs >> np.uint64(64 - _BINS)).astype(np.int64), runs)
    return _filled(low.reshape(len(lengths), 1 << _BINS))


def _filled(low: Hashes) -> Hashes:
    """Where a short text has no hash in a range, the next above; after the last, the first."""
    following = np.minimum.accumulate(low[:, ::-1], axis=1)[:, ::-1]
    return np.where(following < _TOP, following, low.min(axis=1, keepdims=True))


def _keyed(runs: Hashes, lengths: NDArray[np.int64], low: Hashes, first: int) -> Hashes:
    """Entries of the texts' keys, in no order.

    Both samples go by the hash of the run of five at which a key begins, so that the one holds the other.
    """
    texts = np.repeat(np.arange(len(lengths)), lengths)
    near = np.flatnonzero(runs <= np.repeat(_limits(lengths, KEYS), lengths))
    owners, hashes, apart = texts[near], runs[near], LONG_RUN - RUN
    bands = low.reshape(len(lengths), _BANDS, -1).min(axis=2)
    places = (hashes >> np.uint64(20)) % np.uint64(_BANDS)
    banded = mix(hashes + _STEP * bands[owners, places.astype(np.int64)])
    whole = near + apart < np.cumsum(lengths)[owners]
    far = near[whole & (hashes <= _limits(lengths - apart, LONG_KEYS)[owners])]
    tail: Hashes = runs[far + RUN] + _STEP * runs[far + apart]
    long = mix(runs[far] + _STEP * tail)
    every = np.concatenate((owners, texts[far])) + first
    entries: Hashes = (np.concatenate((banded, long)) & ~_MASK) | every.astype(np.uint64)
    return entries


def _limits(lengths: NDArray[np.int64], number: int) -> Hashes:
    """Below which hash a text of so many runs has about ``number`` of them."""
    return np.array([min((number << 64) // max(n, 1), (1 << 64) - 1) for n in lengths.tolist()], np.uint64)


def _within(entries: Hashes, united: Callable[[int], int]) -> Iterator[Pairs]:
    """Pairs of owners of one key: first those side by side, then those one further apart …"""
    keys, entries = _shared(entries)
    lag = 1
    while len(at := np.flatnonzero(keys[lag:] == keys[:-lag])):
        while len(at):
            yield _pairs(entries[at + lag], entries[at])
            lag += 1
            if not lag & lag - 1:  # at every power of two: a thousand copies are tied by then
                break
            at = at[: np.searchsorted(at, len(entries) - lag)]
            at = at[keys[at] == keys[at + lag]]
        keys, entries = _still_apart(keys, entries, united)


def _shared(entries: Hashes) -> tuple[Hashes, Hashes]:
    """Keys and entries of the keys that more than one text has: few of all."""
    keys = entries >> _LOW
    same = keys[1:] == keys[:-1]
    shared = np.append(same, False) | np.append(False, same) if len(keys) else same
    return keys[shared], entries[shared]


def _still_apart(keys: Hashes, entries: Hashes, united: Callable[[int], int]) -> tuple[Hashes, Hashes]:
    """Without the keys all of whose owners are united."""
    if not len(keys):
        return keys, entries
    owners = entries & _MASK
    met = np.flatnonzero(np.bincount(owners.astype(np.int64)))
    roots = np.zeros(int(met[-1]) + 1, np.int64)
    roots[met] = [united(n) for n in met.tolist()]
    own = roots[owners]
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    apart = np.minimum.reduceat(own, starts) < np.maximum.reduceat(own, starts)
    kept = np.repeat(apart, np.diff(np.append(starts, len(keys))))
    return keys[kept], entries[kept]


def _across(fresh: Hashes, held: Hashes) -> Iterator[Pairs]:
    """Pairs of an owner in ``fresh`` with owners of the same key in ``held``."""
    key = fresh & ~_MASK
    at = np.searchsorted(held, key)
    number = np.searchsorted(held, key | _MASK, side="right") - at
    some = number > 0
    fresh, at, number = fresh[some], at[some], number[some]
    cuts = np.flatnonzero(np.diff(np.cumsum(number) // _BLOCK)) + 1
    for one, first, many in zip(*(np.split(row, cuts) for row in (fresh, at, number)), strict=True):
        if len(one):
            places = np.arange(many.sum()) + np.repeat(first - np.cumsum(many) + many, many)
            yield _pairs(np.repeat(one, many), held[places])


def _pairs(left: Hashes, right: Hashes) -> Pairs:
    one, two = (left & _MASK).astype(np.int64), (right & _MASK).astype(np.int64)
    later, earlier = np.maximum(one, two), np.minimum(one, two)
    codes = (later << 32 | earlier)[later != earlier]
    codes.sort()
    codes = codes[np.append(True, codes[1:] != codes[:-1])] if len(codes) else codes
    return np.stack((codes >> 32, codes & 0xFFFFFFFF), axis=1)
