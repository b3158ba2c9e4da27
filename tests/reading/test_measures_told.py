"""Measures by pronoun, by their noun alone, and by what they strike; easings given in return."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only, told


@pytest.mark.parametrize(
    ("text", "type_", "aimed_at"),
    [
        (
            "Oslo bans imports of Ruritan timber. Norway agreed on Monday to scrap the ban.",
            "SANCTION_EASE",
            "timber",
        ),
        (
            "Norway has imposed sanctions on two timber smelters. It will suspend them.",
            "SANCTION_EASE",
            "smelters",
        ),
        (
            "Norway keeps an embargo on timber. Its cabinet agreed to ease it in May.",
            "SANCTION_EASE",
            "timber",
        ),
        ("Norway has banned imports of timber. The ban was imposed in 2021.", "SANCTION_IMPOSE", "timber"),
        ("Norway will lift its curbs on timber. So far nothing has been lifted.", "SANCTION_EASE", "timber"),
    ],
)
def test_a_measure_told_before_keeps_its_aim(text: str, type_: str, aimed_at: str) -> None:
    """Phenomenon 14: *it*, *them*, *the ban* and *nothing* are the measure named before, inferred."""
    claim = [c for c in told(text) if c.type == type_][-1]
    fillers = [f for role in ("target", "sector") for f in claim.roles.get(role, ())]
    assert any(aimed_at in f.name and f.inferred for f in fillers)


def test_nothing_lifted_is_no_easing() -> None:
    """Phenomenon 11: *nothing* denies as *no* does."""
    last = [
        c for c in told("Norway will lift its curbs on timber. So far nothing has been lifted.") if c.step
    ][-1]
    assert (last.mode, last.polarity) == ("denied", "-")


@pytest.mark.parametrize(
    "text",
    [
        "The court dropped the case. The clerk lifted it on to a shelf.",
        "They were lifted by a crane.",
    ],
)
def test_pronouns_without_a_measure_before_are_no_measure(text: str) -> None:
    """Phenomenon 15: only a measure named before is meant by *it* and *them*."""
    assert [c for c in told(text) if c.type.startswith("SANCTION")] == []


@pytest.mark.parametrize(
    ("sentence", "aimed_at"),
    [
        ("The note does not affect the embargo on timber.", "timber"),
        ("Restrictions on timber, introduced in 2021, remain unchanged.", "timber"),
        ("The step leaves aside the curbs on the export of timber, which remain in force.", "timber"),
        ("The visa bans which strike nine judges are maintained.", "nine judges"),
        ("Norway maintains the measures that hit the timber sector.", "timber sector"),
        ("Norway keeps its sanctions on the state smelter, Norlys Metals, until June.", "Norlys Metals"),
    ],
)
def test_what_stays_says_whom_it_is_aimed_at(sentence: str, aimed_at: str) -> None:
    """CODEBOOK S3: behind *on*, in a clause that says what it strikes, and by the name apposed."""
    kept = [c for c in told(sentence) if c.type == "SANCTION_KEEP"]
    assert [c.polarity for c in kept] == ["+"]
    assert aimed_at in kept[0].names("target", "sector")


def test_an_object_behind_a_length_of_time_is_found() -> None:
    """Phenomenon 10: "suspending for 120 days sanctions on two banks"."""
    claim = only("SANCTION_EASE", "Norway is suspending for 120 days sanctions on two banks.")
    assert (claim.step, claim.names("target")) == ("suspended", ("two banks",))


def test_an_easing_given_in_return_is_told() -> None:
    """CODEBOOK S2: "in return for an easing" is given, "talks on an easing" is only spoken about."""
    assert only(
        "SANCTION_EASE", "Ruritania freed nine clerks in return for an easing of sanctions on timber."
    )
    assert of_type("SANCTION_EASE", "Ruritania began talks on an easing of sanctions on timber.") == []


def test_a_delisting_says_its_step() -> None:
    """CODEBOOK S2: the noun itself tells the step, unless it is only promised."""
    assert only("SANCTION_EASE", "Norway announced the delisting of Norlys Smelting.").step == "delisted"


@pytest.mark.parametrize(
    ("sentence", "aimed_at"),
    [
        ("Norway has suspended, until 31 January, an asset freeze on the state bank, Norlys.", "Norlys"),
        ("Ghana will lift its ban on timber from the state mill, Volta Boards, by June.", "Volta Boards"),
        (
            "Norway issued a general licence authorising repairs for the state carrier, Volta Air.",
            "Volta Air",
        ),
        (
            "Ruritania freed nine clerks in return for an easing of sanctions on its timber sector.",
            "timber",
        ),
    ],
)
def test_whom_an_easing_helps_is_named(sentence: str, aimed_at: str) -> None:
    """CODEBOOK S2: behind a date, behind the goods, inside a licence, behind the noun of the easing."""
    claim = only("SANCTION_EASE", sentence)
    assert any(aimed_at in n for n in claim.names("target", "sector"))


def test_a_measure_imposed_in_a_relative_clause_is_told() -> None:
    """Phenomenon 16: "sanctions on tea growers, which were imposed in 2024"."""
    claim = only(
        "SANCTION_IMPOSE", "Norway has not eased its sanctions on tea growers, which were imposed in 2024."
    )
    assert (claim.mode, claim.time and claim.time.start) == ("background", "2024-01-01")


def test_one_authority_s_measure_is_not_aimed_as_another_s() -> None:
    """CODEBOOK §8.6: what the embargo of one covers says nothing of another's measures."""
    text = "Norway's embargo on arms continues. Ghana's measures remain in place."
    second = [c for c in of_type("SANCTION_KEEP", text) if "Ghana" in c.names("authority")]
    assert [c.names("sector") for c in second] == [()]


def test_it_is_who_says_so() -> None:
    """Phenomenon 14: "France said it would not lift": *it* is France, whatever body was named before."""
    text = "The embassy closed. France said it would not lift the visa sanctions on Omani officials."
    assert only("SANCTION_KEEP", text).names("authority") == ("France",)
