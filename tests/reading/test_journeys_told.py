"""Where the freed go, also where no place is named; who is handed on; bodies brought back."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

from detente.records import Claim

FREED = "Chad freed 40 sailors on Monday. "


def moves(text: str) -> list[Claim]:
    """The movements of a text."""
    return [c for c in told(text) if c.type == "TRANSFER"]


@pytest.mark.parametrize(
    ("text", "mode", "lo"),
    [
        ("The sailors were brought home in a navy helicopter.", "performed", 40),
        ("Twenty-two were flown abroad.", "performed", 22),
        ("The other four, all of them Chadians, were put across the river.", "performed", 4),
        ("A priest drove nine of them to the border himself.", "performed", 9),
        ("Ten were bussed to the edge of the desert.", "performed", 10),
        ("The sailors were not flown home.", "denied", 40),
        ("The sailors will be driven to the frontier on Friday.", "intended", 40),
        ("The sailors, most of them fishermen, crossed an hour later.", "performed", 40),
        ("Only twelve crossed; the rest were ill.", "performed", 12),
        ("Only five crossed.", "performed", 5),
        ("None of them crossed the border.", "denied", 0),
        ("The sailors walked across the bridge into Cameroon.", "performed", 40),
    ],
)
def test_a_journey_of_the_freed_need_not_name_its_goal(text: str, mode: str, lo: int) -> None:
    """Home, abroad, over a border or a river, to its edge: told of those freed before."""
    found = moves(FREED + text)
    assert [(c.mode, c.quantity.lo if c.quantity else None) for c in found] == [(mode, lo)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister was flown home on a military aircraft.",
        "The ministers of both states were driven to the border.",
        "Their boat was put across the river.",
        "The news was brought home to the families.",
        "Villagers went home.",
        "Two of the sailors crossed themselves.",
        "The sailors crossed the square to a church.",
        "Some sailors had crossed swords with the minister.",
        "The sailors walked in the sun for an hour.",
    ],
)
def test_no_journey_of_the_freed(text: str) -> None:
    """Officials, things and people in general, and what is crossed that is no border."""
    assert not moves(FREED + text)


@pytest.mark.parametrize(
    ("text", "mode", "to"),
    [
        ("Chad has promised to hand two Libyan surgeons to Tripoli.", "promised", {"Tripoli", "Libya"}),
        ("Chad surrendered the smuggler Omar Sallah to Libya on Friday.", "performed", {"Libya"}),
        ("Panama refused to hand the banker Omar Sallah to Libya.", "denied", {"Libya"}),
        ("The jailed editor was handed over to the Libyan police.", "performed", {"Libyan police", "Libya"}),
        ("The bomb suspect was handed over at noon on Friday.", "performed", set()),
        ("Chad was asked to hand over the fugitive.", "demanded", set()),
    ],
)
def test_who_is_handed_on_is_moved_and_not_freed(text: str, mode: str, to: set[str]) -> None:
    """To a state, to who holds people for it, or to be tried."""
    assert [(c.mode, set(c.names("to"))) for c in moves(text)] == [(mode, to)]
    assert not [c for c in told(text) if c.type == "RELEASE"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad freed four miners, who were handed over to their families.",
        "Fighters handed over two captives to the Red Cross.",
    ],
)
def test_who_is_handed_to_family_or_helpers_is_freed(text: str) -> None:
    """Nobody holds them on."""
    assert not moves(text)


@pytest.mark.parametrize(
    "text",
    ["Prison authorities handed a letter to Libya.", "Chad handed a defeat to Libya on Friday."],
)
def test_things_are_handed_on_too(text: str) -> None:
    """Letters and defeats."""
    assert not moves(text)


@pytest.mark.parametrize(
    "text",
    [
        "The remains of nine soldiers came by lorry in cedar boxes.",
        "Chad freed 40 sailors. The bodies of three others arrived in Douala on Friday.",
        "Chad gave back the bones of nine soldiers on Monday.",
        "Nine caskets were flown home on Friday.",
    ],
)
def test_remains_are_brought_back(text: str) -> None:
    """Bodies, bones, coffins: given back or come."""
    assert [c.sub for c in moves(text)] == ["remains"]


def test_remains_of_a_wall_come_nowhere() -> None:
    """What remains of things, and bodies that are boards."""
    assert not moves("The remains of the wall came down. Three bodies came out against it.")


@pytest.mark.parametrize("verb", ["asked", "urged", "pressed"])
def test_what_somebody_is_asked_to_do_is_not_done(verb: str) -> None:
    """ "Was urged to free": the passive asks as the active does."""
    claims = [c for c in told(f"Chad was {verb} to free nine sailors.") if c.type == "RELEASE"]
    assert {c.mode for c in claims} == {"demanded"}


def freed(text: str) -> list[Claim]:
    """The releases of a text."""
    return [c for c in told(text) if c.type == "RELEASE"]


@pytest.mark.parametrize(
    "text",
    [
        "Jon Holt, jailed in Chad since 2021, boarded a plane with the consul on Friday.",
        "Jon Holt, jailed in Chad since 2021, flew out of Dakar on a military plane.",
        "Forty detainees from both armies went home on aircraft of the Red Cross.",
        "The minister wrote that the 32 captured sailors had crossed the border.",
        "Three convicted spies went the other way.",
        "A first flight left the city of Dakar for Oran with 90 prisoners on board.",
        "The jailed editor was allowed to fly back to Oran.",
        "The two nuns were jailed in Chad in 2021. Their freedom came on the day of the feast.",
        "The jailed editor was out for two days.",
    ],
)
def test_who_was_held_and_sets_out_is_freed(text: str) -> None:
    """Where nothing else tells their release, the journey away does."""
    assert [c.mode in {"performed", "background"} for c in freed(text)] == [True]
    assert not moves(text)


@pytest.mark.parametrize(
    "text",
    [
        "Forty prisoners were brought to Dakar from distant colonies.",
        "Chad freed 40 prisoners on Monday. The 40 prisoners went home on aircraft of the Red Cross.",
        "Chad freed Jon Holt. Jon Holt flew out of Dakar on a military plane.",
        "Twelve prisoners were flown between Dakar and Oran.",
        "The jailed editor will board a plane on Friday.",
        "Jon Holt, jailed in Chad since 2021, did not board the plane.",
        "Two of the five crossed the border on Friday.",
        "Two of the five crossed the border on Friday. The police seized a bicycle.",
    ],
)
def test_no_release_is_made_of_a_journey(text: str) -> None:
    """From one prison to the next; of those told as freed; not yet; not at all; of nobody told as held."""
    assert not [c for c in freed(text) if c.alt_type == "TRANSFER"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Chad freed 40 sailors. Two of them chose to stay in Chad.", "denied"),
        ("Chad freed 40 sailors. Seven asked to remain.", "denied"),
    ],
)
def test_who_stays_is_not_moved(text: str, mode: str) -> None:
    """ "Chose to stay": they were free to go."""
    assert [(c.sub, c.mode) for c in moves(text)] == [("refuse_to_leave", mode)]


@pytest.mark.parametrize(
    "text",
    [
        "Chad freed 40 sailors. Two of them asked to remain anonymous.",
        "Chad freed 40 sailors. The minister chose to stay in Chad.",
        "Chad freed 40 sailors. The three who went the opposite way are nuns.",
        "Chad's freedom came in 1960.",
    ],
)
def test_nobody_stays_or_goes(text: str) -> None:
    """Anonymous, of office, or only said which are meant."""
    assert not moves(text)
    assert len(freed(text)) < 2


@pytest.mark.parametrize(
    "text",
    [
        "The parole board has turned down the request of Jon Holt.",
        "Jon Holt was not on any of the lists.",
        "Jon Holt was not on either list.",
    ],
)
def test_who_asked_in_vain_or_stands_on_no_list_is_not_freed(text: str) -> None:
    """A board of paroles grants paroles; lists may be several."""
    assert [c.mode for c in freed(text)] == ["denied"]


def test_a_council_that_turns_down_a_request_frees_nobody() -> None:
    """What was asked for is not told."""
    assert not freed("The city council has turned down the request of Jon Holt.")


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Seven of the captives would return home within a day if the king agrees.", "conditional"),
        ("The exiles demand that all prisoners return home.", "demanded"),
        (
            "Jon Holt, jailed in Chad since 2021, flew out of Dakar. He had been pardoned at Easter.",
            "x",
        ),
    ],
)
def test_a_journey_home_to_come_is_a_release_to_come(text: str, mode: str) -> None:
    """Who is held and is to go home is to be freed; a report that opens with the flight out tells it so."""
    assert not moves(text)
    assert mode in {c.mode for c in freed(text)} or mode == "x"


def test_who_is_still_there_has_not_gone() -> None:
    """ "Should still be in Chad": no arrival."""
    assert not moves(FREED + "Nine of the sailors should still be in Chad.")


def test_whom_a_pronoun_names_was_held() -> None:
    """ "Their freedom came": they who landed."""
    text = "Jon Holt and Ira Brandt landed in Oslo on Friday. Their freedom came after a year in a cell."
    assert [set(c.names("person")) for c in moves(text)] == [{"Jon Holt", "Ira Brandt"}]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The tailor Ira Brandt has left Chad's grim old Kousseri jail.", 1),
        ("The inspector left the prison service in May.", 0),
        ("Chad and Libya will exchange ambassadors.", 0),
        ("The captive was given two life terms over a theft.", 0),
    ],
)
def test_who_leaves_a_prison(text: str, count: int) -> None:
    """A prison by its long name; not a service left, envoys exchanged, terms given."""
    assert len(freed(text)) == count
    assert not moves(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The ministry freed prisoners. Our members met the buses at the bridge. We counted 49.",
            "TRANSFER",
        ),
        ("The ministry freed prisoners. A charity counted 49.", "RELEASE"),
        ("The prisoners had been taken away in lorries.\n\nA charity counted 49 freed men.", "RELEASE"),
    ],
)
def test_who_is_counted_where_vehicles_are_told_of_is_on_a_journey(text: str, kind: str) -> None:
    """In the sentence before it, of one paragraph."""
    found = [c.type for c in told(text) if c.quantity is not None and c.quantity.lo == 49]
    assert found == [kind]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The president announced the return home of nine Chadians.", "performed"),
        ("The families await the return home of nine Chadian sailors.", "hypothetical"),
    ],
)
def test_a_return_home_goes_to_whose_people_they_are(text: str, mode: str) -> None:
    """Home is where they are said to belong: a journey beside the release, and inferred."""
    (move,) = moves(f"Norway freed nine sailors. {text}")
    assert (move.names("to"), move.mode) == (("Chad",), mode)
    assert all(f.inferred for f in move.roles["to"])


def test_a_return_that_names_no_home_is_no_journey_home() -> None:
    """ "The return of nine Chadians": from wherever, to whomever."""
    assert moves("Norway freed nine sailors. The president announced the return of nine Chadians.") == []


WAYS = """
were flown to Oslo; left for Oslo; arrived in Oslo; landed in Oslo; touched down in Oslo; crossed
into Norway; were handed over to Norway; were taken by bus to Oslo; were received in Oslo by
officials; were welcomed in Oslo; are on their way to Oslo; headed for Oslo; are bound for Oslo;
were put on a plane to Oslo; boarded a flight to Oslo; were deported to Norway; reached Oslo;
returned to Norway; went home to Norway; are back in Norway; entered Norway; went into exile in
Norway; were taken in by Norway; were whisked to Oslo; landed at Oslo airport on Tuesday; stepped off a plane
in Oslo; got off a plane in Oslo; are now in Oslo; took off for Oslo; set off for Oslo; set out for
Norway; continued to Oslo; were flown home to Norway; crossed the border to Norway; passed into
Norway
"""


@pytest.mark.parametrize("way", [" ".join(x.split()) for x in WAYS.split(";")])
def test_a_journey_is_told_in_many_ways(way: str) -> None:
    """However they went: it is told that they did, and to which state."""
    found = told(f"Chad released nine prisoners on Monday. The freed prisoners {way}, a ministry said.")
    assert any("Norway" in c.names("to") for c in found if c.type == "TRANSFER")


@pytest.mark.parametrize(
    "way", ["walked for hours in Oslo", "got help in Oslo", "ended a strike in Oslo", "were welcomed in June",
            "left for work in Oslo", "passed out in Oslo",
            "continued a strike in Oslo", "set up a shop in Oslo"],
)  # fmt: skip
def test_what_they_do_somewhere_is_no_journey(way: str) -> None:
    """To be active in a place is not to have gone there."""
    found = told(f"Chad released nine prisoners on Monday. The freed prisoners {way}, a ministry said.")
    assert [c for c in found if c.type == "TRANSFER"] == []
