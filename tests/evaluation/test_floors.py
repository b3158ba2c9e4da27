"""The reader holds the floors of the open stories, and the page of figures is about this gold."""

from __future__ import annotations

import re
from pathlib import Path

from detente.evaluation import load_gate, load_gold
from tests.views.cli.running import run

ROOT = Path(__file__).resolve().parents[2]


def test_the_reader_holds_the_floors() -> None:
    """No figure on gold/stories is under its floor; one that must fall is lowered with a reason."""
    done = run("eval", str(ROOT / "gold" / "stories"), "--gate", str(ROOT / "gold" / "floors.toml"))
    assert (done.code, done.err) == (0, "")


def test_the_page_of_figures_is_about_this_gold() -> None:
    """docs/evaluation.md tells the hash of the gold it was written from: the gate's, and the folder's."""
    page = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")
    block = re.search(r"<!-- begin eval stories:.*?<!-- end eval stories -->", page, re.DOTALL)
    gold = load_gold(ROOT / "gold" / "stories")
    assert block is not None
    assert gold.sha256[:12] in block[0]
    assert load_gate(ROOT / "gold" / "floors.toml").gold.sha256 == gold.sha256
