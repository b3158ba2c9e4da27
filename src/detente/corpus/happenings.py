"""Happenings over a corpus: which of its claims tell one event, found bucket by bucket.

The rule is that of :mod:`detente.resolution.linking`, and so are the happenings: those that a ledger
of the same claims would hold. No step has more in hand than a shard or a bucket. All reports together say
who acts for whom (``said/``); each shard's tellings are taken from its claims (``tellings/``) with what they
may meet others by (``marks/``); for each bucket of that, the pairs that are alike enough are found
(``alike/``); what hangs together by such pairs, and nothing else, can be one happening: that is dealt
out into buckets again, and each is joined by itself (``happenings/``).
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb
import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from detente.corpus.buckets import Do, OfBucket, OfShard, circles, deal_out, every, sought
from detente.corpus.engines import engine_of
from detente.corpus.jobs import Engine
from detente.corpus.manifest import Manifest
from detente.corpus.tables import write_parts, write_rows
from detente.corpus.told import marks_of, reports_of, row_of, said
from detente.records import Claim, Event
from detente.records.base import Record
from detente.resolution.agents import KnownAgents
from detente.resolution.happened import happening_of
from detente.resolution.happenings import LINK, RETOLD, Telling, claims_of, score, tellings, why
from detente.resolution.linking import Links
from detente.resolution.reports import by_itself, sharing

SAID = pa.schema([
    *(pa.field(name, pa.string()) for name in ("shard", "document", "name", "state")),
    pa.field("presumed", pa.bool_()), pa.field("often", pa.int64()),
])  # fmt: skip
"""One row for each report and person of whom it says for which state they act; no name where it says none."""
VOTES = pa.schema([SAID.field(name) for name in ("name", "state", "presumed", "often")])
"""The same of all reports together."""
TWICE = pa.schema([SAID.field(name) for name in ("shard", "document")])
"""One row for each report that an earlier shard holds too."""
TELLINGS = pa.schema([
    pa.field("id", pa.string()), pa.field("mark", pa.binary()), pa.field("telling", pa.string()),
])  # fmt: skip
"""One row a telling; those of one mark are one happening, but for what else a report tells."""
MARKS = pa.schema([
    pa.field("bucket", pa.int64()), *TELLINGS, pa.field("undated", pa.bool_()),
    pa.field("first", pa.int64()), pa.field("last", pa.int64()),
    pa.field("near", pa.list_(pa.uint64())), pa.field("known", pa.list_(pa.uint64())),
])  # fmt: skip
"""One row for each telling and bucket of its keys; a row group for each bucket."""
ALIKE = pa.schema([pa.field("one", pa.string()), pa.field("other", pa.string())])
"""One row for two tellings that score enough to be joined."""
DEALT = pa.schema([pa.field("bucket", pa.int64()), TELLINGS.field("id"), TELLINGS.field("telling")])
"""One row a telling; a row group for each bucket in which they are joined."""
HAPPENINGS = pa.schema([
    *(pa.field(name, pa.string()) for name in ("happening", "type", "status", "time_start", "time_end")),
    *(pa.field(name, pa.string()) for name in ("claim", "document", "reason")),
])  # fmt: skip
"""One row for each claim that tells a happening; ``happening`` is the event's id in a ledger of these."""


TELLINGS_OF_BUCKET = 10_000
"""Tellings that a bucket is made for, each with its claims."""
_NOBODY = (None, None, False)


class Happened(Record, frozen=True, kw_only=True):
    """What a corpus tells of."""

    articles: int = 0  # relevant
    tellings: int = 0  # what one report tells of one happening
    happenings: int = 0
    retold: int = 0  # happenings that more than one report tells
    buckets: int = 0


class Said(OfShard, frozen=True, kw_only=True):
    """Take down who acts for whom, as each report of a shard says."""

    step = "said"

    def do(self) -> int:
        """Write it; how many reports there are."""
        told = reports_of(self.articles)
        rows = Counter((document, *row) for document, t in told.items() for row in said(t) or [_NOBODY])
        write_rows(
            self.path, SAID,
            [dict(zip(SAID.names, (self.shard, *row, n), strict=True)) for row, n in rows.items()],
        )  # fmt: skip
        return len(told)


class Tellings(OfShard, frozen=True, kw_only=True):
    """Take the tellings of one shard from its claims."""

    of: int  # buckets of keys

    step = "tellings"

    def do(self) -> int:
        """Write them, with what they meet by first; how many."""
        found = list(self._found())
        marks = sorted((m for t in found for m in marks_of(t, self.of)), key=lambda m: (m["bucket"], m["id"]))
        parts = (list(part) for _, part in groupby(marks, lambda row: row["bucket"]))
        write_parts(Path(self.work) / "marks" / self.path.name, MARKS, parts)
        write_rows(self.path, TELLINGS, [row_of(t) for t in found])
        return len(found)

    def _found(self) -> Iterator[Telling]:
        votes = Path(self.work) / "votes.parquet"
        known, presumed = _agents(votes, votes.stat().st_mtime_ns)
        twice = {
            document for shard, document in _rows(Path(self.work) / "twice.parquet") if shard == self.shard
        }
        for document, told in reports_of(self.articles).items():
            report, guessed = by_itself(told)
            if report is not None and document not in twice:
                yield from tellings([sharing(report, guessed, known, presumed)])


