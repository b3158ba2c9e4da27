"""The steps of a plan, what a deal lays down, what is waited for, taken back or no state's to forgive."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

DONE = frozenset({"performed", "background", "announced"})


def modes(text: str, *types: str) -> list[str]:
    """The modes of the claims of these types; of releases where none is given."""
    return [c.mode for c in told(text) if c.type in (types or ("RELEASE",))]


@pytest.mark.parametrize(
    "text",
    [
        "The mediator's plan has three steps. First each side frees the sick. The rest are exchanged in May.",
        "The draft sets out what happens next. On day one the rebels release the nurses.",
        "The union proposes a swap in stages: the miners walk free first, and the rest are released.",
        "The timetable is as follows: Chad frees 40 herdsmen; Sudan hands over eleven officers.",
    ],
)
def test_the_steps_of_a_plan_are_still_to_be_taken(text: str) -> None:
    """A plan that has steps, and behind it the present tense: no step is told as done."""
    found = modes(text, "RELEASE", "TRANSFER")
    assert found
    assert set(found) <= {"intended", "conditional"}


def test_a_plan_carried_out_is_followed_by_deeds() -> None:
    """No steps are announced: the present tense behind it tells the news."""
    assert "performed" in modes("Chad's plan has been carried out. The army frees 40 herdsmen today.")


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Under the agreement, Chad frees 40 herdsmen and Sudan pays for their food.", "agreed"),
        ("According to the draft, Chad frees 40 herdsmen within a week.", "intended"),
        ("Chad frees 40 herdsmen under a deal with Sudan.", "performed"),
        ("Under the agreement, Chad has freed 40 herdsmen.", "performed"),
        ("Under the terms of the pact, Chad hands over 40 herdsmen and Sudan pays for their food.", "agreed"),
        ("According to the text of the accord, Chad frees 40 herdsmen within a week.", "agreed"),
        ("Under the plan, 40 herdsmen are set free on Saturday.", "intended"),
        ("Under the accord, 40 herdsmen go free and nine are flown to Sudan.", "agreed"),
        ("According to the deal's text, 40 herdsmen are released at dawn.", "agreed"),
        ("In the first phase of the deal, Chad frees 40 herdsmen.", "agreed"),
        ("The pact says that Chad frees 40 herdsmen.", "agreed"),
        ("The plan says Chad frees 40 herdsmen and Sudan pays.", "intended"),
        ("Under the deal, the minister said, Chad frees 40 herdsmen.", "agreed"),
        ("According to the text of the decree, Chad frees 40 herdsmen.", "performed"),
        ("The document says that Chad frees 40 herdsmen.", "performed"),
        ("In the last part of the film Chad frees 40 herdsmen.", "performed"),
        ("Under the deal, Chad frees 40 herdsmen, the first of whom arrived this morning.", "performed"),
        ("Under the deal, Chad frees 40 herdsmen as the buses crossed the line.", "performed"),
        ("Under the deal, Chad on Monday frees 40 herdsmen.", "performed"),
    ],
)
def test_what_a_text_lays_down_in_the_present_is_not_done(text: str, mode: str) -> None:
    """ "Under the agreement, Chad frees 40": in front of the clause; a headline has the deal behind."""
    assert modes(text) == [mode]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("According to court documents, Chad holds nine journalists.", "CUSTODY_STATE"),
        ("According to the map, Chad holds nine journalists.", "CUSTODY_STATE"),
        ("Under the deal, Chad holds nine men.", "CUSTODY_STATE"),
        ("Under the deal, Omar Lind is under house arrest.", "CUSTODY_STATE"),
        ("Under the deal, other sanctions on Chad remain in place.", "SANCTION_KEEP"),
        ("Under the agreement, the oil embargo stays in force.", "SANCTION_KEEP"),
        ("Under a plea deal, Omar Lind is sentenced to nine years.", "SENTENCE"),
        ("According to the document, Osmia sanctions nine officials.", "SANCTION_IMPOSE"),
        ("The plan has three stages. Chad holds nine journalists.", "CUSTODY_STATE"),
        ("The roadmap sets out two steps. A court jails Omar Lind for nine years.", "SENTENCE"),
    ],
)
def test_only_what_is_given_is_laid_down(text: str, type_: str) -> None:
    """A state, a court's term or a new measure stands as told, and nobody is told to have agreed to it."""
    assert set(modes(text, type_)) <= {"performed", "asserted"}
    assert modes(text, type_)
    assert modes(text, "COMMIT") == []


@pytest.mark.parametrize(
    "text",
    [
        "The deal is a step forward. Chad frees nine men on Monday.",
        "The deal has three parts. Chad frees nine men, who arrived in Osmia last night.",
        "The deal has the support of both parts of the country. Chad freed nine men on Monday.",
    ],
)
def test_a_deed_behind_a_deal_is_no_step_of_it(text: str) -> None:
    """Where no steps are announced, or those freed are on their way, the present tense tells the news."""
    assert modes(text) == ["performed"]


