"""Twelve reports on the seed's pattern with other facts: what a careful person codes is read, and no more."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from detente.records import Article, Claim, Deal
from tests.stories.expect import Expected, forbidden, load, unmet

HERE = Path(__file__).parent
REWRITES = sorted(path.parent.name for path in HERE.glob("rewrites/*/expected.toml"))
NOW = "2026-12-01T00:00:00Z"
KEYS = frozenset(
    {
        "id",
        "words",
        "type",
        "why",
        "mode",
        "sub",
        "denied",
        "anyway",
        "factuality",
        "step",
        "stance",
        "voluntariness",
        "roles",
        "quantity",
        "penalty",
        "no_quantity",
        "attribution",
        "hedges",
        "label",
        "duration",
        "linkage",
        "time",
    }
)


def text_of(name: str) -> str:
    """The report as it stands in the folder."""
    return (HERE / "rewrites" / name / "article.txt").read_text(encoding="utf-8")


def expected_of(name: str) -> Expected:
    """What a careful person codes from it."""
    return load(HERE / "rewrites" / name / "expected.toml")


def floor_of(name: str) -> float:
    """The least share of rows that must be met."""
    with (HERE / "floors.toml").open("rb") as file:
        return float(tomllib.load(file)["floors"][name])


def read_and_settle(name: str) -> tuple[Article, Sequence[Claim], Sequence[Deal]]:
    """The report read by the project's own reader and settled on its own; skips while a stage is missing."""
    pipeline = pytest.importorskip("detente.pipeline", reason="no pipeline yet")
    sources = pytest.importorskip("detente.sources", reason="no sources yet")
    articles = pytest.importorskip("detente.articles", reason="no articles yet")
    reading = pytest.importorskip("detente.reading", reason="no reading yet")
    if not hasattr(articles, "read") or not hasattr(reading, "READERS"):
        pytest.skip("articles.read or reading.READERS is not there yet")
    source = sources.open_source(str(HERE / "rewrites" / name / "article.txt"), now=NOW)
    article, _ = articles.read(next(iter(source.documents())))
    found = [result for result, _ in reading.READERS.get("rules")().read([article])]
    state = pipeline.settle(found, [article])
    return article, found[0].claims, state.deals


def test_there_are_fifteen_rewrites() -> None:
    """Fifteen reports, each with a floor."""
    assert len(REWRITES) == 15
    assert all(floor_of(name) >= 0 for name in REWRITES)


@pytest.mark.parametrize("name", REWRITES)
def test_words_of_every_row_stand_once_in_the_report(name: str) -> None:
    """A row points to literal words that stand in the report exactly once."""
    expected, text = expected_of(name), text_of(name)
    rows = [*expected.claims, *(row for row in expected.nevers if "words" in row)]
    assert [row["words"] for row in rows if text.count(row["words"]) != 1] == []


@pytest.mark.parametrize("name", REWRITES)
def test_rows_are_numbered_and_ask_only_for_known_things(name: str) -> None:
    """Ids are unique, every row names its rule, and no key is a slip of the pen."""
    expected = expected_of(name)
    ids = [row["id"] for row in (*expected.claims, *expected.nevers)]
    assert len(ids) == len(set(ids))
    assert all(row["why"] and set(row) <= KEYS for row in (*expected.claims, *expected.nevers))
    assert 25 <= len(expected.claims) <= 45
    assert 8 <= len(expected.nevers) <= 15


@pytest.mark.parametrize("name", REWRITES)
def test_a_reading_meets_the_floor_and_says_nothing_forbidden(name: str) -> None:
    """The reader finds at least the floor's share of rows, and no claim says what none may say."""
    article, claims, deals = read_and_settle(name)
    expected = expected_of(name)
    missing = unmet(claims, article, deals, expected)
    share = 1 - len(missing) / expected.wants()
    wrong = forbidden(claims, article, expected)
    told = "\n".join([f"{name}: {share:.2f} of {expected.wants()} rows", *missing, *wrong])
    assert wrong == [], told
    assert share >= floor_of(name), told
