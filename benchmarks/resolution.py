"""How resolving grows: from scratch at several sizes, and with thousands of near-identical reports.

``python -m benchmarks.resolution [--claims 10000 30000 100000] [--copies 1000 10000] [--seed 1]``. The world
is invented (:mod:`benchmarks.world`); a copy is one report of it with another publisher, another hash and a
last sentence of its own. Times are the processor's.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from itertools import islice
from typing import TypeVar

from benchmarks.world import World
from msgspec.structs import replace

from detente.records import Article, Reading
from detente.resolution import resolve
from detente.resolution.entities import identify
from detente.resolution.families import families
from detente.resolution.happenings import tellings
from detente.resolution.linking import link
from detente.resolution.reports import distinct, reports_of

T = TypeVar("T")
Pair = tuple[Reading, Article]


def timed(call: Callable[[], T]) -> tuple[T, float]:
    """What it gives, and the seconds that took."""
    start = time.process_time()
    found = call()
    return found, time.process_time() - start


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


def parts(pairs: Sequence[Pair]) -> list[float]:
    """Seconds of the whole, and of names in reports, tellings, linking, people, families."""
    readings, articles = [r for r, _ in pairs], [a for _, a in pairs]
    _, whole = timed(partial(resolve, readings, articles))
    reports, first = timed(lambda: reports_of(distinct(readings), articles))
    told, second = timed(partial(tellings, reports))
    groups, third = timed(partial(link, told))
    _, fourth = timed(partial(identify, reports, groups, ()))
    _, fifth = timed(lambda: families(articles))
    return [whole, first, second, third, fourth, fifth]


def print_row(pairs: Sequence[Pair]) -> None:
    """One line of the table."""
    claims = sum(len(r.claims) for r, _ in pairs)
    print(f"{claims:>9,} {len(pairs):>8,} " + " ".join(f"{s:>8.2f}" for s in parts(pairs)), flush=True)


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--claims", type=int, nargs="*", default=[10_000, 30_000, 100_000])
    arguments.add_argument("--copies", type=int, nargs="*", default=[1_000, 10_000])
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    print("   claims  reports    whole  reports tellings     link   people families")
    for size in given.claims:
        print_row(list(World(given.seed).reports(size)))
    for size in given.copies:
        (pair,) = islice(World(given.seed).reports(100), 1)
        print_row([copy_of(pair, number) for number in range(size)])


if __name__ == "__main__":
    main()