@pytest.mark.parametrize(
    "text",
    [
        "The deal includes two phases. First, Chad frees nine men.",
        "The plan consists of three stages; in the first, Chad frees all nine nurses.",
        "The plan has three phases. On Monday Chad frees nine men in the first.",
    ],
)
def test_steps_are_announced_in_many_words(text: str) -> None:
    """ "Includes two phases", "consists of three stages;": behind either a step is still to be taken."""
    assert modes(text) == ["intended"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Under the pact signed yesterday, Chad frees 40 herdsmen.", "agreed"),
        ("Under the agreement reached last night, both sides free all herdsmen on Sunday.", "agreed"),
        ("According to the plan published last week, Chad frees 40 herdsmen.", "intended"),
        ("Under the deal Chad frees Ada Orlu, whose arrest in May began the crisis.", "agreed"),
        ("Under the deal Chad frees the pilots who landed in Kell by mistake last week.", "agreed"),
        ("Under the deal 40 herdsmen leave Colony 4.", "agreed"),
        ("Under the deal, Omar Lind gets out on Monday.", "agreed"),
        ("Under the deal, rebels hand 20 nurses to the Red Cross.", "agreed"),
        ("The deal has two phases. In the first, rebels hand 20 nurses to the Red Cross.", "intended"),
        ("Under the deal, Chad frees 40 herdsmen, some of whom reached Sudan overnight.", "performed"),
        ("Under the deal, Chad last night frees 40 herdsmen.", "performed"),
    ],
)
def test_the_past_day_must_be_the_deeds_own(text: str, mode: str) -> None:
    """Not the day of the deal, nor of what the freed once did, nor of an arrest; of their way home."""
    assert modes(text) == [mode]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Under the deal, Chad reopens its embassy in Osmia.", "DIPLOMATIC_STEP"),
        (
            "Under the deal, Chad issues a licence for potash and strikes a bank off its list.",
            "SANCTION_EASE",
        ),
        (
            "Under the pact nine nurses were handed over on Sunday, and Chad lifts its sanctions.",
            "SANCTION_EASE",
        ),
        ("Under the agreement, the hostages are moved to Sudan by bus.", "TRANSFER"),
        ("Under the pact, 40 nurses were freed on Monday and another 60 go home next week.", "TRANSFER"),
    ],
)
def test_every_step_of_a_side_is_laid_down(text: str, type_: str) -> None:
    """A licence, an embassy, a journey, also beside what is done already."""
    assert set(modes(text, type_)) == {"agreed"}


def test_the_next_group_of_a_deal_is_not_out_with_the_first() -> None:
    """A day to come keeps what the deal lays down from being told as done."""
    text = "Under the deal, 40 herdsmen were freed on Monday and another 60 are freed next week."
    assert modes(text) == ["performed", "agreed"]


def test_what_stands_behind_a_semicolon_is_under_the_deal_too() -> None:
    """ "Under the deal, Chad frees 40; Sudan, for its part, lifts the ban"; not beside what was done."""
    text = "Under the deal, Chad frees 40 herdsmen; Sudan, for its part, lifts the ban on timber."
    assert set(modes(text, "RELEASE", "SANCTION_EASE")) == {"agreed"}
    text = "Under the deal Chad released nine nurses and Sudan frees 40 herdsmen."
    assert set(modes(text)) == {"performed"}


def test_a_report_of_people_freed_tells_more_of_them_in_the_present() -> None:
    """ "Under the deal, Chad also frees 40" beside "was freed under the deal": both are done."""
    text = "Nine nurses were released in Chad on Monday. Under the deal, Chad also frees 40 herdsmen."
    assert set(modes(text)) == {"performed"}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels hold nine nurses. The nine are to be sent home on Monday.",
        "The rebels hold nine nurses. The nine are to be flown home on Monday.",
        "The rebels hold nine nurses. Two of them are to be handed over on Monday.",
        "The rebels hold a pilot. The pilot held in Kell is to be out of prison by Monday.",
        "The rebels hold nine nurses. The nine are soon to be home.",
    ],
)
def test_those_who_are_to_be_sent_home_are_not_home(text: str) -> None:
    """ "The nine are to be sent home": a number and one person, too, have it still before them."""
    assert {c.mode for c in told(text) if c.type in {"RELEASE", "TRANSFER"}} == {"intended"}


def test_who_was_to_be_sent_home_was_not_home_yet() -> None:
    """A *be* with an infinitive behind it is still to come, for whoever is told to be held."""
    text = "The rebels hold nine nurses. They were to be sent home, an officer said; buses would come at six."
    assert not DONE & set(modes(text, "RELEASE", "TRANSFER"))


