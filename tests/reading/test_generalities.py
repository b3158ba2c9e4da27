"""Explainers, habits, definitions, shares and days of remembrance tell no deed of today (CODEBOOK §3)."""

from __future__ import annotations

import pytest
from tests.reading.reports import OUR_WORLD, of_type, told


@pytest.mark.parametrize(
    "sentence",
    [
        "After the hearing a defendant is released on bail or goes back to the cells.",
        "Where the evidence is thin, any suspect is freed within a day.",
        "If nobody appeals, an offender is released on licence halfway through the term.",
        "Once the fine is paid, a prisoner is let out of jail.",
        "On the third day every detainee is released without charge.",
        "Under the code a convict is freed from prison for good behaviour.",
    ],
)
def test_what_befalls_anybody_is_no_deed(sentence: str) -> None:
    """In the present, of one who is nobody, with no name and no figure."""
    assert "performed" not in {c.mode for c in of_type("RELEASE", sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "A miner is released from jail in Lima.",
        "A prisoner was released from jail.",
        "A prisoner has been released from jail.",
        "The prisoner is released from jail, weak but smiling.",
    ],
)
def test_somebody_in_a_place_or_in_the_past_is_freed(sentence: str) -> None:
    """A place by name, a past tense or an article that points make it a deed."""
    assert "performed" in {c.mode for c in of_type("RELEASE", sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Detainees were often released on bail.",
        "The arrested were usually freed within hours.",
        "About 900 prisoners are normally released each week.",
        "Strikers were generally let out of jail by evening.",
        "Debtors were typically freed from prison at Easter.",
        "Drunks are routinely released from the cells at dawn.",
    ],
)
def test_what_is_usual_is_no_deed(sentence: str) -> None:
    """Often, usually, normally: a habit, also of measures."""
    assert of_type("SANCTION_IMPOSE", "Embargoes on neighbours are often imposed.") == []
    assert [c for c in of_type("RELEASE", sentence) if c.mode == "performed"] == []
    assert of_type("RELEASE", "About 900 prisoners were quietly released on Friday.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Parole is the early release of prisoners under supervision.",
        "Bail is the release of prisoners before their trial.",
        "Amnesty is the release of prisoners by law.",
        "Clemency is the release of prisoners for the sake of mercy.",
        "Repatriation is the release of prisoners of war after the fighting.",
    ],
)
def test_a_definition_is_no_deed(sentence: str) -> None:
    """A noun with no article, and what it is."""
    assert of_type("RELEASE", sentence) == []
    assert of_type("RELEASE", "The surprise was the release of nine prisoners.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The number of prisoners being released without parole rose.",
        "The proportion of inmates freed early fell in 2009.",
        "The share of prisoners who have been released is not known.",
        "The rate of offenders freed on parole dropped.",
        "Ministers were asked about the number of detainees released since 2019.",
    ],
)
def test_a_share_with_no_figure_is_no_deed(sentence: str) -> None:
    """A number of those freed that no figure tells."""
    assert [c for c in of_type("RELEASE", f"{OUR_WORLD} {sentence}") if c.mode == "performed"][1:] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Thursday marks 30 years since the release of 52 hostages from the embassy.",
        "It is ten years since the release of the miners.",
        "Osmia kept the anniversary of the release of nine sailors.",
        "The town keeps the jubilee of the liberation of its captives.",
        "A choir sang at the commemoration of the release of the hostages.",
        "Twenty years have passed since the release of the two nurses.",
        "Her recollections of the release of the convicts fill a chapter.",
    ],
)
def test_a_deed_that_is_remembered_is_of_long_ago(sentence: str) -> None:
    """Years since it, its anniversary: background, however it is dated today."""
    assert {c.mode for c in of_type("RELEASE", sentence)} <= {"background"}
    assert "performed" in {
        c.mode for c in of_type("RELEASE", "The release of nine sailors came on Thursday.")
    }


