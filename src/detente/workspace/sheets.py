"""Tables and lists of names as people keep them: CSV of any delimiter, or one name a line."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from detente.errors import InputError
from detente.sources.encodings import Encoding, encoding_of

_DELIMITERS = (",", ";", "\t", "|")


class Row(NamedTuple):
    """A line of a sheet."""

    number: int  # the line of the file, from 1
    cells: tuple[str, ...]  # as many as there are columns
    whole: bool  # it had as many cells as the header


class Sheet(NamedTuple):
    """A table with a header; of a list of lines the only column is ``name``."""

    path: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]  # without the empty ones
    notes: tuple[str, ...] = ()  # what a person should know about the file

    def at(self, column: str) -> int:
        """Where a column stands, whatever its capitals."""
        return [_plain(name) for name in self.columns].index(column)


def read_table(path: str, wanted: Sequence[str], *, stdin: BinaryIO | None = None) -> Sheet:
    """A CSV that has these columns.

    Raises:
        InputError: it cannot be read, or a column is missing: the message tells which there are.
    """
    text, notes = _text(path, stdin)
    delimiter = _delimiter(text, wanted)
    if delimiter is None:
        there = ", ".join(repr(name) for name in _widest(text))
        raise InputError(
            f"{path}: expected a CSV with {_listed(wanted)} in its first line; found: {there}; rename them"
        )
    return _table(path, text, delimiter, notes)


def read_names(path: str, *, stdin: BinaryIO | None = None) -> Sheet:
    """A list of names: one a line, or a CSV with a column ``name``.

    Raises:
        InputError: it cannot be read, holds no name, or is called .csv or .tsv and has no such column.
    """
    if path.lower().endswith((".csv", ".tsv")):
        return _filled(read_table(path, ("name",), stdin=stdin))
    text, notes = _text(path, stdin)
    delimiter = _delimiter(text, ("name",))
    if delimiter is not None and len(_header(text, delimiter)) > 1:
        return _filled(_table(path, text, delimiter, notes))
    lines = [(n, line.strip()) for n, line in enumerate(text.splitlines(), 1)]
    if delimiter is not None:
        lines = lines[1:]  # a header alone in its line
    return _filled(Sheet(path, ("name",), tuple(Row(n, (line,), True) for n, line in lines if line), notes))


def _filled(sheet: Sheet) -> Sheet:
    if not sheet.rows:
        raise InputError(f"{sheet.path}: expected names; found none; write one a line, or a CSV with 'name'")
    return sheet


def _text(path: str, stdin: BinaryIO | None) -> tuple[str, tuple[str, ...]]:
    raw = _bytes(path, stdin)
    encoding = encoding_of(raw)
    text = raw.decode(encoding.name, "replace").removeprefix("\ufeff")
    if "\0" in text:
        raise InputError(f"{path}: expected text; found binary data; save it as CSV in UTF-8")
    if not text.strip():
        raise InputError(f"{path}: expected names; found an empty file")
    return text, _notes(path, encoding)


def _bytes(path: str, stdin: BinaryIO | None) -> bytes:
    if path == "-" and stdin is not None:
        return stdin.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(
            f"{path}: expected a file that can be read; found: {error.strerror}; check the path"
        ) from error


def _notes(path: str, encoding: Encoding) -> tuple[str, ...]:
    if encoding.how == "guessed":
        return (f"{path}: expected UTF-8; found what looks like {encoding.name}, and read it so",)
    if encoding.how == "broken":
        return (f"{path}: expected UTF-8; found bytes that are not, shown as \ufffd; save it anew",)
    return ()


def _delimiter(text: str, wanted: Sequence[str]) -> str | None:
    """The delimiter under which the first line has all the columns."""
    for delimiter in _DELIMITERS:
        if {*wanted} <= {_plain(name) for name in _header(text, delimiter)}:
            return delimiter
    return None


def _header(text: str, delimiter: str) -> list[str]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return next(csv.reader([first], delimiter=delimiter), [])


def _widest(text: str) -> list[str]:
    return max((_header(text, delimiter) for delimiter in _DELIMITERS), key=len)


def _plain(name: str) -> str:
    return name.strip().casefold()


def _listed(names: Sequence[str]) -> str:
    return f"the column{'s' * (len(names) > 1)} {' and '.join(repr(name) for name in names)}"


def _table(path: str, text: str, delimiter: str, notes: tuple[str, ...]) -> Sheet:
    lines = _lines(path, text, delimiter)
    (_, header), rows = lines[0], lines[1:]
    found = tuple(_row(number, cells, len(header)) for number, cells in rows)
    return Sheet(path, tuple(header), found, notes)


def _row(number: int, cells: list[str], width: int) -> Row:
    return Row(number, (*cells[:width], *[""] * (width - len(cells))), len(cells) == width)


def _lines(path: str, text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """The lines that are not empty, with the number at which each begins."""
    try:
        return _parsed(text, delimiter, strict=True)
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise InputError(
                f"{path}: expected a closing quotation mark; found the end of the file; close the quotation"
            ) from error
    try:
        return _parsed(text, delimiter, strict=False)
    except csv.Error as error:
        raise InputError(f"{path}: expected a CSV; found: {error}; save it anew as CSV") from error


def _parsed(text: str, delimiter: str, *, strict: bool) -> list[tuple[int, list[str]]]:
    reader, found, before = (
        csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict),
        [],
        0,
    )
    for cells in reader:
        if any(cell.strip() for cell in cells):
            found.append((before + 1, cells))
        before = reader.line_num
    return found
