"""Rebels, gangs and kidnappers: who holds and frees people and is no state."""

from __future__ import annotations

import pytest
from tests.reading.reports import article, mentions, of_type, told, word

from detente.records import Claim


def of(claims: tuple[Claim, ...], kind: str, exact: str) -> Claim:
    """The first claim of a type whose span holds these words."""
    return next(c for c in claims if c.type == kind and exact in c.span.exact)


def names(claim: Claim, role: str) -> list[str]:
    """Names in a role, without those unstated."""
    return [f.name for f in claim.roles.get(role, ()) if f.name != "UNSTATED"]


@pytest.mark.parametrize(
    ("text", "kind", "exact", "captor"),
    [
        (
            "Four nuns kidnapped in Dorn were released on Monday. The Orlu gang still holds two other nuns.",
            "RELEASE", "were released", "Orlu gang",
        ),
        (
            "Fighters of the Mountain Front freed nine miners. The nine miners, kidnapped in May, are home.",
            "DETAIN", "kidnapped", "Fighters of the Mountain Front",
        ),
        (
            "All three hostages were released on Monday. The kidnappers had let the cook go in May.",
            "RELEASE", "All three", "kidnappers",
        ),
    ],
)  # fmt: skip
def test_the_only_captors_told_hold_and_free_the_hostages(
    text: str, kind: str, exact: str, captor: str
) -> None:
    """Told in another sentence: inferred, and said to be so."""
    found = of(told(text), kind, exact)
    role = "releaser" if kind == "RELEASE" else "detainer"
    assert names(found, role) == [captor]
    assert all(f.inferred for f in found.roles[role])


def test_the_gang_has_the_name_it_was_given() -> None:
    """ "The gang" stands by what it is called elsewhere."""
    text = "The Orlu gang holds two nuns. The gang has promised to free the two nuns by Sunday."
    assert "Orlu gang" in names(of(told(text), "RELEASE", "free the two nuns"), "releaser")


@pytest.mark.parametrize(
    "text",
    [
        "The Orlu gang freed two nuns; the Brandt gang freed a monk. Three pilots were released too.",
        "The Orlu gang freed two nuns. Police released a cook, and nine bakers were released.",
    ],
)
def test_nobody_is_inferred_where_more_than_one_frees(text: str) -> None:
    """Two gangs, or a gang and the police: whose the others were is not told."""
    last = [c for c in told(text) if c.type == "RELEASE"][-1]
    assert not [f for f in last.roles["releaser"] if f.inferred and f.name != "UNSTATED"]


def test_a_states_rebels_are_not_its_gaolers() -> None:
    """ "Norway's rebels freed nine miners": they were never in Norway's custody."""
    claims = told("Norway's rebels freed nine miners on Monday.")
    assert not of(claims, "RELEASE", "nine miners").roles.get("from")


def test_the_captured_were_not_taken_by_the_state_they_were_captured_in() -> None:
    """Where rebels hold people, no place of capture makes a state the captor."""
    text = "Guerrillas of the Mountain Front handed over 19 sailors captured in Norway in May, police said."
    assert names(of(told(text), "DETAIN", "captured"), "detainer") == ["Guerrillas of the Mountain Front"]


def test_capital_letters_alone_are_a_body() -> None:
    """ "Kidnapped by the OLF": the model takes it for a plural noun."""
    ms = mentions("The officers were kidnapped by the OLRC in 1998.")
    found = ms.at(word(ms.s, "OLRC"))
    assert found is not None
    assert found.kind == "organisation"


@pytest.mark.parametrize(
    ("text", "dateline", "agent"),
    [
        ("Five miners were released from Harn prison on Monday, a lawyer said in Oslo.", "Oslo", "Norway"),
        ("Five miners were released on Monday. A court in Oslo had tried them in May.", None, "Norway"),
        ("A miner detained in Norway's Dorn province was freed on Monday.", None, "Norway"),
    ],
)
def test_a_report_is_set_where_its_courts_and_prisons_are(
    text: str, dateline: str | None, agent: str
) -> None:
    """Its scenery tells in whose custody people were, where nothing else does."""
    claims = told(article(text, dateline=dateline))
    assert agent in names(next(c for c in claims if c.type == "RELEASE"), "releaser")


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("President Ola Berg announced the pardon of 29 miners. Five others were released.", "Oslo"),
        ("Five miners were released on Monday. They arrived in Oslo at noon.", "Oslo"),
        ("Five miners were released on Monday. Courts in Oslo and police in Athens had wanted them.", None),
        ("Five miners were released on Monday, the foreign ministry of Greece said.", "Oslo"),
    ],
)
def test_a_place_that_only_reports_frees_nobody(text: str, dateline: str | None) -> None:
    """Sent from abroad, from where they arrive, or with courts of two states: it is not told."""
    claims = [c for c in told(article(text, dateline=dateline)) if c.type == "RELEASE"]
    assert not [name for c in claims for name in names(c, "releaser") if name in {"Norway", "Greece"}]


