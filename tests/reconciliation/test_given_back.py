"""What a side gives that is no person and no measure: ships, lorries, maps."""

from __future__ import annotations

from tests import ledgers

from detente.pipeline import Settler
from detente.records import Give, State

BARGAIN = """
    = a 2026-09-08 Morning Post
    out: RELEASE | releaser Varland | group drivers | count 24 | on 2026-09-07
    ships: DIPLOMATIC_STEP/give_back {} | actor Osmia | what three impounded tankers (topic)
    tie: LINKAGE | class L2 | cue in return | ties out, ships
    = b 2026-09-10 Dorn Post
    back: DIPLOMATIC_STEP/give_back | actor {} | what {} (topic) | on 2026-09-09
"""


def osmia(state: State) -> list[Give]:
    """What Osmia gives in the one deal."""
    (deal,) = state.deals
    return [g for s in deal.sides if s.party.name == "Osmia" for g in s.gives]


def test_things_given_back_are_a_concession_of_their_own() -> None:
    """ "In return Osmia gave back three tankers": one give of kind other, told in its own words."""
    (give,) = osmia(ledgers.state(BARGAIN.format("performed", "Osmia", "the tankers")))
    assert (give.kind, give.what, give.compliance) == ("other", "three impounded tankers", "3")


def test_a_later_report_performs_what_was_promised() -> None:
    """ "Will give back three tankers", and two days later by another outlet: promised, and performed."""
    text = BARGAIN.format("promised", "Osmia", "the tankers")
    (give,) = osmia(ledgers.state(text))
    assert (bool(give.promised), bool(give.performed), give.compliance) == (True, True, "3")
    (before,) = osmia(ledgers.state(text, known_by="2026-09-08"))
    assert (bool(before.performed), before.compliance) == (False, "U")


def test_other_things_or_another_party_perform_nothing() -> None:
    """Lorries are no tankers, and Brenland promised none."""
    for who, what in (("Osmia", "six lorries"), ("Brenland", "the tankers")):
        (give,) = osmia(ledgers.state(BARGAIN.format("promised", who, what)))
        assert give.compliance == "U"


def test_the_later_report_reaches_a_deal_that_was_settled_before() -> None:
    """Told one by one, the state is that of all at once."""
    text = BARGAIN.format("promised", "Osmia", "the tankers")
    readings = ledgers.readings(text)
    settler = Settler()
    settler.settle(readings[:1])
    assert settler.settle(readings).deals == ledgers.state(text).deals


def test_given_in_return_for_people_whom_another_report_tells_of() -> None:
    """ "In return for the drivers Osmia gave back six lorries" stands beside a release told elsewhere."""
    text = """
    = a 2026-09-08 Morning Post
    out: RELEASE | releaser Varland | group {} | count 24 | on 2026-09-07
    = b 2026-09-10 Dorn Post
    back: DIPLOMATIC_STEP/give_back | actor Osmia | what six lorries (topic) | on 2026-09-09
    tie: LINKAGE | class L2 | cue in return for | about drivers (group) | party Osmia; Varland
    """
    (deal,) = ledgers.state(text.format("Osmian drivers")).deals
    assert [(s.party.name, [g.kind for g in s.gives]) for s in deal.sides] == [
        ("Varland", ["release"]),
        ("Osmia", ["other"]),
    ]
    (alone,) = ledgers.state(text.format("Osmian nurses")).deals
    assert [(s.party.name, [g.kind for g in s.gives]) for s in alone.sides] == [
        ("Osmia", ["other"]),
        ("Varland", []),
    ]


def test_one_thing_and_several_of_it_are_one_kind() -> None:
    """ "Six lorries" promised and "the last lorry of food" given back are of one noun."""
    for many, one in (("six lorries", "the lorry of food"), ("two buses", "a bus seized in May")):
        text = BARGAIN.replace("three impounded tankers", many).format("promised", "Osmia", one)
        (give,) = osmia(ledgers.state(text))
        assert bool(give.performed), one
