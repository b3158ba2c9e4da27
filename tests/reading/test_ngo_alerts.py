"""How rights bodies write: their names, whom they name, what they condemn, of whom they ask something."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type


def _people(text: str, kind: str, mode: str) -> set[str]:
    return {n for c in of_type(kind, text) if c.mode == mode for n in (*c.names("person"), *c.names("group"))}


@pytest.mark.parametrize("body", ["Committee to Protect Editors", "Dorn-based Campaign to Free Captives"])
def test_a_verb_in_a_bodys_name_is_part_of_the_name(body: str) -> None:
    """The whole name is the source, and the infinitive in it asks for nothing."""
    text = f"Chad freed nine men on Monday, the {body} said."
    (found,) = of_type("RELEASE", text)
    assert [link.name for link in found.attribution] == [body]
    assert found.mode == "performed"


@pytest.mark.parametrize(
    "text",
    [
        "It urges Malian officers to free journalist Ada Orlu.",
        "Malian officers must free journalist Ada Orlu.",
        "Amnesty called on Mali to immediately free student Ada Orlu.",
    ],
)
def test_free_before_a_calling_and_a_name_is_a_verb(text: str) -> None:
    """ "To free journalist X" asks for her release: she is no *free journalist*."""
    assert _people(text, "RELEASE", "demanded") == {"Ada Orlu"}


def test_a_plan_or_a_place_named_free_is_no_verb() -> None:
    """Without *to* or a modal the word is an adjective."""
    assert of_type("RELEASE", "The free journalist Ada Orlu spoke in Dorn.") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Mali must free Ada Orlu, a cartoonist for the Dornpost newspaper, who was jailed in May.",
            "Ada Orlu",
        ),
        ("Mali must free Ada Orlu, a lawyer for the editor Ben Roth, who was jailed in May.", "Ben Roth"),
        ("Mali freed a member of the opposition party, who had been jailed since May.", "member"),
    ],
)
def test_who_is_somebody(text: str, who: str) -> None:
    """A relative clause with *who* is not of the newspaper or party right before it."""
    assert _people(text, "DETAIN", "background") == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ada Orlu is a poet who was arrested in 2018.", {"Ada Orlu"}),
        ("She is no poet who was arrested in 2018.", set()),
        ("Ada Orlu met a poet who was arrested in 2018.", {"poet"}),
    ],
)
def test_what_befell_what_she_is_befell_her(text: str, who: set[str]) -> None:
    """ "X is a poet who was arrested" tells of X."""
    assert _people(text, "DETAIN", "background") - {"poet", "no poet"} == who - {"poet"}
    assert ("poet" in _people(text, "DETAIN", "background")) is ("poet" in who)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The minister took to Facebook to announce that Chad had freed nine miners.", "performed"),
        ("The president went on television to say nine miners had been freed.", "performed"),
        ("The minister went to Dorn to free nine miners.", "intended"),
    ],
)
def test_to_say_so_is_no_purpose_of_the_deed(text: str, mode: str) -> None:
    """What somebody goes on air to tell stands by itself; what somebody goes to do is intended."""
    assert {c.mode for c in of_type("RELEASE", text)} == {mode}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The notice did not identify the prisoners being freed on Friday.", "performed"),
        ("There was no sign of the nine prisoners being freed.", "denied"),
    ],
)
def test_not_to_name_them_is_not_to_deny_it(text: str, mode: str) -> None:
    """Who they are is left unsaid, not whether they were freed."""
    assert {c.mode.replace("background", "performed") for c in of_type("RELEASE", text)} == {mode}


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The league condemned the Chadian army's sentencing of two editors on charges of incitement.", True),
        ("The league waits for the sentencing of two editors.", False),
    ],
)
def test_a_sentencing_that_is_blamed_took_place(text: str, whose: bool) -> None:
    """ "Condemned the sentencing of X" tells the sentence; a hearing to come does not."""
    assert ("two editors" in {n for c in of_type("SENTENCE", text) for n in c.names("group")}) is whose


def test_those_to_be_freed_are_not_asked() -> None:
    """ "Called for them to be freed": who is asked is not told."""
    text = "The league condemned the arrest of two editors and called for them to be released."
    (asked,) = of_type("DEMAND", text)
    assert not asked.names("addressee")


def test_who_gets_a_sentence_does_not_pass_it() -> None:
    """ "And jailing her again is cruel": the gerund is what is cruel, and has no subject of its own."""
    text = '"Ada Orlu is serving nine months in Chad and sentencing her to two more years is cruel," it said.'
    assert all("Ada Orlu" not in c.names("authority") for c in of_type("SENTENCE", text))


def test_who_is_cited_is_of_no_nation() -> None:
    """ "13,200 made use of the law, citing Chad's attorney general" tells no nation of anybody."""
    text = (
        "“More than 13,200 people made use of the law,” it said on Tuesday, citing Chad’s attorney general."
    )
    assert of_type("ATTRIBUTE", text) == []


@pytest.mark.parametrize(
    ("text", "offence"),
    [
        ("Ada Orlu was jailed for two years for spreading false news.", "spreading false news"),
        ("Ada Orlu was jailed for two years for insulting the king on Monday.", "insulting the king"),
        ("Ada Orlu was sentenced on an undisclosed date to two years.", None),
    ],
)
def test_an_offence_is_told_whole(text: str, offence: str | None) -> None:
    """A gerund comes with its object; a date is no offence."""
    found = {n for c in of_type("SENTENCE", text) for n in c.names("offence")}
    assert found == ({offence} if offence else set())


@pytest.mark.parametrize(
    "body", ["Bring Back Our Girls movement", "Save Our Sons group", "Let Them Out coalition"]
)
def test_a_body_called_by_a_cry_is_one_name(body: str) -> None:
    """Capitals between *the* and what the body is are its name, whatever parts of speech they are."""
    (found,) = of_type("RELEASE", f"Chad freed nine men, the {body} said on Monday.")
    assert [link.name for link in found.attribution] == [body]


def test_a_cry_that_opens_the_sentence_asks_for_nothing() -> None:
    """ "The Let Them Go campaign met": a name, whose article is none of it, and no demand."""
    assert of_type("RELEASE", "The Let Them Go campaign met the mayor.") == []


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The president went so far as to ban salt exports from Chad.", "performed"),
        ("The president would not go so far as to ban salt exports from Chad.", None),
    ],
)
def test_to_go_so_far_as_to_do_it_is_to_do_it(text: str, mode: str | None) -> None:
    """ "So far as to" tells a deed done, where its *go* is told plainly."""
    found = {c.mode for c in of_type("SANCTION_IMPOSE", text)}
    assert ("performed" in found) is (mode == "performed")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Prosecutors were seeking a 10-year jail term for Ben Roth.", {"Ben Roth"}),
        ("Prosecutors were seeking a 10-year jail term.", set()),
    ],
)
def test_who_seeks_a_term_does_not_get_it(text: str, who: set[str]) -> None:
    """A term that prosecutors ask for is for whom they name, never for them."""
    assert {n for c in of_type("SENTENCE", text) for n in (*c.names("person"), *c.names("group"))} == who


def test_behind_the_comma_the_speaker_goes_on() -> None:
    """ "X reported that nine were freed, describing it as a start": X describes it, not the nine."""
    text = "Ada Orlu reported that around 100 inmates were freed, describing the pardon as “a step forward”."
    assert {n for c in of_type("STATEMENT", text) for n in c.names("speaker")} == {"Ada Orlu"}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("This comes five months after a previous pardon of 1,500 inmates.", "background"),
        ("This comes five days after a pardon of 1,500 inmates.", "performed"),
    ],
)
def test_a_previous_pardon_is_background(text: str, mode: str) -> None:
    """What is called previous or earlier is no news."""
    assert {c.mode for c in of_type("CLEMENCY", text)} == {mode}


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Chad freed Ada Orlu, a nurse who has lived in Norway for more than two decades.", False),
        ("Chad freed nine bakers. Two of the bakers now live in Norway.", True),
    ],
)
def test_to_have_lived_there_for_years_is_no_journey(text: str, moved: bool) -> None:
    """Where somebody has lived for decades is not where the release took them."""
    assert bool(of_type("TRANSFER", text)) is moved


@pytest.mark.parametrize(
    ("text", "mandated"),
    [
        ("He was not authorised to speak to the media.", False),
        ("Ben Roth spoke on behalf of the peace office.", True),
        ("Ben Roth, who reports to the peace office, led the team.", True),
    ],
)
def test_to_speak_to_somebody_is_no_mandate(text: str, mandated: bool) -> None:
    """Who speaks for a body has a mandate; who speaks to it has none."""
    assert bool(of_type("MANDATE", text)) is mandated


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The head of Chad’s main opposition party was arrested on Friday.",
            "head of Chad’s main opposition party",
        ),
        ("The head of Chad was arrested on Friday.", "head of Chad"),
    ],
)
def test_the_head_of_a_party_is_not_the_head_of_its_state(text: str, who: str) -> None:
    """An *of* runs on to the end of what is owned."""
    assert {n for c in of_type("DETAIN", text) for n in c.names("group")} == {who}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        (
            "Ada Orlu will stay in Dorn for a day before flying to Norway, which brokered her release.",
            "intended",
        ),
        (
            "Ada Orlu stayed in Dorn for a day before flying to Norway, which brokered her release.",
            "performed",
        ),
    ],
)
def test_what_comes_after_a_plan_is_planned(text: str, mode: str) -> None:
    """A deed behind *before* stands as the verb that it follows."""
    assert {c.mode.replace("background", "performed") for c in of_type("TRANSFER", text)} == {mode}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Chad freed Ada Orlu in May.", {"Ada Orlu"}),
        ("Troops freed Ada Orlu in May.", set()),
        ("Chad freed Port Orlu in May.", set()),
        ("Chad freed Orlu Heights after a battle.", set()),
        ("Chad freed Kell Island on Monday.", set()),
    ],
)
def test_a_name_that_a_state_frees_is_somebodys(text: str, who: set[str]) -> None:
    """A name of two words that no list knows is a person's, be it taken for a town, where nobody fights."""
    assert {n for c in of_type("RELEASE", text) for n in c.names("person")} == who


