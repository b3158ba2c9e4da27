"""Reading a source to its end, in tests."""

from __future__ import annotations

import io
from pathlib import Path

from detente.records import Document, Issue
from detente.sources import LIMIT, open_source

NOW = "2026-01-31T08:00:00Z"


def everything(path: Path | str, *, limit: int = LIMIT) -> tuple[list[Document], list[Issue]]:
    """The documents and the issues of a path."""
    return parted(list(open_source(str(path), now=NOW, limit=limit).documents()))


def from_stdin(raw: bytes, *, limit: int = LIMIT) -> tuple[list[Document], list[Issue]]:
    """The documents and the issues of these bytes on standard input."""
    return parted(list(open_source("-", stdin=io.BytesIO(raw), now=NOW, limit=limit).documents()))


def parted(found: list[Document | Issue]) -> tuple[list[Document], list[Issue]]:
    """Documents apart from issues."""
    documents = [one for one in found if isinstance(one, Document)]
    return documents, [one for one in found if isinstance(one, Issue)]


def codes(issues: list[Issue]) -> list[str]:
    """The codes of issues, in order."""
    return [issue.code for issue in issues]
