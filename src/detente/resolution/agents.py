"""For whom people act, as all reports together say: a full name means the same state in each of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol

from detente.resolution.keys import name_words
from detente.resolution.names import alike, family_keys


class Named(Protocol):
    """What names people: a report."""

    @property
    def people(self) -> dict[str, str]:
        """Name as it stands → its longest form there."""
        ...


class KnownAgents:
    """Full names with the state that most reports which say so give them to.

    >>> known = KnownAgents([{"Mikalaj Dornou": "Belarus"}, {"Lena Marr": "Latvia"}, {"Marr": "Norway"}])
    >>> known.state("Nikolai Dornov"), known.state("Lena Marr"), known.state("Marr")
    ('Belarus', 'Latvia', None)
    """

    def __init__(self, told: Iterable[Mapping[str, str]]) -> None:
        states: dict[str, Counter[str]] = defaultdict(Counter)
        for acts_for in told:
            for person, state in acts_for.items():
                if len(name_words(person)) > 1:
                    states[" ".join(name_words(person))][state] += 1
        leading = {name: min(found, key=lambda s: (-found[s], s)) for name, found in states.items()}
        self._states = {n: s for n, s in leading.items() if 2 * states[n][s] > states[n].total()}
        self._by_key: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._states):
            for key in family_keys(name):
                self._by_key[key].append(name)
        self._spelt: dict[str, str | None] = {}

    def state(self, person: str) -> str | None:
        """The state a full name acts for: by this spelling, else the one state of all its other spellings."""
        name = " ".join(name_words(person))
        if " " not in name:
            return None
        if name in self._states:
            return self._states[name]
        if name not in self._spelt:
            near = {other for key in family_keys(name) for other in self._by_key.get(key, ())}
            found = {self._states[other] for other in near if alike(name, other)}
            self._spelt[name] = found.pop() if len(found) == 1 else None
        return self._spelt[name]

    def of(self, report: Named) -> dict[str, str]:
        """Who of the people that a report names acts for which state."""
        found = {full: self.state(full) for full in sorted(set(report.people.values()))}
        return {full: state for full, state in found.items() if state is not None}
