"""Measures as notices and releases of their own authorities word them, and who those are."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only


@pytest.mark.parametrize(
    "sentence",
    [
        "The Department is sanctioning nine judges in Kenya pursuant to Executive Order 13818.",
        "The Department is also designating nine judges under E.O. 13818.",
    ],
)
def test_an_order_of_the_united_states_says_whose_the_department_is(sentence: str) -> None:
    """A bare office is of the state whose order it names; "pursuant to" hides no designation."""
    claim = only("SANCTION_IMPOSE", sentence)
    assert "United States" in claim.names("authority")
    assert (claim.mode, claim.quantity.lo if claim.quantity else None) == ("performed", 9)


def test_a_bare_department_is_of_no_state_that_is_not_told() -> None:
    """Without an order or a list of a state nothing says whose it is."""
    claim = only("SANCTION_IMPOSE", "The Department is sanctioning nine judges in Kenya.")
    assert claim.names("authority") == ("Department",)


def test_we_is_no_authority_by_itself() -> None:
    """ "We are listing two firms": of whom the text tells as imposing measures, and else of nobody."""
    told = (
        "Canada is imposing sanctions on nine Kenyan judges. We are listing two firms under the Regulations."
    )
    assert [c.names("authority") for c in of_type("SANCTION_IMPOSE", told)] == [("Canada",), ("Canada",)]
    assert only("SANCTION_IMPOSE", "We are sanctioning nine Kenyan judges.").names("authority") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Japan decided to remove Kenya from its white list.",
        "Japan took Kenya off its list of preferential countries for sanctions checks.",
        "Japan added Kenya to its white list, a sanctions official said.",
    ],
)
def test_a_list_of_friends_is_no_list_of_sanctions(sentence: str) -> None:
    """Taken off it one is worse off, put on it one is better off."""
    assert not of_type("SANCTION_EASE", sentence)
    assert not of_type("SANCTION_IMPOSE", sentence)


def test_the_measures_that_are_lifted_were_imposed_before() -> None:
    """ "Lifted the sanctions imposed on two judges": eased for the two, on whom they had been put."""
    text = "Norway has lifted the sanctions imposed on two Kenyan judges in retaliation."
    assert [c.names("target") for c in of_type("SANCTION_EASE", text)] == [("two Kenyan judges",)]
    assert {c.mode for c in of_type("SANCTION_IMPOSE", text)} == {"background"}


def test_whoever_sought_prisoners_did_not_hold_them() -> None:
    """ "Five men sought by Norway in a swap with Chad were freed": not by Norway, and not to Chad."""
    text = (
        "Five prisoners sought by Norway in a swap with Chad were freed on Monday. "
        "Norway granted five Chadians clemency."
    )
    (freed,) = of_type("RELEASE", text)
    assert (freed.names("releaser"), freed.names("from"), freed.names("to")) == ((), (), ())


def test_related_to_a_state_a_measure_is_on_it() -> None:
    """ "Venezuela-related sanctions" are nobody's of Venezuela."""
    claim = only("SANCTION_KEEP", "Venezuela-related sanctions remain in place, the Treasury said.")
    assert claim.names("target") == ("Venezuela",)
    assert "Venezuela" not in claim.names("authority")


@pytest.mark.parametrize(
    ("sentence", "kind", "mode"),
    [
        ("Treasury said that it will not renew the oil waiver for Kenya.", "SANCTION_IMPOSE", "intended"),
        ("Norway is reviewing its sanctions on Kenya.", "SANCTION_EASE", "hypothetical"),
    ],
)
def test_what_will_not_be_renewed_or_is_reviewed_is_still_as_it_was(
    sentence: str, kind: str, mode: str
) -> None:
    """A relief that will run out still runs; who reviews a measure may keep it."""
    assert only(kind, sentence).mode == mode


def test_rather_than_tells_what_was_not_done() -> None:
    """ "Suspended rather than lifted", "jailed rather than freed"."""
    told = of_type(
        "SANCTION_EASE", "The sanctions on Kenya were being suspended rather than lifted completely."
    )
    assert [c.mode for c in told] == ["performed", "denied"]
    assert only("RELEASE", "The poet was jailed rather than freed.").mode == "denied"


def test_between_a_number_and_its_noun_a_participle_describes() -> None:
    """ "Handed over to Chad 15 detained miners": the fifteen hold nobody."""
    text = "Kenya handed over to Chad 15 detained Chadians in exchange for a map."
    assert not of_type("DETAIN", text)
    claim = only("TRANSFER", text)
    assert (claim.quantity.lo if claim.quantity else None, claim.names("to")) == (15, ("Chad",))
