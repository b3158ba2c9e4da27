"""Texts as runs of words: each run of five words is one 64-bit number, many texts at a time.

No string is made for a word or a run. A text is an array of code points; one table folds them
(case, accents, full width) and says which are gaps; a word is a difference of two sums of a
polynomial; a run is a mixture of five words. Scripts that leave no gap between words (Chinese,
Japanese, Thai, Burmese …) give every character as a word of four characters, so that a run of
five of them is eight characters long: about five words of Chinese.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from detente.language.scripts import UNSPACED, fold, script_of
from detente.records import Article

RUN = 5
"""Words in a run (CODEBOOK §7)."""

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]

_GAP, _DROP, _UNSPACED = 0, 1, 1 << 31
_WINDOW = 4  # characters of a word where the script has no gaps
_BATCH = 1 << 18  # characters hashed at a time: what stays in a processor's cache
_MARKS = frozenset("'ʼ")  # an apostrophe parts words in every writing of it
# Odd numbers that make the polynomial and the mixture; any will do, these are splitmix64's.
_BASE = 0x9E3779B97F4A7C15
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_SHIFTS = (np.uint64(30), np.uint64(27), np.uint64(31))
_STEP = np.uint64(0xD1342543DE82EF95)


class Words(NamedTuple):
    """The words of several texts, hashed, one text after the other."""

    hashes: Hashes
    bounds: Places  # where each text begins, and at the end how many words there are


def body(article: Article) -> str:
    """The article's own words: boilerplate, headings and furniture are cut out.

    What a site puts round every report makes no two of them copies of each other.
    """
    spans = (*article.boilerplate, *article.headings, *article.furniture)
    if not spans:
        return article.text
    kept, at = [], 0
    for start, end in sorted((s.start, s.end) for s in spans):
        kept.append(article.text[at : max(at, start)])
        at = max(at, end)
    return "\n".join((*kept, article.text[at:]))


def shingles(texts: Sequence[str], run: int = RUN) -> Iterator[Hashes]:
    """Each text's runs of ``run`` words, in the order of the text.

    Args:
        texts: any texts, in any languages.
        run: how many words make a run.

    Returns:
        one array for each text; empty where a text has fewer words than a run.

    Example:
        >>> one, two = shingles(["Varland freed two men on Friday.", "VARLAND freed two men, on: Sunday"])
        >>> len(one), int((one == two).sum())
        (2, 1)
    """
    for batch in _batches(texts):
        found = words(batch)
        hashes = mixed_runs(found.hashes, run)
        for start, end in zip(found.bounds[:-1].tolist(), found.bounds[1:].tolist(), strict=True):
            yield hashes[start : max(start, end - run + 1)].copy()


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text) + 1
    if batch:
        yield batch


def mixed_runs(hashes: Hashes, run: int) -> Hashes:
    """A number for each run of ``run`` hashes, in order; runs are not stopped by the end of a text."""
    if len(hashes) < run:
        return hashes[:0]
    last = len(hashes) - run + 1
    total = hashes[:last].copy()
    for i in range(1, run):
        total *= _STEP
        total += hashes[i : i + last]
    return mix(total)


def mix(numbers: Hashes) -> Hashes:
    """Spread numbers evenly over 64 bits, in place (splitmix64)."""
    for factor, shift in zip(_MIX, _SHIFTS, strict=False):
        numbers ^= numbers >> shift
        numbers *= factor
    numbers ^= numbers >> _SHIFTS[2]
    return numbers


def words(texts: Sequence[str]) -> Words:
    """The hashed words of several texts, and where each text's words begin."""
    codes, bounds = _codes(texts)
    folded = _table(1 << max(7, int(codes.max(initial=0)).bit_length()))[codes]
    if (folded == _DROP).any():  # soft hyphens, marks
        kept = folded != _DROP
        bounds = np.concatenate(([0], np.cumsum(kept)))[bounds]
        folded = folded[kept]
    starts, ends = _edges(folded)
    return Words(_word_hashes(folded, starts, ends), np.searchsorted(starts, bounds))


