"""State → lines of text, for other programs. Pure: no exporter opens anything.

In comes a :class:`~detente.records.State`, out come lines, each with its line break. They are
meant for the desk that holds the ledger: nothing is withheld or coarsened.

>>> from detente.records import State
>>> list(EXPORTERS.get("jsonl")()(State()))
[]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from detente.records import State
from detente.registry import Registry

__all__ = ["EXPORTERS", "Exporter"]


class Exporter(Protocol):
    """Writes a state as lines."""

    def __call__(self, state: State) -> Iterator[str]:
        """Each line with its line break."""
        ...


def _csv() -> Exporter:
    from detente.views.exports.table import claims_as_csv

    return claims_as_csv


def _jsonl() -> Exporter:
    from detente.views.exports.lines import claims_as_jsonl

    return claims_as_jsonl


def _ftm() -> Exporter:
    from detente.views.exports.ftm import claims_as_ftm

    return claims_as_ftm


def _plover() -> Exporter:
    from detente.views.exports.plover import claims_as_plover

    return claims_as_plover


def _uwazi() -> Exporter:
    from detente.views.exports.uwazi import claims_as_uwazi

    return claims_as_uwazi


EXPORTERS: Registry[Exporter] = Registry(
    "exporter", {"csv": _csv, "jsonl": _jsonl, "ftm": _ftm, "plover": _plover, "uwazi": _uwazi}
)
"""Name → exporter. Another one is a file here and a line there."""
