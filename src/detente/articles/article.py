"""From a document to an article: decode, outline, and the facts of publication."""

from __future__ import annotations

from typing import NamedTuple

from detente.articles.decode import HTML, Decoded, decode, issue
from detente.articles.instruments import read_instruments
from detente.articles.languages import language_of
from detente.articles.outline import Hints, Outline, outline
from detente.articles.pagedata import PageData, date_by_htmldate
from detente.articles.phrases import junk
from detente.articles.publication import Publication, publication
from detente.articles.signatures import sign
from detente.records import Article, Document, DocumentRef, Issue, Run
from detente.records.text import INSTRUMENTS


class Found(NamedTuple):
    """A report's text, where its characters stand in the page, and what the page says of it."""

    text: str
    runs: tuple[Run, ...] = ()
    hints: Hints = Hints()
    data: PageData = PageData()


def read(document: Document) -> tuple[Article | None, tuple[Issue, ...]]:
    """The article of a document, and what a person should know about it.

    Pure: the same document gives the same article. No article comes of a document without text;
    a fatal issue says so.

    Example:
        >>> from detente.records import Document
        >>> raw = b"Varland frees two\\n\\nDORN, March 4, 2025 - Varland freed two men on Tuesday."
        >>> article, issues = read(
        ...     Document(id="d1", sha256="", raw=raw, path="a.txt", retrieved="2026-03-01T12:00:00Z")
        ... )
        >>> (article.title, article.published, article.dateline_place, issues)
        ('Varland frees two', '2025-03-04', 'Dorn', ())
    """
    decoded = decode(document)
    if document.given.media_type in INSTRUMENTS and decoded.text.strip():
        article = read_instruments(document, decoded.text)
        when = Publication(article.published, "day", "given")
        return article, (*decoded.issues, *_about_dates(document, when))
    found = _found(document, decoded)
    if not found.text.strip():
        return None, (*decoded.issues, *_no_text(document, decoded))
    title = _given_title(document.given.title)
    seen = outline(found.text, titled=title is not None or found.data.title is not None, hints=found.hints)
    when = _published(document, decoded, found, seen)
    article = _article(document, found, title, seen, when)
    return article, (*decoded.issues, *_about_dates(document, when))


def _found(document: Document, decoded: Decoded) -> Found:
    if document.given.media_type != HTML:
        return Found(decoded.text)
    from detente.articles.pages import read_page

    return Found(*read_page(decoded.text))


def _published(document: Document, decoded: Decoded, found: Found, seen: Outline) -> Publication:
    url = document.given.url or found.data.url
    when = publication(document.given.published, seen.head, url, found.data.dates)
    if when.date is not None or document.given.media_type != HTML:
        return when
    said = date_by_htmldate(decoded.text, url, document.retrieved[:10])
    return Publication(said, "day", "html:htmldate") if said is not None else when


def _given_title(said: str | None) -> str | None:
    """The title that came with the document, without the date before it; None where it is page junk."""
    if said is None or not said.strip() or junk().anywhere.fit(said.strip()):
        return None
    signature = sign(said.strip())
    title = said.strip()[signature.end if signature is not None and signature.dates else 0 :].strip()
    return title or None


def _article(
    document: Document, found: Found, title: str | None, seen: Outline, when: Publication
) -> Article:
    given, head = document.given, seen.head
    publisher = given.publisher or found.data.publisher or head.publisher
    return Article(
        document=_reference(document, found, publisher, when),
        text=found.text,
        title=title or found.data.title or seen.title,
        byline=given.byline or found.data.byline or head.byline,
        publisher=publisher,
        published=when.date,
        published_precision=when.precision,
        published_from=when.source,
        dateline_place=head.place,
        credit=head.credit,
        number=head.number,
        language=_language(given.language, found.data.language, seen),
        headings=seen.headings,
        captions=seen.captions,
        boilerplate=seen.boilerplate,
        furniture=seen.furniture,
        runs=found.runs,
    )


def _reference(document: Document, found: Found, publisher: str | None, when: Publication) -> DocumentRef:
    return DocumentRef(
        id=document.id,
        path=document.path,
        sha256=document.sha256,
        url=document.given.url or found.data.url,
        publisher=publisher,
        published=when.date,
    )


def _language(given: str | None, declared: str | None, seen: Outline) -> str | None:
    """The given language, else what the letters and words say, else what the page declares."""
    return given or language_of(seen.body) or declared


def _no_text(document: Document, decoded: Decoded) -> tuple[Issue, ...]:
    if any(one.fatal for one in decoded.issues):
        return ()
    message = "expected a report; found no text; give a page or file that holds its words"
    return (issue(document, "no-text", message, fatal=True),)


def _about_dates(document: Document, when: Publication) -> tuple[Issue, ...]:
    if when.date is not None:
        return ()
    message = (
        "expected a date of publication; found none; times in it stay unbound: give one in a .jsonl line"
    )
    return (issue(document, "no-date", message),)
