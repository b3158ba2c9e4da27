"""Names that one sentence gives for people whom another tells as a group."""

from __future__ import annotations

import pytest
from tests.reading.reports import told


def people(text: str, kind: str = "RELEASE", mode: str = "performed") -> set[str]:
    """Whom the claims of a type and mode name."""
    return {name for c in told(text) if c.type == kind and c.mode == mode for name in c.names("person")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Varland freed four miners at noon. One of the four, Sergeant Jon Holt, hugged a priest.",
            {"Jon Holt"},
        ),
        ("Varland freed four miners on Monday. One of them, Jon Holt, wept at the gate.", {"Jon Holt"}),
        ("Varland freed four miners on Monday. Jon Holt, 31, one of the four, wept.", {"Jon Holt"}),
        (
            "Varland freed four miners on Monday. Two of the four are Jon Holt, jailed in May, and Ada Marr.",
            {"Jon Holt", "Ada Marr"},
        ),
        (
            "Varland freed four miners on Monday. Among the four is Jon Holt, whose father died in May.",
            {"Jon Holt"},
        ),
        (
            "Varland freed thirty people on Monday, nine of them miners. Among the nine is Jon Holt.",
            {"Jon Holt"},
        ),
        (
            "Varland freed two Finnish miners on Monday. The miners, Jon Holt and Ada Marr, went to a hotel.",
            {"Jon Holt", "Ada Marr"},
        ),
        (
            "Varland freed two miners. They are, as they came out: Jon Holt, cook; and Ada Marr, teacher.",
            {"Jon Holt", "Ada Marr"},
        ),
        (
            "Varland freed four miners. Its office later identified two of them as Jon Holt and Ada Marr.",
            {"Jon Holt", "Ada Marr"},
        ),
        (
            "Varland freed nine miners on Monday. They are understood to include Jon Holt, 66, and Ada Marr.",
            {"Jon Holt", "Ada Marr"},
        ),
        (
            "Among the eight people freed by Varland is Jon Holt, 58; others are Ada Marr, 48, and Ben Roth.",
            {"Jon Holt", "Ada Marr", "Ben Roth"},
        ),
    ],
)
def test_names_of_a_group_are_told_where_they_stand(text: str, names: set[str]) -> None:
    """In apposition, behind "are" and "among", before "one of the four": members of the group told before."""
    assert people(text) == names


def test_those_moved_have_the_names_that_the_next_sentence_gives() -> None:
    """ "They are X and Y": the names of all of them."""
    text = "Two prisoners were taken to Finland on Monday. They are Jon Holt and Ada Marr."
    assert people(text, "TRANSFER") == {"Jon Holt", "Ada Marr"}


def test_they_have_the_names_of_the_group_they_are() -> None:
    """Three are named where they are freed, and were abducted as the same three."""
    text = (
        "Rebels freed three hostages: Jon Holt, 28, Ada Marr, 30, and Ben Roth, 23. "
        "They were held for nineteen months after being kidnapped in spring 2023."
    )
    held = next(c for c in told(text) if c.type == "DETAIN" and "Jon Holt" in c.names("person"))
    assert set(held.names("person")) == {"Jon Holt", "Ada Marr", "Ben Roth"}
    assert all(f.inferred for f in held.roles["person"])


@pytest.mark.parametrize(
    "text",
    [
        "Varland freed four miners on Monday. One of them, Jon Holt's brother, wept.",
        "Varland freed four miners on Monday. One of the ten, Jon Holt, wept.",
        "Varland freed four miners on Monday. One of the guards, Jon Holt, wept.",
        "Varland freed four miners at noon. One of the four spoke to Jon Holt, a reporter.",
        "Varland freed nine of twelve miners. One of the nine, Jon Holt, is still in prison.",
    ],
)
def test_nobody_else_is_made_a_member(text: str) -> None:
    """Another's kin, another group, who is spoken to; and nobody who is told as held yet."""
    assert "Jon Holt" not in people(text)


