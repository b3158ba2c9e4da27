"""What people said of claims, one line each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from detente.records import Placed
from detente.views.dossier.lines import Line, Section

WHERE: Final = {
    "moved": "; found again by its quote",
    "open": "; its words are gone from the text: please look",
    "retracted": "; taken back",
}


def of_codings(placed: Sequence[Placed]) -> Section:
    """Each coding with who made it, of which words, and whether it still stands there."""
    if not placed:
        return Section(title="No claims by people", lines=(Line(text="everything was read by a reader"),))
    return Section(title="What people said of claims", lines=tuple(map(_line, placed)))


def _line(placed: Placed) -> Line:
    coding = placed.coding
    said = f"{coding.id} {coding.kind} by {coding.author}, {coding.made[:10]}"
    words = f"{coding.about.type} “{coding.about.span.exact}”"
    why = f": {coding.reason}" if coding.reason else ""
    return Line(
        text=f"{said}: {words}{why}{WHERE.get(placed.status, '')}",
        mark="conflict" if placed.status == "open" else "plain",
        claims=tuple(c.id for c in (coding.was, coding.claim) if c is not None),
    )
