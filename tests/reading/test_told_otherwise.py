"""Deeds, threats and judgements told in turns of phrase that no verb of the field alone gives."""

from __future__ import annotations

import pytest
from tests.reading.reports import article, of_type, only, told


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine men who had crossed the river at night were detained by gendarmes near Lund.",
        "Two students who had crossed into Chad without papers were arrested on Monday.",
    ],
)
def test_who_crossed_a_border_and_was_then_taken_was_not_freed_by_it(sentence: str) -> None:
    """The journey came first, and was of free people (CODEBOOK D6, never a release)."""
    assert {c.type for c in told(sentence) if c.type in {"RELEASE", "TRANSFER", "DETAIN"}} == {"DETAIN"}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Eleven people were detained by gendarmes near Lund in February.", "performed"),
        ("Eleven people were detained by gendarmes near Lund in January.", "background"),
        ("The editor was detained by gendarmes near Lund in February.", "background"),
        ("Two clerks were freed on Monday. They had been arrested in Lund in February.", "background"),
        ("Two clerks were freed on Monday. Eleven people were detained in Lund in February.", "background"),
    ],
)
def test_what_a_report_counts_first_of_the_month_before_is_its_news(text: str, mode: str) -> None:
    """A report of March that opens with February tells no background."""
    assert {c.mode for c in of_type("DETAIN", article(text, published="2026-03-04"))} == {mode}


@pytest.mark.parametrize(
    ("sentence", "demander", "addressee"),
    [
        ("A court in Osmia issued a warrant for the exiled banker Ilo Senn.", "court", "Ilo Senn"),
        ("Prosecutors obtained an arrest warrant against Mara Dole.", "Prosecutors", "Mara Dole"),
    ],
)
def test_a_warrant_holds_out_an_arrest(sentence: str, demander: str, addressee: str) -> None:
    """Nobody is taken by a paper (CODEBOOK D1: warrants in absentia are threats)."""
    claim = only("DEMAND", sentence)
    assert (claim.sub, claim.names("demander"), claim.names("addressee")) == (
        "threat", (demander,), (addressee,)
    )  # fmt: skip
    assert not of_type("DETAIN", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "That is the sentence the judge gave him on Tuesday.",
        "This is the punishment the court handed her on Monday.",
    ],
)
def test_the_term_may_stand_before_the_clause_that_gives_it(sentence: str) -> None:
    """What a cleft sentence tells is told, and not in passing."""
    claim = only("SENTENCE", f"Nurse Ada Holm was tried in Lund. {sentence}")
    assert claim.mode == "performed"
    assert claim.names("authority")


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ('"She is a traitor and a liar," the mayor told the radio.', "accuse"),
        ('"They are thieves," the consul said.', "accuse"),
    ],
)
def test_who_calls_somebody_a_criminal_accuses_him(sentence: str, stance: str) -> None:
    """An opinion of guilt is the speaker's, and no sentence (CODEBOOK §8.11)."""
    claim = only("STATEMENT", sentence)
    assert (claim.stance, claim.attribution[-1].name) == (stance, claim.names("speaker")[0])


def test_conditions_judged_by_a_report_are_its_judgement() -> None:
    """ "Harsh conditions" are no ill-treatment of anybody."""
    claim = only("STATEMENT", "Cells in the county's prisons are overcrowded, the survey noted.")
    assert claim.attribution[-1].name == "survey"


@pytest.mark.parametrize("word", ["welcome", "praiseworthy", "commendable"])
def test_a_release_may_be_called_welcome_by_nobody_in_particular(word: str) -> None:
    """The outlet judges; and the release is told beside it."""
    text = f"The release of nine monks is {word}, but the law stands."
    assert only("STATEMENT", text).stance == "welcome"
    assert only("RELEASE", text).mode == "performed"


@pytest.mark.parametrize(
    "sentence",
    ["The emir announced an amnesty for 200 farmers.", "A pardon for six cooks was announced on Friday."],
)
def test_grace_that_is_announced_is_announced(sentence: str) -> None:
    """It is not yet told as granted (CODEBOOK D4)."""
    assert {c.mode for c in of_type("CLEMENCY", sentence)} == {"announced"}


def test_the_clause_before_may_say_what_befell_them() -> None:
    """ "Pardoned and expelled: that was the fate of …"."""
    text = "Pardoned and expelled within a day: this was the lot of 14 novices, the abbot said."
    assert only("CLEMENCY", text).names("group") == ("14 novices",)
    assert only("TRANSFER", text).names("group") == ("14 novices",)


def test_who_is_pushed_over_a_frontier_is_deported() -> None:
    """By force, and to where the clause says."""
    claim = only("TRANSFER", "Guards pushed him across into Chad without his papers, he told a station.")
    assert (claim.sub, claim.voluntariness, claim.names("mover")) == ("deport", "stated_forced", ("Guards",))
    assert not of_type("TRANSFER", "The army pushed the rebels across the border into Chad.")


def test_one_s_own_account_is_one_s_own_word() -> None:
    """ "By her own account" she says it."""
    claim = only("HARM", "She was, by her own account, beaten with cables for an hour.")
    assert claim.attribution[-1].name == "she"


def test_whom_it_befalls_may_be_called_something_in_between() -> None:
    """ "Three men branded by the ministry as agents were freed"."""
    claim = only("RELEASE", "Three men described by the ministry as agents were freed in Lund on Monday.")
    assert claim.names("group") == ("Three men",)


def test_a_body_keeps_the_words_before_it() -> None:
    """ "The interim government of Chad" is no other government of it."""
    claim = only("DIPLOMATIC_STEP", "Norway recognised the transitional government of Chad on Monday.")
    assert claim.names("counterpart") == ("transitional government of Chad",)


def test_an_exchange_may_be_told_by_its_numbers_alone() -> None:
    """So many for so many: so many of one side are freed."""
    claim = only("RELEASE", "A 30-for-30 exchange took place at the ford at dawn.")
    assert (claim.sub, claim.quantity and claim.quantity.lo) == ("swap_release", 30)


def test_from_a_cell_to_a_clinic_is_a_move_of_who_is_held() -> None:
    """Not so the move of a patient from one hospital to the next."""
    claim = only("TRANSFER", "Editor Ada Holm was moved from her cell to a hospital in Lund, her son said.")
    assert claim.sub == "facility_move"
    assert not of_type("TRANSFER", "Editor Ada Holm was moved from a hospice to a clinic, her son said.")


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("Danes freed under a deal between the Holt administration and Chadian leader Idris Moussa are home.",
         "Chad"),
        ("Six Norwegians were let go under a pact between Norway and Laos.", "Laos"),
        ("Six Norwegians were let go under a pact between the government and the rebels.", None),
    ],
)  # fmt: skip
def test_under_a_pact_of_two_states_those_of_one_were_held_by_the_other(
    sentence: str, state: str | None
) -> None:
    """Filled in as inferred; and not where a party of the pact is no state."""
    found = [f for c in of_type("RELEASE", sentence) for f in c.roles.get("from", ())]
    assert {f.name for f in found} == ({state} if state is not None else set())
    assert all(f.inferred for f in found)