@pytest.mark.parametrize(
    ("mode", "sentence"),
    [
        ("denied", "The board recommended against clemency for Ira Holt."),
        ("denied", "Judges recommended against the release of Ira Holt."),
        ("denied", "The delay in releasing the nine miners has angered their families."),
        ("denied", "A delay in the release of the nurses was blamed on the weather."),
        ("denied", "Delays in freeing the captives cost two lives."),
        ("hypothetical", "The approach to releasing prisoners early has been met with doubt."),
        ("hypothetical", "The main obstacle to freeing the hostages is the price."),
        ("hypothetical", "Opposition to the release of the rebels is growing."),
        ("intended", "He even thought of going back in order to secure the release of his brother."),
        ("intended", "She flew to Dorn in order to win the release of the sailors."),
        ("hypothetical", "The scheme allows prisoners to be freed after half their term."),
        ("hypothetical", "The policy permits detainees to be released at dawn."),
    ],
)
def test_what_is_only_thought_of_is_not_done(mode: str, sentence: str) -> None:
    """Recommended against, delayed, approached, presumed, aimed at, allowed by a scheme."""
    assert {c.mode for c in told(sentence) if c.type in {"RELEASE", "CLEMENCY"}} == {mode}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nuns who had returned from captivity sang at the gate.",
        "Sailors who had been freed by the rebels wept at the ceremony.",
        "The flag was raised by miners who had come back from captivity.",
        "Officials met dockers who had been released from jail.",
        "Teachers who had walked out of the prison spoke to the pupils.",
    ],
)
def test_who_had_been_freed_says_who_they_are(sentence: str) -> None:
    """A relative clause in the past perfect tells of a time before the story."""
    assert {c.mode for c in of_type("RELEASE", sentence)} <= {"background"}
    assert "performed" in {c.mode for c in of_type("RELEASE", "Sailors were freed by the rebels on Monday.")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Give him back, let him come home from captivity.",
        "Hear our plea, let him go free.",
        "We are begging you, let the nine nuns go.",
        "Show mercy and let her go home from jail.",
        "Be men, let the hostages go.",
    ],
)
def test_let_them_go_bids_it_wherever_it_stands(sentence: str) -> None:
    """A wish with nobody told to do it: also behind another."""
    assert {c.mode for c in of_type("RELEASE", sentence)} <= {"demanded"}
    assert "performed" in {
        c.mode for c in of_type("RELEASE", "The rebels heard it and let the nine nuns go.")
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Prisoners are released every year at Easter.",
        "Each spring the king pardons a thousand prisoners.",
        "Every Christmas the governor frees convicts.",
        "Detainees are freed each night without a word.",
        "Inmates walk free every month under the scheme.",
    ],
)
def test_what_comes_round_each_year_is_no_deed(sentence: str) -> None:
    """Each spring, every year, in the present: a habit."""
    done = [c for c in told(sentence) if c.type in {"RELEASE", "CLEMENCY"} and c.mode == "performed"]
    assert done == []
    assert of_type("CLEMENCY", "This spring the king pardoned a thousand prisoners.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The law is meant to find inmates work once they are freed.",
        "The school teaches convicts to lay bricks when they are released.",
        "A fund was set up to feed prisoners once they are released.",
        "Volunteers come to guide detainees once they are let out.",
        "The aim is to keep men off the streets when they are freed from jail.",
    ],
)
def test_once_they_are_freed_is_yet_to_come(sentence: str) -> None:
    """Below an infinitive that tells an aim."""
    assert "performed" not in {c.mode for c in of_type("RELEASE", sentence)}


@pytest.mark.parametrize(
    "opening",
    [
        "Thirty years ago today the nine nuns were freed by the rebels.",
        "Osmia keeps the 25th anniversary of the release of the nine nuns.",
        "It is 40 years since the release of the nine nuns.",
        "Two decades ago rebels let the nine nuns go.",
        "Sixty years ago the nine nuns were freed from captivity.",
    ],
)
def test_a_report_that_looks_back_tells_of_that_time(opening: str) -> None:
    """Without a day of this week all its releases and journeys are as old."""
    old = f"{opening} They were flown to Oslo. Two others were freed later."
    claims = [c for c in told(old) if c.type in {"RELEASE", "TRANSFER"}]
    assert {c.mode for c in claims} == {"background"}
    new = told(f"{opening} On Friday the rebels freed nine miners.")
    assert "performed" in {c.mode for c in new if c.type == "RELEASE"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Under the law a detainee is released after 48 hours.",
        "By law a suspect who is arrested is freed within 2 days.",
        "An inmate is released on parole once he has served 10 years.",
    ],
)
def test_a_term_does_not_make_anybody_somebody(sentence: str) -> None:
    """How many hours or years the law says is no number of people."""
    assert of_type("RELEASE", sentence) == []


@pytest.mark.parametrize("failed", ["failed to start", "failed to get under way", "failed to convene"])
def test_talks_that_failed_to_start_were_not_held(failed: str) -> None:
    """Those that failed to bring a deal were."""
    text = "Talks between Chad and Mali {} on Friday."
    assert {c.mode for c in of_type("TALKS", text.format(failed))} <= {"denied"}
    assert {c.mode for c in of_type("TALKS", text.format("failed to bring a deal"))} == {"performed"}


@pytest.mark.parametrize(
    ("text", "died", "freed"),
    [
        ("Ada Orlu died days before her release from jail in Dorn.", True, "intended"),
        ("Mali's oldest prisoner died hours before his release from jail.", True, "intended"),
        ("The poet died in May, a week before his release from a Dorn prison.", True, "intended"),
        ("Ada Orlu's mother died days before her release from jail.", False, "performed"),
        ("His lawyer died a week before his release from jail in Dorn.", False, "performed"),
        ("Ada Orlu died a year after her release from jail.", False, "performed"),
    ],
)
def test_who_dies_before_his_own_release_died_held(text: str, died: bool, freed: str) -> None:
    """And never came out; of another's release nothing is known but that it was."""
    assert bool(of_type("HARM", text)) is died
    assert {c.mode for c in of_type("RELEASE", text)} == {freed}


@pytest.mark.parametrize(
    ("verb", "mode"),
    [
        ("adopted", {"performed", "background"}),
        ("failed to adopt", {"denied"}),
        ("did not pass", {"denied"}),
        ("may adopt", {"hypothetical"}),
        ("refused to pass", {"denied"}),
    ],
)
def test_a_resolution_that_is_not_adopted_imposes_nothing(verb: str, mode: set[str]) -> None:
    """Only one that is adopted does what it says."""
    claims = of_type("SANCTION_IMPOSE", f"The council {verb} a resolution imposing an embargo on Mali.")
    assert claims
    assert {c.mode for c in claims} <= mode
