"""Taking a name apart: titles, given names, patronymic, surname, particles, order."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from detente.language.names.letters import table
from detente.language.names.words import Word, sets, word
from detente.language.scripts import even, script_of

_SPLIT = re.compile(r"[\s\-–—‐·•]+")
_ASIDE = re.compile(r"\([^)]*\)|\"[^\"]*\"|[“„«][^”“»]*[”“»]")
_DOTS = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
# Letters, with one space or hyphen between words: nothing to take off, unless a word is a special one
# or has the Arabic article.
_SIMPLE = re.compile(r"{0}(?:[ -]{0})*".format("(?!ال)[A-Za-zÀ-ÖØ-öø-įĲ-žƀ-ɏЀ-џ\u0620-\u064a]+"))
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


class Split(msgspec.Struct, frozen=True, gc=False):
    """The words of a name in the order given name first."""

    words: tuple[Word, ...]  # given names, then surnames
    patronymic: Word | None
    sure: bool  # the order is known
    baltic: bool  # Lithuanian or Latvian endings were taken off
    han: str  # in simplified characters, where the name was written in them
    particles: bool  # al, bin, de stood in it
    written: _Written

    @property
    def parts(self) -> NameParts:
        """The parts as they were written."""
        return _named(*self.written)


# Words in order, place of the patronymic, count of given names, titles, particles, suffixes, order.
_Written = tuple[
    list[str], int | None, int | None, tuple[str, ...], tuple[str, ...], tuple[str, ...], str
]  # fmt: skip


@cache
def _companies() -> re.Pattern[str]:
    forms = sorted(table("parts")["companies"], key=len, reverse=True)
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, forms))})\b(?!\.?\w)")


@lru_cache(maxsize=1 << 14)
def is_known_given(text: str) -> bool:
    """Whether a word at the head of a name is a given name we know, and no title."""
    return bool(word(text).families) and text.lower().strip(_TRIM) not in sets()["titles"]


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
    raw = simple_words(name)
    if raw is not None and _special().isdisjoint(map(str.lower, raw)):
        return _ordered(raw, None, (), (), (), "given-first", "")
    return _split_any(name)


def simple_words(name: str) -> list[str] | None:
    """The words of a name of plain letters, a space or hyphen between them; None for any other name."""
    return None if _SIMPLE.fullmatch(name) is None else name.replace("-", " ").split(" ")


@cache
def _special() -> frozenset[str]:
    """Words that do something in a name: titles, suffixes, particles, the first words of company forms."""
    lists = sets()
    firsts = frozenset([form.split()[0] for form in lists["companies"]])
    return firsts.union(
        *[lists[key] for key in ("titles", "leading_titles", "suffixes", "particles", "binding")]
    )


def _split_any(name: str) -> Split:
    """The long way, with all that may stand in a name and is none of it."""
    text = _companies().sub(" ", even(name).replace("\u00ad", ""))
    text = _ASIDE.sub(" ", text).strip() or name
    head, comma, tail = text.partition(",")
    if comma and tail.strip() and tail.strip(" .").lower() not in sets()["suffixes"]:
        first, last = _words(tail), _words(head)
        return _arrange(first + last, len(first), "surname-first")
    raw = _words(text if not comma else head + " " + tail)
    return _arrange(raw, None, "given-first")


def _words(text: str) -> list[str]:
    words = (w.strip(_TRIM) for w in _SPLIT.split(_DOTS.sub(". ", text)))
    return [w for w in words if w]


def _arrange(raw: list[str], given_count: int | None, order: str) -> Split:
    titles, raw, dropped = _without_titles(raw)
    suffixes = tuple(w for w in raw[1:] if w.lower() in sets()["suffixes"])
    kept = [w for i, w in enumerate(raw) if i == 0 or w not in suffixes]
    if given_count is not None:
        given_count = max(1, given_count - dropped)
    han = _simplified(kept)
    kept, particles = _without_particles(_han(kept))
    return _ordered(kept, given_count, titles, particles, suffixes, order, han)


def _ordered(
    kept: list[str], given_count: int | None, titles: tuple[str, ...], particles: tuple[str, ...],
    suffixes: tuple[str, ...], order: str, han: str,
) -> Split:  # fmt: skip
    words = list(map(word, kept))
    if given_count is None:
        kept, words, order = _given_first(kept, words)
    patronymic = _patronymic_at(words)
    sure = order != "given-first" or bool(words and words[0].families) or patronymic is not None
    father = words.pop(patronymic) if patronymic is not None else None
    main = tuple(words)
    bare = _without_baltic_endings(main)
    written = (kept, patronymic, given_count, titles, particles, suffixes, order)
    return Split(bare or main, father, sure or bool(bare), bool(bare), han, bool(particles), written)


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
    lists, count = sets(), 0
    while len(raw) - count > 1:
        low = raw[count].lower()
        burmese = low in lists["leading_titles"] and len(raw) - count > 2
        if low not in lists["titles"] and not burmese:
            break
        count += 1
    return tuple(raw[:count]), raw[count:], count


def _without_particles(raw: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Without particles, and with "Abd", "Abu" put together with what follows."""
    lists = sets()
    kept: list[str] = []
    particles: list[str] = []
    for i, each in enumerate(raw):
        low = each.lower()
        if low in lists["particles"] and i + 1 < len(raw) and len(raw) > 2:
            particles.append(each)
        elif kept and kept[-1].lower() in lists["binding"]:
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
