"""What is said of a bargain, and what it leaves open of the deeds in it."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

from detente.records import Claim


def of(text: str, type_: str) -> list[Claim]:
    """The claims of one type."""
    return [c for c in told(text) if c.type == type_]


def polarities(text: str) -> list[str]:
    """Of the ties of a text."""
    return [c.polarity for c in of(text, "LINKAGE")]


DENIED_TIES = [
    "The ministry denied any link between the licence and the release of the pilots.",
    "There is no link between the release of the two Danes and the case of the banker.",
    "The minister rejected any connection of the release of the nurses with the trade talks.",
    "President Ada Orlu said neither her country nor Chad paid money for the release of the six medics.",
    "No ransom was paid for the release of the six medics, the ministry said.",
    "The government said it had paid nothing for the release of the nine sailors.",
    "Nothing was given in return for the release of the nine sailors, Chad said.",
]


@pytest.mark.parametrize("text", DENIED_TIES)
def test_who_denies_a_tie_or_a_payment_does_not_deny_the_release(text: str) -> None:
    """The release is spoken of as having been."""
    assert [c.mode for c in of(text, "RELEASE")] == ["performed"]
    assert polarities(text) == ["-"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Chad denied the release of the nine sailors.", "denied"),
        ("There is no plan for the release of the nine sailors.", "denied"),
        ("The rebels demanded a ransom for the release of the nine sailors.", "demanded"),
    ],
)
def test_a_release_that_is_itself_denied_or_asked_for_is_not_told_as_done(text: str, mode: str) -> None:
    """The words beside it are nearly the same."""
    assert {c.mode for c in of(text, "RELEASE")} == {mode}


@pytest.mark.parametrize(
    "text",
    [
        "The minister denied he made a deal with Chad to lift sanctions in exchange for freeing the pastor.",
        "Kenya said no deal had been made with Chad on lifting sanctions in return for the pastor's release.",
        "No agreement was reached with Chad about lifting the embargo on tea.",
    ],
)  # fmt: skip
def test_a_deal_that_is_denied_eases_nothing_and_frees_nobody(text: str) -> None:
    """And whoever denies it ties nothing."""
    assert {c.mode for c in of(text, "SANCTION_EASE")} == {"denied"}
    assert {c.mode for c in of(text, "RELEASE")} <= {"hypothetical"}
    assert set(polarities(text)) <= {"-"}


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was freed as part of a deal, the minister said.",
        "Chad denied that it had freed the nine sailors in exchange for grain.",
        "The ministry is rejecting the notion it took part in a prisoner swap after Kenya freed nine.",
        "The president dismissed reports that the nine had been exchanged for two agents.",
        "The minister denied the sale of two boats for 31 men.",
    ],
)
def test_what_stands_under_a_denial_is_a_tie_denied(text: str) -> None:
    """Whatever the cue."""
    assert set(polarities(text)) == {"-"}


@pytest.mark.parametrize(
    "text",
    [
        "The release of the nurses was part of a wider deal, a diplomat said.",
        "Five Danes were freed, part of an exchange with Chad that took a year.",
        "A deal between Chad and Norway led to Monday's release of five sailors.",
        "The agreement brought about the release of nine miners on Monday.",
        'Opposition deputies asked who had approved "the sale of two boats for 31 men".',
        "The barter of six lorries for the captured pilots shocked the town, a senator said.",
        '"This decision was taken in response to the release of all sailors on 22 August," he said.',
    ],
)
def test_a_bargain_is_told_by_what_it_brought_and_by_what_was_given(text: str) -> None:
    """Each ties a give to a take."""
    assert [(c.polarity, c.mode) for c in of(text, "LINKAGE")] == [("+", "asserted")]


@pytest.mark.parametrize(
    "text",
    [
        "The sale of two boats for cash was approved as nine miners were freed.",
        "The deal led to strikes. Nine miners were freed.",
        "The exchange of words for an hour ended the talks on the nine prisoners.",
    ],
)
def test_a_sale_for_cash_or_a_deal_that_led_to_strikes_ties_nothing(text: str) -> None:
    """Nobody was let go for it."""
    assert polarities(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The agreement involves easing the ban on tea.",
        "The deal included lifting sanctions on tea exports.",
        "The pact, which included lifting the tea embargo, was signed on Monday.",
    ],
)
def test_what_a_deal_includes_is_agreed_and_not_yet_done(text: str) -> None:
    """Also where it is told in the past tense."""
    assert {c.mode for c in of(text, "SANCTION_EASE")} <= {"agreed"}


@pytest.mark.parametrize(
    "what", ["in exchange for lifting the embargo on tea", "in return for easing the ban on tea"]
)
def test_what_is_done_in_return_is_done_by_another(what: str) -> None:
    """Who frees people does not ease the ban, unless it says what they get."""
    text = f"Chad freed the nine sailors {what}."
    assert [n for c in of(text, "SANCTION_EASE") for n in c.names("authority") if n != "UNSTATED"] == []


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Chad is to be removed from the list once it pays, President Ada Orlu announced yesterday.",
            "once it pays",
        ),
        ("Norway will lift the ban if the nine are freed, its minister said.", "if the nine are freed"),
    ],
)  # fmt: skip
def test_a_condition_ends_where_its_speaker_is_named(text: str, condition: str) -> None:
    """Who says so is no part of it."""
    assert {c.condition for c in of(text, "SANCTION_EASE")} == {condition}


def test_what_was_agreed_after_another_agreed_waits_for_nothing() -> None:
    """ "After" is order in time where both are past."""
    text = "Norway agreed to lift the ban on tea after Chad agreed to pay for the ships."
    assert {(c.mode, c.condition) for c in of(text, "SANCTION_EASE")} == {("agreed", None)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nine porters are free thanks to Dutch envoy Anneliese Havercamp.", "Anneliese Havercamp"),
        ("Qatar hailed the success of its mediation which led to the exchange of 132 detainees.", "Qatar"),
        ("Norway thanked the Emir of Qatar for intervening in the release of the medics.", "Emir of Qatar"),
        ("The Omani government helped Norway negotiate the release of five prisoners.", "Omani government"),
        ("Ada Orlu had gone back and forth between the sides before the prisoner swap.", "Ada Orlu"),
        ("Switzerland conveyed messages between Chad and Norway before the swap.", "Switzerland"),
    ],
)  # fmt: skip
def test_who_stood_between_the_sides_is_told_by_what_they_did(text: str, name: str) -> None:
    """A mediator, whatever the word."""
    found = [c for c in of(text, "ATTRIBUTE") if "mediator" in c.names("value")]
    assert [n for c in found for n in c.names("subject")] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Nine porters are free thanks to their lawyer Ada Orlu.",
        "Norway offered its mediation in the talks on a prisoner swap.",
        "Police intervened and freed nine hostages.",
        "Chad conveyed its regrets before the swap.",
    ],
)
def test_others_who_had_a_hand_in_it_are_no_mediators(text: str) -> None:
    """Lawyers, police, and who only offers."""
    assert [c for c in of(text, "ATTRIBUTE") if "mediator" in c.names("value") and c.mode != "promised"] == []


@pytest.mark.parametrize("who", ["Authorities in Chad", "Security forces in Chad"])
def test_authorities_in_a_country_are_of_that_country(who: str) -> None:
    """And those whom they free are let out there."""
    (freed,) = of(f"{who} freed nine Danish sailors, officials said.", "RELEASE")
    assert freed.names("from") == ("Chad",)
