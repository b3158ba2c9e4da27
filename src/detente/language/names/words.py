"""One word of a name, read in every way it may be read."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from sys import intern

import msgspec

from detente.language.names.letters import (
    both_readings,
    coarse,
    loose_sign,
    readings,
    sign,
    skeleton,
    stem,
    table,
)
from detente.language.names.letters import fine as fine_of
from detente.language.scripts import script_of

_ABD = re.compile(r"^abd(?:[aeo]l|ul|u([rsznldt])(?=\1))(?=.{3})")
_SLAVIC_ENDS = ("av", "ev", "ava", "eva", "ski", "skaa", "skae", "ska", "ka", "iQ", "uk", "in", "ina")
# Traditions in which one name has many Latin spellings, also as a surname.
EASTERN = frozenset(("arabic", "iranian", "turkish"))


@cache
def sets() -> dict[str, frozenset[str]]:
    """The lists of ``parts.toml``, each as a set."""
    return {key: frozenset(values) for key, values in table("parts").items()}


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word of a name with every way to read it; first what nearly every comparison asks for."""

    signs: frozenset[str]  # words that share none are no writings of one name in any way but by ear
    initial: bool
    plain: str  # folded, without marks; interned, so that "is" tells whether two are equal
    letters: int  # a bit for every letter of it
    text: str  # folded, marks kept
    feminine: bool
    script: str
    read: str  # the plainest reading
    families: frozenset[str]  # given-name families it may belong to: "slavic.m.andrei"
    fine: tuple[str, ...]  # all readings
    coarse: tuple[str, ...]
    stems: tuple[str, ...]  # coarse, in the masculine
    keys: frozenset[str]  # for finding candidates
    group: str  # of the first of the families: "slavic"; "international" where it is at home everywhere
    eastern: bool  # Arabic, Iranian or Turkish: many Latin spellings, also as a surname
    slavic: bool  # ends as East Slavic surnames do
    only_slavic: bool  # a given name at home nowhere else
    patronymic: bool


@cache
def _patronymic_ends() -> tuple[str, ...]:
    parts = table("parts")
    return tuple(dict.fromkeys((*parts["patronymic_m"], *parts["patronymic_f"])))


class _Families(msgspec.Struct, frozen=True):
    """Given-name families by written form, by reading, and Slavic ones by coarse reading."""

    written: dict[str, frozenset[str]]
    fine: dict[str, frozenset[str]]
    coarse: dict[str, frozenset[str]]


@cache
def _families() -> _Families:
    found: tuple[dict[str, set[str]], ...] = ({}, {}, {})
    for group, names in table("given").items():
        for sex, families in names.items():
            for family, forms in families.items():
                for form in forms.split():
                    _enter(_folded(form), f"{group}.{sex}.{family}", *found)
    return _Families(*[{key: frozenset(names) for key, names in each.items()} for each in found])


def _enter(
    form: str,
    family: str,
    written: dict[str, set[str]],
    fine: dict[str, set[str]],
    rough: dict[str, set[str]],
) -> None:
    script = script_of(form)
    native, foreign = both_readings(form, script)
    read = native + foreign
    for spelling in (form, _plain(form)):
        written.setdefault(spelling, set()).add(family)
    if script != "Arab":  # without vowels too many names are one
        fine.setdefault(read[0], set()).add(family)
    # A romanisation of a Slavic form is found by what romanisations leave of it.
    if family.startswith("slavic") and script == "Cyrl":
        rough.setdefault(coarse(native[0]), set()).add(family)
    if family.startswith(("arabic", "iranian")) and script == "Latn":
        for reading in read:
            fine.setdefault(reading, set()).add(family)


def _folded(word: str) -> str:
    text = unicodedata.normalize("NFC", word.casefold()).replace("i\u0307", "i")
    return _ABD.sub("abd", text.strip("'"))


