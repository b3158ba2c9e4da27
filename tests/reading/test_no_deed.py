"""Clauses with our words that tell no deed: states, habits, bars, terms of no court (CODEBOOK §1)."""

from __future__ import annotations

import pytest
from tests.reading.reports import OUR_WORLD, of_type, only


@pytest.mark.parametrize(
    ("type_", "sentence"),
    [
        ("DETAIN", "The king pardoned 40 farmers, some of whom are imprisoned and some at large."),
        ("DETAIN", "The cook was detained by it all summer."),
        ("DETAIN", "The cook was seized by it at once."),
        ("DETAIN", "The police arrest two farmers for every one they let go."),
        ("SENTENCE", "The tenor was sentenced to a life of small parts."),
        ("SENTENCE", "The club was sentenced to the wooden spoon."),
        ("TRANSFER", "The four dockers are forbidden to travel abroad."),
        ("TRANSFER", "The two clerks are banned from crossing into Osmia."),
    ],
)
def test_no_deed_is_told(type_: str, sentence: str) -> None:
    """A state of nobody by name, a thing that holds, a penalty of no court, a bar."""
    assert of_type(type_, f"{OUR_WORLD} {sentence}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The cook was sentenced to six months.",
        "The cook was sentenced to death.",
        "The cook was sentenced to life in prison.",
        "The cook was sentenced to hard labour.",
        "The cook was sentenced for theft.",
    ],
)
def test_a_penalty_is_one(sentence: str) -> None:
    """Terms, prison, death, labour: what courts give."""
    assert of_type("SENTENCE", sentence)


def test_exchanged_for_a_term_is_no_swap() -> None:
    """Pupils are exchanged for a semester, prisoners for others."""
    assert of_type("RELEASE", "Twelve prisoners were exchanged for a semester.") == []
    assert of_type("RELEASE", "Twelve prisoners were exchanged for nine soldiers.")


@pytest.mark.parametrize("when", ["as soon as", "whenever", "every time"])
def test_what_happens_each_time_has_not_happened(when: str) -> None:
    """ "Lists are updated as soon as bans are imposed" tells a habit."""
    text = f"The lists are updated {when} sanctions are imposed on Varland."
    assert "performed" not in {c.mode for c in of_type("SANCTION_IMPOSE", text)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The consul insists that there have been no contacts over a handover of captives.",
        '"There were never any negotiations over a swap of hostages," a general said.',
    ],
)
def test_talks_that_are_denied_need_no_sides(sentence: str) -> None:
    """Phenomenon 11: "there are no talks"."""
    assert only("TALKS", sentence).mode == "denied"


def test_who_calls_it_unlawful_asks_for_nothing() -> None:
    """ "Calls their detention unlawful" names it."""
    text = "Varland freed nine miners. Judge Ada Lind calls their detention unlawful."
    assert {c.mode for c in of_type("DETAIN", text)} <= {"background"}


def test_not_before_reaches_over_a_clause_about_them() -> None:
    """ "Not before the minister, who has been held since spring, is let out"."""
    text = "There may be relief, but not before the minister Ada Orlu, who is under guard, is let out."
    assert only("RELEASE", text).mode == "demanded"


def test_who_is_freed_from_guilt_was_not_held() -> None:
    """ "Among those freed from guilt", and not from a prison, a colony, captors."""
    text = "Varland freed nine men. Among those freed from {} was the pensioner Ada Orlu."
    assert len(of_type("RELEASE", text.format("guilt"))) == 1
    for place in ("prison", "a penal colony", "rebel captivity"):
        assert len(of_type("RELEASE", text.format(place))) == 2, place


@pytest.mark.parametrize("sentence", ["Osmia arrested two farmers for every one it let go."])
def test_what_was_done_so_many_for_each_was_done(sentence: str) -> None:
    """A habit has no number of people; a deed of the past has."""
    assert of_type("DETAIN", f"{OUR_WORLD} {sentence}")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The police arrest two farmers for every one they let go.", 1),
        ("Wardens take in three farmers for each one that they release.", 1),
        ("Osmia says Chad paid for every farmer it released on Monday.", 2),
    ],
)
def test_the_other_side_of_a_rate_that_goes_on_is_no_deed(sentence: str, told: int) -> None:
    """ "For every one that they let go", told as a habit; what somebody did on Monday is a deed."""
    assert len(of_type("RELEASE", f"{OUR_WORLD} {sentence}")) == told
