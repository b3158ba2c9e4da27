"""The tables that ship with the package are read as the build parsed them, and never as they were before."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import hatch_build
import msgspec
import pytest

from detente import tables

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "src" / "detente").rglob("*.toml"))


def test_every_table_is_compiled_as_it_is_written() -> None:
    """What the build keeps of a file is what TOML makes of it, and no file is left out."""
    made = hatch_build.parsed()
    assert len(made) == len({file.read_bytes() for file in FILES})
    for file in FILES:
        kept = msgspec.msgpack.decode(msgspec.msgpack.encode(made[tables.digest(file.read_bytes())]))
        assert kept == tomllib.loads(file.read_text(encoding="utf-8"))


def test_a_table_that_was_changed_since_the_build_is_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is found by its bytes: those of another day are another table."""
    kept = {tables.digest(b"year = 1"): msgspec.Raw(msgspec.msgpack.encode({"year": "compiled"}))}
    monkeypatch.setattr(tables, "_compiled", lambda: kept)
    assert tables.parsed(b"year = 1") == {"year": "compiled"}
    assert tables.parsed(b"year = 2") == {"year": 2}
    with pytest.raises(ValueError, match="Invalid value"):
        tables.parsed(b"year = ")


@pytest.mark.parametrize("found", [None, b"", b"\x00broken", msgspec.msgpack.encode({"a": 1})])
def test_without_what_the_build_made_the_tables_are_parsed(
    found: bytes | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A package run from a bare copy has no compiled tables; a broken file of them is not trusted."""
    if found is not None:
        (tmp_path / "tables.bin").write_bytes(found)
    monkeypatch.setattr(tables, "files", lambda package: tmp_path)
    plain: Any = tables._compiled.__wrapped__
    assert plain() == {}