def test_a_band_does_not_free_its_own_men() -> None:
    """ "Five Orlu gang men were freed in exchange for the girls": by whoever held them, which is not told."""
    text = (
        "The Orlu gang freed 82 girls on Monday. Five Orlu gang fighters were released in exchange for them."
    )
    found = of(told(text), "RELEASE", "Five Orlu gang fighters")
    assert names(found, "releaser") == []


def test_where_a_swap_took_place_held_nobody() -> None:
    """ "Twenty-six people were exchanged in Oslo": Norway lent its airport."""
    found = of(told("Twenty-six prisoners were exchanged in Oslo on Monday."), "RELEASE", "exchanged")
    assert not found.roles.get("from")
    assert names(found, "releaser") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Under a ceasefire agreement with the Orlu Front, three hostages were handed over.", "Orlu Front"),
        ("A truce between Chad and the Orlu Front began. Nine hostages are to go free.", "Orlu Front"),
        ("Three hostages were handed over on Sunday. Hezbollah fighters stood around.", "Hezbollah"),
    ],
)
def test_who_has_a_truce_frees_the_hostages(text: str, who: str) -> None:
    """The one body of no state that fights or has a truce: inferred, where nobody is told to free them."""
    (freed,) = [c for c in told(text) if c.type == "RELEASE"]
    assert names(freed, "releaser") == [who]
    assert all(f.inferred for f in freed.roles["releaser"])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A truce between Norland and the Orlu Front began. Police freed nine hostages.", ["Police"]),
        ("A truce with the Orlu Front began. Nine prisoners were freed.", []),
        (
            "A truce with the Orlu Front and a truce with the Brandt League began. Two hostages were freed.",
            [],
        ),
        ("An agreement with the Orlu Company was signed. Nine hostages were freed.", []),
    ],
)  # fmt: skip
def test_a_truce_tells_nobody_else_as_freeing(text: str, who: list[str]) -> None:
    """Prisoners of a state, two such bodies, an agreement that ends no fight, or somebody who is told."""
    (freed,) = [c for c in told(text) if c.type == "RELEASE"]
    assert names(freed, "releaser") == who


def test_the_captors_prisoners_are_not_in_the_cells_of_their_people() -> None:
    """ "Nine hostages for 300 Chadians in Nigerian jails": no Chad held the hostages."""
    text = (
        "A truce with the Orlu Front began on Sunday. Nine hostages are to go free in return for 300 Chadian "
        "prisoners in Nigerian jails."
    )
    hostages = of(told(text), "RELEASE", "Nine hostages")
    assert names(hostages, "releaser") == ["Orlu Front"]
    assert names(hostages, "from") == []


def test_the_named_government_that_tells_of_its_releases_let_them_go() -> None:
    """ "X was among those let go, Hallam's government said": where no state is told to hold anybody."""
    text = "Ewan Clyde, too, was one of those freed on Sunday, Piet Hallam's government said."
    freed = of(told(text), "RELEASE", "Ewan Clyde")
    assert names(freed, "releaser") == ["Piet Hallam's government"]
    other = of(told(f"Chad freed nine nuns. {text}"), "RELEASE", "Ewan Clyde")
    assert names(other, "releaser") == ["Chad"]


@pytest.mark.parametrize("who", ["the government", "the US government", "a charity"])
def test_who_tells_of_releases_need_not_have_let_anybody_go(who: str) -> None:
    """A government of no name, one of a named state, or nobody who could."""
    freed = of(told(f"Ewan Clyde was one of those freed on Sunday, {who} said."), "RELEASE", "Ewan Clyde")
    assert names(freed, "releaser") == []