@pytest.mark.parametrize(
    "told_next",
    [
        "Among them is the poet Jon Holt.",
        "Among those released is the poet Jon Holt.",
        "One of them, Jon Holt, wept.",
        "One of the forty, Jon Holt, wept.",
    ],
)
def test_nobody_is_sent_where_others_of_the_group_went(told_next: str) -> None:
    """ "Them" may be all who were freed, and where nine of them went is where nine went (CODEBOOK §8.4)."""
    text = f"Varland freed forty people. Nine of those freed were taken to Finland. {told_next}"
    assert people(text, "TRANSFER") == set()


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        (
            "Two skippers fined in May, Jon Holt and Ada Marr, have paid.",
            "SENTENCE",
            {"Jon Holt", "Ada Marr"},
        ),
        (
            "Two workers, Oumou Sangho and Boubacar Diakité, were freed on Monday.",
            "RELEASE",
            {"Oumou Sangho", "Boubacar Diakité"},
        ),
        (
            "Two were freed on Monday: Biram Ould Salem, who had served his term, and a minor.",
            "RELEASE",
            {"Biram Ould Salem"},
        ),
    ],
)
def test_parts_of_a_name_are_no_names(text: str, kind: str, names: set[str]) -> None:
    """As many names as are counted, each whole; a surname that is a town's too is a person's who is *who*."""
    claim = next(c for c in told(text) if c.type == kind)
    assert set(claim.names("person")) == names


@pytest.mark.parametrize(
    ("text", "kind", "role", "names"),
    [
        (
            "Foreign ministers Narek Orlu and Jon Holt are to meet in Oslo in May to discuss the prisoners.",
            "TALKS",
            "participants",
            {"Narek Orlu", "Jon Holt"},
        ),
        (
            "Varland pardoned Ada Marr and Jon Holt, who were serving sentences of six years.",
            "SENTENCE",
            "person",
            {"Ada Marr", "Jon Holt"},
        ),
        (
            "Two of the ten, Tobias Kwena Matlou and Ermelinda Ruiz Paz, were detained anew in Dorn.",
            "DETAIN",
            "person",
            {"Tobias Kwena Matlou", "Ermelinda Ruiz Paz"},
        ),
        (
            "Mikalai Holt, the last of the ten in a penal colony, and five more prisoners are at liberty.",
            "RELEASE",
            "person",
            {"Mikalai Holt"},
        ),
        ("A closed court gave Ben Roth a prison term and 74 lashes.", "SENTENCE", "person", {"Ben Roth"}),
    ],
)
def test_all_who_are_joined_are_told_of(text: str, kind: str, role: str, names: set[str]) -> None:
    """Names behind their office, names before "who were", two names run together, a name and a number."""
    claims = [c for c in told(text) if c.type == kind]
    assert {f.name for c in claims for f in c.roles.get(role, ()) if f.kind == "person"} == names


