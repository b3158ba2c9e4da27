"""A speaker who is told once in full and then shortly is one voice."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only, told


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            ("Norway freed nine prisoners on Monday, a Swedish official said. "
            "Six of them were flown to Denmark, the official added."),
            "a Swedish official",
        ),
        (
            ("Norway freed nine prisoners, a Swedish official said. "
            "Norway had freed ten prisoners, a Danish official said. "
            "Six of them were flown to Denmark, the official added."),
            "official",
        ),
        (
            ("Norway freed nine prisoners on Monday, a Swedish official said. "
            "Six of them were flown to Denmark, another official said."),
            "another official",
        ),
        (
            ("Norway freed nine prisoners, a senior Swedish official said. "
            "Norway had freed eleven prisoners, the senior Swedish official said. "
            "Six of them were flown to Denmark, the official added."),
            "a senior Swedish official",
        ),
    ],
)  # fmt: skip
def test_a_short_name_stands_for_the_one_fuller_name(text: str, source: str) -> None:
    """Of two who may be meant neither is; "another" is somebody else; of two spellings it is the first."""
    leg = next(c for c in told(text) if c.type == "TRANSFER" and "Denmark" in c.names("to"))
    assert leg.attribution[-1].name == source


def test_whose_list_it_is_stands_behind_of() -> None:
    """ "The list of the Harbour Desk" is the Harbour Desk's."""
    text = "The list of the Harbour Desk stood at 381 prisoners in custody on March 19."
    (stock,) = [c for c in told(text) if c.sub == "list_total"]
    assert stock.names("definition_owner") == ("Harbour Desk",)


def test_whoever_says_we_and_is_named_as_a_person_is_one() -> None:
    """ "We will lift the ban", minister Lena Marr says: she, and no body, promises."""
    text = 'Nine miners were freed. "We will lift the ban on Kadra," foreign minister Lena Marr said.'
    kinds = {f.kind for c in told(text) for f in c.roles.get("authority", ()) if f.name == "Lena Marr"}
    assert kinds == {"person"}


def test_they_who_act_are_those_who_say_so() -> None:
    """ "The police say that they have arrested two": they, and not those held before."""
    text = "Nine miners were held in Dorn. The Malak police say that they have arrested two men."
    (claim,) = (c for c in of_type("DETAIN", text) if c.quantity is not None and c.quantity.lo == 2)
    assert claim.names("detainer") == ("Malak police",)


def test_whose_figures_they_are_frees_nobody() -> None:
    """ "by the ministry's figures" says who counts."""
    text = "An amnesty led to the release of 7,300 inmates, by the ministry's figures."
    assert of_type("RELEASE", text)[0].roles["releaser"][0].kind == "unstated"


@pytest.mark.parametrize("text", ["“Roth freed nine nuns,” she said.", "Roth freed nine nuns, he said."])
def test_who_is_told_of_does_not_say_it(text: str) -> None:
    """ "Roth freed nine, he said": somebody else says so of Roth."""
    claim = only("RELEASE", f"The mayor spoke. {text}")
    assert [a.name for a in claim.attribution] != ["Roth"]


def test_a_first_name_that_looks_like_an_order_is_a_speaker_s() -> None:
    """ "Getachew Roth, the mayor, said …" orders nothing."""
    claim = only("RELEASE", "Getachew Ambaye, the attorney general, said nine men were freed.")
    assert [a.name for a in claim.attribution] == ["Getachew Ambaye"]


def test_no_day_says_anything() -> None:
    """ "An initiative, announced Wednesday, to …": Wednesday announced nothing."""
    text = (
        "The swap is part of an initiative, announced Wednesday, to free those held since a curb was imposed."
    )
    assert all(a.name != "Wednesday" for c in told(text) for a in c.attribution)


def test_who_is_saying_so_stands_behind_with() -> None:
    """ "X met Y, with officials saying that …": the officials say so."""
    text = "Norway and Chad have met in Oman, with officials saying Chad released a Norwegian nurse."
    assert [a.name for a in only("RELEASE", text).attribution] == ["officials"]
