"""Families over a corpus: which of its articles give one text, found bucket by bucket.

The method is that of :mod:`detente.resolution.families`, and so are the families; here no step holds
more than its bucket. Each shard's texts are marked (``keys/``); for each bucket of keys DuckDB tells
which texts share one; what so hangs together, and nothing else, can be a family: that is dealt out into
buckets again, and each bucket's articles are compared in full (``families/``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from detente.corpus.buckets import SIZE, Do, OfBucket, OfShard, circles, deal_out, every, sought
from detente.corpus.engines import engine_of
from detente.corpus.jobs import Engine
from detente.corpus.manifest import Manifest
from detente.corpus.tables import write_parts, write_rows
from detente.records import Article
from detente.records.base import Record
from detente.resolution.families import families
from detente.resolution.neighbours import Sketches, likely, marks
from detente.resolution.shingles import body, shingles

if TYPE_CHECKING:
    from detente.resolution.families import Family

KEYS = pa.schema([
    pa.field("sha256", pa.string()), pa.field("wording", pa.binary()), pa.field("runs", pa.int64()),
    pa.field("sketch", pa.binary()), pa.field("keys", pa.list_(pa.uint64())),
])  # fmt: skip
"""One row a relevant article with words enough to be compared."""
PAIRS = pa.schema([pa.field("one", pa.string()), pa.field("other", pa.string())])
"""One row for two texts that are worth comparing."""
DEALT = pa.schema([
    pa.field("bucket", pa.int64()), pa.field("sha256", pa.string()), pa.field("article", pa.string()),
])  # fmt: skip
"""One row for each article that is worth comparing with another; a row group for each bucket."""
FAMILIES = pa.schema([
    *(pa.field(name, pa.string()) for name in ("family", "document", "kind", "origin")),
    pa.field("contained", pa.float64()), pa.field("reason", pa.string()),
])  # fmt: skip
"""One row for each member of a family: ``family`` is a hash of its members."""


class Found(Record, frozen=True, kw_only=True):
    """What families a corpus has."""

    articles: int = 0  # relevant
    families: int = 0
    members: int = 0  # articles in one; a roundup may be in several, and counts once
    buckets: int = 0


class Keys(OfShard, frozen=True, kw_only=True):
    """Mark the texts of one shard."""

    step = "keys"

    @property
    def path(self) -> Path:
        """What it writes stays in the corpus: a shard's texts are marked once."""
        return _keys_path(Path(self.out), self.shard)

    def do(self) -> int:
        """Write the marks; the number of texts."""
        rows = list(_marked(_articles(self.articles)))
        write_rows(self.path, KEYS, rows)
        return len(rows)


class Pairs(OfBucket, frozen=True, kw_only=True):
    """Find the texts that share a key of one bucket."""

    out: str
    shards: tuple[str, ...]
    of: int  # buckets

    step = "pairs"

    def do(self) -> int:
        """Write the bucket's pairs; how many."""
        with duckdb.connect() as database:
            database.execute(_DISTINCT, {"paths": _keys(Path(self.out), self.shards)})
            database.execute(_SHARED, {"of": self.of, "bucket": self.bucket})
            found = database.sql(_LIKELY).to_arrow_reader(1 << 16)
            rows = [row for batch in found for row in _agreeing(batch)]
        write_rows(self.path, PAIRS, rows)
        return len(rows)


class Dealt(OfShard, frozen=True, kw_only=True):
    """Put a shard's articles by the buckets in which they are compared, each bucket's together."""

    step = "dealt"

    def do(self) -> int:
        """Write them; how many."""
        given = {"articles": str(self.articles), "circles": str(circles(Path(self.work)))}
        with duckdb.connect() as database:
            found = database.execute(_DEALT, given).fetchall()
        rows = (dict(zip(DEALT.names, row, strict=True)) for row in found)
        write_parts(self.path, DEALT, (list(part) for _, part in groupby(rows, lambda row: row["bucket"])))
        return len(found)


class Compared(OfBucket, frozen=True, kw_only=True):
    """Compare the articles of one bucket in full."""

    step = "families"

    def do(self) -> int:
        """Write the bucket's families; how many."""
        wanted = {"dealt": self.given("dealt"), "bucket": self.bucket}
        with duckdb.connect() as database:
            rows = database.execute(_WANTED, wanted).fetchall()
        found = families([msgspec.json.decode(row[0], type=Article) for row in rows])
        write_rows(self.path, FAMILIES, [row for family in found for row in rows_of(family)])
        return len(found)


