"""Terms, verdicts and arrests told in half a clause: participles, years left out, pleas, death rows."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

OURS = "The nurses were arrested last year and are in jail."
DONE = frozenset({"performed", "background"})


def done(text: str, type_: str) -> list[str]:
    """How often a text tells a deed of this type as done, by the rules that read it."""
    return [c.rule for c in told(text) if c.type == type_ and c.mode in DONE]


@pytest.mark.parametrize(
    ("text", "detained", "sentenced"),
    [
        ("Ada Lind, picked up in May 2019 and given eight years, is still in prison.", 1, 1),
        ("Ada Lind, picked up in May that year, is a nurse in a prison.", 1, 0),
        ("• Ada Lind, picked up on May 6 that year. Same prison as the others.", 1, 0),
        ("The poet, given nine years for a song, is still in prison.", 0, 1),
        ("Omar Ost, handed a life sentence for a song, was freed.", 0, 1),
        ("Ada Lind, seized on the road in May, remains in jail.", 1, 0),
        ("Omar Ost and Ada Lind, both jailed for life in 2019, were freed.", 0, 1),
        ("Freed too were Omar Ost and Ada Lind, both sentenced to death by rebels in 2022.", 0, 1),
        ("Omar Ost, Ada Lind and Per Rogn, all arrested in May, remain in jail.", 1, 0),
        ("On Monday, Lind, 49, freed four prisoners.", 0, 0),
        ("The junta, condemned abroad, freed nine prisoners.", 0, 0),
        ("Omar Ost, given his age, was freed from prison.", 0, 0),
        ("The Danes, nurse Ada Lind and guide Omar Ost, landed in Oslo.", 0, 0),
    ],
)
def test_an_aside_tells_what_befell_them(text: str, detained: int, sentenced: int) -> None:
    """Between the commas stands a participle, whatever the model makes of it."""
    assert len(done(text, "DETAIN")) == detained
    assert len(done(text, "SENTENCE")) == sentenced


def test_both_names_are_told_of() -> None:
    """What is said of *both* is said of each."""
    text = "Freed too were Omar Ost and Ada Lind, both sentenced to death by rebels in 2022."
    (claim,) = [c for c in told(text) if c.type == "SENTENCE"]
    assert claim.names("person") == ("Omar Ost", "Ada Lind")


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Sentenced to nine years for fraud in 2006, he was handed five more in 2015.", 2),
        ("Omar Ost got nine years in May; he was given another four in June.", 2),
        ("The clerk Ada Lind got the same term in August 2021 for propaganda.", 1),
        ("Ada Lind was handed a heavier sentence by the appeals court.", 1),
        ("Ada Lind was given a longer term of office.", 0),
        ("Omar Ost was sentenced to nine years; the warders handed five more blankets to him.", 1),
    ],
)
def test_a_term_may_leave_its_years_out(text: str, many: int) -> None:
    """Five more what is said before; the same term is a term."""
    assert len(done(text, "SENTENCE")) == many


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Ten defendants pleaded guilty in a court in Oslo to being agents of Chad.", 1),
        ("The clerk Omar Ost entered a guilty plea to one count of fraud.", 1),
        ("The clerk Omar Ost has pleaded not guilty to spying.", 0),
        ("The clerk Omar Ost entered a plea of not guilty.", 0),
        ("The clerk Omar Ost refused to plead guilty to spying.", 0),
        ("His word led to the identification and conviction of Ada Lind, an analyst.", 1),
        ("The tip resulted in the conviction of three officers.", 1),
        ("The conviction of three officers is not in doubt.", 0),
        ("Chad is to free four Danes convicted of espionage for Oslo.", 1),
        ("Chad will free nine people convicted of theft.", 0),
        ("The surgeon Omar Ost, on death row since 2017, was not in the deal.", 1),
        ("Three Danes are on death row in Chad.", 1),
        ("The baker Ada Lind has been under sentence of death since May.", 1),
        ("The baker Ada Lind could end up on death row.", 0),
        ("The baker Ada Lind is not on death row.", 0),
        ("The supreme court left the 16-year term of Omar Ost unchanged.", 1),
        ("The court left the sentence of five years in force.", 1),
        ("The court left the bakers unharmed.", 0),
        ("The clerk Omar Ost has appealed against his seven years.", 1),
        ("The clerk Omar Ost appealed against the new tax.", 0),
    ],
)
def test_a_verdict_has_many_names(text: str, many: int) -> None:
    """CODEBOOK D2: pleas, convictions told as nouns, death rows, terms left as they were."""
    assert len(done(text, "SENTENCE")) == many


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Police took in four more members of the league in July.", 1),
        ("When agents took in four members of the league, the charge was changed.", 1),
        ("Four of the bakers were taken in by agents.", 1),
        ("The teacher was rounded up with 40 others in May.", 1),
        ("The monks took in four deportees.", 0),
        ("Soldiers took in the refugees at the border.", 0),
        ("Police took in the sights of the town.", 0),
    ],
)
def test_police_take_in_whom_they_arrest(text: str, many: int) -> None:
    """CODEBOOK D1: who takes them in says what it is; refugees are sheltered."""
    assert len(done(f"{OURS} {text}", "DETAIN")) == many + 1


def test_who_admits_a_deed_shelters_nobody() -> None:
    """ "Admitted in court" is no journey."""
    assert not done(f"{OURS} The two admitted in court that they had spied for Chad.", "TRANSFER")
