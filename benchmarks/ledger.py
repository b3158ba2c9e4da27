"""How fast the ledger is: ``python -m benchmarks.ledger [--rows 100000] [--batch 500] [--json]``.

Invented readings of about 900 bytes, and an article of 150 words for every nine, are appended in batches to
a new file in a temporary folder (``--folder`` for another disk), appended again, read, read as known on a
day, looked up by key, found by a rare phrase, by a rare phrase as known on a day, and verified. One
transaction a batch, chained, both clocks, synced to the disk when it returns. Beside it stands what the
store itself takes: the same rows with the same keys into a plain table, without words, chain and triggers,
and what the pilot took, built again (:mod:`benchmarks.pilot`): one table whose words can be found.
At the end one process appends while four read, all of them for a few seconds.

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
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from statistics import quantiles

import msgspec
from benchmarks.bare import bare
from benchmarks.pilot import pilot

from detente.ledger import Journal, open_journal
from detente.records import Entry, EntryKind

BODY = 900
"""Bytes of a body: about a claim with its span, attribution and roles."""
READERS = 4
ASKED = 1000
"""Questions of which the middle one and the ninety-ninth of a hundred are told."""

Figures = dict[str, float]


def entries(rows: int, salt: str = "") -> Iterator[Entry]:
    """The same invented entries each time: random keys, as hashes are; days over ten years."""
    chance = random.Random(7)
    for n in range(rows):
        key = sha256(f"{salt}{n}".encode()).hexdigest()
        kind: EntryKind = "reading" if n % 10 else "article"
        text = chance.randbytes(BODY // 2).hex() if n % 10 else prose(n, chance)
        body = msgspec.json.encode({"n": n, "text": text})
        day = f"{2016 + n % 10}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield Entry(kind=kind, key=key, body=msgspec.Raw(body), known=day)


def prose(n: int, chance: random.Random) -> str:
    """Words, common ones often; in the middle a pair that few other texts have in a row."""
    common = [f"w{int(chance.paretovariate(0.6)) % 50_000}" for _ in range(150)]
    return " ".join([*common[:75], *pair(n).strip('"').split(), *common[75:]])


def pair(n: int) -> str:
    """The rare phrase of the n-th entry, as one asks for it."""
    return f'"pair{n % 997} other{n % 991}"'


def timed(name: str, work: Callable[[], int]) -> Figures:
    """Items a second by the clock, and microseconds of this process's own time for each."""
    begun, spent = time.perf_counter(), time.process_time()
    done = work()
    own = (time.process_time() - spent) / done * 1e6
    return {f"{name}, a second": done / (time.perf_counter() - begun), f"{name}, own µs each": own}


def asked(name: str, questions: list[Callable[[], object]]) -> Figures:
    """Milliseconds that a question takes: the middle one, and the slowest but one in a hundred."""
    took = []
    for question in questions:
        begun = time.perf_counter()
        found = question()
        took.append((time.perf_counter() - begun) * 1000)
        assert found, name
    cuts = quantiles(took, n=100)
    return {f"{name}, ms in the middle": cuts[49], f"{name}, ms of the 99th": cuts[98]}


def append(journal: Journal, given: list[Entry], batch: int) -> int:
    """Append them; how many are there."""
    told = [journal.append(given[n : n + batch]) for n in range(0, len(given), batch)]
    return sum(one.new + one.known for one in told)


