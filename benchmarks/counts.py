"""How long ten thousand populations of four parts take: ``python benchmarks/counts.py``."""

from __future__ import annotations

import random
import time

from detente.reconciliation.counts import Population, Stated, interval, solve, whole


def populations(number: int, seed: int = 1) -> list[Population]:
    """Made-up totals with counted, hedged and uncounted parts; one in ten does not add up."""
    source = random.Random(seed)
    return [_population(source) for _ in range(number)]


def _population(source: random.Random) -> Population:
    total = source.randint(20, 200)
    first = source.randint(5, total // 2)
    extra = total if source.random() < 0.1 else 0
    parts = (
        Population(
            key="a", division="to", stated=(Stated("a", whole(first + extra)), Stated("b", interval(5, None)))
        ),
        Population(key="b", division="to", stated=(Stated("c", interval(2, None, soft_lo=True)),)),
        Population(key="c", division="to"),
        Population(key="d", stated=(Stated("d", interval(1, None)),)),
    )
    return Population(
        key="t", stated=(Stated("t", whole(total)), Stated("u", interval(20, None))), parts=parts
    )


def main() -> None:
    """Print the time and how many clashed."""
    problems = populations(10_000)
    start = time.perf_counter()
    clashed = sum(bool(solve(problem).clashes) for problem in problems)
    print(f"10,000 populations: {time.perf_counter() - start:.2f} s; {clashed} with a clash")


if __name__ == "__main__":
    main()
