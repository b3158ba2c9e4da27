"""What a run did: one small file a shard, written last, so that a shard is done when its file is there."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec

from detente.corpus.inputs import Shard
from detente.errors import InputError
from detente.records import ReaderRef, to_json
from detente.records.base import Record

T = TypeVar("T", "Run", "Done")
VERSION = 1
"""Of the folder: what this code reads and writes."""


class Run(Record, frozen=True, kw_only=True):
    """What is the same for every shard of a folder."""

    version: int = VERSION
    reader: ReaderRef
    now: str  # UTC: when the first run began; stands in every document that has no time of its own
    limit: int  # bytes of one document
    sample: float = 1.0  # share of the articles


class Done(Record, frozen=True, kw_only=True):
    """What became of one shard."""

    shard: Shard
    documents: int = 0
    articles: int = 0
    relevant: int = 0  # articles with a claim
    claims: int = 0
    issues: int = 0
    failed: int = 0  # inputs that gave no article
    sha256: dict[str, str] = msgspec.field(default_factory=dict)  # table → hash of its rows
    quarantined: bool = False  # it killed its worker each time


class Manifest(Record, frozen=True, kw_only=True):
    """A run and its shards, in the order of their names."""

    run: Run
    done: tuple[Done, ...]


def run_of(out: Path, wanted: Run) -> Run:
    """The run that this folder belongs to: begun now, or earlier and to be gone on with.

    Raises:
        InputError: the folder holds something else, or what another reader read.
    """
    path = out / "run.json"
    if not path.exists():
        if out.exists() and any(other != _aside(path) for other in out.iterdir()):
            raise InputError(
                f"{out}: expected a new folder, or one of an earlier run; found other files; name another"
            )
        out.mkdir(parents=True, exist_ok=True)
        put(path, wanted)
        return wanted
    found = get(path, Run)
    if msgspec.structs.replace(found, now=wanted.now) != wanted:
        raise InputError(
            f"{out}: expected the output of {_said(wanted)}; "
            f"found that of {_said(found)}; name another folder"
        )
    return found


@contextmanager
def held(out: Path) -> Iterator[None]:
    """Be the only one at work on this folder; whoever is killed lets go of it.

    Raises:
        InputError: another process is at it, or no run ever wrote there.
    """
    with _begun(out).open("rb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InputError(
                f"{out}: expected a folder that nobody works on; found another run at it; "
                "wait until it is done, or name another folder"
            ) from error
        yield


def _said(run: Run) -> str:
    reader = run.reader
    return f"{reader.name} {reader.version} ({reader.config}), limit {run.limit}, sample {run.sample:g}"


def manifest_of(out: Path) -> Manifest:
    """What was read into this folder so far.

    Raises:
        InputError: no run ever wrote there.
    """
    path = _begun(out)
    done = (get(path, Done) for path in sorted((out / "manifest").glob("*.json")))
    return Manifest(run=get(path, Run), done=tuple(done))


def _begun(out: Path) -> Path:
    path = out / "run.json"
    if not path.exists():
        raise InputError(f"{out}: expected the output of `detente corpus read`; found none")
    return path


def done_path(out: Path, shard: Shard) -> Path:
    """Where the shard's own line of the manifest stands."""
    return out / "manifest" / f"{shard.name}.json"


def put(path: Path, record: Record) -> None:
    """Write a record aside, then give it its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = _aside(path)
    aside.write_bytes(to_json(record) + b"\n")
    aside.replace(path)


def _aside(path: Path) -> Path:
    """Where a record is written first; what a kill or a full disk left there is written over."""
    return path.with_name(f".{path.name}.part")


def get(path: Path, kind: type[T]) -> T:
    """Read a record.

    Raises:
        InputError: it is none, or one of another version of Detente.
    """
    try:
        found = msgspec.json.decode(path.read_bytes(), type=kind)
    except msgspec.DecodeError as error:
        raise InputError(f"{path}: expected a {kind.__name__} of a corpus run; found: {error}") from error
    if isinstance(found, Run) and found.version != VERSION:
        raise InputError(
            f"{path}: expected a corpus of version {VERSION}; found version {found.version}, of another "
            "version of Detente; use that one, or name another folder"
        )
    return found
