"""Measures and steps between states as notices, alerts and wires word them."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only

from detente.records import TypeName


@pytest.mark.parametrize(
    ("sentence", "kind", "step"),
    [
        ("Norway decided to lift its sanctions on Osmia.", "SANCTION_EASE", "unspecified"),
        ("Norway has decided to lift its sanctions on Osmia.", "SANCTION_EASE", "unspecified"),
        ("The decision to lift sanctions on Osmia was announced in Oslo.", "SANCTION_EASE", "unspecified"),
        ("The Council decided to remove six judges from the sanctions list.", "SANCTION_EASE", "delisted"),
        (
            "The cabinet said that it had resolved to lift the embargo on Osmia.",
            "SANCTION_EASE",
            "unspecified",
        ),
        ("Norway decided to impose sanctions on nine Osmian judges.", "SANCTION_IMPOSE", None),
        ("Norway decided to prolong the embargo on Osmia until May.", "SANCTION_KEEP", None),
    ],
)
def test_whoever_imposes_and_eases_has_done_what_it_decided(
    sentence: str, kind: str, step: str | None
) -> None:
    """ "Decided to lift" and "the decision to lift" are one: the act of the authority."""
    (claim,) = of_type(kind, sentence)
    assert (claim.mode, claim.step) == ("performed", step)


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Norway had decided to lift the sanctions on Osmia but did not.", "intended"),
        ("Norway is expected to decide to lift its sanctions on Osmia.", "intended"),
        ("Norway decided to lift its sanctions on Osmia once the nurses are free.", "conditional"),
        ("Norway has not decided to lift its sanctions on Osmia.", "denied"),
        ("Norway resolved to lift the curbs on Osmia next year.", "intended"),
        ("The cabinet decided to lift the sanctions on Osmia from 1 July.", "intended"),
        ("The ministers decided on Monday to lift the ban on Osmia in two weeks.", "intended"),
        ("Norway decided to lift the ban on Osmia, then changed its mind.", "intended"),
        ("Norway decided to consider lifting its sanctions on Osmia.", "hypothetical"),
        ("A decision to lift sanctions on Osmia could come in July.", "hypothetical"),
    ],
)
def test_what_is_not_yet_decided_is_not_done(sentence: str, mode: str) -> None:
    """Expected, had and given up, conditional, denied: nothing is lifted."""
    assert {c.mode for c in of_type("SANCTION_EASE", sentence)} == {mode}


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Varland chose to free the nine nurses.", "performed"),
        ("Varland has opted to free the nine nurses.", "performed"),
        ("Varland may choose to free the nine nurses.", "hypothetical"),
        ("Varland decided to free the nine nurses.", "intended"),
        ("Varland announced its decision to free the nine nurses.", "intended"),
        ("The nine nurses chose to be freed later.", "intended"),
    ],
)
def test_whoever_chose_to_free_them_did_and_whoever_decided_to_has_yet_to(sentence: str, mode: str) -> None:
    """A choice is carried out; of people a decision alone opens no door."""
    assert only("RELEASE", sentence).mode == mode


@pytest.mark.parametrize(
    ("kind", "sentence", "mode"),
    [
        ("CLEMENCY", "The release followed the king's decision to pardon the nine.", "performed"),
        ("TRANSFER", "The decision to deport the nurse was carried out on Monday.", "background"),
        ("TRANSFER", "The decision to deport the nurse was not carried out.", "denied"),
        ("TRANSFER", "The decision to deport the nurse was announced on Monday.", "intended"),
    ],
)
def test_a_decision_carried_out_or_of_mercy_is_no_mere_aim(kind: TypeName, sentence: str, mode: str) -> None:
    """A pardon is done by deciding it; another deed once the decision is carried out."""
    assert {c.mode for c in of_type(kind, sentence)} == {mode}


@pytest.mark.parametrize(
    "sentence",
    [
        "Osmia kicked out two Varlandish diplomats.",
        "Osmia ordered nine Varlandish diplomats to leave by Friday.",
        "Nine employees of the Varlandish embassy were ordered to leave Osmia by 7 March.",
        "Osmia gave the Varlandish ambassador 48 hours to leave.",
        "Osmia declared the Varlandish consul persona non grata.",
        "Osmia declared two Varlandish diplomats personae non gratae.",
        "Osmia announced the expulsion of nine Varlandish diplomats.",
    ],
)
def test_whoever_is_told_to_go_home_is_expelled(sentence: str) -> None:
    """The words for an expulsion are many; the step is one."""
    (claim,) = of_type("DIPLOMATIC_STEP", sentence)
    assert (claim.mode, claim.sub) == ("performed", "withdraw")


@pytest.mark.parametrize(
    "sentence",
    [
        "Osmia ordered nine diplomats to leave the room.",
        "Osmia ordered nine miners to leave the pit.",
        "The club kicked out two strikers.",
        "Osmia closed its gates in response to the expulsion of nine diplomats.",
        "The envoy asked the ambassador to leave a message for the minister.",
        "The police told members of the mission to leave the area.",
        "Varland ordered its ambassador in Osmia to leave because of the fighting.",
        "Varland ordered the families of its embassy staff to leave the country.",
        "Varland gave its embassy staff two days to leave Osmia.",
        "Police kicked out protesters who had entered the embassy staff canteen.",
        "The council declared the journalist persona non grata in the city.",
    ],
)
def test_whoever_leaves_a_room_or_is_no_envoy_is_not_expelled(sentence: str) -> None:
    """And what a step answers is only referred to: it may have been announced alone."""
    assert not [c for c in of_type("DIPLOMATIC_STEP", sentence) if c.sub == "withdraw"]


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("OFAC listed twelve Osmian firms on Tuesday.", 12),
        ("The amendments list seven Osmian judges under Schedule 1 of the Osmia Regulations.", 7),
        ("The curbs imposed by Norway last May against thirteen Osmian firms cost it little.", 13),
    ],
)
def test_a_list_of_measures_is_no_list_of_prisoners(sentence: str, targets: int) -> None:
    """Whoever is listed by its keeper, or under a schedule, is put under measures, and held by nobody."""
    assert not of_type("CUSTODY_STATE", sentence)
    counts = [c.quantity.lo for c in of_type("SANCTION_IMPOSE", sentence) if c.quantity is not None]
    assert counts == [targets]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council amended the reasons for the persons included in the sanctions list.",
        "The Treasury listed twelve firms as its creditors.",
        "The letter lists 40 political prisoners in an Appendix.",
        "The ministry listed the nine prisoners whom it wants freed and asked for sanctions.",
        "Norway listed the firm on the stock exchange before sanctions.",
    ],
)
def test_whoever_is_only_called_listed_is_not_listed_anew(sentence: str) -> None:
    """A participle that tells which people are meant puts nobody on a list; nor does a list of creditors."""
    assert not of_type("SANCTION_IMPOSE", sentence)


@pytest.mark.parametrize(
    ("sentence", "kind", "target"),
    [
        ("Norway slapped on more curbs on Osmian banks.", "SANCTION_IMPOSE", "Osmian banks"),
        ("Norway layered on more sanctions against Osmia.", "SANCTION_IMPOSE", "Osmia"),
        (
            "The sanctions will continue to apply to nine Osmian judges.",
            "SANCTION_KEEP",
            "nine Osmian judges",
        ),
        ("The ministers decided not to renew the listings of four judges.", "SANCTION_EASE", "four judges"),
    ],
)
def test_whom_a_measure_is_on_stands_behind_a_particle_too(sentence: str, kind: str, target: str) -> None:
    """ "Slapped on", "apply to", "the listings of"."""
    assert target in {n for c in of_type(kind, sentence) for n in c.names("target")}


def test_what_a_measure_rests_on_is_no_target() -> None:
    """ "Lifted based on X" tells why."""
    claims = of_type("SANCTION_EASE", "Norway lifted the sanctions based on humanitarian considerations.")
    assert [c.names("target") for c in claims] == [()]


def test_what_is_left_of_the_measures_stays() -> None:
    """ "Lifted some sanctions and left others in place"; "the framework for the curbs" is the curbs."""
    (claim,) = of_type("SANCTION_KEEP", "Norway lifted some sanctions on Osmia and left others in place.")
    assert claim.sub == "maintained"
    assert of_type("SANCTION_KEEP", "Norway extended the framework for restrictive measures on Osmia.")
    assert not of_type("SANCTION_KEEP", "Norway freed some prisoners and left others in place.")


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("The lifting of the sanctions on Osmia will be delayed by 180 days.", "intended"),
        ("The lifting of the sanctions on Osmia was delayed.", "denied"),
        ("The minister said that the sanctions to be lifted include the freeze on gold.", "intended"),
    ],
)
def test_what_is_put_off_for_a_time_or_is_yet_to_be_lifted_is_to_come(sentence: str, mode: str) -> None:
    """Put off by so many days it comes later; put off it does not come; "to be lifted" is ahead."""
    assert {c.mode for c in of_type("SANCTION_EASE", sentence)} == {mode}


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Varland named the release of the nurses as its goal.", "intended"),
        ("Lena Marr was the first nurse to be freed this year.", "performed"),
        ("Lena Marr was the highest-ranking judge to be freed.", "performed"),
        ("Two nuns were freed on Monday, and the nine will be let go only if they sign.", "performed"),
        ("The nine will be let go only if they sign, and two nuns were freed.", "performed"),
    ],
)
def test_each_release_stands_as_its_own_clause_says(sentence: str, mode: str) -> None:
    """A goal is to come, the first to be freed is free, another clause's condition is not one's own."""
    freed = [c for c in of_type("RELEASE", sentence) if c.mode != "conditional"]
    assert {c.mode for c in freed} == {mode}


def test_of_two_sides_each_does_its_own_part() -> None:
    """ "X will free men held in X and Y will lift": Y stands behind *and*, and the men lift nothing."""
    text = "Kenya will free nine nurses held in Kenya and Norway will lift its sanctions on Kenya."
    (freed,) = of_type("RELEASE", text)
    assert (freed.mode, freed.quantity.lo if freed.quantity else None) == ("promised", 9)
    assert all("nurses" not in n for c in of_type("SANCTION_EASE", text) for n in c.names("authority"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway withheld $85 million in military aid to Osmia.",
        "Norway withheld part of the military aid to Osmia.",
        "Norway held back the military aid to Chad after the coup.",
    ],
)
def test_aid_that_is_withheld_is_a_measure(sentence: str) -> None:
    """The sum is held back with the aid; who holds military talks holds nothing back."""
    assert [c.mode for c in of_type("SANCTION_IMPOSE", sentence)] == ["performed"]
    assert not of_type("SANCTION_IMPOSE", "Norway held military aid talks with Osmia after the coup.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The Security Council has voted to extend an arms embargo on Kenya.",
        "The resolution not only extends the arms embargo but travel bans and asset freezes on Kenya.",
    ],
)
def test_a_council_decides_by_its_vote_and_not_only_denies_nothing(sentence: str) -> None:
    """A vote of the Council is its act; a parliament's may still need a signature."""
    assert [c.mode for c in of_type("SANCTION_KEEP", sentence)] == ["performed"]
    assert only("SANCTION_EASE", "The parliament voted to lift the embargo on Kenya.").mode == "intended"


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("The Council failed to adopt a resolution to suspend the sanctions on Kenya.", "denied"),
        ("The Council adopted a resolution to suspend the sanctions on Kenya.", "performed"),
    ],
)
def test_what_an_act_is_to_do_stands_as_the_act(sentence: str, mode: str) -> None:
    """ "Failed to adopt a resolution to suspend": nothing is suspended."""
    assert {c.mode for c in of_type("SANCTION_EASE", sentence)} == {mode}


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Norway is expected to end the talks and move to impose sanctions on Kenya.", "intended"),
        ("An order authorising sanctions against Kenyan judges was signed on Monday.", "hypothetical"),
    ],
)
def test_what_is_expected_or_allowed_is_not_imposed(sentence: str, mode: str) -> None:
    """The second infinitive is expected, too; an order that allows measures puts none on."""
    assert {c.mode for c in of_type("SANCTION_IMPOSE", sentence)} == {mode}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway imposed travel bans, asset freezes and other economic sanctions on four Kenyan judges.",
        "Norway announced on Monday sanctions against four Kenyan judges.",
        "These Norwegian sanctions target four Kenyan judges, and not ordinary Kenyans.",
    ],
)
def test_whom_the_last_of_several_measures_is_on_they_all_are(sentence: str) -> None:
    """A list of measures, a day before the object, and who is said not to be meant."""
    told = {n for c in of_type("SANCTION_IMPOSE", sentence) for n in c.names("target")}
    assert told == {"four Kenyan judges"}


