"""Invented reports of a few sentences, and what the default reader makes of them."""

from __future__ import annotations

import hashlib
from functools import cache

from detente.reading.clauses.attribution import Sources
from detente.reading.clauses.modality import Modality
from detente.reading.clauses.scene import Scene
from detente.reading.nouns.mentions import Mentions
from detente.reading.nouns.seen_names import learn_names
from detente.reading.parsing.parse import Parser
from detente.reading.parsing.words import Sentence
from detente.reading.rules import RulesReader
from detente.records import Article, Claim, DocumentRef, Issue, Span

PUBLISHED = "2026-03-04"
OUR_WORLD = "Varland released nine prisoners."
"""Opens a report whose own words are too common to pass the filter for relevance."""


def article(
    text: str,
    *,
    published: str | None = PUBLISHED,
    boilerplate: tuple[str, ...] = (),
    headings: tuple[str, ...] = (),
    dateline: str | None = None,
) -> Article:
    """A report with this text; pieces of it may be marked as boilerplate or as headings."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        document=DocumentRef(id="r", path="-", sha256=sha256),
        text=text,
        published=published,
        dateline_place=dateline,
        language="en",
        boilerplate=tuple(_spans(text, boilerplate)),
        headings=tuple(_spans(text, headings)),
    )


def _spans(text: str, pieces: tuple[str, ...]) -> list[Span]:
    return [Span.of(text, text.index(piece), text.index(piece) + len(piece)) for piece in pieces]


@cache
def parser() -> Parser:
    """One parser for all tests: loading it takes most of a reader's start."""
    return RulesReader().parser


@cache
def reader(*, without: str | None = None) -> RulesReader:
    """The reader, whole or without one rule."""
    return RulesReader(without=frozenset({without} if without else ()), parser=parser())


def told(report: str | Article) -> tuple[Claim, ...]:
    """All claims of a report."""
    reading, _ = next(reader().read([article(report) if isinstance(report, str) else report]))
    return reading.claims


def issues(report: str | Article) -> tuple[Issue, ...]:
    """What the reader could not make a claim of."""
    _, found = next(reader().read([article(report) if isinstance(report, str) else report]))
    return found


def of_type(type_: str, report: str | Article) -> list[Claim]:
    """The claims of one type."""
    return [c for c in told(report) if c.type == type_]


def only(type_: str, report: str | Article) -> Claim:
    """The one claim of this type."""
    found = of_type(type_, report)
    assert len(found) == 1, [(c.type, c.rule, c.span.exact) for c in told(report)]
    return found[0]


def fired(report: str, *, without: str | None = None) -> list[str]:
    """Ids of the rules that fired."""
    return [rule for trace in reader(without=without).inspect(article(report)) for rule in trace.fired]


def parsed(sentence: str) -> Sentence:
    """One sentence, parsed and mended."""
    (found,) = parser().parse([(0, len(sentence), sentence)])
    return found


def mentions(sentence: str) -> Mentions:
    """The noun phrases of one sentence, with the names it teaches."""
    s, lex = parsed(sentence), reader().lex
    return Mentions(s, lex, learn_names([s], lex))


def scene(sentence: str) -> Scene:
    """One sentence with all that looks at it."""
    ms, lex = mentions(sentence), reader().lex
    return Scene(ms.s, ms, lex, Modality(lex, lex.modes), Sources(lex))


def word(s: Sentence, text: str) -> int:
    """Where the first word with this text stands."""
    return next(w.i for w in s.words if w.text == text)
