"""Scripts and folded keys."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.language.scripts import (
    _EASY,
    _RUN,
    _every_word,
    even,
    fold,
    script_of,
    split,
    strip_accents,
    words,
)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Dorn", "Latn"), ("Łódź", "Latn"), ("Ўладзіслаў", "Cyrl"), ("دمشق", "Arab"), ("北京", "Hani"),
        ("東京タワー", "Jpan"), ("서울", "Kore"), ("თბილისი", "Geor"), ("Երևան", "Armn"), ("ရန်ကုန်", "Mymr"),
        ("Αθήνα", "Grek"), ("תל אביב", "Hebr"), ("52!", "Zyyy"), ("", "Zyyy"),
    ],
)  # fmt: skip
def test_the_script_is_that_of_most_letters(text: str, script: str) -> None:
    """A name's script is an ISO 15924 code, Zyyy where no letter says."""
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Marr’s", "MARR'S"),
        ("Bia\u00adlacki", "Białacki"),
        ("José  Díaz", "jose diaz"),
        ("\u200bДорн", "дорн"),
    ],
)
def test_writings_of_one_word_fold_to_one_key(left: str, right: str) -> None:
    """Case, apostrophes, soft hyphens, accents and spaces do not keep two keys apart."""
    assert fold(left) == fold(right)


def test_letters_of_their_own_keep_their_marks() -> None:
    """й is not и with an accent, and ё, ї, ў, ґ stay too."""
    assert strip_accents("йїўёґ") == "йїўёґ"


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded key is its own key, but for letters that compose anew."""
    assert fold(fold(fold(text))) == fold(fold(text))


LETTERS = st.text(st.sampled_from("aZ9_ -łØÉйЙё\u0301\u00ad\u200bहिन्दी囚犯한ß’\n\x1c\u2028"), max_size=30)


@given(st.text(max_size=60) | LETTERS)
def test_split_gives_the_words_that_stand_in_the_text(text: str) -> None:
    """With their places or without, folded or not, they are the same words."""
    for form in (text, fold(text)):
        assert split(form) == [word[0] for word in words(form)]


@given(st.text(max_size=60) | LETTERS)
def test_a_letter_loses_its_marks_whatever_stands_beside_it(text: str) -> None:
    """One by one or all at once: a key has no gap but one space, and no letter of another's neighbour."""
    assert strip_accents(text) == "".join(strip_accents(c) for c in text)
    assert re.sub(r"\s+", " ", fold(text)).strip() == fold(text)
    bare = unicodedata.normalize("NFD", strip_accents(text))
    assert not set("\u0300\u0301\u0302") & set(bare)


@given(st.text(max_size=60))
def test_even_keeps_every_offset(text: str) -> None:
    """The plain form is as long as the text, so spans of one are spans of the other."""
    assert len(even(text)) == len(text)


def test_where_no_letter_needs_more_the_words_of_every_script_are_runs_of_letters() -> None:
    """The short way of an easy text gives what the long way gives, for each character that is easy."""
    easy = [text for code in range(0x3000) if _EASY.fullmatch(text := f"a{chr(code)}b {chr(code)}")]
    assert len(easy) > 1400
    assert all(_RUN.findall(text) == _every_word().findall(text) for text in easy)
