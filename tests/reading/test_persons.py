"""Who is named as freed, arrested, sentenced or moved, however the report gives the names."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.reading.reports import told

from detente.reading.nouns.mention import surname
from detente.records import Claim

REPORTS: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("persons.toml").read_text(encoding="utf-8")
)
TYPES = {
    "freed": ("RELEASE", "CLEMENCY"),
    "arrested": ("DETAIN",),
    "sentenced": ("SENTENCE",),
    "moved": ("TRANSFER",),
}
DONE = ("performed", "background", "asserted")


def _all() -> Iterator[Any]:
    for group, reports in REPORTS.items():
        for n, report in enumerate(reports):
            for deed in TYPES:
                if deed in report:
                    yield pytest.param(report, deed, id=f"{group}-{n}-{deed}")


def _named(claims: tuple[Claim, ...], deed: str) -> set[str]:
    """The surnames of those of whom a deed is told as done, without acquittals."""
    done = [c for c in claims if c.type in TYPES[deed] and c.mode in DONE and c.sub != "quash"]
    return {surname(p.name) for c in done if c.polarity == "+" for p in c.roles.get("person", ())}


@pytest.mark.parametrize(("report", "deed"), _all())
def test_these_are_named_and_nobody_else(report: dict[str, Any], deed: str) -> None:
    """All whom a report names for a deed, in whatever order and words, and nobody who stands beside them."""
    assert _named(told(report["text"]), deed) == {surname(name) for name in report[deed]}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Nine were freed in Chad. Two, Ada Orlu and Ben Roth, stayed in jail.",
            ("Ada Orlu", "Ben Roth"),
        ),
        ("Three, Ada Orlu, Lu Tan and Ola Roth, are still held in Chad.", ("Ada Orlu", "Lu Tan", "Ola Roth")),
    ],
)
def test_as_many_names_behind_a_number_are_its_people(text: str, names: tuple[str, ...]) -> None:
    """ "Two, X and Y, stayed in jail": both, whatever the model takes them for, and two in all."""
    claim = next(c for c in told(text) if c.type == "CUSTODY_STATE")
    assert tuple(sorted(claim.names("person"))) == names
    assert claim.quantity is not None
    assert claim.quantity.lo == len(names)
