"""A file of names against a list: how long, and what the index loses.

    python benchmarks/screening.py [--names 100000] [--list 50000] [--sample 500] [--seed 5]

The people are made up (a fixed seed): a family of given names from the tables, a surname from syllables,
a few of them as common as real ones are. Each is written in one of six ways: Russian or Belarusian letters,
English, Belarusian official, Polish or German romanisation, with whichever form of the given name. Every
tenth name of the file is of a person on the list, written anew. Times are of the clock, one process.

Recall is told against three things: all pairs compared (*our own full comparison*), all pairs weighed
though they share no key, and the people as they were made up.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass
from itertools import accumulate

import msgspec

from detente.language.names import Prepared, compare_prepared, prepare
from detente.language.names.letters import table
from detente.language.scripts import script_of
from detente.resolution.screening import NameIndex

STEMS = """
    бел гор дор жук зор кал кос лаз мар нов пет рад сав сид тур хар цар чар шаб щук яр вас гур дзю
"""
MIDDLES = "а о и е ю ан ин ол ер ав ус ич ак ел от ун ям иш"
ENDINGS = "ов ев ин ский цкий ович евич енко ук ик ко ин"
ALPHABET = "абвгдежзийклмнорпстуфхцчшщыэюяь"
LATIN = {
    "english": "a b v g d e zh z i y k l m n o r p s t u f kh ts ch sh shch y e yu ya",
    "official": "a b v h d e ž z i j k l m n o r p s t u f ch c č š šč y e iu ia",
    "polish": "a b w g d e ż z i j k l m n o r p s t u f ch c cz sz szcz y e ju ja",
    "german": "a b w g d e sch s i i k l m n o r p s t u f ch z tsch sch schtsch y e ju ja",
}
WRITINGS = {
    "russian": {},
    "belarusian": {"и": "і", "щ": "шч", "ский": "скі", "цкий": "цкі", "ов$": "оў", "ев$": "еў"},
    **{way: dict(zip(ALPHABET, [*letters.split(), ""], strict=True)) for way, letters in LATIN.items()},
}


@dataclass(frozen=True)
class Person:
    """Somebody made up: the forms of the given name, and the surname in Russian letters."""

    given: tuple[str, ...]  # of one form: a name in no table, in Russian letters
    surname: str


def given_names() -> list[tuple[str, ...]]:
    """The forms of each Slavic family in Latin and in Cyrillic letters."""
    found = []
    for sex in table("given")["slavic"].values():
        for forms in sex.values():
            known = tuple(f for f in forms.split() if script_of(f) in ("Latn", "Cyrl"))
            if len({script_of(f) for f in known}) == 2:
                found.append(known)
    return found


class World:
    """Makes people and writes their names, by one seed."""

    def __init__(self, seed: int, surnames: int = 30_000) -> None:
        self.chance = random.Random(seed)
        self.given = given_names()
        made = dict.fromkeys(self._surname() for _ in range(surnames))
        self.surnames = list(made)
        self.weights = list(accumulate(1 / (rank + 30) for rank in range(len(self.surnames))))

    def _surname(self) -> str:
        middles = "".join(self.chance.choices(MIDDLES.split(), k=self.chance.randint(1, 2)))
        start, end = self.chance.choice(STEMS.split()), self.chance.choice(ENDINGS.split())
        return start + middles + self.chance.choice("блмнрсткдвгз") + end

    def person(self) -> Person:
        """Somebody; common surnames come often, and every fifth given name is in no table."""
        (surname,) = self.chance.choices(self.surnames, cum_weights=self.weights)
        unknown = self.chance.choice(STEMS.split()) + self.chance.choice(MIDDLES.split())
        return Person((unknown,) if self.chance.random() < 0.2 else self.chance.choice(self.given), surname)

    def written(self, person: Person) -> str:
        """The name in one of the writings; the given name in a form of the same script, or an initial."""
        way = self.chance.choice(sorted(WRITINGS))
        script = "Latn" if way in LATIN else "Cyrl"
        if len(person.given) == 1:
            given = respelt(person.given[0], WRITINGS[way])
        else:
            given = self.chance.choice([f for f in person.given if script_of(f) == script])
        shown = f"{given[0]}." if self.chance.random() < 0.03 else given
        return f"{shown.title()} {respelt(person.surname, WRITINGS[way]).title()}"


def respelt(word: str, letters: dict[str, str]) -> str:
    """The word letter by letter; longer entries first, ``$`` is the end."""
    marked = word + "$"
    for long in sorted((k for k in letters if len(k) > 1), key=len, reverse=True):
        marked = marked.replace(long, letters[long])
    return "".join(letters.get(c, c) for c in marked if c != "$")


def recall(found: set[tuple[int, int]], expected: set[tuple[int, int]]) -> str:
    """The share of the expected that was found."""
    return f"{len(found & expected) / max(1, len(expected)):.4f} of {len(expected):,}"


def matching(prepared: list[Prepared], listed: list[Prepared], verdicts: set[str]) -> set[tuple[int, int]]:
    """All pairs, by place, on which the verdict is one of these."""
    return {
        (i, j)
        for i, name in enumerate(prepared)
        for j, other in enumerate(listed)
        if compare_prepared(name, other).verdict in verdicts
    }


def without_keys(prepared: list[Prepared]) -> list[Prepared]:
    """The names as if all shared a key, so that every pair is weighed."""
    return [msgspec.structs.replace(name, keys=frozenset(("",))) for name in prepared]


def screened(index: NameIndex, names: list[str], verdicts: set[str]) -> set[tuple[int, int]]:
    """What the index finds, by place."""
    return {
        (i, m.number) for i, name in enumerate(names) for m in index.matches(name) if m.verdict in verdicts
    }


def print_time(names: list[str], listed: list[str]) -> NameIndex:
    """The table of times."""
    start, busy = time.perf_counter(), time.process_time()
    index = NameIndex(listed)
    built = time.perf_counter()
    found = [index.matches(name, top=5) for name in names]
    done, busy = time.perf_counter(), time.process_time() - busy
    worth = sum(len(index.candidates(prepare(name))) for name in names[:2000]) / min(2000, len(names))
    hits = sum(1 for matches in found if matches)
    print(f"{len(names):,} names against {len(listed):,}: {done - start:.1f} s ({busy:.1f} s of CPU time)")
    rate = len(names) / (done - built)
    print(f"  listing {built - start:.1f} s, looking up {done - built:.1f} s ({rate:,.0f} names/s)")
    print(f"  {worth:.1f} candidates a name of {len(listed):,}; {hits:,} names with a match")
    return index


def main() -> None:
    """Print times, then recall on a sample."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--list", type=int, default=50_000, dest="listed")
    parser.add_argument("--sample", type=int, default=500)
    parser.add_argument(
        "--weighed", type=int, default=30, help="of the sample, against all pairs without keys"
    )
    parser.add_argument("--seed", type=int, default=5)
    asked = parser.parse_args()
    world = World(asked.seed)
    people = [world.person() for _ in range(asked.listed)]
    listed = [world.written(person) for person in people]
    planted = [world.chance.randrange(asked.listed) if i % 10 == 0 else None for i in range(asked.names)]
    names = [world.written(world.person() if p is None else people[p]) for p in planted]
    index = print_time(names, listed)
    print_recall(index, names, listed, planted, asked.sample, asked.weighed)


