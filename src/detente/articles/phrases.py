"""The word lists of this stage, read from ``data/*.toml`` and compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from detente.language.cues import Cue
from detente.language.literals import openings
from detente.tables import parsed

_CLOSING = r"[\s.:!…>»)\]]*"


class Openings:
    """Many patterns of lines, looked up by the letters that they begin with; compiled where a line begins so.

    Args:
        patterns: each is tried at the start of a line; case is ignored.

    Example:
        >>> junk = Openings(["read more", "(see|read) also", "\\d+ comments?"])
        >>> junk.fit("Read also: nothing"), junk.fit("12 Comments"), junk.fit("They read more")
        (True, True, False)
    """

    _ODD = str.maketrans("İıſ", "iis")
    _LONGEST = 3

    def __init__(self, patterns: Iterable[str]) -> None:
        self._cues: dict[str, list[Cue]] = {}
        for written in patterns:
            cue = Cue(written)
            for opening in openings(written, self._LONGEST):
                self._cues.setdefault(opening, []).append(cue)

    def fit(self, text: str) -> bool:
        """Does one of them fit at the start of this text?"""
        start = text[: self._LONGEST].translate(self._ODD).lower()
        begun = {start[:length] for length in range(self._LONGEST + 1)}
        return any(cue.match(text) for opening in begun for cue in self._cues.get(opening, ()))


class Junk(NamedTuple):
    """Patterns of ``boilerplate.toml``, of all languages."""

    anywhere: Openings
    footer: Openings
    tail: Openings


class Captions(NamedTuple):
    """Patterns of ``captions.toml``."""

    start: re.Pattern[str]
    end: re.Pattern[str]


@cache
def table(name: str) -> dict[str, Any]:
    """One of the data files, by its name without ending."""
    return parsed((resources.files(__package__) / "data" / f"{name}.toml").read_bytes())


def alternatives(patterns: Iterable[str]) -> str:
    """One pattern that fits where any of these does, the longest first."""
    return "(?:" + "|".join(sorted(patterns, key=lambda p: (-len(p), p))) + ")"


@cache
def junk() -> Junk:
    """What lines of boilerplate look like."""
    return Junk(*(Openings(_junk(part)) for part in Junk._fields))


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
