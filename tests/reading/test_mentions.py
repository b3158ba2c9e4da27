"""Noun phrases that know what they are: persons, states, bodies, places, groups with their counts."""

from __future__ import annotations

import pytest
from tests.reading.reports import fired, mentions, of_type, only, told, word

from detente.reading.nouns.mention import Mention, without_article


def at(sentence: str, head: str) -> Mention:
    """The mention whose head is this word."""
    ms = mentions(sentence)
    found = ms.at(word(ms.s, head))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("sentence", "head", "name", "state"),
    [
        ("Minsk agreed.", "Minsk", "Belarus", "Belarus"),
        ("The Kremlin agreed to it.", "Kremlin", "Russia", "Russia"),
        ("Nine miners were freed in Kampala.", "Kampala", "Uganda", "Uganda"),
        ("Norwegian sailors were freed.", "sailors", "Norwegian sailors", "Norway"),
        ("The Chadians were freed.", "Chadians", "Chadians", "Chad"),
    ],
)
def test_capitals_seats_and_peoples_know_their_state(sentence: str, head: str, name: str, state: str) -> None:
    """Phenomenon 21: a capital or seat of power is its state; a people belongs to one."""
    m = at(sentence, head)
    assert (m.name, m.state) == (name, state)


def test_a_capital_acts_as_its_government_and_stands_as_a_place() -> None:
    """CODEBOOK rule 5: metonyms resolve to a government only as actors."""
    assert only("RELEASE", "Minsk freed nine miners.").names("releaser") == ("Belarus",)
    assert "Minsk" in only("RELEASE", "Nine miners were freed in Minsk.").names("from")


@pytest.mark.parametrize(
    ("phrase", "head", "lo", "hi"),
    [
        ("Nine miners", "miners", 9, 9),
        ("At least 52 miners", "miners", 52, None),
        ("Between 20 and 30 teachers", "teachers", 20, 30),
        ("Dozens of priests", "Dozens", 24, 99),
        ("Hundreds of prisoners", "Hundreds", 200, 999),
        ("A group of twelve nurses", "group", 12, 12),
        ("An editor", "editor", 1, 1),
        ("Two of the five pilots", "Two", 2, 2),
        ("Half of the 30 sailors", "Half", 15, 15),
        ("None of the 12 nurses", "None", 0, 0),
        ("Forty", "Forty", 40, 40),
    ],
)
def test_a_group_has_its_count(phrase: str, head: str, lo: int, hi: int | None) -> None:
    """CODEBOOK §5, phenomenon 5: numbers, bounds, collectives and parts of a whole."""
    m = at(f"{phrase} left prison.", head)
    assert m.quantity is not None
    assert (m.kind, m.human, m.quantity.lo, m.quantity.hi) == ("group", True, lo, hi)


def test_a_part_points_to_its_whole() -> None:
    """Phenomenon 5: "two of the five" is a part of the five, not of five others."""
    ms = mentions("Two of the five pilots left prison.")
    part = ms.at(word(ms.s, "Two"))
    assert part is not None
    assert part.whole == word(ms.s, "pilots")


@pytest.mark.parametrize(
    ("sentence", "head", "anaphor"),
    [
        ("He left prison.", "He", "he"),
        ("She left prison.", "She", "she"),
        ("They left prison.", "They", "they"),
        ("The others left prison.", "others", "others"),
        ("The rest left prison.", "rest", "rest"),
        ("Both left prison.", "Both", "all"),
        ("The 52 left prison.", "52", "number"),
        ("The country freed them.", "country", "country"),
    ],
)
def test_what_points_back_says_how(sentence: str, head: str, anaphor: str) -> None:
    """Phenomenon 14: pronouns, numbers with an article, "the others"."""
    assert at(sentence, head).anaphor == anaphor


@pytest.mark.parametrize(
    ("sentence", "head", "name", "titles"),
    [
        ("Gen. Abel Haile was freed.", "Haile", "Abel Haile", ("Gen.",)),
        ("President Marek Tolan agreed.", "Tolan", "Marek Tolan", ("President",)),
        ("Novelist Anvar Bek was freed.", "Bek", "Anvar Bek", ("Novelist",)),
        ("The poet Marek Tolan was freed.", "Tolan", "Marek Tolan", ()),
        ("Mr Tolan's lawyer, Lena Harik, agreed.", "lawyer", "Lena Harik", ("lawyer",)),
        ("Marc Fender, an American teacher, was freed.", "teacher", "Marc Fender", ("teacher",)),
    ],
)
def test_a_person_goes_by_name_without_title(
    sentence: str, head: str, name: str, titles: tuple[str, ...]
) -> None:
    """Phenomenon 8: titles, offices in apposition and descriptions are no part of the name."""
    m = at(sentence, head)
    assert (m.kind, m.name, m.titles) == ("person", name, titles)


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    """Phenomenon 22: the fullest form that the document gives."""
    text = "The poet Marek Tolan was held in Chad.\n\nTolan was freed on Monday."
    assert only("RELEASE", text).names("person") == ("Marek Tolan",)


def test_a_surname_that_two_bear_is_neither() -> None:
    """CODEBOOK §8.15: no identity from a shared surname."""
    text = "Marek Tolan and his wife Lena Tolan were held in Chad.\n\nTolan was freed on Monday."
    assert only("RELEASE", text).names("person") == ("Tolan",)


