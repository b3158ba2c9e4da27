"""Sentence boundaries: what ends a sentence, what does not, and that offsets are exact."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.language.sentences import sentences


def cut(text: str, language: str = "en") -> list[str]:
    """The sentences of a text as strings."""
    return [text[start:end] for start, end in sentences(text, language=language)]


@pytest.mark.parametrize(
    "text",
    [
        "He met Lt. Gov. J. D. Holt on Sept. 5.",
        "Ada Orlu and J. P. Holt met on p. 5 of it.",
        "Gen. Marr and Mr. Odo left at 5 p.m. Friday with the U.S. envoy.",
        "Colony No. 4 grew by 3.5 percent vs. last year, e.g. in Dorn.",
        "It was U.S.based, a firm of St. Anne Inc. and Co.",
        "“Why?” she asked, and “Go!” he said.",
        "He waited... and waited… and left.",
        "1. Free the teachers.",
    ],
)
def test_a_stop_inside_a_sentence_ends_nothing(text: str) -> None:
    """Abbreviations, initials, decimals, list numbers and quoted words before a small letter go on."""
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("“We won! They lost.” Nobody spoke.", ["“We won!", "They lost.”", "Nobody spoke."]),
        ("He went (late.) It rained.", ["He went (late.)", "It rained."]),
        ("They fled to the U.S. The envoy did not.", ["They fled to the U.S.", "The envoy did not."]),
        ("It opened in Sept. Nine came.", ["It opened in Sept.", "Nine came."]),
        ("In 2022. 52 others stayed.", ["In 2022.", "52 others stayed."]),
        ("That was plan B. The end.", ["That was plan B.", "The end."]),
        ("He fell… Then he rose.", ["He fell…", "Then he rose."]),
        ("It was refused.[1] The court rose.", ["It was refused.[1]", "The court rose."]),
        ("他来了。她走了！", ["他来了。", "她走了！"]),
    ],
)
def test_a_stop_before_a_new_sentence_ends_one(text: str, expected: list[str]) -> None:
    """A stop, what closes with it, white space and no small letter: a sentence ends."""
    assert cut(text) == expected


def test_a_line_break_ends_a_sentence_and_a_bullet_is_one() -> None:
    """Each line is a block of its own, with or without a stop."""
    assert cut("Freed today\n• two clerks\r\n\n  • a miner \nAll left. Now") == [
        "Freed today", "• two clerks", "• a miner", "All left.", "Now",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("ru", "В 2022 г. вышли 52 чел. из колонии им. Ленина. Он остался.", 2),
        ("uk", "У 2022 р. звільнили ген. Коваля. Він поїхав.", 2),
        ("be", "У 2022 г. вызвалілі праф. Дорну. Ён застаўся.", 2),
        ("de", "Am 3. Mai kam z.B. Dr. Odo frei. Er schwieg.", 2),
        ("zz", "Gen. Odo left. He spoke.", 2),
    ],
)
def test_other_languages_have_words_of_their_own(language: str, text: str, count: int) -> None:
    """Abbreviations are data per language; an unknown language is read like English."""
    assert len(sentences(text, language=language)) == count


@given(st.text(alphabet="aB 1.!?…\"'”)(\n\u00a0\u2028«»-,SU", max_size=80))
def test_sentences_hold_all_that_is_not_white_space(text: str) -> None:
    """Sentences are in order, apart, trimmed, on one line, and lose no visible character."""
    spans = sentences(text)
    pieces = [text[start:end] for start, end in spans]
    assert all(piece and piece == piece.strip() and len(piece.splitlines()) == 1 for piece in pieces)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert "".join("".join(pieces).split()) == "".join(text.split())


@pytest.mark.parametrize("unit", [".", "a. ", '."', " ", "[1", "Odo went. "])
def test_time_is_linear_in_one_long_line(unit: str) -> None:
    """Two megabytes of any pattern on one line take seconds, not minutes."""
    text = unit * (2_000_000 // len(unit))
    began = time.perf_counter()
    sentences(text)
    assert time.perf_counter() - began < 20
