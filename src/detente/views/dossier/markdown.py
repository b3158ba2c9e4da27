"""Sections as Markdown (CommonMark with tables), every line with the ids it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from detente.views.dossier.lines import Line, Section, short, shortest

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|])")


def as_markdown(sections: Sequence[Section]) -> Iterator[str]:
    """Lines of text, each with its line break.

    >>> "".join(as_markdown([Section(title="Who was freed", lines=(Line(text="3 freed"),))]))
    '## Who was freed\\n\\n- 3 freed\\n\\n'
    """
    digits = shortest({i for s in sections for line in _all(s) for i in line.claims})
    for section in sections:
        yield f"{'#' * (section.level + 1)} {_plain(section.title)}\n\n"
        yield from (f"{'  ' * line.level}- {_line(line, digits)}\n" for line in section.lines)
        yield "\n" if section.lines else ""
        if section.rows:
            yield f"| {' | '.join(map(_plain, section.head))} |\n"
            yield f"|{' --- |' * len(section.head)}\n"
            for row in section.rows:
                yield f"| {' | '.join(_line(cell, digits) for cell in row.cells)} |\n"
            yield "\n"


def _all(section: Section) -> Iterable[Line]:
    return (*section.lines, *(cell for row in section.rows for cell in row.cells))


def _line(line: Line, digits: int) -> str:
    text = _plain(" ".join(line.text.split()))
    text = {"derived": f"*{text}*", "conflict": f"**{text}**"}.get(line.mark, text)
    ids = " ".join(short(one, digits) for one in line.claims)
    return f"{text} `{ids}`" if ids else text


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
