"""What each line of a text is: head, heading, caption, furniture, boilerplate or body."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from detente.articles.boilerplate import boilerplate_lines, is_menu
from detente.articles.feet import read_foot
from detente.articles.head import Head, is_caption, read_head
from detente.articles.lines import Line, is_wrapped, lines_of, live_entries
from detente.articles.signatures import sign
from detente.articles.titles import headings
from detente.records import Span, SpanKind


class Hints(NamedTuple):
    """What is known of a text's lines before they are looked at, as stretches of the text."""

    headings: tuple[tuple[int, int], ...] = ()
    captions: tuple[tuple[int, int], ...] = ()
    boilerplate: tuple[tuple[int, int], ...] = ()
    items: tuple[tuple[int, int], ...] = ()  # of lists and tables: never headings


class Outline(NamedTuple):
    """The spans of a text that are no running text, and what its head says."""

    head: Head
    title: str | None
    headings: tuple[Span, ...]
    captions: tuple[Span, ...]
    boilerplate: tuple[Span, ...]
    furniture: tuple[Span, ...]
    body: str  # the running text alone, for telling its language


def outline(text: str, *, titled: bool = False, hints: Hints | None = None) -> Outline:
    """What the lines of a text are.

    Args:
        text: the text.
        titled: the title is known already.
        hints: what the page's own marks say of its lines.
    """
    hints = hints if hints is not None else Hints()
    lines = lines_of(text)
    menus = {i for i, line in enumerate(lines) if is_menu(line) and sign(line.text) is None}
    junk = set(boilerplate_lines(lines)) | _within(lines, hints.boilerplate) | menus
    head = read_head(text, lines, junk, titled=titled)
    read_foot(lines, junk, head)
    hours = live_entries(lines)
    _read_live(lines, hours, junk, head)
    captions = set(head.captions) | _within(lines, hints.captions)
    captions |= {i for i in range(head.body, len(lines)) if i not in junk and is_caption(lines[i])}
    titles = _titles(lines, head, hints, junk | captions)
    head.furniture += _hours(lines, hours, titles | junk | head.whole)
    captions -= junk
    return Outline(
        head=head,
        title=_title(text, lines, head),
        headings=_spans(text, (_extent(lines, head, i) for i in sorted(titles)), "heading"),
        captions=_spans(text, ((lines[i].start, lines[i].end) for i in sorted(captions)), "caption"),
        boilerplate=_spans(text, _stretches(lines, junk), "boilerplate"),
        furniture=_spans(text, sorted(head.furniture), "boilerplate"),
        body=_body(text, lines, junk | captions | head.whole),
    )


def _read_live(lines: Sequence[Line], hours: Mapping[int, int], junk: set[int], head: Head) -> None:
    """The hours of a live page that fill their lines are furniture."""
    for number, end in hours.items():
        if end == len(lines[number].text) and number not in junk | head.whole:
            head.take(number, lines[number])


def _hours(lines: Sequence[Line], hours: Mapping[int, int], taken: set[int]) -> list[tuple[int, int]]:
    """The hours of a live page before words of the report."""
    return [(lines[i].start, lines[i].start + n) for i, n in hours.items() if i not in taken]


def _within(lines: Sequence[Line], stretches: Sequence[tuple[int, int]]) -> set[int]:
    """The numbers of the lines that stand inside one of these stretches, which are in order."""
    found: set[int] = set()
    at = 0
    for number, line in enumerate(lines):
        while at < len(stretches) and stretches[at][1] < line.end:
            at += 1
        if at < len(stretches) and stretches[at][0] <= line.start:
            found.add(number)
    return found


def _titles(lines: Sequence[Line], head: Head, hints: Hints, taken: set[int]) -> set[int]:
    known = {i for i in (head.title, *head.standfirsts) if i is not None} | _within(lines, hints.headings)
    taken = taken | known | head.whole
    listed = _within(lines, hints.items)
    kept = [line for i, line in enumerate(lines) if i not in taken]
    found = headings(lines, taken, head.body, wrapped=is_wrapped(kept))
    return (known | set(found) - listed) - (taken - known)


def _extent(lines: Sequence[Line], head: Head, number: int) -> tuple[int, int]:
    """Where a heading stands: the title may share its line with the date before it."""
    line = lines[number]
    start = head.title_start if number == head.title and head.title_start is not None else line.start
    return start, line.end


def _title(text: str, lines: Sequence[Line], head: Head) -> str | None:
    if head.title is None:
        return None
    start, end = _extent(lines, head, head.title)
    return text[start:end]


def _stretches(lines: Sequence[Line], numbers: set[int]) -> list[tuple[int, int]]:
    """Neighbouring lines as one stretch."""
    found: list[tuple[int, int]] = []
    last = -2
    for number in sorted(numbers):
        start = found.pop()[0] if number == last + 1 else lines[number].start
        found.append((start, lines[number].end))
        last = number
    return found


def _spans(text: str, stretches: Iterable[tuple[int, int]], kind: SpanKind) -> tuple[Span, ...]:
    return tuple(Span.of(text, start, end, kind) for start, end in stretches if start < end)


def _body(text: str, lines: Sequence[Line], taken: set[int]) -> str:
    """Running text, the first of it: all that the language is told from."""
    parts: list[str] = []
    size = 0
    for number, line in enumerate(lines):
        if number not in taken and size < 20_000:
            parts.append(text[line.start : min(line.end, line.start + 20_000)])
            size += len(parts[-1])
    return "\n".join(parts)
