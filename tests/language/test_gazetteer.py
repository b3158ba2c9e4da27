"""The gazetteer: what words stand for states, places, bodies and offices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import DetenteError
from detente.language.gazetteer import Hit, gazetteer, load


def found(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    """Words, kind and code of every hit."""
    return [(text[h.start : h.end], h.kind, h.code) for h in gazetteer().find(text, language=language)]


def only(text: str) -> Hit:
    """The one hit of a text."""
    (hit,) = gazetteer().find(text)
    return hit


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("US", "US"), ("U.S.", "US"), ("the United States", "US"), ("American", "US"),
        ("Americans", "US"), ("UK", "GB"), ("Britain", "GB"), ("Britons", "GB"), ("Türkiye", "TR"),
        ("Turkiye", "TR"), ("Turks", "TR"), ("Belarus's", "BY"), ("Byelorussia", "BY"), ("Minsk", "BY"),
        ("Poles", "PL"), ("Swiss", "CH"), ("the Kremlin", "RU"), ("Élysée", "FR"), ("Elysee", "FR"),
        ("UAE", "AE"), ("Burma", "MM"), ("Kiev", "UA"), ("Беларусь", "BY"), ("Литва", "LT"),
        ("Литву", "LT"), ("Польща", "PL"), ("Litwa", "LT"), ("Deutschland", "DE"), ("États-Unis", "US"),
        ("Nigerien", "NE"), ("Congolese", "CD"), ("Dominican", "DO"), ("BY", "BY"),
    ],
)  # fmt: skip
def test_a_state_is_known_by_any_of_its_words(word: str, code: str) -> None:
    """Names, aliases, adjectives, people, capitals, seats and codes lead to the state."""
    state = gazetteer().state(word)
    assert state is not None
    assert state.code == code


@pytest.mark.parametrize("word", ["us", "by", "Osmia", "", "the", "turkeys"])
def test_other_words_are_no_states(word: str) -> None:
    """Codes are known in capitals only, and an unknown word gives nothing."""
    assert gazetteer().state(word) is None


def test_every_state_has_its_words() -> None:
    """Adjective, people and code are filled, and the name leads back to the state."""
    for state in gazetteer().states:
        assert len(state.code) == 2
        assert state.adjective
        assert gazetteer().state(state.name) == state
    assert sum(state.eu for state in gazetteer().states) == 27


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("the US's call", [("US", "state", "US")]),
        ("FOLLOW US now", []),
        ("tell us", []),
        ("He met Jordan Price in Jordan.", [("Jordan", "state", "JO")]),
        ("Jack London wrote.", []),
        ("Ukrainian Poles", [("Ukrainian", "demonym", "UA"), ("Poles", "people", "PL")]),
        ("Nigeria, Niger", [("Nigeria", "state", "NG"), ("Niger", "state", "NE")]),
        ("Romansh Polesia Chinatown", []),
        ("the U.S.-Belarus line", [("U.S.", "state", "US"), ("Belarus", "state", "BY")]),
        ("MINSK and BELARUS", [("MINSK", "capital", "BY"), ("BELARUS", "state", "BY")]),
        ("a nice reading man", []),
        ("Nice Reading Man", []),
        ("near Hrodna (Grodno)", [("Hrodna", "city", "BY"), ("Grodno", "city", "BY")]),
        ("the White House", [("White House", "seat", "US")]),
        ("Reuters, the Red Cross", [("Reuters", "outlet", ""), ("Red Cross", "body", "ICRC")]),
    ],
)
def test_hits_stand_at_word_boundaries(text: str, hits: list[tuple[str, str, str]]) -> None:
    """The longest name wins, inside no other word, and never where a person's name stands."""
    assert found(text) == hits


@pytest.mark.parametrize(
    ("text", "words", "name", "code"),
    [
        ("The Polish foreign ministry spoke", "Polish foreign ministry", "Foreign Ministry", "PL"),
        ("the Ministry of Foreign Affairs of Belarus", None, "Foreign Ministry", "BY"),
        ("a Romanian Senate panel", "Romanian Senate", "Senate", "RO"),
        ("the Russian Security Council", "Russian Security Council", "Security Council", "RU"),
        ("U.S. Treasury officials", "U.S. Treasury", "Department of the Treasury", "US"),
        ("Belarusian authorities", "Belarusian authorities", "Government", "BY"),
    ],
)
def test_an_office_belongs_to_the_state_beside_it(text: str, words: str | None, name: str, code: str) -> None:
    """A state's word right before, or "of" a state right after, makes one hit of the two."""
    hit = only(text)
    assert (hit.kind, hit.name, hit.code) == ("office", name, code)
    assert words is None or text[hit.start : hit.end] == words


def test_a_possessive_gives_the_office_its_state_and_stays() -> None:
    """ "Poland's parliament" is a state and an office of that state."""
    assert found("Poland's parliament") == [("Poland", "state", "PL"), ("parliament", "office", "PL")]


def test_police_on_its_own_is_nobodys() -> None:
    """Offices every state has by the dozen are hits only beside their state."""
    assert found("police and the government") == []


def test_who_would_act_is_said_and_not_decided() -> None:
    """Capitals, seats and EU cities name the body they may stand for."""
    assert [only(w).actor for w in ("Minsk", "Brussels", "Geneva", "Kremlin", "European Commission")] == [
        "Belarus", "Belgium", None, "Russia", "European Union",
    ]  # fmt: skip


def test_another_language_has_names_of_its_own() -> None:
    """Russian cases are found in Russian text, and German words only in German text."""
    assert found("из Беларуси в Вильнюс", "ru") == [
        ("Беларуси", "state", "BY"), ("Вильнюс", "capital", "LT"),
    ]  # fmt: skip
    assert found("the Island") == []
    assert found("aus Island", "de") == [("Island", "state", "IS")]


def test_a_state_of_today_has_a_code_of_three_letters_and_no_two_share_one() -> None:
    """ISO 3166-1 alpha-3; those that are no more have none."""
    codes = {state.code: state.code3 for state in gazetteer().states}
    assert {codes[code] for code in ("DE", "CD", "MM", "US", "XK")} == {"DEU", "COD", "MMR", "USA", "XKK"}
    assert {code for code, three in codes.items() if not three} == {"CS", "DD", "SU", "YU"}
    assert len(set(codes.values()) - {""}) == len(codes) - 4


@pytest.mark.parametrize("compiled", [b"", b"junk", b"\x80"])
def test_a_missing_or_foreign_file_says_what_to_do(compiled: bytes) -> None:
    """The message says what was expected, what was found, and how to mend it."""
    with pytest.raises(DetenteError, match=r"expected the compiled gazetteer.*reinstall"):
        load(compiled)


@given(st.text(alphabet="USPoles .'’Minska-\n", max_size=60))
def test_hits_are_in_order_apart_and_within_the_text(text: str) -> None:
    """Hits never overlap and always name characters of the text."""
    last = 0
    for hit in gazetteer().find(text):
        assert last <= hit.start < hit.end <= len(text)
        last = hit.end
