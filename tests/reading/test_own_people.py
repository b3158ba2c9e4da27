"""Whose people are freed says where they were and go: inferred, in swaps and of political prisoners."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only

from detente.records import Claim


def _names(claim: Claim, role: str) -> list[str]:
    return [f.name for f in claim.roles.get(role, ())]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Ada Orlu, a political prisoner, came out on Monday. That makes 14 Cuban prisoners freed.", "Cuba"),
        (
            "Nine political prisoners were let go. In all 40 Ugandan detainees have been freed.",
            "Uganda",
        ),
        ("Nine Bahraini political prisoners walked free on Friday.", "Bahrain"),
        (
            "The poet Ada Orlu walked free. Some 300 Eritrean political prisoners remain behind bars.",
            "Eritrea",
        ),
        ("Twelve political detainees came home. Chadian prisoners freed this year number 31.", "Chad"),
    ],
)
def test_political_prisoners_leave_the_custody_of_their_own_state(text: str, state: str) -> None:
    """Where the report tells of no other custody and of the prisoners of one state alone."""
    assert all(_names(c, "from") == [state] for c in of_type("RELEASE", text))
    assert of_type("RELEASE", text)


@pytest.mark.parametrize(
    "text",
    [
        "Nine prisoners were let go. That makes 14 Cuban prisoners freed.",
        "Nine political prisoners were let go. Some 14 Cuban prisoners and six Chadian prisoners remain.",
        "Nine political prisoners were swapped for a spy. That makes 14 Cuban prisoners freed.",
    ],
)
def test_other_prisoners_may_be_held_abroad(text: str) -> None:
    """Not called political, of two states, or in a swap: their nation does not say who held them."""
    assert "Cuba" not in _names(of_type("RELEASE", text)[0], "from")


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chad swapped prisoners. Chad freed nine. The Chadian spy Ben Roth was let out.",
        "Peru, Oman and Chad swapped prisoners. The Chadian pilot Ben Roth was let out.",
        "Peru swapped three sailors for two spies held in Chad. Ben Roth, a Chadian baker, was let out.",
        "Norway and Chad traded captives; Chad freed nine. The Chadian trader Ben Roth was let out.",
        "In a swap between Norway and Chad, four nuns were freed. The Chadian pilot Ben Roth was let out.",
    ],
)
def test_in_a_swap_whoever_is_of_a_side_goes_to_it(text: str) -> None:
    """Codebook D5, *to*: each side gets its own, always inferred."""
    freed = next(c for c in of_type("RELEASE", text) if "Ben Roth" in _names(c, "person"))
    assert _names(freed, "to") == ["Chad"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad freed nine miners on Monday. The Chadian pilot Ben Roth was let out.",
        "Peru and Norway swapped prisoners. The Chadian pilot Ben Roth was let out.",
        "Peru and Chad swapped prisoners. Chad let out the Chadian dissident Ben Roth.",
        "Peru, Oman and Chad swapped prisoners. The Chadian activist Ben Roth was let out.",
        "Chad jailed Ben Roth. Peru, Oman and Chad swapped captives. The Chadian Ben Roth was let out.",
    ],
)
def test_whose_own_state_frees_him_does_not_go_to_it(text: str) -> None:
    """No swap, no side of it, an opponent, or one whom his own state held."""
    freed = [c for c in of_type("RELEASE", text) if "Ben Roth" in _names(c, "person")]
    assert freed
    assert all(_names(c, "to") != ["Chad"] for c in freed)


@pytest.mark.parametrize(
    "text",
    [
        "In a swap between Norway and Peru, three Peruvian spies were let go.",
        "Three Peruvian spies were let go in an exchange between Oslo and Lima.",
        "In a swap between Lima and Oslo, three Peruvian nuns were freed.",
        "Under the swap between Peru and Norway three Peruvian sailors were released.",
        "As part of a prisoner exchange between Norway and Peru, three Peruvian pilots walked free.",
    ],
)
def test_an_exchange_between_two_has_two_sides(text: str) -> None:
    """Whose people they are says that the other freed them; a deal between two says nothing of the kind."""
    claim = next(c for c in of_type("RELEASE", text) if c.quantity is not None and c.quantity.lo == 3)
    assert (_names(claim, "releaser"), _names(claim, "to")) == (["Norway"], ["Peru"])
    deal = text.replace("swap", "deal").replace("exchange", "deal")
    assert all(_names(c, "to") == [] for c in of_type("RELEASE", deal))


@pytest.mark.parametrize(
    ("prison", "state"),
    [
        ("Minsk's Okrestina prison", "Belarus"),
        ("Tehran's Evin prison", "Iran"),
        ("Dakar's Rebeuss prison", "Senegal"),
        ("Lima's Castro Castro prison", "Peru"),
        ("Kampala's Luzira prison", "Uganda"),
    ],
)
def test_a_capital_in_the_name_of_a_prison_tells_its_state(prison: str, state: str) -> None:
    """The city holds nobody: its state does."""
    claim = only("RELEASE", f"Lena Marr was released from {prison} on Monday.")
    assert _names(claim, "releaser") == [state]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru freed Ada Lund in exchange for two Chadians, whom Norway let go.",
        "Peru let out nine nuns in exchange for two pilots whom Norway freed.",
        "Oman freed Ivo Brandt in return for two spies, whom Norway released on Friday.",
        "Chad released a priest in exchange for two clerks that Norway had let out.",
        "Peru traded three sailors for two bakers, whom Norway freed.",
    ],
)
def test_who_is_given_in_return_is_told_once(sentence: str) -> None:
    """By the clause that says who freed them, where there is one."""
    two = [c for c in of_type("RELEASE", sentence) if c.quantity is not None and c.quantity.lo == 2]
    assert [_names(c, "releaser") for c in two] == [["Norway"]]
