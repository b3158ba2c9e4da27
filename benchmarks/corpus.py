"""How a corpus run scales: ``python benchmarks/corpus.py ARTICLES [--articles 2000] [--kills 0] [--json]``.

ARTICLES is a ``.jsonl`` of real prose (``text``, ``published`` …) or a folder of texts; it is repeated until
there are as many articles as asked for, each copy with a line of its own, so that no two are equal. Measured
in one run: a bare loop over the reader, the engine in this process, one worker, two workers, two workers of a
Dask scheduler on loopback, and the same pages in a web archive. ``--kills`` stops a run of two workers with
SIGKILL at so many random points, goes on, and says whether the claims are those of an undisturbed run.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from detente import articles as reports
from detente.corpus import manifest_of, read_corpus
from detente.corpus.inputs import documents_of, shards_of
from detente.corpus.work import BATCH, reader_of

NOW = "2026-01-01T00:00:00Z"
SHARDS = 16


def texts(source: Path) -> list[str]:
    """The texts of a ``.jsonl`` or of a folder."""
    if source.is_dir():
        return [path.read_text(encoding="utf-8") for path in sorted(source.glob("*.txt"))]
    return [
        json.loads(line)["text"] for line in source.read_text(encoding="utf-8").splitlines() if line.strip()
    ]


def inputs(folder: Path, found: list[str], many: int) -> list[str]:
    """Shards of about equal size."""
    rows = (
        {
            "id": str(n),
            "published": f"2026-{n % 12 + 1:02}-03",
            "text": f"{found[n % len(found)]}\n\nCopy {n}.",
        }
        for n in range(many)
    )
    paths = [folder / f"{n:03}.jsonl" for n in range(SHARDS)]
    streams = [path.open("w", encoding="utf-8") for path in paths]
    for n, row in enumerate(rows):
        streams[n % SHARDS].write(json.dumps(row) + "\n")
    for stream in streams:
        stream.close()
    return [str(path) for path in paths]


def archive(path: Path, found: list[str], many: int) -> str:
    """The same articles as captured pages."""
    with gzip.open(path, "wb", 1) as stream:
        for n in range(many):
            body = "".join(f"<p>{html.escape(p)}</p>" for p in found[n % len(found)].split("\n\n"))
            page = (
                f"<!DOCTYPE html><html><body><article>{body}<p>Copy {n}.</p></article></body></html>".encode()
            )
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper.example/{n}\r\n"
                f"WARC-Record-ID: <urn:uuid:{n}>\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
            )
            stream.write(head.encode() + http + b"\r\n\r\n")
    return str(path)


def bare(paths: list[str]) -> int:
    """What the reader alone takes: documents, articles, readings, nothing written."""
    reader = reader_of("rules")
    done = 0
    batch = []
    for shard in shards_of(paths):
        for document in documents_of(shard, now=NOW, limit=4_000_000):
            article, _ = reports.read(document)  # type: ignore[arg-type]
            batch.append(article)
            if len(batch) == BATCH:
                done += sum(1 for _ in reader.read(batch))  # type: ignore[arg-type]
                batch = []
    return done + sum(1 for _ in reader.read(batch))  # type: ignore[arg-type]


def pages(path: str) -> int:
    """Pages of an archive, extracted and read, nothing written."""
    return bare([path])


def rate(many: int, work: Callable[[], object]) -> float:
    """Articles a second."""
    begun = time.perf_counter()
    work()
    return many / (time.perf_counter() - begun)


_QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def killed(paths: list[str], out: Path, kills: int, seed: int = 2026) -> Iterator[int]:
    """Kill a run of two workers at random points, going on each time; shards done after each."""
    chance = random.Random(seed)
    call = [sys.executable, "-m", "detente", "corpus", "read", *paths, "--out", str(out), "--workers", "2"]
    for _ in range(kills):
        process = subprocess.Popen(
            call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(chance.uniform(1.5, 6))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        yield len(list((out / "manifest").glob("*.json")))
        if (out / "manifest").exists() and len(list((out / "manifest").glob("*.json"))) == len(paths):
            for path in (out / "manifest").glob("*.json"):
                path.unlink()  # all done: begin anew, there are kills left
    subprocess.run(call, check=False, stdout=subprocess.DEVNULL)


def hashes(out: Path) -> dict[str, str]:
    """What the claims of each shard are."""
    return {one.shard.name: one.sha256["claims"] for one in manifest_of(out).done}


def measure(found: list[str], many: int, kills: int) -> dict[str, float]:
    """All figures, in one run."""
    from distributed import LocalCluster

    def clock() -> str:
        return NOW

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = inputs(folder, found, many)
        reader_of("rules")
        bare(paths[:1])
        figures = {"bare loop": rate(many, lambda: bare(paths))}
        figures["here"] = rate(many, lambda: read_corpus(paths, folder / "here", now=clock, workers=0))
        for workers in (1, 2):
            out = folder / f"local{workers}"
            figures[f"{workers} workers"] = rate(
                many,
                lambda out=out, n=workers: read_corpus(paths, out, now=clock, workers=n),  # type: ignore[misc]
            )
        with LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
        ) as cluster:  # type: ignore[no-untyped-call]
            address = cluster.scheduler_address
            figures["dask, 2 workers"] = rate(
                many, lambda: read_corpus(paths, folder / "dask", now=clock, scheduler=address)
            )
        few = max(1, many // 4)
        crawl = archive(folder / "crawl.warc.gz", found, few)
        figures["pages, bare loop"] = rate(few, lambda: pages(crawl))
        figures["pages, here"] = rate(
            few, lambda: read_corpus([crawl], folder / "warc", now=clock, workers=0)
        )
        figures["peak MB of a worker"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        if kills:
            list(killed(paths, folder / "killed", kills))
            figures["kills"] = kills
            figures["as undisturbed"] = float(hashes(folder / "killed") == hashes(folder / "here"))
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--articles", dest="many", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = measure(texts(given.articles), given.many, given.kills)
    if given.json:
        print(json.dumps(figures))
    else:
        print("\n".join(f"{name:22}{value:>10,.1f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
