"""Files, folders and standard input."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest

from detente.errors import InputError, UnknownNameError
from detente.sources import SOURCES, open_source
from tests.sources.samples import NOW, codes, everything, from_stdin

TEXT = b"Two men were freed in Dorn on Monday.\n"


def test_a_file_is_a_document_of_its_bytes(tmp_path: Path) -> None:
    """Bytes, hash, path as written and the time of reading; the id is made of the hash."""
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT)
    (document,), issues = everything(file)
    sha256 = hashlib.sha256(TEXT).hexdigest()
    assert (document.raw, document.sha256, document.id) == (TEXT, sha256, f"doc_{sha256[:16]}")
    assert (document.path, document.retrieved, issues) == (str(file), NOW, [])
    assert (document.given.media_type, document.given.encoding) == ("text/plain", "utf-8")


def test_a_folder_is_read_below_and_in_order(tmp_path: Path) -> None:
    """Sorted by path, whatever the file system says; hidden files are left aside, each with an issue."""
    for name in ("b.txt", "a/z.txt", "a/y", "c.html", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    documents, issues = everything(tmp_path)
    assert [os.path.relpath(d.path, tmp_path) for d in documents] == ["a/y", "a/z.txt", "b.txt", "c.html"]
    assert codes(issues) == ["skipped-hidden"]


def test_the_same_bytes_in_two_places_are_one_document(tmp_path: Path) -> None:
    """The id and the hash do not know of the path."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(TEXT)
    (one, other), _ = everything(tmp_path)
    assert (one.id, one.sha256) == (other.id, other.sha256)
    assert one.path != other.path


def test_what_a_file_is_its_bytes_say(tmp_path: Path) -> None:
    """A page may end in .txt, and a text in .html."""
    (tmp_path / "a.txt").write_bytes(
        b"\n<!-- saved --><!DOCTYPE html><html><body><p>Freed.</p></body></html>"
    )
    (tmp_path / "b.html").write_bytes(TEXT)
    documents, _ = everything(tmp_path)
    assert [d.given.media_type for d in documents] == ["text/html", "text/plain"]


def test_a_ledger_among_the_reports_is_not_opened(tmp_path: Path) -> None:
    """To open and close a file gives up the locks that SQLite holds on it in this process."""
    for name in ("news.detente", "news.detente-wal", "news.detente-shm"):
        (tmp_path / name).write_bytes(b"SQLite format 3")
    documents, issues = everything(tmp_path)
    assert (documents, set(codes(issues))) == ([], {"skipped-kind"})


def test_files_that_hold_no_report_are_left_aside_in_a_folder_and_read_by_name(tmp_path: Path) -> None:
    """A script or a table in a folder is no report; who names it means it."""
    (tmp_path / "a.csv").write_bytes(b"name,age\n")
    documents, issues = everything(tmp_path)
    assert (documents, codes(issues), issues[0].fatal) == ([], ["skipped-kind"], False)
    documents, issues = everything(tmp_path / "a.csv")
    assert (len(documents), issues) == (1, [])


@pytest.mark.parametrize("name", ["README.md", "readme", "LICENSE.txt", "Changelog.html"])
def test_what_tells_about_a_folder_is_no_report_of_it(tmp_path: Path, name: str) -> None:
    """A README says what the reports are; a report on licences, or one that is named, is read."""
    (tmp_path / name).write_bytes(TEXT)
    (tmp_path / "licences-lifted.txt").write_bytes(TEXT)
    documents, issues = everything(tmp_path)
    assert [Path(d.path).name for d in documents] == ["licences-lifted.txt"]
    assert (codes(issues), issues[0].fatal) == (["skipped-kind"], False)
    assert len(everything(tmp_path / name)[0]) == 1


def test_standard_input_is_one_document() -> None:
    """Its path is a dash."""
    (document,), issues = from_stdin(TEXT)
    assert (document.raw, document.path, issues) == (TEXT, "-", [])


def test_how_many_inputs_there_are_is_known_before_reading(tmp_path: Path) -> None:
    """Files count one, a .jsonl its lines, a stream nothing: for a progress bar."""
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "b.jsonl").write_bytes(b'{"text": "a"}\n{"text": "b"}')
    assert open_source(str(tmp_path), now=NOW).count() == 3
    assert open_source(str(tmp_path / "b.jsonl"), now=NOW).count() == 2
    assert open_source(str(tmp_path / "a.txt"), now=NOW).count() == 1
    assert open_source("-", stdin=io.BytesIO(TEXT), now=NOW).count() is None


@pytest.mark.parametrize("path", ["nowhere.txt", "", "a\x00b"])
def test_a_path_where_nothing_stands_is_misuse(path: str) -> None:
    """It raises, and says what was looked for."""
    with pytest.raises(InputError, match="found nothing at"):
        open_source(path, now=NOW)


def test_the_table_of_sources_names_its_kinds() -> None:
    """An unknown kind is named with those that are known."""
    assert SOURCES.names() == ("files", "stdin")
    with pytest.raises(UnknownNameError, match="files, stdin"):
        SOURCES.get("gopher")
