"""Measures put back on, and what only looks like one: re-imposed, reinstated on a list, rewards withdrawn."""

from __future__ import annotations

import pytest
from tests.reading.reports import told


@pytest.mark.parametrize(
    ("sentence", "rule", "target"),
    [
        ("Norway re-imposed oil sanctions on Chad after the vote.", "impose.reimpose", "Chad"),
        ("The union re-designated the port operator on Monday.", "impose.relisted", "port operator"),
        ("The cabinet reinstated Mali on its list of state sponsors of terror.", "impose.relisted", "Mali"),
        ("Canada restored the two banks to its sanctions list in May.", "impose.relisted", "two banks"),
        ("The union de-listed the ferry operator on Friday.", "ease.delist", "ferry operator"),
    ],
)  # fmt: skip
def test_a_verb_with_re_before_it_is_one_word(sentence: str, rule: str, target: str) -> None:
    """ "re-imposed" is a verb of its own, whether or not a hyphen stands in it."""
    found = [c for c in told(sentence) if c.type.startswith("SANCTION")]
    assert [(c.rule, any(target in name for name in c.names("target"))) for c in found] == [(rule, True)]


@pytest.mark.parametrize(
    ("sentence", "sub"),
    [
        ("The two singers were re-arrested at the gate.", "re_detain"),
        ("Police in Chad re-detained nine of the freed dockers.", "re_detain"),
    ],
)
def test_who_is_re_arrested_is_taken_again(sentence: str, sub: str) -> None:
    """The prefix says that it is not the first time."""
    assert [(c.type, c.sub, c.mode) for c in told(sentence)] == [("DETAIN", sub, "performed")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway rescinded Mali's designation as a state sponsor of terrorism.",
        "In exchange Norway would lift the designation of Mali as a state sponsor of terrorism.",
    ],
)
def test_a_designation_that_is_lifted_is_not_imposed(sentence: str) -> None:
    """Who was designated is the target of the easing, and nothing is put on anybody."""
    found = [c for c in told(sentence) if c.type.startswith("SANCTION")]
    assert [(c.type, c.names("target")) for c in found] == [("SANCTION_EASE", ("Mali",))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mali paid its debt. Norway removed it from the list of state sponsors of terrorism.",
        "Mali paid its debt in May, and Norway removed it from the list of state sponsors of terrorism.",
    ],
)
def test_it_is_not_the_one_who_acts(sentence: str) -> None:
    """Whoever takes *it* off a list is not taken off: *it* is the other one told before."""
    (claim,) = (c for c in told(sentence) if c.type.startswith("SANCTION"))
    assert (claim.names("authority"), claim.names("target")) == (("Norway",), ("Mali",))


@pytest.mark.parametrize(
    ("sentence", "authority"),
    [
        ("Mali's army chief remains under Norwegian sanctions.", "Norway"),
        ("The judge who tried the nuns was hit with a Canadian travel ban and an asset freeze.", "Canada"),
    ],
)
def test_whose_measure_hits_is_said_with_it(sentence: str, authority: str) -> None:
    """ "is under Norwegian sanctions": the adjective says whose they are, and the subject whom they hit."""
    (claim,) = (c for c in told(sentence) if c.type.startswith("SANCTION"))
    assert claim.names("authority") == (authority,)
    assert claim.names("target") != ()


def test_who_speaks_behind_a_comma_is_no_target() -> None:
    """A list of goods ends where the speaker begins."""
    (claim,) = (
        c
        for c in told("Norway is lifting sanctions on salt, envoy Ada Orlu told reporters in Dakar.")
        if c.type.startswith("SANCTION")
    )
    assert claim.names("target") == ()
    assert claim.attribution[-1].name == "Ada Orlu"


def test_who_speaks_behind_his_office_is_no_place() -> None:
    """ "to Ghana, Ghana's interior minister, X, told reporters": neither he nor they are where they went."""
    (claim,) = (
        c
        for c in told(
            "Nine were driven to Ghana, Ghana's interior minister, Ada Orlu, told reporters in Accra."
        )
        if c.type == "TRANSFER"
    )
    assert (claim.names("to"), claim.attribution[-1].name) == (("Ghana",), "Ada Orlu")


@pytest.mark.parametrize(
    "sentence",
    [
        "Rewards of up to 9 million dollars for information leading to the arrest of the men were dropped.",
        "Norway withdrew a reward of two million crowns for the capture of the rebel.",
        "The decree ends the sanctions on Chad while keeping those on its former ruler.",
    ],
)  # fmt: skip
def test_who_is_only_sought_is_not_held(sentence: str) -> None:
    """A reward for an arrest tells of none; "those on its ruler" are measures, and no people kept."""
    done = [c for c in told(sentence) if c.type in {"DETAIN", "CUSTODY_STATE"} and c.mode != "hypothetical"]
    assert done == []


def test_an_arrest_that_came_of_something_was_made() -> None:
    """ "A tip led to the arrest of nine men": they were arrested."""
    found = told("A tip led to the arrest of nine men in Dakar.")
    assert [(c.type, c.mode) for c in found] == [("DETAIN", "performed")]


def test_what_goes_with_a_promise_has_not_happened() -> None:
    """ "will be lifted step by step as prisoners are freed": neither is done yet."""
    found = told("He said the sanctions on Chad would be lifted step by step as prisoners are freed.")
    assert {c.type: c.mode for c in found if c.type in {"RELEASE", "SANCTION_EASE"}} == {
        "RELEASE": "conditional", "SANCTION_EASE": "promised",
    }  # fmt: skip
