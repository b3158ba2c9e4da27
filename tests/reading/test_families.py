"""Families of words for one deed, each beside what looks alike and tells nothing of the kind."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

TOLD = [
    ("RELEASE", "performed", "The junta threw open the doors of Sorel prison to 60 weavers."),
    ("RELEASE", "performed", "The amnesty put some 90 convicts back on the street."),
    ("RELEASE", "performed", "The five jailed glaziers were out of the slammer by noon."),
    ("RELEASE", "performed", "A judge in Malak granted the 71-year-old bail on Monday."),
    ("RELEASE", "performed", "A judge in Malak granted the senator bail on Monday."),
    ("RELEASE", "performed", "The excarceration of the last two printers was announced on Monday."),
    ("RELEASE", "performed", "Nine of the glaziers held in Malak came out of the camp at dusk."),
    ("RELEASE", "performed", "The rebels surrendered four captive drivers to a delegation of the diocese."),
    ("RELEASE", "performed", "Two kidnapped drivers are safely on Chadian soil, their union said."),
    ("RELEASE", "background", "A paper won the release from Malak prison on 3 May of the nun Ida Holt."),
    ("RELEASE", "background", "Police led off eleven printers. Six of the eleven were discharged in May."),
    ("RELEASE", "denied", "A court rejected a motion by Ida Holt, who has been on remand since May."),
    ("RELEASE", "denied", "Eleven were freed. Not among the exchanged was the pilot Omar Lind."),
    ("CLEMENCY", "performed", "The president wiped out the terms of nine printers by decree."),
    ("DETAIN", "performed", "Border guards caught nine smugglers near the frontier on Sunday."),
    ("DETAIN", "performed", "The navy put 27 trawlermen behind the walls of Malak."),
    ("DETAIN", "background", "Three glaziers grabbed by special troops at a ford were freed."),
    ("DETAIN", "background", "The emir freed the nun Ida Holt, held there since the spring."),
    ("TALKS", "performed", "The consul raised the plight of the two nuns with the interior minister."),
    (
        "TALKS",
        "performed",
        "Danish and Omani diplomats held four rounds in Muscat on freeing the crew.",
    ),
    ("TALKS", "denied", "The charity Kell Aid took no part in the negotiations, it said after the release."),
    (
        "SANCTION_IMPOSE",
        "performed",
        "Norway is withholding military aid from the junta.",
    ),
    ("SANCTION_IMPOSE", "performed", "The European Union has cut off money for Osmia and Chad."),
    ("SANCTION_IMPOSE", "performed", "Canada denied visas to six ministers of the junta."),
    ("SANCTION_KEEP", "asserted", "The union will not lift its ban on Serbian lorries."),
]

NOT_TOLD = [
    ("RELEASE", "The mayor threw open the doors of the new library to 60 pupils."),
    ("RELEASE", "The city put 90 more police officers on the street."),
    ("RELEASE", "He waded out of the river and jailed nobody."),
    ("RELEASE", "The two prisoners' mothers went out to buy bread."),
    ("RELEASE", "Eleven patients were discharged from the ward on Friday. Police arrested a nurse."),
    ("RELEASE", "The charity held in Malak spoke to relatives of nineteen of the prisoners."),
    ("RELEASE", "Ukraine gave up nine frozen corpses of soldiers, a newspaper said of the captives."),
    ("DETAIN", "The two climbers caught in a storm last week had once been to a prison."),
    ("DETAIN", "The councillor, who was detained in traffic, sent an apology to the court."),
    ("DETAIN", "Omani envoys held four rounds in Muscat on the detained crew."),
    ("TALKS", "The freed poet phoned her sister from the train."),
    ("TALKS", "The delegates spoke with each of them before the prisoners left."),
    ("TALKS", "A tenant raised the matter of the broken lift with her sister."),
    ("TALKS", "The festival brought two families together in Muscat."),
    ("SANCTION_IMPOSE", "The council cut funding for the arts, as the sanctions bit."),
    ("SANCTION_IMPOSE", "The embassy refused visas to forty football fans."),
]


@pytest.mark.parametrize(("kind", "mode", "text"), TOLD)
def test_a_deed_is_read_by_whichever_word_of_its_family(kind: str, mode: str, text: str) -> None:
    """Type and mode of the claim are those of the deed, whatever it is called."""
    assert (kind, mode) in {(c.type, c.mode) for c in told(text)}


@pytest.mark.parametrize(("kind", "text"), NOT_TOLD)
def test_what_only_looks_alike_is_not_read(kind: str, text: str) -> None:
    """The same words of another world, or of nobody held, give no claim of this type."""
    assert [c.span.exact for c in told(text) if c.type == kind] == []


def test_an_allegation_that_is_no_match_for_the_facts_is_a_denial() -> None:
    """ "Allegations that … do not correspond to reality": what they say was not done."""
    claims = told("Allegations that the junta freed nine weavers do not correspond to reality.")
    assert [c.mode for c in claims if c.type == "RELEASE"] == ["denied"]


def test_who_goes_on_serving_a_term_is_not_freed() -> None:
    """Beside others who are freed, "continues to serve" tells somebody by name as left behind."""
    claims = told("The emir freed nine nuns. Omar Lind continues to serve his sentence.")
    assert ("RELEASE", "denied", "Omar Lind") in {
        (c.type, c.mode, f.name) for c in claims for f in c.roles.get("person", ())
    }
