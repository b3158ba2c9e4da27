"""Who speaks is told above: before the list that a line opens, behind a colon, at the head of a statement."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

from detente.records import Claim

_DEEDS = {"RELEASE", "DETAIN", "TRANSFER", "TALKS"}


def speakers(text: str) -> list[list[str]]:
    """The chain of each deed, in the order of the text."""
    return [_chain(c) for c in told(text) if c.type in _DEEDS]


def _chain(claim: Claim) -> list[str]:
    return [link.name for link in claim.attribution]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Who they are, per the Daily Lantern:", "Daily Lantern"),
        ("According to the rights group Vigil, these are the people:", "rights group Vigil"),
        ("This is how the police describe them:", "police"),
        ("The union listed those held:", "union"),
        ("The union gave these names:", "union"),
    ],
)
def test_a_list_is_told_by_who_is_named_in_the_line_above(lead: str, speaker: str) -> None:
    """READING 9: what a line with a colon opens is said by whom that line names, up to the list's end."""
    text = (
        f"{lead}\n\n• Ada Orlu, a nurse, was arrested in May.\n\n• Ben Roth was arrested in June."
        "\n\nThe army freed nine miners."
    )
    assert speakers(text) == [[speaker], [speaker], []]


def test_a_list_that_nobody_gives_is_the_outlets() -> None:
    """CODEBOOK §3: an empty chain is the outlet's own voice."""
    text = "What we know so far:\n- Ada Orlu was arrested in May\n- Ben Roth was freed in June"
    assert speakers(text) == [[], []]


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        (
            "The ministry issued the following statement: Nine miners were freed. Two were flown to Oslo.",
            [["ministry"], ["ministry"]],
        ),
        ("From spokeswoman Ida Holm: Two moved in, and the militia released three nurses.", [["Ida Holm"]]),
        ('Police chief Omar Sadik: "The army freed nine miners."', [["Omar Sadik"]]),
        ("The army set one condition: nine miners were freed at night.", [[]]),
        ("Oslo: Nine miners were freed.", [[]]),
    ],
)  # fmt: skip
def test_who_stands_before_a_colon_says_what_follows(text: str, chains: list[list[str]]) -> None:
    """READING 9: a statement runs to the end of its paragraph; a condition and a dateline say nothing."""
    assert speakers(text) == chains


def test_names_that_are_published_are_not_let_go() -> None:
    """READING 15: "released the following names" frees nobody."""
    text = (
        "Police released the following names:\n- Ada Orlu, arrested on May 3\n- Ben Roth, arrested on May 4"
    )
    assert {c.type for c in told(text)} >= {"DETAIN"}
    assert not [c for c in told(text) if c.type == "RELEASE"]


_BODY = "Nine miners have been freed in Chad. I met the president of Chad in Oslo.{}"


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("Statement by Foreign Minister Ida Holm on the miners", "Ida Holm"),
        ("Remarks by President Orr at the airport", "Orr"),
        ("Press statement\nIda Holm, Minister of Foreign Affairs", "Ida Holm"),
        ("The Foreign Secretary (Ida Holm)", "Ida Holm"),
        ("The Prime Minister (Mr Paul Orr)", "Paul Orr"),
    ],
)
def test_a_statement_in_the_first_person_is_its_speakers(head: str, who: str) -> None:
    """CODEBOOK §3: *I* below a line that tells whose words they are is that person, in every sentence."""
    text = f"{head}\n\n" + _BODY.format("")
    assert speakers(text) == [[who], [who]]
    (talks,) = (c for c in told(text) if c.type == "TALKS")
    assert who in talks.names("participants")


def test_another_speaker_ends_a_speech() -> None:
    """A record of debates: each speaks from the line with the name to the next."""
    text = "The Foreign Secretary (Ida Holm)\n" + _BODY.format(
        "\n\nMs Ruth Cole (Leeds) (Lab)\nI am glad. Two nurses were freed in Niger."
    )
    assert speakers(text) == [["Ida Holm"], ["Ida Holm"], ["Ruth Cole"]]


@pytest.mark.parametrize(
    "head",
    [
        "Statement on the freeing of the miners",
        "Nine miners freed, says Foreign Minister Ida Holm",
        "The Harbour (Old Town)",
    ],
)
def test_a_line_that_tells_nobody_has_no_speaker(head: str) -> None:
    """Nothing is ascribed where no line says whose words they are."""
    assert speakers(f"{head}\n\n" + _BODY.format(""))[-2:] == [[], []]


def test_a_report_on_a_statement_is_not_that_statement() -> None:
    """Without a first person outside quotes the outlet tells of the statement."""
    text = (
        "Statement by Foreign Minister Ida Holm on the miners\n\nNine miners have been freed in Chad. "
        'They were flown to Oslo. "I am glad," she said.'
    )
    assert speakers(text) == [[], []]


_SAID = "\nThe Coast Post\n\nQ. And then?\nA. They let nine of us go in May.\n\nQ. Was it a swap?\nA. No.\n"


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("“I saw the sea”: Ada Orlu on two years in Chad", [["Ada Orlu"]]),
        ("Ten questions to the skipper Ada Orlu", [["Ada Orlu"]]),
        ("How the skippers came home", [[]]),
    ],
)
def test_who_is_asked_gives_the_answers(title: str, speaker: list[list[str]]) -> None:
    """The title of an interview names who answers; where it names nobody, nobody is guessed."""
    assert speakers(title + _SAID) == speaker


def test_a_denial_with_a_day_in_it_is_still_told_by_who_denies() -> None:
    """ "denied on Sunday that it had freed them": the model takes it for a participle."""
    text = "Chad's interior ministry denied on Sunday that it had freed 60 people held over the dock strike."
    assert speakers(text) == [["Chad's interior ministry"]]
