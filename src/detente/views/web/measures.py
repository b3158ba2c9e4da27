"""The page of measures: authority by sector by state on a day, the law beside what was announced."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from detente.records import Measure
from detente.views.dossier import words
from detente.views.serving import View

NOTHING = "not_told"
"""Where no report had told of a measure."""


class Change(NamedTuple):
    """A track of a measure that stands elsewhere than it did."""

    measure: Measure
    track: str  # legal, announced
    was: str
    now: str
    claims: tuple[str, ...]  # behind where it stands now; behind where it stood, if it is gone


class Grid(NamedTuple):
    """All that the page sets."""

    authorities: tuple[str, ...]
    sectors: tuple[str, ...]
    cells: dict[tuple[str, str], tuple[Measure, ...]]
    measures: tuple[Measure, ...]
    days: tuple[str, ...]  # where the slider may stand
    changes: tuple[Change, ...] | None  # since another day; None: none was asked for


def grid(view: View, days: tuple[str, ...], before: View | None = None) -> Grid:
    """What the page of measures shows; beside it what moved since it was as ``before``."""
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
        None if before is None else changes(before.measures, view.measures),
    )


def changes(before: Mapping[str, Measure], now: Mapping[str, Measure]) -> tuple[Change, ...]:
    """Every track that moved; one of which no report had told was ``NOTHING``."""
    found = []
    for name in dict.fromkeys((*before, *now)):
        old, new = before.get(name), now.get(name)
        found += [
            Change(measure, track, _state(old, track), _state(new, track), getattr(measure, track).claims)
            for track in ("legal", "announced") for measure in (new or old,)
            if measure is not None and _state(old, track) != _state(new, track)
        ]  # fmt: skip
    return tuple(found)


def _state(measure: Measure | None, track: str) -> str:
    return NOTHING if measure is None else str(getattr(measure, track).state)


def about(measure: Measure) -> str:
    """On what a measure is."""
    return measure.sector or measure.programme or measure.target or "not stated"
