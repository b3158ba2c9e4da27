"""Who the persons of an event are, by the constructions in which reports name them."""

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
        ("Ada Orlu, the rights group Kell Watch said, was freed on Monday.", ("Ada Orlu",)),
        (
            "Mehran Tavari and Bahareh Khandan, the rights group Kell Watch said, were freed on Monday.",
            ("Mehran Tavari", "Bahareh Khandan"),
        ),
        ("Ada Orlu, officials said, was freed on Monday.", ("Ada Orlu",)),
    ],
)
def test_who_says_so_between_two_commas_is_not_who_was_freed(text: str, names: tuple[str, ...]) -> None:
    """A reporting clause inside the sentence takes no subject from the clause around it."""
    assert named("RELEASE", text) == [names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nine clerks were freed on Monday, notably Ada Orlu and Ben Roth.", ("Ada Orlu", "Ben Roth")),
        ("Nine clerks were freed on Monday, a notably calm Ada Orlu said.", ()),
    ],
)
def test_notably_opens_a_list_of_some_of_them(text: str, names: tuple[str, ...]) -> None:
    """ "Notably" behind a comma names parts of a group, as "including" does."""
    assert named("RELEASE", text) == [names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Orlu's lawyer said she had been freed on Monday.", ("Ada Orlu",)),
        ("The lawyer of Ada Orlu, Ben Roth, said she had been freed on Monday.", ("Ada Orlu",)),
        ("Relatives of Ben Roth said he was freed on Monday.", ("Ben Roth",)),
    ],
)
def test_whom_a_lawyer_or_relative_tells_of_is_whose_they_are(text: str, names: tuple[str, ...]) -> None:
    """ "X's lawyer said he had been freed": X had, and not the lawyer."""
    assert named("RELEASE", text) == [names]


def test_who_behind_the_son_of_the_teller_is_the_son() -> None:
    """ "…, said X, the mother of Y, who was freed": the clause is told of the name it stands behind."""
    said = "“He is my son,” said Narges Tavari, the mother of Ben Roth, who was freed on Monday."
    assert named("RELEASE", said) == [("Ben Roth",)]
    head = "“It is over,” said Narges Tavari, the head of the nurses’ union, who was freed on Monday."
    assert named("RELEASE", head) == [("Narges Tavari",)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rosa Holt, one of nine nurses freed in May, has written a book.", [("Rosa Holt",)]),
        ("Rosa Holt has met one of nine nurses freed in May.", []),
    ],
)
def test_one_of_those_freed_is_told_by_the_name_beside_it(text: str, names: list[tuple[str, ...]]) -> None:
    """ "X, one of nine freed in May" tells that X was; "one of nine freed in May" only says which one."""
    assert named("RELEASE", text) == names


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        ("", ("Ada Orlu", "Ben Roth", "Ira Dann")),
        (", who are still in jail", ("Ada Orlu",)),
    ],
)
def test_the_other_two_are_those_left_of_three(behind: str, names: tuple[str, ...]) -> None:
    """ "One is X. The other two are Y and Z": the rest of the three, but for those told to be held yet."""
    text = "Three nurses were pardoned on Monday. One is Ada Orlu. The other two are Ben Roth and Ira Dann"
    assert named("CLEMENCY", f"{text}{behind}.") == [names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "A court convicted nine people, including Tesfalem Tadesse and Woubshet Waldyes.",
            ("Tesfalem Tadesse", "Woubshet Waldyes"),
        ),
        ("A court convicted Ada Orlu, and Ben Roth was freed.", ("Ada Orlu",)),
    ],
)
def test_two_names_joined_are_not_one(text: str, names: tuple[str, ...]) -> None:
    """ "X Y and Z V" are two persons, also where the parse takes them for one name."""
    assert named("SENTENCE", text) == [names]


def test_a_name_behind_a_calling_of_two_words_is_whose_it_is() -> None:
    """ "Freed the trade unionist X on Friday": the name says who he is, and is no time."""
    assert named("RELEASE", "The rebels freed the trade unionist Khalid al-Sarraf on Friday.") == [
        ("Khalid al-Sarraf",)
    ]


def test_a_name_behind_an_age_is_somebodys() -> None:
    """ "The 65-year-old X": only somebody has an age."""
    assert named("RELEASE", "The 65-year-old Narges Mohammadi was set free on Monday.") == [
        ("Narges Mohammadi",)
    ]


def test_who_is_sentenced_along_with_somebody_is_sentenced_too() -> None:
    """ "Along with" joins people also where they are tried; "in a case along with" joins nobody."""
    assert named("SENTENCE", "A judge sentenced Ola Marr to four years along with Karin Tolan.") == [
        ("Ola Marr", "Karin Tolan")
    ]


