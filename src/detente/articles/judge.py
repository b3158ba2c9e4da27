"""Which blocks of a page are the report: trafilatura's word, or the page's own structure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.articles.blocks import Block, Page
from detente.articles.lines import ends_sentence
from detente.articles.signatures import sign

_TOO_LARGE = 2 << 20  # characters of a page that is judged by its structure alone
_TOO_MANY = 4000  # blocks of one
_SHORT = 25  # characters: a shorter block must be a whole line of the judge's text
_PROBES = 12  # pieces of a longer block that are looked for
_TOO_LITTLE = 0.3  # of what the structure calls report: less than that and the judge went wrong
_LINKED = 0.6  # share of a block's characters that are links
_LINKED_LENGTH = 200  # characters: a longer block is a paragraph, however linked
_STANDFIRST = 250
_SENTENCE = 60  # characters of a block that the judge leaves out among blocks it keeps
_NO_WORD = re.compile(r"[\W_]+")
_CONTROL = dict.fromkeys([*range(9), 11, *range(14, 32), 127], " ")


def report_blocks(html: str, page: Page, title: str | None) -> frozenset[int]:
    """The numbers of the blocks that are the report and what belongs to it.

    Args:
        html: the decoded page.
        page: its blocks.
        title: the report's title, where the page's data say it.
    """
    by_structure = {i for i, block in enumerate(page.blocks) if _stands_in_report(block)}
    small = len(html) <= _TOO_LARGE and len(page.blocks) <= _TOO_MANY
    kept = _by_trafilatura(html, page) if small else set()
    if _size(page.blocks, kept) < _TOO_LITTLE * _size(page.blocks, by_structure):
        kept = _in_article(page.blocks, by_structure)
    return frozenset(kept | _belonging(page, kept, title))


def _size(blocks: Sequence[Block], numbers: set[int]) -> int:
    return sum(blocks[i].end - blocks[i].start for i in numbers)


def _by_trafilatura(html: str, page: Page) -> set[int]:
    from trafilatura import extract

    clean = html.translate(_CONTROL)
    said = extract(clean, include_comments=False, include_tables=True, favor_recall=True, output_format="txt")
    if not said:
        return set()
    whole = _plain(said)
    lines = {_plain(line) for line in said.splitlines()}
    return {i for i, b in enumerate(page.blocks) if _is_said(page.text[b.start : b.end], whole, lines)}


def _plain(line: str) -> str:
    """Letters and digits alone: white space, bullets and bars of a table are the judge's own."""
    return _NO_WORD.sub("", line).casefold()


def _is_said(text: str, whole: str, lines: set[str]) -> bool:
    """Does the judge's text have the block: a short one as a line, a long one by half of its words?

    Half, because the judge reads broken references and odd spaces in its own way.
    """
    plain = _plain(text)
    if len(plain) < _SHORT or plain in whole:
        return plain in whole if len(plain) >= _SHORT else plain in lines
    starts = range(0, len(plain) - _SHORT + 1, max(_SHORT, len(plain) // _PROBES))
    return 2 * sum(1 for at in starts if plain[at : at + _SHORT] in whole) >= len(starts)


def _stands_in_report(block: Block) -> bool:
    length = block.end - block.start
    linked = block.links > _LINKED * length and length < _LINKED_LENGTH
    return not (block.margin or block.named or linked)


def _in_article(blocks: Sequence[Block], numbers: set[int]) -> set[int]:
    """Of these blocks the ones in <article> or <main>, where the page has one that holds them."""
    inside = {i for i in numbers if blocks[i].report}
    return inside if 2 * _size(blocks, inside) > _size(blocks, numbers) else numbers


def _belonging(page: Page, kept: set[int], title: str | None) -> set[int]:
    """Blocks the judge leaves out that belong to the report all the same.

    Its title, a heading right above a kept block, captions of its pictures, sentences among its
    paragraphs, and what stands between title and first words: byline, date, standfirst.
    """
    if not kept:
        return set()
    top, last = _title_block(page, kept, title), max(kept)
    first = min((i for i in kept if i > top and _is_paragraph(page, i)), default=last)
    found = {i for i in range(top, last + 2) if i == top or _belongs(page, i, kept, last)}
    return found | {i for i in range(top + 1, first) if _opens(page, i, top)}


def _title_block(page: Page, kept: set[int], title: str | None) -> int:
    """The block of the title: the last <h1>, or the last with the title's words, up to the report."""
    first = min(kept)
    named = _plain(title) if title else None
    heads = [
        i
        for i, b in enumerate(page.blocks[: first + 1])
        if not b.margin and (b.tag == "h1" or _plain(page.text[b.start : b.end]) == named)
    ]
    return max(heads, default=first)


def _is_paragraph(page: Page, number: int) -> bool:
    block = page.blocks[number]
    return block.kind == "text" and block.end - block.start >= _SENTENCE and _ends(page, block)


def _ends(page: Page, block: Block) -> bool:
    return ends_sentence(page.text[block.start : block.end][-200:])


def _belongs(page: Page, number: int, kept: set[int], last: int) -> bool:
    if number >= len(page.blocks) or page.blocks[number].margin:
        return False
    block = page.blocks[number]
    if block.kind == "heading":
        return number + 1 in kept
    inside = number < last and not (block.named or block.links)
    sentence = block.end - block.start >= _SENTENCE and ends_sentence(
        page.text[block.start : block.end][-200:]
    )
    return block.kind == "caption" or (inside and sentence)


def _opens(page: Page, number: int, top: int) -> bool:
    """Is a block between title and first words a byline, a date or a standfirst?"""
    block = page.blocks[number]
    text = page.text[block.start : block.end]
    if block.margin or block.kind == "item":
        return False
    signature = sign(text) if len(text) <= _STANDFIRST else None
    if signature is not None and signature.end == len(text):
        return True
    return number == top + 1 and 30 <= len(text) <= _STANDFIRST and not block.links and not block.named
