"""The animals of a text: who "he" and "they" are behind a budgie, ponies or the zoo's vet."""

from __future__ import annotations

import pytest
from tests.reading.test_no_custody import befalls


@pytest.mark.parametrize(
    "text",
    [
        'Her budgie, Percy, escaped in May. On Friday he was handed back. "He was let go," said Mrs Orr.',
        "Ponies rounded up on the moor are sold or set free. Of the last herd 140 were released on Monday.",
        "Ponies came down from the moor. One refused to leave its pen and was pushed over the road.",
        "Rex, a police dog, was taken by thieves. On Friday he was returned unharmed.",
        "Biscuit, a racing pigeon, was held by customs. She was freed on Friday.",
        "A lynx was released into the forest. It had been captured in May. Two more were released on Friday.",
        "A seal was let go off the coast of Chad. Another was freed on Sunday.",
        "The bear was captured in Kell. It was freed on Friday, and three others were freed on Sunday.",
        "The horses were taken over the border. One was handed back in May.",
        "Two foxes were trapped in May. Both were released in the hills.",
    ],
)
def test_he_and_they_are_the_animals_that_an_item_opens_with(text: str) -> None:
    """ "Her budgie, Percy", "140 were released": the animals, by name or by what points back."""
    assert befalls(text) == []


def test_people_taken_beside_animals_are_people() -> None:
    """ "Police arrested its owner. He was released": people told as taken are people."""
    text = (
        "A bull broke out of the mart at Ennis on Friday. Police arrested its owner, Pat Dillon. "
        "He was released without charge on Saturday."
    )
    assert [t for t, _, _ in befalls(text)] == ["DETAIN", "RELEASE"]


@pytest.mark.parametrize(
    "text",
    [
        "The zoo's vet was arrested on Friday. He was released on Saturday.",
        "Ida Holm's cat waited at the door. She was released on Monday after nine months in prison.",
        "A dog found the camp in the forest. They were freed on Monday, all nine of them.",
        "The lion of Tbilisi walked out of prison on Monday. He was freed after nine years.",
        "A horse carried the general through the capital. He was released by the gang on Sunday.",
        "A crane fell on the prison wall on Friday. They fled, and were released a day later.",
        "A cow stood in the road when the convoy stopped. He was released by the guards on Sunday.",
        "The horse, Biscuit, was his. Tom Hale was arrested with it on Monday. He was released on bail.",
        "Birds sang when the gates opened. Nine were released.",
        "The fox hunter Tom Hale was jailed for nine weeks. He was released on Friday.",
        "Rebels freed two rangers on Monday.",
        "Tom Swan, a vet, was freed on Friday.",
        "Ada Orlu, a police dog handler, was arrested in May. She was freed on Friday.",
        "A dog bit a guard at the prison. Two more prisoners were freed on Friday.",
        "Rose Nightingale was detained in Chad on Monday. Nightingale was released a day later.",
    ],
)
def test_a_person_beside_an_animal_is_a_person(text: str) -> None:
    """*He* is an animal only where the last who did something was one with a name; *they* a herd or flock."""
    assert "RELEASE" in {t for t, _, _ in befalls(text)}


def test_nobody_arrests_an_animal() -> None:
    """What the law does is done to people: "two were arrested" behind wolves."""
    wolves = "Wolves had been seen at the border. Two were arrested there on Friday, the guards said."
    assert [t for t, _, _ in befalls(wolves)] == ["DETAIN"]
    assert [t for t, _, _ in befalls("Nine Grey Wolves were arrested in Chad on Monday.")] == ["DETAIN"]


def test_people_told_behind_animals_in_one_sentence_are_meant_by_the_next() -> None:
    """ "Eleven people were arrested, and one was deported": one of the people, not of the dogs before."""
    dogs = "Two dogs sniffed at the van. Eleven people in it were arrested, and one was deported."
    assert [t for t, _, _ in befalls(dogs)] == ["DETAIN", "TRANSFER"]
