"""Two sides of a swap: who frees whom, from where and where to."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

from detente.records import Claim


def sides(text: str) -> dict[str, Claim]:
    """The releases of a text, by the first of those freed."""
    return {(*c.names("person"), *c.names("group"))[0]: c for c in told(text) if c.type == "RELEASE"}


def test_where_one_side_was_held_tells_the_other() -> None:
    """ "X for Y, held in a Finnish prison", between Norway and Finland: X was Norway's to free."""
    found = sides("Norway and Finland exchanged Jon Holt for Peter Novak, held in a Finnish prison.")
    assert [f.name for f in found["Jon Holt"].roles["releaser"]] == ["Norway"]
    assert "Norway" in found["Jon Holt"].names("from")
    assert "Finland" in found["Jon Holt"].names("to")
    assert "Finland" in found["Peter Novak"].names("from")


def test_those_given_for_others_left_where_they_were_held() -> None:
    """ "Swapped for five Danes held in Norway": they left Norway's custody, and the others went there."""
    found = sides("Three Norwegians were swapped for five Danes held in Norway.")
    assert "Norway" in found["five Danes"].names("from")
    assert "Norway" in found["Three Norwegians"].names("to")


@pytest.mark.parametrize(
    "text", ["Jon Holt was swapped for Peter Novak.", "Two men were swapped for a monk."]
)
def test_a_swap_that_names_no_party_tells_no_side(text: str) -> None:
    """Nothing is inferred where no state is told at all."""
    for claim in sides(text).values():
        assert not claim.roles.get("from")
        assert not claim.roles.get("to")
        assert all(f.name == "UNSTATED" for f in claim.roles["releaser"])


@pytest.mark.parametrize(
    ("text", "freed"),
    [
        ("Five Danes imprisoned in Norway are returning home. The Danes were released at noon.", "Danes"),
        ("Norway released five Danes. The freed Danes include Jon Holt and Peter Novak.", "Jon Holt"),
    ],
)
def test_whoever_is_of_a_nation_was_held_where_its_people_were(text: str, freed: str) -> None:
    """One other state holds Danes here: of a Dane no other is told, and it is inferred."""
    assert ("Norway", True) in {(f.name, f.inferred) for f in sides(text)[freed].roles["from"]}


def test_a_nation_held_in_two_states_tells_neither() -> None:
    """Danes of Norway and of Greece: whose the others were is not told."""
    text = "Three Danes held in Norway and two Danes held in Greece were freed. Nine Danes were freed later."
    assert not sides(text)["Nine Danes"].roles.get("from")


def test_people_stand_in_the_jails_they_are_in() -> None:
    """ "In return for nine monks in Finnish jails": those are Finland's to free."""
    found = sides("Three Norwegians were freed in return for nine monks in Finnish jails.")
    assert "Finland" in found["nine monks"].names("from")


def test_custody_is_whose_hands_it_was_and_no_place() -> None:
    """ "Freed from Finnish custody"."""
    assert list(
        sides("Norway said nine monks were freed from Finnish custody.")["nine monks"].names("from")
    ) == ["Finland"]


def test_a_deal_at_home_leaves_its_prisoners_its_own() -> None:
    """A state that frees its own people under a deal with another still frees them."""
    text = "Norway agreed to free 52 monks in return for Danish timber. Nine Norwegian monks were released."
    assert "Norway" in [f.name for f in sides(text)["Nine Norwegian monks"].roles["releaser"]]


def test_a_president_of_no_told_state_frees_nobody_of_his_own_in_a_swap() -> None:
    """ "Ten Danes for one Norwegian, whom President Berg pardoned": the Danes are not said to be his."""
    text = "Ten Danes were freed. In exchange, President Berg granted clemency to the monk Jon Holt."
    assert "Berg" not in " ".join(f.name for f in sides(text)["Ten Danes"].roles["releaser"])


def test_nobody_frees_themselves() -> None:
    """ "Five Danes came home, ending their captivity" says nothing of who let them go."""
    text = "Five Danes freed from Norway came home on Monday, ending their imprisonment."
    for claim in told(text):
        assert not set(claim.names("releaser")) & set(claim.names("group"))


def test_they_come_back_to_their_own() -> None:
    """ "Eight Danes had come back": to Denmark, inferred."""
    claims = told("Norway freed eight Danes. The ministry confirmed that the eight Danes had come back.")
    assert any("Denmark" in c.names("to") for c in claims if c.type == "TRANSFER")


def counts(text: str) -> list[tuple[str, float | None]]:
    """Who frees, and how many, of each release, in the order of the numbers."""
    found = [c for c in told(text) if c.type == "RELEASE" and c.quantity is not None]
    return sorted(((c.names("releaser") or ("",))[0], c.quantity.lo) for c in found if c.quantity)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Chad and Libya traded 38 conscripts at dawn, nineteen from each side.", 19),
        ("Chad and Libya exchanged captives on Monday, nine on either side.", 9),
        ("Chad and Libya traded 30 captives on Monday, fifteen apiece.", 15),
        ("Chad and Libya swapped prisoners at a ford, seven a side.", 7),
    ],
)
def test_the_share_of_a_side_is_what_each_frees(text: str, share: int) -> None:
    """ "Twelve from each side": two releases of twelve, and none of the sum."""
    assert counts(text) == [("Chad", share), ("Libya", share)]


