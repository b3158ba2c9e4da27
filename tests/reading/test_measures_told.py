"""Measures by pronoun, by their noun alone, and by what they strike; easings given in return."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tests.reading.reports import of_type, only, told


@pytest.mark.parametrize(
    ("text", "type_", "aimed_at"),
    [
        (
            "Oslo bans imports of Ruritan timber. Norway agreed on Monday to scrap the ban.",
            "SANCTION_EASE",
            "timber",
        ),
        (
            "Norway has imposed sanctions on two timber smelters. It will suspend them.",
            "SANCTION_EASE",
            "smelters",
        ),
        (
            "Norway keeps an embargo on timber. Its cabinet agreed to ease it in May.",
            "SANCTION_EASE",
            "timber",
        ),
        ("Norway has banned imports of timber. The ban was imposed in 2021.", "SANCTION_IMPOSE", "timber"),
        ("Norway will lift its curbs on timber. So far nothing has been lifted.", "SANCTION_EASE", "timber"),
    ],
)
def test_a_measure_told_before_keeps_its_aim(text: str, type_: str, aimed_at: str) -> None:
    """Phenomenon 14: *it*, *them*, *the ban* and *nothing* are the measure named before, inferred."""
    claim = [c for c in told(text) if c.type == type_][-1]
    fillers = [f for role in ("target", "sector") for f in claim.roles.get(role, ())]
    assert any(aimed_at in f.name and f.inferred for f in fillers)


def test_nothing_lifted_is_no_easing() -> None:
    """Phenomenon 11: *nothing* denies as *no* does."""
    last = [
        c for c in told("Norway will lift its curbs on timber. So far nothing has been lifted.") if c.step
    ][-1]
    assert (last.mode, last.polarity) == ("denied", "-")


@pytest.mark.parametrize(
    "text",
    [
        "The court dropped the case. The clerk lifted it on to a shelf.",
        "They were lifted by a crane.",
    ],
)
def test_pronouns_without_a_measure_before_are_no_measure(text: str) -> None:
    """Phenomenon 15: only a measure named before is meant by *it* and *them*."""
    assert [c for c in told(text) if c.type.startswith("SANCTION")] == []


@pytest.mark.parametrize(
    ("sentence", "aimed_at"),
    [
        ("The note does not affect the embargo on timber.", "timber"),
        ("Restrictions on timber, introduced in 2021, remain unchanged.", "timber"),
        ("The step leaves aside the curbs on the export of timber, which remain in force.", "timber"),
        ("The visa bans which strike nine judges are maintained.", "nine judges"),
        ("Norway maintains the measures that hit the timber sector.", "timber sector"),
        ("Norway keeps its sanctions on the state smelter, Norlys Metals, until June.", "Norlys Metals"),
    ],
)
def test_what_stays_says_whom_it_is_aimed_at(sentence: str, aimed_at: str) -> None:
    """CODEBOOK S3: behind *on*, in a clause that says what it strikes, and by the name apposed."""
    kept = [c for c in told(sentence) if c.type == "SANCTION_KEEP"]
    assert [c.polarity for c in kept] == ["+"]
    assert aimed_at in kept[0].names("target", "sector")


def test_an_object_behind_a_length_of_time_is_found() -> None:
    """Phenomenon 10: "suspending for 90 days sanctions on two mills"."""
    claim = only("SANCTION_EASE", "Norway is suspending for 90 days sanctions on two mills.")
    assert (claim.step, claim.names("target")) == ("suspended", ("two mills",))


def test_an_easing_given_in_return_is_told() -> None:
    """CODEBOOK S2: "in return for an easing" is given, "talks on an easing" is only spoken about."""
    assert only(
        "SANCTION_EASE", "Ruritania freed nine clerks in return for an easing of sanctions on timber."
    )
    assert of_type("SANCTION_EASE", "Ruritania began talks on an easing of sanctions on timber.") == []


def test_a_delisting_says_its_step() -> None:
    """CODEBOOK S2: the noun itself tells the step, unless it is only promised."""
    assert only("SANCTION_EASE", "Norway announced the delisting of Norlys Smelting.").step == "delisted"


@pytest.mark.parametrize(
    ("sentence", "aimed_at"),
    [
        ("Norway has suspended, until 3 June, an asset freeze on a mint, Norlys.", "Norlys"),
        ("Ghana will lift its ban on timber from the state mill, Volta Boards, by June.", "Volta Boards"),
        (
            "Norway issued a general licence authorising repairs for the state carrier, Volta Air.",
            "Volta Air",
        ),
        (
            "Ruritania freed nine clerks in return for an easing of sanctions on its timber sector.",
            "timber",
        ),
    ],
)
def test_whom_an_easing_helps_is_named(sentence: str, aimed_at: str) -> None:
    """CODEBOOK S2: behind a date, behind the goods, inside a licence, behind the noun of the easing."""
    claim = only("SANCTION_EASE", sentence)
    assert any(aimed_at in n for n in claim.names("target", "sector"))


def test_a_measure_imposed_in_a_relative_clause_is_told() -> None:
    """Phenomenon 16: "sanctions on tea growers, which were imposed in 2024"."""
    claim = only(
        "SANCTION_IMPOSE", "Norway has not eased its sanctions on tea growers, which were imposed in 2024."
    )
    assert (claim.mode, claim.time and claim.time.start) == ("background", "2024-01-01")


def test_one_authority_s_measure_is_not_aimed_as_another_s() -> None:
    """CODEBOOK §8.6: what the embargo of one covers says nothing of another's measures."""
    text = "Norway's embargo on arms continues. Ghana's measures remain in place."
    second = [c for c in of_type("SANCTION_KEEP", text) if "Ghana" in c.names("authority")]
    assert [c.names("sector") for c in second] == [()]


