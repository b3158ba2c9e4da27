"""People told by their number or in one word, and named in another clause."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

OTHERS = "Varland freed forty nuns on Monday. "


def people(text: str, kind: str = "RELEASE", mode: str = "performed") -> set[str]:
    """Whom the claims of a type and mode name."""
    return {name for c in told(text) if c.type == kind and c.mode == mode for name in c.names("person")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Three teachers on the list were not let go: Jon Holt, Ada Marr and Ben Roth are kept in.",
            {"Jon Holt", "Ada Marr", "Ben Roth"},
        ),
        (
            "Thousands of farmers have not been freed, nor have Jon Holt, Colonel Ada Marr and Dr. Ben Roth.",
            {"Jon Holt", "Ada Marr", "Ben Roth"},
        ),
        (
            "The priest Kai Moe was not released, and neither were Jon Holt and Ada Marr.",
            {"Kai Moe", "Jon Holt", "Ada Marr"},
        ),
        (
            "Kai Moe was not pardoned. Nor was Ada Marr, who has served nine years.",
            {"Kai Moe", "Ada Marr"},
        ),
        ("Those not freed are Jon Holt, Ada Marr and Ben Roth.", {"Jon Holt", "Ada Marr", "Ben Roth"}),
        ("Among those who were not released are Jon Holt and Ada Marr.", {"Jon Holt", "Ada Marr"}),
        (
            "Others who should have been on the list and were not, it said, are Jon Holt and Ada Marr.",
            {"Jon Holt", "Ada Marr"},
        ),
        ("Those who were to be freed but were not include Jon Holt and Ada Marr.", {"Jon Holt", "Ada Marr"}),
    ],
)
def test_whoever_is_told_not_to_be_freed_has_his_name(text: str, names: set[str]) -> None:
    """Behind a colon, behind "nor have" and "those not freed are": denied, and freed by no claim."""
    both = [c for c in told(OTHERS + text) if c.type in {"RELEASE", "CLEMENCY"}]
    assert {name for c in both if c.mode == "denied" for name in c.names("person")} == names
    assert not {name for c in both if c.mode != "denied" for name in c.names("person")}


@pytest.mark.parametrize(
    "text",
    [
        "Kai Moe was not released, nor has Ada Marr commented.",
        "Kai Moe was not released, nor was Ada Marr, his lawyer, told why.",
        "Kai Moe was not released, nor did Ada Marr, his lawyer, see him.",
        "Those not freed are in Lund prison, Ada Marr said.",
        "Those who were not freed were visited by Ada Marr and Ben Roth.",
        "The people who were not pardoned are angry, say Ada Marr and Ben Roth.",
        "Three nuns were not freed: Ada Marr and Ben Roth were angry.",
        "Others who should have come to the talks and did not are Ada Marr and Ben Roth.",
    ],
)
def test_whoever_else_is_named_there_is_not_told_of(text: str) -> None:
    """Who says it, visits them, or is told of by a verb of his own."""
    named = {name for c in told(OTHERS + text) if c.type == "RELEASE" for name in c.names("person")}
    assert named <= {"Kai Moe"}


@pytest.mark.parametrize(
    "text",
    ["He expects the cells they leave to fill up again.", "The prison that they leave is a ruin, he said."],
)
def test_the_cells_they_leave_are_left_on_no_day(text: str) -> None:
    """A present behind the word for a prison says which prison is meant: nobody is freed by it."""
    report = OTHERS + "Three priests have not been let go. " + text
    assert not [c for c in told(report) if c.rule == "release.left_it"]
