"""Screening: an index finds what comparing all pairs would find, and says why."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.language.names import compare
from detente.resolution.screening import Match, NameIndex

GIVEN = ["Lena", "Siarhei", "Сергій", "Mikoła", "Nikolai", "Ali", "J.", "DORNOV", "Иван", "Xu", ""]
SURNAME = ["Dornova", "Dornau", "Дорнаў", "Dornov", "Ivanovich Dornov", "al-Marri", "Marri", "Lena", "Darnou"]
names = st.builds(lambda a, b: f"{a} {b}".strip(), st.sampled_from(GIVEN), st.sampled_from(SURNAME))
lists = st.lists(names, max_size=12)


def _found(matches: tuple[Match, ...]) -> list[tuple[int, float, str]]:
    return sorted((m.number, m.score, m.verdict) for m in matches)


@given(names, lists)
def test_the_index_loses_nothing_against_all_pairs(name: str, listed: list[str]) -> None:
    """Whatever compare does not call different is found, with the same score and verdict."""
    compared = [(number, compare(name, other)) for number, other in enumerate(listed)]
    expected = [(n, found.score, found.verdict) for n, found in compared if found.verdict != "different"]
    assert _found(NameIndex(listed).matches(name)) == sorted(expected)


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=6))
def test_any_text_at_all_can_be_listed_and_looked_up(name: str, listed: list[str]) -> None:
    """Junk is no exception here either."""
    compared = [(number, compare(name, other)) for number, other in enumerate(listed)]
    expected = [(n, found.score, found.verdict) for n, found in compared if found.verdict != "different"]
    assert _found(NameIndex(listed).matches(name)) == sorted(expected)


@given(names, lists)
def test_a_list_grown_name_by_name_is_the_list(name: str, listed: list[str]) -> None:
    """Adding one name at a time gives the same answers as the whole list at once."""
    grown = NameIndex()
    for each in listed:
        grown.add(each)
    assert len(grown) == len(listed)
    assert grown.matches(name) == NameIndex(listed).matches(name)


def test_the_best_match_stands_first_and_every_match_explains_itself() -> None:
    """Scores fall, equals keep the order of the list, and reasons come with each."""
    index = NameIndex(["I. Dornov", "Ivan Dornov", "Іван Дорнаў", "Ivan Dornov"])
    found = index.matches("Ivan Dornov")
    assert [match.number for match in found] == [1, 3, 2, 0]
    assert [match.verdict for match in found] == ["same", "same", "same", "unsure"]
    assert all(match.reasons for match in found)
    assert index.matches("Ivan Dornov", top=2) == found[:2]


def test_a_relative_is_no_match() -> None:
    """Same surname, another given name: nobody is found, and nobody was compared."""
    index = NameIndex(["Pavel Dornov", "Lena Dornova"])
    assert index.matches("Ivan Dornov") == ()


def test_an_empty_list_and_an_empty_name_find_nobody() -> None:
    """Nothing in, nothing out."""
    assert NameIndex().matches("Ivan Dornov") == ()
    assert NameIndex(["Ivan Dornov", ""]).matches("") == ()