def test_it_is_who_says_so() -> None:
    """Phenomenon 14: "France said it would not lift": *it* is France, whatever body was named before."""
    text = "The embassy closed. France said it would not lift the visa sanctions on Omani officials."
    assert only("SANCTION_KEEP", text).names("authority") == ("France",)


@pytest.mark.parametrize(
    ("sentence", "type_", "sub"),
    [
        ("Forty officers are currently subject to entry bans.", "SANCTION_KEEP", "stated_in_force"),
        ("Two smelters remain under Norwegian sanctions.", "SANCTION_KEEP", "stated_in_force"),
        ("Oslo is continuing its sanctions on the two smelters.", "SANCTION_KEEP", "maintained"),
        ("The judge was among those subjected to an asset freeze.", "SANCTION_IMPOSE", "designate"),
        ("Norway's sanctions list also includes two judges.", "SANCTION_IMPOSE", "designate"),
        (
            "Ghana was put on the Norwegian list of state sponsors of terrorism.",
            "SANCTION_IMPOSE",
            "designate",
        ),
        ("Oslo said it would not renew the licence for the sanctioned port.", "SANCTION_IMPOSE", "reimpose"),
        ("The curbs on Omani timber will come back into force in May.", "SANCTION_IMPOSE", "sectoral_ban"),
    ],
)
def test_measures_told_by_where_their_targets_stand(sentence: str, type_: str, sub: str) -> None:
    """S1 and S3: subject to, under, on a list, no longer licensed, in force again."""
    assert only(type_, sentence).sub == sub


@pytest.mark.parametrize(
    "sentence",
    [
        "Forty officers were subject to entry bans until 2019.",
        "The guest list includes two judges.",
        "The chairman took the sanctions on the bank into consideration.",
        "The minister listed the sanctions targeting the bank.",
    ],
)
def test_what_was_or_is_only_named_is_no_measure_now(sentence: str) -> None:
    """A list of guests, a measure taken into account or only named: nothing is imposed or kept."""
    assert of_type("SANCTION_KEEP", sentence) == of_type("SANCTION_IMPOSE", sentence) == []


def test_lifted_from_a_list_is_delisted() -> None:
    """S2: a name is lifted from a list as a ban is lifted."""
    claim = only("SANCTION_EASE", "Norway lifted Ghana from its list of state sponsors of terrorism.")
    assert (claim.step, claim.names("target")) == ("delisted", ("Ghana",))


def test_a_ban_that_will_take_effect_is_nobody_s_promise() -> None:
    """CODEBOOK A1: who commits himself is somebody."""
    text = "The ban on Omani timber will take effect on Monday."
    assert of_type("COMMIT", text) == []
    assert only("SANCTION_IMPOSE", text).mode in {"promised", "intended"}