def test_what_each_wears_is_no_share() -> None:
    """A number behind which something else is shared out."""
    text = "Chad and Libya freed nine prisoners each, and each of them got two loaves."
    assert counts(text) == [("Chad", 9), ("Libya", 9)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad released three Libyans and Libya four Chadians.", [("Chad", 3), ("Libya", 4)]),
        (
            "Chad freed nine Libyan soldiers and Libya, an hour later, seven Chadian fishermen.",
            [("Chad", 9), ("Libya", 7)],
        ),
        ("Chad freed nine soldiers, Libya seven.", [("Chad", 9), ("Libya", 7)]),
    ],
)
def test_a_party_behind_the_verb_frees_its_own(text: str, found: list[tuple[str, int]]) -> None:
    """Gapping: who and whom, the verb left out."""
    assert counts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Chad freed three Libyans and nine Chadians.",
        "Chad freed three Libyans, and Libya two days later thanked it.",
    ],
)
def test_no_party_behind_the_verb(text: str) -> None:
    """Two groups of one party; a state that does something else."""
    assert {who for who, _ in counts(text)} == {"Chad"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two armies swapped captives. The tally so far is 31 one way, 17 the other.", {31, 17}),
        ("Two armies held an exchange. Nine men went one way and seven women the other.", {9, 7}),
        ("The prisoner swap involved nine Danes and two nuns.", {9, 2}),
        ("Libya handed over nine soldiers and received seven in return.", {9, 7}),
    ],
)
def test_each_way_its_number(text: str, found: set[int]) -> None:
    """ "31 one way, 17 the other"; whom a swap involved; whom one gets in return."""
    assert {c.quantity.lo for c in told(text) if c.type == "RELEASE" and c.quantity} == found


@pytest.mark.parametrize(
    "text",
    [
        "The captives are at home. The vote was 31 one way, 17 the other.",
        "Two armies held an exchange of maps. The traffic was heavy: 31 cars one way, 17 the other.",
        "The exchange of letters involved nine Danes.",
        "The exchange involved two currencies.",
        "The minister got nine boxes in return.",
    ],
)
def test_no_people_go_each_their_way(text: str) -> None:
    """Votes, cars, letters, boxes."""
    assert not [c for c in told(text) if c.type == "RELEASE" and c.quantity is not None]


def test_who_gets_people_back_does_not_free_them() -> None:
    """They go to it; who freed them is not told."""
    (claim,) = [
        c
        for c in told("Chad freed nine captives. It got two nuns back.")
        if c.quantity and c.quantity.lo == 2
    ]
    assert "Chad" not in claim.names("releaser", "from")
    assert "Chad" in claim.names("to")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad freed nine captives. The Red Cross says eleven.", {9, 11}),
        ("Chad freed nine captives. The ministry says two: a monk and a nun.", {9, 2}),
        ("Chad freed nine captives. The talks took two hours, the minister said.", {9}),
        ("Chad freed nine captives. The minister said two words.", {9}),
        ("Chad freed nine captives. An earlier version of this report said eleven.", {9}),
    ],
)
def test_a_number_that_is_all_that_is_said_counts_the_freed(text: str, found: set[int]) -> None:
    """ "The ministry says two"."""
    assert {c.quantity.lo for c in told(text) if c.type == "RELEASE" and c.quantity} == found


def test_who_says_that_things_were_exchanged_is_not_exchanged() -> None:
    """ "Brandt said that nothing had been exchanged": he speaks, and is freed by nobody."""
    spoken = "Nine miners sit in Dorn jail. Minister Ivo Brandt said that {} had been exchanged."
    assert [sides(spoken.format(what)) for what in ("nothing", "the ruling")] == [{}, {}]
    assert "nine miners" in sides(spoken.format("nine miners"))


def test_brigades_and_battalions_are_bodies_that_let_people_go() -> None:
    """Two armed bodies that exchange prisoners each free the other's; their men are people."""
    text = "The hill brigades and the coast brigades exchanged prisoners on Sunday, 12 for 12, elders said."
    given = [f for c in told(text) if c.type == "RELEASE" for f in c.roles["releaser"]]
    assert {(f.name, f.kind) for f in given} >= {
        ("hill brigades", "organisation"),
        ("coast brigades", "organisation"),
    }
    (freed,) = [c for c in told("Nine men of the third brigade were freed on Monday.") if c.type == "RELEASE"]
    assert freed.names("group") == ("Nine men",)


def test_a_pardon_in_return_for_others_frees_them_on_the_other_side() -> None:
    """ "Granted clemency to seven in exchange for four Danes": the four are freed, and not pardoned."""
    text = "The king granted clemency to seven nuns in exchange for four Danes held in Chad."
    pardoned = [c.names("group") for c in told(text) if c.type == "CLEMENCY"]
    assert pardoned == [("seven nuns",)]
    assert sides(text)["four Danes"].names("releaser") == ("Chad",)


