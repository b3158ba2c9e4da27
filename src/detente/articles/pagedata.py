"""What a page says of its report in data: JSON-LD, meta, time; and htmldate's word, asked last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from detente.articles.blocks import Page
from detente.articles.phrases import table

_TOO_LARGE = 2 << 20  # characters of a page that htmldate is not asked about
_DEPTH = 6  # levels of JSON-LD that are looked through
_LEAD = re.compile(r"^(?:by|von|par|por|автор:?)\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:https?:|www\.|@|/)")
_SUFFIX = re.compile(r"\s+[-–—|»·:]+\s+")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?$")


class PageData(NamedTuple):
    """Who published the report, when, under which title."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    dates: tuple[tuple[str, str], ...] = ()


def page_data(page: Page) -> PageData:
    """What the page's data say. Where JSON-LD and meta differ, JSON-LD is believed.

    >>> from detente.articles.blocks import blocks_of
    >>> page = blocks_of('<meta name="publisher" content="Dorn Weekly"><title>Freed | Dorn Weekly</title>')
    >>> (page_data(page).publisher, page_data(page).title)
    ('Dorn Weekly', 'Freed')
    """
    linked = _linked(page.json_ld)
    publisher = _name(linked.get("publisher")) or _first(page, "publisher", names=True)
    title = _text(linked.get("headline")) or _first(page, "title") or page.title
    return PageData(
        title=_without_site(title, publisher),
        byline=_byline(_name(linked.get("author")) or _first(page, "byline", names=True)),
        publisher=publisher,
        language=_language(_text(linked.get("inLanguage")) or page.language or _first(page, "language")),
        url=_first(page, "url"),
        dates=tuple(_dates(linked, page)),
    )


def _first(page: Page, key: str, *, names: bool = False) -> str | None:
    """The first content of the keys of this row of ``page.toml``, in their order of trust."""
    for wanted in table("page")["meta"][key]:
        for said, content in page.meta:
            if said == wanted and content and not (names and _ADDRESS.match(content)):
                return content
    return None


def _dates(linked: dict[str, Any], page: Page) -> Iterator[tuple[str, str]]:
    published = _text(linked.get("datePublished")) or _text(linked.get("dateCreated"))
    if published:
        yield "html:json-ld", published
    for wanted in (*table("page")["meta"]["date"], "time:published"):
        source = "html:time" if wanted == "time:published" else "html:meta"
        yield from ((source, content) for said, content in page.meta if said == wanted)


def _linked(scripts: Iterable[str]) -> dict[str, Any]:
    """The JSON-LD object of the report: an article before a mere page."""
    types = table("page")["json_ld"]["types"]
    found: list[tuple[int, dict[str, Any]]] = []
    for script in scripts:
        for node in _nodes(_decoded(script), _DEPTH):
            said = node.get("@type")
            names = [str(t).lower() for t in (said if isinstance(said, list) else [said])]
            ranks = [types.index(name) for name in names if name in types]
            found += [(min(ranks), node)] if ranks else []
    return min(found, key=lambda pair: pair[0])[1] if found else {}


def _decoded(script: str) -> Any:
    try:
        return msgspec.json.decode(script.strip().encode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _nodes(inner, depth - 1)


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """A name out of what JSON-LD puts there: words, an object with a name, or several."""
    if isinstance(value, str):
        return value.strip() if value.strip() and not _ADDRESS.match(value) else None
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        names = [name for name in map(_name, value[:20]) if name is not None]
        return ", ".join(dict.fromkeys(names)) or None
    return None


def _byline(said: str | None) -> str | None:
    return _LEAD.sub("", said).strip() or None if said is not None else None


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """The title without the site's name behind it."""
    if not title:
        return None
    for cut in _SUFFIX.finditer(title):
        if publisher and title[cut.end() :].casefold().strip() == publisher.casefold():
            return title[: cut.start()].strip() or None
    return title.strip() or None


def _language(said: str | None) -> str | None:
    found = _LANGUAGE.match(said.strip()) if said else None
    return found[1].lower() if found is not None else None


def date_by_htmldate(html: str, url: str | None, latest: str) -> str | None:
    """The date htmldate finds in the page, no later than the day it was retrieved.

    Args:
        html: the decoded page.
        url: its address; nothing is fetched from it.
        latest: ISO 8601 date. htmldate would otherwise ask the clock.
    """
    if len(html) > _TOO_LARGE:
        return None
    from htmldate import find_date

    found = find_date(
        html, url=url, original_date=True, extensive_search=False, max_date=latest, outputformat="%Y-%m-%d"
    )
    return str(found) if found else None
