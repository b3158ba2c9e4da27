"""Which encoding bytes are in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.sources.content import is_page
from detente.sources.encodings import encoding_of
from tests.sources.samples import codes, from_stdin

RUSSIAN = "Двенадцать заключённых были освобождены в понедельник, сообщила прокуратура."
POLISH = "Siedmiu więźniów zwolniono; żadnego z nich nie skazano, powiedział rzecznik więzienia w Łodzi."
GERMAN = "Die Gefangenen kamen über die Grenze; „endlich“, sagte ihr Anwalt, schließe sich die Tür."
LITHUANIAN = "Šešiems kaliniams leista grįžti namo, pranešė žinių agentūra; jų vardų ji neskelbė."


@pytest.mark.parametrize(
    ("text", "codec", "name", "code"),
    [
        (RUSSIAN, "utf-8", "utf-8", None),
        (RUSSIAN, "utf-8-sig", "utf-8", None),
        (RUSSIAN, "utf-16", "utf-16-le", None),
        (RUSSIAN, "utf-16-le", "utf-16-le", "guessed-encoding"),
        (RUSSIAN, "utf-16-be", "utf-16-be", "guessed-encoding"),
        ("Two men were freed.", "utf-16-le", "utf-16-le", "guessed-encoding"),
        (RUSSIAN, "cp1251", "windows-1251", "guessed-encoding"),
        (RUSSIAN.upper(), "cp1251", "windows-1251", "guessed-encoding"),
        (RUSSIAN, "koi8-r", "koi8-r", "guessed-encoding"),
        (RUSSIAN, "cp866", "cp866", "guessed-encoding"),
        (POLISH, "cp1250", "windows-1250", "guessed-encoding"),
        (POLISH, "iso8859-2", "iso8859-2", "guessed-encoding"),
        (LITHUANIAN, "cp1257", "windows-1257", "guessed-encoding"),
        (GERMAN, "cp1252", "windows-1252", "guessed-encoding"),
        ("Two men\u2019s \u201cfreedom\u201d", "cp1252", "windows-1252", "guessed-encoding"),
        ("Plain words.", "ascii", "utf-8", None),
    ],
)
def test_the_encoding_is_found_and_a_guess_is_told(
    text: str, codec: str, name: str, code: str | None
) -> None:
    """What was chosen stands in the document, and decodes to the text that was written."""
    raw = text.encode(codec)
    (document,), issues = from_stdin(raw)
    assert document.given.encoding == name
    assert raw.decode(name).removeprefix("\ufeff") == text
    assert codes(issues) == ([code] if code else [])


@pytest.mark.parametrize("declared", ["windows-1251", "WINDOWS-1251", "cp1251"])
def test_a_page_may_declare_its_encoding(declared: str) -> None:
    """It is believed where the bytes agree, and no guess is made."""
    page = f"<html><head><meta charset='{declared}'></head><p>{RUSSIAN}</p></html>"
    (document,), issues = from_stdin(page.encode("cp1251"))
    assert (document.given.encoding, issues) == ("windows-1251", [])


def test_bytes_that_are_utf8_are_read_so_whatever_a_page_declares() -> None:
    """Letters beyond ASCII that form whole UTF-8 by chance are rarer than wrong declarations."""
    page = f"<html><head><meta charset='windows-1251'></head><p>{RUSSIAN}</p></html>".encode()
    assert encoding_of(page, html=True) == ("utf-8", "utf-8")


@pytest.mark.parametrize("declared", ["rot13", "zlib", "unicode_escape", "nonsense", "utf-7"])
def test_an_odd_declaration_is_not_believed(declared: str) -> None:
    """Only encodings of the table are."""
    page = f"<meta charset='{declared}'><p>{RUSSIAN}</p>".encode("cp1251")
    assert encoding_of(page, html=True) == ("windows-1251", "guessed")


def test_utf8_with_a_broken_byte_is_still_utf8() -> None:
    """A cut letter costs one letter, not the text; an issue says so."""
    (document,), issues = from_stdin((RUSSIAN * 3).encode() + b"\xd0")
    assert (document.given.encoding, codes(issues)) == ("utf-8", ["broken-encoding"])


@settings(deadline=None)
@given(st.binary(min_size=1, max_size=200))
def test_whatever_the_bytes_a_source_answers(raw: bytes) -> None:
    """One document or one fatal issue, and an encoding that Python has."""
    documents, issues = from_stdin(raw)
    assert len(documents) == 1 or any(issue.fatal for issue in issues)
    for document in documents:
        assert document.raw == raw or document.given.media_type == "application/json"
        document.raw.decode(document.given.encoding or "", "replace")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda t: t.strip()))
def test_utf8_is_always_known(text: str) -> None:
    """Text written as UTF-8 is never taken for something else."""
    raw = text.encode()
    assert encoding_of(raw).name == "utf-8"


@pytest.mark.parametrize(
    ("raw", "page"),
    [(b"<!DOCTYPE html>", True), (b"  <HTML>", True), (b"\xef\xbb\xbf<html>", True),
     (b"<!-- a --><p>x", True), (b"<?xml version='1.0'?><html>", True),
     (b"<?xml version='1.0'?><rss>", False), (b"a <b>c</b>", False),
     (b"<3 freedom", False), (b"<Freed at last>", False), ("<html>".encode("utf-16"), True)],
)  # fmt: skip
def test_a_page_opens_with_a_tag_of_html(raw: bytes, page: bool) -> None:
    """Comments, declarations and blanks may stand before it."""
    assert is_page(raw) is page
