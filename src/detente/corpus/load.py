"""From a corpus to a ledger: the relevant articles, with their bytes and readings, in bulk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from detente.corpus.manifest import manifest_of
from detente.errors import InputError
from detente.ledger import Appended, Journal, entries_of
from detente.records import Article, Document, Entry, Issue, Reading

_COLUMNS = ["raw", "document", "article", "reading"]


def load(
    out: str | Path, journal: Journal, *, tick: Callable[[int], None] = lambda articles: None
) -> Appended:
    """Append what a corpus holds to a ledger; what the ledger has already changes nothing.

    A shard is one append, in the order of their names: whatever stops this, a second call goes on.

    Args:
        out: the folder of ``detente corpus read``.
        journal: where it goes.
        tick: called with the number of articles of each shard.

    Raises:
        InputError: the folder is none of a corpus, or a shard in it is spoilt; those before it are there.
        LedgerError: the ledger cannot be written.
    """
    folder, new, known = Path(out), 0, 0
    for done in manifest_of(folder).done:
        entries = _whole(folder, done.shard.name)
        told = journal.append(entries)
        new, known = new + told.new, known + told.known
        tick(done.relevant)
    return Appended(new, known)


def _whole(folder: Path, name: str) -> list[Entry]:
    try:
        return list(_entries(folder, name))
    except (pa.ArrowException, msgspec.MsgspecError, OSError) as error:
        raise InputError(
            f"{folder}: expected shard {name} as it was written; found: {error}; "
            f"take away {folder}/manifest/{name}.json, run `detente corpus read` as before, then this again"
        ) from error


def _entries(folder: Path, name: str) -> Iterator[Entry]:
    issues = _issues(folder, name)
    rows = pq.read_table(
        folder / "articles" / f"{name}.parquet", columns=_COLUMNS, filters=[("relevant", "=", True)]
    )
    for row in rows.to_pylist():
        document = msgspec.convert(msgspec.json.decode(row["document"]) | {"raw": row["raw"]}, Document)
        article = msgspec.json.decode(row["article"], type=Article)
        reading = msgspec.json.decode(row["reading"], type=Reading)
        yield from entries_of(document, article, reading, issues.get(document.sha256, ()))


def _issues(folder: Path, name: str) -> dict[str, list[Issue]]:
    """The issues of a shard by the document that they are about; the rest stays in the corpus."""
    found: dict[str, list[Issue]] = {}
    for row in pq.read_table(
        folder / "issues" / f"{name}.parquet", columns=["document", "record"]
    ).to_pylist():
        if row["document"] is not None:
            found.setdefault(row["document"], []).append(msgspec.json.decode(row["record"], type=Issue))
    return found
