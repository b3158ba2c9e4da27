"""What is sought over a whole corpus: in steps, each of jobs that may be done anywhere, and done once.

A step's jobs each write one file, whole or not at all, into a working folder that is named by what is
sought; so whatever is killed, the next call does what is missing. At the end that folder gives its last
step to the corpus as a table, in one move.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import ClassVar, Protocol, TypeVar

import duckdb
import msgspec
import pyarrow as pa

from detente.corpus.jobs import Engine, Job
from detente.corpus.manifest import Manifest, held, manifest_of
from detente.corpus.tables import write_rows
from detente.errors import DetenteError
from detente.records import to_json
from detente.records.base import Record
from detente.resolution.circles import Sets

SIZE = 20_000
"""Texts that a bucket is made for; about how many are compared in full at a time."""

CIRCLES = pa.schema([pa.field("name", pa.string()), pa.field("bucket", pa.int64())])
"""One row for each text or telling that hangs together with another."""

T = TypeVar("T", bound=Record)


class Step(Job[int], Protocol):
    """A job that writes a file."""

    step: ClassVar[str]

    @property
    def path(self) -> Path:
        """What it writes: whole, or not there."""


Do = Callable[[Iterable[Step]], None]
"""Does those jobs of a step that are not done yet."""


class _OfCorpus(Record, frozen=True, kw_only=True):
    """A job of a step, and where it writes."""

    work: str

    step: ClassVar[str]

    @property
    def part(self) -> str:
        """What of the corpus it is over."""
        raise NotImplementedError

    @property
    def name(self) -> str:
        """Its step's and its part's."""
        return f"{self.step}-{self.part}"

    @property
    def path(self) -> Path:
        """What it writes: whole, or not there."""
        return Path(self.work) / self.step / f"{self.part}.parquet"


class OfShard(_OfCorpus, frozen=True, kw_only=True):
    """A job over one shard of the corpus."""

    shard: str
    out: str

    @property
    def part(self) -> str:
        """The shard's name."""
        return self.shard

    @property
    def articles(self) -> Path:
        """The shard's articles."""
        return Path(self.out) / "articles" / f"{self.shard}.parquet"


class OfBucket(_OfCorpus, frozen=True, kw_only=True):
    """A job over all shards that takes a part of what they hold."""

    bucket: int

    @property
    def part(self) -> str:
        """The bucket's number."""
        return f"{self.bucket:05}"

    def given(self, step: str) -> str:
        """What an earlier step wrote, as one table."""
        return every(Path(self.work), step)


def every(work: Path, step: str) -> str:
    """All files of a step, as DuckDB takes them."""
    return str(work / step / "*.parquet")


def sought(
    folder: Path,
    table: str,
    size: int,
    kind: type[T],
    find: Callable[[Path, Path, Manifest, int, Do], T],
    engine: Engine,
    tick: Callable[[int], None],
    begin: Callable[[str, int], None],
) -> T:
    """What is sought in a corpus: found earlier, or now.

    Args:
        folder: the corpus, held meanwhile.
        table: the folder that it stands in, and the last step's name.
        size: of a bucket; beside the shards what is found depends on it.
        kind: the type of the report.
        find: does all steps in a working folder, each by what it is given, and reports.
        engine: does the jobs.
        tick: called with 1 for each job.
        begin: told each step and how many jobs it has to do.
    """

    def do(jobs: Iterable[Step]) -> None:
        run(engine, jobs, tick, begin)

    with held(folder):
        manifest = manifest_of(folder)
        told = "\n".join([*(done.shard.name for done in manifest.done), str(size)])
        work = folder / f".{table}-{hashlib.sha256(told.encode()).hexdigest()[:20]}"
        if (earlier := _earlier(folder / table, work.name, kind)) is not None:
            return earlier
        for other in folder.glob(f".{table}-*"):
            if other != work:
                shutil.rmtree(other)
        found = find(folder, work, manifest, size, do)
        (work / table / "found.json").write_bytes(to_json(found) + b"\n")
        (work / table / "of.txt").write_text(work.name)
        shutil.rmtree(folder / table, ignore_errors=True)
        (work / table).rename(folder / table)
        shutil.rmtree(work)
        return found


def _earlier(table: Path, of: str, kind: type[T]) -> T | None:
    """What was found earlier of the same; None where nothing was, or the disk spoilt what it says."""
    try:
        if (table / "of.txt").read_bytes() == of.encode():
            return msgspec.json.decode((table / "found.json").read_bytes(), type=kind)
    except (FileNotFoundError, msgspec.DecodeError):
        pass
    return None


def run(
    engine: Engine, jobs: Iterable[Step], tick: Callable[[int], None], begin: Callable[[str, int], None]
) -> None:
    """Do a step's jobs that are not done yet.

    Args:
        engine: does them.
        jobs: of one step, those that are done among them.
        tick: called with 1 for each that is done now.
        begin: told the step and how many are to be done, before the first.

    Raises:
        DetenteError: a job failed; what is done stays.
    """
    due = [job for job in jobs if not job.path.exists()]
    if not due:
        return
    begin(due[0].step, len(due))
    with closing(engine(due)) as outcomes:
        for outcome in outcomes:
            if outcome.error is not None:
                told = f"{outcome.name}: expected it to be done; found {outcome.error}"
                raise DetenteError(f"{told}; mend it, then run this again")
            tick(1)


def deal_out(edges: str, parameters: Mapping[str, object], work: Path, size: int) -> int:
    """Put what hangs together into one bucket, and say how many buckets there are: one or more.

    Args:
        edges: a query for pairs of names that hang together, in an order of their own.
        parameters: what it is asked with.
        work: ``circles.parquet`` is written there.
        size: names of a bucket, about.
    """
    with duckdb.connect() as database:
        asked = database.execute(edges, dict(parameters))
        numbers, sets = _hanging_together(iter(asked.fetchone, None))
    rows: list[dict[str, object]] = []
    bucket = held = 0
    names = list(numbers)
    for number in range(len(names)):
        if sets.root(number) != number:
            continue
        members = sets.members(number)
        if held and held + len(members) > size:
            bucket, held = bucket + 1, 0
        held += len(members)
        rows += [{"name": names[n], "bucket": bucket} for n in members]
    write_rows(circles(work), CIRCLES, rows)
    return bucket + 1


def circles(work: Path) -> Path:
    """Where it stands which bucket each name was dealt into."""
    return work / "circles.parquet"


def _hanging_together(edges: Iterable[tuple[str, str]]) -> tuple[dict[str, int], Sets]:
    numbers: dict[str, int] = {}
    sets = Sets()
    for edge in edges:
        for name in edge:
            if name not in numbers:
                numbers[name] = len(numbers)
                sets.grow()
        sets.unite(*(numbers[name] for name in edge))
    return numbers, sets
