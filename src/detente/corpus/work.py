"""One shard, read whole: the function that every engine runs, wherever it runs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from detente import articles
from detente.corpus.inputs import Shard, documents_of
from detente.corpus.manifest import Done, Run, done_path, put
from detente.corpus.tables import ARTICLES, TABLES, article_row, claim_row, issue_row, write
from detente.reading import READERS, Reader, Selective
from detente.records import Article, Document, Issue, Reading
from detente.records.base import Record
from detente.sources.paths import sayable, shown

BATCH = 32
"""Articles that a reader gets at a time."""


class Task(Record, frozen=True, kw_only=True):
    """A shard to be read, and where its output goes."""

    shard: Shard
    run: Run
    out: str

    @property
    def name(self) -> str:
        """The shard's."""
        return self.shard.name

    def do(self) -> Done:
        """Read it."""
        return work(self)


@cache
def reader_of(name: str) -> Reader:
    """The reader of this process: loaded once, by the first shard."""
    return READERS.get(name)()


class Text(NamedTuple):
    """An article on its way to the reader."""

    document: Document
    article: Article
    issues: tuple[Issue, ...]


def work(task: Task) -> Done:
    """Read one shard, write its three tables, then its line of the manifest.

    Args:
        task: the shard, and where its output goes.

    Returns:
        What became of it.
    """
    out, shard, run = Path(task.out), task.shard, task.run
    reader, found = reader_of(run.reader.name), _Found(task.shard.name)
    texts = _texts(_sampled(documents_of(shard, now=run.now, limit=run.limit), run.sample), reader, found)
    while batch := list(islice(texts, BATCH)):
        _read(batch, reader, found)
    for table, rows in found.rows.items():
        write(out / table / f"{shard.name}.parquet", table, rows)
    done = found.done(shard)
    put(done_path(out, shard), done)
    return done


def _sampled(found: Iterator[Document | Issue], sample: float) -> Iterator[Document | Issue]:
    """A share of the documents, the same ones in every run; issues all."""
    share = int(sample * (1 << 32))
    for item in map(sayable, found):
        if isinstance(item, Issue) or int(item.sha256[:8], 16) < share:
            yield item


class _Found:
    """What has come of a shard so far."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
        self.documents = self.failed = 0

    def issue(self, issue: Issue) -> None:
        self.failed += issue.fatal
        self.rows["issues"].append(issue_row(issue))

    def article(self, text: Text, reading: Reading | None, more: tuple[Issue, ...]) -> None:
        issues = (*text.issues, *more)
        self.rows["articles"].append(article_row(text.document, text.article, reading, self.name))
        self.rows["claims"] += map(claim_row, () if reading is None else reading.claims)
        for issue in issues:
            self.issue(issue)

    def passed_over(self, document: Document) -> None:
        """A page about something else: its hash and address are kept."""
        row = dict.fromkeys(ARTICLES.names) | {
            "id": document.id, "sha256": document.sha256, "path": document.path, "url": document.given.url,
            "claims": 0, "relevant": False, "shard": self.name,
        }  # fmt: skip
        self.rows["articles"].append(row)

    def done(self, shard: Shard) -> Done:
        articles = self.rows["articles"]
        return Done(
            shard=replace(shard, paths=tuple(map(shown, shard.paths))),
            documents=self.documents, articles=len(articles),
            relevant=sum(row["relevant"] for row in articles), claims=len(self.rows["claims"]),
            issues=len(self.rows["issues"]), failed=self.failed,
            sha256={table: _hash(rows) for table, rows in self.rows.items()},
        )  # fmt: skip


def _hash(rows: list[dict[str, Any]]) -> str:
    told = hashlib.sha256()
    for row in rows:
        told.update(msgspec.json.encode(row) + b"\n")
    return told.hexdigest()


def _texts(found: Iterator[Document | Issue], reader: Reader, into: _Found) -> Iterator[Text]:
    """The articles that are worth reading; what gave none is put down on the way."""
    for item in found:
        if isinstance(item, Issue):
            into.issue(item)
            continue
        into.documents += 1
        if isinstance(reader, Selective) and not _promising(item, reader):
            into.passed_over(item)
            continue
        yield from _text(item, into)


def _promising(document: Document, reader: Selective) -> bool:
    """Of a page a quick, rough text tells whether the exact one is wanted; anything else is read."""
    if document.given.media_type != "text/html":
        return True
    from resiliparse.extract.html2text import extract_plain_text

    page = document.raw.decode(document.given.encoding or "utf-8", "replace")
    return reader.relevant(extract_plain_text(page))


def _text(document: Document, into: _Found) -> Iterator[Text]:
    try:
        article, issues = articles.read(document)
    except Exception as error:
        into.issue(_fault(document, "articles", error))
        return
    if article is not None:
        yield Text(document, article, issues)
        return
    for issue in issues:
        into.issue(issue)


def _read(batch: list[Text], reader: Reader, into: _Found) -> None:
    """Read a batch; where the reader stumbles over it, each is read alone and the one at fault put down."""
    try:
        read = list(reader.read([text.article for text in batch]))
    except Exception as error:
        if len(batch) > 1:
            for text in batch:
                _read([text], reader, into)
        else:
            into.article(batch[0], None, (_fault(batch[0].document, "reading", error),))
        return
    for text, (reading, more) in zip(batch, read, strict=True):
        into.article(text, reading, more)


def _fault(document: Document, stage: Literal["articles", "reading"], error: Exception) -> Issue:
    message = (
        f"{document.path}: expected to get through it; found a fault of Detente "
        f"({type(error).__name__}: {error}); the other inputs are read; please report it with the file"
    )
    path, sha256 = document.path, document.sha256
    return Issue(stage=stage, code=f"{stage}-fault", message=message, path=path, document=sha256, fatal=True)
