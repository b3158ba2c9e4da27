"""Settling and asking, as the number of claims grows: from scratch, after one report, every question.

``python -m benchmarks.settle [--claims 10000 ...] [--seed 1] [--states N] [--asks 6]``. The world is
invented (:mod:`benchmarks.world`) and as dense whatever its size; with ``--states`` it has so many, over
twelve years. Times are the processor's; of reports that come one by one the median and the worst. Each
question that takes a country or a person is asked of several drawn at random; the first of each kind,
which makes the indexes, is told apart.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
from functools import partial

from benchmarks.world import World, timed, vast

from detente.reconciliation.answers import DIFFS, QUESTIONS, Shelf, ask
from detente.reconciliation.settled import Settled
from detente.records import Article, Reading, State
from detente.resolution import Resolver

LAST = 20
"""Reports that are placed and settled one by one after all others."""
Pair = tuple[Reading, Article]


def asked(state: State, shelf: Shelf, chance: random.Random, number: int) -> tuple[list[float], float]:
    """Seconds of each question to the latest state, and of the slowest first one."""
    countries = sorted({s.party.name for d in state.deals for s in d.sides})
    people = [p.name for p in state.people]
    first, later = 0.0, list[float]()
    for question in QUESTIONS:
        if question.name in DIFFS:
            continue
        for turn in range(number + 1):
            given = {}
            if "country" in question.filters:
                given = {"country": chance.choice(countries)}
            elif "person" in question.filters:
                given = {"person": chance.choice(people)}
            elif "record" in question.filters:
                given = {"record": chance.choice(state.claims).id}
            _, taken = timed(partial(ask, question.name, shelf, given))
            first = max(first, taken) if turn == 0 else first
            later += [taken] if turn else []
    return sorted(later), first


def measured(claims: int, seed: int, asks: int, states: int | None) -> str:
    """One line of the table."""
    world = vast(seed, claims) if states is None else World(seed, states=states)
    pairs = list(world.reports(claims))
    readings, articles, resolver = [r for r, _ in pairs], [a for _, a in pairs], Resolver()
    before, seconds = timed(lambda: resolver.resolve(readings[: -LAST - 1], articles[: -LAST - 1]))
    settled = Settled()
    _, first = timed(lambda: settled.settle(before))
    gc.collect()
    gc.freeze()
    settled.settle(
        resolver.resolve(readings[:-LAST], articles[:-LAST])
    )  # makes the indexes by which changes are found
    placed, again = [0.0] * LAST, [0.0] * LAST
    for number in range(LAST):
        upto = len(pairs) - LAST + number + 1
        after, placed[number] = timed(partial(resolver.resolve, readings[:upto], articles[:upto]))
        state, again[number] = timed(partial(settled.settle, after, shift=resolver.shift))
    later, slowest = asked(state, Shelf(state, settled.ground), random.Random(seed), asks)
    at = [1000 * later[int(len(later) * share)] for share in (0.5, 0.99)]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    size = f"{len(state.claims):>9,} {len(pairs):>8,} {len(state.deals):>6,} {len(state.people):>7,}"
    one, all_ = sorted(placed), sorted(again)
    spent = f"{seconds:>8.1f} {first:>9.1f} {1000 * one[LAST // 2]:>7.0f} {1000 * one[-1]:>6.0f}"
    spent += f" {1000 * all_[LAST // 2]:>6.0f} {1000 * all_[-1]:>6.0f}"
    return f"{size} {spent} {at[0]:>7.1f} {at[1]:>7.1f} {1000 * slowest:>7.0f} {memory:>5.1f}"


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--states", type=int, default=None)
    arguments.add_argument("--asks", type=int, default=6)
    given = arguments.parse_args()
    print(
        "   claims  reports  deals  people  resolve reconcile   place  worst  again  worst"
        "     ask     ask   first   mem"
    )
    print(
        "                                      s         s      ms     ms     ms     ms"
        "  p50 ms  p99 ms      ms    GB"
    )
    for claims in given.claims:
        print(measured(claims, given.seed, given.asks, given.states), flush=True)


if __name__ == "__main__":
    main()
