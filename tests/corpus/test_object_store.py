"""A corpus in an object store: read by address, as the same files on disk are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.corpus import read_corpus
from detente.errors import InputError
from tests.corpus.samples import archive, files
from tests.corpus.test_run import asked, clock

BUCKET = "news"


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    """The address of an S3-compatible server of this test's own, on loopback."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def at_the_store(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a user says it: address and keys in the environment, nothing in the command."""
    for name, value in {
        "AWS_ENDPOINT_URL": store, "AWS_ACCESS_KEY_ID": "k", "AWS_SECRET_ACCESS_KEY": "s",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    forget()


def forget() -> None:
    """A store is opened once a process: open it anew."""
    import s3fs

    s3fs.S3FileSystem.clear_instance_cache()


def put(inputs: Path, under: str) -> None:
    """Every file of a folder, as an object."""
    import s3fs

    system = s3fs.S3FileSystem(skip_instance_cache=True)
    system.makedirs(BUCKET, exist_ok=True)
    for path in sorted(inputs.iterdir()):
        system.pipe_file(f"{BUCKET}/{under}/{path.name}", path.read_bytes())


@pytest.mark.usefixtures("at_the_store")
@pytest.mark.parametrize("workers", [0, 2])
def test_objects_give_the_claims_that_files_give(tmp_path: Path, workers: int) -> None:
    """Lines, packed lines and an archive, in this process and in two others."""
    inputs = tmp_path / "in"
    files(inputs, 3)
    (inputs / "a.warc.gz").write_bytes(archive(0, 6))
    put(inputs, f"w{workers}")
    read_corpus([str(inputs)], tmp_path / "files", now=clock, workers=0)
    report = read_corpus([f"s3://{BUCKET}/w{workers}/"], tmp_path / "objects", now=clock, workers=workers)
    assert report.done == report.shards > 3
    assert not report.broken
    same = (
        "SELECT type, mode, lo, start, exact, publisher FROM read_parquet('{}/claims/*.parquet') ORDER BY ALL"
    )
    on_disk, there = (asked(same.format(tmp_path / out)) for out in ("files", "objects"))
    assert on_disk == there != []


@pytest.mark.usefixtures("at_the_store")
def test_a_bucket_that_is_not_there_is_an_error_that_says_so(tmp_path: Path) -> None:
    """Before anything is written."""
    with pytest.raises(InputError, match="nothing at 's3://elsewhere/'"):
        read_corpus(["s3://elsewhere/"], tmp_path / "out", now=clock, workers=0)
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("at_the_store")
def test_a_store_that_does_not_answer_is_an_error_that_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody listens at the port of nothing."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    forget()
    with pytest.raises(InputError, match="expected an address that can be read; found 's3://silent/'"):
        read_corpus(["s3://silent/"], tmp_path / "out", now=clock, workers=0)


@pytest.mark.usefixtures("at_the_store")
def test_an_object_that_went_away_is_an_issue(tmp_path: Path) -> None:
    """Between listing and reading: the others are read, and the missing one is named."""
    import s3fs

    from detente.corpus.inputs import documents_of, shards_of
    from detente.records import Issue

    inputs = tmp_path / "in"
    files(inputs, 1)
    put(inputs, "gone")
    (shard,) = shards_of([f"s3://{BUCKET}/gone/"])
    s3fs.S3FileSystem(skip_instance_cache=True).rm(f"{BUCKET}/gone", recursive=True)
    (told,) = documents_of(shard, now=clock(), limit=10**6)
    assert isinstance(told, Issue)
    assert told.code == "unreadable-input"
