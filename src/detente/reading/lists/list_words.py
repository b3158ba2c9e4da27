"""The words by which lists of the freed are known in a language: ``data/<language>/lists.toml``."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, get_args

from detente.errors import CodebookError
from detente.language.names.words import listed_given
from detente.language.scripts import even
from detente.records import AgentKind, TypeName
from detente.tables import parsed

_PIECE = re.compile(r"<([a-z_]+)>")
_SHAPE_PIECES = ("open", "whole", "before")
_DEED_PIECES = ("of", "done", "one", "told", "whom")


@dataclass(frozen=True, slots=True)
class Opening:
    """One way to open a list: a shape of words filled with one deed.

    Attributes:
        whole: words in or before the opening that say the list names everybody.
        before: what the sentence before must say; None where the opening says it itself.
        needs: what the text must have told by then, where the deed is told in such a text alone.
    """

    id: str
    shape: str
    deed: str
    type: TypeName
    sub: str
    open: re.Pattern[str]
    whole: re.Pattern[str] | None
    before: re.Pattern[str] | None
    needs: re.Pattern[str] | None


@dataclass(frozen=True)
class ListWords:
    """Everything known of the lists of one language; the keys are told in ``data/ru/lists.toml``."""

    language: str
    dated: bool
    confidence: float
    letters: Mapping[int, str]
    openings: tuple[Opening, ...]
    deed: re.Pattern[str]  # any of the deeds, to tell that a text or a sentence is of our subject
    patterns: Mapping[str, re.Pattern[str]]
    by: tuple[re.Pattern[str], ...]
    bodies: tuple[tuple[str, str, AgentKind], ...]  # genitive, nominative, kind; the longest first
    officials: frozenset[str]
    authorities: frozenset[str]  # before the name of a state: they act as the state
    parties: Mapping[str, str]  # names that the gazetteer does not know in this language
    witnesses: Mapping[str, str]  # of each shape and deed: a text that it reads
    conjunctions: tuple[str, ...]
    roles: frozenset[str]
    of_somebody: frozenset[str]
    given: frozenset[str]
    genitive: Mapping[str, tuple[str, ...]]
    endings: tuple[str, ...]  # of given names in other cases than the nominative
    nominative: tuple[str, ...]  # and in it

    def is_given(self, name: str) -> bool:
        """Is it a given name that we know, spelt as in the nominative?"""
        return name.casefold() in self.given or bool(listed_given(name))

    def folded(self, text: str) -> str:
        """The text as the patterns want it, every offset kept."""
        low = even(text).replace("\n", " ")
        return "".join(c if len(x := c.lower()) != 1 else x for c in low).translate(self.letters)


@functools.cache
def languages() -> frozenset[str]:
    """The languages whose lists are read."""
    return frozenset(name for name, _ in _files())


@functools.cache
def digest() -> str:
    """Sixteen hex digits over the bytes of every language's lists."""
    told = hashlib.sha256()
    for name, raw in sorted(_files()):
        told.update(name.encode() + b"\0" + raw)
    return told.hexdigest()[:16]


def _files() -> Iterator[tuple[str, bytes]]:
    for folder in resources.files("detente.reading").joinpath("data").iterdir():
        path = folder.joinpath("lists.toml")
        if path.is_file():
            yield folder.name, path.read_bytes()


@functools.cache
def list_words(language: str) -> ListWords:
    """The words of a language.

    Args:
        language: one of :func:`languages`.

    Raises:
        CodebookError: its file cannot be understood.
    """
    raw = resources.files("detente.reading").joinpath("data", language, "lists.toml").read_bytes()
    try:
        return _words(language, parsed(raw))
    except (ValueError, KeyError, re.error) as e:
        raise CodebookError(f"expected word lists in data/{language}/lists.toml; found {e!r}") from e


def _words(language: str, table: Mapping[str, Any]) -> ListWords:
    pieces = dict(table["pieces"])
    entry, said, not_told = table["entry"], table["said"], table["not_told"]
    deeds = "|".join(_filled(row[k], pieces) for row in table["deed"] for k in _DEED_PIECES if k in row)
    written = {
        **not_told,
        "after": said["after"],
        "known": said["known"],
        **{key: entry[key] for key in ("adjective", "details", "not_names")},
        "verb": pieces["verb"],
    }
    return ListWords(
        language=language,
        dated=table["dated"],
        confidence=table["confidence"],
        letters=str.maketrans(table["letters"]),
        openings=tuple(_openings(table, pieces)),
        deed=re.compile(rf"\b(?:{deeds})\b"),
        patterns={name: re.compile(_filled(text, pieces)) for name, text in written.items()},
        by=tuple(re.compile(_filled(text, pieces)) for text in said["by"]),
        bodies=tuple(_bodies(said["bodies"])),
        officials=frozenset(said["officials"].split()),
        authorities=frozenset(said["authorities"].split()),
        parties=dict(said["parties"]),
        witnesses={row["id"]: row["witness"] for row in (*table["shape"], *table["deed"])},
        conjunctions=tuple(entry["and"]),
        roles=frozenset(entry["roles"].split()),
        of_somebody=frozenset(entry["of_somebody"].split()),
        given=frozenset(entry["given"].split()),
        genitive={end: tuple(of) for end, of in entry["genitive"].items()},
        endings=tuple(sorted(entry["endings"], key=len, reverse=True)),
        nominative=tuple(entry["nominative"]),
    )


def _openings(table: Mapping[str, Any], pieces: Mapping[str, str]) -> Iterator[Opening]:
    for shape in table["shape"]:
        for deed in table["deed"]:
            known = {**pieces, **{key: deed[key] for key in _DEED_PIECES if key in deed}}
            said = {key: _filled(shape[key], known) for key in _SHAPE_PIECES if key in shape}
            if any(f"<{key}>" in text for key in _DEED_PIECES for text in said.values()):
                continue  # the deed is not told so
            more = {key: re.compile(text) for key, text in said.items()}
            yield Opening(
                id=f"lists.{shape['id']}.{deed['id']}", shape=shape["id"], deed=deed["id"],
                 type=deed["type"], sub=deed["sub"],
                open=re.compile(rf"(?<!\w)(?:{said['open']})"),
                whole=more.get("whole"), before=more.get("before"),
                needs=re.compile(deed["needs"]) if "needs" in deed else None,
            )  # fmt: skip


def _filled(text: str, pieces: Mapping[str, str]) -> str:
    """The pattern with the pieces it names put in, and theirs in them."""
    while True:
        filled = _PIECE.sub(lambda m: pieces.get(m[1], m[0]), text)
        if filled == text:
            return text
        text = filled


def _bodies(table: Mapping[str, str]) -> Iterator[tuple[str, str, AgentKind]]:
    kinds = {str(kind): kind for kind in get_args(AgentKind)}
    for genitive in sorted(table, key=len, reverse=True):
        nominative, kind = (part.strip() for part in table[genitive].split("|"))
        yield genitive, nominative, kinds[kind]
