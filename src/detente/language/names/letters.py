"""How a written word may be read: one key for each romanisation it may be in.

A *reading* spells the word in a common alphabet (``letters.toml``): vowels ``aeiou``, consonants,
and C (ts), Q (ch), X (sh), J (zh). The *coarse* form of a reading drops what East Slavic
romanisations disagree on: о/а and е/я in unstressed syllables, ц/т, г/х, the soft sign. The
*skeleton* keeps classes of consonants only, and serves to find candidates.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from detente.tables import parsed

_CODES = str.maketrans("cqxj", "CQXJ")
_VOWELS = "aeiouAEO"
_DOUBLE = re.compile(r"([^aeiou])\1+")
_GLIDED_U = re.compile(r"(?<=[aeoAO])u(?![aeiouAO])")
_SOFT = str.maketrans("AO", "ao")  # ia, io: what a glide made soft
_COARSE = str.maketrans({"o": "a", "A": "e", "O": "e", "C": "t", "g": "h"})
# After these е and а are one: Belarusian hardens ц, ч, ш, ж, р and softens т, and l without
# its stroke is soft in Łacinka.
_HARD_E = re.compile(r"(?<=[CQXJrlt])[eAO]")
_SOUNDS = str.maketrans(
    {**dict.fromkeys(_VOWELS), "z": "s", "X": "s", "J": "s", "Q": "s", "C": "t", "g": "h", "b": "p", "d": "t"}
)
_FEMININE = re.compile(r"(?:(?P<s>[st]k|n)a[ae]|(?P<k>sk|[^aeiouE]n)a|(?P<v>[ae]v|in)a)$")
# The syllable before -ski is stressed: there e and a are two vowels.
_STRESSED_E = re.compile(r"e(?=[^aeiou]?[sC]k(?:i|a[aA]?)$)")
# "оу" in a short foreign name writes an English o: Коул, Роуз.
_ENGLISH_O = re.compile(r"(?<=o)[uv](?=[^aeiou])")
_SIGN = str.maketrans("oeECg", "aaath")
_LOOSE_SIGN = str.maketrans({**dict.fromkeys("aei"), "o": "u"})
_ABJAD_DROP = str.maketrans(dict.fromkeys("aeiouv"))

Read = Callable[[str], str]


@cache
def table(name: str) -> dict[str, Any]:
    """A table of ``data/names``, parsed once."""
    path = resources.files("detente.language") / "data" / "names" / f"{name}.toml"
    return parsed(path.read_bytes())


def _reader(pairs: dict[str, str]) -> Read:
    """A function that rewrites the longest sequences first, then single letters."""
    long = {k.strip("^$"): v for k, v in pairs.items() if len(k) > 1}
    single = str.maketrans({k: v for k, v in pairs.items() if len(k) == 1})
    ordered = sorted((k for k in pairs if len(k) > 1), key=len, reverse=True)
    search = re.compile("|".join(k.replace("$", r"\Z").replace("^", r"\A") for k in ordered))
    # What the first step writes must not be read again by the second: it is kept in capitals.
    upper = {k: v.upper() for k, v in long.items()}

    def read(word: str) -> str:
        return search.sub(lambda m: upper[m[0]], word).translate(single)

    return read


def _coded(pairs: dict[str, str]) -> dict[str, str]:
    return {k: v.translate(_CODES) for k, v in pairs.items() if k != "cue"}


_LOWER = str.maketrans("ABDEFGHIKLMNOPRSTUVZ", "abdefghiklmnoprstuvz")


@cache
def _conventions() -> tuple[Read, list[tuple[re.Pattern[str], Read, bool, bool]], re.Pattern[str]]:
    """The plain reader; cue, reader, "ou" is short u (ў), foreign, for the others; any cue at all."""
    letters = table("letters")
    latin, foreign = _coded(letters["latin"]), letters["foreign"]["names"]
    found = []
    for name, pairs in letters["convention"].items():
        read, strange = _reader(latin | _coded(pairs)), name in foreign
        found.append((re.compile(pairs["cue"]), read, not strange and name != "french", strange))
    cues = "|".join(cue.pattern for cue, *_ in found[1:])
    return found[0][1], found[1:], re.compile(cues)


@cache
def _cyrillic() -> Read:
    return _reader(_coded(table("letters")["cyrillic"]))


@cache
def _abjad() -> dict[int, str]:
    return str.maketrans(_coded(table("letters")["abjad"]))


def _undoubled(text: str) -> str:
    # Most words have no double letter, and a substitution costs four searches.
    return _DOUBLE.sub(_first, text) if _DOUBLE.search(text) else text


def _first(match: re.Match[str]) -> str:
    return match[1]


def readings(word: str, script: str) -> tuple[str, ...]:
    """The readings of a folded word, the plainest first, without repeats.

    >>> readings("dornowicz", "Latn")
    ('dornoviQ',)
    >>> readings("дорнаў", "Cyrl")
    ('dornav',)
    """
    native, foreign = both_readings(word, script)
    return tuple(dict.fromkeys(map(fine, native + foreign)))


def fine(reading: str) -> str:
    """A reading without the capitals that mark a soft a and o."""
    return reading.translate(_SOFT)


def both_readings(word: str, script: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Readings an East Slavic name may have, and those only a foreign name may have; ia is A, io is O."""
    if script == "Cyrl":
        return _cyrillic_readings(word), ()
    if script == "Arab":
        return (_undoubled(word.translate(_abjad())),), ()
    first, others, any_cue = _conventions()
    native = [_settle(first(word), short_u=True)]
    foreign: list[str] = []
    if any_cue.search(word) is None:
        return tuple(native), ()
    for cue, read, short, strange in others:
        if cue.search(word):
            (foreign if strange else native).append(_settle(read(word), short_u=short))
    return tuple(dict.fromkeys(native)), tuple(dict.fromkeys(foreign))


