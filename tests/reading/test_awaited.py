"""What is ordered, waited for, undecided or listed as a wish is not told as done (CODEBOOK §3)."""

from __future__ import annotations

import pytest
from tests.reading.reports import OUR_WORLD, of_type, only


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("A court ordered the ministry to release the nine miners.", "demanded"),
        ("The warden was told to free the nine miners.", "demanded"),
        ("The wardens were ordered to see to the release of nine miners.", "demanded"),
        ("The governors are instructed to ensure the release of nine miners within ten days.", "demanded"),
        ("A tribunal instructs the gaolers to free the nine miners by noon.", "demanded"),
        ("A tribunal orders the jailers to free the nine miners.", "demanded"),
        ("The judge ordered nine miners released.", "performed"),
        ("The judge ordered the release of nine miners.", "performed"),
    ],
)
def test_who_is_ordered_to_free_has_not_yet_freed(sentence: str, mode: str) -> None:
    """An order to somebody is no deed of theirs; an order that somebody be free is the deed of who orders."""
    assert only("RELEASE", sentence).mode == mode


@pytest.mark.parametrize(
    "sentence",
    [
        "The guild called for the indictment to be withdrawn.",
        "The bishop pleaded for the case to be dropped.",
    ],
)
def test_what_is_called_for_may_be_passive(sentence: str) -> None:
    """ "Called for X to be done" asks for it, as "called on Y to do it" does."""
    assert {c.mode for c in of_type("CLEMENCY", sentence)} <= {"demanded"}


@pytest.mark.parametrize(
    "sentence",
    [
        "No decision to release the nine miners has been taken.",
        "The decision to free the nine miners was not taken, the aide said.",
        "The king has not signed the order to release the nine miners.",
    ],
)
def test_a_decision_that_was_not_taken_frees_nobody(sentence: str) -> None:
    """Phenomenon 11: the noun above the infinitive is denied, and with it the deed."""
    assert only("RELEASE", sentence).mode == "denied"


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("The amnesty which the king promised in May has not been published.", "denied"),
        ("The amnesty was never announced.", "denied"),
        ("The amnesty announced by the king was not published.", "denied"),
        ("An amnesty was published on Monday.", "performed"),
        ("A general amnesty before Easter is not among the council's plans, the minister said.", "denied"),
        ("An amnesty before Christmas is planned, the minister said.", "intended"),
    ],
)
def test_a_pardon_is_done_by_making_it_known(sentence: str, mode: str) -> None:
    """An amnesty that is not published is none; a feast behind *before* is when, and not the subject."""
    assert {c.mode for c in of_type("CLEMENCY", sentence)} == {mode}


@pytest.mark.parametrize(
    "sentence",
    [
        "What the crowd demanded was the freeing of nine miners.",
        "What the families ask for is the release of nine miners.",
        "There may be relief, but not before the nine miners are let out.",
        "Nothing will be eased, and not before the nine miners are freed.",
    ],
)
def test_what_somebody_wants_or_waits_for_is_asked_for(sentence: str) -> None:
    """Phenomenon 12: the wish told as a clause, the condition told by *not before*."""
    assert {c.mode for c in of_type("RELEASE", sentence)} == {"demanded"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The chemist will lose his passport and be expelled from Varland.",
        "He will lose his post, be stripped of his passport and be deported to Osmia.",
        "The chemist may be fined and be deported to Osmia.",
    ],
)
def test_a_bare_be_has_the_tense_of_the_verb_before_it(sentence: str) -> None:
    """Phenomena 3 and 10: "will lose … and be expelled" tells nothing done."""
    claims = of_type("TRANSFER", f"{OUR_WORLD} {sentence}")
    assert claims
    assert "performed" not in {c.mode for c in claims}


def test_all_that_follows_should_hangs_on_it() -> None:
    """ "Should X happen, …" is an *if*, whatever stands in the main clause."""
    text = "The curbs on Varland were eased. Should Varland cheat, the sanctions will be imposed again."
    assert "performed" not in {c.mode for c in of_type("SANCTION_IMPOSE", text)}


