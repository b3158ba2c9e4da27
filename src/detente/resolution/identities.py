"""Who of all reports is one person, kept name by name: a new report costs no more than its own names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from detente.records import Judgement, content_id
from detente.records.ordered import Ordered
from detente.resolution.agents import full_name
from detente.resolution.keys import name_words
from detente.resolution.names import alike, family_keys
from detente.resolution.persons import Local, Word, joined, keys_of, latest_words

Features = frozenset[str]


class Identities:
    """People with their ids, in clans of names that hang together by being of one name family.

    Who is one with whom is settled inside a clan, so that only clans of which something is told are settled
    again; and the same comes out as if all had been told at once.

    Args:
        known: others, from which is taken over which names are alike, and who is one in a clan that is the
            very same there.
    """

    def __init__(self, known: Identities | None = None) -> None:
        self._elsewhere = known
        self._others = set[str]()  # names that nobody has elsewhere
        self.ids: dict[Local, str] = {}
        self.names: dict[str, str] = {}  # person's id → its longest name
        self._many = Counter[str]()  # person's id → how many reports name it
        self._features: dict[Local, Features] = {}
        self._homes: dict[str, set[Local]] = defaultdict(set)  # by name
        self._by_key: dict[str, set[str]] = defaultdict(set)
        self._alike: dict[str, set[str]] = {}  # name → others of its family
        self._clans: dict[str, str] = {}  # name → the first name of its clan
        self._candidates = Ordered[str, tuple[Judgement, ...]]()  # by clan
        self._words: dict[frozenset[str], Word] = {}

    def candidates(self) -> Iterator[Judgement]:
        """Each who may be another, once."""
        return chain.from_iterable(self._candidates.rows())

    def namesakes(self, people: Iterable[str], *, like: bool) -> set[str]:
        """These people and all of the same name; with ``like`` all whose names hang together with it."""
        names = {self.names[id_] for id_ in people if id_ in self.names}
        ahead = list(names) if like else []
        while ahead:
            more = self._alike[ahead.pop()] - names
            names |= more
            ahead += more
        return {self.ids[local] for name in names for local in self._homes[name]}

    def put(self, fresh: Mapping[Local, Features | None], judgements: Sequence[Judgement] = ()) -> set[Local]:
        """Take in people with what tells them apart, None for one that is gone; those whose id is another.

        Args:
            fresh: a person of one report → its features.
            judgements: all of people's words; the latest on each pair counts.
        """
        odd = self._hear(judgements)
        for local, features in fresh.items():
            odd |= {local[1], *self._alike.get(local[1], ())}
            self._keep(local, features)
        changed = {local for local, features in fresh.items() if features is None}
        ahead = {name for name in odd if name in self._homes}
        for name in odd:
            self._candidates.drop(self._clans.pop(name, ""))
        while ahead:
            changed |= self._settled(self._clan(ahead))
        return changed

    def _hear(self, judgements: Sequence[Judgement]) -> set[str]:
        """The names of whom people now say something else."""
        before, self._words = self._words, latest_words(judgements)
        pairs = {p for p in before.keys() | self._words.keys() if before.get(p) != self._words.get(p)}
        keys = {key for pair in pairs for key in pair}
        rows = self._homes.items() if keys else ()
        return {name for name, row in rows if any(k in keys for local in row for k in keys_of(local))}

    def _keep(self, local: Local, features: Features | None) -> None:
        name = local[1]
        if features is None:
            del self._features[local]
            self._let_go(self.ids.pop(local, None))
            self._homes[name].discard(local)
            if not self._homes[name]:
                self._forget(name)
            return
        if name not in self._homes:
            self._meet(name)
        self._homes[name].add(local)
        self._features[local] = features

    def _meet(self, name: str) -> None:
        """Compare a new name with those that share a key with it."""
        there = self._elsewhere
        if there is not None and name in there._homes:
            self._alike[name] = {o for o in there._alike[name] if o in self._homes}
            near = (
                {o for key in family_keys(name) for o in self._by_key.get(key, ())} if self._others else set()
            )
            near &= self._others
        else:
            self._others.add(name)
            near = {other for key in family_keys(name) for other in self._by_key.get(key, ())}
            self._alike[name] = set()
        self._alike[name] |= {other for other in near if alike(*sorted((name, other)))}
        for other in self._alike[name]:
            self._alike[other].add(name)
        for key in family_keys(name):
            self._by_key[key].add(name)

    def _forget(self, name: str) -> None:
        del self._homes[name]
        self._others.discard(name)
        for other in self._alike.pop(name):
            self._alike[other].discard(name)
        for key in set(family_keys(name)):
            self._by_key[key].discard(name)
            if not self._by_key[key]:
                del self._by_key[key]

    def _clan(self, ahead: set[str]) -> list[str]:
        """One of the names and all that hang together with it; taken out of ``ahead``."""
        found, row = set[str](), [ahead.pop()]
        while row:
            name = row.pop()
            if name not in found:
                found.add(name)
                row += self._alike[name]
        ahead -= found
        for name in found:
            self._candidates.drop(self._clans.get(name, ""))
        return sorted(found)

    def _settled(self, clan: Sequence[str]) -> set[Local]:
        """Join the people of a clan; those whose id is another."""
        self._clans |= dict.fromkeys(clan, clan[0])
        there = self._elsewhere
        if there is not None and self._is_same(clan, there):
            ids = {local: there.ids[local] for name in clan for local in self._homes[name]}
            self.names |= {id_: there.names[id_] for id_ in ids.values()}
            candidates = there._candidates.get(clan[0]) or ()
        else:
            features = {local: self._features[local] for name in clan for local in self._homes[name]}
            pairs = [(one, two) for one in clan for two in sorted({one, *self._alike[one]}) if one <= two]
            found = joined(features, pairs, self._words)
            ids, candidates = dict(self._named(found.roots)), found.candidates
        if candidates:
            self._candidates.put(clan[0], candidates)
        changed = {local: self.ids.get(local) for local, id_ in ids.items() if self.ids.get(local) != id_}
        self._many.update(ids[local] for local in changed)
        self.ids |= ids
        for before in changed.values():
            self._let_go(before)
        return set(changed)

    def _is_same(self, clan: Sequence[str], there: Identities) -> bool:
        """Do the same people bear just these names elsewhere, and nobody spoke of any?"""
        if self._words or there._words:
            return False
        for name in clan:
            homes = self._homes[name]
            if there._homes.get(name) != homes or there._alike[name] != self._alike[name]:
                return False
            if any(self._features[local] != there._features[local] for local in homes):
                return False
        return True

    def _let_go(self, id_: str | None) -> None:
        """One report less that names this person; who is named by none is forgotten."""
        if id_ is None:
            return
        self._many[id_] -= 1
        if not self._many[id_]:
            del self._many[id_], self.names[id_]

    def _named(self, roots: Mapping[Local, Local]) -> Iterator[tuple[Local, str]]:
        """An id per person: of the longest name; a second of it adds its document, a third its own name."""
        members: dict[Local, list[Local]] = defaultdict(list)
        for local in sorted(roots):
            members[roots[local]].append(local)
        taken = set[str]()
        for root, same in sorted(members.items()):
            name = longest(n for _, n in same)
            apart = ((), root[:1], root)
            ids = (content_id("ent", "person", full_name(name), *told) for told in apart)
            id_ = next(i for i in ids if i not in taken)
            taken.add(id_)
            self.names[id_] = name
            yield from ((local, id_) for local in same)


def longest(names: Iterable[str]) -> str:
    """The form of a name that says most."""
    return max(names, key=lambda n: (len(name_words(n)), len(n), n))
