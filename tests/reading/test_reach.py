"""How far a span reaches, and who stands in lists told back to front."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

from detente.records import Claim

FREED = "Varland freed nine prisoners on Monday."


def of_type(text: str, kind: str) -> list[Claim]:
    """Claims of one type."""
    return [c for c in told(text) if c.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Some 60 dockers are still in custody.", "CUSTODY_STATE", "are still in custody"),
        ("Nine dockers walked out of prison at dawn.", "RELEASE", "walked out of prison"),
        ("Lena Marr, held without trial since May 2024, was freed.", "DETAIN", "since May 2024"),
    ],
)
def test_a_span_holds_the_words_its_rule_needed_and_its_time(text: str, kind: str, words: str) -> None:
    """ "60 dockers are" says nothing; "60 dockers are still in custody" does."""
    assert any(words in c.span.exact for c in of_type(text, kind))


def test_a_span_stops_before_the_next_clause() -> None:
    """The time behind a comma or another verb is another's."""
    spans = [c.span.exact for c in of_type("Varland freed nine, and Osmia met them on Monday.", "RELEASE")]
    assert spans == ["Varland freed nine"]


def test_those_counted_as_still_held_are_not_counted_as_freed() -> None:
    """ "counts 74 who are still behind bars" is a state of custody with a number."""
    text = f"{FREED} The league counts seventy-four dockers who are still behind bars."
    assert [c.quantity.lo for c in of_type(text, "CUSTODY_STATE") if c.quantity] == [74]
    assert not any(c.quantity and c.quantity.lo == 74 for c in of_type(text, "RELEASE"))
    text = f"{FREED} The league counts seventy-four dockers."
    assert any(c.quantity and c.quantity.lo == 74 for c in of_type(text, "RELEASE"))


@pytest.mark.parametrize(
    "text",
    [
        "Among the liberated is Lena Marr.",
        "Also freed was Lena Marr.",
        "Also out is Lena Marr.",
        "The youngest of the freed is Lena Marr.",
        "Also back home is Lena Marr.",
        "Out too is Lena Marr.",
        "Among the freed is the poet Ira Holt. So is Lena Marr.",
        "Among the freed is the poet Ira Holt. So, too, is Lena Marr.",
        "The poet Ira Holt, 33, is among the nine. So is Lena Marr.",
    ],
)
def test_the_list_may_come_before_its_verb(text: str) -> None:
    """Inverted clauses name members of the freed."""
    freed = of_type(f"{FREED} {text}", "RELEASE")
    assert "Lena Marr" in {n for c in freed for n in c.names("person")}


@pytest.mark.parametrize(
    "text",
    [
        "The miner Oskar Dey is on another list of the exchange. So is Lena Marr.",
        "The miner Oskar Dey is on another list of the exchange. So, too, is Lena Marr.",
        "Also inside is Lena Marr.",
        "Among the guards was Lena Marr.",
        "The best known of the ministers is Lena Marr.",
    ],
)
def test_lists_of_others_free_nobody(text: str) -> None:
    """ "So is X" says of X what the sentence before said of another, and no more."""
    assert not any("Lena Marr" in c.names("person") for c in of_type(f"{FREED} {text}", "RELEASE"))


@pytest.mark.parametrize(
    "text",
    [
        "Among those still held is the poet Lena Marr.",
        "Among those still inside is the poet Lena Marr.",
        "Those still behind bars include Lena Marr.",
        "Among the men still in prison are Lena Marr and Oskar Dey.",
    ],
)
def test_a_list_of_those_still_held_tells_who_is(text: str) -> None:
    """Whoever is named among them is in custody, and not freed."""
    claims = told(f"{FREED} {text}")
    assert "Lena Marr" in {n for c in claims if c.type == "CUSTODY_STATE" for n in c.names("person")}
    assert {c.mode for c in claims if "Lena Marr" in c.names("person") and c.type == "RELEASE"} == {"denied"}


@pytest.mark.parametrize(
    "text",
    ["Among those still inside the courtroom was Lena Marr.", "Among those still abroad is Lena Marr."],
)
def test_a_list_of_others_holds_nobody(text: str) -> None:
    """A courtroom holds no prisoners, and who is abroad is free."""
    assert not of_type(f"{FREED} {text}", "CUSTODY_STATE")


def test_a_second_arrest_is_one() -> None:
    """ "Rearrested" tells by itself that they were held before."""
    assert [c.sub for c in of_type("Police rearrested two dockers.", "DETAIN")] == ["re_detain"]
    assert [c.sub for c in of_type("Police arrested two dockers.", "DETAIN")] == ["arrest"]


def test_people_before_the_particle_are_let_out() -> None:
    """ "let 40 dockers out on bail": the people stand between the verb and its particle."""
    claims = of_type("In May Varland let some 40 dockers out on bail.", "RELEASE")
    assert [c.sub for c in claims if c.quantity] == ["bail"]


