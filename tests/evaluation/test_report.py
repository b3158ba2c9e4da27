"""Tables for a page: figures cut, markers kept, nothing else of the page touched."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError
from detente.evaluation import compare, put_into, tables
from detente.evaluation.report import misses, write_into
from tests.evaluation.samples import perfect
from tests.evaluation.test_gate import GOOD, POOR
from tests.evaluation.test_score import GOLD

PAGE = "# Scores\n\nBefore.\n\n<!-- begin eval a: x -->\nold\n<!-- end eval a -->\n\nAfter.\n"


def test_the_tables_tell_the_score() -> None:
    """Types, all, fields, faults and bins stand in it; .6666 is told as .666."""
    text = tables(POOR, name="small")
    assert text.startswith("### small\n\n2 texts; 3 claims")
    assert "| all | 0.666 |" in text
    assert "| SENTENCE |" in text
    assert "| held, told as freed (of such people) | 1 | 1 |" in text
    assert "expected calibration error 0.500" in text
    assert "Krippendorff" not in text


def test_every_table_is_whole() -> None:
    """In each table every line has as many cells as its head."""
    claims = perfect(GOLD.texts)
    shown = msgspec.structs.replace(GOOD, agreement=compare(GOLD, claims, claims))
    for table in re.findall(r"(?:^\|.*\n)+", tables(shown), re.MULTILINE):
        assert len({line.count("|") for line in table.splitlines()}) == 1
    assert "Krippendorff α" in tables(shown)


def test_only_what_stands_between_the_markers_is_replaced() -> None:
    """The page before and after stays, the old block goes; another name is added at the end."""
    page = put_into(PAGE, "a", "new \\1 words")
    assert page.startswith("# Scores\n\nBefore.\n\n<!-- begin eval a:")
    assert page.endswith("<!-- end eval a -->\n\nAfter.\n")
    assert "new \\1 words" in page
    assert "old" not in page
    assert put_into(PAGE, "ab", "more").startswith(PAGE.rstrip())


@given(st.text(alphabet="ab<!-\n |", max_size=30), st.text(alphabet="ab |\n", max_size=20))
def test_writing_twice_is_writing_once(page: str, block: str) -> None:
    """The second write finds the first one's markers, and changes nothing."""
    once = put_into(page, "a", block)
    assert put_into(once, "a", block) == once
    assert put_into(put_into(page, "a", "other"), "a", block) == once


def test_a_page_on_disk_is_made_or_changed(tmp_path: Path) -> None:
    """A page that is not there is made; one that cannot be written is said."""
    write_into(tmp_path / "page.md", "a", "one")
    write_into(tmp_path / "page.md", "b", "two")
    write_into(tmp_path / "page.md", "a", "three")
    text = (tmp_path / "page.md").read_text("utf-8")
    assert "three" in text
    assert "one" not in text
    assert text.index("eval a") < text.index("eval b")
    with pytest.raises(InputError, match="give another path"):
        write_into(tmp_path / "nowhere" / "page.md", "a", "one")


def test_faults_are_a_line_each() -> None:
    """What was told as done, missed, false, and wrong in a field, each with its text and words."""
    lines = list(misses(POOR))
    assert any(
        line.startswith("as done") and "a RELEASE/denied: will not free Lena Marr" in line for line in lines
    )
    assert any(line.startswith("missed") and "SENTENCE/asserted" in line for line in lines)
    assert any(line.startswith("false") and "b RELEASE/asserted: film was released" in line for line in lines)
    assert any(line.startswith("wrong mode") for line in lines)
