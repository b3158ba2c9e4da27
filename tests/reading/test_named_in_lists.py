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


@pytest.mark.parametrize("freed", ["released Saturday", "freed on Monday"])
def test_one_of_those_freed_is_freed_and_not_held(freed: str) -> None:
    """ "Among those still held are X and Y. One of those released was Z": Z is out."""
    text = (
        "Chad freed nine men. Dozens remain imprisoned. Among them are the journalists Ada Orlu and Ben"
        f" Roth.\n\nOne of those {freed} was Ira Dann, a blogger and member of a youth group."
    )
    assert any("Ira Dann" in c.names("person") for c in of_type("RELEASE", text))
    assert all("Ira Dann" not in c.names("person") for c in of_type("CUSTODY_STATE", text))


def test_those_among_so_many_freed_are_named_behind() -> None:
    """ "Among more than 400 convicts freed on the eve of a holiday were X and Y"."""
    text = "Among more than 400 convicts freed Saturday on the eve of the holiday were Ada Orlu and Ben Roth."
    freed = {name for c in of_type("RELEASE", text) for name in c.names("person")}
    assert freed == {"Ada Orlu", "Ben Roth"}


def test_who_is_let_off_a_fine_leaves_no_prison() -> None:
    """ "Released from punishments other than prison", "from fines": nobody walks out."""
    text = "Chad pardoned 80 people. Of them, nine were released from punishments other than imprisonment."
    assert not of_type("RELEASE", text)
    assert [c.quantity.lo for c in of_type("CLEMENCY", text) if c.quantity is not None] == [80, 9]
