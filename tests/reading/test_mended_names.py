"""Nouns that the parse takes for verbs, callings beside names, and whom "his lawyer" is not."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only, told

FREED = "Oman freed forty divers on Monday.\n\n"


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Oman on Monday freed 40 divers whom church leaders view as political prisoners.", "church leaders"),
        ("Oman freed 40 divers whom rights lawyers regard as political prisoners.", "rights lawyers"),
        ("Oman freed nine monks whom aid groups consider political prisoners.", "aid groups"),
    ],
)
def test_a_noun_behind_whom_gives_the_label(sentence: str, owner: str) -> None:
    """A label belongs to those who use it, also where the parse takes their first noun for a verb."""
    claim = only("RECOGNITION", sentence)
    assert claim.names("recogniser") == (owner,)
    assert [a.name for a in claim.attribution] == [owner]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("His nephew Samir, a surgeon seized in 2018, is still in jail.", "Samir"),
        ("Her cousin Tarek, a clerk arrested in 2020, is still in Kell prison.", "Tarek"),
        ("His uncle Omar, a teacher arrested in 2019, is in prison.", "Omar"),
    ],
)
def test_what_stands_behind_a_name_is_said_of_the_name(sentence: str, name: str) -> None:
    """ "His nephew X, a surgeon seized in 2018": X was seized, and no other surgeon."""
    assert [c.names("person") for c in of_type("DETAIN", FREED + sentence)] == [(name,)]


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Beside her sat three Danes and a Chilean national.", [3, 1]),
        ("On the bus were four Omanis and at least two French citizens.", [4, 2]),
        ("In the seats behind them were three Moroccans and two Malians.", [3, 2]),
    ],
)
def test_nations_beside_the_freed_are_counted(sentence: str, counts: list[int]) -> None:
    """Phenomenon 5: who sat beside them is told by nation; it is not said that they were freed."""
    claims = of_type("ATTRIBUTE", FREED + sentence)
    assert [c.quantity.lo for c in claims if c.sub == "nationality" and c.quantity] == counts
    assert len(of_type("RELEASE", FREED + sentence)) == 1


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The clerk Omar Falk was not let out, his lawyer said.", "his lawyer"),
        ("The clerk Jana Roth has not been freed yet, her lawyer said.", "her lawyer"),
        ("The clerk Omar Falk was not let out, the lawyer said.", "Ada Lind"),
    ],
)
def test_his_lawyer_is_not_the_lawyer_told_of_before(sentence: str, source: str) -> None:
    """Somebody of one's own is no person whom the report named for another reason."""
    text = FREED + "Among the freed is the lawyer Ada Lind. " + sentence
    (denied,) = [c for c in of_type("RELEASE", text) if c.mode == "denied"]
    assert [a.name for a in denied.attribution] == [source]


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        ("The union wants Norway to keep up the pressure on the junta.", "Norway"),
        ("The parish wants Ottawa to step up the pressure.", "Canada"),
        ("Relatives want Berlin to increase pressure on the junta.", "Germany"),
    ],
)
def test_who_wants_pressure_kept_up_demands_it(sentence: str, addressee: str) -> None:
    """Phenomenon 12: to want a state to press on is a demand on that state."""
    assert only("DEMAND", FREED + sentence).names("addressee") == (addressee,)


@pytest.mark.parametrize(
    ("sentence", "nations"),
    [
        (
            "Among the freed are four Danes, several Congolese and two Omanis.",
            ["four Danes", "several Congolese"],
        ),
        (
            "Among the freed are three Omanis, two Japanese and a French citizen.",
            ["three Omanis", "two Japanese"],
        ),
        (
            "The freed include five Malians, several Portuguese and a Dane.",
            ["five Malians", "several Portuguese"],
        ),
    ],
)
def test_a_counted_nation_is_a_noun(sentence: str, nations: list[str]) -> None:
    """ "Several Congolese": a nation's name without a plural of its own is counted as the others are."""
    told = [c.names("value")[0] for c in of_type("ATTRIBUTE", FREED + sentence) if c.sub == "nationality"]
    assert told[:2] == nations


