"""Who talks, where the report says "both countries" or tells who aims at talks."""

from __future__ import annotations

import pytest
from tests.reading.reports import OUR_WORLD, only


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
