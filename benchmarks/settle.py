"""Settling and asking, as the number of claims grows: from scratch, after one report, every question.

``python -m benchmarks.settle [--claims 10000 ...] [--seed 1] [--asks 6]``. The world is invented
(:mod:`benchmarks.world`). Times are the processor's. Each question that takes a country or a person is
asked of several drawn at random; the first of each kind, which makes the indexes, is told apart.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from benchmarks.world import World
from msgspec.structs import replace

from detente.reconciliation.answers import DIFFS, QUESTIONS, Shelf, ask
from detente.reconciliation.settled import Settled
from detente.records import Article, Reading, Resolution, State
from detente.resolution import resolve

T = TypeVar("T")
Pair = tuple[Reading, Article]


def timed(call: Callable[[], T]) -> tuple[T, float]:
    """What it gives, and the seconds that took."""
    start = time.process_time()
    found = call()
    return found, time.process_time() - start


def resolved(pairs: Sequence[Pair]) -> Resolution:
    """Who is who in these reports."""
    return resolve([r for r, _ in pairs], [a for _, a in pairs])


def sharing(old: Resolution, new: Resolution) -> Resolution:
    """The newer resolution with the very objects of the older one where they are equal."""
    tables = [{x.id: x for x in rows} for rows in (old.claims, old.entities, old.events, old.groups)]

    def kept(table: dict[str, T], rows: Sequence[T]) -> tuple[T, ...]:
        found = (table.get(x.id) for x in rows)  # type: ignore[attr-defined]
        return tuple(o if o == x and o is not None else x for o, x in zip(found, rows, strict=True))

    claims, entities, events, groups = tables
    return replace(
        new, claims=kept(claims, new.claims), entities=kept(entities, new.entities),
        events=kept(events, new.events), groups=kept(groups, new.groups),
    )  # type: ignore[arg-type]  # fmt: skip


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


def measured(claims: int, seed: int, asks: int) -> str:
    """One line of the table."""
    pairs = list(World(seed).reports(claims))
    before, seconds = timed(lambda: resolved(pairs[:-2]))
    settled = Settled()
    _, first = timed(lambda: settled.settle(before))
    gc.collect()
    gc.freeze()
    warm = sharing(before, resolved(pairs[:-1]))
    settled.settle(warm)  # makes the indexes by which later changes are found
    after = sharing(warm, resolved(pairs))
    state, again = timed(lambda: settled.settle(after))
    later, slowest = asked(state, Shelf(state, settled.ground), random.Random(seed), asks)
    at = [1000 * later[int(len(later) * share)] for share in (0.5, 0.99)]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    size = f"{len(state.claims):>9,} {len(pairs):>8,} {len(state.deals):>6,} {len(state.people):>7,}"
    spent = f"{seconds:>8.1f} {first:>9.1f} {1000 * again:>8.0f}"
    return f"{size} {spent} {at[0]:>7.1f} {at[1]:>7.1f} {1000 * slowest:>7.0f} {memory:>5.1f}"


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--asks", type=int, default=6)
    given = arguments.parse_args()
    print("   claims  reports  deals  people  resolve reconcile    again     ask     ask   first   mem")
    print("                                      s         s       ms  p50 ms  p99 ms      ms    GB")
    for claims in given.claims:
        print(measured(claims, given.seed, given.asks), flush=True)


if __name__ == "__main__":
    main()