@pytest.mark.parametrize(
    ("sentence", "type_", "sub"),
    [
        ("Norway criticised the reimposition of sanctions on Omani timber.", "SANCTION_IMPOSE", "reimpose"),
        ("The cabinet approved the extension of its sanctions on Oman.", "SANCTION_KEEP", "renewed"),
        ("Norway's sanctions on the mill resumed on Monday.", "SANCTION_IMPOSE", "reimpose"),
    ],
)
def test_measures_told_by_the_noun_of_their_verb(sentence: str, type_: str, sub: str) -> None:
    """Phenomenon 2: adoption, reimposition, renewal; and measures that come back by themselves."""
    assert only(type_, sentence).sub == sub


def test_the_end_of_a_programme_eases_what_is_aimed_at_its_state() -> None:
    """ "The Oman sanctions programme" is one on Oman; that of a power which imposes is its own."""
    claim = only("SANCTION_EASE", "The president ordered the termination of the Oman sanctions programme.")
    assert (claim.names("target"), "Oman" in claim.names("authority")) == (("Oman",), False)
    claim = only("SANCTION_KEEP", "The US sanctions programme remains in place.")
    assert claim.names("authority") == ("United States",)


def test_measures_put_off_or_proposed_are_not_imposed() -> None:
    """The nouns take the mode of what governs them."""
    for sentence, mode in (
        ("Norway proposed the adoption of new sanctions on Oman.", "hypothetical"),
        ("Norway ruled out the reimposition of sanctions on Oman.", "denied"),
    ):
        assert only("SANCTION_IMPOSE", sentence).mode == mode


def test_a_part_of_the_measures_is_measures() -> None:
    """Most of its sanctions, a raft of curbs: what they are on is the target."""
    claim = only("SANCTION_EASE", "Norway has lifted most of its sanctions on Oman.")
    assert (claim.names("authority"), claim.names("target")) == (("Norway",), ("Oman",))


def test_restrictive_measures_that_affect_people_pardon_nobody() -> None:
    """A measure is one of grace only where no sanctions were told."""
    text = "Norway renewed its sanctions on Oman. The measures affect 21 officers and three firms."
    assert of_type("CLEMENCY", text) == []


def test_a_condition_of_the_sentence_is_not_that_of_its_participles() -> None:
    """ "The bans imposed … include X, if any": the bans are imposed."""
    text = "The bans Norway imposed on the mill include an asset freeze, if any assets are found."
    assert only("SANCTION_IMPOSE", text).mode == "background"


def test_what_is_taken_into_account_is_so() -> None:
    """A release that a council will take into account has happened."""
    text = "The council will take into account the release of nine miners."
    assert {c.mode for c in of_type("RELEASE", text)} == {"performed"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The ban on Omani timber, which dates from March, stays, and it will be widened.",
        "The sanctions remain, but Norway will review them in May.",
    ],
)
def test_what_stays_stays_before_another_clause(sentence: str) -> None:
    """S3: the verb alone says so, whatever clause follows."""
    assert "SANCTION_KEEP" in {c.type for c in told(sentence)}


def test_who_is_covered_by_the_sanctions_is_their_target() -> None:
    """S1: the measure itself is told to cover, affect or include people; what it consists of is no target."""
    text = "Norway's sanctions cover 11 officers and include an asset freeze."
    assert [c.names("target") for c in of_type("SANCTION_IMPOSE", text)] == [("11 officers",)]
    assert only("SANCTION_IMPOSE", "Seven judges are covered by the sanctions.").names("target") == (
        "Seven judges",
    )


