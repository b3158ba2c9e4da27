"""What is read off a pattern's letters is what Python's own reading of it says."""

from __future__ import annotations

from importlib import import_module
from itertools import chain
from typing import Any

import pytest

from detente.articles.phrases import table
from detente.language.literals import needs, openings

PARSE: Any = import_module("re._parser").parse
LINES = sorted(
    {
        written
        for language in table("boilerplate").values()
        for rows in language.values()
        for written in chain(*rows.values())
    }
)


def _begun(tree: Any, done: set[str]) -> set[str]:
    """How a text that this part fits begins, after each of these beginnings; a bar: and then anything."""
    for what, value in [(str(what), value) for what, value in tree]:
        still = {text for text in done if not text.endswith("|") and len(text) < 3}
        rest = done - still
        if what == "LITERAL":
            still = {text + chr(value).lower() for text in still}
        elif what == "SUBPATTERN":
            still = _begun(value[3], still)
        elif what == "BRANCH":
            still = {text for way in value[1] for text in _begun(way, still)}
        elif what in {"MAX_REPEAT", "MIN_REPEAT"}:
            least, most, part = value
            once = _begun(part, still)
            still = (set() if least else still) | {text if most == 1 else text + "|" for text in once}
        elif what not in {"AT", "ASSERT", "ASSERT_NOT"}:
            still = {text + "|" for text in still}
        done = rest | still
    return done


@pytest.mark.parametrize("written", LINES)
def test_a_line_that_a_pattern_fits_begins_with_one_of_its_openings(written: str) -> None:
    """Every pattern of boilerplate is found under each of the beginnings that it has."""
    found = openings(written)
    begun = {text.rstrip("|")[:3] for text in _begun(PARSE(written), {""})}
    assert all(any(text.startswith(opening) for opening in found) for text in begun)


def test_few_lines_may_begin_with_anything() -> None:
    """Those are tried on each line of each report."""
    assert sum("" in openings(written) for written in LINES) < 20


@pytest.mark.parametrize(
    "odd", [r"(\w+) \1 freed", "(?s)freed men", r"freed\n", "(?(1)freed|men)", "freed)", "*"]
)
def test_nothing_is_said_of_a_pattern_that_is_not_understood(odd: str) -> None:
    """It is tried always, and may begin with anything."""
    assert needs(odd) == ()
    assert openings(odd) == frozenset({""})


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (r"\bfreed(?! hostages)", ("freed",)),
        (r"(?<=freed )hostages?", ("hostage",)),
        (r"(?:freed )?(?:hostages|captives)", ("captives", "hostages")),
        (r"(?:freed )+\w+", ("freed ",)),
        (r"(?:freed){2,3}", ("freed",)),
        (r"(?:freed|\w+) hostag{0,1}", (" hosta",)),
        (r"FREED", ("freed",)),
        (r"[Ff]reed|let (?:go)?", ("let ", "reed")),
        (r"a|freed", ()),
        (r"(?i)freed", ("freed",)),
        (r"(?:the|those) (?:women|children|envoys)", ("children", "envoys", "women")),
        (r"(?:the|those) men", (" men",)),
        (r"\d+ of (?:the|those)", ("the", "those")),
        (r"among (?:the|those)|among those freed", ("among ",)),
    ],
)
def test_what_a_pattern_needs(written: str, told: tuple[str, ...]) -> None:
    """Letters in a row, whatever stands before and behind; of several ways each has its own."""
    assert needs(written) == told
