"""What is to be read, cut into shards: pieces of about equal size with names that never change."""

from __future__ import annotations

import hashlib
import io
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Literal, cast

import fsspec
import zstandard
from fsspec.core import url_to_fs
from fsspec.utils import get_protocol

from detente.errors import InputError
from detente.records import Document, Issue
from detente.records.base import Record
from detente.sources import open_source
from detente.sources.content import ending_of
from detente.sources.issues import issue
from detente.sources.lines import read_lines
from detente.sources.paths import shown

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Kind = Literal["lines", "packed-lines", "parquet", "archive", "files"]

PIECE = 2_000_000
"""Bytes of a piece of a ``.jsonl``: about six hundred articles, some seconds's work."""
FILES = 200
"""Files in a shard of a folder."""
UNPACKED = 1 << 36
"""Bytes that one packed input may unpack to; more is no news archive but a bomb."""

_BROKEN = (OSError, EOFError, ValueError, RuntimeError, zlib.error, zstandard.ZstdError)
_ENDINGS: dict[str, Kind] = {
    "jsonl": "lines",
    "ndjson": "lines",
    "parquet": "parquet",
    "warc": "archive",
    "wacz": "archive",
}


class Shard(Record, frozen=True, kw_only=True):
    """A piece of the input: read by one worker, in one go."""

    kind: Kind
    paths: tuple[str, ...]  # one, but for files
    start: int = 0  # lines: first byte; parquet: the row group
    end: int = 0  # lines: the byte at which no further line begins
    size: int = 0  # bytes of the whole input; another size is another shard

    @property
    def name(self) -> str:
        """The name of its output: a hash of what it is, the same in every run."""
        said = "\n".join([self.kind, *self.paths, f"{self.start}-{self.end} of {self.size}"])
        return hashlib.sha256(shown(said).encode()).hexdigest()[:20]


def shards_of(inputs: Iterable[str], *, out: Path | None = None) -> tuple[Shard, ...]:
    """The shards of files, folders, globs and addresses (``s3://``, ``gs://``), in order.

    Args:
        inputs: what to read.
        out: a folder whose files are left aside: that of the output, where it lies within an input.

    Raises:
        InputError: nothing stands there, or no reader of such addresses is installed.

    Example:
        >>> import tempfile, pathlib
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     _ = pathlib.Path(folder, "a.jsonl").write_text('{"text": "Freed."}')
        ...     [(s.kind, s.start, s.end) for s in shards_of([folder])]
        [('lines', 0, 18)]
    """
    found: dict[Shard, None] = {}
    for given in inputs:
        found |= dict.fromkeys(_shards(given, None if out is None else f"{out.absolute().as_posix()}/"))
    return tuple(found)


def _shards(given: str, out: str | None) -> Iterator[Shard]:
    """Whole files are gathered into shards of their own; everything else is cut."""
    try:
        system, root = url_to_fs(given)
        listed = [(p, size) for p, size in _listed(system, root) if out is None or not p.startswith(out)]
    except FileNotFoundError:
        listed = []
    except Exception as error:  # every store has errors of its own: no keys, no network, no such protocol
        raise InputError(f"expected an address that can be read; found {given!r}: {error}") from error
    if not listed:
        raise InputError(f"expected files; found nothing at {given!r}; give a file, a folder or a glob")
    remote = get_protocol(given) not in ("file", "local")
    plain: list[tuple[str, int]] = []
    for path, size in listed:
        name = system.unstrip_protocol(path) if remote else path
        kind = _kind(path)
        if kind == "files":
            plain.append((name, size))
        else:
            yield from _cut(kind, name, size)
    for at in range(0, len(plain), FILES):
        part = plain[at : at + FILES]
        yield Shard(kind="files", paths=tuple(p for p, _ in part), size=sum(s for _, s in part))


def _listed(system: Any, root: str) -> list[tuple[str, int]]:
    """Every file below, with its size, in the order of their paths; hidden ones are left aside."""
    paths = system.glob(root) if any(c in root for c in "*?[") else [root]
    found: dict[str, int] = {}
    for path in paths:
        for name, told in system.find(path, detail=True).items():
            inside = name[len(path) :].split("/")
            if not any(part.startswith(".") for part in inside):
                found[name] = int(told.get("size") or 0)
    return sorted(found.items())


def _kind(path: str) -> Kind:
    packed = path.rpartition(".")[2] in ("gz", "zst")
    ending = ending_of(path.rpartition(".")[0] if packed else path)
    kind = _ENDINGS.get(ending, "files")
    return "packed-lines" if packed and kind == "lines" else kind


def _cut(kind: Kind, path: str, size: int) -> Iterator[Shard]:
    if kind == "parquet":
        groups = _row_groups(path)
        yield from (Shard(kind=kind, paths=(path,), start=n, end=n + 1, size=size) for n in range(groups))
    elif kind == "lines":
        for start in range(0, max(size, 1), PIECE):
            yield Shard(kind=kind, paths=(path,), start=start, end=min(start + PIECE, size), size=size)
    else:
        yield Shard(kind=kind, paths=(path,), size=size)


