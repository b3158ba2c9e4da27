"""How fast the ledger is: ``python benchmarks/ledger.py [--rows 100000] [--batch 500] [--json]``.

Invented readings of about 900 bytes are appended in batches to a new file in a temporary folder
(``--folder`` for another disk), appended again, read, read as known on a day, looked up by key and
verified. One transaction a batch, chained, both clocks, synced to the disk when it returns.
``--ledger`` names an empty database instead; ``python -m tests.ledger.server COMMAND`` starts a
PostgreSQL server on loopback for the time of a command, and puts the address of one at its end.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import msgspec

from detente.ledger import Journal, open_journal
from detente.records import Entry

BODY = 900
"""Bytes of a body: about a claim with its span, attribution and roles."""


def entries(rows: int, salt: str = "") -> Iterator[Entry]:
    """The same invented entries each time: random keys, as hashes are; days over ten years."""
    chance = random.Random(7)
    for n in range(rows):
        key = sha256(f"{salt}{n}".encode()).hexdigest()
        body = msgspec.json.encode({"n": n, "text": chance.randbytes(BODY // 2).hex()})
        day = f"{2016 + n % 10}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield Entry(kind="reading", key=key, body=msgspec.Raw(body), known=day)


def rate(work: Callable[[], int]) -> float:
    """Items a second."""
    begun = time.perf_counter()
    return work() / (time.perf_counter() - begun)


def measure(ledger: str, rows: int, batch: int) -> dict[str, float]:
    """Rows a second of each thing a ledger does; the ledger is a new one."""
    given = list(entries(rows))

    def append(journal: Journal, size: int) -> int:
        told = [journal.append(given[n : n + size]) for n in range(0, rows, size)]
        return sum(one.new + one.known for one in told)

    def look_up(journal: Journal) -> int:
        return sum(journal.get(entry.key) is not None for entry in given[:: max(1, rows // 10_000)])

    with open_journal(ledger) as journal:
        figures = {
            "append, new": rate(lambda: append(journal, batch)),
            "append, known": rate(lambda: append(journal, batch)),
            "read, all": rate(lambda: sum(1 for _ in journal.read())),
            "read, known by 2020": rate(lambda: sum(1 for _ in journal.read(known_by="2020-12-31"))),
            "get": rate(lambda: look_up(journal)),
            "verify": rate(lambda: journal.verify().entries),
        }
        held = journal.verify().ok and journal.stats().entries == rows
        few = list(entries(max(1, rows // 100), "one "))
        figures["append, one a time"] = rate(lambda: sum(journal.append([entry]).new for entry in few))
    if not held:
        raise SystemExit(f"expected {rows} entries that hold; the ledger says otherwise")
    return figures


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--batch", type=int, default=500)
    parser.add_argument("--folder", type=Path, default=None, help="where to put the ledger")
    parser.add_argument("--ledger", default=None, help="the address of an empty database")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        figures = measure(given.ledger or f"{folder}/bench.detente", given.rows, given.batch)
    if given.json:
        print(json.dumps({name: round(value) for name, value in figures.items()}))
        return
    print(f"{given.rows} rows, {given.batch} an append")
    for name, value in figures.items():
        print(f"{name:22}{value:>12,.0f} rows/s")


if __name__ == "__main__":
    main()
