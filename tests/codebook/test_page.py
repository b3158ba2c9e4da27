"""docs/codebook.md is the codebook, generated."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from detente.codebook import codebook
from detente.codebook.page import page

PAGE = Path(__file__).parents[2] / "docs" / "codebook.md"


def test_the_page_in_docs_is_what_the_codebook_gives() -> None:
    """Run ``python -m detente.codebook.page > docs/codebook.md`` after a change of the data."""
    assert PAGE.read_text(encoding="utf-8") == page(codebook())


def test_the_page_is_written_by_one_command() -> None:
    """The module writes the page to standard output, in UTF-8 whatever the terminal."""
    done = subprocess.run(
        [sys.executable, "-m", "detente.codebook.page"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.stdout.decode("utf-8") == page(codebook())


def test_every_type_has_a_section_and_every_example_stands_in_it() -> None:
    """Nothing of the data is left out."""
    text = page(codebook())
    for kind in codebook().types.values():
        assert f"### {kind.code} {kind.name}: {kind.title}" in text
        for example in kind.examples:
            assert example.text.split("\n")[0] in text


def test_links_of_the_overview_lead_to_sections() -> None:
    """An anchor is the heading in lower case, hyphens for spaces, marks left out."""
    text = page(codebook())
    headings = re.findall(r"^### (.+)$", text, flags=re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\(#([^)]+)\)", text)) <= anchors


def test_the_page_says_how_many_examples_there_are() -> None:
    """The count is made, not written."""
    total = sum(len(kind.examples) for kind in codebook().types.values())
    assert f"{total} examples" in page(codebook())
