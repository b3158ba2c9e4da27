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
    ("DETAIN", "background", "Omar Lind, taken in Malak in February, is still held."),
    ("DETAIN", "background", "The men were let go by rebels that had captured them in May; 22 buses left."),
    (
        "CUSTODY_STATE",
        "asserted",
        "Nuns left Malak prison, freed at last. The singer Omar Lind is still in Malak.",
    ),
    ("CUSTODY_STATE", "asserted", "The emir freed nine nuns. The singer Omar Lind sits on in Camp Sorel."),
    ("RELEASE", "denied", "The emir freed nine nuns. The singer Omar Lind sits on in Camp Sorel."),
    ("RELEASE", "performed", "He is one of nine captives whom the rebels surrendered to a delegation."),
    ("TALKS", "denied", "The opposition party denies having sat down with anybody about the prisoners."),
    ("TALKS", "performed", "The pilot was exchanged for a spy after negotiations of six weeks."),
    ("TALKS", "denied", "Rumours that the release was preceded by talks with Norway are untrue."),
    ("TRANSFER", "performed", "The prisoners came home. On Friday we returned the remains of nine soldiers."),
    (
        "SANCTION_EASE",
        "performed",
        "General License 9. All dealings involving Malak Mills are authorized until May.",
    ),
    ("TALKS", "performed", "Danish diplomats saw both governments again on Sunday, the release in hand."),
    ("TALKS", "performed", "The Omani emir drew the two governments together in Muscat over the prisoners."),
    ("RELEASE", "performed", "The emir amnestied nine weavers. Four of the weavers are on parole."),
    ("TRANSFER", "performed", "The emir freed nine weavers, almost all of them exiled to Spain."),
]

NOT_TOLD = [
    ("RELEASE", "The mayor threw open the doors of the new library to 60 pupils."),
    ("RELEASE", "The city put 90 more police officers on the street."),
    ("RELEASE", "He waded out of the river and jailed nobody."),
    ("RELEASE", "The two prisoners' mothers went out to buy bread."),
    ("RELEASE", "Eleven patients were discharged from the ward on Friday. Police arrested a nurse."),
    ("RELEASE", "The charity held in Malak spoke to relatives of nineteen of the prisoners."),
    ("RELEASE", "Ukraine gave up nine frozen corpses of soldiers, a newspaper said of the captives."),
    ("RELEASE", "The share of inmates who get out early fell to nine per cent, a prison report says."),
    ("RELEASE", "Who are they? How many are left? Lawyers put the number at 900. The state says 20."),
    (
        "RELEASE",
        "In her third novel the author has Omar jailed. The amnesty frees everybody; a clerk has erred.",
    ),
    ("TRANSFER", "Omar Lind had been in a jail since May, accused of crossing the border without papers."),
    ("CUSTODY_STATE", "The emir freed nine nuns. The singer Omar Lind is still in Paris."),
    ("TALKS", "In the last chapter of her novel, the author says, he negotiates with a state that is blind."),
    ("TALKS", "The minister saw the general again on Sunday on television, weeks after the release."),
    ("TALKS", "The two diplomats saw their families again on Sunday after the prison."),
    ("RELEASE", "The prison shop, its windows still broken, stayed in business on trust."),
    ("TRANSFER", "Those exiled to Spain ask for the prisoners to be freed."),
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


NOTICE = """OFFICE OF FOREIGN ASSETS CONTROL
The following deletions have been made to the SDN List:

LIND, Omar Pell; DOB 3 May 1961; former Minister of Mines (individual) [CHAD].
MALAK MILLS LTD (a.k.a. MALAK FLOUR), Dorn, Chad [CHAD] [GLOMAG].

The following additions have been made:

HOLT, Ida; DOB 9 June 1970; nationality Chad (individual) [CHAD].

Questions may be put to the hotline [see below].
"""


def test_the_lines_of_a_notice_are_struck_from_the_list_or_put_on_it() -> None:
    """Each line behind "the following deletions" is a delisting, behind "additions" a designation."""
    changes = [
        (c.type, c.step, c.roles["target"][0].name, c.span.exact)
        for c in told(NOTICE)
        if c.rule.endswith("list_line")
    ]
    assert changes == [
        ("SANCTION_EASE", "delisted", "Omar Pell Lind", "LIND, Omar Pell"),
        ("SANCTION_EASE", "delisted", "Malak Mills Ltd", "MALAK MILLS LTD"),
        ("SANCTION_IMPOSE", None, "Ida Holt", "HOLT, Ida"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "The warders are still in Malak.",
        "Omar Lind’s family is still in Malak Street.",
        "He is still in Oslo.",
    ],
)
def test_who_works_in_a_prison_or_lives_in_its_street_is_not_held(said: str) -> None:
    """A name alone is the prison's only where it can be, and of those who can be held in it."""
    found = told(f"Nuns left Malak prison, freed at last. {said}")
    assert [c for c in found if c.type == "CUSTODY_STATE"] == []


def struck(notice: str) -> list[str]:
    """Who is struck from a list, or put on it, line by line."""
    return [c.roles["target"][0].name for c in told(notice) if c.rule.endswith("list_line")]


def test_whom_an_entry_is_linked_to_does_not_hide_it() -> None:
    """ "(Linked To: …)" stands behind the programme."""
    line = "MALAK MILLS LTD (a.k.a. MALAK FLOUR), Dorn, Chad [CHAD] (Linked To: LIND, Omar Pell).\n"
    assert struck("The following additions have been made to the SDN List:\n\n" + line) == ["Malak Mills Ltd"]


@pytest.mark.parametrize(
    "opening",
    [
        "The following additions have been proposed to the sanctions list:",
        "The following deletions may be made to the SDN List:",
        "Sanctions aside, the following names were added to the guest list:",
        "The following additions have been made to the register of ferries:",
    ],
)
def test_what_is_not_done_or_is_no_list_of_sanctions_changes_none(opening: str) -> None:
    """Proposed, possible, of guests, or in a text that speaks of no sanctions."""
    assert struck(f"{opening}\n\nMALAK MILLS LTD, Dorn, Chad [CHAD].\n") == []


def test_a_list_of_anything_else_changes_no_list_of_sanctions() -> None:
    """Changes to a timetable name nobody between brackets of a programme."""
    text = "The following deletions have been made:\n\nThe 9.20 to Malak (Sundays).\n"
    assert [c for c in told(text) if c.type.startswith("SANCTION")] == []


def test_relatives_of_two_are_of_both() -> None:
    """ "Relatives of a politician and a nurse held hostage": it is not the relatives who are held."""
    text = "Relatives of a politician and a nurse held hostage by rebels said both had been freed."
    assert all("Relatives" not in n for c in told(text) for n in c.names("group"))
