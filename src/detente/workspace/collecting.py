"""Paths → documents → articles → readings, a batch at a time. One bad input never stops the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO

from detente import articles
from detente.errors import InputError
from detente.reading import READERS, Reader
from detente.records import Article, Document, Issue, Reading
from detente.records.base import Record
from detente.records.text import INSTRUMENTS, Stage
from detente.sources import LIMIT, open_source
from detente.sources.paths import sayable, shown
from detente.workspace.reports import Outcome, OutcomeStatus

_ENDING = re.compile(r"\w\.[A-Za-z]{2,5}\Z")
Tick = Callable[[str], None]
"""Called with the path of each document that is done."""


class Result(Record, frozen=True, kw_only=True):
    """All that was made of one input. ``document`` is None where it could not be read or was left aside."""

    path: str
    document: Document | None = None
    article: Article | None = None
    reading: Reading | None = None
    issues: tuple[Issue, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether it should have given a reading and did not."""
        unread = self.document is not None and self.reading is None
        return unread or any(issue.fatal for issue in self.issues)


def outcome_of(result: Result, *, held: bool = False) -> Outcome:
    """What became of an input, for a report; ``held``: the ledger had this reading."""
    done: OutcomeStatus = "held" if held else "read"
    return Outcome(
        path=result.path,
        document=None if result.document is None else result.document.sha256,
        status="failed" if result.failed else "skipped" if result.document is None else done,
        claims=0 if result.reading is None else len(result.reading.claims),
        issues=result.issues,
    )


def count(paths: Iterable[str], *, now: str) -> int | None:
    """How many inputs there are; None where only reading tells."""
    total = 0
    for path in paths:
        try:
            found = open_source(path, now=now).count()
        except InputError:
            found = 1
        if found is None:
            return None
        total += found
    return total


def collect(
    paths: Iterable[str], *, now: str, limit: int = LIMIT, stdin: BinaryIO | None = None
) -> Iterator[Result]:
    """A result for each document, and for each input that gives none, in order."""
    for path in paths:
        try:
            source = open_source(path, stdin=stdin, now=now, limit=limit)
            yield from _from_source(source.documents(), path)
        except InputError as error:
            yield Result(path=shown(path), issues=(_fault("sources", "no-input", str(error), shown(path)),))


def _from_source(found: Iterator[Document | Issue], path: str) -> Iterator[Result]:
    """Warnings stand before the document they are about."""
    warnings: list[Issue] = []
    for item in map(sayable, found):
        if isinstance(item, Document):
            yield Result(path=item.path, document=item, issues=tuple(warnings))
            warnings = []
        elif item.document is not None:
            warnings.append(item)
        else:
            yield Result(path=item.path or shown(path), issues=(item,))
    if warnings:
        yield Result(path=shown(path), issues=tuple(warnings))


def read_all(results: Iterable[Result], reader: Reader, *, batch: int, tick: Tick) -> Iterator[Result]:
    """The results with their articles and readings, in order; the reader gets a batch at a time."""
    source = iter(results)
    while group := list(islice(source, batch)):
        yield from _read_batch([with_article(result) for result in group], reader, tick)


def with_article(result: Result) -> Result:
    """The result with the text of its document, or with the reason why there is none."""
    if result.document is None:
        return result
    try:
        article, issues = articles.read(result.document)
    except Exception as error:
        return _with_fault(result, "articles", error)
    return Result(
        path=result.path, document=result.document, article=article, issues=(*result.issues, *issues)
    )


def _read_batch(results: Sequence[Result], reader: Reader, tick: Tick) -> Iterator[Result]:
    read = _readings([r.article for r in results if r.article and not _is_instrument(r)], reader)
    legal = _readings([r.article for r in results if r.article and _is_instrument(r)], _instruments())
    for result in results:
        found = legal if _is_instrument(result) else read
        done = result if result.article is None else _with_reading(result, next(found, _SILENT))
        tick(result.path)
        yield done


def _is_instrument(result: Result) -> bool:
    return result.document is not None and result.document.given.media_type in INSTRUMENTS


def _instruments() -> Reader:
    """A file of legal instruments has its own reader, whichever reads the reports."""
    return READERS.get("instruments")()


Read = tuple[Reading, tuple[Issue, ...]] | Exception
_SILENT = RuntimeError("the reader gave fewer readings than it got articles")


def _readings(batch: Sequence[Article], reader: Reader) -> Iterator[Read]:
    """One reading for each article, or what went wrong with it; the rest is read all the same."""
    start = 0
    while start < len(batch):
        try:
            for read in reader.read(batch[start:]):
                start += 1
                yield read
            return
        except Exception as error:
            start += 1
            yield error


def _with_reading(result: Result, read: Read) -> Result:
    if isinstance(read, Exception):
        return _with_fault(result, "reading", read)
    reading, issues = read
    return Result(
        path=result.path, document=result.document, article=result.article, reading=reading,
        issues=(*result.issues, *issues),
    )  # fmt: skip


def _with_fault(result: Result, stage: Stage, error: Exception) -> Result:
    """A fault of ours: kept as an issue, so that one page never stops the run."""
    message = (
        f"{result.path}: expected to get through it; found a fault of Detente "
        f"({type(error).__name__}: {error}); the other inputs are read; please report it with the file"
    )
    sha256 = result.document.sha256 if result.document else None
    fault = _fault(stage, f"{stage}-fault", message, result.path, sha256)
    return Result(
        path=result.path, document=result.document, article=result.article, issues=(*result.issues, fault)
    )


def _fault(stage: Stage, code: str, message: str, path: str, sha256: str | None = None) -> Issue:
    return Issue(stage=stage, code=code, message=message, path=path, document=sha256, fatal=True)


def like_a_path(what: str) -> bool:
    """Is it a single word, or does it end as the name of a file does?

    >>> like_a_path("reprots/1.txt"), like_a_path("my report.html"), like_a_path("Osmia freed two.")
    (True, True, False)
    """
    return not what.strip().count(" ") or _ENDING.search(what) is not None
