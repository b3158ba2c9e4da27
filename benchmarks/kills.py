"""Killed at random points, and gone on with: ``python benchmarks/kills.py ledger|corpus [WHERE]``.

``ledger`` kills a writer to the ledger WHERE (a new file if none is given; an address behind
``python -m tests.ledger.server``) with SIGKILL; each time the chain must hold, every append that returned be
there, and none in part. ``corpus`` kills a run of two workers over invented articles, driver and workers
alike; at the end every table must be that of an undisturbed run. Says how many kills (``--kills``) were
survived, or stops with what was found.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.corpus.samples import files
from tests.ledger.killing import kill_writers

from detente.corpus import manifest_of, read_corpus

SHARDS, EACH = 400, 6


def kill_ledger(where: str | None, kills: int) -> str:
    """Kill writers to a ledger."""
    with tempfile.TemporaryDirectory() as folder:
        done = kill_writers(where or f"{folder}/l.detente", kills)
    return f"{kills} kills of a writer: {done} appends, each whole, none lost, verify clean after each"


def kill_corpus(kills: int, seed: int = 2026) -> str:
    """Kill runs over a corpus.

    Raises:
        AssertionError: the tables are not those of an undisturbed run.
    """
    chance, through = random.Random(seed), 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files(folder / "in", SHARDS, each=EACH)
        read_corpus([str(folder / "in")], folder / "whole", workers=0)
        undisturbed, out = claims(folder / "whole"), folder / "out"
        call = [sys.executable, "-m", "detente", "corpus", "read", str(folder / "in"), "--out", str(out)]
        call += ["--workers", "2"]
        for _ in range(kills):
            process = subprocess.Popen(
                call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
            time.sleep(chance.uniform(0.5, 6))
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            if (out / "run.json").exists() and len(manifest_of(out).done) == SHARDS:
                through += same(out, undisturbed)
                for path in (out / "manifest").glob("*.json"):
                    path.unlink()  # all is done and there are kills left: begin anew over what lies there
        subprocess.run(call, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        through += same(out, undisturbed)
        assert not list(out.rglob("*.part"))
    return f"{kills} kills of a run of {SHARDS} shards: {through} times through, each time as undisturbed"


def same(out: Path, undisturbed: dict[str, str]) -> int:
    """One, where the claims are the same.

    Raises:
        AssertionError: they are not.
    """
    assert claims(out) == undisturbed
    return 1


def claims(out: Path) -> dict[str, str]:
    """What the claims of each shard are: their hash in the manifest, held against the table itself."""
    import duckdb

    found = {one.shard.name: one.sha256["claims"] for one in manifest_of(out).done}
    with duckdb.connect() as database:
        rows = database.execute(f"SELECT count(*) FROM read_parquet('{out}/claims/*.parquet')").fetchone()
    assert rows == (sum(one.claims for one in manifest_of(out).done),)
    return found


def main() -> None:
    """Kill, and print what was survived."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("ledger", "corpus"))
    parser.add_argument("where", nargs="?")
    parser.add_argument("--kills", type=int, default=200)
    given = parser.parse_args()
    print(kill_ledger(given.where, given.kills) if given.what == "ledger" else kill_corpus(given.kills))


if __name__ == "__main__":
    main()
