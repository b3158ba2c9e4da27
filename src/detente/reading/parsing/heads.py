"""Each word's tag, head and label: the model's own greedy decider, moved on from here.

spaCy's loop lets go of Python's lock before its first step and takes it up again several times in every step,
for half of its time. Its states and moves are its own here too; only the scores are worked out by NumPy.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import numpy as np

from detente.reading.parsing.encoder import Floats
from detente.reading.parsing.moves import Moves


class Heads:
    """The model's parser.

    Args:
        pipe: spaCy's component ``parser``.
    """

    def __init__(self, pipe: Any) -> None:
        self._pipe, self._moves = pipe, Moves(pipe.model)
        self._upper = np.ascontiguousarray(self._moves.upper.T)
        self._places = np.arange(self._moves.places)
        self._words = import_module("spacy.ml.parser_model").ParserStepModel.get_token_ids
        self._size = SimpleNamespace(state2vec=SimpleNamespace(nF=self._moves.places))

    def find(self, docs: Sequence[Any], vectors: Floats) -> None:
        """Put heads and labels into the documents."""
        moves = self._moves
        sums = moves.sums(vectors)
        sums = sums.reshape(len(sums) * moves.places, -1)
        states, transition = self._pipe.moves.init_batch(docs), self._pipe.transition_states
        going = [state for state in states if not state.is_final()]
        while going:
            # A place without a word has the number -1: its row is the last.
            rows = self._words(self._size, going) * moves.places + self._places
            hidden = moves.greatest(np.add.reduce(sums.take(rows, axis=0), axis=1) + moves.bias)
            going = transition(going, hidden @ self._upper + moves.upper_bias)
        self._pipe.set_annotations(docs, states)


class Tags:
    """The model's tagger.

    Args:
        pipe: spaCy's component ``tagger``.
    """

    def __init__(self, pipe: Any) -> None:
        (softmax,) = (layer for layer in pipe.model.walk() if layer.name == "softmax")
        self._weights = np.ascontiguousarray(softmax.get_param("W").T)
        self._bias, self._labels = softmax.get_param("b"), pipe.labels

    def find(self, vectors: Floats) -> list[str]:
        """The tag of each word."""
        best = (vectors @ self._weights + self._bias).argmax(axis=1)
        return [self._labels[number] for number in best.tolist()]
