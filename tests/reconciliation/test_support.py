"""Verdict words and credibility digits (CODEBOOK §7), and what `trace` says of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests import ledgers
from tests.reconciliation.test_properties import small_ledgers

from detente.reconciliation.explain import supports
from detente.reconciliation.support import Side, credibility, judged, leading, probabilities
from detente.records import Count, Deal, Released


def voices(letters: str, *, decisive: bool = False, confidence: float = 0.9) -> Side:
    """A value told by so many groups, one for each letter."""
    priors = {"A": 0.95, "B": 0.85, "C": 0.70, "D": 0.50, "E": 0.30, "F": 0.50}
    return Side(
        groups=frozenset(f"{letter}{i}" for i, letter in enumerate(letters)),
        strong=sum(letter in "ABC" for letter in letters),
        weights=tuple(priors[letter] * confidence for letter in letters),
        letters=frozenset(letters),
        decisive=decisive,
    )


NOBODY = voices("")
LICENCE = voices("F", decisive=True)


@pytest.mark.parametrize(
    ("told", "against", "word", "digit"),
    [
        (NOBODY, [], "unknown", 6),
        (LICENCE, [], "confirmed", 1),
        (LICENCE, [voices("AA")], "confirmed", 1),
        (voices("BC"), [], "confirmed", 1),
        (voices("BC"), [voices("D")], "confirmed", 1),
        (voices("BC"), [voices("C")], "contested", 3),
        (voices("B"), [], "single-source", 2),
        (voices("C"), [], "single-source", 3),
        (voices("D"), [], "single-source", 4),
        (voices("E"), [], "single-source", 4),
        (voices("F"), [], "single-source", 3),
        (voices("CF"), [], "supported", 3),
        (voices("DE"), [], "supported", 4),
        (voices("FF"), [voices("F")], "contested", 3),
        (voices("D"), [voices("B")], "contested", 4),
        (voices("E"), [voices("AAB")], "refuted", 4),
        (voices("AB"), [LICENCE], "refuted", 5),
    ],
)
def test_a_word_and_a_digit_for_every_case(told: Side, against: list[Side], word: str, digit: int) -> None:
    """As the codebook's two lists have them."""
    assert (judged(told, *against)[0], credibility(told, *against)) == (word, digit)


def test_the_probability_leaves_room_for_a_value_nobody_told() -> None:
    """Told values never share all of it."""
    shares = probabilities([voices("A"), voices("B")])
    assert sum(shares) < 1
    assert shares[0] > shares[1]


def test_one_more_voice_never_makes_a_value_less_likely() -> None:
    """Whatever its letter."""
    for letter in "ABCDEF":
        assert leading(voices("B" + letter), [voices("C")]) >= leading(voices("B"), [voices("C")])


REPORTS = """
= a 2026-03-05 Post
x: RELEASE | releaser Varland | group prisoners | count 46 | on 2026-03-05 | says Varland, official
l: LINKAGE | class L2 | cue in return for | ties x
= b 2026-03-06 Daily
y: RELEASE | releaser Varland | group prisoners | count 44 | on 2026-03-05
"""


def test_a_trace_names_the_voices_on_both_sides_with_letters_weights_and_rule() -> None:
    """46 by a party to it, 44 by a paper graded B: contested, and every figure says why."""
    state = ledgers.state(REPORTS, grades={"Daily": "B"})
    (found,) = [s for s in supports(state, state.deals[0]) if s.where == "released"]
    assert (found.verdict, found.rule) == ("contested", "a voice graded A to C says otherwise") or (
        found.told.value == "44"
    )
    sides = {b.value: b for b in (found.told, *found.against)}
    assert set(sides) == {"44", "46"}
    (party,), (paper,) = sides["46"].votes, sides["44"].votes
    assert (party.interest, party.grade) == (True, "F")
    assert (paper.interest, paper.grade, paper.reliability) == (False, "B", 0.85)
    assert paper.weight == pytest.approx(paper.reliability * paper.confidence, abs=0.001)


@settings(max_examples=60, deadline=None)
@given(small_ledgers())
def test_a_trace_gives_the_word_that_the_record_bears(text: str) -> None:
    """What is explained is what was settled, digit and word."""
    state = ledgers.state(text)
    held: list[tuple[Count | Deal, Count | Released]] = [(c, c) for c in state.counts]
    held += [(d, d.released) for d in state.deals]
    for record, value in held:
        (found,) = [s for s in supports(state, record) if s.where in ("count", "released")]
        assert (found.verdict, found.credibility) == (value.verdict, value.credibility)
