"""Sheets of names judged: pair by pair, or each against a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from detente.language.names import Comparison, compare
from detente.resolution.screening import Match, NameIndex
from detente.workspace.sheets import Row, Sheet, read_names, read_table

__all__ = ["JudgedPair", "Screened", "judge_pairs", "read_names", "read_table", "screen"]


class JudgedPair(NamedTuple):
    """A row of a sheet of pairs, and what came of it; None where there are no two names to compare."""

    row: Row
    comparison: Comparison | None


class Screened(NamedTuple):
    """A row of a sheet of names, and whom on the list it may name, the best first."""

    row: Row
    matches: tuple[tuple[Match, Row], ...]  # each with its row of the list


def judge_pairs(sheet: Sheet) -> Iterator[JudgedPair]:
    """Each row's ``name1`` against its ``name2``, in order."""
    first, second = sheet.at("name1"), sheet.at("name2")
    for row in sheet.rows:
        a, b = row.cells[first], row.cells[second]
        yield JudgedPair(row, compare(a, b) if row.whole and a.strip() and b.strip() else None)


def screen(sheet: Sheet, against: Sheet, *, top: int) -> Iterator[Screened]:
    """Each name of a sheet against a list, in order, with at most ``top`` matches each."""
    column = against.at("name")
    listed = NameIndex(row.cells[column] for row in against.rows)
    column = sheet.at("name")
    for row in sheet.rows:
        matches = listed.matches(row.cells[column], top=top)
        yield Screened(row, tuple((match, against.rows[match.number]) for match in matches))
