"""States, capitals, cities, bodies, offices and outlets, found in running text.

The table is compiled when the package is built (``hatch_build.py``) from our own lists, Unicode
CLDR and GeoNames (CC BY 4.0, https://www.geonames.org), and is read once per process. A hit says
what the words *are*; whether "Minsk" acts as a government or stands as a place is the reader's to
decide: ``actor`` says for whom it would act.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal

import msgspec

from detente.errors import DetenteError
from detente.language.scripts import fold

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

Kind = Literal["state", "capital", "city", "region", "body", "office", "outlet", "demonym", "people", "seat"]
FORMAT = 1
_OWNERS = frozenset(("demonym", "state", "body", "capital"))
_POSSESSIVES = frozenset(("'s ", "’s ", "' ", "’ "))


class Hit(msgspec.Struct, frozen=True):
    """What stands at ``text[start:end]``.

    ``kind``: a *state* ("Belarus", "the U.S."), its *capital* ("Minsk"), another *city*, a *region*
    ("Europe", "Crimea"), a *body* ("the EU", "Amnesty International"), an *office* ("Treasury
    Department", "Polish foreign ministry"), an *outlet* ("Reuters"), an adjective (*demonym*:
    "Belarusian", also "US" right before a noun is a state), a *people* word ("Poles"), or a *seat*
    of government ("the Kremlin").
    """

    start: int
    end: int
    kind: Kind
    name: str  # canonical English: the state's for state, demonym and people, else its own
    code: str  # ISO 3166-1 alpha-2, or "EU", "UN", "NATO"; "" where there is none
    actor: str | None = None  # canonical name of the state or body that would act
    plural: bool = False  # "Poles"


class StateInfo(msgspec.Struct, frozen=True):
    """What the gazetteer knows about a state."""

    name: str
    code: str
    adjective: str
    people: tuple[str, str]  # one, many
    capital: str
    eu: bool
    western: bool  # the EU and those the press calls Western governments
    code3: str = ""  # ISO 3166-1 alpha-3; "" for states that are no more


class _Row(msgspec.Struct, frozen=True):
    kind: Kind
    name: str
    code: str
    actor: str | None
    plural: bool


class _Table(msgspec.Struct, frozen=True):
    format: int
    states: list[StateInfo]
    rows: msgspec.Raw
    patterns: dict[str, msgspec.Raw]
    names: msgspec.Raw
    guarded: frozenset[str]
    before: frozenset[str]
    shared: frozenset[str]  # offices of one state that other states have too
    unless_owned: frozenset[str]  # offices that say nothing on their own


class Gazetteer:
    """A compiled table; build it with :func:`gazetteer`."""

    def __init__(self, table: _Table) -> None:
        self._table = table
        self._states = {state.code: state for state in table.states}
        self._names: dict[str, str] = msgspec.msgpack.decode(table.names, type=dict[str, str])
        self._finders: dict[str, _Finder] = {}

    @property
    def states(self) -> tuple[StateInfo, ...]:
        """Every state and territory, by code."""
        return tuple(self._table.states)

    def state(self, word: str) -> StateInfo | None:
        """The state a name, adjective, people word, capital, seat or ISO code stands for.

        >>> [s.code for w in ("the U.S.", "Poles", "Беларусь", "Kremlin") if (s := gazetteer().state(w))]
        ['US', 'PL', 'BY', 'RU']
        """
        if word in self._states:
            return self._states[word]
        if word.islower() and len(word) < 4:  # "us" is a pronoun
            return None
        key = fold(word).removeprefix("the ")
        code = self._names.get(key) or self._names.get(key.removesuffix("'s").removesuffix("'"))
        return self._states[code] if code is not None else None

    def find(self, text: str, *, language: str = "en") -> list[Hit]:
        """Every hit, leftmost and longest, at word boundaries, in order.

        Args:
            text: any text.
            language: a BCP 47 tag; names in that language are found beside the English ones.

        >>> [(h.kind, h.name, h.code) for h in gazetteer().find("Minsk freed 9 Poles, the EU said.")]
        [('capital', 'Minsk', 'BY'), ('people', 'Poland', 'PL'), ('body', 'European Union', 'EU')]
        """
        owned = _with_owners(text, self._finder(language).find(text), self._table.shared)
        drop = self._table.unless_owned
        return [hit for hit in owned if hit.code or hit.name not in drop or hit.kind != "office"]

    def _finder(self, language: str) -> _Finder:
        short = language.split("-")[0].lower()
        if short not in self._finders:
            self._finders[short] = _Finder(self._table, short)
        return self._finders[short]


class _Finder:
    """One language's automaton over the patterns."""

    def __init__(self, table: _Table, language: str) -> None:
        from ahocorasick_rs import AhoCorasick, MatchKind

        patterns = msgspec.msgpack.decode(table.patterns["en"], type=dict[str, int])
        if language != "en" and language in table.patterns:
            patterns |= msgspec.msgpack.decode(table.patterns[language], type=dict[str, int])
        rows = msgspec.msgpack.decode(table.rows, type=list[_Row])
        self._words = list(patterns)
        self._rows = [rows[number] for number in patterns.values()]
        self._automaton: AhoCorasick = AhoCorasick(self._words, matchkind=MatchKind.LeftmostLongest)
        self._guarded, self._before = table.guarded, table.before

    def find(self, text: str) -> Iterator[Hit]:
        size = len(text)
        for number, start, end in self._automaton.find_matches_as_indexes(text):
            if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
                continue
            if end < size and text[end].isalnum() and text[end - 1] != ".":
                continue
            row, word = self._rows[number], self._words[number]
            if (word in self._guarded or word == "US") and not self._is_place(text, start, end, word):
                continue
            yield Hit(start, end, row.kind, row.name, row.code, row.actor, row.plural)

    def _is_place(self, text: str, start: int, end: int, word: str) -> bool:
        before = _word_before(text, start)
        if word == "US":
            return not (len(before) > 2 and before.isalpha() and before.isupper())  # FOLLOW US
        if before.lower() in self._before:
            return True
        named = before[:1].isupper() and not before.isupper() and before not in ("The", "But", "And")
        return not named and not _capital_follows(text, end)