_DISTINCT = """
CREATE TEMP TABLE texts AS
SELECT min(sha256) AS sha256, any_value(runs) AS runs, any_value(sketch) AS sketch, any_value(keys) AS keys
FROM read_parquet($paths) GROUP BY wording
"""
_SHARED = """
CREATE TEMP TABLE shared AS
WITH every AS (SELECT sha256, unnest(keys) AS key FROM texts),
marked AS (SELECT sha256, key FROM every WHERE key % $of = $bucket)
SELECT DISTINCT a.sha256 AS one, b.sha256 AS other
FROM marked a JOIN marked b ON a.key = b.key AND a.sha256 < b.sha256
"""
_LIKELY = """
SELECT one, other, a.sketch, b.sketch, a.runs, b.runs
FROM shared JOIN texts a ON a.sha256 = one JOIN texts b ON b.sha256 = other ORDER BY one, other
"""
_EDGES = """
SELECT one, other FROM read_parquet($pairs)
UNION ALL
SELECT first, sha256 FROM (
    SELECT sha256, min(sha256) OVER (PARTITION BY wording) AS first FROM read_parquet($keys)
) WHERE first <> sha256
ORDER BY ALL
"""
_DEALT = """
SELECT DISTINCT ON (bucket, sha256) bucket, sha256, article
FROM read_parquet($articles) JOIN read_parquet($circles) ON name = sha256
WHERE article IS NOT NULL ORDER BY bucket, sha256
"""
_WANTED = """
SELECT any_value(article) FROM read_parquet($dealt) WHERE bucket = $bucket GROUP BY sha256 ORDER BY sha256
"""


def find_families(
    out: str | Path,
    *,
    workers: int = 1,
    scheduler: str | None = None,
    engine: Engine | None = None,
    texts: int = SIZE,
    tick: Callable[[int], None] = lambda jobs: None,
    begin: Callable[[str, int], None] = lambda step, jobs: None,
) -> Found:
    """Find the families of a corpus; what an earlier call found of the same shards is not done again.

    Args:
        out: the folder of ``detente corpus read``.
        workers: processes on this machine; 0: none, one job after the other here.
        scheduler: the address of a Dask scheduler instead.
        engine: another engine instead of either.
        texts: articles of a bucket, about.
        tick: called with the number of jobs done.
        begin: told each step and how many jobs it has to do.

    Returns:
        how many there are; they stand in ``families/*.parquet`` under the folder.

    Raises:
        InputError: the folder is none of a corpus.
        DetenteError: a job failed; what is done stays, and the next call goes on from there.
    """
    doing = engine or engine_of(workers, scheduler)
    return sought(Path(out), "families", texts, Found, _found, doing, tick, begin)


def _found(folder: Path, work: Path, manifest: Manifest, texts: int, do: Do) -> Found:
    """The four steps; of each, only what is missing is done."""
    out, where = str(folder), str(work)
    shards = tuple(done.shard.name for done in manifest.done)
    relevant = sum(done.relevant for done in manifest.done)
    do(Keys(shard=name, out=out, work=where) for name in shards)
    of = relevant // texts + 1
    do(Pairs(bucket=n, of=of, shards=shards, out=out, work=where) for n in range(of))
    given = {"pairs": every(work, Pairs.step), "keys": _keys(folder, shards)}
    buckets = deal_out(_EDGES, given, work, texts)
    do(Dealt(shard=name, out=out, work=where) for name in shards)
    do(Compared(bucket=n, work=where) for n in range(buckets))
    with duckdb.connect() as database:
        told = database.execute(
            "SELECT count(DISTINCT family), count(DISTINCT document) FROM read_parquet($paths)",
            {"paths": every(work, Compared.step)},
        ).fetchone()
    number, members = told or (0, 0)
    return Found(articles=relevant, families=number, members=members, buckets=buckets)


def _keys(out: Path, shards: Sequence[str]) -> list[str]:
    return [str(_keys_path(out, name)) for name in shards]


def _keys_path(out: Path, name: str) -> Path:
    return out / "keys" / f"{name}.parquet"


def _articles(path: Path) -> list[Article]:
    table = pq.read_table(path, columns=["article"], filters=[("relevant", "=", True)])
    return [msgspec.json.decode(text, type=Article) for text in table.column("article").to_pylist()]


def _marked(articles: Sequence[Article]) -> Iterator[dict[str, Any]]:
    runs = shingles([body(a) for a in articles])
    kept = [(a, row) for a, row in zip(articles, runs, strict=True) if len(row)]
    for (article, row), found in zip(kept, marks([row for _, row in kept]), strict=True):
        yield {
            "sha256": article.document.sha256, "wording": hashlib.sha256(row.tobytes()).digest()[:16],
            "runs": found.runs, "sketch": found.sketch.tobytes(), "keys": found.keys,
        }  # fmt: skip


def _agreeing(batch: pa.RecordBatch) -> Iterator[dict[str, str]]:
    """The pairs of a batch whose sketches agree enough to compare the texts."""
    one, other, left, right, size, length = batch.columns
    kept = likely(_sketches(left), _sketches(right), size.to_numpy(), length.to_numpy())
    for n in np.flatnonzero(kept).tolist():
        yield {"one": one[n].as_py(), "other": other[n].as_py()}


def _sketches(column: pa.Array) -> Sketches:
    return np.frombuffer(b"".join(column.to_pylist()), np.uint16).reshape(len(column), -1)


def rows_of(family: Family) -> Iterator[dict[str, Any]]:
    """The rows of one family, a member each."""
    name = "fam_" + hashlib.sha256("\n".join(family.members).encode()).hexdigest()[:16]
    for member in family.members:
        yield {
            "family": name, "document": member, "kind": family.kind, "origin": family.origin,
            "contained": family.contained, "reason": family.reason,
        }  # fmt: skip
