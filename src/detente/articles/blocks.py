"""The visible text of a page, block by block, every character mapped back to the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from html.entities import html5
from typing import NamedTuple

from detente.articles.markup import Characters, Tag, markup
from detente.articles.phrases import alternatives, table
from detente.records import Run

BETWEEN = "\n\n"
"""What stands between two blocks of the text; it does not stand in the page."""

_WHITE = " \t\n\r\f"
_PIECE = re.compile(
    r"""(?P<white>[ \t\n\r\f]+)
    | (?P<words>[^ \t\n\r\f&]++(?:[ ][^ \t\n\r\f&]++)*+)
    | (?P<entity>&(?:\#[xX][0-9a-fA-F]{1,8}|\#\d{1,8}|[A-Za-z][A-Za-z0-9]{1,32});?)
    | (?P<sign>&)""",
    re.VERBOSE,
)


class Block(NamedTuple):
    """A paragraph, heading, caption or item: where it stands in the text and in what."""

    start: int
    end: int
    kind: str  # the flags of the elements around it, the first of: heading, caption, item; else text
    tag: str  # the heading's element: h1, h2 …
    margin: bool  # inside a navigation, a footer, a form …
    report: bool  # inside <article> or <main>
    links: int  # how many of its characters are links
    named: bool  # inside an element whose class, id or role names a margin


class Page(NamedTuple):
    """The text of a page, its blocks, and its tags that speak of it."""

    text: str
    blocks: tuple[Block, ...]
    runs: tuple[Run, ...]
    meta: tuple[tuple[str, str], ...]  # key in lower case, content
    json_ld: tuple[str, ...]
    title: str | None
    language: str | None


class _Elements(NamedTuple):
    void: frozenset[str]
    raw: frozenset[str]
    blocks: frozenset[str]
    cells: frozenset[str]
    flags: dict[str, frozenset[str]]
    roles: frozenset[str]
    names: re.Pattern[str]


@cache
def _elements() -> _Elements:
    rows = table("page")["elements"]
    flags: dict[str, frozenset[str]] = {}
    for flag, key in _FLAGS.items():
        for name in rows[key]:
            flags[name] = flags.get(name, frozenset()) | {flag}
    names = re.compile(rf"(?:^|[\s_-]){alternatives(map(re.escape, rows['names']))}", re.IGNORECASE)
    sets = {key: frozenset(rows[key]) for key in ("void", "raw", "blocks", "cells")}
    return _Elements(**sets, flags=flags, roles=frozenset(rows["roles"]), names=names)


_FLAGS = {
    "hidden": "skipped",
    "heading": "headings",
    "caption": "captions",
    "item": "items",
    "report": "report",
    "margin": "margins",
    "head": "heads",
}


def blocks_of(page: str) -> Page:
    """Cut a decoded page into blocks of visible text.

    >>> page = blocks_of("<h1>Freed &amp; home</h1><p>Two\\n men.</p><script>x</script>")
    >>> page.text
    'Freed & home\\n\\nTwo men.'
    >>> [(run.text_start, run.page_start, run.length) for run in page.runs]
    [(0, 4, 7), (7, 15, 5), (14, 28, 4), (18, 33, 4)]
    """
    builder = _Builder(page)
    for piece in markup(page, _elements().raw):
        if isinstance(piece, Tag):
            builder.tag(piece)
        elif piece.raw:
            builder.raw(piece)
        else:
            builder.characters(piece)
    return builder.finish()


@dataclass
class _Open:
    """An open element and what it says of the text inside it."""

    name: str
    flags: frozenset[str]


@dataclass
class _Builder:
    page: str
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[tuple[int, int, int]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    meta: list[tuple[str, str]] = field(default_factory=list)
    json_ld: list[str] = field(default_factory=list)
    title: str | None = None
    language: str | None = None
    stack: list[_Open] = field(default_factory=list)
    open_names: dict[str, int] = field(default_factory=dict)
    flags: dict[str, int] = field(default_factory=dict)
    start: int | None = None  # of the block that is being built
    links: int = 0
    gap: tuple[str, int | None] | None = None  # white space to be written before the next word
    breaks: int = 0
    script: dict[str, str] = field(default_factory=dict)  # attributes of the last raw element

    def tag(self, tag: Tag) -> None:
        """Take a tag: open or close its element, end a block where it ends one."""
        elements = _elements()
        if tag.name in ("meta", "link", "html", "time") and not tag.closing:
            self._say(tag)
        if tag.name in elements.raw:
            self.script = {} if tag.closing else tag.attributes()
            return
        if tag.name == "br":
            self.breaks += 1
        elif tag.name in elements.cells:
            self.gap = ("\t", None)
        if tag.name in elements.blocks:
            self._end_block()
        if tag.closing:
            self._close(tag.name)
        elif tag.name not in elements.void:
            self._open(tag)

    def _open(self, tag: Tag) -> None:
        while self.flags.get("heading") and tag.name in _elements().blocks:
            self._close(next(o.name for o in reversed(self.stack) if "heading" in o.flags))  # left open
        flags = _elements().flags.get(tag.name, frozenset()) | _said_flags(tag)
        if tag.name == "header" and self.flags.get("report"):
            flags -= {"head"}
        self.stack.append(_Open(tag.name, flags))
        self.open_names[tag.name] = self.open_names.get(tag.name, 0) + 1
        for flag in flags:
            self.flags[flag] = self.flags.get(flag, 0) + 1

    def _close(self, name: str) -> None:
        """Close the nearest open element of this name and all that is open inside it."""
        if not self.open_names.get(name):
            return
        while True:
            closed = self.stack.pop()
            self.open_names[closed.name] -= 1
            for flag in closed.flags:
                self.flags[flag] -= 1
            if closed.name == name:
                return

    def raw(self, piece: Characters) -> None:
        """Keep a script only where it is data about the page."""
        if "ld+json" in self.script.get("type", "").lower():
            self.json_ld.append(self.page[piece.start : piece.end])

    def characters(self, piece: Characters) -> None:
        """Write visible characters, white space drawn together."""
        if self.flags.get("hidden"):
            return
        if self.open_names.get("title"):
            self.title = unescape(self.page[piece.start : piece.end]).strip() or self.title
            return
        for found in _PIECE.finditer(self.page, piece.start, piece.end):
            if found["white"]:
                self._white(found.start())
            elif found["entity"]:
                self._entity(found)
            else:
                self._write(found[0], found.start())

    def _white(self, position: int) -> None:
        if self.open_names.get("pre") and "\n" in self.page[position : position + 1]:
            self.breaks = 1
        elif self.gap is None:
            self.gap = (" ", position)

    def _entity(self, found: re.Match[str]) -> None:
        """A reference is a run of its own: each of its characters stands at the ``&``."""
        said = _referred(found[0])
        if said is None:
            self._write("&", found.start())
            self._write(found[0][1:], found.start() + 1)
        elif said in _WHITE:
            self._white(found.start())
        else:
            for character in said:
                self._write(character, found.start())

    def _write(self, words: str, position: int) -> None:
        self._write_gap()
        if self.start is None:
            if self.pieces:
                self._put(BETWEEN)
            self.start = self.length
        if self.open_names.get("a"):
            self.links += len(words)
        self._put(words, position)

    def _write_gap(self) -> None:
        """White space between words of one block; two line breaks begin another."""
        if self.start is not None and self.breaks > 1:
            self._end_block()
        if self.start is not None and self.breaks == 1:
            self._put("\n")
        elif self.start is not None and self.gap is not None:
            self._put(*self.gap)
        self.gap, self.breaks = None, 0

    def _put(self, words: str, position: int | None = None) -> None:
        if position is not None:
            self._run(position, len(words))
        self.pieces.append(words)
        self.length += len(words)

    def _run(self, position: int, size: int) -> None:
        if self.runs:
            text_start, page_start, length = self.runs[-1]
            if text_start + length == self.length and page_start + length == position:
                self.runs[-1] = (text_start, page_start, length + size)
                return
        self.runs.append((self.length, position, size))

    def _end_block(self) -> None:
        self.gap, self.breaks = None, 0
        if self.start is None:
            return
        kind = next((flag for flag in ("heading", "caption", "item") if self.flags.get(flag)), "text")
        tag = (
            next((o.name for o in reversed(self.stack) if "heading" in o.flags), "")
            if kind == "heading"
            else ""
        )
        margin = bool(self.flags.get("margin") or self.flags.get("head"))
        report = bool(self.flags.get("report"))
        named = bool(self.flags.get("named"))
        self.blocks.append(Block(self.start, self.length, kind, tag, margin, report, self.links, named))
        self.start, self.links = None, 0

    def _say(self, tag: Tag) -> None:
        """Keep what a tag says of the page: language, address, author, dates."""
        said = tag.attributes()
        if tag.name == "html":
            self.language = said.get("lang") or self.language
        elif tag.name == "link" and "canonical" in said.get("rel", "").lower():
            self.meta.append(("canonical", said.get("href", "")))
        elif tag.name == "time" and said.get("datetime"):
            key = "time:published" if "pubdate" in said or "publish" in tag.inside.lower() else "time"
            self.meta.append((key, said["datetime"]))
        elif tag.name == "meta":
            for key in ("property", "name", "itemprop", "http-equiv"):
                if said.get(key) and said.get("content"):
                    self.meta.append((said[key].lower(), said["content"].strip()))

    def finish(self) -> Page:
        """The page as far as it was taken."""
        self._end_block()
        return Page(
            "".join(self.pieces),
            tuple(self.blocks),
            tuple(Run(*run) for run in self.runs),
            tuple(self.meta),
            tuple(self.json_ld),
            self.title,
            self.language,
        )


def _said_flags(tag: Tag) -> frozenset[str]:
    """What an element's attributes say of the text inside it."""
    if not tag.inside or tag.name in ("html", "body"):
        return frozenset()
    said = tag.attributes()
    flags: set[str] = set()
    style = said.get("style", "").replace(" ", "").lower()
    if "hidden" in said or said.get("aria-hidden") == "true" or "display:none" in style:
        flags.add("hidden")
    named = f"{said.get('class', '')} {said.get('id', '')}"
    if said.get("role", "").lower() in _elements().roles or _elements().names.search(named):
        flags.add("named")
    return frozenset(flags)


def _referred(reference: str) -> str | None:
    """What a character reference stands for; None where it is none.

    >>> _referred("&amp;"), _referred("&#1057;"), _referred("&c")
    ('&', 'С', None)
    """
    if reference.startswith("&#"):
        return unescape(reference if reference.endswith(";") else reference + ";") or None
    return html5.get(reference[1:])
