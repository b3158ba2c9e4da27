"""What a number is: a count, or a year, an age, a sum of money, a length of time, the number of a room.

Only a count may become a number of people (reading, item 19). A rule here looks at the words next
to a number and either names its kind or leaves it to the next rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

import msgspec

from detente.language.cardinals import Cardinal, lexicon
from detente.language.tokens import Phrases, Token, adjacent, phrases

QuantityKind = Literal[
    "count", "ratio", "whole", "rest", "ordinal", "rank", "money", "duration", "age", "year", "percent",
    "date", "clock", "distance", "measure", "identifier", "rate", "times", "other",
]  # fmt: skip


class Kind(msgspec.Struct, frozen=True):
    """A kind with its unit, and the tokens it takes up: ``$6 billion`` begins at the dollar sign."""

    kind: QuantityKind
    unit: str | None = None
    first: int = -1
    last: int = -1
    value: int | None = None  # where it is not the number's own: 21 in "twenty-first"


class KindWords:
    """The words next to numbers, ready for lookup."""

    def __init__(self, data: dict[str, Any]) -> None:
        kinds = data["kinds"]
        self.sets = {key: frozenset(value) for key, value in kinds.items() if isinstance(value, list | str)}
        self.units: dict[str, dict[str, str]] = {
            key: kinds[key]
            for key in (
                "durations",
                "distances",
                "measures",
                "currencies",
                "currency_signs",
                "currency_prefixes",
            )
        }
        self.sets["of"] = frozenset(data["flags"]["of"])
        self.ordinals: dict[str, int] = kinds["ordinals"]
        self.percent = phrases(kinds["percent"])
        self.clock = phrases(kinds["clock"])
        self.rank = phrases(kinds["rank_after"])
        self.group_of = phrases(kinds["group_of"])
        self.people = frozenset(data["nouns"]["people"])
        irregular = data["nouns"]["irregular_plurals"]
        self.plurals = frozenset(w for w in self.people if w.endswith("s")) | frozenset(irregular)
        self.small = frozenset(data["words"]["small"])
        self.stop = frozenset(data["nouns"]["stop"])


@cache
def kind_words(language: str) -> KindWords:
    """The kind words of a language."""
    return KindWords(lexicon(language))


class Scene(msgspec.Struct):
    """A number (or a range) where it stands."""

    text: str
    row: Sequence[Token]
    number: Cardinal
    words: KindWords

    def form(self, index: int) -> str:
        """The token's form, or nothing outside the row."""
        return self.row[index].form if 0 <= index < len(self.row) else ""

    def touches(self, index: int) -> bool:
        """Does the token at ``index`` touch the one before it?"""
        return adjacent(self.row, index)

    def capital(self, index: int) -> bool:
        """Does the token begin with a capital letter?"""
        return 0 <= index < len(self.row) and self.text[self.row[index].start].isupper()

    def phrase(self, table: Phrases[str], index: int) -> int:
        """How many tokens of a phrase start here."""
        hit = table.at(self.row, index)
        return hit[0] if hit else 0


def kind_of(text: str, row: Sequence[Token], number: Cardinal, language: str = "en") -> Kind | None:
    """The kind of this number, or None where nothing says that it is not a count.

    Args:
        text: the text.
        row: its tokens.
        number: where it stands among them.
        language: whose words.
    """
    scene = Scene(text, row, number, kind_words(language))
    for rule in _RULES:
        kind = rule(scene)
        if kind is not None:
            return kind
    return None


def _glued(s: Scene) -> Kind | None:
    """COVID-19, B-52, G7, 4A, +375…, 1.2.3, a web address: a number inside a word."""
    n, row = s.number, s.row
    if not n.digits:
        return None
    before, after = s.form(n.first - 1), s.form(n.last)
    touched, touches = s.touches(n.first), s.touches(n.last)
    if touched and row[n.first - 1].kind == "word" and before not in s.words.units["currency_prefixes"]:
        return Kind("identifier")
    if touched and before in "-\u2011" and s.touches(n.first - 1) and row[n.first - 2].kind == "word":
        inner = s.form(n.first - 2)
        return (
            None
            if inner in s.words.sets["glued_prefixes"] or inner in s.words.sets["swap"]
            else Kind("identifier")
        )
    if _phone(s):
        return Kind("identifier")
    if touched and before and before in "+/\\@=&_." and before not in s.words.units["currency_signs"]:
        return Kind("identifier")
    if touches and after in ("/", "\\", "_", "@", "="):
        return Kind("identifier")
    if touches and after == "." and s.touches(n.last + 1) and row[n.last + 1].kind != "mark":
        return Kind("identifier")
    return None


def _phone(s: Scene) -> bool:
    """+375 29 123-45-67: groups of digits behind a plus sign."""
    index = s.number.first - 1
    for _ in range(8):
        if s.form(index) == "+" and s.touches(index + 1):
            return True
        if s.form(index) not in ("-", "(", ")") and (index < 0 or s.row[index].kind != "number"):
            return False
        index -= 1
    return False


