"""Questions about other days than the latest, as the number of claims grows, beside a settle of all of them.

``python -m benchmarks.other_days [--claims 10000 ...] [--seed 1] [--asks 12]``. The world is invented
(:mod:`benchmarks.world`) and as dense whatever its size. Each question is the first of its country or person
and its days: a day of the world, of knowledge, or both, of the last month or any. Times are the processor's;
what is to be compared are the shares of a whole settle in the same run. Rubbish is looked for as in a process
that serves. The last column is what questions of the same country and days cost after the first.
"""

from __future__ import annotations

import argparse
import gc
import random
from functools import partial

import msgspec
from benchmarks.drafts import READER
from benchmarks.world import timed, vast

from detente.ledger import entry_of
from detente.reconciliation.answers import ask
from detente.settings import load_settings
from detente.views.cli.serve import RUBBISH
from detente.workspace.keeping import Memory
from detente.workspace.warm import Warm

COLUMNS = ("a late day", "any day", "a person", "nothing told", "again")


def _warm(claims: int, seed: int) -> Warm:
    keeper = Memory("2100-01-01")
    for pair in vast(seed, claims).reports(claims):
        keeper.append(entry_of(record) for record in pair)
    return Warm(keeper, msgspec.structs.replace(load_settings(), reader=READER.name))


def _clocks(day: str, chance: random.Random) -> tuple[str | None, str | None]:
    return chance.choice([(day, None), (None, day), (day, day)])


def measured(claims: int, seed: int, asks: int) -> str:
    """One line of the table: the whole in seconds; of each kind the middle and the worst, in parts of it."""
    warm, chance = _warm(claims, seed), random.Random(seed)
    shelf, whole = timed(lambda: warm.shelf(None, None))
    gc.collect()
    gc.freeze()
    gc.set_threshold(*RUBBISH)
    state = shelf.state
    days = sorted({c.document.published or "" for c in state.claims})
    countries = sorted({s.party.name for d in state.deals for s in d.sides})
    took: dict[str, list[float]] = {name: [] for name in COLUMNS}

    def put(column: str, question: str, given: dict[str, str], day: str) -> None:
        asked = partial(warm.shelf_for, question, given, *_clocks(day, chance))
        _, seconds = timed(lambda: ask(question, asked(), given))
        took[column].append(seconds)

    for number in range(asks + 1):  # the first makes indexes
        late, any_, one = days[-1 - chance.randrange(30)], chance.choice(days), chance.choice(countries)
        put("a late day", "deal", {"country": one}, late)
        put("any day", "released", {"country": chance.choice(countries)}, any_)
        put("a person", "status", {"person": chance.choice(state.people).name}, any_)
        put("nothing told", "status", {"person": f"Nobody {number}"}, any_)
        clocks = _clocks(late, chance)
        for turn in range(2):
            shelf, seconds = timed(partial(warm.shelf_for, "deal", {"country": one}, *clocks))
            _, answered = timed(partial(ask, "since", shelf, {"country": one}))
            took["again"] += [seconds + answered] if turn else []
    rows = {name: sorted(seconds[1:]) for name, seconds in took.items()}
    cells = (f"{row[len(row) // 2] / whole:.4f} {row[-1] / whole:.4f}" for row in rows.values())
    return f"{len(state.claims):>9,} {whole:>8.1f}   " + "   ".join(cells)


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--claims", type=int, nargs="+", default=[10_000, 30_000])
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--asks", type=int, default=12)
    given = arguments.parse_args()
    print("   claims  whole s   " + "   ".join(f"{name:^13}" for name in COLUMNS))
    for claims in given.claims:
        print(measured(claims, given.seed, given.asks), flush=True)


if __name__ == "__main__":
    main()
