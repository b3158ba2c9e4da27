"""The codebook is read from data, strictly."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from detente.codebook import codebook
from detente.codebook.load import read_codebook
from detente.errors import CodebookError
from detente.records import EventName, RecordName, TypeName


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the codebook that a test may spoil."""
    source = Path(str(files("detente.codebook")))
    shutil.copytree(source, tmp_path / "codebook", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return tmp_path / "codebook"


def spoil(file: Path, old: str, new: str) -> None:
    """Replace words in a file that has them."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_there_is_a_file_for_each_of_the_sixteen_types_and_three_record_types() -> None:
    """The names are those of the records, no more and no fewer."""
    assert set(codebook().types) == set(get_args(TypeName))
    assert len(get_args(EventName)) == 16
    assert len(get_args(RecordName)) == 3


def test_types_come_in_the_order_of_the_table() -> None:
    """Doubt between two types goes to the earlier: custody, sanctions, talks, words, then record types."""
    codes = [kind.code for kind in codebook().types.values()]
    assert codes == [
        *(f"D{n}" for n in range(1, 8)),
        *(f"S{n}" for n in range(1, 4)),
        *(f"T{n}" for n in range(1, 4)),
        *(f"A{n}" for n in range(1, 4)),
        *(f"R{n}" for n in range(1, 4)),
    ]


def test_the_codebook_is_read_once_per_process() -> None:
    """Two calls give the same object."""
    assert codebook() is codebook()


def test_a_copy_of_the_folder_gives_an_equal_codebook(folder: Path) -> None:
    """Nothing but the files goes into it."""
    assert read_codebook(folder) == codebook()


def test_an_unknown_heading_is_refused(folder: Path) -> None:
    """All types have the same headings."""
    spoil(folder / "events" / "release.toml", 'title = "Release"', 'title = "Release"\nheadline = "x"')
    with pytest.raises(CodebookError, match=r"release\.toml.*headline"):
        read_codebook(folder)


def test_an_unknown_mode_in_an_example_is_refused(folder: Path) -> None:
    """An example speaks the words of the records."""
    spoil(folder / "events" / "release.toml", 'mode = "performed"', 'mode = "did"')
    with pytest.raises(CodebookError, match="did"):
        read_codebook(folder)


def test_a_broken_file_is_named(folder: Path) -> None:
    """The message says which file to mend."""
    (folder / "modes.toml").write_text("[[modes", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"modes\.toml"):
        read_codebook(folder)


def test_two_types_with_one_code_contradict_each_other(folder: Path) -> None:
    """A code names one type."""
    spoil(folder / "events" / "release.toml", 'code = "D5"', 'code = "D4"')
    with pytest.raises(CodebookError, match="one code per event type"):
        read_codebook(folder)


def test_a_type_stands_in_the_file_of_its_name(folder: Path) -> None:
    """The folder is the table, so a file cannot call itself something else."""
    (folder / "events" / "harm.toml").rename(folder / "events" / "hurt.toml")
    with pytest.raises(CodebookError, match=r"harm\.toml.*hurt\.toml"):
        read_codebook(folder)


def test_a_role_named_twice_in_roles_toml_is_refused(folder: Path) -> None:
    """One word, one meaning."""
    with (folder / "roles.toml").open("a", encoding="utf-8") as file:
        file.write('[[roles]]\nname = "person"\nmeaning = "again"\nside = "undergoer"\n')
    with pytest.raises(CodebookError, match="person is there twice"):
        read_codebook(folder)


def test_a_missing_table_is_told(folder: Path) -> None:
    """An empty file is not an empty codebook."""
    (folder / "quantities.toml").write_text("", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"\[\[rules\]\]"):
        read_codebook(folder)
