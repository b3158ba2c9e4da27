"""What a report denies in the next sentence, orders, retells of long ago, or tells of another world."""

from __future__ import annotations

import pytest
from tests.reading.reports import told

DONE = ("performed", "background")
LET_GO = ("RELEASE", "CLEMENCY", "TRANSFER", "SANCTION_EASE")
LEAD = "The prisons of Chad and Osmia were on the agenda of ministers. "


def _told(text: str) -> list[tuple[str, str]]:
    return [(c.type, c.mode) for c in told(LEAD + text) if c.type in LET_GO]


def _done(text: str) -> list[tuple[str, str]]:
    return [(t, m) for t, m in _told(text) if m in DONE]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy asked why nine miners had been freed. They had not been, the minister answered.",
        "A driver said that the nine miners would be released in March. They were not.",
        "An old list says that sanctions on the Dorn Bank were lifted. They never were.",
        "Several readers asked about a broadcast that all the clerks had been pardoned. They have not been.",
    ],
)
def test_a_bare_not_in_the_next_sentence_denies_what_others_said(text: str) -> None:
    """ "They had not been", "they were not": what was asked or said before it did not come to pass."""
    assert _done(text) == [], text
    assert "denied" in {m for _, m in _told(text)}, text


@pytest.mark.parametrize(
    "text",
    [
        "Nine miners were freed on Friday. They had not been told why.",
        "The union asked that the nine miners be freed. They were not.",
    ],
)
def test_a_plain_telling_and_a_demand_are_not_so_denied(text: str) -> None:
    """What the report tells itself stays done, and what is asked for stays asked for."""
    assert "denied" not in {m for _, m in _told(text)}, text


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        (
            "Police said that Lena Marr had been arrested after nine miners were freed. She had not been.",
            "DETAIN",
        ),
        ("The paper said her husband was freed and Lena Marr arrested. He was not.", "RELEASE"),
        ("The union told us that Lena Marr was arrested when nine miners were freed. She was not.", "DETAIN"),
        (
            "Chad freed nine miners who had been convicted of theft, the envoy said. They had not been.",
            "SENTENCE",
        ),
        ("The ministry said that Chad freed nine miners whom police had beaten. It did not.", "RELEASE"),
    ],
)
def test_a_bare_not_denies_only_the_clause_whose_subject_and_auxiliary_fit(text: str, denied: str) -> None:
    """ "She had not been" is said of her arrest, and not of the nine who were freed."""
    assert {c.type for c in told(LEAD + text) if c.mode == "denied"} == {denied}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Police said the pilot, who had been shot down in May, had been freed. He had not been.", "RELEASE"),
        ("The ministry said the miners who were held in Dorn had been freed. They had not been.", "RELEASE"),
        ("The union said the clerks who had been convicted were pardoned. They were not.", "CLEMENCY"),
        (
            "The paper said the bank, which is on the list, had been delisted. It was not.",
            "SANCTION_EASE",
        ),
        ("The union said the nine had been held since May but had been freed. They had not been.", "RELEASE"),
        ("The union said Varland had freed the nine men that it had seized in May. It had not.", "RELEASE"),
        ("The wire said that Varland had freed nine miners whom Chad had taken. It had not.", "RELEASE"),
    ],
)
def test_a_bare_not_takes_up_the_main_clause_before_a_relative_one(text: str, denied: str) -> None:
    """What a relative clause or a state since May tells is known already: it rivals no deed."""
    assert {c.type for c in told(LEAD + text) if c.mode == "denied"} == {denied}


@pytest.mark.parametrize(
    "text",
    [
        "Omar Lind, who is ill, was said to have been freed. He had not been.",
        "The cook is believed to have been freed in May. He has not been.",
        "Varland was reported to have lifted its sanctions on the Dorn Bank. It had not.",
    ],
)
def test_a_bare_not_denies_what_somebody_is_said_to_have_done(text: str) -> None:
    """ "Was said to have been freed" is the word of others, and "he had not been" denies the freeing."""
    assert _done(text) == []
    assert "denied" in {m for _, m in _told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The envoy said nine miners had been freed and that Lena Marr would be next. She was not.",
        "The envoy said nine miners were freed because they were ill. They were not.",
        "The envoy said nine miners had been freed and none was ill. They were not.",
        "Police said Lena Marr was arrested as she was armed. She was not, her lawyer said.",
        "The union said it had asked for the men who were arrested on Monday. It did not.",
        "The envoy said nine miners were freed in Chad because they were ill. It was not.",
    ],
)
def test_a_bare_not_that_fits_two_clauses_or_none_denies_nothing(text: str) -> None:
    """Where it is not clear what "they were not" means, what was told stays."""
    assert "denied" not in {c.mode for c in told(LEAD + text)}


