"""How an answer reaches the screen: JSON lines, or sections drawn by rich."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from detente.records import to_json

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from detente.views.dossier import Line, Section

WIDTH = 100
"""Columns where nobody watches: the same bytes in every terminal."""
SHOWN = 6
"""How many ids a line shows; `detente trace` knows the others."""
STYLES = {"plain": "", "derived": "italic", "conflict": "bold", "unknown": "dim"}


def take_streams() -> None:
    """Every stream is there and takes every letter, whatever the shell and the locale say.

    One that was closed is empty; a letter that the locale has no byte for is printed as ``?``. JSON and
    what is exported are UTF-8 everywhere.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - for good
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def json_lines(records: Iterable[object]) -> None:
    """Each record as one line of JSON on standard output."""
    for record in records:
        sys.stdout.buffer.write(to_json(record) + b"\n")


def lines(texts: Iterable[str]) -> None:
    """Lines for a person, in the terminal's encoding."""
    for text in texts:
        sys.stdout.write(text)


def rows(texts: Iterable[str]) -> None:
    """Lines for a program, in UTF-8."""
    for text in texts:
        sys.stdout.buffer.write(text.encode())


def sections(found: Sequence[Section]) -> None:
    """Sections as a person reads them; ids cut to what keeps them apart."""
    with _console() as console:
        draw(console, found)


def draw(console: Console, found: Sequence[Section]) -> None:
    """Sections one below the other, as wide as the console is."""
    from detente.views.dossier import shortest

    digits = shortest({i for s in found for line in _all_lines(s) for i in line.claims})
    for number, section in enumerate(found):
        if number:
            console.print()
        _section(console, section, digits)


@contextmanager
def _console() -> Iterator[Console]:
    """A console of the terminal's width; where nobody watches, plain text of one width."""
    from rich.console import Console

    if sys.stdout.isatty():
        yield Console(highlight=False, markup=False, emoji=False)
        return
    page = io.StringIO()
    yield Console(file=page, width=WIDTH, color_system=None, highlight=False, markup=False, emoji=False)
    lines(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _all_lines(section: Section) -> Iterable[Line]:
    return (*section.lines, *(cell for row in section.rows for cell in row.cells))


def _section(console: Console, section: Section, digits: int) -> None:
    from rich.table import Table
    from rich.text import Text

    console.print(Text(section.title, style="bold"))
    if section.level == 0:
        console.print("=" * min(len(section.title), console.width))
    for line in section.lines:
        hanging = Table.grid(expand=False)
        hanging.add_row("  " + "  " * line.level + "- ", _text(line, digits))
        console.print(hanging)
    if section.rows:
        console.print(_table(section, digits))


def _table(section: Section, digits: int) -> object:
    from rich import box
    from rich.padding import Padding
    from rich.table import Table

    table = Table(*section.head, box=box.SIMPLE_HEAD, pad_edge=False, show_lines=True, header_style="")
    for row in section.rows:
        table.add_row(*(_text(cell, digits) for cell in row.cells))
    return Padding(table, (0, 0, 0, 2))


def _text(line: Line, digits: int) -> Text:
    from rich.text import Text

    from detente.views.dossier import short

    text = Text(line.text, style=STYLES[line.mark])
    if line.claims:
        ids = [short(one, digits) for one in line.claims[:SHOWN]]
        more = [f"+{len(line.claims) - SHOWN}"] if len(line.claims) > SHOWN else []
        text.append(f" [{' '.join(ids + more)}]", style="dim not bold")
    return text
