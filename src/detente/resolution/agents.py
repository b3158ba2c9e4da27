"""For whom people act, as all reports together say: a full name means the same state in each of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from detente.resolution.keys import name_words
from detente.resolution.names import alike, family_keys


class KnownAgents:
    """Full names with the state that most reports which say so give them to.

    >>> known = KnownAgents()
    >>> known.put("a", {"Mikalaj Dornou": "Belarus"}), known.put("b", {"Lena Marr": "Latvia"})
    ({'mikalaj dornou'}, {'lena marr'})
    >>> known.state("Nikolai Dornov"), known.state("Lena Marr"), known.state("Marr")
    ('Belarus', 'Latvia', None)
    >>> sorted(known.put("a", {}))
    ['mikalaj dornou', 'nikolai dornov']
    """

    def __init__(self) -> None:
        self._told: dict[str, tuple[tuple[str, str], ...]] = {}  # report → full names with their states
        self._votes: dict[str, Counter[str]] = defaultdict(Counter)
        self._states: dict[str, str] = {}
        self._by_key: dict[str, set[str]] = defaultdict(set)
        self._spelt: dict[str, str | None] = {}  # names in no report that says so
        self._asked: dict[str, set[str]] = defaultdict(set)  # by key: whoever was asked for

    def put(self, document: str, told: Mapping[str, str]) -> set[str]:
        """Take in what one report says, in the place of what it said; full names that now act for another."""
        said = tuple(said_of(told))
        before = self._told.pop(document, ())
        if said:
            self._told[document] = said
        for name, state in before:
            self._votes[name][state] -= 1
        for name, state in said:
            self._votes[name][state] += 1
        moved = {name for name, _ in (*before, *said) if self._moved(name)}
        return moved | self._like(moved)

    def count(self, votes: Iterable[tuple[str, str, int]]) -> None:
        """Take in what many reports say that are kept elsewhere: full name, state, how often it is said."""
        said = tuple(votes)
        for name, state, often in said:
            self._votes[name][state] += often
        for name in dict.fromkeys(name for name, _, _ in said):
            self._moved(name)

    def _moved(self, name: str) -> bool:
        """Count the votes on a name; does it act for another now?"""
        votes = self._votes[name] = +self._votes[name]
        first = min(votes, key=lambda s: (-votes[s], s), default="")
        state = first if 2 * votes[first] > votes.total() else None
        before = self._states.pop(name, None)
        if state is not None:
            self._states[name] = state
        if (before is None) != (state is None):
            for key in family_keys(name):
                (self._by_key[key].discard if state is None else self._by_key[key].add)(name)
        return before != state

    def _like(self, moved: Iterable[str]) -> set[str]:
        """Names that were looked up by another spelling of these."""
        found = {
            other
            for name in moved
            for other in {o for key in family_keys(name) for o in self._asked.get(key, ())}
            if alike(name, other)
        }
        for other in found | {*moved}:
            self._spelt.pop(other, None)
        return found

    def state(self, person: str) -> str | None:
        """The state a full name acts for: by this spelling, else the one state of all its other spellings."""
        name = full_name(person)
        if " " not in name:
            return None
        if name in self._states:
            return self._states[name]
        if name not in self._spelt:
            for key in family_keys(name):
                self._asked[key].add(name)
            near = {other for key in family_keys(name) for other in self._by_key.get(key, ())}
            found = {self._states[other] for other in near if alike(name, other)}
            self._spelt[name] = found.pop() if len(found) == 1 else None
        return self._spelt[name]

    def of(self, people: Iterable[str]) -> dict[str, str]:
        """Who of these full names acts for which state."""
        found = {full: self.state(full) for full in people}
        return {full: state for full, state in found.items() if state is not None}


def said_of(told: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The full names among them, each with its state: a surname alone may be anybody's."""
    return ((name, state) for n, state in told.items() if " " in (name := full_name(n)))


def full_name(name: str) -> str:
    """A name as it is compared: its words."""
    return " ".join(name_words(name))
