"""How two texts hang together by their words: copied, rewritten, or cut from one wire."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from detente.resolution.shingles import RUN, Hashes

Kind = Literal["copy", "rewrite", "wire"]

CONTAINED = 0.6
"""Share of the shorter text's five-word runs that makes it a copy (CODEBOOK §7)."""
REWRITTEN = 0.5
"""Share of the shorter text's *words*, standing in common runs, that makes it a rewrite.

Where every seventh word is changed at random, .85⁵ = .44 of the runs are left, and .71 of the words
still stand in one. Reports by two hands that quote the same statement stay well below a half."""
CREDITED = 0.25
"""The same where both reports name one agency: that they give one text is likely beforehand."""
LEAST = 8
"""Common runs (twelve words in a row) below which two texts may share a phrase by chance."""
HOST = 3
"""A text this many times as long does not tie the texts it holds to one another: it may be a roundup."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article as the index keeps it: its runs, and what its place in a family hangs on."""

    sha256: str
    runs: Hashes
    rank: tuple[bool, str, str]  # the words' likely owner comes first: credited, earliest, by hash
    credit: str | None = None


class Tie(NamedTuple):
    """What two texts have in common."""

    kind: Kind
    contained: float  # of the shorter text's runs
    covered: float  # of the shorter text's words
    shared: int  # runs
    hosts: bool  # the longer is more than ``HOST`` times as long


def tie(left: Text, right: Text, threshold: float) -> Tie | None:
    """What makes two texts one family; None where nothing does. The order of the two plays no part."""
    short, long = (left, right) if _is_shorter(left.runs, right.runs) else (right, left)
    found = _held(short.runs, long.runs)
    shared = int(np.count_nonzero(found))
    if shared < LEAST and not 0 < shared == len(long.runs):
        return None
    contained = shared / len(found)
    covered = 1.0 if shared == len(found) else _covered(found)
    same_wire = short.credit is not None and short.credit == long.credit
    kind = _kind(contained, covered, threshold, same_wire)
    if kind is None:
        return None
    return Tie(kind, contained, covered, shared, len(long.runs) > HOST * len(short.runs))


def _is_shorter(left: Hashes, right: Hashes) -> bool:
    """By length, then by the words: which article of one wording came first plays no part."""
    return len(left) < len(right) or (len(left) == len(right) and left.tobytes() < right.tobytes())


def _kind(contained: float, covered: float, threshold: float, same_wire: bool) -> Kind | None:
    if contained >= threshold:
        return "copy"
    if covered >= min(REWRITTEN, threshold):
        return "rewrite"
    return "wire" if same_wire and covered >= CREDITED else None


def _held(runs: Hashes, within: Hashes) -> NDArray[np.bool_]:
    """Which runs stand in the other text too."""
    known = np.sort(within)
    places = np.searchsorted(known, runs)
    places[places == len(known)] = 0
    held: NDArray[np.bool_] = known[places] == runs
    return held


def _covered(found: NDArray[np.bool_]) -> float:
    """Share of words that stand in a common run."""
    words = np.zeros(len(found) + RUN - 1, np.bool_)
    for i in range(RUN):
        words[i : i + len(found)] |= found
    return int(np.count_nonzero(words)) / len(words)
