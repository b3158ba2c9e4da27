"""Who was visited inside, whose list it is, what applies again, and names that another sentence gives."""

from __future__ import annotations

import pytest
from tests.reading.reports import of_type, only, told


@pytest.mark.parametrize(
    ("text", "who", "day"),
    [
        ("Ana Gorin was not freed. A nun visited her in Dorn prison on 2 March.", "Ana Gorin", "2026-03-02"),
        ("Ivo Masek has never left Dorn colony. A nun saw him there on 1 March.", "Ivo Masek", "2026-03-01"),
        ("Lena Roth is still held. A nun met her in Dorn prison on Monday.", "Lena Roth", "2026-03-02"),
    ],
)  # fmt: skip
def test_who_is_visited_in_prison_is_held_there_that_day(text: str, who: str, day: str) -> None:
    """Custody as of the day of the visit (CODEBOOK D3)."""
    held = {n: c.as_of for c in of_type("CUSTODY_STATE", text) for n in c.names("person") if c.as_of}
    days = {c.as_of for c in of_type("CUSTODY_STATE", text) if who in c.names("person")}
    assert day in days, held


def test_who_is_seen_there_is_where_the_report_last_told() -> None:
    """ "There" is the prison told before."""
    text = "Ivo Masek has never left Dorn colony, said his wife. She saw him there on 28 February."
    assert ("Dorn colony",) in [c.names("place") for c in of_type("CUSTODY_STATE", text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Gorin has not been released. Her lawyer was not allowed to visit her in prison.",
        "Nine miners were freed. The minister met the governor in the prison on Monday.",
        "Ana Gorin has not been released. Her brother will visit her in jail on Friday.",
    ],
)
def test_a_visit_that_was_not_or_to_an_office_holds_nobody(text: str) -> None:
    """Only what happened, and only those who may be held."""
    assert not [c for c in of_type("CUSTODY_STATE", text) if c.rule == "custody.visited"]


def test_a_list_called_by_its_name_is_its_states() -> None:
    """The SDN List is that of the United States; a list without a name is nobody's."""
    claim = only("SANCTION_EASE", "Dorn Shipping was removed from the SDN List on Monday.")
    assert claim.names("authority") == ("United States",)
    claim = only("SANCTION_EASE", "Dorn Shipping was removed from the sanctions list on Monday.")
    assert "United States" not in claim.names("authority")


@pytest.mark.parametrize(
    "text",
    [
        "The ban on timber from Osmia has applied again since 1 February.",
        "The Council said that the embargo on arms is in force again.",
        "From 2 March the freeze on the assets of Dorn Metals applies again.",
    ],
)
def test_a_measure_that_applies_again_is_put_back(text: str) -> None:
    """What was suspended and applies again is reimposed (CODEBOOK S1)."""
    assert "reimpose" in [c.sub for c in of_type("SANCTION_IMPOSE", text)]


def test_a_freeze_on_somebodys_assets_is_on_its_owner() -> None:
    """ "The assets of the cotton board": the board is the target."""
    claim = only("SANCTION_EASE", "The Council suspended the freeze on the assets of Dorn Cotton Board.")
    assert claim.names("target") == ("Dorn Cotton Board",)


@pytest.mark.parametrize(
    "text",
    [
        "Varland freed three monks. The abbot named them as Ivo Masek, Leo Brandt and Ruben Asker.",
        "Varland freed three monks. The monks were identified as Ivo Masek, Leo Brandt and Ruben Asker.",
        "Varland freed 8 monks. They were named by nuns as Ivo Masek, Leo Brandt, Ruben Asker and others.",
    ],
)
def test_who_is_named_as_one_of_them_is_one_of_them(text: str) -> None:
    """ "Named them as", "were identified as"."""
    freed = {n for c in of_type("RELEASE", text) for n in c.names("person")}
    assert freed == {"Ivo Masek", "Leo Brandt", "Ruben Asker"}


@pytest.mark.parametrize(
    "text",
    [
        "Varland freed three monks. The abbot gave their names as Ivo Masek, Leo Brandt and Ruben Asker.",
        "Varland freed three men. Their names are Ivo Masek, Leo Brandt and Ruben Asker.",
        "Varland freed three monks. The freed: Ivo Masek, Leo Brandt and Ruben Asker.",
        "Varland freed three monks. The three – Ivo Masek, Leo Brandt and Ruben Asker – were met by nuns.",
        "Varland freed three men. A lawyer named the prisoners as Ivo Masek, Leo Brandt and Ruben Asker.",
    ],
)
def test_all_of_a_group_may_be_named_in_another_sentence(text: str) -> None:
    """By "their names", behind a colon, between dashes."""
    freed = {n for c in of_type("RELEASE", text) for n in c.names("person")}
    assert freed == {"Ivo Masek", "Leo Brandt", "Ruben Asker"}


def test_who_went_is_named_where_as_many_are_named_as_went() -> None:
    """ "Named them as": all of them, also of those who travelled."""
    names = "Ivo Masek, Leo Brandt and Ruben Asker"
    text = f"Three freed monks reached Oslo on Monday. Norway named them as {names}."
    assert set(only("TRANSFER", text).names("person")) == {"Ivo Masek", "Leo Brandt", "Ruben Asker"}
    more = text.replace("Three freed", "Nine freed")
    assert only("TRANSFER", more).names("person") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Varland freed a poet and two nuns. The poet, Ivo Masek (44), was met by his sister.",
        "Varland freed a poet on Monday. The poet Ivo Masek had been held since May.",
        "Varland freed 30 men. The best known of the men is the poet Ivo Masek.",
        "Varland freed 30 men. The youngest among them, Ivo Masek, is 18.",
    ],
)
def test_one_of_the_freed_is_named_by_what_he_is(text: str) -> None:
    """The noun told before with "a", now with "the"; "the youngest among them"."""
    assert "Ivo Masek" in {n for c in of_type("RELEASE", text) for n in c.names("person")}


