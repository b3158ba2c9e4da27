"""Taking a name apart: titles, given names, patronymic, surname, particles, order."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import msgspec

from detente.language.names.letters import both_readings, coarse, readings, skeleton, stem, table
from detente.language.names.letters import fine as fine_of
from detente.language.scripts import even, script_of

_SPLIT = re.compile(r"[\s\-–—‐·•]+")
_ASIDE = re.compile(r"\([^)]*\)|\"[^\"]*\"|[“„«][^”“»]*[”“»]")
_DOTS = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
_ABD = re.compile(r"^abd(?:[aeo]l|ul|u([rsznldt])(?=\1))(?=.{3})")
_JOIN = {"Latn": "abd", "Cyrl": "абд", "Arab": "عبد"}
_TRIM = '.,;:!?()[]"“”„«»'


class NameParts(msgspec.Struct, frozen=True):
    """A name taken apart, each part as it was written."""

    titles: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    patronymic: str | None = None
    surname: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()  # al, bin, de
    suffixes: tuple[str, ...] = ()  # Jr.
    order: str = "given-first"  # or "surname-first", "unknown"


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word of a name with every way to read it."""

    text: str  # folded, marks kept
    plain: str  # folded, without marks
    script: str
    initial: bool
    fine: tuple[str, ...]
    sounds: frozenset[str]  # the same
    head: str  # of the plainest reading: one letter changed leaves this or the tail; empty if short
    tail: str
    coarse: tuple[str, ...]
    stems: frozenset[str]  # coarse, in the masculine
    feminine: bool
    keys: frozenset[str]  # for finding candidates
    families: frozenset[str]  # given-name families it may belong to: "slavic.m.andrei"
    group: str  # of the first of them: "slavic"; "international" where it is at home everywhere
    patronymic: bool


class Split(msgspec.Struct, frozen=True, gc=False):
    """The words of a name in the order given name first."""

    words: tuple[Word, ...]  # given names, then surnames
    patronymic: Word | None
    sure: bool  # the order is known
    baltic: bool  # Lithuanian or Latvian endings were taken off
    han: str  # in simplified characters, where the name was written in them
    parts: NameParts


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in table("parts").items()}


@cache
def _companies() -> re.Pattern[str]:
    forms = sorted(table("parts")["companies"], key=len, reverse=True)
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, forms))})\b(?!\.?\w)")


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
    plain = folded if folded.isascii() else _plain(folded)
    initial = len(plain) == 1 and script != "Hani"
    families: frozenset[str] = (
        frozenset() if initial else _families_of(folded, plain, native + foreign, rough)
    )
    ending = len(folded) > 5 and folded.endswith(_patronymic_ends())
    based = [stem(reading) for reading in rough]
    stems = frozenset([base for base, _ in based])
    found = _keys(stems, foreign, "" if plain == folded else plain)
    return Word(
        folded, plain, script, initial, read, frozenset(read), *_ends(read[0]), rough, stems,
        any(fem for _, fem in based), found, families, _group(families, plain), ending
    )  # fmt: skip


def _ends(reading: str) -> tuple[str, str]:
    half = len(reading) // 2 - 1 if len(reading) > 4 else 0
    return reading[:half], reading[len(reading) - half :]


def _plain(text: str) -> str:
    flat = unicodedata.normalize("NFD", text).replace("ł", "l").replace("ı", "i").replace("ø", "o")
    return "".join(c for c in flat if not unicodedata.combining(c)).replace("'", "")


def _group(families: frozenset[str], plain: str) -> str:
    group = min(families).partition(".")[0] if families else ""
    return "international" if group == "slavic" and plain in _sets()["international"] else group


def _families_of(text: str, plain: str, fine: tuple[str, ...], rough: tuple[str, ...]) -> frozenset[str]:
    table = _families()
    found = table.written.get(text) or table.written.get(plain)
    return found or _first(table.fine, fine[:3]) or _first(table.coarse, rough)


