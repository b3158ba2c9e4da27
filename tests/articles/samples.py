"""Documents made in memory, and the folders of texts and pages with what they must give."""

from __future__ import annotations

import hashlib
import os
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from detente import articles
from detente.records import Article, Document, Given, Issue, Span

HERE = Path(__file__).parent
NOW = "2026-01-31T08:00:00Z"


def document(text: str | bytes, media_type: str = "text/plain", **given: str) -> Document:
    """A document of this text, as a source would make it."""
    raw = text.encode() if isinstance(text, str) else text
    said = msgspec.convert({"encoding": "utf-8", **given, "media_type": media_type}, Given)
    sha256 = hashlib.sha256(raw).hexdigest()
    return Document(id="d1", sha256=sha256, raw=raw, path="d1.txt", retrieved=NOW, given=said)


def line(text: str, **given: str) -> Document:
    """A line of JSON that holds an article."""
    return document(msgspec.json.encode({"text": text, **given}), "application/json", **given)


def article(text: str | bytes, media_type: str = "text/plain", **given: str) -> Article:
    """The article of this text; it must give one."""
    read, _ = articles.read(document(text, media_type, **given))
    assert read is not None
    return read


def issues(text: str | bytes, media_type: str = "text/plain", **given: str) -> tuple[Issue, ...]:
    """What a person should know about this text."""
    return articles.read(document(text, media_type, **given))[1]


def exact(spans: tuple[Span, ...]) -> list[str]:
    """The words of spans."""
    return [span.exact for span in spans]


def spans(read: Article) -> tuple[Span, ...]:
    """Every span of an article."""
    return (*read.headings, *read.captions, *read.boilerplate, *read.furniture)


def expected(kind: str) -> list[tuple[str, dict[str, Any]]]:
    """The rows of ``texts.toml`` or ``pages.toml``."""
    return list(tomllib.loads((HERE / f"{kind}.toml").read_text("utf-8")).items())


def shared() -> Path | None:
    """The folder of material that is no part of the repository, where it is there."""
    folder = Path(os.environ.get("DETENTE_SHARED", HERE.parents[2] / "shared"))
    return folder if folder.is_dir() else None