def test_a_removal_from_a_list_is_a_delisting() -> None:
    """S2: "the removal of Ghana from the list"; off a shelf or a post nobody is delisted."""
    text = "The first step was the removal of Ghana from the list of state sponsors of terrorism."
    claim = only("SANCTION_EASE", text)
    assert (claim.step, claim.names("target")) == ("delisted", ("Ghana",))
    assert of_type("SANCTION_EASE", "The union asked for the removal of the judge from office.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Norway lifted its sanctions on two mills. The chairman and six other brokers remain listed.",
        "Norway lifted its sanctions on two mills. The smelter stays listed for now, the ministry said.",
        "Under the Norwegian sanctions, six brokers remain listed, the cabinet said.",
    ],
)
def test_who_remains_listed_is_still_under_measures(text: str) -> None:
    """Phenomenon 16: beside sanctions told of, "remain listed" is the list of those."""
    assert [c.rule for c in told(text) if c.type == "SANCTION_KEEP"] == ["keep.listed"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway lifted its sanctions on two mills. Shares of the smelter remain listed.",
        "Norway lifted its sanctions on two mills. Six divers remain listed as missing.",
        "Norway lifted its sanctions on two mills. The smelter remains listed on the Oslo exchange.",
        "Norway lifted its sanctions on two mills. The smelter was listed.",
        "Norway opened two mills. The castle and six other houses remain listed.",
    ],
)
def test_other_lists_are_no_measures(text: str) -> None:
    """Phenomenon 15: shares, the missing and monuments are listed too."""
    assert [c for c in told(text) if c.type == "SANCTION_KEEP"] == []


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("A bishop cheered. The traders say that Lars Aas is easing the salt curbs.", [("salt",)]),
        ("A bishop cheered. The traders say that Lars Aas is easing the speed curbs.", []),
    ],
)
def test_a_measure_told_before_goes_by_its_goods(text: str, sectors: list[tuple[str, ...]]) -> None:
    """Phenomenon 14: "the salt curbs" are those told before; "the speed curbs" are of another world."""
    found = of_type("SANCTION_EASE", "Norway keeps its sanctions on Chilean salt. " + text)
    assert [c.names("sector") for c in found] == sectors


WAYS = tomllib.loads(Path(__file__).with_name("measures.toml").read_text(encoding="utf-8"))
STOOD = {"performed", "background", "asserted", "announced"}


def kinds(words: str) -> set[str]:
    """The types of measures that a sentence tells as so."""
    text = f"{words} on Monday, officials said. Sanctions are debated often."
    return {c.type for c in told(text) if c.type.startswith("SANCTION") and c.mode in STOOD}


@pytest.mark.parametrize("words", WAYS["eased"])
def test_an_easing_is_told_in_many_ways(words: str) -> None:
    """By verbs, by phrases, by what became of the measure or of the one it is aimed at."""
    assert "SANCTION_EASE" in kinds(words)


@pytest.mark.parametrize("words", WAYS["imposed"])
def test_a_measure_is_told_in_many_ways(words: str) -> None:
    """Imposed, widened, renewed, taking effect, or told of the one whom it hits."""
    assert kinds(words) & {"SANCTION_IMPOSE", "SANCTION_KEEP"}


@pytest.mark.parametrize("words", WAYS["neither"])
def test_what_sounds_alike_is_no_measure(words: str) -> None:
    """Other rules, other freedoms, and talk of sanctions."""
    assert kinds(words) == set()


def test_what_is_imposed_on_a_state_is_kept_as_a_measure() -> None:
    """ "All other restrictions imposed by Norway on Chad remain in place": they are kept."""
    assert of_type("SANCTION_KEEP", "All other restrictions imposed by Norway on Chad remain in place.")
    for put in ("on motorists", "on Mali by the junta", "on Russia by the league"):
        assert not of_type("SANCTION_KEEP", f"The security measures imposed {put} remain in place.")


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Norway struck two mills off its list on Thursday. Their owners stay listed.", "Norway"),
        ("Norway struck two mills off its list on Thursday. Their owners stay listed by Chad.", "Chad"),
        ("Norway struck two mills off its list. Chad lifted its ban. Their owners stay listed.", "UNSTATED"),
    ],
)
def test_who_stays_listed_stays_on_the_list_spoken_of(text: str, authority: str) -> None:
    """Where one authority alone is told of, and the sentence names no other (CODEBOOK §8.6)."""
    assert (*only("SANCTION_KEEP", text).names("authority"), "UNSTATED")[0] == authority


def test_we_in_somebody_s_words_is_who_speaks() -> None:
    """ "We will lift it", a minister says: hers; in a notice of nobody's "we" names no authority."""
    quoted = '"We will lift the ban on Norlys Smelting," foreign minister Ida Holm said.'
    assert only("SANCTION_EASE", quoted).names("authority") == ("Ida Holm",)
    assert only("SANCTION_IMPOSE", "We are sanctioning Norlys Smelting.").names("authority") == ()