def test_what_is_condemned_as_a_conviction_was_one() -> None:
    """Phenomenon 2: whoever condemns a conviction takes it for passed."""
    text = "Rights groups condemned the conviction of the cartoonist Ada Orlu."
    assert [(c.mode, c.names("person")) for c in of_type("SENTENCE", text)] == [("background", ("Ada Orlu",))]
    assert not of_type("SENTENCE", "Rights groups fear the conviction of the cartoonist Ada Orlu.")


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Two students, Bantu and Lobsang, were jailed for six years.", "SENTENCE", ("Bantu", "Lobsang")),
        (
            "An opposition leader was jailed for six years. The opposition leader, Ada Orlu, is 42.",
            "SENTENCE",
            ("Ada Orlu",),
        ),
    ],
)
def test_names_beside_what_people_are_called_are_theirs(
    text: str, kind: TypeName, names: tuple[str, ...]
) -> None:
    """Whoever stands in apposition to so many people, or behind the noun of the one, is a person."""
    assert named(kind, text) == [names]


@pytest.mark.parametrize("name", ["Ada Orlu", "Hans-Joachim Orlu", "Anne-Lise Roth"])
@pytest.mark.parametrize(
    "text",
    [
        "All nine nurses were freed except for {}.",
        "All nine nurses were freed on Monday apart from {}.",
        "All nurses but {} were freed on Monday.",
    ],
)
def test_who_is_told_apart_is_somebody_and_was_not_freed(text: str, name: str) -> None:
    """Behind a word of exception stands one of the people, and no place, whatever the model takes it for."""
    claims = of_type("RELEASE", text.format(name))
    assert [(c.mode, c.names("person")) for c in claims if c.names("person")] == [("denied", (name,))]
    assert all(name not in c.names("from") for c in claims)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Nine monks were freed, the abbot Tomas Veld, the cook Jan Riis and Per Holm among them.",
            ("Tomas Veld", "Jan Riis", "Per Holm"),
        ),
        (
            "Nine monks were freed, the envoy Ola Krag said, the cook Jan Riis and Per Holm among them.",
            ("Jan Riis", "Per Holm"),
        ),
    ],
)
def test_all_names_before_among_them_are_of_them(text: str, names: tuple[str, ...]) -> None:
    """A list before "among them" is told whole, from behind whatever clause stands before it."""
    assert named("RELEASE", text) == [names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ada Orlu of the weekly Dawn and Ben Roth of Radio North were freed on Monday.",
            ("Ada Orlu", "Ben Roth"),
        ),
        ("Ada Orlu of the weekly Dawn and Ben Roth's paper was freed on Monday.", ("Ada Orlu",)),
        ("The sons of Ada Orlu and Ben Roth were freed on Monday.", ()),
    ],
)
def test_of_one_alone_no_plural_is_told(text: str, names: tuple[str, ...]) -> None:
    """ "X of A and Y of B were freed": the plural needs a second, where the first is one person."""
    assert named("RELEASE", text) == [names]


def test_no_body_calls_itself_i() -> None:
    """Who says "I" is a person, whatever the model takes the name for: "his release" is his."""
    assert named("RELEASE", "“I am free at last,” Musa Kart said after his release on Monday.") == [
        ("Musa Kart",)
    ]


def test_whose_pardon_it_is_is_somebody() -> None:
    """Whom a pardon is of is a person, and the name no place: to come as to come, done as done."""
    came = of_type("CLEMENCY", "The pardon of Ada Orlu came on Monday.")
    assert [(c.mode, c.names("person")) for c in came] == [("performed", ("Ada Orlu",))]
    awaits = of_type("CLEMENCY", "Rights groups hailed the pardon of Ada Orlu, which awaits a signature.")
    assert [c.names("person") for c in awaits if c.mode != "performed"] == [("Ada Orlu",)]
    assert all(c.mode != "performed" for c in awaits)


def test_no_body_has_a_mother() -> None:
    """ "X, the mother of Y, who was freed": Y was, also where the model takes Y for a body."""
    text = "“He is my son,” said Huang Qi, the mother of Anne-Lise Gatti-Morel, who was freed on Monday."
    assert named("RELEASE", text) == [("Anne-Lise Gatti-Morel",)]


def test_a_rank_cut_from_its_stop_is_no_name() -> None:
    """ "Lt. Col. R. K. X": ranks and stops before initials are left out, and nothing breaks on them."""
    text = "Gen. Zehra Gürsel and Lt. Col. R. K. Mehta were extradited to Peru on Monday."
    assert [c.names("person")[-1].split()[-1] for c in of_type("TRANSFER", text)] == ["Mehta"]


def test_a_town_that_was_freed_is_nobody_and_who_might_be_one_is_not_said_to_be() -> None:
    """ "X is a town that was freed" is nobody's; "if X is a spy who was jailed" tells of none."""
    assert named("RELEASE", "Ola Krag is a nurse who was freed in May.") == [("Ola Krag",)]
    assert named("DETAIN", "If Ola Krag is a spy who was jailed, Ben Roth is a hero.") == [()]


def test_a_film_that_is_released_is_nobody() -> None:
    """ "Released Red Dawn, a film": what it is says that it is no person."""
    assert of_type("RELEASE", "Chad released Red Dawn, a film on prisons.") == []
