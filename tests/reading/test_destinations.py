"""Where the freed went, from what other clauses say: always inferred."""

from __future__ import annotations

import pytest
from tests.reading.reports import told


def ways(text: str, kind: str) -> set[tuple[str, bool]]:
    """Names of where those of the claims of a type went, and whether they are inferred."""
    return {(f.name, f.inferred) for c in told(text) if c.type == kind for f in c.roles.get("to", ())}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Osmia freed ten Danish sailors on Monday. The sailors were flown home at night.", "TRANSFER"),
        ("Osmia freed ten Danes on Monday. The ten, jailed in May, are on the way home.", "RELEASE"),
        ("Denmark's foreign minister brought home four sailors jailed in Osmia on Monday.", "TRANSFER"),
    ],
)
def test_home_is_the_nation_told_elsewhere(text: str, kind: str) -> None:
    """Of the same noun, of the same number, or of who brings them home."""
    assert ("Denmark", True) in ways(text, kind)


def test_home_of_two_nations_is_neither() -> None:
    """ "The sailors" may be the Danes or the Poles."""
    text = (
        "Osmia freed ten Danish sailors on Monday. It freed six Polish sailors, too. "
        "The sailors were flown home at night."
    )
    assert ways(text, "TRANSFER") == set()


def test_as_many_of_one_noun_are_the_same_people() -> None:
    """Nine soldiers freed and the nine soldiers driven to Norway."""
    text = "Osmia freed nine wounded soldiers on Monday. The nine soldiers were driven to Norway at night."
    assert ("Norway", True) in ways(text, "RELEASE")


def test_a_named_person_has_no_destination_of_a_group() -> None:
    """CODEBOOK §8.4."""
    text = (
        "Osmia freed nine soldiers and the poet Ben Roth on Monday. The nine soldiers were driven to Norway."
    )
    assert all(not c.roles.get("to") for c in told(text) if "Ben Roth" in c.names("person"))


def test_the_town_of_a_prison_is_where_they_went_too() -> None:
    """Whatever word the model hangs it on; a prison at home makes nobody's home abroad."""
    text = "Two of his drivers, held since May, were taken to Adiala jail in Rawalpindi on Monday."
    assert {("Rawalpindi", False), ("Pakistan", True)} <= ways(text, "TRANSFER")


@pytest.mark.parametrize(
    ("text", "who", "to"),
    [
        ("Norway and Chad exchanged spies on Monday. Oslo handed over Ben Roth.", "Ben Roth", "Chad"),
        ("Chad and Norway swapped prisoners on Monday. Chad gave back Ida Lund.", "Ida Lund", "Norway"),
        ("Norway and Chad swapped prisoners. Chad freed six Norwegians.", "six Norwegians", "Norway"),
        ("Norway and Chad exchanged 12 spies, six from each side.", "six", "Chad"),
    ],
)
def test_of_two_that_exchange_people_each_gives_to_the_other(text: str, who: str, to: str) -> None:
    """Whom the one hands over, or frees of the other's nation: inferred."""
    freed = [c for c in told(text) if c.type == "RELEASE" and who in (*c.names("person"), *c.names("group"))]
    assert (to, True) in {(f.name, f.inferred) for c in freed for f in c.roles.get("to", ())}


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chad exchanged spies on Monday. Chad also freed the poet Ben Roth.",
        "Norway and Chad exchanged letters on Monday. Oslo handed over Ben Roth.",
        "Norway, Chad and Malta exchanged spies on Monday. Oslo handed over Ben Roth.",
        "Norway and Chad did not exchange any spies on Monday. Oslo handed over Ben Roth.",
    ],
)
def test_whom_it_is_not_told_to_give_goes_nowhere(text: str) -> None:
    """Beside an exchange, without one, or among three."""
    assert all(not c.roles.get("to") for c in told(text) if "Ben Roth" in c.names("person"))


def test_the_others_of_a_nation_are_of_it() -> None:
    """ "Two of the five Danes": and so "the other three", who would not go home."""
    text = (
        "Chad and Denmark exchanged prisoners on Monday. Two of the five Danes landed in Oslo. "
        "The other three do not want to go back."
    )
    assert ("Denmark", True) in {
        (f.name, f.inferred) for c in told(text) if c.mode == "denied" for f in c.roles.get("to", ())
    }


@pytest.mark.parametrize(
    "text",
    [
        "By Sunday ten Danish captives were back with their parents.",
        "Osmia freed ten Danes on Monday. The ten are back with their parents.",
    ],
)
def test_back_with_their_families_is_home(text: str) -> None:
    """Of the nation that they are told to be of."""
    assert ("Denmark", True) in ways(text, "RELEASE")


def test_with_their_families_abroad_is_no_home() -> None:
    """Nobody is told to be back."""
    text = "Osmia freed ten Danes on Monday. In Norway the ten are now with their relatives."
    assert ("Denmark", True) not in ways(text, "RELEASE")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya let ten nuns go on Monday. Norway welcomed them back as heroes.",
        "Kenya swapped the trader Sam Roth for ten men. Norway received him with a brass band.",
    ],
)
def test_the_state_that_receives_the_freed_is_where_they_went(text: str) -> None:
    """Told as where they are, not as who moved them."""
    assert ("Norway", False) in ways(text, "TRANSFER")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya let ten nuns go on Monday. Norway received the news with a sigh.",
        "Kenya let ten nuns go on Monday. Norway received an envoy with a brass band.",
        "Kenya let ten nuns go on Monday. The mayor received them with a brass band.",
        "Kenya let ten nuns go on Monday. Norway welcomed their release with joy.",
    ],
)
def test_who_receives_news_or_guests_takes_nobody_in(text: str) -> None:
    """No state, or nobody who was freed."""
    assert ways(text, "TRANSFER") == set()


def test_whom_a_band_gives_in_an_exchange_goes_to_the_state() -> None:
    """And was not in that state's hands; where a band is, nobody says."""
    text = "Norway and the Orlu Front exchanged prisoners on Monday. The Orlu Front handed over Ben Roth."
    assert ways(text, "RELEASE") == {("Norway", True)}
    assert all(not c.names("from") for c in told(text) if c.names("person") == ("Ben Roth",))
    back = "Norway and the Orlu Front exchanged prisoners on Monday. Norway handed over Ben Roth."
    assert ways(back, "RELEASE") == set()