def test_the_state_of_a_pact_after_a_release_is_not_the_releases() -> None:
    """ "The status of the pact following her release is unclear" leaves the release as it was told."""
    text = "Chad released Ben Roth. The status of the pact following Ben Roth’s release remains unclear."
    assert {c.mode for c in of_type("RELEASE", text)} <= {"performed", "background"}
    assert of_type("RELEASE", text)


def test_a_mission_to_a_state_is_no_body_with_a_verb_in_its_name() -> None:
    """ "The mission to Chad freed nine": nothing says that Chad held them."""
    (freed,) = of_type("RELEASE", "The UN Mission to Chad freed nine monks.")
    assert freed.names("from") == ()


@pytest.mark.parametrize(
    "opening",
    ["Notably absent from this clemency are", "Missing from the list are"],
)
def test_who_is_absent_from_a_pardon_is_not_pardoned(opening: str) -> None:
    """Those whom the next sentence names of the absent are never told as freed."""
    text = (
        f"Chad pardoned 29 prisoners. {opening} leaders of the strike. "
        "These include Ada Orlu, a nurse; Ben Roth, who was jailed in 2020; and Per Lund, a cook."
    )
    assert {c.mode for c in of_type("RELEASE", text)} == {"denied"}
    assert {n for c in of_type("CLEMENCY", text) for n in c.names("person")} == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Other leaders, like activist Ada Orlu and lawyer Ben Roth, remain in custody.",
            {"Ada Orlu", "Ben Roth"},
        ),
        ("The nine monks, like Ada Orlu before them, remain in custody.", set()),
    ],
)
def test_like_gives_some_of_a_group(text: str, who: set[str]) -> None:
    """ "Leaders, like X and Y": they are of the leaders; whom nine people are like is not of the nine."""
    assert {n for c in of_type("CUSTODY_STATE", text) for n in c.names("person")} == who


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The Red Cross supports the process of releasing the nine women.", "intended"),
        ("Chad completed the process of releasing the nine women on Monday.", "performed"),
    ],
)
def test_a_process_is_under_way_until_it_is_completed(text: str, mode: str) -> None:
    """What a process is to bring has not come, unless the process is told to be at an end."""
    assert {c.mode for c in of_type("RELEASE", text)} == {mode}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        (
            "The band holds four cooks, whose release President Sallah has set as a condition for talks.",
            "demanded",
        ),
        ("The president has set the release of the four as a condition for talks.", "demanded"),
        ("The president celebrated the release of the four as a guest of Chad.", "performed"),
    ],
)
def test_a_release_set_as_a_condition_has_not_come(text: str, mode: str) -> None:
    """Whose release is made a condition is still held."""
    assert {c.mode for c in of_type("RELEASE", text)} == {mode}


