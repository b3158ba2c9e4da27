"""A corpus of reports that were never read: readings and texts put into shards as a run would put them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from detente.corpus.inputs import Shard
from detente.corpus.manifest import Done, Run, done_path, put
from detente.corpus.tables import TABLES, article_row, claim_row, write
from detente.records import Article, Document, ReaderRef, Reading

Report = tuple[Reading, Article]


def laid_out(out: Path, shards: Sequence[Sequence[Report]]) -> Path:
    """Write these reports, a shard each row.

    Args:
        out: a new folder.
        shards: the reports of each; a report may stand in several.
    """
    reader = ReaderRef("invented", "1", "none")
    put(out / "run.json", Run(reader=reader, now="2026-03-05T12:00:00Z", limit=1))
    for number, reports in enumerate(shards):
        shard = Shard(kind="lines", paths=(f"{number:05}.jsonl",), end=1, size=1)
        rows = {
            "articles": [article_row(_document(a), a, reading, shard.name) for reading, a in reports],
            "claims": [claim_row(c) for reading, _ in reports for c in reading.claims],
            "issues": [],
        }
        for table in TABLES:
            write(out / table / f"{shard.name}.parquet", table, rows[table])
        relevant = sum(bool(reading.claims) for reading, _ in reports)
        done = Done(shard=shard, articles=len(reports), relevant=relevant, claims=len(rows["claims"]))
        put(done_path(out, shard), done)
    return out


def _document(article: Article) -> Document:
    ref = article.document
    return Document(id=ref.id, sha256=ref.sha256, raw=b"", path=ref.path, retrieved="2026-03-05T12:00:00Z")
