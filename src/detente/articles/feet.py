"""What stands below a report and speaks of it: a byline, where it was published, whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache

from detente.articles.dates import find_dates
from detente.articles.head import Head
from detente.articles.lines import Line
from detente.articles.mastheads import is_name, written
from detente.articles.phrases import table
from detente.articles.signatures import Dated, sign

_SHORT = 120
_LONGEST = 240
_LAST = 6  # lines from the end that may be no boilerplate and yet a foot


def read_foot(lines: Sequence[Line], junk: Set[int], head: Head) -> None:
    """Put into the head what the lines below the report add to it; they never outdo the head."""
    _read_byline(lines, junk, head)
    last = {i for i in range(max(head.body + 1, len(lines) - _LAST), len(lines)) if i not in head.captions}
    for number in sorted(last | (junk - head.whole)):
        if number < len(lines) and lines[number].length <= _LONGEST:
            _read_published(lines[number], number, head, junk)
    feet = [lines[i] for i in sorted(last | junk) if i < len(lines)]
    _read_owner(feet, head)
    _read_number([lines[i] for i in sorted(junk) if i < len(lines)], head)


def _read_number(feet: Sequence[Line], head: Head) -> None:
    """``© 2021 The Dorn Echo. Article 512``: the number that closes what stands below a report."""
    if feet and (found := _pattern("number").search(feet[-1].text)) is not None:
        head.number = head.number or found[1]


def _read_byline(lines: Sequence[Line], junk: Set[int], head: Head) -> None:
    """A byline that is the last line of the report."""
    last = next((i for i in range(len(lines) - 1, head.body, -1) if i not in junk), None)
    if last is None or last in head.captions or lines[last].length > _SHORT:
        return
    signature = sign(lines[last].text)
    if signature is None or signature.end < len(lines[last].text) or signature.byline is None:
        return
    head.byline = head.byline or signature.byline
    head.publisher = head.publisher or signature.publisher
    head.take(last, lines[last])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(table("head")["foot"][name], re.IGNORECASE)


def _read_published(line: Line, number: int, head: Head, junk: Set[int]) -> None:
    """``Published in The Dorn Echo, April 19th, 2021``: a date for want of a better one."""
    found = _pattern("published").match(line.text)
    dates = [d for d in find_dates(line.text) if found is not None and d.start >= found.end()]
    if found is None or not dates or line.text[dates[-1].end :].strip(" .)]*"):
        return
    name = re.sub(r"[\s,]+(?:on)?[\s,]*$", "", line.text[found.end() : dates[0].start])
    if name and not is_name(name) and " " in name:
        return  # "Published by order of the court of 3 May 2021"
    head.dates.append((0, Dated(dates[0], "")))
    head.publisher = head.publisher or (name if is_name(name) else None)
    if number not in junk:
        head.take(number, line)


def _read_owner(feet: Sequence[Line], head: Head) -> None:
    """The publisher by the line of copyright, else by the agency that signs its own dateline."""
    for line in feet:
        found = _pattern("copyright").search(line.text)
        name = _name_at(line.text[found.end() :]) if found is not None else None
        head.publisher = head.publisher or name
    if head.credit is not None and any(_pattern("signoff").match(line.text) for line in feet):
        head.publisher = head.publisher or head.credit


def _name_at(words: str) -> str | None:
    """The name that these words begin with, as far as its capitals go."""
    small = frozenset(table("head")["masthead"]["small"])
    found = re.match(r"(?:[^\W\d_][\w.'’&/-]*[ ]?)+", words)
    name: list[str] = []
    for token in found[0].split() if found is not None else ():
        if not (token[0].isupper() or (name and token in small)) or token in ("All", "Rights"):
            break
        name.append(token.rstrip("."))
        if token.endswith("."):
            break
    said = " ".join(name)
    return written(said, "") if is_name(said) else None
