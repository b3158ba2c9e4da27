"""Whose custody it was, from what another clause says: always inferred."""

from __future__ import annotations

import pytest
from tests.reading.reports import told


def custody(text: str, kind: str) -> set[tuple[str, bool]]:
    """Names of where those of the first claim of a type were, and whether they are inferred."""
    claim = next(c for c in told(text) if c.type == kind)
    return {(f.name, f.inferred) for f in claim.roles.get("from", ())}


@pytest.mark.parametrize(
    "text",
    [
        "Finland's president pardoned nine jailed smugglers on Monday.",
        "Nine jailed smugglers were pardoned on Monday by the president of Finland, Aino Berg.",
        "Lena Marr was sentenced in Finland to six years. President Aino Berg pardoned Marr on Monday.",
        "Lena Marr was freed from a Finnish jail on Monday. President Aino Berg had pardoned Marr.",
    ],
)
def test_who_forgives_forgives_those_of_his_own_prisons(text: str) -> None:
    """A pardon ends the penalty of the state that grants it, or that is told to have tried or held them."""
    assert custody(text, "CLEMENCY") == {("Finland", True)}


def test_a_pardon_of_no_told_state_tells_no_custody() -> None:
    """A name alone is of no state."""
    assert custody("Aino Berg pardoned nine jailed smugglers on Monday.", "CLEMENCY") == set()


def test_who_signs_an_amnesty_acts_for_the_one_state_that_frees() -> None:
    """The law names nobody: it is of the one state whose prisons the report tells people to come out of."""
    law = " President Aino Berg signed the amnesty law on Friday."
    assert role("Finland has freed 36 jailed smugglers." + law, "CLEMENCY", "granter") == {
        ("Aino Berg", False),
        ("Finland", True),
    }
    two = "Finland freed 36 jailed smugglers and Chad freed nine jailed monks."
    assert role(two + law, "CLEMENCY", "granter") == {("Aino Berg", False)}


def role(text: str, kind: str, name: str) -> set[tuple[str, bool]]:
    """Names in a role of the claims of a type, and whether they are inferred."""
    return {(f.name, f.inferred) for c in told(text) if c.type == kind for f in c.roles.get(name, ())}


@pytest.mark.parametrize(
    "text",
    [
        "Of the 20 freed from Finnish cells, 12 flew to Germany and eight to Chad. Sweden freed six Danes.",
        "Of the 20 sailors held in Finland, 12 flew to Germany and eight to Chad. Sweden let go six Danes.",
        "Of the 16 sailors jailed at Finland's Orlu camp, 13 were driven to Norway. Sweden let go six Danes.",
    ],
)
def test_parts_come_from_where_the_whole_was(text: str) -> None:
    """Whatever other states free their people, too."""
    moved = [c for c in told(text) if c.type == "TRANSFER"]
    assert moved
    assert all({f.name for f in c.roles["from"]} & {"Finland", "Finland's Orlu camp"} for c in moved)


@pytest.mark.parametrize(
    ("text", "kind", "name", "state"),
    [
        ("On Monday the Finnish side freed nine Danish sailors.", "RELEASE", "releaser", ("Finland", False)),
        (
            "On Monday nine jailed Danish sailors were handed over to the Danish side.",
            "RELEASE",
            "to",
            ("Denmark", False),
        ),
        (
            "Police arrested nine sailors on Monday. Finland freed the sailors on Friday.",
            "DETAIN",
            "detainer",
            ("Finland", True),
        ),
        (
            "President Aino Berg freed nine sailors on Monday. They were let out of a Finnish jail.",
            "RELEASE",
            "releaser",
            ("Finland", True),
        ),
        (
            "Ben Roth was arrested by Finnish police and sent back to Norway.",
            "TRANSFER",
            "from",
            ("Finland", True),
        ),
    ],
)
def test_beside_a_side_an_office_and_a_person_stands_the_state(
    text: str, kind: str, name: str, state: tuple[str, bool]
) -> None:
    """ "The Finnish side" is Finland; police and presidents act for the state whose prisons are told of."""
    assert state in role(text, kind, name)


def test_police_of_no_told_state_are_nobody_s() -> None:
    """Where they arrest in a town that no list knows, the state whose prisons are told of is not theirs."""
    text = "Police arrested Ben Roth in Orluville in May. Finland freed nine sailors on Friday."
    assert role(text, "DETAIN", "detainer") == {("Police", False)}


