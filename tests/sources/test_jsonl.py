"""Articles one a line."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from tests.sources.samples import codes, everything, from_stdin

FIRST = b'{"id": "a1", "url": "https://echo.example/1", "publisher": "Echo", "published": "2025-03-04", "title": "Two freed", "text": "Two men\\u00a0were freed.", "language": "en"}'  # noqa: E501
SECOND = b'{"id": 7, "text": "Nobody knew."}'


def test_each_line_is_a_document_with_what_came_with_it(tmp_path: Path) -> None:
    """Its bytes are the line's, its id the given one; the fields are kept as given."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(FIRST + b"\r\n\n" + SECOND)
    (one, other), issues = everything(file)
    assert issues == []
    assert (one.raw, one.sha256, one.id) == (FIRST, hashlib.sha256(FIRST).hexdigest(), "a1")
    assert (one.path, other.raw, other.id) == (str(file), SECOND, "7")
    given = one.given
    assert (given.url, given.publisher, given.published) == ("https://echo.example/1", "Echo", "2025-03-04")
    assert (given.title, given.language, given.media_type) == ("Two freed", "en", "application/json")


def test_a_stream_whose_first_line_is_an_article_is_a_stream_of_articles() -> None:
    """No ending tells of it; a text that only begins with a brace is a text."""
    assert [d.id for d in from_stdin(FIRST + b"\n" + SECOND)[0]] == ["a1", "7"]
    (text,), _ = from_stdin(b"{sic} Two men were freed.\nNobody knew.")
    assert text.given.media_type == "text/plain"


def test_a_malformed_line_is_named_by_its_number_and_the_others_are_read(tmp_path: Path) -> None:
    """Whatever is wrong with it: no JSON, no text, other types, broken bytes, half a letter."""
    file = tmp_path / "a.jsonl"
    wrong = [
        b"{broken",
        b'{"id": "b"}',
        b'{"text": 5}',
        b'["text"]',
        b'{"text": "\xff"}',
        b'{"text": "\\ud800"}',
    ]
    file.write_bytes(b"\n".join([FIRST, *wrong, SECOND]))
    documents, issues = everything(file)
    assert [d.id for d in documents] == ["a1", "7"]
    assert codes(issues) == ["malformed-line"] * len(wrong)
    assert [f"line {n} " in issue.message for n, issue in enumerate(issues, 2)] == [True] * len(wrong)


def test_one_id_with_two_texts_is_an_issue(tmp_path: Path) -> None:
    """Both are read; a person should tell them apart. The same line twice is no matter."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(FIRST + b"\n" + FIRST + b"\n" + FIRST.replace(b"Two", b"Six"))
    documents, issues = everything(file)
    assert (len(documents), codes(issues), issues[0].fatal) == (3, ["repeated-id"], False)


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    """A mark before the first brace is passed over."""
    assert from_stdin(b"\xef\xbb\xbf" + FIRST)[0][0].raw == FIRST


def test_a_line_over_the_limit_is_passed_over() -> None:
    """The limit holds for a line, not for the file; what follows is read."""
    long = msgspec.json.encode({"text": "Freed. " * 1000})
    documents, issues = from_stdin(FIRST + b"\n" + long + b"\n" + SECOND, limit=300)
    assert ([d.id for d in documents], codes(issues)) == (["a1", "7"], ["line-too-large"])
    assert "line 2" in issues[0].message


def test_an_empty_file_of_articles_is_an_issue(tmp_path: Path) -> None:
    """Nothing in it is not nothing to say."""
    (tmp_path / "a.jsonl").write_bytes(b"")
    (tmp_path / "b.jsonl").write_bytes(b"\n\n \n")
    assert codes(everything(tmp_path)[1]) == ["empty-file", "empty-file"]