@pytest.mark.parametrize(
    ("sentence", "honour"),
    [
        (
            "Ada Lind, a poet who received the Falk Prize in 2024, was let go.",
            "received the Falk Prize in 2024",
        ),
        ("Omar Falk, who received the Roth Medal, was let go.", "received the Roth Medal"),
        ("Jana Roth, who received nine years, was let go.", None),
    ],
)
def test_who_received_a_prize_is_honoured(sentence: str, honour: str | None) -> None:
    """A prize that somebody received is an honour; a sentence or a letter is none."""
    found = [c.names("value")[0] for c in of_type("ATTRIBUTE", FREED + sentence) if c.sub == "honour"]
    assert found == ([honour] if honour is not None else [])


def test_who_is_set_free_is_named_between_set_and_free() -> None:
    """ "set Lena Marr free", taken for one name by the parse: not the judge is freed."""
    claim = only("RELEASE", "A judge in Oman set Lena Marr free.")
    assert claim.names("person", "group") == ("Lena Marr",)


def test_a_body_s_short_name_in_brackets_is_nobody() -> None:
    """ "Bekele, chairman of the Oromo Congress (OFC), was released": he was, and no OFC."""
    text = "Bekele, chairman of the opposition Oromo Congress (OFC), was released on Monday."
    assert only("RELEASE", text).names("person") == ("Bekele",)


def test_who_is_called_by_the_first_name_is_the_one_who_bears_it() -> None:
    """Ethiopians, Icelanders and tabloids call people by the first of their names."""
    told_of = "Teacher Bekele Tolera was freed. Bekele left for Chad. Bekele was then arrested again."
    assert only("DETAIN", told_of).names("person") == ("Bekele Tolera",)
    two = "Teacher Bekele Tolera and nurse Bekele Hailu were freed. Police then arrested Bekele."
    assert only("DETAIN", two).names("person") == ("Bekele",)
    state = "Teacher Jordan Roth was arrested in Amman. Jordan has freed nine nuns."
    assert only("RELEASE", state).names("releaser") == ("Jordan",)


def test_police_who_take_somebody_back_free_nobody() -> None:
    """ "The police had released X and then taken him back": one release, and none by taking back."""
    text = "The police station had released Adham Roth, and then taken him back through the other door."
    assert only("RELEASE", text).names("person") == ("Adham Roth",)


@pytest.mark.parametrize(
    "office",
    ["Head of the union of miners in Dorn", "The minister of religion under the League-led government"],
)
def test_who_holds_an_office_stands_behind_all_of_it(office: str) -> None:
    """ "The head of the union of miners in Dorn, Maria Orlu, was freed": she is the head, and not Dorn."""
    assert only("RELEASE", f"{office}, Maria Orlu, was released on Monday.").names("person") == (
        "Maria Orlu",
    )


def test_one_who_is_named_behind_it_is_one() -> None:
    """ "Another former Marine, X, and the player Y": two, and no third called Marine."""
    text = "Chad freed another former Marine, Paul Roth, and the painter Brita Orlu on Monday."
    assert only("RELEASE", text).names("person") == ("Paul Roth", "Brita Orlu")


def test_the_second_of_two_places_is_nobody() -> None:
    """ "An engineer from Lombard, Illinois, who …": nobody is called Illinois."""
    text = "He is an engineer from Lombard, Illinois, who worked in Chad. He was abducted in May 2020."
    assert all("Illinois" not in c.names("person") for c in told(text))


@pytest.mark.parametrize("ruler", ["King Mohammed", "President Mohammed", "Sheikh Mohammed"])
def test_who_stands_behind_a_title_is_nobody_else_s_first_name(ruler: str) -> None:
    """ "King Mohammed pardoned twelve, among them Mohammed Saleh": he forgave himself nothing."""
    text = f"{ruler} pardoned twelve prisoners on Friday. Among them was Mohammed Saleh, a blogger."
    assert all("Mohammed Saleh" not in c.names("granter") for c in of_type("CLEMENCY", text))
