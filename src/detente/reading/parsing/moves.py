"""The model's two deciders of moves, one for heads and one for names: what both do before they decide.

A state of such a decider is a few places that words take: the next word, the word on the stack, its first
child. What a word adds at each place is one product for a whole text; a state is the sum of its words.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.reading.parsing.encoder import Floats


class Moves:
    """The layers of a decider.

    Args:
        model: a thinc model of the kind ``spacy.TransitionBasedParser.v2``.
    """

    def __init__(self, model: Any) -> None:
        tok2vec, lower, upper = model.layers
        linear = tok2vec.layers[-1]
        self._linear, self._linear_bias = linear.get_param("W").T, linear.get_param("b")
        weights = lower.get_param("W")  # place, hidden, piece, width
        self.places, self._hidden, _, width = weights.shape
        self._lower = np.ascontiguousarray(weights.transpose(0, 2, 1, 3).reshape(-1, width).T)
        self.nobody: Floats = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(self.places, -1)
        self.bias: Floats = lower.get_param("b").T.reshape(-1)
        self.upper, self.upper_bias = upper.get_param("W"), upper.get_param("b")

    def sums(self, vectors: Floats) -> Floats:
        """What each word adds at each place; the last row is that of a place without a word."""
        out = np.empty((len(vectors) + 1, self.places, 2 * self._hidden), np.float32)
        narrow = vectors @ self._linear + self._linear_bias
        np.matmul(narrow, self._lower, out=out[:-1].reshape(len(vectors), -1))
        out[-1] = self.nobody
        return out

    def greatest(self, sums: Floats) -> Floats:
        """The greater of the two pieces of each sum."""
        return np.maximum(sums[..., : self._hidden], sums[..., self._hidden :])
