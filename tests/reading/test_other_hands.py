"""Who lets people go that never held any; things told by name or number; who is only taken goes nowhere."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, told

JAILED = "Tom Hale was jailed in Varland in May. "


@pytest.mark.parametrize("by", ["the writers", "a mechanic", "her publisher", "the orchestra", "curators"])
def test_who_holds_nobody_in_custody_frees_and_pardons_nobody(by: str) -> None:
    """Writers, clubs and mechanics free others of what bound them: no custody ends by their hand."""
    assert of_type("RELEASE", f"Lena Marr was set free by {by} on Monday.") == []
    assert of_type("CLEMENCY", f"Lena Marr has been pardoned by {by}.") == []


@pytest.mark.parametrize("by", ["the court", "the rebels", "King Aro", "Varland", "two governors"])
def test_courts_kings_and_rebels_do(by: str) -> None:
    """Who holds in law or by arms frees people."""
    assert of_type("RELEASE", f"Lena Marr was set free by {by} on Monday.") != []


def test_a_word_of_custody_in_the_sentence_speaks_for_any_hand() -> None:
    """A publisher may buy somebody out of prison."""
    assert of_type("RELEASE", "Lena Marr was freed from prison by her publisher on Monday.") != []


@pytest.mark.parametrize("thing", ["tanker Orchid", "ferry Brigid", "trawler Astra"])
def test_the_name_of_a_ship_is_no_person(thing: str) -> None:
    """A tanker that is freed at high tide is nobody, whatever its name."""
    assert of_type("RELEASE", f"The {thing} was freed at high tide on Monday.") == []


def test_a_ferry_driver_is_a_driver() -> None:
    """The word right before a name says what bears it."""
    assert of_type("RELEASE", "The ferry driver Tom Hale was freed by Varland on Monday.") != []


@pytest.mark.parametrize("things", ["speed bumps", "manuscripts", "lanterns", "hatchlings", "scans"])
def test_what_is_counted_and_is_a_thing_is_nobody(things: str) -> None:
    """Things of houses, fields and machines are counted as people are."""
    assert of_type("RELEASE", f"They released 40 {things} on Monday.") == []


def test_a_counted_plural_that_no_list_of_things_knows_is_people() -> None:
    """Beekeepers stand in no list, and are freed."""
    assert of_type("RELEASE", "Varland released 40 beekeepers on Monday.") != []


def test_who_is_rescued_from_a_wreck_was_not_held() -> None:
    """A crash holds nobody; a hostage is rescued from those who held him, wherever that was."""
    text = "A nurse was arrested in Varland. All four of the crew of a bomber that crashed have been rescued."
    assert of_type("RELEASE", text) == []
    assert of_type("RELEASE", "Nine hostages were rescued by soldiers on Monday after a crash.") != []


@pytest.mark.parametrize(
    "told_before",
    ["Police in Varland arrested Tom Hale. ", "Varland has sentenced Tom Hale to nine years in prison. "],
)
def test_who_is_only_told_as_taken_goes_nowhere_by_himself(told_before: str) -> None:
    """A journey of somebody held is told where he is let go, or where others take him."""
    assert of_type("TRANSFER", told_before + "Hale had travelled from Osmia to Chad.") == []
    assert of_type("TRANSFER", told_before + "Hale was flown from Osmia to Chad.") != []
    assert of_type("TRANSFER", told_before + "He was freed on Friday. Hale flew to Chad.") != []


def test_who_was_to_be_arrested_was_not_held() -> None:
    """An arrest that was only tried or denied holds nobody whom a journey could move."""
    text = "Varland wants to arrest Tom Hale. Hale flew from Osmia to Chad. Varland freed nine bakers."
    assert "Tom Hale" not in [f.name for c in of_type("TRANSFER", text) for f in c.roles.get("person", ())]


def test_the_receiver_of_a_box_is_not_handed_over() -> None:
    """Where a thing is the subject of a passive that fits things, nobody else is looked for before it."""
    waited = "Sanja Perk waited for six years before the box was handed over to her."
    assert of_type("RELEASE", waited) == []
    assert of_type("RELEASE", "Six years later Sanja Perk was handed over to the Red Cross.") != []


@pytest.mark.parametrize("particle", ["back", "up", "down"])
def test_what_is_held_back_or_up_is_in_no_custody(particle: str) -> None:
    """A particle right behind "held" makes another verb of it."""
    assert of_type("CUSTODY_STATE", f"{JAILED}Nine others are still held {particle} in Dorn.") == []
    assert of_type("CUSTODY_STATE", f"{JAILED}Nine others are still held in Dorn.") != []


def test_who_was_stranded_is_brought_home_from_no_custody() -> None:
    """Snow and cancelled flights hold nobody; hostages who were stranded may be moved."""
    text = JAILED + "Some 4,000 {} who were stranded have been flown to Chad."
    assert of_type("TRANSFER", text.format("passengers")) == []
    assert of_type("TRANSFER", text.format("prisoners")) != []


def test_freed_of_all_liability_is_not_freed() -> None:
    """What stands with "of" behind those freed says from what, as behind the verb."""
    assert of_type("RELEASE", "The high court has freed a baker of all liability in a long fight.") == []


SILENT = (
    "The 140 people of Skell are free again. The Brigid reached the pier at ten on Monday, and a choir sang"
    " on the quay. A week of storms had cut off the islanders, who ran out of flour on Thursday and of tea"
    " later. “We were prisoners with good bread,” the postmistress laughed. The next boat is due in two days."
)


def test_a_text_with_hardly_a_word_of_custody_frees_nobody() -> None:
    """One word of custody, and nobody told as held or acting in law, make no release."""
    assert of_type("RELEASE", SILENT) == []
    assert of_type("RELEASE", SILENT + " They had been held hostage by rebels, the army said.") != []


WARS = (
    "{} the guard Ivo Kell photographed the camp of Goll in secret. The last nine prisoners were let go,"
    " and the gate was bricked up."
)


@pytest.mark.parametrize("when", ["Between 1951 and 1956", "After 1948", "In the Second World War"])
def test_behind_a_year_of_two_generations_ago_all_is_past(when: str) -> None:
    """What has no day of its own is of the time that its paragraph names before it."""
    assert [c.mode for c in of_type("RELEASE", WARS.format(when))] == ["background"]


def test_what_has_a_day_of_its_own_or_is_told_as_of_now_is_news() -> None:
    """A law or a war of long ago is older than those freed today."""
    law = "The law dates from before 1951. Varland {} nine prisoners{}."
    for verb, day in (("freed", " on Tuesday"), ("has freed", "")):
        assert [c.mode for c in of_type("RELEASE", law.format(verb, day))] == ["performed"]


def test_quiet_reports_of_other_hands() -> None:
    """A report of a series, a ship and a wall tells of nobody held or freed."""
    text = (
        "Jonny Marsh, who was killed off in series four, has been pardoned by the writers. The cast was"
        " released from rehearsals at noon. A mechanic freed two of them from the lift."
    )
    assert [c for c in told(text) if c.type in {"RELEASE", "CLEMENCY", "TRANSFER", "DETAIN"}] == []
