"""The stories told by several reports hold together: known keys, known ids, names that stand in a report."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

MULTI = Path(__file__).parent / "multi"
STORIES = sorted(path.parent for path in MULTI.glob("*/expected.toml"))
HEAD = frozenset({"about", "covers", "grades", "as_of", "known_by"})
ANY = frozenset({"as_of", "known_by", "verdict", "reports", "groups", "deal", "optional", "why", "date"})
NUMBER = frozenset({"lo", "hi", "loose", "alternatives", "derived"})
TABLES: dict[str, frozenset[str]] = {
    "deal": frozenset({"id", "parties", "state", "none"}),
    "released": NUMBER | {"by", "what", "withdrawn", "performed"},
    "clemency": NUMBER | {"by", "kind", "performed"},
    "destination": NUMBER | {"place", "performed"},
    "bodies": NUMBER | {"by", "to"},
    "part": NUMBER | {"of", "what", "owner", "overlapping"},
    "total": NUMBER | {"by", "what", "owner", "since"},
    "remaining": NUMBER | {"owner", "on"},
    "person": frozenset(
        {"name", "names", "not_same_as", "freed", "custody", "holder", "legal", "location", "place"}
    ),
    "gives": NUMBER
    | {"party", "kind", "what", "sector", "step", "promised", "performed", "compliance", "due"},
    "linkage": frozenset({"class", "by", "polarity", "what"}),
    "condition": frozenset({"by", "what", "state"}),
    "measure": frozenset({"authority", "target", "sector", "on", "legal", "announced", "announced_by"})
    | {"since", "until", "instrument", "exclusions"},
    "broker": frozenset({"name", "names", "more_than"}),
    "conflict": frozenset({"about", "values", "kind", "settled"}),
}
VERDICTS = frozenset({"confirmed", "supported", "single-source", "contested", "refuted", "unknown"})
CLOCKS = ("as_of", "known_by", "on", "until", "due")


def reports(story: Path) -> list[dict[str, str]]:
    """The reports of one story."""
    lines = (story / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def expected(story: Path) -> dict[str, Any]:
    """The record a careful desk would hold."""
    return tomllib.loads((story / "expected.toml").read_text(encoding="utf-8"))


def rows(story: Path) -> list[tuple[str, dict[str, Any]]]:
    """Every row with the table it speaks of; a row that must not be held speaks of the table in its `not`."""
    tables = {name: rows for name, rows in expected(story).items() if name not in HEAD}
    return [(row.get("not", name), row) for name, listed in tables.items() for row in listed]


def test_there_are_enough_stories() -> None:
    """Each kind of disagreement has its story."""
    assert len(STORIES) >= 40


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_rows_use_known_tables_and_keys(story: Path) -> None:
    """No key is misspelt: what nobody checks would pass for ever."""
    for table, row in rows(story):
        assert set(row) <= TABLES[table] | ANY | {"not"}, (table, row)
        assert set(row.get("verdict", "unknown").split("|")) <= VERDICTS, row
        for clock in CLOCKS:
            assert clock not in row or date.fromisoformat(row[clock]), row


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_rows_point_to_reports_of_the_story(story: Path) -> None:
    """Ids, grades and addresses belong to the story; two to eight reports, in order of their days."""
    listed = reports(story)
    ids = {report["id"] for report in listed}
    assert 2 <= len(listed) == len(ids) <= 8
    assert all(re.fullmatch(r"https://[a-z0-9]+\.example/\S+", report["url"]) for report in listed)
    assert set(expected(story)["grades"]) == {report["publisher"] for report in listed}
    cited = [row for _, row in rows(story)]
    cited += [value for row in cited for value in row.get("alternatives", [])]
    assert all(set(row.get("reports", [])) <= ids for row in cited)


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_names_stand_in_a_report(story: Path) -> None:
    """Persons, brokers and targets are names that some report writes."""
    text = "\n".join(
        report["title"] + "\n" + report["text"] + "\n" + report["publisher"] for report in reports(story)
    )
    for table, row in rows(story):
        names = [row["name"], *row.get("names", []), *row.get("not_same_as", [])] if "name" in row else []
        names += row["target"].split("|") if "target" in row else []
        assert all(name in text for name in names), (table, row)


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_bounds_are_in_order(story: Path) -> None:
    """A lower bound never lies above its upper bound."""
    for _, row in rows(story):
        for value in (row, *row.get("alternatives", [])):
            if "lo" in value and isinstance(value.get("hi"), int):
                assert value["lo"] <= value["hi"], row
