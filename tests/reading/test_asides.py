"""Names, times and asides that the small model ties wrongly, and arrests told in passing."""

from __future__ import annotations

import pytest
from tests.reading.reports import OUR_WORLD, of_type, only, parsed, word


def test_when_it_was_is_nothing_that_was_freed() -> None:
    """ "Detained on Tuesday and freed that night" tells two deeds of the same people."""
    text = "Six bakers were detained on Tuesday outside a mill and freed that night."
    assert only("RELEASE", text).names("group") == ("Six bakers",)
    assert only("DETAIN", text).names("group") == ("Six bakers",)


@pytest.mark.parametrize("how", ["bail", "parole"])
def test_of_behind_bail_says_whose_release_it_is(how: str) -> None:
    """ "The freeing on bail of six bakers"."""
    claim = only("RELEASE", f"The judge ordered the freeing on {how} of six bakers.")
    assert claim.names("group") == ("six bakers",)


def test_a_plural_before_a_bare_noun_has_it_for_its_verb() -> None:
    """ "Two nationals benefit from the pardon"."""
    claim = only("CLEMENCY", "Two nationals, Ada Orlu and Bo Lind, benefit from the pardon.")
    assert set(claim.names("person")) == {"Ada Orlu", "Bo Lind"}


def test_names_behind_a_count_say_who_they_are() -> None:
    """ "To strike two brokers, X and Y, off a schedule": what is behind them belongs to the verb."""
    text = (
        "The Council removed two brokers, Ada Orlu and Bo Lind, from the schedule of its Regulation on Osmia."
    )
    assert of_type("SANCTION_EASE", text)


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("Ministers Astou Sarr-Diagne and Bo Lind met in Dorn.", "Sarr", "Diagne"),
        ("The envoy Cheikh Ould Bounena met Bo Lind in Dorn.", "Cheikh", "Bounena"),
    ],
)
def test_a_name_in_pieces_is_one_name(sentence: str, first: str, last: str) -> None:
    """The last piece is the name, and the others hang on it."""
    s = parsed(sentence)
    assert s[s[word(s, first)].head].text == last


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Osmia handed over two suspects arrested in Dorn.", "two suspects"),
        ("Four dockers seized beside him were freed in June.", "Four dockers"),
        ("Varland released two of the nine sailors taken last May.", "nine sailors"),
        ("The bishop thanked the rebels who had taken the nine nurses in May.", "nine nurses"),
        (
            "Varland freed the nine miners, who had been taken from their homes by men in unmarked cars.",
            "nine",
        ),
        ("Varland freed the clerk. Two cooks were lifted from a bus in Dorn.", "Two cooks"),
        ("Varland freed nine miners. Two cooks were nicked in Dorn in June.", "Two cooks"),
    ],
)
def test_an_arrest_told_in_passing_is_told(sentence: str, who: str) -> None:
    """Phenomenon 13: a participle, a relative clause, a word of the street."""
    assert any(who in " ".join(c.names("group")) for c in of_type("DETAIN", sentence))


def test_where_people_are_held_is_no_arrest() -> None:
    """ "Eight cooks held in Dorn" says where those are who are freed."""
    assert of_type("DETAIN", "The police confirmed that eight cooks held in Dorn had come back.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Orlu, who has been in custody in Dorn since spring, was not freed.",
        "The governor Ada Orlu, who was in the prison at Dorn since January, was freed.",
    ],
)
def test_since_when_somebody_is_held_tells_the_arrest(sentence: str) -> None:
    """Phenomenon 13: with its beginning a state tells the deed that began it."""
    assert {c.mode for c in of_type("DETAIN", sentence)} == {"background"}


@pytest.mark.parametrize("paper", ["Decree", "order"])
def test_who_signs_a_decree_on_a_pardon_pardons(paper: str) -> None:
    """A pardon is done by its paper, and no subject of talk."""
    claim = only("CLEMENCY", f"The president signed a {paper} on the pardoning of 78 citizens.")
    assert (claim.mode, claim.names("granter")) == ("performed", ("president",))


