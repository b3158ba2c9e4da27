"""Done, promised, asked for, conditional, denied: one deed told in many ways (CODEBOOK §3)."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only, told

DONE = [
    "Varland freed nine miners.",
    "Varland managed to free nine miners.",
    "Varland was forced to free nine miners.",
    "Varland began freeing nine miners.",
    "Nine miners were freed by Varland.",
    "Varland was happy to free nine miners.",
]
AGREED = ["Varland agreed to free nine miners.", "Varland agreed that it would free nine miners."]
PROMISED = [
    "Varland promised to free nine miners.",
    "Varland pledged that it would free nine miners.",
    "Varland will free nine miners.",
    "Varland vowed to free nine miners.",
    "Varland's promise to free nine miners was welcomed.",
]
INTENDED = [
    "Varland plans to free nine miners.",
    "Varland is ready to free nine miners.",
    "Varland is expected to free nine miners.",
    "Varland hopes to free nine miners.",
    "Varland was close to freeing nine miners.",
    "Nine miners are to be freed on Monday.",
    "Varland is in talks to free nine miners.",
]
HYPOTHETICAL = [
    "Varland may free nine miners.",
    "Varland is considering the release of nine miners.",
    "The prospect of freeing nine miners grew.",
    "Has Varland freed nine miners?",
    "Varland doubts that Osmia freed nine miners.",
    "Varland could not confirm that nine miners had been freed.",
]
DEMANDED = [
    "The families urged Varland to free nine miners.",
    "The families demanded that Varland free the nine miners.",
    "The families called for the release of nine miners.",
    "Varland must free nine miners, the families said.",
    "Nine miners should be freed at once.",
    "Free the nine miners!",
]
CONDITIONAL = [
    ("Varland could free nine miners if the talks succeed.", "if the talks succeed"),
    ("Varland would free nine miners if Osmia paid.", "if Osmia paid"),
    ("Varland promised to free nine miners provided that Osmia paid.", "provided that Osmia paid"),
    ("If Osmia pays, Varland will free nine miners.", "If Osmia pays"),
]
DENIED = [
    "Varland has not freed the nine miners.",
    "Varland did not free the nine miners.",
    "Varland never freed the nine miners.",
    "Varland refused to free the nine miners.",
    "Varland failed to free the nine miners.",
    "Varland denied that it had freed the nine miners.",
    "Varland denied freeing the nine miners.",
    "Reports that Varland had freed the nine miners were false.",
    "It is not true that Varland freed the nine miners.",
    "No miners were freed on Monday.",
    "None of the nine miners was freed.",
    "Neither of the two miners was freed.",
    "Nobody was freed on Monday.",
    "Varland left without freeing the nine miners.",
    "Varland was unable to free the nine miners.",
    "Varland has yet to free the nine miners.",
    "Varland is no longer willing to free the nine miners.",
    "Varland's refusal to free the nine miners angered Osmia.",
    "Varland stopped short of freeing the nine miners.",
    "Varland ruled out freeing the nine miners.",
    "Instead of freeing the nine miners, Varland moved the guards.",
    "Rather than free the nine miners, Varland moved the guards.",
    "The release of the nine miners was postponed.",
    "The release of the nine miners never came.",
    "Varland cancelled the release of the nine miners.",
    "Varland blocked the release of the nine miners.",
]


@pytest.mark.parametrize("sentence", DONE)
def test_what_is_managed_begun_or_forced_is_done(sentence: str) -> None:
    """Phenomenon 10: the verbs above a deed that imply it leave it performed."""
    claim = only("RELEASE", sentence)
    assert (claim.mode, claim.polarity, claim.factuality) == ("performed", "+", "CT")


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [(s, "agreed") for s in AGREED]
    + [(s, "promised") for s in PROMISED]
    + [(s, "intended") for s in INTENDED]
    + [(s, "hypothetical") for s in HYPOTHETICAL]
    + [(s, "demanded") for s in DEMANDED],
)
def test_what_is_said_of_a_deed_to_come_is_its_mode(sentence: str, mode: str) -> None:
    """Phenomena 10 and 12: agreed, promised, intended, possible, asked for: never performed or certain."""
    claim = only("RELEASE", sentence)
    assert (claim.mode, claim.polarity) == (mode, "+")
    assert claim.factuality in {"U", "PS"}


@pytest.mark.parametrize("sentence", [*AGREED, *PROMISED])
def test_a_promise_is_coded_once_as_its_content(sentence: str) -> None:
    """CODEBOOK A1 and rule 8: a COMMIT points to the event, whose mode is agreed or promised."""
    commit, release = only("COMMIT", sentence), only("RELEASE", sentence)
    assert commit.content == (release.id,)
    assert commit.names("committer") == ("Varland",)


@pytest.mark.parametrize(("sentence", "condition"), CONDITIONAL)
def test_a_condition_is_kept_in_its_words(sentence: str, condition: str) -> None:
    """Phenomenon 12: if, unless, provided: conditional, with the words of the clause."""
    claim = only("RELEASE", sentence)
    assert claim.mode == "conditional"
    assert claim.condition == condition


@pytest.mark.parametrize("sentence", DENIED)
def test_what_did_not_come_is_denied_and_never_performed(sentence: str) -> None:
    """Phenomenon 11: negation, failure, refusal, delay, and deeds told as what was left undone."""
    claim = only("RELEASE", sentence)
    assert (claim.mode, claim.polarity) == ("denied", "-")


def test_a_refusal_is_a_commitment_of_its_own() -> None:
    """CODEBOOK A1: refuse is a kind of COMMIT, and its content is the denied event."""
    text = "Varland refused to free the nine miners."
    assert only("COMMIT", text).sub == "refuse"
    assert only("COMMIT", text).content == (only("RELEASE", text).id,)


@pytest.mark.parametrize(
    ("sentence", "factuality"),
    [
        ("Varland reportedly freed nine miners.", "PR"),
        ("Varland possibly freed nine miners.", "PS"),
        ("Varland is said to have freed nine miners.", "PR"),
        ("Varland seems to have freed nine miners.", "PR"),
    ],
)
def test_a_hedge_lowers_factuality_and_not_the_mode(sentence: str, factuality: str) -> None:
    """CODEBOOK §3: hedges stay in their words; FactBank's scale says how sure the source is."""
    claim = only("RELEASE", sentence)
    assert (claim.mode, claim.factuality) == ("performed", factuality)


def test_negation_in_one_clause_leaves_the_other_alone() -> None:
    """Phenomena 3 and 11: two clauses side by side stand each for themselves."""
    text = "Varland freed the nine miners but did not free the two priests."
    stands = {c.names("group")[0]: c.mode for c in of_type("RELEASE", text)}
    assert stands == {"nine miners": "performed", "two priests": "denied"}


def test_a_deed_told_of_people_accused_of_it_is_not_done() -> None:
    """CODEBOOK §8.11: what somebody is accused of is nobody's deed yet."""
    text = "Two smugglers were charged with kidnapping three nurses."
    assert [c.mode for c in told(text) if c.sub == "abduct"] in ([], ["hypothetical"])
