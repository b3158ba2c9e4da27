"""The word lists of this stage, read from ``data/*.toml`` and compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

_CLOSING = r"[\s.:!…>»)\]]*"


class Junk(NamedTuple):
    """Patterns of ``boilerplate.toml``, all languages in one."""

    anywhere: re.Pattern[str]
    footer: re.Pattern[str]
    tail: re.Pattern[str]


class Captions(NamedTuple):
    """Patterns of ``captions.toml``."""

    start: re.Pattern[str]
    end: re.Pattern[str]


@cache
def table(name: str) -> dict[str, Any]:
    """One of the data files, by its name without ending."""
    return tomllib.loads((resources.files(__package__) / "data" / f"{name}.toml").read_text("utf-8"))


def alternatives(patterns: Iterable[str]) -> str:
    """One pattern that fits where any of these does, the longest first."""
    return "(?:" + "|".join(sorted(patterns, key=lambda p: (-len(p), p))) + ")"


@cache
def junk() -> Junk:
    """What lines of boilerplate look like."""
    return Junk(*(re.compile(alternatives(_junk(part)), re.IGNORECASE) for part in Junk._fields))


def _junk(part: str) -> Iterator[str]:
    for language in table("boilerplate").values():
        rows = language.get(part, {})
        yield from (f"(?:{p}){_CLOSING}$" for p in rows.get("whole", ()))
        yield from (f"(?:{p})" for p in rows.get("start", ()))


@cache
def captions() -> Captions:
    """What lines under pictures look like."""
    rows = table("captions")
    start, end = (alternatives(rows[key]) for key in Captions._fields)
    return Captions(re.compile(start, re.IGNORECASE), re.compile(end + r"\.?$", re.IGNORECASE))


@cache
def list_mark() -> re.Pattern[str]:
    """How an item of a list begins."""
    return re.compile(table("head")["lists"]["marks"], re.IGNORECASE)


@cache
def final_abbreviations() -> tuple[str, ...]:
    """Abbreviations whose stop does not close a sentence."""
    return tuple(table("head")["abbreviations"]["final"])
