"""Real reports that are no part of the repository; skipped where they are absent."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from detente import articles
from tests.articles.samples import document, exact, shared, spans

SHARED = shared()
needs_shared = pytest.mark.skipif(SHARED is None, reason="no shared material beside the repository")


def _folder() -> Path:
    assert SHARED is not None
    return SHARED


@needs_shared
def test_the_seed_is_signed_dated_and_divided() -> None:
    """Byline, publisher, date, number, five headings, one stretch of boilerplate to the end; no title."""
    for file in sorted((_folder() / "seed").glob("*.txt")):
        read, issues = articles.read(document(file.read_bytes()))
        assert read is not None
        assert (read.title, issues) == (None, ())
        gold = json.loads((_folder() / "gold" / "seed" / "perfect_article.json").read_text("utf-8"))
        facts = ("byline", "publisher", "published", "number", "language")
        assert {key: getattr(read, key) for key in facts} == {key: gold[key] for key in facts}
        assert exact(read.headings) == [heading["exact"] for heading in gold["headings"]]
        assert [(s.start, s.end) for s in read.boilerplate] == [
            (b["start"], b["end"]) for b in gold["boilerplate"]
        ]


@needs_shared
def test_stories_keep_their_titles() -> None:
    """Where a story's first line is its title, it is found; where it is a lede, none is."""
    rows = (_folder() / "gold" / "stories" / "articles.jsonl").read_text("utf-8").splitlines()
    stories = {row["id"]: row["title"] for row in map(json.loads, rows)}
    wrong = []
    for name, title in sorted(stories.items()):
        raw = (_folder() / "gold" / "stories" / "texts" / f"{name}.txt").read_bytes()
        read, _ = articles.read(document(raw))
        assert read is not None
        wrong += [] if read.title == title or (title and title.endswith(read.title or title)) else [name]
    assert len(wrong) <= 0.1 * len(stories), wrong  # a date, a skip link, a row of tags on the first line


@needs_shared
def test_real_articles_are_read_without_a_fault() -> None:
    """Four hundred articles off the web: each gives an article whose spans are quotes."""
    for part in ("dev", "train"):
        for sample in json.loads((_folder() / "gold" / "hrdsattack" / f"{part}.json").read_text("utf-8")):
            page = sample["sample"]["Input.article_interface"]
            text = "\n\n".join(re.findall(r"<p>(.*?)</p>", page, re.DOTALL))
            read, _ = articles.read(document(text))
            assert read is not None
            assert all(read.text[s.start : s.end] == s.exact for s in spans(read))
