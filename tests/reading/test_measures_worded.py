"""Measures in the words of notices: annexes, alignment, exemptions, derogations (CODEBOOK S1, S2)."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only, told


@pytest.mark.parametrize(
    "sentence",
    [
        "Ira Holt, a prison governor, is being added to the Schedule for the torture of inmates.",
        "Nine officers were added to Annex I on Monday.",
        "Norway inserted four firms in Annex 2 to its ordinance.",
        "The minister entered the two banks in the Schedule.",
        "Two generals were placed in Annex III by Norway.",
        "The EU banned Togolese planes from its airspace.",
        "The union barred Togo's carrier from all airports.",
        "Norway banned Togolese tankers from its ports.",
        "Oman blocked Togolese jets from its skies.",
        "The United Kingdom prohibited Togolese airlines from its airspace.",
        "The nine Togolese judges face asset freezes and travel bans.",
        "Two of the generals now face an EU travel ban.",
        "The twelve officers face visa bans.",
        "The listed governors face the freezing of their assets.",
        "Four bankers face Norwegian entry bans.",
        "Norway aligned itself with the EU's sanctions against Togo.",
        "Iceland and Norway have aligned themselves with the restrictive measures.",
        "Oslo associated itself with the British embargo on Togo.",
        "Albania aligned with the European travel bans on the generals.",
        "Montenegro fully aligned itself with the sanctions.",
        "Nine Togolese judges are banned from entering the United Kingdom.",
        "The officers are barred from entering the UK.",
        "Oman barred its traders from conducting any business with Togo.",
        "The embargo on Togo entered force at noon.",
        "On Friday Norway designated Togo as a state sponsor of terrorism.",
    ],
)
def test_a_measure_is_put_on(sentence: str) -> None:
    """Listed in an annex, kept out of skies and ports, facing bans, taken over from another."""
    assert only("SANCTION_IMPOSE", sentence).mode == "performed"


@pytest.mark.parametrize(
    "sentence",
    [
        "A match was added to the schedule.",
        "A clause was inserted in the annex to the contract.",
        "The council banned lorries from its car parks.",
        "The nine judges face criticism.",
        "The boxer faces a ban.",
        "Norway aligned itself with the EU's climate goals.",
        "The pupils aligned their desks with the wall.",
    ],
)
def test_what_sounds_alike_is_no_measure(sentence: str) -> None:
    """Timetables, contracts, car parks, critics, goals."""
    assert of_type("SANCTION_IMPOSE", sentence) == []


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("The nine judges have their assets frozen.", "nine judges"),
        ("Four Togolese ministers had their accounts frozen by Norway.", "Four Togolese ministers"),
        ("Ira Holt has had his funds blocked by the EU.", "Ira Holt"),
        ("The two banks will have their assets frozen.", "two banks"),
        ("Six governors had their property frozen.", "Six governors"),
    ],
)
def test_who_has_the_assets_is_the_target(sentence: str, whose: str) -> None:
    """ "Have their assets frozen": theirs who have them."""
    (claim,) = of_type("SANCTION_IMPOSE", sentence)
    assert [f.name for f in claim.roles["target"]] == [whose]


@pytest.mark.parametrize(
    ("sentence", "step"),
    [
        ("Medicines are exempt from the embargo on Togo.", "narrowed"),
        ("Grain for Togo remains exempt from the sanctions.", "narrowed"),
        ("Food aid is exempt from the EU's sanctions.", "narrowed"),
        ("Two of the banks are exempt from the asset freeze.", "narrowed"),
        ("Athletes are still exempt from the Norwegian visa bans.", "narrowed"),
        ("The entries for the following persons in Annex 2 are deleted.", "delisted"),
        ("The entry for Ira Holt in Annex 2 is deleted.", "delisted"),
        ("Norway struck the listings of two banks from the Schedule.", "delisted"),
        ("The entry for the smelter was removed from Annex IV.", "delisted"),
        ("The minister deleted the listing of Ira Holt in Annex 2.", "delisted"),
        ("General Licence 17 permits transactions with the Bank of Togo until 4 May.", "licensed"),
        ("General License 8 authorizes the wind-down of dealings with Lunda Gems.", "licensed"),
        ("General Licence 3A allows payments to the port of Lome.", "licensed"),
        ("General License 44 allows sales of Togolese oil.", "licensed"),
        ("General Licence 2 authorises flights to Togo.", "licensed"),
        ("The listing of Togo as a sponsor of terrorism was rescinded by Norway.", "delisted"),
        ("Oslo revoked the designation of Togo as a state sponsor of terrorism.", "delisted"),
        ("By way of derogation, banks may until May pay for cotton from Togo.", "licensed"),
        ("In derogation from Article 2, firms may sell grain to Togo.", "licensed"),
        ("By way of derogation, the ministry may release frozen funds of the bank.", "licensed"),
        ("As a derogation, insurers may cover ships of the Togolese line.", "licensed"),
        ("By way of a derogation, carriers may land in Lome.", "licensed"),
    ],
)
def test_a_measure_has_a_gap(sentence: str, step: str) -> None:
    """Exempt, deleted from an annex, licensed by number, by way of derogation."""
    assert step in {c.step for c in of_type("SANCTION_EASE", sentence) if c.mode == "performed"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Farmers are exempt from the hosepipe ban.",
        "Grain is not exempt from the embargo on Togo.",
        "The entry for May was deleted from his diary.",
        "The general licence of the pub expired.",
        "By way of derogation, the club may not sell beer.",
    ],
)
def test_what_is_no_gap_in_a_measure(sentence: str) -> None:
    """Other bans, diaries, pubs, and what is not exempt."""
    assert [c for c in of_type("SANCTION_EASE", sentence) if c.mode == "performed"] == []


@pytest.mark.parametrize("verb", ["adopted", "passed", "approved"])
def test_a_resolution_adopted_is_in_force(verb: str) -> None:
    """A council's resolution lifts what it lifts; one drafted, tabled or voted down does not."""
    for what in ("lifting the embargo on Togo", "easing its sanctions on Togo"):
        easing = only("SANCTION_EASE", f"The Security Council {verb} a resolution {what}.")
        assert easing.mode == "performed"
    for verb_ in ("drafted", "tabled", "rejected", "is working on"):
        claims = told(f"The Security Council {verb_} a resolution lifting the embargo on Togo.")
        assert "performed" not in {c.mode for c in claims if c.type == "SANCTION_EASE"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya lifted its oil embargo against Togo, imposed in March.",
        "Kenya eased its sanctions on Togo, introduced in 2012.",
        "Oman dropped its embargo on Togolese cotton, put in place in May.",
        "Norway scrapped the sanctions on three generals, adopted last year.",
        "The EU suspended its sanctions on two banks, imposed after the coup.",
    ],
)
def test_a_participle_behind_a_comma_tells_when_the_measure_came(sentence: str) -> None:
    """ "…, imposed in March": of the measure, and not of those it is on."""
    assert only("SANCTION_EASE", sentence).mode == "performed"
    assert only("SANCTION_IMPOSE", sentence).mode == "background"


