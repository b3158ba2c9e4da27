"""Bad input: a clear issue each, the other inputs still read."""

from __future__ import annotations

import gzip
import io
import os
import resource
import time
import zipfile
from pathlib import Path

import pytest

from detente import articles
from tests.sources.samples import codes, everything, from_stdin

GOOD = b"Two men were freed in Dorn on Monday.\n"


def _zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("raw", "code", "found"),
    [
        (b"", "empty-file", "an empty file"),
        (b" \r\n\t\n", "empty-file", "white space alone"),
        (b"%PDF-1.7\n%\xe2\xe3", "binary-file", "a PDF"),
        (_zip(), "binary-file", "a zip archive"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary-file", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "binary-file", "a JPEG image"),
        (gzip.compress(GOOD), "binary-file", "a gzip archive"),
        (b"{\\rtf1 Two men were freed.}", "binary-file", "a rich text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "binary-file", "an old Word"),
        (b"SQLite format 3\x00", "binary-file", "an SQLite database"),
        (bytes(range(256)) * 4, "binary-file", "bytes of an unknown kind"),
        (bytes(1000), "binary-file", "bytes of an unknown kind"),
    ],
)
def test_what_holds_no_text_is_refused_by_name(tmp_path: Path, raw: bytes, code: str, found: str) -> None:
    """The issue says what was expected, what was found and what to do; the neighbour is read."""
    (tmp_path / "a").write_bytes(raw)
    (tmp_path / "b.txt").write_bytes(GOOD)
    documents, (issue,) = everything(tmp_path)
    assert [d.raw for d in documents] == [GOOD]
    assert (issue.stage, issue.code, issue.path, issue.fatal) == ("sources", code, str(tmp_path / "a"), True)
    for words in ("expected ", f"found {found}", "; "):
        assert words in issue.message


def test_a_folder_with_nothing_in_it_is_an_issue(tmp_path: Path) -> None:
    """The path is there, so it is no misuse."""
    assert codes(everything(tmp_path)[1]) == ["empty-folder"]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    """Neither from a path nor from a stream; the message says the limit."""
    (tmp_path / "a.txt").write_bytes(GOOD * 10)
    documents, (issue,) = everything(tmp_path / "a.txt", limit=100)
    assert (documents, issue.code) == ([], "file-too-large")
    assert "100 bytes" in issue.message
    assert codes(from_stdin(GOOD * 10, limit=100)[1]) == ["file-too-large"]


def test_a_link_to_nothing_is_an_issue(tmp_path: Path) -> None:
    """Named or met in a folder; it says where the link points."""
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "b.txt").write_bytes(GOOD)
    documents, (issue,) = everything(tmp_path)
    assert (len(documents), issue.code) == (1, "broken-link")
    assert "gone.txt" in issue.message
    assert codes(everything(tmp_path / "a.txt")[1]) == ["broken-link"]


def test_a_folder_that_holds_itself_is_read_once(tmp_path: Path) -> None:
    """Links to folders are left aside, so that no walk goes round in a circle."""
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "b.txt").write_bytes(GOOD)
    documents, issues = everything(tmp_path)
    assert (len(documents), codes(issues)) == (1, ["skipped-link"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_path_without_permission_is_an_issue(tmp_path: Path) -> None:
    """A file or a folder that may not be read stops nothing else."""
    (tmp_path / "b.txt").write_bytes(GOOD)
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "a.txt").chmod(0)
    documents, (issue,) = everything(tmp_path)
    assert (len(documents), issue.code) == (1, "unreadable-path")
    assert "permission denied" in issue.message


def test_a_pipe_in_a_folder_is_left_aside(tmp_path: Path) -> None:
    """Opening it would wait for ever."""
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_bytes(GOOD)
    documents, issues = everything(tmp_path)
    assert (len(documents), codes(issues)) == (1, ["skipped-special"])


def test_stray_nul_bytes_are_kept_and_told(tmp_path: Path) -> None:
    """A few of them are a fault of the text, not another kind of file."""
    raw = GOOD * 20 + b"\x00" + GOOD
    (tmp_path / "a.txt").write_bytes(raw)
    (document,), (issue,) = everything(tmp_path)
    assert (document.raw, issue.code, issue.fatal) == (raw, "nul-bytes", False)
    assert issue.document == document.sha256


def test_a_page_without_text_is_a_fatal_issue_of_the_next_stage(tmp_path: Path) -> None:
    """The bytes are a page; that no word stands in it only reading tells."""
    (tmp_path / "a.html").write_bytes(
        b"<!DOCTYPE html><html><script>render()</script><div id=app></div></html>"
    )
    (document,), issues = everything(tmp_path)
    assert issues == []
    read, found = articles.read(document)
    assert (read, [(i.stage, i.code, i.fatal) for i in found]) == (None, [("articles", "no-text", True)])


@pytest.mark.parametrize("page", [False, True])
def test_twenty_megabytes_of_one_line_take_seconds(tmp_path: Path, page: bool) -> None:
    """In memory that grows with the text, not with its square."""
    line = b"Two men were freed in Dorn on Monday, officials said. " * 388_400
    (tmp_path / "a").write_bytes(b"<html><body><p>" + line + b"</p></body></html>" if page else line)
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    (document,), issues = everything(tmp_path)
    read, _ = articles.read(document)
    assert issues == []
    assert read is not None
    assert len(read.text) > 20_000_000
    assert time.process_time() - begun < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 1_000_000  # kilobytes
