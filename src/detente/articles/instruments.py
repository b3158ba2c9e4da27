"""Tables of legal instruments and consolidated regulations as articles: their text as it is.

Who publishes and since when it is known stands in the file: a line ``published`` and ``publisher`` of a
TOML table, the date of consolidation of a regulation of Canada.
"""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from detente.records import Article, Document, DocumentRef
from detente.records.text import CSV, REGULATION, TOML

_CONSOLIDATED: Final = re.compile(
    r"<ConsolidationDate>\s*<Date>\s*<YYYY>(\d+)</YYYY>\s*<MM>(\d+)</MM>\s*<DD>(\d+)</DD>"
)
_TITLE: Final = re.compile(r"<LongTitle[^>]*>([^<]+)</LongTitle>")


class _Head(NamedTuple):
    publisher: str | None = None
    published: str | None = None
    title: str | None = None


def read_instruments(document: Document, text: str) -> Article:
    """The article of an instrument file: no headings, no furniture, and nothing is taken away."""
    head = {TOML: _of_toml, CSV: lambda text: _Head(), REGULATION: _of_regulation}[document.given.media_type](
        text
    )
    publisher, published = (
        document.given.publisher or head.publisher,
        document.given.published or head.published,
    )
    ref = DocumentRef(
        id=document.id, path=document.path, sha256=document.sha256, url=document.given.url,
        publisher=publisher, published=published,
    )  # fmt: skip
    return Article(
        document=ref, text=text, title=document.given.title or head.title, publisher=publisher,
        published=published, published_from=None if published is None else "instrument",
    )  # fmt: skip


def _of_toml(text: str) -> _Head:
    import tomllib

    try:
        data: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return _Head()  # whoever reads the rows says where it breaks
    rows = data.get("instrument", ())
    first = (
        next((r.get("authority") for r in rows if isinstance(r, dict)), None)
        if isinstance(rows, list)
        else None
    )
    published = data.get("published")
    return _Head(data.get("publisher") or first, str(published) if published else None, data.get("title"))


def _of_regulation(text: str) -> _Head:
    day, title = _CONSOLIDATED.search(text), _TITLE.search(text)
    published = None if day is None else f"{int(day[1]):04}-{int(day[2]):02}-{int(day[3]):02}"
    return _Head("Canada", published, None if title is None else title[1])
