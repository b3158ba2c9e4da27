"""Parts, members and figures told in other words: who is among them, who is not, how many."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only, parsed, told

from detente.records import Claim

FREED = "Oman freed forty divers on Monday. "


def named(claims: list[Claim]) -> set[str]:
    """The persons of these claims by name."""
    return {name for c in claims for name in c.names("person")}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The singer Ada Lind, 52, was among the happy forty.", "Ada Lind"),
        ("The welder Omar Falk was one of the fortunate forty.", "Omar Falk"),
        ("Jana Roth is also among the forty.", "Jana Roth"),
    ],
)
def test_who_is_among_so_many_is_one_of_those_told_before(sentence: str, name: str) -> None:
    """Phenomenon 7: a number with "the" points back to those told to be freed."""
    assert name in named(of_type("RELEASE", FREED + sentence))


def test_counted_members_stand_beside_names() -> None:
    """Phenomenon 5: "among them are X and nine teachers" counts the nine."""
    claims = of_type("RELEASE", FREED + "Among them are the poet Ada Lind and nine members of a rowing club.")
    assert [c.quantity.lo for c in claims if c.quantity and c.rule == "release.member"] == [9]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Not on the bus was Ada Lind, a lawyer.", "Ada Lind"),
        ("Omar Falk was not on the plane.", "Omar Falk"),
        ("We fear for those who have not been freed, including Jana Roth.", "Jana Roth"),
    ],
)
def test_who_is_told_not_to_be_among_them_is_not_freed(sentence: str, name: str) -> None:
    """Phenomenon 11: named as not released is a release denied."""
    denied = [c for c in of_type("RELEASE", FREED + sentence) if c.mode == "denied"]
    assert named(denied) == {name}


@pytest.mark.parametrize(
    ("sentence", "many"),
    [
        ("The count was afterwards changed to thirty-six.", 36),
        ("The total has been corrected to 38.", 38),
        ("The number was lowered to 35 on Tuesday.", 35),
    ],
)
def test_a_figure_revised_is_a_figure(sentence: str, many: int) -> None:
    """Phenomenon 23: the figure that stands is told of the same people."""
    claims = [c for c in of_type("RELEASE", FREED + sentence) if c.rule == "release.correction"]
    found = [c.quantity.lo for c in claims if c.quantity is not None]
    assert found == [many]


def test_the_six_remaining_are_six() -> None:
    """Phenomenon 5: the number is who they are, and an aside says what they are."""
    text = FREED + "The six remaining, each of them a student, were handed over to a bishop."
    assert [c.quantity.lo for c in told(text) if c.rule == "release.hand_over" and c.quantity] == [6]


def test_one_of_so_many_whom_a_state_let_go_tells_of_them_all() -> None:
    """Phenomenon 1: the relative clause behind "one of" tells the release of the whole."""
    text = "Omar Falk is free. He is one of 62 hostages whom Oman released on Friday."
    [release] = [c for c in of_type("RELEASE", text) if c.quantity is not None]
    assert (release.quantity and release.quantity.lo, release.mode) == (62, "performed")
    assert release.names("releaser") == ("Oman",)


@pytest.mark.parametrize(
    ("sentence", "sub"),
    [
        ("The other five were placed under house arrest.", "house_arrest"),
        ("Soldiers have detained three cousins who sang outside.", "arrest"),
        ("The remaining nine were put under house arrest.", "house_arrest"),
    ],
)
def test_who_is_taken_beside_a_release_is_taken_today(sentence: str, sub: str) -> None:
    """CODEBOOK D1: others, and kin, are not those whom the report tells as freed."""
    claim = only("DETAIN", FREED + sentence)
    assert (claim.sub, claim.mode) == (sub, "performed")


@pytest.mark.parametrize(
    ("sentence", "nation", "least"),
    [
        ("At least four possess Danish passports.", "Danish", 4),
        ("Two of them have Danish citizenship.", "Danish", 2),
        ("Five carry Omani passports, the consul said.", "Omani", 5),
    ],
)
def test_passports_tell_the_nation_of_some(sentence: str, nation: str, least: int) -> None:
    """CODEBOOK ATTRIBUTE: nationality as told, of so many; never from a destination (§8.3)."""
    found = [c for c in of_type("ATTRIBUTE", FREED + sentence) if c.sub == "nationality"]
    assert [(c.names("value"), c.quantity and c.quantity.lo) for c in found] == [((nation,), least)]


@pytest.mark.parametrize(
    ("sentence", "who", "asked"),
    [
        ("The king pardoned nine divers at the request of Oman.", "Oman", "king"),
        ("Nine divers were freed by Chile at Norway's behest.", "Norway", "Chile"),
        ("Oman released the nurse Ada Lind at the urging of the bishops.", "bishops", "Oman"),
    ],
)
def test_an_act_at_somebodys_request_was_asked_for(sentence: str, who: str, asked: str) -> None:
    """CODEBOOK A2: the request is told beside the act, which stands as it stands."""
    demand = only("DEMAND", sentence)
    assert (demand.names("demander"), demand.names("addressee")) == ((who,), (asked,))
    assert any(c.mode == "performed" for c in told(sentence) if c.type in {"RELEASE", "CLEMENCY"})


@pytest.mark.parametrize(
    "sentence",
    [
        "The tailor Ada Lind, freed in June, was sent to the jail infirmary.",
        "The jailed editor Omar Falk was taken to the prison clinic.",
    ],
)
def test_a_prison_hospital_is_a_facility(sentence: str) -> None:
    """CODEBOOK D6: moved within custody is a facility move."""
    assert only("TRANSFER", sentence).sub == "facility_move"


def test_what_follows_a_colon_is_said_by_who_reported() -> None:
    """Phenomenon 9: the report goes on behind the colon."""
    text = (
        "Interior Minister Ada Lind reported that it had been done in full: 48 divers left prison on Sunday."
    )
    assert [a.name for a in only("RELEASE", text).attribution] == ["Ada Lind"]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The 91 were pardoned by the king under an order dated 2 March.", "2026-03-02"),
        ("Nine divers were pardoned under a decree signed on 1 March.", "2026-03-01"),
    ],
)
def test_the_day_of_the_order_is_the_day_of_the_pardon(sentence: str, day: str) -> None:
    """CODEBOOK D4: clemency is the act on paper."""
    claim = only("CLEMENCY", sentence)
    assert claim.time is not None
    assert claim.time.start == day


def test_a_plural_noun_is_no_subject_of_a_verb_in_the_singular() -> None:
    """ "The Front rejoices at it but counts ten": the noun that agrees with nothing is a verb."""
    s = parsed("The Front rejoices at their release but counts ten monks who are still in jail.")
    verb = next(w for w in s.words if w.text == "rejoices")
    assert (verb.tag, s.kids(verb.i, "nsubj")[0].text) == ("VBZ", "Front")


def test_by_its_count_is_who_spoke_before() -> None:
    """Phenomenon 9: "by its count" names the body told before."""
    text = (
        "“It is good news,” said Ada Lind of the Kell Prison Watch, which keeps a register. "
        "By its count some 90 nuns are behind bars."
    )
    assert "Kell Prison Watch" in only("CUSTODY_STATE", text).attribution[0].name


def test_of_hundreds_of_prisoners_freed_hundreds_are() -> None:
    """ "Among hundreds of prisoners released": so many were."""
    claims = of_type("RELEASE", "Ada Orlu was among hundreds of prisoners released from jail on Wednesday.")
    assert [c.quantity.lo for c in claims if c.quantity is not None] == [200]


def test_who_is_no_group() -> None:
    """ "Nine prisoners from the Nur group who had been released": the nine, not the group."""
    text = "A plane landed with nine prisoners from the Nur group who had been released by Chad."
    claim = only("RELEASE", text)
    assert claim.names("group") == ("nine prisoners",)


def test_among_those_who_will_go_free() -> None:
    """ "Under an amnesty 40 will go free. X is among them": whatever set the mode stands in its sentence."""
    text = "Under an amnesty, 40 men will go free. Ada Orlu is among them."
    assert [c.mode for c in of_type("RELEASE", text)] == ["promised", "promised"]


def test_who_is_among_those_released_and_pardoned_is_released() -> None:
    """ "The release of 29. All 29 were pardoned. They include X": he is out."""
    text = (
        "Norway welcomes the release of 29 people held in Chad. All 29 were pardoned. They include Ada Orlu."
    )
    assert any("Ada Orlu" in c.names("person") for c in of_type("RELEASE", text))