def print_recall(
    index: NameIndex,
    names: list[str],
    listed: list[str],
    planted: list[int | None],
    sample: int,
    weighed: int,
) -> None:
    """The table of recall: half of the sample are people of the list."""
    hits = [i for i, p in enumerate(planted) if p is not None][: sample // 2]
    others = [i for i, p in enumerate(planted) if p is None][: sample - len(hits)]
    chosen = [names[i] for i in hits + others]
    ready, against = [prepare(name) for name in chosen], [prepare(name) for name in listed]
    for label, verdicts in (("same", {"same"}), ("same or unsure", {"same", "unsure"})):
        found = screened(index, chosen, verdicts)
        print(f"recall of {label!r}, {len(chosen)} names against all pairs: "
              f"{recall(found, matching(ready, against, verdicts))}")  # fmt: skip
        half = weighed // 2
        some = chosen[:half] + chosen[len(chosen) - half :]
        every = matching(without_keys([prepare(n) for n in some]), without_keys(against), verdicts)
        print(f"  {len(some)} names, against all pairs weighed without keys: "
              f"{recall(screened(index, some, verdicts), every)}")  # fmt: skip
    truth = {(place, p) for place, i in enumerate(hits) if (p := planted[i]) is not None}
    for label, verdicts in (("same", {"same"}), ("same or unsure", {"same", "unsure"})):
        print(f"people of the list found as {label!r}: {recall(screened(index, chosen, verdicts), truth)}")


if __name__ == "__main__":
    main()
