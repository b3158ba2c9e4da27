"""How much memory the default reader holds while a feed goes by: ``python -m benchmarks.memory``.

One report in ten is of our subject; the others tell of other things, as most of a feed does. Each has a place
and a person in it that no other one has, so that whatever is kept by name would be seen to grow. Told is the
resident memory of the process after so many articles, and the most that there was by then.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
from benchmarks.reading import ELSEWHERE, reports

from detente.reading import READERS
from detente.records import Article, DocumentRef, content_id

SHARE = 10
"""One in so many is of our subject."""
TOLD = (500, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 40_000, 50_000, 100_000)
"""After so many articles it is told what is held."""


def feed(number: int) -> Iterator[Article]:
    """So many articles, one after the other; none is kept."""
    chance, ours = random.Random(20260131), reports()
    for n in range(number):
        person, place = (_name(chance) for _ in range(2))
        beside = f"\n\n{person} {_name(chance)} of {place} read it in the {place} Courier, no. {n}."
        if n % SHARE == 0:
            article = ours[n // SHARE % len(ours)]
            yield msgspec.structs.replace(article, text=article.text + beside)
        else:
            text = "\n\n".join(chance.sample(ELSEWHERE, len(ELSEWHERE))) + beside
            ref = DocumentRef(id=content_id("doc", text), path=f"elsewhere/{n}.txt", sha256="0" * 64)
            yield Article(document=ref, text=text, published="2026-01-30")


def _name(chance: random.Random) -> str:
    """An invented name of three or four syllables."""
    syllables = (
        chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.choice((3, 4)))
    )
    return "".join(syllables).capitalize()


def held(what: str) -> float:
    """Megabytes as the kernel counts them: ``VmRSS`` now, ``VmHWM`` at most."""
    told = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(told[what].split()[0]) / 1024


def main(arguments: list[str] | None = None) -> None:
    """Read the feed, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=50_000)
    given = parser.parse_args(arguments)
    reader = READERS.get("rules")()
    print(f"{'articles':>9} {'claims':>9} {'MB now':>8} {'MB most':>8}")
    claims = 0
    for n, article in enumerate(feed(given.articles), 1):
        for reading, _ in reader.read([article]):
            claims += len(reading.claims)
        if n in TOLD or n == given.articles:
            print(f"{n:>9,} {claims:>9,} {held('VmRSS'):>8.0f} {held('VmHWM'):>8.0f}", flush=True)


if __name__ == "__main__":
    main()