def _first(families: dict[str, frozenset[str]], found: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*[families.get(reading, frozenset()) for reading in found])


def _keys(stems: frozenset[str], foreign: tuple[str, ...], plain: str) -> frozenset[str]:
    others = (*foreign, *readings(plain, "Latn")[:1]) if plain and script_of(plain) == "Latn" else foreign
    return frozenset([_short(base) for base in stems] + [key_of(reading) for reading in others])


def key_of(reading: str) -> str:
    """A key for finding candidates: the consonants of the masculine, or what little there is."""
    return _short(stem(coarse(reading))[0])


def _short(base: str) -> str:
    short = skeleton(base)
    return short if len(short) > 1 else base[:3]


def is_known_given(text: str) -> bool:
    """Whether a word at the head of a name is a given name we know, and no title."""
    return bool(word(text).families) and text.lower().strip(_TRIM) not in _sets()["titles"]


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


def parse(name: str) -> NameParts:
    """Take a name apart.

    Args:
        name: as somebody wrote it, in any order and script.

    Example:
        >>> found = parse("Dr. Lena Ivanovna Marr")
        >>> found.titles, found.given, found.patronymic, found.surname
        (('Dr',), ('Lena',), 'Ivanovna', ('Marr',))
        >>> parse("MARR, Lena").order
        'surname-first'
    """
    return split(name).parts


def split(name: str) -> Split:
    """Take a name apart, with every word read."""
    text = _companies().sub(" ", even(name).replace("\u00ad", ""))
    text = _ASIDE.sub(" ", text).strip() or name
    head, comma, tail = text.partition(",")
    if comma and tail.strip() and tail.strip(" .").lower() not in _sets()["suffixes"]:
        first, last = _words(tail), _words(head)
        return _arrange(first + last, len(first), "surname-first")
    raw = _words(text if not comma else head + " " + tail)
    return _arrange(raw, None, "given-first")


def _words(text: str) -> list[str]:
    words = (w.strip(_TRIM) for w in _SPLIT.split(_DOTS.sub(". ", text)))
    return [w for w in words if w]


def _arrange(raw: list[str], given_count: int | None, order: str) -> Split:
    titles, raw, dropped = _without_titles(raw)
    suffixes = tuple(w for w in raw[1:] if w.lower() in _sets()["suffixes"])
    kept = [w for i, w in enumerate(raw) if i == 0 or w not in suffixes]
    if given_count is not None:
        given_count = max(1, given_count - dropped)
    han = _simplified(kept)
    kept, particles = _without_particles(_han(kept))
    words = [word(w) for w in kept]
    if given_count is None:
        kept, words, order = _given_first(kept, words)
    patronymic = _patronymic_at(words)
    sure = order != "given-first" or bool(words and words[0].families) or patronymic is not None
    parts = _named(kept, patronymic, given_count, titles, particles, suffixes, order)
    main = tuple(w for i, w in enumerate(words) if i != patronymic)
    bare = _without_baltic_endings(main)
    father = words[patronymic] if patronymic is not None else None
    return Split(bare or main, father, sure or bool(bare), bool(bare), han, parts)