class Alike(OfBucket, frozen=True, kw_only=True):
    """Find the tellings of one bucket of keys that may be joined."""

    step = "alike"

    def do(self) -> int:
        """Write the bucket's pairs; how many."""
        rows: list[dict[str, str]] = []
        with duckdb.connect() as database:
            database.execute(_MARKED, {"marks": self.given("marks"), "bucket": self.bucket})
            told = dict(database.execute("SELECT id, telling FROM marked").fetchall())
            read = lru_cache(TELLINGS_OF_BUCKET)(lambda name: msgspec.json.decode(told[name], type=Telling))
            met = database.execute(_MET, {"retold": RETOLD})
            while page := met.fetchmany(1 << 16):
                alike = (pair for pair in page if score(*map(read, pair)) >= LINK)
                rows += [{"one": one, "other": other} for one, other in alike]
        rows.sort(key=lambda row: (row["one"], row["other"]))
        write_rows(self.path, ALIKE, rows)
        return len(rows)


class Dealt(OfShard, frozen=True, kw_only=True):
    """Put a shard's tellings by the buckets in which they are joined, each bucket's together."""

    buckets: int

    step = "dealt"

    def do(self) -> int:
        """Write them; how many. What hangs together with nothing may lie in any bucket."""
        told = str(Path(self.work) / Tellings.step / self.path.name)
        with duckdb.connect() as database:
            given = {"told": told, "circles": str(circles(Path(self.work)))}
            found = database.execute(_PLACED, given).fetchall()
        rows = [
            {"bucket": zlib.crc32(name.encode()) % self.buckets if bucket is None else bucket,
             "id": name, "telling": telling}
            for bucket, name, telling in found
        ]  # fmt: skip
        rows.sort(key=lambda row: (row["bucket"], row["id"]))
        write_parts(self.path, DEALT, (list(part) for _, part in groupby(rows, lambda row: row["bucket"])))
        return len(rows)


class Joined(OfBucket, frozen=True, kw_only=True):
    """Join the tellings of one bucket."""

    step = "happenings"

    def do(self) -> int:
        """Write the bucket's happenings; how many."""
        with duckdb.connect() as database:
            given = {"dealt": self.given(Dealt.step), "bucket": self.bucket}
            rows = database.execute(_MEMBERS, given).fetchall()
        found = list(happenings(msgspec.json.decode(row[0], type=Telling) for row in rows))
        write_rows(self.path, HAPPENINGS, [row for happening in found for row in rows_of(*happening)])
        return len(found)


_VOTES = """
SELECT name, state, presumed, sum(often)::BIGINT FROM (
    FROM read_parquet($said) QUALIFY shard = min(shard) OVER (PARTITION BY document)
) WHERE name IS NOT NULL GROUP BY ALL ORDER BY ALL
"""
_TWICE = """
SELECT DISTINCT shard, document FROM (
    FROM read_parquet($said) QUALIFY shard <> min(shard) OVER (PARTITION BY document)
) ORDER BY ALL
"""
_MARKED = """
CREATE TEMP TABLE marked AS
SELECT min(id) AS id, arg_min(telling, id) AS telling, any_value(undated) AS undated,
    any_value(first) AS first, any_value(last) AS last, any_value(near) AS near, any_value(known) AS known
FROM read_parquet($marks) WHERE bucket = $bucket GROUP BY mark
"""
_MET = """
WITH near AS (SELECT id, unnest(near) AS key FROM marked),
known AS (SELECT id, undated, first, last, unnest(known) AS key FROM marked)
SELECT a.id, b.id FROM near a JOIN near b ON a.key = b.key AND a.id < b.id
UNION
SELECT a.id, b.id FROM known a JOIN known b ON a.key = b.key AND a.id < b.id
WHERE (b.undated AND a.last <= b.last AND b.first - a.last <= $retold)
   OR (a.undated AND b.last <= a.last AND a.first - b.last <= $retold)
"""
_EDGES = """
SELECT one, other FROM read_parquet($alike)
UNION
SELECT first, id FROM (
    SELECT id, min(id) OVER (PARTITION BY mark) AS first FROM read_parquet($tellings)
) WHERE first <> id
ORDER BY ALL
"""
_PLACED = """
SELECT bucket, id, telling FROM read_parquet($told) LEFT JOIN read_parquet($circles) ON name = id
"""
_MEMBERS = "SELECT telling FROM read_parquet($dealt) WHERE bucket = $bucket ORDER BY id"
_COUNTED = """
SELECT count(*), count(*) FILTER (WHERE reports > 1)
FROM (SELECT count(DISTINCT document) AS reports FROM read_parquet($happenings) GROUP BY happening)
"""


