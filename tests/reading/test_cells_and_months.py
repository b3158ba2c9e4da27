"""Custody told in a word, and deeds of which the month stands before whom they befell."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

from detente.records import TypeName

DONE = frozenset({"performed", "background"})


@pytest.mark.parametrize(
    ("text", "type_", "many"),
    [
        ("The clerk was taken down to the cells in his suit.", "DETAIN", 1),
        ("The clerk was taken down to the sea.", "DETAIN", 0),
        ("The clerk Omar Ost was summoned and held overnight on Monday.", "DETAIN", 1),
        ("The vote was held overnight on Monday.", "DETAIN", 0),
        ("Three bakers remain deprived of their liberty.", "CUSTODY_STATE", 1),
        ("The governor welcomed the release in February of 12 bakers.", "RELEASE", 1),
        ("The governor welcomed the release in February of a book of verse.", "RELEASE", 0),
        ("The bloc hailed the lifting in May of sanctions on Chad.", "SANCTION_EASE", 1),
    ],
)
def test_a_word_tells_custody_and_a_month_stands_between(text: str, type_: TypeName, many: int) -> None:
    """Cells, a night, liberty; "in February" parts the release from whom it befell."""
    report = f"The emir pardoned nine clerks. {text}"
    asserted = {"asserted"} if type_ == "CUSTODY_STATE" else DONE
    assert len([c for c in told(report) if c.type == type_ and c.mode in asserted]) == many
