"""Who stays while others go, who follows, and denials that anybody went."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

from detente.records import Claim


def freed(text: str, *, after: str = "") -> list[Claim]:
    """The releases and pardons of a text, those that begin behind ``after``."""
    start = len(after)
    return [c for c in told(after + text) if c.type in {"RELEASE", "CLEMENCY"} and c.span.start >= start]


NINE = "The emir freed nine captives on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        "The bishop denied that anyone was set free.",
        "The army denied that anybody was released from the barracks.",
        "Nobody was freed, the clerk said.",
        "The emir refuses to free anyone.",
    ],
)
def test_a_denial_that_anybody_was_freed_denies_a_release(text: str) -> None:
    """ "Anyone" is told of where it is denied."""
    assert {c.mode for c in freed(text)} == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "Nine clerks left a penal institution near Dorn on Monday.",
        "Six poets have left the correctional facilities of Varland.",
        "The emir pardoned sixty captives. The sixty left the camp on Monday.",
        "The emir pardoned sixty captives. Sixty people left the facilities of two districts.",
    ],
)
def test_who_leaves_a_place_of_detention_is_free(text: str) -> None:
    """By whatever name it is called, where those who leave were told of before."""
    assert [c.mode for c in told(text) if c.type == "RELEASE"] == ["performed"]


@pytest.mark.parametrize(
    "text",
    [
        "The emir pardoned sixty captives. Nine diplomats left the compound near Dorn.",
        "The emir freed sixty captives. The auditors left the facility.",
        "The emir opened a school. Sixty people left the facilities of two districts.",
        "Sixty captives were amnestied. Nine graduates left institutions of higher learning.",
    ],
)
def test_who_leaves_another_place_is_not_freed(text: str) -> None:
    """People of a calling, and where nobody was told to be held."""
    assert not [c for c in told(text) if c.rule.startswith("release.leave")]


@pytest.mark.parametrize(
    "text",
    [
        "The minister denied that anyone pardoned in May has been arrested again.",
        "Anyone released from prison may vote.",
        "Did anybody free the prisoners?",
        "He ruled out exchanging the singer for anyone.",
    ],
)
def test_anyone_else_is_nobody_in_particular(text: str) -> None:
    """Which are meant, what holds of all, who is asked about: no release of *anyone* is told."""
    assert not [c for c in freed(text) if {"anyone", "anybody"} & {n.lower() for n in c.names("group")}]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Three were left in a cell in Tarn.", 3),
        ("The four others remain in jail for now.", 4),
        ("Two, both of them deserters, were left behind.", 2),
    ],
)
def test_who_is_left_in_custody_where_others_go_is_not_freed(text: str, count: int) -> None:
    """So many of those told before, of whom the clause itself says that they stay."""
    assert [(c.mode, c.quantity.lo if c.quantity else None) for c in freed(text, after=NINE)] == [
        ("denied", count)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Some 1,200 prisoners remain in jail.",
        "A bag was left in the cell.",
        "The others were left out of a film.",
    ],
)
def test_a_stock_of_prisoners_is_no_denial(text: str) -> None:
    """Those held at large, and things left."""
    assert not freed(text, after=NINE)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Another batch might follow after Easter.", "hypothetical"),
        ("Ten more followed on Tuesday.", "performed"),
        ("The others will follow next week.", "intended"),
    ],
)
def test_more_of_them_follow(text: str, mode: str) -> None:
    """ "Another group could follow": more are freed, as its own verb stands."""
    assert [c.mode for c in freed(text, after=NINE)] in (
        [mode],
        ["promised"] if mode == "intended" else [mode],
    )


@pytest.mark.parametrize(
    "text", ["More talks will follow in May.", "Others followed the news on Monday.", "A storm followed."]
)
def test_what_else_follows(text: str) -> None:
    """Talks and storms follow, and people follow the news."""
    assert not freed(text, after=NINE)


def test_cards_that_hostages_swap_free_nobody() -> None:
    """What is exchanged stands above the clause."""
    assert not freed("The album holds cards that the hostages swapped with their children.")


def test_who_gets_somebody_freed_is_not_freed() -> None:
    """ "Got the student freed": the one freed is the student."""
    (claim,) = freed("The lawyer got the student Ira Holt freed that same morning.")
    assert claim.names("person") == ("Ira Holt",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Norwegians gave back to Osmia nine divers whom they had caught.", "RELEASE"),
        ("The four captives were handed back to Chad.", "RELEASE"),
        ("The four captives were handed over to Chad.", "TRANSFER"),
    ],
)
def test_who_is_given_back_is_free(text: str, kind: str) -> None:
    """Back to those they belong to; over to a state, which may hold them on."""
    assert {"RELEASE", "TRANSFER"} & {c.type for c in told(text)} == {kind}


@pytest.mark.parametrize("place", ["Raška", "Ghelma"])
def test_a_name_alone_that_people_are_driven_to_is_a_place(place: str) -> None:
    """Also where the model takes it for a person's."""
    claims = [c for c in told(f"{NINE}They were driven to {place}.") if c.type == "TRANSFER"]
    assert [c.names("to")[0] for c in claims] == [place]


def test_a_count_before_its_apposition_is_the_subject() -> None:
    """ "The last 18, Chadians to a man, were …": so many, and not Chadians at large."""
    claims = [
        c
        for c in told(f"{NINE}The last 18, Chadians to a man, were driven over a bridge.")
        if c.type == "TRANSFER"
    ]
    assert [c.quantity.lo for c in claims if c.quantity is not None] == [18]


def test_who_was_let_go_and_not_traded_is_free() -> None:
    """What is denied is the exchange."""
    text = "Jon Holt was let go on Friday. He was not traded for the spies."
    assert [c.mode for c in freed(text)] == ["performed"]


