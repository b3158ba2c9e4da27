"""Do two names mean the same? By their words, with everything that stands for a state made one word."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources

import msgspec

from detente.evaluation.gold import GoldPerson
from detente.language.gazetteer import gazetteer
from detente.language.scripts import fold, script_of

_ACTORS = frozenset(("state", "capital", "body", "office", "demonym", "people", "seat"))
_WORD = re.compile(r"[\w.'-]+")


class _Data(msgspec.Struct, frozen=True):
    empty: frozenset[str]
    heads: tuple[str, ...]
    not_heads: tuple[str, ...]
    stands_for: dict[str, tuple[str, ...]]


@cache
def _data() -> _Data:
    path = resources.files("detente.evaluation") / "data" / "matching.toml"
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _Data)


@cache
def _usage() -> Mapping[str, str]:
    return {fold(name): code for code, names in _data().stands_for.items() for name in names}


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


class Names:
    """Compares names as one text uses them.

    Args:
        persons: whom the text names; who is told as head of one state stands for it.

    Example:
        >>> names = Names([GoldPerson("Ira Holt", "president of Belarus")])
        >>> names.alike("Holt's office", "Minsk"), names.alike("Holt", "Ira")
        (True, False)
        >>> Names().alike("Ira Holt", "Ira Marr"), Names().alike("Belarusian authorities", "Belarus")
        (False, True)
    """

    def __init__(self, persons: Sequence[GoldPerson] = ()) -> None:
        self._heads = dict(pair for person in persons for pair in _head(person))
        self._seen: dict[str, frozenset[str]] = {}

    def tokens(self, name: str) -> frozenset[str]:
        """The words a name is compared by; ``@BY`` for whatever stands for Belarus.

        >>> sorted(Names().tokens("the Belarusian miners"))
        ['@BY', 'miners']
        """
        if name not in self._seen:
            self._seen[name] = self._tokens(name)
        return self._seen[name]

    def _tokens(self, name: str) -> frozenset[str]:
        states, rest = _states(name)
        words = (re.sub(r"'s$", "", word).strip(".'-") for word in _WORD.findall(fold(rest)))
        known = {self._heads.get(word) or _code(word) or word for word in words}
        return frozenset(states | known) - _data().empty - {""}

    def alike(self, one: str, other: str) -> bool:
        """One shared word; between two personal names the last parts must agree."""
        shared = self.tokens(one) & self.tokens(other)
        if not (_is_personal(one) and _is_personal(other)) or self._stands(one) or self._stands(other):
            return bool(shared)
        return len(shared) > 1 or self.tokens(one.split()[-1]) == self.tokens(other.split()[-1])

    def any_alike(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Is one of these alike to one of those?"""
        wanted = tuple(others)
        return any(self.alike(one, other) for one in some for other in wanted)

    def _stands(self, name: str) -> bool:
        return any(token.startswith("@") for token in self.tokens(name))


def _is_personal(name: str) -> bool:
    return name.istitle() and len(name.split()) > 1


def _states(name: str) -> tuple[set[str], str]:
    """What in the name stands for states, and the rest of its words."""
    codes, rest = set(), name
    language = "ru" if script_of(name) == "Cyrl" else "en"
    for hit in gazetteer().find(name, language=language):
        words = name[hit.start : hit.end]
        code = _code(fold(words)) or (f"@{hit.code}" if hit.kind in _ACTORS and hit.code else "")
        if code:
            codes.add(code)
            rest = rest[: hit.start] + " " * len(words) + rest[hit.end :]
    return codes, rest


def _code(word: str) -> str:
    return f"@{_usage()[word]}" if word in _usage() else ""


def _head(person: GoldPerson) -> Iterable[tuple[str, str]]:
    """The last name of a head of state, with the state."""
    role, data = person.role or "", _data()
    codes, rest = _states(role)
    if len(codes) == 1 and _any_of(data.heads).search(rest) and not _any_of(data.not_heads).search(rest):
        yield fold(person.name).split()[-1], min(codes)