@lru_cache(maxsize=1 << 17)
def word(text: str) -> Word:
    """A word of a name, read in every way; the same text always gives the same word."""
    folded = _folded(text)
    script = script_of(folded)
    native, foreign = both_readings(folded, script)
    read = tuple(dict.fromkeys(map(fine_of, native + foreign)))
    rough = tuple(dict.fromkeys(map(coarse, native)))
    plain = intern(folded if folded.isascii() else _plain(folded))
    initial = len(plain) == 1 and script != "Hani"
    families = _NONE if initial else _families_of(folded, plain, native + foreign, rough)
    group = _group(families, plain)
    ending = len(folded) > 5 and folded.endswith(_patronymic_ends())
    based = [stem(reading) for reading in rough]
    stems = tuple(dict.fromkeys([base for base, _ in based]))
    signs = families.union(map(sign, stems), map(sign, read), map(loose_sign, read))
    found = _keys(stems, foreign, "" if plain == folded else plain)
    return Word(
        signs, initial, plain, _letters(read[0]), folded, any(fem for _, fem in based), script, read[0],
        families, read, rough, stems, found, group, _is_eastern(families, group, plain),
        rough[0].endswith(_SLAVIC_ENDS), group == "slavic" and max(families).startswith("slavic"), ending,
    )  # fmt: skip


def _letters(reading: str) -> int:
    found = 0
    for letter in set(reading):
        found |= 1 << (ord(letter) & 31)
    return found


_NONE: frozenset[str] = frozenset()


def _is_eastern(families: frozenset[str], group: str, plain: str) -> bool:
    if families or not plain.endswith("i") or plain.endswith("ki"):
        return group in EASTERN
    return _group_of(plain[:-1]) in EASTERN  # Ebrahim-i


def _group_of(text: str) -> str:
    """The group alone of a word."""
    folded = _folded(text)
    native, foreign = both_readings(folded, script_of(folded))
    plain = _plain(folded)
    if len(plain) == 1:
        return ""
    rough = tuple(dict.fromkeys(map(coarse, native)))
    return _group(_families_of(folded, plain, native + foreign, rough), plain)


def _plain(text: str) -> str:
    flat = unicodedata.normalize("NFD", text).replace("ł", "l").replace("ı", "i").replace("ø", "o")
    return "".join(c for c in flat if not unicodedata.combining(c)).replace("'", "")


def _group(families: frozenset[str], plain: str) -> str:
    group = min(families).partition(".")[0] if families else ""
    return "international" if group == "slavic" and plain in sets()["international"] else group


def _families_of(text: str, plain: str, fine: tuple[str, ...], rough: tuple[str, ...]) -> frozenset[str]:
    table = _families()
    found = table.written.get(text) or table.written.get(plain)
    return found or _first(table.fine, fine[:3]) or _first(table.coarse, rough)


def _first(families: dict[str, frozenset[str]], found: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*[families.get(reading, frozenset()) for reading in found])


def _keys(stems: tuple[str, ...], foreign: tuple[str, ...], plain: str) -> frozenset[str]:
    others = (*foreign, *readings(plain, "Latn")[:1]) if plain and script_of(plain) == "Latn" else foreign
    return frozenset([_short(base) for base in stems] + [key_of(reading) for reading in others])


def key_of(reading: str) -> str:
    """A key for finding candidates: the consonants of the masculine, or what little there is."""
    return _short(stem(coarse(reading))[0])


def _short(base: str) -> str:
    short = skeleton(base)
    return intern(short if len(short) > 1 else base[:3])  # few, and met again and again


def listed_given(text: str) -> frozenset[str]:
    """The given-name families that list this very spelling: a declined form is none.

    >>> bool(listed_given("Павел")), bool(listed_given("Павла"))
    (True, False)
    """
    return _families().written.get(_folded(text), frozenset())


def fathers(reading: str) -> frozenset[str]:
    """The given-name families a patronymic's stem, coarse, may be of."""
    slavic = _families().coarse
    found = (
        slavic.get(form, frozenset()) for form in (reading, reading + "i", reading[:-1] + "i", reading + "a")
    )
    return frozenset().union(*found)
