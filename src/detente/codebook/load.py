"""TOML files → one frozen Codebook, read once per process."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import msgspec

from detente.codebook.shapes import (
    Codebook,
    EventType,
    FactualityWord,
    Grading,
    Links,
    ModeWord,
    NameWords,
    Phenomenon,
    QuantityRule,
    RoleWord,
    StatusTrack,
)
from detente.errors import CodebookError
from detente.tables import parsed

T = TypeVar("T")
ORDER = "DSTAR"
"""Groups in the order of the table; doubt between two types goes to the earlier one."""


@cache
def codebook() -> Codebook:
    """The codebook that ships with Detente.

    Raises:
        CodebookError: a file cannot be understood, or two files contradict each other.

    Example:
        >>> list(codebook().types)[:3]
        ['DETAIN', 'SENTENCE', 'CUSTODY_STATE']
    """
    return read_codebook(files("detente.codebook"))


def read_codebook(folder: Traversable) -> Codebook:
    """The codebook in a folder laid out like the one that ships.

    Raises:
        CodebookError: a file cannot be understood, or two files contradict each other.
    """
    modes, linkage = _parse(folder / "modes.toml"), _parse(folder / "linkage.toml")
    reading = _parse(folder / "phenomena.toml")
    return Codebook(
        types=_types(folder / "events"),
        roles=_named("roles.toml", _many("roles.toml", _parse(folder / "roles.toml"), "roles", RoleWord)),
        modes=_named("modes.toml", _many("modes.toml", modes, "modes", ModeWord)),
        factuality=_named("modes.toml", _many("modes.toml", modes, "factuality", FactualityWord)),
        statuses=_many("statuses.toml", _parse(folder / "statuses.toml"), "tracks", StatusTrack),
        linkage=_one("linkage.toml", linkage, Links),
        quantities=_many("quantities.toml", _parse(folder / "quantities.toml"), "rules", QuantityRule),
        grading=_one("grading.toml", _parse(folder / "grading.toml"), Grading),
        names=_one("names.toml", _parse(folder / "names.toml"), NameWords),
        phenomena=_many("phenomena.toml", reading, "phenomena", Phenomenon),
        never_inferred=_one("phenomena.toml", reading.get("never_inferred", {}), dict[str, str]),
    )


def _types(folder: Traversable) -> dict[str, EventType]:
    found = [_type(file) for file in folder.iterdir() if file.name.endswith(".toml")]
    found.sort(key=lambda kind: (ORDER.index(kind.group), kind.code))
    codes = [kind.code for kind in found]
    if len(set(codes)) < len(codes):
        raise CodebookError(f"expected one code per event type; found {', '.join(codes)}; rename one of them")
    return _named("events", found)


def _type(file: Traversable) -> EventType:
    kind = _one(file.name, _parse(file), EventType)
    if file.name != f"{kind.name.lower()}.toml":
        raise CodebookError(f"expected {kind.name} in {kind.name.lower()}.toml; found it in {file.name}")
    if not kind.code.startswith(kind.group):
        raise CodebookError(f"{file.name}: code {kind.code} is not of group {kind.group}; mend one of them")
    return kind


def _parse(file: Traversable) -> dict[str, Any]:
    try:
        return parsed(file.read_bytes())
    except (OSError, ValueError) as error:
        raise CodebookError(f"expected a TOML file; found {file.name} unreadable: {error}") from error


def _one(name: str, data: object, shape: type[T]) -> T:
    try:
        return msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        raise CodebookError(f"{name}: {error}; compare with the other files of the codebook") from error


def _many(name: str, data: Mapping[str, Any], key: str, shape: type[T]) -> tuple[T, ...]:
    if key not in data:
        raise CodebookError(f"{name}: expected [[{key}]], found {', '.join(data) or 'nothing'}")
    return _one(name, data[key], tuple[shape, ...])  # type: ignore[valid-type]


def _named(name: str, entries: Iterable[T]) -> dict[str, T]:
    found: dict[str, T] = {}
    for entry in entries:
        word = str(getattr(entry, "name"))  # noqa: B009
        if word in found:
            raise CodebookError(f"{name}: {word} is there twice; take one of them out")
        found[word] = entry
    return found
