"""What happenings over Parquet cost: ``python -m benchmarks.happenings [--claims 100000] [--workers 2]``.

Reports of an invented world are laid out in shards. Measured in one run, by the clock and by the time of
the processors: one resolution of all of them in memory, which is what a ledger's state takes for the same
happenings and for who is who, and the search over Parquet by so many workers. Both must find the same.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from pathlib import Path

import duckdb
from benchmarks.corpus import Taken, taken
from benchmarks.world import World
from tests.corpus.shards import laid_out

from detente.corpus import find_happenings
from detente.resolution import resolve

REPORTS = 600
"""Reports of a shard."""


def measure(claims: int, workers: int, size: int) -> dict[str, Taken]:
    """What both take.

    Raises:
        SystemExit: they do not find the same.
    """
    reports = list(World(3, states=60).reports(claims))
    found: dict[str, int] = {}

    def whole() -> None:
        events = resolve([r for r, _ in reports], [a for _, a in reports]).events
        found.update((e.id, len(e.claims)) for e in events)

    with tempfile.TemporaryDirectory() as folder:
        shards = [reports[n : n + REPORTS] for n in range(0, len(reports), REPORTS)]
        out = laid_out(Path(folder) / "out", shards)
        figures = {
            "over Parquet": taken(claims, lambda: find_happenings(out, workers=workers, size=size)),
            "in memory": taken(claims, whole),
        }
        asked = f"SELECT happening, count(*) FROM read_parquet('{out}/happenings/*.parquet') GROUP BY 1"
        with duckdb.connect() as database:
            if dict(database.execute(asked).fetchall()) != found:
                raise SystemExit("expected the same happenings of both; found others")
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--size", type=int, default=10_000, help="tellings of a bucket")
    given = parser.parse_args()
    print("| happenings | claims a second | processor ms each |")
    print("|---|---:|---:|")
    for name, one in measure(given.claims, given.workers, given.size).items():
        print(f"| {name} | {one.articles / one.seconds:,.0f} | {one.own / one.articles * 1000:.3f} |")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"a worker held at most {peak:,.0f} MB" if given.workers else "")


if __name__ == "__main__":
    main()