@pytest.mark.parametrize(("pronoun", "name"), [("He", "Marek Tolan"), ("She", "Lena Harik")])
def test_a_widow_is_no_he(pronoun: str, name: str) -> None:
    """Phenomenon 14: what a person is called tells which pronoun can mean them."""
    text = (
        "The monk Marek Tolan was jailed in 2021. His sister Lena Harik wrote to the king. "
        f"{pronoun} was freed on Monday."
    )
    if pronoun == "She":
        text = text.replace("monk", "king's brother")
    assert only("RELEASE", text).names("person") == (name,)


@pytest.mark.parametrize("day", ["Monday", "June", "1 February"])
def test_days_are_nobody(day: str) -> None:
    """Phenomenon 24: a day or month is no body that acts, speaks or is meant by "it"."""
    head = day.split()[-1]
    assert at(f"The court ruled on {day}.", head).kind == "topic"


def test_a_named_member_is_told_and_the_list_stays_open() -> None:
    """Phenomenon 7, CODEBOOK rule 2: "including" and "among" are never exhaustive."""
    for text in (
        "Chad freed nine miners, including the poet Marek Tolan.",
        "Chad freed nine miners, among them the poet Marek Tolan.",
    ):
        claim = only("RELEASE", text)
        assert claim.names("person") == ("Marek Tolan",)
        assert claim.exhaustive is False


def test_all_names_of_an_inverted_list_are_told() -> None:
    """Phenomenon 7: "Among those freed are X and Y", which the small model misparses."""
    text = "Chad freed nine people. Among those freed are the poet Marek Tolan and the nurse Lena Harik."
    people = {name for c in of_type("RELEASE", text) for name in c.names("person")}
    assert people == {"Marek Tolan", "Lena Harik"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad released a statement on the miners.",
        "Chad released the list of prisoners.",
        "Chad released a film about two priests.",
        "Chad released the funds of the bank.",
        "The plant released gas on Monday.",
        "Chad released the names of the miners.",
    ],
)
def test_what_is_nobody_is_not_freed(sentence: str) -> None:
    """Phenomenon 15, CODEBOOK D5: statements, lists, films, funds, gas."""
    assert "release.free" not in fired(sentence)
    assert [c for c in told(sentence) if c.type == "RELEASE"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Marek Tolan, 41, was freed.",
        "Marek Tolan was freed after three years in Colony 7.",
        "Marek Tolan, charged under Article 193, was freed.",
        "Marek Tolan was freed from Room 101 on 2 March.",
        "Marek Tolan was freed after paying 500 dollars.",
    ],
)
def test_not_every_number_counts_people(sentence: str) -> None:
    """Phenomenon 19: ages, terms, articles, rooms, colonies, dates and money."""
    assert only("RELEASE", sentence).quantity is None


def test_an_article_is_no_part_of_a_name() -> None:
    """Names are written without "the", and keep what else they begin with."""
    assert without_article("the Union") == "Union"
    assert without_article("Their Voice") == "Voice"
    assert without_article("Theatre Guild") == "Theatre Guild"


def test_a_small_letter_behind_a_hyphen_is_of_the_name() -> None:
    """ "Han Ji-woo" is one person, whatever part of speech the model takes the last syllable for."""
    ms = mentions("Police freed Kwon Hye-jin on Monday.")
    found = ms.at(word(ms.s, "jin"))
    assert found is not None
    assert (found.kind, found.name) == ("person", "Kwon Hye-jin")


def test_a_citys_name_stands_behind_its_noun() -> None:
    """ "The Danish city of Aarhus": the place is Aarhus, and it lies in Denmark."""
    found = next(
        c
        for c in told("Norway freed nine monks, who were flown to the Danish city of Aarhus.")
        if c.type == "TRANSFER"
    )
    assert list(found.names("to")) == ["Aarhus", "Denmark"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('"M.T.", the film star Marta Tell, was freed by Georgia.', ["Marta Tell"]),
        ('Marta Tell, "M.T.", was freed by Georgia.', ["Marta Tell"]),
        ('"M.T.", the film star, was freed by Georgia. Marta Tell sang.', ["M.T."]),
        ('"M.T.", the friend of Jon Rask, was freed by Georgia.', ["M.T."]),
    ],
)
def test_initials_are_the_name_that_is_told_beside_them(text: str, names: list[str]) -> None:
    """Who is only called by initials may be anybody who has them (CODEBOOK §8.15)."""
    freed = [c for c in told(text) if c.type == "RELEASE"]
    assert [n for c in freed for n in c.names("person")] == names


@pytest.mark.parametrize(
    ("sentence", "head", "name"),
    [
        ("General Prince Orlu was freed.", "Orlu", "Prince Orlu"),
        ("Prince Felix Orlu was freed.", "Orlu", "Felix Orlu"),
        ("General Orlu was freed.", "Orlu", "Orlu"),
    ],
)
def test_prince_before_one_bare_name_is_of_the_name(sentence: str, head: str, name: str) -> None:
    """A given name as well as a title: without it, one bare name might be anybody's."""
    assert at(sentence, head).name == name


@pytest.mark.parametrize("calling", ["cleaner", "nurse"])
def test_a_name_behind_a_calling_is_a_person_whatever_the_model_takes_it_for(calling: str) -> None:
    """ "The cleaner Ada Orlu": no place and no body, also where the parse has two subjects or a measure."""
    assert at(f"The {calling} Ada Orlu was freed in Chad on Monday.", "Orlu").kind == "person"
