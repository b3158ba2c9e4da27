"""An HTML page as the text of its report, with what the page says of it."""

from __future__ import annotations

from typing import NamedTuple

from detente.articles.blocks import Block, Page, blocks_of
from detente.articles.judge import report_blocks
from detente.articles.outline import Hints
from detente.articles.pagedata import PageData, page_data
from detente.records import Run


class ReadPage(NamedTuple):
    """The text of a page, where it stands in the page, and what is known of its lines."""

    text: str
    runs: tuple[Run, ...]
    hints: Hints
    data: PageData


def read_page(html: str) -> ReadPage:
    """The visible text of a page; what is not the report is hinted at as boilerplate.

    Example:
        >>> page = read_page("<nav>Home</nav><article><h1>Two freed</h1><p>Two men left jail.</p></article>")
        >>> page.text[slice(*page.hints.headings[0])], page.text[slice(*page.hints.boilerplate[0])]
        ('Two freed', 'Home')
    """
    page = blocks_of(html)
    data = page_data(page)
    kept = report_blocks(html, page, data.title)
    heading = _title_block(page, kept)
    if data.title is None and heading is not None:
        data = data._replace(title=page.text[heading.start : heading.end])
    return ReadPage(page.text, page.runs, _hints(page, kept), data)


def _title_block(page: Page, kept: frozenset[int]) -> Block | None:
    return next((page.blocks[i] for i in sorted(kept) if page.blocks[i].tag == "h1"), None)


def _hints(page: Page, kept: frozenset[int]) -> Hints:
    def where(kind: str) -> tuple[tuple[int, int], ...]:
        return tuple((b.start, b.end) for i, b in enumerate(page.blocks) if i in kept and b.kind == kind)

    dropped = tuple((b.start, b.end) for i, b in enumerate(page.blocks) if i not in kept)
    return Hints(where("heading"), where("caption"), dropped, where("item"))
