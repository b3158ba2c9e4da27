"""What a dossier is made of: sections of lines, each line with the claims it rests on."""

from __future__ import annotations

from typing import Literal

from detente.records.base import Record

Mark = Literal["plain", "derived", "conflict", "unknown"]


class Line(Record, frozen=True, kw_only=True):
    """One sentence or figure."""

    text: str
    claims: tuple[str, ...] = ()
    level: int = 0  # how far it is set in
    mark: Mark = "plain"


class Row(Record, frozen=True, kw_only=True):
    """One concession: promised and performed side by side."""

    cells: tuple[Line, ...]


class Section(Record, frozen=True, kw_only=True):
    """Lines under a title, then a table where there is one."""

    title: str
    level: int = 1  # 0: the title of a deal or of the whole
    lines: tuple[Line, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it has nothing under its title."""
        return not self.lines and not self.rows


def shortest(ids: set[str], *, least: int = 6) -> int:
    """How many hexadecimal digits keep these ids apart.

    >>> shortest({"clm_aaaaaa1", "clm_aaaaaa2"}), shortest({"clm_0123456789"})
    (7, 6)
    """
    for digits in range(least, 17):
        if len({_cut(one, digits) for one in ids}) == len(ids):
            return digits
    return 64


def _cut(name: str, digits: int) -> str:
    prefix, _, rest = name.rpartition("_")
    return f"{prefix}_{rest[:digits]}" if prefix else name


def short(name: str, digits: int) -> str:
    """The id with as many of its digits as were asked for.

    >>> short("clm_0123456789abcdef", 6)
    'clm_012345'
    """
    return _cut(name, digits)