def test_two_states_that_exchange_people_held_each_others() -> None:
    """Where the text says that they do, and of what nation those are who went."""
    text = "Finland and Norway exchanged prisoners on Monday. Five Finns, one a trader, landed in Denmark."
    assert ("Norway", True) in role(text, "TRANSFER", "from")


def test_who_is_on_trial_in_a_state_is_in_its_hands() -> None:
    """A phrase beside the name, as good as "held in"."""
    text = "President Berg granted clemency to Ben Roth, a shipowner on trial in Finland for smuggling."
    assert ("Finland", False) in role(text, "CLEMENCY", "from")


def test_where_a_judge_speaks_is_where_the_report_is_set() -> None:
    """ "In Helsinki a judge …" is a judge in Helsinki."""
    text = "In Helsinki the magistrate declared that the nine prisoners had been deported."
    assert ("Finland", True) in role(text, "TRANSFER", "mover")


def test_a_nation_beside_a_name_tells_whose_swap_it_is() -> None:
    """ "X, a Danish baker": freed by the one side, given for by the other."""
    text = "Ben Roth, a Danish baker held in Finland, was freed on Monday in a swap for the broker Jon Holt."
    freed = {c.names("person")[0]: c for c in told(text) if c.type == "RELEASE"}
    assert set(freed["Jon Holt"].names("releaser")) == {"Denmark"}
    assert set(freed["Jon Holt"].names("to")) == {"Finland"}
    assert set(freed["Ben Roth"].names("to")) == {"Denmark"}


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("EU ministers took a bauxite firm off the sanctions list on Monday.", "European Union"),
        ("The French cabinet took a bauxite firm off the sanctions list on Monday.", "France"),
    ],
)
def test_beside_officials_stands_whose_they_are(text: str, authority: str) -> None:
    """Their state or union is told with them."""
    assert any(name == authority for name, _ in role(text, "SANCTION_EASE", "authority"))


def test_who_is_forgiven_in_an_exchange_was_in_the_other_side_s_hands() -> None:
    """Nobody is told to grant it: of two that exchange people, those of either were held by the other."""
    text = "Finland and Norway exchanged prisoners on Monday. Five Finns accused as spies were pardoned."
    assert ("Norway", True) in role(text, "CLEMENCY", "from")
    assert ("Norway", True) in role(text, "CLEMENCY", "granter")


def test_a_person_who_forgives_may_forgive_people_of_his_own() -> None:
    """Of what state he is, it does not say."""
    text = "Finland and Norway exchanged prisoners on Monday. Aino Berg pardoned five Finns on Friday."
    assert role(text, "CLEMENCY", "from") == set()


@pytest.mark.parametrize(
    ("freer", "moved", "by"),
    [
        (
            "Norway",
            "Of the nine freed from Norwegian custody, six went to Chad and three to Kenya.",
            "Norway",
        ),
        ("Peru", "Three people flew from Norway to Kenya.", None),
    ],
)
def test_who_was_moved_out_of_the_hands_of_one_side_was_freed_by_it(
    freer: str, moved: str, by: str | None
) -> None:
    """Named as one of the freed, and as one of those who left the hands of a state that freed people.

    A state from which somebody only flew on frees nobody.
    """
    freed = f"Nine prisoners were freed by {freer}, and Gabon let twelve sailors go."
    claims = [
        c
        for c in told(f"{freed} {moved} Two of those three are Lena Marr, 32, and Jon Holt.")
        if c.type == "RELEASE" and c.names("person")
    ]
    assert {n for c in claims for n in c.names("person")} == {"Lena Marr", "Jon Holt"}
    found = {(f.name, f.inferred) for c in claims for f in c.roles["releaser"] if f.name != "UNSTATED"}
    assert found == ({(by, True)} if by is not None else set())


def test_who_is_given_for_somebody_was_not_held_where_he_was() -> None:
    """ "Held in Finland and freed for Y": Finland got Y back."""
    text = "Ben Roth, a Danish baker held in Finland and freed in a swap for the spy Jon Holt, is back."
    holt = [c for c in told(text) if c.names("person") == ("Jon Holt",)]
    assert holt
    assert all(set(c.names("from")) == {"Denmark"} for c in holt)


def test_where_one_of_a_nation_was_held_others_need_not_be() -> None:
    """A Dane in Finland tells nothing of a Dane in Chad."""
    text = (
        "Chad let two smugglers go. Ben Roth, a Danish baker held in Finland, was freed in May. "
        "A minister welcomed the release of two Danes."
    )
    two = [c for c in told(text) if c.names("group") == ("two Danes",)]
    assert two
    assert all("Finland" not in c.names("from") for c in two)


