"""An HTML page as tags and characters, each with where it stands in the decoded page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_TAG = re.compile(r"""</?([a-zA-Z][^\s/>]*)((?:[^>=]++|=\s*+(?:"[^"]{0,16384}+"|'[^']{0,16384}+')|=)*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")


class Tag(NamedTuple):
    """An opening or closing tag."""

    start: int
    end: int
    name: str  # in lower case
    closing: bool
    inside: str  # the attributes, as written

    def attributes(self) -> dict[str, str]:
        """The attributes by name in lower case; the first of a name counts.

        >>> Tag(0, 0, "meta", False, ' name="author" content=Marr').attributes()
        {'name': 'author', 'content': 'Marr'}
        """
        found: dict[str, str] = {}
        for name, double, single, bare in _ATTRIBUTE.findall(self.inside):
            found.setdefault(name.lower(), html.unescape(double or single or bare))
        return found


class Characters(NamedTuple):
    """A stretch of the page that is no tag; ``raw`` ones belong to a script or a style."""

    start: int
    end: int
    raw: bool = False


def markup(page: str, raw: frozenset[str]) -> Iterator[Tag | Characters]:
    """The tags and characters of a page, in order; comments and declarations are left out.

    Args:
        page: the decoded page.
        raw: elements inside which nothing is a tag but their own end.

    >>> [type(piece).__name__ for piece in markup("<p>Freed<!-- ! --></p>", frozenset())]
    ['Tag', 'Characters', 'Tag']
    """
    position = 0
    last = page.rfind(">") + 1  # behind it nothing can be a tag
    last_comment = page.rfind("-->")
    while position < len(page):
        opening = page.find("<", position, last)
        if opening < 0:
            opening = len(page)
        if opening > position:
            yield Characters(position, opening)
        if opening == len(page):
            return
        tag = _TAG.match(page, opening)
        if tag is None:
            position = _past_other(page, opening, commented=opening < last_comment)
            if position == opening + 1:
                yield Characters(opening, position)
            continue
        name, closing = tag[1].lower(), page[opening + 1] == "/"
        yield Tag(opening, tag.end(), name, closing, tag[2])
        position = tag.end()
        if name in raw and not closing and not tag[2].endswith("/"):
            end = _raw_end(page, name, position)
            yield Characters(position, end, raw=True)
            position = end


def _past_other(page: str, opening: int, *, commented: bool) -> int:
    """Where a comment or declaration ends; one further where ``<`` is only a character."""
    if commented and page.startswith("<!--", opening):
        return page.find("-->", opening + 2) + 3
    if page[opening + 1 : opening + 2] in ("!", "?", "/"):
        return page.find(">", opening) + 1
    return opening + 1


def _raw_end(page: str, name: str, start: int) -> int:
    """Where a script or style ends: at its own closing tag, else at the end of the page."""
    found = re.compile(rf"</{re.escape(name)}[\s/>]", re.IGNORECASE).search(page, start)
    return found.start() if found is not None else len(page)