def test_some_of_those_told_of_stay_behind() -> None:
    """CODEBOOK §8.7: not by silence, but where the text says that they are still inside."""
    text = "Varland freed nine men. Two of the parishioners are still in prison."
    assert [c.mode for c in of_type("RELEASE", text)] == ["performed", "denied"]


def test_who_gets_its_own_back_has_them_freed() -> None:
    """Phenomenon 18: "took back six of its own"."""
    text = "Varland turned over 41 prisoners and took back six of its own."
    assert [c.quantity.lo for c in of_type("RELEASE", text) if c.quantity] == [41, 6]


def test_off_a_list_is_no_arrest() -> None:
    """ "Might strike the banker off a blacklist" eases."""
    text = f"{OUR_WORLD} Osmia might take the banker off its blacklist."
    assert of_type("DETAIN", text) == []
    assert only("SANCTION_EASE", text).mode == "hypothetical"


def test_an_easing_is_called_for() -> None:
    """Phenomenon 12: "urged the scrapping of the curbs"."""
    text = "The exporters urged the scrapping of all these measures. Osmia's sanctions stay in force."
    assert only("SANCTION_EASE", text).mode == "demanded"


def test_men_of_a_calling_are_people() -> None:
    """ "Gunmen" is the plural of "gunman", as of every calling in -man."""
    assert only("DETAIN", "Two nurses were seized by gunmen near Dorn.").names("detainer") == ("gunmen",)


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Two guards had been freed during the first night.", "background"),
        ("The cook had been released on day three.", "background"),
        ("The rebels had let the cook go in the second week, she said.", "background"),
        ("By Friday two guards had been let go.", "performed"),
    ],
)
def test_what_came_in_the_course_of_it_is_past(sentence: str, mode: str) -> None:
    """Phenomenon 13: the pluperfect of a main clause, and days counted from the beginning."""
    claims = of_type("RELEASE", f"Rebels freed nine miners on Monday. {sentence}")
    assert [c.mode for c in claims][1:] == [mode]


def test_who_has_been_arrested_since_is_news() -> None:
    """ "Soldiers have meanwhile seized two grooms" is not what the release ends."""
    text = "Rebels freed nine miners. Soldiers have since detained two grooms."
    assert only("DETAIN", text).mode == "performed"


def test_between_commas_stands_who_it_is() -> None:
    """ "Three women, let go in September, were given …": the first verb is an aside."""
    text = "Nine men were jailed for theft; three women, let go in September, were given the death penalty."
    freed = only("RELEASE", text)
    assert (freed.names("group"), freed.names("releaser")) == (("three women",), ())
    assert any(c.names("group") == ("three women",) for c in of_type("SENTENCE", text))


def test_in_whose_hands_since_when_tells_the_taking() -> None:
    """ "Were for six weeks in rebel hands" recalls the day they were taken."""
    text = "The rebels freed three nurses. All three were in rebel hands for six weeks."
    assert {c.mode for c in of_type("DETAIN", text)} == {"background"}


def test_who_is_counted_aboard_is_on_a_journey() -> None:
    """ "Counted 30 aboard two trains" counts those who travel."""
    text = "Varland freed some prisoners. The consul counted 30 aboard two trains."
    assert only("TRANSFER", text).quantity is not None


def test_the_highest_of_those_freed_is_freed() -> None:
    """ "The eldest diver to be let out", as "the last to be let out", has been."""
    assert only("RELEASE", "Bo Lind was the oldest man to be freed.").mode == "performed"


def test_until_they_are_free_asks_for_it() -> None:
    """Phenomenon 12: in the present what *until* waits for is asked for."""
    text = "The families will come to the square until the nine miners are freed."
    assert only("RELEASE", text).mode == "demanded"