def _row_groups(path: str) -> int:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with fsspec.open(path, "rb") as stream:
            return int(pq.ParquetFile(stream).num_row_groups)
    except (pa.ArrowInvalid, OSError):
        return 1  # the shard itself says what is wrong with it


def documents_of(shard: Shard, *, now: str, limit: int) -> Iterator[Document | Issue]:
    """What a shard holds, in order.

    Args:
        shard: made by :func:`shards_of`.
        now: written into every document that does not say itself when it was retrieved.
        limit: documents of more bytes are passed over with an issue.
    """
    (first, *_) = shard.paths
    try:
        if shard.kind != "files" and (told := _no_file(first)) is not None:
            yield told
        elif shard.kind == "files":
            for path in shard.paths:
                yield from _file(path, now, limit)
        elif shard.kind == "lines":
            yield from _lines(shard, now, limit)
        elif shard.kind == "packed-lines":
            with fsspec.open(first, "rb", compression="infer") as stream:
                yield from _numbered(_Bounded(stream), first, now, limit)
        elif shard.kind == "parquet":
            yield from _rows(shard, now, limit)
        else:
            from detente.sources.warc import read_archive

            with fsspec.open(first, "rb") as stream:
                yield from read_archive(stream, first, limit)
    except (ConnectionError, TimeoutError):
        raise  # the way to it, not the input: the shard is tried again
    except _BROKEN as error:
        yield issue(
            "unreadable-input", first, "an input that can be read", str(error) or "its end", "fetch it again"
        )


def _file(path: str, now: str, limit: int) -> Iterator[Document | Issue]:
    if (told := _no_file(path)) is not None:
        yield told
    elif "://" in path:
        with fsspec.open(path, "rb") as stream:
            yield from open_source("-", stdin=_named(stream), now=now, limit=limit).documents()
    else:
        yield from open_source(path, now=now, limit=limit).documents()


def _no_file(path: str) -> Issue | None:
    """That a pipe or a device stands there: nobody may ever write to it, so it is not waited for."""
    if "://" in path or not os.path.exists(path) or os.path.isfile(path):
        return None
    return issue("no-file", path, "a file", "a pipe, a socket or a device", "read it with `detente read`")


def _named(stream: IO[Any]) -> BinaryIO:
    return cast(BinaryIO, stream)


def _lines(shard: Shard, now: str, limit: int) -> Iterator[Document | Issue]:
    """The lines that begin inside the piece; the last may reach beyond it."""
    (path,) = shard.paths
    with fsspec.open(path, "rb") as opened:
        stream = io.BufferedReader(opened, 1 << 16)  # an object's own readline takes no limit
        if shard.start:
            stream.seek(shard.start - 1)
            _skip_line(stream, shard.end)
        piece = _Piece(stream, shard.end)
        first = piece.readline(limit + 1)
        if first or not shard.size:
            yield from read_lines(first, cast(BinaryIO, piece), path, now, limit)


def _skip_line(stream: IO[bytes], end: int) -> None:
    """Go to where the next line begins; not beyond the piece, where a line is longer than it."""
    while (taken := stream.readline(1 << 16)) and not taken.endswith(b"\n") and stream.tell() < end:
        pass


class _Piece:
    """A stream of lines that ends before the first line that begins at ``end`` or later."""

    def __init__(self, stream: IO[bytes], end: int) -> None:
        self._stream, self._end, self._inside = stream, end, False

    def readline(self, size: int = -1) -> bytes:
        if not self._inside and self._stream.tell() >= self._end:
            return b""
        line = self._stream.readline(size)
        self._inside = bool(line) and not line.endswith(b"\n")
        return line


class _Bounded(io.RawIOBase):
    """An unpacked stream that ends with an error where it grows beyond reason."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._left = stream, UNPACKED

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        room = memoryview(buffer).cast("B")
        taken = self._stream.read(len(room))
        self._left -= len(taken)
        if self._left < 0:
            raise ValueError(f"more than {UNPACKED} bytes unpacked")
        room[: len(taken)] = taken
        return len(taken)


def _numbered(stream: io.RawIOBase, path: str, now: str, limit: int) -> Iterator[Document | Issue]:
    lines = io.BufferedReader(stream, 1 << 20)
    yield from read_lines(lines.readline(limit + 1), cast(BinaryIO, lines), path, now, limit)


def _rows(shard: Shard, now: str, limit: int) -> Iterator[Document | Issue]:
    """Rows of one group as lines of JSON: columns as in a ``.jsonl`` of articles."""
    import msgspec
    import pyarrow.parquet as pq

    wanted = ("id", "url", "publisher", "published", "title", "text", "language", "byline")
    (path,) = shard.paths
    with fsspec.open(path, "rb") as stream:
        file = pq.ParquetFile(stream)
        columns = [name for name in wanted if name in file.schema_arrow.names]
        rows = file.read_row_group(shard.start, columns=columns).to_pylist()
    lines = (msgspec.json.encode({k: _plain(v) for k, v in row.items()}) + b"\n" for row in rows)
    body = io.BytesIO(b"".join(lines))
    yield from read_lines(body.readline(limit + 1), body, path, now, limit)


def _plain(value: object) -> object:
    return (
        value
        if isinstance(value, str | int | None)
        else str(value)[:10]
        if hasattr(value, "year")
        else str(value)
    )
