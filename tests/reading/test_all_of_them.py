"""Who is told by name as a group is told by name wherever the report points back at all of it."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

NAMES = {"Ada Orlu", "Ann Brandt", "Eva Marr"}
OPENING = "Chad freed three nuns on Monday. They are Ada Orlu, Ann Brandt and Eva Marr."


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("All had been sentenced to ten years in 2019.", "SENTENCE"),
        ("Each had been sentenced to ten years in 2019.", "SENTENCE"),
        ("The women were sentenced to ten years in 2019.", "SENTENCE"),
        ("The group arrived in Kenya on Tuesday.", "TRANSFER"),
        ("The three had been arrested in 2019. They were flown to Kenya on Tuesday.", "TRANSFER"),
    ],
)
def test_words_for_all_of_them_have_their_names(text: str, type_: str) -> None:
    """Always inferred, and of the one group that is named in full."""
    people = [f for c in told(f"{OPENING} {text}") if c.type == type_ for f in c.roles.get("person", ())]
    assert ({f.name for f in people}, all(f.inferred for f in people)) == (NAMES, True)


@pytest.mark.parametrize(
    ("opening", "text"),
    [
        (OPENING, "The guards were arrested on Tuesday."),
        (OPENING, "The women of Dorn were arrested on Tuesday."),
        (OPENING, "The two were arrested again on Tuesday."),
        (OPENING, "All the prisoners in Dorn were arrested again on Tuesday."),
        (
            "Chad freed four nuns on Monday, among them Ada Orlu and Ann Brandt.",
            "The women were arrested in 2019.",
        ),
        (f"{OPENING} Mali freed Ole Dahl and Ira Roth, two Danes.", "The men were arrested in 2019."),
    ],
)
def test_words_that_may_mean_others_have_none(opening: str, text: str) -> None:
    """Others, some of them, people told apart, a group named in part, and one of two groups."""
    claims = [c for c in told(f"{opening} {text}") if c.type == "DETAIN"]
    assert claims
    assert {n for c in claims for n in c.names("person")} == set()


def test_two_named_together_are_the_women_and_the_men_told_next() -> None:
    """Without any count: one pair alone is named, and "the women" and "they" can mean nobody else."""
    text = "The reporters Ada Orlu and Eva Marr were freed. The women had been sentenced in May."
    text += " They were flown to Chad."
    for kind in ("SENTENCE", "TRANSFER"):
        (claim,) = (c for c in told(text) if c.type == kind)
        assert set(claim.names("person")) == {"Ada Orlu", "Eva Marr"}


@pytest.mark.parametrize("who", ["The women", "All", "Each"])
def test_a_group_told_since_may_be_those_meant(who: str) -> None:
    """ "Police arrested thirty protesters. The women were charged": no nun who was freed before."""
    text = f"{OPENING} Police arrested thirty protesters on Sunday. {who} had been charged with arson."
    claims = [c for c in told(text) if c.type == "SENTENCE"]
    assert claims
    assert {n for c in claims for n in c.names("person")} == set()