def _word_before(text: str, start: int) -> str:
    left = text[max(0, start - 24) : start]
    word = left.rstrip(" ").rpartition(" ")[2].lstrip("\"'“‘(") if left.endswith(" ") else ""
    return word if word[-1:].isalnum() or word[-1:] == "." else ""


def _capital_follows(text: str, end: int) -> bool:
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _with_owners(text: str, hits: Iterable[Hit], shared: frozenset[str]) -> Iterator[Hit]:
    """Give an office its state: "Polish foreign ministry" is one hit, and Poland's."""
    last: Hit | None = None
    for hit in hits:
        if last is not None:
            joined, hit = _own(text, last, hit, shared)
            if not joined:
                yield last
        last = hit
    if last is not None:
        yield last


def _own(text: str, last: Hit, hit: Hit, shared: frozenset[str]) -> tuple[bool, Hit]:
    """Whether the second swallows the first, and the second as it then is."""
    gap = text[last.end : hit.start]
    if _ownable(hit, shared) and last.kind in _OWNERS:
        if gap == " " and last.kind != "capital":
            return True, _office_of(last, hit, last.start, hit.end)
        if gap in _POSSESSIVES:
            return False, _office_of(last, hit, hit.start, hit.end)
    if last.kind == "office" and not last.code and hit.kind == "state" and gap in (" of ", " of the "):
        return True, _office_of(hit, last, last.start, hit.end)
    return False, hit


def _ownable(hit: Hit, shared: frozenset[str]) -> bool:
    return (hit.kind == "office" and not hit.code) or hit.name in shared


def _office_of(owner: Hit, office: Hit, start: int, end: int) -> Hit:
    if office.code == owner.code:
        return msgspec.structs.replace(office, start=start, end=end)
    return Hit(start, end, "office", office.name.removeprefix("UN "), owner.code, owner.actor)


@cache
def gazetteer() -> Gazetteer:
    """The compiled gazetteer, read once per process.

    Raises:
        DetenteError: the compiled file is missing or of another format.
    """
    path = resources.files("detente.language") / "data" / "gazetteer.bin"
    return load(path.read_bytes() if path.is_file() else b"")


def load(compiled: bytes) -> Gazetteer:
    """The gazetteer in the bytes ``hatch_build.py`` wrote; none at all means that the file is missing.

    Raises:
        DetenteError: there are no bytes, or they are of another format.
    """
    if not compiled:
        raise DetenteError(_missing("it is missing"))
    try:
        table = msgspec.msgpack.decode(compiled, type=_Table)
    except msgspec.DecodeError as error:
        raise DetenteError(_missing(f"it cannot be read ({error})")) from error
    if table.format != FORMAT:
        raise DetenteError(_missing(f"it has format {table.format} and this version reads {FORMAT}"))
    return Gazetteer(table)


def _missing(found: str) -> str:
    return (
        f"expected the compiled gazetteer language/data/gazetteer.bin, but {found}; "
        "reinstall the package (pip install --force-reinstall detente), or in a working copy run "
        "python hatch_build.py"
    )
