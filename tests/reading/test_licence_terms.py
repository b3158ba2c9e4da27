"""A licence or a suspension carries its terms: number, last day, what is left out, that it may be revoked."""

from __future__ import annotations

import pytest
from tests.reading.reports import article, told

from detente.records import Claim


def measures(text: str) -> list[Claim]:
    """What a report of 20 March tells of sanctions."""
    return [c for c in told(article(text, published="2026-03-20")) if c.type.startswith("SANCTION")]


def eased(text: str) -> Claim:
    """The one easing of a text."""
    (claim,) = [c for c in measures(text) if c.type == "SANCTION_EASE"]
    return claim


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The Treasury issued General License 12 for dealings with the tin board.", "General License 12"),
        ("The ministry issued licence TX/2026/118, which permits dealings with the bank.", "TX/2026/118"),
        ("OFAC issued GL 8A, authorizing transactions with Dorn Shipping.", "GL 8A"),
    ],
)  # fmt: skip
def test_the_number_of_an_instrument_is_its_name(text: str, number: str) -> None:
    """What is issued goes by its kind and number; a year alone is none."""
    (first, *_) = measures(text)
    assert any(number in n for n in first.names("instrument"))


def test_the_year_of_an_act_is_not_its_number() -> None:
    """ "The licence 2025" names no instrument."""
    claim = eased("Treasury issued a licence in 2025 for dealings with three firms.")
    assert not any("2025" in n for n in claim.names("instrument"))


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Norway has suspended its ban on Varland tin until 30 September, the ministry said.", "2026-09-30"),
        ("OFAC issued a licence authorizing sales to the mill through May 4, 2027.", "2027-05-04"),
        ("The Treasury issued General License 9. It expires on 1 December 2026.", "2026-12-01"),
    ],
)
def test_the_last_day_of_a_step_is_until_and_not_its_own_day(text: str, until: str) -> None:
    """ "Suspended until 30 September": it was suspended before, and lasts so long."""
    claim = eased(text)
    assert claim.names("until") == (until,)
    assert claim.time is None or claim.time.end != until


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian treasury on Monday issued a general license authorizing purchases of Chadian tea.",
        "On Monday the Norwegian treasury published a waiver permitting sales of Chadian tea.",
    ],
)
def test_a_licence_is_who_gives_it_and_what_it_allows(text: str) -> None:
    """ "A license authorizing purchases": the license is issued, whatever the parse makes of it."""
    claim = eased(text)
    assert "Norwegian treasury" in claim.names("authority")
    assert claim.names("sector") == ("tea",)
    assert claim.span.exact.endswith(("a general license", "a waiver"))


def test_the_text_of_a_licence_tells_what_it_leaves_out() -> None:
    """What it does not authorise and what stays blocked are its exclusions, and no acts of their own."""
    text = (
        "General License 21 was issued by the US Treasury at noon. Its text says: "
        "“All transactions with Osmia Salt are permitted until 11:59 p.m. Eastern, June 3, 2026. "
        "This general license does not authorize any dealing with Dorn Pipes, and does not unblock any "
        "account blocked before March 1, 2026. It may be modified or revoked at any time.”"
    )
    (claim,) = measures(text)
    assert claim.names("exclusions") == ("dealing with Dorn Pipes", "account blocked before March 1")
    assert claim.names("until") == ("2026-06-03",)
    assert "revoked" in (claim.condition or "")


def test_what_remains_blocked_or_is_excluded_is_left_out() -> None:
    """ "Wire and cable are excluded", "frozen accounts remain blocked"."""
    claim = eased("A dispensation allows imports from the copper mill; wire and cable are excluded.")
    assert claim.names("exclusions") == ("wire and cable",)
    claim = eased("The Treasury issued General License 4. Persons on the list remain blocked.")
    assert claim.names("exclusions") == ("Persons on the list",)


def test_who_remains_designated_is_not_designated_anew() -> None:
    """A state that lasts is kept (CODEBOOK S3)."""
    text = "The Treasury eased sanctions on the port. Dorn Lines remains designated."
    kinds = {c.type for c in measures(text) if "Dorn Lines" in c.names("target")}
    assert kinds == {"SANCTION_KEEP"}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "Brussels confirmed that an embargo on Osmian timber is still in effect.",
            "embargo on Osmian timber",
        ),
        ("Norway is to maintain the arms embargo on Varland.", "arms embargo on Varland"),
    ],
)
def test_a_measure_that_stays_is_named_with_what_it_is_on(text: str, what: str) -> None:
    """Without whose it is: that is its authority."""
    assert what in [c.topic for c in measures(text) if c.type == "SANCTION_KEEP"]


def test_who_was_not_taken_off_a_list_stays_on_it() -> None:
    """A delisting denied says who stays on what."""
    (claim,) = measures("Dorn Pipes was not taken off the sanctions list.")
    assert (claim.mode, claim.topic) == ("denied", "Dorn Pipes on the sanctions list")
