"""Stories told by several reports: the settled record holds what a careful desk would hold."""

from __future__ import annotations

import json
import tomllib
from functools import partial
from pathlib import Path

import pytest

from detente import articles as reports
from detente.pipeline import settle
from detente.reading import READERS
from detente.records import Article, Document, Reading
from detente.settings import load_settings
from detente.sources import open_source
from tests.stories.record import Story

MULTI = Path(__file__).parent / "multi"
NAMES = sorted(path.parent.name for path in MULTI.glob("*/expected.toml"))
NOW = "2027-06-01T00:00:00Z"
Read = tuple[list[Article], list[Reading]]


def told(name: str, read: Read) -> Story:
    """A story with its reports read."""
    found, readings = read
    table = tomllib.loads((MULTI / name / "expected.toml").read_text(encoding="utf-8"))
    at = partial(settle, readings, found, grades=table["grades"])
    last = max(a.document.published or "" for a in found)
    return Story(table, lambda as_of, known_by: at(as_of=as_of, known_by=known_by), last)


@pytest.fixture(scope="module")
def stories() -> dict[str, Story]:
    """Every story, read by the project's own reader."""
    reader = READERS.get(load_settings().reader)()
    out = {}
    for name in NAMES:
        source = open_source(str(MULTI / name / "reports.jsonl"), now=NOW)
        found = [
            article for d in source.documents() if isinstance(d, Document) and (article := reports.read(d)[0])
        ]
        out[name] = told(name, (found, [reading for reading, _ in reader.read(found)]))
    return out


@pytest.fixture(scope="module")
def floors() -> dict[str, int]:
    """The least number of rows met, and the greatest number of rows broken."""
    table: dict[str, dict[str, int]] = tomllib.loads((MULTI / "floors.toml").read_text(encoding="utf-8"))
    return table["floors"]


def test_no_fewer_rows_are_met_than_before(stories: dict[str, Story], floors: dict[str, int]) -> None:
    """Rows of the expected records that the settled record holds."""
    lines = {name: story.missing() for name, story in stories.items()}
    wanted = sum(len(list(story.rows())) for story in stories.values())
    met = wanted - sum(map(len, lines.values()))
    assert met >= floors["met"], f"{met} of {wanted}\n{json.dumps(lines, indent=1, ensure_ascii=False)}"


def test_no_more_is_held_that_must_not_be(stories: dict[str, Story], floors: dict[str, int]) -> None:
    """Rows that no record may hold."""
    lines = [f"{name}: {line}" for name, story in stories.items() for line in story.broken()]
    assert len(lines) <= floors["broken"], "\n".join(lines)