def test_a_mediator_is_who_stands_behind_it() -> None:
    """ "It is the mediator, Ann Ost, who…": the first word is nobody."""
    text = f"{FREED} It is the Osmian mediator, Ann Ost, who announced the agreement."
    (role,) = (c for c in of_type(text, "ATTRIBUTE") if c.sub == "role")
    assert role.names("subject") == ("Ann Ost",)


def test_care_denied_and_a_doctor_not_seen_are_harm() -> None:
    """Who has been unseen and who has seen no doctor are two things."""
    claims = told("Nobody has seen the prisoner Ira Holt since May.")
    assert {c.sub for c in claims if c.type in {"HARM", "CUSTODY_STATE"}} == {"incommunicado"}
    claims = told("Her wife says the prisoner Ira Holt has not seen a doctor since May.")
    assert {c.sub for c in claims if c.type in {"HARM", "CUSTODY_STATE"}} == {"medical_denial"}


@pytest.mark.parametrize(
    "text",
    [
        "No doctor has seen the prisoner Ira Holt since May.",
        "Ira Holt was arrested in May. No physician has examined her for two months.",
        "Ira Holt was arrested in May. She has not been treated by a doctor since then.",
    ],
)
def test_whoever_no_doctor_saw_is_denied_care(text: str) -> None:
    """Told of the held or of the doctor, the care is the same, and nobody is missing."""
    (harm,) = of_type(text, "HARM")
    assert (harm.sub, harm.names("person")) == ("medical_denial", ("Ira Holt",))
    assert not of_type(text, "CUSTODY_STATE")


@pytest.mark.parametrize(
    "text",
    [
        "The minister Ira Holt has not seen a doctor since May.",
        "Ira Holt was arrested in May. The minister has not been seen by a doctor since March.",
        "Varland freed nine clerks. The miners of Dorn have not seen a doctor since their clinic closed.",
        "Ira Holt was arrested in May. She has seen a doctor twice since then.",
    ],
)
def test_only_who_is_held_is_denied_care(text: str) -> None:
    """Ministers and miners who see no doctor are in nobody's hands."""
    assert not of_type(text, "HARM")


@pytest.mark.parametrize(
    "text",
    [
        "No pardon was issued.",
        "The president issued no pardon.",
        "The king did not sign any pardon.",
        "The king did not announce an amnesty.",
    ],
)
def test_no_grace_was_given(text: str) -> None:
    """Whoever is told to give none, it is denied."""
    assert {c.mode for c in of_type(f"{FREED} {text}", "CLEMENCY")} == {"denied"}


@pytest.mark.parametrize("text", ["No statement was issued on the pardon.", "The king signed no law."])
def test_what_is_no_grace_denies_none(text: str) -> None:
    """A statement or a law that was not given is no pardon denied."""
    assert not of_type(f"{FREED} {text}", "CLEMENCY")


@pytest.mark.parametrize(
    "text",
    [
        "They have not been permitted to leave the country.",
        "The court did not allow them to go abroad.",
        "None of them has been allowed to travel abroad.",
    ],
)
def test_who_must_not_leave_is_not_moved(text: str) -> None:
    """The freed who may not leave the country are free: their journey is denied, not their release."""
    claims = told(f"{FREED} {text}")
    assert [c.mode for c in claims if c.type == "TRANSFER"] == ["denied"]
    assert "denied" not in {c.mode for c in claims if c.type == "RELEASE"}


@pytest.mark.parametrize(
    "text",
    [
        "None was hurt, and they were allowed to travel abroad.",
        "The tourists of Dorn have not been allowed to leave the island since the storm.",
    ],
)
def test_a_no_of_something_else_denies_no_journey(text: str) -> None:
    """What is denied is that they may go, of those who were held."""
    assert not [c for c in told(f"{FREED} {text}") if c.type == "TRANSFER" and c.mode == "denied"]


def test_goods_are_a_sector_whatever_their_lemma() -> None:
    """Restrictions on goods are measures of ours, as those on timber are."""
    for what in ("timber", "dual-use goods"):
        text = f"Osmia imposed sanctions. Restrictions on {what}, introduced in 2021, remain unchanged."
        assert [c.type for c in of_type(text, "SANCTION_KEEP")] == ["SANCTION_KEEP"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Some 60 dockers are held in Varland for their songs.", "CUSTODY_STATE"),
        ("The two nurses are held for what they wrote.", "CUSTODY_STATE"),
        ("The two nurses have been held for three years.", "DETAIN"),
    ],
)
def test_held_for_a_reason_is_no_length_of_time(text: str, kind: str) -> None:
    """ "are held for their songs" is a state of today; "held for three years" looks back to an arrest."""
    assert kind in {c.type for c in told(text)}
    if kind == "CUSTODY_STATE":
        assert "DETAIN" not in {c.type for c in told(text)}
