"""Who tells of a deed: speakers behind, beside and inside it, and what somebody else says (phenomenon 9)."""

from __future__ import annotations

import pytest
from tests.reading.reports import only, told

LEAD = "The prisons of Chad were full. "


def _chains(text: str, type_: str = "RELEASE") -> list[list[str]]:
    return [[a.name for a in c.attribution] for c in told(LEAD + text) if c.type == type_]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Nine miners were freed on Tuesday, announced their employer.", ["their employer"]),
        ("Nine miners were freed and six are missing, regretted the dockers' union.", ["dockers' union"]),
        ("The rebels had freed nine miners, tweeted lawmaker Ana Ruiz (Greens).", ["Ana Ruiz"]),
        ("Nine miners were freed, a man familiar with the talks said in a note.", ["a man"]),
        ("Nine miners were freed, the Lake Observatory estimated after calls.", ["Lake Observatory"]),
        ("Nine miners were freed, a letter seen by the Dorn Gazette shows.", ["letter"]),
        ("The nine miners, says President Amadou Sise, were freed on Tuesday.", ["Amadou Sise"]),
        ("The nine miners, who a government spokesman said were freed, are well.", ["spokesman"]),
        ("The captors let nine miners go on Friday, as lawyer Ana Ruiz put it.", ["Ana Ruiz"]),
    ],
)
def test_the_teller_is_found_behind_or_inside_what_he_tells(text: str, chain: list[str]) -> None:
    """Behind a comma and a verb of saying, told in full before it, or between the people and the deed."""
    found = _chains(text)
    assert len(found) == 1
    assert len(found[0]) == 1
    assert chain[0].lower().split()[-1] in found[0][0].lower()


def test_a_further_deed_behind_a_comma_has_no_teller() -> None:
    """ "…, killed the guard": no verb of saying, so nobody tells the first deed."""
    assert _chains("The rebels freed nine miners, left the town.") == [[]]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The ministry's line is that nine miners were freed on Tuesday.", ["ministry"]),
        ("State radio had it that nine miners were freed on Tuesday.", ["State radio"]),
        ("The consulate let the family know that nine miners had been freed.", ["consulate"]),
        ("Word came from the abbey that nine miners had been freed.", ["abbey"]),
        ("A notice read out by the warden said that nine miners had been freed.", ["warden"]),
        ("A report by the justice ministry says nine miners were freed.", ["justice ministry"]),
        ("The family learned from the consulate that nine miners had been freed.", ["consulate"]),
        ("The court ruled that nine miners had been freed in error.", ["court"]),
        ("Information minister Dan Urr on state TV: nine miners have been freed.", ["Dan Urr"]),
        ("The army said in a letter that nine miners had been freed.", ["army"]),
    ],
)
def test_whose_words_they_are_is_their_source(text: str, chain: list[str]) -> None:
    """A line or version has an owner, a text who reads it out, what is learned whoever let it know."""
    assert _chains(text) == [chain]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("State radio has learned from a judge that nine miners were freed.", ["State radio", "a judge"]),
        ("State radio, quoting the army, said nine miners were freed.", ["State radio", "army"]),
        ("Nine miners were freed, state radio reported with reference to the army.", ["state radio", "army"]),
    ],
)
def test_a_paper_stands_outside_whom_it_heard(text: str, chain: list[str]) -> None:
    """CODEBOOK §3: the outlet is the outer link, whom it cites the inner."""
    assert _chains(text) == [chain]


@pytest.mark.parametrize("tie", [", while the army said", ", but the army insisted"])
def test_what_another_says_against_it_is_not_the_firsts(tie: str) -> None:
    """ "X said two were held, while Y said nine were freed": X says nothing of the nine."""
    assert _chains(f"The police said two clerks were arrested{tie} nine miners were freed.") == [["army"]]


def test_who_goes_on_behind_and_says_that_there_is_none() -> None:
    """ "…, he told the radio, and there would be no amnesty": he says that too."""
    text = "Nobody was in jail, the mayor told the radio, and there would be no amnesty for rioters."
    assert _chains(text, "CLEMENCY") == [["mayor"]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('The rebel commander, known as "Black Tiger", said nine miners were freed.', "Black Tiger"),
        ("Nine miners were freed, according to a nurse who was waiting there, Mona Elsh.", "Mona Elsh"),
        ("According to Lena Sorb, two left. According to her, nine miners were freed.", "Lena Sorb"),
        ("The commander of the camp met reporters. He said nine miners were freed.", "commander of the camp"),
    ],
)
def test_the_teller_is_called_by_his_name_or_office(text: str, name: str) -> None:
    """What he goes by, his name behind a clause about him, and whom a pronoun means."""
    assert [name] in _chains(text)


def test_of_two_who_met_he_may_be_either() -> None:
    """ "The commander met a reporter. He said …": the text does not say which of the two."""
    assert _chains("The commander met a reporter. He said nine miners were freed.") == [["He"]]


@pytest.mark.parametrize(
    ("by", "chain", "releaser"),
    [("the state news agency", ["state news agency"], "UNSTATED"), ("the army", [], "army")],
)
def test_the_press_reports_and_frees_nobody(by: str, chain: list[str], releaser: str) -> None:
    """ "Reported freed by the news agency": it is the source; an army may well have freed them."""
    claim = only("RELEASE", f"Nine miners were reported freed by {by}.")
    assert [a.name for a in claim.attribution] == chain
    assert [f.name for f in claim.roles["releaser"]] == [releaser]


def test_who_insisted_is_no_word_for_them() -> None:
    """ "The junta insisted rebels had freed nine": nobody is an insisted rebel."""
    text = "The police said two fled, but the military junta insisted gunmen had freed nine miners."
    claim = only("RELEASE", text)
    assert [f.name for f in claim.roles["releaser"]] == ["gunmen"]
    assert [a.name for a in claim.attribution] == ["military junta"]


@pytest.mark.parametrize(
    ("text", "kept_out"),
    [
        ("A notice signed by Ola Krag, who was freed in May, spoke of floods.", "Ola Krag"),
        ("Chad freed nine miners with reference to their age.", "their age"),
        ("The family never learned from the consulate that nine miners had been freed.", "consulate"),
    ],
)
def test_who_signs_a_reason_and_who_told_nothing_are_no_sources(text: str, kept_out: str) -> None:
    """What is told of the signer is not his notice; and nobody learned it from those who did not say so."""
    assert all(kept_out not in chain for chain in _chains(text))


def test_what_a_court_does_not_rule_is_open() -> None:
    """ "Did not rule that nine had been freed": it does not say so."""
    claim = only("RELEASE", "The court did not rule that nine miners had been freed in error.")
    assert claim.mode == "hypothetical"