@pytest.mark.parametrize(
    ("lead", "mode"),
    [
        ("The union calls on the government:", "demanded"),
        ("The two sides agreed on three points:", "agreed"),
        ("The new cabinet has promised:", "promised"),
        ("There are three things on the paper:", "intended"),
    ],
)
def test_infinitives_of_a_list_stand_as_the_sentence_before_it(lead: str, mode: str) -> None:
    """Phenomenon 7: "calls on X: – to free them; – to lift the ban"."""
    text = f"{lead}\n– to free the nine miners at once;\n– to free the two nurses.\nVarland freed a clerk."
    assert [c.mode for c in of_type("RELEASE", text)] == [mode, mode, "performed"]


def test_would_behind_a_condition_hangs_on_it_too() -> None:
    """ "X is ready to free forty if Y pays. Ten of them would go home at once."""
    text = "Varland is ready to free forty miners if Osmia pays. Ten of the forty would be released at once."
    assert [c.mode for c in of_type("RELEASE", text)] == ["conditional", "conditional"]


def test_what_came_of_it_is_no_aim() -> None:
    """ "Released, only to be seized anew" tells of two deeds."""
    text = "The clerk was released at noon, only to be seized anew before dusk."
    assert only("DETAIN", text).mode == "performed"


@pytest.mark.parametrize(
    "sentence",
    [
        "The union counts 18 who are not.",
        "Lawyers count 90 people who have spent two years in a cell.",
        "The ministry had spoken of twenty.",
    ],
)
def test_a_count_of_others_is_no_second_count(sentence: str) -> None:
    """Phenomenon 6: who are not freed, who wait on, and what had been said before recount no release."""
    assert len(of_type("RELEASE", f"Varland freed nine miners. {sentence}")) == 1


@pytest.mark.parametrize(
    ("after", "mode"),
    [
        ("They are expected out tonight.", "announced"),
        ("Due home by Friday: Ivo Brandt and Lena Marr.", "announced"),
        ("The bishop expects them to stay in Dorn.", "performed"),
        ("They were home by noon.", "performed"),
    ],
)
def test_who_is_ordered_to_be_freed_and_expected_out_is_not_yet_freed(after: str, mode: str) -> None:
    """An order is the deed, unless the report itself still waits for those who are to come out."""
    told = of_type("RELEASE", f"The judge ordered nine miners released. {after}")
    assert told[0].mode == mode


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The court ordered that nine leaders be freed. Days on, none of them has been let out.", "intended"),
        ("The court ordered the release of nine leaders. None of them has been let out.", "intended"),
        ("The court ordered the release of nine leaders, but police refused to free them.", "intended"),
        ("The court ordered the release of nine leaders. None of the four guards was freed.", "performed"),
        ("The court ordered the release of nine leaders. No other prisoner was freed.", "performed"),
        ("The court ordered the release of nine leaders.", "performed"),
    ],
)
def test_an_order_that_is_not_carried_out_frees_nobody(text: str, mode: str) -> None:
    """READING 10: what a court orders to be, or is told not to have come about, is not done."""
    assert of_type("RELEASE", text)[0].mode == mode


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The amnesty covers 340 people, who are to be released on Friday.", "intended"),
        ("The amnesty covers 340 people: 300 inmates, to be released at once, and 40 clerks.", "intended"),
        ("The amnesty covers 340 people, of whom 12 were freed on Friday.", "performed"),
        ("The amnesty covers 340 people.", "performed"),
    ],
)
def test_whom_an_amnesty_covers_is_told_once(text: str, mode: str) -> None:
    """CODEBOOK D4: as yet to be freed where the sentence says so; the amnesty itself is no second one."""
    assert [c.mode for c in of_type("CLEMENCY", text)] == [mode]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The union puts the number of those freed at 31.", 1),
        ("The union counts 31.", 1),
        # a stock
        ("The union puts the number of political prisoners at 1,150.", 0),
        ("The union counts 1,150 political prisoners in the country.", 0),
        ("The union counts 54 foreigners held in all.", 0),
        ("The union counts 863 behind bars.", 0),
        ("The union puts the number still inside at 40.", 0),
    ],
)
def test_whoever_is_counted_as_held_is_not_freed(text: str, number: int) -> None:
    """CODEBOOK D3: a stock is no release, whoever counts it beside one."""
    claims = of_type("RELEASE", f"Varland freed dozens of prisoners on Friday. {text}")
    assert len([c for c in claims if c.rule == "release.recount"]) == number
