"""Corpora: millions of articles read once, shard by shard, into Parquet that any tool can open.

In come folders, ``.jsonl`` (plain, gzip, zstd), Parquet, web archives, on disk or in an object store;
out come ``articles/``, ``claims/`` and ``issues/`` under one folder, a file each for every shard, and a
manifest that says what was read, by which reader, with hashes and counts. A shard is read whole or not
at all, whatever is killed; a second run does only what is missing. :func:`load` brings the relevant
articles into a ledger, :func:`find_families` tells which of them give one text, :func:`find_happenings` which
of their claims tell one event.

    >>> import json, tempfile, pathlib
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     lines = pathlib.Path(folder, "a.jsonl")
    ...     article = {"id": "a", "text": "Osmia freed 12 men.", "published": "2026-03-04"}
    ...     _ = lines.write_text(json.dumps(article))
    ...     report = read_corpus([str(lines)], f"{folder}/out", workers=0)
    ...     report.articles, report.claims
    (1, 1)
"""

from __future__ import annotations

from detente.corpus.families import find_families
from detente.corpus.happenings import find_happenings
from detente.corpus.inputs import Shard, shards_of
from detente.corpus.load import load
from detente.corpus.manifest import Manifest, manifest_of
from detente.corpus.run import Report, read_corpus

__all__ = [
    "Manifest", "Report", "Shard", "find_families", "find_happenings", "load", "manifest_of", "read_corpus",
    "shards_of",
]  # fmt: skip
