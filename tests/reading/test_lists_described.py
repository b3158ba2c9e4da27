"""What describes one name of a list is told of that name alone, and who is in a list is told of all."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type


@pytest.mark.parametrize(
    ("text", "held", "freed"),
    [
        (
            "Norway freed Rico Sand, who was imprisoned in Bergen, Ilya Marr, and Ivo Dahl.",
            ["Rico Sand"],
            ["Ilya Marr", "Ivo Dahl", "Rico Sand"],
        ),
        (
            "Among those freed were Rico Sand, who was arrested in May, Ilya Marr, and Ivo Dahl.",
            ["Rico Sand"],
            ["Ilya Marr", "Ivo Dahl", "Rico Sand"],
        ),
        (
            "Rico Sand, arrested in May, Ilya Marr and Ivo Dahl were freed.",
            ["Rico Sand"],
            ["Ilya Marr", "Ivo Dahl", "Rico Sand"],
        ),
        (
            "Chad freed Rico Sand and Ilya Marr, who were arrested in May.",
            ["Ilya Marr", "Rico Sand"],
            ["Ilya Marr", "Rico Sand"],
        ),
    ],
)
def test_a_clause_behind_one_name_of_a_list_tells_of_that_one(
    text: str, held: list[str], freed: list[str]
) -> None:
    """ "X, who was held in May, Y and Z": X was held; "X and Y, who were held": both were."""
    assert sorted({n for c in of_type("DETAIN", text) for n in c.names("person")}) == held
    assert sorted({n for c in of_type("RELEASE", text) for n in c.names("person")}) == freed


def test_where_one_of_several_was_held_is_not_where_the_others_were() -> None:
    """Nothing tells where the others had been."""
    text = "The trader Rico Sand, who was imprisoned in Chad, and the spy Ivo Dahl were swapped."
    assert all(
        "Chad" not in c.names("from") for c in of_type("RELEASE", text) if "Ivo Dahl" in c.names("person")
    )


@pytest.mark.parametrize(
    ("text", "freed"),
    [
        (
            "Also included in the exchange are the trader Rico Sand and colonel Ivo Dahl.",
            ["Ivo Dahl", "Rico Sand"],
        ),
        ("Also part of the swap were Marta Nils and Omar Dahl.", ["Marta Nils", "Omar Dahl"]),
        ("The release included journalist Marta Nils and two nuns.", ["Marta Nils"]),
        ("Saturday's amnesty covered the singer Marta Nils.", []),
        ("Part of the exchange was a ban on timber.", []),
        ("The release includes a statement by Marta Nils.", []),
        ("Involved in the exchange were Qatar and Oman.", []),
    ],
)
def test_whom_a_swap_or_release_is_told_to_include_is_freed(text: str, freed: list[str]) -> None:
    """ "Also included in the exchange are X and Y"; what is no person, or only a body, is not."""
    found = of_type("RELEASE", f"Chad and Norway exchanged 26 prisoners on Thursday. {text}")
    assert sorted({n for c in found for n in c.names("person")}) == freed


def test_a_dissident_of_one_side_may_have_been_held_by_it() -> None:
    """Nothing says that the other side had a Russian dissident; of a Russian colonel it is supposed."""
    text = "Russia and Norway exchanged 26 prisoners. Also included in the exchange are {}."
    found = of_type("RELEASE", text.format("Russian dissident Ilya Marr and Russian colonel Ivo Dahl"))
    by = {c.names("person")[0]: c.names("from") for c in found if c.names("person")}
    assert by == {"Ilya Marr": (), "Ivo Dahl": ("Norway",)}