@pytest.mark.parametrize(
    ("text", "freed"),
    [
        ("Ben Roth was released independently of the exchange.", True),
        ("Ben Roth was released of the obligation.", False),
    ],
)
def test_released_independently_of_an_exchange_is_released(text: str, freed: bool) -> None:
    """What a release is independent of is not what somebody is released of."""
    assert bool(of_type("RELEASE", text)) is freed


def test_a_release_pending_trial_is_of_whom_is_tried() -> None:
    """ "The release pending trial of X" frees X."""
    text = "A court in Dorn ordered the release pending trial of philanthropist Omar Kaya on Tuesday."
    assert _people(text, "RELEASE", "performed") == {"Omar Kaya"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("President Omar Sallah has commuted the death sentences of 47 inmates to life imprisonment.", set()),
        ("The judge read out a nine-year sentence.", set()),
        ("Ada Orlu completed a nine-year sentence in May.", {"Ada Orlu"}),
        ("Ada Orlu had served two months of a nine-year sentence.", {"Ada Orlu"}),
    ],
)
def test_who_deals_with_a_term_need_not_bear_it(text: str, who: set[str]) -> None:
    """A term is theirs who serve, get or face it, and not theirs who commute it or read it out."""
    found = [c for c in of_type("SENTENCE", text) if c.mode == "background"]
    assert {n for c in found for n in (*c.names("person"), *c.names("group"))} == who
