"""Labels and their owners: who gives one, who denies it, who takes it back, and what no label is."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest

from detente.reading.rules import RulesReader
from detente.records import Article, Claim, DocumentRef

OUR_WORLD = "Varland released nine prisoners."
"""Opens every article, so that the filter for relevance, which has tests of its own, lets it through."""


@cache
def reader() -> RulesReader:
    """The reader, made once."""
    return RulesReader()


def labels(sentence: str) -> list[Claim]:
    """The RECOGNITION claims that the reader makes of a sentence."""
    text = f"{OUR_WORLD}\n\n{sentence}"
    ref = DocumentRef(id="t", path="-", sha256=hashlib.sha256(text.encode()).hexdigest())
    reading, _ = next(reader().read([Article(document=ref, text=text, published="2026-03-04")]))
    return [c for c in reading.claims if c.type == "RECOGNITION"]


def only(sentence: str) -> Claim:
    """The one claim of a sentence."""
    (claim,) = labels(sentence)
    return claim


@pytest.mark.parametrize(
    ("sentence", "label", "recogniser", "subject"),
    [
        pytest.param(
            "Church leaders describe the two printers as prisoners of conscience.",
            "prisoners of conscience", "Church leaders", "two printers", id="active, as",
        ),
        pytest.param(
            "The printers, described by church leaders as prisoners of conscience, were moved to Lyon.",
            "prisoners of conscience", "church leaders", "printers", id="reduced relative (READING 1)",
        ),
        pytest.param(
            "The families asked for the sailors, whom Norway regards as hostages, to be brought home.",
            "hostages", "Norway", "sailors", id="relative clause (READING 1)",
        ),
        pytest.param(
            'The security service calls the choir members "extremists".',
            "extremists", "security service", "choir members", id="small clause, in quotes",
        ),
        pytest.param(
            "Two of what Washington calls wrongful detainees came home.",
            "wrongful detainees", "United States", "wrongful detainees", id="what X calls (READING 21)",
        ),
        pytest.param(
            "The prosecutor labelled the dockers as spies, the daily Morgenblatt reported.",
            "spies", "prosecutor", "dockers", id="chain of two (READING 9)",
        ),
    ],
)  # fmt: skip
def test_a_label_has_the_owner_who_gives_it(sentence: str, label: str, recogniser: str, subject: str) -> None:
    """Rule recognition.described: the label, who gives it, to whom (CODEBOOK §8.12)."""
    claim = only(sentence)
    assert (claim.rule, claim.label, claim.polarity) == ("recognition.described", label, "+")
    assert claim.names("recogniser") == (recogniser,)
    assert claim.names("subject") == (subject,)
    assert claim.attribution[-1].name == recogniser or recogniser == "United States"


def test_a_label_in_passing_is_the_outlets_own() -> None:
    """Rule recognition.label: where nobody is named, the outlet that uses the label owns it."""
    claim = only("The bishop met 40 political prisoners.")
    assert (claim.rule, claim.label, claim.attribution) == ("recognition.label", "political prisoners", ())
    assert claim.names("subject") == ("40 political prisoners",)


def test_a_passive_without_an_owner_names_nobody_and_keeps_its_hedge() -> None:
    """Rule recognition.described: "widely regarded" has no recogniser, and the adverb stays (READING 1)."""
    claim = only("The two printers are widely regarded abroad as political prisoners.")
    assert claim.names("recogniser") == ()
    assert claim.names("subject") == ("two printers",)
    assert "widely" in claim.hedges


@pytest.mark.parametrize(
    ("sentence", "recogniser", "mode"),
    [
        pytest.param("Poland does not consider the pilots spies.", "Poland", "denied", id="negation"),
        pytest.param(
            "There are no political prisoners in the country, the justice minister said.",
            "justice minister", "denied", id="none of them",
        ),
        pytest.param(
            "They are not political prisoners but thieves, the prosecutor said.",
            "prosecutor", "denied", id="copula",
        ),
        pytest.param(
            "The spokesman denied that the republic holds political prisoners.",
            "spokesman", "denied", id="verb of denial",
        ),
        pytest.param(
            "The society no longer considers the baker a political prisoner.",
            "society", "asserted", id="taken back",
        ),
    ],
)  # fmt: skip
def test_a_denied_label_is_negative_and_has_its_denier(sentence: str, recogniser: str, mode: str) -> None:
    """A label denied or taken back has polarity "-", by him who denies it (READING 11)."""
    claim = only(sentence)
    assert (claim.polarity, claim.mode) == ("-", mode)
    assert claim.names("recogniser") == (recogniser,)


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("The Beacon Society added Anna Kovac to its list of political prisoners.", "+"),
        ("The Beacon Society removed Anna Kovac from its list of political prisoners.", "-"),
        ("Anna Kovac was struck from the Beacon Society's list of political prisoners.", "-"),
    ],
)
def test_a_name_goes_on_a_list_and_off_it(sentence: str, polarity: str) -> None:
    """Rule recognition.list: listing gives the label, delisting takes it (CODEBOOK §4, recognition)."""
    claim = only(sentence)
    assert (claim.rule, claim.mode, claim.polarity) == ("recognition.list", "performed", polarity)
    assert claim.names("subject") == ("Anna Kovac",)
    assert claim.names("recogniser") == ("Beacon Society",)


def test_criteria_are_kept_in_their_own_words() -> None:
    """Rule recognition.described: the criteria by which a label is given stand beside it."""
    claim = only(
        "The mission recognised the clerk as a prisoner of conscience under the criteria of Resolution 1900."
    )
    assert claim.topic == "under the criteria of Resolution 1900"


def test_a_label_that_could_be_given_is_not_given() -> None:
    """Rule recognition.described: the mode of the verb holds for the label (READING 10)."""
    claim = only("The court could designate the choir as extremists.")
    assert (claim.mode, claim.factuality) == ("hypothetical", "PS")


@pytest.mark.parametrize(
    "sentence",
    [
        "The lawyer treats fugitives with respect.",
        "The engineer was kept on as a guard for two years.",
        "The militants crossed the river.",
    ],
)
def test_a_word_that_nobody_gives_as_a_label_is_none(sentence: str) -> None:
    """A contested word in plain use recognises nobody (READING 15)."""
    assert labels(sentence) == []
