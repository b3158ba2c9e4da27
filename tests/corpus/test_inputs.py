"""What is read of a corpus, and how it is cut."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

import detente.corpus.inputs as inputs
from detente.corpus import read_corpus, shards_of
from detente.corpus.inputs import Shard, documents_of
from detente.errors import InputError
from detente.records import Document, Issue
from tests.corpus.samples import archive, article, files, lines, package, page

NOW = "2026-03-05T12:00:00Z"


def read(*paths: str, limit: int = 1_000_000) -> tuple[list[Document], list[Issue]]:
    """Everything of these inputs, shard by shard."""
    found = [item for shard in shards_of(paths) for item in documents_of(shard, now=NOW, limit=limit)]
    return [i for i in found if isinstance(i, Document)], [i for i in found if isinstance(i, Issue)]


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.text("abé\u2019 ", max_size=30), max_size=12),
    piece=st.integers(1, 200),
    last=st.sampled_from(["", "\n"]),
)
def test_the_pieces_of_a_file_hold_each_line_once(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], piece: int, last: str
) -> None:
    """Wherever a file is cut, every line is in one piece, whole and in order."""
    import json

    path = tmp_path_factory.mktemp("cut") / "a.jsonl"
    said = [json.dumps({"id": str(n), "text": f"x{text}"}) for n, text in enumerate(texts)]
    path.write_text("\n".join(said) + (last if said else ""), encoding="utf-8")
    size = path.stat().st_size
    cut = [
        Shard(kind="lines", paths=(str(path),), start=at, end=min(at + piece, size), size=size)
        for at in range(0, size, piece)
    ]
    found = [item for shard in cut for item in documents_of(shard, now=NOW, limit=10_000)]
    assert [item.id for item in found if isinstance(item, Document)] == [str(n) for n in range(len(texts))]


def test_every_format_gives_the_same_articles(tmp_path: Path) -> None:
    """Plain, gzip, zstd and Parquet lines: the same texts, addresses and days."""
    rows = [article(n) for n in range(5)]
    (tmp_path / "a.jsonl").write_bytes(lines(0, 5))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines(0, 5)))
    (tmp_path / "a.jsonl.zst").write_bytes(zstandard.compress(lines(0, 5)))
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet", row_group_size=2)
    for name in ("a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.parquet"):
        documents, issues = read(str(tmp_path / name))
        assert [d.id for d in documents] == [r["id"] for r in rows], name
        assert [d.given.url for d in documents] == [r["url"] for r in rows]
        assert issues == []
    assert len(shards_of([str(tmp_path / "a.parquet")])) == 3


@pytest.mark.parametrize(("name", "content"), [("a.warc.gz", archive(0, 4)), ("a.wacz", package(0, 4))])
def test_an_archive_gives_its_pages_and_nothing_else(tmp_path: Path, name: str, content: bytes) -> None:
    """Pictures and errors are no pages; a page is dated by its capture; nothing is unpacked beside it."""
    path = tmp_path / "in" / name
    path.parent.mkdir()
    path.write_bytes(content)
    documents, issues = read(str(path))
    assert [d.given.url for d in documents] == [f"https://paper.example/{n}" for n in range(4)]
    assert {d.retrieved for d in documents} == {"2026-03-05T10:00:00Z"}
    assert [d.raw for d in documents] == [page(n) for n in range(4)]
    assert issues == []
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == [name]


def test_folders_and_globs_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    """Hidden files are left aside; whole texts share a shard; the names of shards never change."""
    files(tmp_path / "b", 2)
    (tmp_path / "a.txt").write_text("Osmia freed 12 men.")
    (tmp_path / "c.html").write_bytes(page(1))
    (tmp_path / ".hidden.txt").write_text("Osmia freed 13 men.")
    shards = shards_of([str(tmp_path)])
    assert [s.kind for s in shards] == ["lines", "lines", "files"]
    assert shards == shards_of([str(tmp_path)]) == shards_of([str(tmp_path), str(tmp_path / "b" / "*.jsonl")])
    assert len({s.name for s in shards}) == 3
    documents, _ = read(str(tmp_path))
    assert len(documents) == 10


@pytest.mark.parametrize("given", ["nowhere", "nowhere/*.jsonl", "gopher://host/x"])
def test_what_cannot_be_read_is_refused_before_anything_is_written(tmp_path: Path, given: str) -> None:
    """A mistyped path is misuse."""
    with pytest.raises(InputError, match="expected"):
        shards_of([given if "://" in given else str(tmp_path / given)])


def test_bad_inputs_are_issues_and_the_rest_is_read(tmp_path: Path) -> None:
    """Random bytes, cut archives, a line that is too long: each an issue; what stands around it is read."""
    noise = bytes(range(256)) * 40
    contents = {
        "cut.jsonl.gz": gzip.compress(lines(0, 3) * 200)[:700], "cut.warc.gz": archive(0, 3)[:-100],
        "noise.jsonl": noise, "noise.jsonl.zst": noise, "noise.parquet": noise, "noise.warc.gz": noise,
        "noise.wacz": b"PK\x03\x04" + noise,
        "long.jsonl": lines(0, 1) + b'{"text": "' + b"x" * 9000 + b'"}\n' + lines(1, 2),
    }  # fmt: skip
    for name, content in contents.items():
        path = tmp_path / name
        path.write_bytes(content)
        documents, issues = read(str(path), limit=4000)
        assert issues, name
        if name == "long.jsonl":
            assert [d.id for d in documents] == ["a0", "a1"]


def test_what_unpacks_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bomb is read to a bound, never into memory whole."""
    monkeypatch.setattr(inputs, "UNPACKED", 50_000_000)
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(b"x" * 300_000_000, 1))
    _, issues = read(str(path), limit=10_000)
    assert "unpacked" in issues[-1].message


def test_a_folder_that_holds_the_output_is_read_without_it(tmp_path: Path) -> None:
    """The second run finds what the first found, not what it wrote."""
    (tmp_path / "a.jsonl").write_bytes(lines(0, 4))
    out = tmp_path / "out"
    first = read_corpus([str(tmp_path)], out, now=lambda: NOW, workers=0)
    again = read_corpus([str(tmp_path)], out, now=lambda: NOW, workers=0)
    assert (first.shards, again.shards, again.before) == (1, 1, 1)


@pytest.mark.parametrize("name", ["pipe.txt", "pipe.jsonl", "pipe.warc.gz"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    """Nobody writes to it: an issue, and the rest is read."""
    os.mkfifo(tmp_path / name)
    (tmp_path / "a.txt").write_text("Osmia freed two men.")
    report = read_corpus([str(tmp_path)], tmp_path / "out", now=lambda: NOW, workers=0)
    assert (report.articles, report.failed) == (1, 1)
