"""Whom a report opens with, unnamed, is the first whom the next sentence names."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type

LEAD = "A Derry man who spent ten months in a Moroccan prison is back with his family. "


@pytest.mark.parametrize(
    "after",
    [
        "Ciaran Doherty (34) stepped off a plane in Belfast on Tuesday, his solicitor said.",
        "Ciaran Doherty, 34, was arrested in Tangier in May.",
        "Ciaran Doherty had been held since May.",
    ],
)
def test_the_name_in_the_next_sentence_is_theirs(after: str) -> None:
    """READING 14: "A Derry man left prison. Ciaran Doherty (34) …": the name is his, and inferred."""
    (claim,) = of_type("RELEASE", LEAD + after)
    (person,) = claim.roles["person"]
    assert (person.name, person.inferred) == ("Ciaran Doherty", True)


@pytest.mark.parametrize(
    "after",
    [
        "Ciaran Doherty is still held in Tangier.",
        "Another prisoner, Ciaran Doherty, 34, has been held since May.",
        "Ciaran Doherty was also arrested in May.",
        "Consul Ciaran Doherty welcomed him at the airport.",
        "Justice minister Ciaran Doherty, 54, thanked the king.",
        "The king pardoned 700 people.",
    ],
)
def test_a_name_told_otherwise_is_somebody_elses(after: str) -> None:
    """CODEBOOK §8.15: who is held yet, told beside the first or of office is somebody else."""
    freed = [c for c in of_type("RELEASE", LEAD + after) if c.mode != "denied"]
    assert all("Ciaran Doherty" not in c.names("person") for c in freed)


def test_of_several_nobody_is_the_one_named() -> None:
    """A group of the opening has no name from the next sentence by this rule."""
    report = "Three Derry men left a Moroccan prison on Monday. Ciaran Doherty, 34, was arrested in May."
    assert all("Ciaran Doherty" not in c.names("person") for c in of_type("RELEASE", report))


def test_the_men_who_are_named_as_many_are_those_who_were_freed() -> None:
    """READING 14: "freed three traders. The men, X, Y and Z": as many names as were counted."""
    men = "The men, Moses Okello, Denis Aciro and Paul Lado, flew home."
    report = f"Chad freed three jailed traders. {men}"
    first = of_type("RELEASE", report)[0]
    assert set(first.names("person")) == {"Moses Okello", "Denis Aciro", "Paul Lado"}


def test_the_men_who_are_fewer_than_were_freed_are_not_all_of_them() -> None:
    """Two names for "the men" do not name four."""
    report = (
        "Chad has freed four jailed traders. The men, Moses Okello and Denis Aciro, are guards of the camp."
    )
    assert of_type("RELEASE", report)[0].names("person") == ()


@pytest.mark.parametrize(
    "text",
    [
        "An Irish teacher who was arrested in Togo last year is free: Togo on Monday released Ciara Nolan.",
        "A nun who was abducted in Mali in 2023 has come home. The rebels freed Ciara Nolan, 60, on Monday.",
        "A nun who was seized in Mali in May is coming home: rebels freed Ciara Nolan for a general.",
        "Chad let go an Irish welder on Friday. The state agency named her as Ciara Nolan, 51.",
        "Chad let go an Irish welder on Friday. She was identified by her union as Ciara Nolan.",
        "Chad let go an Irish welder on Friday. The radio identified the freed woman only as Ciara Nolan.",
        "Chad let go an Irish welder on Friday. She is Ciara Nolan.",
        "Chad let go an Irish welder on Friday. The freed woman, Ciara Nolan, said she was well.",
        "Chad let go an Irish welder on Friday. The freed Dane, Ciara Nolan, is at home.",
        "Chad let go an Irish welder on Friday. The released prisoner is Ciara Nolan.",
    ],
)
def test_whom_the_next_clause_lets_go_or_names_is_the_one(text: str) -> None:
    """READING 14: the same deed told again by name, or "named as X", tells who the first was: inferred."""
    first = next(c for c in of_type("RELEASE", text) if c.roles.get("group"))
    assert [(p.name, p.inferred) for p in first.roles["person"]] == [("Ciara Nolan", True)]


@pytest.mark.parametrize(
    "text",
    [
        "An Irish welder was freed by Chad on Friday. Mali released Ciara Nolan, a nun, in May.",
        "An Irish welder came home on Friday. Ireland released Ciara Nolan in return.",
        "An Irish welder was freed by Chad on Friday. Chad also released Ciara Nolan, a nun.",
        "An Irish welder who was seized in Chad in May is free: the rebels freed Ciara Nolan, his aide.",
        "Chad let go an Irish welder on Friday. The gunman was identified as Ciara Nolan.",
        "Chad let go an Irish welder on Friday. The ambassador was named as Ciara Nolan.",
        "An Irish welder and a nun were freed. The agency identified her as Ciara Nolan.",
    ],
)
def test_whom_others_let_go_is_somebody_else(text: str) -> None:
    """CODEBOOK §8.15: freed by others or by his own state, one more, his own, an official, of two."""
    first = next(c for c in of_type("RELEASE", text) if c.roles.get("group"))
    assert "person" not in first.roles


def test_further_down_a_colon_names_whom_its_sentence_told_of() -> None:
    """A report may open with others; the sentence itself joins the two."""
    text = (
        "Kell is quiet today. Nobody had expected it. The negotiators have gone home. A welder who was "
        "seized in Chad in May is coming home: the rebels on Monday freed Ciara Nolan, 51."
    )
    assert [c.names("person") for c in of_type("DETAIN", text)] == [("Ciara Nolan",)]


@pytest.mark.parametrize(
    ("after", "names"),
    [
        (
            "Chad released Ole Krag at noon. What Denmark gave up is Idris Deby.",
            {"Danish cook": ("Ole Krag",), "Chadian smuggler": ("Idris Deby",)},
        ),
        (
            "Denmark released Idris Deby and Sol Annan.",
            {"Danish cook": (), "Chadian smuggler": ()},
        ),
        ("Togo released Idris Deby.", {"Danish cook": (), "Chadian smuggler": ()}),
    ],
)
def test_of_two_each_is_whom_the_same_side_lets_go_by_name(
    after: str, names: dict[str, tuple[str, ...]]
) -> None:
    """ "A let go a cook, B a smuggler": by name the one whom A, and the one whom B is told to let go."""
    text = f"Chad let go a Danish cook, while Denmark let go a Chadian smuggler. Ties are bad. {after}"
    first = [c for c in of_type("RELEASE", text) if c.names("group")]
    assert {c.names("group")[0]: c.names("person") for c in first} == names


def test_several_at_the_head_of_a_sentence_are_not_the_one() -> None:
    """ "Ada Orlu and Ben Roth flew home" names neither of them as the agent whom the other side let go."""
    text = (
        "Iran freed two Danish nurses on Friday and Denmark let go an Iranian agent. Ada Orlu and Ben Roth, "
        "who were arrested in May, flew home. Majid Tavas, who was serving seven years, had left for Tehran."
    )
    first = {c.names("group"): c.names("person") for c in of_type("RELEASE", text) if c.names("group")}
    assert first[("two Danish nurses",)] == ("Ada Orlu", "Ben Roth")
    assert first[("Iranian agent",)] == ("Majid Tavas",)
