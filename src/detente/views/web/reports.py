"""The report page: the text with what was read in it marked, and what it is a copy of."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from detente.records import OriginGroup
from detente.views.serving import Report, View


class Piece(NamedTuple):
    """A stretch of text under the same claims."""

    text: str
    claims: tuple[str, ...]  # those whose words it is part of
    first: bool  # a claim begins here: it is a stop for the keyboard
    aside: bool  # boilerplate or furniture: no claim is read from it


class Paragraph(NamedTuple):
    """A line of the report."""

    pieces: tuple[Piece, ...]
    heading: bool


class ReportPage(NamedTuple):
    """All that the page sets."""

    report: Report
    paragraphs: tuple[Paragraph, ...]
    family: tuple[tuple[OriginGroup, tuple[Report, ...]], ...]


def report_page(report: Report, view: View) -> ReportPage:
    """What the page of a report shows."""
    return ReportPage(report, tuple(paragraphs(report)), tuple(_family(report, view)))


def paragraphs(report: Report) -> Iterator[Paragraph]:
    """The text line by line, cut wherever a claim's words begin or end."""
    article = report.article
    if article is None:
        return
    start = 0
    for line in article.text.split("\n"):
        end = start + len(line)
        if line.strip():
            heading = any(s.start <= start and end <= s.end for s in article.headings)
            yield Paragraph(tuple(_pieces(report, article.text, start, end)), heading)
        start = end + 1


def _pieces(report: Report, text: str, start: int, end: int) -> Iterator[Piece]:
    here = [c for c in report.claims if c.span.start < end and c.span.end > start]
    asides = () if report.article is None else (*report.article.boilerplate, *report.article.furniture)
    spans = [*(c.span for c in here), *(s for s in asides if s.start < end and s.end > start)]
    cuts = sorted({start, end, *(cut for s in spans for cut in (s.start, s.end) if start < cut < end)})
    for left, right in itertools.pairwise(cuts):
        over = [c for c in here if c.span.start <= left and right <= c.span.end]
        yield Piece(
            text[left:right],
            tuple(c.id for c in over),
            any(c.span.start == left for c in over) or (left == start and bool(over)),
            any(s.start <= left and right <= s.end for s in asides),
        )


def _family(report: Report, view: View) -> Iterator[tuple[OriginGroup, tuple[Report, ...]]]:
    """Groups of whole reports that this one is a copy among."""
    for group in view.state.groups:
        if report.document.sha256 in group.members and len(group.members) > 1:
            members = (view.reports.get(sha) for sha in group.members)
            yield group, tuple(m for m in members if m is not None)
