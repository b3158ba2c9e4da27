"""A dossier as one page of HTML: it stands alone, prints well, and every figure leads to its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from detente.records import Claim, Deal, State
from detente.views.dossier import words
from detente.views.dossier.book import Book
from detente.views.dossier.figures import destinations, timeline
from detente.views.dossier.lines import Line, Section, short, shortest


def as_page(state: State, sections: Sequence[tuple[Deal | None, Sequence[Section]]], *, title: str) -> str:
    """The page.

    Args:
        state: what the sections were made of.
        sections: of each deal, or of no deal.
        title: of the page.
    """
    book = Book(state, quote=400)
    every = [s for _, group in sections for s in group]
    named = {i for s in every for line in _all(s) for i in line.claims}
    digits = shortest(named)
    cited = book.of(i for s in every for line in _all(s) for i in line.claims)
    body = "".join(_part(deal, group, book, digits) for deal, group in sections)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f"<style>{_style()}</style></head><body><main><header><h1>{escape(title)}</h1>{_clocks(state)}</header>"
        f"{body}{_evidence(cited, digits)}</main></body></html>\n"
    )


@cache
def _style() -> str:
    return files(__package__).joinpath("data/page.css").read_text(encoding="utf-8")


def _clocks(state: State) -> str:
    held = f"as of {state.as_of}" if state.as_of else "as of the latest report"
    known = f"as known on {state.known_by}" if state.known_by else "as known now"
    return (
        f'<p class="clocks">{escape(held)}, {escape(known)}. Every line rests on the claims whose numbers it '
        "carries; their words stand at the end. What is in italics is derived and nobody’s word.</p>"
    )


def _part(deal: Deal | None, sections: Sequence[Section], book: Book, digits: int) -> str:
    figures = {} if deal is None else {
        "Where they went": destinations(deal), "What happened": timeline(deal, book),
    }  # fmt: skip
    parts = []
    for section in sections:
        figure = figures.get(section.title)
        drawn = f"<figure>{figure}</figure>" if figure else ""
        parts.append(
            f"<section>{_heading(section)}{drawn}{_lines(section, digits)}{_table(section, digits)}</section>"
        )
    return f"<article>{''.join(parts)}</article>"


def _heading(section: Section) -> str:
    level = 2 if section.level == 0 else 3
    return f"<h{level}>{escape(section.title)}</h{level}>"


def _lines(section: Section, digits: int) -> str:
    rows = "".join(
        f'<li class="{line.mark} level{min(line.level, 2)}">{_line(line, digits)}</li>'
        for line in section.lines
    )
    return f"<ul>{rows}</ul>" if rows else ""


def _table(section: Section, digits: int) -> str:
    if not section.rows:
        return ""
    head = "".join(f"<th>{escape(name)}</th>" for name in section.head)
    rows = "".join(
        f"<tr>{''.join(f'<td class={cell.mark}>{_line(cell, digits)}</td>' for cell in row.cells)}</tr>"
        for row in section.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _line(line: Line, digits: int) -> str:
    return escape(line.text) + "".join(_links(line.claims, digits))


def _links(ids: Iterable[str], digits: int) -> Iterator[str]:
    """Six at most; the rest is counted."""
    known = [i for i in ids if i.startswith("clm_")]
    for one in known[:6]:
        yield f' <a class="id" href="#{one}">{short(one, digits).removeprefix("clm_")}</a>'
    if len(known) > 6:
        yield f' <span class="id">+{len(known) - 6}</span>'


def _evidence(claims: Sequence[Claim], digits: int) -> str:
    rows = "".join(_quoted(c, digits) for c in claims)
    return f'<section class="evidence"><h2>Words this rests on</h2><dl>{rows}</dl></section>' if rows else ""


def _quoted(claim: Claim, digits: int) -> str:
    where = claim.document
    day = f", {where.published}" if where.published else ""
    place = f"{words.title_of(where)}, characters {claim.span.start}–{claim.span.end}"
    source = f"{words.said_by(claim)}{day}; {place}"
    said = f"“{escape(' '.join(claim.span.exact.split()))}”"
    from_ = f'<span class="source">{escape(source)}; SHA-256 {where.sha256[:16]}…</span>'
    return f'<dt id="{claim.id}">{short(claim.id, digits)}</dt><dd>{said} {from_}</dd>'


def _all(section: Section) -> Iterable[Line]:
    return (*section.lines, *(cell for row in section.rows for cell in row.cells))