def test_a_person_s_nation_is_known_wherever_he_is_told_of() -> None:
    """Whom somebody lets go for one held in his own country was not held there."""
    text = (
        "The nurse Ida Lund is out of a Chadian prison. Chad announced the one-for-one exchange "
        "for the Chadian trader Idris Bol. Aino Berg approved Bol's release."
    )
    released = [c for c in told(text) if c.rule == "release.noun" and c.names("person") == ("Idris Bol",)]
    assert released
    assert all(not c.names("from") for c in released)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Chad freed a Dane in May. The Dane from Chad is the fourth brought home from captivity.", {"Chad"}),
        (
            "Malta freed a Dane in May. The Dane from Chad is the fourth brought home from captivity.",
            {"Chad"},
        ),
        ("Malta freed a Dane in May. The Dane from Aarhus is the fourth brought home from captivity.", set()),
        (
            "Malta freed a Dane in May. The Dane from Denmark is the fourth brought home from captivity.",
            set(),
        ),
    ],
)
def test_who_is_brought_home_from_another_state_was_held_there(text: str, where: set[str]) -> None:
    """Not where he was born, and not his own."""
    home = [c for c in told(text) if c.rule == "release.is_home"]
    assert home
    assert {f.name for c in home for f in c.roles.get("from", ()) if not f.inferred} == where


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Nine miners were let go on Monday under the pardon of Chad, inspectors say.", ["Chad"]),
        ("The ministry of justice of Chad said on Monday that nine miners had been let go.", ["Chad"]),
        ("Chad's justice ministry said on its front page that nine miners had been let go.", ["Chad"]),
        ("Nine miners were let go on Monday on bail that the Ndjamena High Court gave.", ["Chad"]),
        ("The foreign ministry of Chad said on Monday that nine miners had been let go.", []),
        ("The ministry of justice of Chad said on Monday that nine Chadians had been let go.", []),
        (
            "The ministry of justice of Chad said on Monday that nine miners had been let go in Togo.",
            ["Togo"],
        ),
    ],
)
def test_the_only_state_frees_where_its_pardon_or_its_prisons_are_told_of(text: str, by: list[str]) -> None:
    """Its foreign ministry speaks of its own people abroad, and so may any who speaks of them by nation."""
    freed = [c for c in told(text) if c.type == "RELEASE"]
    assert freed
    assert all([n for n in c.names("releaser") if n in {"Chad", "Togo"}] == by for c in freed)


def test_who_was_flown_elsewhere_is_tried_there_and_not_where_he_was_arrested() -> None:
    """ "Arrested in Vienna, they were flown to Tbilisi. A judge remanded them": by no Austrian judge."""
    text = (
        "Three bankers who were arrested in Vienna in May were flown to Tbilisi on Sunday, a clerk said. "
        "A judge remanded them in custody on Monday. Tamar Krag was released on bail on Tuesday."
    )
    last = [c for c in told(text) if c.type in {"DETAIN", "RELEASE"} and c.mode == "performed"]
    assert {c.type for c in last} == {"DETAIN", "RELEASE"}
    assert all("Austria" not in c.names("detainer", "releaser", "from") for c in last)


def test_whom_a_state_held_it_let_go_also_where_the_journey_is_told_first() -> None:
    """ "Held in Chad, they were flown to Oslo. They were released on Friday": by Chad."""
    text = "Three Danes held in Chad since May were flown to Oslo on Sunday. They were released on Friday."
    (freed,) = (c for c in told(text) if c.type == "RELEASE")
    assert freed.names("releaser") == ("Chad",)


@pytest.mark.parametrize(
    "text",
    [
        "Chad's justice minister welcomed the release of nine hikers.",
        "Chad's interior minister thanked everybody for the release of the hikers.",
        "Police from Chad went to Togo, where nine monks were freed.",
        "Nine nuns held by the Dorn Front were freed, Chad's interior ministry said.",
        "Chad's interior ministry said that nine nuns held by bandits had been freed.",
    ],
)
def test_who_welcomes_a_release_need_not_have_held_them(text: str) -> None:
    """Nor the state whose police went abroad, or whose ministry speaks of those whom rebels held."""
    assert all("Chad" not in c.names("releaser", "from") for c in told(text) if c.type == "RELEASE")