def test_who_was_not_traded_and_is_told_nowhere_as_freed_is_not() -> None:
    """Nothing else tells that he was let go."""
    assert {c.mode for c in freed("Jon Holt was not traded for the spies.")} == {"denied"}


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("The state is committed to freeing the editor.", {"intended"}),
        ("The state is committed to securing the editor's release.", {"intended"}),
        ("The exiles demand that all prisoners go free.", {"demanded"}),
        ("The exiles insist that two prisoners were freed.", {"performed"}),
    ],
)
def test_what_somebody_is_bound_to_or_asks_for_is_not_done(text: str, modes: set[str]) -> None:
    """ "Committed to freeing", "demand that they go free"."""
    assert {c.mode for c in freed(text)} == modes


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The prisons service released figures.", 0),
        ("The prisons service released new figures in June.", 0),
        ("The army released casualty figures on Friday.", 0),
        ("The emir released senior figures of two parties.", 1),
        ("The emir released three opposition figures.", 1),
    ],
)
def test_figures_are_people_where_it_is_said_whose(text: str, count: int) -> None:
    """Figures that nobody counts, and of which it is not said that they are people, are numbers."""
    assert len(freed(text)) == count


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("Lena Marr, jailed in Chad since 2021, has not come home.", ["denied"]),
        (
            "The emir freed nine captives. The jailed nun Lena Marr did not come back.",
            ["performed", "denied"],
        ),
        ("Lena Marr, freed in Chad on Monday, does not want to come home.", []),
        ("Lena Marr, the minister, did not come home.", []),
    ],
)
def test_who_was_held_and_did_not_come_home_is_not_freed(text: str, modes: list[str]) -> None:
    """By name; not who does not want to, nor who was not held."""
    assert [c.mode for c in freed(text) if c.alt_type == "TRANSFER" or c.mode == "performed"] == modes


def test_what_is_freed_is_not_all_that_is_said() -> None:
    """ "Says it freed seven": the verb counts them, once."""
    assert len(freed("The army says it freed seven.")) == 1


def test_who_stays_where_a_pardon_is_announced_is_not_freed() -> None:
    """A pardon that is only announced frees some, too; of those who stay it is said that they do."""
    text = (
        "President Ola Berg announced the pardon of nine prisoners on Monday. Ben Roth also stays in custody."
    )
    assert [c.names("person") for c in told(text) if c.rule == "release.left_behind"] == [("Ben Roth",)]


def test_whoever_is_missing_yet_is_no_part_of_the_release() -> None:
    """Nobody tells that he was held with those who were freed."""
    claims = told("The rebels freed five miners on Monday. Their foreman, Ole Dahl, is still missing.")
    assert [c for c in claims if c.type == "RELEASE" and c.mode == "denied"] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Five miners were freed on Monday. Their foreman, Ole Dahl, was not.", {"Ole Dahl"}),
        ("Chad freed five miners on Monday. Ole Dahl was not so lucky.", {"Ole Dahl"}),
        (
            "Jon Holt walked free on Monday. His workmate Ole Dahl was less fortunate, a friend said.",
            {"Ole Dahl"},
        ),
        ("Five miners were freed on Monday. Their foreman, Ole Dahl, was not amused.", set()),
        ("Five miners were arrested on Monday. Their foreman, Ole Dahl, was not so lucky.", set()),
        ("A third Dane, the cyclist Ole Dahl, was not part of the arrangement.", {"Ole Dahl"}),
        ("Five miners were freed on Monday. Their lawyer, Ole Dahl, was not.", set()),
        ("Five miners were freed on Monday. The prison director, Ole Dahl, was not.", set()),
        (
            "A lawyer, Ole Dahl, was jailed. Five miners were freed on Monday. Lawyer Ole Dahl was not.",
            {"Ole Dahl"},
        ),
        ("Five miners were freed on Monday, and the crowd was happy. Ole Dahl was not.", set()),
        (
            "Five miners were freed on Monday and flew home, where a band was waiting. Ole Dahl was not.",
            set(),
        ),
        ("Five miners were freed on Monday, and the crowd cheered. Ole Dahl did not.", set()),
        ("Five miners were freed and were flown home. Ole Dahl was not.", {"Ole Dahl"}),
        ("Five miners walked free and flew home. Ole Dahl did not.", {"Ole Dahl"}),
        ("Five miners were freed and arrived home at night. Ole Dahl did not.", set()),
        ("Five miners were freed and were happy. Ole Dahl was not.", set()),
        ("Five miners were freed on Monday. The opposition leader Ole Dahl was not.", {"Ole Dahl"}),
        ("Five miners were freed on Monday. The former judge Ole Dahl was not.", {"Ole Dahl"}),
        ("Five miners were freed on Monday. Bishop Ole Dahl was not.", {"Ole Dahl"}),
        ("Five miners were freed on Monday. The lawyer Ole Dahl was not.", {"Ole Dahl"}),
        ("Five miners were freed on Monday. His lawyer Ole Dahl was not.", set()),
        ("Five miners were freed on Monday. The prison's doctor, Ole Dahl, was not.", set()),
        ("Five miners were freed on Monday. The governor of the prison, Ole Dahl, was not.", set()),
        ("Five miners were freed on Monday. The envoy, Ole Dahl, was not.", set()),
        ("Five miners were freed on Monday. Former ambassador Ole Dahl was not.", {"Ole Dahl"}),
    ],
)
def test_whom_the_luck_of_the_freed_passed_by_is_not_freed(text: str, names: set[str]) -> None:
    """ "X was not", right behind those who were; not where "not" tells of something else."""
    denied = [c for c in told(text) if c.type == "RELEASE" and c.mode == "denied"]
    assert {n for c in denied for n in c.names("person")} == names
