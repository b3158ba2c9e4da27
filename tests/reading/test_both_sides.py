"""Who talks, where the report says "both countries" or tells who aims at talks."""

from __future__ import annotations

import pytest
from tests.reading.reports import OUR_WORLD, of_type, only, told


def seats(text: str) -> set[tuple[str, bool]]:
    """Names of those who talk, and whether they are inferred."""
    return {(f.name, f.inferred) for f in only("TALKS", f"{OUR_WORLD} {text}").roles["participants"]}


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Norway may swap prisoners. Contacts go on through the services of both countries.",
        "A swap between Chad and Norway is far off. The two countries held talks in May.",
        "Chad and Norway may swap prisoners. Negotiations between the two governments go on.",
        "Peace between Norway and Chad is far off. Talks of both sides go on in Doha.",
    ],
)
def test_both_countries_are_the_two_that_were_named_together(text: str) -> None:
    """Inferred: they stand in another sentence."""
    assert seats(text) == {("Chad", True), ("Norway", True)}


@pytest.mark.parametrize(
    "text",
    [
        "Chad, Malta and Norway signed it. Negotiations between the two governments go on.",
        "Chad signed it. Negotiations between the two governments go on.",
        "Chad and Norway may swap prisoners. Talks go on in Doha over spies jailed in both countries.",
        "Chad and Norway may swap prisoners. Talks between Malta and Gabon go on for both countries.",
    ],
)
def test_they_talk_only_where_two_were_named_and_the_talks_are_theirs(text: str) -> None:
    """Of three, of one, of where somebody is jailed, or of others: nobody else is put at the table."""
    assert not {("Chad", True), ("Norway", True)} & seats(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad wants talks with Norway on the war.",
        "Chad is preparing for talks with Norway on the war.",
        "Chad is laying the groundwork for talks with Norway.",
        "Chad ruled out talks with Norway.",
    ],
)
def test_who_aims_at_talks_with_somebody_is_to_sit_there(text: str) -> None:
    """Or will not."""
    assert seats(text) == {("Chad", False), ("Norway", False)}


def test_groundwork_for_talks_is_no_talks_yet() -> None:
    """What is laid for them comes before them."""
    assert (
        only("TALKS", f"{OUR_WORLD} Chad is laying the groundwork for talks with Norway.").mode == "intended"
    )


def test_who_prepares_talks_between_others_does_not_sit_there() -> None:
    """A host is no side."""
    text = "Malta is preparing the ground for talks between Chad and Norway."
    assert seats(text) == {("Chad", False), ("Norway", False)}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Chad freed two nuns. Officials from Oslo and Lima will meet in June.", {"Norway", "Peru"}),
        (
            "Chad and Norway traded prisoners on Monday. Officials of the two countries meet in May.",
            {"Chad", "Norway"},
        ),
        (
            "Chad freed two Togolese and Togo let go a Chadian in a swap. Oman hosted talks of both states.",
            {"Chad", "Togo"},
        ),
    ],
)  # fmt: skip
def test_the_two_are_told_by_their_officials_or_by_what_they_exchange(text: str, who: set[str]) -> None:
    """ "Officials from Oslo and Lima", "of the two countries": and two that free each other's people."""
    (talks,) = (c for c in told(text) if c.type == "TALKS")
    assert who <= set(talks.names("participants"))


def test_the_talks_are_of_those_who_were_told_to_talk() -> None:
    """Where the report tells of one pair alone; of two pairs nobody knows which is meant."""
    one = "Chad freed two nuns. Chad and Norway met in Lima on Monday. The talks will resume in June."
    two = one.replace("The talks", "Mali met Togo in Accra on Sunday. The talks")
    assert [c.names("participants") for c in told(one) if c.type == "TALKS"][-1] == ("Chad", "Norway")
    assert [c.names("participants") for c in told(two) if c.type == "TALKS"][-1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Togo said they would free nine men.",
        "Chad and Togo signed a deal on Monday. They will free nine men.",
    ],
)
def test_they_are_the_two_that_were_one_subject(text: str) -> None:
    """ "Chad and Togo said they would …": they are Chad and Togo, inferred."""
    (free,) = of_type("RELEASE", text)
    assert free.names("releaser") == ("Chad", "Togo")


def test_they_are_not_the_two_once_others_act() -> None:
    """Whoever was told to act in between may be meant."""
    text = "Chad and Togo met on Monday. Police have arrested nine nuns. They freed nine men."
    (free,) = of_type("RELEASE", text)
    assert "Chad" not in free.names("releaser")


@pytest.mark.parametrize(
    "text",
    [
        "The UN and the Red Cross urged the rebels to free the nurses. They have held them since May.",
        "Norway and Denmark warned the junta. They have jailed nine Danes.",
        "Norway and Denmark criticised the army. They freed nobody for months. They freed nine on Monday.",
    ],
)
def test_they_may_be_those_whom_the_two_spoke_of(text: str) -> None:
    """ "X and Y warned the junta. They have jailed nine": X and Y jailed nobody."""
    for claim in told(text):
        for role in ("detainer", "holder", "releaser"):
            assert {"Norway", "United Nations"}.isdisjoint(claim.names(role))