@pytest.mark.parametrize(
    "text",
    [
        "The king pardoned Lena Marr in return for her silence.",
        "The king pardoned Lena Marr for the murder of Ole Krag, in exchange for a confession.",
    ],
)
def test_a_pardon_for_a_deed_or_a_service_frees_nobody_else(text: str) -> None:
    """What is given back is nobody."""
    assert sides(text) == {}


SWAP = "Chad on Monday handed over twelve Togolese fishermen and got back nine of its own. "


@pytest.mark.parametrize(
    ("behind", "by"),
    [
        ("The Togolese had been seized in April.", ["Chad"]),
        ("The Chadians were drivers arrested in April.", ["Togo"]),
        ("Togolese workers were arrested in April.", []),
        ("The Togolese guards were arrested in April.", []),
        ("The Togolese president was arrested in April.", []),
        ("The Togolese had been seized in Niger.", ["Niger"]),
    ],
)
def test_whom_two_states_give_each_other_the_other_had_taken(behind: str, by: list[str]) -> None:
    """Of "the Danes" of an exchange, also by what they are told to be; not of others of that nation."""
    (held,) = (c for c in told(SWAP + behind) if c.type == "DETAIN")
    assert list(held.names("detainer")) == by
    assert all(f.inferred for f in held.roles.get("detainer", ()))


@pytest.mark.parametrize("deed", ["let go", "released", "handed over"])
def test_of_two_states_joined_by_and_each_frees_its_own_prisoners(deed: str) -> None:
    """ "Chad freed two nuns on Monday and Togo let go a clerk": the second deed is Togo's."""
    text = f"Chad freed two nuns on Monday and Togo {deed} a jailed clerk."
    freed = [c for c in told(text) if c.type == "RELEASE"]
    assert {tuple(c.names("group")): tuple(c.names("releaser")) for c in freed} == {
        ("two nuns",): ("Chad",),
        ("jailed clerk",): ("Togo",),
    }


def test_names_joined_by_and_stay_together() -> None:
    """ "Chad freed Ola Krag and Ben Roth on Monday and tried nine monks": one state does both."""
    text = "Chad freed Ola Krag and Ben Roth on Monday and jailed nine monks."
    claims = {c.type: c for c in told(text)}
    assert claims["RELEASE"].names("person") == ("Ola Krag", "Ben Roth")
    assert claims["DETAIN"].names("detainer") == ("Chad",)


def test_a_state_does_not_free_its_own_in_return() -> None:
    """ "Chad freed nine Danes. In return two Chadians were let go": by no Chad."""
    text = "Chad on Sunday freed nine jailed Danes. In return two Chadians were let go."
    last = [c for c in told(text) if c.type == "RELEASE"][-1]
    assert last.names("group") == ("two Chadians",)
    assert "Chad" not in last.names("releaser", "from")


def test_who_frees_some_of_two_that_swap_did_not_free_all() -> None:
    """Of two states between which a swap is told, the one that is told to free people held nobody else."""
    text = (
        "Nine detainees were released on Monday as part of a prisoner swap between Chad and Norway.\n\n"
        "Ada Orlu was arrested in 2015. She was released on Monday.\n\n"
        "Two Danes convicted in Chad received clemency under the deal."
    )
    held = [c for c in told(text) if c.type in {"RELEASE", "DETAIN"}]
    assert held
    assert all("Chad" not in c.names(role) for c in held for role in c.roles)


def test_who_gets_others_for_its_own_gives_its_own() -> None:
    """ "Chad got nine men in exchange for its own X": Chad let X go, and the nine came to Chad."""
    text = (
        "Norway released 215 prisoners of war, 205 Chadians and 10 foreigners, in a prisoner swap.\n\n"
        "Under the deal, Chad got nine prisoners of war in exchange for Ben Roth, Chad's best-known"
        " general. Roth was arrested in April on charges of high treason."
    )
    given = next(c for c in told(text) if c.type == "RELEASE" and "Ben Roth" in c.names("person"))
    assert given.names("releaser") == ("Chad",)
    assert "Chad" not in given.names("to")
    got = next(c for c in told(text) if c.quantity is not None and c.quantity.lo == 9)
    assert got.names("to") == ("Chad",)
    assert "Chad" not in got.names("releaser")


def test_who_receives_people_did_not_hold_them() -> None:
    """ "Norway received 55 prisoners including its own X": they came from elsewhere."""
    text = "Chad and Norway swapped prisoners. Norway received 55 Norwegian prisoners including Ben Roth."
    assert all("Norway" not in c.names("from") for c in told(text) if c.type == "TRANSFER")


def test_those_freed_under_a_deal_to_swap_swap_nobody() -> None:
    """ "They had been freed under a deal to exchange hostages": whose deal it is is not told."""
    text = "He said 39 women had been freed under a deal to exchange hostages for captives."
    assert all("39 women" not in c.names("releaser") for c in told(text))