def find_happenings(
    out: str | Path,
    *,
    workers: int = 1,
    scheduler: str | None = None,
    engine: Engine | None = None,
    size: int = TELLINGS_OF_BUCKET,
    tick: Callable[[int], None] = lambda jobs: None,
    begin: Callable[[str, int], None] = lambda step, jobs: None,
) -> Happened:
    """Find which claims of a corpus tell one happening; what an earlier call found is not sought again.

    Args:
        out: the folder of ``detente corpus read``.
        workers: processes on this machine; 0: none, one job after the other here.
        scheduler: the address of a Dask scheduler instead.
        engine: another engine instead of either.
        size: tellings of a bucket, about.
        tick: called with the number of jobs done.
        begin: told each step and how many jobs it has to do.

    Returns:
        how many there are; they stand in ``happenings/*.parquet`` under the folder.

    Raises:
        InputError: the folder is none of a corpus.
        DetenteError: a job failed; what is done stays, and the next call goes on from there.
    """
    doing = engine or engine_of(workers, scheduler)
    return sought(Path(out), "happenings", size, Happened, _found, doing, tick, begin)


def _found(folder: Path, work: Path, manifest: Manifest, size: int, do: Do) -> Happened:
    """The five steps; of each, only what is missing is done."""
    out, where = str(folder), str(work)
    shards = [done.shard.name for done in manifest.done]
    of = sum(done.claims for done in manifest.done) // size + 1
    do(Said(shard=name, out=out, work=where) for name in shards)
    _put_together(work)
    do(Tellings(shard=name, out=out, work=where, of=of) for name in shards)
    do(Alike(bucket=n, work=where) for n in range(of))
    given = {"alike": every(work, Alike.step), "tellings": every(work, Tellings.step)}
    buckets = max(of, deal_out(_EDGES, given, work, size))
    do(Dealt(shard=name, out=out, work=where, buckets=buckets) for name in shards)
    do(Joined(bucket=n, work=where) for n in range(buckets))
    with duckdb.connect() as database:
        told = database.execute("SELECT count(*) FROM read_parquet($1)", [every(work, Tellings.step)])
        number = told.fetchall()[0][0]
        found = database.execute(_COUNTED, {"happenings": every(work, Joined.step)}).fetchall()[0]
    relevant = sum(done.relevant for done in manifest.done)
    return Happened(articles=relevant, tellings=number, happenings=found[0], retold=found[1], buckets=buckets)


def _put_together(work: Path) -> None:
    """Count what all reports say of who acts for whom, and note what two shards hold."""
    given = {"said": every(work, Said.step)}
    with duckdb.connect() as database:
        for name, query, schema in (("twice", _TWICE, TWICE), ("votes", _VOTES, VOTES)):
            rows = database.execute(query, given).fetchall()
            told = [dict(zip(schema.names, row, strict=True)) for row in rows]
            write_rows(work / f"{name}.parquet", schema, told)


@lru_cache(1)
def _agents(votes: Path, written: int) -> tuple[KnownAgents, KnownAgents]:
    """Who acts for whom as all reports say, and as they presumably mean; read once by each process.

    A corpus made anew in the same place has votes of its own, ``written`` at another time.
    """
    known, presumed = KnownAgents(), KnownAgents()
    rows = _rows(votes)
    for agents, wanted in ((known, False), (presumed, True)):
        agents.count((name, state, often) for name, state, guess, often in rows if guess is wanted)
    return known, presumed


def _rows(path: Path) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in pq.read_table(path).to_pylist()]


def happenings(found: Iterable[Telling]) -> Iterator[tuple[Event, tuple[Claim, ...]]]:
    """The happenings of tellings that hang together with no others, each with its claims.

    Args:
        found: in any order.
    """
    by_document: dict[str, list[Telling]] = defaultdict(list)
    for telling in found:
        by_document[telling.report.document].append(telling)
    links = Links()
    links.put(by_document)
    for _, group in sorted(links.groups.items()):
        yield happening_of(group, why(group, links.scored(group))), claims_of(group)


def rows_of(event: Event, claims: Iterable[Claim]) -> Iterator[dict[str, Any]]:
    """The rows of one happening, a claim each."""
    time = event.time
    for claim in claims:
        yield {
            "happening": event.id, "type": event.type, "status": event.status,
            "time_start": time and time.start, "time_end": time and time.end,
            "claim": claim.id, "document": claim.document.sha256, "reason": "; ".join(event.why) or None,
        }  # fmt: skip
