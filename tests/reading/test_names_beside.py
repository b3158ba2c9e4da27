"""Names beside which much is told: by-names, callings, days, dashes, families, offices."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type

from detente.records import TypeName


def named(kind: TypeName, text: str) -> list[tuple[str, ...]]:
    """The persons of each claim of a type that tells of something done."""
    return [c.names("person") for c in of_type(kind, text) if c.mode != "denied"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ben Orlu, alias Bird Salt, was freed on Monday.", ("Ben Orlu",)),
        ("Ben Orlu (alias Bird Salt) was freed on Monday.", ("Ben Orlu",)),
        ("Ben Orlu and Bird Salt were freed on Monday.", ("Ben Orlu", "Bird Salt")),
    ],
)
def test_an_alias_is_no_second_person(text: str, names: tuple[str, ...]) -> None:
    """ "X, alias Y, was freed": X was, and is called so once."""
    assert named("RELEASE", text) == [names]


def test_behind_a_day_and_its_comma_stands_who_was_taken() -> None:
    """ "On 27 October 2016, X's wife Y, was detained": she was, and is no part of the day."""
    (claim,) = of_type("DETAIN", "On 27 October 2016, Orlu's wife Dua Orlu, was detained at the airport.")
    assert claim.names("person") == ("Dua Orlu",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ms Rolla Salt, head of the Nurses' Union was arrested in Dorn.", ("Rolla Salt",)),
        ("Ms Rolla Salt said that the head of the Nurses' Union was arrested in Dorn.", ()),
    ],
)
def test_a_calling_behind_a_name_is_the_same_person(text: str, names: tuple[str, ...]) -> None:
    """ "X, head of Y was arrested", with one comma: X was."""
    assert named("DETAIN", text) == [names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            'Three in the so-called "Kell case" - Ada Orlu, Ben Roth and Ira Dann - were pardoned.',
            ("Ada Orlu", "Ben Roth", "Ira Dann"),
        ),
        ("Four clerks in the case - a pet matter of Ada Orlu - were pardoned.", ()),
    ],
)
def test_between_dashes_as_many_names_as_are_counted_are_theirs(text: str, names: tuple[str, ...]) -> None:
    """ "Three in the case - X, Y and Z - were pardoned": the three by name, and nobody else."""
    assert [x for x in named("CLEMENCY", text) if x] == [names] * bool(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Paul and Rachel Orlu flew to Dorn on Monday. Pirates freed the couple.",
            ("Paul Orlu", "Rachel Orlu"),
        ),
        ("Pirates freed Ira and Rachel Orlu on Monday. The siblings wept.", ("Ira Orlu", "Rachel Orlu")),
    ],
)
def test_of_a_couple_the_first_has_the_surname_of_the_second(text: str, names: tuple[str, ...]) -> None:
    """ "Paul and Rachel Orlu … the couple": both are called Orlu."""
    assert names in named("RELEASE", text)


def test_of_two_who_are_no_family_none_lends_a_name() -> None:
    """ "Krag and Rachel Orlu": nothing says that they are of one family."""
    text = "Krag and Rachel Orlu flew to Dorn on Monday, and pirates handed over the two."
    assert not any("Krag Orlu" in c.names("person") for c in of_type("TRANSFER", text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Orlu freed nine nuns. Ben Orlu, the president, met them.", "Ben Orlu"),
        ("President Orlu freed nine nuns. Ben Orlu took office in May.", "Ben Orlu"),
        ("President Orlu freed nine nuns. Ben Orlu, a lawyer, met them.", "Orlu"),
        ("President Orlu freed nine nuns. Ben Orlu, the president of a club, met them.", "Orlu"),
    ],
)
def test_a_president_told_in_full_further_on_is_one_with_the_first(text: str, name: str) -> None:
    """ "President X … Y X, the president": one man; "Y X, a lawyer" is another."""
    assert [c.names("releaser") for c in of_type("RELEASE", text)] == [(name,)]


def test_a_president_told_before_is_not_the_freed_man_of_his_name() -> None:
    """ "President Orlu did not pardon her. … Ben Orlu, a lawyer, was freed": the president is another."""
    text = "President Orlu did not pardon Ada Salt. A court freed the lawyer Ben Orlu in May."
    (claim,) = of_type("CLEMENCY", text)
    assert claim.names("granter") == ("Orlu",)
    text = "President Orlu did not pardon Ada Salt. President Ben Orlu spoke on Monday."
    (claim,) = of_type("CLEMENCY", text)
    assert claim.names("granter") == ("Ben Orlu",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chad freed Dawn daily Editor-in-Chief Musa Kell on Monday. Kell wept.", ("Musa Kell",)),
        ("Chad pardoned nine. Kell Bloggers Ada Orlu and Ben Roth were freed.", ("Ada Orlu", "Ben Roth")),
    ],
)
def test_paper_office_and_calling_are_no_part_of_a_name(text: str, names: tuple[str, ...]) -> None:
    """ "Dawn daily Editor-in-Chief X", "Kell Bloggers X and Y": the name begins behind them."""
    assert names in named("RELEASE", text)


def test_who_speaks_behind_a_comma_was_not_pardoned() -> None:
    """ "… granted for X, lawyer Y, a member of the board, said": Y says so, and no more."""
    told = "Zyad el-Kellimy, 42, was jailed. "
    said = (
        '"A presidential pardon has been granted" for Kellimy, lawyer Tariq Al-Awadi, a member of the board, '
    )
    assert named("CLEMENCY", told + said + "said on social media.") == [("Zyad el-Kellimy",)]


def test_a_number_of_others_behind_a_name_is_told_of_themselves() -> None:
    """ "X, seven members of the union arrested in May, and two others": the seven were arrested."""
    text = "Among them were writer Ada Orlu, seven members of the union arrested in May, and two others."
    assert all(x == () for x in named("DETAIN", "Chad pardoned twelve people. " + text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Chad freed two others along with Ada Orlu, naming them as Ben Roth and Ira Dann.",
            ("Ada Orlu", "Ben Roth", "Ira Dann"),
        ),
        ("Chad freed two men. The judges, naming them as usual, wept.", ()),
    ],
)
def test_whom_a_report_names_them_as(text: str, names: tuple[str, ...]) -> None:
    """ "Two others, naming them as X and Y": they are X and Y."""
    assert [tuple(sorted(x)) for x in named("RELEASE", text)] == [names]


def test_a_former_deputy_and_lawyer_is_one_man() -> None:
    """ "Pardoned a former deputy, lawyer and campaigner. X, 42, …": one article, one man, and X is he."""
    name = "Ben Roth, 42, was jailed in 2019."
    assert named("CLEMENCY", "Chad has pardoned a former deputy, lawyer and campaigner. " + name) == [
        ("Ben Roth",)
    ]
    assert named("CLEMENCY", "Chad has pardoned a nun and a lawyer. " + name) == [(), ()]


def test_all_three_are_those_told_as_tried_where_they_are_as_many() -> None:
    """ "X was jailed. Y and Z were fined. The three …": all who were told as tried, by name."""
    text = "Ada Orlu was sentenced to a year. Ben Roth was sentenced to two, and Ira Dann to six. "
    assert named("DETAIN", text + "The three were arrested in May.")[-1] == (
        "Ada Orlu",
        "Ben Roth",
        "Ira Dann",
    )
    assert named("DETAIN", text + "Police took three nuns. The three were arrested in May.")[-1] == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nine were freed. Also walking free are the lawyer Ada Orlu and the rapper Bird.", "Ada Orlu"),
        (
            "Nine were freed. Also walking free are prisoners like the lawyer Ada Orlu and six others.",
            "Ada Orlu",
        ),
        ("Nine were freed. Another of the freed prisoners is Ada Orlu, a nurse.", "Ada Orlu"),
    ],
)
def test_also_walking_free_and_another_of_the_freed(text: str, names: str) -> None:
    """Who is told beside the freed is freed."""
    assert (names,) in named("RELEASE", text)


def test_who_is_about_to_go_home_is_not_home() -> None:
    """ "Was about to go home a free man": not yet."""
    assert {c.mode for c in of_type("RELEASE", "Ada Orlu was about to go home a free woman.")} <= {"intended"}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Orlu's return to prison on Monday shocked her friends.",
        "After Ada Orlu's return to Kell Prison, her husband wept.",
        "Ada Orlu returned to Kell Prison on Monday after a brief furlough.",
    ],
)
def test_a_return_to_prison_is_an_arrest_and_no_release(text: str) -> None:
    """Who goes back inside was not handed over."""
    assert not of_type("RELEASE", text)
    assert named("DETAIN", text) == [("Ada Orlu",)]


def test_a_return_home_is_still_a_release_and_a_visit_no_arrest() -> None:
    """ "The return of nine captives to Norway" is told as before; an inspector who returns is not held."""
    assert named("RELEASE", "The return of nine captives to Norway was welcomed.")
    assert not of_type("DETAIN", "Chad freed two. The inspector returned to prison on Monday to see her.")


def test_who_is_taken_back_at_once_was_out_for_a_while() -> None:
    """ "Freed her, and then took her back to her cell": past; "and took her home" is today's release."""
    (claim,) = of_type("RELEASE", "Wardens released Ada Orlu, and then took her back to her cell.")
    assert claim.mode == "background"
    assert of_type("RELEASE", "Wardens released Ada Orlu and took her home.")[0].mode == "performed"