def _without_baltic_endings(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words without -s, -as, -is, -us, where that makes a known given name of the first."""
    if len(words) < 2 or words[0].families or not all(w.plain.endswith("s") for w in words):
        return ()
    first = next((w for w in map(word, _bared(words[0].text)) if w.families), None)
    if first is None:
        return ()
    cut = len(words[0].text) - len(first.text)
    return (first, *(word(w.text[:-cut] if w.text[-2] in "aiu" else w.text[:-1]) for w in words[1:]))


def _bared(text: str) -> list[str]:
    return [text.removesuffix(end) for end in ("ius", "jus", "as", "is", "us", "s") if text.endswith(end)]


def _without_titles(raw: list[str]) -> tuple[tuple[str, ...], list[str], int]:
    sets, count = _sets(), 0
    while len(raw) - count > 1:
        low = raw[count].lower()
        burmese = low in sets["leading_titles"] and len(raw) - count > 2
        if low not in sets["titles"] and not burmese:
            break
        count += 1
    return tuple(raw[:count]), raw[count:], count


def _without_particles(raw: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Without particles, and with "Abd", "Abu" put together with what follows."""
    sets = _sets()
    kept: list[str] = []
    particles: list[str] = []
    for i, each in enumerate(raw):
        low = each.lower()
        if low in sets["particles"] and i + 1 < len(raw) and len(raw) > 2:
            particles.append(each)
        elif kept and kept[-1].lower() in sets["binding"]:
            kept[-1] = _bound(kept[-1].lower(), each)
        else:
            kept.append(each[2:] if each.startswith("ال") and len(each) > 4 else each)
    return kept, tuple(particles)


def _bound(first: str, second: str) -> str:
    second = second[2:] if second.startswith("ال") else second
    if first.startswith(("abd", "абд", "عبد")):
        return _JOIN.get(script_of(first), "abd") + second.lower()
    return first.replace("ou", "u") + second.lower()


def _given_first(kept: list[str], words: list[Word]) -> tuple[list[str], list[Word], str]:
    """Move a leading surname to the end where capitals, patronymic or given names show it."""
    count = len(words)
    lead = _leading_surnames(kept, words)
    if not 0 < lead < count:
        return kept, words, "given-first"
    return kept[lead:] + kept[:lead], words[lead:] + words[:lead], "surname-first"


def _leading_surnames(kept: list[str], words: list[Word]) -> int:
    shouted = [w.isupper() and len(w) > 2 for w in kept]
    if any(shouted) and not all(shouted):
        return shouted.index(False) if shouted[0] else 0
    if len(words) == 3 and words[2].patronymic and words[1].families and not words[0].families:
        return 1
    if len(words) == 2 and words[1].families and not words[0].families and not words[0].initial:
        return 1
    return 0


def _patronymic_at(words: list[Word]) -> int | None:
    """A patronymic stands right after the given name and before a surname."""
    if len(words) > 2 and words[1].patronymic and not words[1].initial:
        return 1
    return None


def _named(
    kept: list[str], patronymic: int | None, given_count: int | None, titles: tuple[str, ...],
    particles: tuple[str, ...], suffixes: tuple[str, ...], order: str,
) -> NameParts:  # fmt: skip
    cut = given_count if given_count is not None else max(1, len(kept) - 1)
    if patronymic is not None:
        given, surname = kept[:1], kept[2:]
    elif len(kept) == 1:
        given, surname = [], kept
    else:
        given, surname = kept[:cut], kept[cut:]
    middle = kept[patronymic] if patronymic is not None else None
    return NameParts(titles, tuple(given), middle, tuple(surname), particles, suffixes, order)


# Han characters


@cache
def _han_tables() -> tuple[dict[str, str], dict[str, str]]:
    chars = table("han")
    surnames = {c: p for p, text in chars["surnames"].items() for c in text if len(p) < 6 or p == "ouyang"}
    given = {c: p for p, text in chars["given"].items() for c in text}
    return surnames, given


@cache
def _simple() -> dict[int, str]:
    pairs = table("han")["traditional"]["pairs"]
    return str.maketrans(dict(zip(pairs[::2], pairs[1::2], strict=True)))


def _simplified(raw: list[str]) -> str:
    if len(raw) != 1 or script_of(raw[0]) != "Hani":
        return ""
    return raw[0].translate(_simple())


def _han(raw: list[str]) -> list[str]:
    """One word of Han characters as two words of pinyin, where every character is known."""
    if len(raw) != 1 or script_of(raw[0]) != "Hani" or not 2 <= len(raw[0]) <= 4:
        return raw
    surnames, given = _han_tables()
    surname, rest = raw[0][0], raw[0][1:]
    read = [given.get(c) or surnames.get(c) for c in rest]
    if surname not in surnames or not all(read):
        return raw
    return [surnames[surname], "".join(p for p in read if p)]
