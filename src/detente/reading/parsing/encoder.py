"""The model's word vectors, worked out faster than by its own layers: the same weights, the same sums.

spaCy's small model spends most of its time on two stacks of convolutions, one for tags and heads, one for
names. Both begin with a vector for each word by itself, which is kept here from text to text, and go on
with products of matrices, which NumPy's library does several times faster than the one spaCy brings. The
figures differ from spaCy's own in the last bit.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_KEPT = 20_000
"""So many words keep their vectors; then all are forgotten, and the words to come are learnt anew."""
_TINY = np.float32(1e-8)


class _Layer(NamedTuple):
    """One convolution: a product, the greatest of three pieces, a scaling."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats


class Encoder:
    """One stack of the model: documents in, a vector for each word in its context out.

    Args:
        model: a thinc model of the kind ``spacy.Tok2Vec``: hashed words, then convolutions.
    """

    def __init__(self, model: Any) -> None:
        extract, *self._embed = model.layers[0].layers
        self._columns: list[str] = extract.attrs["columns"]
        self._key = ("ORTH", "NORM", *(name for name in self._columns if name == "SPACY"))
        encode = model.layers[1]
        self._pad: int = encode.attrs["pad"]
        self._layers = [_layer(residual) for residual in encode.layers[0].layers]
        self._width = len(self._layers[0].scale)
        self._forget()

    def _forget(self) -> None:
        self._rows: dict[tuple[int, ...], int] = {}
        self._table = np.zeros((1024, self._width), np.float32)  # row 0 stands between documents

    def vectors(self, docs: Sequence[Any]) -> list[Floats]:
        """For each document the vectors of its words, in order."""
        if len(self._rows) > _KEPT:
            self._forget()
        rows, between = self._found(docs), [0] * self._pad
        wanted, starts, first = list(between), [], 0
        for doc in docs:
            starts.append(len(wanted))
            wanted += rows[first : first + len(doc)]
            wanted += between
            first += len(doc)
        out = self._table[wanted]
        for layer in self._layers:
            out += _convolved(out, layer)
        return [out[start : start + len(doc)] for start, doc in zip(starts, docs, strict=True)]

    def _found(self, docs: Sequence[Any]) -> list[int]:
        """Where the words of all documents stand in the table, in order."""
        keys = [*chain.from_iterable(map(self._keys, docs))]
        rows: list[Any] = [*map(self._rows.get, keys)]
        if None in rows:
            self._learn(docs, keys)
            rows = [*map(self._rows.get, keys)]
        return rows

    def _keys(self, doc: Any) -> list[tuple[int, ...]]:
        """What tells each word of a document; left there for the other stack of the model."""
        found: list[tuple[int, ...]] | None = doc.user_data.get(self._key)
        if found is None:
            found = doc.user_data[self._key] = [*map(tuple, doc.to_array(list(self._key)).tolist())]
        return found

    def _learn(self, docs: Sequence[Any], keys: Sequence[tuple[int, ...]]) -> None:
        """Put the words not met before into the table."""
        new = {key: i for i, key in enumerate(keys) if key not in self._rows}
        made: Any = [np.concatenate([doc.to_array(self._columns) for doc in docs])[list(new.values())]]
        for layer in self._embed:
            made = layer.predict(made)
        first = len(self._rows) + 1
        while first + len(new) > len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
        self._table[first : first + len(new)] = made[0]
        self._rows.update(zip(new, range(first, first + len(new)), strict=True))


def _layer(residual: Any) -> _Layer:
    _, chain = residual.layers[0].layers  # the window, and what is done with it
    maxout, norm = chain.layers[0].layers
    width, pieces, size = maxout.get_param("W").shape
    weights = maxout.get_param("W").transpose(1, 0, 2).reshape(pieces * width, size)
    return _Layer(
        np.ascontiguousarray(weights.T),
        maxout.get_param("b").T.reshape(-1).copy(),
        norm.get_param("G"),
        norm.get_param("b"),
    )


def _convolved(rows: Floats, layer: _Layer) -> Floats:
    """Each row with its two neighbours, multiplied, the greatest of three taken, brought to one scale."""
    count, width = rows.shape
    window = np.zeros((count, 3 * width), np.float32)
    window[1:, :width] = rows[:-1]
    window[:, width : 2 * width] = rows
    window[:-1, 2 * width :] = rows[1:]
    pieces = window @ layer.weights
    pieces += layer.bias
    out = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
    np.maximum(out, pieces[:, 2 * width :], out=out)
    out -= np.add.reduce(out, axis=1, keepdims=True) / np.float32(width)
    spread = np.einsum("ij,ij->i", out, out) / np.float32(width) + _TINY
    out *= (1 / np.sqrt(spread))[:, None]
    out *= layer.scale
    out += layer.shift
    return out
