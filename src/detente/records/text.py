"""From bytes to text: Document, Article, Span, Issue."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from detente.records.base import Field, Record

SpanKind = Literal["body", "heading", "caption", "quote", "boilerplate"]
Stage = Literal["sources", "articles", "reading", "resolution", "reconciliation", "ledger"]

TOML, CSV, REGULATION = "application/toml", "text/csv", "application/xml"
INSTRUMENTS = (TOML, CSV, REGULATION)
"""Media types of files that are legal instruments, not reports."""

CONTEXT = 20
"""How many characters of prefix and suffix a span keeps (W3C TextQuoteSelector)."""


class Given(Record, frozen=True, kw_only=True):
    """What came with a document and was not found in its text (a ``.jsonl`` line, a header)."""

    id: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None  # ISO 8601 date
    title: str | None = None
    language: str | None = None  # BCP 47
    byline: str | None = None
    media_type: str = "text/plain"
    encoding: str | None = None  # as declared; None: to be found out


class Document(Record, frozen=True, kw_only=True):
    """Bytes as they were read, with where from and when. The bytes are never changed.

    ``path`` and ``retrieved`` say where and when this copy was read; neither is part of any hash.
    """

    id: str  # the given id, else doc_ + 16 hex digits of sha256
    sha256: str  # of raw
    raw: bytes
    path: str  # as the user wrote it; "-" is standard input
    retrieved: str  # UTC, ISO 8601, seconds
    given: Given = Given()


class DocumentRef(Record, frozen=True, kw_only=True):
    """How a claim names its document."""

    id: str
    path: str
    sha256: str
    url: str | None = None
    publisher: str | None = None
    published: str | None = None  # ISO 8601 date


class Span(Field, frozen=True):
    """Characters ``start`` to ``end`` of an article's text, with the words and their surroundings.

    >>> Span.of("Varland freed two men.", 8, 13)
    Span(start=8, end=13, exact='freed', prefix='Varland ', suffix=' two men.', kind='body')
    """

    start: int  # code points, from 0
    end: int  # the first code point after the span
    exact: str
    prefix: str = ""
    suffix: str = ""
    kind: SpanKind = "body"

    @classmethod
    def of(cls, text: str, start: int, end: int, kind: SpanKind = "body") -> Span:
        """The span of ``text[start:end]`` with its words and its surroundings filled in."""
        before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        return cls(start, end, text[start:end], before, after, kind)


class Run(Field, frozen=True):
    """A stretch of the article's text that stands in one piece in the decoded page."""

    text_start: int
    page_start: int
    length: int


class Article(Record, frozen=True, kw_only=True):
    """A document as text: what a reader reads. Every offset counts characters of ``text``."""

    document: DocumentRef
    text: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None  # ISO 8601 date; day precision unless ``published_precision`` says less
    published_precision: Literal["day", "month", "year"] = "day"
    published_from: str | None = None  # where it was found: "given", "text", "html:meta", …
    dateline_place: str | None = None
    credit: str | None = None  # the agency the dateline credits: "AP"
    number: str | None = None  # the publisher's own article number
    language: str | None = None  # BCP 47
    headings: tuple[Span, ...] = ()
    captions: tuple[Span, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()  # byline, date line, title line, article number: no claims from these
    runs: tuple[Run, ...] = ()  # () means the text is the decoded bytes themselves

    def page_offset(self, offset: int) -> int:
        """Where this character of the text stands in the decoded page.

        Raises:
            ValueError: the character was put in by the extraction (a line break between blocks).
        """
        if not self.runs:
            return offset
        at = bisect_right(self.runs, offset, key=lambda run: run.text_start) - 1
        if at >= 0 and offset < self.runs[at].text_start + self.runs[at].length:
            return self.runs[at].page_start + offset - self.runs[at].text_start
        raise ValueError(f"character {offset} of the text does not stand in the page")


class Issue(Record, frozen=True, kw_only=True):
    """Something about the data that a person should know; never an exception.

    ``code`` is stable and short (``empty-file``, ``no-date``, ``no-frame``); ``message`` says what
    was expected, what was found and what to do.
    """

    stage: Stage
    code: str
    message: str
    path: str | None = None
    document: str | None = None  # sha256
    span: Span | None = None
    fatal: bool = False  # True: nothing of this input could be used
