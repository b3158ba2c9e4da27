"""Journeys of the freed in other words: met at airports, settled, off the plane, to unknown towns (D6)."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, told

FREED = "Peru freed nine teachers."


def _goals(text: str) -> list[list[str]]:
    claims = of_type("TRANSFER", text)
    return [[f.name for f in c.roles.get("to", ())] for c in claims if c.mode == "performed"]


@pytest.mark.parametrize(
    ("sentence", "goal"),
    [
        ("They were met at Oslo airport by the foreign minister.", "Oslo airport"),
        ("They were greeted on the tarmac in Oslo by their families.", "Oslo"),
        ("The nine were welcomed at the airport in Nairobi by a choir.", "Nairobi"),
        ("Two of them were met off the train in Prague by a consul.", "Prague"),
        ("They have been resettled in Oman.", "Oman"),
        ("Four of the teachers settled in Norway.", "Norway"),
        ("The nine were settled in Ghana.", "Ghana"),
        ("Three of them have since settled in Chile.", "Chile"),
        ("The teachers will not go back; they have resettled in Kenya.", "Kenya"),
        ("They found refuge in Oman.", "Oman"),
        ("Six of the teachers found asylum in Norway.", "Norway"),
        ("The nine found shelter in Chile.", "Chile"),
        ("Two of them found a new home in Ghana.", "Ghana"),
        ("The teachers have found sanctuary in Kenya.", "Kenya"),
        ("They were off the plane at Oslo by noon.", "Oslo"),
        ("The teachers stepped off the ferry in Tunis.", "Tunis"),
        ("The nine climbed down from the bus in Nairobi.", "Nairobi"),
        ("The teachers walked off a flight in Madrid on Friday.", "Madrid"),
        ("They came off the train at Prague.", "Prague"),
        ("Their plane landed in Oslo.", "Oslo"),
        ("Their bus arrived in Nairobi at dawn.", "Nairobi"),
        ("The teachers' plane touched down in Madrid.", "Madrid"),
        ("Their ferry reached Tunis on Friday.", "Tunis"),
        ("Their train came into Prague in the evening.", "Prague"),
        ("The teachers were driven to Batkan the same evening.", "Batkan"),
        ("They were taken to Aruva on Sunday.", "Aruva"),
        ("They were brought to Kolmin at night.", "Kolmin"),
        ("The nine were moved to Sarkand on Monday.", "Sarkand"),
        ("They were sent to Orvik by boat.", "Orvik"),
        ("They were driven to the village of Kolm.", "Kolm"),
        ("The teachers were flown to the town of Batkan.", "Batkan"),
        ("They were bused to the city of Orvik.", "Orvik"),
        ("They were flown to the island of Sarka.", "Sarka"),
        ("The nine were escorted to the district of Aruva.", "Aruva"),
    ],
)
def test_where_the_freed_went(sentence: str, goal: str) -> None:
    """The place where they are met, live now, alight, or are taken, also where no list knows it."""
    assert any(goal in to for to in _goals(f"{FREED} {sentence}"))


@pytest.mark.parametrize(
    "sentence",
    [
        "They were returned to their homeland.",
        "The nine were flown to the motherland.",
        "The teachers were sent back to their country of origin.",
        "They were bused to their home country.",
        "The teachers were taken to the fatherland.",
    ],
)
def test_a_homeland_is_a_goal_without_a_name(sentence: str) -> None:
    """ "To their homeland": the state whose people they are said to be."""
    assert len(_goals(f"Peru freed nine Norwegian teachers. {sentence}")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister was met at Oslo airport by the ambassador.",
        "The minister's plane landed in Oslo.",
        "The minister stepped off the plane in Oslo.",
        "Her parents settled in Norway long ago.",
        "The minister found shelter in Norway from the rain.",
        "They were taken to Miss Orvik, a lawyer.",
        "They were sent to the Red Cross.",
    ],
)
def test_who_was_not_held_makes_no_such_journey(sentence: str) -> None:
    """Ministers, parents; and who is taken to a person or a body goes to no place."""
    assert _goals(f"{FREED} {sentence}") == []


def test_a_teacher_taken_to_somebody_by_name_alone_goes_to_no_place() -> None:
    """One person may be taken to another: only several are surely taken to a place."""
    claims = told("Peru freed Ada Lund. Lund was taken to Petersen on Sunday.")
    assert not any(f.name == "Petersen" for c in claims for f in c.roles.get("to", ()))


@pytest.mark.parametrize(
    ("sentence", "goal"),
    [
        ("The freed politician Ben Roth arrived in Bamako on Thursday.", "Bamako"),
        ("Freed nurse Ada Lund landed in Madrid at dawn.", "Madrid"),
        ("The released editor Ola Fenn flew to Oslo.", "Oslo"),
        ("Kidnapped priest Ira Holt arrived in Nairobi after a day on the road.", "Nairobi"),
        ("The pardoned banker Ivo Brandt crossed into Chile.", "Chile"),
        ("A nurse landed in the capital Bamako after being released from captivity.", "Bamako"),
        ("Nine freed nuns were driven to the city Batkan.", "Batkan"),
        (
            "The nine freed sailors reached the port town Kolmin, and then arrived in the capital Tunis.",
            "Tunis",
        ),
        ("Two freed pilots arrived in the capital Lima.", "Lima"),
        ("The freed clerks were flown to the capital Oslo.", "Oslo"),
    ],
)
def test_who_is_called_freed_makes_a_journey(sentence: str, goal: str) -> None:
    """ "The freed politician X"; and "the capital Y" is Y."""
    assert any(goal in to for to in _goals(sentence))
    assert _goals("The politician Ben Roth arrived in Bamako on Thursday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ola Fenn, who is under house arrest, is at home in Dorn, her lawyer said.",
        "Ola Fenn was moved to house arrest in May. She has been at home since then.",
        "A judge put Ola Fenn under house arrest. Fenn is home with her sons.",
        "Ola Fenn remains under house arrest. She is at home, a friend said.",
        "Police keep Ola Fenn under house arrest; Fenn is home and unwell.",
    ],
)
def test_who_is_at_home_under_house_arrest_is_not_freed(text: str) -> None:
    """House arrest is custody (CODEBOOK D1)."""
    assert of_type("RELEASE", text) == []
    assert of_type("RELEASE", "Ola Fenn, jailed in May, is home with her sons.")


@pytest.mark.parametrize(
    "who",
    [
        "The crew of a trawler seized by pirates",
        "Four sailors from a tanker that was hijacked in May",
        "Two passengers of the bus captured by rebels",
        "Nine crewmen of a barge boarded by the militia",
        "The fishermen of a boat seized by pirates",
    ],
)
def test_who_is_aboard_what_is_seized_is_held(who: str) -> None:
    """The crew is held where its ship is."""
    assert _goals(f"{who} flew to Oslo on Friday.")
    assert _goals("The crew of a trawler flew to Oslo on Friday.") == []


@pytest.mark.parametrize(
    ("sentence", "goal"),
    [
        ("Two of the teachers now live in Norway.", "Norway"),
        ("Four of the nine are recovering in Nairobi.", "Nairobi"),
        ("The teachers are living with friends in Oslo.", "Oslo"),
        ("Three of them have recuperated at a clinic in Ghana.", "Ghana"),
        ("The nine are convalescing in Chile.", "Chile"),
        ("Kenya took in the nine freed teachers.", "Kenya"),
        ("Norway accepted two of the freed teachers.", "Norway"),
        ("Ghana has admitted four of the released teachers.", "Ghana"),
        ("Chile took in three of the freed.", "Chile"),
        ("Oman took in the former prisoners on Friday.", "Oman"),
        ("On their release, the teachers went to Kenya.", "Kenya"),
        ("After their release, the teachers were taken to Chile.", "Chile"),
        ("Following their release the teachers were flown to Norway.", "Norway"),
        ("Upon their release, the nine were driven to Nairobi.", "Nairobi"),
        ("Since their release the teachers have moved to Ghana.", "Ghana"),
    ],
)
def test_where_the_freed_are_now_they_went(sentence: str, goal: str) -> None:
    """Living or recovering there, taken in by it, brought there on their release."""
    assert any(goal in to for to in _goals(f"{FREED} {sentence}"))


def test_flown_into_exile_is_a_journey() -> None:
    """Wherever it ends: as sent, driven, forced into it."""
    for verb in ("flown", "sent", "driven"):
        assert len(_goals(f"Nine prisoners were freed and {verb} into exile.")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Their brother lives in Chile.",
        "They lived in Chile as children.",
        "The minister is recovering in Nairobi.",
        "Kenya accepted the treaty.",
        "The court took in the view.",
    ],
)
def test_who_else_lives_somewhere_makes_no_journey(sentence: str) -> None:
    """Brothers, ministers, and what was long ago."""
    assert _goals(f"{FREED} {sentence}") == []


def test_on_his_release_he_is_freed() -> None:
    """ "On his release, X went": the release itself; "on the release of X crowds cheered" is spoken of."""
    for when in ("On", "Upon", "After", "Following"):
        assert of_type("RELEASE", f"{when} his release, Ira Holt went to Oslo.")


def test_nobody_leaves_the_country_he_has_gone_to() -> None:
    """ "Five flew to Spain. 47 more may leave the country": Cuba, and not Spain."""
    text = (
        "Cuba freed nine men. Five of them will be able to travel to Spain, the church said.\n\n"
        "Another 47 will be freed and will be able to leave the country within months."
    )
    assert all("Spain" not in c.names("from") for c in told(text) if c.type == "TRANSFER")