def _ordinal(s: Scene) -> Kind | None:
    n = s.number
    after = s.form(n.last)
    if n.digits and s.touches(n.last) and after in s.words.sets["ordinal_suffixes"]:
        return Kind("ordinal", None, n.first, n.last + 1)
    if after == "-" and s.form(n.last + 1) in s.words.ordinals and not n.digits:
        value = s.words.ordinals[s.form(n.last + 1)]
        return Kind("ordinal", None, n.first, n.last + 2, int(n.lo) + value)
    return None


def _glued_after(s: Scene) -> Kind | None:
    """5pm, 1990s, 4A: letters at the end of a numeral."""
    n = s.number
    if not (n.digits and s.touches(n.last) and s.row[n.last].kind == "word"):
        return None
    if s.form(n.last) in s.words.sets["clock"]:
        return Kind("clock", None, n.first, n.last + 1)
    if s.form(n.last) in s.words.units["distances"] or s.form(n.last) in s.words.units["measures"]:
        return None
    return Kind("identifier", None, n.first, n.last + 1)


def _clock(s: Scene) -> Kind | None:
    n = s.number
    if n.digits and s.form(n.last) == ":" and s.touches(n.last) and s.touches(n.last + 1):
        last = n.last + 2
        return Kind("clock", None, n.first, last + s.phrase(s.words.clock, last))
    if s.form(n.first - 1) == ":" and s.touches(n.first) and s.touches(n.first - 1) and n.digits:
        return Kind("clock") if s.row[n.first - 2].kind == "number" else None
    length = s.phrase(s.words.clock, n.last)
    return Kind("clock", None, n.first, n.last + length) if length else None


def _money(s: Scene) -> Kind | None:
    n, words = s.number, s.words
    sign = words.units["currency_signs"].get(s.form(n.first - 1)) if n.first else None
    if sign:
        first = n.first - 1
        prefix = words.units["currency_prefixes"].get(s.form(first - 1))
        if prefix and s.touches(first):
            return Kind("money", prefix, first - 1, n.last)
        return Kind("money", sign, first, n.last)
    prefix = words.units["currency_prefixes"].get(s.form(n.first - 1))
    if prefix and len(s.form(n.first - 1)) > 2:
        return Kind("money", prefix, n.first - 1, n.last)
    here = n.last + (s.form(n.last) == "-")
    for step in range(5):
        form = s.form(here + step)
        if form in words.units["currencies"]:
            return Kind("money", words.units["currencies"][form], n.first, here + step + 1)
        if form in words.units["currency_signs"]:
            return Kind("money", words.units["currency_signs"][form], n.first, here + step + 1)
        if form not in words.sets["currency_adjectives"] and form != ".":
            return None
    return None


def _percent(s: Scene) -> Kind | None:
    n = s.number
    if s.form(n.last) and s.form(n.last) in s.words.sets["percent_signs"]:
        return Kind("percent", "%", n.first, n.last + 1)
    length = s.phrase(s.words.percent, n.last + (s.form(n.last) == "-"))
    return Kind("percent", "%", n.first, n.last + (s.form(n.last) == "-") + length) if length else None


def _old(s: Scene) -> Kind | None:
    """32-year-old, 61 years old, aged 61; the Russian adjective of years."""
    n = s.number
    here = n.last + (s.form(n.last) == "-")
    if s.form(here) in s.words.units["durations"]:
        old = here + 1 + (s.form(here + 1) == "-")
        if s.form(old) in s.words.sets["year_old"]:
            return Kind("age", s.words.units["durations"][s.form(here)], n.first, old + 1)
    if s.form(here) in s.words.sets["age_words"]:
        return Kind("age", "year", n.first, here + 1)
    if s.form(n.first - 1) in s.words.sets["aged"]:
        return Kind("age", "year")
    return None


def _unit(s: Scene) -> Kind | None:
    """Years, miles, tonnes: what follows the number is a unit; between them a hyphen or a "more"."""
    n = s.number
    here = n.last + (s.form(n.last) == "-")
    if s.form(here) in s.words.sets["unit_between"]:
        here += 1
    kinds: tuple[tuple[QuantityKind, str], ...] = (
        ("duration", "durations"), ("distance", "distances"), ("measure", "measures"),
    )  # fmt: skip
    for kind, table in kinds:
        unit = s.words.units[table].get(s.form(here))
        if unit == "year" and _like_a_year(s):
            return Kind("year")
        if unit:
            return Kind(kind, unit, n.first, here + 1)
    shared = _shared_unit(s)
    if shared:
        return Kind("duration", shared)
    if s.form(n.last) in s.words.sets["times"]:
        return Kind("times", "times", n.first, n.last + 1)
    return Kind("measure", "degree", n.first, n.last + 1) if s.form(n.last) == "°" else None