def test_among_the_pardoned_is_pardoned_and_no_more() -> None:
    """READING: who is among the pardoned was not told to be let go."""
    text = "Chad pardoned nine people. Among them are Ada Orlu and Ben Roth."
    assert not of_type("RELEASE", text)
    assert ("Ada Orlu",) in named("CLEMENCY", text)


def test_whom_his_wife_tells_of_is_not_the_wife() -> None:
    """ "X's wife, Y, said that he was not asked, but was put on a plane": X was."""
    told = "Ben Roth, 41, was jailed in May. Roth's wife, Dua Salt, told Radio Dorn that he was not asked, "
    (claim,) = of_type("TRANSFER", told + "but was taken straight from his cell to the airport.")
    assert claim.names("person") == ("Ben Roth",)


def test_what_goes_on_behind_have_been_is_done_to_them() -> None:
    """ "Have been alone in a cell and denied care": they are not those who deny it."""
    (claim,) = of_type(
        "HARM", "Ada Orlu and Ben Roth have been in solitary confinement and denied medical care."
    )
    assert claim.names("alleged_actor") == ()


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Chad freed three out of 11 women detained last year.", [3]),
        ("Chad freed 11 women out of mercy.", [11]),
    ],
)
def test_three_out_of_eleven_are_three(text: str, many: list[int]) -> None:
    """ "Three out of 11 women" were freed: nobody tells that the eleven were."""
    assert [c.quantity.lo for c in of_type("RELEASE", text) if c.quantity is not None] == many


