"""Names in a sentence, as the model sees them: its greedy decoder, read out for a whole text at once.

spaCy asks of every word which of 73 moves its state allows, one by one. Outside a name the state is the
word alone, so all words are scored together, and only inside a name is one word scored after another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from detente.reading.parsing.encoder import Encoder, Floats
from detente.reading.parsing.moves import Moves


class Entity(NamedTuple):
    """A name: its words from ``start`` up to, not including, ``end``, and its kind as OntoNotes calls it."""

    start: int
    end: int
    label: str


class Entities:
    """The model's recogniser of names.

    Args:
        pipe: spaCy's component ``ner``.
    """

    def __init__(self, pipe: Any) -> None:
        self._decider = decider = Moves(pipe.model)
        self._encoder = Encoder(pipe.model.layers[0].layers[0])
        self._padding = decider.nobody[1] + decider.nobody[2] + decider.bias
        moves = [pipe.moves.get_class_name(i).partition("-") for i in range(pipe.moves.n_moves)]
        self._moves = [(kind, label) for kind, _, label in moves]
        at = {move: i for i, move in enumerate(self._moves)}
        self._inside = {label: (at["I", label], at["L", label]) for kind, label in self._moves if kind == "I"}
        self._outside = np.array(
            [kind == "O" or (kind in {"B", "U"} and label != "") for kind, label in self._moves]
        )
        self._begins = np.array([kind == "B" for kind, _ in self._moves])
        self._opens = np.array([kind in {"B", "U"} for kind, _ in self._moves])

    def find(self, docs: Sequence[Any]) -> list[list[Entity]]:
        """The names of each document, in order."""
        if not docs:
            return []
        decider = self._decider
        features = decider.sums(np.concatenate(self._encoder.vectors(docs)))[:-1]
        scores = decider.greatest(features[:, 0] + self._padding) @ decider.upper.T + decider.upper_bias
        scores[:, ~self._outside] = -np.inf
        out, first = [], 0
        for doc in docs:
            last = first + len(doc)
            here = scores[first:last]
            here[-1, self._begins] = -np.inf
            for i in doc.to_array(["IS_SPACE"]).nonzero()[0]:
                here[i, self._opens] = -np.inf
            out.append(list(self._decoded(here.argmax(axis=1).tolist(), features[first:last])))
            first = last
        return out

    def _decoded(self, best: list[int], features: Floats) -> Any:
        i = 0
        while i < len(best):
            kind, label = self._moves[best[i]]
            start, i = i, i + 1
            if kind == "B":
                while i < len(best) - 1 and self._goes_on(label, start, i, features):
                    i += 1
                i += 1
            if kind != "O":
                yield Entity(start, i, label)

    def _goes_on(self, label: str, start: int, i: int, features: Floats) -> bool:
        """Is this word inside the name that began at ``start``, and not its last?"""
        decider, both = self._decider, list(self._inside[label])
        state = features[i, 0] + features[start, 1] + features[i - 1, 2] + decider.bias
        inside, last = decider.upper[both] @ decider.greatest(state) + decider.upper_bias[both]
        return bool(inside >= last) if both[0] < both[1] else bool(inside > last)
