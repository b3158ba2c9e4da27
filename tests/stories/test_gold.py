"""The golden stories hold together: evidence is literal, names stand in their text, ids are unique."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).resolve().parents[2] / "gold"
SETS = ("stories", "sealed", "long")
TYPES = frozenset(
    {"RELEASE", "TRANSFER", "DETAIN", "SENTENCE", "SANCTION_IMPOSE", "SANCTION_EASE", "TALKS"}
    | {"DEAL", "CALL", "STATEMENT"}
)
MODALITIES = frozenset({"asserted", "planned", "conditional", "denied", "called_for", "past_background"})


def rows(name: str) -> list[dict[str, Any]]:
    """The objects of one set."""
    lines = (GOLD / name / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def text(name: str, row: dict[str, Any]) -> str:
    """The report of one object."""
    return (GOLD / name / "texts" / f"{row['id']}.txt").read_text(encoding="utf-8")


def faults(name: str, row: dict[str, Any]) -> list[str]:
    """Ids of the events that break a rule of the format; the text itself is never told."""
    report = text(name, row)
    return [event["eid"] for event in row["events"] if not _sound(event, report)]


def _sound(event: dict[str, Any], report: str) -> bool:
    count = event["count"]
    return (
        event["type"] in TYPES
        and event["modality"] in MODALITIES
        and "\n" not in event["evidence"]
        and event["evidence"] in report
        and all(person.split()[-1] in report for person in event["persons"])
        and (count is None or isinstance(count["value"], int | float))
        and (count is None or count["kind"] in ("exact", "min", "max", "approx"))
    )


@pytest.mark.parametrize("name", SETS)
def test_every_event_is_literal_and_numeric(name: str) -> None:
    """Evidence stands in the text in one line, names stand in it, counts are numbers."""
    assert [eid for row in rows(name) for eid in faults(name, row)] == []


def test_ids_are_unique_over_both_sets() -> None:
    """No text and no event has the id of another."""
    everything = [row for name in SETS for row in rows(name)]
    ids = Counter(row["id"] for row in everything) + Counter(
        e["eid"] for r in everything for e in r["events"]
    )
    assert [i for i, n in ids.items() if n > 1] == []


@pytest.mark.parametrize(
    ("name", "texts", "quiet"), [("stories", 214, 69), ("sealed", 30, 9), ("long", 39, 12)]
)
def test_a_third_of_the_texts_is_quiet(name: str, texts: int, quiet: int) -> None:
    """About a third of each set has nothing that happened; no text lies there without its gold."""
    found = rows(name)
    assert (len(found), sum(not row["relevant"] for row in found)) == (texts, quiet)
    assert len(list((GOLD / name / "texts").glob("*.txt"))) == texts


def test_every_phenomenon_is_covered_several_times() -> None:
    """Each of the twenty-four stands in at least three texts, two of them open."""
    opened = Counter(p for row in rows("stories") for p in row["phenomena"])
    everything = opened + Counter(p for row in rows("sealed") for p in row["phenomena"])
    assert [p for p in range(1, 25) if opened[p] < 2 or everything[p] < 3] == []


@pytest.mark.parametrize("name", SETS)
def test_texts_are_as_short_as_a_brief(name: str) -> None:
    """Between seventy and three hundred and fifty words; long ones have up to four hundred and fifty."""
    most = 450 if name == "long" else 350
    assert [row["id"] for row in rows(name) if not 70 <= len(text(name, row).split()) <= most] == []
