"""Who is named in a list of the freed: by nation, by calling, behind a relative clause, on a flight."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, told

FREED = "Chad freed 40 Danes on Monday. "


def freed(text: str) -> set[str]:
    """Everybody named in a release."""
    return {name for c in of_type("RELEASE", text) for name in c.names("person")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Danish nurse Ada Orlu, Norway's Ben Roth, Briton Vera Bow and American Kyan Hay are free.",
            {"Ada Orlu", "Ben Roth", "Vera Bow", "Kyan Hay"},
        ),
        (
            "Chad announced the release of Frenchwoman Sophie Petron, 75, and the politician Suma Cisse.",
            {"Sophie Petron", "Suma Cisse"},
        ),
        (
            "Clerk Lena Marr and environmental engineer Gina Paola Uribe Villar were freed on Friday.",
            {"Lena Marr", "Gina Paola Uribe Villar"},
        ),
        (
            "Iran released correspondent Jason Reza and three other detained Iranian Americans.",
            {"Jason Reza"},
        ),
        (
            "The three who were freed are Sean Turn, a Dane, Vera Bow and the cook Toro Kubo.",
            {"Sean Turn", "Vera Bow", "Toro Kubo"},
        ),
        (
            FREED + "Danish prisoners freed by Chad included reporter Ada Orlu and ex-sailor Ben Roth.",
            {"Ada Orlu", "Ben Roth"},
        ),
        (FREED + "Among those included in Thursday's swap was Ada Orlu, a nurse.", {"Ada Orlu"}),
        (FREED + "Among the U.S. citizens freed was Ada Orlu, a nurse.", {"Ada Orlu"}),
        (
            "Chad and Oman exchanged prisoners. Among those Chad returned was the poet Olaf Sand.",
            {"Olaf Sand"},
        ),
        (
            FREED + "On the flight to Oslo were the doctor Marcel Cano, 45, and the poet Rig Iglen, 40.",
            {"Marcel Cano", "Rig Iglen"},
        ),
        (
            "Chad freed three Danes. The three, named as Rick Silvan, Alfred Pul and Manuel Ubals, are well.",
            {"Rick Silvan", "Alfred Pul", "Manuel Ubals"},
        ),
    ],
)
def test_everybody_in_the_list_is_named(text: str, names: set[str]) -> None:
    """Phenomena 7 and 8: nations and callings stand before names, and belong to none."""
    assert freed(text) == names


@pytest.mark.parametrize(
    "text",
    [
        FREED + "On the plane to Oslo were two ministers and a priest.",
        FREED + "On the plane to Oslo was Minister Ada Orlu.",
    ],
)
def test_officials_aboard_were_not_freed(text: str) -> None:
    """Who fetches them was not held."""
    assert len(of_type("RELEASE", text)) == 1


def test_who_is_among_those_set_for_release_is_not_out_yet() -> None:
    """As the number stands, so does the name."""
    assert {c.mode for c in of_type("RELEASE", "Ada Orlu, a nurse, is among 40 Danes set for release.")} == {
        "intended"
    }


def test_no_prisoner_arrests_his_fellows() -> None:
    """ "Three other detained Danes": no deed of the man before the *and*."""
    text = "Kenya released reporter Ada Orlu and three other detained Danish nurses on Friday."
    assert {c.type for c in told(text)} == {"RELEASE", "ATTRIBUTE"}


def test_the_first_past_says_who_the_second_what() -> None:
    """ "Three Danes jailed on Bali landed": they landed."""
    (claim,) = of_type("TRANSFER", "Three Danes jailed on Bali for smuggling in 2011 landed in Oslo.")
    assert claim.quantity is not None
    assert claim.quantity.lo == 3