def _codes(texts: Sequence[str]) -> tuple[NDArray[np.uint32], Places]:
    """The code points of all texts with a gap after each, and where each text begins."""
    plain = [t if t.isascii() else unicodedata.normalize("NFC", t) for t in texts]
    bounds = np.cumsum([0, *(len(t) + 1 for t in plain)])
    joined = "\n".join((*plain, ""))
    if joined.isascii():
        return np.frombuffer(joined.encode("ascii"), np.uint8).astype(np.uint32), bounds
    return np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.dtype("<u4")), bounds


def _edges(folded: NDArray[np.uint32]) -> tuple[Places, Places]:
    """Where words begin and where they end."""
    if len(folded) and int(folded.max()) >= _UNSPACED:
        return _crowded_edges(folded)
    changes = _changes(folded != _GAP)
    return changes[0::2], changes[1::2]


def _crowded_edges(folded: NDArray[np.uint32]) -> tuple[Places, Places]:
    """The same where some characters are words by themselves; in the order of the text."""
    unspaced = folded >= _UNSPACED
    plain = _changes((folded != _GAP) & ~unspaced)
    runs = _changes(unspaced)
    places = np.flatnonzero(unspaced)
    last = np.minimum(places + _WINDOW, np.repeat(runs[1::2], runs[1::2] - runs[0::2]))
    starts = np.concatenate((plain[0::2], places))
    order = np.argsort(starts, kind="stable")
    return starts[order], np.concatenate((plain[1::2], last))[order]


def _changes(inside: NDArray[np.bool_]) -> Places:
    """Beginnings and ends, in turn; the last character of a batch is a gap, so that all end."""
    first = [0] if len(inside) and inside[0] else []
    changes = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    return np.concatenate((first, changes)).astype(np.int64) if first else changes


def _word_hashes(folded: NDArray[np.uint32], starts: Places, ends: Places) -> Hashes:
    """The polynomial of each word: a difference of sums, brought back to the word's own beginning."""
    powers, inverses = _powers(max(_BATCH, 1 << (len(folded) + 1).bit_length()))
    sums = np.zeros(len(folded) + 1, np.uint64)
    np.cumsum(folded * powers[: len(folded)], out=sums[1:])
    return mix((sums[ends] - sums[starts]) * inverses[starts])


@cache
def _powers(size: int) -> tuple[Hashes, Hashes]:
    """Powers of the base and of its inverse, modulo 2⁶⁴."""
    inverse = pow(_BASE, -1, 1 << 64)
    return _powers_of(_BASE, size), _powers_of(inverse, size)


def _powers_of(base: int, size: int) -> Hashes:
    row = np.full(size, base, np.uint64)
    row[0] = 1
    return np.cumprod(row, dtype=np.uint64)


@cache
def _table(size: int) -> NDArray[np.uint32]:
    """For each code point: a gap, nothing at all, or its folded form; a high bit for scripts without gaps."""
    table = np.arange(size, dtype=np.uint32)
    table[0x3400:0xA000] |= _UNSPACED
    table[0x20000:0x32400] |= _UNSPACED
    table[0x32400:] = _GAP
    for start, end in ((0, 0x3400), (0xA000, 0xAC00), (0xD7A4, 0x20000)):
        for code in range(start, min(end, size)):
            table[code] = _folded(chr(code))
    return table


def _folded(char: str) -> int:
    category = unicodedata.category(char)
    if category == "Cf":
        return _DROP
    if category[0] not in "LNM" or char in _MARKS:
        return _GAP
    form = fold(char)
    if not form:
        return _DROP
    code = ord(form) if len(form) == 1 else ord(char)
    return code | _UNSPACED if script_of(chr(code)) in UNSPACED else code
