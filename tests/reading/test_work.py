"""Reading costs work in proportion to the length of a text: calls are counted, not time."""

from __future__ import annotations

import sys
from itertools import cycle, islice
from types import FrameType

import pytest
from tests.reading.reports import told

NAMES = ("Adnan Brukov", "Lida Marsten", "Orel Tashvili", "Nina Holberg", "Tomas Kerr", "Vera Solanic")
STATES = ("Georgia", "Kenya", "Norway", "Peru", "Chile")


def sentences(number: int) -> list[str]:
    """Varied news of releases, arrests, measures and talks."""
    kinds = (
        "{state} released {n} prisoners on Monday.",
        "{name} was arrested in {state} last year.",
        "He was freed after {n} days.",
        "{name} said that all were well.",
        "{state} imposed sanctions on {n} officials of {other}.",
        "The ministry confirmed it.",
        "{state} demanded the release of {name}.",
        "They were taken to {state}.",
    )
    rows = zip(cycle(kinds), cycle(NAMES), cycle(STATES), cycle(STATES[1:] + STATES[:1]), range(10**6))
    return [
        kind.format(name=name, state=state, other=other, n=2 + i % 40)
        for kind, name, state, other, i in islice(rows, number)
    ]


def calls(text: str) -> int:
    """How many calls of Python's functions and generators it takes to read a text."""
    count = 0

    def seen(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        assert told(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("between", [" ", "\n\n"], ids=["one paragraph", "paragraphs"])
def test_ten_times_the_sentences_are_about_ten_times_the_work(between: str) -> None:
    """A loop over all pairs of claims would make it a hundred times its own part."""
    told("Georgia released 12 prisoners.")  # the model is loaded by the first
    once, tenfold = (calls(between.join(sentences(n))) for n in (150, 1500))
    assert tenfold < 12 * once, (once, tenfold)


def test_a_hundred_thousand_marks_add_nothing() -> None:
    """What holds no word is not parsed."""
    text = "Georgia released 12 prisoners.\n\n"
    assert [c.type for c in told(text + '"' * 100_000)] == ["RELEASE"]
    assert [c.type for c in told(text + "(" * 100_000)] == ["RELEASE"]


def test_a_sentence_without_an_end_still_gives_its_claims() -> None:
    """It is read in parts; each part gives what it says."""
    text = " and ".join(s.rstrip(".") for s in sentences(400))
    assert {"RELEASE", "DETAIN", "SANCTION_IMPOSE"} <= {c.type for c in told(text)}
