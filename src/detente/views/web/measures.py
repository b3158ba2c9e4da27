"""The page of measures: authority by sector by state on a day, the law beside what was announced."""

from __future__ import annotations

from typing import NamedTuple

from detente.records import Measure
from detente.views.dossier import words
from detente.views.serving import View


class Grid(NamedTuple):
    """All that the page sets."""

    authorities: tuple[str, ...]
    sectors: tuple[str, ...]
    cells: dict[tuple[str, str], tuple[Measure, ...]]
    measures: tuple[Measure, ...]
    days: tuple[str, ...]  # where the slider may stand


def grid(view: View, days: tuple[str, ...]) -> Grid:
    """What the page of measures shows."""
    cells: dict[tuple[str, str], tuple[Measure, ...]] = {}
    for measure in view.state.measures:
        key = (words.party(measure.authority), about(measure))
        cells[key] = (*cells.get(key, ()), measure)
    return Grid(
        tuple(sorted({authority for authority, _ in cells})),
        tuple(sorted({sector for _, sector in cells})),
        cells,
        view.state.measures,
        days,
    )


def about(measure: Measure) -> str:
    """On what a measure is."""
    return measure.sector or measure.programme or measure.target or "not stated"
