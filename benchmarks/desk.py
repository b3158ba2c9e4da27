"""The desk under load: 50 requests a second over 50 connections, while one writer sends reports.

``python -m benchmarks.desk --claims 20000 --seconds 30`` fills a ledger with an invented world, serves
it, and, when all is settled, has `hey` (Debian's package) ask for the page of a deal and for searches.
Shown: what hey says of each, the longest that the writer waited, and the memory of the server. With
``--hasty`` the page of a deal is asked for before that, too.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

import httpx
from benchmarks.world import World

from detente.ledger import entry_of, open_journal, utc_now

CONNECTIONS = 50


def filled(folder: Path, claims: int) -> str:
    """A ledger with so many claims."""
    path = str(folder / "world.detente")
    with open_journal(path, now=utc_now) as journal:
        journal.append(entry_of(record) for pair in World(1).reports(claims) for record in reversed(pair))
    return path


def served(ledger: str) -> tuple[subprocess.Popen[str], str, float]:
    """The desk, its address, and the seconds until its first page."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "detente", "serve", "--ledger", ledger, "--port", "0"],
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stderr is not None
    address = re.findall(r"http://[\d.:]+", process.stderr.readline())[0]
    httpx.get(address, timeout=600).raise_for_status()
    return process, address, time.perf_counter() - start


class Writer(threading.Thread):
    """Sends one report after the other, and waits until each is in."""

    def __init__(self, address: str) -> None:
        super().__init__(daemon=True)
        self.address, self.sent, self.lost, self.longest, self.stop = address, 0, 0, 0.0, False

    def run(self) -> None:
        """Until it is told to stop."""
        with httpx.Client(base_url=self.address, timeout=600) as client:
            while not self.stop:
                text = f"Varland released {self.sent + 3} prisoners on Monday, officials in Dorn said."
                start = time.perf_counter()
                job = client.post("/documents", content=text).json()
                while job["status"] not in ("done", "failed"):
                    time.sleep(0.2)
                    job = client.get(f"/jobs/{job['id']}").json()
                self.longest = max(self.longest, time.perf_counter() - start)
                self.lost += job["status"] == "failed"
                self.sent += 1
                time.sleep(1)


def asked(url: str, seconds: int) -> str:
    """Percentiles of what was waited, and every status: 50 connections, each once a second.

    One `hey` starts all its connections at the same instant; fifty of them, begun apart, ask evenly.
    """
    command = ["hey", "-z", f"{seconds}s", "-c", "1", "-q", "1", "-t", "60", "-o", "csv", url]
    started = []
    for _ in range(CONNECTIONS):
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        time.sleep(1 / CONNECTIONS)
    rows = [row for one in started for row in csv.DictReader(io.StringIO(one.communicate()[0]))]
    waited = sorted(float(row["response-time"]) for row in rows)
    codes = Counter(row["status-code"] for row in rows)
    at = "  ".join(f"p{100 * n:g} {1000 * waited[int(len(waited) * n)]:.0f} ms" for n in (0.5, 0.95, 0.99))
    return f"{at}  ({', '.join(f'{n} × {code}' for code, n in sorted(codes.items()))})"


def main() -> None:
    """Print what was seen."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--claims", type=int, default=20_000)
    arguments.add_argument("--seconds", type=int, default=30)
    arguments.add_argument("--hasty", action="store_true", help="ask also before all is settled again")
    arguments.add_argument("--still", action="store_true", help="without the writer")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = filled(Path(folder), given.claims)
        process, _, first = served(ledger)
        process.terminate()
        process.wait(60)
        process, address, again = served(ledger)
        print(
            f"{given.claims:,} claims; first page after {first:.1f} s, at the next start {again:.1f} s",
            flush=True,
        )
        deal = json.loads(httpx.get(f"{address}/deals?limit=1", timeout=60).content)[0]["id"]
        begun = time.perf_counter()
        httpx.get(f"{address}/desk/search?q=potash", timeout=600)
        print(f"first search: {time.perf_counter() - begun:.1f} s", flush=True)
        if given.hasty:  # while all is settled anew behind what was kept
            print(f"deal page, at once: {asked(f'{address}/desk/deal/{deal}', given.seconds)}", flush=True)
        httpx.get(f"{address}/ask/adds-up", timeout=1200).raise_for_status()
        print(f"first answer, all settled: {time.perf_counter() - begun:.1f} s", flush=True)
        writer = Writer(address)
        if not given.still:
            writer.start()
        for name, path in (("deal page", f"/desk/deal/{deal}"), ("search", "/desk/search?q=potash")):
            print(f"{name}: {asked(address + path, given.seconds)}", flush=True)
        writer.stop = True
        if writer.is_alive():
            writer.join(600)
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
        memory = int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1e6
        told = f"{writer.sent} reports, {writer.lost} lost, longest {writer.longest:.1f} s"
        print(f"writer: {told}; {memory:.1f} GB")
        process.terminate()
        process.wait(30)


if __name__ == "__main__":
    main()
