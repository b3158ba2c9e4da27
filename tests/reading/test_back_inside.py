"""Who goes back inside, and who is only taken somewhere, or goes there as no prisoner."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Wardens released Ada Orlu, and then took her back to her cell.", "background"),
        ("Police freed Ada Orlu and took her back to the police station.", "background"),
        ("The rebels freed the nurse and took her back to Dorn.", "performed"),
        ("Police released Ada Orlu, and then took her back to her hotel.", "performed"),
    ],
)
def test_only_who_is_taken_back_inside_was_out_for_a_while(text: str, mode: str) -> None:
    """ "Took her back to her cell" undoes it; "back to Dorn", "back to her hotel" does not."""
    assert [c.mode for c in of_type("RELEASE", text)] == [mode]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Chad freed two. The singer returned to prison on Monday after a brief furlough.", True),
        ("Chad freed two. The singer returned to prison to serve the rest of his sentence.", True),
        ("Chad freed two. Ada Orlu's return to prison on Monday shocked her friends.", True),
        ("Chad freed two. The priest returned to prison on Friday to serve as chaplain for a term.", False),
        ("Chad freed two. The lawyer returned to jail on Monday with bail papers for his client.", False),
        ("Chad freed two. Ada Orlu's return to Dorn prison as a teacher surprised the guards.", False),
        ("Chad freed two. Her lawyers fought her return to prison.", False),
        ("Chad freed two. The mayor's return to custody was ordered by a court.", False),
    ],
)
def test_who_goes_into_a_prison_is_taken_only_as_a_prisoner(text: str, taken: bool) -> None:
    """After a furlough, or to serve a sentence; a chaplain, a lawyer, a teacher is not held.

    Nor is anybody whose return is only ordered or fought.
    """
    assert bool(of_type("DETAIN", text)) is taken


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ada Orlu was released from the Kell Correctional Centre on Monday.", "RELEASE"),
        ("Ada Orlu was released from correctional labour on Monday.", "CLEMENCY"),
    ],
)
def test_out_of_a_correctional_centre_is_out_of_prison(text: str, kind: str) -> None:
    """A centre is a prison; correctional labour is a punishment that is remitted."""
    assert [c.type for c in of_type("RELEASE", text) + of_type("CLEMENCY", text)] == [kind]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("In Dorn, 35 were arrested.", 35),
        ("Of the 90 held in Kell, 40 were arrested again.", 40),
    ],
)
def test_behind_a_place_and_a_comma_stands_a_number_of_people(text: str, many: int) -> None:
    """ "In Dorn, 35 were arrested": nobody is called Dorn, or is 35."""
    assert [(c.names("person"), c.quantity.lo if c.quantity else 0) for c in of_type("DETAIN", text)] == [
        ((), many)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two nuns were taken by rebels on Monday. The two were freed on Tuesday.", ()),
        ("The two were freed on Tuesday.", ("Ada Orlu", "Ben Roth")),
    ],
)
def test_the_two_are_the_last_two_told(text: str, names: tuple[str, ...]) -> None:
    """Where two others were counted, they are meant, and not the two who are known by name."""
    before = "Ada Orlu was jailed in May. Ben Roth was jailed in June. "
    assert of_type("RELEASE", before + text)[-1].names("person") == names


@pytest.mark.parametrize(
    "text",
    [
        "Salt and Rachel Orlu were freed a couple of days later.",
        "Two brothers were freed along with Salt and Rachel Orlu, a doctor.",
        "Salt and Rachel Orlu were freed on Monday. The couple of judges who heard them wept.",
    ],
)
def test_a_couple_of_days_is_no_family(text: str) -> None:
    """A name is lent only where *the couple* means the two."""
    assert not any("Salt Orlu" in c.names("person") for c in of_type("RELEASE", text))


def test_behind_the_lawyer_who_says_so_stands_a_number_of_people() -> None:
    """ "According to the lawyer X, 17 were arrested": X was not."""
    claims = of_type("DETAIN", "According to the lawyer Carl Lind, 17 were arrested on Monday.")
    assert not any(c.names("person") for c in claims)


@pytest.mark.parametrize(
    ("before", "freed"),
    [
        ("Two women and three men were freed.", True),
        ("Nine men were freed on Monday, five of them nurses.", True),
        ("Nine men were freed on Monday. Five others were turned back.", False),
    ],
)
def test_one_of_the_five_is_one_of_the_sum_or_of_the_part(before: str, freed: bool) -> None:
    """Two and three are five, and five of nine are told of; five others are not."""
    claims = of_type("RELEASE", f"{before} Ada Orlu is one of the five.")
    assert any("Ada Orlu" in c.names("person") for c in claims) is freed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Carl Lind met her in prison on Monday. He was freed a day later.", ("Carl Lind",)),
        ("Carl Lind, the lawyer, said her trial was unfair. He was freed on Monday.", ("Carl Lind",)),
        ("Ada Orlu spoke to her son by phone on Monday. She was freed a day later.", ("Ada Orlu",)),
    ],
)
def test_her_of_somebody_else_calls_nobody_she(text: str, names: tuple[str, ...]) -> None:
    """Only what is one's own tells which pronoun is one's own."""
    assert of_type("RELEASE", text)[-1].names("person") == names