def test_a_report_once_called_false_stays_false_where_it_is_told_again() -> None:
    """ "Channels had announced her release" behind the false report tells of no other release."""
    text = (
        "Reports that the poet Lena Marr walked free on Sunday were wrong, her family said. "
        "Several channels had announced her release."
    )
    assert _done(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Once a month the paper says the same thing: free the nine miners.",
        "Open the gates, free the nine miners, send the warders home.",
    ],
)
def test_an_order_behind_a_colon_or_in_a_row_is_no_deed(text: str) -> None:
    """An imperative tells what is asked for wherever it stands."""
    assert {m for t, m in _told(text) if t == "RELEASE"} == {"demanded"}


@pytest.mark.parametrize(
    "text",
    [
        "An exhibition in Kell tells of two spies who were swapped on the bridge.",
        "It tells of the winter war, when Osmia freed nine divers.",
        "The museum tells of the night when nine divers were freed.",
        "An exhibition in Kell tells of two spies who were swapped one Monday in 1961.",
    ],
)
def test_what_an_exhibition_tells_of_is_long_past(text: str) -> None:
    """Deeds that something *tells of* are no news."""
    assert {m for t, m in _told(text) if t == "RELEASE"} == {"background"}


@pytest.mark.parametrize(
    "text",
    [
        "The bulletin tells of eight clerks who were freed in Kell on Monday.",
        "Lena Marr tells of talks that freed eight clerks last week.",
        "The wire tells of eight clerks freed overnight.",
    ],
)
def test_what_is_told_of_with_a_day_of_its_own_week_is_news(text: str) -> None:
    """ "Tells of" looks back only where the deed has no day near the report."""
    assert {m for t, m in _told(text) if t == "RELEASE"} == {"performed"}


@pytest.mark.parametrize("long", ["since May 2021", "for three years", "for the last nine months"])
def test_who_has_been_there_for_years_has_not_gone_there(long: str) -> None:
    """ "Has been in Osmia for three years" tells a stay, and not a journey."""
    text = f"Nine miners were freed on Sunday. They have been in Osmia {long}."
    assert [t for t, _ in _told(text) if t == "TRANSFER"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The singer said that she felt freed from a record label which had held her songs hostage.",
        "The world cycling body has eased its sanctions on three riders who missed drug tests.",
        "A quarterback was waived by the Dorn Hawks. The Kings released the rookie Tom Arden to make room.",
    ],
)
def test_bonds_and_sport_are_another_world(text: str) -> None:
    """A contract, whatever is said of it, is no custody; a sports body keeps order in its own house."""
    assert [(c.type, c.mode) for c in told(text) if c.type in LET_GO] == []


def test_what_a_court_ordered_is_not_done_where_a_higher_one_stayed_it() -> None:
    """ "Stayed an order to free him. The lower court had ordered his release.": he was not let out."""
    text = (
        "An appeals court on Monday stayed an order that would have freed the banker Petr Halas. "
        "The lower court had ordered his release on Friday."
    )
    assert _done(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "There was no truth in stories that the hostages had been flown to Doha.",
        "Nothing suggests that the missing sailors have been handed to Chad.",
        "Nothing proves that nine miners have been freed.",
        "Not one of the forty detained reporters has been set free.",
        "Not a single miner was freed.",
        "Osmia will not hear of a pardon for the miners.",
    ],
)
def test_what_nothing_and_nobody_bears_out_is_not_told_as_done(text: str) -> None:
    """ "No truth in", "nothing suggests", "not one of them", "will not hear of a …"."""
    assert _done(text) == [], text


@pytest.mark.parametrize(
    "text",
    [
        "The pilot was freed on condition that he leave the country.",
        "Osmia freed the pilot on condition that he leave the country.",
    ],
)
def test_what_was_done_on_a_condition_was_done(text: str) -> None:
    """A condition that was taken makes nothing conditional."""
    assert "RELEASE" in {t for t, _ in _done(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The pair were freed to play in Kell.",
        "The striker was released by Kell to play in Osmia.",
        "The tenor Ada Orlu was freed to perform in Osmia.",
        "A crew was released to film the cup in Chad.",
    ],
)
def test_whoever_is_freed_to_play_was_bound_and_not_held(text: str) -> None:
    """What somebody is freed to do tells that they had to do something else."""
    assert [c.type for c in told(f"{text} A bar was lifted in May.") if c.type == "RELEASE"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The jailed director Ada Orlu was released to film again.",
        "The pianist Ada Orlu was freed to perform again after nine years in a Chad prison.",
        "The singer Ada Orlu, jailed in Chad since May, was freed to tour again.",
        "Police arrested the cyclist Ada Orlu in Chad in May. She was released to race on Monday.",
        "The judge freed the boxer Ada Orlu from custody to train for the cup in Chad.",
    ],
)
def test_whoever_was_held_is_let_out_whatever_she_will_do(text: str) -> None:
    """A word of custody in the sentence, or an arrest told before, settles what "freed to race" means."""
    assert [c.names("person") for c in told(text) if c.type == "RELEASE"] == [("Ada Orlu",)]
