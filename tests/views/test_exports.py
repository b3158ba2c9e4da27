"""Exports: every claim, in a form that other programs read back."""

from __future__ import annotations

import csv
import io

import msgspec

from detente.records import Claim, DocumentRef, Filler, Quantity, ReaderRef, Span, State
from detente.views.exports import EXPORTERS
from detente.views.exports.table import COLUMNS

CLAIM = Claim(
    id="clm_1",
    type="RELEASE",
    roles={"releaser": (Filler("Varland", "state"),), "person": (Filler("Lena Marr", "person"),)},
    quantity=Quantity(2, None, cue='more than "one"'),
    span=Span(0, 12, "=two,\nfreed ½"),
    document=DocumentRef(id="doc_1", path="a.txt", sha256="ab"),
    reader=ReaderRef("small", "1", "none"),
)
STATE = State(claims=(CLAIM,))


def _text(name: str) -> str:
    return "".join(EXPORTERS.get(name)()(STATE))


def test_csv_gives_back_every_value() -> None:
    """Commas, quotes and line breaks survive; an open bound is an empty cell, not a zero."""
    (row,) = csv.DictReader(io.StringIO(_text("csv"), newline=""))
    assert tuple(row) == COLUMNS
    assert (row["lo"], row["hi"], row["cue"]) == ("2", "", 'more than "one"')
    assert row["roles"] == "releaser=Varland; person=Lena Marr"


def test_csv_runs_nothing_in_a_spreadsheet() -> None:
    """Words that begin like a formula are kept as words."""
    (row,) = csv.DictReader(io.StringIO(_text("csv"), newline=""))
    assert row["quote"] == "'=two,\nfreed ½"


def test_jsonl_is_the_claim_as_the_ledger_has_it() -> None:
    """One line a claim, and the record comes back whole."""
    (line,) = _text("jsonl").splitlines()
    assert msgspec.json.decode(line, type=Claim) == CLAIM


def test_an_empty_state_exports_to_no_rows() -> None:
    """The head of a table is no row."""
    assert "".join(EXPORTERS.get("csv")()(State())).count("\n") == 1
    assert list(EXPORTERS.get("jsonl")()(State())) == []
