"""The desk under load: 50 requests a second over 50 connections, while one writer sends reports.

``python -m benchmarks.desk --claims 20000 --seconds 30`` fills a ledger with an invented world, serves
it, and, when all is settled, has `hey` (Debian's package) ask for the page of a deal over half of the
connections and for a search over the other half. Shown: what hey says of each, how long it took until the
writer's reports showed, whether all that it sent is in the ledger, and the memory of the server. The
reports are about the deal's own states. With ``--hasty`` the pages are asked for before all is settled, too;
with ``--once`` the desk is started but once. ``--reports`` is how many the writer sends, evenly over the
time.
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
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import cycle, islice
from pathlib import Path

import httpx
from benchmarks.world import vast

from detente.ledger import decode, entry_of, open_journal, utc_now
from detente.records import Document

CONNECTIONS = 50


def filled(folder: Path, claims: int) -> str:
    """A ledger with so many claims."""
    path = str(folder / "world.detente")
    with open_journal(path, now=utc_now) as journal:
        journal.append(
            entry_of(record) for pair in vast(1, claims).reports(claims) for record in reversed(pair)
        )
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
    """Sends a report every so many seconds, and looks after those that are not in yet."""

    def __init__(self, address: str, states: list[str], every: float) -> None:
        super().__init__(daemon=True)
        self.address, self.states, self.every, self.stop = address, states, every, False
        self.waited: list[float] = []
        self.sent: dict[str, float] = {}
        self.failed = 0
        self.documents: list[str] = []

    def run(self) -> None:
        """Until it is told to stop, and all that was sent is in."""
        with httpx.Client(base_url=self.address, timeout=600) as client:
            due = time.perf_counter()
            while self.sent or not self.stop:
                now = time.perf_counter()
                if not self.stop and now >= due:
                    self._send(client)
                    due += self.every
                for name in list(self.sent):
                    self._look(client, name)
                time.sleep(0.2)

    def _send(self, client: httpx.Client) -> None:
        giver, taker = self.states
        text = f"{giver} released {len(self.documents) + 3} prisoners on Monday, {taker} officials said."
        job = client.post("/documents", content=text).raise_for_status().json()
        self.sent[job["id"]] = time.perf_counter()
        self.documents.append(job["sha256"])

    def _look(self, client: httpx.Client, name: str) -> None:
        job = client.get(f"/jobs/{name}").raise_for_status().json()
        if job["status"] in ("done", "failed"):
            self.waited.append(time.perf_counter() - self.sent.pop(name))
            self.failed += job["status"] == "failed"

    def told(self, ledger: str) -> str:
        """What became of the reports: how long each took, and how many the ledger has not."""
        with open_journal(ledger, now=utc_now) as journal:
            found = (decode(entry) for entry in journal.read(kinds=("document",)))
            held = {d.sha256 for d in found if isinstance(d, Document)}
        lost, waited = len(set(self.documents) - held), sorted(self.waited)
        middle = f"middle {waited[len(waited) // 2]:.1f} s, longest {waited[-1]:.1f} s"
        return f"{len(waited)} reports, {self.failed} failed, {lost} lost; until they show: {middle}"


def asked(urls: Mapping[str, str], seconds: int) -> Iterator[str]:
    """For each page percentiles of what was waited, and every status: 50 connections, each once a second.

    One `hey` starts all its connections at the same instant; fifty of them, begun apart, ask evenly.
    """
    command = ["hey", "-z", f"{seconds}s", "-c", "1", "-q", "1", "-t", "60", "-o", "csv"]
    started = defaultdict[str, list[subprocess.Popen[str]]](list)
    for name in islice(cycle(urls), CONNECTIONS):
        started[name].append(subprocess.Popen([*command, urls[name]], stdout=subprocess.PIPE, text=True))
        time.sleep(1 / CONNECTIONS)
    for name, each in started.items():
        rows = [row for one in each for row in csv.DictReader(io.StringIO(one.communicate()[0]))]
        waited = sorted(1000 * float(row["response-time"]) for row in rows)
        codes = Counter(row["status-code"] for row in rows)
        at = "  ".join(f"p{100 * n:g} {waited[int(len(waited) * n)]:.0f} ms" for n in (0.5, 0.95, 0.99))
        statuses = ", ".join(f"{n} × {code}" for code, n in sorted(codes.items()))
        yield f"{name}: {at}  worst {waited[-1]:.0f} ms  ({statuses})"


def _memory(status: Path) -> float:
    return int(re.findall(r"VmRSS:\s+(\d+)", status.read_text(encoding="utf-8"))[0]) / 1e6


def main() -> None:
    """Print what was seen."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--claims", type=int, default=20_000)
    arguments.add_argument("--seconds", type=int, default=30)
    arguments.add_argument("--hasty", action="store_true", help="ask also before all is settled again")
    arguments.add_argument("--still", action="store_true", help="without the writer")
    arguments.add_argument("--once", action="store_true", help="one start alone, from scratch")
    arguments.add_argument("--reports", type=int, default=10, help="how many the writer sends")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = filled(Path(folder), given.claims)
        process, address, first = served(ledger)
        print(f"{given.claims:,} claims; first page after {first:.1f} s", flush=True)
        if not given.once:
            process.terminate()
            process.wait(60)
            process, address, again = served(ledger)
            print(f"at the next start {again:.1f} s", flush=True)
        last = json.loads(httpx.get(f"{address}/deals?limit=1", timeout=60).content)[0]
        deal, states = last["id"], [side["party"]["name"] for side in last["sides"]]
        begun = time.perf_counter()
        httpx.get(f"{address}/desk/search?q=potash", timeout=600)
        print(f"first search: {time.perf_counter() - begun:.1f} s", flush=True)
        pages = {"deal page": f"{address}/desk/deal/{deal}", "search": f"{address}/desk/search?q=potash"}
        if given.hasty:  # while all is settled anew behind what was kept
            print(*(f"at once, {line}" for line in asked(pages, given.seconds)), sep="\n", flush=True)
        httpx.get(f"{address}/ask/adds-up", timeout=1200).raise_for_status()
        print(f"first answer, all settled: {time.perf_counter() - begun:.1f} s", flush=True)
        status = Path(f"/proc/{process.pid}/status")
        before = _memory(status)
        writer = Writer(address, (states * 2)[:2], given.seconds / given.reports)
        if not given.still:
            writer.start()
        print(*asked(pages, given.seconds), sep="\n", flush=True)
        writer.stop = True
        if writer.is_alive():
            writer.join(600)
            print(f"writer: {writer.told(ledger)}")
        print(f"memory: {before:.2f} GB before, {_memory(status):.2f} GB after")
        process.terminate()
        process.wait(30)


if __name__ == "__main__":
    main()