def _like_a_year(s: Scene) -> bool:
    n = s.number
    return n.digits and len(s.form(n.first)) == 4 and 1900 <= n.lo < 2100


def _shared_unit(s: Scene) -> str | None:
    """Ten and twelve years: the unit stands once, after the second number; not before "later"."""
    n, sets = s.number, s.words.sets
    if s.form(n.last) not in sets["unit_shared"] or n.vague or n.last + 1 >= len(s.row) or _like_a_year(s):
        return None  # "sentenced in 2011 to 15 years"
    if s.row[n.last + 1].kind != "number" and s.form(n.last + 1) not in s.words.small:
        return None
    unit = s.words.units["durations"].get(s.form(n.last + 2))
    return None if s.form(n.last + 3) in sets["not_length_after"] else unit


def _identifier(s: Scene) -> Kind | None:
    """Colony 4, Article no. 1929, n°1929, Room 12, Articles 130 and 361, 10 Downing Street."""
    n, sets = s.number, s.words.sets
    if n.vague or s.form(n.first - 1) == "":
        return Kind("identifier") if _street(s) else None
    if s.form(n.first - 1) in sets["identifier_signs"]:
        return Kind("identifier")
    if s.words.group_of.before(s.row, n.first) and s.capital(n.first - 2):
        return Kind("identifier")
    index, hops = n.first - 1, 0
    while hops < 12 and s.form(index) in s.words.sets["list_joints"] and s.row[index - 1].kind == "number":
        index, hops = index - 2, hops + 1
    if s.form(index) == "." and s.touches(index):
        index -= 1
    form = s.form(index)
    bare = not n.digits and not s.capital(
        index
    )  # "in order two", "case one": number words seldom name a thing
    if hops and s.row[n.first - 1].kind == "word" and _people_near(s):
        return None
    if form in sets["identifiers"] and (n.digits or s.capital(index)) and not bare and _names(s, index, form):
        return Kind("identifier")
    if form in sets["identifiers_capitalised"] and s.capital(index) and n.digits and not _people_near(s):
        return Kind("identifier")
    return Kind("identifier") if _street(s) else None


def _names(s: Scene, index: int, form: str) -> bool:
    """``no`` and ``n`` name a number only with their stop or sign, or a capital; ``day`` with digits."""
    if form == "no":
        return s.form(index + 1) == "." or s.capital(index)
    if form == "n":
        return s.form(index + 1) in (".", "°", "º")
    return not (_people_near(s) and not s.capital(index))


def _street(s: Scene) -> bool:
    n = s.number
    return (
        n.digits and s.capital(n.last) and any(s.form(n.last + k) in s.words.sets["streets"] for k in (1, 2))
    )


def _people_near(s: Scene) -> bool:
    return any(s.form(s.number.last + k) in s.words.people for k in range(3))


def _age(s: Scene) -> Kind | None:
    """A bare numeral between commas or in brackets after a name: Lena Marr, 32, was freed."""
    n = s.number
    if not n.digits or n.value is None or not 1 <= n.value <= 120:
        return None
    before, after = s.form(n.first - 1), s.form(n.last)
    comma = before == "," and after in (",", ".", ")", ";", "and", "who", "—", "–")
    bracket = before == "(" and after in (")", ",")
    name = n.first >= 2 and s.row[n.first - 2].kind == "word" and s.capital(n.first - 2)
    return Kind("age", "year") if name and (comma or bracket) else None


def _rate(s: Scene) -> Kind | None:
    """One-for-one, one in five, 5-4, twelve-point: no count of its own."""
    n = s.number
    if s.form(n.last) != "-" or not s.touches(n.last + 1):
        return None
    inner = s.form(n.last + 1)
    if (
        inner in s.words.sets["after_hyphen"]
        or inner in s.words.sets["members"]
        or inner in s.words.people
        or inner in s.words.sets["swap"]
    ):
        return None
    return Kind("other", None) if s.row[n.last + 1].kind == "word" else None


def _pronoun(s: Scene) -> Kind | None:
    """One of the largest is a rank; no one, this one, one another count nobody."""
    n = s.number
    if n.value != 1 or n.digits:
        return None
    if s.phrase(s.words.rank, n.last) or _superlative(s):
        return Kind("rank")
    before, after = s.form(n.first - 1), s.form(n.last)
    if after in s.words.sets["pronoun_after"] or s.row[n.first].form.endswith("'s"):
        return Kind("other")
    alone = before in s.words.sets["pronoun_before"] and after not in s.words.people | s.words.sets["of"]
    return Kind("other") if alone else None


def _superlative(s: Scene) -> bool:
    n = s.number
    return s.form(n.last) == "of" and s.form(n.last + 1) == "the" and s.form(n.last + 2).endswith("est")


_RULES = (
    _glued, _ordinal, _clock, _money, _percent, _old, _unit, _glued_after, _identifier, _age, _rate, _pronoun,
)  # fmt: skip