@pytest.mark.parametrize(
    "text",
    [
        "Chad will lift its embargo only once all forty herdsmen have been freed, the ministry said.",
        "Chad will open the border only when the nine herdsmen are released, the minister said.",
        "The opposition will come to the table only after its leader, Nika Orlu, has left jail.",
    ],
)
def test_what_is_done_only_after_a_release_demands_it(text: str) -> None:
    """ "Only once they have been freed" is "not until they are freed"."""
    assert modes(text) == ["demanded"]


def test_only_after_they_were_freed_tells_that_they_were() -> None:
    """In the past tense the release is done."""
    assert modes("Chad opened the border only after the nine herdsmen were released.") == ["performed"]


def test_were_they_to_be_lifted_is_a_condition() -> None:
    """An *if* told by the order of the words."""
    text = "Were the sanctions on Chad to be lifted, the bank argues, the currency would recover."
    assert set(modes(text, "SANCTION_EASE")) == {"conditional"}


def test_what_is_not_ruled_out_is_possible() -> None:
    """Two denials are no denial."""
    assert modes("Chad has not ruled out letting nine herdsmen go early.") == ["hypothetical"]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels released eleven nurses, whom they said they had detained by mistake.",
        "The minister admitted that police had arrested the cameraman by mistake.",
    ],
)
def test_a_deed_done_by_mistake_was_done(text: str) -> None:
    """Behind a clause of its own it is the deed that was wrong, and not who told it."""
    assert set(modes(text, "DETAIN")) <= {"background", "performed"}


@pytest.mark.parametrize(
    "text",
    [
        "The cameraman was reported freed in error, the paper said on Sunday.",
        'News of their release, the minister said, was "pure propaganda".',
        "It is not true, the envoy said, that Chad has freed prisoners for salt.",
        "A message that the nurse had been let go was later deleted.",
        "Reports that Chad had freed the engineer turned out on Thursday to be wrong.",
        "An attempt to free two aid workers in the north failed on Sunday night.",
    ],
)
def test_what_was_taken_back_or_failed_is_denied(text: str) -> None:
    """A false report, a message deleted, an attempt that failed, in whatever order of words."""
    assert modes(text) == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "It is nonsense, the ministry said, that the nine nurses were freed.",
        "It is not the case that Ada Orlu was freed in Chad.",
        "The envoy said it was a lie that Chad had freed the nurses.",
        "It is untrue that Chad has freed nine nurses in exchange for gas.",
        "It's not true, said the envoy, that the nine nurses have been freed.",
    ],
)
def test_what_it_is_untrue_to_say_is_denied(text: str) -> None:
    """ "It is a lie that …", with or without who says so in between."""
    assert modes(text) == ["denied"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("It is a lie, the ministry said, that the nurses were freed for money.", "hypothetical"),
        ("It is untrue that the nine nurses were freed because of pressure.", "hypothetical"),
        ("It is nonsense, the ministry said, that the nurses were freed to please Chad.", "hypothetical"),
        ("It is not true, the envoy said, that the nurses were freed in exchange for gas.", "hypothetical"),
        ("It is not true, she said, that Ada Orlu was alone when she was freed in Chad.", "performed"),
        ("It is untrue, Chad said, that the nine nurses who were freed on Monday are ill.", "background"),
        ("It is a lie, the envoy said, that the nurses were freed when he came to Chad.", "hypothetical"),
    ],
)
def test_a_lie_about_the_ground_of_a_deed_denies_no_deed(text: str, mode: str) -> None:
    """Only the clause of *that* is denied; where its point is why or when they were freed, it is open."""
    assert modes(text) == [mode]


@pytest.mark.parametrize(
    ("text", "freed", "held"),
    [
        (
            "It is not true that the nurses were freed to make room, Chad said: they are still held.",
            ["hypothetical"],
            ["asserted"],
        ),
        (
            "It is a myth that the nine were released without charge: they were never released.",
            ["hypothetical", "denied"],
            [],
        ),
        (
            "It's false that we freed the nurses under a deal, said the rebels, who hold them.",
            ["hypothetical"],
            None,
        ),
        (
            "It is not true that Chad freed Ada Orlu for health reasons. She is still in prison.",
            ["hypothetical"],
            ["asserted"],
        ),
    ],
)
def test_a_lie_about_a_ground_never_says_that_the_deed_was_done(
    text: str, freed: list[str], held: list[str] | None
) -> None:
    """The next clause may say that they are held yet, and what stands behind a colon is not denied."""
    assert modes(text) == freed
    if held is not None:
        assert modes(text, "CUSTODY_STATE") == held


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        (
            "It is not true that Ada Orlu was beaten, and she was freed on Monday, the prison said.",
            "RELEASE",
            "performed",
        ),
        (
            "It is untrue that Chad beat the nurses, but it did arrest them on Monday, the envoy said.",
            "DETAIN",
            "performed",
        ),
        ("It is a lie that the general fled: police in Chad arrested him on Monday.", "DETAIN", "performed"),
        ("It is a lie that the nurses fled Chad and that they were freed on Monday.", "RELEASE", "denied"),
        ("It is not true that Ada, Ben, and Ira were freed, the ministry said.", "RELEASE", "denied"),
        ("It is a lie that the nurses fled Chad, and that they were freed on Monday.", "RELEASE", "denied"),
    ],
)
def test_a_main_clause_beside_a_lie_stands(text: str, kind: str, mode: str) -> None:
    """ ", and she was freed" is no part of what is untrue; "and that she was freed" is."""
    assert modes(text, kind) == [mode]


