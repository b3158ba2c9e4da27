"""Articles, traces, sentences, issues and types as sections: what is behind a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.codebook import EventType
from detente.records import Article, Issue, SentenceTrace
from detente.views.dossier.lines import Line, Section


def of_article(article: Article) -> Iterator[Section]:
    """What is known about the report, then its text with a mark where no claim is read from it."""
    known = [
        ("publisher", article.publisher), ("byline", article.byline), ("published", article.published),
        ("found in", article.published_from), ("dateline", article.dateline_place),
        ("number", article.number), ("language", article.language),
        ("sha256", article.document.sha256),
    ]  # fmt: skip
    head = tuple(Line(text=f"{name}: {value}") for name, value in known if value)
    yield Section(title=article.title or "Untitled", level=0, lines=head)
    yield Section(title="Text", lines=tuple(_paragraphs(article)))


def _paragraphs(article: Article) -> Iterator[Line]:
    marks = (
        ("boilerplate", article.boilerplate), ("furniture", article.furniture), ("heading", article.headings),
        ("caption", article.captions),
    )  # fmt: skip
    start = 0
    for line in article.text.split("\n"):
        end = start + len(line)
        names = [n for n, spans in marks if any(s.start <= start and end <= s.end for s in spans)]
        if line.strip():
            mark = f" ({', '.join(names)})" if names else ""
            yield Line(text=f"{line.strip()}{mark}", mark="unknown" if "boilerplate" in names else "plain")
        start = end + 1


def of_sentences(sentences: Iterable[SentenceTrace]) -> Iterator[Section]:
    """A section for each sentence: what was seen in it, and why nothing came of it."""
    seen = tuple(sentences)
    if not seen:
        nothing = (
            "no word of our subject stands in the text, or it is in a language this reader does not read"
        )
        yield Section(title="No sentence was looked at", lines=(Line(text=nothing),))
    for number, one in enumerate(seen, start=1):
        words = " ".join(one.span.exact.split())
        parts = [
            ("triggers", ", ".join(one.triggers)), ("mentions", "; ".join(one.mentions)),
            ("parse", " ".join(one.parse)), ("rules that fired", ", ".join(one.fired)),
            ("nearly", "; ".join(one.nearly)), ("nothing, because", one.why or ""),
        ]  # fmt: skip
        lines = [Line(text=f"{name}: {said}") for name, said in parts if said]
        if one.claims:
            lines.append(Line(text="claims", claims=one.claims))
        yield Section(title=f"{number}. “{words}”", lines=tuple(lines))


def of_issues(issues: Iterable[Issue]) -> Section:
    """One section with every issue: where, what, and the words it is about."""
    lines = tuple(
        Line(
            text=f"{one.stage}/{one.code}: {one.message}{f' “{one.span.exact}”' if one.span else ''}",
            mark="conflict" if one.fatal else "plain",
        )
        for one in issues
    )
    return Section(title="Issues", lines=lines or (Line(text="none"),))


def of_types(types: Iterable[EventType]) -> Section:
    """One section with a line for each type."""
    lines = (Line(text=f"{one.code} {one.name}: {one.definition}") for one in types)
    return Section(title="Types", lines=tuple(lines))


def of_type(one: EventType) -> Iterator[Section]:
    """All that the codebook says of a type."""
    yield Section(title=f"{one.code} {one.name}", level=0, lines=(Line(text=one.definition),))
    roles = (f"{r.name}{' (needed)' if r.needed else ''}: {r.meaning}" for r in one.roles)
    listed = (
        ("Counts as", one.include),
        ("Does not count as", one.exclude),
        ("Confusable with", tuple(f"{name}: {how}" for name, how in one.confusable_with.items())),
        ("Roles", tuple(roles)),
        ("Kinds", tuple(f"{name}: {meaning}" for name, meaning in one.sub.items())),
        ("Notes", one.notes),
        ("Examples", tuple(f"“{example.text}”" for example in one.examples)),
    )
    for title, texts in listed:
        if texts:
            yield Section(title=title, lines=tuple(Line(text=text) for text in texts))
