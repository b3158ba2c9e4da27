"""A sum as a bar: stated parts, what is derived, and what nobody gives, in proportion to the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from detente.records import Quantity
from detente.views.dossier.sums import Part, Sum

WIDTH = 1000.0
"""Units of a whole bar."""
Look = Literal["part", "open", "rest", "unknown"]


class Piece(NamedTuple):
    """A stretch of a bar."""

    look: Look  # part: stated; open: may be as much again; rest: derived; unknown: nobody says
    x: float
    width: float
    part: Part | None
    shade: int  # neighbours differ


class Bar(NamedTuple):
    """A sum and its drawing; no pieces where there is no number to draw."""

    sum: Sum
    pieces: tuple[Piece, ...]
    end: float | None  # where the whole ends, when the parts go beyond it


def bar(found: Sum) -> Bar:
    """The bar of a sum.

    >>> whole = Sum(Quantity(10, 10), (Part(Quantity(4, 4), "Osmia", ()), Part(None, "Varland", ())))
    >>> [(piece.look, piece.width) for piece in bar(whole).pieces]
    [('part', 400.0), ('unknown', 600.0)]
    """
    scale = _scale(found)
    top = _top(found.whole)
    if scale is None:
        return Bar(found, (), None)
    beyond = WIDTH * top / scale if top is not None and top < scale else None
    return Bar(found, tuple(_pieces(found.parts, scale, top)), beyond)


def _top(whole: Quantity | None) -> float | None:
    if whole is None:
        return None
    ends = [end for end in (whole.hi, whole.lo) if end is not None]
    return float(ends[0]) if ends else None


def _scale(found: Sum) -> float | None:
    """The number that is as long as the bar."""
    least = sum(float(p.quantity.lo) for p in found.parts if p.quantity and p.quantity.lo)
    return max(_top(found.whole) or 0.0, least) or None


def _pieces(parts: Sequence[Part], scale: float, top: float | None) -> Iterator[Piece]:
    x = 0.0
    for shade, part in enumerate(parts):
        lo = float(part.quantity.lo or 0) if part.quantity else 0.0
        if lo:
            yield Piece("rest" if part.rest else "part", x, WIDTH * lo / scale, part, shade % 3)
            x += WIDTH * lo / scale
    for shade, part in enumerate(parts):
        more = _more(part)
        if more and x < WIDTH:
            width = min(WIDTH * more / scale, WIDTH - x)
            yield Piece("open", x, width, part, shade % 3)
            x += width
    if top is not None and WIDTH - x > 0.5:
        yield Piece("unknown", x, WIDTH - x, None, 0)


def _more(part: Part) -> float:
    """How many more it may be than is sure; an open end is drawn as unknown."""
    value = part.quantity
    return 0.0 if value is None or value.hi is None or value.lo is None else float(value.hi - value.lo)
