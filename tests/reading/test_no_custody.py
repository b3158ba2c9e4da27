"""Felt, held by the hand, put out of a club, billed, done in fun: no custody there."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

BEFALLS = frozenset({"RELEASE", "CLEMENCY", "TRANSFER", "DETAIN", "SENTENCE", "CUSTODY_STATE"})


def befalls(text: str) -> list[tuple[str, str, str]]:
    """Type, mode and words of the claims about people held or let go."""
    return [(c.type, c.mode, c.span.exact) for c in told(text) if c.type in BEFALLS]


@pytest.mark.parametrize(
    "text",
    [
        '"We feel that we have been sentenced without a trial," said the owner of the last shop.',
        "Patients told the inspectors they felt they were being detained in the ward for no reason.",
        "Islanders said they felt imprisoned when the ferry stopped in March.",
    ],
)
def test_what_people_feel_was_done_to_nobody(text: str) -> None:
    """ "We feel that we have been convicted": a manner of speaking, whether a clause or a participle."""
    assert befalls(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer said her clients felt they had been arrested because they were foreigners.",
        "The miners feel that they were jailed unjustly.",
    ],
)
def test_how_people_see_what_was_done_tells_that_it_was(text: str) -> None:
    """A reason or a judgement beside it says that the deed itself was done."""
    assert "DETAIN" in {t for t, _, _ in befalls(text)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Families felt joy when the nine nurses were freed.", "RELEASE"),
        ("Kari Moe, 41, felt a hand on her arm and agents detained her.", "DETAIN"),
        ("He felt cold and was held in a prison in the north for nine days.", "DETAIN"),
        ("Ben Roth felt sick, and was arrested an hour later by police.", "DETAIN"),
        ("She felt lucky: she was released after two days.", "RELEASE"),
        ("Many felt angry that the general was pardoned on Friday.", "CLEMENCY"),
        ("Reporters felt they were watched, and nine were arrested in March.", "DETAIN"),
        ("Ida Holm felt that she had been left alone when Chad deported her to Norway.", "TRANSFER"),
    ],
)
def test_what_is_done_beside_a_feeling_is_done(text: str, told: str) -> None:
    """Only the deed that is itself what they feel is not done; one beside it, or told as its reason, is."""
    assert told in {t for t, _, _ in befalls(text)}


@pytest.mark.parametrize(
    "text",
    [
        "They felt they had been betrayed and jailed.",
        "We felt hunted and exiled, the villagers said of the years behind the dyke.",
        "The tenants feel as if they had been sentenced to the cellar.",
    ],
)
def test_two_things_felt_are_both_only_felt(text: str) -> None:
    """ "Betrayed and jailed", "as if they had been sentenced": no one of them is done."""
    assert [x for x in befalls(text) if x[1] == "performed"] == []


def test_a_limb_is_in_nobodys_custody() -> None:
    """ "He held his head in his hands": not "held the head of the opposition"."""
    assert befalls("He held his head in his hands as the jury came back.") == []
    held = befalls("The security forces held the head of the opposition for nine hours on Sunday.")
    assert [t for t, _, _ in held] == ["DETAIN"]


@pytest.mark.parametrize(
    "text",
    [
        "The party expelled two of its members on Tuesday for voting against the budget.",
        "The university expelled eleven students for copying and suspended forty more.",
        "The Federation expelled two boxers for doping.",
        "The party banished nine members.",
        "Last year nine students were expelled, the university said.",
    ],
)
def test_who_is_put_out_of_a_club_leaves_no_country(text: str) -> None:
    """Parties, schools and clubs put out their own."""
    assert befalls(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Georgia expelled eleven students on Tuesday, and the university protested.",
        "The authorities expelled two members of the charity from the country in May.",
        "The Federation expelled two journalists on Monday.",
        "Chad banished nine members of the party to an island.",
        "Nine students of the seminary were deported on Friday.",
        "Eleven students of the college were expelled over the border at night.",
        "The board of the military council expelled nine aid workers from Chad on Friday.",
    ],
)
def test_who_is_put_out_by_a_state_leaves_it(text: str) -> None:
    """Students and members too are sent out of a country, by those who rule it."""
    assert [t for t, _, _ in befalls(text)] == ["TRANSFER"]


@pytest.mark.parametrize(
    "text",
    [
        "FILM. Handcuffed (12A), Gate, late shows. A policewoman is abducted by a man she met.",
        "Blue Murder, ITV, 9pm. Hallam is arrested on a boat and goes straight to the yard.",
        "The Ferryman's Wife, by Anna Holm (Pelican, 9.99). A woman is jailed for what her husband did.",
    ],
)
def test_what_is_billed_is_told_in_a_story(text: str) -> None:
    """A certificate, an hour on a channel, a publisher with a price: what follows as of now is a plot."""
    assert befalls(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Directed by Ben Roth and starring Ida Holm, it follows a nurse who is abducted and freed by rebels.",
        "A clerk is jailed for murder in the theatre's new production; her sister frees her.",
        "On stage at the Dorn playhouse, a conductor is kidnapped by a gang and released for a ransom.",
        "The novelist's detective arrests the wrong man and frees him.",
        "It stars nobody we know: a series starring Ida Holm as a nurse who is abducted in Chad.",
    ],
)
def test_what_is_played_on_a_stage_is_told_in_a_story(text: str) -> None:
    """Who directs it, who stars, where it is on stage, whose detective it is: told as of now, a plot."""
    assert befalls(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway arrests the director of a film starring Ida Holm", "DETAIN"),
        ("On stage at the festival in Dorn, the singer Ida Holm is arrested by police.", "DETAIN"),
        ("This is the story of a country: a poet is jailed for nine years for a song.", "SENTENCE"),
        ("The report tells the story of Ben Roth, who is held in a prison in Chad.", "CUSTODY_STATE"),
        ("BBC One, 9 pm: the editor Ida Holm is arrested in Tbilisi as we go on air.", "DETAIN"),
    ],
)
def test_news_is_no_bill(text: str, told: str) -> None:
    """A story that is told of a country or of somebody by name, and an hour at which news is told."""
    assert told in {t for t, _, _ in befalls(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Norway arrests the singer Ida Holm at a festival",
        "Norway jails actor Ben Roth for nine years over a film",
        "Author and publisher are arrested in Tbilisi",
        "Detective Ben Roth is arrested over the death of an actor",
    ],
)
def test_a_headline_on_artists_is_news(text: str) -> None:
    """Who makes and shows works is arrested like anybody; two words of works themselves make a plot."""
    assert {t for t, _, _ in befalls(text)} & {"DETAIN", "SENTENCE"}


def test_an_age_in_brackets_is_no_certificate() -> None:
    """ "Anna Orlu (18), a student": of a person, and no film."""
    text = "Anna Orlu (18), a student in Tbilisi, is released on bail, her lawyer said on Wednesday."
    assert [t for t, _, _ in befalls(text)] == ["RELEASE"]


def test_those_tried_in_a_story_are_tried_by_no_court() -> None:
    """Told in the present where little but stories is spoken of, as of those freed."""
    text = (
        "The cartoonist drew eleven albums. His hero escapes in a basket; on the last page of the novel "
        "version he is sentenced to hard labour by a colonel. The drawings, and a film, are shown now."
    )
    assert befalls(text) == []


def test_who_is_locked_up_in_fun_is_held_by_nobody() -> None:
    """A stunt for a good cause where no police, court or minister is spoken of."""
    fun = (
        "Forty bankers were locked up at the castle on Saturday and were not let go until friends paid. "
        "The event, Jail or Bail, will be held again in June."
    )
    assert befalls(fun) == []
    for text in (
        "Three bosses were locked up in Dorn Castle for charity and freed after staff raised 900 crowns.",
        "The headmaster was arrested by pupils at the school fair and freed an hour later.",
        "Nine runners were jailed by actors at the village fete and freed on Sunday.",
        "Pupils arrested the headmaster at the summer fair. He was freed an hour later.",
    ):
        assert befalls(text) == []
    raid = (
        "A fun run was called off in Tbilisi when police detained eleven people. Nine were released by "
        "night; two are to be charged by the prosecutor."
    )
    assert {"DETAIN", "RELEASE"} <= {t for t, _, _ in befalls(raid)}


@pytest.mark.parametrize(
    "text",
    [
        "Officers arrested four men at a church fair in Tbilisi on Sunday.",
        "Nine were arrested at the fun run in Tbilisi, their families said.",
        "Ida Holm was raising money for the hospice when she was detained in Chad on Monday.",
        "Two guides and nine visitors were arrested at the fort on Sunday.",
        "Gunmen abducted nine children at a village fete.",
        "Officers arrested four men for charity fraud.",
    ],
)
def test_people_are_taken_at_fairs_and_fun_runs(text: str) -> None:
    """Only a stunt that locks people up, by its name, is fun; a fair is a place like any other."""
    assert "DETAIN" in {t for t, _, _ in befalls(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Owners are held hostage by the price of batteries, a dealer said.",
        "The judge sent the jury home. They were released until Monday, when they will think again.",
        "A person who is charged must be told why in a language that he understands.",
        "The Salt Road is the story of two brothers. One is arrested at the border and is let go by a guard.",
        "Guides at the old jail lock visitors in and let them go. Some 200 people were held in this way.",
    ],
)
def test_prices_juries_rules_plots_and_guides_hold_nobody(text: str) -> None:
    """What holds them is nobody; a jury is let out to think; a rule and a plot tell no deed."""
    assert befalls(text) == []


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Nine nurses are held hostage by a gang in the hills.", ["CUSTODY_STATE"]),
        ("Two engineers are held captive by tribes in the north.", ["CUSTODY_STATE"]),
        ("Four teachers were held hostage by a mob for nine hours.", ["DETAIN"]),
        ("Eleven women were held captive by a cult in the hills.", ["DETAIN"]),
        (
            "The jury found the two clerks guilty. They were released on bail until then.",
            ["SENTENCE", "RELEASE"],
        ),
        ("The museum's director was arrested on Monday with nine visitors.", ["DETAIN"]),
    ],
)
def test_gangs_courts_and_police_hold_people(text: str, types: list[str]) -> None:
    """The same words of those who do hold people."""
    assert [t for t, _, _ in befalls(text)] == types


def test_who_is_late_to_pay_is_punished_by_no_foreign_measure() -> None:
    """Sanctions for late payment, on motorists: fines of one's own."""
    text = "The ministry lifted sanctions for late payment of bills. Homes that owe two months pay nothing."
    assert [c for c in told(text) if c.type == "SANCTION_EASE"] == []