def measure(ledger: str, rows: int, batch: int, seconds: float) -> Figures:
    """Every figure; the ledger is a new one."""
    given = list(entries(rows))
    figures = timed("bare append", lambda: bare(ledger, given, batch))
    figures |= timed("pilot append", lambda: pilot(ledger, given, batch))
    with open_journal(ledger) as journal:
        figures |= timed("append, new", lambda: append(journal, given, batch))
        figures |= timed("append, known", lambda: append(journal, given, batch))
        figures |= timed("read, all", lambda: sum(1 for _ in journal.read()))
        by = "2020-12-31"
        figures |= timed("read, known by 2020", lambda: sum(1 for _ in journal.read(known_by=by)))
        figures |= timed("verify", lambda: journal.verify().entries)
        held = journal.verify().ok and journal.stats().entries == rows
        figures |= questions(journal, given)
        few = list(entries(min(500, max(1, rows // 100)), "one "))
        figures |= timed("append, one a time", lambda: append(journal, few, 1))
    if not held:
        raise SystemExit(f"expected {rows} entries that hold; the ledger says otherwise")
    for beside in ("bare append", "pilot append"):
        share = figures["append, new, a second"] / figures[f"{beside}, a second"]
        figures[f"append, new: share of {beside.removesuffix(' append')}"] = share
    return figures | together(ledger, rows, batch, seconds)


def questions(journal: Journal, given: list[Entry]) -> Figures:
    """What single questions take; each is about another entry."""
    told = range(0, len(given), 10 * max(1, len(given) // 10 // ASKED))
    keys = [given[n].key for n in told]
    find = journal.find
    return (
        asked("get", [lambda key=key: journal.get(key) for key in keys])
        | asked("rare phrase", [lambda n=n: list(find(pair(n))) for n in told])
        | asked("rare phrase, as of a day", [lambda n=n: dated(journal, n, given[n].known) for n in told])
    )


def dated(journal: Journal, n: int, day: str | None) -> list[Entry]:
    """Where a phrase was found by what was known on the day of the entry that has it."""
    found = list(journal.find(pair(n), known_by=day))
    assert all((one.known or "") <= (day or "") for one in found)
    return found


def together(ledger: str, rows: int, batch: int, seconds: float) -> Figures:
    """One writes and four read at once; an error of any of them stops the benchmark."""
    given = list(entries(batch, "more "))
    with ProcessPoolExecutor(READERS, get_context("spawn")) as pool, open_journal(ledger) as journal:
        list(pool.map(read, [(ledger, rows, 0.0)] * READERS))
        until = time.perf_counter() + seconds
        readers = [pool.submit(read, (ledger, rows, seconds)) for _ in range(READERS)]
        done = turn = 0
        while time.perf_counter() < until:
            turn += 1
            fresh = [msgspec.structs.replace(entry, key=f"{turn}:{entry.key}") for entry in given]
            done += append(journal, fresh, batch)
        written = done / (time.perf_counter() - (until - seconds))
        answers = sum(reader.result() for reader in readers)
        assert journal.verify(fast=True).ok
    return {
        "written while four read, a second": written,
        "answers to the four meanwhile, a second": answers / seconds,
    }


def read(what: tuple[str, int, float]) -> int:
    """Ask for words, keys and the newest entries for so many seconds; how many answers."""
    ledger, rows, seconds = what
    answers = 0
    chance, until = random.Random(time.time_ns()), time.perf_counter() + seconds
    with open_journal(ledger) as journal:
        while time.perf_counter() < until:
            n = chance.randrange(0, rows, 10)
            head = journal.head().seq
            assert list(journal.find(pair(n)))
            assert journal.get(sha256(f"{n}".encode()).hexdigest()) is not None
            assert sum(1 for _ in journal.read(after=head - 10)) >= 10
            answers += 4
    return answers


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--batch", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=10, help="how long one writes while four read")
    parser.add_argument("--folder", type=Path, default=None, help="where to put the ledger")
    parser.add_argument("--ledger", default=None, help="the address of an empty database")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        figures = measure(given.ledger or f"{folder}/bench.detente", given.rows, given.batch, given.seconds)
    if given.json:
        print(json.dumps({name: round(value, 3) for name, value in figures.items()}))
        return
    print(f"{given.rows} rows, {given.batch} an append")
    for name, value in figures.items():
        print(f"{name:44}{value:>12,.{0 if value >= 100 else 2}f}")


if __name__ == "__main__":
    main()
