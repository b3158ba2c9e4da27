"""Uwazi: one claim a row, in cells that its import reads."""

from __future__ import annotations

import csv
import io
import re

from msgspec.structs import replace

from detente.records import State
from detente.views.exports import EXPORTERS
from detente.views.exports.profiles import profiled
from tests.ledgers import state

LEDGER = """
= m1 2026-03-14 The Harbour Times
freed: RELEASE | releaser France | person Lena Marr; Ivo Dorn
| count 2.. | on ?2026-03-14 | says police, official
held: CUSTODY_STATE/held asserted | holder France | person Ana Dorn | place Lyon | as_of 2026-03
never: RELEASE denied | releaser France | person Ana Dorn | no
"""


def _found() -> State:
    found = state(LEDGER)
    return replace(found, claims=tuple(
        replace(c, document=replace(c.document, url="https://example.org/1", publisher="Harbour|Times"))
        for c in found.claims
    ))  # fmt: skip


def _rows(found: State) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(EXPORTERS.get("uwazi")()(found)), newline="")))


def test_every_claim_is_a_row_with_a_title_of_its_own() -> None:
    """Denied ones too, and said to be so."""
    rows = _rows(_found())
    assert sorted(row["claim_id"] for row in rows) == sorted(claim.id for claim in state(LEDGER).claims)
    assert len({row["title"] for row in rows}) == len(rows)
    assert sorted((row["mode"], row["polarity"]) for row in rows) == [
        ("asserted", "affirmed"), ("denied", "denied"), ("performed", "affirmed")
    ]  # fmt: skip


def test_column_names_are_names_of_properties() -> None:
    """No spaces, none twice, and not Uwazi's own id, which would be looked up and not found."""
    names = list(_rows(_found())[0])
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in names)
    assert len(set(names)) == len(names)
    assert not {"id", "file", "files", "attachments"} & set(names)


def test_cells_hold_what_the_import_reads() -> None:
    """Several values by bars, an open bound empty, a range by a colon, a link by label and address."""
    row = next(row for row in _rows(_found()) if row["mode"] == "performed")
    assert row["people"] == "Lena Marr|Ivo Dorn"
    assert (row["number_from"], row["number_to"]) == ("2", "")
    assert (row["when"], row["date_basis"]) == (":2026-03-14", "publication_bound")
    assert (row["said_by"], row["published"]) == ("police", "2026-03-14")
    assert row["source"] == "Harbour/Times|https://example.org/1"


def test_a_month_is_no_day() -> None:
    """Uwazi would read the first of January: the cell is empty."""
    row = next(row for row in _rows(_found()) if row["mode"] == "asserted")
    assert row["as_of"] == ""


def test_profiles_and_links_hold() -> None:
    """No address, no sealed row."""
    found = _found()
    sealed = tuple(replace(c, sensitivity="sealed") if c.mode == "performed" else c for c in found.claims)
    written = "".join(
        EXPORTERS.get("uwazi")()(profiled(replace(found, claims=sealed), "public", links=False)[0])
    )
    assert "Lena Marr" not in written
    assert "example.org" not in written
    assert "Ana Dorn" in written
