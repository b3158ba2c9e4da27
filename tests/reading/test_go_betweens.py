"""Who stood between the sides, told by what they did for the bargain."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, told

OPENING = "Georgia freed nine Poles on Monday."


def mediators(text: str) -> list[str]:
    """Whom a report calls, or tells to have been, a mediator."""
    claims = of_type("ATTRIBUTE", f"{OPENING} {text}")
    return [f.name for c in claims if "mediator" in c.names("value") for f in c.roles["subject"]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ewan Holt thanked Kenya and Oman for helping to secure the release.", ["Kenya", "Oman"]),
        ("Kenya helped broker the deal.", ["Kenya"]),
        (
            "The minister praised Oman, which made the handover possible along with Kenya.",
            ["Oman", "Kenya"],
        ),
        (
            "The minister praised Oman, which together with Kenya made the handover possible.",
            ["Oman", "Kenya"],
        ),
        ("The handover was made possible by Kenya.", ["Kenya"]),
        ("Kenya played a key role in the release.", ["Kenya"]),
        ("The swap was coordinated by Kenya.", ["Kenya"]),
        ("Kenya served as an intermediary between the capitals.", ["Kenya"]),
        ("The prisoners were handed over with the help of Kenya.", ["Kenya"]),
        ("Ewan Holt thanked Kenya for helping broker the deal.", ["Kenya"]),
        ("The hostages came home through the good offices of Kenya.", ["Kenya"]),
        ("Ewan Holt thanked Kenya for its mediation.", ["Kenya"]),
        ("Ewan Holt thanked Kenya for its part in the exchange.", ["Kenya"]),
        ("Kenya was praised for facilitating the exchange.", ["Kenya"]),
        ("The swap came after months of Kenya-mediated talks.", ["Kenya"]),
        ("They were freed under an Omani-brokered truce.", ["Oman"]),
        ("The army-mediated deal was praised.", []),
    ],
)
def test_who_helped_a_bargain_along_stood_between_its_sides(text: str, who: list[str]) -> None:
    """Help, a part played, what made it possible, what somebody is thanked for."""
    assert mediators(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "Kenya denied playing any role in the release.",
        "Kenya would not help secure a deal.",
        "Kenya offered to help negotiate an exchange.",
        "Ewan Holt thanked Kenya for its hospitality after the release.",
        "Her sister helped to win the release.",
        "Rain played a part in the decision to free the prisoners.",
        "The harvest made the festival possible, the freed prisoners said.",
    ],
)
def test_what_was_not_done_or_not_for_it_makes_no_mediator(text: str) -> None:
    """Denied, offered, thanked for something else, a relative, the weather."""
    assert mediators(text) == []


@pytest.mark.parametrize(
    "text",
    ["Ewan Holt helped to secure the release.", "The envoy secured the release.", "Oman helped win release."],
)
def test_who_wins_the_release_of_others_is_not_released(text: str) -> None:
    """ "Won release" is the winner's own; "secured the release" is somebody else's."""
    assert [c.span.exact for c in told(f"{OPENING} {text}") if c.type == "RELEASE"] == [
        "Georgia freed nine Poles on Monday"
    ]
    won = [c for c in told(f"{OPENING} Ewan Holt won release last year.") if c.rule == "release.granted"]
    assert [c.names("person") for c in won] == [("Ewan Holt",)]


@pytest.mark.parametrize(
    "text",
    [
        "The Polish envoy, Anna Weir, announced the release of nine men after talks with President Kobidze.",
        "The pardon was announced by the Polish envoy, Anna Weir, after a week of talks with Mr Kobidze.",
    ],
)
def test_the_envoy_who_acts_after_talks_sat_in_them(text: str) -> None:
    """Nobody else is named who could have talked with the president."""
    (talks,) = of_type("TALKS", text)
    assert talks.names("participants") == ("Anna Weir", "Kobidze")


def test_whom_else_talks_followed_is_not_told() -> None:
    """A state that frees people after talks need not have sat in them."""
    (talks,) = of_type("TALKS", "Georgia freed nine men after talks with the Polish envoy Anna Weir.")
    assert talks.names("participants") == ("Anna Weir",)
