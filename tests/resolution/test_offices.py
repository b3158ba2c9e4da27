"""Offices are dated attributes: who is told to hold which, of which days."""

from __future__ import annotations

from tests import ledgers

from detente.records import Entity, Office
from detente.resolution import resolve
from detente.resolution.resolve import Resolver

TEXT = """
= a 2026-01-02 Post
new: ATTRIBUTE/office | subject Lena Marr | value foreign minister
sent: MANDATE | agent Lena Marr (person) | principal Varland (state) | office envoy | on 2025-12-01
= b 2026-05-02 Daily
old: ATTRIBUTE/office | subject Lena Marr | value Foreign Minister
lost: MANDATE/removed | agent Lena Marr (person) | principal Varland (state) | office deputy
"""


def people(text: str) -> list[Entity]:
    """The people of a ledger."""
    return [e for e in resolve(ledgers.readings(text)).entities if e.kind == "person"]


def test_an_office_bears_the_days_of_which_it_is_told() -> None:
    """The text's own days, else the report's; one office in two spellings is one row, a lost one none."""
    (found,) = people(TEXT)
    ids = ledgers.ids(TEXT)
    assert found.offices == (
        Office("envoy", "2025-12-01", "2025-12-01", (ids["sent"],)),
        Office("foreign minister", "2026-01-02", "2026-05-02", (ids["new"], ids["old"])),
    )


def test_father_and_son_hold_one_office_each_in_his_day() -> None:
    """Decades apart one name and one office are two people, each with his own days."""
    text = """
    = a 1980-01-02 Post
    old: ATTRIBUTE/office | subject Jon Holt | value president
    = b 2026-01-02 Post
    new: ATTRIBUTE/office | subject Jon Holt | value president
    """
    assert sorted(o.first or "" for e in people(text) for o in e.offices) == ["1980-01-02", "2026-01-02"]


def test_an_office_goes_with_its_report() -> None:
    """Placed report by report, and taken out again: the same as if the others had come alone."""
    readings = ledgers.readings(TEXT)
    resolver = Resolver()
    resolver.resolve(readings, ())
    (found,) = (e for e in resolver.resolve(readings[:1], ()).entities if e.kind == "person")
    assert found == next(e for e in resolve(readings[:1]).entities if e.kind == "person")
    assert [o.last for o in found.offices] == ["2025-12-01", "2026-01-02"]
