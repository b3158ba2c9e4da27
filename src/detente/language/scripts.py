"""Scripts, folded keys, and normal forms that keep every offset."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

# First code point of each block that matters to news, with its ISO 15924 code; "" is no letter.
_BLOCKS: tuple[tuple[int, str], ...] = (
    (0x0000, ""), (0x0041, "Latn"), (0x005B, ""), (0x0061, "Latn"), (0x007B, ""),
    (0x00AA, "Latn"), (0x00AB, ""), (0x00B5, "Grek"), (0x00B6, ""), (0x00BA, "Latn"), (0x00BB, ""),
    (0x00C0, "Latn"), (0x00D7, ""), (0x00D8, "Latn"), (0x00F7, ""), (0x00F8, "Latn"),
    (0x02B0, ""), (0x0370, "Grek"), (0x0400, "Cyrl"), (0x0530, "Armn"), (0x0590, "Hebr"),
    (0x0600, "Arab"), (0x0700, "Syrc"), (0x0750, "Arab"), (0x0780, "Thaa"), (0x08A0, "Arab"),
    (0x0900, "Deva"), (0x0980, "Beng"), (0x0A00, "Guru"), (0x0A80, "Gujr"), (0x0B00, "Orya"),
    (0x0B80, "Taml"), (0x0C00, "Telu"), (0x0C80, "Knda"), (0x0D00, "Mlym"), (0x0D80, "Sinh"),
    (0x0E00, "Thai"), (0x0E80, "Laoo"), (0x0F00, "Tibt"), (0x1000, "Mymr"), (0x10A0, "Geor"),
    (0x1100, "Kore"), (0x1200, "Ethi"), (0x13A0, ""), (0x1780, "Khmr"), (0x1800, "Mong"),
    (0x18B0, ""), (0x1C80, "Cyrl"), (0x1C90, "Geor"), (0x1CC0, ""), (0x1D00, "Latn"),
    (0x1DC0, ""), (0x1E00, "Latn"), (0x1F00, "Grek"), (0x2000, ""), (0x2DE0, "Cyrl"),
    (0x2E00, ""), (0x3005, "Hani"), (0x3008, ""), (0x3041, "Jpan"), (0x3100, "Bopo"),
    (0x3130, "Kore"), (0x3190, ""), (0x31F0, "Jpan"), (0x3200, ""), (0x3400, "Hani"),
    (0x4DC0, ""), (0x4E00, "Hani"), (0xA000, ""), (0xA640, "Cyrl"), (0xA6A0, ""),
    (0xA720, "Latn"), (0xA800, ""), (0xAA60, "Mymr"), (0xAA80, ""), (0xAB30, "Latn"),
    (0xAB70, ""), (0xAC00, "Kore"), (0xD7B0, ""), (0xF900, "Hani"), (0xFB00, "Latn"),
    (0xFB13, "Armn"), (0xFB1D, "Hebr"), (0xFB50, "Arab"), (0xFE00, ""), (0xFE70, "Arab"),
    (0xFEFF, ""), (0xFF21, "Latn"), (0xFF3B, ""), (0xFF41, "Latn"), (0xFF5B, ""),
    (0xFF66, "Jpan"), (0xFFA0, "Kore"), (0xFFE0, ""), (0x20000, "Hani"), (0x323B0, ""),
)  # fmt: skip
UNSPACED = frozenset({"Hani", "Jpan", "Thai", "Laoo", "Khmr", "Mymr"})
"""Scripts that leave no gap between words."""
_STARTS = [start for start, _ in _BLOCKS]
_CODES = [code for _, code in _BLOCKS]

# One character for one character, so that offsets stay true.
_EVEN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u02b9\u02bb\u02be\u02bf\u0060\u00b4\u2032\uff07", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"'),
        **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u3000\t", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2043\u2212\ufe63\uff0d", "-"),
    }
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u180e]")
_MARKS = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")
_BARE = "".join(
    f"{chr(start)}-{chr(following - 1)}"
    for (start, code), (following, _) in pairwise(_BLOCKS)
    if code in UNSPACED
)
_EASY = re.compile(
    "[\0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205f\u20a0-\u20bf]*"
)
"""Characters of which none is a mark of the letter before it, and none a word by itself."""
_RUN = re.compile(r"[^\W_]+")
_PLAIN = re.compile(r"[A-Za-z0-9]+")
# Letters that NFKD leaves whole although they are a base letter with a stroke.
_STROKES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe",
     "þ": "th", "ð": "d", "ŋ": "n", "ə": "a"}
)  # fmt: skip
# A mark that makes another letter of it is no accent: й, ї, ў, ё are letters of their own.
_LETTERS = frozenset("йїўёґ")


def script_of(text: str) -> str:
    """The ISO 15924 code of the script most letters are in; ``Zyyy`` where there is no letter.

    Han is ``Hani``: which of the two habits of writing it is, a name cannot tell.

    >>> [script_of(word) for word in ("Minsk", "Мінск", "مينسك", "明斯克", "2022")]
    ['Latn', 'Cyrl', 'Arab', 'Hani', 'Zyyy']
    """
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else "Zyyy"
    counts = Counter(code for code in map(_code_of, text) if code)
    if not counts:
        return "Zyyy"
    if "Jpan" in counts:
        counts["Jpan"] += counts.pop("Hani", 0)
    return max(sorted(counts), key=counts.__getitem__)


def _code_of(char: str) -> str:
    return _CODES[bisect_right(_STARTS, ord(char)) - 1]


@cache
def _every_word() -> re.Pattern[str]:
    """The words of any script; compiled for the first text that has more than easy characters."""
    blocks = (range(0x0300, 0x20F1), range(0x3099, 0x309B), range(0xA66F, 0xABEE))
    # Marks that belong to the letter before them: vowel signs, viramas, accents that stand apart.
    joined = (chr(c) for block in blocks for c in block if unicodedata.category(chr(c))[0] == "M")
    on = f"[{''.join(joined)}{_INVISIBLE.pattern[1:]}"
    return re.compile(rf"(?:(?=[^\W_])[{_BARE}]){on}*|[^\W_{_BARE}](?:[^\W_{_BARE}]|{on})*")


def _word(text: str) -> re.Pattern[str]:
    return _RUN if _EASY.fullmatch(text) else _every_word()


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, each with the marks of its letters.

    Where a script leaves no gap between words, every letter is a word: one that is sought stands in a row.

    >>> [word[0] for word in words("Łódź_2 हिन्दी 囚犯")]
    ['Łódź', '2', 'हिन्दी', '囚', '犯']
    """
    return _word(text).finditer(text)


