"""Texts and pages of many kinds, each with everything it must give."""

from __future__ import annotations

from typing import Any

import pytest

from detente import articles
from detente.records import Article
from tests.articles.samples import HERE, document, exact, expected

FACTS = ("title", "byline", "publisher", "published", "published_from", "dateline_place", "credit", "number",
         "language")  # fmt: skip
SPANS = ("headings", "captions", "furniture", "boilerplate")


def _check(read: Article | None, said: dict[str, Any]) -> None:
    if read is None:
        assert set(said) == {"issues"}
        return
    assert {key: getattr(read, key) for key in FACTS} == {key: said.get(key) for key in FACTS}
    assert {key: exact(getattr(read, key)) for key in SPANS} == {key: said.get(key, []) for key in SPANS}


@pytest.mark.parametrize(("name", "said"), expected("texts"), ids=lambda v: v if isinstance(v, str) else "")
def test_a_plain_text_gives_its_facts_and_marks(name: str, said: dict[str, Any]) -> None:
    """Title, signature, date, dateline, headings, captions and boilerplate of a text, and nothing else."""
    read, issues = articles.read(document((HERE / "texts" / name).read_bytes()))
    assert [issue.code for issue in issues] == said.get("issues", [])
    _check(read, said)


@pytest.mark.parametrize(("name", "said"), expected("pages"), ids=lambda v: v if isinstance(v, str) else "")
def test_a_page_gives_its_facts_and_marks(name: str, said: dict[str, Any]) -> None:
    """The same of an HTML page, whose menus, margins and adverts are marked as boilerplate."""
    read, issues = articles.read(document((HERE / "pages" / name).read_bytes(), "text/html"))
    assert [issue.code for issue in issues] == said.get("issues", [])
    _check(read, said)


@pytest.mark.parametrize(("name", "said"), expected("heads"), ids=lambda v: v if isinstance(v, str) else "")
def test_a_head_of_any_form_gives_its_facts_and_marks(name: str, said: dict[str, Any]) -> None:
    """Outlet lines, letterheads, notes, live pages, lines below the report: no word of them is left to it."""
    read, issues = articles.read(document((HERE / "heads" / name).read_bytes()))
    assert [issue.code for issue in issues] == said.get("issues", [])
    _check(read, said)


def test_every_fixture_is_expected() -> None:
    """No text and no page stands in the folders without its row."""
    for kind in ("texts", "heads", "pages"):
        assert sorted(f.name for f in (HERE / kind).iterdir()) == sorted(name for name, _ in expected(kind))
