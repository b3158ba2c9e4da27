"""detente.toml and what it may say."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from detente.errors import SettingsError
from detente.settings import Settings, load_settings


def _file(folder: Path, text: str) -> Path:
    path = folder / "detente.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_default_toml_has_every_setting_each_with_a_comment() -> None:
    """A setting without a default, or without a word on what it means, is not a setting."""
    text = files("detente").joinpath("default.toml").read_text(encoding="utf-8")
    assert tuple(tomllib.loads(text)) == Settings.__struct_fields__
    lines = text.splitlines()
    for key in Settings.__struct_fields__:
        at = next(i for i, line in enumerate(lines) if line.startswith(f"{key} = "))
        assert lines[at - 1].startswith("# "), key


def test_a_file_changes_only_what_it_names(tmp_path: Path) -> None:
    """What the file does not name keeps its default."""
    settings = load_settings(_file(tmp_path, "batch = 4\n"))
    assert settings.batch == 4
    assert settings.reader == load_settings().reader


def test_an_unknown_key_is_refused_with_the_nearest_one(tmp_path: Path) -> None:
    """A slip of the pen is not passed over in silence."""
    with pytest.raises(SettingsError, match="found 'ledgr'; did you mean 'ledger'"):
        load_settings(_file(tmp_path, 'ledgr = "x"\n'))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("batch = 0\n", "batch"),
        ('batch = "many"\n', "batch"),
        ("batch = = 2\n", "expected TOML"),
        ("zzzzzzzz = 1\n", "take it out"),
    ],
)
def test_a_value_that_cannot_be_is_refused(tmp_path: Path, text: str, says: str) -> None:
    """The message names the file and the key."""
    with pytest.raises(SettingsError, match=says) as caught:
        load_settings(_file(tmp_path, text))
    assert "detente.toml" in str(caught.value)


def test_a_file_that_is_not_there_is_misuse(tmp_path: Path) -> None:
    """A settings file that was named must be readable."""
    with pytest.raises(SettingsError, match="No such file"):
        load_settings(tmp_path / "none.toml")
