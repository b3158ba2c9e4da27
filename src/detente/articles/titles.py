"""Which lines are titles, standfirsts and headings: by shape and by what stands around them."""

from __future__ import annotations

from collections.abc import Sequence, Set

from detente.articles.lines import (
    Line,
    begins_lower,
    ends_open,
    ends_sentence,
    has_letter,
    is_item,
    words,
)
from detente.articles.mastheads import masthead
from detente.articles.phrases import table
from detente.articles.signatures import sign

_TITLE = 130  # characters
_STANDFIRST = 250
_SIGNED = 300
_HEADING = 90
_HEADING_WORDS = 14
_TAG_WORDS = 4
_RUN = 2  # headings in a row; three such lines are a list


def is_title(line: Line, following: Line | None) -> bool:
    """Could this first line be the title: short, closed by no stop, with a report below it?

    A line that its own next line goes on with is the beginning of a wrapped paragraph.
    """
    if following is None or line.length > _TITLE or ends_open(line.text) or is_item(line.text):
        return False
    if not has_letter(line.text) or begins_lower(line.text):
        return False
    return following.gap or not begins_lower(following.text) or is_signed(following)


def is_signed(line: Line) -> bool:
    """Is the whole line a byline, a date or an article's number?"""
    signature = sign(line.text) if line.length <= _SIGNED else None
    if signature is not None and signature.end == len(line.text):
        return True
    found = masthead(line.text)
    return found is not None and bool(found.dates)


def is_tag(line: Line, following: Line | None) -> bool:
    """Is the line an outlet's or a section's name above the title?"""
    name = line.text.casefold().strip(" .:|-–—")
    head = table("head")["outlets"]
    known = name in head["tags"] or name in head["agencies"]
    outlet = words(name) <= _TAG_WORDS and name.split()[-1:] != [] and name.split()[-1] in head["words"]
    return (known or outlet) and following is not None and not ends_sentence(line.text)


def is_section(line: Line) -> bool:
    """Is a tag the name of a part of a paper, and not of the paper: News, World, Opinion?"""
    return line.text.casefold().strip(" .:|-–—") in table("head")["outlets"]["tags"]


def is_standfirst(line: Line, following: Line | None) -> bool:
    """Is the line below a title a second title: no stop, and a report below it?"""
    short = line.length <= _STANDFIRST and not ends_open(line.text) and not is_item(line.text)
    return short and following is not None and has_letter(line.text) and not begins_lower(following.text)


def may_be_sentence_standfirst(line: Line) -> bool:
    """May a line that ends as a sentence does be a standfirst, if byline or date follow it?"""
    return line.length <= _STANDFIRST and not is_item(line.text)


def headings(lines: Sequence[Line], taken: Set[int], first: int, *, wrapped: bool) -> list[int]:
    """The numbers of the lines that are headings inside a text.

    Args:
        lines: all lines of the text.
        taken: numbers of lines that are something else already.
        first: the first line of the body; a heading may stand there too.
        wrapped: line breaks mean nothing, so that only a line alone between gaps counts.
    """
    kept = [i for i in range(first, len(lines)) if i not in taken]
    found: list[int] = []
    run: list[int] = []
    for at, number in enumerate(kept):
        if _looks(lines[number]):
            run.append(number)
            continue
        before = at - len(run) - 1
        listed = before >= 0 and lines[kept[before]].text.endswith(":")
        if len(run) <= _RUN and not listed:
            found += [i for i in run if _heads(lines, i, number, wrapped=wrapped)]
        run = []
    return found


def _looks(line: Line) -> bool:
    if line.length > _HEADING or words(line.text) > _HEADING_WORDS:
        return False
    if ends_open(line.text) or ends_sentence(line.text) or is_item(line.text):
        return False
    return has_letter(line.text) and not begins_lower(line.text)


def _heads(lines: Sequence[Line], heading: int, below: int, *, wrapped: bool) -> bool:
    """Does a paragraph stand below this line, or below the heading that follows it?"""
    if wrapped and not (lines[heading].gap and lines[heading + 1].gap):
        return False
    if begins_lower(lines[below].text):  # a sentence broken in two
        return False
    return lines[below].length > lines[heading].length and _is_paragraph(lines[below])


def _is_paragraph(line: Line) -> bool:
    return (
        is_item(line.text) or ends_open(line.text[-80:]) or line.length > _HEADING or line.text.endswith("?")
    )
