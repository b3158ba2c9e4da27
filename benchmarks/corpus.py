"""How a corpus run scales: ``python -m benchmarks.corpus ARTICLES [--articles 2000] [--part local]``.

ARTICLES is a ``.jsonl`` of real prose (``text``, ``published`` …) or a folder of texts; it is repeated until
there are as many articles as asked for, each copy with a line of its own, so that no two are equal. It has
three parts: ``local`` (a bare loop over the reader, the engine in this process, one worker, two workers),
``dask`` (two bare loops at once, each over half of the articles, which is what the machine allows; two
workers of a scheduler on loopback), and ``warc`` (a bare loop over the same articles as plain text and as
captured pages, and the engine over the pages). Beside the clock stands the time of the processors, children
included: on a machine with other work that is what can be compared.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import resource
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, wait
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from detente import articles as reports
from detente.corpus import read_corpus
from detente.corpus.inputs import documents_of, shards_of
from detente.corpus.work import BATCH, reader_of
from detente.records import Article, Document

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
    reader, done = reader_of("rules"), 0
    batch: list[Article] = []
    for document in chain.from_iterable(documents_of(s, now=NOW, limit=4_000_000) for s in shards_of(paths)):
        article = reports.read(document)[0] if isinstance(document, Document) else None
        batch += [] if article is None else [article]
        if len(batch) == BATCH:
            done += sum(1 for _ in reader.read(batch))
            batch = []
    return done + sum(1 for _ in reader.read(batch))


def side_by_side(paths: list[str]) -> None:
    """Two bare loops at once, each of a process that has the reader already."""
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        wait([pool.submit(bare, half) for half in (paths[::2], paths[1::2])])


class Taken(NamedTuple):
    """What it took to read so many articles."""

    articles: int
    seconds: float  # by the clock
    own: float  # of the processors


def taken(articles: int, work: Callable[[], object]) -> Taken:
    """Do it, and say what it took."""
    begun, spent = time.perf_counter(), processors()
    work()
    return Taken(articles, time.perf_counter() - begun, processors() - spent)


def processors() -> float:
    """Seconds of the processors, of this process and of its children that have ended."""
    found = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in found)


def clock() -> str:
    """The time that stands in every document."""
    return NOW


def local(folder: Path, found: list[str], many: int) -> dict[str, Taken]:
    """The engine in this process and in others."""
    paths = inputs(folder, found, many)
    bare(paths[:1])
    figures = {"bare loop": taken(many, lambda: bare(paths))}
    for name, workers in (("the engine, here", 0), ("one worker", 1), ("two workers", 2)):
        read = partial(read_corpus, paths, folder / f"local{workers}", now=clock, workers=workers)
        figures[name] = taken(many, read)
    return figures


def dask(folder: Path, found: list[str], many: int) -> dict[str, Taken]:
    """Two workers of a scheduler, against two bare loops at once."""
    paths = inputs(folder, found, many)
    figures = {"two bare loops": taken(many, lambda: side_by_side(paths))}
    figures["Dask, two workers"] = taken(many, lambda: with_dask(paths, folder / "dask"))
    return figures


def with_dask(paths: list[str], out: Path) -> None:
    """Start a scheduler with two workers, read, and end them."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        read_corpus(paths, out, now=clock, scheduler=cluster.scheduler_address)


def warc(folder: Path, found: list[str], many: int) -> dict[str, Taken]:
    """Captured pages, against plain text."""
    paths, crawl = inputs(folder, found, many), archive(folder / "crawl.warc.gz", found, many)
    bare(paths[:1])
    return {
        "plain text, bare loop": taken(many, lambda: bare(paths)),
        "pages, bare loop": taken(many, lambda: bare([crawl])),
        "pages, the engine": taken(many, lambda: read_corpus([crawl], folder / "warc", now=clock, workers=0)),
    }


PARTS: dict[str, Callable[[Path, list[str], int], dict[str, Taken]]] = {
    "local": local, "dask": dask, "warc": warc,
}  # fmt: skip


def row(name: str, one: Taken, first: Taken) -> str:
    """A line of the table."""
    speed = one.articles / one.seconds
    return (
        f"| {name} | {speed:,.1f} | {speed / (first.articles / first.seconds):.2f} "
        f"| {one.own / one.articles * 1000:.2f} | {one.own / first.own:.2f} |"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--articles", dest="many", type=int, default=2000)
    parser.add_argument("--part", choices=(*PARTS, "all"), default="all")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    texts_, parts = texts(given.articles), PARTS if given.part == "all" else [given.part]
    told: dict[str, dict[str, Taken]] = {}
    for part in parts:
        with tempfile.TemporaryDirectory() as name:
            told[part] = PARTS[part](Path(name), texts_, given.many)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    if given.json:
        rows = {part: {n: one._asdict() for n, one in found.items()} for part, found in told.items()}
        print(json.dumps({**rows, "peak MB of a child": peak}))
        return
    print("| engine | articles a second | of the first | processor ms each | of the first |")
    print("|---|---:|---:|---:|---:|")
    for found in told.values():
        first = next(iter(found.values()))
        print("\n".join(row(name, one, first) for name, one in found.items()))
    print(f"a child held at most {peak:,.0f} MB")


if __name__ == "__main__":
    main()