def test_amnesty_that_names_people_is_no_amnesty() -> None:
    """ "Amnesty identified the freed women": the body speaks, and nobody is pardoned."""
    assert not of_type("CLEMENCY", "Chad freed two women. Amnesty identified the freed women as X and Y.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ZLHR said, “Detention of our lawyer Obey Mash is strongly condemned, he must be freed.”", False),
        ("Obey Mash was condemned to death by a court in Dorn.", True),
    ],
)
def test_what_is_strongly_condemned_is_not_sentenced(text: str, told: bool) -> None:
    """Who is condemned to nothing is blamed."""
    assert bool(of_type("SENTENCE", text)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad freed two. Rasha Orlu was taken in for questioning as she was on her way home.", False),
        ("Chad freed two. Rasha Orlu was on her way home from prison on Friday.", True),
    ],
)
def test_the_way_home_on_which_somebody_is_taken_is_no_way_out(text: str, told: bool) -> None:
    """ "Was taken in as she was on her way home": the scene of her arrest."""
    assert any("Rasha Orlu" in x for x in named("RELEASE", text)) is told


@pytest.mark.parametrize(
    "text",
    [
        "Oun Orlu, 49, and Yeang Roth, 35 were freed on bail on Friday.",
        "Oun Orlu, 49, and Yeang Roth, 35, were freed on bail on Friday.",
    ],
)
def test_an_age_before_the_verb_is_no_number_of_people(text: str) -> None:
    """ "X, 49, and Y, 35 were freed": two."""
    (claim,) = of_type("RELEASE", text)
    assert claim.quantity is None or claim.quantity.hi == 2


def test_who_is_insulted_was_not_taken_along() -> None:
    """ "Arrested along with X, and charged with insulting Y": Y was not arrested."""
    told = "Ben Salt was arrested along with Hun Kell, and charged with insulting Ada Orlu."
    assert not any("Ada Orlu" in x for x in named("DETAIN", told))


def test_a_daily_is_nobody_who_is_held() -> None:
    """ "X, a reporter for the daily Al-Kell, who has been held": X has."""
    text = "Ira Dann, a reporter for the daily Al-Kell, who has been held since May, was freed on Sunday."
    assert named("DETAIN", text) == [("Ira Dann",)]