def _cyrillic_readings(word: str) -> tuple[str, ...]:
    read = _settle(_cyrillic()(word), short_u=False)
    english = _ENGLISH_O.sub("", read) if len(read) < 7 else read
    return tuple(dict.fromkeys((read, _GLIDED_U.sub("v", read), english)))


def _settle(read: str, *, short_u: bool) -> str:
    plain = read.translate(_LOWER).replace("ii", "i").replace("ii", "i")
    plain = plain.replace("ia", "A").replace("io", "O").replace("ie", "e").replace("iu", "u")
    plain = _undoubled(plain)
    return _GLIDED_U.sub("v", plain) if short_u and "u" in plain else plain


def coarse(reading: str) -> str:
    """What romanisations of an East Slavic name leave of a reading.

    о and а are one, a soft а is е, ts is t, g is h; е before -ski is stressed and stays itself.

    >>> coarse("kalesnikava") == coarse("kolesnikova")
    True
    """
    if "k" in reading[-4:]:
        reading = _STRESSED_E.sub("E", reading)
        if reading.endswith("Cka"):  # Polish -cka
            reading += "a"
    return _HARD_E.sub("a", reading).replace("dJ", "J").translate(_COARSE)


def stem(coarse_reading: str) -> tuple[str, bool]:
    """A coarse surname in the masculine, and whether it was feminine.

    >>> stem("darnava"), stem("darnski"), stem("darnskaa")
    (('darnav', True), ('darnski', False), ('darnski', True))
    """
    match = _FEMININE.search(coarse_reading)
    if match is None or len(coarse_reading) < 5:
        return coarse_reading, False
    base = coarse_reading[: match.start()]
    return base + (match["s"] or match["k"] or match["v"]) + ("" if match["v"] else "i"), True


def skeleton(reading: str) -> str:
    """Classes of consonants, for finding candidates.

    >>> skeleton("losik") == skeleton("lazik")
    True
    """
    plain = reading.removesuffix("h").replace("ng", "n").replace("dJ", "J")
    return _undoubled(plain.translate(_SOUNDS))


def consonants(reading: str) -> str:
    """What Arabic or Persian letters would show of a reading: no vowels, no v, no last h."""
    return _undoubled(reading.replace("dJ", "J").translate(_ABJAD_DROP)).removesuffix("h")


def sign(reading: str) -> str:
    """One for all readings and stems that are alike, and for few others."""
    return reading.translate(_SIGN)


def loose_sign(reading: str) -> str:
    """One for all readings that are alike to :func:`loose`."""
    return reading.removesuffix("h").translate(_LOOSE_SIGN)


@lru_cache(maxsize=1 << 14)
def loose(readings: tuple[str, ...]) -> frozenset[str]:
    """Readings in which e is a or i, and o is u: Arabic and Persian vowels in Latin letters.

    >>> sorted(loose(("naser",)) & loose(("nasir",)))
    ['nasir']
    """
    found = []
    for reading in readings:
        plain = reading.replace("o", "u").replace("ai", "ei").removesuffix("h")
        found += [plain.replace("e", "a"), plain.replace("ei", "i").replace("e", "i")]
    return frozenset(found)
