"""What is done to people, however English turns it: each way read, and its twin that must not be."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

_FREED = "Varland freed nine prisoners. "


def deeds(text: str) -> set[tuple[str, str]]:
    """Types and modes of what is told of people in custody."""
    kinds = {"RELEASE", "CLEMENCY", "TRANSFER", "DETAIN", "SENTENCE", "CUSTODY_STATE", "HARM"}
    return {(c.type, c.mode) for c in told(text) if c.type in kinds}


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Also pardoned were 83 Norwegians from the south.", ("CLEMENCY", "performed")),
        ("Freed were nine miners and a nurse.", ("RELEASE", "performed")),
        ("Released alongside her were two students.", ("RELEASE", "performed")),
        ("Nine miners facing firearms charges were not released.", ("RELEASE", "denied")),
        ("A court in Dorn jailed Lena Marr for incitement.", ("SENTENCE", "performed")),
        ("She was arrested in May, tried in June and sentenced in July.", ("SENTENCE", "background")),
        ("The two of the nine prisoners to be freed had landed in Oslo.", ("RELEASE", "intended")),
        ("Lena Marr was one of five set free from Norway on Monday.", ("RELEASE", "background")),
        ("Lena Marr, 41, a teacher, was last month sentenced to eight years.", ("SENTENCE", "background")),
        ("Five monks jailed in Norway – for theft – had also been released.", ("RELEASE", "performed")),
        ("The group took three nuns hostage in May.", ("DETAIN", "background")),
        ("Norway freed a nun on Monday who had been jailed since 2011.", ("DETAIN", "background")),
        ("A court released a reporter detained for more than a year.", ("DETAIN", "background")),
        ("The nine miners are slated for release in May.", ("RELEASE", "intended")),
        ("Lena Marr was met by friends on release from a jail in Oslo.", ("RELEASE", "performed")),
        ("Previous attempts to free the sergeant through a swap had failed.", ("RELEASE", "denied")),
    ],
)  # fmt: skip
def test_whatever_stands_first_the_participle_tells_the_deed(text: str, deed: tuple[str, str]) -> None:
    """Participles put first, in a row, behind a noun, before a name; what they are held as."""
    assert deed in deeds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Also present were 83 prisoners from the south.",
        "Tired were the nine miners and their families.",
        "The two prisoners to be freed on Monday are monks.",
        "A plea by jailed Lena Marr was read out.",
    ],
)
def test_not_every_word_put_first_is_a_deed(text: str) -> None:
    """Nobody is freed by a sentence that opens with another word, nor before the day."""
    assert not {d for d in deeds(text) if d in {("RELEASE", "performed"), ("SENTENCE", "performed")}}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Nine prisoners were freed on Monday and headed home to Norway.", "performed"),
        (_FREED + "They were put on an early flight to Oslo.", "performed"),
        (_FREED + "The men boarded a plane to Norway on Monday.", "performed"),
        (_FREED + "All of them are now en route to Norway.", "performed"),
        (_FREED + "Two of the nine have chosen to return to Norway.", "intended"),
        (_FREED + "Four of the nine agreed to emigrate to Norway.", "agreed"),
        (_FREED + "The other three do not plan on returning to Norway.", "denied"),
    ],
)
def test_where_the_freed_go_is_told_by_verbs_of_going(text: str, mode: str) -> None:
    """Beside a passive, aboard, on their way; chosen, agreed, not planned."""
    assert ("TRANSFER", mode) in deeds(text)


def test_the_place_of_a_place_is_where_they_go() -> None:
    """ "to a hospital in Oslo": Oslo."""
    claim = next(c for c in told(_FREED + "They were flown to a hospital in Oslo.") if c.type == "TRANSFER")
    assert "Oslo" in claim.names("to")


def test_a_vehicle_is_none_of_the_freed() -> None:
    """ "The freed were flown by a helicopter" lists nobody."""
    claims = told("The two freed hostages were transferred by a helicopter of the army on Monday.")
    assert not any("helicopter" in name for c in claims for name in c.names("group"))


@pytest.mark.parametrize(
    "text",
    [
        "Four of the detainees have died of illness, the group said.",
        "The detained poet Lena Marr has died, her sister said.",
        "The death of a jailed miner in February angered Varland.",
        "Lena Marr was found dead in her cell on Monday.",
    ],
)
def test_who_dies_in_custody_is_told_in_many_ways(text: str) -> None:
    """By a noun, found dead, held as the phrase says."""
    assert ("HARM", "performed") in deeds(text) or ("HARM", "background") in deeds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The prisoner's mother died on Monday.",
        "The former prisoner died at home on Monday.",
        "The poet died two years after his release from prison.",
        "The death of a miner in February angered Varland.",
        "Nine detainees were sentenced to death.",
    ],
)
def test_who_dies_elsewhere_is_not_harmed_in_custody(text: str) -> None:
    """Kin of the held, those let out before, those of whom nobody says that they were held."""
    assert not {d for d in deeds(text) if d[0] == "HARM"}


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The commutation of Lena Marr's sentence was announced on Monday.", ("CLEMENCY", "announced")),
        ("Families demanded the freedom of the nine prisoners.", ("RELEASE", "demanded")),
        ("Lena Marr has been granted early release from prison.", ("RELEASE", "performed")),
        ("The whereabouts of the two students remain unknown.", ("CUSTODY_STATE", "asserted")),
        ("Nothing has been heard of the two men since March.", ("CUSTODY_STATE", "asserted")),
        ("Dozens of miners have disappeared into jails run by the army.", ("CUSTODY_STATE", "asserted")),
        ("A fourth is still being held, her lawyer said.", ("CUSTODY_STATE", "asserted")),
        ("Prosecutors are seeking ten years for the two clerks.", ("SENTENCE", "demanded")),
        ("Lena Marr was handed a suspended sentence.", ("SENTENCE", "performed")),
        ("Lena Marr was jailed for fraud on Monday.", ("SENTENCE", "performed")),
        ("Lena Marr was jailed in Norway for years.", ("DETAIN", "performed")),
        ("Police jailed nine miners for marching.", ("DETAIN", "performed")),
    ],
)
def test_nouns_and_states_are_told_of_too(text: str, deed: tuple[str, str]) -> None:
    """Commutations, freedom asked for, release granted, who is not heard of, one more who is held."""
    assert deed in deeds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The studio gave the film a wide release in May.",
        "The fourth of the month was a Monday.",
        "The plane disappeared from radar.",
        "The club granted the striker's release to a rival club.",
        "The firm is seeking ten years for the repayment of its loans.",
        "Lena Marr's detention was extended by two months.",
    ],
)
def test_the_same_nouns_of_other_things_tell_nothing_new(text: str) -> None:
    """Films, dates, planes, clubs, loans; and what is extended is no arrest."""
    assert not {c.rule for c in told(text)} & {
        "release.granted", "release.noun", "custody.missing", "sentence.sought", "detain.noun",
        "custody.hold",
    }  # fmt: skip


def test_they_who_hold_are_others_than_the_held() -> None:
    """ "ten soldiers they had held hostage": *they* are not the soldiers."""
    text = "Rebels freed ten soldiers they had held hostage for more than twelve years."
    claim = next(c for c in told(text) if c.type == "DETAIN")
    assert claim.names("group") == ("ten soldiers",)
    assert "ten soldiers" not in claim.names("detainer")


@pytest.mark.parametrize(
    "text",
    [
        "Tuoyobada, 41, was released on Monday.",
        "Tuoyobada, who denies the charges, was released from prison on Monday.",
        "Tuoyobada was sentenced to nine years in prison in 2021.",
    ],
)
def test_a_name_no_list_knows_is_a_persons_where_grammar_says_so(text: str) -> None:
    """Whoever has an age, is *who*, or is tried and jailed is a person."""
    assert any("Tuoyobada" in c.names("person") for c in told(text))


def test_a_congress_is_no_who() -> None:
    """ "X, head of the Y Congress, who was arrested" tells of X; a name of two parts is one name."""
    text = "Norway freed Lena Marr, head of the Orange Congress, who was arrested in December 2015."
    assert any(c.names("person") == ("Lena Marr",) for c in told(text) if c.type == "DETAIN")
    text = "Abdel-Moati was arrested in October 2018 and accused of joining a group."
    assert any("Abdel-Moati" in c.names("person") for c in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "We have not yet succeeded in securing the release of nine prisoners, the envoy said.",
        "The envoy has not succeeded in freeing the two nuns held in Norway.",
    ],
)
def test_who_has_not_succeeded_in_it_has_not_done_it(text: str) -> None:
    """A deed behind *succeed in* stands as the success does."""
    assert {mode for kind, mode in deeds(text) if kind == "RELEASE"} == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "The film is slated for release in May.",
        "The minister was asked about the album on release from quarantine.",
        "The firm was praised on release of its report.",
    ],
)
def test_films_are_not_set_free(text: str) -> None:
    """What is slated for release, or praised on release, may be a film or a report."""
    assert not {d for d in deeds(text) if d[0] == "RELEASE"}


def test_a_body_that_is_charged_stays_a_body() -> None:
    """Firms have no age and are not jailed."""
    claims = told("Norway imposed sanctions on Orbitank Holdings, 41 per cent state-owned.")
    fillers = [f for c in claims for row in c.roles.values() for f in row if "Orbitank" in f.name]
    assert fillers
    assert not [f for f in fillers if f.kind == "person"]


def test_an_amnesty_that_takes_effect_is_an_act_of_grace() -> None:
    """ "The amnesty act came into force": told without those it covers; a tax act is none."""
    found = [c for c in told("The amnesty act came into force on Monday.") if c.type == "CLEMENCY"]
    assert [(c.sub, c.mode) for c in found] == [("amnesty", "performed")]
    assert not [c for c in told("A tax act came into force on Monday.") if c.type == "CLEMENCY"]


def test_a_judge_of_a_city_lets_people_out_and_the_city_does_not() -> None:
    """ "An Oslo judge let the two weavers out on bail": the judge frees two, and "each" counts nobody."""
    (claim,) = [
        c
        for c in told("An Oslo judge let the two weavers out on bail of 900 euros each.")
        if c.type == "RELEASE"
    ]
    assert claim.sub == "bail"
    assert any("judge" in name for name in claim.names("releaser"))
    assert any("weavers" in name for name in claim.names("group"))
    assert claim.quantity is not None
    assert claim.quantity.lo == 2


def test_who_describes_a_punishment_tells_of_it() -> None:
    """ "She described a week in a punishment cell": she is the source; who spent it need not be."""
    (claim,) = [c for c in told("She described a week in a punishment cell.") if c.type == "HARM"]
    assert [a.name.lower() for a in claim.attribution] == ["she"]
    (claim,) = [c for c in told("She spent a week in a punishment cell.") if c.type == "HARM"]
    assert not claim.attribution
