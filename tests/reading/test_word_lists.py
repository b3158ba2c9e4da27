"""The reader's word lists: no word stands twice in one, and each is used."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

import detente

DATA = files("detente.reading").joinpath("data", "en")


def lists(name: str) -> dict[str, str]:
    """The lists of one file, by part and name."""
    tables = tomllib.loads(DATA.joinpath(name).read_text("utf-8"))
    parts = {part: rows for part, rows in tables.items() if isinstance(rows, dict)}
    return {f"{part}.{key}": words for part, rows in parts.items() for key, words in rows.items()}


@pytest.mark.parametrize("name", ["words.toml", "worlds.toml", "modes.toml"])
def test_no_word_stands_twice_in_a_list(name: str) -> None:
    """A word that is already there was not looked for."""
    twice = {
        key: [w for w, n in Counter(words.split()).items() if n > 1] for key, words in lists(name).items()
    }
    assert {key: words for key, words in twice.items() if words} == {}


def test_every_word_list_is_named_in_the_code() -> None:
    """A list that nothing reads says nothing."""
    code = "\n".join(p.read_text("utf-8") for p in Path(detente.__file__).parent.rglob("*.py"))
    assert [key for key in lists("words.toml") if not re.search(rf"\b{re.escape(key)}\b", code)] == []
