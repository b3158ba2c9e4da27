"""In whose hands the same people were, where another sentence tells it: always inferred."""

from __future__ import annotations

import pytest
from tests.reading.reports import article, told


def fillers(text: str, kind: str, role: str, *, dateline: str | None = None) -> set[tuple[str, bool]]:
    """Names in a role of the claims of a type, and whether they are inferred."""
    claims = told(article(text, dateline=dateline))
    found = (f for c in claims if c.type == kind for f in c.roles.get(role, ()))
    return {(f.name, f.inferred) for f in found if f.name != "UNSTATED"}


PERU = " Peru freed two Kenyan nuns."
"""A second state that frees, so that no state is the only one."""


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        (
            "Ben Roth, a baker held in Chad since May, is ill. Roth was released on Monday.",
            "RELEASE",
            "releaser",
        ),
        ("Chad freed nine Danish divers. The nine divers had been arrested in May.", "DETAIN", "detainer"),
        ("Chad freed nine Danish divers. The nine divers landed in Oslo on Friday.", "TRANSFER", "from"),
        ("Chad let out a carpenter in May. The carpenter was arrested in 2021.", "DETAIN", "detainer"),
        ("Chad has let go Ada Brandt. Brandt was sentenced to six years in 2021.", "SENTENCE", "authority"),
        ("Ada Brandt has been held in Chad since May. Brandt has not been released.", "RELEASE", "releaser"),
    ],
)
def test_the_same_people_were_in_the_same_hands(text: str, kind: str, role: str) -> None:
    """By their names, their noun and number, or as the only one of a noun."""
    assert ("Chad", True) in fillers(text + PERU, kind, role)


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        ("Chad freed nine Danish divers. Eight divers had been arrested in May.", "DETAIN", "detainer"),
        ("Chad let out a carpenter in May. Two carpenters were arrested in 2021.", "DETAIN", "detainer"),
        ("Ada Brandt left Chad in May. Brandt was released on Monday.", "RELEASE", "releaser"),
        (
            "Ada Brandt was held in Chad and later in Gabon. Brandt was released on Monday.",
            "RELEASE",
            "releaser",
        ),
        ("Four hostages held by insurgents in Chad were freed on Thursday.", "RELEASE", "releaser"),
        ("Chad freed Ada Brandt on Monday. Brandt was arrested in Gabon in May.", "DETAIN", "detainer"),
    ],
)
def test_others_and_those_of_two_hands_were_in_nobody_s(text: str, kind: str, role: str) -> None:
    """Another number, a mere journey, two states, hostages of a band: nothing tells who held these."""
    assert ("Chad", True) not in fillers(text + PERU, kind, role)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("After five years in Taliban hands, Ben Roth was turned over on Saturday to soldiers.", "Taliban"),
        ("Ben Roth was freed on Monday after nine months in the hands of Hezbollah.", "Hezbollah"),
    ],
)
def test_who_was_in_the_hands_of_a_band_was_let_go_by_it(text: str, by: str) -> None:
    """Whose hands they are stands before them or behind."""
    assert fillers(text, "RELEASE", "releaser") == {(by, True)}
    assert (by, False) in fillers(text, "DETAIN", "detainer")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("CHAD: Three teachers freed\nThe release of Ada Brandt and Bo Marr is a first step.", "Chad"),
        ("Press statement – Chad: three freed\nThe release of Ada Brandt is a first step.", "Chad"),
        ("The release of Ada Brandt is a first step. Activists in Chad still sit in jail.", "Chad"),
        ("Chad's junta gave no reason. Ada Brandt was released on Monday.", "Chad"),
        ("Ada Brandt was released on Monday, the foreign ministry of Chad said.", None),
        ("Chad welcomed the release of Ada Brandt.", None),
        ("Ada Brandt was released on Monday after talks in Chad.", None),
        ("Activists in Chad are glad. Nine Chadians were released on Monday.", None),
        ("Activists in Chad and Peru are glad. Ada Brandt was released on Monday.", None),
    ],
)
def test_a_report_of_one_state_s_prisons_is_set_there(text: str, state: str | None) -> None:
    """By its label, its junta, those who dissent there; who speaks, welcomes or hosts held nobody."""
    assert fillers(text, "RELEASE", "releaser") == ({(state, True)} if state is not None else set())


def test_political_prisoners_are_held_where_they_are_told_to_be() -> None:
    """Also where the report speaks of another state that takes them in."""
    came = "Nine political prisoners came to Madrid, Spain. Ada Brandt was released in May. "
    text = f"{came}She grieves while there is a political prisoner in Cuba."
    assert ("Cuba", True) in fillers(text, "RELEASE", "from")


@pytest.mark.parametrize(
    ("text", "role", "want"),
    [
        ("Chad freed Ben Roth, who landed at Eindhoven air base on Monday.", "to", "Netherlands"),
        ("Chad freed Ben Roth, who flew on to the hospital at Landstuhl, Germany.", "to", "Germany"),
        ("Chad freed Ben Roth. Roth landed at Abidjan airport on Monday.", "to", "Ivory Coast"),
    ],
)
def test_a_place_is_told_with_its_state(text: str, role: str, want: str) -> None:
    """An airport lies where its city does, a town where it is said to lie."""
    assert (want, True) in fillers(text, "TRANSFER", role)


def test_beside_a_prison_stands_the_state_that_frees() -> None:
    """A prison by name alone tells not whose it is."""
    assert fillers("Chad freed Ben Roth from Orlu prison.", "RELEASE", "from") == {
        ("Orlu prison", False),
        ("Chad", True),
    }


def test_where_people_are_from_is_not_where_they_were_held() -> None:
    """ "Nine sailors, two of them from Peru"."""
    text = "Nine sailors, two of them from Peru, were freed on Monday."
    assert fillers(text, "RELEASE", "from") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Chad freed Ada Brandt in return for Jon Holt, a guard serving life in Sweden over a killing.",
        "Chad freed Ada Brandt in exchange for a trafficker doing time in Sweden.",
    ],
)
def test_who_serves_a_term_in_a_state_is_held_there(text: str) -> None:
    """Given for somebody, he was in that state's hands, which gets the other back."""
    assert ("Sweden", True) in fillers(text, "RELEASE", "releaser")
    assert ("Sweden", True) in fillers(text, "RELEASE", "to")


def test_who_has_concerns_frees_nobody() -> None:
    """A misgiving about a deed is no deed of the one who has it."""
    text = "Minister Ali Bor has concerns over freeing arsonists. Nobody has been let out in Chad."
    assert "Ali Bor" not in {name for name, _ in fillers(text, "RELEASE", "releaser")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In a valley of Orlu, the Mountain Front (MF) has in the last hours let go ten men.", "RELEASE"),
        ("The three women of the crew, let go in May thanks to Kenya, were jailed by Chad.", "DETAIN"),
    ],
)
def test_who_acts_stands_behind_a_place_and_who_is_let_go_acts_not(text: str, kind: str) -> None:
    """Neither the place before the comma nor the women let go free anybody."""
    by = {name for name, _ in fillers(text, "RELEASE", "releaser")}
    assert by <= {"Mountain Front", "Chad"}
    assert by or kind == "DETAIN"
