"""Ways of speaking: what reporters say for "freed", "arrested", "sentenced", "imposed", "met"."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only, told

EVENTS = {
    "RELEASE", "TRANSFER", "CLEMENCY", "DETAIN", "SENTENCE", "SANCTION_IMPOSE", "SANCTION_EASE", "TALKS",
}  # fmt: skip

TOLD = [
    # free, as one goes
    ("RELEASE", "performed", "The jailed poet crossed the border a free man."),
    ("RELEASE", "performed", "Three of the jailed women left the dock as free women."),
    ("RELEASE", "performed", "The nurse is a free woman again after 611 days in the hands of a militia."),
    ("RELEASE", "performed", "The welder saw the last of her cell on Sunday."),
    ("RELEASE", "performed", "The jailed poet tasted freedom on Sunday for the first time in nine years."),
    ("RELEASE", "performed", "The jailed monks spent their first night in freedom on Sunday."),
    ("RELEASE", "performed", "Cell doors swung open for 43 inmates on Monday."),
    ("RELEASE", "performed", "The gates of Makala prison opened for the two nurses on Monday."),
    ("RELEASE", "performed", "The nurses sat in a cell. On Monday a judge told them they could go."),
    ("RELEASE", "performed", "The nurses sat in a cell. On Monday they were told they were free to go."),
    ("RELEASE", "performed", "The jailed weavers are free to go."),
    ("RELEASE", "performed", "The emir freed nine clerks. Guards waved them through at the bridge."),
    ("RELEASE", "background", "He spoke outside Nsawam prison, which he had left an hour earlier."),
    ("RELEASE", "performed", "The president opened the cell of Lena Brandt."),
    ("RELEASE", "performed", "The deportees held at the bridge were passed to the Afghan side."),
    ("CLEMENCY", "performed", "By decree 90 convicts were relieved of serving the rest of their sentences."),
    ("RELEASE", "performed", "A judge ordered the nurse's immediate release from remand."),
    ("RELEASE", "performed", "The jailed singer was sprung on Monday."),
    ("RELEASE", "performed", "The Red Cross said four captives had been placed in its care."),
    ("RELEASE", "performed", "The 150 prisoners had filed out of Harare prison by Thursday."),
    ("CLEMENCY", "performed", "The judge ripped up the case against the pensioner."),
    ("RELEASE", "performed", "Pirates held nine sailors. Four of the sailors left Bossaso by plane."),
    ("RELEASE", "performed", "The committee secured the release and took custody of all 23 hostages."),
    ("RELEASE", "performed", "The charity welcomes the release from prison today of two bloggers."),
    ("CLEMENCY", "performed", "Prosecutors withdrew allegations of incitement against the two bloggers."),
    # into custody
    ("DETAIN", "performed", "Two clerks found themselves behind bars on Thursday."),
    ("DETAIN", "performed", "A joke about the king landed the singer in jail."),
    ("DETAIN", "performed", "The reporter ended up in a police cell."),
    ("DETAIN", "performed", "Police dragged the student from a demonstration. She is in custody."),
    ("DETAIN", "performed", "Officers took the singer in for questioning."),
    ("DETAIN", "performed", "The backpacker was clapped in irons over a stolen scooter."),
    ("DETAIN", "performed", "The lawyer was disappeared by men in uniform."),
    # before a court
    ("SENTENCE", "performed", "A tribunal put 13 deserters away for life."),
    ("SENTENCE", "performed", "The judges packed the former mayor off to prison for eleven years."),
    ("SENTENCE", "performed", "The two brothers were sent down for nine years."),
    ("SENTENCE", "performed", "The blogger will spend seven years in a penal colony, a court ruled."),
    ("SENTENCE", "performed", "The appeals court shaved two years off the cartoonist's sentence."),
    ("SENTENCE", "performed", "The judge added three years to the sentence of the nun."),
    ("SENTENCE", "performed", "The singer was slammed up for 18 months."),
    ("SENTENCE", "hypothetical", "The trader could go to prison for twelve years."),
    ("SENTENCE", "performed", "The court set aside the seven-year term of the blogger."),
    ("SENTENCE", "performed", "The tribunal inflicted eight years of seclusion on the journalist."),
    ("SENTENCE", "performed", "A judge locked up the ringleader for 27 years."),
    # measures
    ("SANCTION_EASE", "performed", "Brussels tore up its embargo on Burundian coffee."),
    ("SANCTION_EASE", "performed", "Ottawa ditched its sanctions on the two banks."),
    ("SANCTION_EASE", "performed", "Ottawa shelved its arms embargo."),
    ("SANCTION_EASE", "denied", "Bern dropped plans to ease its sanctions against the junta."),
    ("SANCTION_EASE", "performed", "Two banks came off the sanctions list on Monday."),
    ("SANCTION_EASE", "performed", "The shipper is no longer on the EU sanctions list."),
    ("SANCTION_EASE", "performed", "Gone from the sanctions list are three Serbian bankers."),
    ("SANCTION_EASE", "performed", "Switzerland thawed the assets of the general's widow."),
    ("SANCTION_EASE", "performed", "Washington handed the oil firm a six-month reprieve from sanctions."),
    ("SANCTION_EASE", "performed", "Ottawa gave the green light for turbines despite the sanctions."),
    ("SANCTION_IMPOSE", "performed", "Four judges joined the European Union's sanctions list on Monday."),
    ("SANCTION_IMPOSE", "performed", "Washington let the waiver for the port of Chabahar lapse."),
    ("SANCTION_IMPOSE", "performed", "Australia followed suit with travel bans on five colonels."),
    ("SANCTION_IMPOSE", "performed", "Canada responded with an embargo on tin from Bolivia."),
    ("SANCTION_IMPOSE", "performed", "Ministers signed off on a fresh round of sanctions against Minsk."),
    ("SANCTION_IMPOSE", "performed", "London put the two generals under asset freezes and travel bans."),
    ("SANCTION_IMPOSE", "performed", "The foreign ministry barred 14 officers from French soil."),
    # at the table
    ("TALKS", "performed", "Norway opened a channel to the rebels on Monday."),
    ("TALKS", "performed", "A Qatari envoy shuttled between Kabul and Ottawa on Monday."),
    ("TALKS", "performed", "Envoys of both armies thrashed out the details over two days in Jeddah."),
    ("TALKS", "performed", "Sudan's delegation had a face-to-face with the rebel team."),
    ("TALKS", "performed", "The foreign ministry was in touch with the rebels on Sunday."),
    ("TALKS", "performed", "The two security advisers were in touch by telephone on Sunday."),
    ("TALKS", "performed", "Ministers from five states gathered in Lomé to talk about the hostages."),
    ("TALKS", "performed", "Omani diplomats carried messages between the two sides."),
    ("TALKS", "performed", "The secretary of state had the Cuban ambassador in for talks on Monday."),
]  # fmt: skip


@pytest.mark.parametrize(("type_", "mode", "report"), TOLD)
def test_an_idiom_tells_what_the_plain_word_tells(type_: str, mode: str, report: str) -> None:
    """READING 1: "saw the last of her cell" is a release, "put away for life" a sentence."""
    assert mode in [c.mode for c in of_type(type_, report)]


QUIET = [
    "He was born a free man and will die one.",
    "The guard was told he could go on holiday.",
    "The captain saw the last of his men leave the field.",
    "The school gates swung open for 43 pupils on Monday.",
    "Visitors to the prison are free to choose a date.",
    "The guard waved the traffic through.",
    "The striker found himself on the bench on Thursday.",
    "The referee dragged the match from its slumber.",
    "Grandmother took the washing in for ironing.",
    "The clown was clapped by the crowd in the tent.",
    "The bear disappeared by night.",
    "The sisters put money away for nine years.",
    "The pilot will spend the next seven years in Cardiff, his firm said.",
    "The builder shaved two inches off the door.",
    "The teacher put her plans down for two years.",
    "The author tore up the last chapter.",
    "Two songs came off the list on Monday.",
    "Four players joined the squad list on Monday.",
    "The club let the contract lapse.",
    "The band followed suit with a song.",
    "The board signed off on a fresh round of funding.",
    "The plumber opened a channel to the river.",
    "The bus shuttled between Kabul and the airport.",
    "The sisters thrashed out the details over tea in Jeddah.",
    "The teacher had the parents in for talks.",
    "Drivers got six months to swap their licences.",
    "Sentenced to share a kitchen for a year, the two cooks drew laughs.",
    "The senator was freed of the charge of bribery.",
    "The company released 40 photographs of the prison.",
    "Nokia released two phones on Thursday.",
    "In “The Arrest of Mr. Bell”, the new play, a clerk is in love.",
    "The film follows a man who walks out of prison after 20 years.",
    "The trap was sprung on Monday.",
    "The twins were placed in her care.",
    "The author ripped up the case for the defence of poetry.",
    "A caretaker locked up the school for the night.",
    "The landlord barred 14 guests from his pub.",
    "The council lifted a ban on street music.",
    "Fans gathered in Lomé to talk about the match.",
    "The twins were in touch with their aunt.",
    "The pigeons carried messages between the two towers.",
    "The tourists left Bossaso by plane.",
    "The library shelved its books.",
    "Police took custody of the wanted smuggler.",
    "The museum took charge of nine paintings.",
    "The sisters withdrew allegations against their aunt.",
    "The regulator slapped sanctions on the broker for late filings.",
    "The airline lifted its ban on large suitcases.",
]


@pytest.mark.parametrize("sentence", QUIET)
def test_what_only_sounds_alike_tells_nothing(sentence: str) -> None:
    """READING 15: the same verbs about clubs, films, goods and schools tell of no custody or measure."""
    assert [(c.type, c.mode, c.rule) for c in told(sentence) if c.type in EVENTS] == []


DENIED = [
    "The nun was wrongly said to have been freed.",
    "The nun was reported freed in error.",
    "Reports of her release from prison proved premature.",
    "They told me that my son is free, but he is not.",
    "Rumours that the nun had been freed from prison were wide of the mark.",
    "The ministry brushed aside talk that the nun had been let go from her cell.",
    "The guards told us that they had released the nun. They had not.",
]


@pytest.mark.parametrize("report", DENIED)
def test_what_was_wrongly_told_is_not_done(report: str) -> None:
    """READING 11: "reported freed in error", "told me he is free, but he is not": nobody was freed."""
    modes = {c.mode for c in of_type("RELEASE", report)}
    assert modes <= {"denied", "hypothetical"}


def test_a_term_is_told_once_by_the_verb_that_gives_it() -> None:
    """CODEBOOK D2: "drew a nine-year term" is one sentence, passed now."""
    assert only("SENTENCE", "The smuggler drew a nine-year term from a Tunis court.").mode == "performed"


def test_who_came_home_after_months_in_a_jail_was_held_there() -> None:
    """CODEBOOK D1: "after 19 months in a jail" tells that they were held, before the deed."""
    report = "The engineer Lars Holm was flown to Copenhagen after 19 months in an Algerian jail."
    assert only("DETAIN", report).names("person") == ("Lars Holm",)


def test_who_is_called_jailed_behind_their_name_is_moved_out_of_custody() -> None:
    """CODEBOOK D6: "a hiker jailed in Iran landed in Vienna": the words behind tell that he was held."""
    report = "An Austrian hiker jailed in Iran landed in Vienna early on Thursday."
    assert {c.type for c in told(report)} & {"TRANSFER", "RELEASE"}
    assert not {c.type for c in told("An Austrian hiker born in Iran landed in Vienna.")} & EVENTS


def test_a_second_flight_is_told_with_its_verb_left_out() -> None:
    """READING 4: "69 from Sanaa to Aden and 30 from Aden to Sanaa": two journeys, each with its ends."""
    report = "Sixty-nine prisoners were flown from Sanaa to Aden and 30 from Aden to Sanaa."
    counts = {c.quantity.lo: (c.names("from"), c.names("to")) for c in told(report) if c.quantity}
    assert counts[30] == (("Aden",), ("Sanaa",)) or "Aden" in counts[30][0]


def test_those_named_among_them_are_no_further_people() -> None:
    """READING 5: "3,113 inmates, among them 114 foreigners": a part, and no more of them."""
    report = "The junta granted early freedom to 3,113 inmates on Sunday, among them 114 foreigners."
    assert [c.quantity.lo for c in of_type("RELEASE", report) if c.quantity] == [3113]


def test_police_who_dragged_her_off_years_before_did_so_then() -> None:
    """READING 13: "four years after police dragged her off" recalls it."""
    report = "The nun walked out of prison on Sunday, four years after police dragged her from a rally."
    assert only("DETAIN", report).mode == "background"


def test_who_is_serving_a_term_was_sentenced_before() -> None:
    """CODEBOOK D2: "was serving a life sentence": one sentence, passed before."""
    claim = only(
        "SENTENCE", "The nun walked out of prison on Monday. She was serving a life sentence for libel."
    )
    assert claim.mode == "background"


@pytest.mark.parametrize(
    "held",
    ["who spent years in jail in Iran", "who had been in jail in Iran for years"],
)
def test_where_they_were_in_jail_is_where_they_come_from(held: str) -> None:
    """CODEBOOK D5: "years in jail in Iran": freed from there, and not moved there."""
    report = f"Five Americans {held} are on their way home."
    assert only("RELEASE", report).names("from") == ("Iran",)
    assert of_type("TRANSFER", report) == []
