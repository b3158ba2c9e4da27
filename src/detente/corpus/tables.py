"""The three tables of a corpus: columns to query by, and each record whole as JSON beside them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from detente.records import Article, Claim, Document, Issue, Reading, to_json

_TEXTS = ("id", "sha256", "path", "url", "publisher", "published", "title", "language")

ARTICLES = pa.schema([
    *(pa.field(name, pa.string()) for name in _TEXTS),
    pa.field("text", pa.string()), pa.field("claims", pa.int32()), pa.field("relevant", pa.bool_()),
    pa.field("raw", pa.binary()), pa.field("document", pa.string()), pa.field("article", pa.string()),
    pa.field("reading", pa.string()), pa.field("shard", pa.string()),
])  # fmt: skip
"""One row an article; ``raw`` and the records only of relevant ones, which a ledger will want."""

CLAIMS = pa.schema([
    *(pa.field(n, pa.string()) for n in ("id", "type", "sub", "mode", "polarity", "factuality")),
    *(pa.field(n, pa.string()) for n in ("step", "label")),
    pa.field("lo", pa.float64()), pa.field("hi", pa.float64()), pa.field("unit", pa.string()),
    *(pa.field(n, pa.string()) for n in ("time_start", "time_end", "as_of")),
    *(pa.field(n, pa.string()) for n in ("document", "published", "publisher")),
    pa.field("start", pa.int64()), pa.field("end", pa.int64()), pa.field("exact", pa.string()),
    pa.field("confidence", pa.float64()), pa.field("sensitivity", pa.string()), pa.field("rule", pa.string()),
    pa.field("record", pa.string()),
])  # fmt: skip
"""One row a claim; ``record`` is the claim as ``detente claims --json`` prints it."""

ISSUES = pa.schema([
    *(pa.field(name, pa.string()) for name in ("stage", "code", "message", "path", "document")),
    pa.field("fatal", pa.bool_()), pa.field("record", pa.string()),
])  # fmt: skip
"""One row an issue."""

TABLES = {"articles": ARTICLES, "claims": CLAIMS, "issues": ISSUES}


def article_row(document: Document, article: Article, reading: Reading | None, shard: str) -> dict[str, Any]:
    """The row of one article."""
    claims = () if reading is None else reading.claims
    row: dict[str, Any] = {
        "id": document.id, "sha256": document.sha256, "path": document.path, "url": document.given.url,
        "publisher": article.publisher, "published": article.published, "title": article.title,
        "language": article.language, "text": article.text, "claims": len(claims), "relevant": bool(claims),
        "raw": None, "document": None, "article": None, "reading": None, "shard": shard,
    }  # fmt: skip
    if claims:
        from msgspec.structs import replace

        row |= {
            "raw": document.raw, "document": to_json(replace(document, raw=b"")).decode(),
            "article": to_json(article).decode(), "reading": to_json(reading).decode(),
        }  # fmt: skip
    return row


def claim_row(claim: Claim) -> dict[str, Any]:
    """The row of one claim."""
    q, t, s = claim.quantity, claim.time, claim.span
    return {
        "id": claim.id, "type": claim.type, "sub": claim.sub, "mode": claim.mode, "polarity": claim.polarity,
        "factuality": claim.factuality, "step": claim.step, "label": claim.label,
        "lo": q and q.lo, "hi": q and q.hi, "unit": q and q.unit,
        "time_start": t and t.start, "time_end": t and t.end, "as_of": claim.as_of,
        "document": claim.document.sha256, "published": claim.document.published,
        "publisher": claim.document.publisher, "start": s.start, "end": s.end, "exact": s.exact,
        "confidence": claim.confidence, "sensitivity": claim.sensitivity, "rule": claim.rule,
        "record": to_json(claim).decode(),
    }  # fmt: skip


def issue_row(issue: Issue) -> dict[str, Any]:
    """The row of one issue."""
    return {
        "stage": issue.stage, "code": issue.code, "message": issue.message, "path": issue.path,
        "document": issue.document, "fatal": issue.fatal, "record": to_json(issue).decode(),
    }  # fmt: skip


def write(path: Path, name: str, rows: list[dict[str, Any]]) -> None:
    """Write the rows of one shard."""
    write_rows(path, TABLES[name], rows)


def write_rows(path: Path, schema: pa.Schema, rows: list[dict[str, Any]]) -> None:
    """Write rows aside and give the file its name when it is whole."""
    write_parts(path, schema, [rows])


def write_parts(path: Path, schema: pa.Schema, parts: Iterable[list[dict[str, Any]]]) -> None:
    """Write rows aside, a row group for each part, and give the file its name when it is whole.

    Whoever wants the rows of one part reads no other's.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.part")
    with pq.ParquetWriter(aside, schema, compression="zstd") as writer:
        for rows in parts:
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))
    aside.replace(path)