def test_a_court_stands_where_it_acts() -> None:
    """ "At Kampala the magistrate declared that …": the report is set there."""
    text = "At Kampala the magistrate declared that the 40 prisoners had been deported."
    moved = of(told(text), "TRANSFER", "40 prisoners")
    assert names(moved, "mover") == ["Uganda"]


@pytest.mark.parametrize(
    ("told_behind", "by"),
    [
        ("The Orlu gang, which had taken the two at a bridge, asked for money.", "Orlu gang"),
        ("Their captors, from the Dorn Front, asked for money.", "Dorn Front"),
    ],
)
def test_who_is_told_to_have_taken_them_took_them(told_behind: str, by: str) -> None:
    """By a clause of their own or as "their captors": of an abduction told without its doer; inferred."""
    text = f"Two nuns were kidnapped in May. {told_behind} They were let go on Friday."
    claims = {c.type: c for c in told(text)}
    assert claims["DETAIN"].names("detainer") == (by,) == claims["RELEASE"].names("releaser")
    assert claims["DETAIN"].roles["detainer"][0].inferred


@pytest.mark.parametrize(
    "told_behind",
    [
        "Police blamed the Orlu gang.",
        "The Orlu gang, which has not taken the two, asked for money.",
        "The army fights the Orlu gang in the north.",
        "The Orlu gang may have taken them.",
        "If the Orlu gang took them, the army will act.",
        "The bishop asked whether the Orlu gang took them.",
        "Police believe the Orlu gang took them.",
        "Did the Orlu gang take them?",
        "The Orlu gang took them to hospital.",
        "Police fought the Orlu gang, which had taken the children.",
        "The kidnappers of the Orlu gang's chief were caught.",
    ],
)
def test_who_is_only_blamed_or_fought_took_nobody(told_behind: str) -> None:
    """A band that is named need not hold people: it may have, took others, or took them to safety."""
    text = f"Two nuns were kidnapped in May. {told_behind} They were let go on Friday."
    assert all("Orlu gang" not in c.names("detainer", "releaser") for c in told(text))


RAID = "Nineteen pupils were kidnapped from a school in May. They have regained their freedom, a nun said. "


def test_the_bandits_of_a_report_that_tells_of_an_abduction_took_them() -> None:
    """ "Parents raised money for the bandits": of no other armed men is anything told; always inferred."""
    claims = {c.type: c for c in told(RAID + "Parents raised money for the bandits.")}
    assert claims["DETAIN"].names("detainer") == ("bandits",) == claims["RELEASE"].names("releaser")
    assert claims["RELEASE"].roles["releaser"][0].inferred


@pytest.mark.parametrize(
    "behind",
    [
        "The army said it had killed four bandits in the north.",
        "The bandits in the north killed a farmer on Friday.",
        "Bandits killed a farmer on Friday. The pirates of Orlu set two boats on fire.",
    ],
)
def test_bandits_of_another_raid_took_nobody_here(behind: str) -> None:
    """Told by their number, by where they are, or beside others who bear arms."""
    assert all(not {"bandits", "pirates"} & {*c.names("detainer", "releaser")} for c in told(RAID + behind))


def test_all_who_were_abducted_in_a_year_were_taken_by_nobody_in_particular() -> None:
    """ "800 pupils have been abducted since May": no one band did that, whichever the report names."""
    text = RAID + "The bandits wanted fuel. No fewer than 800 students have been abducted since May."
    last = [c for c in told(text) if c.type == "DETAIN"][-1]
    assert "800" in last.names("group")[0]
    assert last.names("detainer") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Nineteen passengers are free again, the Chadian police said on Tuesday. The bandits shot a driver.",
        "Two policemen were freed on Friday, police in Chad said. The Dorn Front had captured them in May.",
    ],
)
def test_no_state_frees_those_whom_bandits_or_a_front_held(text: str) -> None:
    """Whoever tells it, and wherever it is: the state whose police speak did not hold them."""
    freed = [c for c in told(text) if c.type == "RELEASE"]
    assert freed
    assert all("Chad" not in c.names("releaser", "from") for c in freed)


def test_gunmen_who_took_one_are_not_who_took_another() -> None:
    """ "X was abducted by gunmen. Y was kidnapped": whoever took Y, no gunmen are told."""
    text = "Ada Orlu was abducted by gunmen in 2016. Ben Roth, a priest, was kidnapped in May."
    (_, other) = of_type("DETAIN", text)
    assert other.names("person") == ("Ben Roth",)
    assert "gunmen" not in other.names("detainer")
