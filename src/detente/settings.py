"""detente.toml → frozen Settings. Only the workspace and the views see them.

What each setting means stands beside its default, in ``default.toml``.
"""

from __future__ import annotations

import difflib
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from detente.errors import SettingsError
from detente.tables import parsed

Positive = Annotated[int, msgspec.Meta(ge=1)]
NotNegative = Annotated[int, msgspec.Meta(ge=0)]
Grade = Literal["A", "B", "C", "D", "E", "F"]


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person can set, one field for each key of ``default.toml``."""

    ledger: str
    reader: str
    limit: Positive
    batch: Positive
    context: NotNegative
    quote: Positive
    author: str
    grades: dict[str, Grade]


def load_settings(path: str | Path | None = None) -> Settings:
    """The shipped settings, with those of the file at ``path`` in place of their defaults.

    Raises:
        SettingsError: the file cannot be read, holds an unknown key, or a value of the wrong kind.

    Example:
        >>> load_settings().reader
        'rules'
    """
    given = {} if path is None else _parse(Path(path))
    return _convert({**_defaults(), **given}, "settings" if path is None else str(path))


def _defaults() -> dict[str, object]:
    return parsed(files("detente").joinpath("default.toml").read_bytes())


def _parse(path: Path) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"expected a settings file at {path}; found {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"expected TOML in {path}; found: {error}; mend that line") from error


def _convert(values: dict[str, object], where: str) -> Settings:
    for key in values:
        if key not in Settings.__struct_fields__:
            raise SettingsError(f"{where}: {_unknown(key)}")
    try:
        return msgspec.convert(values, Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{where}: {error}; default.toml says what each key takes") from error


def _unknown(key: str) -> str:
    known = Settings.__struct_fields__
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"take it out; there are: {', '.join(known)}"
    return f"expected a known setting, found {key!r}; {hint}"
