"""Every example of the codebook is read by the default reader."""

from __future__ import annotations

import hashlib
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from detente.codebook import Example, codebook
from detente.codebook.fit import misses, never_fits
from detente.records import Article, Claim, DocumentRef, Span, SpanKind

Read = tuple[str, Example, tuple[Claim, ...]]
"""The type it is an example of, the example, and what the reader got out of it."""


def as_article(example: Example, *, type_name: str) -> Article:
    """An example as a report of one paragraph."""
    digest = hashlib.sha256(example.text.encode()).hexdigest()
    document = DocumentRef(
        id=f"example_{digest[:12]}",
        path=f"codebook/{type_name.lower()}",
        sha256=digest,
        published=example.published,
    )
    return Article(
        document=document,
        text=example.text,
        published=example.published,
        language=example.language,
        headings=tuple(marked(example.text, line, kind="heading") for line in example.headings),
        boilerplate=tuple(marked(example.text, line, kind="boilerplate") for line in example.boilerplate),
    )


def marked(text: str, line: str, *, kind: SpanKind) -> Span:
    """The span of a line that the stage before the reader would have marked."""
    start = text.index(line)
    return Span.of(text, start, start + len(line), kind)


@cache
def readings() -> tuple[Read, ...]:
    """All examples with their claims; the test is skipped where there is no reader yet."""
    try:
        from detente.reading import READERS

        reader = READERS.get("rules")()
    except ImportError as error:
        pytest.skip(f"no default reader yet: {error}")
    pairs = [(kind.name, example) for kind in codebook().types.values() for example in kind.examples]
    articles = [as_article(example, type_name=name) for name, example in pairs]
    read = [reading.claims for reading, _ in reader.read(articles)]
    return tuple((name, example, claims) for (name, example), claims in zip(pairs, read, strict=True))


def floor(key: str) -> float:
    """A figure of ``floor.toml``."""
    figures = tomllib.loads((Path(__file__).parent / "floor.toml").read_text(encoding="utf-8"))
    return float(figures[key])


def told(lines: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Show the lines even when the test passes: what is not read yet is counted and printed."""
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(lines) + "\n")


def table(right: dict[str, list[bool]]) -> list[str]:
    """One line for each type: read right out of all."""
    return [f"{name:16} {sum(found):3} of {len(found):3}" for name, found in right.items()]


def test_the_reader_gets_at_least_the_floor_of_the_examples_right(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The share of examples read right never falls below floor.toml; each miss is listed with its reason."""
    right: dict[str, list[bool]] = {}
    missed: list[str] = []
    for name, example, claims in readings():
        why = misses(example, claims)
        right.setdefault(name, []).append(not why)
        missed += [f"{name}: {example.text}", *(f"    {reason}" for reason in why)] if why else []
    total = [found for of_type in right.values() for found in of_type]
    share = sum(total) / len(total)
    told([*table(right), f"codebook examples read right: {sum(total)} of {len(total)} ({share:.1%})"], capsys)
    sys.stdout.write("\n".join(missed))  # pytest shows it when the floor is broken, or with -rP
    assert share >= floor("share")


def test_what_must_never_come_out_does_not() -> None:
    """Whatever else a reader misses, it gives no claim that an example forbids."""
    found = [
        f"{name}: {example.text}\n    {reason}"
        for name, example, claims in readings()
        for reason in never_fits(example, claims)
    ]
    assert len(found) <= floor("nevers"), "\n".join(found)