def test_a_lie_about_an_exchange_denies_the_tie() -> None:
    """The nurses were freed, and for no gas."""
    text = "It is a myth that Chad freed the nine nurses in return for gas."
    assert modes(text, "LINKAGE") == ["denied"]


def test_what_was_done_only_after_something_was_done() -> None:
    """ "Were freed only after the ransom had come": told as past it is no condition."""
    assert modes("The nine nurses were freed in Chad only after the ransom had come.") == ["performed"]


def test_a_release_set_for_dawn_is_to_come() -> None:
    """ "Set for dawn", "for midnight": an hour as a day."""
    assert modes("The prisoners' release had been set for dawn.") == ["intended"]


def test_the_bereaved_forgive_by_no_law() -> None:
    """Who suffered a deed forgives it; who rules pardons."""
    assert modes("The mother of one victim said that she forgives the man who shot him.", "CLEMENCY") == []
    assert modes("Her mother pardoned the thief.", "CLEMENCY") == []
    assert modes("The president said that he forgives the nine clerks.", "CLEMENCY") != []


@pytest.mark.parametrize(
    "text",
    [
        "The king's brother, the emir, pardoned nine prisoners on Monday.",
        "The father of the nation pardoned forty prisoners on Monday.",
        "The widow of the late president, Ada Orlu, said he pardoned nine men in his last week.",
        "The sultan's daughter, the regent, forgave nine prisoners.",
        "The sultan died in May. His son pardoned forty prisoners.",
    ],
)
def test_who_rules_and_is_somebodys_kin_pardons(text: str) -> None:
    """Kin forgive, and who pardons or has an office does it in law."""
    assert "performed" in modes(text, "CLEMENCY")


def test_what_is_done_in_another_world_is_not_done_in_this() -> None:
    """A dream or a parallel world, in whatever tense."""
    text = "In a parallel world the nine clerks were freed in March. In this one they are in a cell in Chad."
    assert not DONE & set(modes(text))


@pytest.mark.parametrize(
    "text",
    [
        "In her dreams she is free, her mother says; Chad freed two others on Monday.",
        "The drill was called off after hostages were freed in Chad.",
        "Chad freed nine prisoners on Monday during the drill at the base.",
        "In chapter four of the report, the UN says Chad released nine prisoners in May.",
        "Actors played hostages in the drill; nine real ones were freed in Chad on Monday.",
    ],
)
def test_what_is_dreamt_or_played_in_one_clause_is_done_in_the_next(text: str) -> None:
    """A semicolon ends a dream; a report has chapters too."""
    assert DONE & set(modes(text))


@pytest.mark.parametrize(
    "text",
    [
        "In a drill at the airport, soldiers freed nine hostages.",
        "Nine hostages were freed in a drill at the airport.",
        "During the exercise, a simulation with actors as hostages, nine captives were freed.",
    ],
)
def test_hostages_of_a_drill_are_nobodys(text: str) -> None:
    """Hostages and captives in a drill are played; whoever else is taken there is taken."""
    assert not DONE & set(modes(text))
    for real in (
        "During the simulation at the base, two officers were detained.",
        "Soldiers captured in a drill gone wrong were freed on Monday.",
        "Hostages captured in a drill that went wrong were freed on Monday.",
    ):
        assert modes(real, "DETAIN") == ["performed"]


def test_a_door_between_states_opens_where_it_stands() -> None:
    """ "The embassy in Lima reopened": the town is the embassy's, as in "reopened its embassy in Lima"."""

    def where(text: str) -> list[tuple[str, ...]]:
        return [c.names("place") for c in told(text) if c.type == "DIPLOMATIC_STEP"]

    assert where("The embassy in Lima reopened on Thursday.") == [("Lima",)]
    assert where("Bolivia reopened its embassy in Lima on Thursday.") == [("Lima",)]
    assert where("The embassy reopened on Thursday, a minister in Lima said.") == [()]