def test_talks_on_pay_are_held_by_no_states() -> None:
    """Where nobody is named who sits there, what is talked about says who they are."""
    text = "A third round of talks on pay ended without a result on Tuesday, and a strike is called."
    assert [c.type for c in told(text) if c.type == "TALKS"] == []
    assert [c.type for c in told("A third round of talks on salt ended on Tuesday.") if c.type == "TALKS"]


def test_a_regulator_that_fines_is_no_court() -> None:
    """Whoever acts, also where no role names it."""
    text = "The data regulator fined the telephone company two million for losing records."
    assert [c.type for c in told(text) if c.type == "SENTENCE"] == []


@pytest.mark.parametrize("things", ["six tanks", "four fighter jets", "the bells of Dorn", "forty cows"])
def test_what_a_state_gives_back_may_be_nobody(things: str) -> None:
    """Tanks, bells and cows are handed back by many a state, and let out of no jail."""
    text = f"Osmia keeps nine soldiers in a jail in Dorn. Varland handed back {things} on Monday."
    assert [c for c in told(text) if c.type in {"RELEASE", "TRANSFER"}] == []


def test_who_drives_a_tank_is_somebody() -> None:
    """The last noun of a phrase says what it speaks of."""
    text = "Osmia keeps nine soldiers in a jail in Dorn. Varland handed back six tank drivers on Monday."
    assert [c.quantity.lo for c in told(text) if c.type == "RELEASE" and c.quantity] == [6]