@pytest.mark.parametrize("standing", ["in place", "in force", "in effect"])
def test_since_when_a_measure_stood_is_not_when_it_was_eased(standing: str) -> None:
    """ "Lifted its sanctions, in force since 2012": lifted now."""
    for what in ("its sanctions on Togo", "the arms embargo on Togo"):
        assert only("SANCTION_EASE", f"Kenya lifted {what}, {standing} since 2012.").mode == "performed"


@pytest.mark.parametrize(
    "sentence",
    [
        "As a result of today's action, all property of the nine officers in the United States is blocked.",
        "All property and interests in property of Lunda Gems are blocked by the order.",
        "Property of the designated persons that comes into the country is blocked.",
        "As a consequence of this decision, the assets of the two banks are frozen.",
        "Any interests in such property are blocked.",
    ],
)
def test_what_any_designation_does_is_no_measure_of_its_own(sentence: str) -> None:
    """The words of notices behind every designation."""
    assert of_type("SANCTION_IMPOSE", sentence) == []
    assert of_type("SANCTION_IMPOSE", "Norway froze the assets of the two banks.")


def test_designated_for_something_is_designated() -> None:
    """Not "designated as a holiday": for an act, however it goes on."""
    for why in ("abuse related to the repression of women", "links to the coup", "aid to the rebels"):
        assert (
            only("SANCTION_IMPOSE", f"Two Togolese officials were designated for {why}.").sub == "designate"
        )
    assert of_type("SANCTION_IMPOSE", "The wood was designated as a nature reserve.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Togo continues to be included on the blacklist.",
        "The bank remains sanctioned.",
        "The two generals continue to be included on the sanctions list.",
        "The smelter continues to be blacklisted.",
        "Nine officers stay designated.",
    ],
)
def test_who_continues_to_be_listed_is_listed_yet(sentence: str) -> None:
    """Nothing is put on them anew (CODEBOOK S3)."""
    assert [c.type for c in told(sentence) if c.type.startswith("SANCTION")] == ["SANCTION_KEEP"]


@pytest.mark.parametrize("word", ["otherwise", "previously", "formerly"])
def test_what_a_licence_takes_out_is_no_new_ban(word: str) -> None:
    """ "Authorises transactions otherwise prohibited"."""
    for what in ("transactions", "exports to Togo"):
        text = f"General Licence 5 authorises {what} {word} prohibited by the sanctions regulations."
        assert of_type("SANCTION_IMPOSE", text) == []
    assert of_type("SANCTION_IMPOSE", "The EU prohibited exports to Togo.")
