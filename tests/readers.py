"""Readers that honour the protocol and need no model: for tests of what stands around a reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.records import (
    Article,
    Claim,
    Filler,
    Issue,
    Quantity,
    ReaderRef,
    Reading,
    SentenceTrace,
    Span,
    Time,
    claim_id,
)

FREED = re.compile(r"(\w+) freed (\d+) (\w+)")


class SmallReader:
    """Reads "<State> freed <n> <people>" as a release, and nothing else."""

    def __init__(self, *, version: str = "1", fails_on: str = "\0") -> None:
        self.ref = ReaderRef("small", version, "none")
        self._fails_on = fails_on

    def read(self, articles: Sequence[Article]) -> Iterator[tuple[Reading, tuple[Issue, ...]]]:
        """One (reading, issues) for each article, in order."""
        for article in articles:
            if self._fails_on in article.text:
                raise ZeroDivisionError(self._fails_on)
            claims = tuple(self._claim(article, found) for found in FREED.finditer(article.text))
            yield Reading(document=article.document, reader=self.ref, claims=claims), ()

    def inspect(self, article: Article) -> tuple[SentenceTrace, ...]:
        """One trace for the whole article."""
        span = Span.of(article.text, 0, len(article.text))
        kept = FREED.search(article.text) is not None
        return (SentenceTrace(span=span, kept=kept, why=None if kept else "nobody is freed in it"),)

    def _claim(self, article: Article, found: re.Match[str]) -> Claim:
        span = Span.of(article.text, found.start(), found.end())
        many = int(found[2])
        roles: dict[str, tuple[Filler, ...]] = {
            "releaser": (Filler(found[1], "state"),),
            "group": (Filler(found[3], "group"),),
        }
        quantity = Quantity(many, many, exact=True, cue=found[2], unit=found[3])
        sha256 = article.document.sha256
        return Claim(
            id=claim_id(sha256, span, "RELEASE", "release", roles, quantity, "performed", "+", (), self.ref),
            type="RELEASE",
            sub="release",
            roles=roles,
            quantity=quantity,
            time=Time(None, article.published, basis="publication_bound") if article.published else None,
            span=span,
            rule="small.freed",
            document=article.document,
            reader=self.ref,
        )


class SilentReader(SmallReader):
    """Gives fewer readings than it gets articles: a fault of its own."""

    def read(self, articles: Sequence[Article]) -> Iterator[tuple[Reading, tuple[Issue, ...]]]:
        """Nothing."""
        yield from ()


class InterruptedReader(SmallReader):
    """Ctrl-C comes when it meets the word STOP."""

    def read(self, articles: Sequence[Article]) -> Iterator[tuple[Reading, tuple[Issue, ...]]]:
        """Until the word comes."""
        for article in articles:
            if "STOP" in article.text:
                raise KeyboardInterrupt
            yield from super().read([article])
