"""People told by their number or in one word, and named in another clause."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

OTHERS = "Varland freed forty nuns on Monday. "


def people(text: str, kind: str = "RELEASE", mode: str = "performed") -> set[str]:
    """Whom the claims of a type and mode name, each in a span of its own."""
    assert all(c.span.exact for c in told(text))
    return {name for c in told(text) if c.type == kind and c.mode == mode for name in c.names("person")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Three teachers on the list were not let go: Jon Holt, Ada Marr and Ben Roth are kept in.",
            {"Jon Holt", "Ada Marr", "Ben Roth"},
        ),
        (
            "Thousands of farmers have not been freed, nor have Jon Holt, Colonel Ada Marr and Dr. Ben Roth.",
            {"Jon Holt", "Ada Marr", "Ben Roth"},
        ),
        (
            "The priest Kai Moe was not released, and neither were Jon Holt and Ada Marr.",
            {"Kai Moe", "Jon Holt", "Ada Marr"},
        ),
        (
            "Kai Moe was not pardoned. Nor was Ada Marr, who has served nine years.",
            {"Kai Moe", "Ada Marr"},
        ),
        ("Those not freed are Jon Holt, Ada Marr and Ben Roth.", {"Jon Holt", "Ada Marr", "Ben Roth"}),
        ("Among those who were not released are Jon Holt and Ada Marr.", {"Jon Holt", "Ada Marr"}),
        (
            "Others who should have been on the list and were not, it said, are Jon Holt and Ada Marr.",
            {"Jon Holt", "Ada Marr"},
        ),
        ("Those who were to be freed but were not include Jon Holt and Ada Marr.", {"Jon Holt", "Ada Marr"}),
    ],
)
def test_whoever_is_told_not_to_be_freed_has_his_name(text: str, names: set[str]) -> None:
    """Behind a colon, behind "nor have" and "those not freed are": denied, and freed by no claim."""
    both = [c for c in told(OTHERS + text) if c.type in {"RELEASE", "CLEMENCY"}]
    assert {name for c in both if c.mode == "denied" for name in c.names("person")} == names
    assert not {name for c in both if c.mode != "denied" for name in c.names("person")}


@pytest.mark.parametrize(
    "text",
    [
        "Kai Moe was not released, nor has Ada Marr commented.",
        "Kai Moe was not released, nor was Ada Marr, his lawyer, told why.",
        "Kai Moe was not released, nor did Ada Marr, his lawyer, see him.",
        "Those not freed are in Lund prison, Ada Marr said.",
        "Those who were not freed were visited by Ada Marr and Ben Roth.",
        "The people who were not pardoned are angry, say Ada Marr and Ben Roth.",
        "Three nuns were not freed: Ada Marr and Ben Roth were angry.",
        "Others who should have come to the talks and did not are Ada Marr and Ben Roth.",
    ],
)
def test_whoever_else_is_named_there_is_not_told_of(text: str) -> None:
    """Who says it, visits them, or is told of by a verb of his own."""
    named = {name for c in told(OTHERS + text) if c.type == "RELEASE" for name in c.names("person")}
    assert named <= {"Kai Moe"}


@pytest.mark.parametrize(
    "text",
    ["He expects the cells they leave to fill up again.", "The prison that they leave is a ruin, he said."],
)
def test_the_cells_they_leave_are_left_on_no_day(text: str) -> None:
    """A present behind the word for a prison says which prison is meant: nobody is freed by it."""
    report = OTHERS + "Three priests have not been let go. " + text
    assert not [c for c in told(report) if c.rule == "release.left_it"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Three deputies are also among Monday's group: Jon Holt, Ada Marr and Ben Roth. So is Eva Lund.",
            {"Jon Holt", "Ada Marr", "Ben Roth", "Eva Lund"},
        ),
        ("Two priests, Jon Holt and Ada Marr, are part of the group.", {"Jon Holt", "Ada Marr"}),
        (
            "In addition to Jon Holt and the poet Ada Marr, those who came out are Ben Roth and Eva Lund.",
            {"Jon Holt", "Ada Marr", "Ben Roth", "Eva Lund"},
        ),
        (
            "Besides Jon Holt, those who walked free were Ada Marr and Ben Roth.",
            {"Jon Holt", "Ada Marr", "Ben Roth"},
        ),
        (
            "Best known is Jon Holt, a poet. With him in the convoy of four cars were Ada Marr and Ben Roth.",
            {"Jon Holt", "Ada Marr", "Ben Roth"},
        ),
        ("The most senior of them is Jon Holt, a former minister.", {"Jon Holt"}),
        ("Some were out at once, others (such as Jon Holt, whose name was misspelt) later.", {"Jon Holt"}),
        ("Most walked out the same day, some (Jon Holt, for one) only on Friday.", {"Jon Holt"}),
        (
            "Those from the army, all cooks, are Jon Holt and Ada Marr, captured in 1998, and Ben Roth.",
            {"Jon Holt", "Ada Marr", "Ben Roth"},
        ),
        (
            "Those from the police are Eva Lund, a clerk; and Captain Ole Dahl, held since May.",
            {"Eva Lund", "Ole Dahl"},
        ),
        ('Also free are the medic Jon Holt ("Bird") and Ada Marr, who is 40.', {"Jon Holt", "Ada Marr"}),
    ],
)
def test_those_freed_by_their_number_have_their_names(text: str, names: set[str]) -> None:
    """Said to be among them, those who came out, those of a kind, the best known, some in brackets."""
    assert people(OTHERS.replace("nuns", "people") + text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Those who walked out of the talks were Jon Holt and Ada Marr.",
        "Those who came out for the march were beaten, Jon Holt said.",
        "Those who arrived were met by Jon Holt and Ada Marr.",
        "With them in the hall were their lawyers, Jon Holt and Ada Marr.",
        "Best known is Jon Holt, who was not freed.",
        "Some (such as Jon Holt) were not let out.",
        "Others (such as Jon Holt) remain in jail.",
        "Many ministers (such as Jon Holt) praised the step.",
        "Those from the government are Jon Holt and Ada Marr.",
        "The three ministers — Jon Holt, Ada Marr and Ben Roth — met in Oslo.",
        "Two lawyers are part of the group: Jon Holt and Ada Marr defend them.",
    ],
)
def test_others_beside_the_freed_are_none_of_them(text: str) -> None:
    """Who greets, defends or rules them, who stays inside, who left another place."""
    assert people(OTHERS + text) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The three Danes — Jon Holt, Ada Marr and Ben Roth — are well. Varland freed three Danish men.",
            "RELEASE",
        ),
        (
            "Chad swapped 9 men for three captains: Jon Holt, Ada Marr and Ben Roth. The three flew to Rome.",
            "TRANSFER",
        ),
        ("The three (Jon Holt, Ada Marr and Ben Roth) were let go with a warning.", "RELEASE"),
    ],
)
def test_as_many_names_as_are_counted_are_theirs(text: str, kind: str) -> None:
    """Between dashes, by their nation further on, and behind the colon of a swap."""
    assert people(text, kind) == {"Jon Holt", "Ada Marr", "Ben Roth"}


def test_the_names_behind_a_colon_are_those_of_the_nearest_as_many() -> None:
    """Not of those who were given for them, nor is whoever tells of it."""
    text = (
        "Varland let 200 people go, said Kai Moe, who heads the office, and the other 55 were traded for two "
        "captains: Jon Holt and Ada Marr."
    )
    swaps = [c for c in told(text) if c.type == "RELEASE" and c.quantity is not None]
    assert {c.quantity.lo: set(c.names("person")) for c in swaps if c.quantity is not None} == {
        200: set(),
        55: set(),
        2: {"Jon Holt", "Ada Marr"},
    }


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Rebels let go ten men, four soldiers and six policemen, on Monday.", [10]),
        ("Rebels freed nine captives – five soldiers and four drivers – on Monday.", [9]),
        ("Rebels freed nine teachers, five monks and three clerks.", [9, 5, 3]),
        ("Rebels freed ten men, four women and six boys.", [10, 4, 6]),
    ],
)
def test_parts_that_make_up_a_number_are_told_with_it(text: str, counts: list[int]) -> None:
    """Whatever they are called; men are no women, and what does not add up stands beside."""
    freed = [c.quantity.lo for c in told(text) if c.type == "RELEASE" and c.quantity is not None]
    assert freed == counts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Freed are Jon Holt and Ada Marr, seized in 1998, and Ben Roth and Eva Lund, seized in 1999.",
            [{"Jon Holt", "Ada Marr"}, {"Ben Roth", "Eva Lund"}],
        ),
        (
            "Chad freed Jon Holt; Ada Marr and Ben Roth, cooks, seized in May; and Ole Dahl, held since May.",
            [{"Ada Marr", "Ben Roth"}, {"Ole Dahl"}],
        ),
        (
            "Jon Holt, Ada Marr and Ben Roth, all captured in the war, were freed by Varland.",
            [{"Jon Holt", "Ada Marr", "Ben Roth"}],
        ),
        ("Varland freed Jon Holt, a poet, and Ada Marr, arrested in May.", [{"Ada Marr"}]),
        ("Varland freed Jon Holt, arrested in May, and Ada Marr.", [{"Jon Holt"}]),
    ],
)
def test_what_is_told_behind_names_is_told_of_those_before_it(text: str, names: list[set[str]]) -> None:
    """Back to the last detail or semicolon; behind a description only of the last."""
    assert [set(c.names("person")) for c in told(text) if c.type == "DETAIN"] == names


def test_names_before_a_semicolon_are_those_of_its_clause() -> None:
    """Whom a court condemned is not seized with those of whom the next clause tells."""
    court = "A court condemned two of the ten, Jon Holt and Ada Marr, to death"
    (taken,) = (
        c for c in told(f"{court}; the Danes, Ben Roth and Eva Lund, were seized.") if c.type == "DETAIN"
    )
    assert set(taken.names("person")) == {"Ben Roth", "Eva Lund"}


BULLETS = (
    "• Jon Holt, born in 1967, a governor, gave himself up shortly before he was seized in January 2002.\n\n"
    "• Ada Marr (or Ada Mar), a clerk, and Ben Roth, chief of staff, accused of fraud. Both met Kai Moe.\n\n"
    "• Eva Lund, picked up on May 6. She was a student then.\n"
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Four prisoners were freed on Saturday.\n\nWho they are, per the paper:\n\n", 4),
        ("Four Danes were freed from jail.\n\nThis is how a report describes them:\n\n", 4),
        ("Four nuns were freed from jail.\n\nWhat is known of them:\n\n", 4),
        ("Nine prisoners were freed on Saturday.\n\nWho they are, per the paper:\n\n", 0),
        ("Four prisoners were freed on Saturday.\n\nWho the ministers are:\n\n", 0),
        ("Four prisoners were freed on Saturday.\n\nThose who are still inside:\n\n", 0),
    ],
)
def test_bullets_that_describe_a_group_name_it(text: str, names: int) -> None:
    """Each opens with a name, or two that are joined; as many as are counted, and no others."""
    whole = {"Jon Holt", "Ada Marr", "Ben Roth", "Eva Lund"}
    assert people(text + BULLETS) == (whole if names else set())


def test_both_are_not_all_of_five() -> None:
    """ "Both", behind a group that is named in full and larger, points to no whole of it."""
    five = "Five nuns were freed: Jon Holt, Ada Marr, Ben Roth, Eva Lund and Ole Dahl."
    both = [c for c in told(f"{five} Both had been arrested in May.") if c.type == "DETAIN"]
    assert all(not c.names("person") for c in both)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The others freed are Jon Holt and Ada Marr.", {"Jon Holt", "Ada Marr"}),
        ("Prices fell. The other two — Jon Holt and Ada Marr — went home.", {"Jon Holt", "Ada Marr"}),
        ("Prices fell. The other two — Jon Holt and Ada Marr — said nothing.", set()),
        ("The others are Jon Holt and Ada Marr.", set()),
        ("The other two — Jon Holt and Ada Marr — are still in jail.", set()),
        ("The other ministers — Jon Holt and Ada Marr — said nothing.", set()),
    ],
)
def test_the_rest_of_a_group_has_its_names(text: str, names: set[str]) -> None:
    """Where the words say what befell them, or as many are named as are counted."""
    assert people(f"Varland freed nine Danes. {text}") == names


def test_the_rest_who_were_pardoned_are_of_the_pardoned() -> None:
    """Not of those who are told since to be freed in return."""
    swap = "Varland granted clemency to seven Danes in return for four nuns held in Osmia."
    text = f"{swap} Prices fell. The others receiving clemency are Jon Holt and Ada Marr."
    assert people(text, "CLEMENCY") == {"Jon Holt", "Ada Marr"}
    assert people(text) == set()


def test_all_names_of_a_group_are_told_wherever_the_same_group_is() -> None:
    """ "Five Danes freed by Chad came home": named in full further on, they came home by their names too."""
    text = (
        "Two Danes freed by Varland came home to Denmark on Monday. Best known is Jon Holt, a poet. "
        "With him in the plane was Ada Marr, arrested in May."
    )
    assert people(text, "TRANSFER") == people(text) == {"Jon Holt", "Ada Marr"}


def test_those_also_free_are_listed_behind_a_byname() -> None:
    """The quotes of a byname in brackets end no list."""
    text = 'Also free are the medic Jon Holt ("Bird") and Ada Marr, as well as Ben Roth and Eva Lund.'
    assert people(OTHERS + text) == {"Jon Holt", "Ada Marr", "Ben Roth", "Eva Lund"}


def test_whom_the_other_side_of_a_swap_names_is_of_its_own() -> None:
    """ "Freed seven clerks in return for four Danes, among them X": she is none of the seven."""
    text = "Chad freed seven clerks in return for four Danes, among them Ada Marr."
    freed = {c.quantity.lo: c.names("person") for c in told(text) if c.type == "RELEASE" and c.quantity}
    assert freed == {7: (), 4: ("Ada Marr",)}