def split(text: str) -> list[str]:
    """The same words without their places, several times sooner.

    >>> split("Łódź_2, 囚犯")
    ['Łódź', '2', '囚', '犯']
    """
    return (_PLAIN if text.isascii() else _word(text)).findall(text)


def even(text: str) -> str:
    """The text with odd apostrophes, quotes, spaces and hyphens made plain; every offset stays true.

    >>> even("Marr\u2019s\u00a0“list”")
    'Marr\\'s "list"'
    """
    return text if text.isascii() and "\t" not in text and "`" not in text else text.translate(_EVEN)


def fold(text: str, *, accents: bool = True) -> str:
    """A key under which writings of one word meet: NFKC, case folded, plain marks, one space.

    Args:
        text: any writing.
        accents: strip accents and strokes too (ł → l); letters of their own (й, ў, ё) stay.

    >>> fold("  Białacki\u00ad,\u00a0ALES\u2019 ")
    "bialacki, ales'"
    """
    if text.isascii():
        folded = text.replace("`", "'").casefold()
    else:
        folded = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold().translate(_EVEN)
        folded = strip_accents(folded) if accents else folded
    return " ".join(folded.split())


def strip_accents(text: str) -> str:
    """Lower-case text without accents and strokes; й, ї, ў, ё, ґ are letters and stay.

    >>> strip_accents("élysée łódź йод")
    'elysee lodz йод'
    """
    if text.isascii():
        return text
    return text.translate(_BASES)


class _Bases(dict[int, str]):
    """What is left of a letter without accents and strokes, found out once for each."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = char if char in _LETTERS else _MARKS.sub("", unicodedata.normalize("NFD", char))
        return self.setdefault(code, kept.translate(_STROKES))


_BASES = _Bases()