def test_whoever_rejects_the_terms_for_an_end_ends_nothing() -> None:
    """ "Rejected the conditions for lifting": the measure is another's."""
    claims = of_type("SANCTION_EASE", "Kenya rejected the conditions for lifting the embargo.")
    assert all("Kenya" not in c.names("authority") and c.mode != "performed" for c in claims)


@pytest.mark.parametrize(
    ("sentence", "modes"),
    [
        ("The mayor left the talks, insisting they first free the consul.", {"demanded"}),
        ("Two nuns taken captive by rebels could be free by Saturday.", {"hypothetical"}),
    ],
)
def test_who_is_to_be_freed_first_or_could_be_free_is_held(sentence: str, modes: set[str]) -> None:
    """What somebody insists on is asked for."""
    text = f"Varland freed a cook. {sentence}"
    assert {c.mode for c in of_type("RELEASE", text)[1:]} == modes
    assert {c.mode for c in of_type("DETAIN", text)} <= {"background"}


def test_both_halves_of_the_object_are_freed() -> None:
    """ "Freed a general and two other hostages captured in May": the noun behind *and* is of the object."""
    claims = of_type("RELEASE", "The rebels freed an army general and two other hostages captured in May.")
    assert {n for c in claims for n in c.names("group")} == {"army general", "two other hostages"}


def test_who_drafted_a_resolution_is_not_the_country_it_is_on() -> None:
    """ "The US-drafted resolution … on the country": on the one told before."""
    text = "Arms flow into South Sudan. The US-drafted resolution extends an arms embargo on the country."
    assert {n for c in of_type("SANCTION_KEEP", text) for n in c.names("target")} == {"South Sudan"}


def test_a_known_band_that_frees_leaves_no_state_as_the_only_one() -> None:
    """Where the Houthis free some and Chad others, nobody else's release is Chad's."""
    text = "The Houthis freed 290 prisoners and Chad released 128. The release of Lena Marr was put off."
    assert [c.names("releaser") for c in of_type("RELEASE", text) if c.names("person")] == [()]
