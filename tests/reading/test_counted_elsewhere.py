"""How many were freed, where another sentence counts them."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, told


def counts(text: str, type_: str = "RELEASE") -> list[float | None]:
    """The exact number of each claim of a type, None where it has none."""
    return [c.quantity.lo if c.quantity is not None else None for c in of_type(type_, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Danes freed by Chad landed in Oslo on Monday. Beside the ten Danes, a dog came along.",
        "Chad let Danish sailors go on Monday. Nobody met the ten sailors at the pier.",
        "Chad let Danish sailors go. Nobody met the ten sailors. Police arrested four local miners.",
    ],
)
def test_a_bare_plural_is_as_many_as_the_text_then_calls_them(text: str) -> None:
    """ "The ten Danes" are those whom the report spoke of before."""
    assert counts(text)[0] == 10


@pytest.mark.parametrize(
    "text",
    [
        "Chad freed Danes on Monday. The ten Danes held in Oslo heard of it.",
        "Chad freed Danes on Monday. Ten Danes heard of it at sea.",
        "Chad freed Danes on Monday. The ten Danes and the four Danes heard of it.",
        "Chad freed prisoners on Monday. The ten prisoners remain in jail.",
        "Chad will free Danes on Monday. The ten Danes heard of it.",
    ],
)
def test_others_of_the_noun_do_not_count_them(text: str) -> None:
    """Told apart by where they are, not known before, of two numbers, still held, or not yet freed."""
    assert counts(text)[0] is None


def test_the_mass_release_is_of_the_one_group_that_went() -> None:
    """Told without saying of whom; inferred."""
    text = (
        "The minister called the mass release a good sign. "
        "In Oslo a court clerk read out that the 60 prisoners had been deported."
    )
    claim = next(c for c in told(text) if c.rule == "release.mass_noun")
    assert claim.quantity is not None
    assert claim.quantity.lo == 60
    assert {(f.name, f.inferred) for f in claim.roles["group"]} == {("60 prisoners", True)}


def test_the_mass_release_beside_two_groups_is_of_no_number() -> None:
    """Which of them it is, the report does not say."""
    text = (
        "The minister called the mass release a good sign. "
        "Chad let nine monks go on Monday, and sent 60 prisoners to Oslo."
    )
    assert all(c.quantity is None for c in told(text) if c.rule == "release.mass_noun")


def test_whoever_is_freed_and_reaches_a_place_went_there() -> None:
    """ "Danes freed … reached Oslo": the participle tells of them, the verb where they are."""
    text = (
        "Sailors freed under a pact between the Holt cabinet and Chadian President Idris Bol reached Norway."
    )
    assert [c.names("to") for c in of_type("TRANSFER", text)] == [("Norway",)]


@pytest.mark.parametrize(
    "text",
    [
        "Lena Marr, 69, and Ben Roth, 72, were released on Monday. Both own a shop.",
        "Chad released Lena Marr and Ben Roth. Nobody had told the pair why they were held.",
        "Chad has released the lawyer Lena Marr and aide Ben Roth but made the two go into exile.",
        "Lena Marr and Ben Roth were released on Saturday. The two Danes flew home.",
        "Lena Marr and Ben Roth, two Danes held in Chad since May, were released.",
        "Two Danes came home on Monday. Lena Marr, a diplomat, and Ben Roth were released by Chad.",
    ],
)
def test_the_named_are_as_many_as_the_report_calls_them(text: str) -> None:
    """CODEBOOK §5: names are not counted up, but "both" or "the two Danes" tells how many they are."""
    assert set(counts(text)) == {2}


@pytest.mark.parametrize(
    "text",
    [
        "Lena Marr and Ben Roth were released on Saturday.",
        "Lena Marr and Ben Roth were released on Saturday. Two Danes are still held.",
        "Lena Marr and Ben Roth were released on Saturday. The two Danes held in Togo are still there.",
        "Lena Marr and Ben Roth were released on Saturday. The two presidents had agreed on it.",
        "Lena Marr and Ben Roth were released. Ira Dann and Per Krag met them. The two wept.",
        "Lena Marr and Ben Roth were released on Saturday. All three wept.",
    ],
)
def test_nobody_else_counts_the_named(text: str) -> None:
    """Told of others, of officials, of two named since, or of another number."""
    assert counts(text)[0] is None


def test_they_are_as_many_as_the_names_were_called() -> None:
    """ "Named the four as A, B, C and D. They …": the number stands beside the names."""
    text = (
        "The radio named the four Danes as Ira Dann, Lena Marr, Ben Roth and Ola Krag. "
        "The president has pardoned them."
    )
    assert counts(text, "CLEMENCY") == [4]