def test_one_of_many_swept_up_and_one_still_under_arrest() -> None:
    """ "Was among 200 lawyers and activists swept up": she was; "is still under arrest": a state."""
    assert named("DETAIN", "Ada Wang was among more than 200 lawyers and activists swept up in 2015.") == [
        ("Ada Wang",)
    ]
    held = of_type("CUSTODY_STATE", "Hun Kell, meanwhile, is still under arrest in Dorn prison.")
    assert [c.names("person") for c in held] == [("Hun Kell",)]


def test_somebody_may_be_called_by_a_middle_name() -> None:
    """ "Ricardo Kell Orlu … Kell was freed": one name of the text has it."""
    text = "Ricardo Kell Orlu was jailed in May. Kell was freed on Monday."
    assert named("RELEASE", text) == [("Ricardo Kell Orlu",)]


def test_they_are_all_whom_one_deed_befell() -> None:
    """ "Arrested MP X and activists Y and Z. They …": all three."""
    text = "Police arrested activists MP Joana Kell and activists Ada Roth and Ira Dann. They were freed."
    assert named("RELEASE", text) == [("Joana Kell", "Ada Roth", "Ira Dann")]


def test_whom_her_own_sentence_calls_she_is_no_he() -> None:
    """ "Ada Orlu was embraced by her son. … He was abducted": somebody else was."""
    text = "Ada Orlu, freed on Monday, was embraced by her son. “It was hard,” said Ben Roth. "
    text += "He was abducted in May."
    assert not any(
        "Ada Orlu" in c.names("person") for c in of_type("DETAIN", text) if "abducted" in c.span.exact
    )


def test_among_the_prisoners_there_is_one_by_name() -> None:
    """ "Among the 14 prisoners, there is X": X is one of them."""
    text = (
        "Chad pardoned 14 activists. According to a decree, among the 14 prisoners, there is Mr. Meach Kell."
    )
    assert ("Meach Kell",) in named("CLEMENCY", text)


def test_each_line_of_a_list_may_name_several_behind_its_colon() -> None:
    """ "- nurses: X and Y": both, and those of the other lines."""
    text = "Seven people have been jailed:\n- nurses: Ada Orlu, Ben Roth, Ira Dann;\n"
    text += "- clerks: Ola Krag and Una Salt;"
    assert ("Ada Orlu", "Ben Roth", "Ira Dann", "Ola Krag", "Una Salt") in named("DETAIN", text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Officials said hostage Angelo Kell had not been seen by diplomats.", ("Angelo Kell",)),
        ("Officials said hostage Angelo dela Kell had not been seen yet.", ("Angelo dela Kell",)),
        ("Officials said hostage Angelo Kell was still being held.", ()),
    ],
)
def test_the_hostage_of_the_next_sentence_is_whom_the_report_opens_with(
    text: str, names: tuple[str, ...]
) -> None:
    """ "A driver held hostage has been freed. … hostage X …": X, where X is not told to be held yet."""
    assert named("RELEASE", "A Danish driver held hostage in Chad has been freed. " + text)[0] == names


def test_a_short_surname_is_somebody_where_it_was_told_in_full() -> None:
    """ "Cu Ha Vu … Vu was sentenced": he was, though the model takes Vu for a noun."""
    text = "Cu Huy Ha Vu arrived in Dorn with his wife Monday. "
    text += "Vu was sentenced in April 2011 to seven years in prison."
    assert named("SENTENCE", text) == [("Cu Huy Ha Vu",)]


def test_who_went_missing_along_with_others_and_they() -> None:
    """ "X, along with the activists Y and Z, went missing": all three."""
    text = "Ada Kell, along with activists Waqas Orlu and Aasim Roth, went missing in May."
    (claim,) = of_type("CUSTODY_STATE", text)
    assert claim.names("person") == ("Ada Kell", "Waqas Orlu", "Aasim Roth")


def test_still_in_detention_however_are_those_named_behind() -> None:
    """ "Still in detention, however, are X and Y": held, and not freed."""
    text = (
        "Chad freed two clerks. Still in detention, however, are the clerk Ada Orlu and the nurse Ben Roth."
    )
    held = {name for c in of_type("CUSTODY_STATE", text) for name in c.names("person")}
    assert held == {"Ada Orlu", "Ben Roth"}
    assert not any("Ada Orlu" in x for x in named("RELEASE", text))
