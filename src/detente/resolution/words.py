"""People's words on two happenings, put to the tellings they speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from detente.records import Judgement
from detente.resolution.happenings import Key, Telling

_NOBODY: Mapping[int, str] = {}


class Words:
    """The latest word on each pair of blocks.

    What somebody spoke of stands in a block by itself, so that a word on it says nothing of its like.
    """

    def __init__(self) -> None:
        self.spoken: Set[str] = frozenset()  # claims
        self._said: tuple[Judgement, ...] = ()
        self._claims: dict[str, Key] = {}  # claim → its telling
        self._verdicts: dict[int, dict[int, str]] = {}

    def hear(self, judgements: Sequence[Judgement]) -> frozenset[str]:
        """Take the words that count from now on; claims of which somebody now speaks, or no more."""
        said = (j for j in judgements if j.about == "event")
        self._said = tuple(sorted(said, key=lambda j: (j.made or "", j.id)))
        spoken = frozenset(id_ for j in self._said for id_ in (j.left, j.right))
        other = spoken ^ self.spoken
        self.spoken = spoken
        return frozenset(other)

    def place(self, item: Telling) -> None:
        """Keep where the claims stand of which somebody spoke."""
        for claim in item.claims if self.spoken else ():
            if claim.id in self.spoken:
                self._claims[claim.id] = item.key

    def settle(self, block_of: Mapping[Key, int]) -> set[int]:
        """Put the words to the blocks; those whose words are others than before."""
        found: dict[int, dict[int, str]] = defaultdict(dict)
        for said in self._said:
            keys = (self._claims.get(c) for c in (said.left, said.right))
            one, two = (None if key is None else block_of.get(key) for key in keys)
            if one is not None and two is not None and one != two:
                found[one][two] = found[two][one] = said.verdict
        before, self._verdicts = self._verdicts, found
        return {n for n in before.keys() | found.keys() if before.get(n) != found.get(n)}

    def of(self, left: int, right: int) -> str | None:
        """The latest word on two blocks."""
        return self._verdicts.get(left, _NOBODY).get(right)

    def beside(self, number: int) -> Mapping[int, str]:
        """Blocks on which, with this one, somebody spoke, and what."""
        return self._verdicts.get(number, _NOBODY)
