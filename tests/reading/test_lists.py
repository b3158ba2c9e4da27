"""Lists under a line that says what is told of them."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

SWAP = """Norway and Cyprus exchanged prisoners on Monday.

Freed by Norway:
- Two Cypriot sailors
* Four people convicted of spying, including the editor Lena Marr

Let go by Cyprus:
1. Jon Holt, a banker
2. eight soldiers

{opening}:
- Three Finnish nuns
"""


def listed(opening: str = "Also there") -> dict[str, tuple[str, ...]]:
    """Who is told as freed in the lines of lists, with who frees them."""
    claims = [
        c for c in told(SWAP.format(opening=opening)) if c.type == "RELEASE" and c.rule != "release.swap"
    ]
    return {name: c.names("releaser") for c in claims for name in (*c.names("group"), *c.names("person"))}


def test_each_line_is_told_by_the_line_that_opens_the_list() -> None:
    """Bullets and numbers, counts and names; the agent stands above, and is said to be inferred."""
    assert listed() == {
        "Two Cypriot sailors": ("Norway",), "Four people": ("Norway",), "Lena Marr": ("Norway",),
        "Jon Holt": ("Cyprus",), "eight soldiers": ("Cyprus",),
    }  # fmt: skip
    claims = told(SWAP.format(opening="Also there"))
    assert all(f.inferred for c in claims if "sailors" in c.span.exact for f in c.roles["releaser"])


def test_a_line_that_says_it_is_not_done_tells_nobody_free() -> None:
    """ "To be freed:", "Not freed:" open lists of people who are not free."""
    for opening in ("To be freed", "Not freed", "Reactions"):
        assert "Three Finnish nuns" not in listed(opening), opening


def test_who_is_let_go_by_a_bloc_was_in_nobody_elses_cells() -> None:
    """ "Let go by the West": the state above frees its own people alone."""
    report = "Let go by Georgia:\n- Three teachers\n\nLet go by the West:\n- Eight sailors\n"
    found = {c.names("group")[0]: c for c in told(report) if c.type == "RELEASE"}
    assert found["Eight sailors"].names("releaser") == ("West",)
    assert found["Eight sailors"].names("from") == ()
    assert found["Three teachers"].names("from") == ("Georgia",)


def freed(text: str) -> list[str]:
    """Who is told by name as freed."""
    claims = [c for c in told(text) if c.type in {"RELEASE", "TRANSFER"} and c.polarity == "+"]
    return list(dict.fromkeys(n for c in claims for n in c.names("person")))


SWAPPED = "Norway and Cyprus exchanged prisoners on Monday. Ana Dorn and Jon Rask were among the nuns freed. "


def test_who_was_on_the_other_side_was_given_for_them() -> None:
    """Freed as well, and by nobody who let the first ones go."""
    claims = told(SWAPPED + "Going the opposite way were the deputy Piet Hallam and the baker Paul Tell.")
    found = {c.names("person"): c for c in claims if c.rule == "release.member"}
    assert set(found) == {("Ana Dorn",), ("Jon Rask",), ("Piet Hallam",), ("Paul Tell",)}
    assert found["Piet Hallam",].names("releaser") == ()
    assert found["Piet Hallam",].sub == "swap_release"
    assert "Paul Tell" not in freed(SWAPPED + "On the other side of the square was Paul Tell.")


def test_those_returned_or_handed_over_are_listed_too() -> None:
    """ "Among the seven sent back to Norway is X; others are Y and Z": not those returned to a prison."""
    eight = (
        "Cyprus freed nine men. Among the seven sailors sent back to {} is Jon Rask; others are Ana Dorn "
        "and Paul Tell."
    )
    assert freed(eight.format("Norway"))[:2] == ["Jon Rask", "Ana Dorn"]
    assert freed(eight.format("prison")) == []


def test_who_was_aboard_was_one_of_them() -> None:
    """Where people have just been told to be freed; nobody who was not, and on no other journey."""
    nine = "Cyprus freed 40 nuns and flew them to Norway. "
    assert freed(nine + "Officials said Clara Dorn was aboard too.") == ["Clara Dorn"]
    assert freed(nine + "Clara Dorn was on board the plane.") == ["Clara Dorn"]
    assert freed(nine + "Clara Dorn was not aboard.") == []
    assert freed(nine + "Clara Dorn was aboard the royal yacht.") == []


def test_a_wife_is_no_he() -> None:
    """ "X, wife of Y, learned that he was aboard": he is Y."""
    nine = "Cyprus freed 40 men and flew them to Norway. "
    text = (
        nine
        + "Anna Holt, wife of the editor Ewan Holt, learned from the consul that he was aboard the aircraft."
    )
    assert freed(text) == ["Ewan Holt"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Airport footage shows Jan Kowal and Adam Lis coming down the steps.", ["Jan Kowal", "Adam Lis"]),
        ("Television pictures showed Jan Kowal stepping off the plane in Oslo.", ["Jan Kowal"]),
        ("Pictures showed President Jan Kowal stepping off the plane.", []),
        ("Pictures showed Jan Kowal waiting at the airport.", []),
    ],
)
def test_who_is_seen_to_arrive_is_one_of_those_who_were_freed(text: str, who: list[str]) -> None:
    """Seen to come out or down; a president who is there was not freed, nor was who waits."""
    assert freed(f"Cyprus freed nine men on Monday. {text}") == who


def test_who_is_seen_to_arrive_where_nobody_was_freed_is_not() -> None:
    """What is told of *them* needs somebody of whom it was told before."""
    assert freed("Television pictures showed Jan Kowal stepping off the plane in Oslo.") == []