@pytest.mark.parametrize(
    "text",
    [
        "Varland freed a spy on Monday. In London the spy Ivo Masek wrote a novel.",
        "Varland freed a spy on Monday. It rained. The spy Ivo Masek wrote a novel in London.",
        "Varland freed a poet on Monday. The poet laureate, Ivo Masek, read a poem.",
    ],
)
def test_another_of_the_same_calling_is_none_of_the_freed(text: str) -> None:
    """Who is introduced by what he is may be somebody else."""
    assert only("RELEASE", text).names("person") == ()


def test_who_says_so_is_none_of_the_freed() -> None:
    """ "The poet, Ivo Masek said, is well": the speaker's name."""
    text = "Varland freed a poet on Monday. The poet, Ivo Masek said, is well."
    assert only("RELEASE", text).names("person") == ()


def test_several_prisons_are_left_as_one_is() -> None:
    """ "Have left the country's prisons"."""
    claim = only("RELEASE", "Since Monday 300 people have left Osmia's prisons, the prison service said.")
    assert claim.quantity is not None
    assert claim.quantity.lo == 300


def test_a_player_released_on_a_free_transfer_left_a_club() -> None:
    """A release of football."""
    assert not [
        c for c in told("The winger Ivo Masek was released on a free transfer.") if c.type == "RELEASE"
    ]


def test_a_figure_that_was_given_as_is_taken_back() -> None:
    """ "Put the total … at 28": 28 is denied, and its number known."""
    text = "A previous version of this report put the total of dockers who walked out of jail at 28."
    claim = only("RELEASE", text)
    assert claim.quantity is not None
    assert (claim.mode, claim.quantity.lo) == ("denied", 28)


def test_a_first_name_is_no_preposition() -> None:
    """Names that the model does not know stand behind a calling."""
    claim = only("CLEMENCY", "President Tahar Amrani pardoned the poet Abdelkarim Bensalah on Monday.")
    assert claim.names("person") == ("Abdelkarim Bensalah",)


def test_who_is_driven_over_a_border_may_go_willingly() -> None:
    """A ride over a frontier is no deportation (CODEBOOK §8.2)."""
    text = "Varland freed 40 miners. Thirty of the miners were bussed over the frontier into Kenya."
    (claim,) = of_type("TRANSFER", text)
    assert (claim.sub, claim.voluntariness) == ("cross_border", "unstated")


@pytest.mark.parametrize(
    "text",
    [
        "Varland freed 23 men, and 5 stayed in jail. Among the five is the poet Ivo Masek.",
        "Varland released 31 miners and kept four in custody. One of the four is Ivo Masek.",
        "On Monday 12 were freed, and two had their detention extended. Among the two is Ivo Masek.",
    ],
)
def test_who_is_among_those_kept_is_not_freed(text: str) -> None:
    """The number says which people are meant."""
    freed = [c for c in of_type("RELEASE", text) if "Ivo Masek" in c.names("person") and c.polarity == "+"]
    assert freed == []


def test_a_ban_named_by_flights_or_visas_is_on_them() -> None:
    """ "Its flight ban", "visa bans"."""
    assert only("SANCTION_EASE", "Oslo dropped a flight ban on Osmia.").names("sector") == ("flights",)
    assert only("SANCTION_EASE", "Norway lifted its visa bans on officers.").names("sector") == ("visas",)


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Police arrested a nun and her driver on Monday.", 2),
        ("Varland freed nine monks and their cook.", 10),
        ("Osmia thanked Oslo for five of its sailors, whom Varland freed on Monday.", 5),
        ("Two of the nine men, who were freed on Monday, are ill.", 9),
    ],
)
def test_who_is_counted_together(text: str, many: int) -> None:
    """ "Their cook" is one more; "five of its sailors, whom" are the five, "the nine men, who" nine."""
    (claim,) = of_type("DETAIN", text) + [c for c in of_type("RELEASE", text) if c.rule == "release.free"]
    assert claim.quantity is not None
    assert (claim.quantity.lo, claim.quantity.hi) == (many, many)


@pytest.mark.parametrize(
    "text",
    [
        "Lena Roth walked free on Monday, as did Ivo Masek.",
        "Lena Roth was freed on Monday, as was her brother, Ivo Masek.",
        "Lena Roth has been freed, as has the poet Ivo Masek, who had been held since May.",
    ],
)
def test_what_is_told_of_another_too_stands_in_the_quotation(text: str) -> None:
    """ "As did", "as was", "as has": one claim, whose words have both."""
    claim = only("RELEASE", text)
    assert set(claim.names("person")) == {"Lena Roth", "Ivo Masek"}
    assert "Ivo Masek" in claim.span.exact


@pytest.mark.parametrize(
    "text",
    [
        "The government denied at the time that it had let any rebels go.",
        "The army denied at the time that nine rebels had been freed.",
    ],
)
def test_what_was_denied_at_the_time_is_denied(text: str) -> None:
    """The clause belongs to the verb."""
    assert [c.mode for c in of_type("RELEASE", text)] == ["denied"]
