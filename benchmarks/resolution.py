"""How resolving grows: from scratch, with one report more, and with thousands of near-identical reports.

``python -m benchmarks.resolution [--claims 10000 30000 100000] [--copies 1000 10000] [--seed 1]``. The world
is invented (:mod:`benchmarks.world`); a copy is one report of it with another publisher, another hash and a
last sentence of its own. Times are the processor's.
"""

from __future__ import annotations

import argparse
import gc
from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from itertools import islice

from benchmarks.world import World, timed
from msgspec.structs import replace

from detente.records import Article, Reading
from detente.resolution import Resolver
from detente.resolution.families import families

Pair = tuple[Reading, Article]


def copy_of(pair: Pair, number: int) -> Pair:
    """The report again, by another outlet."""
    reading, article = pair
    sha = sha256(f"{number} {article.document.sha256}".encode()).hexdigest()
    ref = replace(article.document, id=f"doc_{sha[:16]}", sha256=sha, publisher=f"Outlet {number}")
    ids = {c.id: f"clm_{sha256(f'{number} {c.id}'.encode()).hexdigest()[:16]}" for c in reading.claims}
    claims = tuple(
        replace(c, id=ids[c.id], document=ref, content=tuple(ids.get(i, i) for i in c.content))
        for c in reading.claims
    )
    text = f"{article.text} Outlet {number} has more."
    return replace(reading, document=ref, claims=claims), replace(article, document=ref, text=text)


LAST = 20
"""Reports that are placed one by one after all others."""


def measured(pairs: Sequence[Pair]) -> list[float]:
    """Seconds from scratch and of the families in it; milliseconds of one report more, median and worst."""
    readings, articles = [r for r, _ in pairs], [a for _, a in pairs]
    resolver = Resolver()
    _, whole = timed(partial(resolver.resolve, readings[:-LAST], articles[:-LAST]))
    _, texts = timed(partial(families, articles))
    gc.collect()
    gc.freeze()
    numbers = range(len(pairs) - LAST + 1, len(pairs) + 1)
    placed = sorted(timed(partial(resolver.resolve, readings[:n], articles[:n]))[1] for n in numbers)
    return [whole, texts, 1000 * placed[LAST // 2], 1000 * placed[-1]]


def print_row(pairs: Sequence[Pair]) -> None:
    """One line of the table."""
    claims = sum(len(r.claims) for r, _ in pairs)
    whole, texts, placed, worst = measured(pairs)
    print(
        f"{claims:>9,} {len(pairs):>8,} {whole:>9.2f} {texts:>9.2f} {placed:>8.0f} {worst:>8.0f}", flush=True
    )


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--claims", type=int, nargs="*", default=[10_000, 30_000, 100_000])
    arguments.add_argument("--copies", type=int, nargs="*", default=[1_000, 10_000])
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    print("   claims  reports   scratch  families one more    worst")
    print("                           s         s       ms       ms")
    for size in given.claims:
        print_row(list(World(given.seed).reports(size)))
    for size in given.copies:
        (pair,) = islice(World(given.seed).reports(100), 1)
        print_row([copy_of(pair, number) for number in range(size)])


if __name__ == "__main__":
    main()