def test_lashes_are_nobody() -> None:
    """What is counted beside the term is part of it."""
    text = "A closed court gave Ben Roth a prison term and 74 lashes."
    assert all(not c.names("group") for c in told(text) if c.type == "SENTENCE")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Varland freed four miners. Two, Jon Holt and Ada Marr, had to be carried.",
            {"Jon Holt", "Ada Marr"},
        ),
        ("Varland freed four miners. One, the foreman Jon Holt, had to be carried.", {"Jon Holt"}),
        ("Varland freed four miners. Among them: Jon Holt and Ada Marr.", {"Jon Holt", "Ada Marr"}),
        (
            "Varland freed four miners. Two of them – Jon Holt and Ada Marr – are ill.",
            {"Jon Holt", "Ada Marr"},
        ),
        ("Varland freed four miners. Two of them (Jon Holt and Ada Marr) are ill.", {"Jon Holt", "Ada Marr"}),
        (
            "Varland freed four miners. Among the freed – foreman Jon Holt, held since May, and Ada Marr.",
            {"Jon Holt", "Ada Marr"},
        ),
        ("Varland freed four miners. Among them the foreman Jon Holt and two cooks.", {"Jon Holt"}),
        (
            "Varland freed the men on Monday. Also among the returnees are the cook, Jon Holt, and Ada Marr.",
            {"Jon Holt", "Ada Marr"},
        ),
        ("Varland freed two miners. They are Émile Holt and Ömer Marr.", {"Émile Holt", "Ömer Marr"}),
        (
            "Varland freed its detained miners on Monday. A daily named the miners as Jon Holt and Ada Marr.",
            {"Jon Holt", "Ada Marr"},
        ),
    ],
)
def test_names_of_a_group_are_told_in_more_ways(text: str, names: set[str]) -> None:
    """Behind a calling, behind a bare number, without any verb, by a noun that the report uses only now."""
    assert people(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Jon Holt is one of four men whom Varland freed. The others: Ada Marr, the cook Ben Roth and a nun.",
        "Varland freed Jon Holt and two other miners on Monday. The others are Ada Marr and Ben Roth.",
    ],
)
def test_the_others_are_those_of_the_group_not_named_yet(text: str) -> None:
    """As far as the number told has room for them beside those named before."""
    assert people(text) == {"Jon Holt", "Ada Marr", "Ben Roth"}


@pytest.mark.parametrize(
    "text",
    [
        "Varland freed Jon Holt and Eva Krag, two of five miners. The others are Ada Marr and Ben Roth.",
        "The rebels freed four miners. The army identified the rebels as Ada Marr and Ben Roth.",
        "Varland freed four miners. Their lawyers, Ada Marr and Ben Roth, were at the gate.",
        "Varland freed four miners. Two, in tears, thanked Ada Marr.",
        "Varland freed four miners. Police named the suspects as Ada Marr and Ben Roth.",
        "Varland freed four miners. A bank identified the donors as Ada Marr and Ben Roth.",
        "Varland freed four miners. Among them: praise for President Ada Marr, anger at Ben Roth.",
        "Varland freed four miners. Two, Judge Ada Marr and Minister Ben Roth, refused to sign.",
        "Varland freed four critics of leaders such as Ada Marr and Ben Roth.",
        "Varland freed four miners held under presidents such as Ada Marr and Ben Roth.",
    ],
)
def test_names_of_others_are_no_names_of_the_group(text: str) -> None:
    """There is no room for them, or they are called captors or lawyers, or stand further on."""
    assert not people(text) & {"Ada Marr", "Ben Roth"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Varland freed nine miners on Monday, such as Jon Holt and Ada Marr.", {"Jon Holt", "Ada Marr"}),
        (
            "Nine were freed, among them the mayors of Orsk and Belev, Jon Holt and Ada Marr, and Ben Roth.",
            {"Jon Holt", "Ada Marr", "Ben Roth"},
        ),
        (
            "Five came out. With her left Jon Holt and Ben Roth, as well as the young preacher Ole Marr.",
            {"Jon Holt", "Ben Roth", "Ole Marr"},
        ),
    ],
)
def test_names_in_a_list_of_parts(text: str, names: set[str]) -> None:
    """Behind "such as" and "as well as"; a town that the mayors are of is nobody in it."""
    assert people(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('The rapper Jon Holt "El Duro" and Ada Marr were freed on Monday.', {"Jon Holt", "Ada Marr"}),
        ("Mr Jon Holt, Dr Ada Marr and Fr. Ole Dahl were freed.", {"Jon Holt", "Ada Marr", "Ole Dahl"}),
    ],
)
def test_neither_a_nickname_nor_a_title_is_somebody_else(text: str, names: set[str]) -> None:
    """What stands in quotes right behind a name is another name of his; "Fr." is nobody's name."""
    assert people(text) == names
