"""Who is told by name as a group is told by name wherever the report points back at all of it."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, told

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
        (f"{OPENING} Mali freed Ole Dahl and Ira Roth, two Danes.", "The men were arrested in 2019."),
    ],
)
def test_words_that_may_mean_others_have_none(opening: str, text: str) -> None:
    """Others, some of them, people told apart, and one of two groups."""
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


@pytest.mark.parametrize(
    "text",
    [
        "Chad freed four nuns, among them Ada Orlu and Ann Brandt. The women were arrested in 2019.",
        "Chad freed four nuns, Ada Orlu and Ann Brandt among them. The four were arrested in 2019.",
        "Four nuns were arrested in 2019. The nuns were freed in May, among them Ada Orlu and Ann Brandt.",
    ],
)
def test_those_named_of_the_one_group_are_meant_by_all_of_it(text: str) -> None:
    """Four were arrested, so each of the four was; only some of them need be named, before or behind."""
    (claim,) = (c for c in told(text) if c.type == "DETAIN")
    assert set(claim.names("person")) == {"Ada Orlu", "Ann Brandt"}


@pytest.mark.parametrize(
    "text",
    [
        "Chad freed four nuns, among them Ada Orlu. Mali arrested six clerks. The men were seized at a gate.",
        "Chad freed four nuns, among them Ada Orlu. Two others were arrested on Tuesday.",
        "Chad freed four nuns, among them Ada Orlu. The three were arrested on Tuesday.",
    ],
)
def test_those_named_of_a_group_are_not_meant_by_words_for_others(text: str) -> None:
    """Another group, others, or another number: who is named of the first is none of them."""
    claims = [c for c in told(text) if c.type == "DETAIN"]
    assert claims
    assert {n for c in claims for n in c.names("person")} == set()


def test_where_a_group_named_in_part_went_is_not_told_of_each() -> None:
    """The road of the four is that of no one by name, and what is asked for all is asked for others."""
    claims = told(
        "Chad freed four nuns on Monday, among them Ada Orlu. The women were flown to Kenya on Tuesday. "
        "More than sixty people are still inside, and all must be freed, the bishop said."
    )
    assert {n for c in claims if c.type == "TRANSFER" for n in c.names("person")} == set()
    assert {n for c in claims if c.mode == "demanded" for n in c.names("person")} == set()


def test_brothers_named_of_a_group_are_two() -> None:
    """A surname that two share makes them no one person."""
    text = "Chad freed four clerks on Monday. Among them are the brothers Jon and Ben Roth. "
    (claim,) = (c for c in told(text + "The four were arrested in 2019.") if c.type == "DETAIN")
    assert set(claim.names("person")) == {"Jon Roth", "Ben Roth"}


def test_three_declined_bail_by_name_are_the_three() -> None:
    """Told by their names and no noun, whatever number the reader gave them."""
    text = "The court declined to free Ada Orlu, Ann Brandt and Eva Marr. The three were arrested in 2019."
    (claim,) = (c for c in told(text) if c.type == "DETAIN")
    assert set(claim.names("person")) == NAMES


NAMED = "Chad arrested six weavers in May, among them Ira Dann and Mia Kell. "


@pytest.mark.parametrize(
    ("text", "type_", "names"),
    [
        ("Mia Kell died in June. The weavers were freed on Friday.", "RELEASE", {"Ira Dann"}),
        ("Mia Kell was shot dead in June. The weavers were jailed for nine years.", "SENTENCE", {"Ira Dann"}),
        ("Mia Kell broke out of her cell. The weavers were jailed for nine years.", "SENTENCE", {"Ira Dann"}),
        ("She escaped in June. The weavers were jailed for nine years.", "SENTENCE", set()),
        ("Mia Kell's death in June was no news. The six were freed on Friday.", "RELEASE", {"Ira Dann"}),
        ("Mia Kell was freed in June. The weavers were jailed for nine years.", "SENTENCE", {"Ira Dann"}),
        ("The six were freed on Friday; Mia Kell is too ill to be moved.", "RELEASE", {"Ira Dann"}),
        ("The six were freed on Friday, save Mia Kell.", "RELEASE", set()),
        ("The six were freed on Friday, except for her.", "RELEASE", set()),
        ("The weavers were freed on Friday, apart from one.", "RELEASE", set()),
        ("The weavers were freed on Friday, with the exception of the oldest.", "RELEASE", set()),
    ],
)
def test_of_whom_something_is_told_alone_is_not_meant_by_all(text: str, type_: str, names: set[str]) -> None:
    """The dead, the fled, those let go before and those excepted are none of those told of further on."""
    claims = [c for c in told(NAMED + text) if c.type == type_ and c.names("group") and c.mode != "denied"]
    assert claims
    assert {n for c in claims for n in c.names("person")} == names


@pytest.mark.parametrize(
    "text",
    [
        "The weavers were freed on Friday.",
        "Mia Kell was jailed before. The weavers were sentenced to a year on Friday.",
    ],
)
def test_what_is_told_of_one_and_ends_nothing_leaves_her_one_of_them(text: str) -> None:
    """Of all of them what befalls the weavers is told, whatever else is told of one."""
    claims = [
        c for c in told(NAMED + text) if c.type in {"RELEASE", "SENTENCE"} and "weavers" in c.names("group")
    ]
    assert {n for c in claims for n in c.names("person")} == {"Ira Dann", "Mia Kell"}


def test_whoever_is_excepted_by_name_is_none_of_those_a_pronoun_means() -> None:
    """ "They", where the report named two of them: the other one."""
    claims = told(NAMED + "They were freed on Friday, save Mia Kell.")
    freed = [c for c in claims if c.type == "RELEASE" and c.mode == "performed"]
    assert [c.names("person") for c in freed] == [("Ira Dann",)]


def test_whoever_died_is_not_let_go_with_those_of_whom_a_roster_named_her() -> None:
    """A name given behind the arrest is not carried to a release told after her death."""
    text = "Chad arrested six weavers in May. Among them was Mia Kell, who died in a cell. "
    (claim,) = (c for c in told(text + "The weavers were freed on Friday.") if c.type == "RELEASE")
    assert claim.names("person") == ()


@pytest.mark.parametrize(
    ("clause", "whom"),
    [
        ("who were arrested in May", ("Ada Orlu", "Ben Roth", "Lena Marr")),
        ("who have been arrested", ("Ada Orlu", "Ben Roth", "Lena Marr")),
        ("who was arrested in May", ("Lena Marr",)),
        ("who had been arrested in May", ("Lena Marr",)),
        ("whom a court had jailed", ("Lena Marr",)),
    ],
)
def test_a_clause_behind_a_list_is_of_all_or_of_the_last(clause: str, whom: tuple[str, ...]) -> None:
    """ "X, Y and Z, who was …" is of Z, "who were …" of all; where the verb does not tell, of Z for sure."""
    text = f"Chad freed Ada Orlu, Ben Roth and Lena Marr, {clause}."
    assert sorted(*(c.names("person") for c in told(text) if c.type in {"DETAIN", "SENTENCE"})) == [*whom]


def test_the_next_of_a_list_is_no_name_of_the_one_before() -> None:
    """ "X, Y and Z, who were …": nobody is called "Y and Z"."""
    assert not of_type("ATTRIBUTE", "Chad freed Ada Orlu, Ben Roth and Lena Marr, who were arrested in May.")


def test_who_is_no_state_whose_officials_they_are() -> None:
    """ "Officials from Chad and Mali, who had detained the nurses": the officials had."""
    text = "Officials from Chad and Mali, who had detained the nurses, met on Monday."
    assert all("Mali" not in c.names("detainer") for c in told(text))
